"""
What the entries of a contents list name.

Lives here: `Listing`, an entry beside the issue that its words name and the issue that its target leads to; whether the
two disagree, and what would make them agree.
Must not know: any rule.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Literal, TypeAlias

from attrs import frozen

from mlweekly.dates import DateRange, find_range, shows_date
from mlweekly.errors import ModelError
from mlweekly.model import ContentsEntry, Series, anchor_of
from mlweekly.validation._facts._contents_entries import (
    EntryRead,
    Headings,
    NamedDays,
    days_in_year,
    days_of,
    folded,
    year_in,
)

__all__ = ["Listing", "entry_for", "listings_of"]

_LEAP_YEAR = 2024
_NEAR = 20


Fault: TypeAlias = Literal["label", "target", "either"]


@frozen(eq=False)
class Listing:
    """
    An entry of the contents list, and what it names.

    Attributes:
        index: Where it stands in the list.
        entry: The entry.
        fault: What is wrong where words and target disagree: the one that the rest of the list speaks against, or
            "either" where nothing tells; None where they agree.
        mended: The entry without the fault, where one can be told.
        is_copy: Whether the same entry stands where it belongs: then its place is at fault, not its words or target.
    """

    index: int
    entry: ContentsEntry
    _read: EntryRead
    fault: Fault | None = None
    mended: ContentsEntry | None = None
    is_copy: bool = False

    @property
    def labelled(self) -> int | None:
        """
        The issue that the words name, if the document has it.
        """
        return self._read.labelled

    @property
    def anchored(self) -> int | None:
        """
        The issue that the target leads to, if the document has it.
        """
        return self._read.anchored

    @property
    def issue(self) -> int | None:
        """
        The issue that the entry belongs to: by its words, or else by its target.
        """
        return self.anchored if self.labelled is None else self.labelled

    @property
    def is_elsewhere(self) -> bool:
        """
        Whether the target leads out of the document.
        """
        return self._read.is_elsewhere

    @property
    def period(self) -> DateRange | None:
        """
        The days that the entry names, in their year, where that is known.
        """
        return self._read.period

    @property
    def is_in_group(self) -> bool:
        """
        Whether it stands under the year that its target prints, if it prints one.
        """
        return self._read.is_in_group

    @property
    def names_days(self) -> bool:
        """
        Whether the words print a range of days.
        """
        return self._read.label_days is not None

    @property
    def group(self) -> int | None:
        """
        The year that the entry stands under, if that is a year.
        """
        return self._read.group


def listings_of(series: Series, weeks: Sequence[DateRange | None]) -> tuple[Listing, ...]:
    """
    Return the entries of the contents list, each with what it names.

    Args:
        series: The series.
        weeks: The days that each of its issues covers, as its heading says.
    """
    if not series.contents:
        return ()
    headings = Headings(series, weeks)
    reading = [EntryRead(index, entry, headings) for index, entry in enumerate(series.contents)]
    return tuple(_Judge(reading, headings).listings())


def entry_for(series: Series, index: int, week: DateRange | None, model: ContentsEntry) -> ContentsEntry | None:
    """
    Return an entry for an issue in the form of another entry, or None where that form cannot hold it.

    The words are the issue's title with the range as the other prints it; a year that the other leaves to its group is
    left out.
    """
    title = series.issues[index].title
    if title is None:
        return None
    printed, own, label = find_range(model.label), find_range(title), title
    reprinted = None if week is None else _printed_as(model.label, week)
    if printed is not None and own is not None and reprinted is not None:
        words = model.label[: printed.start].rstrip(" ([")
        label = title[: own.start].rstrip(" ([") + reprinted[len(words) :]
    target = model.target
    if target is not None:
        if "#" not in target:
            return None
        target = target[: target.index("#") + 1] + anchor_of(title)
    group, year = model.group, year_in(model.group)
    if group is not None and year is not None and week is not None and year not in (week.start.year, week.end.year):
        group = group.replace(str(year), str(week.start.year))
    return ContentsEntry(label, target, group)


class _Judge:
    """
    What the entries of a list say about one another.
    """

    def __init__(self, reading: list[EntryRead], headings: Headings) -> None:
        self._reading, self._headings = reading, headings
        self._agreeing = [each for each in reading if each.agrees]
        self._names = Counter(each.labelled for each in reading)
        self._entries_of = Counter(each.anchored if each.labelled is None else each.labelled for each in reading)
        self._anchors = {each.anchor for each in self._agreeing} - {None}
        self._labels = {(folded(each.entry.label), each.group) for each in self._agreeing}

    @cached_property
    def _has_targets(self) -> bool:
        return any(each.entry.target is not None and not each.is_elsewhere for each in self._reading)

    @cached_property
    def _has_dates(self) -> bool:
        dated = [each for each in self._agreeing if each.label_days and each.target_days]
        return 2 * len(dated) > len(self._reading)

    @cached_property
    def _has_dated_labels(self) -> bool:
        return 2 * sum(1 for each in self._agreeing if each.label_days) > len(self._reading)

    @cached_property
    def _keeps_years(self) -> set[int | None]:
        """
        The years under which most targets print that year.
        """
        sizes = Counter(each.group for each in self._reading)
        fitting = Counter(each.group for each in self._reading if each.is_in_group)
        return {group for group, count in fitting.items() if 2 * count > sizes[group]}

    def listings(self) -> Iterator[Listing]:
        known = {(each.entry.label, each.entry.target) for each in self._agreeing}
        for each in self._reading:
            fault = None if each.agrees else self._fault(each)
            is_copy = fault is not None and (each.entry.label, each.entry.target) in known
            mended = None if fault is None or is_copy else self._mended(each, fault)
            yield Listing(each.index, each.entry, each, None if is_copy else fault, mended, is_copy)

    def _fault(self, each: EntryRead) -> Fault | None:
        label, target = each.label_days, each.target_days
        if each.labelled is not None and each.anchored is None:
            if each.is_elsewhere or (each.entry.target is None and not self._has_targets):
                # A list of other files, or of words alone, leads to no heading here; but a file may name another week.
                return None if target is None or label is None or target.days == label.days else "target"
            is_other = self._names[each.labelled] > 1 and target is not None and each.anchor not in self._anchors
            return "label" if is_other else "target"
        if each.labelled is None and each.anchored is not None:
            if label is None:
                return "label" if self._has_dated_labels and shows_date(each.entry.label) else None
            week = self._headings.weeks[each.anchored]
            if week is None or days_of(week) == label.days:
                return None
            if self._names[each.anchored]:
                return "target"
            own = days_in_year(label.days, week.start.year)
            is_apart = own is None or not own.overlaps(week)
            return "either" if is_apart and self._fits(label, each) else "label"
        if each.labelled is not None:
            is_owned = self._names[each.anchored] > 0, self._names[each.labelled] > 1
            return "either" if is_owned[0] == is_owned[1] else "target" if is_owned[0] else "label"
        return self._fault_of_days(each)

    def _fault_of_days(self, each: EntryRead) -> Fault | None:
        """
        Say what is wrong where the document has no issue that the entry names.
        """
        label, target = each.label_days, each.target_days
        if label is None:
            return "label" if self._has_dates and shows_date(each.entry.label) else None
        if target is None:
            return "target" if self._has_dates and each.anchor is not None else None
        if label.days == target.days:
            return "target" if each.group in self._keeps_years else None
        owned = each.anchor in self._anchors, (folded(each.entry.label), each.group) in self._labels
        if owned[0] != owned[1]:
            return "target" if owned[0] else "label"
        fits = self._fits(label, each), self._fits(target, each)
        return "either" if fits[0] == fits[1] else "target" if fits[0] else "label"

    def _fits(self, named: NamedDays, each: EntryRead) -> bool:
        """
        Tell whether the days lie between those of the entries before and behind.
        """
        places = [place for place in (each.index - 1, each.index + 1) if 0 <= place < len(self._reading)]
        others = [self._reading[place].period for place in places if self._reading[place].agrees]
        beside = [period for period in others if period is not None]
        years = {period.start.year for period in beside} if each.group is None else {each.group}
        weeks = [week for year in years if (week := days_in_year(named.days, year)) is not None]
        return not beside or any(_is_between(week, beside) for week in weeks)

    def _mended(self, each: EntryRead, fault: str | None) -> ContentsEntry | None:
        entry = each.entry
        if fault == "label":
            label = self._label_for(each)
            return None if label is None or label == entry.label else _with(entry, label=label)
        if fault == "target" and (each.labelled is None or self._entries_of[each.labelled] == 1):
            target = self._target_for(each)
            return None if target is None or target == entry.target else _with(entry, target=target)
        return None

    def _label_for(self, each: EntryRead) -> str | None:
        if each.anchored is not None:
            week = self._headings.weeks[each.anchored]
        elif each.target_days is None:
            return None
        else:
            week = each.target_days.period or days_in_year(each.target_days.days, each.group or _LEAP_YEAR)
        if week is None:
            return None
        model = each.entry if each.label_days is not None else self._model(each)
        return None if model is None else _printed_as(model.label, week)

    def _target_for(self, each: EntryRead) -> str | None:
        """
        Return the target that leads to the heading, or would if the document had it.
        """
        target = each.entry.target
        model = self._model(each)
        if each.labelled is not None:
            anchor = self._headings.anchor(each.labelled)
            form = target if target is not None and "#" in target else None if model is None else model.target
            if anchor is None or form is None or "#" not in form:
                return None
            return form[: form.index("#") + 1] + anchor
        week = each.period
        if week is None or each.label_days is None:
            return None
        if each.target_days is None or target is None:
            target = None if model is None else model.target
        return None if target is None else _printed_as(target, week)

    def _model(self, each: EntryRead) -> ContentsEntry | None:
        """
        Return the nearest entry that is as it should be, one of the same group before others.
        """
        good = [other for other in self._near(each) if other.agrees and other.label_days and other.target_days]
        good.sort(key=lambda other: other.group != each.group)
        return good[0].entry if good else None

    def _near(self, each: EntryRead) -> Iterator[EntryRead]:
        for distance in range(1, _NEAR):
            for place in (each.index + distance, each.index - distance):
                if 0 <= place < len(self._reading):
                    yield self._reading[place]


def _is_between(week: DateRange, beside: list[DateRange]) -> bool:
    if any(week.overlaps(other) for other in beside):
        return False
    return len(beside) == 1 or min(beside) < week < max(beside)


def _with(entry: ContentsEntry, *, label: str | None = None, target: str | None = None) -> ContentsEntry:
    return ContentsEntry(label or entry.label, target or entry.target, entry.group, extra=entry.extra)


def _printed_as(text: str, week: DateRange) -> str | None:
    printed = find_range(text)
    try:
        return None if printed is None else printed.replaced(week)
    except ModelError:  # the words around the range keep another week from being read again
        return None
