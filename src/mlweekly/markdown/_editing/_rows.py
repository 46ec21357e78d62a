"""
Editing the layout "rows": papers in tables under headings, with a contents list on top.

Lives here: what changes around the tables: headings, paragraphs, whole issues.
Must not know: rows (`_tables` does); the contents list (`_contents_lists` does).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial

from mlweekly.markdown._editing._contents_lists import edit_contents
from mlweekly.markdown._editing._origins import Origin
from mlweekly.markdown._editing._replacements import Element, Replacement, made, resequenced
from mlweekly.markdown._editing._source import END_OF_LINE, Source
from mlweekly.markdown._editing._spelling import respelled
from mlweekly.markdown._editing._tables import TableEditor, first_line_of_table
from mlweekly.markdown._inline import escape_title, unescape
from mlweekly.markdown._writing._papers import inert_paragraph
from mlweekly.markdown._writing._rows import ROW_OPENS, write_rows
from mlweekly.model import Issue, Series

__all__ = ["edit_rows"]

_title = partial(respelled, decode=unescape, encode=escape_title)
_BETWEEN_ISSUES = re.compile(r"(?:[ \t]*(?:[-*_]{3,}[ \t]*)?(?:\r\n?|\n))+")


def edit_rows(source: Source, old: Series, new: Series, origins: Origin) -> Iterator[Replacement]:
    """
    Yield what makes a document of tables show a series.
    """
    return _RowsEditor(source, old, new, origins).changes()


class _RowsEditor:
    def __init__(self, source: Source, old: Series, new: Series, origins: Origin) -> None:
        self.source = source
        self.text = source.text
        self.old = old
        self.new = new
        self.origins = origins

    def changes(self) -> Iterator[Replacement]:
        old, new = self.old, self.new
        if old.title != new.title:
            yield from self._heading("/title", old.title, new.title, "# ", self._start_of_text)
        if old.lead != new.lead:
            yield from self._paragraphs("/lead", "", (old.lead, new.lead), self.origins, self._top)
        if old.contents != new.contents:
            anchor = self.source.places.get(f"/lead/{len(old.lead) - 1}", (self._top, self._top))[1]
            yield from edit_contents(self.source, old.contents, new.contents, self.origins, anchor)
        yield from self._issues()
        if old.foot != new.foot:
            yield from self._paragraphs("/foot", "", (old.foot, new.foot), self.origins, len(self.text.rstrip()))

    @property
    def _start_of_text(self) -> int:
        return self.source.lines.starts[0]

    @property
    def _top(self) -> int:
        """
        The end of the line of the title, or the start of the text.
        """
        if "/title" not in self.source.places:
            return self._start_of_text
        return self.source.whole_lines(*self.source.places["/title"])[1]

    def _heading(self, pointer: str, old: str | None, new: str | None, mark: str, start: int) -> Iterator[Replacement]:
        line_end = self.source.line_end(start)
        place = self.source.places.get(pointer)
        if new is None and place is not None:
            first, last = self.source.whole_lines(*place)
            gap = END_OF_LINE.match(self.text, last)
            yield Replacement(first, last if gap is None else gap.end(), "")
        elif new is not None and (place is None or old is None):
            yield Replacement(start, start, f"{mark}{escape_title(new)}{line_end}")
        elif new is not None and place is not None and old is not None:
            yield Replacement(*place, _title(self.text[slice(*place)], old, new))

    def _paragraphs(
        self, pointer: str, owner: str, sides: tuple[Sequence[str], Sequence[str]], origin: Origin, anchor: int
    ) -> Iterator[Replacement]:
        name = pointer.rpartition("/")[2]
        written = [
            inert_paragraph(words, ROW_OPENS) if f"{owner}/{name}/{index}" in self.source.wholes else words
            for index, words in enumerate(sides[1])
        ]
        return self.source.paragraphs(pointer, sides[0], written, origin.positions(name), anchor)

    def _issues(self) -> Iterator[Replacement]:
        positions = self.origins.positions("issues")
        regions = self._regions()
        elements: list[Element] = []
        mark = self.source.line_end(regions[0][0] if regions else 0)
        for index, (position, issue) in enumerate(zip(positions, self.new.issues, strict=True)):
            origin = self.origins.sequence("issues")[index]
            if position is None:
                elements.append(Element(None, self._new_issue(issue, index, mark)))
                continue
            changes: list[Replacement] = []
            if self.old[position] != issue:
                changes += self._issue(position, index, origin, regions[position])
                yield from changes
            stays = positions == list(range(len(self.old.issues)))
            elements.append(Element(position, "" if stays else made(self.text, changes, *regions[position])))
        if positions == list(range(len(regions))):
            return
        if regions:
            yield from resequenced(self.text, regions, elements, _BETWEEN_ISSUES, mark * 2)
        else:
            yield self.source.inserted(len(self.text.rstrip()), [element.words for element in elements], mark)

    def _new_issue(self, issue: Issue, index: int, mark: str) -> str:
        is_inert = f"/issues/{index}" in self.source.wholes
        return write_rows(issue, self.source.dialect, inert=is_inert).removesuffix("\n").replace("\n", mark)

    def _regions(self) -> list[tuple[int, int]]:
        """
        Return start and end of each issue, from its heading to its last line.
        """
        starts: list[int] = []
        for index, issue in enumerate(self.old.issues):
            pointer = f"/issues/{index}"
            place = self.source.places.get(f"{pointer}/title") or self.source.places.get(f"{pointer}/papers/0")
            start = self.source.whole_lines(*place)[0] if place is not None else (starts or [0])[-1]
            starts.append(start if issue.title is not None else first_line_of_table(self.source, start))
        foot = self.source.places.get("/foot/0")
        ends = [*starts[1:], len(self.text) if foot is None else self.source.whole_lines(*foot)[0]]
        return [self.source.without_frame(start, end) for start, end in zip(starts, ends, strict=True)]

    def _issue(self, position: int, index: int, origin: Origin, region: tuple[int, int]) -> Iterator[Replacement]:
        old, new, pointer = self.old[position], self.new[index], f"/issues/{position}"
        if old.title != new.title:
            yield from self._heading(f"{pointer}/title", old.title, new.title, "## ", region[0])
        if old.lead != new.lead:
            place = self.source.places.get(f"{pointer}/title")
            anchor = region[0] if place is None else self.source.whole_lines(*place)[1]
            yield from self._paragraphs(f"{pointer}/lead", f"/issues/{index}", (old.lead, new.lead), origin, anchor)
        if old.papers != new.papers or old.language != new.language:
            yield from TableEditor(self.source, pointer, f"/issues/{index}", (old, new), origin, region).changes()
        if old.notices != new.notices:
            last = self.source.places.get(f"{pointer}/papers/{len(old.papers) - 1}", (region[1], region[1]))
            anchor = self.source.whole_lines(*last)[1]
            yield from self._paragraphs(
                f"{pointer}/notices", f"/issues/{index}", (old.notices, new.notices), origin, anchor
            )
