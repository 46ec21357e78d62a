"""
The markers of lists within a text, such as `(1)`, `2)` and ③.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from mlweekly._expressions import expression

__all__ = ["Marker", "list_markers", "markers_in"]

_CANDIDATE = expression(
    r"(?<![A-Za-z0-9)\]])\((?P<inside>[0-9]{1,2}|[ivx]{1,4}|[a-h])\)"
    r"|(?<![A-Za-z0-9.(+\-–~])(?<![0-9],)(?P<before>[0-9]{1,2}|[ivx]{1,4}|[a-h])\)(?![0-9A-Za-z.,;:)])"
    r"|(?P<circled>[①-⑳])"
)
_LAST_OF_MARKER = expression(r"[)①-⑳](?:(?<=[0-9a-hivx]\))|(?<=[①-⑳]))")
_LONGEST = len("(viii)")
_BRACKET = expression(r"[()]")
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
_HIGHEST = 20


class Marker(NamedTuple):
    """
    A marker of a list.

    Attributes:
        start: Where it begins.
        end: Where it ends.
        style: How it is written: `()`, `)`, `(i)`, `i)`, `(a)`, `a)` or `circle`.
        number: Its number; a letter's place in the alphabet.
    """

    start: int
    end: int
    style: str
    number: int


def markers_in(folded: str) -> tuple[Marker, ...]:
    """
    Return what can be a marker, in its order; brackets have to be of ordinary width.

    >>> [(marker.style, marker.number) for marker in markers_in("(1) one, (2) two, 3) three")]
    [('()', 1), ('()', 2), (')', 3)]
    """
    markers: list[Marker] = []
    depth = position = 0
    for match in _candidates(folded):
        for bracket in _BRACKET.finditer(folded, position, match.start()):
            depth = depth + 1 if bracket[0] == "(" else max(0, depth - 1)
        position = match.start()
        style, number = _read(match)
        if 1 <= number <= _HIGHEST and not (match["before"] and depth):
            position = match.end()
            markers.append(Marker(*match.span(), style, number))
    return tuple(markers)


def _candidates(folded: str) -> Iterator[re.Match[str]]:
    """
    Yield what is written like a marker; only where one may end, a beginning is looked for.
    """
    done = 0
    for last in _LAST_OF_MARKER.finditer(folded):
        starts = range(max(done, last.end() - _LONGEST), last.end())
        match = next((found for start in starts if (found := _CANDIDATE.match(folded, start)) is not None), None)
        if match is not None:
            done = match.end()
            yield match


def list_markers(markers: tuple[Marker, ...]) -> Iterator[Marker]:
    """
    Yield the markers that begin with the first of their style and follow one another, in their order.
    """
    rows: list[list[Marker]] = []
    current: dict[str, list[Marker]] = {}
    for marker in markers:
        row = current.get(marker.style)
        if marker.number == 1:
            current[marker.style] = [marker]
            rows.append(current[marker.style])
        elif row and marker.number == row[-1].number + 1:
            row.append(marker)
    yield from sorted(marker for row in rows if len(row) > 1 for marker in row)


def _read(match: re.Match[str]) -> tuple[str, int]:
    """
    Return the style and the number of what can be a marker; 0 where it is none.
    """
    if match["circled"] is not None:
        return "circle", ord(match["circled"]) - ord("①") + 1
    words, opening = match["before"] or match["inside"], "(" if match["inside"] else ""
    if words.isdecimal():
        return f"{opening})", int(words)
    if words in _ROMAN:
        return f"{opening}i)", _ROMAN.index(words) + 1
    return f"{opening}a)", ord(words) - ord("a") + 1 if len(words) == 1 else 0
