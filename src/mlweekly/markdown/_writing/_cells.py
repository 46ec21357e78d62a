"""
Write the cells of a paper's row, one for each column of a dialect.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from mlweekly.markdown._dialects import Dialect
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
    for index, (column, name) in enumerate(zip(dialect.columns, dialect.header, strict=True)):
        if column == "links":
            yield links_in(columns[index], dialect)
        elif column == "paper":
            yield _rank_title_and_summary(paper, language, dialect)
        elif column in ("title", "linked title"):
            yield _title(paper, language, linked, columns.get(index, ()), dialect)
        elif column == "details":
            yield inside_cell(on_one_line(paper.details.get(plain_text(name).strip(), "")))
        else:
            yield _member(column, paper, language)


def _links_by_column(paper: Paper, dialect: Dialect) -> tuple[Link | None, dict[int, Sequence[Link]]]:
    """
    Return the link around the title, and the links of each column; those of a title are in parentheses behind it.
    """
    columns = dialect.columns
    links = [*paper.links]
    linked = links.pop(0) if "linked title" in columns and links and links[0].label is None else None
    places = [index for index, column in enumerate(columns) if column == "links"]
    if len(places) == 1:
        return linked, {places[0]: links}
    if not places:
        return linked, {index: links for index, column in enumerate(columns) if column in ("title", "linked title")}
    roles = {index: role_of_label(plain_text(dialect.header[index])) for index in places}
    sorted_links: dict[int, list[Link]] = {index: [] for index in places}
    usual = next((index for index in places if roles[index] is None), places[0])
    for link in links:
        wanted = link.section or link.role
        sorted_links[next((index for index in places if wanted and roles[index] == wanted), usual)].append(link)
    return linked, dict(sorted_links)


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
    return any(
        column == "details" and plain_text(name).strip() == label
        for column, name in zip(dialect.columns, dialect.header, strict=True)
    )


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
    Return words that part no cells: `\|` stands for a bar (GitHub Flavored Markdown 0.29, section 4.10).
    """
    return words.replace("|", "\\|")


def _printed(day: date) -> str:
    return f"{MONTHS[day.month - 1]} {day.day}, {day.year:04}"
