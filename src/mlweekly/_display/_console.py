"""
Pages as coloured text, by the protocol of the rich library and without importing it.

The console that rich passes in creates the styled lines: `rich.console.Console` and `rich.text.Text` fit the
protocols here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol, Self

from mlweekly._display._characters import is_web_address
from mlweekly._display._looks import MARKS, SIGNS
from mlweekly._display._page import Inline, Page, Quote
from mlweekly._display._text import lines_of, words_of

_NARROWEST = 20


class StyledText(Protocol):
    """
    A text whose parts have styles.
    """

    def append(self, text: str, style: str) -> object:
        """
        Add a part.
        """
        ...

    def wrap(self, console: Console, width: int) -> Iterable[Self]:
        """
        Return the text in lines of at most this width.
        """
        ...

    def pad_left(self, count: int) -> object:
        """
        Put spaces before the text.
        """
        ...


class Console(Protocol):
    """
    A console, which creates styled texts.
    """

    def render_str(self, text: str, *, markup: bool, emoji: bool, highlight: bool) -> StyledText:
        """
        Return a styled text.
        """
        ...


class Dimensions(Protocol):
    """
    The space that a console has.
    """

    @property
    def max_width(self) -> int:
        """
        The columns of a line.
        """
        ...


def coloured_lines(page: Page, console: Console, options: Dimensions) -> Iterator[StyledText]:
    """
    Yield the page line by line, each wrapped to the width of the console.
    """
    for line in lines_of(page):
        styled = console.render_str("", markup=False, emoji=False, highlight=False)
        if line.sign is not None:
            styled.append(f"{SIGNS[line.sign].text} ", SIGNS[line.sign].style)
        for inline in line.inlines:
            _append(styled, inline, is_heading=line.is_heading)
        indent = 2 * line.depth
        for part in styled.wrap(console, max(_NARROWEST, options.max_width - indent)):
            part.pad_left(indent)
            yield part


def _append(styled: StyledText, inline: Inline, *, is_heading: bool) -> None:
    link = f"link {inline.url}" if isinstance(inline, Quote) and inline.url and is_web_address(inline.url) else ""
    heading = "bold" if is_heading else ""
    for run in words_of(inline):
        styled.append(run.text, " ".join(filter(None, (heading, MARKS[run.mark].style, link))))
