"""
One side of a merge in terms of the base: every operation at the place that the base has for it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from mlweekly.changes._operations import (
    ElementAdded,
    ElementMoved,
    ElementRemoved,
    Operation,
    OriginalAdded,
    OriginalRemoved,
)
from mlweekly.changes._origins import Order, Structural
from mlweekly.model import Issue, Series
from mlweekly.model._pointers import ABSENT, child_of, tokens_of, value_at


class Side:
    """
    A value that started from the base, and how it was changed.

    A difference says what changes inside the elements of a sequence first, from the outermost sequence on, so the
    pointers of those operations are the base's own; additions, removals and moves come afterwards, and are repeated
    one by one.

    Attributes:
        value: The issue or series of this side.
        fields: The operation that changes each field, by the field's place in the base.
        orders: The new order of each sequence whose elements changed, by its pointer in the base.
        touched: Every place in the base at or below which something changed.
    """

    def __init__(self, base: Issue | Series, value: Issue | Series, operations: Iterable[Operation]) -> None:
        self.value = value
        self.fields: dict[str, Operation] = {}
        self.orders: dict[str, Order] = {}
        for operation in operations:
            if isinstance(operation, ElementAdded | ElementRemoved | ElementMoved):
                sequence = operation.pointer.rpartition("/")[0]
                if sequence not in self.orders:
                    self.orders[sequence] = Order.of(value_at(base, sequence))
                self.orders[sequence].take(cast("Structural", operation))
                continue
            self.fields[operation.place] = operation
            if isinstance(operation, OriginalAdded | OriginalRemoved):
                self.fields[f"{operation.pointer}/language"] = operation
        self.touched = _with_holders((*self.fields, *self.orders))
        self._places = {
            pointer: {position: place for place, position in enumerate(order.positions) if position is not None}
            for pointer, order in self.orders.items()
        }

    def at(self, pointer: str) -> object:
        """
        Return what this side holds at a place of the base, or `ABSENT` where it has removed it.
        """
        value: object = self.value
        sequence = ""
        for token, raw in zip(tokens_of(pointer), pointer.split("/")[1:], strict=True):
            places = self._places.get(sequence)
            place = token if places is None else places.get(int(token))
            if place is None:
                return ABSENT
            value = child_of(value, str(place))
            sequence = f"{sequence}/{raw}"
        return value


def _with_holders(places: Iterable[str]) -> set[str]:
    touched: set[str] = set()
    for place in places:
        while place not in touched:
            touched.add(place)
            place = place.rpartition("/")[0]  # noqa: PLW2901 -- from the place to the value around it
    return touched
