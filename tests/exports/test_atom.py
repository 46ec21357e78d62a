"""
Atom, read by feedparser without a complaint.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given

from mlweekly import DateRange, EncodeError, Issue, Link, LinkSet, Paper, Series, Text, exports, json
from tests import strategies
from tests.exports.consumers import well_formed_feed

FEED = "https://example.org/feed.atom"
WEEK = DateRange(date(2024, 9, 16), date(2024, 9, 22))
MOSHI = Paper(
    rank=1,
    title=Text("R&D <b>", translations={"ja": "研究 & <開発>"}),
    summary=Text("A **model** & <think>."),
    links=LinkSet([Link("https://arxiv.org/abs/2410.00037?a=1&b=2", "Paper <1>")]),
    tags=["NLP"],
)
ISSUE = Issue(
    title="A & <b>", language="ja", period=WEEK, papers=[MOSHI], source="https://example.org/a?b&c", lead=["*Hi*."]
)
HOSTILE = ("a\x00\x1b\ufffe\U0010ffff", "]]>", "<!-- -->", "&amp; &lt;", "\u202egnp", "{%$\\}", "\"'", "思考 🧪")


def written(series: Series, **arguments: Any) -> str:
    """
    Return a feed of which everything is told that Atom requires.
    """
    return exports.atom(series, **{"feed_url": FEED, "title": "Weekly", "author": "The editors", **arguments})


def test_a_reader_finds_what_the_series_says() -> None:
    """
    Titles, days, addresses, language, tags and contents arrive as text.
    """
    feed = well_formed_feed(written(Series([ISSUE], title="論文 & <x>"), title=None, home_url="https://example.org/"))

    assert (feed.version, feed.feed.id, feed.feed.title) == ("atom10", FEED, "論文 & <x>")
    assert (feed.feed.author, feed.feed.language, feed.feed.link) == ("The editors", "ja", "https://example.org/")
    (entry,) = feed.entries
    assert entry.title == "A & <b>"
    assert entry.id == f"{FEED}#2024-09-16/2024-09-22/ja"
    assert (entry.updated, feed.feed.updated) == ("2024-09-22T00:00:00Z", "2024-09-22T00:00:00Z")
    assert "published" not in entry
    assert (entry.link, entry.summary) == ("https://example.org/a?b&c", "Hi.")
    assert [tag.term for tag in entry.tags] == ["NLP"]


def test_contents_are_html_in_which_the_digest_is_text() -> None:
    """
    The contents show titles in the language of the edition, and no markup but ours.
    """
    root = ET.fromstring(written(Series([ISSUE])))
    content = root.find(".//{http://www.w3.org/2005/Atom}content")

    assert content is not None
    assert content.text == (
        "<p>Hi.</p>\n"
        '<h2>1. <a href="https://arxiv.org/abs/2410.00037?a=1&amp;b=2">研究 &amp; &lt;開発&gt;</a></h2>\n'
        '<p lang="en">A model &amp; &lt;think&gt;.</p>\n'
        '<p><a href="https://arxiv.org/abs/2410.00037?a=1&amp;b=2">Paper &lt;1&gt;</a></p>'
    )


def test_days_are_told_and_never_guessed() -> None:
    """
    An entry is from its publication, else from the end of its period, else from the argument.
    """
    series = Series([ISSUE, Issue(title="B", published=date(2024, 10, 1)), Issue(title="C")])
    moment = datetime(2024, 10, 5, 12, tzinfo=timezone(timedelta(hours=9)))

    feed = well_formed_feed(written(series, updated=moment))
    assert feed.feed.updated == "2024-10-05T12:00:00+09:00"
    assert [entry.updated[:10] for entry in feed.entries] == ["2024-09-22", "2024-10-01", "2024-10-05"]
    assert [entry.get("published") for entry in feed.entries] == [None, "2024-10-01T00:00:00Z", None]
    assert well_formed_feed(written(Series(series[:2]))).feed.updated == "2024-10-01T00:00:00Z"


def test_all_that_is_missing_is_listed() -> None:
    """
    One `EncodeError` names every argument and every issue that lacks what Atom requires.
    """
    with pytest.raises(EncodeError, match="cannot write this series as Atom") as caught:
        exports.atom(Series([ISSUE, Issue()]), feed_url="feed.atom", home_url="javascript:alert(1)")

    problems = [f"{problem.pointer} {problem.message}" for problem in caught.value.problems]
    wanted = (" feed_url ", " home_url ", "/title no", " no author", "/issues/1 ")
    assert [any(problem.startswith(each) for problem in problems) for each in wanted] == [True] * 5
    assert len(problems) == 5


def test_an_issue_without_a_name_has_that_of_the_feed() -> None:
    """
    Atom requires a title of each entry: the issue's, else its period, else its day, else what the feed is called.
    """
    day = date(2024, 10, 1)
    series = Series([ISSUE, Issue(period=WEEK, published=day), Issue(published=day), Issue(papers=[MOSHI])])

    entries = well_formed_feed(written(series, updated=day)).entries
    assert [entry.title for entry in entries] == ["A & <b>", "2024-09-16/2024-09-22", "2024-10-01", "Weekly"]


def test_a_moment_needs_its_zone() -> None:
    """
    A naive datetime means another moment in every zone.
    """
    naive = datetime(2024, 10, 5, tzinfo=UTC).replace(tzinfo=None)
    with pytest.raises(EncodeError, match="updated has no zone"):
        written(Series([ISSUE]), updated=naive)


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ({"feed_url": None}, "expected feed_url as str, got None"),
        ({"author": 3}, "expected author as str, got int"),
        ({"updated": "2024"}, "expected updated as a date or a datetime, got str"),
    ],
)
def test_wrong_types_are_refused(arguments: dict[str, Any], expected: str) -> None:
    """
    Arguments of other types are a `TypeError` in words of ours, and so is what is no series.
    """
    with pytest.raises(TypeError, match=expected):
        written(Series([ISSUE]), **arguments)
    with pytest.raises(TypeError, match="expected a Series, got Issue"):
        written(ISSUE)  # type: ignore[arg-type] # it is wrong on purpose


@pytest.mark.parametrize("title", HOSTILE)
def test_hostile_texts_are_text(title: str) -> None:
    """
    Whatever a title holds, the feed is well formed, and the title arrives without its controls.
    """
    paper = Paper(rank=1, title=Text(title), authors=[title], summary=Text(title), tags=[title])
    (entry,) = well_formed_feed(
        written(Series([Issue(title=title, period=WEEK, papers=[paper], lead=[title])]), title=title)
    ).entries

    assert entry.title == re.sub("[\x00-\x1f\u202a-\u202e\ufffe]", "", title)


def test_ids_stay_where_issues_move_and_are_corrected() -> None:
    """
    An id says nothing of the place or the title.
    """
    other = Issue(title="Other", period=WEEK.shifted(7))
    corrected = Issue(title="Corrected", language="ja", period=WEEK)

    before = [entry.id for entry in well_formed_feed(written(Series([ISSUE]))).entries]
    assert [entry.id for entry in well_formed_feed(written(Series([other, corrected]))).entries][1:] == before


@given(strategies.series())
def test_every_series_is_a_feed(series: Series) -> None:
    """
    A feed is well formed, and its entries have titles and ids of their own; equal values give equal text.
    """
    text = written(series, updated=date(2024, 10, 1))
    feed = well_formed_feed(text)
    assert len({entry.id for entry in feed.entries}) == len(feed.entries) == len(series)
    assert all(entry.title for entry in feed.entries)
    assert written(json.loads_series(json.dumps(series)), updated=date(2024, 10, 1)) == text
