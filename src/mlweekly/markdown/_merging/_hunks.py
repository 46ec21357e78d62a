"""
Where either of two sequences differs from a third one that both started from.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from mlweekly.changes._words import changed_ranges

__all__ = ["Hunk", "hunks"]

_Range = tuple[int, int]


class Hunk(NamedTuple):
    """
    A part of three sequences in which a side differs from the base: start and end in each.
    """

    base: _Range
    ours: _Range
    theirs: _Range


def hunks(
    base: Sequence[str], ours: Sequence[str], theirs: Sequence[str], *, are_words: bool = False
) -> Iterator[Hunk]:
    """
    Yield the parts that differ, in order.

    Changes of the two sides are one hunk if they overlap, or if both insert at one place. Changes that only touch are
    two, each has its own part of the base; but not beside words that are taken out across lines, for what touches them
    may belong to them.

    Args:
        base: What both sides started from.
        ours: Our side.
        theirs: Their side.
        are_words: Whether the elements are words, and not lines.

    >>> list(hunks("abcd", "abXd", "Yabcd"))
    [Hunk(base=(0, 0), ours=(0, 0), theirs=(0, 1)), Hunk(base=(2, 3), ours=(2, 3), theirs=(3, 4))]
    """
    changes = sorted(
        (low, high, side, other_high - high)
        for side, sequence in enumerate((ours, theirs))
        for low, high, _, other_high in changed_ranges(base, sequence)
    )
    ends_of_lines = [*accumulate((are_words and _ends_line(each) for each in base), initial=0)]
    shifts = [0, 0]
    index = 0
    while index < len(changes):
        start, end = changes[index][:2]
        before = (*shifts,)
        while index < len(changes):
            low, high, side, shift = changes[index]
            is_beside = low == end and ends_of_lines[high] > ends_of_lines[start]
            if not (low < end or (low, high) == (start, end) or is_beside):
                break
            shifts[side] = shift
            end = max(end, high)
            index += 1
        our_range, their_range = ((start + first, end + last) for first, last in zip(before, shifts, strict=True))
        yield Hunk((start, end), our_range, their_range)


def _ends_line(token: str) -> bool:
    """
    Return whether a word is white space that ends a line.
    """
    return token.isspace() and ("\n" in token or "\r" in token)
