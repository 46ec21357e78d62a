"""
What both sides add to one sequence: which additions are the same one, and where each goes.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import TypeVar

from attrs import evolve, frozen

from mlweekly.changes._merging._conflicts import Conflict, Value
from mlweekly.changes._merging._orders import merged_run
from mlweekly.model import ContentsEntry, Issue, Link, Paper
from mlweekly.model._form import data_of
from mlweekly.model._pointers import ABSENT

_Item = TypeVar("_Item")


@frozen
class Added:
    """
    An element that the base does not have.
    """

    value: Value


@frozen
class Addition:
    """
    One element that one side adds.

    Attributes:
        value: The element.
        anchor: The index in the base of the element that it follows; -1 where it follows none.
    """

    value: Value
    anchor: int


@frozen
class Additions:
    """
    What both sides add.

    Attributes:
        runs: What follows each element of the base, by its index, else -1; a conflict if both added the same
            paper, link, issue or entry, and not with the same content.
    """

    runs: Mapping[int, Sequence[Added | Conflict]]

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        """
        The conflicts among the additions.
        """
        return tuple(item for anchor in sorted(self.runs) for item in self.runs[anchor] if isinstance(item, Conflict))


def additions_of(pointer: str, ours: Sequence[Addition], theirs: Sequence[Addition], *, is_counting: bool) -> Additions:
    """
    Return what two sides add to the sequence at the pointer; what both add alike is there once.

    Args:
        pointer: The sequence, in the base.
        ours: What our side adds.
        theirs: What their side adds.
        is_counting: Whether the elements are papers that get their ranks by counting: two are the same whatever rank
            they carry.
    """

    def plain(value: Value) -> Hashable:
        return evolve(value, rank=1) if is_counting and isinstance(value, Paper) else value

    if not ours or not theirs:
        return Additions(_runs((each.anchor, Added(each.value)) for each in (*ours, *theirs)))
    equal = _partners(ours, theirs, plain, {})
    alike = _partners(ours, theirs, _identity, equal)
    partners = {**equal, **alike}
    mates = {yours: mine for mine, yours in partners.items()}
    items: list[Added | Conflict] = [Added(each.value) for each in (*ours, *theirs)]
    for mine, yours in alike.items():
        here = f"{pointer}/{min(ours[mine].anchor, theirs[yours].anchor) + 1}"
        items[mine] = Conflict(here, "added", ABSENT, ours[mine].value, theirs[yours].value)
    our_runs = _runs(
        (each.anchor, number)
        for number, each in enumerate(ours)
        if number not in partners or each.anchor <= theirs[partners[number]].anchor
    )
    their_runs = _runs(
        (each.anchor, mates.get(number, len(ours) + number))
        for number, each in enumerate(theirs)
        if number not in mates or each.anchor <= ours[mates[number]].anchor
    )

    def sorting(number: int) -> tuple[int, str]:
        return _sorting(items[number], plain)

    runs: dict[int, list[Added | Conflict]] = {}
    for anchor in sorted({*our_runs, *their_runs}):
        numbers = merged_run(our_runs.get(anchor, ()), their_runs.get(anchor, ()), sorting)
        runs[anchor] = [items[number] for number in numbers]
    return Additions(runs)


def _runs(items: Iterable[tuple[int, _Item]]) -> dict[int, list[_Item]]:
    runs: dict[int, list[_Item]] = {}
    for anchor, item in items:
        runs.setdefault(anchor, []).append(item)
    return runs


def _partners(
    ours: Sequence[Addition],
    theirs: Sequence[Addition],
    key: Callable[[Value], Hashable],
    taken: Mapping[int, int],
) -> dict[int, int]:
    """
    Pair the additions that have the same key, those that follow the same element first.
    """
    pairs: dict[int, int] = {}
    for is_near in (True, False):
        open_ours = [place for place in range(len(ours)) if place not in taken and place not in pairs]
        unavailable = {*taken.values(), *pairs.values()}
        places: dict[Hashable, list[int]] = {}
        for place in range(len(theirs) - 1, -1, -1):
            if place not in unavailable:
                each = theirs[place]
                places.setdefault((key(each.value), is_near and each.anchor), []).append(place)
        for place in open_ours:
            found = key(ours[place].value)
            candidates = places.get((found, is_near and ours[place].anchor))
            if found is not None and candidates:
                pairs[place] = candidates.pop()
    return pairs


def _identity(value: Value) -> Hashable:
    if isinstance(value, Paper):
        return value.key or str(value.title).casefold()
    if isinstance(value, Issue):
        return value.period or value.title
    if isinstance(value, Link):
        return value.canonical
    return value.label if isinstance(value, ContentsEntry) else None


def _sorting(item: Added | Conflict, plain: Callable[[Value], Hashable]) -> tuple[int, str]:
    """
    Decide what comes first if neither side said it: the newer issue, else the lesser by its JSON form.
    """
    values = (item.value,) if isinstance(item, Added) else (item.ours, item.theirs)
    return min(
        (
            -value.period.start.toordinal() if isinstance(value, Issue) and value.period else 0,
            json.dumps(data_of(plain(value)), ensure_ascii=False),
        )
        for value in values
    )
