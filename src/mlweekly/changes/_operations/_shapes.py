"""
The shapes of operations on fields and sequences: a field changes; an element is added, removed or moved.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar, Generic, Self, TypeVar

from attrs import evolve, field, frozen, resolve_types

from mlweekly._expressions import expression
from mlweekly.changes._names import replacement, spoken
from mlweekly.changes._operation import Operation
from mlweekly.errors import Problem, pointer_to
from mlweekly.model import Text
from mlweekly.model._strings import shown

__all__ = [
    "Counted",
    "Element",
    "ElementAdded",
    "ElementChanged",
    "ElementMoved",
    "ElementRemoved",
    "FieldChanged",
    "members",
    "undoes",
]

Value = TypeVar("Value")
AnyOperation = TypeVar("AnyOperation", bound=Operation)

_INDEX = expression(r"/(?:0|[1-9][0-9]{0,8})\Z")
_HIGHEST_INDEX = 999_999_999


def members(owner: type, *names: str) -> tuple[tuple[type, str], ...]:
    """
    Return members of a class, each with the class.
    """
    return tuple((owner, name) for name in names)


def undoes(other: type[Operation]) -> Callable[[type[AnyOperation]], type[AnyOperation]]:
    """
    Mark a class of operations as the one that undoes another, and the reverse.
    """

    def mark(kind: type[AnyOperation]) -> type[AnyOperation]:
        kind.INVERSE, other.INVERSE = other, kind
        return kind

    return mark


@frozen(repr=False)
class FieldChanged(Operation, Generic[Value]):
    """
    A field gets another value.

    Attributes:
        before: What the operation replaces; None if there is nothing.
        after: What it puts there.
    """

    before: Value = field(kw_only=True)
    after: Value = field(kw_only=True)

    def __str__(self) -> str:
        return f"{self.noun}{self.suffix} changed {replacement(self.before, self.after)}"

    @property
    def place(self) -> str:
        """
        The pointer to the field.
        """
        return self.pointer + pointer_to(self.MEMBER)

    def inverse(self) -> Self:
        """
        Return the operation that undoes this one.
        """
        return evolve(self, before=self.after, after=self.before)


class Element(Operation):
    """
    An element of a sequence changes, or the order of the elements.
    """

    __slots__ = ()

    @property
    def place(self) -> str:
        """
        The pointer to the element.
        """
        return self.pointer


class ElementChanged(Element, FieldChanged[str]):
    """
    An element of a sequence of strings gets other words.
    """

    __slots__ = ()


@frozen(repr=False)
class Counted(Operation):
    """
    A sequence or a mapping gains or loses an element.

    Attributes:
        count: How many elements there are before; None if that is not known. As with `of`, an operation fits no
            other number, and two that differ in it alone are equal.
    """

    GROWTH: ClassVar[int] = 0

    count: int | None = field(default=None, kw_only=True, eq=False)

    @property
    def count_after(self) -> int | None:
        """
        How many elements there are afterwards; None if that is not known.
        """
        return None if self.count is None else self.count + self.GROWTH

    def _swapped(self) -> dict[str, Any]:
        return {**super()._swapped(), "count": self.count_after}


@frozen(repr=False)
class ElementAdded(Element, Counted, Generic[Value]):
    """
    A sequence gains an element.

    Attributes:
        pointer: Where the element is afterwards.
        after: The element.
    """

    GROWTH: ClassVar[int] = 1

    after: Value = field(kw_only=True)

    def __str__(self) -> str:
        return f"{self.noun} added to {self.name}: {spoken(self.after)}"


@frozen(repr=False)
class ElementRemoved(Element, Counted, Generic[Value]):
    """
    A sequence loses an element.

    Attributes:
        pointer: Where the element is.
        before: The element.
    """

    GROWTH: ClassVar[int] = -1

    before: Value = field(kw_only=True)

    def __str__(self) -> str:
        return f"{self.noun} removed from {self.name}: {spoken(self.before)}"


@frozen(repr=False)
class ElementMoved(Element):
    """
    An element of a sequence gets another place; all others keep their order.

    Attributes:
        pointer: Where the element is.
        to: The index, counted from 0, where it is afterwards.
        element: What people know the element by; an operation fits no other, if it is given. Not compared.
    """

    to: int = field(kw_only=True)
    element: Text | str | None = field(default=None, kw_only=True, eq=False)

    def _problems(self) -> list[Problem]:
        problems = super()._problems()
        if problems:
            return problems
        if _INDEX.search(self.pointer) is None:
            problems.append(Problem("/pointer", f"must end with a position, got {self.pointer!r}"))
        if not 0 <= self.to <= _HIGHEST_INDEX:
            bound = "at least 0" if self.to < 0 else f"at most {_HIGHEST_INDEX}"
            problems.append(Problem("/to", f"must be {bound}, got {shown(self.to)}"))
        return problems

    @property
    def position(self) -> int:
        """
        The index, counted from 0, where the element is before.
        """
        return int(self.pointer.rpartition("/")[2])

    @property
    def unit(self) -> str:
        """
        What `position` and `to` count: places, or ranks.
        """
        return "place"

    def __str__(self) -> str:
        which = self.pointer if self.element is None else spoken(self.element)
        return f"{self.noun} moved{self.suffix} from {self.unit} {self.position + 1} to {self.to + 1}: {which}"

    def inverse(self) -> Self:
        """
        Return the operation that undoes this one.
        """
        sequence = self.pointer.rpartition("/")[0]
        return evolve(self, pointer=f"{sequence}/{self.to}", to=self.position)


# What a class in another module inherits has the types, and not the names of this module.
for _shape in (FieldChanged, Counted, ElementAdded, ElementRemoved, ElementMoved):
    resolve_types(_shape)
