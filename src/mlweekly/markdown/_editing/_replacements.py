"""
Replacements in a text, and sequences whose elements come, go and change places.

Lives here: `Replacement`, how many of them are made at once, and which of them carry a sequence from one order to
another.
Must not know: any dialect; what an element is.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

__all__ = ["Element", "Replacement", "made", "resequenced"]


class Replacement(NamedTuple):
    """
    A part of a text, and the words that stand there instead; an insertion where it is empty.
    """

    start: int
    end: int
    words: str


class Element(NamedTuple):
    """
    An element of a sequence as it shall be.

    Attributes:
        origin: Its place in the sequence before; None where it is new.
        words: How it is written where it cannot stay in its place.
        leans_forward: Whether it is written before the element that follows, and not behind the one before it.
    """

    origin: int | None
    words: str
    leans_forward: bool = False


def made(text: str, replacements: Iterable[Replacement], start: int = 0, end: int | None = None) -> str:
    """
    Return a part of the text with the replacements made in it.

    Insertions at one place keep their order; a replacement inside what another one takes away goes with it.

    >>> made("a, b, c", [Replacement(3, 4, "x"), Replacement(0, 0, "- ")])
    '- a, x, c'
    """
    end = len(text) if end is None else end
    parts: list[str] = []
    position = start
    for each in sorted(replacements, key=_order):
        if each.start >= position:
            parts += (text[position : each.start], each.words)
            position = each.end
    return "".join(parts) + text[position:end]


def _order(each: Replacement) -> tuple[int, bool, int]:
    return each.start, each.start < each.end, -each.end


def resequenced(
    text: str,
    places: Sequence[tuple[int, int]],
    elements: Sequence[Element],
    separator: re.Pattern[str],
    usual: str,
    limit: int | None = None,
) -> Iterator[Replacement]:
    """
    Yield what carries a sequence from the order of its places to that of the elements, most of which stay untouched.

    An element that leaves takes the separator before it along; one that comes brings the usual one.

    Args:
        text: The text.
        places: Start and end of each element that there is, in order; not empty.
        elements: The elements that shall be.
        separator: What may stand between two elements, and belongs to neither.
        usual: The separator to write.
        limit: How far a separator behind the last element can reach, which leaves with it if no element stays; None for
            the end of the text.
    """
    staying = _longest_run([element.origin for element in elements if element.origin is not None])
    limit = places[-1][1] if elements else len(text) if limit is None else limit
    yield from _removals(text, [*places, (limit, limit)], staying, separator)
    waiting: list[str] = []
    before: int | None = None
    for element in elements:
        if element.origin is not None and element.origin in staying:
            start = places[element.origin][0]
            yield from (Replacement(start, start, words + usual) for words in waiting)
            waiting, before = [], element.origin
        elif before is None or element.leans_forward or waiting:
            waiting.append(element.words)
        else:
            end = places[before][1]
            yield Replacement(end, end, usual + element.words)
    if waiting:
        offset, opening = (places[0][0], "") if before is None else (places[before][1], usual)
        yield Replacement(offset, offset, opening + usual.join(waiting))


def _removals(
    text: str, places: Sequence[tuple[int, int]], staying: set[int], separator: re.Pattern[str]
) -> Iterator[Replacement]:
    """
    Yield what takes away the elements that do not stay; the last place is where the sequence ends.
    """
    first = min(staying, default=len(places))
    for index, (start, end) in enumerate(places[:-1]):
        if index > first and index not in staying:
            yield Replacement(_end_of_rest(text, places[index - 1][1], start, separator), end, "")
        elif index not in staying:
            behind = separator.match(text, end, places[index + 1][0])
            yield Replacement(start, end if behind is None else behind.end(), "")


def _end_of_rest(text: str, start: int, end: int, separator: re.Pattern[str]) -> int:
    """
    Return where the separator begins that ends at an offset; what stands before it is not part of it.
    """
    for match in separator.finditer(text, start, end):
        if match.end() == end:
            return match.start()
    return end


def _longest_run(origins: Sequence[int]) -> set[int]:
    """
    Return the longest rising subsequence: the elements that can stay where they are.
    """
    lasts: list[int] = []
    before: dict[int, int | None] = {}
    for origin in origins:
        place = bisect_left(lasts, origin)
        before[origin] = lasts[place - 1] if place else None
        lasts[place : place + 1] = [origin]
    run: set[int] = set()
    last = lasts[-1] if lasts else None
    while last is not None:
        run.add(last)
        last = before[last]
    return run
