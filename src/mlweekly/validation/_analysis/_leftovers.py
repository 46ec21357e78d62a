"""
What the reader of a text left over, and what it read with doubt, by the issue around it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from operator import itemgetter
from typing import NamedTuple

from attrs import evolve, frozen

from mlweekly._expressions import expression
from mlweekly.document import Document, Span
from mlweekly.errors import Problem

__all__ = ["Leftover", "doubts_by_issue", "is_of_page", "leftovers_by_issue", "leftovers_of"]

_OWNED = expression(
    r"(?P<paper>/issues/[0-9]+/papers/[0-9]+)|(?P<issue>/issues/[0-9]+)/(?:title|source|(?:lead|notices|comments)/[0-9]+)"
    r"|/(?:title|(?:lead|contents|foot)/[0-9]+)"
)
_END = expression(r"[)）.。:：」』】]+")
_ISSUE = expression(r"/issues/([0-9]+)(?=/|$)")
_LINK = expression(r"!?\[|\]")
_FOOTNOTE = expression(r"(?:\[\^[^\[\]\s]{1,80}\][\s,]*)+")
_FORUM_TAG = expression(r"\[(?P<closes>/)?(?P<name>[a-z]{1,20})(?:[= ][^\[\]]{0,200})?\]", re.IGNORECASE)
_FRONT_MATTER = expression(r"(?:-{3}|\+{3})[ \t]*\r?\n(?:\w[\w-]*[ \t]*[:=].*\n|[ \t-].*\n)+(?:-{3}|\+{3})")
_WHOLE = ("",)
_SAME_PIECE = expression(r"/+|[ \t]+")


@frozen(eq=False, repr=False)
class Leftover:
    """
    A piece of a text that fits no field.

    Attributes:
        text: The piece; lines that follow each other are one.
        line: The number of its first line, from 1.
        span: Where it is.
        pointer: The paper or issue around it, from the series; empty for the document.
    """

    text: str
    line: int
    span: Span
    pointer: str

    @property
    def issue(self) -> int | None:
        """
        The index of the issue around it.
        """
        match = _ISSUE.match(self.pointer)
        return None if match is None else int(match[1])

    @property
    def is_end(self) -> bool:
        """
        Whether it is nothing but marks that close something.
        """
        return _END.fullmatch(self.text) is not None


class _Border(NamedTuple):
    """
    Where something of a paper, an issue or the document begins, and which of them it belongs to.
    """

    start: int
    end: int
    pointer: str
    is_of_paper: bool


def leftovers_of(document: Document | None) -> tuple[Leftover, ...]:
    """
    Return each piece of a text that fits no field, in order.

    A run of words, or of lines, that a reader left piece by piece is one; what has the form of a link is one by itself.
    """
    if document is None or not document.unplaced:
        return ()
    borders = sorted(_borders(document), key=itemgetter(0))
    starts = [border.start for border in borders]
    runs: list[list[Leftover]] = []
    for (line, text), span in zip(document.unplaced, _spans(document), strict=True):
        at = bisect_right(starts, span.start) - 1
        pointer = "" if at < 0 else _owner(borders[at], document, span.start)
        piece = Leftover(text, line, span, pointer)
        if runs and _goes_on(runs[-1], piece, document.text):
            runs[-1].append(piece)
        else:
            runs.append([piece])
    return tuple(_as_one(run, document.text) for run in runs)


def leftovers_by_issue(leftovers: Sequence[Leftover]) -> Mapping[int | None, tuple[Leftover, ...]]:
    """
    Return the pieces by the index of the issue around them; None is the document.
    """
    found: dict[int | None, list[Leftover]] = {}
    for leftover in leftovers:
        found.setdefault(leftover.issue, []).append(leftover)
    return {index: tuple(pieces) for index, pieces in found.items()}


def doubts_by_issue(document: Document | None) -> Mapping[int, tuple[Problem, ...]]:
    """
    Return what programs can know of the reader's doubts, by the index of the issue; pointers start from there.
    """
    found: dict[int, list[Problem]] = {}
    for problem in () if document is None else document.problems:
        match = _ISSUE.match(problem.pointer)
        if match is not None and problem.kind is not None:
            found.setdefault(int(match[1]), []).append(evolve(problem, pointer=problem.pointer[match.end() :]))
    return {index: tuple(problems) for index, problems in found.items()}


def _spans(document: Document) -> Sequence[Span]:
    """
    Return where the pieces are; in a document that was made by hand, the first place in their line.
    """
    if len(document.unplaced_spans) == len(document.unplaced):
        return document.unplaced_spans
    starts = [0, *(match.end() for match in re.finditer(r"\r\n?|\n", document.text)), len(document.text)]
    found: list[Span] = []
    for line, text in document.unplaced:
        first = starts[min(max(line, 1), len(starts)) - 1]
        start = max(document.text.find(text, first), first)
        found.append(Span(start, start + len(text)))
    return found


def _borders(document: Document) -> Iterator[_Border]:
    for pointer, names, spans in document.places:
        if names[:1] != _WHOLE:
            continue
        match = _OWNED.fullmatch(pointer)
        if match is not None and spans[0][0] < spans[0][1]:
            owner = match["paper"] or match["issue"] or ""
            yield _Border(*spans[0], owner, match["paper"] is not None)


def is_of_page(leftover: Leftover, document: Document | None) -> bool:
    """
    Return whether a piece is no text of a digest, but of the page that it is on.

    That is the mark of a footnote, `[^1]`, a tag of a forum, `[quote="a"]` with its `[/quote]`, or the front matter,
    which a generator of sites reads and no reader of the page sees.
    """
    if leftover.span.start == 0 and _FRONT_MATTER.match(leftover.text) is not None:
        return True
    tag = _FORUM_TAG.fullmatch(leftover.text)
    if tag is None or document is None:
        return _FOOTNOTE.fullmatch(leftover.text) is not None
    return bool(tag["closes"]) or f"[/{tag['name']}]" in document.text


def _owner(border: _Border, document: Document, offset: int) -> str:
    """
    Return what is around an offset: a paper that is printed as a heading goes on until the next thing begins.
    """
    if not border.is_of_paper or offset < border.end:
        return border.pointer
    is_heading = document.span(f"{border.pointer}/title") == (border.start, border.end)
    return border.pointer if is_heading else border.pointer.rpartition("/papers/")[0]


def _as_one(run: Sequence[Leftover], text: str) -> Leftover:
    if len(run) == 1:
        return run[0]
    whole = Span(run[0].span.start, run[-1].span.end)
    return evolve(run[0], text=text[slice(*whole)], span=whole)


def _goes_on(run: Sequence[Leftover], piece: Leftover, text: str) -> bool:
    first = run[0]
    if first.pointer != piece.pointer or _LINK.match(first.text) or _LINK.match(piece.text):
        return False
    between = text[run[-1].span.end : piece.span.start]
    if first.line == piece.line or ("\n" not in between and "\r" not in between):
        return not between or _SAME_PIECE.fullmatch(between) is not None
    return between.isspace()
