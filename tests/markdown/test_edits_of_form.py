"""
What an edit writes is like what stands beside it: days, links, rows, ranks, separators.
"""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve

from mlweekly import EncodeError, Issue, Link, LinkSet, Paper, Series, Text, diff, markdown
from mlweekly import changes as ops
from mlweekly.changes import Operation, Patch

HEADING = "## Papers of the Week (May 6 - May 12) - 2024\n"
HEAD = f"{HEADING}| Paper | Links |\n|---|---|\n"
DAYS = f"{HEADING}| Paper | Release Date | Links |\n|---|---|---|\n"
P = "/issues/0/papers"
A = "[Paper](https://example.org/a)"


def edited(text: str, *operations: Operation, dialect: str | None = None) -> str:
    """
    Return the text with the operations applied in it, read again as the patched value.
    """
    patch = Patch(operations)
    result = markdown.edit(text, patch, dialect=dialect)
    assert markdown.loads_series(result, dialect=dialect) == patch.apply(markdown.loads_series(text, dialect=dialect))
    return result


def changed(text: str, new: Series) -> str:
    """
    Return the text edited to hold another series.
    """
    result = markdown.edit(text, diff(markdown.loads_series(text), new))
    assert markdown.loads_series(result) == new
    return result


class TestDays:
    """
    A day is printed in the form of the days of its column.
    """

    @pytest.mark.parametrize(
        ("example", "printed"),
        [
            *[("July 3, 2024", "September 6, 2024"), ("Jul 3, 2024", "Sep 6, 2024")],
            *[("July 03, 2024", "September 06, 2024"), ("Jul 03, 2024", "Sep 06, 2024")],
            *[("3 July 2024", "6 September 2024"), ("3 Jul 2024", "6 Sep 2024"), ("2024-07-03", "2024-09-06")],
            *[("2024/07/03", "2024/09/06"), ("2024/7/3", "2024/9/6"), ("2024年7月3日", "2024年9月6日")],
            *[("2024년 7월 3일", "2024년 9월 6일"), ("the 3rd of July 2024", "September 6, 2024")],
        ],
    )
    def test_the_form_of_another_row(self, example: str, printed: str) -> None:
        """
        Each known form is kept, and an unknown one gives the commonest.
        """
        text = f"{DAYS}| (1) **A** - b. | {example} | {A} |\n| (2) **C** - d. |  | {A} |\n"
        result = edited(text, ops.ReleasedChanged(f"{P}/1", before=None, after=date(2024, 9, 6)))
        row = result.splitlines()[4]
        assert [cell.strip() for cell in row.split("|")[1:-1]] == ["(2) **C** - d.", printed, A]

    def test_a_day_that_changes_keeps_its_form(self) -> None:
        """
        The row's own day is the nearest example.
        """
        text = f"{DAYS}| (1) **A** - b. | 2024-05-07 | {A} |\n| (2) **C** - d. | May 8, 2024 | {A} |\n"
        first = ops.ReleasedChanged(f"{P}/0", before=date(2024, 5, 7), after=date(2024, 6, 1))
        second = ops.ReleasedChanged(f"{P}/1", before=date(2024, 5, 8), after=date(2024, 6, 2))
        assert edited(text, first, second) == text.replace("2024-05-07", "2024-06-01").replace("May 8", "June 2")

    def test_a_day_that_goes_leaves_its_cell(self) -> None:
        """
        The cell is empty then, and the others are as they were.
        """
        text = f"{DAYS}| (1) **A** - b. | May 7, 2024 | {A} |\n"
        row = edited(text, ops.ReleasedChanged(f"{P}/0", before=date(2024, 5, 7), after=None)).splitlines()[3]
        assert [cell.strip() for cell in row.split("|")] == ["", "(1) **A** - b.", "", A, ""]


class TestLinksOfRows:
    """
    Links that come, go and move.
    """

    def test_the_first_link_of_an_empty_cell(self) -> None:
        """
        It stands between single spaces, whatever the padding was.
        """
        new = Link("https://example.org/n", label="New")
        for cell in ("|", " |", "   |"):
            text = f"{HEAD}| 1) **A** - b. |{cell}\n| 2) **C** - d. | {A} |\n"
            result = edited(text, ops.LinkAdded(f"{P}/0/links/0", after=new))
            assert result.splitlines()[3].split("|")[2].strip() == "[New](https://example.org/n)"
            assert result.splitlines()[4] == f"| 2) **C** - d. | {A} |"

    def test_links_change_places_as_they_are_written(self) -> None:
        """
        A link moves with its spelling, and what stands between links stays between them.
        """
        text = f"{HEAD}| 1) **A** - b. | {A} ; [Bent] (https://example.org/b) |\n"
        result = edited(text, ops.LinkMoved(f"{P}/0/links/0", to=1))
        assert result == text.replace(f"{A} ; [Bent] (https://example.org/b)", f"[Bent] (https://example.org/b) ; {A}")

    def test_several_links_come(self) -> None:
        """
        Each is separated as the others are.
        """
        text = f"{HEAD}| 1) **A** - b. | {A} / [B](https://example.org/b) |\n"
        links = [Link(f"https://example.org/{name}", label=name) for name in "cd"]
        result = edited(text, *(ops.LinkAdded(f"{P}/0/links/{2 + n}", after=link) for n, link in enumerate(links)))
        assert result == text.replace(
            "example.org/b)", "example.org/b) / [c](https://example.org/c) / [d](https://example.org/d)"
        )

    def test_all_links_go(self) -> None:
        """
        The cell is empty then.
        """
        text = f"{HEAD}| 1) **A** - b. | {A} , [B](https://example.org/b) |\n"
        (issue,) = markdown.loads_series(text)
        removed = [ops.LinkRemoved(f"{P}/0/links/0", before=link) for link in issue.papers[0].links]
        row = edited(text, *removed).splitlines()[3]
        assert [cell.strip() for cell in row.split("|")] == ["", "1) **A** - b.", "", ""]

    def test_a_label_comes_and_goes(self) -> None:
        """
        A link without a label stands in angle brackets.
        """
        text = f"{HEAD}| 1) **A** - b. | {A} |\n"
        without = edited(text, ops.LinkRelabelled(f"{P}/0/links/0", before="Paper", after=None))
        assert without == text.replace(A, "<https://example.org/a>")
        assert edited(without, ops.LinkRelabelled(f"{P}/0/links/0", before=None, after="Paper")) == text


class TestRanks:
    """
    The digits of a rank change, and its marks stay.
    """

    @pytest.mark.parametrize("rank", ["1)", "(1)", "**1).", "1.", "1 )"])
    def test_marks_stay(self, rank: str) -> None:
        """
        Whatever stands around the number.
        """
        close = "**" if rank.startswith("**") else ""
        text = f"{HEAD}| {rank} {'' if close else '**'}A** - b. | {A} |\n"
        result = edited(text, ops.PaperReranked(f"{P}/0", before=1, after=12))
        assert result == HEAD + text.removeprefix(HEAD).replace("1", "12", 1)

    def test_a_row_without_a_rank_gets_one_if_it_needs_it(self) -> None:
        """
        Its place tells no other rank than the one that follows.
        """
        text = f"{HEAD}| **A** - b. | {A} |\n"
        result = edited(text, ops.PaperReranked(f"{P}/0", before=1, after=3))
        assert result == f"{HEAD}| 3) **A** - b. | {A} |\n"


class TestNewRows:
    """
    A row that comes is like the nearest one.
    """

    paper = Paper(
        rank=2, title=Text("New"), summary=Text("Words."), links=LinkSet([Link("https://example.org/n", label="P")])
    )

    @pytest.mark.parametrize(
        ("row", "expected"),
        [
            ("|1) **A** - b.|[P](https://example.org/a)|", "|2) **New** - Words.|[P](https://example.org/n)|"),
            ("| 1. *A*: b. | [P](https://example.org/a) |", "| 2. *New*: Words. | [P](https://example.org/n) |"),
            (
                "|  **(1)** **A** — b.    | [P](https://example.org/a)   |",
                "| **(2)** **New** — Words. | [P](https://example.org/n) |",
            ),
            ("| 1) A  B. | [P](https://example.org/a) |", "| 2) New  Words. | [P](https://example.org/n) |"),
        ],
    )
    def test_marks_and_separators(self, row: str, expected: str) -> None:
        """
        Rank, marks and separators are the row's, its padding is not.
        """
        text = f"{HEAD}{row}\n"
        assert edited(text, ops.PaperAdded(f"{P}/1", after=self.paper)) == f"{text}{expected}\n"

    def test_a_row_beside_a_bent_one(self) -> None:
        """
        A row that lacks a cell, a rank or a summary is no example.
        """
        text = f"{HEAD}| 1. **A**: b. | {A} |\n| 2) **C** - d. |\n| **E** - f. | {A} |\n| 4) **G** | {A} |\n"
        result = edited(text, ops.PaperAdded(f"{P}/4", after=evolve(self.paper, rank=5)))
        assert result == f"{text}| 5. **New**: Words. | [P](https://example.org/n) |\n"

    def test_the_first_row_of_an_issue(self) -> None:
        """
        It stands under the header that there is, or comes with one.
        """
        operation = ops.PaperAdded(f"{P}/0", after=evolve(self.paper, rank=1))
        row = "| 1) **New** - Words. | [P](https://example.org/n) |\n"
        assert edited(HEAD, operation) == HEAD + row
        header, delimiter, last = edited(HEADING, operation, dialect="table").splitlines(keepends=True)[-3:]
        assert (header, set(delimiter), last) == ("| **Paper**  | **Links** |\n", set("| -\n"), row)

    def test_a_row_with_a_summary_that_goes(self) -> None:
        """
        The dash goes with the summary and comes back with it.
        """
        text = f"{HEAD}| 1) **A**: b.  | {A} |\n| 2) **C**: d. | {A} |\n"
        without = edited(text, ops.TextRemoved(f"{P}/0/summary", before=Text("b.")))
        assert without.splitlines()[3].replace("  ", " ") == f"| 1) **A** | {A} |"
        again = edited(without, ops.TextAdded(f"{P}/0/summary", after=Text("e.")))
        assert again.splitlines()[3].replace("  ", " ") == f"| 1) **A**: e. | {A} |"


class TestWholeSeries:
    """
    Titles, paragraphs and issues of a document of tables.
    """

    text = f"# All\n\nLead.\n\n{HEAD}| 1) **A** - b. | {A} |\n\n---\n\nFoot.\n"

    def test_titles_come_and_go(self) -> None:
        """
        A title of the series is a heading of its own.
        """
        without = edited(self.text, ops.SeriesRetitled("", before="All", after=None))
        assert without.lstrip("\n") == self.text.removeprefix("# All\n\n")
        assert edited(without, ops.SeriesRetitled("", before=None, after="All")).startswith("# All\n")

    def test_paragraphs_come_go_and_move(self) -> None:
        """
        A paragraph stands between blank lines, in the place that the patch names.
        """
        more = edited(
            self.text, ops.ParagraphAdded("/lead/1", after="More."), ops.ParagraphAdded("/foot/0", after="On.")
        )
        assert more == self.text.replace("Lead.", "Lead.\n\nMore.").replace("Foot.", "On.\n\nFoot.")
        assert edited(more, ops.ParagraphRemoved("/lead/1", before="More.")) == more.replace("\n\nMore.", "")
        lines = edited(self.text, ops.ParagraphAdded("/issues/0/lead/0", after="Under."))
        assert lines.replace("\n", "") == self.text.replace(HEADING, f"{HEADING}Under.").replace("\n", "")

    def test_issues_move_with_their_rows(self) -> None:
        """
        An issue moves as it is written.
        """
        second = HEAD.replace("May 6 - May 12", "May 13 - May 19") + "| 1) **C**  -  d. | |\n"
        first = HEAD + f"| 1) **A** - b. | {A} |\n"
        assert edited(f"{first}\n{second}", ops.IssueMoved("/issues/0", to=1)) == f"{second}\n{first}"

    def test_an_issue_is_put_between_others(self) -> None:
        """
        The others keep their text.
        """
        second = HEAD.replace("May 6 - May 12", "May 13 - May 19") + "| 1) **C** - d. | |\n"
        first = HEAD + f"| 1) **A** - b. | {A} |\n"
        issue = markdown.loads(HEAD.replace("May 6 - May 12", "May 20 - May 26") + "| 1) **E** - f. | |\n")
        result = edited(f"{first}\n{second}", ops.IssueAdded("/issues/1", after=issue))
        assert result.startswith(first)
        assert result.endswith(f"\n\n{second}")

    def test_the_issue_that_is_left_alone(self) -> None:
        """
        All issues but one go.
        """
        second = HEAD.replace("May 6 - May 12", "May 13 - May 19") + "| 1) **C** - d. | |\n"
        text = f"# All\n\n{HEAD}| 1) **A** - b. | {A} |\n\n{second}"
        series = markdown.loads_series(text)
        assert changed(text, evolve(series, issues=(series[1],))) == f"# All\n\n{second}"


def test_bare_lines_hold_one_issue() -> None:
    """
    A second issue has no place in a post without marks.
    """
    text = "Digest\nMoshi\nSummary\nSpeaks.\n"
    patch = Patch([ops.IssueAdded("/issues/1", after=Issue(title="Next", language="en"))])
    with pytest.raises(EncodeError, match="cannot show this patch"):
        markdown.edit(text, patch)
