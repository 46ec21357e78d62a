"""
Many values of one class at once, from members that are checked: no constructor needs to look at each again.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from itertools import repeat
from typing import NamedTuple, TypeAlias, cast

from attrs import NOTHING, AttrsInstance, fields

from mlweekly.model._members import ModelObject

Convert: TypeAlias = Callable[[object], object]
_NO_CONTRADICTIONS: object = ModelObject.__contradictions__


class _Slot(NamedTuple):
    """
    An attribute of a class: what puts it into a value, and its default, or what makes that of the others.
    """

    name: str
    put: Callable[[object, object], None]
    default: object
    factory: Convert | None


@cache
def _slots_of(cls: type) -> tuple[_Slot, ...]:
    return tuple(
        _Slot(each.name, getattr(cls, each.name).__set__, each.default, getattr(each.default, "factory", None))
        for each in fields(cast("type[AttrsInstance]", cls))
    )


def built(cls: type, count: int, columns: Mapping[str, Iterable[object]]) -> tuple[object, ...] | None:
    """
    Return values of a class at a fraction of what its constructor costs; None if it would refuse one of them.

    `tests/laws/test_plain_documents.py` holds them equal to what the constructor makes.

    Args:
        cls: The class.
        count: How many values.
        columns: For each member that is given what each value holds: converted, and right if it is looked at alone.
    """
    make = cast("Callable[[type], object]", object.__new__)
    made = tuple(map(make, repeat(cls, count)))
    for name, put, default, factory in _slots_of(cls):
        held = columns.get(name)
        if held is None:
            if default is NOTHING:
                return None
            held = repeat(default) if factory is None else map(factory, made)
        # Every value of a column is put by one call, for a call of its own costs each as much again.
        deque(map(put, made, held), maxlen=0)
    contradictions = cast("Convert", getattr(cls, "__contradictions__", _NO_CONTRADICTIONS))
    return None if contradictions is not _NO_CONTRADICTIONS and any(map(contradictions, made)) else made


def converters_of(cls: type) -> Mapping[str, Convert]:
    """
    Return what the constructor of a class converts members with, by their names.
    """
    return {
        each.name: cast("Convert", each.converter)
        for each in fields(cast("type[AttrsInstance]", cls))
        if each.converter is not None
    }
