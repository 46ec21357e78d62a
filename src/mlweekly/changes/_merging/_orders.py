"""
Two orders of the same elements made one, with what each side added.

Lives here: the order that both sides' moves lead to, and the places of additions.
Must not know: what the elements are.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from mlweekly.changes._merging._sides import Order

__all__ = ["additions_by_anchor", "common_order", "merged_run", "order_of"]

_Item = TypeVar("_Item")


def order_of(order: Order, kept: Sequence[int]) -> list[int]:
    """
    Return the kept positions of the base in a side's order; one that it removed follows its neighbour in the base.
    """
    staying = set(kept)
    found = [position for position in order.positions if position is not None and position in staying]
    missing = staying.difference(found)
    for position in sorted(missing):
        before = [other for other in found if other < position and other in staying]
        found.insert(found.index(max(before)) + 1 if before else 0, position)
    return found


def common_order(kept: Sequence[int], ours: Order, theirs: Order) -> list[int] | None:
    """
    Return the order that has every pair of elements as the side has it that changed the pair, or None.

    There is none where both moved an element to different places among those that neither moved, or where the two
    sides' wishes run in a circle.

    Args:
        kept: The positions in the base of the elements that stay, in the order of the base.
        ours: Our side's order.
        theirs: Their side's order.
    """
    if not ours.moved and not theirs.moved:
        return list(kept)
    base, one, other = list(kept), order_of(ours, kept), order_of(theirs, kept)
    if one in (other, base):
        return other
    if other == base:
        return one
    staying = set(kept) - ours.moved - theirs.moved
    both = (ours.moved & theirs.moved).intersection(kept)
    if any(_before(one, element, staying) != _before(other, element, staying) for element in both):
        return None
    places, other_places = ({element: place for place, element in enumerate(order)} for order in (one, other))
    # Elements that nobody moved or removed keep their order, so of two such ones nothing is asked.
    loose = sorted((ours.moved | theirs.moved | ours.removed | theirs.removed).intersection(kept))
    anywhere = set(loose)
    followers = {element: len(base) - place for place, element in enumerate(base, 1)}
    for first in base:
        rivals = base if first in anywhere else loose
        for second in rivals[bisect_right(rivals, first) :]:
            if places[first] > places[second] or other_places[first] > other_places[second]:
                followers[first] -= 1
                followers[second] += 1
    if len(set(followers.values())) < len(base):
        return None
    return sorted(base, key=followers.__getitem__, reverse=True)


def _before(order: Sequence[int], element: int, among: set[int]) -> int:
    return len(among.intersection(order[: order.index(element)]))


def additions_by_anchor(order: Order, kept: Iterable[int]) -> dict[int, list[int]]:
    """
    Return where a side's additions stand in it, by the position in the base of the kept element before them, else -1.
    """
    staying = set(kept)
    anchor = -1
    places: dict[int, list[int]] = {}
    for place, position in enumerate(order.positions):
        if position is None:
            places.setdefault(anchor, []).append(place)
        elif position in staying:
            anchor = position
    return places


def merged_run(
    ours: Sequence[_Item], theirs: Sequence[_Item], key: Callable[[_Item], tuple[object, ...]]
) -> list[_Item]:
    """
    Return two runs of additions as one, the same whichever side is called ours; what is common to both stands once.

    Args:
        ours: What one side added at a place.
        theirs: What the other added there.
        key: Decides which comes first where the runs do not tell.
    """
    first, second = sorted((ours, theirs), key=lambda run: [key(item) for item in run])
    if [item for item in first if item in second] != [item for item in second if item in first]:
        return [*first, *(item for item in second if item not in first)]
    merged: list[_Item] = []
    rest = list(second)
    for item in first:
        if item in rest:
            place = rest.index(item)
            merged.extend(rest[:place])
            del rest[: place + 1]
        merged.append(item)
    return [*merged, *rest]
