"""
What schedulers tell values by: plain data, the same for equal values in every process.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import cast

from attrs import fields, has

__all__ = ["Tokenized"]


class Tokenized:
    """
    A value that dask can tell by what it is.

    Without this method dask would look at the pickle, which differs between equal values: it says which of their
    strings are one object.
    """

    __slots__ = ()

    def __dask_tokenize__(self) -> object:
        """
        Return the value as nested tuples and dicts whose `repr` is the same for equal values, and for no others.
        """
        return _plain(self)


def _plain(value: object) -> object:
    if isinstance(value, Mapping):
        members = cast("Mapping[object, object]", value)
        return {name: _plain(members[name]) for name in sorted(members, key=repr)}
    if isinstance(value, tuple):
        return tuple(map(_plain, cast("tuple[object, ...]", value)))
    if isinstance(value, frozenset):
        return "frozenset", sorted(cast("frozenset[object]", value), key=repr)
    kind: type = type(value)
    names = _compared(kind)
    if names is None:
        return value
    return kind.__name__, *(_plain(getattr(value, name)) for name in names)


@cache
def _compared(kind: type) -> tuple[str, ...] | None:
    """
    Return the names of the attributes that the values of a class are compared by; None if it is no class of attrs.
    """
    if not has(kind):
        return None
    return tuple(attribute.name for attribute in fields(kind) if attribute.eq)
