"""
One paper of an issue.

Lives here: `Paper`.
Must not know: the issue around it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from attrs import field, frozen

from mlweekly.errors import Problem, reject_if_any
from mlweekly.model._extra import NO_EXTRA, Extra, extra_members, extra_problems
from mlweekly.model._links import LinkSet
from mlweekly.model._strings import day_problem, strings, strings_problems
from mlweekly.model._text import Abstract, Text

__all__ = ["Paper"]

_NO_LINKS = LinkSet()
_MEMBERS = ("rank", "title", "authors", "released", "summary", "abstract", "links")


@frozen(kw_only=True)
class Paper:
    """
    A paper as a digest presents it.

    Attributes:
        rank: The printed rank, 1 or more. Two papers of an issue may share one: that is for validation to say.
        title: The title; plain text.
        authors: The authors' names, plain text; digests rarely tell them.
        released: The day that the digest says the paper came out; digests rarely tell it.
        summary: What the digest's editor says, inline Markdown.
        abstract: What the authors say, inline Markdown.
        links: Every link, in order.
        extra: Members of a newer minor version.
    """

    rank: int
    title: Text
    authors: tuple[str, ...] = field(default=(), converter=strings)
    released: date | None = None
    summary: Text | None = None
    abstract: Abstract | None = None
    links: LinkSet = _NO_LINKS
    extra: Extra = field(default=NO_EXTRA, converter=extra_members)

    def __attrs_post_init__(self) -> None:
        reject_if_any("Paper", self._problems())

    def _problems(self) -> Iterator[Problem]:
        if type(self.rank) is not int:
            yield Problem("/rank", f"must be a whole number, got {self.rank!r}")
        elif self.rank < 1 or self.rank > MAXIMUM_RANK:
            yield Problem("/rank", f"must be from 1 to {MAXIMUM_RANK}, got {_shown(self.rank)}")
        if type(self.title) is not Text:
            yield Problem("/title", f"must be a Text, got {self.title!r}")
        if self.summary is not None and type(self.summary) is not Text:
            yield Problem("/summary", f"must be a Text, got {self.summary!r}")
        if self.abstract is not None and type(self.abstract) is not Abstract:
            yield Problem("/abstract", f"must be an Abstract, got {self.abstract!r}")
        if type(self.links) is not LinkSet:
            yield Problem("/links", f"must be a LinkSet, got {self.links!r}")
        if self.authors:
            yield from strings_problems("authors", self.authors)
        if self.released is not None:
            problem = day_problem(self.released)
            if problem is not None:
                yield Problem("/released", problem)
        if self.extra is not NO_EXTRA:
            yield from extra_problems(self.extra, _MEMBERS)

    @property
    def key(self) -> str | None:
        """
        The identity key: "arxiv:…", "doi:…", else the canonical URL of the paper link, else None.
        """
        link = self.links.paper
        if link is None:
            return None
        key = "" if link.identifier is None else link.identifier.key
        return key if key.startswith(("arxiv:", "doi:")) else link.canonical


MAXIMUM_RANK = 2**31 - 1
"""
The highest rank: what every JSON reader and data base can hold as a whole number.
"""


def _shown(number: int) -> str:
    return str(number) if abs(number) < 10**20 else "a number of more than 20 digits"
