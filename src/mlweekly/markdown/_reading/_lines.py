"""
The lines of a text, with exact offsets.

Lives here: `Lines`, and what no line can hold.
Must not know: Markdown.
"""

from __future__ import annotations

import re
from bisect import bisect_right

__all__ = ["Lines", "stripped", "unreadable_lines"]

_CHUNK = 64
_LONE_SURROGATE = re.compile(r"[\ud800-\udfff]")
_LINE_END = re.compile(r"\r\n?|\n")


class Lines:
    """
    Where each line of a text starts and ends, its end mark excluded; LF, CRLF and CR end a line, nothing else does.

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

    def __len__(self) -> int:
        return len(self.starts)

    def __getitem__(self, index: int) -> str:
        return self.text[self.starts[index] : self.ends[index]]

    def number_at(self, offset: int) -> int:
        """
        Return the number, from 1, of the line that holds the offset.
        """
        return max(1, bisect_right(self.starts, offset))

    def stripped(self, index: int) -> tuple[int, int]:
        """
        Return start and end of the line without the white space at its edges.
        """
        return stripped(self.text, self.starts[index], self.ends[index])


def unreadable_lines(lines: Lines) -> list[int]:
    """
    Return the indices of the lines with a lone surrogate, which no text of the model can hold.
    """
    try:
        lines.text.encode()  # ten times as fast as a search
    except UnicodeEncodeError:
        pass
    else:
        return []
    return sorted({lines.number_at(match.start()) - 1 for match in _LONE_SURROGATE.finditer(lines.text)})


def stripped(text: str, start: int, end: int) -> tuple[int, int]:
    """
    Return start and end of a part of a text without the white space at its edges.
    """
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        # A slice of the whole part would copy it; padding can be hundreds of blanks wide.
        chunk = text[max(start, end - _CHUNK) : end]
        end -= len(chunk) - len(chunk.rstrip())
    return start, end
