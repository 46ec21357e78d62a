"""
Pages as plain text.

Words taken out and put in are marked as `git diff --word-diff` does: `[-old-]{+new+}`.

Lives here: the plain text of every part of a page.
Must not know: colours; what any value is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import frozen

from mlweekly._display._characters import is_web_address, on_one_line
from mlweekly._display._page import Block, Heading, Inline, Item, Items, Mark, Page, Paragraph, Quote, Run, Sign, Table

__all__ = ["SIGNS", "Line", "lines_of", "plain_text", "worded"]

SIGNS: dict[Sign, str] = {
    "added": "+",
    "removed": "-",
    "moved": "↕",
    "changed": "~",
    "form": "¶",
    "base": "base",
    "ours": "ours",
    "theirs": "theirs",
    "error": "E",
    "warning": "W",
    "info": "I",
    "safe": "fix",
    "unsafe": "proposed fix",
    "note": "·",
}
"""
What stands before an item.
"""

_AROUND: dict[Mark, tuple[str, str]] = {"added": ("{+", "+}"), "removed": ("[-", "-]")}


@frozen
class Line:
    """
    One line: its depth, its sign, and its pieces; a title or a heading is a line of its own kind.
    """

    inlines: tuple[Inline, ...] = ()
    depth: int = 0
    sign: Sign | None = None
    is_heading: bool = False


def lines_of(page: Page) -> Iterator[Line]:
    """
    Yield the lines of a page, an empty one before each heading.
    """
    yield Line(page.title, is_heading=True)
    for block in page.blocks:
        yield from _lines_of_block(block)


def plain_text(page: Page) -> str:
    """
    Return the page as plain text, without a line end at its end.
    """
    return "\n".join(map(_line, lines_of(page)))


def worded(inline: Inline) -> Iterator[Run]:
    """
    Yield the pieces as they read without colours: changed words in their brackets, an address behind its words.
    """
    runs = (inline,) if isinstance(inline, Run) else inline.runs
    for run in runs:
        before, after = _AROUND.get(run.mark, ("", ""))
        line_end = " ↵ " if before else " "
        yield Run(before + on_one_line(run.text, line_end=line_end) + after, run.mark)
    url = inline.url if isinstance(inline, Quote) else None
    if url is not None and is_web_address(url) and url != "".join(run.text for run in runs):
        yield Run(f" <{url}>", "quiet")


def _lines_of_block(block: Block) -> Iterator[Line]:
    match block:
        case Heading():
            yield Line()
            yield Line(block.inlines, is_heading=True)
        case Paragraph():
            yield Line(block.inlines)
        case Items():
            yield from _lines_of_items(block.items, 1)
        case Table():
            for first, *others in block.rows:
                name, *rest = [cell for cell in others if cell] or [()]
                yield Line((*first, Run("  "), *name), 1)
                yield from (Line(cell, 3) for cell in rest)


def _lines_of_items(items: Iterable[Item], depth: int) -> Iterator[Line]:
    for item in items:
        yield Line(item.inlines, depth, item.sign)
        yield from _lines_of_items(item.inner, depth + 1)


def _line(line: Line) -> str:
    words = "".join(run.text for inline in line.inlines for run in worded(inline))
    sign = "" if line.sign is None else f"{SIGNS[line.sign]} "
    return ("  " * line.depth + sign + words).rstrip()
