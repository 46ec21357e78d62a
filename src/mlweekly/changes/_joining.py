"""
The operations of two patches one after another, as few as say the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import cast

from attrs import evolve

from mlweekly.changes._operations import FieldChanged, Operation
from mlweekly.model._mapping import comparable


def joined(operations: Iterable[Operation]) -> Iterator[Operation]:
    """
    Return the operations in order, without those that undo each other.

    Two neighbours on one field become one operation, and an operation that its neighbour undoes goes with it.
    """
    done: list[Operation] = []
    for operation in operations:
        if done and operation == done[-1].inverse():
            done.pop()
        elif done and _is_on_same_field(done[-1], operation):
            done[-1] = evolve(
                cast("FieldChanged[object]", done[-1]), after=cast("FieldChanged[object]", operation).after
            )
        else:
            done.append(operation)
    return iter(done)


def _is_on_same_field(first: Operation, second: Operation) -> bool:
    if type(first) is not type(second) or first.place != second.place or not isinstance(first, FieldChanged):
        return False
    earlier, later = cast("FieldChanged[object]", first), cast("FieldChanged[object]", second)
    return comparable(earlier.after) == comparable(later.before)
