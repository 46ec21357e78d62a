"""
Issues, series and contents lists.
"""

from __future__ import annotations

from datetime import date, datetime

import pytest

from mlweekly import ContentsEntry, DateRange, Issue, Link, LinkSet, ModelError, Paper, Series, Text
from mlweekly.model import VERSION, version_problem

WEEK = DateRange(date(2024, 9, 16), date(2024, 9, 22))


def paper(rank: int, title: str, url: str | None = None) -> Paper:
    """
    Return a paper with or without a link.
    """
    return Paper(rank=rank, title=Text(title), links=LinkSet([] if url is None else [Link(url)]))


MOSHI = paper(1, "Moshi", "https://kyutai.org/Moshi.pdf")
SCORE = paper(2, "SCoRe", "https://arxiv.org/abs/2409.12917")
SCORE_AGAIN = paper(1, "Again", "https://www.arxiv.org/pdf/2409.12917")
FIRST = Issue(title="First", period=WEEK, papers=[MOSHI, SCORE])
SECOND = Issue(title="Second", period=DateRange(date(2024, 9, 22), date(2024, 9, 29)), papers=[SCORE_AGAIN])
UNDATED = Issue(title="Third")


def test_an_empty_issue_is_held() -> None:
    """
    A document without a title, a period and papers is still an issue.
    """
    issue = Issue()
    assert (issue.title, issue.period, issue.language, issue.source, issue.published) == (None,) * 5
    assert issue.lead == issue.notices == issue.comments == issue.papers == ()


def test_collections_become_tuples() -> None:
    """
    Papers and paragraphs come from any iterable; a bare string is one paragraph.
    """
    issue = Issue(papers=iter([MOSHI]), lead=["a", "b"], notices="one", comments=(c for c in "cd"))
    assert issue.papers == (MOSHI,)
    assert (issue.lead, issue.notices, issue.comments) == (("a", "b"), ("one",), ("c", "d"))


def test_merely_wrong_issues_are_held() -> None:
    """
    Ranks that repeat and run backwards, a paper twice, a period that contradicts the title: rules find these.
    """
    issue = Issue(title="June 3 - June 9, 2024", period=WEEK, papers=[SCORE, MOSHI, SCORE])
    assert [each.rank for each in issue.papers] == [2, 1, 2]


@pytest.mark.parametrize(
    ("arguments", "pointers"),
    [
        ({"title": ""}, ["/title"]),
        ({"title": "\u3000"}, ["/title"]),
        ({"title": 1}, ["/title"]),
        ({"period": "2024-09-16/2024-09-22"}, ["/period"]),
        ({"period": (date(2024, 9, 16), date(2024, 9, 22))}, ["/period"]),
        ({"language": "jp!"}, ["/language"]),
        ({"source": "example.org"}, ["/source"]),
        ({"source": 8}, ["/source"]),
        ({"published": datetime(2024, 9, 16)}, ["/published"]),
        ({"published": "2024-09-16"}, ["/published"]),
        ({"lead": ["", "a", " "]}, ["/lead/0", "/lead/2"]),
        ({"notices": [1]}, ["/notices/0"]),
        ({"comments": ["a\udc00"]}, ["/comments/0"]),
        ({"papers": [MOSHI, "Moshi"]}, ["/papers/1"]),
        ({"version": "2.0"}, ["/version"]),
        ({"version": "1"}, ["/version"]),
        ({"version": None}, ["/version"]),
        ({"extra": {"papers": []}}, ["/extra"]),
        ({"extra": {"issues": []}}, ["/extra"]),
        ({"extra": ["x"]}, ["/extra"]),
    ],
)
def test_refusals(arguments: dict[str, object], pointers: list[str]) -> None:
    """
    What cannot mean anything is refused where it stands.
    """
    with pytest.raises(ModelError, match="cannot make this Issue") as caught:
        Issue(**arguments)  # type: ignore[arg-type] # refused on purpose
    assert [problem.pointer for problem in caught.value.problems] == pointers


def test_every_refusal_comes_at_once() -> None:
    """
    One exception lists everything that is wrong with an issue.
    """
    with pytest.raises(ModelError) as caught:
        Issue(title=" ", language="", source="x", lead=[""], papers=[None])  # type: ignore[list-item] # refused on purpose
    assert [problem.pointer for problem in caught.value.problems] == [
        "/title",
        "/language",
        "/source",
        "/lead/0",
        "/papers/0",
    ]


def test_the_version_is_not_compared() -> None:
    """
    Two issues that differ in their document's version alone are equal and hash alike.
    """
    newer = Issue(title="First", version="1.7")
    assert newer == Issue(title="First")
    assert hash(newer) == hash(Issue(title="First"))
    assert newer.version == "1.7"
    assert Issue().version == VERSION


@pytest.mark.parametrize("version", ["1.0", "1.12", "1.999999999"])
def test_versions_of_this_major_are_held(version: str) -> None:
    """
    A newer minor version is a version that can be held.
    """
    assert version_problem(version) is None


@pytest.mark.parametrize("version", ["", "1", "1.", "01.0", "1.00", "1.0.0", "2.0", "0.9", "1.0 ", "١.٠", 1.0, None])
def test_other_versions_are_refused(version: object) -> None:
    """
    Another major version, and what is no `major.minor`, is refused.
    """
    assert version_problem(version) is not None


def test_an_issue_finds_its_papers() -> None:
    """
    The first paper with an identity key, or None.
    """
    assert FIRST.find("arxiv:2409.12917") is SCORE
    assert FIRST.find("arxiv:2409.00001") is None


def test_a_series_is_a_sequence() -> None:
    """
    Length, indices, slices, iteration and membership go over the issues.
    """
    series = Series([FIRST, SECOND, UNDATED])
    assert len(series) == 3
    assert series[0] is FIRST
    assert series[-1] is UNDATED
    assert series[1:] == (SECOND, UNDATED)
    assert list(series) == [FIRST, SECOND, UNDATED]
    assert SECOND in series
    assert Issue(title="Other") not in series


def test_a_series_is_looked_up_by_day() -> None:
    """
    Both ends of a period belong to it; of two issues that share a day the first is meant.
    """
    series = Series([UNDATED, FIRST, SECOND])
    assert series.on(date(2024, 9, 16)) is FIRST
    assert series.on(date(2024, 9, 22)) is FIRST
    assert series.on(date(2024, 9, 23)) is SECOND
    assert series.on(date(2024, 9, 15)) is None
    assert series.on(date(2024, 9, 30)) is None


def test_a_series_is_looked_up_by_paper() -> None:
    """
    `find` gives the first paper with a key, `find_all` every one beside its issue, in the order of the text.
    """
    series = Series([FIRST, SECOND, UNDATED])
    assert series.find("arxiv:2409.12917") is SCORE
    assert series.find_all("arxiv:2409.12917") == ((FIRST, SCORE), (SECOND, SCORE_AGAIN))
    assert series.find("doi:10.1/1") is None
    assert series.find_all("doi:10.1/1") == ()


@pytest.mark.parametrize(
    ("arguments", "pointers"),
    [
        ({"issues": [FIRST, None]}, ["/issues/1"]),
        ({"title": ""}, ["/title"]),
        ({"version": "3.0"}, ["/version"]),
        ({"lead": [""]}, ["/lead/0"]),
        ({"foot": [None]}, ["/foot/0"]),
        ({"contents": [ContentsEntry("a"), "b"]}, ["/contents/1"]),
        ({"extra": {"foot": 1, "period": 2}}, ["/extra", "/extra"]),
        ({"title": " ", "foot": "", "issues": [1]}, ["/title", "/issues/0", "/foot/0"]),
    ],
)
def test_refusals_of_a_series(arguments: dict[str, object], pointers: list[str]) -> None:
    """
    What cannot mean anything is refused where it stands, all of it at once.
    """
    with pytest.raises(ModelError, match="cannot make this Series") as caught:
        Series(**arguments)  # type: ignore[arg-type] # refused on purpose
    assert [problem.pointer for problem in caught.value.problems] == pointers


def test_refusals_of_a_contents_entry() -> None:
    """
    An entry has words; its target and group are words too, or None.
    """
    assert ContentsEntry("a").target is None
    with pytest.raises(ModelError, match="cannot make this ContentsEntry") as caught:
        ContentsEntry(None, "", " ", extra={"group": 1})  # type: ignore[arg-type] # refused on purpose
    assert [problem.pointer for problem in caught.value.problems] == ["/label", "/target", "/group", "/extra"]
