"""
Links, and the ordered set of a paper's links.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import overload

from attrs import field, frozen

import mlweekly._display
import mlweekly.identifiers
from mlweekly._display import Displayed
from mlweekly._wording import expect, wrong_type
from mlweekly.dates import DateRange
from mlweekly.errors import ModelError
from mlweekly.identifiers import url_problem
from mlweekly.model._kinds import EMPTY, STRING, URL, Extra, elements, json_members, sequence_kind
from mlweekly.model._members import ModelObject, Sealed, member
from mlweekly.model._roles import role_of_label
from mlweekly.model._strings import link_problem, shortened, shown, string_problem

_MOST_SHOWN = 3
_LONGEST_SHOWN = 200


@frozen(repr=False)
class Link(ModelObject):
    """
    A link as a digest prints it, and what its URL says by itself.

    >>> link = Link("https://www.arxiv.org/pdf/2409.12917v1", label="Paper")
    >>> link.kind, link.role, link.canonical, str(link.created)
    ('paper', 'paper', 'https://arxiv.org/abs/2409.12917', '2024-09-01/2024-09-30')

    Attributes:
        url: The URL as written, escapes undone; http or https, without spaces and control characters.
        label: The words on the link, plain text; None if the digest prints the bare URL.
        section: The role of the section that the link is in, if the label does not say it.
        extra: Members of a newer minor version.
    """

    url: str = field(metadata=member(URL, "this URL"))
    label: str | None = field(default=None, metadata=member(STRING, "the label of a link"))
    section: str | None = field(default=None, kw_only=True, metadata=member(STRING, "the section of a link"))
    extra: Extra = field(default=EMPTY, converter=json_members, kw_only=True)

    def __attrs_post_init__(self) -> None:
        # Nearly every link of a digest; the full look costs as much again.
        is_plain = self.section is None and self.extra is EMPTY and link_problem(self.url) is None
        if not is_plain or (self.label is not None and string_problem(self.label) is not None):
            super().__attrs_post_init__()

    def __repr__(self) -> str:
        label = "" if self.label is None else f", {shortened(self.label, _LONGEST_SHOWN)!r}"
        section = "" if self.section is None else f", section={self.section!r}"
        return f"Link({shortened(self.url, _LONGEST_SHOWN)!r}{label}{section})"

    # The identifiers cost a third of the import, and building a link needs none: each annotation and each look names
    # them through their package, which loads them when they are first asked for.
    @cached_property
    def target(self) -> mlweekly.identifiers.Target:
        """
        What the URL points to, as the URL alone tells.
        """
        return mlweekly.identifiers.target_of(self.url)

    @property
    def kind(self) -> str | None:
        """
        What the target is: "paper", "post", "code", "model", "dataset", "video", or None if the URL does not say.
        """
        return self.target.kind

    @property
    def identifier(self) -> mlweekly.identifiers.Identifier | None:
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
        When the target was created, in UTC: a month for arXiv, a year for the ACL Anthology, a day for a post.
        """
        return self.target.created

    @property
    def role(self) -> str | None:
        """
        What the digest calls the link, by its label, else by its section: a kind, or "project", "blog", "demo", ...
        """
        role = None if self.label is None else role_of_label(self.label)
        return self.section if role is None else role


def row_of(link: Link) -> tuple[str | None, str | None, str, DateRange | None]:
    """
    Return what a page shows of a link.
    """
    return link.role or link.kind, link.label, link.url, link.created


_LINKS = sequence_kind(Link, "link")


def _links(links: Iterable[Link]) -> tuple[Link, ...]:
    return elements(links)


@frozen(repr=False)
class LinkSet(Displayed, Sealed, Sequence[Link]):
    """
    Every link of a paper, in order; a sequence that also answers as a set of targets.

    `==` and `hash` compare the links as written. `in`, `index`, `count`, `|`, `&` and `-` go by canonical target, and
    the operators keep the left side's spelling and order. A target that is linked twice is held twice.

    >>> links = LinkSet([Link("https://twitter.com/a/status/1836427396959932492?s=20", label="Tweet")])
    >>> Link("https://x.com/b/status/1836427396959932492") in links
    True
    """

    links: tuple[Link, ...] = field(default=(), converter=_links)

    def __attrs_post_init__(self) -> None:
        problems = _LINKS.check(self.links)
        if problems:
            raise ModelError("cannot make this LinkSet", problems)

    @overload
    def __getitem__(self, index: int) -> Link: ...
    @overload
    def __getitem__(self, index: slice) -> LinkSet: ...
    def __getitem__(self, index: int | slice) -> Link | LinkSet:
        try:
            return LinkSet(self.links[index]) if isinstance(index, slice) else self.links[index]
        except TypeError:
            raise wrong_type(index, (int, slice), "the index of a link") from None

    def __len__(self) -> int:
        return len(self.links)

    def __iter__(self) -> Iterator[Link]:
        return iter(self.links)

    def __repr__(self) -> str:
        more = [f"… {len(self) - _MOST_SHOWN} more"] if len(self) > _MOST_SHOWN else []
        return f"LinkSet([{', '.join([*map(repr, self.links[:_MOST_SHOWN]), *more])}])"

    def __page__(self) -> mlweekly._display.Page:
        # Pages are for people, and few programs show anything.
        from mlweekly.model._link_page import links_page

        return links_page([row_of(link) for link in self])

    def __contains__(self, value: object) -> bool:
        """
        Return whether some link has the same target as this `Link` or URL.
        """
        target = _target_of(value)
        return target is not None and target in self.targets

    def index(self, value: object, start: int = 0, stop: int | None = None) -> int:
        """
        Return the index of the first link with the same target as this `Link` or URL.

        Raises:
            ValueError: There is none among those from `start` to `stop`.
        """
        within = range(len(self))[start:stop]
        found = next((place for place in self._places(value) if place in within), None)
        if found is None:
            raise ValueError(f"no link with the target of {shown(value)}")
        return found

    def count(self, value: object) -> int:
        """
        Return how many links have the same target as this `Link` or URL.
        """
        return sum(1 for _ in self._places(value))

    def _places(self, value: object) -> Iterator[int]:
        target = _target_of(value)
        return (place for place, link in enumerate(self.links) if link.canonical == target)

    def __or__(self, other: object) -> LinkSet:
        if not isinstance(other, LinkSet):
            return NotImplemented
        targets = self.targets
        added: dict[str, Link] = {}
        for link in other:
            if link.canonical not in targets:
                added.setdefault(link.canonical, link)
        return LinkSet((*self.links, *added.values()))

    def __and__(self, other: object) -> LinkSet:
        if not isinstance(other, LinkSet):
            return NotImplemented
        targets = other.targets
        return LinkSet(link for link in self.links if link.canonical in targets)

    def __sub__(self, other: object) -> LinkSet:
        if not isinstance(other, LinkSet):
            return NotImplemented
        targets = other.targets
        return LinkSet(link for link in self.links if link.canonical not in targets)

    @cached_property
    def targets(self) -> frozenset[str]:
        """
        The canonical targets of the links.
        """
        return frozenset(link.canonical for link in self.links)

    @cached_property
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

        Raises:
            TypeError: It is no word.
        """
        expect(word, str, "a kind or a role")
        return tuple(link for link in self.links if word in (link.kind, link.role))


def _target_of(value: object) -> str | None:
    if isinstance(value, str) and url_problem(value) is None:
        value = Link(value)
    return value.canonical if isinstance(value, Link) else None
