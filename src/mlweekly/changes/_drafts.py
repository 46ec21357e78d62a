"""
Values that are being changed: opened where a change goes, and closed once, when all changes are made.

What is never opened is shared by the old value and the new.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeAlias, cast

from attrs import evolve

from mlweekly.errors import ModelError
from mlweekly.model import FrozenMapping, Link, LinkSet, Paper
from mlweekly.model._members import ModelObject, names_of
from mlweekly.model._pointers import ABSENT, SEQUENCES, position_of

Draft: TypeAlias = "ObjectDraft | SequenceDraft | MappingDraft"
Refused: TypeAlias = "Callable[[ObjectDraft, ModelError], None]"

# The type of `evolve` asks for the members of one class, and any class of the model may be here.
_evolved: Callable[..., object] = evolve


class ObjectDraft:
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

    def has(self, name: str) -> bool:
        """
        Return whether it has a member of this name, extra members apart.
        """
        kind: type = type(self.value)
        return name in names_of(kind)

    def open(self, name: str) -> Draft | None:
        """
        Return the draft of a member, or None if it has no parts; `extra` is a member here.
        """
        if name != "extra" and not self.has(name):
            return None
        draft = _opened(self._members[name] if name in self._members else getattr(self.value, name))
        if draft is not None:
            self._members[name] = draft
        return draft

    def get(self, name: str) -> object:
        """
        Return the value that a member has now.

        Raises:
            ModelError: What the changes so far lead to cannot be.
        """
        return _closed(self._members[name], reject) if name in self._members else getattr(self.value, name)

    def put(self, name: str, member: object) -> None:
        """
        Give a member another value.
        """
        self._members[name] = member

    def at(self, tokens: Iterable[str]) -> Draft:
        """
        Return the draft of the object, sequence or mapping that these reference tokens lead to.
        """
        draft: Draft = self
        for token in tokens:
            draft = cast("Draft", draft.open(token))
        return draft

    def put_at(self, tokens: Sequence[str], value: object) -> None:
        """
        Put a value where these reference tokens lead; a name that is no member's is that of an extra member.
        """
        *path, token = tokens
        draft = self.at(path)
        if isinstance(draft, ObjectDraft) and not draft.has(token):
            draft = cast("MappingDraft", draft.open("extra"))
        draft.put(token, value)

    def closed(self, refused: Refused) -> object:
        """
        Return the object with the changes in it.

        Args:
            refused: Gets each draft that its constructor refuses; the object is then as it was.
        """
        if not self._members:
            return self.value
        try:
            changed = {name: _closed(member, refused) for name, member in self._members.items()}
            return _evolved(self.value, **changed)
        except ModelError as error:
            refused(self, error)
            return self.value


class MappingDraft:
    """
    A mapping that is being changed: translations, details, extra members.
    """

    __slots__ = ("_items",)

    def __init__(self, value: FrozenMapping[str, object]) -> None:
        self._items = dict(value)

    def __len__(self) -> int:
        return len(self._items)

    def open(self, _: str) -> None:
        """
        Return None: an item changes as a whole.
        """

    def get(self, key: str) -> object:
        """
        Return the value that an item has now, or `ABSENT`.
        """
        return self._items.get(key, ABSENT)

    def put(self, key: str, item: object) -> None:
        """
        Give an item another value; `ABSENT` takes it away.
        """
        if item is ABSENT:
            self._items.pop(key, None)
        else:
            self._items[key] = item

    def closed(self, _: Refused) -> object:
        """
        Return the mapping with the changes in it.
        """
        return FrozenMapping(self._items)


class SequenceDraft:
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

    def index(self, token: str, *, end: bool = False) -> int | None:
        """
        Return the index that a reference token names, or None; `end` allows the one after the last.
        """
        index = position_of(token)
        return index if index is not None and index < len(self.items) + end else None

    def open(self, token: str) -> ObjectDraft | None:
        """
        Return the draft of an element, or None if there is none, or it is no object.
        """
        index = self.index(token)
        draft = None if index is None else _opened(self.items[index])
        if index is None or not isinstance(draft, ObjectDraft):
            return None
        self.items[index] = draft
        return draft

    def get(self, token: str | int) -> object:
        """
        Return the value that an element has now.

        Raises:
            ModelError: What the changes so far lead to cannot be.
        """
        index = int(token)
        item = _closed(self.items[index], reject)
        return _ranked(item, index) if self.counting else item

    def put(self, token: str, item: object) -> None:
        """
        Put another value in the place of an element.
        """
        self.items[int(token)] = item

    def closed(self, refused: Refused) -> object:
        """
        Return the sequence with the changes in it.
        """
        self.settle()
        items = [item.closed(refused) if isinstance(item, _DRAFTS) else item for item in self.items]
        return LinkSet(cast("Iterable[Link]", items)) if self.is_links else tuple(items)

    def counts(self) -> bool:
        """
        Return whether the papers have the ranks 1…n, in this order.
        """
        return self.counting or all(_rank(item) == rank for rank, item in enumerate(self.items, 1))

    def settle(self) -> None:
        """
        Let the papers carry the ranks that they have by counting, and stop counting.
        """
        if self.counting:
            for index, item in enumerate(self.items):
                # A draft stays the same one: an operation may be about to change it.
                if isinstance(item, ObjectDraft):
                    item.put("rank", index + 1)
                else:
                    self.items[index] = _ranked(item, index)
            self.counting = False


# A union would be built anew for each element of a sequence.
_DRAFTS = (ObjectDraft, SequenceDraft, MappingDraft)


def _rank(item: object) -> object:
    if isinstance(item, ObjectDraft):
        return item.get("rank")
    return item.rank if isinstance(item, Paper) else None


def _ranked(item: object, index: int) -> object:
    return evolve(item, rank=index + 1) if isinstance(item, Paper) and item.rank != index + 1 else item


def _opened(item: object) -> Draft | None:
    if isinstance(item, _DRAFTS):
        return item
    if isinstance(item, ModelObject):
        return ObjectDraft(item)
    if isinstance(item, SEQUENCES):
        return SequenceDraft(cast("tuple[object, ...]", item))
    return MappingDraft(cast("FrozenMapping[str, object]", item)) if isinstance(item, FrozenMapping) else None


def _closed(item: object, refused: Refused) -> object:
    return item.closed(refused) if isinstance(item, _DRAFTS) else item


def reject(_: ObjectDraft, error: ModelError) -> None:
    """
    Raise what a constructor raised.
    """
    raise error
