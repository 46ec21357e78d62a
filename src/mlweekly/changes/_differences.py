"""
The operations that lead from one state of an object to another, member by member.

The table of the model says what a member is; the operations themselves say which of them there are for it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from operator import attrgetter
from typing import Any, NamedTuple, TypeAlias, cast

from mlweekly.changes import _operations as kinds
from mlweekly.changes._alignment import (
    Pairs,
    entry_pairs,
    issue_pairs,
    link_pairs,
    paper_pairs,
    same_ends,
    string_pairs,
)
from mlweekly.changes._operations import Operation, operation_on
from mlweekly.changes._ordering import Addition, Removal, steps
from mlweekly.model import ContentsEntry, FrozenMapping, Issue, Link, Member, Paper, Series, Text, members_of
from mlweekly.model._mapping import comparable
from mlweekly.model._members import ModelObject

Name: TypeAlias = Text | str | None
_Build: TypeAlias = Callable[..., Operation]

_NAMES: Mapping[type, str] = {Series: "title", Issue: "title", ContentsEntry: "label", Paper: "title", Link: "url"}
"""
The member that people know an object by.
"""
_PAIRS: Mapping[type, Callable[..., Pairs]] = {
    str: string_pairs,
    Issue: issue_pairs,
    ContentsEntry: entry_pairs,
    Paper: paper_pairs,
    Link: link_pairs,
}


def differences(
    old: ModelObject, new: ModelObject, pointer: str = "", of: Name = None, *, ranks: bool = True
) -> Iterator[Operation]:
    """
    Yield the operations that lead from one state of an object to another.

    What an object is known by goes first, so that the operations behind it name the new one. Sequences of objects go
    last, and in them what changes inside an element goes before removals, moves and additions.

    Args:
        old: The object before.
        new: The object after, of the same class.
        pointer: Where it is.
        of: What people know it by.
        ranks: Whether the rank of a paper is compared, which may follow the order.
    """
    cls: type = type(old)
    turns, values_of = _in_turn(cls)
    for turn, before, after in zip(turns, values_of(old), values_of(new), strict=True):
        if before is after or (turn.is_compared and before == after):
            continue
        member = turn.member
        if member.name == "rank" and not ranks:
            continue
        here = f"{pointer}/{member.name}"
        name = None if turn.is_name else of
        if member.kind.shape == "object":
            yield from _text_member_changes(before, after, here, name)
        elif member.kind.shape == "mapping":
            yield from _entry_changes(cls, member.name, before, after, pointer, name)
        elif member.kind.shape == "sequence" and operation_on(cls, member.name, kinds.ElementAdded):
            yield from _sequence_changes(cls, member, tuple(before), tuple(after), here, name)
        else:
            yield _kind(cls, member.name, kinds.FieldChanged)(pointer, before=before, after=after, of=name)
    if old.extra is not new.extra:
        yield from _entry_changes(cls, "extra", old.extra, new.extra, pointer, of)


class _Turn(NamedTuple):
    """
    A member when its turn comes.

    Attributes:
        member: The member.
        is_name: Whether people know the object by it, so that nothing else says which object it is.
        is_compared: Whether it is compared as a whole; papers and issues are one by one, and only once.
    """

    member: Member
    is_name: bool
    is_compared: bool


@cache
def _in_turn(cls: type) -> tuple[tuple[_Turn, ...], Callable[[object], tuple[Any, ...]]]:
    """
    Return the members of a class in the order in which they are compared, and what returns their values in that order.
    """

    def turn(member: Member) -> tuple[bool, bool]:
        holds_objects = issubclass(member.kind.holds, ModelObject) and member.kind.shape == "sequence"
        return member.name != _NAMES[cls], holds_objects

    members = sorted(members_of(cls), key=turn)
    turns = (
        _Turn(member, member.name == _NAMES[cls] and cls is not Link, member.kind.holds not in {Paper, Issue})
        for member in members
    )
    return tuple(turns), attrgetter(*(member.name for member in members))


def _kind(owner: type, member: str, shape: type) -> _Build:
    return cast("_Build", operation_on(owner, member, shape))


def _sequence_changes(
    owner: type, member: Member, olds: Sequence[object], news: Sequence[object], pointer: str, of: Name
) -> Iterator[Operation]:
    """
    Yield what changes in the elements of a sequence, and then which go, move and come.
    """
    holds = member.kind.holds
    start, end = same_ends(olds, news)
    if start == len(olds) == len(news):
        return
    pairs = _PAIRS[holds](olds, news, (start, end))
    renumbers = holds is Paper and _count(olds) and _count(news)
    # What both sides begin and end with is compared already.
    for index, place in pairs[start : len(pairs) - end]:
        before, after, here = olds[index], news[place], f"{pointer}/{index}"
        if isinstance(before, ModelObject):
            name = of if holds is Link else getattr(after, _NAMES[holds])
            yield from differences(before, cast("ModelObject", after), here, name, ranks=not renumbers)
        elif before != after:
            yield _kind(owner, member.name, kinds.ElementChanged)(here, before=before, after=after, of=of)
    more = {"of": of, **({"renumbers": renumbers} if holds is Paper else {})}
    for step in steps(len(olds), len(news), pairs):
        if isinstance(step, Removal):
            remove = _kind(owner, member.name, kinds.ElementRemoved)
            yield remove(f"{pointer}/{step.old}", before=olds[step.old], count=step.among, **more)
        elif isinstance(step, Addition):
            add = _kind(owner, member.name, kinds.ElementAdded)
            yield add(f"{pointer}/{step.new}", after=news[step.new], count=step.among, **more)
        else:
            move = _kind(owner, member.name, kinds.ElementMoved)
            name = getattr(news[step.new], _NAMES[holds])
            yield move(f"{pointer}/{step.position}", to=step.to, element=name, **more)


def _count(papers: Sequence[object]) -> bool:
    return all(cast("Paper", paper).rank == rank for rank, paper in enumerate(papers, 1))


def _text_member_changes(old: Text | None, new: Text | None, pointer: str, of: Name) -> Iterator[Operation]:
    if old is None or new is None:
        if new is not None:
            yield kinds.TextAdded(pointer, after=new, of=of)
        if old is not None:
            yield kinds.TextRemoved(pointer, before=old, of=of)
        return
    is_title = pointer.endswith("/title")
    # A title that has no original is known by a translation, which these very operations may change.
    name = old if is_title and old.original is not None else of
    if old.translations is not new.translations:
        yield from _entry_changes(Text, "translations", old.translations, new.translations, pointer, name)
    if old.original is None or new.original is None:
        if new.original is not None and new.language is not None:
            yield kinds.OriginalAdded(pointer, after=new.original, language=new.language, of=of)
        if old.original is not None and old.language is not None:
            yield kinds.OriginalRemoved(pointer, before=old.original, language=old.language, of=of)
    elif old.original != new.original:
        reworded = kinds.PaperRetitled if is_title else kinds.TextReworded
        yield reworded(pointer, before=old.original, after=new.original, of=of)
    if old.language is not None and new.language is not None and old.language != new.language:
        yield kinds.TextLanguageChanged(pointer, before=old.language, after=new.language, of=of)
    if old.extra is not new.extra:
        yield from _entry_changes(Text, "extra", old.extra, new.extra, pointer, of)


def _entry_changes(
    owner: type,
    mapping: str,
    before: FrozenMapping[str, object],
    after: FrozenMapping[str, object],
    pointer: str,
    of: Name,
) -> Iterator[Operation]:
    """
    Yield an operation for each item of a mapping that is not the same.
    """
    if before == after:
        return
    change = _entry_kind(owner, mapping, kinds.EntryChanged)
    remove = _entry_kind(owner, mapping, kinds.EntryRemoved)
    add = _entry_kind(owner, mapping, kinds.EntryAdded)
    # Extra members are in the object itself, and nobody needs to know how many there are.
    count = None if mapping == "extra" else len(before)
    for key, item in before.items():
        if key not in after:
            yield remove(pointer, key, before=item, count=count, of=of)
            count = None if count is None else count - 1
        elif comparable(item) != comparable(after[key]):
            yield change(pointer, key, before=item, after=after[key], of=of)
    for key, item in after.items():
        if key not in before:
            yield add(pointer, key, after=item, count=count, of=of)
            count = None if count is None else count + 1


def _entry_kind(owner: type, mapping: str, shape: type) -> _Build:
    kind = cast("type[kinds.Entry]", operation_on(owner, mapping, shape) or _EXTRA_KINDS[shape])
    build = cast("_Build", kind)

    def build_entry(pointer: str, key: str, **values: object) -> Operation:
        return build(pointer, **{kind.KEY: key}, **values)

    return build_entry


_EXTRA_KINDS: Mapping[type, type[kinds.Entry]] = {
    kinds.EntryAdded: kinds.ExtraAdded,
    kinds.EntryChanged: kinds.ExtraChanged,
    kinds.EntryRemoved: kinds.ExtraRemoved,
}
