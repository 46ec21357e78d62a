"""
A paper that stands on one line: rank, title, summary, links.

Lives here: what changes in such a line when a paper changes, whatever the line is part of.
Must not know: cells and paragraphs; the other papers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from attrs import frozen

from mlweekly.markdown._editing._replacements import Element, Replacement, made, resequenced
from mlweekly.markdown._editing._source import Source
from mlweekly.markdown._editing._spelling import respelled
from mlweekly.markdown._inline import escape_label, escape_title, escape_url, unescape
from mlweekly.markdown._writing._papers import link_in, on_one_line, words_in
from mlweekly.markdown._writing._rows import inside_cell
from mlweekly.model import Link, Paper, Text

__all__ = ["SEPARATORS", "PaperLine", "outside_cell", "separator_of_links"]

SEPARATORS = re.compile(r"[\s,;|/·•、，；]+")
_DIGITS = re.compile(r"[0-9]+")
_CLOSING_MARK = re.compile(r"\*\*|__|\*|")


def outside_cell(words: str) -> str:
    r"""
    Return the words of a cell with `\|` as the bar that it stands for.
    """
    return words.replace("\\|", "|")


def _as_it_is(words: str) -> str:
    return words


def separator_of_links(source: Source, pointer: str, count: int) -> str | None:
    """
    Return what parts the last two of a paper's links, or None where nothing but separators does not.
    """
    for index in range(count - 1, 0, -1):
        start = source.places[f"{pointer}/links/{index - 1}"][1]
        end = source.places[f"{pointer}/links/{index}"][0]
        if SEPARATORS.fullmatch(source.text, start, end) is not None:
            return source.text[start:end]
    return None


@frozen(eq=False)
class PaperLine:
    """
    A paper that stays on its line, as it was and as it shall be.

    Attributes:
        source: The text.
        pointer: Where the paper stood.
        old: The paper as it was.
        new: The paper as it shall be.
        links: Where each of its links stood before.
        languages: Those of the edition, before and afterwards.
        separator: What parts title and summary in rows around it.
        link_separator: What parts links around it.
        empty_links: Where links go if there are none yet; None where they have no place.
        in_cell: Whether the line is a row, in whose cells a bar is escaped.
    """

    source: Source
    pointer: str
    old: Paper
    new: Paper
    links: Sequence[int | None]
    languages: tuple[str | None, str | None]
    separator: str
    link_separator: str
    empty_links: int | None
    in_cell: bool = True

    def changes(self) -> Iterator[Replacement]:
        """
        Yield what makes the line show the paper; what a line has no place for is left to whoever reads it again.
        """
        if self.old == self.new:
            return
        if self.old.rank != self.new.rank:
            yield from self._rank()
        if self.old.title != self.new.title:
            yield self._title()
        if self.old.summary != self.new.summary:
            yield from self._summary()
        if self.old.links != self.new.links:
            yield from self._links()

    def _title(self) -> Replacement:
        outside, inside = (outside_cell, inside_cell) if self.in_cell else (_as_it_is, _as_it_is)
        place = self.source.places[f"{self.pointer}/title"]
        words = respelled(
            self.source.text[slice(*place)],
            *self._words(self.old.title, self.new.title),
            decode=lambda source: unescape(outside(source)),
            encode=lambda title: inside(escape_title(title)),
        )
        return Replacement(*place, words)

    def _words(self, old: Text, new: Text) -> tuple[str, str]:
        return words_in(old, self.languages[0]), words_in(new, self.languages[1])

    def _rank(self) -> Iterator[Replacement]:
        digits = _DIGITS.search(self.source.text, *self.source.places.get(f"{self.pointer}/rank", (0, 0)))
        if digits is not None:
            yield Replacement(*digits.span(), str(self.new.rank))

    def _summary(self) -> Iterator[Replacement]:
        old, new = self.old.summary, self.new.summary
        outside = outside_cell if self.in_cell else _as_it_is
        title_end = self.source.places[f"{self.pointer}/title"][1]
        mark = _CLOSING_MARK.match(self.source.text, title_end)
        behind = title_end if mark is None else mark.end()
        place = self.source.places.get(f"{self.pointer}/summary", (behind, behind))
        if new is None:
            yield Replacement(behind, place[1], "")
        elif old is None:
            words = words_in(new, self.languages[1])
            yield Replacement(behind, place[0], self.separator + self._inside(words))
        else:
            source = self.source.text[slice(*place)]
            yield Replacement(*place, respelled(source, *self._words(old, new), decode=outside, encode=self._inside))

    def _inside(self, words: str) -> str:
        return inside_cell(on_one_line(words)) if self.in_cell else words.replace("\n", self.source.line_end(0))

    def _links(self) -> Iterator[Replacement]:
        places = [self.source.places[f"{self.pointer}/links/{index}"] for index in range(len(self.old.links))]
        elements: list[Element] = []
        for origin, link in zip(self.links, self.new.links, strict=True):
            if origin is None:
                elements.append(Element(None, link_in(link)))
                continue
            changes = list(self._link(origin, link))
            yield from changes
            elements.append(Element(origin, made(self.source.text, changes, *places[origin])))
        separator = separator_of_links(self.source, self.pointer, len(places)) or self.link_separator
        if places:
            yield from resequenced(self.source.text, places, elements, SEPARATORS, separator, places[-1][1])
        elif elements and self.empty_links is not None:
            words = separator.join(element.words for element in elements)
            before = "" if self.source.text[self.empty_links - 1] in " \t" else " "
            yield Replacement(self.empty_links, self.empty_links, f"{before}{words} ")

    def _link(self, position: int, link: Link) -> Iterator[Replacement]:
        old, pointer = self.old.links[position], f"{self.pointer}/links/{position}"
        whole, url, label = (self.source.places[f"{pointer}{part}"] for part in ("", "/url", "/label"))
        if (old.label is None) != (link.label is None) or (whole == url and old.url != link.url):
            yield Replacement(*whole, link_in(link))
            return
        if old.url != link.url:
            yield Replacement(*url, escape_url(link.url))
        if link.label is not None and old.label != link.label:
            yield Replacement(*label, escape_label(link.label))
