"""
What a page consists of.

The library's own words are a `Run`; what a digest says is a `Quote`, which every writer escapes and keeps apart from
what is around it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, TypeAlias

from attrs import field, frozen

Mark: TypeAlias = Literal["plain", "added", "removed", "strong", "quiet", "code"]
"""
What a piece of a line is: words put in or taken out, a name, a remark, a piece of source text.
"""

Sign: TypeAlias = Literal[
    "added",
    "removed",
    "moved",
    "changed",
    "form",
    "base",
    "ours",
    "theirs",
    "error",
    "warning",
    "info",
    "safe",
    "unsafe",
    "note",
]
"""
What an item of a list is about; every writer gives each one its own look.
"""


@frozen(repr=False)
class Run:
    """
    A piece of a line.
    """

    text: str
    mark: Mark = "plain"

    @property
    def runs(self) -> tuple[Run, ...]:
        """
        Itself alone, so that a line is read in the same way whoever says its pieces.
        """
        return (self,)


def _runs(runs: Iterable[Run]) -> tuple[Run, ...]:
    return tuple(runs)


@frozen(repr=False)
class Quote:
    """
    What a digest says. It stays text, whatever it contains, and the direction of its writing ends with it.

    Attributes:
        runs: The text, in pieces.
        url: The target of a link; writers link http and https only.
        language: The BCP 47 tag of the text; None if it is not known, or the text is in no language.
    """

    runs: tuple[Run, ...] = field(converter=_runs)
    url: str | None = None
    language: str | None = None


Inline: TypeAlias = Run | Quote


def _inlines(inlines: Iterable[Inline]) -> tuple[Inline, ...]:
    return tuple(inlines)


@frozen(repr=False)
class Heading:
    """
    A heading; level 2 is right below the title of the page.
    """

    inlines: tuple[Inline, ...] = field(converter=_inlines)
    level: Literal[2, 3] = 2


@frozen(repr=False)
class Paragraph:
    """
    A paragraph.
    """

    inlines: tuple[Inline, ...] = field(converter=_inlines)


@frozen(repr=False)
class Item:
    """
    One change, finding or conflict, with what belongs to it.
    """

    sign: Sign
    inlines: tuple[Inline, ...] = field(converter=_inlines)
    inner: tuple[Item, ...] = ()


def _items(items: Iterable[Item]) -> tuple[Item, ...]:
    return tuple(items)


@frozen(repr=False)
class Items:
    """
    A list.
    """

    items: tuple[Item, ...] = field(converter=_items)


Cell: TypeAlias = tuple[Inline, ...]


def _rows(rows: Iterable[Iterable[Iterable[Inline]]]) -> tuple[tuple[Cell, ...], ...]:
    return tuple(tuple(tuple(cell) for cell in row) for row in rows)


@frozen(repr=False)
class Table:
    """
    A table; its first column names the row.
    """

    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...] = field(converter=_rows)


@frozen(repr=False)
class Code:
    """
    A text whose lines and spaces are shown as they are, such as an example.
    """

    text: str


Block: TypeAlias = Heading | Paragraph | Items | Table | Code


def _blocks(blocks: Iterable[Block]) -> tuple[Block, ...]:
    return tuple(blocks)


@frozen(repr=False)
class Page:
    """
    A title, and what is below it.
    """

    title: tuple[Inline, ...] = field(converter=_inlines)
    blocks: tuple[Block, ...] = field(converter=_blocks)


def quote(text: str, mark: Mark = "plain", *, url: str | None = None, language: str | None = None) -> Quote:
    """
    Return a text of the digest as one piece.
    """
    return Quote((Run(text, mark),), url, language)


def link_to(url: str, label: str | None = None) -> tuple[Inline, ...]:
    """
    Return a link as its label, an arrow and the host that it leads to.
    """
    host = url.partition("://")[2].partition("/")[0].rpartition("@")[2] or url
    target = quote(host, url=url)
    return (target,) if label is None else (quote(label), Run(" → ", "quiet"), target)
