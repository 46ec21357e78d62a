"""
Write the cells of a paper's row, one for each column of a dialect.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache

from mlweekly.markdown._dialects import TITLE_COLUMNS, Dialect
from mlweekly.markdown._inline import escape_label, escape_title
from mlweekly.markdown._plain_text import plain_text
from mlweekly.markdown._writing._papers import link_in, links_in, on_one_line, rank_and_title, words_in
from mlweekly.model import Link, Paper, Text, role_of_label

__all__ = ["MONTHS", "cells_of", "inside_cell"]

MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November"),
    "December",
)
_TARGET = "link"


def cells_of(paper: Paper, language: str | None, dialect: Dialect) -> Iterator[str]:
    """
    Yield what the cells of a paper hold, one for each column.
    """
    linked, columns = _links_by_column(paper, dialect)
    for index, (column, name) in enumerate(zip(dialect.columns, _names(dialect.header), strict=True)):
        detail = paper.details.get(name, "")
        if column in ("links", "details") and detail:
            yield inside_cell(on_one_line(detail))
        elif column in ("links", "details"):
            yield links_in(columns[index], dialect)
        elif column == "paper":
            yield _rank_title_and_summary(paper, language, dialect)
        elif column in ("title", "linked title"):
            yield _title(paper, language, linked, columns[index], dialect)
        else:
            yield _member(column, paper, language)


@lru_cache(maxsize=64)
def _names(header: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(plain_text(name).strip() for name in header)


@lru_cache(maxsize=64)
def _roles(columns: tuple[str, ...], header: tuple[str, ...]) -> Mapping[int, tuple[str, str | None]]:
    """
    Return the name of each column that can hold links, and the role of its links, if they have one.
    """
    return {
        index: (name, role_of_label(name) if column == "links" else name)
        for index, (column, name) in enumerate(zip(columns, _names(header), strict=True))
        if column in ("links", "details")
    }


def _links_by_column(paper: Paper, dialect: Dialect) -> tuple[Link | None, dict[int, list[Link]]]:
    """
    Return the link around the title, and the links of each column; those of a title are in parentheses behind it.

    The order of the columns must be that of the links. A link that has no role of its own would be given that of its
    column, so it is beside the title if no column is for any links.
    """
    links = [*paper.links]
    is_linked = "linked title" in dialect.columns and bool(links) and links[0].label is None
    linked = links.pop(0) if is_linked else None
    roles = {
        index: role
        for index, (name, role) in _roles(dialect.columns, dialect.header).items()
        if name not in paper.details
    }
    title = next(index for index, column in enumerate(dialect.columns) if column in TITLE_COLUMNS)
    usual = next((index for index, role in roles.items() if role is None), title)
    sorted_links: dict[int, list[Link]] = {index: [] for index in range(len(dialect.columns))}
    bare = max((place for place, link in enumerate(links) if link.role is None), default=-1) if usual == title else -1
    previous = usual if bare >= 0 else 0
    first = {role: index for index, role in reversed(roles.items()) if role is not None}
    for place, link in enumerate(links):
        wanted = first.get(link.role or "")
        if place <= bare and link.section is None:
            previous = title
        elif wanted is not None and (wanted >= previous or link.section is not None):
            previous = wanted
        else:
            previous = max(previous, usual)
        sorted_links[previous].append(link)
    return linked, sorted_links


def _rank_title_and_summary(paper: Paper, language: str | None, dialect: Dialect) -> str:
    head = inside_cell(rank_and_title(paper, language, dialect))
    if paper.summary is None or "summary" in dialect.columns:
        return head
    return f"{head}{dialect.separator}{_prose(paper.summary, language)}"


def _title(paper: Paper, language: str | None, linked: Link | None, links: Sequence[Link], dialect: Dialect) -> str:
    words = words_in(paper.title, language)
    target = paper.details.get(_TARGET)
    if linked is not None:
        title = link_in(Link(linked.url, words)) if words.strip() else ""
    elif target is not None and not _has_column(_TARGET, dialect):
        title = f"[{escape_label(words)}]({target})"
    else:
        title = inside_cell(escape_title(words))
    return f"{title} ({links_in(links, dialect)})" if links else title


def _has_column(label: str, dialect: Dialect) -> bool:
    names = zip(dialect.columns, _names(dialect.header), strict=True)
    return any(column == "details" and name == label for column, name in names)


def _member(column: str, paper: Paper, language: str | None) -> str:
    if column == "rank":
        return str(paper.rank)
    if column == "released":
        return "" if paper.released is None else _printed(paper.released)
    if column == "authors":
        return inside_cell(", ".join(escape_title(author) for author in paper.authors))
    if column == "tags":
        return inside_cell(", ".join(escape_title(tag) for tag in paper.tags))
    text = {"summary": paper.summary, "abstract": paper.abstract}.get(column)
    return "" if text is None else _prose(text, language)


def _prose(text: Text, language: str | None) -> str:
    return inside_cell(on_one_line(words_in(text, language)))


def inside_cell(words: str) -> str:
    r"""
    Return words that separate no cells: `\|` stands for a bar (GitHub Flavored Markdown 0.29, section 4.10).
    """
    return words.replace("|", "\\|")


def _printed(day: date) -> str:
    return f"{MONTHS[day.month - 1]} {day.day}, {day.year:04}"
