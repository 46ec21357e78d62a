"""
The JSON form of values: what each member is in lists, dicts, strings and numbers, in canonical order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import cache
from typing import TypeAlias, cast

from mlweekly.dates import DateRange
from mlweekly.model._kinds import EMPTY, Extra, Kind
from mlweekly.model._links import LinkSet
from mlweekly.model._mapping import thaw
from mlweekly.model._members import ModelObject, members_of

_Write: TypeAlias = Callable[[object, list[object]], object]


def data_of(value: object, extras: list[object] | None = None) -> object:
    """
    Return a value of the model, or a part of one, as fresh data: what is empty or implied is left out.

    >>> from mlweekly.model import Link
    >>> data_of(Link("https://arxiv.org/abs/2410.00037", label="Paper"))
    {'url': 'https://arxiv.org/abs/2410.00037', 'label': 'Paper'}

    Args:
        value: The value.
        extras: Grows by each mapping of members that this version does not know.
    """
    extras = [] if extras is None else extras
    if isinstance(value, ModelObject | DateRange):
        return _object_data(value, extras)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, LinkSet | tuple):
        return [data_of(item, extras) for item in cast("Iterable[object]", value)]
    if isinstance(value, Mapping):
        return {name: data_of(item, extras) for name, item in cast("Mapping[str, object]", value).items()}
    return value


def _object_data(value: object, extras: list[object]) -> dict[str, object]:
    data: dict[str, object] = {}
    kind: type = type(value)
    for name, is_required, implied, write in _members_as_written(kind):
        held: object = getattr(value, name)
        if is_required or (held and (implied is None or held != implied)):
            data[name] = held if write is None else write(held, extras)
    extra: Extra = getattr(value, "extra", EMPTY)
    if extra is not EMPTY:
        extras.append(extra)
        data.update(cast("dict[str, object]", thaw(extra)))
    return data


@cache
def _members_as_written(cls: type) -> tuple[tuple[str, bool, object, _Write | None], ...]:
    return tuple((each.name, each.is_required, each.implied, _writing(each.kind)) for each in members_of(cls))


def _writing(kind: Kind) -> _Write | None:
    """
    Return what writes a member of a kind, or None if it is written as it is.
    """
    if kind.shape == "mapping" or kind.holds is date:
        return data_of
    if kind.shape == "sequence":
        return _list if kind.holds is str else _objects_data
    return None if kind.holds in {str, int} else _object_data


def _list(values: object, _: object) -> list[object]:
    return list(cast("Iterable[object]", values))


def _objects_data(values: object, extras: list[object]) -> list[dict[str, object]]:
    return [_object_data(value, extras) for value in cast("Iterable[object]", values)]
