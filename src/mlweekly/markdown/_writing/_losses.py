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
from mlweekly.model import ContentsEntry, Issue, Link, LinkSet, Paper, Series, Text

__all__ = ["losses"]

_ABSENT = object()
_SHOWN = 60
_MEMBERS = {
    "abstract": "an abstract",
    "authors": "authors",
    "comments": "comments",
    "contents": "a contents list",
    "foot": "a foot",
    "issues": "this issue",
    "label": "the label of a link",
    "language": "this language",
    "lead": "this opening paragraph",
    "links": "this link",
    "notices": "this notice",
    "original": "this original",
    "papers": "this paper",
    "period": "a period beside the title",
    "published": "the day of publication",
    "released": "the day that a paper came out",
    "section": "the section of a link",
    "source": "a source",
    "summary": "a summary",
    "title": "this title",
    "translations": "this translation",
}


def losses(expected: object, found: object, dialect: str, pointer: str = "") -> Iterator[Problem]:
    """
    Yield a problem for each part of a value that was read back otherwise, with its pointer into the JSON form.

    Args:
        expected: The value that was written.
        found: The value that was read back; None where there is none.
        dialect: The name of the dialect, for the messages.
        pointer: Where the value stands.
    """
    if expected == found and type(expected) is type(found):
        return
    members, found_members = _members_of(expected), _members_of(found)
    if members is None or found_members is None:
        yield Problem(pointer, _message(expected, found, dialect, pointer))
        return
    if isinstance(found, Text) and found.original is None:
        members.pop("language", None)
        found_members.pop("language", None)
    for name in (*members, *(name for name in found_members if name not in members)):
        member, other = members.get(name, _ABSENT), found_members.get(name, _ABSENT)
        yield from losses(member, other, dialect, pointer + pointer_to(name))


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


def _message(expected: object, found: object, dialect: str, pointer: str) -> str:
    if found is None or found is _ABSENT:
        name = next((_MEMBERS[part] for part in reversed(pointer.split("/")) if part in _MEMBERS), "this")
        return f"the dialect {dialect!r} has no place for {name}, {_shown(expected)} would be lost"
    if expected is None or expected is _ABSENT:
        return f"nothing stands here, {_shown(found)} would be read"
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
