"""
One issue of a digest.

Lives here: `Issue`.
Must not know: the series around it; how a dialect writes it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from attrs import field, frozen

from mlweekly._display import Displayed
from mlweekly.dates import DateRange
from mlweekly.errors import Problem, pointer_to, reject_if_any
from mlweekly.model._extra import NO_EXTRA, Extra, extra_members, extra_problems
from mlweekly.model._paper import Paper
from mlweekly.model._strings import (
    day_problem,
    language_problem,
    link_problem,
    string_problem,
    strings,
    strings_problems,
)

if TYPE_CHECKING:
    from mlweekly._display import Page

__all__ = ["VERSION", "Issue", "version_problem"]

VERSION = "1.0"
"""
The version of the data model, `major.minor`, that this library writes.
"""

_VERSION = re.compile(r"(?:0|[1-9][0-9]{0,8})\.(?:0|[1-9][0-9]{0,8})")
_MEMBERS = (
    *("version", "title", "period", "language", "source", "published", "lead", "notices", "comments", "papers"),
    "issues",
)


def version_problem(version: object) -> str | None:
    """
    Say why this is no version that the library can hold, or return None.
    """
    if not isinstance(version, str) or _VERSION.fullmatch(version) is None:
        return f'must be a version such as "{VERSION}", got {version!r}'
    major = VERSION.partition(".")[0]
    if version.partition(".")[0] != major:
        return f"must be a version {major}.x, got {version!r}"
    return None


def _papers(papers: Iterable[Paper]) -> tuple[Paper, ...]:
    return tuple(papers)


@frozen(kw_only=True)
class Issue(Displayed):
    """
    One issue, in one edition: the papers of a week, and what stands around them.

    Attributes:
        title: The title as published, plain text; None where the document has none.
        period: The days that the issue covers.
        language: The BCP 47 tag of this edition.
        source: The URL of the text that this edition was made from.
        published: The day that this edition came out.
        lead: The opening paragraphs, inline Markdown.
        notices: Disclaimer, advertisement and the like, inline Markdown.
        comments: Readers' comments, a string a line.
        papers: The papers, in the order of the text.
        version: The version of the document that the issue was read from; two issues that differ in it alone are equal.
        extra: Members of a newer minor version.
    """

    title: str | None = None
    period: DateRange | None = None
    language: str | None = None
    source: str | None = None
    published: date | None = None
    lead: tuple[str, ...] = field(default=(), converter=strings)
    notices: tuple[str, ...] = field(default=(), converter=strings)
    comments: tuple[str, ...] = field(default=(), converter=strings)
    papers: tuple[Paper, ...] = field(default=(), converter=_papers)
    version: str = field(default=VERSION, eq=False)
    extra: Extra = field(default=NO_EXTRA, converter=extra_members)

    def __attrs_post_init__(self) -> None:
        reject_if_any("Issue", self._problems())

    def _problems(self) -> Iterator[Problem]:
        for name, problem in (
            ("title", None if self.title is None else string_problem(self.title)),
            ("language", None if self.language is None else language_problem(self.language)),
            ("source", None if self.source is None else link_problem(self.source)),
            ("published", None if self.published is None else day_problem(self.published)),
            ("version", version_problem(self.version)),
        ):
            if problem is not None:
                yield Problem(f"/{name}", problem)
        if self.period is not None and type(self.period) is not DateRange:
            yield Problem("/period", f"must be a DateRange, got {self.period!r}")
        yield from strings_problems("lead", self.lead)
        yield from strings_problems("notices", self.notices)
        yield from strings_problems("comments", self.comments)
        for index, paper in enumerate(self.papers):
            if type(paper) is not Paper:
                yield Problem(pointer_to("papers", index), f"must be a Paper, got {paper!r}")
        if self.extra is not NO_EXTRA:
            yield from extra_problems(self.extra, _MEMBERS)

    def find(self, key: str) -> Paper | None:
        """
        Return the first paper with this identity key, or None.
        """
        return next((paper for paper in self.papers if paper.key == key), None)

    def __page__(self) -> Page:
        # Pages are made for people, and few programs show anything.
        from mlweekly.model._pages import issue_page

        return issue_page(self)
