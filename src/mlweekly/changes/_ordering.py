"""
What happens to the order of a sequence: the fewest removals, moves and additions that lead from one side to the other.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from operator import lt
from typing import NamedTuple

from mlweekly._wording import expect


class Removal(NamedTuple):
    """
    The element at `old` of the old side goes, one `among` so many; its index still holds, for those behind go first.
    """

    old: int
    among: int


class Move(NamedTuple):
    """
    The element of both sides that is at `new` of the new side goes from one position to another.
    """

    new: int
    position: int
    to: int


class Addition(NamedTuple):
    """
    The element at `new` of the new side comes to this index, `among` so many others.
    """

    new: int
    among: int


def steps(old_count: int, new_count: int, pairs: Iterable[tuple[int, int]]) -> Iterator[Removal | Move | Addition]:
    """
    Yield the steps in order: removals from the end, moves, additions from the start.

    >>> list(steps(3, 3, [(0, 2), (1, 0), (2, 1)]))
    [Move(new=2, position=0, to=2)]

    Args:
        old_count: How many elements the old side has.
        new_count: How many elements the new side has.
        pairs: The indexes, on the old and on the new side, of each element that both sides have.
    """
    kept = dict(sorted(pairs))
    order = [*kept.values()]
    if order == [*range(old_count)] == [*range(new_count)]:
        return
    removed = sorted({*range(old_count)}.difference(kept), reverse=True)
    for gone, old in enumerate(removed):
        yield Removal(old, old_count - gone)
    yield from _moves(order)
    for count, new in enumerate(sorted({*range(new_count)}.difference(order)), len(order)):
        yield Addition(new, count)


def _moves(order: list[int]) -> Iterator[Move]:
    """
    Yield the moves that sort an order, those of a longest rising run staying; n log n.

    Elements move in their new order, each to behind the one before it. So an element that has not moved yet has before
    it what stays or has not moved either, of lower index, and what has moved to behind an element that stays before it.
    """
    if all(map(lt, order, order[1:])):
        return
    staying = {order[index] for index in longest_rising_run(order)}
    indexes = {new: index for index, new in enumerate(order)}
    unmoved = list(range(len(order)))
    anchors: list[int] = []
    anchor = -1
    for new in sorted(order):
        index = indexes[new]
        if new in staying:
            anchor = index
            continue
        unmoved_before = bisect_left(unmoved, index)
        start = unmoved_before + bisect_left(anchors, index)
        del unmoved[unmoved_before]
        yield Move(new, start, bisect_right(unmoved, anchor) + len(anchors))
        anchors.append(anchor)


def longest_rising_run(numbers: Sequence[int]) -> list[int]:
    """
    Return the indexes of a longest strictly increasing run, in n log n.

    >>> longest_rising_run([3, 0, 1, 2])
    [1, 2, 3]

    Raises:
        TypeError: It is no sequence.
    """
    expect(numbers, Sequence, "a sequence of numbers")
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for index, number in enumerate(numbers):
        place = bisect_left(tails, number)
        before.append(ends[place - 1] if place else -1)
        if place == len(tails):
            tails.append(number)
            ends.append(index)
        else:
            tails[place], ends[place] = number, index
    run: list[int] = []
    index = ends[-1] if ends else -1
    while index >= 0:
        run.append(index)
        index = before[index]
    return run[::-1]
