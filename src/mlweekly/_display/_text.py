"""
Pages as plain text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import frozen

from mlweekly._display._characters import is_web_address, on_one_line, visible
from mlweekly._display._looks import MARKS, SIGNS
from mlweekly._display._page import Block, Code, Heading, Inline, Item, Items, Page, Paragraph, Quote, Run, Sign, Table


@frozen
class Line:
    """
    One line: its pieces, its depth and its sign, and whether it is a title or a heading.
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


def words_of(inline: Inline) -> Iterator[Run]:
    """
    Yield the pieces as they read without colours: changed words in their brackets, an address after its words.
    """
    for run in inline.runs:
        before, after = MARKS[run.mark].text
        yield Run(before + on_one_line(run.text, line_end=" ↵ " if before else " ") + after, run.mark)
    url = inline.url if isinstance(inline, Quote) else None
    if url is not None and is_web_address(url) and url != "".join(run.text for run in inline.runs):
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
        case Code():
            yield from (Line((Run(line),), 2) for line in visible(block.text).strip("\n").split("\n"))


def _lines_of_items(items: Iterable[Item], depth: int) -> Iterator[Line]:
    for item in items:
        yield Line(item.inlines, depth, item.sign)
        yield from _lines_of_items(item.inner, depth + 1)


def _line(line: Line) -> str:
    words = "".join(run.text for inline in line.inlines for run in words_of(inline))
    sign = "" if line.sign is None else f"{SIGNS[line.sign].text} "
    return ("  " * line.depth + sign + words).rstrip()
