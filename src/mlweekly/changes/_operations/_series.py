"""
What changes in a series, its issues' own fields apart.

Lives here: the operations on the series' title, its issues and its contents list.
Must not know: how issues of two series are matched (`_alignment` does).
"""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from mlweekly.changes._operations._shapes import (
    ElementAdded,
    ElementMoved,
    ElementRemoved,
    FieldChanged,
    known_by,
    quoted,
)
from mlweekly.model import ContentsEntry, Issue

__all__ = [
    "ContentsAdded",
    "ContentsMoved",
    "ContentsRegrouped",
    "ContentsRelabelled",
    "ContentsRemoved",
    "ContentsRetargeted",
    "IssueAdded",
    "IssueMoved",
    "IssueRemoved",
    "SeriesRetitled",
]


@frozen
class SeriesRetitled(FieldChanged[str | None]):
    """
    The title of a series changes; its pointer is the empty string.
    """

    MEMBER: ClassVar[str] = "title"

    def __str__(self) -> str:
        return f"series retitled from {quoted(self.before)} to {quoted(self.after)}"


@frozen
class IssueAdded(ElementAdded[Issue]):
    """
    A series gets an issue more: `/issues/0`.
    """

    def __str__(self) -> str:
        return f"issue added: {_named(self.after)}"

    def inverse(self) -> IssueRemoved:
        """
        Return the operation that undoes this one.
        """
        return IssueRemoved(self.pointer, before=self.after, count=self.count_after, of=self.of)


@frozen
class IssueRemoved(ElementRemoved[Issue]):
    """
    A series loses an issue.
    """

    def __str__(self) -> str:
        return f"issue removed: {_named(self.before)}"

    def inverse(self) -> IssueAdded:
        """
        Return the operation that undoes this one.
        """
        return IssueAdded(self.pointer, after=self.before, count=self.count_after, of=self.of)


@frozen
class IssueMoved(ElementMoved):
    """
    An issue gets another place in its series; `element` is its title.
    """

    def __str__(self) -> str:
        which = self.pointer if self.element is None else known_by(self.element)
        return f"issue moved from place {self.position + 1} to {self.to + 1}: {which}"


@frozen
class ContentsAdded(ElementAdded[ContentsEntry]):
    """
    The contents list gets an entry more: `/contents/5`.
    """

    def __str__(self) -> str:
        return f"contents entry added: {quoted(self.after.label)}"

    def inverse(self) -> ContentsRemoved:
        """
        Return the operation that undoes this one.
        """
        return ContentsRemoved(self.pointer, before=self.after, count=self.count_after, of=self.of)


@frozen
class ContentsRemoved(ElementRemoved[ContentsEntry]):
    """
    The contents list loses an entry.
    """

    def __str__(self) -> str:
        return f"contents entry removed: {quoted(self.before.label)}"

    def inverse(self) -> ContentsAdded:
        """
        Return the operation that undoes this one.
        """
        return ContentsAdded(self.pointer, after=self.before, count=self.count_after, of=self.of)


@frozen
class ContentsMoved(ElementMoved):
    """
    An entry of the contents list gets another place; `element` is its words.
    """

    def __str__(self) -> str:
        which = self.pointer if self.element is None else quoted(known_by(self.element))
        return f"contents entry moved from place {self.position + 1} to {self.to + 1}: {which}"


@frozen
class ContentsRelabelled(FieldChanged[str]):
    """
    The words of an entry of the contents list change: `/contents/5`.
    """

    MEMBER: ClassVar[str] = "label"

    def __str__(self) -> str:
        return f"contents entry relabelled from {quoted(self.before)} to {quoted(self.after)}"


@frozen
class ContentsRetargeted(FieldChanged[str | None]):
    """
    What an entry of the contents list points to changes.
    """

    MEMBER: ClassVar[str] = "target"

    def __str__(self) -> str:
        return f"contents entry retargeted from {quoted(self.before)} to {quoted(self.after)}"


@frozen
class ContentsRegrouped(FieldChanged[str | None]):
    """
    The heading that an entry of the contents list stands under changes.
    """

    MEMBER: ClassVar[str] = "group"

    def __str__(self) -> str:
        return f"contents entry regrouped from {quoted(self.before)} to {quoted(self.after)}"


def _named(issue: Issue) -> str:
    return issue.title or (f"{issue.period}" if issue.period else "without a title")
