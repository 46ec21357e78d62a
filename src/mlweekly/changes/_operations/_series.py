"""
What changes in a series: its title, its issues, its contents list.
"""

from __future__ import annotations

from attrs import frozen

from mlweekly.changes._operations._shapes import (
    ElementAdded,
    ElementMoved,
    ElementRemoved,
    FieldChanged,
    Value,  # noqa: F401 -- get_type_hints resolves what the classes inherit
    called,
    on,
    quoted,
    undoes,
)
from mlweekly.model import ContentsEntry, Issue, Series, Text  # noqa: F401

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

    ON = on(Series, "title")
    NOUN = "title of the series"

    def __str__(self) -> str:
        return f"series retitled from {quoted(self.before)} to {quoted(self.after)}"


@frozen
class IssueAdded(ElementAdded[Issue]):
    """
    A series gets an issue more: `/issues/0`.
    """

    ON = on(Series, "issues")

    def __str__(self) -> str:
        return f"issue added: {called(self.after)}"


@undoes(IssueAdded)
@frozen
class IssueRemoved(ElementRemoved[Issue]):
    """
    A series loses an issue.
    """

    ON = on(Series, "issues")

    def __str__(self) -> str:
        return f"issue removed: {called(self.before)}"


@frozen
class IssueMoved(ElementMoved):
    """
    An issue gets another place in its series; `element` is its title.
    """

    ON = on(Series, "issues")


@frozen
class ContentsAdded(ElementAdded[ContentsEntry]):
    """
    The contents list gets an entry more: `/contents/5`.
    """

    ON = on(Series, "contents")
    NOUN = "contents entry"

    def __str__(self) -> str:
        return f"contents entry added: {quoted(self.after)}"


@undoes(ContentsAdded)
@frozen
class ContentsRemoved(ElementRemoved[ContentsEntry]):
    """
    The contents list loses an entry.
    """

    ON = on(Series, "contents")
    NOUN = "contents entry"

    def __str__(self) -> str:
        return f"contents entry removed: {quoted(self.before)}"


@frozen
class ContentsMoved(ElementMoved):
    """
    An entry of the contents list gets another place; `element` is its words.
    """

    ON = on(Series, "contents")
    NOUN = "contents entry"

    def __str__(self) -> str:
        which = self.pointer if self.element is None else quoted(self.element)
        return f"contents entry moved from place {self.position + 1} to {self.to + 1}: {which}"


@frozen
class ContentsRelabelled(FieldChanged[str]):
    """
    The words of an entry of the contents list change: `/contents/5`.
    """

    ON = on(ContentsEntry, "label")
    NOUN = "words of the contents entry"

    def __str__(self) -> str:
        return f"contents entry relabelled from {quoted(self.before)} to {quoted(self.after)}"


@frozen
class ContentsRetargeted(FieldChanged[str | None]):
    """
    What an entry of the contents list points to changes.
    """

    ON = on(ContentsEntry, "target")
    NOUN = "target of the contents entry"

    def __str__(self) -> str:
        return f"contents entry retargeted from {quoted(self.before)} to {quoted(self.after)}"


@frozen
class ContentsRegrouped(FieldChanged[str | None]):
    """
    The heading that an entry of the contents list is under changes.
    """

    ON = on(ContentsEntry, "group")
    NOUN = "group of the contents entry"

    def __str__(self) -> str:
        return f"contents entry regrouped from {quoted(self.before)} to {quoted(self.after)}"

