"""
What stands at a pointer, and a value with other things at some of its pointers.

Lives here: one step from a value to what it holds; `Plan`, which rebuilds a value and shares what it does not touch.
Must not know: operations, sides, conflicts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeAlias, cast

import attrs
from attrs import evolve, frozen

from mlweekly.changes._merging._conflicts import ABSENT, Value
from mlweekly.model import Abstract, ContentsEntry, FrozenMapping, Issue, Link, LinkSet, Paper, Series, Text

__all__ = ["Added", "Arrangement", "Plan", "child_of", "sort_key", "tokens_of"]

_NO_MEMBERS: frozenset[str] = frozenset()
_MEMBERS: dict[type, frozenset[str]] = {
    kind: frozenset(member.name for member in attrs.fields(kind)) - {"extra"}
    for kind in (Series, Issue, ContentsEntry, Paper, Text, Abstract, Link)
}
_Object: TypeAlias = Series | Issue | ContentsEntry | Paper | Text | Link


@frozen
class Added:
    """
    An element that the base does not have.
    """

    value: Value


@frozen
class Arrangement:
    """
    The elements of a sequence afterwards.

    Attributes:
        entries: The position in the base of each that stays, and those that are added.
        counting: Whether they are papers that take the ranks 1…n.
    """

    entries: tuple[int | Added, ...]
    counting: bool


def tokens_of(pointer: str) -> list[str]:
    """
    Return the reference tokens of a pointer, unescaped.
    """
    if "~" not in pointer:
        return pointer.split("/")[1:]
    return [token.replace("~1", "/").replace("~0", "~") for token in pointer.split("/")[1:]]


def sort_key(pointer: str) -> tuple[tuple[int, str], ...]:
    """
    Return a key that sorts pointers by their tokens, positions by number.
    """
    return tuple((int(token) if token.isdecimal() else -1, token) for token in pointer.split("/")[1:])


def child_of(value: Value, token: str) -> Value:
    """
    Return what a value holds under one reference token: a member, an extra member, an element; else `ABSENT`.
    """
    members = _members_of(value)
    if token in members:
        member: object = getattr(value, token)
        return member
    if members:
        return cast("_Object", value).extra.get(token, ABSENT)
    if isinstance(value, FrozenMapping):
        return cast("FrozenMapping[str, object]", value).get(token, ABSENT)
    items = cast("Sequence[object]", value)
    position = int(token)
    return items[position] if position < len(items) else ABSENT


class Plan:
    """
    What shall stand at which pointers; built pointer by pointer, and made at once.

    Attributes:
        below: The plans for what the value holds, by reference token.
        value: What shall stand in place of the value, if anything shall.
        arrangement: What shall become of the elements, where the value is a sequence.
    """

    __slots__ = ("arrangement", "below", "value")

    def __init__(self) -> None:
        self.below: dict[str, Plan] = {}
        self.value: list[Value] = []
        self.arrangement: Arrangement | None = None

    def put(self, pointer: str, value: Value) -> None:
        """
        Let a value stand at the pointer; `ABSENT` where a translation or an extra member shall not be.
        """
        self.at(pointer).value = [value]

    def arrange(self, pointer: str, arrangement: Arrangement) -> None:
        """
        Let the elements of the sequence at the pointer be these.
        """
        self.at(pointer).arrangement = arrangement

    def at(self, pointer: str) -> Plan:
        """
        Return the part of the plan that is about the value at the pointer.
        """
        plan = self
        for token in tokens_of(pointer):
            plan = plan.below.setdefault(token, Plan())
        return plan

    def made(self, value: Value) -> Value:
        """
        Return the value with the plan carried out.

        Raises:
            ModelError: A constructor refuses what the plan makes.
        """
        if self.value:
            return self.value[0]
        if not self.below and self.arrangement is None:
            return value
        if _members_of(value):
            return self._made_object(cast("_Object", value))
        if isinstance(value, FrozenMapping):
            return self._made_mapping(cast("FrozenMapping[str, object]", value), self.below)
        return self._made_sequence(cast("Sequence[object]", value))

    def _made_sequence(self, items: Sequence[object]) -> Value:
        elements = list(items)
        for token, plan in self.below.items():
            elements[int(token)] = plan.made(elements[int(token)])
        arrangement = self.arrangement
        if arrangement is not None:
            entries = arrangement.entries
            elements = [entry.value if isinstance(entry, Added) else elements[entry] for entry in entries]
            if arrangement.counting:
                elements = list(_counted(elements))
        return LinkSet(cast("list[Link]", elements)) if isinstance(items, LinkSet) else tuple(elements)

    def _made_mapping(self, members: Mapping[str, object], plans: Mapping[str, Plan]) -> FrozenMapping[str, object]:
        changed = dict(members)
        for name, plan in plans.items():
            value = plan.made(members.get(name, ABSENT))
            if value is ABSENT:
                changed.pop(name, None)
            else:
                changed[name] = value
        return FrozenMapping(changed)

    def _made_object(self, value: _Object) -> Value:
        known = _members_of(value)
        changed = {name: plan.made(getattr(value, name)) for name, plan in self.below.items() if name in known}
        extra = {name: plan for name, plan in self.below.items() if name not in known}
        if extra:
            changed["extra"] = self._made_mapping(value.extra, extra)
        return cast("_Object", evolve(cast("Any", value), **changed))


def _members_of(value: Value) -> frozenset[str]:
    """
    Return the names of an object's own members; none where the value is a sequence or a mapping.
    """
    return _MEMBERS.get(type(value), _NO_MEMBERS)


def _counted(elements: Sequence[object]) -> Iterator[object]:
    for rank, paper in enumerate(elements, 1):
        yield evolve(paper, rank=rank) if isinstance(paper, Paper) and paper.rank != rank else paper
