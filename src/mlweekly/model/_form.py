"""
The JSON form of values: what each member is in lists, dicts, strings and numbers, in canonical order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import cache
from typing import TypeAlias, cast

from mlweekly.dates import DateRange
from mlweekly.model._kinds import Kind
from mlweekly.model._links import LinkSet
from mlweekly.model._mapping import thaw
from mlweekly.model._members import ModelObject, members_of

_Write: TypeAlias = Callable[[object], object]


def data_of(value: object) -> object:
    """
    Return a value of the model, or a part of one, as fresh data: what is empty or implied is left out.

    >>> from mlweekly.model import Link
    >>> data_of(Link("https://arxiv.org/abs/2410.00037", label="Paper"))
    {'url': 'https://arxiv.org/abs/2410.00037', 'label': 'Paper'}
    """
    if isinstance(value, ModelObject | DateRange):
        return _object_data(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, LinkSet | tuple):
        return [data_of(item) for item in cast("Iterable[object]", value)]
    if isinstance(value, Mapping):
        return {name: data_of(item) for name, item in cast("Mapping[str, object]", value).items()}
    return value


def _object_data(value: object) -> dict[str, object]:
    data: dict[str, object] = {}
    kind: type = type(value)
    for name, is_required, implied, write in _members_as_written(kind):
        held: object = getattr(value, name)
        if is_required or (held and held != implied):
            data[name] = held if write is None else write(held)
    if isinstance(value, ModelObject) and value.extra:
        data.update(cast("dict[str, object]", thaw(value.extra)))
    return data


@cache
def _members_as_written(cls: type) -> tuple[tuple[str, bool, object, _Write | None], ...]:
    return tuple((each.name, each.is_required, each.implied, _writing(each.kind)) for each in members_of(cls))


def _writing(kind: Kind) -> _Write | None:
    """
    Return what writes a member of a kind, or None if it is written as it is.
    """
    if kind.shape == "mapping":
        return cast("_Write", thaw)
    if kind.shape == "sequence":
        return cast("_Write", list) if kind.holds is str else _objects_data
    if kind.holds is date:
        return cast("_Write", date.isoformat)
    return None if kind.holds in {str, int} else _object_data


def _objects_data(values: object) -> list[dict[str, object]]:
    return [_object_data(value) for value in cast("Iterable[object]", values)]


def has_extra(value: object) -> bool:
    """
    Tell whether a value, or anything in it, has members that this version does not know.
    """
    if isinstance(value, LinkSet | tuple):
        return any(map(has_extra, cast("Iterable[object]", value)))
    if not isinstance(value, ModelObject):
        return False
    kind: type = type(value)
    return bool(value.extra) or any(has_extra(getattr(value, name)) for name in _holders_in(kind))


@cache
def _holders_in(cls: type) -> tuple[str, ...]:
    """
    Return the members of a class that hold objects of the model.
    """
    return tuple(each.name for each in members_of(cls) if issubclass(each.kind.holds, ModelObject))
