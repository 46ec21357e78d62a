"""
The shapes that operations come in: a field changes; an element is added, removed or moved; an item of a mapping changes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from types import NoneType
from typing import ClassVar, Generic, Self, TypeVar, cast

from attrs import AttrsInstance, evolve, field, fields, frozen

from mlweekly.errors import Problem, pointer_to, reject_if_any
from mlweekly.model import ContentsEntry, Issue, Link, Paper, Sealed, Text, shown

__all__ = [
    "Counted",
    "ElementAdded",
    "ElementChanged",
    "ElementMoved",
    "ElementRemoved",
    "Entry",
    "EntryAdded",
    "EntryChanged",
    "EntryRemoved",
    "FieldChanged",
    "Operation",
    "called",
    "on",
    "quoted",
    "undoes",
]

Value = TypeVar("Value")
AnyOperation = TypeVar("AnyOperation", bound="Operation")

_WORD = re.compile(r"[A-Z][a-z]*")
_INDEX = re.compile(r".*/(0|[1-9][0-9]{0,8})", re.DOTALL)
_SWAPPED = {"before": "after", "after": "before"}


def called(value: object) -> str:
    """
    Return what people call a value: a paper by its title, a link by its URL, a text by its original.
    """
    match value:
        case None | ():
            return "nothing"
        case Paper():
            return str(value.title)
        case Issue():
            return value.title or (str(value.period) if value.period else "without a title")
        case Link():
            return value.url
        case ContentsEntry():
            return value.label
        case tuple():
            return " › ".join(map(called, cast("tuple[object, ...]", value)))
        case int():
            # Python writes no number of more than 4300 digits.
            return shown(value)
        case _:
            return str(value)


def quoted(value: object) -> str:
    """
    Return what people call a value, in quotation marks where it is somebody's words.
    """
    return f'"{called(value)}"' if isinstance(value, str | Text | ContentsEntry) else called(value)


def on(owner: type, *members: str) -> tuple[tuple[type, str], ...]:
    """
    Return members of a class, each with the class.
    """
    return tuple((owner, member) for member in members)


@frozen
class Operation(Sealed):
    """
    One change of one field, or of one element of a sequence.

    Attributes:
        pointer: The value whose field changes, or the element that is added, removed or moved: an RFC 6901 pointer into
            the JSON form, with the indexes that hold when the operation's turn comes.
        of: What people know the place by: the title of the paper, of the issue, or the words of the entry that the
            operation is about. Where it is given, an operation fits no other; two operations that differ in it alone
            are equal.
    """

    ON: ClassVar[tuple[tuple[type, str], ...]] = ()
    """
    The members that change, each with its class; none where any object or field can.
    """
    NOUN: ClassVar[str] = ""
    """
    What a list of changes calls it, where the name of the class does not say it.
    """
    INVERSE: ClassVar[type[Operation]]
    """
    The class of the operation that undoes this one.
    """

    pointer: str
    of: Text | str | None = field(default=None, kw_only=True, eq=False)

    def __attrs_post_init__(self) -> None:
        reject_if_any(type(self).__name__, self._problems())

    def _problems(self) -> Iterator[Problem]:
        pointer: object = self.pointer
        if not isinstance(pointer, str):
            yield Problem("/pointer", f"must be an RFC 6901 pointer, got {shown(pointer)}")
        name: object = self.of
        if not isinstance(name, Text | str | NoneType):
            yield Problem("/of", f"must be a Text or a string, got {shown(name)}")

    @property
    def noun(self) -> str:
        """
        What a list of changes calls what changes: "paper", "day of release".
        """
        *subject, _ = _WORD.findall(type(self).__name__)
        return self.NOUN or " ".join(subject).lower()

    @property
    def MEMBER(self) -> str:  # noqa: N802 -- one for all operations of a class
        """
        The member that changes; empty where the pointer tells it.
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
        Where the change is, as an addition to a sentence; empty where `of` does not say it.
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
        swapped = {_SWAPPED.get(name, name): getattr(self, name) for name in names}
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
        before: What the operation replaces; None where there is nothing.
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
        return self.pointer + pointer_to(self.ON[0][1])

    def inverse(self) -> Self:
        """
        Return the operation that undoes this one.
        """
        return evolve(self, before=self.after, after=self.before)


@frozen
class ElementChanged(FieldChanged[str]):
    """
    An element of a sequence of strings gets other words.
    """

    @property
    def place(self) -> str:
        """
        The pointer to the element.
        """
        return self.pointer


@frozen
class Counted(Operation):
    """
    A sequence or a mapping gets an element more or less.

    Attributes:
        count: How many elements there are before; None where that is not known. As with `of`, an operation fits no
            other number, and two that differ in it alone are equal.
    """

    GROWTH: ClassVar[int] = 0

    count: int | None = field(default=None, kw_only=True, eq=False)

    @property
    def count_after(self) -> int | None:
        """
        How many elements there are afterwards; None where that is not known.
        """
        return None if self.count is None else self.count + self.GROWTH


@frozen
class ElementAdded(Counted, Generic[Value]):
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
class ElementRemoved(Counted, Generic[Value]):
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
class ElementMoved(Operation):
    """
    An element of a sequence gets another place; all others keep their order.

    Attributes:
        pointer: Where the element is.
        to: The index, counted from 0, where it is afterwards.
        element: What people know the element by; an operation fits no other, where it is given. Not compared.
    """

    to: int = field(kw_only=True)
    element: Text | str | None = field(default=None, kw_only=True, eq=False)

    def _problems(self) -> Iterator[Problem]:
        yield from Operation._problems(self)
        if isinstance(self.pointer, str) and _INDEX.fullmatch(self.pointer) is None:
            yield Problem("/pointer", f"must end with a position, got {self.pointer!r}")
        to: object = self.to
        if type(to) is not int:
            yield Problem("/to", f"must be a whole number, got {shown(to)}")
        elif to < 0:
            yield Problem("/to", f"must be at least 0, got {shown(to)}")

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


@frozen
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

    def _problems(self) -> Iterator[Problem]:
        yield from Operation._problems(self)
        key: object = getattr(self, self.KEY)
        if not isinstance(key, str):
            yield Problem(f"/{self.KEY}", f"must be a string, got {shown(key)}")


@frozen
class EntryAdded(Entry, Counted, Generic[Value]):
    """
    A mapping gets an item more.

    Attributes:
        after: The value of the item.
    """

    GROWTH: ClassVar[int] = 1

    after: Value = field(kw_only=True)

    def __str__(self) -> str:
        return f"{self.noun} added{self.suffix}"


@frozen
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


@frozen
class EntryChanged(Entry, FieldChanged[Value], Generic[Value]):
    """
    An item of a mapping gets another value.
    """

    def __str__(self) -> str:
        return f"{self.noun} changed{self.suffix}"
