"""
Two changes of one value made one.
"""

from __future__ import annotations

from functools import cached_property
from typing import Generic, Literal, TypeVar, cast

from attrs import field, frozen

import mlweekly._display
from mlweekly._display import Displayed
from mlweekly._wording import expect
from mlweekly.changes._merging._conflicts import Conflict, Value
from mlweekly.changes._merging._decisions import Decision, decide, merged_value
from mlweekly.changes._merging._sides import Side
from mlweekly.changes._patch import Patch, diff
from mlweekly.errors import ModelError, PatchError, Problem
from mlweekly.model import Issue, Series, freeze
from mlweekly.model._members import Sealed
from mlweekly.model._strings import shown

Target = TypeVar("Target", Issue, Series)


@frozen(repr=False)
class Merged(Displayed, Sealed, Generic[Target]):
    """
    The outcome of combining two sides that started from one base.

    Attributes:
        base: What both sides started from.
        ours: Our side.
        theirs: Their side.
        value: The base with every change that no other contradicts; what is in conflict is as in the base.
        conflicts: What only a person can decide, in the order of the base.
        decisions: What was decided for each place that either side changed; not compared, as it follows from the rest.
        resolved: What was decided by hand: each conflict, and the value that was chosen.
    """

    base: Target
    ours: Target
    theirs: Target
    value: Target
    conflicts: tuple[Conflict, ...] = ()
    decisions: tuple[Decision, ...] = field(default=(), eq=False)
    resolved: tuple[tuple[Conflict, Value], ...] = ()

    @cached_property
    def patch(self) -> Patch:
        """
        What the merge changes: the patch that leads from the base to the value.
        """
        return diff(self.base, self.value)

    def __page__(self) -> mlweekly._display.Page:
        # Pages are for people, and few programs show anything.
        from mlweekly.changes._pages import merged_page

        return merged_page(self.base, self.conflicts, self.patch)

    def __repr__(self) -> str:
        kind = type(self.base).__name__
        return f"<Merged {kind}, changes: {len(self.patch)}, conflicts: {len(self.conflicts)}>"

    def marked(self) -> str:
        """
        Return the open conflicts for a person, each with all three values between the marks of version control.
        """
        return "\n\n".join(conflict.marked() for conflict in self.conflicts)

    def resolve(self, conflict: Conflict, choice: Value) -> Merged[Target]:
        """
        Return the merge with one conflict decided.

        Args:
            conflict: One of `conflicts`.
            choice: "ours", "theirs", or any value that the place can hold: `ABSENT` for no element, translation or
                extra member; for a conflict of order all indexes of `conflict.base`, in the order to use.

        Raises:
            PatchError: The conflict is not in this merge, or is already decided, or the choice is not such an order.
            ModelError: The place cannot hold the value.
        """
        expect(conflict, Conflict, "a Conflict")
        if conflict not in self.conflicts:
            problem = Problem(conflict.pointer, f"expected one of the open conflicts, found: {conflict}")
            raise PatchError("cannot resolve this conflict", [problem])
        value = conflict.ours if choice == "ours" else conflict.theirs if choice == "theirs" else choice
        if isinstance(value, dict | list):
            problems: list[Problem] = []
            value = freeze(cast("object", value), problems, conflict.pointer)
            if problems:
                raise ModelError("cannot resolve this conflict", problems)
        if conflict.kind == "order" and not _is_order(value, cast("tuple[int, ...]", conflict.base)):
            problem = Problem(
                conflict.pointer, f"expected the indexes {conflict.base} in some order, found {shown(value)}"
            )
            raise PatchError("cannot resolve this conflict", [problem])
        return _merged(self.base, self.ours, self.theirs, (*self.resolved, (conflict, value)))

    def resolve_all(self, choice: Literal["ours", "theirs"]) -> Merged[Target]:
        """
        Return the merge with every open conflict decided for one side.

        Raises:
            PatchError: The choice is no side.
        """
        if choice not in ("ours", "theirs"):
            problem = Problem("", f'expected "ours" or "theirs", found {shown(choice)}')
            raise PatchError("cannot resolve the conflicts", [problem])
        chosen: list[tuple[Conflict, Value]] = [(each, getattr(each, choice)) for each in self.conflicts]
        return _merged(self.base, self.ours, self.theirs, (*self.resolved, *chosen))


def merge(base: Target, *, ours: Target, theirs: Target) -> Merged[Target]:
    """
    Combine two values that started from one base: every change of either side, except those that contradict each other.

    What both changed alike is changed once, and edits of different words of one text are combined. Nothing is decided
    by which side is called ours: swapped sides give the same value and the same conflicts, swapped.

    >>> from mlweekly import Issue
    >>> base = Issue(title="June", language="en")
    >>> merged = merge(base, ours=Issue(title="July", language="en"), theirs=Issue(title="May", language="ja"))
    >>> merged.value.title, merged.value.language, [conflict.pointer for conflict in merged.conflicts]
    ('June', 'ja', ['/title'])
    >>> merged.resolve(merged.conflicts[0], "ours").value.title
    'July'

    Raises:
        TypeError: They are not three issues or three series.
    """
    return _merged(base, ours, theirs, ())


def _merged(base: Target, ours: Target, theirs: Target, resolved: tuple[tuple[Conflict, Value], ...]) -> Merged[Target]:
    one, other = (Side(base, side, diff(base, side)) for side in (ours, theirs))
    decisions = decide(base, one, other, dict(resolved))
    value = cast("Target", merged_value(base, decisions))
    conflicts = tuple(each.conflict for each in decisions if each.choice == "conflict" and each.conflict is not None)
    return Merged(base, ours, theirs, value, conflicts, decisions, resolved)


def _is_order(value: Value, indexes: tuple[int, ...]) -> bool:
    if not isinstance(value, tuple) or not all(type(each) is int for each in cast("tuple[object, ...]", value)):
        return False
    return sorted(cast("tuple[int, ...]", value)) == list(indexes)
