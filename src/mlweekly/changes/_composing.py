"""
One patch of two.

Lives here: joining operations, and dropping what cancels out.
Must not know: how operations are made.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from attrs import evolve

from mlweekly.changes._operations import FieldChanged, Operation

__all__ = ["joined"]


def joined(*parts: Iterable[Operation]) -> tuple[Operation, ...]:
    """
    Return the operations of all parts in order, without those that undo each other.

    Two neighbours on one field become one operation, and an operation that its neighbour undoes goes with it.
    """
    done: list[Operation] = []
    for part in parts:
        for operation in part:
            if not done:
                done.append(operation)
            elif operation == done[-1].inverse():
                done.pop()
            else:
                done[-1:] = _in_one(done[-1], operation)
    return tuple(done)


def _in_one(first: Operation, second: Operation) -> tuple[Operation, ...]:
    if type(first) is not type(second) or first.place != second.place or not issubclass(type(first), FieldChanged):
        return first, second
    earlier, later = cast("FieldChanged[object]", first), cast("FieldChanged[object]", second)
    return (evolve(earlier, after=later.after),) if earlier.after == later.before else (first, second)
