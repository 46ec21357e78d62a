"""
Write the layout "rows": papers in tables under headings, with a contents list on top.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby

from mlweekly.markdown._dialects import Dialect
from mlweekly.markdown._inline import escape_label, escape_title, escape_url
from mlweekly.markdown._writing._papers import inert_paragraph, links_in, on_one_line, rank_and_title, words_in
from mlweekly.model import ContentsEntry, Issue, Paper, Series

__all__ = [
    "MONTHS",
    "ROW_OPENS",
    "cell_of",
    "contents_line",
    "contents_target",
    "inside_cell",
    "row_of",
    "table_lines",
    "write_rows",
]

_DELIMITER = "-------------"
MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November"),
    "December",
)
ROW_OPENS = re.compile(
    r"\||[\u00ad\u200b-\u200d\u2060\ufeff]*#"
    r"|(?:[-*_][ \t]*){3,}$|[-*+][ \t]+!?\[|[*_]{0,2}[(（]?[0-9]{1,9}[)）.:、]|:?-+:?[ \t]*\|"
)
_NOT_IN_TARGET = re.compile(r"[()\s\x00-\x1f\x7f]")


def write_rows(value: Issue | Series, dialect: Dialect, *, inert: bool) -> str:
    """
    Return a document whose papers are rows of tables.

    Args:
        value: What to write.
        dialect: Its words and marks.
        inert: Whether paragraphs are written on lines that open nothing, or as they are.
    """
    blocks = _series(value, dialect, inert=inert) if isinstance(value, Series) else _issue(value, dialect, inert=inert)
    text = "\n\n".join(blocks)
    return text + "\n" if text else ""


def _series(series: Series, dialect: Dialect, *, inert: bool) -> Iterator[str]:
    if series.title is not None:
        yield f"# {escape_title(series.title)}"
    yield from _paragraphs(series.lead, inert=inert)
    for group, entries in groupby(series.contents, key=lambda entry: entry.group):
        if group is not None:
            yield f"## {escape_title(group)}"
        yield "\n".join(contents_line(entry) for entry in entries)
    for issue in series.issues:
        yield from _issue(issue, dialect, inert=inert)
    yield from _paragraphs(series.foot, inert=inert)


def _paragraphs(paragraphs: Iterable[str], *, inert: bool) -> Iterator[str]:
    return (inert_paragraph(paragraph, ROW_OPENS) if inert else paragraph for paragraph in paragraphs)


def contents_line(entry: ContentsEntry) -> str:
    """
    Return an entry of the contents list.
    """
    return f"- [{escape_label(entry.label)}]({contents_target(entry)})"


def contents_target(entry: ContentsEntry) -> str:
    """
    Return what is written in the parentheses of an entry.
    """
    return _NOT_IN_TARGET.sub(lambda match: f"&#{ord(match[0])};", escape_url(entry.target or ""))


def _issue(issue: Issue, dialect: Dialect, *, inert: bool) -> Iterator[str]:
    table = "\n".join(table_lines(issue, dialect))
    heading = None if issue.title is None else f"## {escape_title(issue.title)}"
    if heading is not None and not issue.lead:
        yield f"{heading}\n{table}"
    else:
        if heading is not None:
            yield heading
        yield from _paragraphs(issue.lead, inert=inert)
        yield table
    yield from _paragraphs(issue.notices, inert=inert)


def table_lines(issue: Issue, dialect: Dialect) -> Iterator[str]:
    """
    Yield the lines of the table of an issue.
    """
    yield row_of(dialect.header)
    yield row_of([_DELIMITER] * len(dialect.columns))
    for paper in issue.papers:
        yield row_of(cell_of(column, paper, issue.language, dialect) for column in dialect.columns)


def row_of(cells: Iterable[str]) -> str:
    """
    Return the line of a row.
    """
    return f"| {' | '.join(cells)} |"


def cell_of(column: str, paper: Paper, language: str | None, dialect: Dialect) -> str:
    """
    Return what the cell of a paper in a column holds.
    """
    if column == "links":
        return links_in(paper.links, dialect)
    if column == "released":
        return "" if paper.released is None else _printed(paper.released)
    if column == "authors":
        return inside_cell(", ".join(escape_title(author) for author in paper.authors))
    head = inside_cell(rank_and_title(paper, language, dialect))
    if paper.summary is None:
        return head
    return f"{head}{dialect.separator}{inside_cell(on_one_line(words_in(paper.summary, language)))}"


def inside_cell(words: str) -> str:
    r"""
    Return words that part no cells: `\|` stands for a bar (GitHub Flavored Markdown 0.29, section 4.10).
    """
    return words.replace("|", "\\|")


def _printed(day: date) -> str:
    return f"{MONTHS[day.month - 1]} {day.day}, {day.year:04}"
