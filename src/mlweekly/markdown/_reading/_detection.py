"""
Which dialect a text is in.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from attrs import define, field

from mlweekly._expressions import expression
from mlweekly.dates import find_period, find_range
from mlweekly.markdown._blocks import Block
from mlweekly.markdown._dialects import DIALECTS, Dialect, Layout
from mlweekly.markdown._hidden import HIDDEN
from mlweekly.markdown._reading._columns import Header, Row, header_of, is_bare_row, is_header_of, split_cells
from mlweekly.markdown._reading._entries import ENTRY
from mlweekly.markdown._reading._tables import holds_papers, table_of

__all__ = ["plausible_dialects"]

_ENOUGH_ROWS = 3
_OPENS_TITLE = tuple("*_[(【（《#0123456789")
_LOOKED_AHEAD, _LATEST = 20, 6
_LONGEST_NAME = 80
# Posts that lost their marks have no bold names; outlines have them above paragraphs.
_MARKED = ("#", "**", "__")
_RANKED_ROW = expression(r"[ \t]*+\|[ \t]*+(?:\*{1,3}|_{1,3})?[ \t]*+[(（]?[0-9]{1,9}[ \t]*+\\?[)）.]")
# What begins with a linked title is an item of a list: entries have their links at the end.
_LINKED_TITLE = expression(r"(?:[0-9]{1,9}[.)][ \t]*)?(?:\*\*)?\[(?:[^\[\]]|\[[^\[\]]*\]){12,600}\]\(")
_PRIORITY: Sequence[Layout] = ("entries", "lines", "headings", "rows")
"""
Of layouts that as many lines speak for, the last one here is chosen.
"""


@define(eq=False, repr=False)
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

    def lines_for(self, dialect: Dialect) -> Sequence[str]:
        """
        Return what each line is that speaks for a dialect: the sections of a post that it names, or an entry or a row.
        """
        if dialect.layout == "rows":
            return ["row"] * (self.rows + (self.columns is not None or dialect in self.own))
        if dialect.layout == "entries":
            return ["entry"] * self.entries
        names = self.headings if dialect.layout == "headings" else self.names
        sections = map(dialect.section_of, names)
        return [section[0] for section in sections if section is not None]

    def leave_no_doubt(self, dialect: Dialect, lines: Sequence[str]) -> bool:
        """
        Return whether nothing else than this dialect needs to be tried, for which these lines speak.

        Rows with ranks are in no other form, and only posts have sections of several kinds by their names; one kind,
        such as "Abstract", is below the headings of many outlines.
        """
        return self.rows >= _ENOUGH_ROWS if dialect.layout == "rows" else len(set(lines)) > 1

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
    for index, (block, below) in enumerate(zip_longest(blocks, blocks[1:])):
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
            _look_at_line(text, block, below, signs)
    return signs


def _look_at_line(text: str, block: Block, below: Block | None, signs: _Signs) -> None:
    """
    Note what a line is that is no row and no heading; `below` is the block behind it.
    """
    if ENTRY.match(text, block.start, block.end) is None:
        words = text[block.start : block.end].lstrip(" \t")
        if len(words) <= _LONGEST_NAME and not words.startswith(_MARKED):
            signs.names.append(words)
    elif is_bare_row(text, block.start, block.end):
        signs.rows += 1
    elif _LINKED_TITLE.match(text, block.first, block.last) is None:
        # What has items in it is an item of a list, and no paragraph that begins with a rank.
        signs.entries += below is None or below.kind != "item" or below.level <= block.level


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


def plausible_dialects(text: str, blocks: Sequence[Block], candidates: Sequence[Dialect]) -> list[Dialect]:
    """
    Return the dialects that a text may be in, the likeliest first; the choice between them is by what each one reads.

    Ranked rows in a table, the names of several sections of a post, and its hidden block leave no doubt. Else there is
    the dialect that most lines speak for, and beside it outlines and lists.

    Args:
        text: The text.
        blocks: Its blocks.
        candidates: Dialects beside the built-in ones; of two that fit equally well, the earlier candidate is chosen.
    """
    signs = _signs_of(text, blocks, candidates)
    dialects = [*candidates, *DIALECTS.values()]
    if signs.has_hidden:
        return [_best(signs, [(each, signs.lines_for(each)) for each in dialects if each.layout == "headings"])[0]]
    lines = ((each, signs.lines_for(each)) for each in dialects if each.layout in _PRIORITY)
    spoken = [each for each in lines if each[1]]
    closed = [_best(signs, spoken)] if spoken else []
    if closed and signs.leave_no_doubt(*closed[0]):
        return [closed[0][0]]
    best = [dialect for dialect, _ in closed]
    if not best and any(find_range(heading) is not None for heading in signs.headings):
        best = [dialect for dialect in dialects if dialect.layout == "headings"][:1]
    layouts = _open_layouts(text, blocks)
    return [*best, *(dialect for dialect in dialects if dialect.layout in layouts)]


def _open_layouts(text: str, blocks: Sequence[Block]) -> set[Layout]:
    """
    Return which of the open layouts a text can be in: an outline has headings or lines in place of them, a list items.
    """
    layouts = set[Layout]()
    for block in blocks:
        if block.kind == "heading":
            layouts.add("outline")
        elif block.kind == "item":
            layouts.add("list")
        elif block.kind in ("text", "quote") and text.startswith(_OPENS_TITLE, block.first, block.last):
            layouts |= {"outline", "list"}
    return layouts


def _best(signs: _Signs, lines: Sequence[tuple[Dialect, Sequence[str]]]) -> tuple[Dialect, Sequence[str]]:
    """
    Return the dialect that most lines speak for; of several the likeliest, then the one whose columns fit, the first.
    """
    return max(lines, key=lambda each: (len(each[1]), _PRIORITY.index(each[0].layout), signs.fit_of(each[0])))
