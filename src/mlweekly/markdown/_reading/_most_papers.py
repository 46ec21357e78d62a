"""
How many papers a text can have at most in each form, by a look at its blocks.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from mlweekly.markdown._blocks import Block, bounds_of
from mlweekly.markdown._dialects import Dialect
from mlweekly.markdown._reading._entries import ENTRY
from mlweekly.markdown._reading._items import may_begin_item
from mlweekly.markdown._reading._post_lines import PAPER_LEVEL
from mlweekly.markdown._reading._sections import may_be_title_line

__all__ = ["most_papers"]


def most_papers(text: str, blocks: Sequence[Block], dialect: Dialect) -> int:
    """
    Return how many papers a reading in a dialect can find at most.

    Args:
        text: The text.
        blocks: Its blocks, with every heading as one.
        dialect: The dialect.
    """
    return sum(_may_be_papers(text, blocks, dialect))


def _may_be_papers(text: str, blocks: Sequence[Block], dialect: Dialect) -> Iterable[bool]:
    if dialect.layout == "rows":
        return (block.kind == "row" for block in blocks)
    if dialect.layout == "entries":
        return (ENTRY.match(text, bounds_of(text, block)[0], block.end) is not None for block in blocks)
    if dialect.layout == "outline":
        above = [None, *blocks]
        return (
            each.kind == "heading" or may_be_title_line(text, above[index], each) for index, each in enumerate(blocks)
        )
    if dialect.layout == "list":
        return (may_begin_item(text, block) for block in blocks)
    if dialect.layout == "lines":
        return (block.kind != "blank" for block in blocks)
    headings = [block for block in blocks if block.kind == "heading"]
    sections = [dialect.section_of(text[each.first : each.last]) is not None for each in headings]
    return (not each for each in sections) if any(sections) else (each.level == PAPER_LEVEL for each in headings)
