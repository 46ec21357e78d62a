"""
Values of members that are checked one by one: a reader that has looked at each needs no constructor to look again.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple, TypeAlias, cast

from attrs import NOTHING, AttrsInstance, fields

from mlweekly.model._members import ModelObject

Convert: TypeAlias = Callable[[object], object]
_Put: TypeAlias = Callable[[object, object], None]
_MOST_FORMS = 256
"""
How many sets of members are remembered for a class, in the orders that they come in.
"""


class _Rest(NamedTuple):
    """
    How the members that are not given are filled: with a value, or with one that the others tell.
    """

    defaults: tuple[tuple[_Put, object], ...]
    factories: tuple[tuple[_Put, Convert], ...]


def builder_of(cls: type, readers: Mapping[str, Convert]) -> Convert:
    """
    Return what makes a value of a class from data, in a third of the time that its constructor needs.

    It returns None where it cannot tell: where a reader returns None, a member is unknown or missing, or members
    contradict each other. The constructor then says what is wrong. `tests/laws/test_quick_reading.py` holds both equal.

    Args:
        cls: The class.
        readers: For each member what returns the value that the class holds for its data, checked, or None.
    """
    new = cast("Callable[[type], object]", object.__new__)
    puts = {
        each.name: cast("_Put", getattr(cls, each.name).__set__) for each in fields(cast("type[AttrsInstance]", cls))
    }
    members = {name: (puts[name], read) for name, read in readers.items()}
    must_agree = cast("type[ModelObject]", cls).__contradictions__ is not ModelObject.__contradictions__
    rests: dict[tuple[str, ...], _Rest] = {}

    def build(value: object) -> object | None:
        if type(value) is not dict:
            return None
        data = cast("dict[str, object]", value)
        rest = rests.get(tuple(data))
        if rest is None:
            rest = _rest(cls, puts, readers, tuple(data))
            if rest is None:
                return None
            if len(rests) < _MOST_FORMS:
                rests[tuple(data)] = rest
        made = new(cls)
        for name, item in data.items():
            put, read = members[name]
            held = read(item)
            if held is None:
                return None
            put(made, held)
        for put, default in rest.defaults:
            put(made, default)
        for put, factory in rest.factories:
            put(made, factory(made))
        return None if must_agree and cast("ModelObject", made).__contradictions__() else made

    return build


def _rest(cls: type, puts: Mapping[str, _Put], readers: Mapping[str, Convert], names: tuple[str, ...]) -> _Rest | None:
    """
    Return how the other members are filled, or None if a name is unknown, or a member missing that has no default.
    """
    others = [each for each in fields(cast("type[AttrsInstance]", cls)) if each.name not in names]
    if not readers.keys() >= set(names) or any(each.default is NOTHING for each in others):
        return None
    factories = {
        each.name: factory for each in others if (factory := getattr(each.default, "factory", None)) is not None
    }
    return _Rest(
        tuple((puts[each.name], each.default) for each in others if each.name not in factories),
        tuple((puts[name], cast("Convert", factory)) for name, factory in factories.items()),
    )


def converters_of(cls: type) -> Mapping[str, Convert]:
    """
    Return what the constructor of a class converts members with, by their names.
    """
    return {
        each.name: cast("Convert", each.converter)
        for each in fields(cast("type[AttrsInstance]", cls))
        if each.converter is not None
    }
