"""
Which links of a paper carry a date.

Lives here: `ArxivLink` and `PostLink`, each number and each post of a paper once.
Must not know: the week of the issue; any rule.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from mlweekly.identifiers import ArxivId
from mlweekly.model import Link

__all__ = ["ArxivLink", "PostLink", "arxiv_links", "post_links"]


class ArxivLink(NamedTuple):
    """
    An arXiv number of a paper.

    Attributes:
        pointer: The first URL that has it, from the issue.
        identifier: The number.
        month: The first day of its month.
    """

    pointer: str
    identifier: ArxivId
    month: date


class PostLink(NamedTuple):
    """
    A post with a date.

    Attributes:
        pointer: The first URL that leads to it, from the issue.
        link: The link.
        day: The day on which it was written, in UTC.
    """

    pointer: str
    link: Link
    day: date


def arxiv_links(links: Iterable[tuple[str, Link]]) -> Iterator[ArxivLink]:
    """
    Yield each arXiv number that the links have.
    """
    known: set[str] = set()
    for pointer, link in links:
        target = link.target
        if isinstance(target.identifier, ArxivId) and target.created is not None and target.canonical not in known:
            known.add(target.canonical)
            yield ArxivLink(f"{pointer}/url", target.identifier, target.created.start)


def post_links(links: Iterable[tuple[str, Link]]) -> Iterator[PostLink]:
    """
    Yield each dated post that the links lead to.
    """
    known: set[str] = set()
    for pointer, link in links:
        target = link.target
        if target.kind == "post" and target.created is not None and target.canonical not in known:
            known.add(target.canonical)
            yield PostLink(f"{pointer}/url", link, target.created.start)
