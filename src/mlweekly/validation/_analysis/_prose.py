"""
The prose in a text: what is left without comments, code, URLs and targets of links.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property

from attrs import frozen

from mlweekly._expressions import expression

__all__ = ["outside_code", "prose_of", "with_pieces"]

_OPENING = expression(
    r"(?P<comment><!--)|(?P<fence>`+)|(?<=\]\()[^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?=\))"
    r"|https?://(?:(?!\]\()[^\s<>|(){}　-ヿ㐀-鿿가-힣＀-￮]|\([^\s<>()]*\))+"
)
_FENCE = expression("`+")


def prose_of(text: str) -> str:
    """
    Return a text with comments, code, URLs and targets of links blanked, of the same length, so that offsets hold.

    >>> prose_of("see [it](https://a.b/c) in `code`")
    'see [it](             ) in       '
    """
    if "`" not in text and "://" not in text and "](" not in text and "<!--" not in text:
        return text
    ends = _Ends(text)
    parts: list[str] = []
    done = position = 0
    while (match := _OPENING.search(text, position)) is not None:
        start, position = match.span()
        end = ends.of_comment(position) if match["comment"] else position
        if match["fence"]:
            end = ends.of_code(position, position - start)
        if end is None or end == start:
            position = max(position, start + 1)
            continue
        parts += (text[done:start], " " * (end - start))
        done = position = end
    return "".join((*parts, text[done:]))


def outside_code(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """
    Yield what a pattern finds outside code.
    """
    marks = position = 0
    for match in pattern.finditer(text):
        marks += text.count("`", position, match.start())
        position = match.start()
        if marks % 2 == 0:
            yield match


def with_pieces(text: str, pieces: Iterable[tuple[int, int, str]]) -> str:
    """
    Return a text with other words in some places; of two places that overlap, the first counts.

    Args:
        text: The text.
        pieces: Start, end and new words of each place.

    >>> with_pieces("a b c", [(4, 5, "d"), (0, 1, "")])
    ' b d'
    """
    parts: list[str] = []
    done = 0
    for start, end, words in sorted(pieces):
        if start >= done:
            parts += (text[done:start], words)
            done = end
    return "".join((*parts, text[done:]))


@frozen(eq=False, repr=False)
class _Ends:
    """
    Where comments and code end in a text, looked for once, for a text may open any number of them and close none.
    """

    text: str

    @cached_property
    def _last_of_comment(self) -> int:
        return self.text.rfind("-->")

    @cached_property
    def _fences(self) -> dict[int, list[int]]:
        fences: dict[int, list[int]] = {}
        for match in _FENCE.finditer(self.text):
            fences.setdefault(match.end() - match.start(), []).append(match.start())
        return fences

    def of_comment(self, start: int) -> int | None:
        """
        Return where a comment ends whose words begin at an offset.
        """
        return self.text.find("-->", start) + len("-->") if start <= self._last_of_comment else None

    def of_code(self, start: int, length: int) -> int | None:
        """
        Return where code ends that begins at an offset behind so many marks: behind the next run of as many.
        """
        places = self._fences.get(length, [])
        index = bisect_right(places, start)
        return places[index] + length if index < len(places) else None
