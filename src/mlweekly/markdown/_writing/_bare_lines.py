"""
Write the layout "lines": posts without Markdown marks, as they are after scraping.
"""

from __future__ import annotations

from collections.abc import Iterator

from mlweekly._expressions import expression
from mlweekly.markdown._dialects import Dialect, SectionNames
from mlweekly.markdown._hidden import shown_roles
from mlweekly.markdown._inline import escape_title, escape_url
from mlweekly.markdown._writing._headings import IssueParts
from mlweekly.markdown._writing._papers import OPENS_OPAQUE, on_one_line, referenced
from mlweekly.model import Issue, Link, Paper, Series, Text

__all__ = ["bare_parts", "write_bare_lines"]

_BULLET = "-"
_BLANK_LINES = expression(r"\n(?:[ \t]*\n)+")
_LONE_SLASH = expression(r"(?:(?<=\s)|^)/(?=\s|$)")
_OPENS = expression(r"[>(]|[-*+•](?:[ \t]|$)|(?:[-*_][ \t]*){3,}$")


def write_bare_lines(value: Issue | Series, dialect: Dialect, *, inert: bool) -> str:
    """
    Return a post as it is scraped: no marks but bullets and quotes, and no blank lines.

    Args:
        value: What to write.
        dialect: Its words.
        inert: Whether each paragraph is written on a line that opens nothing, or as it is.
    """
    issues = (value,) if isinstance(value, Issue) else value.issues
    return "".join(f"{line}\n" for issue in issues for line in bare_parts(issue, dialect, inert=inert).paragraphs)


def bare_parts(issue: Issue, dialect: Dialect, *, inert: bool) -> IssueParts:
    """
    Return the lines of an issue, part by part; the arguments are those of `write_bare_lines`.
    """
    return _LinesWriter(dialect, inert=inert).parts(issue)


class _LinesWriter:
    def __init__(self, dialect: Dialect, *, inert: bool) -> None:
        self.dialect = dialect
        self.inert = inert

    def parts(self, issue: Issue) -> IssueParts:
        _, names = self.dialect.names_for(issue.language)
        papers = [list(self._paper(paper, issue.language, names)) for paper in issue.papers]
        return IssueParts(list(self._head(issue)), papers, list(self._foot(issue, names)))

    def _head(self, issue: Issue) -> Iterator[str]:
        if issue.title is not None:
            yield self._plain_text(escape_title(issue.title))
        for paragraph in issue.lead:
            yield _BULLET
            yield self._line(paragraph)

    def _foot(self, issue: Issue, names: SectionNames) -> Iterator[str]:
        if issue.source is not None or issue.notices:
            yield names.source[0]
        if issue.source is not None:
            yield _bare(issue.source)
        for notice in issue.notices:
            yield self._line(notice)
        if issue.comments:
            yield names.comments[0].replace("{count}", str(len(issue.comments)))
        for comment in issue.comments:
            yield self._line(comment)

    def _paper(self, paper: Paper, language: str | None, names: SectionNames) -> Iterator[str]:
        yield self._plain_text(_heading(paper.title, language))
        yield names.summary[0]
        if paper.summary is not None:
            yield from self._body(paper.summary, language)
        if paper.abstract is not None:
            yield names.abstract[0]
            yield from self._body(paper.abstract, language)
        yield names.paper[0]
        yield from (_bare(link.url) for link in paper.links if _is_to_paper(link))
        yield names.further[0]
        yield from (_bare(link.url) for link in paper.links if not _is_to_paper(link))

    def _body(self, text: Text, language: str | None) -> Iterator[str]:
        roles = shown_roles(text, language)
        if roles.translation is not None:
            yield from self._lines(text.translations[roles.translation], "")
        if text.original is not None:
            yield from self._lines(text.original, "" if text.language == (language or "en") else "> ")

    def _lines(self, body: str, mark: str) -> Iterator[str]:
        for paragraph in _BLANK_LINES.split(body):
            yield mark + self._line(paragraph)

    def _line(self, paragraph: str) -> str:
        if not self.inert:
            return paragraph
        return self._plain_text(on_one_line(paragraph.strip()))

    def _plain_text(self, line: str) -> str:
        """
        Return the line so that it is no section's name and opens nothing.
        """
        opens = self.dialect.section_of(line) is not None or _OPENS.match(line) or OPENS_OPAQUE.match(line)
        return referenced(line) if line and opens else line


def _heading(title: Text, language: str | None) -> str:
    roles = shown_roles(title, language)
    words = [] if roles.translation is None else [title.translations[roles.translation]]
    if title.original is not None:
        words.append(title.original)
    return " / ".join(_LONE_SLASH.sub(r"\\/", escape_title(word)) for word in words)


def _is_to_paper(link: Link) -> bool:
    return link.role == "paper"


def _bare(url: str) -> str:
    written = escape_url(url)
    return written if written == url and url[-1] not in ",;" else f"<{written}>"
