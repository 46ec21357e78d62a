"""
What changes in the links of a paper.
"""

from __future__ import annotations

from attrs import frozen

from mlweekly.changes._operations._shapes import (
    ElementAdded,
    ElementMoved,
    ElementRemoved,
    FieldChanged,
    Value,  # noqa: F401 -- get_type_hints resolves what the classes inherit
    on,
    quoted,
    undoes,
)
from mlweekly.model import Link, Paper, Text  # noqa: F401 -- as above

__all__ = ["LinkAdded", "LinkMoved", "LinkRelabelled", "LinkRemoved", "LinkRetargeted", "LinkSectionChanged"]


@frozen
class LinkAdded(ElementAdded[Link]):
    """
    A paper gets a link more: `/papers/0/links/1`.

    >>> str(LinkAdded("/papers/0/links/0", after=Link("https://arxiv.org/abs/2410.00037", "Paper"), of="Moshi"))
    'paper link added to Moshi: https://arxiv.org/abs/2410.00037'
    """

    ON = on(Paper, "links")

    @property
    def noun(self) -> str:
        """
        What a list of changes calls the link, by its role or kind: "paper link".
        """
        return _noun(self.after)


@undoes(LinkAdded)
@frozen
class LinkRemoved(ElementRemoved[Link]):
    """
    A paper loses a link.
    """

    ON = on(Paper, "links")

    @property
    def noun(self) -> str:
        """
        What a list of changes calls the link, by its role or kind: "paper link".
        """
        return _noun(self.before)


@frozen
class LinkMoved(ElementMoved):
    """
    A link gets another place among the links of its paper; `element` is its URL.
    """

    ON = on(Paper, "links")

    def __str__(self) -> str:
        which = "" if self.element is None else f": {self.element}"
        return f"link of {self.name} moved from place {self.position + 1} to {self.to + 1}{which}"


@frozen
class LinkRetargeted(FieldChanged[str]):
    """
    The URL of a link changes.
    """

    ON = on(Link, "url")
    NOUN = "target of link"

    def __str__(self) -> str:
        return f"link of {self.name} retargeted from {self.before} to {self.after}"


@frozen
class LinkRelabelled(FieldChanged[str | None]):
    """
    The words on a link change.
    """

    ON = on(Link, "label")
    NOUN = "label of link"

    def __str__(self) -> str:
        return f"link of {self.name} relabelled from {quoted(self.before)} to {quoted(self.after)}"


@frozen
class LinkSectionChanged(FieldChanged[str | None]):
    """
    The role of the section that a link is in changes.
    """

    ON = on(Link, "section")
    NOUN = "section of link"

    def __str__(self) -> str:
        return f"link of {self.name} moved from section {quoted(self.before)} to {quoted(self.after)}"


def _noun(link: Link) -> str:
    return f"{link.role or link.kind or ''} link".lstrip()
