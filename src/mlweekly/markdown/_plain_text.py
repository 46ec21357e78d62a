"""
Inline Markdown as plain text, and where its words are.
"""

from __future__ import annotations

from typing import NamedTuple

from mlweekly._expressions import expression
from mlweekly._wording import expect
from mlweekly.markdown._inline_parser import InlineParser
from mlweekly.markdown._lines import stripped

__all__ = ["Inline", "has_marks", "plain_span", "plain_text", "read_inline"]

_MARK = expression(r"[\\&`<\[*_~\r\n]")
# What most marks are, a pair around the whole or one link, which needs no parser.
_PAIR = expression(
    r"(?P<mark>\*\*?|__?|~~|`)(?P<pair>(?!\s)[^\\&`<\[*_~\r\n]+(?<!\s))(?P=mark)"
    r"|\[(?P<label>(?!\^)[^\\&`<\[\]*_~\r\n]+)\]\([^\x00-\x20\x7f()\\<]*\)"
)
_BLANK_LINES = expression(r"((?:\r\n?|\n)(?:[ \t]*+(?:\r\n?|\n))++)")


def plain_text(inline: str) -> str:
    r"""
    Return inline Markdown as the plain text that a page would show.

    Emphasis, strikethrough, code and links leave their words, images their alternative text, autolinks their address,
    backslash escapes and character references their character, `<br>` a space. Other tags of HTML, comments and
    footnote marks are dropped. What is not markup in CommonMark stays: `snake_case`, `2 * 3`, `~70%`.

    CommonMark needs the whole document in three places; here the text alone decides. `[words][label]` and `[words][]`
    are taken for links, and `[words]` is not. `<think>`, which names no element of HTML, is kept. Paragraphs, with
    blank lines between them, are read one by one, and line ends stay.

    Raises:
        TypeError: It is not a str.

    Sources: CommonMark 0.31, section 6, and GitHub Flavored Markdown 0.29, section 6.5, where `~~` alone is a mark.

    >>> plain_text(r"**[Moshi](https://kyutai.org)** hears `you` &amp; \*speaks\*[^1]")
    'Moshi hears you & *speaks*'
    """
    expect(inline, str, "inline Markdown as str")
    if _MARK.search(inline) is None:
        return inline
    pair = _PAIR.fullmatch(inline)
    if pair is not None:
        return str(pair["pair"] or pair["label"])
    return "".join(InlineParser(part, 0, len(part)).shown() for part in _BLANK_LINES.split(inline))


def plain_span(text: str, start: int, end: int) -> tuple[int, int]:
    """
    Return the span without the marks of emphasis, code and links that enclose the whole of it.

    Of `**[Moshi](https://kyutai.org)**` it is the span of `Moshi`. White space inside the marks is left out, too.
    """
    return read_inline(text, start, end).span if has_marks(text, start, end) else (start, end)


def has_marks(text: str, start: int, end: int) -> bool:
    """
    Return whether a part of a text may show something else than what is written.
    """
    return _MARK.search(text, start, end) is not None


class Inline(NamedTuple):
    """
    What a part of a text shows.

    Attributes:
        words: The words, as plain text.
        span: The span without the marks that enclose the whole of it, as `plain_span` returns it.
        targets: Start and end of each link, image and autolink, in the order in which they end.
        enclosed_to: Where the longest pair of marks ends that begins at the start, or None.
    """

    words: str
    span: tuple[int, int]
    targets: tuple[tuple[int, int], ...] = ()
    enclosed_to: int | None = None


def read_inline(text: str, start: int, end: int) -> Inline:
    """
    Return what a part of a text shows, read as one paragraph.
    """
    if _MARK.search(text, start, end) is None:
        return Inline(text[start:end], (start, end))
    pair = _PAIR.fullmatch(text, start, end)
    if pair is not None:
        is_link = pair["pair"] is None
        first, last = pair.span("label" if is_link else "pair")
        return Inline(text[first:last], stripped(text, first, last), ((start, end),) if is_link else (), end)
    parser = InlineParser(text, start, end)
    targets = tuple(span for span in parser.enclosed if text[span[0]] in "[!<")
    enclosed_to = max((last for first, last in parser.enclosed if first == start), default=None)
    span = start, end
    while (words := parser.enclosed.get(span)) is not None and words[0] < words[1]:
        span = stripped(text, *words)
    return Inline(parser.shown(), span, targets, enclosed_to)
