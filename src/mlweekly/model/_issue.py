"""
One issue of a digest.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import ClassVar

from attrs import field, frozen

import mlweekly._display
from mlweekly._display import Displayed
from mlweekly._wording import expect
from mlweekly.dates import DateRange
from mlweekly.model._kinds import (
    DAY,
    EMPTY,
    JSON,
    LANGUAGE,
    PERIOD,
    STRING,
    STRINGS,
    URL,
    VERSION,
    VERSION_NUMBER,
    Extra,
    elements,
    json_members,
    language_tag,
    sequence_kind,
    strings,
)
from mlweekly.model._members import ModelObject, member
from mlweekly.model._paper import Paper
from mlweekly.model._strings import shortened

_PAPERS = sequence_kind(Paper, "paper")
_LONGEST_SHOWN = 80


def _papers(papers: Iterable[Paper]) -> tuple[Paper, ...]:
    return elements(papers)


@frozen(kw_only=True, repr=False)
class Issue(Displayed, ModelObject):
    """
    One issue, in one edition: the papers of a week, and what surrounds them.

    Attributes:
        title: The title as published, plain text; None if the document has none.
        period: The days that the issue covers.
        language: The BCP 47 tag of this edition.
        source: The URL of the text that this edition was made from.
        published: The day that this edition came out.
        lead: The opening paragraphs, inline Markdown.
        notices: Disclaimer, advertisement and the like, inline Markdown.
        comments: Readers' comments, one string per line.
        metadata: What the document says about itself in members that are no field here, such as front matter:
            immutable JSON values, in the order of the names.
        papers: The papers, in the order of the text.
        version: The version of the document that the issue was read from; two issues that differ in it alone are equal.
        extra: Members of a newer minor version.
    """

    RESERVED: ClassVar[tuple[str, ...]] = ("issues",)

    title: str | None = field(default=None, metadata=member(STRING, "this title"))
    period: DateRange | None = field(default=None, metadata=member(PERIOD, "a period beside the title"))
    language: str | None = field(default=None, converter=language_tag, metadata=member(LANGUAGE, "this language"))
    source: str | None = field(default=None, metadata=member(URL, "a source"))
    published: date | None = field(default=None, metadata=member(DAY, "the day of publication"))
    lead: tuple[str, ...] = field(
        default=(), converter=strings, metadata=member(STRINGS, "this opening paragraph", element="paragraph")
    )
    notices: tuple[str, ...] = field(
        default=(), converter=strings, metadata=member(STRINGS, "this notice", element="paragraph")
    )
    comments: tuple[str, ...] = field(
        default=(), converter=strings, metadata=member(STRINGS, "comments", element="paragraph")
    )
    metadata: Extra = field(default=EMPTY, converter=json_members, metadata=member(JSON, "metadata"))
    papers: tuple[Paper, ...] = field(
        default=(), converter=_papers, metadata=member(_PAPERS, "this paper", element="paper")
    )
    version: str = field(default=VERSION, eq=False, metadata=member(VERSION_NUMBER, "this version"))
    extra: Extra = field(default=EMPTY, converter=json_members)

    def find(self, key: str) -> Paper | None:
        """
        Return the first paper with this identity key, or None.

        Raises:
            TypeError: It is no key.
        """
        expect(key, str, "an identity key")
        return next((paper for paper in self.papers if paper.key == key), None)

    def __repr__(self) -> str:
        name = "without a title" if self.title is None else repr(shortened(self.title, _LONGEST_SHOWN))
        return f"<Issue {name}, papers: {len(self.papers)}>"

    def __page__(self) -> mlweekly._display.Page:
        # Pages are for people, and few programs show anything.
        from mlweekly.model._issue_page import issue_name, issue_page

        name = issue_name(self.title, self.language)
        return issue_page(name, self.language, self._facts(), self.source, self.lead, self.papers)

    def _facts(self) -> Iterator[str]:
        from mlweekly._display import counted

        yield from (str(each) for each in (self.period, self.language) if each is not None)
        if self.published is not None:
            yield f"published {self.published}"
        yield counted(len(self.papers), "paper")
        for paragraphs, noun in ((self.notices, "notice"), (self.comments, "comment")):
            if paragraphs:
                yield counted(len(paragraphs), noun)
