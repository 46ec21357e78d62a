"""
Editing the layout "entries": a paper is a paragraph of its own, its links in brackets at the end.

Lives here: entries that change, leave, come, or change places, and what stands around them.
Must not know: what changes inside an entry that stays (`_paper_lines` does).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mlweekly.markdown._editing._origins import Origin
from mlweekly.markdown._editing._paper_lines import PaperLine, separator_of_links
from mlweekly.markdown._editing._replacements import Element, Replacement, made, resequenced
from mlweekly.markdown._editing._source import Source
from mlweekly.markdown._editing._spelling import respelled
from mlweekly.markdown._inline import escape_title, escape_url, unescape
from mlweekly.markdown._writing._entries import write_entry
from mlweekly.markdown._writing._papers import link_in, words_in
from mlweekly.model import Issue, Paper, Series

__all__ = ["edit_entries"]

_DIGITS = re.compile(r"[0-9]+")
_BETWEEN = re.compile(r"(?:[ \t]*(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})?(?:\r\n?|\n))+")


def edit_entries(source: Source, old: Series, new: Series, origins: Origin) -> Iterator[Replacement]:
    """
    Yield what makes a document of entries show an issue; issues themselves neither come nor go nor move.
    """
    for index, position in enumerate(origins.positions("issues")):
        if position is not None and position < len(old.issues) and old[position] != new[index]:
            origin = origins.sequence("issues")[index]
            yield from _EntriesEditor(source, position, index, (old[position], new[index]), origin).changes()


class _EntriesEditor:
    def __init__(self, source: Source, position: int, index: int, issues: tuple[Issue, Issue], origin: Origin) -> None:
        self.source = source
        self.text = source.text
        self.pointer = f"/issues/{position}"
        self.new_pointer = f"/issues/{index}"
        self.old, self.new = issues
        self.origin = origin
        self.mark = source.line_end(0)
        self.entries = [source.places[f"{self.pointer}/papers/{place}"] for place in range(len(self.old.papers))]

    def changes(self) -> Iterator[Replacement]:
        old, new = self.old, self.new
        title, origin = (
            self.source.places.get(f"{self.pointer}/title"),
            self.source.places.get(f"{self.pointer}/source"),
        )
        if title is not None and old.title is not None and new.title is not None:
            words = respelled(self.text[slice(*title)], old.title, new.title, decode=unescape, encode=escape_title)
            yield Replacement(*title, words)
        if origin is not None and new.source is not None and old.source != new.source:
            yield Replacement(*origin, escape_url(new.source))
        yield from self._papers()
        top = 0 if title is None else self.source.whole_lines(*title)[1]
        bottom = self.source.whole_lines(*self.entries[-1])[1] if self.entries else len(self.text)
        for name, before, after, anchor in (
            ("lead", old.lead, new.lead, top),
            ("notices", old.notices, new.notices, bottom),
        ):
            if before != after:
                origins = self.origin.positions(name)
                yield from self.source.paragraphs(f"{self.pointer}/{name}", before, after, origins, anchor)

    def _papers(self) -> Iterator[Replacement]:
        positions = self.origin.positions("papers")
        stays = positions == list(range(len(self.entries)))
        elements: list[Element] = []
        for index, (position, paper) in enumerate(zip(positions, self.new.papers, strict=True)):
            if position is None:
                elements.append(Element(None, self._new_entry(paper)))
                continue
            changes = list(self._entry(position, index, paper))
            yield from changes
            elements.append(Element(position, "" if stays else made(self.text, changes, *self.entries[position])))
        if not stays and self.entries:
            yield from resequenced(self.text, self.entries, elements, _BETWEEN, self._between)

    @property
    def _between(self) -> str:
        """
        What parts two entries, the first that are parted by nothing else.
        """
        for before, after in zip(self.entries, self.entries[1:], strict=False):
            if _BETWEEN.fullmatch(self.text, before[1], after[0]) is not None:
                return self.text[before[1] : after[0]]
        return f"{self.mark}{self.mark}* * *{self.mark}"

    def _entry(self, position: int, index: int, paper: Paper) -> Iterator[Replacement]:
        if f"{self.new_pointer}/papers/{index}" in self.source.wholes:
            yield Replacement(*self.entries[position], self._canonical(paper))
            return
        line = PaperLine(
            source=self.source,
            pointer=f"{self.pointer}/papers/{position}",
            old=self.old.papers[position],
            new=paper,
            links=self.origin.sequence("papers")[index].positions("links"),
            languages=(self.old.language, self.new.language),
            separator=self.source.dialect.separator,
            link_separator=self._link_separator,
            empty_links=None,
            in_cell=False,
        )
        if line.old.links and not line.new.links:
            yield Replacement(*self.entries[position], self._canonical(paper))
        else:
            yield from line.changes()

    @property
    def _link_separator(self) -> str:
        for position, paper in enumerate(self.old.papers):
            found = separator_of_links(self.source, f"{self.pointer}/papers/{position}", len(paper.links))
            if found is not None:
                return found
        return self.source.dialect.link_separator

    def _new_entry(self, paper: Paper) -> str:
        """
        Return the entry of a paper in the form of the first one that has a summary and links.
        """
        beside = next((place for place, other in enumerate(self.old.papers) if other.summary and other.links), None)
        if beside is None or paper.summary is None or not paper.links:
            return self._canonical(paper)
        pointer, language = f"{self.pointer}/papers/{beside}", self.new.language
        places = self.source.places
        start, end = self.entries[beside]
        title, summary = places[f"{pointer}/title"], places[f"{pointer}/summary"]
        last = places[f"{pointer}/links/{len(self.old.papers[beside].links) - 1}"]
        return "".join(
            (
                _DIGITS.sub(str(paper.rank), self.text[start : title[0]], count=1),
                escape_title(words_in(paper.title, language)),
                self.text[title[1] : summary[0]],
                words_in(paper.summary, language).replace("\n", self.mark),
                self.text[summary[1] : places[f"{pointer}/links/0"][0]],
                self._link_separator.join(map(link_in, paper.links)),
                self.text[last[1] : end],
            )
        )

    def _canonical(self, paper: Paper) -> str:
        return write_entry(paper, self.new.language, self.source.dialect, inert=True).replace("\n", self.mark)
