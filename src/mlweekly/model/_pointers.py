"""
RFC 6901 pointers into the JSON form of a value: what is there, and what people call the way to it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import Enum
from typing import Final, cast

from mlweekly._expressions import expression
from mlweekly._wording import expect
from mlweekly.model._issue import Issue
from mlweekly.model._links import LinkSet
from mlweekly.model._members import ModelObject, members_of, names_of
from mlweekly.model._paper import Paper
from mlweekly.model._series import Series

_POSITION = expression(r"0|[1-9][0-9]{0,8}")
SEQUENCES = (tuple, LinkSet)
"""
The classes whose elements a pointer names by index, the most frequent first.
"""

_ELEMENTS = {each.name: each.element for kind in (Series, Issue, Paper) for each in members_of(kind) if each.element}


class Absent(Enum):
    """
    The type of `ABSENT`.
    """

    ABSENT = "absent"

    def __repr__(self) -> str:
        return self.name


ABSENT: Final = Absent.ABSENT
"""
What is where a pointer leads nowhere: an element, a translation or an extra member that is not there.

A field that is empty (a title, a summary) is None, as in the model; an extra member may be None and be there.
"""


def tokens_of(pointer: str) -> list[str]:
    """
    Return the reference tokens of a pointer, unescaped.
    """
    tokens = pointer.split("/")[1:]
    return [token.replace("~1", "/").replace("~0", "~") for token in tokens] if "~" in pointer else tokens


def position_of(token: str) -> int | None:
    """
    Return the position that a reference token names, or None; it is written as RFC 6901 has it, without leading zeros.
    """
    return int(token) if _POSITION.fullmatch(token) else None


def child_of(value: object, token: str) -> object:
    """
    Return what a value holds under one reference token: a member, an extra member, an item, an element; else `ABSENT`.
    """
    if isinstance(value, ModelObject):
        kind: type = type(value)
        return getattr(value, token) if token in names_of(kind) else value.extra.get(token, ABSENT)
    if isinstance(value, SEQUENCES):
        items, position = cast("Sequence[object]", value), position_of(token)
        return ABSENT if position is None or position >= len(items) else items[position]
    return cast("Mapping[str, object]", value).get(token, ABSENT) if isinstance(value, Mapping) else ABSENT


def value_at(value: object, pointer: str) -> object:
    """
    Return what a pointer leads to, or `ABSENT`.
    """
    for token in tokens_of(pointer):
        value = child_of(value, token)
    return value


def noun_at(root: type, pointer: str) -> str:
    """
    Return what a message calls the last member on the way to a pointer, as the table of the model has it.

    >>> noun_at(Issue, "/papers/0/released"), noun_at(Series, "/contents/2/label")
    ('the day that a paper came out', 'this entry')

    Args:
        root: The class of the value that the pointer starts from.
        pointer: Where it leads.

    Raises:
        TypeError: The pointer is no text.
    """
    expect(pointer, str, "an RFC 6901 pointer")
    noun = "this"
    members = members_of(root)
    for token in tokens_of(pointer):
        member = next((each for each in members if each.name == token), None)
        if member is not None:
            noun, holds = member.noun, member.kind.holds
            has_members = issubclass(holds, ModelObject)
            members = members_of(holds) if has_members else ()
    return noun


def names_along(subject: Issue | Series, pointer: str) -> tuple[str, ...]:
    """
    Return what people call the places on the way to a pointer: an issue's title, a paper's title, a member's name.

    >>> from mlweekly.model import Text
    >>> names_along(Issue(papers=[Paper(rank=1, title=Text("Moshi"))]), "/papers/0/links/1/label")
    ('Moshi', 'link 2', 'label')

    Raises:
        TypeError: The pointer is no text.
    """
    expect(pointer, str, "an RFC 6901 pointer")
    return tuple(_names_along(subject, tokens_of(pointer)))


def _names_along(value: object, tokens: list[str]) -> Iterator[str]:
    rest = iter(tokens)
    for name in rest:
        value = child_of(value, name)
        position = next(rest, None) if name in _ELEMENTS else None
        if position is None:
            yield name
            continue
        value = child_of(value, position)
        if isinstance(value, Paper):
            yield str(value.title)
        elif isinstance(value, Issue) and value.title is not None:
            yield value.title
        else:
            noun = _ELEMENTS[name]
            place = position_of(position)
            number = position if place is None else place + 1
            yield f"{name}, {noun} {number}" if noun == "paragraph" else f"{noun} {number}"
