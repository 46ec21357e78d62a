"""
The paragraphs of a post's sections.

Lives here: how lines become paragraphs and list items, and which of them are quoted.
Must not know: which section they stand in, and what quoted and own words are (`_parts` does).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from mlweekly.markdown._bodies import decode_body
from mlweekly.markdown._parts import Parts
from mlweekly.markdown._reading._lines import stripped
from mlweekly.markdown._reading._tokens import Token

__all__ = ["Passage", "end_of_bullet", "quoted_and_own", "read_lines", "read_paragraphs"]

_BULLET = re.compile(r"[ \t]*[-*+•][ \t]+")
_QUOTE = re.compile(r"[ \t]{0,3}>[ \t]?")


class Passage(NamedTuple):
    """
    Words and where they stand.
    """

    words: str
    start: int
    end: int


def end_of_bullet(text: str, start: int, end: int) -> int:
    """
    Return where the words of a line begin, behind its bullet if it has one.
    """
    bullet = _BULLET.match(text, start, end)
    return start if bullet is None else bullet.end()


def quoted_and_own(text: str, body: Sequence[Token], *, has_marks: bool) -> tuple[Parts, tuple[int, int]]:
    """
    Return the paragraphs of a section, quoted ones apart, and start and end of them all.

    A line without a quote mark right under a quoted one goes on with the quote (CommonMark 0.31, section 5.1,
    laziness), except in a text without marks, where each line is a paragraph.
    """
    own: list[str] = []
    quoted: list[str] = []
    side = own
    goes_on = False
    edges: list[int] = []
    for token in body:
        if token.kind == "blank":
            side.append("")
            goes_on = False
            continue
        quote = _QUOTE.match(text, token.start, token.end)
        if quote is not None or not goes_on:
            opened = own if quote is None else quoted
            if opened is not side or not has_marks:
                opened.append("")
            side = opened
        start = token.start if quote is None else quote.end()
        words = text[start : token.end]
        side.append(words)
        goes_on = has_marks and bool(words.strip())
        if words.strip():
            edges += (start, token.end)
    parts = Parts(_paragraphs(own, has_marks=has_marks), _paragraphs(quoted, has_marks=has_marks))
    return parts, (min(edges, default=0), max(edges, default=0))


def _paragraphs(lines: Sequence[str], *, has_marks: bool) -> tuple[str, ...]:
    groups: list[list[str]] = [[]]
    for line in lines:
        if line.strip():
            groups[-1].append(line)
        elif groups[-1]:
            groups.append([])
    return tuple(decode_body(group) if has_marks else "\n".join(group).strip() for group in groups if group)


def read_lines(text: str, body: Sequence[Token], *, has_marks: bool, bullets: bool = False) -> Iterator[Passage]:
    """
    Yield each line as a passage of its own; a bullet that stands alone is frame.

    Args:
        text: The text.
        body: Its lines.
        has_marks: Whether the frame's own escapes are to be undone.
        bullets: Whether a bullet before the words is frame.
    """
    for token in body:
        if token.kind == "line":
            first = end_of_bullet(text, token.start, token.end) if bullets else token.start
            start, end = stripped(text, first, token.end)
            words = text[start:end]
            yield Passage(decode_body([words]) if has_marks else words, start, end)


def read_paragraphs(text: str, body: Sequence[Token], *, bullets: bool = False) -> Iterator[Passage]:
    """
    Yield the paragraphs between blank lines, escapes undone.

    Args:
        text: The text.
        body: Its lines.
        bullets: Whether a bullet at the edge of the text begins a paragraph, whose further lines are indented by two.
    """
    lines: list[str] = []
    start = end = 0
    in_item = False
    for token in body:
        words = text[token.start : token.end]
        begins = token.start
        if token.kind == "line" and bullets and words[0] not in " \t":
            begins = end_of_bullet(text, token.start, token.end)
        is_item = begins != token.start
        if lines and (token.kind != "line" or is_item):
            yield Passage(decode_body(lines), start, end)
            lines = []
            in_item = False
        if token.kind != "line":
            continue
        if not lines:
            start = begins
        in_item = in_item or is_item
        lines.append(words.removeprefix("  ") if in_item and not is_item else text[begins : token.end])
        end = token.end
    if lines:
        yield Passage(decode_body(lines), start, end)
