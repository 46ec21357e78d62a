"""
What is lost between a value and the text that was written of it.

Lives here: the comparison of two values of the model, member by member.
Must not know: any layout.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from attrs import fields, has

from mlweekly.dates import DateRange
from mlweekly.errors import Problem, pointer_to
from mlweekly.model import Link, LinkSet, Text

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
    if isinstance(expected, LinkSet) and isinstance(found, LinkSet):
        expected, found = expected.links, found.links
    if isinstance(expected, tuple) and isinstance(found, tuple):
        yield from _losses_of_items(expected, found, dialect, pointer)  # pyright: ignore[reportUnknownArgumentType] # any tuple
    elif isinstance(expected, Mapping) and isinstance(found, Mapping):
        yield from _losses_of_members(expected, found, dialect, pointer)  # pyright: ignore[reportUnknownArgumentType] # any mapping
    elif has(type(expected)) and type(expected) is type(found) and not isinstance(expected, DateRange):
        for member in fields(type(expected)):
            if member.eq and not (member.name == "language" and isinstance(found, Text) and found.original is None):
                place = pointer if member.name == "extra" else f"{pointer}/{member.name}"
                yield from losses(getattr(expected, member.name), getattr(found, member.name), dialect, place)
    else:
        yield Problem(pointer, _message(expected, found, dialect, pointer))


def _losses_of_items(
    expected: tuple[object, ...], found: tuple[object, ...], dialect: str, pointer: str
) -> Iterator[Problem]:
    for index in range(max(len(expected), len(found))):
        left = expected[index] if index < len(expected) else _ABSENT
        right = found[index] if index < len(found) else _ABSENT
        yield from losses(left, right, dialect, pointer + pointer_to(index))


def _losses_of_members(
    expected: Mapping[str, object], found: Mapping[str, object], dialect: str, pointer: str
) -> Iterator[Problem]:
    for name in (*expected, *(name for name in found if name not in expected)):
        yield from losses(expected.get(name, _ABSENT), found.get(name, _ABSENT), dialect, pointer + pointer_to(name))


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
