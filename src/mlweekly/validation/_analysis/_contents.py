"""
The anchors that a text sets itself, what is wrong in a contents list, and the entry that an issue would have in it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from typing import Literal, NamedTuple, TypeAlias

from attrs import evolve

from mlweekly._expressions import expression
from mlweekly.dates import DateRange, find_range, shows_date
from mlweekly.document import Document
from mlweekly.errors import ModelError
from mlweekly.model import ContentsEntry, ContentsList, ContentsMatch, Issue, NamedDays, anchor_of

__all__ = ["ContentsFault", "ContentsOrder", "FaultFinder", "anchors_in", "entry_for"]

_ANCHOR = expression(r"<[a-z][a-z0-9]*\s(?:[^<>]*\s)?(?:id|name)\s*=\s*[\"']?([^\s\"'<>]+)[^<>]*>", re.IGNORECASE)
_BEFORE_HEADING = expression(r"(?:[\s#]|<[^<>]*>)*")
_FARTHEST_ANCHOR = 200
_LEAP_YEAR = 2024
_NEAR = 20

Culprit: TypeAlias = Literal["label", "target", "either"]


def anchors_in(document: Document | None) -> dict[str, int]:
    """
    Return which issue each anchor leads to that a text sets itself: those in and right before a heading.
    """
    if document is None or not document.series.contents:
        return {}
    text, found, headings = document.text, dict[str, int](), list[tuple[int, int, int]]()
    for index in range(len(document.series)):
        span = document.span(f"/issues/{index}/title")
        if span is not None:
            line_end = text.find("\n", span.end)
            headings.append((span.start, len(text) if line_end < 0 else line_end, index))
    for match in _ANCHOR.finditer(text):
        following = bisect_right(headings, (match.start(), len(text), 0))
        for start, line_end, index in headings[max(0, following - 1) : following + 1]:
            is_near = 0 <= start - match.end() <= _FARTHEST_ANCHOR
            is_before = is_near and _BEFORE_HEADING.fullmatch(text, match.end(), start) is not None
            if is_before or start <= match.start() < line_end:
                found.setdefault(match[1].lower(), index)
    return found


class ContentsFault(NamedTuple):
    """
    What is wrong where the words and the target of an entry disagree.

    Attributes:
        culprit: The one that the rest of the list speaks against, or "either" where nothing tells.
        fixed: The entry without the fault, where one can be told.
    """

    culprit: Culprit
    fixed: ContentsEntry | None


class FaultFinder:
    """
    Finds faults by what the entries of a list say about one another.
    """

    def __init__(self, contents: ContentsList) -> None:
        self._contents, self._matches = contents, contents.matches
        self._agreeing = [match for match in self._matches if match.agrees]
        self._names = Counter(match.labelled for match in self._matches)
        self._entries_of = Counter(match.issue for match in self._matches)
        self._anchors = {match.anchor for match in self._agreeing} - {None}
        self._labels = {_label_and_year(match) for match in self._agreeing}

    @cached_property
    def _has_targets(self) -> bool:
        return any(match.entry.target is not None and not match.is_elsewhere for match in self._matches)

    @cached_property
    def _has_dates(self) -> bool:
        return 2 * sum(bool(each.label_days and each.target_days) for each in self._agreeing) > len(self._matches)

    @cached_property
    def _has_dated_labels(self) -> bool:
        return 2 * sum(each.label_days is not None for each in self._agreeing) > len(self._matches)

    @cached_property
    def _years_kept(self) -> set[int | None]:
        """
        The years under which most targets print that year.
        """
        sizes = Counter(match.year for match in self._matches)
        fitting = Counter(match.year for match in self._matches if match.is_in_group)
        return {year for year, count in fitting.items() if 2 * count > sizes[year]}

    def faults(self) -> Iterator[tuple[int, ContentsFault]]:
        """
        Yield the index of each entry that is at fault, and what is wrong with it.

        If the list has the same entry in the right place, the index of the copy is at fault, and not its words.
        """
        known = {(match.entry.label, match.entry.target) for match in self._agreeing}
        for match in self._matches:
            culprit = None if match.agrees else self._culprit(match)
            if culprit is not None and (match.entry.label, match.entry.target) not in known:
                yield match.index, ContentsFault(culprit, self._fixed(match, culprit))

    def _culprit(self, match: ContentsMatch) -> Culprit | None:
        if match.labelled is not None and match.anchored is not None:
            has_owner, has_another = self._names[match.anchored] > 0, self._names[match.labelled] > 1
            return "either" if has_owner == has_another else "target" if has_owner else "label"
        if match.labelled is not None:
            return self._culprit_of_target(match)
        if match.anchored is not None:
            return self._culprit_of_label(match, match.anchored)
        return self._culprit_of_days(match)

    def _culprit_of_target(self, match: ContentsMatch) -> Culprit | None:
        """
        Return what is wrong where the words name an issue, and the target leads to none.
        """
        label, target = match.label_days, match.target_days
        if match.is_elsewhere or (match.entry.target is None and not self._has_targets):
            # A list of other files, or of words alone, leads to no heading here; but a file may name another week.
            return None if target is None or label is None or target.days == label.days else "target"
        is_other = self._names[match.labelled] > 1 and target is not None and match.anchor not in self._anchors
        return "label" if is_other else "target"

    def _culprit_of_label(self, match: ContentsMatch, anchored: int) -> Culprit | None:
        """
        Return what is wrong where the target leads to an issue, and the words name none.
        """
        label, week = match.label_days, self._contents.weeks[anchored]
        if label is None:
            return "label" if self._has_dated_labels and shows_date(match.entry.label) else None
        if week is None or label.are_of(week):
            return None
        if self._names[anchored]:
            return "target"
        own = label.in_year(week.start.year)
        is_apart = own is None or not own.overlaps(week)
        return "either" if is_apart and self._fits(label, match) else "label"

    def _culprit_of_days(self, match: ContentsMatch) -> Culprit | None:
        """
        Return what is wrong where the document has no issue that the entry names.
        """
        label, target = match.label_days, match.target_days
        if label is None:
            return "label" if self._has_dates and shows_date(match.entry.label) else None
        if target is None:
            return "target" if self._has_dates and match.anchor is not None else None
        if label.days == target.days:
            return "target" if match.year in self._years_kept else None
        anchor_is_taken, label_is_taken = match.anchor in self._anchors, _label_and_year(match) in self._labels
        if anchor_is_taken != label_is_taken:
            return "target" if anchor_is_taken else "label"
        label_fits, target_fits = self._fits(label, match), self._fits(target, match)
        return "either" if label_fits == target_fits else "target" if label_fits else "label"

    def _fits(self, named: NamedDays, match: ContentsMatch) -> bool:
        """
        Return whether the days lie between those of the entries before and behind.
        """
        neighbours = self._matches[max(0, match.index - 1) : match.index + 2]
        beside = [each.period for each in neighbours if each is not match and each.agrees and each.period is not None]
        years = {period.start.year for period in beside} if match.year is None else {match.year}
        weeks = [week for year in years if (week := named.in_year(year)) is not None]
        return not beside or any(_is_between(week, beside) for week in weeks)

    def _fixed(self, match: ContentsMatch, culprit: Culprit) -> ContentsEntry | None:
        entry, fixed = match.entry, None
        if culprit == "label" and (label := self._label_for(match)):
            fixed = evolve(entry, label=label)
        elif culprit == "target" and (match.labelled is None or self._entries_of[match.labelled] == 1):
            fixed = evolve(entry, target=self._target_for(match) or entry.target)
        return None if fixed == entry else fixed

    def _label_for(self, match: ContentsMatch) -> str | None:
        week = None
        if match.anchored is not None:
            week = self._contents.weeks[match.anchored]
        elif match.target_days is not None:
            week = match.target_days.period or match.target_days.in_year(match.year or _LEAP_YEAR)
        example = match.entry if match.label_days is not None else self._example(match)
        return None if week is None or example is None else _printed_as(example.label, week)

    def _target_for(self, match: ContentsMatch) -> str | None:
        """
        Return the target that leads to the heading, or would if the document had it.
        """
        example = self._example(match)
        own, other = match.entry.target, None if example is None else example.target
        if match.labelled is not None:
            anchor = self._contents.anchor(match.labelled)
            form = own if own is not None and "#" in own else other
            return None if anchor is None or form is None or "#" not in form else _led_to(form, anchor)
        form = other if match.target_days is None else own
        if form is None or match.period is None or match.label_days is None:
            return None
        return _printed_as(form, match.period)

    def _example(self, match: ContentsMatch) -> ContentsEntry | None:
        """
        Return the nearest entry that is as it should be, one of the same group before others.
        """
        near = sorted(
            self._matches[max(0, match.index - _NEAR + 1) : match.index + _NEAR],
            key=lambda other: (other.year != match.year, abs(other.index - match.index), -other.index),
        )
        return next((other.entry for other in near if other.agrees and other.label_days and other.target_days), None)


class ContentsOrder:
    """
    The entries that are as they should be, in the order of the weeks, or else in that of the document.

    The list may rise or fall.
    """

    def __init__(self, matches: Sequence[ContentsMatch], *, by_week: bool) -> None:
        self._matches: dict[int, ContentsMatch] = {}
        self._indices: dict[int, int] = {}
        has_targets = any(match.entry.target is not None and not match.is_elsewhere for match in matches)
        for match in reversed(matches):
            is_bare = match.entry.target is None and has_targets
            key = match.issue
            if by_week:
                key = None if match.period is None else match.period.start.toordinal()
            if key is not None and not match.is_elsewhere and not is_bare:
                self._indices[key] = match.index
                self._matches[match.index] = match
        self._keys = sorted(self._indices)
        rises = sum(self._indices[one] < self._indices[other] for one, other in pairwise(self._keys))
        is_single = len(self._keys) == 1
        self._rises = not by_week if is_single else 2 * rises > len(self._keys) - 1

    def index(self, week: DateRange | None, issue: int) -> tuple[int, ContentsMatch | None]:
        """
        Return where the entry of an issue belongs, and the entry that it is beside, in whose group it is put.

        Args:
            week: The days of the issue; None where the order is that of the document.
            issue: The index of the issue in the document.
        """
        key = issue if week is None else week.start.toordinal()
        earlier, later = self._at(bisect_left(self._keys, key) - 1), self._at(bisect_right(self._keys, key))
        above, below = (earlier, later) if self._rises else (later, earlier)
        if above is not None and (
            below is None or _is_of_year(week, self._matches[above]) or not _is_of_year(week, self._matches[below])
        ):
            return above + 1, self._matches[above]
        return (0, None) if below is None else (below, self._matches[below])

    def _at(self, position: int) -> int | None:
        return self._indices[self._keys[position]] if 0 <= position < len(self._keys) else None


def entry_for(issue: Issue, week: DateRange | None, example: ContentsMatch) -> ContentsEntry | None:
    """
    Return an entry for an issue in the form of another entry, or None where that form cannot hold it.

    The words are the issue's title with the range as the other prints it; a year that the other leaves to its group is
    left out.
    """
    title, target, group = issue.title, example.entry.target, example.entry.group
    if title is None or (target is not None and "#" not in target):
        return None
    label, printed, own = title, example.label_range, find_range(title)
    reprinted = None if week is None else _printed_as(example.entry.label, week)
    if printed is not None and own is not None and reprinted is not None:
        words = printed.text[: printed.start].rstrip(" ([")
        label = title[: own.start].rstrip(" ([") + reprinted[len(words) :]
    if target is not None:
        target = _led_to(target, anchor_of(title))
    if group is not None and week is not None and example.year not in (None, week.start.year, week.end.year):
        group = group.replace(str(example.year), str(week.start.year))
    return ContentsEntry(label, target, group)


def _label_and_year(match: ContentsMatch) -> tuple[str, int | None]:
    return "".join(match.entry.label.casefold().split()), match.year


def _is_between(week: DateRange, beside: list[DateRange]) -> bool:
    if any(week.overlaps(other) for other in beside):
        return False
    return len(beside) == 1 or min(beside) < week < max(beside)


def _is_of_year(week: DateRange | None, match: ContentsMatch) -> bool:
    return week is None or match.entry.group is None or str(week.start.year) in match.entry.group


def _led_to(target: str, anchor: str) -> str:
    return target[: target.index("#") + 1] + anchor


def _printed_as(text: str, week: DateRange) -> str | None:
    printed = find_range(text)
    try:
        return None if printed is None else printed.replaced(week)
    except ModelError:  # the words around the range keep another week from being read again
        return None
