"""
Editing the layouts "headings" and "lines": posts, with their marks and without.

Lives here: where the parts of each issue stand, and what carries a change of their canonical form into them.
Must not know: how a part is written (`_writing` does); how a change is carried over (`_carrying` does).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from mlweekly.markdown._blocks import series_block, write_block
from mlweekly.markdown._editing._carrying import carried_lines
from mlweekly.markdown._editing._origins import Origin
from mlweekly.markdown._editing._post_forms import PostForm
from mlweekly.markdown._editing._replacements import Element, Replacement, made, resequenced
from mlweekly.markdown._editing._source import BETWEEN_PARAGRAPHS, Source
from mlweekly.markdown._reading._bare_lines import read_bare_lines, tokens_of_lines
from mlweekly.markdown._reading._headings import read_headings, tokens_of_headings
from mlweekly.markdown._reading._notes import Notes
from mlweekly.markdown._reading._tokens import Token
from mlweekly.markdown._writing._bare_lines import bare_parts
from mlweekly.markdown._writing._headings import IssueParts, issue_parts, write_headings
from mlweekly.model import Series

__all__ = ["edit_bare_lines", "edit_headings"]


def edit_headings(source: Source, old: Series, new: Series, origins: Origin) -> Iterator[Replacement]:
    """
    Yield what makes a post show an issue, or a series.
    """
    return _PostEditor(source, old, new, origins, has_marks=True).changes()


def edit_bare_lines(source: Source, old: Series, new: Series, origins: Origin) -> Iterator[Replacement]:
    """
    Yield what makes a post without its marks show an issue.
    """
    return _PostEditor(source, old, new, origins, has_marks=False).changes()


class _Part(NamedTuple):
    """
    A part of an issue in the text: "head", "foot", or a paper by its position; and where it stands.
    """

    name: str | int
    start: int
    end: int


class _PostEditor:
    def __init__(self, source: Source, old: Series, new: Series, origins: Origin, *, has_marks: bool) -> None:
        self.source = source
        self.text = source.text
        self.old = old
        self.new = new
        self.origins = origins
        self.has_marks = has_marks
        self.mark = source.line_end(0)
        self.gap = "\n\n" if has_marks else "\n"
        self.between = self.mark * 2 if has_marks else self.mark
        read, tokens_of = (read_headings, tokens_of_headings) if has_marks else (read_bare_lines, tokens_of_lines)
        self.tokens: list[Token] = tokens_of(Notes(source.lines), source.dialect)
        self.form = PostForm.of(self.text, self.tokens, source.dialect)
        self.directives = set(self._directives())
        drafts = read(Notes(source.lines), source.dialect).issues
        self.starts = [source.whole_lines(draft.offset, draft.offset)[0] for draft in drafts]

    def _directives(self) -> Iterator[int]:
        """
        Yield where each comment to validation begins that is no part of a summary or an abstract.
        """
        said = [span for pointer, span in self.source.places.items() if pointer.endswith(("/summary", "/abstract"))]
        for token in self.tokens:
            if token.kind == "directive" and not any(start <= token.start < end for start, end in said):
                yield token.start

    def changes(self) -> Iterator[Replacement]:
        if "" in self.source.wholes and self.has_marks:
            words = write_headings(self.new, self.source.dialect).replace("\n", self.mark)
            yield Replacement(self.source.lines.starts[0], len(self.text), words)
            return
        places, elements = self._block()
        yield from self._changed_block(places, elements)
        ends = [*self.starts[1:], len(self.text)]
        regions = [self._trimmed(start, end) for start, end in zip(self.starts, ends, strict=False)][: len(self.old)]
        shift = len(places)
        places += regions
        for index, position in enumerate(self.origins.positions("issues")):
            if position is None:
                words = self._written(self._parts(self.new, index).paragraphs)
                elements.append(Element(None, words))
                continue
            changes = list(self._issue(position, index, regions[position]))
            yield from changes
            elements.append(Element(position + shift, made(self.text, changes, *regions[position])))
        if [element.origin for element in elements] == list(range(len(places))):
            return
        if places:
            yield from resequenced(self.text, places, elements, BETWEEN_PARAGRAPHS, self.between)
        else:
            yield self.source.inserted(len(self.text), [element.words for element in elements], self.mark)

    def _written(self, paragraphs: Sequence[str]) -> str:
        return self.gap.join(paragraphs).replace("\n", self.mark)

    def _trimmed(self, start: int, end: int) -> tuple[int, int]:
        """
        Return start and end without the blank lines at the end; blanks that end a line are that line's.
        """
        last = start + len(self.text[start:end].rstrip())
        return start, min(end, self.source.whole_lines(last, last)[1])

    def _parts(self, series: Series, index: int, *, inert: bool = False) -> IssueParts:
        issue = series[index]
        if not self.has_marks:
            return bare_parts(issue, self.source.dialect, inert=inert)
        is_open = index > 0 and series[index - 1].title is None
        return self.form.parts(issue_parts(issue, self.source.dialect, is_open=is_open))

    def _block(self) -> tuple[list[tuple[int, int]], list[Element]]:
        """
        Return where the block of the series stands, and what it shall be, each where there is one.
        """
        blocks = [token for token in self.tokens if token.block is not None and token.block.kind == "series"]
        places = [self._trimmed(token.start, token.end) for token in blocks[:1]]
        if not self.has_marks:
            return places, []
        members = series_block(self.new)
        if not members and self.new.issues:
            return places, []
        return places, [Element(0 if places else None, write_block("series", members))]

    def _changed_block(self, places: Sequence[tuple[int, int]], elements: Sequence[Element]) -> Iterator[Replacement]:
        if places and elements and series_block(self.old) != series_block(self.new):
            yield Replacement(*places[0], elements[0].words)

    def _issue(self, position: int, index: int, region: tuple[int, int]) -> Iterator[Replacement]:
        pointer = f"/issues/{index}"
        before, after = self._parts(self.old, position), self._parts(self.new, index)
        if pointer in self.source.wholes and self.has_marks:
            yield Replacement(*region, self._written(after.paragraphs))
            return
        if before == after and self.old[position] == self.new[index]:
            return
        parts = self._parts_in_text(position, region)
        names = [part.name for part in parts]
        elements: list[Element] = []
        for name, old, new, is_whole in self._parts_that_shall_be(before, after, index):
            if name not in names:
                if new:
                    elements.append(Element(None, self._written(new)))
                continue
            part = parts[names.index(name)]
            if new or not old:
                changes = list(self._part(part, old, new, is_whole=is_whole))
                yield from changes
                elements.append(Element(names.index(name), made(self.text, changes, part.start, part.end)))
        if [element.origin for element in elements] != list(range(len(parts))):
            places = [(part.start, part.end) for part in parts]
            if places:
                yield from resequenced(self.text, places, elements, BETWEEN_PARAGRAPHS, self.between)
            else:
                yield Replacement(*region, self.between.join(element.words for element in elements))

    def _parts_that_shall_be(
        self, before: IssueParts, after: IssueParts, index: int
    ) -> Iterator[tuple[str | int | None, list[str], list[str], bool]]:
        pointer = f"/issues/{index}"
        wholes = self.source.wholes
        inert = self._parts(self.new, index, inert=True)
        leads = any(whole.startswith(f"{pointer}/lead/") for whole in wholes)
        yield "head", before.head, inert.head if leads else after.head, leads
        origins = self.origins.sequence("issues")[index].positions("papers")
        for place, origin in enumerate(origins):
            is_whole = f"{pointer}/papers/{place}" in wholes
            old = [] if origin is None else before.papers[origin]
            yield origin, old, inert.papers[place] if is_whole else after.papers[place], is_whole
        ends = any(whole.startswith((f"{pointer}/notices/", f"{pointer}/comments/")) for whole in wholes)
        yield "foot", before.foot, inert.foot if ends else after.foot, ends

    def _parts_in_text(self, position: int, region: tuple[int, int]) -> list[_Part]:
        """
        Return the parts of an issue; what stands between its papers and belongs to none is no part.
        """
        papers = {
            self.source.places[f"/issues/{position}/papers/{index}"][0]: index
            for index in range(len(self.old[position].papers))
        }
        borders: list[tuple[int, str | int | None]] = [(region[0], "head")]
        for token in self.tokens:
            if region[0] <= token.start < region[1]:
                start = self.source.whole_lines(token.start, token.start)[0]
                if token.kind == "paper":
                    borders.append((start, papers.get(token.start)))
                elif token.section in ("source", "comments") and borders[-1][1] != "foot":
                    borders.append((start, "foot"))
        borders = [border for border in borders if border[1] != "foot" or border == borders[-1]]
        ends = [*(start for start, _ in borders[1:]), region[1]]
        parts = [
            _Part(name, *self.source.without_frame(start, end))
            for (start, name), end in zip(borders, ends, strict=True)
            if name is not None
        ]
        return [part for part in parts if part.start < part.end]

    def _part(self, part: _Part, old: list[str], new: list[str], *, is_whole: bool) -> Iterator[Replacement]:
        if old == new and not is_whole:
            return
        before, after = (self.gap.join(paragraphs).split("\n") if paragraphs else [] for paragraphs in (old, new))
        bounds = self.source.bounds(part.start, part.end)
        lines = [self.text[start:end] for start, end in bounds]
        kept = {place for place, (start, _) in enumerate(bounds) if start in self.directives}
        stays = [lines[place] for place in sorted(kept)]
        written = [*after[:1], *stays, *after[1:]] if is_whole else carried_lines(lines, before, after, kept)
        yield from self.source.changed_lines(bounds, written, self.mark)
