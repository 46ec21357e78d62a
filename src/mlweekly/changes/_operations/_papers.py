"""
What changes among the papers of an issue, and in a paper apart from its texts and links.

Lives here: the operations on papers.
Must not know: how papers of two issues are matched (`_alignment` does).
"""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from attrs import field, frozen

from mlweekly.changes._operations._shapes import (
    ElementAdded,
    ElementMoved,
    ElementRemoved,
    FieldChanged,
    known_by,
    quoted,
)
from mlweekly.model import Paper

__all__ = [
    "AuthorAdded",
    "AuthorRemoved",
    "AuthorRenamed",
    "PaperAdded",
    "PaperMoved",
    "PaperRemoved",
    "PaperReranked",
    "ReleasedChanged",
]


@frozen
class PaperAdded(ElementAdded[Paper]):
    """
    An issue gets a paper more: `/papers/2`.

    Attributes:
        renumbers: The papers count 1…n before and afterwards, whatever rank the added one carries; False where ranks
            stay as they are.
    """

    renumbers: bool = field(default=True, kw_only=True)

    def __str__(self) -> str:
        to = f" to {known_by(self.of)}" if self.of is not None else ""
        rank = _rank(self.pointer, self.after, renumbers=self.renumbers)
        return f"paper added{to}, rank {rank}: {known_by(self.after.title)}"

    def inverse(self) -> PaperRemoved:
        """
        Return the operation that undoes this one.
        """
        return PaperRemoved(
            self.pointer, before=self.after, count=self.count_after, renumbers=self.renumbers, of=self.of
        )


@frozen
class PaperRemoved(ElementRemoved[Paper]):
    """
    An issue loses a paper.

    Attributes:
        renumbers: The papers count 1…n before and afterwards; the rank that `before` carries is not compared then.
    """

    renumbers: bool = field(default=True, kw_only=True)

    def __str__(self) -> str:
        source = f" from {known_by(self.of)}" if self.of is not None else ""
        rank = _rank(self.pointer, self.before, renumbers=self.renumbers)
        return f"paper removed{source}, rank {rank}: {known_by(self.before.title)}"

    def inverse(self) -> PaperAdded:
        """
        Return the operation that undoes this one.
        """
        return PaperAdded(self.pointer, after=self.before, count=self.count_after, renumbers=self.renumbers, of=self.of)


@frozen
class PaperMoved(ElementMoved):
    """
    A paper gets another place in its issue; `element` is its title.

    Attributes:
        renumbers: The papers count 1…n before and afterwards; False where each keeps its rank.
    """

    renumbers: bool = field(default=True, kw_only=True)

    def __str__(self) -> str:
        what = "rank" if self.renumbers else "place"
        which = self.pointer if self.element is None else known_by(self.element)
        return f"paper moved{self.aside} from {what} {self.position + 1} to {self.to + 1}: {which}"


@frozen
class PaperReranked(FieldChanged[int]):
    """
    The rank that is printed at a paper changes, where ranks do not simply count the papers.
    """

    MEMBER: ClassVar[str] = "rank"

    def __str__(self) -> str:
        return f"rank of {self.name} changed from {self.before} to {self.after}"


@frozen
class AuthorAdded(ElementAdded[str]):
    """
    A paper gets an author more: `/papers/0/authors/2`.
    """

    def __str__(self) -> str:
        return f"author added to {self.name}: {self.after}"

    def inverse(self) -> AuthorRemoved:
        """
        Return the operation that undoes this one.
        """
        return AuthorRemoved(self.pointer, before=self.after, count=self.count_after, of=self.of)


@frozen
class AuthorRemoved(ElementRemoved[str]):
    """
    A paper loses an author.
    """

    def __str__(self) -> str:
        return f"author removed from {self.name}: {self.before}"

    def inverse(self) -> AuthorAdded:
        """
        Return the operation that undoes this one.
        """
        return AuthorAdded(self.pointer, after=self.before, count=self.count_after, of=self.of)


@frozen
class AuthorRenamed(FieldChanged[str]):
    """
    The name of an author changes: `/papers/0/authors/2`.
    """

    def __str__(self) -> str:
        return f"author of {self.name} renamed from {quoted(self.before)} to {quoted(self.after)}"


@frozen
class ReleasedChanged(FieldChanged[date | None]):
    """
    The day that a paper came out changes.
    """

    MEMBER: ClassVar[str] = "released"

    def __str__(self) -> str:
        return f"day of release of {self.name} changed from {quoted(self.before)} to {quoted(self.after)}"


def _rank(pointer: str, paper: Paper, *, renumbers: bool) -> int:
    position = pointer.rpartition("/")[2]
    return int(position) + 1 if renumbers and position.isdecimal() else paper.rank
