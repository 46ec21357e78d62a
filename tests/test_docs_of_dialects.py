"""
What `docs/forms.md` says of each dialect: what it can hold, and what it refuses to write.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from attrs import evolve

import mlweekly
from mlweekly import Abstract, ContentsEntry, DateRange, EncodeError, Issue, Link, LinkSet, Paper, Series, Text

PAGE = Path(__file__).resolve().parents[1] / "docs" / "forms.md"
WEEK = DateRange.week_of(date(2024, 9, 18))
ARXIV, CODE = "https://arxiv.org/abs/2409.10038", "https://github.com/diagram-of-thought/diagram-of-thought"
BARE = LinkSet([Link(ARXIV, section="paper"), Link(CODE)])
LABELLED = LinkSet([Link(ARXIV, label="Paper"), Link(CODE, label="Code")])
PAPER = Paper(rank=1, title=Text("Diagram of Thought"), summary=Text("One model draws its thoughts."))
ISSUE = Issue(title="Papers (September 16 - September 22) - 2024", period=WEEK, language="en", papers=(PAPER,))
BOTH = Text("Thoughts.", translations={"ja": "考えの道筋を図に描く。"})


def with_paper(**members: object) -> Issue:
    """
    Return the issue with its paper changed.
    """
    return evolve(ISSUE, papers=(evolve(PAPER, **members),))


NEXT = evolve(ISSUE, title="Papers (September 23 - September 29) - 2024", period=WEEK.shifted(7))
EXAMPLES: dict[str, tuple[Issue | Series, ...]] = {
    "labels of links": (with_paper(links=LABELLED),),
    "links without labels": (with_paper(links=BARE),),
    "links in any order": (with_paper(links=LinkSet([LABELLED[1], LABELLED[0]])),),
    "topics, tags, details": (
        with_paper(links=LABELLED, topics=["Graphs"], tags=["reasoning"], details={"Venue": "ICML"}),
    ),
    "original and translation": (evolve(with_paper(summary=BOTH), language="ja"),),
    "a summary of several paragraphs": (with_paper(summary=Text("One model.\n\nIt draws.")),),
    "abstract": (with_paper(abstract=Abstract("A thought may branch.")),),
    "a rank that is not the paper's position": (with_paper(rank=7),),
    "day of release": (with_paper(released=date(2024, 9, 16)),),
    "authors": (with_paper(authors=("Ada Lovelace",)),),
    "source, notices": (evolve(ISSUE, source="https://example.org/1", notices=("Written for a test.",)),),
    "comments": (evolve(ISSUE, comments=("Thanks.",)),),
    "several issues": (Series([ISSUE, NEXT]),),
    "title, lead, contents list and foot of a series": (
        Series([ISSUE], title="Papers"),
        Series([ISSUE], lead=("Week by week.",)),
        Series([ISSUE], contents=(ContentsEntry("Papers", "#papers"),)),
        Series([ISSUE], foot=("Until then.",)),
    ),
    "what the text does not show: `published`, a period beside the title, third languages, `extra`": (
        evolve(ISSUE, published=date(2024, 9, 23)),
        evolve(ISSUE, period=WEEK.shifted(7)),
        with_paper(summary=evolve(BOTH, translations={"ja": "図", "ko": "그림"})),
        evolve(ISSUE, extra={"mood": "calm"}),
    ),
}


def table(head: str, page: Path = PAGE) -> tuple[list[str], list[list[str]]]:
    """
    Return the columns of the table that begins with these words, without the first, and its rows.
    """
    lines = [*page.read_text(encoding="utf-8").splitlines(), ""]
    first = next(number for number, line in enumerate(lines) if line.startswith(head))
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[first : lines.index("", first)]]
    return rows[0][1:], rows[2:]


def claims() -> Iterator[tuple[str, str, bool]]:
    """
    Yield thing, dialect and claim of each cell that says plain "yes" or nothing.
    """
    dialects, rows = table("| | `post` |")
    for thing, *cells in rows:
        for dialect, cell in zip(dialects, cells, strict=True):
            if cell in ("yes", ""):
                yield thing, dialect.strip("`"), cell == "yes"


def holds(value: Issue | Series, dialect: str) -> bool:
    """
    Return whether a dialect writes the value without loss.
    """
    try:
        return bool(mlweekly.markdown.dumps(value, dialect=dialect))
    except EncodeError:
        return False


def test_every_row_of_the_table_has_an_example() -> None:
    """
    Nothing in the table stands untested.
    """
    assert {thing for thing, _, _ in claims()} == set(EXAMPLES)


@pytest.mark.parametrize(("thing", "dialect", "claimed"), [*claims()])
def test_a_dialect_holds_what_the_page_says(thing: str, dialect: str, *, claimed: bool) -> None:
    """
    "yes" is written without loss; where the cell is empty, `EncodeError` says what would be lost.
    """
    assert [holds(value, dialect) for value in EXAMPLES[thing]] == [claimed] * len(EXAMPLES[thing])


def test_the_page_names_the_sections_that_are_written() -> None:
    """
    The table of sections has, for each language, the names that a post is written with.
    """
    languages, rows = table("| | en |", PAGE.with_name("post.md"))

    for column, language in enumerate(languages, start=1):
        written = [names[0] for _, names in mlweekly.markdown.DIALECTS["post"].sections[language].items()]
        assert [row[column] for row in rows] == [name.replace("{count}", "2") for name in written]
