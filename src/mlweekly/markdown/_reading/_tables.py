"""
Table rows.

Lives here: cells, what a header row says of the columns, and how a row becomes a paper.
Must not know: what stands around a table.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime
from functools import lru_cache
from typing import NamedTuple

from attrs import evolve

from mlweekly.errors import ModelError
from mlweekly.markdown._dialects import COLUMNS, Dialect, folded
from mlweekly.markdown._inline import unescape
from mlweekly.markdown._languages import language_of_script, text_in_edition
from mlweekly.markdown._reading._lines import stripped
from mlweekly.markdown._reading._links import ScannedLink, scan_links
from mlweekly.markdown._reading._notes import Notes
from mlweekly.markdown._reading._titles import Head, choose_separators, read_head
from mlweekly.model import Link, LinkSet, Paper, Text

__all__ = ["Row", "header_columns", "is_bare_row", "is_delimiter", "links_of", "read_papers", "split_cells"]

_DELIMITER = re.compile(r"[ \t]*+\|?[ \t]*+:?-+:?[ \t]*+(?:\|[ \t]*+:?-+:?[ \t]*+)*\|?[ \t]*+")
_BARE_ROW = re.compile(
    r"[ \t]*+(?:\*\*|__)?[ \t]*+[(（]?[0-9]{1,9}[ \t]*+[)）.]([^|\r\n]*)"
    r"\|[^|\[\]()\r\n]{0,40}\|?[ \t]*+(?:\[[^\[\]]{1,80}\][(\[]|https?://)"
)
_LINK_START = re.compile(r"[ \t]*+!?\[[^\[\]]{0,80}\][ \t]?[(\[]|[ \t]*+<?https?://")
_LINKS_AT_END = re.compile(r"(?:[ \t,]*\[[^\[\]]{1,80}\]\(https?://[^\s()]{1,2000}\)){1,20}[ \t,]*$")
_WORD_OF_COLUMN = {folded(word): column for column, words in COLUMNS.items() for word in words}


_PLACED = ("", "/rank", "/title", "/summary", "/released", "/authors")
_NOWHERE = (0, 0)
_NO_DOUBTS: tuple[tuple[str, str], ...] = ()
_SAMPLES, _SAMPLE = 5, 150


class Row(NamedTuple):
    """
    A row of a table: start and end of each cell's content.
    """

    cells: list[tuple[int, int]]
    start: int
    end: int


def split_cells(text: str, start: int, end: int) -> list[tuple[int, int]]:
    r"""
    Return start and end of the content of each cell; `\|` parts no cells (GitHub Flavored Markdown 0.29, section 4.10).
    """
    position = start + 1 if text.startswith("|", start) else start
    cells: list[tuple[int, int]] = []
    search = position
    while True:
        bar = text.find("|", search, end)
        if bar == -1:
            break
        search = bar + 1
        if text[bar - 1] == "\\" and bar > position:
            continue
        cells.append(stripped(text, position, bar))
        position = search
    if position < end:
        cells.append(stripped(text, position, end))
    return cells


@lru_cache(maxsize=256)
def _column_of(words: str) -> str:
    return _WORD_OF_COLUMN.get(folded(words), "")


def is_delimiter(text: str, start: int, end: int) -> bool:
    """
    Tell whether a line is the delimiter row under a header.
    """
    return _DELIMITER.fullmatch(text, start, end) is not None


def is_bare_row(text: str, start: int, end: int) -> bool:
    """
    Tell whether a line is a row of a paper without the bar in front, which GitHub Flavored Markdown lets one leave out.
    """
    match = _BARE_ROW.match(text, start, end)
    if match is None:
        return False
    # The bar between two links in brackets, as other dialects have it, parts no cells.
    before = match[1]
    return before.count("(") + before.count("（") <= before.count(")") + before.count("）")


def header_columns(text: str, cells: Sequence[tuple[int, int]]) -> tuple[str, ...] | None:
    """
    Return what the columns under these header cells hold, or None where this is no header of papers.
    """
    columns = tuple(_column_of(text[start:end]) for start, end in cells if end - start <= 80)
    return columns if "paper" in columns and len(columns) == len(cells) and len(columns) > 1 else None


class _ReadRow(NamedTuple):
    row: Row
    paper: tuple[int, int]
    released: date | None
    released_place: tuple[int, int]
    authors_place: tuple[int, int]
    links: list[ScannedLink]
    left: list[tuple[int, int]]
    doubts: tuple[tuple[str, str], ...]


def read_papers(
    rows: Sequence[Row],
    columns: Sequence[str] | None,
    dialect: Dialect,
    notes: Notes,
    issue_pointer: str,
    papers: list[Paper],
) -> str:
    """
    Add the papers of a table to `papers`, and return the language of their summaries.
    """
    text = notes.text
    read = [_read_cells(row, columns or _usual_columns(row, dialect), text) for row in rows]
    heads = choose_separators(text, [read_head(text, *row.paper) for row in read])
    language = _language(text, heads, dialect)
    for row, head in zip(read, heads, strict=True):
        pointer = f"{issue_pointer}/papers/{len(papers)}"
        paper = _paper(row, head, papers[-1].rank + 1 if papers else 1, language, dialect, notes, pointer)
        if paper is not None:
            papers.append(paper)
    return language


def _usual_columns(row: Row, dialect: Dialect) -> Sequence[str]:
    if len(row.cells) == len(dialect.columns) or dialect.columns != ("paper", "links"):
        return dialect.columns
    return ("paper", "released", "links") if len(row.cells) == 3 else dialect.columns


def _read_cells(row: Row, columns: Sequence[str], text: str) -> _ReadRow:
    cells, doubts = row.cells, _NO_DOUBTS
    if len(cells) > len(columns):
        cells = _joined(text, cells, columns)
        message = f"the row has {len(row.cells)} cells instead of {len(columns)}, a | in a cell is not escaped"
        doubts = (("row-cells", message),)
    paper = cells[0]
    links: list[ScannedLink] = []
    left: list[tuple[int, int]] = []
    released, released_place, authors_place = None, _NOWHERE, _NOWHERE
    for column, cell in zip(columns, cells, strict=False):
        if column == "paper":
            paper = cell
        elif column == "links":
            links, residue = scan_links(text, *cell)
            left += residue
        elif column == "released" and (day := read_day(text[slice(*cell)])) is not None:
            released, released_place = day, cell
        elif column == "authors":
            authors_place = cell
        else:
            left.append(cell)
    if len(cells) == 1 and (trailing := _LINKS_AT_END.search(text, max(paper[0], paper[1] - 4000), paper[1])):
        links, left = scan_links(text, trailing.start(), paper[1])
        paper = stripped(text, paper[0], trailing.start())
        doubts = (("row-cells", "no | before the links, read as if it stood there"),)
    elif len(cells) < len(columns):
        doubts = (("row-cells", f"the row has {len(cells)} cells instead of {len(columns)}"),)
    return _ReadRow(row, paper, released, released_place, authors_place, links, left, doubts)


def _joined(text: str, cells: list[tuple[int, int]], columns: Sequence[str]) -> list[tuple[int, int]]:
    """
    Read a row with too many cells: those from the first with a link on are the links, those before it one paper.
    """
    place = columns.index("links") if "links" in columns else len(columns) - 1
    first = next((i for i in range(1, len(cells)) if _LINK_START.match(text, *cells[i])), len(cells) - 1)
    before = cells[:first]
    surplus = max(0, len(before) - place)
    head = (before[0][0], before[min(surplus, len(before) - 1)][1])
    between = before[surplus + 1 :]
    return [head, *between, (cells[first][0], cells[-1][1])]


def _language(text: str, heads: Sequence[Head], dialect: Dialect) -> str:
    summaries = [
        text[start : min(end, start + _SAMPLE)] for start, end in (head.summary for head in heads) if start < end
    ]
    sample = " ".join(summaries[:_SAMPLES]) or " ".join(text[slice(*head.title)] for head in heads)
    return language_of_script(sample) or dialect.language


def _paper(
    row: _ReadRow, head: Head, next_rank: int, language: str, dialect: Dialect, notes: Notes, pointer: str
) -> Paper | None:
    text = notes.text
    title_start, title_end = stripped(text, *head.title)
    title = unescape(_without_cell_escapes(text[title_start:title_end]))
    if not title or title.isspace():
        notes.leave(row.row.start, row.row.end)
        return None
    rank = next_rank if head.rank is None else head.rank
    summary = _without_cell_escapes(text[slice(*head.summary)])
    try:
        paper = Paper(
            rank=rank,
            title=Text(title) if language == "en" else text_in_edition(title, language),
            authors=_authors(row, text),
            released=row.released,
            summary=None if not summary else Text(summary) if language == "en" else text_in_edition(summary, language),
            links=LinkSet(links_of(row.links, dialect)),
        )
    except ModelError as error:
        for problem in error.problems:
            kind = "rank-refused" if problem.pointer == "/rank" else None
            notes.doubt(pointer + problem.pointer, row.row.start, problem.message, kind=kind)
        notes.leave(row.row.start, row.row.end)
        return None
    for piece in row.left:
        notes.leave(*piece)
    _note_places(row, head, (title_start, title_end), notes, pointer)
    if head.rank is None:
        doubt = f"no rank is printed, {rank} is read by its place"
        notes.doubt(f"{pointer}/rank", row.row.start, doubt, kind="rank-missing")
    return paper


def _note_places(row: _ReadRow, head: Head, title: tuple[int, int], notes: Notes, pointer: str) -> None:
    rank = (title[0] if head.rank is None else row.paper[0], title[0])
    whole = (row.row.start, row.row.end)
    notes.place_all(pointer, _PLACED, (whole, rank, title, head.summary, row.released_place, row.authors_place))
    if head.doubt is not None:
        notes.doubt(f"{pointer}/title", title[0], head.doubt, kind=head.kind)
    for kind, doubt in row.doubts:
        notes.doubt(pointer, row.row.start, doubt, kind=kind)
    notes.place_links(row.links, f"{pointer}/links")


def links_of(scanned: Sequence[ScannedLink], dialect: Dialect, section: str | None = None) -> list[Link]:
    """
    Return the links as values; a role that only the dialect or the section knows is kept.
    """
    links = [found.link for found in scanned]
    if section is None and not dialect.labels:
        return links
    return [_with_role(link, dialect, section) for link in links]


def _with_role(link: Link, dialect: Dialect, section: str | None) -> Link:
    if link.label is not None:
        if link.role is not None:
            return link
        section = dialect.labels.get(link.label, section)
    return link if section is None else evolve(link, section=section)


def _without_cell_escapes(cell: str) -> str:
    return cell.replace("\\|", "|") if "\\|" in cell else cell


def _authors(row: _ReadRow, text: str) -> tuple[str, ...]:
    if row.authors_place == _NOWHERE:
        return ()
    names = re.split(r"\s*[,;，、；]\s*", unescape(text[slice(*row.authors_place)]))
    return tuple(name for name in names if name)


_WHOLE_DAY = re.compile(r"(?=.{6,40}$)(?=.*(?<![0-9])[12][0-9]{3}(?![0-9]))(?:.*[^\W\d_]{3}|[12][0-9]{3}[-/.])")
_EAST_ASIAN_DAY = re.compile(r"([12][0-9]{3})\s?[年년]\s?([0-9]{1,2})\s?[月월]\s?([0-9]{1,2})\s?[日일]")


def read_day(words: str) -> date | None:
    """
    Return the day that these words print whole, or None; which of two numbers is the month is never guessed.
    """
    match = _EAST_ASIAN_DAY.fullmatch(words)
    if match is not None:
        words = "-".join(match.groups())
    if _WHOLE_DAY.match(words) is None:
        return None
    from dateutil import parser  # imported when a date is first printed: it costs more than the rest of the package

    try:
        readings = {parser.parse(words, default=datetime(year, 1, day)).date() for year, day in ((2000, 1), (2004, 2))}
    except (parser.ParserError, OverflowError, TypeError, ValueError):
        return None
    return readings.pop() if len(readings) == 1 else None
