"""
What changes among the papers of an issue, and in a paper apart from its texts and links.
"""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from attrs import field, frozen

from mlweekly.changes._operations._shapes import (
    ElementAdded,
    ElementChanged,
    ElementMoved,
    ElementRemoved,
    EntryAdded,
    EntryChanged,
    EntryRemoved,
    FieldChanged,
    Value,  # noqa: F401 -- get_type_hints resolves what the classes inherit
    called,
    on,
    quoted,
    undoes,
)
from mlweekly.changes._words import rewording
from mlweekly.model import Issue, Paper, Text  # noqa: F401 -- as above

__all__ = [
    "AuthorAdded",
    "AuthorRemoved",
    "AuthorRenamed",
    "DetailAdded",
    "DetailChanged",
    "DetailRemoved",
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


@frozen
class PaperAdded(ElementAdded[Paper]):
    """
    An issue gets a paper more: `/papers/2`.

    Attributes:
        renumbers: The papers count 1…n before and afterwards, whatever rank the added one carries; False where ranks
            stay as they are.
    """

    ON = on(Issue, "papers")

    renumbers: bool = field(default=True, kw_only=True)

    @property
    def rank(self) -> int:
        """
        The rank that the paper has afterwards.
        """
        return _rank(self.pointer, self.after, renumbers=self.renumbers)

    def __str__(self) -> str:
        to = "" if self.of is None else f" to {called(self.of)}"
        return f"paper added{to}, rank {self.rank}: {called(self.after)}"


@undoes(PaperAdded)
@frozen
class PaperRemoved(ElementRemoved[Paper]):
    """
    An issue loses a paper.

    Attributes:
        renumbers: The papers count 1…n before and afterwards; the rank that `before` carries is not compared then.
    """

    ON = on(Issue, "papers")

    renumbers: bool = field(default=True, kw_only=True)

    @property
    def rank(self) -> int:
        """
        The rank that the paper has before.
        """
        return _rank(self.pointer, self.before, renumbers=self.renumbers)

    def __str__(self) -> str:
        source = "" if self.of is None else f" from {called(self.of)}"
        return f"paper removed{source}, rank {self.rank}: {called(self.before)}"


@frozen
class PaperMoved(ElementMoved):
    """
    A paper gets another place in its issue; `element` is its title.

    Attributes:
        renumbers: The papers count 1…n before and afterwards; False where each keeps its rank.
    """

    ON = on(Issue, "papers")

    renumbers: bool = field(default=True, kw_only=True)

    @property
    def unit(self) -> str:
        """
        What `position` and `to` count: ranks, or places where ranks stay as they are.
        """
        return "rank" if self.renumbers else "place"


@frozen
class PaperReranked(FieldChanged[int]):
    """
    The rank that is printed at a paper changes, where ranks do not simply count the papers.
    """

    ON = on(Paper, "rank")
    NOUN = "rank"


@frozen
class AuthorAdded(ElementAdded[str]):
    """
    A paper gets an author more: `/papers/0/authors/2`.
    """

    ON = on(Paper, "authors")


@undoes(AuthorAdded)
@frozen
class AuthorRemoved(ElementRemoved[str]):
    """
    A paper loses an author.
    """

    ON = on(Paper, "authors")


@frozen
class AuthorRenamed(ElementChanged):
    """
    The name of an author changes: `/papers/0/authors/2`.
    """

    ON = on(Paper, "authors")

    def __str__(self) -> str:
        return f"author of {self.name} renamed from {quoted(self.before)} to {quoted(self.after)}"


@frozen
class ReleasedChanged(FieldChanged[date | None]):
    """
    The day that a paper came out changes.
    """

    ON = on(Paper, "released")
    NOUN = "day of release"


@frozen
class TopicsChanged(FieldChanged[tuple[str, ...]]):
    """
    The headings between the issue's title and a paper change, as a whole.
    """

    ON = on(Paper, "topics")


@frozen
class TagAdded(ElementAdded[str]):
    """
    A paper gets a tag more: `/papers/0/tags/2`.
    """

    ON = on(Paper, "tags")


@undoes(TagAdded)
@frozen
class TagRemoved(ElementRemoved[str]):
    """
    A paper loses a tag.
    """

    ON = on(Paper, "tags")


@frozen
class TagRenamed(ElementChanged):
    """
    A tag is spelled otherwise: `/papers/0/tags/2`.
    """

    ON = on(Paper, "tags")

    def __str__(self) -> str:
        return f"tag of {self.name} renamed from {quoted(self.before)} to {quoted(self.after)}"


@frozen
class DetailAdded(EntryAdded[str]):
    """
    A paper gets a detail more.

    Attributes:
        label: The label of the detail.
        after: What is said under it.
    """

    ON = on(Paper, "details")
    KEY: ClassVar[str] = "label"
    NOUN = "detail"

    label: str = field(kw_only=True)

    def __str__(self) -> str:
        return f"{self.noun} added to {self.name}: {quoted(self.after)}"


@undoes(DetailAdded)
@frozen
class DetailRemoved(EntryRemoved[str]):
    """
    A paper loses a detail.

    Attributes:
        label: The label of the detail.
        before: What was said under it.
    """

    ON = on(Paper, "details")
    KEY: ClassVar[str] = "label"
    NOUN = "detail"

    label: str = field(kw_only=True)

    def __str__(self) -> str:
        return f"{self.noun} removed from {self.name}: {quoted(self.before)}"


@frozen
class DetailChanged(EntryChanged[str]):
    """
    What is said of a paper under a label changes.

    Attributes:
        label: The label of the detail.
    """

    ON = on(Paper, "details")
    KEY: ClassVar[str] = "label"
    NOUN = "detail"

    label: str = field(kw_only=True)

    def __str__(self) -> str:
        return f"{self.noun} of {self.name} reworded: {rewording(self.before, self.after)}"


def _rank(pointer: str, paper: Paper, *, renumbers: bool) -> int:
    index = pointer.rpartition("/")[2]
    return int(index) + 1 if renumbers and index.isdecimal() else paper.rank
