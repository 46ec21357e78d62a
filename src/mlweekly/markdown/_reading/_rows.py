"""
The layout "rows": papers in tables under headings, with a contents list on top.

Lives here: what each line of such a document is.
Must not know: what a cell holds (`_tables` does).
"""

from __future__ import annotations

import re
from bisect import bisect_right

from mlweekly.dates import find_range
from mlweekly.markdown._dialects import Dialect
from mlweekly.markdown._inline import unescape
from mlweekly.markdown._reading._drafts import IssueDraft, SeriesDraft
from mlweekly.markdown._reading._frames import HeadingLine, heading_at, is_directive, is_rule
from mlweekly.markdown._reading._lines import stripped
from mlweekly.markdown._reading._notes import Notes
from mlweekly.markdown._reading._tables import Row, header_columns, is_bare_row, is_delimiter, read_papers, split_cells
from mlweekly.model import ContentsEntry

__all__ = ["read_rows"]

_ENTRY = re.compile(r"[ \t]*+[-*+][ \t]+\[((?:[^\[\]\\]|\\.|\[[^\[\]]{0,200}\]){1,400})\]\(([^()\s]{0,400})\)[ \t]*+")
_YEAR_ALONE = re.compile(r"\D{0,3}(?:19|20)[0-9]{2}\D{0,3}")
_RANKED = re.compile(r"[ \t]*+\|?[ \t]*+(?:\*\*|__)?[ \t]*+[(（]?[0-9]{1,9}[)）.:、]")

_FIRST = re.compile(r"[ \t]*+\|?[ \t]*+(?:\*\*|__)?[ \t]*+[(（]?1[)）.:、]")


def read_rows(notes: Notes, dialect: Dialect) -> SeriesDraft:
    """
    Read a document whose papers are rows of tables.
    """
    return _RowsReader(notes, dialect).read()


class _RowsReader:
    def __init__(self, notes: Notes, dialect: Dialect) -> None:
        self.notes = notes
        self.lines = notes.lines
        self.text = notes.text
        self.dialect = dialect
        self.draft = SeriesDraft(notes)
        self.issue: IssueDraft | None = None
        self.has_table = False
        self.group: str | None = None
        self.group_place = (0, 0)
        self.year_above: str | None = None
        self.paragraph: list[int] = []
        self.after: list[tuple[str, int, int]] = []
        starts, text = self.lines.starts, self.text
        self.table_lines = [
            i for i in range(len(starts)) if text.startswith("|", starts[i]) or self._is_indented_row(i)
        ]
        self.rows = set(self.table_lines)
        self.headings = [i for i in range(len(self.lines)) if i not in self.rows and self._heading(i) is not None]

    def _is_indented_row(self, index: int) -> bool:
        start, end = self.lines.starts[index], self.lines.ends[index]
        if self.text.find("|", start, end) == -1:
            return False
        return (
            self.lines[index].lstrip().startswith("|")
            or is_bare_row(self.text, start, end)
            or is_delimiter(self.text, start, end)
            or header_columns(self.text, split_cells(self.text, start, end)) is not None
        )

    def _heading(self, index: int) -> HeadingLine | None:
        return heading_at(self.text, self.lines.starts[index], self.lines.ends[index])

    def read(self) -> SeriesDraft:
        headings = set(self.headings)
        index = 0
        while index < len(self.lines):
            if index in self.rows:
                self._flush()
                index = self._table(index)
                continue
            if index in headings:
                self._flush()
                self._take_heading(index)
            else:
                self._take_line(index)
            index += 1
        self._flush()
        self._place_after(None)
        return self.draft

    def _table(self, first: int) -> int:
        stop = first
        while stop in self.rows or (stop + 1 in self.rows and self._is_directive(stop)):
            stop += 1
        table, columns = self._parts_of_table(range(first, stop))
        if not table:
            return stop
        if columns is None and not any(_RANKED.match(self.text, row.start) for row in table):
            for index in range(first, stop):
                self.notes.leave_line(index)
            return stop
        issue = self.issue
        if issue is None or (self.has_table and columns is not None and _FIRST.match(self.text, table[0].start)):
            issue = self._begin(self.lines.starts[first])
        pointer = f"/issues/{len(self.draft.issues) - 1}"
        issue.language = read_papers(table, columns, self.dialect, self.notes, pointer, issue.papers)
        self.has_table = True
        return stop

    def _is_directive(self, index: int) -> bool:
        return is_directive(self.text, *self.lines.stripped(index))

    def _parts_of_table(self, indices: range) -> tuple[list[Row], tuple[str, ...] | None]:
        rows: list[Row] = []
        columns: tuple[str, ...] | None = None
        for index in indices:
            start, end = self.lines.stripped(index)
            if is_delimiter(self.text, start, end) or is_directive(self.text, start, end):
                continue
            cells = split_cells(self.text, start, end)
            header = None if rows or columns else header_columns(self.text, cells)
            if header is not None:
                columns = header
            elif cells:
                rows.append(Row(cells, start, end))
        return rows, columns

    def _take_heading(self, index: int) -> None:
        heading = self._heading(index)
        if heading is None:
            return
        start, end = _without_emphasis(self.text, heading.start, heading.end)
        title = unescape(self.text[start:end]).strip()
        if not title:
            return
        if self._is_issue(index, title):
            issue = self._begin(self.lines.starts[index])
            issue.entitle(title, self.notes, f"/issues/{len(self.draft.issues) - 1}", (start, end))
            issue.group = self.year_above
        elif self.issue is None and self.draft.title is None and heading.level == 1 and not self.draft.contents:
            self.draft.title = title
            self.notes.place("/title", start, end)
        elif self._heads_entries(index):
            self.group, self.group_place, self.year_above = title, (start, end), None
        elif _YEAR_ALONE.fullmatch(title) is not None:
            self.group, self.group_place, self.year_above = title, (start, end), title
        else:
            self.paragraph.append(index)
            self._flush()

    def _is_issue(self, index: int, title: str) -> bool:
        following = bisect_right(self.headings, index)
        stop = self.headings[following] if following < len(self.headings) else len(self.lines)
        row = bisect_right(self.table_lines, index)
        if row < len(self.table_lines) and self.table_lines[row] < stop:
            return True
        return find_range(title) is not None and not self._heads_entries(index)

    def _heads_entries(self, index: int) -> bool:
        following = next((i for i in range(index + 1, min(index + 20, len(self.lines))) if self.lines[i].strip()), None)
        return following is not None and self._entry(following) is not None

    def _entry(self, index: int) -> re.Match[str] | None:
        match = _ENTRY.fullmatch(self.text, self.lines.starts[index], self.lines.ends[index])
        if match is None or not unescape(match[1]).strip():
            return None
        return match if "#" in match[2][:3] or find_range(match[1]) is not None else None

    def _take_line(self, index: int) -> None:
        start, end = self.lines.starts[index], self.lines.ends[index]
        words = self.text[start:end].strip()
        if not words or is_rule(words) or self._is_directive(index):
            self._flush()
            return
        entry = self._entry(index)
        if entry is None:
            self.paragraph.append(index)
            return
        self._flush()
        pointer = f"/contents/{len(self.draft.contents)}"
        label, target = unescape(entry[1]).strip(), unescape(entry[2])
        self.draft.contents.append(ContentsEntry(label, target or None, self.group or None))
        self.notes.place(pointer, start, end)
        self.notes.place(f"{pointer}/label", *entry.span(1))
        self.notes.place(f"{pointer}/target", *entry.span(2))
        if self.group is not None:
            self.notes.place(f"{pointer}/group", *self.group_place)

    def _begin(self, offset: int) -> IssueDraft:
        self._place_after(self.issue)
        self.issue = IssueDraft(offset, language=self.dialect.language)
        self.draft.issues.append(self.issue)
        self.has_table = False
        return self.issue

    def _flush(self) -> None:
        if not self.paragraph:
            return
        first, last = self.paragraph[0], self.paragraph[-1]
        words = "\n".join(self.lines[index] for index in self.paragraph).strip()
        self.paragraph = []
        start, end = stripped(self.text, self.lines.starts[first], self.lines.ends[last])
        if self.issue is None:
            self._hold("/lead", self.draft.lead, words, start, end)
        elif not self.has_table:
            self._hold(f"/issues/{len(self.draft.issues) - 1}/lead", self.issue.lead, words, start, end)
        else:
            self.after.append((words, start, end))

    def _place_after(self, issue: IssueDraft | None) -> None:
        """
        Give the paragraphs after a table to its issue; those after the last table are the document's foot.
        """
        held, pointer = (self.draft.foot, "/foot")
        if issue is not None:
            held, pointer = (issue.notices, f"/issues/{len(self.draft.issues) - 1}/notices")
        for words, start, end in self.after:
            self._hold(pointer, held, words, start, end)
        self.after = []

    def _hold(self, pointer: str, held: list[str], words: str, start: int, end: int) -> None:
        self.notes.place(f"{pointer}/{len(held)}", start, end)
        held.append(words)


def _without_emphasis(text: str, start: int, end: int) -> tuple[int, int]:
    words = text[start:end]
    for mark in ("**", "__"):
        if (
            len(words) > 2 * len(mark) and words.startswith(mark) and words.endswith(mark) and words.count(mark) == 2
        ):  # a pair
            return start + len(mark), end - len(mark)
    return start, end
