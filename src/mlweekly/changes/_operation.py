"""
What every operation is and can do.

Patches need no more of it than this; the operations themselves load when they are first used.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from itertools import product
from operator import attrgetter
from types import NoneType
from typing import Any, ClassVar, Self, cast

from attrs import AttrsInstance, evolve, field, fields, frozen, resolve_types

from mlweekly._expressions import expression
from mlweekly.changes._names import spoken
from mlweekly.errors import ModelError, Problem
from mlweekly.model import Text
from mlweekly.model._members import Sealed
from mlweekly.model._strings import shown

_WORD = expression(r"[A-Z][a-z]*")
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
def _typed(kind: type) -> tuple[tuple[str, ...], Callable[[object], tuple[object, ...]], frozenset[tuple[type, ...]]]:
    """
    Return the names of the fields that have a type, what returns their values, and the types that these have together.
    """
    names = [each.name for each in fields(cast("type[AttrsInstance]", kind)) if each.name in _TYPES]
    return tuple(names), attrgetter(*names), frozenset(product(*(_TYPES[name] for name in names)))


@frozen(repr=False)
class Operation(Sealed):
    """
    One change of one field, or of one element of a sequence.

    Attributes:
        pointer: The value whose field changes, or the element that is added, removed or moved: an RFC 6901 pointer into
            the JSON form, with the indexes that hold when the operation's turn comes.
        of: What people know the place by: the title of the paper, of the issue, or the words of the entry that the
            operation is about. If it is given, the operation fits nothing else; two operations that differ in it alone
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
        names, values_of, expected = _typed(kind)
        values = values_of(self)
        # True of nearly every operation, and faster than a search for problems.
        if tuple(map(type, values)) in expected:
            return []
        return [
            Problem(f"/{name}", f"must be {' or '.join(each.__name__ for each in _TYPES[name])}, got {shown(held)}")
            for name, held in zip(names, values, strict=True)
            if not isinstance(held, _TYPES[name]) or isinstance(held, bool)
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
        return spoken(self.of) if self.of is not None else self.pointer or "this issue"

    @property
    def suffix(self) -> str:
        """
        Where the change is, as an addition to a sentence; empty if `of` does not say it.
        """
        return f" of {spoken(self.of)}" if self.of is not None else ""

    def under(self, pointer: str) -> Self:
        """
        Return the same operation as seen from a value that holds this one's target at `pointer`.
        """
        return evolve(self, pointer=pointer + self.pointer)

    def inverse(self) -> Operation:
        """
        Return the operation that undoes this one.
        """
        return self.INVERSE(**self._swapped())

    def _swapped(self) -> dict[str, Any]:
        names = (each.name for each in fields(cast("type[AttrsInstance]", type(self))))
        return {_SWAPPED[name] if name in _SWAPPED else name: getattr(self, name) for name in names}


# What a class in another module inherits has the types, and not the names of this module.
resolve_types(Operation)
