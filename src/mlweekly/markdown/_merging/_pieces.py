"""
Three texts as one: what both sides have, what one of them changed, and what has to be chosen.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import Literal, NamedTuple, TypeAlias

from attrs import frozen

from mlweekly._expressions import expression
from mlweekly.changes import words_of
from mlweekly.markdown._merging._hunks import hunks

__all__ = ["Choice", "Finest", "MarkedText", "Piece", "Which", "contradictions", "lines_of", "pieces_of", "text_of"]

_LINE = expression(r"[^\r\n]*+(?:\r\n?|\n)|[^\r\n]++")
_Range: TypeAlias = tuple[int, int]

Which: TypeAlias = Literal["base", "ours", "theirs"]
Finest: TypeAlias = Literal["words", "lines"]
"""
How far changes of the same lines are told apart.
"""


class Choice(NamedTuple):
    """
    A part that both sides changed, and what each of the three texts has there.
    """

    base: str
    ours: str
    theirs: str


class Both(NamedTuple):
    """
    Lines that both sides insert at one place, in an order that neither of them says.
    """

    ours: str
    theirs: str


Piece: TypeAlias = str | Choice | Both


@frozen(eq=False)
class MarkedText:
    """
    A text, and what in it cannot be taken from one side if the other changed it too.

    Attributes:
        text: The text.
        decided: Start and end of each field that is in conflict.
        kept: Start and end of each part that fits no field.
    """

    text: str
    decided: Sequence[_Range]
    kept: Sequence[_Range]

    def kept_in(self, start: int, end: int) -> list[str]:
        """
        Return the words between two offsets that fit no field.
        """
        return [self.text[slice(*span)].strip() for span in _overlapping(self.kept, start, end)]

    def is_decided(self, start: int, end: int) -> bool:
        """
        Return whether a field between two offsets is in conflict.
        """
        return any(True for _ in _overlapping(self.decided, start, end))


def _overlapping(spans: Sequence[_Range], start: int, end: int) -> Iterator[_Range]:
    """
    Yield those spans, which are in order and apart, that have a character in common with a part, or are around it.
    """
    for index in range(max(0, bisect_right(spans, (start, start)) - 1), len(spans)):
        if spans[index][0] >= end:
            return
        if spans[index][1] > start:
            yield spans[index]


def lines_of(text: str) -> list[str]:
    r"""
    Return the lines of a text with their ends; joined they are the text again.

    >>> lines_of("a\r\nb\n\nc")
    ['a\r\n', 'b\n', '\n', 'c']
    """
    return _LINE.findall(text)


def pieces_of(base: MarkedText, ours: MarkedText, theirs: MarkedText, finest: Finest) -> Iterator[Piece]:
    """
    Yield the pieces of the merged text.

    What one side changed is taken from it, and what both changed alike, once. Lines that both changed are compared word
    by word. Where the words overlap, ours are taken if they differ in form alone, for the fields are edited afterwards;
    what is in conflict, or fits no field, is a choice.
    """
    texts = (base, ours, theirs)
    yield from _Pieces(texts, finest).between([(0, len(each.text)) for each in texts], by_lines=True)


def contradictions(base: str, ours: str, theirs: str) -> Iterator[Piece]:
    """
    Yield the pieces of a text in which all lines that both sides changed are choices; if there are none, all changes.
    """
    texts = base, ours, theirs
    lines = [lines_of(text) for text in texts]
    found = list(hunks(*lines))
    joined = [Choice(*("".join(each[slice(*span)]) for each, span in zip(lines, hunk, strict=True))) for hunk in found]
    has_contradictions = any(each.base not in (each.ours, each.theirs) and each.ours != each.theirs for each in joined)
    position = 0
    for hunk, choice in zip(found, joined, strict=True):
        yield "".join(lines[0][position : hunk.base[0]])
        if has_contradictions and choice.theirs in (choice.base, choice.ours):
            yield choice.ours
        elif has_contradictions and choice.ours == choice.base:
            yield choice.theirs
        else:
            yield choice
        position = hunk.base[1]
    yield "".join(lines[0][position:])


class _Pieces:
    def __init__(self, texts: Sequence[MarkedText], finest: Finest) -> None:
        self._texts = texts
        self._finest = finest

    def between(self, spans: Sequence[_Range], *, by_lines: bool) -> Iterator[Piece]:
        """
        Yield the pieces between two offsets of each text.
        """
        parts = [each.text[slice(*span)] for each, span in zip(self._texts, spans, strict=True)]
        split = lines_of if by_lines else words_of
        tokens = [split(part) for part in parts]
        offsets = [[*accumulate(map(len, each), initial=start)] for each, (start, _) in zip(tokens, spans, strict=True)]
        position = spans[0][0]
        for hunk in hunks(*tokens, are_words=not by_lines):
            within = [(each[start], each[end]) for each, (start, end) in zip(offsets, hunk, strict=True)]
            yield self._texts[0].text[position : within[0][0]]
            yield from self._piece(within, by_lines=by_lines)
            position = within[0][1]
        yield self._texts[0].text[position : spans[0][1]]

    def _piece(self, within: Sequence[_Range], *, by_lines: bool) -> Iterator[Piece]:
        base, ours, theirs = (each.text[slice(*span)] for each, span in zip(self._texts, within, strict=True))
        if theirs in (base, ours):
            yield ours
        elif ours == base:
            yield theirs
        elif by_lines and self._finest == "words" and base:
            yield from self.between(within, by_lines=False)
        elif self._must_be_chosen(within):
            yield Choice(base, ours, theirs)
        elif by_lines and self._finest == "words":
            yield Both(ours, theirs)
        else:
            yield ours

    def _must_be_chosen(self, within: Sequence[_Range]) -> bool:
        """
        Return whether something is in conflict there, or their words that fit no field would be lost.
        """
        base, ours, theirs = (each.kept_in(*span) for each, span in zip(self._texts, within, strict=True))
        is_decided = any(each.is_decided(*span) for each, span in zip(self._texts, within, strict=True))
        return is_decided or theirs not in (base, ours)


def text_of(pieces: Iterable[Piece], which: Which, *, theirs_first: bool = False) -> str:
    """
    Return the text of some pieces, with what one of the three has at every choice.

    What both sides insert at one place begins with ours, or with theirs.
    """
    return "".join(_text_of(piece, which, theirs_first=theirs_first) for piece in pieces)


def _text_of(piece: Piece, which: Which, *, theirs_first: bool) -> str:
    if isinstance(piece, str):
        return piece
    if isinstance(piece, Both):
        return _joined(piece.theirs, piece.ours) if theirs_first else _joined(piece.ours, piece.theirs)
    return str(getattr(piece, which))


def _joined(above: str, below: str) -> str:
    if not below.strip():
        return above
    if not above.strip():
        return below
    line_end = re.search(r"\r\n?|\n|\Z", below)
    is_open = not above.endswith(("\r", "\n"))
    return f"{above}{line_end[0] if is_open and line_end is not None else ''}{below}"
