"""
Changes that belong together.

Lives here: `Patch`.
Must not know: how a single operation is made, or where one comes from (a diff, a fix, a file).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, TypeVar

from attrs import field, frozen

from mlweekly._display import Displayed
from mlweekly.changes._applying import applied
from mlweekly.changes._composing import joined
from mlweekly.changes._operations import Operation
from mlweekly.errors import PatchError, Problem, pointer_to, reject_if_any
from mlweekly.model import Issue, Series

if TYPE_CHECKING:
    from mlweekly._display import Page

__all__ = ["Patch"]

Target = TypeVar("Target", Issue, Series)


def _operations(operations: Iterable[Operation]) -> tuple[Operation, ...]:
    every = tuple(operations)
    reject_if_any("Patch", _strangers(every))
    return every


def _strangers(items: Iterable[object]) -> Iterator[Problem]:
    for place, item in enumerate(items):
        if not isinstance(item, Operation):
            yield Problem(pointer_to("operations", place), f"must be an Operation, got {item!r}")


@frozen
class Patch(Displayed):
    """
    Operations that are made one after another, all of them or none.

    >>> from mlweekly.changes import IssueRetitled
    >>> from mlweekly.model import Issue
    >>> patch = Patch([IssueRetitled("", before="June 10 - June 16", after="September 16 - September 22")])
    >>> new = patch.apply(Issue(title="June 10 - June 16"))
    >>> new.title, patch.inverse().apply(new).title
    ('September 16 - September 22', 'June 10 - June 16')

    Attributes:
        operations: In the order in which they are made; iteration and `len` go over them.

    Raises:
        ModelError: Something among them is no operation.
    """

    operations: tuple[Operation, ...] = field(default=(), converter=_operations)

    def __iter__(self) -> Iterator[Operation]:
        return iter(self.operations)

    def __len__(self) -> int:
        return len(self.operations)

    def __str__(self) -> str:
        return "\n".join(map(str, self.operations))

    def __add__(self, other: Patch) -> Patch:
        """
        Return the patch that does what this one and then the other does; operations that undo each other are left out.
        """
        return Patch(joined(self, other)) if type(other) is Patch else NotImplemented

    def apply(self, target: Target) -> Target:
        """
        Return the issue or series with every operation made in it.

        Raises:
            PatchError: Some operation does not fit; each one that does not is listed, with its place, what it expected
                and what it found.
            TypeError: The target is neither an issue nor a series.
        """
        _reject_stranger(target)
        problems: list[Problem] = []
        changed = applied(self.operations, target, problems)
        if problems:
            raise PatchError(f"cannot apply this patch to the {type(target).__name__}", problems)
        return changed

    def inverse(self) -> Patch:
        """
        Return the patch that undoes this one.
        """
        return Patch(operation.inverse() for operation in reversed(self.operations))

    def __page__(self) -> Page:
        # Pages are made for people, and few programs show anything.
        from mlweekly.changes._pages import patch_page

        return patch_page(self.operations)

    def to_json_patch(self) -> list[dict[str, object]]:
        """
        Return the patch by RFC 6902, for the JSON form of its target; each step is a dict of plain data.

        What is replaced, removed or moved is guarded by a `test`. The member `version` is not the patch's business.

        Raises:
            EncodeError: An operation was made without the count that the ranks of the papers behind it need.
        """
        # Who compares values never needs the words of RFC 6902.
        from mlweekly.changes._json_patch import json_patch

        return json_patch(self.operations)


def _reject_stranger(target: object) -> None:
    if not isinstance(target, Issue | Series):
        raise TypeError(f"must be an issue or a series, got {type(target).__name__}")
