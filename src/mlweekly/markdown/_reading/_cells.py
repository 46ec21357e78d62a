"""
What the cells of a row hold, each by its column.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from attrs import define, evolve, field

from mlweekly._expressions import expression
from mlweekly._wording import counted
from mlweekly.markdown._lines import stripped
from mlweekly.markdown._plain_text import plain_text
from mlweekly.markdown._reading._columns import TITLE_COLUMNS, Header, Span
from mlweekly.markdown._reading._days import read_day
from mlweekly.markdown._reading._links import ScannedLink
from mlweekly.markdown._reading._log import ReadLog
from mlweekly.markdown._reading._people import split_names
from mlweekly.markdown._reading._title_cells import may_hold_links, read_title_cell, relative_links, tail_of
from mlweekly.markdown._reading._title_words import read_title
from mlweekly.markdown._reading._values import MEDALS, says_nothing, split_tags
from mlweekly.model._kinds import EMPTY

__all__ = ["NOWHERE", "Cells", "leave_words_between", "read_cells", "words_of_cell"]

NOWHERE = (0, 0)
_LINKS_AT_END = expression(r"(?:[ \t,]*\[[^\[\]]{1,80}\]\(https?://[^\s()]{1,2000}\)){1,20}[ \t,]*$")
_LINK_START = expression(r"[ \t]*+!?\[[^\[\]]{0,80}\][ \t]?[(\[]|[ \t]*+<?https?://")
_BROKEN = expression(r"[ \t]*(?:\r\n?|\n)[ \t]*")
_RANK = expression(r"[#(]?([0-9]{1,9})[.)、:]?")
_KEYCAP = "\ufe0f\u20e3"
# In a cell that can only hold names, these words are between two: "Ana Lima e Rui Costa", "Lan Trần và Minh Lê".
_BEFORE_LAST_NAME = expression(r"\s+(?:et(?!\.?\s?al)|y|e|и|và|ve)\s+")
_TITLE_LINK = "link"
# What nearly all tables of the oldest digest have; read without looking each column up.
_USUAL = ("paper", "links")


@define(eq=False, repr=False)
class Cells:
    """
    What the cells of a row hold, and where.

    Attributes:
        paper: The cell that begins with the title.
        words: The title as plain text, if the cell holds no more than a title and its links.
        title: Where the title is, in that case.
        between: The words between links in the title's cell.
    """

    paper: Span
    words: str | None = None
    title: Span = NOWHERE
    links: list[ScannedLink] = field(factory=list[ScannedLink])
    leftovers: list[Span] = field(factory=list[Span])
    between: Sequence[Span] = ()
    doubt: str | None = None
    rank: int | None = None
    released: date | None = None
    authors: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    details: Mapping[str, str] = EMPTY
    spans: dict[str, Span] = field(factory=dict[str, Span])

    def add_detail(self, label: str, words: str, span: Span) -> None:
        """
        Hold what a paper has under a label; without a label, or with one that it has already, it is left over.
        """
        if not label or not words or label in self.details:
            self.leftovers.append(span)
        else:
            self.details = {**self.details, label: words}
            self.spans[f"details/{label}"] = span


def words_of_cell(text: str, span: Span) -> str:
    r"""
    Return what a cell holds on one line, with `\|` as the bar that it stands for.
    """
    cell = text[slice(*span)]
    if "\n" in cell or "\r" in cell:
        cell = _BROKEN.sub(" ", cell)
    return cell.replace("\\|", "|") if "\\|" in cell else cell


def read_cells(spans: Sequence[Span], header: Header, log: ReadLog, *, is_open: bool) -> Cells:
    """
    Return what the cells of a row hold.

    Args:
        spans: Where the cells are.
        header: What the columns hold.
        log: The log, which knows the text and its links.
        is_open: Whether the cell of the title holds no rank, so that a column may hold anything else.
    """
    text = log.text
    if len(spans) == 1 and (trailing := _LINKS_AT_END.search(text, max(spans[0][0], spans[0][1] - 4000), spans[0][1])):
        scanned, others = log.scan_links(trailing.start(), spans[0][1])
        paper = stripped(text, spans[0][0], trailing.start())
        message = "no | before the links, read as if it were there"
        return Cells(paper, links=scanned, leftovers=others, doubt=message)
    if header.columns == _USUAL and len(spans) == 2 and not is_open:
        scanned, others = log.scan_links(*spans[1])
        return Cells(spans[0], links=scanned, leftovers=others)
    doubt: str | None = None
    count = len(header.columns)
    if len(spans) != count:
        doubt = f"the row has {counted(len(spans), 'cell')} instead of {count}"
    if len(spans) > count:
        spans = _joined(text, spans, header.columns)
        doubt = f"{doubt}, a | in a cell is not escaped"
    cells = Cells(spans[0], doubt=doubt)
    reader = _CellReader(log, cells, header, is_open=is_open)
    for index, span in zip(range(count), spans, strict=False):
        reader.take(index, span)
    return cells


def _joined(text: str, cells: Sequence[Span], columns: Sequence[str]) -> list[Span]:
    """
    Read a row with too many cells: those from the first with a link on are the links, those before it one paper.
    """
    if "links" not in columns[1:] or columns[0] not in TITLE_COLUMNS:
        # Without a cell of links, a bar is most likely part of the prose at the end.
        return [*cells[: len(columns) - 1], (cells[len(columns) - 1][0], cells[-1][1])]
    place = columns.index("links")
    first = next((i for i in range(1, len(cells)) if _LINK_START.match(text, *cells[i])), len(cells) - 1)
    surplus = max(0, first - place)
    head = (cells[0][0], cells[min(surplus, first - 1)][1])
    return [head, *cells[surplus + 1 : first], (cells[first][0], cells[-1][1])]


class _CellReader:
    def __init__(self, log: ReadLog, cells: Cells, header: Header, *, is_open: bool) -> None:
        self.log = log
        self.text = log.text
        self.cells = cells
        self.header = header
        self.is_open = is_open

    def take(self, index: int, span: Span) -> None:
        """
        Read the cell of a column.
        """
        column = self.header.columns[index]
        if column in TITLE_COLUMNS:
            self.cells.paper = span
            if self.is_open:
                self._take_title(column, span)
        elif column == "ignore" or says_nothing(self.text[slice(*span)]):
            return
        elif column == "links":
            self._take_links(index, span)
        elif column in ("summary", "abstract"):
            self.cells.spans[column] = span
        elif not self._take_links_beside(index, span):
            self._take_words(column, self.header.names[index], span)

    def _take_title(self, column: str, span: Span) -> None:
        holds_summary = column == "paper" and "summary" not in self.header.columns
        cell = read_title_cell(self.log, *span, holds_summary=holds_summary)
        self.cells.words, self.cells.title = cell.words, cell.title
        self.cells.links += cell.links
        self.cells.leftovers += cell.leftovers
        self.cells.between = cell.between
        if cell.summary[0] < cell.summary[1]:
            self.cells.spans["summary"] = cell.summary
        if cell.target != NOWHERE:
            self.cells.add_detail(_TITLE_LINK, self.text[slice(*cell.target)], cell.target)

    def _take_links(self, index: int, span: Span) -> None:
        links, leftovers = self.log.scan_links(*span)
        if not self.is_open:
            self._add_links(index, links)
            self.cells.leftovers += leftovers
            return
        relative = relative_links(self.text, *span)
        for match in relative:
            self.cells.add_detail(plain_text(match[1]).strip(), match[2], match.span(2))
        self._add_links(index, links)
        if not links and not relative:
            self._take_words("details", self.header.names[index], span)
            return
        targets = [match.span() for match in relative]
        self.cells.leftovers += [
            piece
            for piece in leftovers
            if self.text[slice(*piece)].strip("*_")
            and not any(start <= piece[0] and piece[1] <= end for start, end in targets)
        ]

    def _add_links(self, index: int, links: Sequence[ScannedLink]) -> None:
        """
        Add the links of a column; what the column is called is the section of a link whose label names no role.
        """
        role = self.header.roles[index]
        if role is None and self.header.columns[index] == "details":
            role = self.header.names[index] or None
        self.cells.links += (
            each if role is None or each.link.role is not None else each._replace(link=evolve(each.link, section=role))
            for each in links
        )

    def _take_links_beside(self, index: int, span: Span) -> bool:
        """
        Take the links of a cell that is for something else; return whether it is a detail and holds nothing but links.
        """
        if not may_hold_links(self.text, *span):
            return False
        links = self.log.scan_links(*span).links
        if self.header.columns[index] != "details":
            self._add_links(index, links)
            return False
        tail = tail_of(self.text, *span, links)
        if not links or tail.between or self.text[span[0] : tail.end].strip("*_ "):
            return False
        self._add_links(index, links)
        return True

    def _take_words(self, column: str, name: str, span: Span) -> None:
        words = words_of_cell(self.text, span)
        plain = " ".join(plain_text(words).split())
        if column == "released":
            day = read_day(plain)
            if day is not None:
                self.cells.released, self.cells.spans["released"] = day, span
                return
        elif column == "authors":
            self.cells.authors, self.cells.spans["authors"] = split_names(_BEFORE_LAST_NAME.sub(", ", plain)), span
            self.cells.leftovers += read_title(self.text, *span).targets
            return
        elif column == "tags":
            self.cells.tags, self.cells.spans["tags"] = split_tags(words), span
            return
        elif column == "rank" and (rank := _rank(plain)) is not None:
            self.cells.rank, self.cells.spans["rank"] = rank, span
            return
        if column == "released" and not self.is_open:
            self.cells.leftovers.append(span)
        else:
            self.cells.add_detail(name, words, span)


def _rank(words: str) -> int | None:
    words = unicodedata.normalize("NFKC", words.replace(_KEYCAP, "").replace("\u20e3", "")).strip()
    match = _RANK.fullmatch(words)
    number = MEDALS.get(words.strip("\ufe0f")) if match is None else int(match[1])
    return number or None


def leave_words_between(rows: Sequence[Cells], text: str) -> None:
    """
    Leave over the words between links in titles' cells, but for those that two rows have: they belong to the table.
    """
    counts = Counter(words for row in rows for words in {text[slice(*span)] for span in row.between})
    for row in rows:
        row.leftovers += (span for span in row.between if counts[text[slice(*span)]] < 2)
