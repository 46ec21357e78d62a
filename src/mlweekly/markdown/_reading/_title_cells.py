"""
Titles that have a cell to themselves, or share it with links: `[T](u)`, `T (read on [a](u) or [b](v))`, `T [pdf](u)`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from mlweekly._expressions import expression
from mlweekly.markdown._lines import stripped
from mlweekly.markdown._plain_text import plain_span, plain_text
from mlweekly.markdown._reading._columns import Span
from mlweekly.markdown._reading._links import ScannedLink
from mlweekly.markdown._reading._log import ReadLog
from mlweekly.model import Link

__all__ = ["Tail", "TitleCell", "may_hold_links", "read_title_cell", "relative_links", "tail_of"]

_BETWEEN_LINKS = expression(r"[\s,;|/·•、，；\[\]*_]*")
_MARKS = " \t*_[]"
_IMAGE = expression(r"!\[[^\[\]]{0,300}\]\([^()\s]{0,2000}\)(?:[ \t]|<br[ \t]*/?>)*", re.IGNORECASE)
_RELATIVE = expression(r"(?<!!)\[([^\[\]\r\n]{1,300})\]\((?!https?:|#|mailto:)([^()\s]{1,1000})\)", re.IGNORECASE)
_SEPARATOR = expression(r"[ \t]*+(?:--+|\\?[-–—−‑:：](?=\s)|(?:[ \t]*<br[ \t]*/?>)+)[ \t]*+", re.IGNORECASE)
_CLOSES = ")）"
_PARENTHESES = expression(r"[()（）]")
_NOWHERE = (0, 0)


class Tail(NamedTuple):
    """
    The links at the end of a cell, the words between them, and where the words before them end.
    """

    end: int
    links: Sequence[ScannedLink]
    between: Sequence[Span]


class TitleCell(NamedTuple):
    """
    What a cell with a title holds.

    Attributes:
        title: Where the title's words are.
        words: The title, plain text.
        summary: Where words are that a mark or a line break separates from the title.
        links: The links: of the title, which have no label, and of what is beside it.
        target: Start and end of a relative target of the title, such as `papers/x.md`.
        between: Words between the links at the end, such as "Read more on" and "or".
        leftovers: What is neither, such as an image.
    """

    title: Span
    words: str
    summary: Span
    links: Sequence[ScannedLink]
    target: Span
    between: Sequence[Span]
    leftovers: Sequence[Span]


def tail_of(text: str, start: int, end: int, links: Sequence[ScannedLink]) -> Tail:
    """
    Return the links that a cell ends with: one beside the other, or in parentheses with words between them.
    """
    count, stop = len(links), end
    between: list[Span] = []
    while count:
        opening = _opening_of(text, start, stop)
        first = count if opening == -1 else bisect_right(links, opening, hi=count, key=_start_of)
        if first < count:
            between += _words_between(text, opening + 1, stop - 1, links[first:count])
            count, stop = first, opening
        elif _BETWEEN_LINKS.fullmatch(text, links[count - 1].whole[1], stop) is not None:
            count, stop = count - 1, links[count - 1].whole[0]
        else:
            break
        stop = stripped(text, start, stop)[1]
    return Tail(stop, links[count:], between)


def _start_of(link: ScannedLink) -> int:
    return link.whole[0]


def _opening_of(text: str, start: int, end: int) -> int:
    """
    Return where the parenthesis opens that closes at the end of a cell, or -1; that of a link's target is none.
    """
    if text[end - 1 : end] not in _CLOSES or end <= start:
        return -1
    depth = 0
    for mark in reversed([*_PARENTHESES.finditer(text, start, end)]):
        depth += 1 if mark[0] in _CLOSES else -1
        if depth == 0:
            position = mark.start()
            return -1 if text[position - 1 : position] == "]" else position
    return -1


def _words_between(text: str, start: int, end: int, links: Sequence[ScannedLink]) -> list[Span]:
    bounds = [start, *(offset for link in links for offset in link.whole), end]
    spans = [stripped(text, *pair) for pair in zip(bounds[::2], bounds[1::2], strict=True)]
    return [span for span in spans if _BETWEEN_LINKS.fullmatch(text, *span) is None]


def read_title_cell(log: ReadLog, start: int, end: int, *, holds_summary: bool) -> TitleCell:
    """
    Return what a cell with a title holds.

    Args:
        log: The log, which knows the text and its links.
        start: Where the cell begins.
        end: Where it ends.
        holds_summary: Whether a summary may follow a title between marks, for no other column holds one.
    """
    text, leftovers = log.text, list[Span]()
    while (image := _IMAGE.match(text, start, end)) is not None and start < end:
        leftovers.append(stripped(text, start, image.end()))
        start = image.end()
    links = log.scan_links(start, end).links if may_hold_links(text, start, end) else []
    tail = tail_of(text, start, end, links)
    own = links[: len(links) - len(tail.links)]
    stop = tail.end
    before = text[start:stop].strip(_MARKS)
    tail_links = [*tail.links]
    has_label = bool(tail_links) and tail_links[0].link.label is not None
    if has_label and (not before or before.rstrip("*_ ").endswith((":", "："))):
        # `[T](u) [Code](v)`: the first link is the title's. `CLIP: [T](u)`: a name before it belongs to the title, too.
        own, stop = [*own, tail_links[0]], tail_links[0].whole[1]
        stop = _end_of_marks(text, stop, end)
        del tail_links[0]
    title, summary = _title_and_summary(log, start, stop, holds_summary=holds_summary)
    relative = next(iter(relative_links(text, *title)), None)
    span = _inside(text, *title)
    return TitleCell(
        span,
        " ".join(plain_text(text[slice(*span)]).split()),
        summary,
        [*(link._replace(link=Link(link.link.url), label=_NOWHERE) for link in own), *tail_links],
        _NOWHERE if relative is None else relative.span(2),
        tail.between,
        leftovers,
    )


def may_hold_links(text: str, start: int, end: int) -> bool:
    """
    Return whether it is worth while to look for links between two offsets.
    """
    words = text[start:end]
    return "[" in words or "http" in words.lower()


def relative_links(text: str, start: int, end: int) -> list[re.Match[str]]:
    """
    Return the links between two offsets whose target is no URL: their words are group 1, and their target group 2.
    """
    return [*_RELATIVE.finditer(text, start, end)] if "](" in text[start:end] else []


def _end_of_marks(text: str, position: int, end: int) -> int:
    while position < end and text[position] in "*_]":
        position += 1
    return position


def _title_and_summary(log: ReadLog, start: int, end: int, *, holds_summary: bool) -> tuple[Span, Span]:
    """
    Split a cell whose title is between marks, or a link, and that a separator follows.
    """
    if holds_summary:
        head = _end_of_head(log, start, end)
        if head < end and (separator := _SEPARATOR.match(log.text, head, end)) is not None and separator.end() < end:
            return (start, head), (separator.end(), end)
    return stripped(log.text, start, end), (end, end)


def _end_of_head(log: ReadLog, start: int, end: int) -> int:
    """
    Return where a title ends that is bold or a link; the end of the cell if it is neither.
    """
    text = log.text
    for mark in ("**", "__"):
        if text.startswith(mark, start, end):
            closing = text.find(mark, start + 2, end)
            return end if closing == -1 else closing + 2
    if text.startswith("[", start, end):
        link = next(iter(log.scan_links(start, end).links), None)
        relative = _RELATIVE.match(text, start, end)
        if link is not None and link.whole[0] == start:
            return link.whole[1]
        return end if relative is None else relative.end()
    return end


def _inside(text: str, start: int, end: int) -> Span:
    """
    Return a span without marks of emphasis, the link, and `《》` around the whole of it.
    """
    inner = plain_span(text, start, end)
    if inner[1] - inner[0] > 2 and text[inner[0]] == "《" and text.find("》", *inner) == inner[1] - 1:
        return plain_span(text, inner[0] + 1, inner[1] - 1)
    return inner
