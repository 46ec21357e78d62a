"""
Changes that belong together.

Lives here: `Patch`.
Must not know: how a single operation is made, or where one comes from (a diff, a fix, a file).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from attrs import field, frozen

from mlweekly.changes._applying import applied
from mlweekly.changes._operations import Operation
from mlweekly.errors import PatchError, Problem
from mlweekly.model import Issue, Series

__all__ = ["Patch"]

Target = TypeVar("Target", Issue, Series)


def _operations(operations: Iterable[Operation]) -> tuple[Operation, ...]:
    return tuple(operations)


@frozen
class Patch:
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
    """

    operations: tuple[Operation, ...] = field(default=(), converter=_operations)

    def __iter__(self) -> Iterator[Operation]:
        return iter(self.operations)

    def __len__(self) -> int:
        return len(self.operations)

    def __str__(self) -> str:
        return "\n".join(map(str, self.operations))

    def apply(self, target: Target) -> Target:
        """
        Return the issue or series with every operation made in it.

        Raises:
            PatchError: Some operation does not fit; each one that does not is listed, with its place, what it expected
                and what it found.
        """
        problems: list[Problem] = []
        changed = target
        for operation in self.operations:
            changed = applied(operation, changed, problems)
        if problems:
            raise PatchError(f"cannot apply this patch to the {type(target).__name__}", problems)
        return changed

    def inverse(self) -> Patch:
        """
        Return the patch that undoes this one.
        """
        return Patch(operation.inverse() for operation in reversed(self.operations))
