"""
The form of a text is chosen as if it was read in each: what is not read could not have found as much.
"""

from __future__ import annotations

from datetime import date
from unittest import mock

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import mlweekly
from mlweekly import Abstract, Document, Link, LinkSet, Paper, Text
from mlweekly.markdown import Dialect, _reading
from mlweekly.markdown._blocks import blocks_of
from mlweekly.markdown._dialects import DIALECTS
from mlweekly.markdown._lines import Lines
from mlweekly.markdown._reading._choice import MOST_OF_A_PAPER, worth_of
from mlweekly.markdown._reading._drafts import SeriesDraft
from mlweekly.markdown._reading._headings import with_headings
from mlweekly.markdown._reading._log import ReadLog
from mlweekly.markdown._reading._most_papers import most_papers

PAPER = "[On Models That Answer, Part 1](https://arxiv.org/abs/2401.10001)"
LINES = (
    *("# Papers of the Week (January 1 - January 7, 2024)", "## Models", "### 1. On Models", f"### {PAPER}", "# Words"),
    *("### Abstract", "## Summary", "Title", "===", "---", "* * *", "", "", "", "Words, and more words.", "Summary"),
    *("**1). On Models** - They answer. ([Paper](https://arxiv.org/abs/2401.10001))", "2) On Models - They answer."),
    *(
        f"- {PAPER}",
        f"1. {PAPER}",
        f"2. **{PAPER}**",
        PAPER,
        f"**{PAPER}**",
        "**On Models That Answer**",
        "《On Models》",
    ),
    *("  - Ada Lovelace, Alan Turing", "  - Code: [official](https://github.com/a/b1)", "**Authors:** Ada Lovelace"),
    *(
        "**Links:** [Paper](https://arxiv.org/abs/2401.10001) | [Code](https://github.com/a/b1)",
        "> quoted words",
        "- x",
    ),
    *("> **On Models** [Paper](https://arxiv.org/abs/2401.10002)", "[p]: https://arxiv.org/abs/2401.10001", "[T][p]"),
    *(
        "| 1) **On Models** - They answer. | [Paper](https://arxiv.org/abs/2401.10001) |",
        "| Paper | Links |",
        "|---|---|",
    ),
    *(
        "1. [Other words of this](https://example.org/a)",
        "https://arxiv.org/abs/2401.10003",
        "```",
        "#Models",
        "\u00a01) a",
    ),
)


def texts() -> st.SearchStrategy[str]:
    """
    Draw texts made of the lines of all forms.
    """
    return st.lists(st.sampled_from(LINES), max_size=12).map("\n".join)


def told(document: Document) -> object:
    """
    Return everything that was read.
    """
    return document.dialect, document.series, document.problems, document.unplaced, document.places


@example(f"{LINES[0]}\n**{PAPER}**")
@example(
    "\n".join(["2) On Models - They answer.", LINES[0], f"1. {PAPER}", *["**Authors:** Ada Lovelace"] * 3, "2) a"])
)
@example("\n\n".join([LINES[0], LINES[1], *[f"- {PAPER}\n  - Code: [c](https://github.com/a/b)"] * 3]))
@example("\n\n".join([LINES[0], *[f"### {PAPER}\n\nThey answer."] * 3]))
@given(texts())
def test_what_is_not_read_is_not_chosen(text: str) -> None:
    """
    A text is read as it is if every form that it may be in is read to the end.
    """
    with mock.patch.object(_reading, "MOST_OF_A_PAPER", 10**9):
        expected = told(mlweekly.markdown.parse(text))
    assert told(mlweekly.markdown.parse(text)) == expected


@pytest.mark.parametrize("dialect", DIALECTS.values(), ids=DIALECTS)
@given(texts())
def test_no_reading_finds_more_papers_than_a_look_at_the_blocks(dialect: Dialect, text: str) -> None:
    """
    The papers of every form are bounded by what can begin one.
    """
    lines = Lines(text)
    headed, _ = with_headings(text, blocks_of(lines))
    issues = mlweekly.markdown.parse(text, dialect=dialect).series.issues
    assert sum(len(issue.papers) for issue in issues) <= most_papers(text, headed, dialect)


def test_no_paper_is_worth_more_than_one_that_says_everything() -> None:
    """
    What a reading is worth is bounded by the number of its papers.
    """
    paper = Paper(
        rank=1,
        title=Text("On Models"),
        authors=["Ada Lovelace"],
        released=date(2024, 1, 1),
        summary=Text("They answer."),
        abstract=Abstract("We answer."),
        links=LinkSet([Link("https://arxiv.org/abs/2401.10001")] * 3),
        topics=["Models"],
        tags=["models"],
        details=dict.fromkeys("abcdefgh", "words"),
    )
    draft = SeriesDraft(ReadLog(Lines(""), {}))
    draft.open_issue(0, None).papers.append(paper)
    assert worth_of(draft, draft.log) == MOST_OF_A_PAPER
