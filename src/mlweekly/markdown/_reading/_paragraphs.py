"""
How the lines of a section become paragraphs and list items, and which of them are quoted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from mlweekly._expressions import expression
from mlweekly.markdown._bodies import decode_body
from mlweekly.markdown._lines import stripped
from mlweekly.markdown._parts import Parts
from mlweekly.markdown._reading._post_lines import Line

__all__ = ["Passage", "end_of_bullet", "quoted_and_own", "read_lines", "read_paragraphs"]

_BULLET = expression(r"[ \t]*[-*+•][ \t]+")
_QUOTE = expression(r"[ \t]{0,3}>[ \t]?")
_LINE_END = expression(r"\r\n?")


class Passage(NamedTuple):
    """
    Words, and their start and end.
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


def _words(text: str, line: Line, start: int, end: int) -> str:
    words = text[start:end]
    return _LINE_END.sub("\n", words) if line.kind == "verbatim" else words


def quoted_and_own(text: str, body: Sequence[Line], *, has_marks: bool) -> tuple[Parts, tuple[int, int]]:
    """
    Return the paragraphs of a section, quoted ones apart, and start and end of them all.

    A line without a quote mark right under a quoted one goes on with the quote (CommonMark 0.31, section 5.1,
    laziness), except in a text without marks, in which each line is a paragraph.
    """
    own: list[str] = []
    quoted: list[str] = []
    side = own
    goes_on = False
    edges: list[int] = []
    for line in body:
        if line.kind == "blank":
            side.append("")
            goes_on = False
            continue
        quote = _QUOTE.match(text, line.start, line.end)
        if quote is not None or not goes_on:
            opened = own if quote is None else quoted
            if opened is not side or not has_marks:
                opened.append("")
            side = opened
        start = line.start if quote is None else quote.end()
        words = _words(text, line, start, line.end)
        side.append(words)
        goes_on = has_marks and bool(words.strip())
        if words.strip():
            edges += (start, line.end)
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


def read_lines(text: str, body: Sequence[Line], *, has_marks: bool, bullets: bool = False) -> Iterator[Passage]:
    """
    Yield each line as a passage of its own.

    Args:
        text: The text.
        body: Its lines.
        has_marks: Whether the escapes of a post's structure are undone.
        bullets: Whether a bullet before the words is structure.
    """
    for line in body:
        if line.kind in ("line", "verbatim"):
            first = end_of_bullet(text, line.start, line.end) if bullets else line.start
            start, end = stripped(text, first, line.end)
            words = _words(text, line, start, end)
            yield Passage(decode_body([words]) if has_marks else words, start, end)


def read_paragraphs(text: str, body: Sequence[Line], *, bullets: bool = False) -> Iterator[Passage]:
    """
    Yield the paragraphs between blank lines, escapes undone.

    Args:
        text: The text.
        body: Its lines.
        bullets: Whether a bullet at the edge of the text begins a paragraph, whose further lines are indented by two.
    """
    words: list[str] = []
    start = end = 0
    in_item = False
    for line in body:
        is_word = line.kind in ("line", "verbatim")
        begins = line.start
        if line.kind == "line" and bullets and text[begins] not in " \t":
            begins = end_of_bullet(text, begins, line.end)
        is_item = begins != line.start
        if words and (not is_word or is_item):
            yield Passage(decode_body(words), start, end)
            words, in_item = [], False
        if not is_word:
            continue
        if not words:
            start = begins
        in_item = in_item or is_item
        written = _words(text, line, begins, line.end)
        words.append(written.removeprefix("  ") if in_item and not is_item else written)
        end = line.end
    if words:
        yield Passage(decode_body(words), start, end)
