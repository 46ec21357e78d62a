"""
Values that are being changed: opened where an operation goes, and closed once, when all operations are made.

Lives here: drafts of the model's objects and sequences; what is never opened is shared by the old value and the new.
Must not know: which operations there are.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeAlias, cast

from attrs import evolve

from mlweekly.errors import ModelError
from mlweekly.model import ContentsEntry, Issue, Link, LinkSet, Paper, Series, Text

__all__ = ["Draft", "DraftObject", "DraftSequence", "ModelObject"]

ModelObject: TypeAlias = Series | Issue | ContentsEntry | Paper | Text | Link
Refused: TypeAlias = "Callable[[DraftObject, ModelError], None]"
Draft: TypeAlias = "DraftObject | DraftSequence"

_OBJECTS = (Series, Issue, ContentsEntry, Paper, Text, Link)
_CONTAINERS = frozenset(
    {
        "issues",
        "contents",
        "lead",
        "foot",
        "notices",
        "comments",
        "papers",
        "title",
        "authors",
        "summary",
        "abstract",
        "links",
    }
)
# The type of `evolve` asks for the members of one class, and any class of the model may be here.
_evolved: Callable[..., object] = evolve
_POSITION = re.compile(r"0|[1-9][0-9]{0,8}")


class DraftObject:
    """
    An object that is being changed.

    Attributes:
        value: The object as it was.
        touched: What was done to the draft itself, for whoever has to explain why it cannot be closed.
    """

    __slots__ = ("_members", "touched", "value")

    def __init__(self, value: ModelObject) -> None:
        self.value = value
        self.touched: list[object] = []
        self._members: dict[str, object] = {}

    def open(self, name: str) -> DraftObject | DraftSequence | None:
        """
        Return the draft of a member, or None where it is no object and no sequence.
        """
        if name not in _CONTAINERS:
            return None
        member = self._members[name] if name in self._members else getattr(self.value, name, None)
        draft = _opened(member)
        if draft is not None:
            self._members[name] = draft
        return draft

    def get(self, name: str) -> object:
        """
        Return the value that a member has now.

        Raises:
            ModelError: What the operations made of it so far cannot be.
        """
        return _closed(self._members[name], _raise) if name in self._members else getattr(self.value, name)

    def put(self, name: str, member: object) -> None:
        """
        Give a member another value.
        """
        self._members[name] = member

    def closed(self, refused: Refused) -> object:
        """
        Return the object with the changes in it.

        Args:
            refused: Gets each draft that its constructor refuses; the object is then as it was.
        """
        try:
            changed = {name: _closed(member, refused) for name, member in self._members.items()}
            return _evolved(self.value, **changed)
        except ModelError as error:
            refused(self, error)
            return self.value


class DraftSequence:
    """
    A tuple, or a set of links, that is being changed.

    Attributes:
        items: Values, and drafts of those that were opened.
        counting: The papers take the ranks 1…n when the draft is closed, whatever they carry.
    """

    __slots__ = ("counting", "is_links", "items")

    def __init__(self, value: tuple[object, ...] | LinkSet) -> None:
        self.is_links = isinstance(value, LinkSet)
        self.items: list[object] = list(value)
        self.counting = False

    def position(self, part: str, *, end: bool = False) -> int | None:
        """
        Return the position that a reference token names, or None; `end` allows the one after the last.
        """
        position = int(part) if _POSITION.fullmatch(part) else len(self.items) + 1
        return position if position < len(self.items) + end else None

    def open(self, part: str) -> DraftObject | None:
        """
        Return the draft of an element, or None where there is none, or it is no object.
        """
        position = self.position(part)
        draft = None if position is None else _opened(self.items[position])
        if position is None or not isinstance(draft, DraftObject):
            return None
        self.items[position] = draft
        return draft

    def get(self, position: int) -> object:
        """
        Return the value that an element has now.

        Raises:
            ModelError: What the operations made of it so far cannot be.
        """
        item = _closed(self.items[position], _raise)
        return _ranked(item, position) if self.counting else item

    def closed(self, refused: Refused) -> object:
        """
        Return the sequence with the changes in it.
        """
        items = [_closed(item, refused) for item in self.items]
        if self.counting:
            items = [_ranked(item, position) for position, item in enumerate(items)]
        return LinkSet(cast("list[Link]", items)) if self.is_links else tuple(items)

    def counts(self) -> bool:
        """
        Tell whether the papers have the ranks 1…n, in this order.
        """
        return self.counting or all(_rank(item) == place for place, item in enumerate(self.items, 1))

    def settle(self) -> None:
        """
        Let the papers carry the ranks that they have by counting, and stop counting.
        """
        if self.counting:
            for position, item in enumerate(self.items):
                # A draft stays the same one: an operation may be about to change it.
                if isinstance(item, DraftObject):
                    item.put("rank", position + 1)
                else:
                    self.items[position] = _ranked(item, position)
            self.counting = False


def _rank(item: object) -> object:
    if isinstance(item, DraftObject):
        return item.get("rank")
    return item.rank if isinstance(item, Paper) else None


def _ranked(item: object, position: int) -> object:
    return evolve(item, rank=position + 1) if isinstance(item, Paper) and item.rank != position + 1 else item


def _opened(item: object) -> DraftObject | DraftSequence | None:
    if isinstance(item, DraftObject):
        return item
    if isinstance(item, DraftSequence):
        return item
    if isinstance(item, _OBJECTS):
        return DraftObject(item)
    if isinstance(item, tuple | LinkSet):
        return DraftSequence(cast("tuple[object, ...] | LinkSet", item))
    return None


def _closed(item: object, refused: Refused) -> object:
    if isinstance(item, DraftObject):
        return item.closed(refused)
    return item.closed(refused) if isinstance(item, DraftSequence) else item


def _raise(_: DraftObject, error: ModelError) -> None:
    raise error
