"""
Immutable mappings, and JSON values made immutable.

Lives here: `FrozenMapping`, `JsonValue`, and the two directions between plain and immutable JSON values.
Must not know: what the values mean; any class of the model.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, TypeAlias, TypeVar, cast

from mlweekly.errors import Problem, pointer_to

__all__ = ["MAXIMUM_DEPTH", "MAXIMUM_DIGITS", "FrozenMapping", "JsonValue", "freeze", "thaw"]

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


class FrozenMapping(Mapping[Key, Value]):
    """
    An immutable, hashable mapping that keeps its order and compares equal to any mapping with the same items.
    """

    __slots__ = ("_items",)

    def __init__(self, items: Mapping[Key, Value] | Iterable[tuple[Key, Value]] = ()) -> None:
        object.__setattr__(self, "_items", dict(items))

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{type(self).__name__} is immutable, cannot set {name}")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"{type(self).__name__} is immutable, cannot delete {name}")

    def __getitem__(self, key: Key) -> Value:
        items: dict[Key, Value] = self._items
        return items[key]

    def __iter__(self) -> Iterator[Key]:
        return iter(self._items)

    def __len__(self) -> int:
        return len(self._items)

    def __eq__(self, other: object) -> bool:
        # `Mapping` would make two dicts of both sides for each look.
        if self is other:
            return True
        if isinstance(other, FrozenMapping):
            return self._items == cast("FrozenMapping[Key, Value]", other)._items
        return super().__eq__(other)

    def __hash__(self) -> int:
        return hash(frozenset(self._items.items()))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._items!r})"

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


def freeze(value: object, problems: list[Problem], pointer: str = "", depth: int = 1) -> JsonValue:
    """
    Return an immutable copy of a JSON value, and add to `problems` what JSON cannot carry.

    Args:
        value: What a JSON parser gives, or an immutable copy of it.
        problems: Grows by one for each part that is no JSON value; such a part becomes None.
        pointer: Where the value stands.
        depth: How deep the value stands, the outermost object counted as 1.
    """
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, int):
        if abs(value) < 10**MAXIMUM_DIGITS:
            return value
        problems.append(Problem(pointer, f"must have at most {MAXIMUM_DIGITS} digits"))
        return None
    if isinstance(value, float):
        if math.isfinite(value):
            return value
        problems.append(Problem(pointer, f"must be a number that JSON knows, got {value}"))
        return None
    if isinstance(value, str):
        if value.isascii() or not _has_surrogate(value):
            return value
        problems.append(Problem(pointer, "must be Unicode text, got a lone surrogate"))
        return None
    return _freeze_collection(value, problems, pointer, depth)


def _freeze_collection(value: object, problems: list[Problem], pointer: str, depth: int) -> JsonValue:
    if not isinstance(value, Mapping | list | tuple):
        problems.append(Problem(pointer, f"must be a JSON value, got {type(value).__name__}"))
        return None
    if depth > MAXIMUM_DEPTH:
        problems.append(Problem(pointer, f"must nest at most {MAXIMUM_DEPTH} deep"))
        return None
    if isinstance(value, list | tuple):
        items = cast("Sequence[object]", value)
        return tuple(freeze(item, problems, f"{pointer}/{index}", depth + 1) for index, item in enumerate(items))
    members: dict[str, JsonValue] = {}
    for name, item in cast("Mapping[object, object]", value).items():
        if not isinstance(name, str) or (not name.isascii() and _has_surrogate(name)):
            problems.append(Problem(pointer, f"must have Unicode text as names of members, got {name!r}"))
            continue
        members[name] = freeze(item, problems, pointer + pointer_to(name), depth + 1)
    return FrozenMapping(members)


def thaw(value: JsonValue) -> object:
    """
    Return the same value as lists and dicts, as `json.dumps` takes it.
    """
    if isinstance(value, FrozenMapping):
        return {name: thaw(item) for name, item in value.items()}
    if isinstance(value, tuple):
        return [thaw(item) for item in value]
    return value


def _has_surrogate(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return True
    return False
