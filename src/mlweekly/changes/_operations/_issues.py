"""
What changes in a series and its contents list, in an issue apart from its papers, and in extra members anywhere.
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
from mlweekly.dates import DateRange
from mlweekly.errors import ModelError, Problem
from mlweekly.model import ContentsEntry, Issue, JsonValue, Series, freeze
from mlweekly.model._kinds import language_tag
from mlweekly.model._mapping import comparable

__all__ = [
    "ContentsAdded",
    "ContentsMoved",
    "ContentsRegrouped",
    "ContentsRelabelled",
    "ContentsRemoved",
    "ContentsRetargeted",
    "ExtraAdded",
    "ExtraChanged",
    "ExtraRemoved",
    "IssueAdded",
    "IssueMoved",
    "IssueRemoved",
    "IssueRetitled",
    "LanguageChanged",
    "MetadataAdded",
    "MetadataChanged",
    "MetadataRemoved",
    "ParagraphAdded",
    "ParagraphRemoved",
    "ParagraphReworded",
    "PeriodChanged",
    "PublishedChanged",
    "SeriesRetitled",
    "SourceChanged",
]

_PARAGRAPHS = (*members(Issue, "lead", "notices", "comments"), *members(Series, "lead", "foot"))


class SeriesRetitled(FieldChanged[str | None], on=members(Series, "title"), noun="title of the series"):
    """
    The title of a series changes; its pointer is the empty string.
    """

    __slots__ = ()

    def __str__(self) -> str:
        return f"series retitled {replacement(self.before, self.after)}"


class IssueAdded(ElementAdded[Issue], on=members(Series, "issues")):
    """
    A series gains an issue: `/issues/0`.
    """

    __slots__ = ()

    def __str__(self) -> str:
        return f"issue added: {spoken(self.after)}"


@undoes(IssueAdded)
class IssueRemoved(ElementRemoved[Issue], on=members(Series, "issues")):
    """
    A series loses an issue.
    """

    __slots__ = ()

    def __str__(self) -> str:
        return f"issue removed: {spoken(self.before)}"


class IssueMoved(ElementMoved, on=members(Series, "issues")):
    """
    An issue gets another place in its series; `element` is its title.
    """

    __slots__ = ()


class ContentsAdded(ElementAdded[ContentsEntry], on=members(Series, "contents")):
    """
    The contents list gains an entry: `/contents/5`.
    """

    __slots__ = ()

    def __str__(self) -> str:
        return f"contents entry added: {quoted(self.after)}"


@undoes(ContentsAdded)
class ContentsRemoved(ElementRemoved[ContentsEntry], on=members(Series, "contents")):
    """
    The contents list loses an entry.
    """

    __slots__ = ()

    def __str__(self) -> str:
        return f"contents entry removed: {quoted(self.before)}"


class ContentsMoved(ElementMoved, on=members(Series, "contents")):
    """
    An entry of the contents list gets another place; `element` is its words.
    """

    __slots__ = ()

    def __str__(self) -> str:
        which = self.pointer if self.element is None else quoted(self.element)
        return f"contents entry moved from place {self.position + 1} to {self.to + 1}: {which}"


class ContentsRelabelled(FieldChanged[str], on=members(ContentsEntry, "label"), noun="words of the contents entry"):
    """
    The words of an entry of the contents list change: `/contents/5`.
    """

    __slots__ = ()

    def __str__(self) -> str:
        return f"contents entry relabelled {replacement(self.before, self.after)}"


class ContentsRetargeted(
    FieldChanged[str | None], on=members(ContentsEntry, "target"), noun="target of the contents entry"
):
    """
    What an entry of the contents list points to changes.
    """

    __slots__ = ()

    def __str__(self) -> str:
        return f"contents entry retargeted {replacement(self.before, self.after)}"


class ContentsRegrouped(
    FieldChanged[str | None], on=members(ContentsEntry, "group"), noun="group of the contents entry"
):
    """
    The heading that an entry of the contents list is under changes.
    """

    __slots__ = ()

    def __str__(self) -> str:
        return f"contents entry regrouped {replacement(self.before, self.after)}"


class IssueRetitled(FieldChanged[str | None], on=members(Issue, "title"), noun="title"):
    """
    The title of an issue changes.

    >>> str(IssueRetitled("", before="June 10 - June 16", after="September 16 - September 22"))
    'issue retitled from "June 10 - June 16" to "September 16 - September 22"'
    """

    __slots__ = ()

    def __str__(self) -> str:
        return f"issue retitled {replacement(self.before, self.after)}"


class PeriodChanged(FieldChanged[DateRange | None], on=members(Issue, "period")):
    """
    The period of an issue changes.
    """

    __slots__ = ()


@frozen(repr=False)
class LanguageChanged(FieldChanged[str | None], on=members(Issue, "language")):
    """
    The language of an issue's edition changes.
    """

    before: str | None = field(kw_only=True, converter=language_tag)
    after: str | None = field(kw_only=True, converter=language_tag)


class SourceChanged(FieldChanged[str | None], on=members(Issue, "source")):
    """
    The URL of the text that an issue was made from changes.
    """

    __slots__ = ()

    def __str__(self) -> str:
        return f"source{self.suffix} changed from {spoken(self.before)} to {spoken(self.after)}"


class PublishedChanged(FieldChanged[date | None], on=members(Issue, "published"), noun="day of publication"):
    """
    The day that an issue came out changes.
    """

    __slots__ = ()


class ParagraphAdded(ElementAdded[str], on=_PARAGRAPHS):
    """
    The lead, the notices, the comments or the foot gain a paragraph: `/lead/0`, `/issues/3/comments/1`.
    """

    __slots__ = ()

    def __str__(self) -> str:
        return f"paragraph added to the {_sequence(self.pointer)}{self.suffix}: {quoted(self.after)}"


@undoes(ParagraphAdded)
class ParagraphRemoved(ElementRemoved[str], on=_PARAGRAPHS):
    """
    The lead, the notices, the comments or the foot lose a paragraph.
    """

    __slots__ = ()

    def __str__(self) -> str:
        return f"paragraph removed from the {_sequence(self.pointer)}{self.suffix}: {quoted(self.before)}"


class ParagraphReworded(ElementChanged, on=_PARAGRAPHS):
    """
    The words of a paragraph of the lead, the notices, the comments or the foot change.
    """

    __slots__ = ()

    def __str__(self) -> str:
        words = rewording(self.before, self.after)
        return f"paragraph of the {_sequence(self.pointer)}{self.suffix} reworded: {words}"


def _sequence(pointer: str) -> str:
    return pointer.rpartition("/")[0].rpartition("/")[2]


def _json(value: object) -> JsonValue:
    problems: list[Problem] = []
    frozen_value = freeze(value, problems)
    if problems:
        raise ModelError("cannot make this operation", problems)
    return frozen_value


@frozen(repr=False)
class _MemberAdded(EntryAdded[JsonValue]):
    member: str = field(kw_only=True)
    after: JsonValue = field(kw_only=True, converter=_json, eq=comparable)


@frozen(repr=False)
class _MemberRemoved(EntryRemoved[JsonValue]):
    member: str = field(kw_only=True)
    before: JsonValue = field(kw_only=True, converter=_json, eq=comparable)


@frozen(repr=False)
class _MemberChanged(EntryChanged[JsonValue]):
    member: str = field(kw_only=True)
    before: JsonValue = field(kw_only=True, converter=_json, eq=comparable)
    after: JsonValue = field(kw_only=True, converter=_json, eq=comparable)


class ExtraAdded(_MemberAdded, noun="extra member"):
    """
    A value gains an extra member.

    Attributes:
        pointer: The value that the member belongs to: `/papers/0`.
        member: The name of the member.
        after: Its value.
    """

    __slots__ = ()


@undoes(ExtraAdded)
class ExtraRemoved(_MemberRemoved, noun="extra member"):
    """
    A value loses an extra member.

    Attributes:
        pointer: The value that the member belongs to.
        member: The name of the member.
        before: Its value.
    """

    __slots__ = ()


class ExtraChanged(_MemberChanged, noun="extra member"):
    """
    An extra member gets another value.

    Attributes:
        pointer: The value that the member belongs to.
        member: The name of the member.
    """

    __slots__ = ()


class MetadataAdded(_MemberAdded, on=members(Issue, "metadata"), noun="metadata member"):
    """
    An issue gains a member of its metadata.

    Attributes:
        member: The name of the member.
        after: Its value.
    """

    __slots__ = ()


@undoes(MetadataAdded)
class MetadataRemoved(_MemberRemoved, on=members(Issue, "metadata"), noun="metadata member"):
    """
    An issue loses a member of its metadata.

    Attributes:
        member: The name of the member.
        before: Its value.
    """

    __slots__ = ()


class MetadataChanged(_MemberChanged, on=members(Issue, "metadata"), noun="metadata member"):
    """
    A member of an issue's metadata gets another value.

    Attributes:
        member: The name of the member.
    """

    __slots__ = ()
