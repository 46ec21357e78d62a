"""
Rows of tables: their cells, what a header says of the columns, and how a row becomes a paper.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from mlweekly.errors import ModelError
from mlweekly.markdown._dialects import COLUMNS, Dialect, folded
from mlweekly.markdown._languages import language_of_script, text_in_edition
from mlweekly.markdown._lines import stripped
from mlweekly.markdown._plain_text import plain_text
from mlweekly.markdown._reading._days import read_day
from mlweekly.markdown._reading._links import ScannedLink, links_of, scan_links
from mlweekly.markdown._reading._log import ReadLog
from mlweekly.markdown._reading._title_words import TitleWords, read_title
from mlweekly.markdown._reading._titles import Head, choose_separators, read_head
from mlweekly.model import LinkSet, Paper, Text

__all__ = ["Row", "header_columns", "is_bare_row", "read_papers", "split_cells"]

_BARE_ROW = re.compile(
    r"[ \t]*+(?:\*\*|__)?[ \t]*+[(（]?[0-9]{1,9}[ \t]*+[)）.]([^|\r\n]*)"
    r"\|[^|\[\]()\r\n]{0,40}\|?[ \t]*+(?:\[[^\[\]]{1,80}\][(\[]|https?://)"
)
_LINK_START = re.compile(r"[ \t]*+!?\[[^\[\]]{0,80}\][ \t]?[(\[]|[ \t]*+<?https?://")
_LINKS_AT_END = re.compile(r"(?:[ \t,]*\[[^\[\]]{1,80}\]\(https?://[^\s()]{1,2000}\)){1,20}[ \t,]*$")
_WORD_OF_COLUMN = {folded(word): column for column, words in COLUMNS.items() for word in words}
_BETWEEN_NAMES = re.compile(r"\s*[,;，、；]\s*")
_LONGEST_HEADER = 80

_PLACED = ("", "/rank", "/title", "/summary", "/released", "/authors")
_NOWHERE = (0, 0)
_SAMPLES, _SAMPLE = 5, 150

Span = tuple[int, int]


class Row(NamedTuple):
    """
    A row of a table, and start and end of each cell's content.
    """

    cells: list[Span]
    start: int
    end: int


def split_cells(text: str, start: int, end: int) -> list[Span]:
    r"""
    Return start and end of the content of each cell; `\|` separates no cells (GitHub Flavored Markdown 0.29, 4.10).
    """
    position = start + 1 if text.startswith("|", start) else start
    cells: list[Span] = []
    search = position
    while (bar := text.find("|", search, end)) != -1:
        search = bar + 1
        if bar == position or text[bar - 1] != "\\":
            cells.append(stripped(text, position, bar))
            position = search
    if position < end:
        cells.append(stripped(text, position, end))
    return cells


@lru_cache(maxsize=256)
def _column_of(words: str) -> str:
    return _WORD_OF_COLUMN.get(folded(words), "")


def header_columns(text: str, cells: Sequence[Span]) -> tuple[str, ...] | None:
    """
    Return what the columns under these header cells hold, or None if this is no header of papers.
    """
    columns = tuple(_column_of(text[start:end]) for start, end in cells if end - start <= _LONGEST_HEADER)
    return columns if "paper" in columns and len(columns) == len(cells) and len(columns) > 1 else None


def is_bare_row(text: str, start: int, end: int) -> bool:
    """
    Return whether a line is a row of a paper without the bar in front, which GitHub Flavored Markdown may leave out.
    """
    match = _BARE_ROW.match(text, start, end)
    if match is None:
        return False
    # The bar between two links in brackets, as other dialects have it, separates no cells.
    before = match[1]
    return before.count("(") + before.count("（") <= before.count(")") + before.count("）")


class _Cells(NamedTuple):
    """
    What the cells of a row hold: the paper's cell, and what was read of the others.
    """

    paper: Span
    links: Sequence[ScannedLink] = ()
    leftovers: Sequence[Span] = ()
    released: date | None = None
    released_span: Span = _NOWHERE
    authors_span: Span = _NOWHERE
    doubt: str | None = None


def read_papers(
    rows: Sequence[Row],
    columns: Sequence[str] | None,
    dialect: Dialect,
    log: ReadLog,
    issue_pointer: str,
    papers: list[Paper],
) -> str:
    """
    Add the papers of a table to `papers`, and return the language of their summaries.
    """
    text = log.text
    read = [_read_cells(row.cells, columns or _usual_columns(row, dialect), text) for row in rows]
    heads = choose_separators(text, [read_head(text, *cells.paper) for cells in read])
    language = _language(text, heads, dialect)
    titles = [_read_title(text, *stripped(text, *head.title)) for head in heads]
    read = [_with_title(cells, title) for cells, title in zip(read, titles, strict=True)]
    for row, cells, head, title in zip(rows, read, heads, titles, strict=True):
        pointer = f"{issue_pointer}/papers/{len(papers)}"
        rank = head.rank if head.rank is not None else papers[-1].rank + 1 if papers else 1
        try:
            paper = _paper(rank, title, head, cells, language, dialect, text)
        except ModelError as error:
            log.refuse(pointer, row.start, error.problems)
            paper = None
        if paper is None:
            log.leave(row.start, row.end)
            continue
        papers.append(paper)
        _log(row, cells, head, title.span, log, pointer)
        if head.rank is None:
            log.doubt(
                f"{pointer}/rank", row.start, f"no rank is printed, {rank} is read by its place", kind="rank-missing"
            )
    return language


def _usual_columns(row: Row, dialect: Dialect) -> Sequence[str]:
    if len(row.cells) == 3 and dialect.columns == ("paper", "links"):
        return ("paper", "released", "links")
    return dialect.columns


def _read_cells(spans: Sequence[Span], columns: Sequence[str], text: str) -> _Cells:
    if len(spans) == 1 and (trailing := _LINKS_AT_END.search(text, max(spans[0][0], spans[0][1] - 4000), spans[0][1])):
        scanned, others = scan_links(text, trailing.start(), spans[0][1])
        paper = stripped(text, spans[0][0], trailing.start())
        return _Cells(paper, scanned, others, doubt="no | before the links, read as if it stood there")
    doubt = None
    if len(spans) != len(columns):
        doubt = f"the row has {len(spans)} cells instead of {len(columns)}"
    if len(spans) > len(columns):
        spans = _joined(text, spans, columns)
        doubt = f"{doubt}, a | in a cell is not escaped"
    paper = spans[0]
    links: Sequence[ScannedLink] = ()
    leftovers: list[Span] = []
    released, released_span, authors_span = None, _NOWHERE, _NOWHERE
    for column, span in zip(columns, spans, strict=False):
        if column == "paper":
            paper = span
        elif column == "links":
            links, others = scan_links(text, *span)
            leftovers += others
        elif column == "released" and (day := read_day(text[slice(*span)])) is not None:
            released, released_span = day, span
        elif column == "authors":
            authors_span = span
            leftovers += read_title(text, *span).targets
        else:
            leftovers.append(span)
    return _Cells(paper, links, leftovers, released, released_span, authors_span, doubt)


def _joined(text: str, cells: Sequence[Span], columns: Sequence[str]) -> list[Span]:
    """
    Read a row with too many cells: those from the first with a link on are the links, those before it one paper.
    """
    place = columns.index("links") if "links" in columns else len(columns) - 1
    first = next((i for i in range(1, len(cells)) if _LINK_START.match(text, *cells[i])), len(cells) - 1)
    surplus = max(0, first - place)
    head = (cells[0][0], cells[min(surplus, first - 1)][1])
    return [head, *cells[surplus + 1 : first], (cells[first][0], cells[-1][1])]


def _language(text: str, heads: Sequence[Head], dialect: Dialect) -> str:
    summaries = [
        text[start : min(end, start + _SAMPLE)] for start, end in (head.summary for head in heads) if start < end
    ]
    sample = " ".join(summaries[:_SAMPLES]) or " ".join(text[slice(*head.title)] for head in heads)
    return language_of_script(sample) or dialect.language


def _read_title(text: str, start: int, end: int) -> TitleWords:
    title = read_title(text, start, end)
    if text.find("\\|", start, end) == -1:
        return title
    return title._replace(words=plain_text(_without_cell_escapes(text[start:end])))


def _with_title(cells: _Cells, title: TitleWords) -> _Cells:
    """
    Return what the cells of a row hold, with the links of its title before the others.
    """
    if not title.links and not title.leftovers:
        return cells
    return cells._replace(links=[*title.links, *cells.links], leftovers=[*title.leftovers, *cells.leftovers])


def _paper(
    rank: int, title: TitleWords, head: Head, cells: _Cells, language: str, dialect: Dialect, text: str
) -> Paper | None:
    if not title.words or title.words.isspace():
        return None
    summary = _without_cell_escapes(text[slice(*head.summary)])
    return Paper(
        rank=rank,
        title=_text(title.words, language),
        authors=() if cells.authors_span == _NOWHERE else _authors(text[slice(*cells.authors_span)]),
        released=cells.released,
        summary=_text(summary, language) if summary else None,
        links=LinkSet(links_of(cells.links, dialect)),
    )


def _text(words: str, language: str) -> Text:
    return Text(words) if language == "en" else text_in_edition(words, language)


def _without_cell_escapes(cell: str) -> str:
    return cell.replace("\\|", "|") if "\\|" in cell else cell


def _authors(words: str) -> tuple[str, ...]:
    return tuple(name for name in _BETWEEN_NAMES.split(plain_text(words)) if name)


def _log(row: Row, cells: _Cells, head: Head, title: Span, log: ReadLog, pointer: str) -> None:
    for span in cells.leftovers:
        log.leave(*span)
    rank = (title[0] if head.rank is None else cells.paper[0], title[0])
    whole = (row.start, row.end)
    log.place_all(pointer, _PLACED, (whole, rank, title, head.summary, cells.released_span, cells.authors_span))
    if head.doubt is not None:
        log.doubt(f"{pointer}/title", title[0], head.doubt, kind=head.kind)
    if cells.doubt is not None:
        log.doubt(pointer, row.start, cells.doubt, kind="row-cells")
    log.place_links(cells.links, f"{pointer}/links")
