"""
What changes in the links of a paper.

Lives here: the operations on links.
Must not know: how links of two papers are matched (`_alignment` does).
"""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from mlweekly.changes._operations._shapes import ElementAdded, ElementMoved, ElementRemoved, FieldChanged, quoted
from mlweekly.model import Link

__all__ = ["LinkAdded", "LinkMoved", "LinkRelabelled", "LinkRemoved", "LinkRetargeted", "LinkSectionChanged"]


@frozen
class LinkAdded(ElementAdded[Link]):
    """
    A paper gets a link more: `/papers/0/links/1`.

    >>> str(LinkAdded("/papers/0/links/0", after=Link("https://arxiv.org/abs/2410.00037", "Paper"), of="Moshi"))
    'paper link added to Moshi: https://arxiv.org/abs/2410.00037'
    """

    def __str__(self) -> str:
        return f"{_named(self.after)} added to {self.name}: {self.after.url}"

    def inverse(self) -> LinkRemoved:
        """
        Return the operation that undoes this one.
        """
        return LinkRemoved(self.pointer, before=self.after, count=self.count_after, of=self.of)


@frozen
class LinkRemoved(ElementRemoved[Link]):
    """
    A paper loses a link.
    """

    def __str__(self) -> str:
        return f"{_named(self.before)} removed from {self.name}: {self.before.url}"

    def inverse(self) -> LinkAdded:
        """
        Return the operation that undoes this one.
        """
        return LinkAdded(self.pointer, after=self.before, count=self.count_after, of=self.of)


@frozen
class LinkMoved(ElementMoved):
    """
    A link gets another place among the links of its paper; `element` is its URL.
    """

    def __str__(self) -> str:
        which = "" if self.element is None else f": {self.element}"
        return f"link of {self.name} moved from place {self.position + 1} to {self.to + 1}{which}"


@frozen
class LinkRetargeted(FieldChanged[str]):
    """
    The URL of a link changes.
    """

    MEMBER: ClassVar[str] = "url"

    def __str__(self) -> str:
        return f"link of {self.name} retargeted from {self.before} to {self.after}"


@frozen
class LinkRelabelled(FieldChanged[str | None]):
    """
    The words on a link change.
    """

    MEMBER: ClassVar[str] = "label"

    def __str__(self) -> str:
        return f"link of {self.name} relabelled from {quoted(self.before)} to {quoted(self.after)}"


@frozen
class LinkSectionChanged(FieldChanged[str | None]):
    """
    The role of the section that a link stands in changes.
    """

    MEMBER: ClassVar[str] = "section"

    def __str__(self) -> str:
        return f"link of {self.name} moved from section {quoted(self.before)} to {quoted(self.after)}"


def _named(link: Link) -> str:
    return f"{link.role or link.kind or ''} link".lstrip()
