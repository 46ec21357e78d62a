"""
The shapes of operations on mappings: an item is added, removed or changed.
"""

from __future__ import annotations

from typing import ClassVar, Generic, TypeVar

from attrs import field, frozen, resolve_types

from mlweekly.changes._operation import Operation
from mlweekly.changes._operations._shapes import Counted, FieldChanged
from mlweekly.errors import pointer_to

__all__ = ["Entry", "EntryAdded", "EntryChanged", "EntryRemoved"]

Value = TypeVar("Value")


@frozen(repr=False)
class Entry(Operation):
    """
    An item of a mapping changes.

    Attributes:
        pointer: The value that the mapping belongs to.
    """

    KEY: ClassVar[str] = "member"
    """
    The attribute that holds the key.
    """

    def __init_subclass__(cls, *, key: str = "", on: tuple[tuple[type, str], ...] = (), noun: str = "") -> None:
        super().__init_subclass__(on=on, noun=noun)
        cls.KEY = key or cls.KEY

    @property
    def key(self) -> str:
        """
        The key of the item.
        """
        return str(getattr(self, self.KEY))

    @property
    def mapping(self) -> str:
        """
        The attribute that is the mapping.
        """
        return self.ON[0][1] if self.ON else "extra"

    @property
    def noun(self) -> str:
        """
        What a list of changes calls the item.
        """
        return f"{self.NOUN} {self.key!r}"

    @property
    def place(self) -> str:
        """
        The pointer to the item; an extra member is in the value itself.
        """
        return self.pointer + pointer_to(*(name for _, name in self.ON), self.key)


@frozen(repr=False)
class EntryAdded(Entry, Counted, Generic[Value]):
    """
    A mapping gains an item.

    Attributes:
        after: The value of the item.
    """

    GROWTH: ClassVar[int] = 1

    after: Value = field(kw_only=True)

    def __str__(self) -> str:
        return f"{self.noun} added{self.suffix}"


@frozen(repr=False)
class EntryRemoved(Entry, Counted, Generic[Value]):
    """
    A mapping loses an item.

    Attributes:
        before: The value of the item.
    """

    GROWTH: ClassVar[int] = -1

    before: Value = field(kw_only=True)

    def __str__(self) -> str:
        return f"{self.noun} removed{self.suffix}"


@frozen(repr=False)
class EntryChanged(Entry, FieldChanged[Value], Generic[Value]):
    """
    An item of a mapping gets another value.
    """

    def __str__(self) -> str:
        return f"{self.noun} changed{self.suffix}"


for _shape in (EntryAdded, EntryRemoved):
    resolve_types(_shape)
