"""
Compare a value with what is read of its text, member by member, and list what differs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import cast

from attrs import fields

from mlweekly.dates import DateRange
from mlweekly.errors import Problem, pointer_to
from mlweekly.model import ContentsEntry, Issue, Link, LinkSet, Paper, Series, Text, noun_at

__all__ = ["losses"]

_ABSENT = object()
_SHOWN = 60


def losses(expected: Issue | Series, found: Issue | Series | None, dialect: str) -> Iterator[Problem]:
    """
    Yield a problem for each part of a value that was read back otherwise, with its pointer into the JSON form.

    Args:
        expected: The value that was written.
        found: The value that was read back; None if there is none.
        dialect: The name of the dialect, for the messages.
    """
    for pointer, was, now in _differences(expected, found, ""):
        yield Problem(pointer, _message(was, now, dialect, noun_at(type(expected), pointer)))


def _differences(expected: object, found: object, pointer: str) -> Iterator[tuple[str, object, object]]:
    if expected == found and type(expected) is type(found):
        return
    members, found_members = _members_of(expected), _members_of(found)
    if members is None or found_members is None:
        yield pointer, expected, found
        return
    if isinstance(found, Text) and found.original is None:
        members.pop("language", None)
        found_members.pop("language", None)
    for name in (*members, *(name for name in found_members if name not in members)):
        member, other = members.get(name, _ABSENT), found_members.get(name, _ABSENT)
        yield from _differences(member, other, pointer + pointer_to(name))


def _members_of(value: object) -> dict[str | int, object] | None:
    """
    Return the members or items of a value as its JSON form names them; None for a value without parts.
    """
    if isinstance(value, LinkSet | tuple):
        return dict(enumerate(cast("Iterable[object]", value)))
    if isinstance(value, Mapping):
        return dict(cast("Mapping[str | int, object]", value))
    if not isinstance(value, Series | Issue | Paper | Text | Link | ContentsEntry):
        return None
    names = (member.name for member in fields(type(value)) if member.eq and member.name != "extra")
    return {**{name: getattr(value, name) for name in names}, **value.extra}


def _message(expected: object, found: object, dialect: str, noun: str) -> str:
    if found is None or found is _ABSENT:
        return f"the dialect {dialect!r} cannot hold {noun}, {_shown(expected)} would be lost"
    if expected is None or expected is _ABSENT:
        return f"nothing is here, {_shown(found)} would be read"
    return f"{_shown(expected)} would be read as {_shown(found)}"


def _shown(value: object) -> str:
    if isinstance(value, str):
        words = repr(value[:_SHOWN])
        return words if len(value) <= _SHOWN else f"{words[:-1]}…{words[-1]}"
    if isinstance(value, Text | Link):
        return _shown(str(value) if isinstance(value, Text) else value.url)
    if isinstance(value, date | DateRange):
        return str(value)
    words = repr(value)
    return words if len(words) <= _SHOWN else f"{words[:_SHOWN]}…"
