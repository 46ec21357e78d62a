"""
What changes among the papers of an issue, and in a paper and its links apart from its texts.
"""

from __future__ import annotations

from datetime import date

from attrs import field, frozen

from mlweekly.changes._names import quoted, replacement, spoken
from mlweekly.changes._operations._entries import EntryAdded, EntryChanged, EntryRemoved
from mlweekly.changes._operations._shapes import (
    ElementAdded,
    ElementChanged,
    ElementMoved,
    ElementRemoved,
    FieldChanged,
    members,
    undoes,
)
from mlweekly.changes._words import rewording
from mlweekly.model import Issue, Link, Paper

__all__ = [
    "AuthorAdded",
    "AuthorRemoved",
    "AuthorRenamed",
    "DetailAdded",
    "DetailChanged",
    "DetailRemoved",
    "LinkAdded",
    "LinkMoved",
    "LinkRelabelled",
    "LinkRemoved",
    "LinkRetargeted",
    "LinkSectionChanged",
    "PaperAdded",
    "PaperMoved",
    "PaperRemoved",
    "PaperReranked",
    "ReleasedChanged",
    "TagAdded",
    "TagRemoved",
    "TagRenamed",
    "TopicsChanged",
]


@frozen(repr=False)
class PaperAdded(ElementAdded[Paper], on=members(Issue, "papers")):
    """
    An issue gains a paper: `/papers/2`.

    Attributes:
        renumbers: The papers count 1…n before and afterwards, whatever rank the added one carries; False if ranks
            stay as they are.
    """

    renumbers: bool = field(default=True, kw_only=True)

    @property
    def rank(self) -> int:
        """
        The rank that the paper has afterwards.
        """
        return _rank(self.pointer, self.after, renumbers=self.renumbers)

    def __str__(self) -> str:
        to = "" if self.of is None else f" to {spoken(self.of)}"
        return f"paper added{to}, rank {self.rank}: {spoken(self.after)}"


@undoes(PaperAdded)
@frozen(repr=False)
class PaperRemoved(ElementRemoved[Paper], on=members(Issue, "papers")):
    """
    An issue loses a paper.

    Attributes:
        renumbers: The papers count 1…n before and afterwards; the rank that `before` carries is not compared then.
    """

    renumbers: bool = field(default=True, kw_only=True)

    @property
    def rank(self) -> int:
        """
        The rank that the paper has before.
        """
        return _rank(self.pointer, self.before, renumbers=self.renumbers)

    def __str__(self) -> str:
        source = "" if self.of is None else f" from {spoken(self.of)}"
        return f"paper removed{source}, rank {self.rank}: {spoken(self.before)}"


@frozen(repr=False)
class PaperMoved(ElementMoved, on=members(Issue, "papers")):
    """
    A paper gets another place in its issue; `element` is its title.

    Attributes:
        renumbers: The papers count 1…n before and afterwards; False if each keeps its rank.
    """

    renumbers: bool = field(default=True, kw_only=True)

    @property
    def unit(self) -> str:
        """
        What `position` and `to` count: ranks, or places if ranks stay as they are.
        """
        return "rank" if self.renumbers else "place"


class PaperReranked(FieldChanged[int], on=members(Paper, "rank"), noun="rank"):
    """
    The rank that is printed at a paper changes, if ranks do not simply count the papers.
    """

    __slots__ = ()


class AuthorAdded(ElementAdded[str], on=members(Paper, "authors")):
    """
    A paper gains an author: `/papers/0/authors/2`.
    """

    __slots__ = ()


@undoes(AuthorAdded)
class AuthorRemoved(ElementRemoved[str], on=members(Paper, "authors")):
    """
    A paper loses an author.
    """

    __slots__ = ()


class AuthorRenamed(ElementChanged, on=members(Paper, "authors")):
    """
    The name of an author changes: `/papers/0/authors/2`.
    """

    __slots__ = ()

    def __str__(self) -> str:
        return f"author of {self.name} renamed {replacement(self.before, self.after)}"


class ReleasedChanged(FieldChanged[date | None], on=members(Paper, "released"), noun="day of release"):
    """
    The day that a paper came out changes.
    """

    __slots__ = ()


class TopicsChanged(FieldChanged[tuple[str, ...]], on=members(Paper, "topics")):
    """
    The headings between the issue's title and a paper change, as a whole.
    """

    __slots__ = ()


class TagAdded(ElementAdded[str], on=members(Paper, "tags")):
    """
    A paper gains a tag: `/papers/0/tags/2`.
    """

    __slots__ = ()


@undoes(TagAdded)
class TagRemoved(ElementRemoved[str], on=members(Paper, "tags")):
    """
    A paper loses a tag.
    """

    __slots__ = ()


class TagRenamed(ElementChanged, on=members(Paper, "tags")):
    """
    A tag is spelled differently: `/papers/0/tags/2`.
    """

    __slots__ = ()

    def __str__(self) -> str:
        return f"tag of {self.name} renamed {replacement(self.before, self.after)}"


@frozen(repr=False)
class DetailAdded(EntryAdded[str], on=members(Paper, "details"), noun="detail", key="label"):
    """
    A paper gains a detail.

    Attributes:
        label: The label of the detail.
        after: What is said under it.
    """

    label: str = field(kw_only=True)

    def __str__(self) -> str:
        return f"{self.noun} added to {self.name}: {quoted(self.after)}"


@undoes(DetailAdded)
@frozen(repr=False)
class DetailRemoved(EntryRemoved[str], on=members(Paper, "details"), noun="detail", key="label"):
    """
    A paper loses a detail.

    Attributes:
        label: The label of the detail.
        before: What was said under it.
    """

    label: str = field(kw_only=True)

    def __str__(self) -> str:
        return f"{self.noun} removed from {self.name}: {quoted(self.before)}"


@frozen(repr=False)
class DetailChanged(EntryChanged[str], on=members(Paper, "details"), noun="detail", key="label"):
    """
    What is said of a paper under a label changes.

    Attributes:
        label: The label of the detail.
    """

    label: str = field(kw_only=True)

    def __str__(self) -> str:
        return f"{self.noun} of {self.name} reworded: {rewording(self.before, self.after)}"


def _rank(pointer: str, paper: Paper, *, renumbers: bool) -> int:
    index = pointer.rpartition("/")[2]
    return int(index) + 1 if renumbers and index.isdecimal() else paper.rank


class LinkAdded(ElementAdded[Link], on=members(Paper, "links")):
    """
    A paper gains a link: `/papers/0/links/1`.

    >>> str(LinkAdded("/papers/0/links/0", after=Link("https://arxiv.org/abs/2410.00037", "Paper"), of="Moshi"))
    'paper link added to Moshi: https://arxiv.org/abs/2410.00037'
    """

    __slots__ = ()

    @property
    def noun(self) -> str:
        """
        What a list of changes calls the link, by its role or kind: "paper link".
        """
        return _noun(self.after)


@undoes(LinkAdded)
class LinkRemoved(ElementRemoved[Link], on=members(Paper, "links")):
    """
    A paper loses a link.
    """

    __slots__ = ()

    @property
    def noun(self) -> str:
        """
        What a list of changes calls the link, by its role or kind: "paper link".
        """
        return _noun(self.before)


class LinkMoved(ElementMoved, on=members(Paper, "links")):
    """
    A link gets another place among the links of its paper; `element` is its URL.
    """

    __slots__ = ()

    def __str__(self) -> str:
        which = "" if self.element is None else f": {self.element}"
        return f"link of {self.name} moved from place {self.position + 1} to {self.to + 1}{which}"


class LinkRetargeted(FieldChanged[str], on=members(Link, "url"), noun="target of link"):
    """
    The URL of a link changes.
    """

    __slots__ = ()

    def __str__(self) -> str:
        return f"link of {self.name} retargeted from {self.before} to {self.after}"


class LinkRelabelled(FieldChanged[str | None], on=members(Link, "label"), noun="label of link"):
    """
    The words on a link change.
    """

    __slots__ = ()

    def __str__(self) -> str:
        return f"link of {self.name} relabelled {replacement(self.before, self.after)}"


class LinkSectionChanged(FieldChanged[str | None], on=members(Link, "section"), noun="section of link"):
    """
    The role of the section that a link is in changes.
    """

    __slots__ = ()

    def __str__(self) -> str:
        return f"link of {self.name} moved from section {quoted(self.before)} to {quoted(self.after)}"


def _noun(link: Link) -> str:
    return f"{link.role or link.kind or ''} link".lstrip()
