"""
Write the layout "rows": papers in tables under headings, with a contents list on top.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby, takewhile

from mlweekly._expressions import expression
from mlweekly.markdown._dialects import Dialect
from mlweekly.markdown._inline import escape_label, escape_title, escape_url
from mlweekly.markdown._writing._cells import MONTHS, cells_of, inside_cell
from mlweekly.markdown._writing._papers import inert_paragraph
from mlweekly.model import ContentsEntry, Issue, Paper, Series

__all__ = [
    "MONTHS",
    "ROW_OPENS",
    "contents_line",
    "contents_target",
    "inside_cell",
    "row_of",
    "table_lines",
    "write_rows",
]

_DELIMITER = "-------------"
_TOPIC_LEVEL, _DEEPEST = 3, 6
ROW_OPENS = expression(
    r"\||[\u00ad\u200b-\u200d\u2060\ufeff]*#"
    r"|(?:[-*_][ \t]*){3,}$|[-*+][ \t]+!?\[|[*_]{0,2}[(（]?[0-9]{1,9}[)）.:、]|:?-+:?[ \t]*\|"
)
_NOT_IN_TARGET = expression(r"[()\s\x00-\x1f\x7f]")


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
    tables = list(_tables(issue, dialect))
    heading = None if issue.title is None else f"## {escape_title(issue.title)}"
    if heading is not None and not issue.lead and tables[0][0] == "|":
        yield f"{heading}\n{tables.pop(0)}"
    else:
        if heading is not None:
            yield heading
        yield from _paragraphs(issue.lead, inert=inert)
    yield from tables
    yield from _paragraphs(issue.notices, inert=inert)


def _tables(issue: Issue, dialect: Dialect) -> Iterator[str]:
    """
    Yield the tables of an issue, one for each run of papers with the same topics, and the headings above them.

    A heading above ranked rows is the title of an issue, unless one is above it, so an issue without a title has no
    topics.
    """
    if issue.title is None and "paper" in dialect.columns:
        yield "\n".join(table_lines(issue.papers, issue.language, dialect))
        return
    above: tuple[str, ...] = ()
    for topics, papers in groupby(issue.papers, key=lambda paper: paper.topics):
        common = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(above, topics, strict=False)))
        # Back from a deeper heading, the one around it is printed again.
        for index in range(min(common, len(topics) - 1) if topics else 0, len(topics)):
            yield f"{'#' * min(_TOPIC_LEVEL + index, _DEEPEST)} {escape_title(topics[index])}"
        yield "\n".join(table_lines(papers, issue.language, dialect))
        above = topics
    if not issue.papers:
        yield "\n".join(table_lines((), issue.language, dialect))


def table_lines(papers: Iterable[Paper], language: str | None, dialect: Dialect) -> Iterator[str]:
    """
    Yield the lines of a table.
    """
    yield row_of(dialect.header)
    yield row_of([_DELIMITER] * len(dialect.columns))
    for paper in papers:
        yield row_of(cells_of(paper, language, dialect))


def row_of(cells: Iterable[str]) -> str:
    """
    Return the line of a row.
    """
    return f"| {' | '.join(cells)} |"
