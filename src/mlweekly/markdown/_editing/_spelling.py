"""
Transfer a change of one spelling of a text to another spelling of it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from mlweekly.changes import word_changes

__all__ = ["MARKS", "Replacement", "applied", "transfer_edit"]

MARKS = range(0x40000, 0xE0000)
"""
Characters that stand for whole elements of a text: code points that are, and will be, no character of any text.
"""

_NO_MARKS: Mapping[str, str] = {}


class Replacement(NamedTuple):
    """
    A part of a text, and the words that replace it; an insertion if it is empty.
    """

    start: int
    end: int
    words: str


def applied(text: str, replacements: Iterable[Replacement], start: int = 0, end: int | None = None) -> str:
    """
    Return a part of a text with replacements applied in it, which do not overlap; insertions come before what is there.

    >>> applied("a, b, c", [Replacement(3, 4, "x"), Replacement(0, 0, "- ")])
    '- a, x, c'
    """
    parts: list[str] = []
    position = start
    for each in sorted(replacements, key=lambda each: each[:2]):
        parts += (text[position : each.start], each.words)
        position = each.end
    return "".join(parts) + text[position : len(text) if end is None else end]


class _Change(NamedTuple):
    """
    A part of one text, and the part of another that differs from it.
    """

    start: int
    end: int
    other_start: int
    other_end: int


def _changes(before: str, after: str, marks: Collection[str]) -> Iterator[_Change]:
    """
    Yield the parts that differ: as many marks as can stay in their order do, and what is between them is compared.
    """
    low = other_low = 0
    for place, other in (*_staying(before, after, marks), (len(before), len(after))):
        for change in word_changes(before[low:place], after[other_low:other]):
            start, end = change.start + low, change.end + low
            other_start, other_end = change.other_start + other_low, change.other_end + other_low
            yield _trimmed(_Change(start, end, other_start, other_end), before, after)
        low, other_low = place + 1, other + 1


def _trimmed(change: _Change, before: str, after: str) -> _Change:
    """
    Return the change without the characters that both sides begin or end with.
    """
    start, end, other_start, other_end = change
    while start < end and other_start < other_end and before[start] == after[other_start]:
        start, other_start = start + 1, other_start + 1
    while start < end and other_start < other_end and before[end - 1] == after[other_end - 1]:
        end, other_end = end - 1, other_end - 1
    return _Change(start, end, other_start, other_end)


def _staying(before: str, after: str, marks: Collection[str]) -> list[tuple[int, int]]:
    """
    Return the places of a longest run of marks that both texts have in the same order.
    """
    others = {character: place for place, character in enumerate(after) if character in marks}
    pairs = [(place, others[character]) for place, character in enumerate(before) if character in others]
    tails: list[int] = []
    runs: list[tuple[tuple[int, int], int]] = []
    lasts: list[int] = []
    for index, pair in enumerate(pairs):
        length = bisect_left(tails, pair[1])
        tails[length : length + 1] = [pair[1]]
        runs.append((pair, lasts[length - 1] if length else -1))
        lasts[length : length + 1] = [index]
    staying: list[tuple[int, int]] = []
    index = lasts[-1] if lasts else -1
    while index >= 0:
        pair, index = runs[index]
        staying.append(pair)
    return staying[::-1]


class _Alignment:
    """
    Where the parts of a text are in another spelling of it.
    """

    def __init__(self, text: str, spelling: str, marks: Collection[str]) -> None:
        self.text = text
        self.differences = list(_changes(text, spelling, marks))
        self._starts = [each.start for each in self.differences]

    def start(self, offset: int, *, is_removed: bool) -> int:
        """
        Return where a part that begins at an offset begins; if removed, it takes along what is only there before it.
        """
        index = bisect_right(self._starts, offset) - 1
        if index < 0:
            return offset
        found = self.differences[index]
        if offset < found.end or (is_removed and offset == found.start):
            return found.other_start
        return offset + found.other_end - found.end

    def end(self, offset: int) -> int:
        """
        Return where a part that ends at an offset ends: before what only the spelling has.
        """
        index = bisect_left(self._starts, offset) - 1
        if index < 0:
            return offset
        found = self.differences[index]
        return found.other_end if offset <= found.end else offset + found.other_end - found.end

    def _lacks_lines(self, difference: _Change) -> bool:
        lines = self.text[difference.start : difference.end]
        return difference.other_start == difference.other_end and lines[:1] in ("\n", "\r") and not lines.isspace()

    def widened(self, change: _Change) -> tuple[int, int]:
        """
        Return start and end of a change, widened to what is spelled otherwise as a whole.

        Lines that come behind lines which the spelling lacks, such as the header of a table, take those along.
        """
        start, end = change.start, change.end
        first = bisect_left(self._starts, start) - 1
        if first >= 0 and start == end == self.differences[first].end and self._lacks_lines(self.differences[first]):
            start = self.differences[first].start
        elif first >= 0 and start < self.differences[first].end:
            start, end = self.differences[first].start, max(end, self.differences[first].end)
        last = bisect_left(self._starts, end) - 1
        if last >= 0 and self.differences[last].start < end < self.differences[last].end:
            end = self.differences[last].end
        return start, end


def _with_its_separator(change: _Change, old: str, new: str, kinds: Mapping[str, str]) -> _Change:
    """
    Return the change of whole elements with what separates them from their list, before them or behind the first.

    Taking `b, ` or `, b` out of `a, b, c` is the same, but what separates the elements may be spelled in many ways.
    """
    start, end, other_start, other_end = change
    if start < end and other_start < other_end:
        return change
    text, first, last = (old, start, end) if start < end else (new, other_start, other_end)
    places = [place for place in range(first, last) if text[place] in kinds]
    if not places:
        return change
    lead, tail = places[0] - first, last - places[-1] - 1
    moved = 0
    if (
        tail
        and text[first - tail : first] == text[last - tail : last]
        and _same_list(text, first - tail - 1, places[-1], kinds)
    ):
        moved = -tail
    elif (
        lead
        and text[first : first + lead] == text[last : last + lead]
        and not _same_list(text, first - 1, places[0], kinds)
    ):
        moved = lead if _same_list(text, last + lead, places[0], kinds) else 0
    return _Change(*(each + moved for each in change))


def _same_list(text: str, place: int, other: int, kinds: Mapping[str, str]) -> bool:
    """
    Return whether there are elements of one list at two places.
    """
    return 0 <= place < len(text) and text[place] in kinds and kinds[text[place]] == kinds[text[other]]


def transfer_edit(source: str, old: str, new: str, kinds: Mapping[str, str] = _NO_MARKS) -> Iterator[Replacement]:
    """
    Yield what the source needs to say the new text, and all that it spells otherwise than the old one stays as it is.

    If a change is inside what is spelled otherwise, all of that is written as in the new text.

    >>> source = "####  Moshi,  a model"
    >>> applied(source, transfer_edit(source, "## Moshi, a model", "## Moshi, two models"))
    '####  Moshi,  two models'

    Args:
        source: The text to change.
        old: What it says, in another spelling.
        new: What it shall say, in that spelling.
        kinds: For each mark, which list its element is in.
    """
    alignment = _Alignment(old, source, kinds)
    groups: list[_Change] = []
    found: list[Replacement] = []
    for each in _changes(old, new, kinds):
        change = _with_its_separator(each, old, new, kinds)
        is_removal = change.other_start == change.other_end
        first, last = change[:2] if is_removal else alignment.widened(change)
        group = _Change(first, last, change.other_start - (change.start - first), change.other_end + last - change.end)
        start, end = alignment.start(first, is_removed=is_removal), alignment.end(last)
        if first == last:
            # What comes before an element comes right before it, all else right behind what is there.
            is_before = old[first : first + 1] in kinds and old[first - 1 : first] not in kinds
            start, end = (start, start) if is_before else (end, end)
        while found and start < found[-1].end:
            before = groups.pop()
            other_start = before.other_start - max(0, before.start - group.start)
            group = _Change(min(before.start, group.start), group.end, other_start, group.other_end)
            start = min(found.pop().start, start)
        groups.append(group)
        found.append(Replacement(start, max(start, end), new[group.other_start : group.other_end]))
    return iter(found)
