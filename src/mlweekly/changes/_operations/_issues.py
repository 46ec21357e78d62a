"""
What changes in an issue, its papers apart, and in the paragraphs that issues and series have.
"""

from __future__ import annotations

from datetime import date

from attrs import field, frozen

from mlweekly.changes._operations._shapes import (
    ElementAdded,
    ElementChanged,
    ElementRemoved,
    FieldChanged,
    Value,  # noqa: F401 -- get_type_hints resolves what the classes inherit
    called,
    on,
    quoted,
    undoes,
)
from mlweekly.changes._words import rewording
from mlweekly.dates import DateRange
from mlweekly.model import Issue, Series, Text, language_tag  # noqa: F401 -- as above

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

_PARAGRAPHS = on(Issue, "lead", "notices", "comments") + on(Series, "lead", "foot")


@frozen
class IssueRetitled(FieldChanged[str | None]):
    """
    The title of an issue changes.

    >>> str(IssueRetitled("", before="June 10 - June 16", after="September 16 - September 22"))
    'issue retitled from "June 10 - June 16" to "September 16 - September 22"'
    """

    ON = on(Issue, "title")
    NOUN = "title"

    def __str__(self) -> str:
        return f"issue retitled from {quoted(self.before)} to {quoted(self.after)}"


@frozen
class PeriodChanged(FieldChanged[DateRange | None]):
    """
    The period of an issue changes.
    """

    ON = on(Issue, "period")


@frozen
class LanguageChanged(FieldChanged[str | None]):
    """
    The language of an issue's edition changes.
    """

    ON = on(Issue, "language")

    before: str | None = field(kw_only=True, converter=language_tag)
    after: str | None = field(kw_only=True, converter=language_tag)


@frozen
class SourceChanged(FieldChanged[str | None]):
    """
    The URL of the text that an issue was made from changes.
    """

    ON = on(Issue, "source")

    def __str__(self) -> str:
        return f"source{self.suffix} changed from {called(self.before)} to {called(self.after)}"


@frozen
class PublishedChanged(FieldChanged[date | None]):
    """
    The day that an issue came out changes.
    """

    ON = on(Issue, "published")
    NOUN = "day of publication"


@frozen
class ParagraphAdded(ElementAdded[str]):
    """
    The lead, the notices, the comments or the foot get a paragraph more: `/lead/0`, `/issues/3/comments/1`.
    """

    ON = _PARAGRAPHS

    def __str__(self) -> str:
        return f"paragraph added to the {_sequence(self.pointer)}{self.suffix}: {quoted(self.after)}"


@undoes(ParagraphAdded)
@frozen
class ParagraphRemoved(ElementRemoved[str]):
    """
    The lead, the notices, the comments or the foot lose a paragraph.
    """

    ON = _PARAGRAPHS

    def __str__(self) -> str:
        return f"paragraph removed from the {_sequence(self.pointer)}{self.suffix}: {quoted(self.before)}"


@frozen
class ParagraphReworded(ElementChanged):
    """
    The words of a paragraph of the lead, the notices, the comments or the foot change.
    """

    ON = _PARAGRAPHS

    def __str__(self) -> str:
        words = rewording(self.before, self.after)
        return f"paragraph of the {_sequence(self.pointer)}{self.suffix} reworded: {words}"


def _sequence(pointer: str) -> str:
    return pointer.rpartition("/")[0].rpartition("/")[2]
