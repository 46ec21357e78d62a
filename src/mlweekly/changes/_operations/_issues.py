"""
What changes in an issue, its papers apart.

Lives here: the operations on its own fields, and on the paragraphs that issues and series have.
Must not know: papers.
"""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from attrs import frozen

from mlweekly.changes._operations._shapes import ElementAdded, ElementRemoved, FieldChanged, quoted
from mlweekly.changes._words import rewording
from mlweekly.dates import DateRange

__all__ = [
    "IssueRetitled",
    "LanguageChanged",
    "ParagraphAdded",
    "ParagraphRemoved",
    "ParagraphReworded",
    "PeriodChanged",
    "PublishedChanged",
    "SourceChanged",
]


@frozen
class IssueRetitled(FieldChanged[str | None]):
    """
    The title of an issue changes.

    >>> str(IssueRetitled("", before="June 10 - June 16", after="September 16 - September 22"))
    'issue retitled from "June 10 - June 16" to "September 16 - September 22"'
    """

    MEMBER: ClassVar[str] = "title"

    def __str__(self) -> str:
        return f"issue retitled from {quoted(self.before)} to {quoted(self.after)}"


@frozen
class PeriodChanged(FieldChanged[DateRange | None]):
    """
    The period of an issue changes.
    """

    MEMBER: ClassVar[str] = "period"

    def __str__(self) -> str:
        return f"period{self.aside} changed from {quoted(self.before)} to {quoted(self.after)}"


@frozen
class LanguageChanged(FieldChanged[str | None]):
    """
    The language of an issue's edition changes.
    """

    MEMBER: ClassVar[str] = "language"

    def __str__(self) -> str:
        return f"language{self.aside} changed from {quoted(self.before)} to {quoted(self.after)}"


@frozen
class SourceChanged(FieldChanged[str | None]):
    """
    The URL of the text that an issue was made from changes.
    """

    MEMBER: ClassVar[str] = "source"

    def __str__(self) -> str:
        return f"source{self.aside} changed from {self.before or 'nothing'} to {self.after or 'nothing'}"


@frozen
class PublishedChanged(FieldChanged[date | None]):
    """
    The day that an issue came out changes.
    """

    MEMBER: ClassVar[str] = "published"

    def __str__(self) -> str:
        return f"day of publication{self.aside} changed from {quoted(self.before)} to {quoted(self.after)}"


@frozen
class ParagraphAdded(ElementAdded[str]):
    """
    The lead, the notices, the comments or the foot get a paragraph more: `/lead/0`, `/issues/3/comments/1`.
    """

    def __str__(self) -> str:
        return f"paragraph added to the {_part(self.pointer)}{self.aside}: {quoted(self.after)}"

    def inverse(self) -> ParagraphRemoved:
        """
        Return the operation that undoes this one.
        """
        return ParagraphRemoved(self.pointer, before=self.after, count=self.count_after, of=self.of)


@frozen
class ParagraphRemoved(ElementRemoved[str]):
    """
    The lead, the notices, the comments or the foot lose a paragraph.
    """

    def __str__(self) -> str:
        return f"paragraph removed from the {_part(self.pointer)}{self.aside}: {quoted(self.before)}"

    def inverse(self) -> ParagraphAdded:
        """
        Return the operation that undoes this one.
        """
        return ParagraphAdded(self.pointer, after=self.before, count=self.count_after, of=self.of)


@frozen
class ParagraphReworded(FieldChanged[str]):
    """
    The words of a paragraph of the lead, the notices, the comments or the foot change.
    """

    def __str__(self) -> str:
        return f"paragraph of the {_part(self.pointer)}{self.aside} reworded: {rewording(self.before, self.after)}"


def _part(pointer: str) -> str:
    return pointer.rpartition("/")[0].rpartition("/")[2]
