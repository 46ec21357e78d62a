"""
The shapes of operations: a field changes; an element is added, removed or moved; an item of a mapping changes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from types import NoneType
from typing import Any, ClassVar, Generic, Self, TypeVar, cast

from attrs import AttrsInstance, evolve, field, fields, frozen, resolve_types

from mlweekly.changes._operations._names import called, quoted
from mlweekly.errors import ModelError, Problem, pointer_to
from mlweekly.model import Text
from mlweekly.model._members import Sealed
from mlweekly.model._strings import shown

__all__ = [
    "Counted",
    "Element",
    "ElementAdded",
    "ElementChanged",
    "ElementMoved",
    "ElementRemoved",
    "FieldChanged",
    "Operation",
    "members",
    "undoes",
]

Value = TypeVar("Value")
AnyOperation = TypeVar("AnyOperation", bound="Operation")

_WORD = re.compile(r"[A-Z][a-z]*")
_INDEX = re.compile(r".*/(0|[1-9][0-9]{0,8})", re.DOTALL)
_HIGHEST_INDEX = 999_999_999
_SWAPPED = {"before": "after", "after": "before"}
_NAME = (str, Text, NoneType)
_TYPES: Mapping[str, tuple[type, ...]] = {
    "pointer": (str,),
    "of": _NAME,
    "element": _NAME,
    "to": (int,),
    "count": (int, NoneType),
    "member": (str,),
    "label": (str,),
    "language": (str,),
}


@cache
def _types_of(kind: type) -> tuple[tuple[str, tuple[type, ...]], ...]:
    names = (each.name for each in fields(cast("type[AttrsInstance]", kind)))
    return tuple((name, _TYPES[name]) for name in names if name in _TYPES)


def members(owner: type, *names: str) -> tuple[tuple[type, str], ...]:
    """
    Return members of a class, each with the class.
    """
    return tuple((owner, name) for name in names)


@frozen
class Operation(Sealed):
    """
    One change of one field, or of one element of a sequence.

    Attributes:
        pointer: The value whose field changes, or the element that is added, removed or moved: an RFC 6901 pointer into
            the JSON form, with the indexes that hold when the operation's turn comes.
        of: What people know the place by: the title of the paper, of the issue, or the words of the entry that the
            operation is about. If it is given, an operation fits no other; two operations that differ in it alone
            are equal.
    """

    ON: ClassVar[tuple[tuple[type, str], ...]] = ()
    """
    The members that change, each with its class; none if any object or field can.
    """
    NOUN: ClassVar[str] = ""
    """
    What a list of changes calls it, if the name of the class does not say it.
    """
    INVERSE: ClassVar[type[Operation]]
    """
    The class of the operation that undoes this one.
    """

    pointer: str
    of: Text | str | None = field(default=None, kw_only=True, eq=False)

    def __init_subclass__(cls, *, on: tuple[tuple[type, str], ...] = (), noun: str = "") -> None:
        super().__init_subclass__()
        cls.ON, cls.NOUN = on or cls.ON, noun or cls.NOUN

    def __attrs_post_init__(self) -> None:
        problems = self._problems()
        if problems:
            raise ModelError(f"cannot make this {type(self).__name__}", problems)

    def _problems(self) -> list[Problem]:
        kind: type = type(self)
        return [
            Problem(f"/{name}", f"must be {' or '.join(each.__name__ for each in types)}, got {shown(held)}")
            for name, types in _types_of(kind)
            if type(held := getattr(self, name)) not in types
            and (not isinstance(held, types) or isinstance(held, bool))
        ]

    @property
    def noun(self) -> str:
        """
        What a list of changes calls what changes: "paper", "day of release".
        """
        *subject, _ = _WORD.findall(type(self).__name__)
        return self.NOUN or " ".join(subject).lower().replace("contents", "contents entry")

    @property
    def MEMBER(self) -> str:  # noqa: N802 -- one for all operations of a class
        """
        The member that changes; empty if the pointer tells it.
        """
        return self.ON[0][1] if len(self.ON) == 1 else ""

    @property
    def place(self) -> str:
        """
        The pointer to the field or element that changes.
        """
        return self.pointer

    @property
    def name(self) -> str:
        """
        What people know the place by: the title in `of`, else the pointer.
        """
        return called(self.of) if self.of is not None else self.pointer or "this issue"

    @property
    def suffix(self) -> str:
        """
        Where the change is, as an addition to a sentence; empty if `of` does not say it.
        """
        return f" of {called(self.of)}" if self.of is not None else ""

    def under(self, pointer: str) -> Self:
        """
        Return the same operation as seen from a value that holds this one's target at `pointer`.
        """
        return evolve(self, pointer=pointer + self.pointer)

    def inverse(self) -> Operation:
        """
        Return the operation that undoes this one.
        """
        names = (each.name for each in fields(cast("type[AttrsInstance]", type(self))))
        swapped: dict[str, Any] = {_SWAPPED[name] if name in _SWAPPED else name: getattr(self, name) for name in names}
        if isinstance(self, Counted):
            swapped["count"] = self.count_after
        return self.INVERSE(**swapped)


def undoes(other: type[Operation]) -> Callable[[type[AnyOperation]], type[AnyOperation]]:
    """
    Mark a class of operations as the one that undoes another, and the reverse.
    """

    def mark(kind: type[AnyOperation]) -> type[AnyOperation]:
        kind.INVERSE, other.INVERSE = other, kind
        return kind

    return mark


@frozen
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
        return f"{self.noun}{self.suffix} changed from {quoted(self.before)} to {quoted(self.after)}"

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


@frozen
class Element(Operation):
    """
    An element of a sequence changes, or the order of the elements.
    """

    @property
    def place(self) -> str:
        """
        The pointer to the element.
        """
        return self.pointer


@frozen
class ElementChanged(Element, FieldChanged[str]):
    """
    An element of a sequence of strings gets other words.
    """


@frozen
class Counted(Operation):
    """
    A sequence or a mapping gets an element more or less.

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


@frozen
class ElementAdded(Element, Counted, Generic[Value]):
    """
    A sequence gets an element more.

    Attributes:
        pointer: Where the element is afterwards.
        after: The element.
    """

    GROWTH: ClassVar[int] = 1

    after: Value = field(kw_only=True)

    def __str__(self) -> str:
        return f"{self.noun} added to {self.name}: {called(self.after)}"


@frozen
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
        return f"{self.noun} removed from {self.name}: {called(self.before)}"


@frozen
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
        if _INDEX.fullmatch(self.pointer) is None:
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
        which = self.pointer if self.element is None else called(self.element)
        return f"{self.noun} moved{self.suffix} from {self.unit} {self.position + 1} to {self.to + 1}: {which}"

    def inverse(self) -> Self:
        """
        Return the operation that undoes this one.
        """
        sequence = self.pointer.rpartition("/")[0]
        return evolve(self, pointer=f"{sequence}/{self.to}", to=self.position)


# What a class in another module inherits has the types, and not the names of this module.
for _shape in (Operation, FieldChanged, Counted, ElementAdded, ElementRemoved, ElementMoved):
    resolve_types(_shape)
