"""
Editing small texts: what is rewritten, in which form, and what is refused.
"""

from __future__ import annotations

from datetime import date

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
    PatchError,
    Text,
    markdown,
)
from mlweekly import changes as ops
from mlweekly.changes import Operation, Patch

TABLE = """\
# Papers

Read along.

## 2024
- [Week (May 13 - May 19)](./#week-may-13---may-19---2024)
* [Week (May 6 - May 12)](./#week-may-6---may-12---2024)

## Week (May 13 - May 19) - 2024
| **Paper**  | **Links**      |
| ---------- | -------------- |
| 1) **Moshi** - Listens & talks.   | [Paper](https://arxiv.org/abs/2410.00037v1) , [Tweet](https://x.com/a/status/1) |
| 2) Code \\& Data  Two blanks part them. | [Paper](https://arxiv.org/abs/2405.00002)    |
| 3) **DoT** - Thoughts. | [Paper](https://arxiv.org/abs/2405.00003))_ |

## Week (May 6 - May 12) - 2024
|Paper|Links|
|--|--|
| 1) **Old** - Words. | [Paper](https://arxiv.org/abs/2405.00001) |
"""
P = "/issues/0/papers"


def edited(*operations: Operation, text: str = TABLE) -> str:
    """
    Return the text with the operations made in it, read again as the patched value.
    """
    patch = Patch(operations)
    result = markdown.edit(text, patch)
    assert markdown.loads_series(result) == patch.apply(markdown.loads_series(text))
    return result


def replaced(old: str, new: str, text: str = TABLE) -> str:
    """
    Return the text with one piece of it exchanged.
    """
    assert text.count(old) == 1
    return text.replace(old, new)


class TestFieldsWithAPlace:
    """
    What is printed is replaced where it stands, with the escapes of its place.
    """

    def test_a_title_of_an_issue(self) -> None:
        """
        The words of the heading change, the contents list does not: the patch does not speak of it.
        """
        title = "Week (May 13 - May 19) - 2024"
        result = edited(ops.IssueRetitled("/issues/0", before=title, after=f"Best {title}"))
        assert result == replaced(f"## {title}", f"## Best {title}")

    def test_a_title_keeps_its_escapes(self) -> None:
        """
        Words that do not change are spelled as before; a bar in a cell is escaped.
        """
        result = edited(ops.PaperRetitled(f"{P}/1/title", before="Code & Data", after="Code & Data|Sets"))
        assert result == replaced("Code \\& Data ", "Code \\& Data\\|Sets ")

    def test_a_summary(self) -> None:
        """
        Padding behind a summary is no part of it.
        """
        result = edited(ops.TextReworded(f"{P}/0/summary", before="Listens & talks.", after="Talks."))
        assert result == replaced("Listens & talks.   |", "Talks.   |")

    def test_the_url_and_the_label_of_a_link(self) -> None:
        """
        A link keeps its brackets and what stands around them.
        """
        result = edited(
            ops.LinkRetargeted(
                f"{P}/0/links/0", before="https://arxiv.org/abs/2410.00037v1", after="https://arxiv.org/abs/2410.00037"
            ),
            ops.LinkRelabelled(f"{P}/0/links/1", before="Tweet", after="Post"),
        )
        assert result == replaced("00037v1) , [Tweet]", "00037) , [Post]")

    def test_entries_of_the_contents_list(self) -> None:
        """
        Label, target and the heading of a group change each in its place.
        """
        groups = [ops.ContentsRegrouped(f"/contents/{i}", before="2024", after="This year") for i in (0, 1)]
        result = edited(
            ops.ContentsRelabelled("/contents/1", before="Week (May 6 - May 12)", after="Week (May 6 - 12)"), *groups
        )
        assert result == replaced("* [Week (May 6 - May 12)]", "* [Week (May 6 - 12)]").replace(
            "## 2024", "## This year"
        )

    def test_the_lead_of_a_series(self) -> None:
        """
        A paragraph is replaced as it is.
        """
        result = edited(ops.ParagraphReworded("/lead/0", before="Read along.", after="Read *on*."))
        assert result == replaced("Read along.", "Read *on*.")


class TestWhatHasNoPlace:
    """
    What comes is written in the form of what stands beside it; what goes takes its separator along.
    """

    def test_a_new_link_copies_the_separator_before_it(self) -> None:
        """
        The row parts its links by a comma between blanks, and so does the new link.
        """
        link = Link("https://github.com/a/b", label="Code")
        result = edited(ops.LinkAdded(f"{P}/0/links/2", after=link))
        assert result == replaced("status/1)", "status/1) , [Code](https://github.com/a/b)")

    def test_a_new_link_copies_the_separator_of_other_rows(self) -> None:
        """
        A row with one link shows no separator, the one beside it does.
        """
        link = Link("https://github.com/a/b", label="Code")
        result = edited(ops.LinkAdded(f"{P}/1/links/0", after=link))
        assert result == replaced(
            "| [Paper](https://arxiv.org/abs/2405.00002)",
            "| [Code](https://github.com/a/b) , [Paper](https://arxiv.org/abs/2405.00002)",
        )

    @pytest.mark.parametrize(
        ("place", "url", "label", "gone"),
        [
            (0, "https://arxiv.org/abs/2410.00037v1", "Paper", "[Paper](https://arxiv.org/abs/2410.00037v1) , "),
            (1, "https://x.com/a/status/1", "Tweet", " , [Tweet](https://x.com/a/status/1)"),
        ],
    )
    def test_a_removed_link_takes_its_separator_along(self, place: int, url: str, label: str, gone: str) -> None:
        """
        The first link takes the separator behind it, another one that before it.
        """
        result = edited(ops.LinkRemoved(f"{P}/0/links/{place}", before=Link(url, label=label)))
        assert result == replaced(gone, "")

    def test_residue_stays(self) -> None:
        """
        What no field holds is not touched.
        """
        link = Link("https://arxiv.org/abs/2405.00003", label="Paper")
        result = edited(ops.LinkRemoved(f"{P}/2/links/0", before=link))
        assert result == replaced("[Paper](https://arxiv.org/abs/2405.00003))_", ")_")

    def test_a_summary_that_goes_and_comes(self) -> None:
        """
        A summary leaves with what parts it from the title, which keeps its marks, and comes with the usual separator.
        """
        without = edited(ops.TextRemoved(f"{P}/2/summary", before=Text("Thoughts.")))
        assert without == replaced("**DoT** - Thoughts.", "**DoT**")
        again = edited(ops.TextAdded(f"{P}/2/summary", after=Text("More.")), text=without)
        assert "| 3) **DoT**" in again
        assert "More. |" in again

    def test_a_new_paper_is_a_row_like_its_neighbour(self) -> None:
        """
        Rank, marks and separators are those of the row beside it; the rows behind it count on.
        """
        paper = Paper(
            rank=1,
            title=Text("New|est"),
            summary=Text("Words."),
            links=LinkSet([Link("https://a.b/c", label="Paper"), Link("https://a.b/d", label="Code")]),
        )
        result = edited(ops.PaperAdded(f"{P}/1", after=paper))
        row = "| 2) **New\\|est** - Words. | [Paper](https://a.b/c) , [Code](https://a.b/d) |\n"
        assert result == TABLE.replace("| 2) Code", f"{row}| 3) Code").replace("| 3) **DoT", "| 4) **DoT")

    def test_a_paper_that_goes_takes_its_line(self) -> None:
        """
        The rows behind it count on.
        """
        paper = markdown.loads_series(TABLE)[0].papers[0]
        result = edited(ops.PaperRemoved(f"{P}/0", before=paper))
        lines = [line for line in TABLE.splitlines() if "Moshi" not in line]
        assert result == "\n".join(lines).replace("2) Code", "1) Code").replace("3) **DoT", "2) **DoT") + "\n"

    def test_a_paper_that_moves_keeps_its_form(self) -> None:
        """
        A row moves as it is written, padding and residue included.
        """
        rows = TABLE.splitlines()[11:14]
        result = edited(ops.PaperMoved(f"{P}/2", to=0))
        moved = [rows[2].replace("3)", "1)", 1), rows[0].replace("1)", "2)", 1), rows[1].replace("2)", "3)", 1)]
        assert result == TABLE.replace("\n".join(rows), "\n".join(moved))

    def test_issues_and_entries_come_and_go(self) -> None:
        """
        An issue is a heading and a table, an entry a line with the bullet of the list.
        """
        issue = Issue(
            title="Week (May 20 - May 26) - 2024",
            period=DateRange(date(2024, 5, 20), date(2024, 5, 26)),
            language="en",
            papers=[Paper(rank=1, title=Text("A"), summary=Text("B"))],
        )
        entry = ContentsEntry("Week (May 20 - May 26)", "./#x", "2024")
        result = edited(ops.IssueAdded("/issues/0", after=issue), ops.ContentsAdded("/contents/0", after=entry))
        assert "## 2024\n- [Week (May 20 - May 26)](./#x)\n- [Week (May 13" in result
        assert "./#week-may-6---may-12---2024)\n\n## Week (May 20 - May 26) - 2024\n" in result
        back = markdown.edit(
            result,
            Patch([ops.IssueRemoved("/issues/0", before=issue), ops.ContentsRemoved("/contents/0", before=entry)]),
        )
        assert back == TABLE


class TestColumnsAndLineEnds:
    """
    Days are printed as around them, and a text keeps its line ends and its byte order mark.
    """

    text = (
        "\ufeff## Week (May 6 - May 12) - 2024\r\n| Paper | Release Date | Links |\r\n|---|---|---|\r\n"
        "| (1) **A** - b. | May 7, 2024 | [Paper](https://a.b/c)|\r\n| (2) **C** - d. |  | |\r\n"
    )

    def test_a_day_is_printed_like_those_beside_it(self) -> None:
        """
        A cell without a day gets one in the form of the column.
        """
        result = edited(ops.ReleasedChanged(f"{P}/1", before=None, after=date(2024, 5, 9)), text=self.text)
        assert result.startswith(self.text[: self.text.index("| (2)")])
        assert result.splitlines()[4].split("|")[2].strip() == "May 9, 2024"

    def test_a_row_comes_with_the_line_end_of_the_text(self) -> None:
        """
        Nothing but CRLF ends a line.
        """
        paper = Paper(rank=3, title=Text("E"), summary=Text("F"), released=date(2024, 5, 8))
        result = edited(ops.PaperAdded(f"{P}/2", after=paper), text=self.text)
        assert result == self.text + "| (3) **E** - F | May 8, 2024 | |\r\n"

    def test_an_issue_comes_behind_the_blanks_of_the_line_before_it(self) -> None:
        """
        Blanks that end a line are that line's, and stay with it.
        """
        text = self.text.replace("\r\n", " \t\r\n")
        issue = Issue(title="Next", language="en", papers=[Paper(rank=1, title=Text("E"), summary=Text("F"))])
        result = edited(ops.IssueAdded("/issues/1", after=issue), text=text)
        assert result.startswith(text.removesuffix("\r\n"))


class TestRefusals:
    """
    What cannot be made is refused whole.
    """

    def test_what_the_dialect_cannot_show_is_listed(self) -> None:
        """
        A table has cannot hold an abstract and a source; each is named.
        """
        patch = Patch(
            [
                ops.SourceChanged("/issues/0", before=None, after="https://a.b/c"),
                ops.OriginalRemoved(f"{P}/0/title", before="Moshi"),
            ]
        )
        with pytest.raises((EncodeError, PatchError)):
            markdown.edit(TABLE, patch)
        with pytest.raises(EncodeError, match="cannot hold a source") as error:
            markdown.edit(TABLE, Patch(patch.operations[:1]))
        assert [problem.pointer for problem in error.value.problems] == ["/issues/0/source"]

    def test_a_patch_that_does_not_fit(self) -> None:
        """
        The error is that of `Patch.apply`.
        """
        with pytest.raises(PatchError, match="expected"):
            markdown.edit(TABLE, Patch([ops.PaperRetitled(f"{P}/0/title", before="DoT", after="x")]))

    def test_an_issues_patch_needs_a_text_of_one_issue(self) -> None:
        """
        In a text of many nobody could tell which issue is meant.
        """
        with pytest.raises(PatchError, match="the patch is an issue's, the text holds 2"):
            markdown.edit(TABLE, Patch([ops.PaperRetitled("/papers/0/title", before="Moshi", after="x")]))

    def test_a_text_without_an_issue(self) -> None:
        """
        There is nothing to edit; an empty patch leaves every text as it is.
        """
        with pytest.raises(DecodeError, match="no issue"):
            markdown.edit("words", Patch([ops.SeriesRetitled("", before=None, after="x")]))
        assert markdown.edit("words", Patch()) == "words"


class TestAnIssuesPatch:
    """
    A patch of an issue is made in a text of one.
    """

    text = TABLE[: TABLE.index("## Week (May 6")].rstrip() + "\n"

    def test_a_corrected_heading_takes_its_entry_along(self) -> None:
        """
        An issue cannot speak of the contents list, so the list follows it.
        """
        new = "Week (May 20 - May 26) - 2024"
        period = DateRange(date(2024, 5, 20), date(2024, 5, 26))
        issue = markdown.loads(self.text)
        patch = Patch(
            [
                ops.IssueRetitled("", before=issue.title, after=new),
                ops.PeriodChanged("", before=issue.period, after=period),
            ]
        )
        result = markdown.edit(self.text, patch)
        assert markdown.loads(result) == patch.apply(issue)
        expected = self.text.replace("May 13 - May 19", "May 20 - May 26")
        assert result == expected.replace("may-13---may-19", "may-20---may-26")


class TestForm:
    """
    A change of form alone is made in the source, and must say the same.
    """

    def test_a_title_gets_its_marks(self) -> None:
        """
        The value is the same before and afterwards.
        """
        result = edited(ops.Rewritten(f"{P}/1/title", before="Code \\& Data  ", after="**Code & Data** - "))
        assert result == replaced("Code \\& Data  ", "**Code & Data** - ")

    def test_a_form_that_says_something_else(self) -> None:
        """
        It is refused with the difference.
        """
        with pytest.raises(EncodeError, match="change what the text says"):
            markdown.edit(TABLE, Patch([ops.Rewritten(f"{P}/0/title", before="Moshi", after="Mimi")]))

    def test_a_piece_that_is_not_there(self) -> None:
        """
        The patch does not fit.
        """
        with pytest.raises(PatchError, match="expected the source text"):
            markdown.edit(TABLE, Patch([ops.Rewritten(f"{P}/0/title", before="Mimi", after="x")]))


def test_a_post_that_a_person_wrote_keeps_its_form() -> None:
    """
    Levels, bullets and blank lines of a post are those of the person, also around what is new.
    """
    text = (
        "# [2024/09/16 ~ 09/22] Digest\n\n\n### Moshi\n#### Summary\nA *model*.\n"
        "#### Further reading\n* https://a.b/c\n\n\n### DoT\n#### Summary\nThoughts.\n"
    )
    result = edited(
        ops.LinkAdded(f"{P}/0/links/1", after=Link("https://a.b/d")),
        ops.TextReworded(f"{P}/1/summary", before="Thoughts.", after="Graphs."),
        text=text,
    )
    assert result == text.replace("a.b/c\n", "a.b/c\n* https://a.b/d\n").replace("Thoughts", "Graphs")
