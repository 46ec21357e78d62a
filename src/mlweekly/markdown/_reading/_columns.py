"""
Columns of tables: the cells of a line, and what a header says of the cells below it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from mlweekly._expressions import expression
from mlweekly.markdown._dialects import TITLE_COLUMNS, Dialect
from mlweekly.markdown._lines import stripped
from mlweekly.markdown._names import FIELD_NAMES, field_of_name, folded_name
from mlweekly.markdown._plain_text import plain_text
from mlweekly.model import ROLES, role_of_label

__all__ = [
    "TITLE_COLUMNS",
    "Header",
    "Row",
    "Span",
    "header_of",
    "is_bare_row",
    "is_header_of",
    "split_cells",
    "with_titles_elsewhere",
]

_BARE_ROW = expression(
    r"[ \t]*+(?:\*\*|__)?[ \t]*+[(（]?[0-9]{1,9}[ \t]*+[)）.]([^|\r\n]*)"
    r"\|[^|\[\]()\r\n]{0,40}\|?[ \t]*+(?:\[[^\[\]]{1,80}\][(\[]|https?://)"
)
_LONGEST_HEADER = 80
_PARTS_OF_NAME = expression(r"[&/,+]")
_IDENTIFIER = expression(r"(?:arxiv:)?[0-9]{4}\.[0-9]{4,5}(?:v[0-9]{1,2})?", re.IGNORECASE)
_SAMPLE = 5
_WORDS_FOR_PAPERS = ROLES["paper"]
# "Title" and "Name" head tables of anything; "Paper", "论文标题" and "tên bài báo" head papers.
_HEADS_PAPERS = frozenset(
    folded_name(name) for name in FIELD_NAMES["title"] if any(word in name for word in _WORDS_FOR_PAPERS)
)

Span = tuple[int, int]


class Row(NamedTuple):
    """
    A row of a table, and start and end of each cell's content; `is_broken` if it goes on over a line end.
    """

    cells: list[Span]
    start: int
    end: int
    is_broken: bool = False


class Header(NamedTuple):
    """
    What a header says of the cells below it.

    Attributes:
        columns: What each column holds: a member of a paper; "paper" for its title, which rank and summary may share a
            cell with; "details", or "ignore".
        names: The name of each column, plain text.
        roles: For columns of links with a name such as "PDF", the role of these links.
        is_sure: Whether the names alone say that these are papers, and not the chapters of a book.
    """

    columns: tuple[str, ...]
    names: tuple[str, ...]
    roles: tuple[str | None, ...]
    is_sure: bool


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


def header_of(text: str, cells: Sequence[Span], dialect: Dialect | None = None) -> Header | None:
    """
    Return what these header cells say of the columns under them, or None if this is no header of papers.

    Args:
        text: The text.
        cells: Start and end of each cell.
        dialect: A dialect whose own header has its own columns.
    """
    if len(cells) < 2 or any(end - start > _LONGEST_HEADER for start, end in cells):
        return None
    words = tuple(text[start:end] for start, end in cells)
    return _header(words, *((), ()) if dialect is None else (dialect.header, dialect.columns))


def is_header_of(text: str, cells: Sequence[Span], dialect: Dialect) -> bool:
    """
    Return whether these are the header cells that a dialect writes.
    """
    if len(cells) != len(dialect.header):
        return False
    return _folded(text[slice(*cell)] for cell in cells) == _folded(dialect.header)


@lru_cache(maxsize=256)
def _header(words: tuple[str, ...], own: tuple[str, ...], own_columns: tuple[str, ...]) -> Header | None:
    names = tuple(plain_text(word).strip() for word in words)
    is_own = len(words) == len(own) and _folded(words) == _folded(own)
    columns = own_columns if is_own else _columns(names)
    if columns is None:
        return None
    roles = tuple(
        role_of_label(name) if column == "links" else None for column, name in zip(columns, names, strict=True)
    )
    title = names[next(index for index, column in enumerate(columns) if column in TITLE_COLUMNS)]
    is_sure = is_own or folded_name(title) in _HEADS_PAPERS or role_of_label(title) == "paper"
    return Header(columns, names, roles, is_sure or not {"authors", "abstract"}.isdisjoint(columns))


def _folded(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(folded_name(plain_text(name)) for name in names)


def _columns(names: tuple[str, ...]) -> tuple[str, ...] | None:
    """
    Return what columns with these names hold; the second one for a member becomes a detail, unless it holds links.
    """
    fields = [field_of_name(name) if name else None for name in names]
    title = _title_column(names, fields)
    if title is None:
        return None
    columns: list[str] = []
    for index, (name, field) in enumerate(zip(names, fields, strict=True)):
        if index == title:
            columns.append("paper")
        elif field == "links" or (field == "title" and role_of_label(name) is not None):
            columns.append("links")
        else:
            columns.append("details" if field in (None, "title") or field in columns else str(field))
    return tuple(columns) if set(columns) - {"paper", "details"} else None


def _title_column(names: Sequence[str], fields: Sequence[str | None]) -> int | None:
    """
    Return the index of the column for the titles: "Title" before "Paper", which may head links.

    Beside a summary and without any of these, it is "Link": one public newsletter has its linked titles there.
    """
    named = [index for index, field in enumerate(fields) if field == "title"]
    plain = [index for index in named if role_of_label(names[index]) is None]
    papers = [index for index, name in enumerate(names) if fields[index] == "links" and _names_titles(name)]
    links = [index for index, name in enumerate(names) if fields[index] == "links" and role_of_label(name) is None]
    return next(iter((*plain, *named, *papers, *(links if "summary" in fields else ()))), None)


def _names_titles(name: str) -> bool:
    """
    Return whether a name with several words, such as "Paper / Project", is one of titles, too.
    """
    return any(field_of_name(part) == "title" for part in _PARTS_OF_NAME.split(name))


def with_titles_elsewhere(text: str, rows: Sequence[Row], header: Header) -> Header | None:
    """
    Return the header of a table whose column "Paper" holds nothing but links such as `[PDF](u)` or `[link](u)`.

    The titles are in the first other column of unknown name, such as "Method"; None if there is no such column.
    """
    title = header.columns.index("paper")
    cells = [text[slice(*row.cells[title])] for row in rows[:_SAMPLE] if len(row.cells) > title]
    if not any("](" in cell for cell in cells) or not all(
        _is_name_of_link(cell) for cell in cells if cell.strip(" -—")
    ):
        return header
    other = next((index for index, column in enumerate(header.columns) if column == "details"), None)
    if other is None:
        return None
    columns, roles = [*header.columns], [*header.roles]
    columns[title], columns[other] = "links", "paper"
    roles[title] = role_of_label(header.names[title])
    return header._replace(columns=tuple(columns), roles=tuple(roles))


def _is_name_of_link(cell: str) -> bool:
    if not cell.startswith(("[", "**[")):
        return False
    words = plain_text(cell).strip()
    return field_of_name(words) == "links" or words.lower() == "paper" or _IDENTIFIER.fullmatch(words) is not None
