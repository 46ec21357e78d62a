"""
A patch of an issue that adds a lead, and texts that hold no issue to edit.
"""

from __future__ import annotations

from contextlib import suppress
from datetime import date

import attrs
import pytest

from mlweekly import (
    ContentsEntry,
    DateRange,
    DecodeError,
    EncodeError,
    Issue,
    Link,
    LinkSet,
    Paper,
    Series,
    Text,
    diff,
    markdown,
)
from mlweekly import changes as ops
from mlweekly.changes import Operation, Patch

HEADING = "## Papers of the Week (May 6 - May 12) - 2024\n"
TABLE = f"{HEADING}| **Paper** | **Links** |\n|---|---|\n| 1) **A** - b. | |\n"
CONTENTS = "- [Week](#week)\n"
ENTRY = ContentsEntry("Week", "#week")
ISSUE = Issue(
    title="Papers of the Week (May 6 - May 12) - 2024",
    period=DateRange(date(2024, 5, 6), date(2024, 5, 12)),
    language="en",
    papers=[
        Paper(
            rank=1,
            title=Text("A"),
            summary=Text("b."),
            links=LinkSet([Link("https://arxiv.org/abs/2409.12917", label="Paper")]),
        )
    ],
)
LEAD = Patch([ops.ParagraphAdded("/lead/0", after="Lead.")])
RETITLED = Patch([ops.SeriesRetitled("", before=None, after="All")])
every_dialect = pytest.mark.parametrize("dialect", markdown.DIALECTS)


@pytest.mark.parametrize(
    ("above", "below"),
    [("", ""), ("# All\n\n", ""), ("# All\n\nOf the series.\n\n", "\nFoot.\n"), (f"{CONTENTS}\n", "")],
)
def test_a_lead_of_an_issue_is_written_below_its_heading(above: str, below: str) -> None:
    """
    It is read as the lead of the issue, not of the series.
    """
    text = above + TABLE + below
    edited = markdown.edit(text, LEAD)
    assert edited == above + TABLE.replace("2024\n", "2024\n\nLead.\n\n") + below
    assert markdown.loads(edited) == LEAD.apply(markdown.loads(text))


@every_dialect
@pytest.mark.parametrize("paragraphs", [("Lead.",), ("Lead.", "Second.")])
def test_a_lead_in_every_dialect(dialect: str, paragraphs: tuple[str, ...]) -> None:
    """
    The text is read as the patched issue, whether the dialect is named or detected.
    """
    text = markdown.dumps(ISSUE, dialect=dialect, lossy=True)
    issue = markdown.loads(text)
    patch = Patch(ops.ParagraphAdded(f"/lead/{index}", after=words) for index, words in enumerate(paragraphs))
    for name in (None, dialect):
        edited = markdown.edit(text, patch, dialect=name)
        assert markdown.loads(edited, dialect=name) == patch.apply(issue)
        assert markdown.loads(edited).lead == paragraphs


@pytest.mark.parametrize("name", ["notices", "comments"])
@pytest.mark.parametrize("dialect", ["table", "columns"])
def test_what_a_table_has_no_place_for(dialect: str, name: str) -> None:
    """
    A notice or a comment beside a table is refused, and named.
    """
    text = markdown.dumps(ISSUE, dialect=dialect)
    with pytest.raises(EncodeError) as caught:
        markdown.edit(text, Patch([ops.ParagraphAdded(f"/{name}/0", after="N.")]))
    assert [problem.pointer for problem in caught.value.problems] == [f"/issues/0/{name}/0"]


@every_dialect
@pytest.mark.parametrize("text", ["0) a\n", CONTENTS, "", "\n", "words", "\ud800", "<!--", "```\n", "|", "\ufeff# a\r"])
def test_an_empty_patch_returns_a_text_that_is_no_digest(text: str, dialect: str) -> None:
    """
    Whether it holds an issue or not, in a dialect that is named or in one that is detected.
    """
    assert markdown.edit(text, Patch(), dialect=dialect) == text
    assert markdown.edit(text, Patch()) == text
    assert markdown.replacements(markdown.parse(text, dialect=dialect), [Patch()]) == ((),)
    assert markdown.replacements(markdown.parse(text), [Patch()]) == ((),)


@pytest.mark.parametrize("dialect", ["table", "columns", None])
def test_an_item_that_is_no_paper_in_a_dialect_of_tables(dialect: str | None) -> None:
    """
    It is no issue there, and no digest where no dialect is named.
    """
    with pytest.raises(DecodeError, match="holds no issue to edit"):
        markdown.edit("0) a\n", RETITLED, dialect=dialect)


@pytest.mark.parametrize("dialect", ["bracket", "plain"])
def test_an_item_that_is_no_paper_in_a_dialect_without_titles_of_series(dialect: str) -> None:
    """
    It is an issue, and what cannot be shown beside it is named.
    """
    with pytest.raises(EncodeError) as caught:
        markdown.edit("0) a\n", RETITLED, dialect=dialect)
    assert [problem.pointer for problem in caught.value.problems] == ["/title"]


def test_an_item_that_is_no_paper_in_a_post() -> None:
    """
    A hidden block holds the title of a series.
    """
    edited = markdown.edit("0) a\n", RETITLED, dialect="post")
    assert markdown.loads_series(edited) == RETITLED.apply(markdown.loads_series("0) a\n", dialect="post"))


def test_removing_the_issue_of_an_item_that_is_no_paper() -> None:
    """
    The item fits no field, so it stays, and would still be read as an issue.
    """
    text = "0) a\n"
    patch = Patch([ops.IssueRemoved("/issues/0", before=markdown.loads(text, dialect="bracket"))])
    with pytest.raises(EncodeError) as caught:
        markdown.edit(text, patch, dialect="bracket")
    assert [problem.pointer for problem in caught.value.problems] == ["/issues/0"]
    assert markdown.replacements(markdown.parse(text, dialect="bracket"), [patch]) == (None,)


@pytest.mark.parametrize(
    ("operation", "expected"),
    [
        (ops.ContentsRelabelled("/contents/0", before="Week", after="One"), "- [One](#week)\n"),
        (ops.ContentsAdded("/contents/1", after=ContentsEntry("One", "#one")), f"{CONTENTS}- [One](#one)\n"),
        (ops.SeriesRetitled("", before=None, after="All"), f"# All\n\n{CONTENTS}"),
        (ops.ParagraphAdded("/lead/0", after="Lead."), f"Lead.\n\n{CONTENTS}"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_a_contents_list_without_issues(operation: Operation, expected: str) -> None:
    """
    A table's contents list is a series; in no dialect it holds nothing to edit.
    """
    patch = Patch([operation])
    edited = markdown.edit(CONTENTS, patch, dialect="table")
    assert edited == expected
    assert markdown.loads_series(edited, dialect="table") == patch.apply(Series(contents=[ENTRY]))
    with pytest.raises(DecodeError, match="holds no issue to edit"):
        markdown.edit(CONTENTS, patch)


def test_a_contents_list_that_would_leave_nothing_to_read() -> None:
    """
    A series of which the text says nothing any more is refused, as replacements too.
    """
    patch = Patch([ops.ContentsRemoved("/contents/0", before=ENTRY)])
    with pytest.raises(EncodeError, match="no issue would be left to read"):
        markdown.edit(CONTENTS, patch, dialect="table")
    assert markdown.replacements(markdown.parse(CONTENTS, dialect="table"), [patch]) == (None,)


@pytest.mark.parametrize("lead", [("One.", "Two."), ("- One.",), ("One.\n===",), ("One.", "# Two", "Three.")])
def test_an_opening_paragraph_becomes_others_or_stays(lead: tuple[str, ...]) -> None:
    """
    Where a paragraph without a mark of a list cannot be several, or one that opens a block, the edit is refused.
    """
    text = "# [2024/09/16 ~ 09/22] Papers of the Week\n\nAhead.\n\n## Moshi\n\n### Summary\n\nIt listens.\n"
    issue = markdown.loads(text, dialect="post")
    new = attrs.evolve(issue, lead=lead)

    with suppress(EncodeError):
        assert markdown.loads(markdown.edit(text, diff(issue, new)), dialect="post") == new
