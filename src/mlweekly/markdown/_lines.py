"""
The lines of a text, with exact offsets.
"""

from __future__ import annotations

import json
from bisect import bisect_right

from mlweekly._expressions import expression

__all__ = ["Lines", "end_of_object", "stripped"]

_SHORT, _CHUNK = 1024, 64
_LINE_END = expression(r"\r\n?|\n")


class Lines:
    """
    Where each line of a text begins and ends, the line end excluded; LF, CRLF and CR end a line, nothing else does.

    A byte order mark before the first line is no part of it.
    """

    __slots__ = ("ends", "starts", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts = [1 if text.startswith("\ufeff") else 0]
        self.ends: list[int] = []
        if "\r" in text:
            for match in _LINE_END.finditer(text):
                self.ends.append(match.start())
                self.starts.append(match.end())
        else:
            end = text.find("\n", self.starts[0])
            while end != -1:
                self.ends.append(end)
                self.starts.append(end + 1)
                end = text.find("\n", end + 1)
        self.ends.append(len(text))

    def index_at(self, offset: int) -> int:
        """
        Return the index of the line that holds the offset.
        """
        return max(0, bisect_right(self.starts, offset) - 1)

    def within(self, start: int, end: int) -> list[tuple[int, int]]:
        """
        Return start and end of each line, or part of a line, between two offsets.
        """
        return [
            (max(start, self.starts[index]), min(end, self.ends[index]))
            for index in range(self.index_at(start), self.index_at(max(start, end - 1)) + 1)
        ]


def stripped(text: str, start: int, end: int) -> tuple[int, int]:
    """
    Return start and end of a part of a text without the white space at its edges.
    """
    if start < end and not (text[start].isspace() or text[end - 1].isspace()):
        return start, end
    if end - start <= _SHORT:
        words = text[start:end].lstrip()
        start = end - len(words)
        return start, start + len(words.rstrip())
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        # A slice of the whole part would copy it; padding can be hundreds of spaces wide.
        chunk = text[max(start, end - _CHUNK) : end]
        end -= len(chunk) - len(chunk.rstrip())
    return start, end


def end_of_object(text: str, start: int) -> int | None:
    """
    Return where an object in JSON ends that nothing follows on its last line, and something below; else None.
    """
    try:
        _, end = json.JSONDecoder().raw_decode(text, start)
    except (ValueError, RecursionError):
        return None
    below = text[end:].lstrip(" \t")
    return end if below.startswith(("\r", "\n")) and below.strip() else None
