"""
Two orders of the same elements made one, with what each side added.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from functools import cmp_to_key, partial
from itertools import takewhile
from operator import ne
from typing import TypeVar

from mlweekly.changes._origins import Order

_Item = TypeVar("_Item")


def order_of(order: Order, kept: Sequence[int]) -> list[int]:
    """
    Return the kept indexes of the base in a side's order; one that the side removed follows its neighbour in the base.
    """
    staying = set(kept)
    found = [position for position in order.positions if position is not None and position in staying]
    followers: dict[int, list[int]] = {}
    neighbour, present = -1, set(found)
    for position in kept:
        if position in present:
            neighbour = position
        else:
            followers.setdefault(neighbour, []).append(position)
    return [position for each in (-1, *found) for position in ([each] if each >= 0 else []) + followers.get(each, [])]


def common_order(kept: Sequence[int], ours: Order, theirs: Order) -> list[int] | None:
    """
    Return the order that has every pair of elements as the side has it that changed the pair, or None.

    There is none where both moved an element to different places among those that neither moved, or if the two
    sides' wishes run in a circle. It is found in n log n: elements are sorted by their pairs, and if there is such an
    order, that is it; the numbers of pairs that each two orders disagree about tell whether there is.

    Args:
        kept: The indexes in the base of the elements that stay, in the order of the base.
        ours: Our side's order.
        theirs: Their side's order.
    """
    base, one, other = list(kept), order_of(ours, kept), order_of(theirs, kept)
    if one in (other, base):
        return other
    if other == base:
        return one
    both = (ours.moved & theirs.moved).intersection(kept)
    before, other_before = (_numbers_before(order, set(kept) - ours.moved - theirs.moved) for order in (one, other))
    if any(before[element] != other_before[element] for element in both):
        return None
    places, other_places = _places_of(one), _places_of(other)

    def compared(first: int, second: int) -> int:
        low, high = sorted((first, second))
        is_swapped = places[low] > places[high] or other_places[low] > other_places[high]
        return first - second if not is_swapped else second - first

    common = sorted(base, key=cmp_to_key(compared))
    swapped, by_one, by_other = (_disagreements(base, order) for order in (common, one, other))
    # Each side's pairs are swapped, and no others: a pair that both swap counts twice in the two numbers of the sides.
    takes_both = all(
        _disagreements(order, common) == swapped - count for order, count in ((one, by_one), (other, by_other))
    )
    by_both = (by_one + by_other - _disagreements(one, other)) // 2
    return common if takes_both and swapped == by_one + by_other - by_both else None


def _places_of(order: Sequence[int]) -> dict[int, int]:
    return {element: place for place, element in enumerate(order)}


def _numbers_before(order: Iterable[int], among: set[int]) -> dict[int, int]:
    """
    Return for each element how many of some others are before it.
    """
    numbers: dict[int, int] = {}
    count = 0
    for element in order:
        numbers[element] = count
        count += element in among
    return numbers


def _disagreements(one: Sequence[int], other: Sequence[int]) -> int:
    """
    Return the number of pairs of elements that two orders have the other way round.
    """
    places = _places_of(one)
    seen: list[int] = []
    count = 0
    for element in other:
        index = bisect_left(seen, places[element])
        count += len(seen) - index
        seen.insert(index, places[element])
    return count


def additions_by_anchor(order: Order, kept: Iterable[int]) -> dict[int, list[int]]:
    """
    Return where a side's additions are in it, by the index in the base of the kept element before them, else -1.
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
    Return two runs of additions as one, the same whichever side is called ours; what is common to both is there once.

    Args:
        ours: What one side added at a place.
        theirs: What the other added there.
        key: Decides which comes first if the runs do not tell.
    """
    first, second = sorted((ours, theirs), key=lambda run: [key(item) for item in run])
    common = set(first) & set(second)
    if [item for item in first if item in common] != [item for item in second if item in common]:
        return [*first, *(item for item in second if item not in common)]
    merged: list[_Item] = []
    rest = iter(second)
    for item in first:
        if item in common:
            merged.extend(takewhile(partial(ne, item), rest))
        merged.append(item)
    return [*merged, *rest]
