"""
Links, and the ordered set of a paper's links.

Lives here: `Link` and `LinkSet`.
Must not know: papers; how hosts spell their URLs (`mlweekly.identifiers` does).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, overload

from attrs import field, frozen

from mlweekly.dates import DateRange
from mlweekly.errors import Problem, pointer_to, reject_if_any
from mlweekly.identifiers import url_problem
from mlweekly.model._extra import NO_EXTRA, Extra, extra_members, extra_problems
from mlweekly.model._roles import role_of_label
from mlweekly.model._strings import link_problem, string_problem

if TYPE_CHECKING:
    from mlweekly.identifiers import Identifier, Target

__all__ = ["Link", "LinkSet"]


@frozen
class Link:
    """
    A link as a digest prints it, and what its URL alone tells.

    >>> link = Link("https://www.arxiv.org/pdf/2409.12917v1", label="Paper")
    >>> link.kind, link.role, link.canonical, str(link.created)
    ('paper', 'paper', 'https://arxiv.org/abs/2409.12917', '2024-09-01/2024-09-30')

    Attributes:
        url: The URL as written, escapes undone; http or https, without blanks and control characters.
        label: The words on the link, plain text; None where the digest prints the bare URL.
        section: The role that the section says in which a link stands, where the label does not say it.
        extra: Members of a newer minor version.
    """

    url: str
    label: str | None = None
    section: str | None = field(default=None, kw_only=True)
    extra: Extra = field(default=NO_EXTRA, converter=extra_members, kw_only=True)

    def __attrs_post_init__(self) -> None:
        # Nearly every link of a digest; what follows costs as much again.
        is_plain = self.section is None and self.extra is NO_EXTRA and link_problem(self.url) is None
        if is_plain and (self.label is None or string_problem(self.label) is None):
            return
        reject_if_any("Link", self._problems())

    def _problems(self) -> Iterator[Problem]:
        problem = link_problem(self.url)
        if problem is not None:
            yield Problem("/url", problem)
        problem = None if self.label is None else string_problem(self.label)
        if problem is not None:
            yield Problem("/label", problem)
        problem = None if self.section is None else string_problem(self.section)
        if problem is not None:
            yield Problem("/section", problem)
        if self.extra is not NO_EXTRA:
            yield from extra_problems(self.extra, ("url", "label", "section"))

    @cached_property
    def target(self) -> Target:
        """
        What the URL points to, as the URL alone tells.
        """
        # Building a link needs none of the identifiers, which cost a third of the import.
        from mlweekly.identifiers import target_of

        return target_of(self.url)

    @property
    def kind(self) -> str | None:
        """
        What the target is: "paper", "post", "code", "model", "dataset", "video", or None where the URL does not tell.
        """
        return self.target.kind

    @property
    def identifier(self) -> Identifier | None:
        """
        The identity of the target, where its URL holds one.
        """
        return self.target.identifier

    @property
    def canonical(self) -> str:
        """
        The one spelling that every URL of this target shares.
        """
        return self.target.canonical

    @property
    def created(self) -> DateRange | None:
        """
        When the target came to be, in UTC: a month for arXiv, a year for the ACL Anthology, a day for a post.
        """
        return self.target.created

    @property
    def role(self) -> str | None:
        """
        What the digest calls the link, by its label, else by its section: a kind, or "project", "blog", "demo", ...
        """
        role = None if self.label is None else role_of_label(self.label)
        return self.section if role is None else role


def _links(links: Iterable[Link]) -> tuple[Link, ...]:
    return tuple(links)


@frozen(repr=False)
class LinkSet(Sequence[Link]):
    """
    Every link of a paper, in order; a sequence that also answers as a set of targets.

    `==` and `hash` compare the links as written. `in`, `|`, `&` and `-` go by canonical target, and keep the left
    side's spelling and order. A target that stands twice is held twice.

    >>> links = LinkSet([Link("https://twitter.com/a/status/1836427396959932492?s=20", label="Tweet")])
    >>> Link("https://x.com/b/status/1836427396959932492") in links
    True
    """

    links: tuple[Link, ...] = field(default=(), converter=_links)

    def __attrs_post_init__(self) -> None:
        reject_if_any("LinkSet", self._problems())

    def _problems(self) -> Iterator[Problem]:
        for index, link in enumerate(self.links):
            if not isinstance(link, Link):  # pyright: ignore[reportUnnecessaryIsInstance] -- a caller may be untyped
                yield Problem(pointer_to(index), f"must be a Link, got {link!r}")

    @overload
    def __getitem__(self, index: int) -> Link: ...
    @overload
    def __getitem__(self, index: slice) -> LinkSet: ...
    def __getitem__(self, index: int | slice) -> Link | LinkSet:
        return LinkSet(self.links[index]) if isinstance(index, slice) else self.links[index]

    def __len__(self) -> int:
        return len(self.links)

    def __iter__(self) -> Iterator[Link]:
        return iter(self.links)

    def __repr__(self) -> str:
        return f"LinkSet({list(self.links)!r})"

    def __contains__(self, value: object) -> bool:
        """
        Tell whether some link has the same target as this `Link` or URL.
        """
        if isinstance(value, str):
            if url_problem(value) is not None:
                return False
            value = Link(value)
        return isinstance(value, Link) and value.canonical in self.targets

    def __or__(self, other: LinkSet) -> LinkSet:
        added: dict[str, Link] = {}
        for link in other:
            if link.canonical not in self.targets:
                added.setdefault(link.canonical, link)
        return LinkSet((*self.links, *added.values()))

    def __and__(self, other: LinkSet) -> LinkSet:
        return LinkSet(link for link in self.links if link.canonical in other.targets)

    def __sub__(self, other: LinkSet) -> LinkSet:
        return LinkSet(link for link in self.links if link.canonical not in other.targets)

    @property
    def targets(self) -> frozenset[str]:
        """
        The canonical targets of the links.
        """
        return frozenset(link.canonical for link in self.links)

    @property
    def paper(self) -> Link | None:
        """
        The first link of kind "paper", else the first of role "paper", else None.
        """
        for link in self.links:
            if link.kind == "paper":
                return link
        return next((link for link in self.links if link.role == "paper"), None)

    def of(self, word: str) -> tuple[Link, ...]:
        """
        Return the links of this kind or role, in order.
        """
        return tuple(link for link in self.links if word in (link.kind, link.role))
