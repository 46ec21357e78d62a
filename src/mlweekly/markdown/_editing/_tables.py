"""
The rows of one issue's tables.

Lives here: papers that change their row, leave, come, or change places, and the form of rows that are new.
Must not know: what stands around a table; what changes inside a row that stays (`_paper_lines` does).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import chain

from mlweekly.markdown._editing._origins import Origin
from mlweekly.markdown._editing._paper_lines import PaperLine, separator_of_links
from mlweekly.markdown._editing._replacements import Element, Replacement, made, resequenced
from mlweekly.markdown._editing._source import END_OF_LINE, Source
from mlweekly.markdown._editing._spelling import printed_like
from mlweekly.markdown._inline import escape_title
from mlweekly.markdown._reading._tables import header_columns, split_cells
from mlweekly.markdown._writing._papers import link_in, on_one_line, words_in
from mlweekly.markdown._writing._rows import cell_of, inside_cell, row_of, table_lines
from mlweekly.model import Issue, Paper

__all__ = ["TableEditor", "first_line_of_table"]

_DIGITS = re.compile(r"[0-9]+")
_PADDING = re.compile(r"[ \t]+")
_MARKS = re.compile(r"\*\*|__|\*|")


def first_line_of_table(source: Source, start: int) -> int:
    """
    Return where the first of the lines with a bar begins that go on to the line of an offset.
    """
    index = source.lines.number_at(start) - 1
    while index > 0 and "|" in source.lines[index - 1]:
        index -= 1
    return source.lines.starts[index]


class TableEditor:
    """
    The papers of one issue in a document of tables.
    """

    def __init__(
        self,
        source: Source,
        pointer: str,
        new_pointer: str,
        issues: tuple[Issue, Issue],
        origin: Origin,
        region: tuple[int, int],
    ) -> None:
        self.source = source
        self.text = source.text
        self.pointer = f"{pointer}/papers"
        self.new_pointer = f"{new_pointer}/papers"
        self.old, self.new = issues
        self.origins = origin.sequence("papers")
        self.region = region
        self.rows = [source.places[f"{self.pointer}/{index}"] for index in range(len(self.old.papers))]
        self.columns = self._columns()
        self._cells: dict[int, list[tuple[int, int]]] = {}

    def _columns(self) -> tuple[str, ...]:
        start = first_line_of_table(self.source, self.rows[0][0]) if self.rows else self.region[0]
        index, last = self.source.lines.number_at(start) - 1, self.source.lines.number_at(self.region[1])
        for line in range(index, min(last, index + 40)):
            found = header_columns(self.text, split_cells(self.text, *self.source.lines.stripped(line)))
            if found is not None:
                return found
        return self.source.dialect.columns

    def changes(self) -> Iterator[Replacement]:
        """
        Yield what makes the tables show the papers.
        """
        positions = [origin.position for origin in self.origins]
        stays = positions == list(range(len(self.rows)))
        lines = [self.source.whole_lines(*row) for row in self.rows]
        elements: list[Element] = []
        for index, (position, paper) in enumerate(zip(positions, self.new.papers, strict=True)):
            if position is None:
                elements.append(Element(None, self._new_row(index, paper)))
                continue
            changes = list(self._row(position, index, paper))
            yield from changes
            elements.append(Element(position, "" if stays else made(self.text, changes, *lines[position])))
        if stays:
            return
        mark = self.source.line_end(self.region[0])
        if lines:
            yield from resequenced(self.text, lines, elements, END_OF_LINE, mark)
        elif elements:
            yield self._first_rows([element.words for element in elements], mark)

    def _row(self, position: int, index: int, paper: Paper) -> Iterator[Replacement]:
        old = self.old.papers[position]
        if f"{self.new_pointer}/{index}" in self.source.wholes or not self._has_its_rank(position, index, paper):
            yield Replacement(*self.rows[position], self._canonical(paper))
            return
        if old == paper:
            return
        pointer = f"{self.pointer}/{position}"
        beside = self._beside(index, with_summary=True)
        yield from PaperLine(
            source=self.source,
            pointer=pointer,
            old=old,
            new=paper,
            links=self.origins[index].positions("links"),
            languages=(self.old.language, self.new.language),
            separator=self.source.dialect.separator if beside is None else self._between(beside)[1],
            link_separator=self._link_separator(index),
            empty_links=self._empty_links(position),
        ).changes()
        yield from self._released(position, index, paper)
        if old.authors != paper.authors:
            place = self.source.places[f"{pointer}/authors"]
            if place != (0, 0):
                yield Replacement(*place, cell_of("authors", paper, self.new.language, self.source.dialect))

    def _has_its_rank(self, position: int, index: int, paper: Paper) -> bool:
        """
        Whether the row prints its rank, or stands where the rank is read by its place.
        """
        place = self.source.places[f"{self.pointer}/{position}/rank"]
        if _DIGITS.search(self.text, *place) is not None:
            return True
        return paper.rank == (self.new.papers[index - 1].rank + 1 if index else 1)

    def _released(self, position: int, index: int, paper: Paper) -> Iterator[Replacement]:
        old = self.old.papers[position].released
        if old == paper.released or "released" not in self.columns:
            return
        cells = split_cells(self.text, *self.rows[position])
        place = self.columns.index("released")
        if place < len(cells):
            empty = cells[place][0] == cells[place][1]
            words = "" if paper.released is None else self._printed(paper.released, index)
            yield Replacement(*cells[place], f"{words} " if empty else words)

    def _printed(self, day: date, index: int) -> str:
        examples: list[tuple[date, str]] = []
        for position in self._nearest(index):
            released = self.old.papers[position].released
            if released is not None:
                examples.append((released, self.source.words(f"{self.pointer}/{position}/released")))
        return printed_like(day, examples)

    def _empty_links(self, position: int) -> int | None:
        cells = split_cells(self.text, *self.rows[position])
        place = self.columns.index("links") if "links" in self.columns else len(self.columns) - 1
        return cells[place][0] if place < len(cells) else None

    def _nearest(self, index: int) -> Iterator[int]:
        """
        Yield where the papers stood that stand beside an element, the nearest first.
        """
        known: set[int] = set()
        for distance in range(len(self.origins)):
            places = [place for place in {index - distance, index + distance} if 0 <= place < len(self.origins)]
            positions = [position for place in places if (position := self.origins[place].position) is not None]
            yield from sorted(positions)
            known.update(positions)
        yield from (position for position in range(len(self.rows)) if position not in known)

    def _beside(self, index: int, *, with_summary: bool) -> int | None:
        """
        Return where the nearest paper stood whose row shows how rows are written here; None where none does.
        """
        rows = (self._rows_beside(index, is_filled=is_filled) for is_filled in (True, False))
        for position in chain.from_iterable(rows):
            paper = self.old.papers[position]
            is_plain = len(self._cells_of(position)) == len(self.columns)
            is_ranked = _DIGITS.search(self.text, *self.source.places[f"{self.pointer}/{position}/rank"]) is not None
            if is_plain and is_ranked and (paper.summary is not None or not with_summary):
                return position
        return None

    def _rows_beside(self, index: int, *, is_filled: bool) -> Iterator[int]:
        for position in self._nearest(index):
            if all(start < end for start, end in self._cells_of(position)) == is_filled:
                yield position

    def _cells_of(self, position: int) -> list[tuple[int, int]]:
        if position not in self._cells:
            self._cells[position] = split_cells(self.text, *self.rows[position])
        return self._cells[position]

    def _between(self, position: int) -> tuple[str, str]:
        """
        Return the mark that closes a title in a row, and what parts it from the summary.
        """
        start = self.source.places[f"{self.pointer}/{position}/title"][1]
        end = self.source.places[f"{self.pointer}/{position}/summary"][0]
        words = self.text[start:end]
        mark = _MARKS.match(words)
        closing = "" if mark is None else mark[0]
        return closing, words.removeprefix(closing)

    def _link_separator(self, index: int) -> str:
        for position in self._nearest(index):
            pointer = f"{self.pointer}/{position}"
            found = separator_of_links(self.source, pointer, len(self.old.papers[position].links))
            if found is not None:
                return found
        return self.source.dialect.link_separator

    def _new_row(self, index: int, paper: Paper) -> str:
        """
        Return the row of a paper in the form of the rows beside it, without their padding.
        """
        beside = self._beside(index, with_summary=paper.summary is not None)
        if beside is None or f"{self.new_pointer}/{index}" in self.source.wholes:
            return self._canonical(paper)
        start, end = self.source.whole_lines(*self.rows[beside])
        cells = split_cells(self.text, *self.rows[beside])
        parts: list[str] = []
        behind = start
        for column, cell in zip(self.columns, cells, strict=True):
            parts += (_PADDING.sub(" ", self.text[behind : cell[0]]), self._new_cell(column, paper, index, beside))
            behind = cell[1]
        return "".join(parts) + _PADDING.sub(" ", self.text[behind:end])

    def _new_cell(self, column: str, paper: Paper, index: int, beside: int) -> str:
        language = self.new.language
        if column == "links":
            return self._link_separator(index).join(map(link_in, paper.links))
        if column == "released":
            return "" if paper.released is None else self._printed(paper.released, index)
        if column != "paper":
            return cell_of(column, paper, language, self.source.dialect) if column == "authors" else ""
        opening = self.source.words(f"{self.pointer}/{beside}/rank")
        head = _DIGITS.sub(str(paper.rank), opening, count=1) + inside_cell(
            escape_title(words_in(paper.title, language))
        )
        closing, separator = self._between(beside)
        if paper.summary is None:
            return head + closing
        return head + closing + separator + inside_cell(on_one_line(words_in(paper.summary, language)))

    def _canonical(self, paper: Paper) -> str:
        return row_of(cell_of(column, paper, self.new.language, self.source.dialect) for column in self.columns)

    def _first_rows(self, rows: Sequence[str], mark: str) -> Replacement:
        """
        Return the rows of an issue that had none, under the header that there is, or with one.
        """
        first, last = (self.source.lines.number_at(offset) - 1 for offset in self.region)
        table = [index for index in range(first, last + 1) if self.source.lines[index].lstrip().startswith("|")]
        if table:
            end = self.source.lines.ends[table[-1]]
            return Replacement(end, end, "".join(mark + row for row in rows))
        lines = list(table_lines(self.new, self.source.dialect))
        end = self.source.whole_lines(*self.region)[1]
        return Replacement(end, end, "".join(mark + line for line in lines))
