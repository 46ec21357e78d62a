"""
The layout "rows": papers in tables under headings, with a contents list on top.

Lives here: headings, the contents list, tables and their cells as they are written.
Must not know: how they are read.
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

__all__ = ["write_rows"]

_DELIMITER = "-------------"
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November"),
    "December",
)
_OPENS = re.compile(
    r"\||#{1,6}(?:[ \t]|$)|(?:[-*_][ \t]*){3,}$|[-*+][ \t]+!?\[|[*_]{0,2}[(（]?[0-9]{1,9}[)）.:、]|:?-+:?[ \t]*\|"
)
_NOT_IN_TARGET = re.compile(r"[()\s\x00-\x1f\x7f]")


def write_rows(value: Issue | Series, dialect: Dialect, *, inert: bool) -> str:
    """
    Return a document whose papers are rows of tables.

    Args:
        value: What to write.
        dialect: Its words and marks.
        inert: Whether paragraphs stand on lines that open nothing, or as they are.
    """
    blocks = _series(value, dialect, inert) if isinstance(value, Series) else _issue(value, dialect, inert)
    text = "\n\n".join(blocks)
    return text + "\n" if text else ""


def _series(series: Series, dialect: Dialect, inert: bool) -> Iterator[str]:  # noqa: FBT001 # handed through
    if series.title is not None:
        yield f"# {escape_title(series.title)}"
    yield from _paragraphs(series.lead, inert)
    for group, entries in groupby(series.contents, key=lambda entry: entry.group):
        if group is not None:
            yield f"## {escape_title(group)}"
        yield "\n".join(_entry(entry) for entry in entries)
    for issue in series.issues:
        yield from _issue(issue, dialect, inert)
    yield from _paragraphs(series.foot, inert)


def _paragraphs(paragraphs: Iterable[str], inert: bool) -> Iterator[str]:  # noqa: FBT001 # handed through
    return (inert_paragraph(paragraph, _OPENS) if inert else paragraph for paragraph in paragraphs)


def _entry(entry: ContentsEntry) -> str:
    target = _NOT_IN_TARGET.sub(lambda match: f"&#{ord(match[0])};", escape_url(entry.target or ""))
    return f"- [{escape_label(entry.label)}]({target})"


def _issue(issue: Issue, dialect: Dialect, inert: bool) -> Iterator[str]:  # noqa: FBT001 # handed through
    table = "\n".join(_table(issue, dialect))
    heading = None if issue.title is None else f"## {escape_title(issue.title)}"
    if heading is not None and not issue.lead:
        yield f"{heading}\n{table}"
    else:
        if heading is not None:
            yield heading
        yield from _paragraphs(issue.lead, inert)
        yield table
    yield from _paragraphs(issue.notices, inert)


def _table(issue: Issue, dialect: Dialect) -> Iterator[str]:
    yield _row(dialect.header)
    yield _row([_DELIMITER] * len(dialect.columns))
    for paper in issue.papers:
        yield _row(_cell(column, paper, issue.language, dialect) for column in dialect.columns)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(column: str, paper: Paper, language: str | None, dialect: Dialect) -> str:
    if column == "links":
        return links_in(paper.links, dialect)
    if column == "released":
        return "" if paper.released is None else _printed(paper.released)
    if column == "authors":
        return _inside(", ".join(escape_title(author) for author in paper.authors))
    head = _inside(rank_and_title(paper, language, dialect))
    if paper.summary is None:
        return head
    return f"{head}{dialect.separator}{_inside(on_one_line(words_in(paper.summary, language)))}"


def _inside(words: str) -> str:
    r"""
    Return words that part no cells: `\|` stands for a bar (GitHub Flavored Markdown 0.29, section 4.10).
    """
    return words.replace("|", "\\|")


def _printed(day: date) -> str:
    return f"{_MONTHS[day.month - 1]} {day.day}, {day.year:04}"
