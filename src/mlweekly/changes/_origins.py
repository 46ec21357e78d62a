"""
Where the elements of a changed value come from: additions, removals and moves repeated on indexes.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias, cast

from attrs import define, field

from mlweekly._wording import expect
from mlweekly.changes._operations import ElementAdded, ElementMoved, ElementRemoved, Operation
from mlweekly.model import Issue, Series
from mlweekly.model._pointers import tokens_of

Structural: TypeAlias = ElementAdded[object] | ElementRemoved[object] | ElementMoved


@define
class Order:
    """
    The order of a sequence after operations.

    Attributes:
        origins: Where each element comes from, in the order afterwards.
        moved: The indexes before of those that moved.
        removed: The indexes before of those that were removed.
        operations: How it was made.
    """

    origins: list[Origin]
    moved: set[int] = field(factory=set[int])
    removed: set[int] = field(factory=set[int])
    operations: list[Operation] = field(factory=list[Operation])

    @classmethod
    def of(cls, elements: object) -> Order:
        """
        Return the order of the elements of a sequence before any operation.
        """
        return cls([Origin(index, element) for index, element in enumerate(cast("Iterable[object]", elements))])

    @property
    def positions(self) -> list[int | None]:
        """
        The index before of each element, None for one that was added.
        """
        return [origin.position for origin in self.origins]

    def take(self, operation: Structural) -> None:
        """
        Repeat an operation.
        """
        self.operations.append(operation)
        index = int(operation.pointer.rpartition("/")[2])
        if isinstance(operation, ElementAdded):
            self.origins.insert(index, Origin(None, operation.after))
            return
        origin = self.origins.pop(index)
        if isinstance(operation, ElementMoved):
            self.origins.insert(operation.to, origin)
        if origin.position is not None:
            (self.moved if isinstance(operation, ElementMoved) else self.removed).add(origin.position)


@define
class Origin:
    """
    Where an element was before some operations.

    Attributes:
        position: Its index before; None if the operations bring it.
        value: The element as it was, or as it came.
    """

    position: int | None
    value: object
    _orders: dict[str, Order] = field(factory=dict[str, Order], init=False)

    def order(self, name: str) -> Order:
        """
        Return the order of the elements of a member.
        """
        if name not in self._orders:
            self._orders[name] = Order.of(getattr(self.value, name))
        return self._orders[name]

    def sequence(self, name: str) -> list[Origin]:
        """
        Return the origins of the elements of a member.
        """
        return self.order(name).origins

    def positions(self, name: str) -> list[int | None]:
        """
        Return for each element of a member its index before.
        """
        return self.order(name).positions

    def take(self, operation: Structural) -> None:
        """
        Repeat an operation on what it changes the order of.
        """
        *path, name, _ = tokens_of(operation.pointer)
        origin = self
        for member, index in zip(path[::2], path[1::2], strict=True):
            origin = origin.sequence(member)[int(index)]
        origin.order(name).take(operation)


def origins_of(operations: Iterable[Operation], value: Issue | Series) -> Origin:
    """
    Return the origins of everything in the value that a fitting patch turns this one into.

    Raises:
        TypeError: The operations are not iterable, or the value is neither an issue nor a series.
    """
    expect(value, (Issue, Series), "an Issue or a Series")
    expect(operations, Iterable, "operations")
    root = Origin(0, value)
    for operation in operations:
        if isinstance(operation, ElementAdded | ElementRemoved | ElementMoved):
            root.take(cast("Structural", operation))
    return root
