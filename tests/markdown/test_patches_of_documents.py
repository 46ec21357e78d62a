"""
Which patches a text takes, and where they would be applied.
"""

from __future__ import annotations

from datetime import date

import pytest

from mlweekly import ContentsEntry, DateRange, DecodeError, Issue, Link, Paper, PatchError, Text, markdown
from mlweekly import changes as ops
from mlweekly.changes import Operation, Patch

LINK = Link("https://example.org/a", label="Paper")
HEAD = "## Papers of the Week (May 6 - May 12) - 2024\n| Paper | Links |\n|---|---|\n"
ONE = f"# All\n\nLead.\n\n{HEAD}| 1) **A** - b. | [Paper](https://example.org/a) |\n"
TWO = f"{ONE}\n{HEAD.replace('May 6 - May 12', 'May 13 - May 19')}| 1) **C** - d. | |\n\nFoot.\n"
WEEK = DateRange(date(2024, 5, 6), date(2024, 5, 12))
NEXT = DateRange(date(2024, 5, 20), date(2024, 5, 26))


def fails(text: str, *operations: Operation) -> PatchError:
    """
    Return the error of a patch that does not fit a text.
    """
    with pytest.raises(PatchError, match="patch") as caught:
        markdown.edit(text, Patch(operations))
    return caught.value


@pytest.mark.parametrize(
    "operation",
    [
        ops.IssueRetitled("", before=None, after="x"),
        ops.LanguageChanged("", before="en", after=None),
        ops.PeriodChanged("", before=WEEK, after=None),
        ops.PublishedChanged("", before=None, after=date(2024, 5, 6)),
        ops.SourceChanged("", before=None, after="https://example.org/"),
        ops.PaperRetitled("/papers/0/title", before="A", after="x"),
        ops.ParagraphAdded("/notices/0", after="x"),
        ops.ParagraphAdded("/comments/0", after="x"),
        ops.Rewritten("/period", before="a", after="b"),
        ops.Rewritten("/source", before="a", after="b"),
    ],
    ids=lambda operation: type(operation).__name__,
)
def test_a_patch_of_an_issue_in_a_text_of_many(operation: Operation) -> None:
    """
    It is refused, and each operation that could not be a series' is named.
    """
    error = fails(TWO, operation, ops.ParagraphAdded("/foot/0", after="x"))
    advice = "mlweekly.diff of two series returns its patch"
    assert error.summary == f"the patch is an issue's, the text holds 2: {advice}"
    assert [str(problem) for problem in error.problems] == [
        f'{operation.pointer or "(root)"}: expected a pointer from the series, such as "/issues/0/title"'
    ]


@pytest.mark.parametrize(
    ("operation", "old", "new"),
    [
        (ops.PaperRetitled("/papers/0/title", before="A", after="E"), "**A**", "**E**"),
        (ops.PaperRetitled("/issues/0/papers/0/title", before="A", after="E"), "**A**", "**E**"),
        (ops.SeriesRetitled("", before="All", after="Every"), "# All", "# Every"),
        (ops.ParagraphReworded("/lead/0", before="Lead.", after="Led."), "Lead.", "Led."),
        (ops.Rewritten("/lead/0", before="Lead.", after="Lead. "), "Lead.\n", "Lead. \n"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_a_patch_in_a_text_of_one(operation: Operation, old: str, new: str) -> None:
    """
    A patch of the issue and one of the series are both taken.
    """
    assert markdown.edit(ONE, Patch([operation])) == ONE.replace(old, new)


def test_a_patch_of_a_lead_that_fits_the_issue_alone() -> None:
    """
    It is the issue's if it does not fit the series.
    """
    text = ONE.replace("## ", "## ").replace("2024\n", "2024\n\nIssue.\n\n")
    patch = Patch([ops.ParagraphReworded("/lead/0", before="Issue.", after="Week.")])
    assert markdown.edit(text, patch) == text.replace("Issue.", "Week.")


def test_a_patch_that_fits_neither() -> None:
    """
    The error is that of the issue.
    """
    error = fails(ONE, ops.ParagraphReworded("/lead/0", before="Other.", after="Week."))
    assert error.summary == "cannot apply this patch to the Issue"


def test_a_patch_of_an_issue_takes_its_contents_entry_along() -> None:
    """
    Label and anchor follow a new title, by the days that the patch gives it.
    """
    contents = "- [Papers of the Week (May 6 - May 12)](#papers-of-the-week-may-6---may-12---2024)\n\n"
    text = contents + HEAD + "| 1) **A** - b. | |\n"
    issue = markdown.loads(text)
    assert issue.title is not None
    new = issue.title.replace("May 6 - May 12", "May 20 - May 26")
    patch = Patch(
        [
            ops.IssueRetitled("", before=issue.title, after=new),
            ops.PeriodChanged("", before=WEEK, after=NEXT),
        ]
    )
    edited = markdown.loads_series(markdown.edit(text, patch))
    assert edited.contents == (
        ContentsEntry("Papers of the Week (May 20 - May 26)", "#papers-of-the-week-may-20---may-26---2024"),
    )
    assert edited[0] == patch.apply(issue)


def test_a_text_without_an_issue() -> None:
    """
    There is nothing that a patch could change.
    """
    with pytest.raises(DecodeError, match="holds no issue to edit"):
        markdown.edit("words", Patch([ops.SeriesRetitled("", before=None, after="x")]))


class TestReplacements:
    """
    Where patches would be applied, each as if it were the only one.
    """

    @staticmethod
    def applied(text: str, *patches: Patch) -> list[str | None]:
        """
        Return the text with each patch applied in it; None for a patch without replacements.
        """
        results: list[str | None] = []
        for replacements in markdown.replacements(markdown.parse(text), patches):
            if replacements is None:
                results.append(None)
                continue
            edited = text
            starts = [start for (start, _), _ in replacements]
            assert starts == sorted(starts)
            for (start, end), words in reversed(replacements):
                edited = edited[:start] + words + edited[end:]
            results.append(edited)
        return results

    def test_each_patch_alone(self) -> None:
        """
        What is done is what `edit` does, in a document of many issues and twice in one of them.
        """
        patches = [
            Patch([ops.PaperRetitled("/issues/0/papers/0/title", before="A", after="E")]),
            Patch([ops.PaperRetitled("/issues/1/papers/0/title", before="C", after="F|G")]),
            Patch([ops.LinkRemoved("/issues/0/papers/0/links/0", before=LINK)]),
            Patch([ops.ParagraphReworded("/foot/0", before="Foot.", after="On foot.")]),
            Patch([ops.IssueRemoved("/issues/0", before=markdown.loads_series(TWO)[0])]),
            Patch([ops.Rewritten("/issues/0/papers/0/title", before="** - b.", after="**: b.")]),
        ]
        assert self.applied(TWO, *patches) == [markdown.edit(TWO, patch) for patch in patches]

    def test_a_patch_that_cannot_be_applied(self) -> None:
        """
        It spoils none of the others.
        """
        source = ops.SourceChanged("/issues/0", before=None, after="https://example.org/")
        good = Patch([ops.PaperRetitled("/issues/0/papers/0/title", before="A", after="E")])
        stale = Patch([ops.PaperRetitled("/issues/0/papers/0/title", before="X", after="E")])
        unknown = Patch([ops.Rewritten("/issues/0/papers/0/title", before="nowhere", after="E")])
        other = Patch([ops.Rewritten("/issues/0/papers/0/title", before="**A**", after="**B**")])
        found = self.applied(TWO, good, Patch([source]), stale, unknown, other, good)
        assert found == [markdown.edit(TWO, good), None, None, None, None, markdown.edit(TWO, good)]

    def test_patches_of_an_issue(self) -> None:
        """
        In a text of one issue a patch of it is taken, too.
        """
        patch = Patch([ops.PaperRetitled("/papers/0/title", before="A", after="E")])
        assert self.applied(ONE, patch) == [markdown.edit(ONE, patch)]
        assert self.applied(TWO, patch) == [None]

    def test_line_ends_are_not_torn_apart(self) -> None:
        """
        No replacement begins or ends inside of CRLF.
        """
        text = ONE.replace("\n", "\r\n")
        paper = Paper(rank=2, title=Text("N"))
        patches = [
            Patch([ops.PaperAdded("/issues/0/papers/1", after=paper)]),
            Patch([ops.PaperRemoved("/issues/0/papers/0", before=markdown.loads(text).papers[0])]),
            Patch([ops.ParagraphRemoved("/lead/0", before="Lead.")]),
        ]
        for replacements in markdown.replacements(markdown.parse(text), patches):
            assert replacements
            for (start, end), _ in replacements:
                assert text[start - 1 : start + 1] != "\r\n"
                assert text[end - 1 : end + 1] != "\r\n"

    def test_a_text_in_no_dialect(self) -> None:
        """
        No patch is applied in it.
        """
        assert self.applied("words", Patch([ops.IssueAdded("/issues/0", after=Issue())])) == [None]


@pytest.mark.parametrize("dialect", [None, "table"])
def test_a_text_that_is_no_digest_has_no_replacements(dialect: str | None) -> None:
    """
    Nothing is edited in it, whatever dialect it was asked for in; an empty patch replaces nothing.
    """
    document = markdown.parse("Just words.\n", dialect=dialect)

    assert markdown.replacements(document, [Patch([ops.SeriesRetitled("", before=None, after="A")]), Patch()]) == (
        None,
        (),
    )
