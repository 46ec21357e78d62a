"""
Write the layout "headings": posts, with hidden blocks for what their visible form cannot say.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from mlweekly._expressions import expression
from mlweekly.markdown._blocks import blocks_of
from mlweekly.markdown._bodies import body_paragraphs, encode_body, encode_line
from mlweekly.markdown._dialects import Dialect, SectionNames
from mlweekly.markdown._hidden import (
    ShownPaper,
    issue_members,
    paper_members,
    series_members,
    shown_roles,
    write_hidden,
)
from mlweekly.markdown._inline import escape_title
from mlweekly.markdown._lines import Lines
from mlweekly.markdown._parts import RANK_IN_HEADING, Parts
from mlweekly.model import Issue, Paper, Series, Text

__all__ = ["IssueParts", "issue_parts", "marked_as_post", "write_headings"]

_LONE_SLASH = expression(r"(?:(?<=\s)|^)/(?=\s|$)")
_IN_BARE_URL = expression(r"[\\|<>()\[\]\"*`]|&(?=#?[A-Za-z0-9]{1,32};)|[,;]+$")


class IssueParts(NamedTuple):
    """
    The paragraphs of an issue: what is before its papers, each paper, and what is behind them.
    """

    head: list[str]
    papers: list[list[str]]
    foot: list[str]

    @property
    def paragraphs(self) -> list[str]:
        """
        All of them, in order.
        """
        return [*self.head, *chain.from_iterable(self.papers), *self.foot]


def write_headings(value: Issue | Series, dialect: Dialect, *, marked: bool) -> str:
    """
    Return the text of a post, or of one post after the other.

    Args:
        value: What to write.
        dialect: Its words.
        marked: Whether the first issue has a hidden block in any case: it marks a text as a post whose bodies look like
            other dialects.
    """
    paragraphs: list[str] = []
    issues: Sequence[Issue] = (value,) if isinstance(value, Issue) else value.issues
    if isinstance(value, Series):
        members = series_members(value)
        if members or not issues:
            paragraphs.append(write_hidden("series", members))
    has_block = marked
    for issue in issues:
        paragraphs.extend(issue_parts(issue, dialect, has_block=has_block).paragraphs)
        has_block = issue.title is None
    return "\n\n".join(paragraphs) + "\n"


def marked_as_post(text: str) -> str:
    """
    Return a post with a hidden block that says nothing but that it is one, on top or right behind its front matter.
    """
    lines = Lines(text)
    first, line_end = blocks_of(lines)[0], "\r\n" if "\r\n" in text else "\r" if "\r" in text else "\n"
    block = write_hidden("series", {})
    if first.kind == "front matter":
        return f"{text[: first.end]}{line_end}{line_end}{block}{text[first.end :]}"
    start = lines.starts[0]
    return f"{text[:start]}{block}{line_end}{line_end}{text[start:]}"


def issue_parts(issue: Issue, dialect: Dialect, *, has_block: bool) -> IssueParts:
    """
    Return an issue in paragraphs.

    Args:
        issue: The issue.
        dialect: Its words.
        has_block: Whether it has a hidden block even if that says nothing: the block also separates it from an issue
            without a title before it.
    """
    names_language, names = dialect.names_for(issue.language)
    papers = [list(_paper(paper, place + 1, issue, dialect, names)) for place, paper in enumerate(issue.papers)]
    foot = list(_foot(issue, names))
    has_sections = bool(foot) or any(paper.summary or paper.abstract or paper.links for paper in issue.papers)
    members = issue_members(issue, names_language if has_sections else dialect.language)
    head: list[str] = []
    if members or has_block or issue.title is None:
        head.append(write_hidden("issue", members))
    if issue.title is not None:
        head.append(f"# {_heading(escape_title(issue.title), dialect)}")
    if issue.lead:
        head.append("\n".join(_item(paragraph) for paragraph in issue.lead))
    return IssueParts(head, papers, foot)


def _heading(words: str, dialect: Dialect) -> str:
    """
    Return the words of a heading so that they are no section's name and begin with no rank.
    """
    rank = RANK_IN_HEADING.match(words)
    if rank is not None:
        return f"{words[: rank.end(1)]}\\{words[rank.end(1) :]}"
    return words if dialect.section_of(words) is None else f"&#{ord(words[0])};{words[1:]}"


def _item(paragraph: str) -> str:
    return "- " + "\n  ".join(encode_body(paragraph, paragraphs=False))


def _paper(paper: Paper, place: int, issue: Issue, dialect: Dialect, names: SectionNames) -> Iterator[str]:
    heading = _heading(_title(paper.title, issue.language), dialect)
    in_paper = [index for index, link in enumerate(paper.links) if link.role == "paper"]
    sections: dict[int, str | None] = dict.fromkeys(in_paper, "paper")
    further = [index for index in range(len(paper.links)) if index not in sections]
    sections.update(dict.fromkeys(further))
    shown = ShownPaper(
        rank=place,
        heading=heading,
        summary=None if paper.summary is None else _parts(paper.summary, issue.language),
        abstract=None if paper.abstract is None else _parts(paper.abstract, issue.language),
        links=tuple(paper.links[index] for index in sections),
    )
    yield f"## {heading}"
    members = paper_members(paper, shown, sections, issue.language)
    if members:
        yield write_hidden("paper", members)
    for name, parts in ((names.summary[0], shown.summary), (names.abstract[0], shown.abstract)):
        if parts is not None:
            yield f"### {name}"
            yield from _body(parts)
    for name, indices in ((names.paper[0], in_paper), (names.further[0], further)):
        if indices:
            yield f"### {name}"
            yield "\n".join(f"- {_bare_url(paper.links[index].url)}" for index in indices)


def _title(title: Text, language: str | None) -> str:
    roles = shown_roles(title, language)
    words = [] if roles.translation is None else [title.translations[roles.translation]]
    if title.original is not None:
        words.append(title.original)
    return " / ".join(_LONE_SLASH.sub(r"\\/", escape_title(word)) for word in words)


def _parts(text: Text, language: str | None) -> Parts:
    roles = shown_roles(text, language)
    own = None if roles.translation is None else text.translations[roles.translation]
    if text.original is None or text.language == (language or "en"):
        return Parts(body_paragraphs(own or text.original or ""), ())
    return Parts(() if own is None else body_paragraphs(own), body_paragraphs(text.original))


def _body(parts: Parts) -> Iterator[str]:
    if parts.own:
        yield "\n".join(encode_body("\n\n".join(parts.own)))
    if parts.quoted:
        yield "\n".join(f"> {line}" if line else ">" for line in encode_body("\n\n".join(parts.quoted)))


def _bare_url(url: str) -> str:
    return _IN_BARE_URL.sub(lambda match: "".join(f"\\{character}" for character in match[0]), url)


def _foot(issue: Issue, names: SectionNames) -> Iterator[str]:
    if issue.source is not None or issue.notices:
        yield f"## {names.source[0]}"
        yield "-" if issue.source is None else _bare_url(issue.source)
    for notice in issue.notices:
        yield "\n".join(encode_body(notice, paragraphs=False))
    if issue.comments:
        yield f"## {names.comments[0].replace('{count}', str(len(issue.comments)))}"
    for comment in issue.comments:
        yield encode_line(comment)
