"""
The contents list on top of a document of tables.

Lives here: entries that change, leave, come, or change places, and the headings of their groups.
Must not know: issues.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial

from mlweekly.markdown._editing._origins import Origin
from mlweekly.markdown._editing._replacements import Element, Replacement, made, resequenced
from mlweekly.markdown._editing._source import END_OF_LINE, Source
from mlweekly.markdown._editing._spelling import respelled
from mlweekly.markdown._inline import escape_label, escape_title, unescape
from mlweekly.markdown._writing._rows import contents_line, contents_target
from mlweekly.model import ContentsEntry

__all__ = ["edit_contents"]

_title = partial(respelled, decode=unescape, encode=escape_title)
_label = partial(respelled, decode=unescape, encode=escape_label)
_BULLET = re.compile(r"[ \t]*[-*+][ \t]+")
_MARKS = re.compile(r"[ \t]*#+[ \t]+")


def edit_contents(
    source: Source, old: Sequence[ContentsEntry], new: Sequence[ContentsEntry], origins: Origin, anchor: int
) -> Iterator[Replacement]:
    """
    Yield what makes a contents list show its entries.

    Args:
        source: The text.
        old: The entries that there are.
        new: The entries that shall be.
        origins: Where each of them comes from.
        anchor: Where a list goes if there is none yet: the end of the line before it.
    """
    if old:
        yield from _ContentsEditor(source, old, new, origins.positions("contents")).changes()
    elif new:
        mark = source.line_end(anchor)
        yield source.inserted(anchor, [mark.join(_first_lines(new))], mark)


def _first_lines(entries: Sequence[ContentsEntry]) -> Iterator[str]:
    before: str | None = None
    for place, entry in enumerate(entries):
        if entry.group is not None and entry.group != before:
            yield from ("", f"## {escape_title(entry.group)}") if place else (f"## {escape_title(entry.group)}",)
        yield contents_line(entry)
        before = entry.group


class _ContentsEditor:
    def __init__(
        self,
        source: Source,
        old: Sequence[ContentsEntry],
        new: Sequence[ContentsEntry],
        positions: Sequence[int | None],
    ) -> None:
        self.source = source
        self.text = source.text
        self.old = old
        self.new = new
        self.positions = positions
        self.places = [source.whole_lines(*source.places[f"/contents/{index}"]) for index in range(len(old))]
        self.mark = source.line_end(self.places[0][0])

    def changes(self) -> Iterator[Replacement]:
        changes = [
            [] if position is None else list(self._entry(position, entry))
            for position, entry in zip(self.positions, self.new, strict=True)
        ]
        lines = [
            self._new_entry(entry) if position is None else made(self.text, each, *self.places[position])
            for position, entry, each in zip(self.positions, self.new, changes, strict=True)
        ]
        if "/contents" in self.source.wholes and self._holds_entries_alone():
            yield from self._regrouped(lines)
            return
        yield from self._renamed_groups()
        for each in changes:
            yield from each
        elements = [
            Element(position, line, self._leans(index))
            for index, (position, line) in enumerate(zip(self.positions, lines, strict=True))
        ]
        yield from resequenced(self.text, self.places, elements, END_OF_LINE, self.mark)

    def _leans(self, index: int) -> bool:
        """
        Whether a new entry belongs to the group of those behind it, and not to that of the one before it.
        """
        if self.positions[index] is not None or index == 0:
            return False
        before = next((each for each in reversed(self.positions[:index]) if each is not None), None)
        behind = next((each for each in self.positions[index:] if each is not None), None)
        group = self.new[index].group
        is_of_those_before = group == (None if before is None else self.old[before].group)
        return not is_of_those_before and behind is not None and self.old[behind].group == group

    def _renamed_groups(self) -> Iterator[Replacement]:
        """
        Yield the headings of groups all of whose entries get one other heading.
        """
        names: dict[tuple[int, int], set[str | None]] = {}
        for position, entry in zip(self.positions, self.new, strict=True):
            place = self.source.places.get(f"/contents/{position}/group")
            if place is not None:
                names.setdefault(place, set()).add(entry.group)
        for place, groups in names.items():
            words = self.text[slice(*place)]
            group = groups.pop()
            if not groups and group is not None and unescape(words).strip() != group:
                yield Replacement(*place, _title(words, unescape(words), group))

    def _entry(self, position: int, entry: ContentsEntry) -> Iterator[Replacement]:
        old, pointer = self.old[position], f"/contents/{position}"
        if old.label != entry.label:
            place = self.source.places[f"{pointer}/label"]
            yield Replacement(*place, _label(self.text[slice(*place)], old.label, entry.label))
        if old.target != entry.target:
            yield Replacement(*self.source.places[f"{pointer}/target"], contents_target(entry))

    def _new_entry(self, entry: ContentsEntry) -> str:
        line = contents_line(entry)
        bullet = _BULLET.match(self.text, *self.places[0])
        return line if bullet is None else bullet[0] + line.removeprefix("- ")

    def _headings(self) -> dict[str | None, tuple[int, int]]:
        """
        Return start and end of the line that heads each group.
        """
        return {
            entry.group: self.source.whole_lines(*self.source.places[f"/contents/{index}/group"])
            for index, entry in reversed(list(enumerate(self.old)))
            if f"/contents/{index}/group" in self.source.places
        }

    def _region(self) -> tuple[int, int]:
        heading = self._headings().get(self.old[0].group, self.places[0])
        return min(heading[0], self.places[0][0]), self.places[-1][1]

    def _holds_entries_alone(self) -> bool:
        """
        Whether nothing but headings of groups and blank lines stands between the entries.
        """
        known = {*self.places, *self._headings().values()}
        bounds = self.source.bounds(*self._region())
        return all(place in known or not self.text[slice(*place)].strip() for place in bounds)

    def _regrouped(self, entries: Sequence[str]) -> Iterator[Replacement]:
        """
        Yield what makes the list have these entries, each under the heading of its group.
        """
        headings = self._headings()
        marks = [match[0] for place in headings.values() if (match := _MARKS.match(self.text, *place))]
        opening = marks[-1] if marks else "## "
        text_lines = self.source.lines
        is_apart = any(not text_lines[text_lines.number_at(start)].strip() for start, _ in headings.values())
        lines: list[str] = []
        before: str | None = None
        for entry, line in zip(self.new, entries, strict=True):
            if entry.group is not None and entry.group != before:
                place = headings.get(entry.group)
                heading = opening + escape_title(entry.group) if place is None else self.text[slice(*place)]
                lines += [*([""] if lines else []), heading, *([""] if is_apart else [])]
            lines.append(line)
            before = entry.group
        yield from self.source.changed_lines(self.source.bounds(*self._region()), lines, self.mark)
