"""
The layout "rows": papers in tables under headings, with a contents list on top.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from mlweekly.dates import find_range
from mlweekly.markdown._blocks import Block, bounds_of, is_rule
from mlweekly.markdown._dialects import Dialect
from mlweekly.markdown._inline import unescape
from mlweekly.markdown._lines import stripped
from mlweekly.markdown._plain_text import plain_span, plain_text
from mlweekly.markdown._reading._drafts import IssueDraft, SeriesDraft
from mlweekly.markdown._reading._log import ReadLog
from mlweekly.markdown._reading._tables import Row, header_columns, is_bare_row, read_papers, split_cells
from mlweekly.markdown._reading._title_words import read_title
from mlweekly.model import ContentsEntry

__all__ = ["read_rows"]

_ENTRY = re.compile(r"[ \t]*+[-*+][ \t]+\[((?:[^\[\]\\]|\\.|\[[^\[\]]{0,200}\]){1,400})\]\(([^()\s]{0,400})\)[ \t]*+")
_YEAR_ALONE = re.compile(r"\D{0,3}(?:19|20)[0-9]{2}\D{0,3}")
_RANKED = re.compile(r"[ \t]*+\|?[ \t]*+(?:\*\*|__)?[ \t]*+[(（]?([0-9]{1,9})[)）.:、]")
_LOOKED_AHEAD = 20


def _is_row(text: str, block: Block) -> bool:
    """
    Return whether a line that is no row to Markdown is one to us: it holds a paper, or heads papers.
    """
    if text.find("|", block.first, block.last) == -1:
        return False
    if is_bare_row(text, block.start, block.end):
        return True
    return header_columns(text, split_cells(text, block.start, block.end)) is not None


def read_rows(log: ReadLog, blocks: Sequence[Block], dialect: Dialect) -> SeriesDraft:
    """
    Read a document whose papers are rows of tables.
    """
    return _RowsReader(log, blocks, dialect).read()


class _RowsReader:
    def __init__(self, log: ReadLog, blocks: Sequence[Block], dialect: Dialect) -> None:
        self.log = log
        self.text = log.text
        self.blocks = blocks
        self.dialect = dialect
        self.draft = SeriesDraft(log)
        self.issue: IssueDraft | None = None
        self.has_table = False
        self.group: str | None = None
        self.group_span = (0, 0)
        self.year_above: str | None = None
        self.paragraph: list[Block] = []
        self.after: list[tuple[str, int, int]] = []
        self.rows = {
            index
            for index, block in enumerate(blocks)
            if block.kind in ("row", "delimiter") or (block.kind in ("text", "item") and _is_row(self.text, block))
        }

    def read(self) -> SeriesDraft:
        index = 0
        while index < len(self.blocks):
            block = self.blocks[index]
            if index in self.rows:
                self._flush()
                index = self._take_table(index)
                continue
            if block.kind == "heading":
                self._flush()
                self._take_heading(index)
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
        stop = first
        while stop in self.rows or (stop + 1 in self.rows and self.blocks[stop].kind == "directive"):
            stop += 1
        table, columns = self._parts_of_table(self.blocks[first:stop])
        if not table:
            return stop
        start = self.blocks[first].start
        if columns is None and not any(_RANKED.match(self.text, row.start) for row in table):
            self.log.leave(start, self.blocks[stop - 1].end)
            return stop
        issue = self.issue
        rank = _RANKED.match(self.text, table[0].start)
        is_first = columns is not None and rank is not None and rank[1] == "1"
        if issue is None or (self.has_table and is_first):
            issue = self._begin(start)
        issue.columns = issue.columns or columns
        issue.language = read_papers(table, columns, self.dialect, self.log, self.draft.pointer, issue.papers)
        self.has_table = True
        return stop

    def _parts_of_table(self, blocks: Sequence[Block]) -> tuple[list[Row], tuple[str, ...] | None]:
        rows: list[Row] = []
        columns: tuple[str, ...] | None = None
        for block in blocks:
            if block.kind in ("delimiter", "directive"):
                continue
            first, last = bounds_of(self.text, block)
            cells = split_cells(self.text, first, last)
            header = None if rows or columns else header_columns(self.text, cells)
            if header is not None:
                columns = header
            elif cells:
                rows.append(Row(cells, first, last))
        return rows, columns

    def _take_heading(self, index: int) -> None:
        block = self.blocks[index]
        heading = read_title(self.text, block.first, block.last)
        title, (start, end) = heading.words.strip(), heading.span
        if not title:
            return
        for target in heading.targets:
            self.log.leave(*target)
        heads_entries = self._heads_entries(index)
        if self._has_table(index) or (find_range(title) is not None and not heads_entries):
            issue = self._begin(block.start)
            issue.set_title(title, self.log, self.draft.pointer, (start, end))
            issue.group = self.year_above
        elif self.issue is None and self.draft.title is None and block.level == 1 and not self.draft.contents:
            self.draft.title = title
            self.log.place("/title", start, end)
        elif heads_entries or _YEAR_ALONE.fullmatch(title) is not None:
            self.group, self.group_span = title, (start, end)
            self.year_above = None if heads_entries else title
        else:
            self.paragraph.append(block)
            self._flush()

    def _has_table(self, index: int) -> bool:
        """
        Return whether a table comes before the next heading.
        """
        for following in range(index + 1, len(self.blocks)):
            if following in self.rows or self.blocks[following].kind == "heading":
                return following in self.rows
        return False

    def _heads_entries(self, index: int) -> bool:
        for block in self.blocks[index + 1 : index + _LOOKED_AHEAD]:
            if block.kind != "blank":
                return self._entry(block) is not None
        return False

    def _entry(self, block: Block) -> re.Match[str] | None:
        if block.kind != "item":
            return None
        match = _ENTRY.fullmatch(self.text, block.start, block.end)
        if match is None or not plain_text(match[1]).strip():
            return None
        return match if "#" in match[2][:3] or find_range(match[1]) is not None else None

    def _take_line(self, block: Block) -> None:
        entry = self._entry(block)
        if entry is None:
            self.paragraph.append(block)
            return
        self._flush()
        pointer = f"/contents/{len(self.draft.contents)}"
        label, target = plain_text(entry[1]).strip(), unescape(entry[2])
        self.draft.contents.append(ContentsEntry(label, target or None, self.group or None))
        self.log.place(pointer, block.start, block.end)
        self.log.place(f"{pointer}/label", *plain_span(self.text, *entry.span(1)))
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
