"""
One side of a merge in terms of the base: every operation at the place that the base has for it.

Lives here: `Side`.
Must not know: the other side.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import cast

from attrs import Factory, define

from mlweekly.changes._merging._conflicts import ABSENT, Value
from mlweekly.changes._merging._places import child_of, tokens_of
from mlweekly.changes._operations import (
    ElementAdded,
    ElementMoved,
    ElementRemoved,
    Operation,
    OriginalAdded,
    OriginalRemoved,
)

__all__ = ["Order", "Side", "value_at"]


@define
class Order:
    """
    What one side made of the order of a sequence.

    Attributes:
        positions: The position in the base of each element of the side, None for one that the base does not have.
        moved: The positions in the base of those that the side moved.
        removed: The positions in the base of those that the side removed.
        operations: How it was made.
    """

    positions: list[int | None]
    moved: set[int] = Factory(set[int])
    removed: set[int] = Factory(set[int])
    operations: list[Operation] = Factory(list[Operation])

    def take(self, operation: ElementAdded[object] | ElementRemoved[object] | ElementMoved) -> None:
        """
        Repeat an operation on the positions.
        """
        self.operations.append(operation)
        position = int(operation.pointer.rpartition("/")[2])
        if isinstance(operation, ElementAdded):
            self.positions.insert(position, None)
            return
        element = self.positions.pop(position)
        if isinstance(operation, ElementMoved):
            self.positions.insert(operation.to, element)
        if element is not None:
            (self.moved if isinstance(operation, ElementMoved) else self.removed).add(element)


class Side:
    """
    A value that was made of the base, and how.

    `diff` says what changes inside the elements of a sequence first, from the outermost sequence on, so the pointers of
    those operations are the base's own; additions, removals and moves come afterwards and are repeated one by one.

    Attributes:
        value: The issue or series of this side.
        fields: The operation that changes each field, by the field's place in the base.
        orders: What became of each sequence whose elements changed, by its pointer in the base.
        touched: Every place in the base at or below which something changed.
    """

    __slots__ = ("fields", "orders", "touched", "value")

    def __init__(self, base: Value, value: Value, operations: Iterable[Operation]) -> None:
        self.value = value
        self.fields: dict[str, Operation] = {}
        self.orders: dict[str, Order] = {}
        for operation in operations:
            if isinstance(operation, ElementAdded | ElementRemoved | ElementMoved):
                self._take(base, cast("ElementAdded[object] | ElementRemoved[object] | ElementMoved", operation))
                continue
            self.fields[operation.place] = operation
            if isinstance(operation, OriginalAdded | OriginalRemoved):
                self.fields[f"{operation.pointer}/language"] = operation
        self.touched = _with_holders((*self.fields, *self.orders))

    def _take(self, base: Value, operation: ElementAdded[object] | ElementRemoved[object] | ElementMoved) -> None:
        pointer = operation.pointer.rpartition("/")[0]
        order = self.orders.get(pointer)
        if order is None:
            count = len(cast("Sequence[object]", value_at(base, pointer)))
            order = self.orders[pointer] = Order(list(range(count)))
        order.take(operation)

    def at(self, pointer: str) -> Value:
        """
        Return what this side holds at a place of the base, or `ABSENT` where it has removed it.
        """
        value, sequence = self.value, ""
        for token, raw in zip(tokens_of(pointer), pointer.split("/")[1:], strict=True):
            order = self.orders.get(sequence)
            if order is not None:
                position = int(token)
                if position not in order.positions:
                    return ABSENT
                token = str(order.positions.index(position))  # noqa: PLW2901 -- where the same element stands here
            value = child_of(value, token)
            sequence = f"{sequence}/{raw}"
        return value


def value_at(value: Value, pointer: str) -> Value:
    """
    Return what stands at a pointer, or `ABSENT`.
    """
    for token in tokens_of(pointer):
        value = child_of(value, token)
    return value


def _with_holders(places: Iterable[str]) -> set[str]:
    touched: set[str] = set()
    for place in places:
        while place not in touched:
            touched.add(place)
            place = place.rpartition("/")[0]  # noqa: PLW2901 -- from the place to the value around it
    return touched
