"""
Immutable mappings, and JSON values made immutable.
"""

from __future__ import annotations

import math
from collections.abc import ItemsView, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, TypeAlias, TypeVar, cast

from mlweekly._tokens import Tokenized
from mlweekly._wording import expect
from mlweekly.errors import ModelError, Problem, pointer_to
from mlweekly.model._strings import is_encodable, shown

Key = TypeVar("Key")
Value = TypeVar("Value", covariant=True)

MAXIMUM_DEPTH = 64
"""
How deep the objects and arrays of an extra member may nest, the object that holds the member counted as 1.
"""

MAXIMUM_DIGITS = 300
"""
How many digits a whole number may have: more than any IEEE 754 double can tell apart or hold (about 308).
"""

MAXIMUM_VALUES = 100_000
"""
How many values a JSON value may consist of; one that is in several places counts in each of them.
"""

MAXIMUM_PROBLEMS = 1_000
"""
How many problems of one JSON value are listed: each has a pointer, which may be as long as the value.
"""

_TOO_LARGE = 10**MAXIMUM_DIGITS


class FrozenMapping(Tokenized, Mapping[Key, Value]):
    """
    An immutable, hashable mapping that keeps its order and compares equal to any mapping with the same items.

    Numbers compare with their type: 1, 1.0 and True are three values, and so are 0.0 and -0.0, for JSON writes each
    of them in its own way.
    """

    __slots__ = ("_items",)

    def __init__(self, items: Mapping[Key, Value] | Iterable[tuple[Key, Value]] = ()) -> None:
        try:
            held = dict(items)
        except (TypeError, ValueError) as error:
            problem = Problem("", f"must be a mapping, or pairs of a key and a value, got {shown(items)}")
            raise ModelError(f"cannot make this {type(self).__name__}", [problem]) from error
        object.__setattr__(self, "_items", held)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{type(self).__name__} is immutable, cannot set {name}")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"{type(self).__name__} is immutable, cannot delete {name}")

    def __getitem__(self, key: Key) -> Value:
        items: dict[Key, Value] = self._items
        return items[key]

    def __contains__(self, key: object) -> bool:
        return key in self._items

    def __iter__(self) -> Iterator[Key]:
        return iter(self._items)

    def __len__(self) -> int:
        return len(self._items)

    def items(self) -> ItemsView[Key, Value]:
        """
        Return the keys and values; faster than a mapping's own.
        """
        return self._items.items()

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        if not isinstance(other, Mapping):
            return NotImplemented
        theirs = cast("Mapping[object, object]", other)
        if len(self) != len(theirs) or self._items.keys() != theirs.keys():
            return False
        return all(comparable(value) == comparable(theirs[key]) for key, value in self._items.items())

    def __hash__(self) -> int:
        return hash(frozenset(self._items.items()))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({shown(self._items)})"

    def __reduce__(self) -> tuple[type[FrozenMapping[Key, Value]], tuple[dict[Key, Value]]]:
        return type(self), (dict(self._items),)

    _items: dict[Key, Value]


if TYPE_CHECKING:
    JsonValue: TypeAlias = "None | bool | int | float | str | tuple[JsonValue, ...] | FrozenMapping[str, JsonValue]"
else:
    # Who resolves the annotations of the model at run time, as cattrs does, could not resolve a recursive alias.
    JsonValue = object
"""
A value of JSON, immutable: an array is a tuple, an object a `FrozenMapping`.
"""


def comparable(value: object) -> object:
    """
    Return what a value is compared by: two are equal if JSON writes them alike.

    >>> comparable((1, "a")) == comparable((True, "a")), comparable(0.0) == comparable(-0.0)
    (False, False)
    """
    if isinstance(value, bool | int | float):
        return type(value), value, isinstance(value, float) and math.copysign(1, value)
    if isinstance(value, tuple):
        return tuple(map(comparable, cast("tuple[object, ...]", value)))
    return value


def freeze(value: object, problems: list[Problem], pointer: str = "") -> JsonValue:
    """
    Return an immutable copy of a JSON value, the members of objects by name; add to `problems` what JSON cannot carry.

    Args:
        value: What a JSON parser gives, or an immutable copy of it.
        problems: Grows by one for each part that is no JSON value; such a part becomes None.
        pointer: Where the value is.

    Raises:
        TypeError: `problems` is no list.
    """
    expect(problems, list, "a list of problems")
    freezing = _Freezing()
    try:
        frozen = freezing.frozen(value)
    except ModelError as error:
        problems.extend(problem.under(pointer) for problem in error.problems)
        return None
    problems.extend(problem.under(pointer) for problem in freezing.problems)
    return frozen


class _Freezing:
    """
    A value on its way to an immutable copy.

    Attributes:
        problems: What JSON cannot carry.
    """

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self._path: list[str | int] = []
        self._count = 0

    def frozen(self, value: object) -> JsonValue:
        self._count += 1
        if self._count > MAXIMUM_VALUES:
            # A small value may hold one list in many places, and that list another: all at once, and no more of it.
            message = f"must consist of at most {MAXIMUM_VALUES:,} values"
            raise ModelError("cannot hold this value", [Problem("", message)])
        if value is None or isinstance(value, bool):
            return value
        if isinstance(value, str):
            return (
                str.__str__(value)
                if is_encodable(value)
                else self._refused("must be Unicode text, got a lone surrogate")
            )
        if isinstance(value, int):
            return (
                int(value) if abs(value) < _TOO_LARGE else self._refused(f"must have at most {MAXIMUM_DIGITS} digits")
            )
        if isinstance(value, float):
            return (
                float(value)
                if math.isfinite(value)
                else self._refused(f"must be a number that JSON knows, got {value}")
            )
        if not isinstance(value, Mapping | list | tuple):
            return self._refused(f"must be a JSON value, got {type(value).__name__}")
        if len(self._path) == MAXIMUM_DEPTH:
            return self._refused(f"must nest at most {MAXIMUM_DEPTH} deep")
        if isinstance(value, Mapping):
            return self._frozen_object(cast("Mapping[object, object]", value))
        return tuple(self._below(index, item) for index, item in enumerate(cast("Iterable[object]", value)))

    def _frozen_object(self, members: Mapping[object, object]) -> JsonValue:
        names = [name for name in members if isinstance(name, str) and is_encodable(name)]
        for name in members:
            if not isinstance(name, str) or not is_encodable(name):
                self._refused(f"must have Unicode text as names of members, got {shown(name)}")
        return FrozenMapping({name: self._below(name, members[name]) for name in sorted(names)})

    def _below(self, token: str | int, value: object) -> JsonValue:
        self._path.append(token)
        frozen = self.frozen(value)
        self._path.pop()
        return frozen

    def _refused(self, message: str) -> JsonValue:
        if len(self.problems) < MAXIMUM_PROBLEMS:
            self.problems.append(Problem(pointer_to(*self._path), message))
        return None


def thaw(value: JsonValue) -> object:
    """
    Return the same value as lists and dicts, as `json.dumps` takes it.
    """
    if isinstance(value, FrozenMapping):
        return {name: thaw(item) for name, item in value.items()}
    if isinstance(value, tuple):
        return [thaw(item) for item in value]
    return value
