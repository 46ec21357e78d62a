"""
One issue of the layout "entries".

Lives here: entries that change, leave, come, or change places; title, source and paragraphs around them; the form in
which a whole issue like this one is written.
Must not know: other issues; what changes inside an entry that stays (`_paper_lines` does).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mlweekly.markdown._editing._origins import Origin
from mlweekly.markdown._editing._paper_lines import PaperLine, separator_of_links
from mlweekly.markdown._editing._replacements import Element, Replacement, made, resequenced
from mlweekly.markdown._editing._source import BETWEEN_PARAGRAPHS, Source
from mlweekly.markdown._editing._spelling import respelled
from mlweekly.markdown._inline import escape_title, escape_url, unescape
from mlweekly.markdown._reading._frames import is_rule
from mlweekly.markdown._writing._entries import source_line, write_entry
from mlweekly.markdown._writing._papers import link_in, words_in
from mlweekly.model import Issue, Paper

__all__ = ["EntryForm", "EntryIssueEditor", "source_words"]

_DIGITS = re.compile(r"[0-9]+")
_BETWEEN = re.compile(r"(?:[ \t]*(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})?(?:\r\n?|\n))+")
_QUOTE = re.compile(r"[ \t]{0,3}>")


class EntryForm:
    """
    How an issue that there is writes its heading, its source, its entries, and what parts them.
    """

    def __init__(self, source: Source, position: int, issue: Issue, region: tuple[int, int]) -> None:
        self.source = source
        self.text = source.text
        self.position = position
        self.pointer = f"/issues/{position}"
        self.old = issue
        self.region = region
        self.mark = source.line_end(region[0])
        self.entries = [source.places[f"{self.pointer}/papers/{place}"] for place in range(len(issue.papers))]

    @property
    def between(self) -> str:
        """
        What parts two entries, the first that are parted by nothing else.
        """
        for before, after in zip(self.entries, self.entries[1:], strict=False):
            if _BETWEEN.fullmatch(self.text, before[1], after[0]) is not None:
                return self.text[before[1] : after[0]]
        return f"{self.mark}{self.mark}* * *{self.mark}"

    @property
    def link_separator(self) -> str:
        """
        What parts two links.
        """
        for position, paper in enumerate(self.old.papers):
            found = separator_of_links(self.source, f"{self.pointer}/papers/{position}", len(paper.links))
            if found is not None:
                return found
        return self.source.dialect.link_separator

    def entry(self, paper: Paper, language: str | None) -> str:
        """
        Return the entry of a paper in the form of the first one that has a summary and links.
        """
        beside = next((place for place, other in enumerate(self.old.papers) if other.summary and other.links), None)
        if beside is None or paper.summary is None or not paper.links:
            return self.canonical(paper, language)
        pointer, places = f"{self.pointer}/papers/{beside}", self.source.places
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
                self.link_separator.join(map(link_in, paper.links)),
                self.text[last[1] : end],
            )
        )

    def canonical(self, paper: Paper, language: str | None) -> str:
        """
        Return the entry of a paper as it is written where nothing stands beside it.
        """
        return write_entry(paper, language, self.source.dialect, inert=True).replace("\n", self.mark)

    @property
    def source_lines(self) -> tuple[int, int] | None:
        """
        Start and end of the quote that names the source; None where there is none.
        """
        place = self.source.places.get(f"{self.pointer}/source")
        if place is None:
            return None
        lines = self.source.lines
        first = last = lines.number_at(place[0]) - 1
        while first > 0 and _QUOTE.match(lines[first - 1]) and lines.starts[first - 1] >= self.region[0]:
            first -= 1
        while last + 1 < len(lines) and _QUOTE.match(lines[last + 1]):
            last += 1
        return lines.starts[first], lines.ends[last]

    def retargeted(self, url: str) -> Iterator[Replacement]:
        """
        Yield what makes the quote name another source, also where its link shows its own target.
        """
        start, end = self.source.places[f"{self.pointer}/source"]
        yield Replacement(start, end, escape_url(url))
        opening = self.text.rfind("[", self.region[0], start)
        if opening != -1 and self.text[opening:start].endswith("]("):
            label = opening + 1, start - 2
            if unescape(self.text[slice(*label)]) == self.old.source:
                yield Replacement(*label, escape_url(url))

    def issue(self, issue: Issue, pointer: str, neighbours: Sequence[EntryForm]) -> str:
        """
        Return an issue in this form.

        Args:
            issue: The issue.
            pointer: Where it shall be.
            neighbours: The issues around it, the nearest first.
        """
        title = self.source.places.get(f"{self.pointer}/title")
        blocks: list[str] = []
        if issue.title is not None:
            opening = "## " if title is None else self.text[self.source.lines.starts[self._line(title[0])] : title[0]]
            blocks.append(opening + escape_title(issue.title))
        if issue.source is not None:
            blocks.append(source_words(issue.source, issue.language, neighbours))
        blocks += (words.replace("\n", self.mark) for words in issue.lead)
        wholes = self.source.wholes
        entries = [
            (self.canonical if f"{pointer}/papers/{place}" in wholes else self.entry)(paper, issue.language)
            for place, paper in enumerate(issue.papers)
        ]
        if entries:
            opening, closing = self._around_entries
            blocks.append(opening + self.between.join(entries) + closing)
        blocks += (words.replace("\n", self.mark) for words in issue.notices)
        return (self.mark * 2).join(blocks)

    def _line(self, offset: int) -> int:
        return self.source.lines.number_at(offset) - 1

    @property
    def _around_entries(self) -> tuple[str, str]:
        """
        What stands before the first entry and behind the last one, and is no field: blank lines and rules.
        """
        if not self.entries:
            return f"* * *{self.mark}", ""
        lines = self.source.lines
        first, last = self._line(self.entries[0][0]), self._line(self.entries[-1][1])
        before, behind = first, last
        while before > 0 and lines.starts[before - 1] >= self.region[0] and _is_frame(lines[before - 1]):
            before -= 1
        while behind + 1 < len(lines) and lines.ends[behind + 1] <= self.region[1] and _is_frame(lines[behind + 1]):
            behind += 1
        opening = self.text[lines.starts[before] : lines.starts[first]]
        return opening.lstrip(), self.text[lines.ends[last] : lines.ends[behind]].rstrip()


def _is_frame(line: str) -> bool:
    return not line.strip() or is_rule(line)


def source_words(url: str, language: str | None, neighbours: Sequence[EntryForm]) -> str:
    """
    Return the quote of a source in the form of the nearest one in the same language.

    Args:
        url: The source.
        language: That of the edition.
        neighbours: Issues of the document, the nearest first; not empty.
    """
    for form in neighbours:
        lines = form.source_lines
        if lines is not None and form.old.language == language:
            return made(form.text, form.retargeted(url), *lines)
    return source_line(url, language, neighbours[0].source.dialect)


class EntryIssueEditor:
    """
    An issue that stays in the document, as it was and as it shall be.
    """

    def __init__(
        self, form: EntryForm, neighbours: Sequence[EntryForm], index: int, new: Issue, origin: Origin
    ) -> None:
        self.form = form
        self.neighbours = neighbours
        self.source = form.source
        self.text = form.text
        self.mark = form.mark
        self.pointer = form.pointer
        self.new_pointer = f"/issues/{index}"
        self.old, self.new = form.old, new
        self.origin = origin

    def changes(self) -> Iterator[Replacement]:
        """
        Yield what makes the text show the issue.
        """
        old, new = self.old, self.new
        if old.title != new.title:
            yield self._title()
        if old.source != new.source:
            yield from self._source()
        if old.lead != new.lead:
            yield from self._paragraphs("lead", old.lead, new.lead, self._top_of_lead)
        yield from self._papers()
        if old.notices != new.notices:
            yield from self._paragraphs("notices", old.notices, new.notices, self.form.region[1])

    def _title(self) -> Replacement:
        place, old, new = self.source.places.get(f"{self.pointer}/title"), self.old.title, self.new.title
        if place is None or old is None:
            start = self.form.region[0]
            return Replacement(start, start, f"## {escape_title(new or '')}{self.mark * 2}")
        if new is None:
            return self._without(self.source.whole_lines(*place))
        words = respelled(self.text[slice(*place)], old, new, decode=unescape, encode=escape_title)
        return Replacement(*place, words)

    def _without(self, lines: tuple[int, int]) -> Replacement:
        gap = BETWEEN_PARAGRAPHS.match(self.text, lines[1])
        return Replacement(lines[0], lines[1] if gap is None else gap.end(), "")

    @property
    def _top(self) -> int:
        """
        The end of the title's line, or the start of the issue.
        """
        place = self.source.places.get(f"{self.pointer}/title")
        return self.form.region[0] if place is None or self.new.title is None else self.source.whole_lines(*place)[1]

    @property
    def _top_of_lead(self) -> int:
        lines = self.form.source_lines
        return self._top if lines is None or self.new.source is None else lines[1]

    def _source(self) -> Iterator[Replacement]:
        lines = self.form.source_lines
        if self.new.source is None:
            if lines is not None:
                yield self._without(lines)
        elif lines is None:
            words = source_words(self.new.source, self.new.language, self.neighbours)
            yield self.source.inserted(self._top, [words], self.mark)
        else:
            yield from self.form.retargeted(self.new.source)

    def _paragraphs(self, name: str, old: Sequence[str], new: Sequence[str], anchor: int) -> Iterator[Replacement]:
        return self.source.paragraphs(f"{self.pointer}/{name}", old, new, self.origin.positions(name), anchor)

    def _papers(self) -> Iterator[Replacement]:
        positions, entries = self.origin.positions("papers"), self.form.entries
        stays = positions == list(range(len(entries)))
        elements: list[Element] = []
        for index, (position, paper) in enumerate(zip(positions, self.new.papers, strict=True)):
            if position is None:
                elements.append(Element(None, self._new_entry(index, paper)))
                continue
            changes = list(self._entry(position, index, paper))
            yield from changes
            elements.append(Element(position, "" if stays else made(self.text, changes, *entries[position])))
        if stays:
            return
        if entries:
            yield from resequenced(self.text, entries, elements, _BETWEEN, self.form.between)
        else:
            words = self._form_of_entries.between.join(element.words for element in elements)
            anchor = self.source.places.get(f"{self.pointer}/lead/{len(self.old.lead) - 1}")
            top = self._top_of_lead if anchor is None else self.source.whole_lines(*anchor)[1]
            yield self.source.inserted(top, [words], self.mark)

    @property
    def _form_of_entries(self) -> EntryForm:
        return next((form for form in (self.form, *self.neighbours) if form.entries), self.form)

    def _new_entry(self, index: int, paper: Paper) -> str:
        form = self._form_of_entries
        if f"{self.new_pointer}/papers/{index}" in self.source.wholes:
            return form.canonical(paper, self.new.language)
        return form.entry(paper, self.new.language)

    def _entry(self, position: int, index: int, paper: Paper) -> Iterator[Replacement]:
        old = self.old.papers[position]
        is_whole = f"{self.new_pointer}/papers/{index}" in self.source.wholes
        if is_whole or (old.links and not paper.links):
            yield Replacement(*self.form.entries[position], self.form.canonical(paper, self.new.language))
            return
        yield from PaperLine(
            source=self.source,
            pointer=f"{self.pointer}/papers/{position}",
            old=old,
            new=paper,
            links=self.origin.sequence("papers")[index].positions("links"),
            languages=(self.old.language, self.new.language),
            separator=self.source.dialect.separator,
            link_separator=self.form.link_separator,
            empty_links=None,
            in_cell=False,
        ).changes()
