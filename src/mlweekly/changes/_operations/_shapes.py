"""
The shapes that operations come in.

Lives here: `Operation`, and its four shapes: a field changes, an element is added, is removed, is moved.
Must not know: which operations there are; how one finds its place in an issue or a series (`_applying` does).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar, Generic, Self, TypeVar

from attrs import evolve, field, frozen

from mlweekly.errors import Problem, pointer_to, reject_if_any
from mlweekly.model import Text

__all__ = ["ElementAdded", "ElementMoved", "ElementRemoved", "FieldChanged", "Operation", "known_by", "quoted"]

Value = TypeVar("Value")

_POSITION = re.compile(r".*/(0|[1-9][0-9]{0,8})", re.DOTALL)


def quoted(value: object) -> str:
    """
    Return a value as a sentence names it.
    """
    return "nothing" if value is None else f'"{value}"' if isinstance(value, str) else str(value)


def known_by(name: Text | str) -> str:
    """
    Return the words that tell one paper, issue or entry from another; of equal titles they are the same.
    """
    if isinstance(name, str):
        return name
    return name.translations[min(name.translations)] if name.original is None else name.original


@frozen
class Operation:
    """
    One change of one field, or of one element of a sequence.

    Attributes:
        pointer: The value whose field changes, or the element that is added, removed or moved: an RFC 6901 pointer into
            the JSON form, with the positions that hold when the operation's turn comes.
        of: What people know the place by: the title of the paper, of the issue, or the words of the entry that the
            operation is about. Where it is given, an operation fits no other; two operations that differ in it alone
            are equal.
    """

    MEMBER: ClassVar[str] = ""
    """
    The field below `pointer` that changes; empty where `pointer` itself names what changes.
    """

    pointer: str
    of: Text | str | None = field(default=None, kw_only=True, eq=False)

    @property
    def place(self) -> str:
        """
        The pointer to the field or element that changes.
        """
        return self.pointer + pointer_to(self.MEMBER) if self.MEMBER else self.pointer

    @property
    def name(self) -> str:
        """
        What people know the place by: the title in `of`, else the pointer.
        """
        return known_by(self.of) if self.of is not None else self.pointer or "this issue"

    @property
    def aside(self) -> str:
        """
        Where the change is, as an addition to a sentence; empty where `of` does not say it.
        """
        return f" of {known_by(self.of)}" if self.of is not None else ""

    def under(self, pointer: str) -> Self:
        """
        Return the same operation as seen from a value that holds this one's target at `pointer`.
        """
        return evolve(self, pointer=pointer + self.pointer)

    def inverse(self) -> Operation:
        """
        Return the operation that undoes this one.
        """
        raise NotImplementedError


@frozen
class FieldChanged(Operation, Generic[Value]):
    """
    A field gets another value.

    Attributes:
        before: What the operation replaces; None where there is nothing.
        after: What it puts there.
    """

    before: Value = field(kw_only=True)
    after: Value = field(kw_only=True)

    def inverse(self) -> Self:
        """
        Return the operation that undoes this one.
        """
        return evolve(self, before=self.after, after=self.before)


@frozen
class ElementAdded(Operation, Generic[Value]):
    """
    A sequence gets an element more.

    Attributes:
        pointer: Where the element stands afterwards.
        after: The element.
        count: How many elements there are before; None where that is not known. As with `of`, an operation fits no
            other number, and two that differ in it alone are equal.
    """

    after: Value = field(kw_only=True)
    count: int | None = field(default=None, kw_only=True, eq=False)

    @property
    def count_after(self) -> int | None:
        """
        How many elements there are afterwards; None where that is not known.
        """
        return None if self.count is None else self.count + 1


@frozen
class ElementRemoved(Operation, Generic[Value]):
    """
    A sequence loses an element.

    Attributes:
        pointer: Where the element stands.
        before: The element.
        count: How many elements there are before, this one included; None where that is not known.
    """

    before: Value = field(kw_only=True)
    count: int | None = field(default=None, kw_only=True, eq=False)

    @property
    def count_after(self) -> int | None:
        """
        How many elements there are afterwards; None where that is not known.
        """
        return None if self.count is None else self.count - 1


@frozen
class ElementMoved(Operation):
    """
    An element of a sequence gets another place; all others keep their order.

    Attributes:
        pointer: Where the element stands.
        to: The position, counted from 0, where it stands afterwards.
        element: What people know the element by; an operation fits no other, where it is given. Not compared.
    """

    to: int = field(kw_only=True)
    element: Text | str | None = field(default=None, kw_only=True, eq=False)

    def __attrs_post_init__(self) -> None:
        reject_if_any(type(self).__name__, self._problems())

    def _problems(self) -> Iterator[Problem]:
        if _POSITION.fullmatch(self.pointer) is None:
            yield Problem("/pointer", f"must end with a position, got {self.pointer!r}")
        if self.to < 0:
            yield Problem("/to", f"must be at least 0, got {self.to}")

    @property
    def position(self) -> int:
        """
        The position, counted from 0, where the element stands before.
        """
        return int(self.pointer.rpartition("/")[2])

    def inverse(self) -> Self:
        """
        Return the operation that undoes this one.
        """
        sequence = self.pointer.rpartition("/")[0]
        return evolve(self, pointer=f"{sequence}/{self.to}", to=self.position)
