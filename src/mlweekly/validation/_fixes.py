"""
From the fixes of single findings to one patch.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import evolve

from mlweekly.changes import (
    ContentsAdded,
    ContentsIndex,
    ElementAdded,
    ElementMoved,
    ElementRemoved,
    IssueRetitled,
    LinkAdded,
    LinkRemoved,
    Operation,
    Patch,
    PeriodChanged,
    Rewritten,
)
from mlweekly.document import Document
from mlweekly.errors import pointer_to
from mlweekly.validation._finding import Finding, Fix

__all__ = ["fix_in_series", "text_to_edit", "together"]


def fix_in_series(fix: Fix, contents: ContentsIndex, index: int) -> Fix:
    """
    Return the fix of one issue as a fix of the series: a new title takes its contents entry along.
    """
    prefix = pointer_to("issues", index)
    own = [evolve(operation, pointer=prefix + operation.pointer) for operation in fix.patch]
    return evolve(fix, patch=Patch([*own, *_contents_operations(fix.patch, contents, index)]))


def _contents_operations(patch: Patch, contents: ContentsIndex, index: int) -> Iterator[Operation]:
    period = contents.series.issues[index].period
    for operation in patch:
        if isinstance(operation, PeriodChanged):
            period = operation.after
    for operation in patch:
        if isinstance(operation, IssueRetitled) and operation.after is not None and period is not None:
            yield from contents.following(index, operation.after, period)


def text_to_edit(document: Document | None) -> Document | None:
    """
    Return the document in whose text fixes are made; None where there is none, or one that was made by hand.

    A document without a form is fixed as a value.
    """
    return None if document is not None and document.form is None and document.series.issues else document


def together(
    findings: Iterable[Finding],
    document: Document | None = None,
    *,
    unsafe: bool = True,
    done: Iterable[Operation] = (),
) -> tuple[Patch, list[Finding], list[Finding]]:
    """
    Return the proposed fixes as one patch, the findings whose fix is in it, and those whose fix has to wait.

    A fix waits if it touches what an earlier one changes otherwise: validating the fixed value again brings it back if
    it is still needed. Changes of form come first, and changes of papers' titles last, for an operation knows its paper
    by the title.

    Args:
        findings: What was found.
        document: The text, where there is one: changes of form must find their places in it.
        unsafe: Whether to take the fixes that are only proposals, too.
        done: What was done before; no proposal brings back what it took away.
    """
    made = _Made(document)
    taken: list[Finding] = []
    waiting: list[Finding] = []
    gone = {value for operation in done if (value := _taken_away(operation)) is not None}
    for finding in findings:
        fix = finding.proposal
        if fix is None or not (fix.safe or unsafe):
            continue
        if fix.safe or not gone or gone.isdisjoint(map(_brought, fix.patch)):
            (taken if made.take(fix.patch) else waiting).append(finding)
    return Patch(sorted(made.operations, key=_turn)), taken, waiting


def _taken_away(operation: Operation) -> tuple[object, ...] | None:
    follows_heading = operation.pointer.startswith("/contents/")
    if follows_heading or isinstance(operation, Rewritten | ElementAdded | ElementRemoved | ElementMoved):
        return None
    return type(operation), operation.pointer, getattr(operation, "language", None), getattr(operation, "before", None)


def _brought(operation: Operation) -> tuple[object, ...]:
    return type(operation), operation.pointer, getattr(operation, "language", None), getattr(operation, "after", None)


def _turn(operation: Operation) -> int:
    if isinstance(operation, Rewritten):
        return 0
    return 2 if operation.pointer.endswith("/title") else 1


class _Made:
    """
    The operations that were taken, and the places that they keep others from.
    """

    def __init__(self, document: Document | None) -> None:
        self.operations: list[Operation] = []
        self._taken: set[Operation] = set()
        self._around: set[str] = set()
        self._closed: set[str] = set()
        self._document = document
        self._rewritten: list[tuple[int, int]] = []
        self._grown: dict[str, list[int]] = {}
        self._shrunk: dict[str, list[int]] = {}

    def take(self, patch: Patch) -> bool:
        """
        Take the operations of a fix, or return False where they are in the way of others.
        """
        own = [operation for operation in dict.fromkeys(patch) if operation not in self._taken]
        forms = [operation for operation in own if isinstance(operation, Rewritten)]
        values = [operation for operation in own if not isinstance(operation, Rewritten)]
        places = self._places(forms)
        resized = self._resized_by(patch)
        if places is None or not all(self._is_free(operation, resized) for operation in values):
            return False
        self.operations += own if resized is None else [self._behind_others(each, resized) for each in values]
        self._taken.update(own)
        self._rewritten = places
        for operation in values:
            place = _closed_by(operation)
            self._closed.add(place)
            self._around.update(_above(place))
        return True

    def _is_free(self, operation: Operation, resized: dict[str, list[int]] | None) -> bool:
        place = _closed_by(operation)
        if place in self._around or not self._closed.isdisjoint(_above(place)):
            return False
        return place not in self._closed or (resized is not None and place in resized)

    def _resized_by(self, patch: Patch) -> dict[str, list[int]] | None:
        """
        Return the places, by sequence, where elements come, or go, if that is all that a fix does with one of them.

        Others of its kind can be made beside it.
        """
        operation = next(iter(patch), None)
        if len(patch) == 1 and isinstance(operation, ContentsAdded | LinkAdded):
            return self._grown
        return self._shrunk if len(patch) == 1 and isinstance(operation, LinkRemoved) else None

    def _behind_others(self, operation: Operation, resized: dict[str, list[int]]) -> Operation:
        """
        Return an addition, or a removal, with the position that it has after those that were taken before it.
        """
        sequence, _, position = operation.pointer.rpartition("/")
        others = resized.setdefault(sequence, [])
        before = sum(1 for other in others if other <= int(position))
        others.append(int(position))
        if not isinstance(operation, ContentsAdded | LinkAdded | LinkRemoved):
            return operation
        step = -1 if isinstance(operation, LinkRemoved) else 1
        count = None if operation.count is None else operation.count + step * (len(others) - 1)
        return evolve(operation, pointer=f"{sequence}/{int(position) + step * before}", count=count)

    def _places(self, forms: Iterable[Rewritten]) -> list[tuple[int, int]] | None:
        """
        Return the places of all changes of form with these among them, or None where one of them finds none.
        """
        places = list(self._rewritten)
        if self._document is None:
            return places
        for operation in forms:
            place = self._document.find(operation.before, operation.pointer, places)
            if place is None:
                return None
            places.append(place)
        return places


def _closed_by(operation: Operation) -> str:
    """
    Return the pointer below which an operation lets no other fix work: of an element, its whole sequence.

    A paper's title is one place, with its translations: what it is known by may change.
    """
    is_of_element = isinstance(operation, ElementAdded | ElementRemoved | ElementMoved)
    if not is_of_element and operation.pointer.endswith("/title"):
        return operation.pointer
    return operation.pointer.rpartition("/")[0] if is_of_element else operation.place


def _above(pointer: str) -> Iterator[str]:
    while pointer:
        pointer = pointer.rpartition("/")[0]
        yield pointer
