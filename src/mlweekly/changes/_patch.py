"""
Changes that belong together, and the change between two states.

Whatever reads or writes text has `Patch` in its annotations, so the operations load when they are first used.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import TypeVar

from attrs import field, frozen

import mlweekly._display
from mlweekly._display import Displayed
from mlweekly._mistakes import instead
from mlweekly._wording import expect
from mlweekly.changes._operation import Operation
from mlweekly.errors import PatchError, Problem, pointer_to, reject_if_any
from mlweekly.model import Issue, Series
from mlweekly.model._kinds import elements
from mlweekly.model._members import Sealed
from mlweekly.model._strings import shown

Target = TypeVar("Target", Issue, Series)


def _operations(operations: Iterable[Operation]) -> tuple[Operation, ...]:
    return elements(operations)


@cache
def _kinds() -> frozenset[type[Operation]]:
    from mlweekly.changes._operations import OPERATIONS

    return frozenset(OPERATIONS)


@frozen(repr=False)
class Patch(Displayed, Sealed):
    """
    Operations that are applied one after another, all of them or none.

    >>> from mlweekly.changes import IssueRetitled
    >>> from mlweekly.model import Issue
    >>> patch = Patch([IssueRetitled("", before="June 10 - June 16", after="September 16 - September 22")])
    >>> new = patch.apply(Issue(title="June 10 - June 16"))
    >>> new.title, patch.inverse().apply(new).title
    ('September 16 - September 22', 'June 10 - June 16')

    Attributes:
        operations: In the order in which they are applied; iteration and `len` go over them.

    Raises:
        ModelError: Something among them is not an operation.
    """

    operations: tuple[Operation, ...] = field(default=(), converter=_operations)

    def __attrs_post_init__(self) -> None:
        reject_if_any("Patch", self._problems())

    def _problems(self) -> Iterator[Problem]:
        if type(self.operations) is not tuple:
            yield Problem("/operations", f"must be operations, got {shown(self.operations)}")
            return
        for index, operation in enumerate(self.operations):
            if type(operation) not in _kinds():
                message = f"must be an Operation, got {shown(operation)}{instead('Operation', operation)}"
                yield Problem(pointer_to("operations", index), message)

    def __iter__(self) -> Iterator[Operation]:
        return iter(self.operations)

    def __len__(self) -> int:
        return len(self.operations)

    def __str__(self) -> str:
        return "\n".join(map(str, self.operations))

    def __repr__(self) -> str:
        return f"<Patch, operations: {len(self)}>"

    def __add__(self, other: object) -> Patch:
        """
        Return the patch that does what this one and then the other does; operations that undo each other are left out.
        """
        if not isinstance(other, Patch):
            return NotImplemented
        from mlweekly.changes._joining import joined

        return Patch(joined((*self, *other)))

    def apply(self, target: Target) -> Target:
        """
        Return the issue or series with every operation applied.

        Raises:
            PatchError: Some operation does not fit; each one that does not is listed, with its pointer, what it
                expected and what it found.
            TypeError: The target is neither an issue nor a series.
        """
        from mlweekly.changes._applying import applied

        expect(target, (Issue, Series), "an Issue or a Series")
        problems: list[Problem] = []
        changed = applied(self.operations, target, problems)
        if problems:
            raise PatchError(f"cannot apply this patch to the {type(target).__name__}{self._advice(target)}", problems)
        return changed

    def _advice(self, target: Issue | Series) -> str:
        """
        Say what the patch is a patch of, if that is something else.
        """
        from mlweekly.changes._applying import applied

        if isinstance(target, Issue):
            is_of_series = any(operation.pointer.startswith("/issues/") for operation in self.operations)
            return ": it is a series' patch, apply it to Series([issue])" if is_of_series else ""
        for index, issue in enumerate(target):
            problems: list[Problem] = []
            applied(self.operations, issue, problems)
            if not problems:
                return f": it is an issue's patch, apply it to series[{index}]"
        return ""

    def inverse(self) -> Patch:
        """
        Return the patch that undoes this one.
        """
        return Patch(operation.inverse() for operation in reversed(self.operations))

    def __page__(self) -> mlweekly._display.Page:
        # Pages are for people, and few programs show anything.
        from mlweekly.changes._pages import patch_page

        return patch_page(self.operations)

    def to_json_patch(self) -> list[dict[str, object]]:
        """
        Return the patch by RFC 6902, for the JSON form of its target; each step is a dict of plain data.

        What is replaced, removed or moved is guarded by a `test`. The member `version` is not the patch's business.

        Raises:
            EncodeError: An operation was created without the count that the ranks of the papers behind it need.
        """
        # Who compares values never needs the words of RFC 6902.
        from mlweekly.changes._json_patch import json_patch

        return json_patch(self.operations)


def diff(old: Target, new: Target) -> Patch:
    """
    Return the patch that leads from one state to the other: `diff(old, new).apply(old) == new`.

    Papers are matched by identity key, then by title; a paper that goes to another place is one operation, and no
    operation replaces more than one field or element. Equal values give an empty patch.

    >>> from mlweekly import Issue, Link, LinkSet, Paper, Text
    >>> moshi = Paper(rank=1, title=Text("Moshi"))
    >>> linked = Paper(rank=1, title=Text("Moshi"), links=LinkSet([Link("https://arxiv.org/abs/2410.00037", "Paper")]))
    >>> print(diff(Issue(papers=[moshi]), Issue(papers=[linked])))
    paper link added to Moshi: https://arxiv.org/abs/2410.00037

    Raises:
        TypeError: One side is an issue and the other a series, or neither is either.
    """
    for side in (old, new):
        expect(side, (Issue, Series), "an Issue or a Series")
    if type(old) is not type(new):
        found = f"{type(old).__name__} and {type(new).__name__}"
        raise TypeError(f"expected two issues or two series, got {found}: Series([issue]) is a series of one")
    from mlweekly.changes._differences import differences

    return Patch(tuple(differences(old, new)))
