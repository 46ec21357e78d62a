"""
The JSON form of the values that operations carry.

Lives here: from a value of the model to lists, dicts, strings and numbers, as `docs/json.md` specifies them.
Must not know: operations; how JSON is read (`mlweekly.json` does).
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import cast

from attrs import AttrsInstance, fields, has

from mlweekly.model import Extra, FrozenMapping, LinkSet, Text

__all__ = ["data_of"]

_HIGHEST_EXACT = 2**53
_NO_EXTRA: Extra = FrozenMapping()
_EMPTY: tuple[object, ...] = (None, (), LinkSet(), _NO_EXTRA)
_NOT_MEMBERS = ("version", "extra")


def data_of(value: object) -> object:
    """
    Return the value as fresh data; a member that is absent, empty or the default does not stand in it.
    """
    if isinstance(value, Mapping):
        items = cast("Mapping[str, object]", value)
        return {name: data_of(items[name]) for name in sorted(items)}
    if isinstance(value, tuple | LinkSet):
        return [data_of(item) for item in cast("tuple[object, ...]", value)]
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer() and abs(value) <= _HIGHEST_EXACT:
        return int(value)
    return _object_data(value) if has(type(value)) else value


def _object_data(value: object) -> dict[str, object]:
    data: dict[str, object] = {}
    for attribute in fields(cast("type[AttrsInstance]", type(value))):
        member: object = getattr(value, attribute.name)
        is_default = isinstance(value, Text) and attribute.name == "language" and member == "en"
        if attribute.name not in _NOT_MEMBERS and member not in _EMPTY and not is_default:
            data[attribute.name] = data_of(member)
    extra: Extra = getattr(value, "extra", FrozenMapping())
    data.update((name, data_of(extra[name])) for name in sorted(extra))
    return data
