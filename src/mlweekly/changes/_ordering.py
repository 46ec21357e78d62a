"""
What happens to the order of a sequence: the fewest removals, moves and additions that lead from one side to the other.

Lives here: the positions of each step.
Must not know: what the elements are, or which of them belong together (`_alignment` does).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import NamedTuple

__all__ = ["Addition", "Move", "Removal", "longest_run", "steps"]


class Removal(NamedTuple):
    """
    The element at `old` of the old side goes, one `among` so many; its position still holds, for those behind go first.
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
    The element at `new` of the new side comes to this position, `among` so many others.
    """

    new: int
    among: int


def steps(old_count: int, new_count: int, pairs: Iterable[tuple[int, int]]) -> Iterator[Removal | Move | Addition]:
    """
    Yield the steps in the order in which they are made: removals from the end, moves, additions from the start.

    >>> list(steps(3, 3, [(0, 2), (1, 0), (2, 1)]))
    [Move(new=2, position=0, to=2)]

    Args:
        old_count: How many elements the old side has.
        new_count: How many elements the new side has.
        pairs: The positions, on the old and on the new side, of each element that both sides have.
    """
    kept = sorted(pairs)
    olds, news = {old for old, _ in kept}, {new for _, new in kept}
    count = old_count
    for old in range(old_count - 1, -1, -1):
        if old not in olds:
            yield Removal(old, count)
            count -= 1
    yield from _moves([new for _, new in kept])
    for new in range(new_count):
        if new not in news:
            yield Addition(new, count)
            count += 1


def _moves(order: list[int]) -> Iterator[Move]:
    wanted = sorted(order)
    if order == wanted:
        return
    staying = {order[index] for index in longest_run(order)}
    for place, new in enumerate(wanted):
        if new not in staying:
            position = order.index(new)
            del order[position]
            to = order.index(wanted[place - 1]) + 1 if place else 0
            order.insert(to, new)
            yield Move(new, position, to)


def longest_run(numbers: list[int]) -> list[int]:
    """
    Return the positions of a longest strictly increasing run, in n log n.

    >>> longest_run([3, 0, 1, 2])
    [1, 2, 3]
    """
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for position, number in enumerate(numbers):
        place = bisect_left(tails, number)
        before.append(ends[place - 1] if place else -1)
        tails[place : place + 1] = [number]
        ends[place : place + 1] = [position]
    run: list[int] = []
    position = ends[-1] if ends else -1
    while position >= 0:
        run.append(position)
        position = before[position]
    return run[::-1]
