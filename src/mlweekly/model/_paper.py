"""
One paper of an issue.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from attrs import field, frozen

import mlweekly._display
import mlweekly.identifiers
from mlweekly._display import Displayed
from mlweekly.model._kinds import (
    DAY,
    DETAILS,
    EMPTY,
    RANK,
    STRINGS,
    Extra,
    json_members,
    object_kind,
    ordered,
    strings,
)
from mlweekly.model._links import Link, LinkSet, row_of
from mlweekly.model._mapping import FrozenMapping
from mlweekly.model._members import ModelObject, member
from mlweekly.model._strings import shortened
from mlweekly.model._text import Abstract, Text

_TEXT = object_kind(Text, "text")
_ABSTRACT = object_kind(Abstract, "text")
_LINKS = object_kind(LinkSet, "link")._replace(shape="sequence", holds=Link, container=LinkSet)
_NO_LINKS = LinkSet()
_LONGEST_SHOWN = 60


@frozen(kw_only=True, repr=False)
class Paper(Displayed, ModelObject):
    """
    A paper as a digest presents it.

    Attributes:
        rank: The printed rank, 1 or more. Two papers of an issue may share one; validation reports it.
        title: The title; plain text.
        authors: The authors' names, plain text; digests rarely give them.
        released: The day that the digest says the paper came out; digests rarely give it.
        summary: What the digest's editor says, inline Markdown.
        abstract: What the authors say, inline Markdown.
        links: Every link, in order.
        topics: The headings between the issue's title and the paper, outermost first, plain text.
        tags: Keywords and categories, plain text.
        details: What the digest says about the paper under a label that is not a field: the label as printed, and
            inline Markdown; immutable and in the order of the labels.
        extra: Members of a newer minor version.
    """

    rank: int = field(metadata=member(RANK, "this rank"))
    title: Text = field(metadata=member(_TEXT, "this title"))
    authors: tuple[str, ...] = field(
        default=(), converter=strings, metadata=member(STRINGS, "authors", element="author")
    )
    released: date | None = field(default=None, metadata=member(DAY, "the day that a paper came out"))
    summary: Text | None = field(default=None, metadata=member(_TEXT, "a summary"))
    abstract: Abstract | None = field(default=None, metadata=member(_ABSTRACT, "an abstract"))
    links: LinkSet = field(default=_NO_LINKS, metadata=member(_LINKS, "this link", element="link"))
    topics: tuple[str, ...] = field(default=(), converter=strings, metadata=member(STRINGS, "topics", element="topic"))
    tags: tuple[str, ...] = field(default=(), converter=strings, metadata=member(STRINGS, "tags", element="tag"))
    details: FrozenMapping[str, str] = field(default=EMPTY, converter=ordered, metadata=member(DETAILS, "this detail"))
    extra: Extra = field(default=EMPTY, converter=json_members)

    @property
    def key(self) -> str | None:
        """
        The identity key: "arxiv:…", "doi:…", else the canonical URL of the paper, or of the paper link, else None.
        """
        link = self.links.paper
        if link is None:
            return None
        identifier = link.identifier
        key = "" if identifier is None else identifier.key
        if key.startswith(("arxiv:", "doi:")):
            return key
        # What else is in the query says where a reader came from, or asks for the file.
        of_paper = (mlweekly.identifiers.AclId, mlweekly.identifiers.OpenReviewId, mlweekly.identifiers.SsrnId)
        return identifier.canonical if isinstance(identifier, of_paper) else link.canonical

    def __repr__(self) -> str:
        return f"<Paper {self.rank}, {shortened(str(self.title), _LONGEST_SHOWN)!r}, links: {len(self.links)}>"

    def __page__(self) -> mlweekly._display.Page:
        # Pages are for people, and few programs show anything.
        from mlweekly.model._paper_page import paper_page

        others = {"Summary": self.summary, "Abstract": self.abstract}
        return paper_page(self._facts(), self.title, others, self.details, map(row_of, self.links))

    def _facts(self) -> Iterator[tuple[str, str]]:
        yield "rank", str(self.rank)
        if self.authors:
            yield "by", ", ".join(self.authors)
        if self.released is not None:
            yield "released", str(self.released)
        if self.key is not None:
            yield "key", self.key
        if self.topics:
            yield "under", " › ".join(self.topics)
        if self.tags:
            yield "tags", ", ".join(self.tags)
