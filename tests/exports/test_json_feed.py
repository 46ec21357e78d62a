"""
JSON Feed, by a schema of its specification.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given

import mlweekly
from mlweekly import DateRange, EncodeError, Issue, Link, LinkSet, Paper, Series, Text, exports
from tests import strategies
from tests.exports.consumers import valid_feed

FEED = "https://example.org/feed.json"
WEEK = DateRange(date(2024, 9, 16), date(2024, 9, 22))
PAPER = Paper(
    rank=1,
    title=Text("R&D <b>", translations={"ja": "研究 & <開発>"}),
    authors=["Ada Byron"],
    summary=Text("A **model**.", translations={"ja": "*モデル*。"}),
    links=LinkSet([Link("https://arxiv.org/abs/2410.00037", "Paper")]),
    tags=["NLP", "NLP"],
)
ISSUE = Issue(
    title="Week\x00 1", language="ja", period=WEEK, published=date(2024, 9, 23), papers=[PAPER], lead=["*Hi*."]
)


def checked(series: Series, **arguments: Any) -> dict[str, Any]:
    """
    Return a feed that is valid and survives JSON.
    """
    return valid_feed(exports.json_feed(series, **{"feed_url": FEED, "title": "Weekly", **arguments}))


def test_a_feed_says_what_the_series_says() -> None:
    """
    Title, address, language, author, and an item for the issue, with its contents as HTML and as text.
    """
    feed = checked(Series([ISSUE]), title="論文", home_url="https://example.org/", author="The editors")

    assert feed == {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "論文",
        "feed_url": FEED,
        "home_page_url": "https://example.org/",
        "language": "ja",
        "authors": [{"name": "The editors"}],
        "items": [
            {
                "id": f"{FEED}#2024-09-16/2024-09-22/ja",
                "title": "Week 1",
                "content_html": (
                    "<p>Hi.</p>\n"
                    '<h2>1. <a href="https://arxiv.org/abs/2410.00037">研究 &amp; &lt;開発&gt;</a></h2>\n'
                    "<p>Ada Byron</p>\n"
                    "<p>モデル。</p>\n"
                    '<p><a href="https://arxiv.org/abs/2410.00037">Paper</a></p>'
                ),
                "content_text": (
                    "Hi.\n\n1. 研究 & <開発>\n\nAda Byron\n\nモデル。\n\nhttps://arxiv.org/abs/2410.00037"
                ),
                "summary": "Hi.",
                "date_published": "2024-09-23T00:00:00Z",
                "language": "ja",
                "tags": ["NLP"],
            }
        ],
    }


def test_a_day_of_publication_is_not_guessed() -> None:
    """
    The end of a period is when the contents were last known to change, and no day of publication.
    """
    (item,) = checked(Series([Issue(period=WEEK)]))["items"]

    assert (item["title"], item["date_modified"]) == ("2024-09-16/2024-09-22", "2024-09-22T00:00:00Z")
    assert "date_published" not in item


def test_what_is_missing_is_listed() -> None:
    """
    A feed needs a title and addresses.
    """
    with pytest.raises(EncodeError, match=r"JSON Feed\n.*feed_url (.|\n)*no title: pass title="):
        exports.json_feed(Series([ISSUE]), feed_url="feed.json")
    with pytest.raises(TypeError, match="expected a Series, got Issue"):
        exports.json_feed(ISSUE, feed_url=FEED)  # type: ignore[arg-type] # it is wrong on purpose


@given(strategies.series())
def test_every_series_is_a_feed(series: Series) -> None:
    """
    A feed is valid by the specification, with an id of its own for each issue; equal values give equal data.
    """
    feed = checked(series)

    assert len({item["id"] for item in feed["items"]}) == len(series)
    assert checked(mlweekly.json.loads_series(mlweekly.json.dumps(series))) == feed
