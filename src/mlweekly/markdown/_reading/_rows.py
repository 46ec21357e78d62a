"""
The layout "rows": papers in tables under headings, with a contents list on top.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from mlweekly._expressions import expression
from mlweekly.dates import find_period, find_range
from mlweekly.markdown._blocks import Block, bounds_of, is_rule
from mlweekly.markdown._dialects import Dialect
from mlweekly.markdown._inline import unescape
from mlweekly.markdown._lines import stripped
from mlweekly.markdown._plain_text import plain_text
from mlweekly.markdown._reading._columns import Header, Row, header_of, is_bare_row, split_cells
from mlweekly.markdown._reading._drafts import IssueDraft, SeriesDraft
from mlweekly.markdown._reading._log import ReadLog
from mlweekly.markdown._reading._table_headings import TableHeading, set_roles
from mlweekly.markdown._reading._tables import RANKED, Table, Topic, holds_papers, read_papers, table_of
from mlweekly.markdown._reading._title_words import read_title
from mlweekly.model import ContentsEntry

__all__ = ["read_rows"]

_ENTRY = expression(r"[ \t]*+[-*+][ \t]+\[((?:[^\[\]\\]|\\.|\[[^\[\]]{0,200}\]){1,400})\]\(([^()\s]{0,400})\)[ \t]*+")
_YEAR_ALONE = expression(r"\D{0,3}(?:19|20)[0-9]{2}\D{0,3}")
_LOOKED_AHEAD = 20
_MOST_LINES_OF_ROW = 4


def read_rows(log: ReadLog, blocks: Sequence[Block], dialect: Dialect) -> SeriesDraft:
    """
    Read a document whose papers are rows of tables.
    """
    return _RowsReader(log, blocks, dialect).read()


class _Tables:
    """
    The tables of a document.

    Attributes:
        rows: The indices of the blocks that are lines of tables.
        found: By the index of its first block, a table and the index of the block behind it.
    """

    def __init__(self, text: str, blocks: Sequence[Block], dialect: Dialect) -> None:
        self.text = text
        self.blocks = blocks
        self.dialect = dialect
        self.rows = {
            index
            for index, block in enumerate(blocks)
            if block.kind in ("row", "delimiter") or (block.kind in ("text", "item") and self._is_row(block))
        }
        self.found: dict[int, tuple[Table, int]] = {}
        index = 0
        while index < len(blocks):
            if index in self.rows:
                self.found[index] = self._table(index)
                index = self.found[index][1]
            else:
                index += 1

    def _is_row(self, block: Block) -> bool:
        """
        Return whether a line that is no row to Markdown is one to us: it holds a paper, or heads papers.
        """
        if self.text.find("|", block.first, block.last) == -1:
            return False
        if is_bare_row(self.text, block.start, block.end):
            return True
        return header_of(self.text, split_cells(self.text, block.start, block.end), self.dialect) is not None

    def _table(self, first: int) -> tuple[Table, int]:
        """
        Read the table that begins at a block.
        """
        rows: list[Row] = []
        header: Header | None = None
        index = first
        while index in self.rows or (index + 1 in self.rows and self.blocks[index].kind == "directive"):
            block = self.blocks[index]
            index += 1
            if block.kind in ("delimiter", "directive"):
                continue
            start, end = bounds_of(self.text, block)
            cells = split_cells(self.text, start, end)
            found = None if rows or header else header_of(self.text, cells, self.dialect)
            if found is not None:
                header = found
                continue
            row = Row(cells, start, end)
            if header is not None and len(cells) < len(header.columns):
                row, index = self._broken_row(row, index, len(header.columns))
            if cells:
                rows.append(row)
        return table_of(self.text, rows, header), index

    def _broken_row(self, row: Row, index: int, count: int) -> tuple[Row, int]:
        """
        Return a row with the lines on which it goes on, and the index of the block behind it.

        One digest prints titles of papers with the line ends that they have on arXiv; the next line then has no bar in
        front, and the cells that are missing.
        """
        if self.text.endswith("|", row.start, row.end):
            return row, index
        for stop in range(index + 1, min(index + _MOST_LINES_OF_ROW, len(self.blocks)) + 1):
            block = self.blocks[stop - 1]
            if block.kind != "text" or stop - 1 in self.rows:
                break
            end = bounds_of(self.text, block)[1]
            cells = split_cells(self.text, row.start, end)
            if len(cells) == count:
                return Row(cells, row.start, end, is_broken=True), stop
            if len(cells) > count:
                break
        return row, index


class _RowsReader:
    def __init__(self, log: ReadLog, blocks: Sequence[Block], dialect: Dialect) -> None:
        self.log = log
        self.text = log.text
        self.blocks = blocks
        self.dialect = dialect
        self.tables = _Tables(log.text, blocks, dialect)
        self.draft = SeriesDraft(log)
        self.issue: IssueDraft | None = None
        self.has_table = False
        self.group: str | None = None
        self.group_span = (0, 0)
        self.year_above: str | None = None
        self.paragraph: list[Block] = []
        self.after: list[tuple[str, int, int]] = []
        self.topics: list[tuple[int, Topic]] = []
        self.papers: set[int] = set()
        self.headings = self._headings()

    def _headings(self) -> dict[int, TableHeading]:
        """
        Return the headings by the indices of their blocks, and note which tables hold papers.
        """
        headings: dict[int, TableHeading] = {}
        dated: list[int] = []
        latest: TableHeading | None = None
        for index, block in enumerate(self.blocks):
            if block.kind == "heading":
                latest = headings[index] = self._heading(index)
                dated = [level for level in dated if level < latest.level]
                dated += [latest.level] if latest.is_dated and not latest.heads_entries else []
            elif index in self.tables.found:
                table, _ = self.tables.found[index]
                if holds_papers(self.text, table, is_dated=bool(dated)):
                    self.papers.add(index)
                    if latest is not None and latest.table is None:
                        latest.table = table
        set_roles([*headings.values()])
        return headings

    def _heading(self, index: int) -> TableHeading:
        block = self.blocks[index]
        found = read_title(self.text, block.first, block.last)
        title, span = found.words.strip(), found.span
        printed = find_period(title)
        # "March 2024" above headings is a part of the document; above a table of its own it is an issue's title.
        is_part = printed is not None and printed.kind == "month" and printed.printed == title
        is_dated = printed is not None and not (is_part and not self._has_table(index))
        return TableHeading(block.level, title, span, printed, is_dated, self._heads_entries(index))

    def _has_table(self, index: int) -> bool:
        """
        Return whether a table comes before the next heading.
        """
        for following in range(index + 1, len(self.blocks)):
            if following in self.tables.rows or self.blocks[following].kind == "heading":
                return following in self.tables.rows
        return False

    def read(self) -> SeriesDraft:
        index = 0
        while index < len(self.blocks):
            block = self.blocks[index]
            if index in self.tables.found:
                self._flush()
                index = self._take_table(index)
                continue
            if block.kind == "heading":
                self._flush()
                self._take_heading(block, self.headings[index])
            elif block.kind in ("blank", "directive") or is_rule(block):
                self._flush()
            elif block.kind in ("comment", "front matter"):
                self._flush()
                self.log.leave(block.start, block.end)
            else:
                self._take_line(block)
            index += 1
        self._flush()
        self._place_after(None)
        return self.draft

    def _take_table(self, first: int) -> int:
        """
        Read the table that begins at a block, and return the index of the block behind it.
        """
        table, stop = self.tables.found[first]
        start = self.blocks[first].start
        if first not in self.papers:
            if table.rows:
                self.log.leave(start, self.blocks[stop - 1].end)
            return stop
        if not table.rows:
            return stop
        issue = self.issue
        rank = None if table.is_open else RANKED.match(self.text, table.rows[0].start)
        is_first = table.header is not None and rank is not None and rank[1] == "1"
        if issue is None or (self.has_table and is_first and not self.topics):
            issue = self._begin(start)
        self._place_after(issue)
        count = len(issue.papers)
        topics = [topic for _, topic in self.topics]
        read_papers(table, self.dialect, self.log, self.draft.pointer, issue, topics)
        if issue.columns is None and table.header is not None:
            issue.columns, issue.header = table.columns(issue.papers[count:]), table.header.names
        self.has_table = True
        return stop

    def _take_heading(self, block: Block, heading: TableHeading) -> None:
        title = heading.title
        if not title:
            return
        for target in read_title(self.text, block.first, block.last).targets:
            self.log.leave(*target)
        while self.topics and self.topics[-1][0] >= heading.level:
            self.topics.pop()
        if heading.role == "issue":
            self.topics = []
            issue = self._begin(block.start)
            issue.set_title(title, self.log, self.draft.pointer, heading.span, heading.printed)
            issue.group = self.year_above
        elif heading.role == "topic":
            if self.issue is None:
                self._begin(block.start)
            self.topics.append((heading.level, (plain_text(self.text[slice(*heading.span)]).strip(), heading.span)))
        elif self.issue is None and self.draft.title is None and heading.level == 1 and not self.draft.contents:
            self.draft.title = title
            self.log.place("/title", *heading.span)
        elif heading.heads_entries or _YEAR_ALONE.fullmatch(title) is not None:
            self.group, self.group_span = title, heading.span
            self.year_above = None if heading.heads_entries else title
        else:
            self.paragraph.append(block)
            self._flush()

    def _heads_entries(self, index: int) -> bool:
        for block in self.blocks[index + 1 : index + _LOOKED_AHEAD]:
            if block.kind != "blank":
                return self._entry(block) is not None
        return False

    def _entry(self, block: Block) -> re.Match[str] | None:
        if block.kind != "item":
            return None
        match = _ENTRY.fullmatch(self.text, block.start, block.end)
        if match is None or not unescape(match[1]).strip():
            return None
        return match if "#" in match[2][:3] or find_range(match[1]) is not None else None

    def _take_line(self, block: Block) -> None:
        entry = self._entry(block)
        if entry is None:
            self.paragraph.append(block)
            return
        self._flush()
        pointer = f"/contents/{len(self.draft.contents)}"
        label, target = unescape(entry[1]).strip(), unescape(entry[2])
        self.draft.contents.append(ContentsEntry(label, target or None, self.group or None))
        self.log.place(pointer, block.start, block.end)
        self.log.place(f"{pointer}/label", *entry.span(1))
        self.log.place(f"{pointer}/target", *entry.span(2))
        if self.group is not None:
            self.log.place(f"{pointer}/group", *self.group_span)

    def _begin(self, offset: int) -> IssueDraft:
        self._place_after(self.issue)
        self.issue = self.draft.open_issue(offset, self.dialect.language)
        self.has_table = False
        return self.issue

    def _flush(self) -> None:
        """
        Give the paragraph that ends here to what it belongs to.
        """
        if not self.paragraph:
            return
        blocks, self.paragraph = self.paragraph, []
        start, end = stripped(self.text, blocks[0].start, blocks[-1].end)
        words = "\n".join(self.text[slice(*line)] for line in self.log.lines.within(start, end))
        if self.issue is None:
            self.draft.hold("/lead", self.draft.lead, words, start, end)
        elif not self.has_table:
            self.draft.hold(f"{self.draft.pointer}/lead", self.issue.lead, words, start, end)
        else:
            self.after.append((words, start, end))

    def _place_after(self, issue: IssueDraft | None) -> None:
        """
        Give the paragraphs after a table to its issue; those after the last table are the document's foot.
        """
        paragraphs, pointer = self.draft.foot, "/foot"
        if issue is not None:
            paragraphs, pointer = issue.notices, f"{self.draft.pointer}/notices"
        for words, start, end in self.after:
            self.draft.hold(pointer, paragraphs, words, start, end)
        self.after = []
