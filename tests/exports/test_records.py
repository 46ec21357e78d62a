"""
Flat records, in pandas and polars too.
"""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given

from mlweekly import Abstract, DateRange, Issue, Link, LinkSet, Paper, Series, Text, exports
from tests import strategies
from tests.exports.consumers import check_frames

PAGE = Path(__file__).resolve().parents[2] / "docs" / "exports.md"
WEEK = DateRange(date(2024, 9, 16), date(2024, 9, 22))
FULL = Paper(
    rank=3,
    title=Text("Thought", translations={"ja": "思考"}),
    authors=["Ada Byron", "OpenAI"],
    released=date(2024, 9, 18),
    summary=Text("A **model**.", translations={"ja": "*モデル*。"}),
    abstract=Abstract("We show.\n\nMore."),
    links=LinkSet(
        [Link("https://x.com/a/status/1836427396959932492", "Tweet"), Link("https://arxiv.org/pdf/2409.10038v2")]
    ),
    topics=["NLP", "Reasoning"],
    tags=["a", "b"],
    details={"Venue": "**ACL**"},
)
ISSUE = Issue(
    title="Week", language="ja", period=WEEK, published=date(2024, 9, 23), source="https://example.org/", papers=[FULL]
)


def documented_keys(kind: str) -> list[str]:
    """
    Return the keys of a row as the page lists them.
    """
    (line,) = re.findall(rf"^\| {kind} \| (.*) \|$", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    return re.findall(r"`(\w+)`", line)


def test_a_row_says_what_a_paper_says() -> None:
    """
    A row of papers holds the issue, the paper, and what its paper link tells, in the language of the edition.
    """
    (row,) = exports.records(ISSUE)

    assert row == {
        "issue": "2024-09-16/2024-09-22/ja",
        "issue_title": "Week",
        "language": "ja",
        "period_start": "2024-09-16",
        "period_end": "2024-09-22",
        "published": "2024-09-23",
        "source": "https://example.org/",
        "rank": 3,
        "paper": "arxiv:2409.10038",
        "title": "思考",
        "original_title": "Thought",
        "original_language": "en",
        "authors": "Ada Byron; OpenAI",
        "released": "2024-09-18",
        "created_start": "2024-09-01",
        "created_end": "2024-09-30",
        "summary": "モデル。",
        "abstract": "We show.\n\nMore.",
        "topics": "NLP; Reasoning",
        "tags": "a; b",
        "details": "Venue: ACL",
        "arxiv": "2409.10038",
        "doi": "",
        "url": "https://arxiv.org/pdf/2409.10038v2",
        "links": "https://x.com/a/status/1836427396959932492; https://arxiv.org/pdf/2409.10038v2",
    }


def test_a_row_says_what_a_link_says() -> None:
    """
    A row of links holds the link as written and what its URL tells, and joins its paper by identity.
    """
    first, second = exports.records([FULL], of="links")

    assert first == {
        "issue": "",
        "paper": "arxiv:2409.10038",
        "rank": 3,
        "title": "Thought",
        "url": "https://x.com/a/status/1836427396959932492",
        "canonical": "https://x.com/i/status/1836427396959932492",
        "label": "Tweet",
        "kind": "post",
        "role": "post",
        "identifier": "x:1836427396959932492",
        "created_start": "2024-09-18",
        "created_end": "2024-09-18",
    }
    assert (second["label"], second["role"], second["identifier"]) == ("", "", "arxiv:2409.10038")


def test_the_page_lists_the_keys() -> None:
    """
    The documentation names every key, in the order of the rows.
    """
    assert [list(exports.records(ISSUE)[0]), list(exports.records(ISSUE, of="links")[0])] == [
        documented_keys("papers"),
        documented_keys("links"),
    ]


def test_an_issue_of_a_series_has_an_id_without_its_place() -> None:
    """
    Issues of the same days are told apart by what they hold, in any order; equal ones by number.
    """
    other = Issue(title="Week, corrected", language="ja", period=WEEK, papers=[FULL])

    forth = [row["issue"] for row in exports.records(Series([ISSUE, other]))]
    back = [row["issue"] for row in exports.records(Series([other, ISSUE]))]
    assert forth == back[::-1]
    assert len(set(forth)) == 2
    assert len({row["issue"] for row in exports.records(Series([ISSUE, ISSUE]))}) == 2


@pytest.mark.parametrize("of", ["paper", None, 1, ["papers"]])
def test_only_papers_and_links_have_rows(of: object) -> None:
    """
    Another word is a `TypeError` that names the two.
    """
    with pytest.raises(TypeError, match='expected "papers" or "links", got '):
        exports.records(ISSUE, of=of)  # type: ignore[call-overload] # it is wrong on purpose


def test_frames_of_650_rows_have_one_type_a_column() -> None:
    """
    Pandas and polars find a number and strings, also where the first hundreds of rows tell next to nothing.
    """
    bare = Paper(rank=1, title=Text("Moshi"), links=LinkSet([Link("https://example.org/")]))
    value = Series([Issue(papers=[bare] * 640), Issue(title="Week", period=WEEK, papers=[FULL] * 10)])
    for rows in (exports.records(value), exports.records(value, of="links")):
        assert len(rows) >= 650
        check_frames(rows)


@given(strategies.series())
def test_every_row_has_the_same_keys_and_types(value: Series) -> None:
    """
    A row for each paper and each link, strings but for the rank.
    """
    papers = [paper for issue in value for paper in issue.papers]
    rows, links = exports.records(value), exports.records(value, of="links")

    assert [len(rows), len(links)] == [len(papers), sum(len(paper.links) for paper in papers)]
    for kind, each in (("papers", rows), ("links", links)):
        assert all(list(row) == documented_keys(kind) for row in each)
        assert all(isinstance(row[key], int if key == "rank" else str) for row in each for key in row)
        if each:
            check_frames(each)
    assert {row["paper"] for row in links} <= {row["paper"] for row in rows}
