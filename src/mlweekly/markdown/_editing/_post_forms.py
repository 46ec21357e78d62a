"""
The form in which a post writes its headings and its lists of links.

Lives here: `PostForm`, and canonical paragraphs in a post's own marks.
Must not know: what changes; where anything stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from attrs import frozen

from mlweekly.markdown._dialects import Dialect
from mlweekly.markdown._reading._tokens import Token
from mlweekly.markdown._writing._headings import IssueParts

__all__ = ["PostForm"]

_BULLET = re.compile(r"[ \t]*[-*+•][ \t]+")
_MARKS = re.compile(r" {0,3}#{1,6}[ \t]+")
_HEADING = re.compile(r"(#{1,3}) (.*)", re.DOTALL)
_OF_LINKS = ("paper", "further")
_OF_ISSUE = ("source", "comments")


@frozen
class PostForm:
    """
    The marks of a post: those of the first line of each kind, else those that fit them.

    Attributes:
        dialect: The words of sections.
        title: The marks before a title.
        paper: The marks before the heading of a paper.
        section: The marks before a section of a paper.
        foot: The marks before a section of the issue.
        bullet: What stands before a link.
    """

    dialect: Dialect
    title: str
    paper: str
    section: str
    foot: str
    bullet: str

    @classmethod
    def of(cls, text: str, tokens: Sequence[Token], dialect: Dialect) -> PostForm:
        """
        Return the form of a post whose lines are told apart.
        """
        marks: dict[str, str] = {}
        section = ""
        for token in tokens:
            start = max(text.rfind("\n", 0, token.start), text.rfind("\r", 0, token.start)) + 1
            before = text[start : token.start].lstrip("\ufeff")
            if token.kind in ("title", "paper", "section"):
                section = token.section
                name = "foot" if section in _OF_ISSUE else token.kind
                if _MARKS.fullmatch(before) is not None and section != "unknown":
                    marks.setdefault(name, before)
            elif section in _OF_LINKS and token.kind == "line":
                bullet = _BULLET.match(text, token.start, token.end)
                marks.setdefault("bullet", "" if bullet is None else bullet[0])
        paper = marks.get("paper", "## ")
        return cls(
            dialect=dialect,
            title=marks.get("title", "# "),
            paper=paper,
            section=marks.get("section", f"#{paper.lstrip()}" if paper.count("#") < 6 else paper),
            foot=marks.get("foot", paper),
            bullet=marks.get("bullet", "- "),
        )

    def parts(self, parts: IssueParts) -> IssueParts:
        """
        Return an issue with the marks of this form instead of the canonical ones.
        """
        papers = [list(self._paragraphs(paper)) for paper in parts.papers]
        return IssueParts(list(self._paragraphs(parts.head)), papers, list(self._paragraphs(parts.foot)))

    def _paragraphs(self, paragraphs: Sequence[str]) -> Iterator[str]:
        holds_links = False
        for paragraph in paragraphs:
            heading = _HEADING.fullmatch(paragraph)
            if heading is not None:
                holds_links = len(heading[1]) == 3 and (self.dialect.section_of(heading[2]) or "?")[0] in _OF_LINKS
                yield self._marks(len(heading[1]), heading[2]) + heading[2]
            elif holds_links:
                yield "\n".join(self.bullet + line.removeprefix("- ") for line in paragraph.split("\n"))
            else:
                yield paragraph

    def _marks(self, level: int, words: str) -> str:
        if level == 1:
            return self.title
        if level == 2:
            return self.paper if self.dialect.section_of(words) is None else self.foot
        return self.section
