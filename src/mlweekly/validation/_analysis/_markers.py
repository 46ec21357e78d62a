"""
The markers of lists within a text.

Lives here: `Marker`, such as `(1)`, `2)` and ③.
Must not know: any rule; numbers that are not markers.
"""

from __future__ import annotations

import re
from typing import Final

from attrs import frozen

from mlweekly.validation._analysis._vocabulary import listed

__all__ = ["Marker", "markers_in"]

_CANDIDATE = re.compile(
    r"(?<![A-Za-z0-9)\]])\((?P<inside>[0-9]{1,2}|[ivx]{1,4}|[a-h])\)"
    r"|(?<![A-Za-z0-9.(+\-–~])(?<![0-9],)(?P<before>[0-9]{1,2}|[ivx]{1,4}|[a-h])\)(?![0-9A-Za-z.,;:)])"
    r"|(?P<circled>[①-⑳])"
)
_MAY_BE_MARKER = re.compile(r"[0-9a-hivx]\)|[①-⑳]")
_BRACKET = re.compile(r"[()]")
_ROMAN: Final = {name: value for value, name in enumerate(listed("i ii iii iv v vi vii viii ix x"), start=1)}
_HIGHEST = 20


@frozen
class Marker:
    """
    A marker of a list.

    Attributes:
        start: Where it begins.
        end: Where it ends.
        style: What is written around it: "()", ")" or "circle"; with "i" or "a" where it is a letter, as in "(i)".
        number: Its number, from 1.
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
    if _MAY_BE_MARKER.search(folded) is None:
        return ()
    markers: list[Marker] = []
    depth = position = 0
    for match in _CANDIDATE.finditer(folded):
        for bracket in _BRACKET.finditer(folded, position, match.start()):
            depth = depth + 1 if bracket[0] == "(" else max(0, depth - 1)
        position = match.start()
        marker = _marker(match)
        if marker is None or (match["before"] is not None and depth):
            continue
        position = match.end()
        markers.append(marker)
    return tuple(markers)


def _marker(match: re.Match[str]) -> Marker | None:
    start, end = match.span()
    if match["circled"] is not None:
        return Marker(start, end, "circle", ord(match["circled"]) - ord("①") + 1)
    words = match["before"] or match["inside"]
    opening = "(" if match["inside"] else ""
    if words.isdecimal():
        number, style = int(words), f"{opening})"
    elif words in _ROMAN:
        number, style = _ROMAN[words], f"{opening}i)"
    elif len(words) == 1:
        number, style = ord(words) - ord("a") + 1, f"{opening}a)"
    else:
        return None
    return Marker(start, end, style, number) if 1 <= number <= _HIGHEST else None
