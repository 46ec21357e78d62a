"""
Which dialect a text is in.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import define, field

from mlweekly.dates import find_period
from mlweekly.markdown._blocks import Block
from mlweekly.markdown._dialects import DIALECTS, Dialect, Layout
from mlweekly.markdown._hidden import HIDDEN
from mlweekly.markdown._reading._columns import Header, Row, header_of, is_bare_row, is_header_of, split_cells
from mlweekly.markdown._reading._entries import ENTRY
from mlweekly.markdown._reading._tables import holds_papers, table_of

__all__ = ["detect"]

_ENOUGH_ROWS = 3
_LOOKED_AHEAD, _LATEST = 20, 6
_LONGEST_NAME = 80
_RANKED_ROW = re.compile(r"[ \t]*+\|[ \t]*+(?:\*\*|__)?[ \t]*+[(（]?[0-9]{1,9}[ \t]*+[)）.]")
_PRIORITY: Sequence[Layout] = ("entries", "lines", "headings", "rows")
"""
Of layouts that as many lines speak for, the last one here is chosen.
"""


@define
class _Signs:
    """
    What the blocks of a text show.

    Attributes:
        rows: How many rows begin with a rank.
        columns: What the columns of the first table of papers hold.
        own: The dialects whose header a table has.
        headings: The words of the headings.
        names: The bare lines that are short enough for the name of a section.
        entries: How many paragraphs begin with a rank.
        has_hidden: Whether there is a hidden block of a post.
    """

    rows: int = 0
    columns: tuple[str, ...] | None = None
    own: list[Dialect] = field(factory=list[Dialect])
    headings: list[str] = field(factory=list[str])
    names: list[str] = field(factory=list[str])
    entries: int = 0
    has_hidden: bool = False

    def count_for(self, dialect: Dialect) -> int:
        """
        Return how many lines speak for a dialect.
        """
        if dialect.layout == "rows":
            return self.rows + (self.columns is not None or dialect in self.own)
        if dialect.layout == "entries":
            return self.entries
        names = self.headings if dialect.layout == "headings" else self.names
        return sum(dialect.section_of(name) is not None for name in names)

    def fit_of(self, dialect: Dialect) -> int:
        """
        Return how well the columns of a dialect fit those of the tables.
        """
        if dialect.layout != "rows":
            return 0
        if dialect in self.own:
            return 3
        if self.columns is not None and set(self.columns) == set(dialect.columns):
            return 2
        return ("released" in (self.columns or ())) == ("released" in dialect.columns)


def _signs_of(text: str, blocks: Sequence[Block], candidates: Sequence[Dialect]) -> _Signs:
    """
    Return what blocks show; what is opaque shows nothing.
    """
    signs = _Signs()
    for index, block in enumerate(blocks):
        if block.kind == "row":
            if _RANKED_ROW.match(text, block.start, block.end) is not None:
                signs.rows += 1
            elif signs.columns is None and signs.rows < _ENOUGH_ROWS:
                _look_at_header(text, blocks, index, candidates, signs)
        elif block.kind == "heading":
            signs.headings.append(text[block.first : block.last])
        elif block.kind in ("comment", "html"):
            signs.has_hidden = signs.has_hidden or HIDDEN.match(text, block.start, block.end) is not None
        elif block.kind in ("text", "item"):
            if ENTRY.match(text, block.start, block.end) is None:
                words = text[block.start : block.end].lstrip(" \t")
                if len(words) <= _LONGEST_NAME and not words.startswith("#"):
                    signs.names.append(words)
            elif is_bare_row(text, block.start, block.end):
                signs.rows += 1
            else:
                signs.entries += 1
    return signs


def _look_at_header(
    text: str, blocks: Sequence[Block], index: int, candidates: Sequence[Dialect], signs: _Signs
) -> None:
    """
    Note whose header a row is, if it heads papers.
    """
    cells = split_cells(text, blocks[index].first, blocks[index].last)
    signs.own += (each for each in candidates if each.layout == "rows" and is_header_of(text, cells, each))
    header = header_of(text, cells)
    if header is not None and _heads_papers(text, blocks, index, header, signs):
        signs.columns = header.columns


def _heads_papers(text: str, blocks: Sequence[Block], index: int, header: Header, signs: _Signs) -> bool:
    if header.is_sure and set(header.columns) - {"rank", "details"} > {"paper"}:
        return True
    rows: list[Row] = []
    for block in blocks[index + 1 : index + _LOOKED_AHEAD]:
        if block.kind == "row":
            rows.append(Row(split_cells(text, block.first, block.last), block.first, block.last))
        elif block.kind != "delimiter":
            break
    is_dated = any(find_period(words) is not None for words in signs.headings[-_LATEST:])
    return holds_papers(text, table_of(text, rows, header), is_dated=is_dated)


def detect(text: str, blocks: Sequence[Block], candidates: Sequence[Dialect]) -> Dialect | None:
    """
    Return the dialect that most lines of a text speak for, or None if none does.

    Rows speak for it that have a rank, or head ranked rows; headings or bare lines that are names of its sections;
    paragraphs that begin with a rank. A hidden block is a post's, and a text with nothing but headings is a post.

    Args:
        text: The text.
        blocks: Its blocks.
        candidates: Dialects beside the built-in ones; of two that fit equally well, the earlier candidate is chosen.
    """
    signs = _signs_of(text, blocks, candidates)
    dialects = [*candidates, *DIALECTS.values()]
    if signs.has_hidden:
        dialects = [dialect for dialect in dialects if dialect.layout == "headings"]
    counts = [signs.count_for(dialect) for dialect in dialects]
    if not any(counts):
        return DIALECTS["post"] if signs.headings or signs.has_hidden else None
    return dialects[
        max(
            range(len(dialects)),
            key=lambda index: (
                counts[index],
                _PRIORITY.index(dialects[index].layout),
                signs.fit_of(dialects[index]),
                -index,
            ),
        )
    ]
