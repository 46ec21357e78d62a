"""
Write the layout "entries": a paper is a paragraph of its own, its links in brackets at the end.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mlweekly._expressions import expression
from mlweekly.markdown._dialects import Dialect
from mlweekly.markdown._inline import escape_title, escape_url
from mlweekly.markdown._writing._papers import inert_paragraph, links_in, on_one_line, rank_and_title, words_in
from mlweekly.model import Issue, Paper, Series

__all__ = ["source_line", "write_entries", "write_entry"]

_RULE = "* * *"
_OPENS = expression(
    r"[\u00ad\u200b-\u200d\u2060\ufeff]*#|>|(?:[-*_][ \t]*){3,}$|(?:[-*+][ \t]+)?(?:\*\*|__)?[ \t]*[(（]?[0-9]"
)


def write_entries(value: Issue | Series, dialect: Dialect, *, inert: bool) -> str:
    """
    Return a document whose papers are paragraphs that begin with a rank.

    Args:
        value: What to write.
        dialect: Its words and marks.
        inert: Whether paragraphs are written on lines that open nothing, or as they are.
    """
    issues = (value,) if isinstance(value, Issue) else value.issues
    text = "\n\n".join(block for issue in issues for block in _issue(issue, dialect, inert=inert))
    return text + "\n" if text else ""


def _issue(issue: Issue, dialect: Dialect, *, inert: bool) -> Iterator[str]:
    if issue.title is not None:
        yield f"## {escape_title(issue.title)}"
    if issue.source is not None:
        yield source_line(issue.source, issue.language, dialect)
    yield from _paragraphs(issue.lead, inert=inert)
    for paper in issue.papers:
        yield f"{_RULE}\n{write_entry(paper, issue.language, dialect, inert=inert)}"
    if issue.papers:
        yield _RULE
    yield from _paragraphs(issue.notices, inert=inert)


def source_line(url: str, language: str | None, dialect: Dialect) -> str:
    """
    Return the quote that names the source of an edition.
    """
    if not dialect.sections:
        return f"> <{escape_url(url)}>"
    _, names = dialect.names_for(language)
    return f"> {names.source[0]}: <{escape_url(url)}>"


def _paragraphs(paragraphs: Iterable[str], *, inert: bool) -> Iterator[str]:
    return (inert_paragraph(paragraph, _OPENS) if inert else paragraph for paragraph in paragraphs)


def write_entry(paper: Paper, language: str | None, dialect: Dialect, *, inert: bool) -> str:
    """
    Return the paragraph of a paper; the arguments are those of `write_entries`.
    """
    entry = rank_and_title(paper, language, dialect)
    if paper.summary is not None:
        summary = words_in(paper.summary, language)
        entry = f"{entry}{dialect.separator}{on_one_line(summary) if inert else summary}"
    if not paper.links:
        return entry
    opening, closing = dialect.link_brackets
    return f"{entry}{opening}{links_in(paper.links, dialect)}{closing}"
