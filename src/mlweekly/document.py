"""
A text and what was read from it.

Lives here: `Document`, the places of its fields, the arithmetic of lines and columns, and the form of comments that
speak to validation.
Must not know: any dialect (a reader in `markdown` makes documents), and any rule (`validation` asks them for places).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from functools import cached_property
from typing import Final, NamedTuple, TypeAlias

from attrs import field, frozen

from mlweekly.errors import Problem
from mlweekly.model import Series

__all__ = ["DIRECTIVE", "Document", "Places", "Position", "Span"]

DIRECTIVE: Final = re.compile(r"<!--[ \t]*mlweekly:[ \t]*ignore(?!\w|-(?!->))((?:[^-<\r\n]|-(?!->)|<(?!!--))*)-->")
"""
A comment on one line that speaks to validation, as in `<!-- mlweekly: ignore L206 because the pick is late -->`.

The first group is what follows `ignore`. A reader takes such a comment for no part of the digest where it stands alone,
on a line or between links; inside a summary or an abstract it stays in the words.
"""

_LINE_END = re.compile(r"\r\n?|\n")


class Span(NamedTuple):
    """
    A part of a text: offsets in code points from 0, the end excluded.
    """

    start: int
    end: int


class Position(NamedTuple):
    """
    A place in a text as a person counts: line and column from 1, in code points; LF, CRLF and CR end a line.
    """

    line: int
    column: int


Places: TypeAlias = tuple[str, tuple[str, ...], tuple[tuple[int, int], ...]]
"""
The pointer of a field, the pointers of its parts from there, and start and end of each part.
"""


@frozen
class Document:
    """
    A text, the series that it holds, and everything that a reader has to say about how it was read.

    Attributes:
        series: The issues that were found, also where there is only one, or none.
        text: The text, unchanged.
        name: What the caller calls the text, such as a file's name; never opened.
        dialect: The name of the dialect that the text was read in; None where no dialect was recognised.
        problems: What was read with doubt, and how.
        unplaced: Line number and text of each line, or part of a line, that no field holds.
        unplaced_spans: Where each part in `unplaced` stands.
        places: Where the fields stand, part by part as they were read; ask `span`.
    """

    series: Series
    text: str = field(repr=False)
    name: str | None = None
    dialect: str | None = None
    problems: tuple[Problem, ...] = ()
    unplaced: tuple[tuple[int, str], ...] = ()
    unplaced_spans: tuple[Span, ...] = field(default=(), repr=False, eq=False)
    places: tuple[Places, ...] = field(default=(), repr=False, eq=False)

    def span(self, pointer: str) -> Span | None:
        """
        Return where the field stands in the text, or None where the text does not print it.

        Args:
            pointer: From the root, `/issues/0/papers/0/title`; where the text holds one issue, from that issue too.
        """
        if len(self.series) == 1 and not pointer.startswith(("/issues/", "/contents/", "/foot/")):
            own = self._place(pointer)
            if own is not None:
                return own
            pointer = f"/issues/0{pointer}"
        span = self._place(pointer)
        whole, _, part = pointer.rpartition("/")
        while span is None and (part == "original" or whole.endswith("/translations")):
            pointer = whole.removesuffix("/translations")
            whole, _, part = pointer.rpartition("/")
            span = self._place(pointer)
        return span

    def find(self, piece: str, pointer: str, taken: Iterable[tuple[int, int]] = ()) -> Span | None:
        """
        Return where a piece of the text stands: of several like it, the first in the field or touching it that is free.

        Args:
            piece: What to look for.
            pointer: The field; the empty string is the whole text.
            taken: Start and end of what is not free.
        """
        span = self.span(pointer) if pointer else Span(0, len(self.text))
        if span is None or not piece:
            return None
        length = len(piece)
        start = self.text.find(piece, max(0, span.start - length), span.end + length)
        while start != -1 and any(start < end and first < start + length for first, end in taken):
            start = self.text.find(piece, start + length, span.end + length)
        return None if start == -1 else Span(start, start + length)

    def _place(self, pointer: str) -> Span | None:
        """
        Return where exactly this field stands: what was noted last, of a field or of a part of one.
        """
        field_pointer, part = pointer, ""
        while True:
            for order in reversed(self._orders.get(field_pointer, ())):
                _, names, spans = self.places[order]
                if part in names:
                    start, end = spans[names.index(part)]
                    if start < end:
                        return Span(start, end)
            if not field_pointer:
                return None
            field_pointer, _, last = field_pointer.rpartition("/")
            part = f"/{last}{part}"

    @cached_property
    def _orders(self) -> dict[str, list[int]]:
        """
        Where in `places` each field is: a document asks for few of its thousands of places.
        """
        orders: dict[str, list[int]] = {}
        for order, (pointer, _, _) in enumerate(self.places):
            orders.setdefault(pointer, []).append(order)
        return orders

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(match.end() for match in _LINE_END.finditer(self.text))]

    def position(self, offset: int) -> Position:
        """
        Return the line and column of an offset.
        """
        line = bisect_right(self._line_starts, offset)
        return Position(line, offset - self._line_starts[line - 1] + 1)
