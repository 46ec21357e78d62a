"""
A text and what was read from it: the series, the spans of its fields, lines and columns, and its form.

No dialect is known here: the reader in `markdown` puts the form in, through which a document is edited.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol, TypeAlias

from attrs import field, frozen

import mlweekly._display
from mlweekly._display import Displayed
from mlweekly._expressions import expression
from mlweekly._immutable import Immutable
from mlweekly._loading import on_demand
from mlweekly._tokens import Tokenized
from mlweekly._wording import counted, expect, expect_each, shortened
from mlweekly.changes import Patch
from mlweekly.errors import EncodeError, Problem
from mlweekly.model import Series

__all__ = ["DIRECTIVE", "Document", "Form", "Places", "Position", "Replacements", "Span"]

if not TYPE_CHECKING:
    __getattr__, __dir__ = on_demand(__name__, __all__)

DIRECTIVE: Final = re.compile(r"<!--[ \t]*mlweekly:[ \t]*ignore(?!\w|-(?!->))((?:[^-<\r\n]|-(?!->)|<(?!!--))*)-->")
"""
A comment to validation on one line, such as `<!-- mlweekly: ignore L206 because the pick is late -->`.

The first group is what follows `ignore`. Alone on a line, or between links, such a comment is no part of the digest;
inside a summary or an abstract it stays in the words.
"""

_LONGEST_SHOWN = 80
_LINE_END = expression(r"\r\n?|\n")
_LINE_FEED = expression(r"\n")


class Span(NamedTuple):
    """
    A part of a text: offsets in code points from 0, the end excluded.
    """

    start: int
    end: int


class Position(NamedTuple):
    """
    A position in a text as an editor counts it: line and column from 1, in code points; LF, CRLF and CR end a line.
    """

    line: int
    column: int


Places: TypeAlias = tuple[str, tuple[str, ...], tuple[tuple[int, int], ...]]
"""
The pointer of a field, the pointers of its parts from there, and start and end of each part.
"""


Replacements: TypeAlias = tuple[tuple[Span, str], ...]
"""
Spans of a text, in order and apart from each other, and the words that replace each.
"""


class Form(Protocol):
    """
    How documents of one kind are written: with it, a document can say how a patch would be applied in its text.

    A reader puts it into the document. A form is immutable, hashable, picklable and comparable, like the document.
    """

    @property
    def name(self) -> str:
        """
        The name of the form.
        """
        ...

    def edited(self, document: Document, patch: Patch) -> Document:
        """
        Return the document with the patch applied in its text; `Document.edited` says the rest.
        """
        ...

    def replacements(self, document: Document, patches: Sequence[Patch]) -> tuple[Replacements | None, ...]:
        """
        Return for each patch what it would replace in the text; `Document.replacements` says the rest.
        """
        ...


@frozen(repr=False)
class Document(Displayed, Immutable, Tokenized):
    """
    A text, the series that it holds, and how it was read.

    Attributes:
        series: The issues that were found, even if there is only one, or none.
        text: The text, unchanged.
        name: What the caller calls the text, such as a file's name; never opened.
        form: How the text is written; None if no dialect was recognised.
        problems: What was read with doubt, and how.
        unplaced: Line number and text of each line, or part of a line, that fits no field.
        unplaced_spans: The span of each part in `unplaced`.
        places: The spans of the fields, part by part as they were read; ask `span` or `fields`.
    """

    series: Series
    text: str
    name: str | None = None
    form: Form | None = None
    problems: tuple[Problem, ...] = ()
    unplaced: tuple[tuple[int, str], ...] = ()
    unplaced_spans: tuple[Span, ...] = field(default=(), eq=False)
    places: tuple[Places, ...] = field(default=(), eq=False)

    def __repr__(self) -> str:
        name = "" if self.name is None else f" {shortened(self.name, _LONGEST_SHOWN)!r}"
        return f"<Document{name}, dialect: {self.dialect}, issues: {len(self.series)}>"

    def __page__(self) -> mlweekly._display.Page:
        # Pages are for people, and few programs show anything.
        from mlweekly._display import Heading, Item, Items, Page, Paragraph, Run, quote

        shown = (self.series[0] if len(self.series) == 1 else self.series).__page__()
        counts = (counted(len(self.problems), "problem"), f"{len(self.unplaced) or 'no'} unplaced")
        facts = " · ".join((f"dialect {self.dialect}", *counts))
        name = () if self.name is None else (quote(self.name, "code"), Run(" · ", "quiet"))
        blocks = [Paragraph((*name, Run(facts, "quiet"))), *shown.blocks]
        if self.problems:
            doubts = (Item("note", (quote(str(problem)),)) for problem in self.problems)
            blocks += [Heading((Run("Read with doubt"),)), Items(doubts)]
        if self.unplaced:
            lines = (Item("note", (Run(f"line {line} ", "quiet"), quote(text))) for line, text in self.unplaced)
            blocks += [Heading((Run("Fits no field"),)), Items(lines)]
        return Page(shown.title, blocks)

    @property
    def dialect(self) -> str | None:
        """
        The name of the dialect that the text was read in; None if no dialect was recognised.
        """
        return None if self.form is None else self.form.name

    def edited(self, patch: Patch) -> Document:
        """
        Return the document of the text with a patch applied in it: what changes is rewritten, everything else stays.

        Raises:
            PatchError: The patch does not fit what the text holds.
            EncodeError: The text cannot show what the patch says; each part is listed.
        """
        expect(patch, Patch, "a Patch")
        if not patch:
            return self
        if self.form is None:
            raise EncodeError("a text in no dialect cannot be edited")
        return self.form.edited(self, patch)

    def replacements(self, patches: Iterable[Patch]) -> tuple[Replacements | None, ...]:
        """
        Return for each patch, as if it were the only one, the spans of the text that it replaces, and with what.

        Returns:
            None for a patch that does not fit, or that the text cannot show; nothing to replace for an empty patch.
        """
        every = expect_each(patches, Patch, "a Patch", "patches")
        if self.form is None:
            return tuple(None if patch else () for patch in every)
        return self.form.replacements(self, every)

    def fields(self) -> Iterator[tuple[str, Span]]:
        """
        Yield the pointer, from the root, and the span of each field that the text prints, in the order of reading.
        """
        for pointer, names, spans in self.places:
            for name, (start, end) in zip(names, spans, strict=True):
                if start < end:
                    yield pointer + name, Span(start, end)

    def span(self, pointer: str) -> Span | None:
        """
        Return the span of a field, or None if the text does not print it.

        Args:
            pointer: From the root, `/issues/0/papers/0/title`; if the text holds one issue, from that issue, too.
        """
        expect(pointer, str, "an RFC 6901 pointer")
        span = self._spans.get(pointer) or self._spans.get(self._printed_as(pointer))
        return None if span is None else Span(*span)

    def _printed_as(self, pointer: str) -> str:
        """
        Return the pointer of what the text prints where one is not the pointer of a field itself.
        """
        if len(self.series) == 1 and not pointer.startswith(("/issues/", "/contents/", "/foot/")):
            pointer = f"/issues/0{pointer}"
        whole, _, part = pointer.rpartition("/")
        while pointer not in self._spans and (part == "original" or whole.endswith("/translations")):
            pointer = whole.removesuffix("/translations")
            whole, _, part = pointer.rpartition("/")
        return pointer

    def find(self, piece: str, pointer: str, taken: Iterable[tuple[int, int]] = ()) -> Span | None:
        """
        Return the span of a piece of the text; of several equal ones, the first free one in the field or next to it.

        Args:
            piece: What to look for.
            pointer: The field; the empty string is the whole text.
            taken: Start and end of each span that is not free.
        """
        expect(piece, str, "a piece of the text as str")
        span = self.span(pointer) if pointer else Span(0, len(self.text))
        if span is None or not piece:
            return None
        length = len(piece)
        start = self.text.find(piece, max(0, span.start - length), span.end + length)
        while start != -1 and any(start < end and first < start + length for first, end in taken):
            start = self.text.find(piece, start + length, span.end + length)
        return None if start == -1 else Span(start, start + length)

    @cached_property
    def _spans(self) -> dict[str, tuple[int, int]]:
        """
        Start and end of each field; of a field that is printed twice, of the one that was read last.
        """
        return {
            pointer + name: span
            for pointer, names, spans in self.places
            for name, span in zip(names, spans, strict=True)
            if span[0] < span[1]
        }

    @cached_property
    def _line_starts(self) -> list[int]:
        ends = _LINE_END if "\r" in self.text else _LINE_FEED
        return [0, *(match.end() for match in ends.finditer(self.text))]

    def position(self, offset: int) -> Position:
        """
        Return the line and column of an offset.
        """
        expect(offset, int, "an offset")
        line = bisect_right(self._line_starts, offset)
        return Position(line, offset - self._line_starts[line - 1] + 1)
