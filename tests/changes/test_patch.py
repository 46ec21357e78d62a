"""
Operations, and the patches that hold them.
"""

from __future__ import annotations

import pickle
from datetime import date

import pytest

from mlweekly import ContentsEntry, DateRange, EncodeError, Issue, Paper, PatchError, Problem, Series, Text
from mlweekly.changes import (
    ContentsRelabelled,
    ContentsRetargeted,
    IssueRetitled,
    Operation,
    PaperAdded,
    PaperRemoved,
    Patch,
    PeriodChanged,
    TextAdded,
)

JUNE = DateRange(date(2024, 6, 10), date(2024, 6, 16))
SEPTEMBER = DateRange(date(2024, 9, 16), date(2024, 9, 22))
PAPER = Paper(rank=1, title=Text("Moshi"))
ISSUE = Issue(title="June", period=JUNE)
SERIES = Series([Issue(title="May"), ISSUE], contents=[ContentsEntry("May", "#may"), ContentsEntry("June", "#june")])
OPERATIONS: tuple[Operation, ...] = (
    IssueRetitled("/issues/1", before="June", after="September"),
    PeriodChanged("/issues/1", before=JUNE, after=SEPTEMBER),
    ContentsRelabelled("/contents/1", before="June", after="September"),
    ContentsRetargeted("/contents/1", before="#june", after="#september"),
)


def test_patch_changes_the_named_fields_and_shares_the_rest() -> None:
    """
    Each operation changes its one field; what no operation names is the same object as before.
    """
    new = Patch(OPERATIONS).apply(SERIES)

    assert new == Series(
        [Issue(title="May"), Issue(title="September", period=SEPTEMBER)],
        contents=[ContentsEntry("May", "#may"), ContentsEntry("September", "#september")],
    )
    assert new.issues[0] is SERIES.issues[0]
    assert SERIES.issues[1].title == "June"


def test_patch_of_an_issue_starts_from_the_issue() -> None:
    """
    The pointer of an operation on an issue's own field is the empty string.
    """
    patch = Patch([IssueRetitled("", before="June", after=None), PeriodChanged("", before=JUNE, after=None)])

    assert patch.apply(ISSUE) == Issue()


def test_inverse_undoes() -> None:
    """
    The inverse brings the old value back, and the inverse of the inverse is the patch.
    """
    patch = Patch(OPERATIONS)

    assert patch.inverse().apply(patch.apply(SERIES)) == SERIES
    assert patch.inverse().inverse() == patch


def test_operations_on_one_field_are_made_in_order() -> None:
    """
    A later operation sees what an earlier one made, and the inverse goes backwards.
    """
    patch = Patch([IssueRetitled("", before="June", after="July"), IssueRetitled("", before="July", after="August")])

    assert patch.apply(ISSUE).title == "August"
    assert patch.inverse().apply(patch.apply(ISSUE)) == ISSUE


def test_patch_is_a_value() -> None:
    """
    A patch has a length, is false when empty, can be iterated, hashed and pickled, and takes any iterable.
    """
    patch = Patch(OPERATIONS)

    assert len(patch) == 4
    assert not Patch()
    assert tuple(patch) == OPERATIONS
    assert hash(patch) == hash(Patch(iter(OPERATIONS)))
    assert pickle.loads(pickle.dumps(patch)) == patch


def test_patch_reads_as_a_changelog() -> None:
    """
    A patch is a sentence a line.
    """
    assert str(Patch(OPERATIONS)).splitlines() == [
        'issue retitled from "June" to "September"',
        "period changed from 2024-06-10/2024-06-16 to 2024-09-16/2024-09-22",
        'contents entry relabelled from "June" to "September"',
        'contents entry retargeted from "#june" to "#september"',
    ]
    assert str(PeriodChanged("", before=None, after=JUNE)) == "period changed from nothing to 2024-06-10/2024-06-16"


def test_patch_that_does_not_fit_lists_every_reason() -> None:
    """
    Operation, place, expected and found are named for each operation that does not fit.
    """
    patch = Patch(
        [
            IssueRetitled("/issues/1", before="July", after="September"),
            IssueRetitled("/issues/2", before="June", after="September"),
            ContentsRetargeted("/contents/0", before=None, after="#september"),
            PeriodChanged("", before=JUNE, after=SEPTEMBER),
        ]
    )

    with pytest.raises(PatchError, match="cannot apply this patch to the Series") as raised:
        patch.apply(SERIES)
    assert raised.value.problems == (
        Problem("/issues/1", 'IssueRetitled does not fit: expected the title "July", found "June"'),
        Problem("/issues/2", "IssueRetitled does not fit: expected one of 2 elements, found index '2' in '/issues/2'"),
        Problem("/contents/0", 'ContentsRetargeted does not fit: expected the target nothing, found "#may"'),
        Problem("", "PeriodChanged does not fit: expected a pointer to an issue, found ''"),
    )


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda operation: type(operation).__name__)
def test_patch_of_a_series_does_not_fit_an_issue(operation: Operation) -> None:
    """
    A pointer that starts from a series leads nowhere in an issue.
    """
    with pytest.raises(PatchError, match=r"expected a pointer to an? (issue|object|contents entry), found"):
        Patch([operation]).apply(ISSUE)


@pytest.mark.parametrize(
    "pointer", ["/issues/01", "/issues/-1", "/issues/-", "/issues/1/title", "/contents/1", "/issues/١"]
)
def test_only_canonical_pointers_are_places(pointer: str) -> None:
    """
    An index is a number as RFC 6901 writes it, and the path ends at an issue.
    """
    with pytest.raises(PatchError, match=r"does not fit: expected (one of 2 elements|a pointer to an issue), found"):
        Patch([IssueRetitled(pointer, before="June", after="July")]).apply(SERIES)


def test_patch_cannot_make_what_a_constructor_refuses() -> None:
    """
    A new value that cannot mean anything is a misfit, with the constructor's reason.
    """
    patch = Patch([IssueRetitled("", before="June", after=" ")])

    with pytest.raises(PatchError, match="its title must not be blank"):
        patch.apply(ISSUE)


@pytest.mark.parametrize(
    ("operation", "message"),
    [
        (
            PaperAdded("/papers/0", after=PAPER),
            "PaperAdded must tell the count of papers, whose ranks change, got None",
        ),
        (
            PaperRemoved("/papers/0", before=PAPER),
            "PaperRemoved must tell the count of papers, whose ranks change, got None",
        ),
        (PaperAdded("/papers/-", after=PAPER, count=1), "PaperAdded must end with a position, got '/papers/-'"),
        (PaperRemoved("", before=PAPER, count=1), "PaperRemoved must end with a position, got ''"),
    ],
)
def test_steps_need_to_know_whose_ranks_follow(operation: Operation, message: str) -> None:
    """
    Ranks are spelled out by RFC 6902; an operation that does not tell which cannot be written so.
    """
    with pytest.raises(EncodeError, match="cannot write this patch by RFC 6902") as raised:
        Patch([operation]).to_json_patch()
    assert raised.value.problems == (Problem(operation.pointer, message),)


def test_an_addition_tells_how_many_elements_there_are_afterwards() -> None:
    """
    The inverse counts from there, so that it can be undone and written by RFC 6902 as well.
    """
    added = PaperAdded("/papers/0", after=PAPER, count=4)

    assert (added.count_after, added.inverse().count, added.inverse().count_after) == (5, 5, 4)
    assert PaperAdded("/papers/0", after=PAPER).inverse().count is None


def test_steps_test_the_title_that_there_is() -> None:
    """
    RFC 6902 tells a paper by the original of its title, or else by the first of its translations.
    """
    for title, path in (
        (Text("Moshi", translations={"ja": "モシ"}), "/papers/0/title/original"),
        (Text(translations={"ko": "모시", "ja": "モシ"}), "/papers/0/title/translations/ja"),
    ):
        steps = Patch([TextAdded("/papers/0/summary", after=Text("New."), of=title)]).to_json_patch()
        assert steps[0] == {"op": "test", "path": path, "value": str(title)}
