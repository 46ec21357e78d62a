"""
The entries of a contents list as they are read, beside the headings of their document.

Lives here: `Headings`, the issues by what an entry may know them by; `EntryRead`, what the words and the target of an
entry name.
Must not know: what is wrong with an entry (`_contents` tells); any rule.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date
from functools import cached_property
from typing import NamedTuple, TypeAlias

from mlweekly.dates import DateRange, find_range
from mlweekly.model import ContentsEntry, Series, anchor_of

__all__ = ["Days", "EntryRead", "Headings", "NamedDays", "days_in_year", "days_of", "folded", "year_in"]

_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_YEAR_BEHIND = re.compile(r"-+(?:19|20)[0-9]{2}")
_DASHES = re.compile(r"-{2,}")
_LEAP_YEAR = 2024

Days: TypeAlias = tuple[int, int, int, int]
"""
Month and day of both ends of a range: what is left of it where no year is printed.
"""


class NamedDays(NamedTuple):
    """
    The range that words print.

    Attributes:
        days: The days without a year.
        period: The range with its year, where one is printed.
    """

    days: Days
    period: DateRange | None


class Headings:
    """
    The headings of a series, by what an entry may know them by.

    Attributes:
        weeks: The days that each issue covers, as its heading says.
        prefixes: What stands before the anchor in targets that lead into the document.
    """

    def __init__(self, series: Series, weeks: Sequence[DateRange | None]) -> None:
        self.weeks = weeks
        self._anchors: list[str | None] = []
        self._by_anchor: dict[str, int] = {}
        self._by_title: dict[str, list[int]] = defaultdict(list)
        self._by_days: dict[Days, list[int]] = defaultdict(list)
        counted: Counter[str] = Counter()
        for index, issue in enumerate(series.issues):
            anchor = None
            if issue.title is not None:
                anchor = anchor_of(issue.title)
                counted[anchor] += 1
                # A site numbers the second and later headings of the same words.
                anchor = anchor if counted[anchor] == 1 else f"{anchor}-{counted[anchor] - 1}"
                self._by_anchor.setdefault(anchor, index)
                self._by_title[folded(issue.title)].append(index)
            self._anchors.append(anchor)
            week = weeks[index]
            if week is not None:
                self._by_days[days_of(week)].append(index)
        targets = [anchor for entry in series.contents if (anchor := _anchor_in(entry.target))]
        self.prefixes = {"", "./"}
        known = sum(1 for anchor in targets if anchor in self._by_anchor)
        joined = {_DASHES.sub("-", anchor): index for anchor, index in self._by_anchor.items()}
        # Not every site makes the anchors that GitHub makes: some join the dashes.
        self._joins = sum(1 for anchor in targets if anchor in joined) > 2 * known
        if self._joins:
            self._by_anchor = joined
        for entry in series.contents:
            if entry.target is not None and self.anchored(_anchor_in(entry.target)) is not None:
                self.prefixes.add(entry.target.partition("#")[0])

    def anchored(self, anchor: str | None) -> int | None:
        """
        Return the issue that an anchor leads to.
        """
        return None if anchor is None else self._by_anchor.get(anchor)

    def anchor(self, index: int) -> str | None:
        """
        Return the anchor of an issue's heading, as the site makes it.
        """
        anchor = self._anchors[index]
        return _DASHES.sub("-", anchor) if anchor is not None and self._joins else anchor

    def titled(self, label: str) -> list[int]:
        """
        Return the issues with these words for a title.
        """
        return self._by_title.get(folded(label), [])

    def covering(self, named: NamedDays | None, group: int | None) -> list[int]:
        """
        Return the issues of these days, in the year that is printed.
        """
        found = [] if named is None else self._by_days.get(named.days, [])
        return [index for index in found if _is_in_year(self.weeks[index], named, group)]


class EntryRead:
    """
    An entry as it was read.

    Attributes:
        index: Where it stands in the list.
        entry: The entry.
        group: The year that it stands under, if that is a year.
        anchor: The anchor in its target.
        anchored: The issue that the target leads to.
        is_elsewhere: Whether the target leads out of the document.
    """

    def __init__(self, index: int, entry: ContentsEntry, headings: Headings) -> None:
        self.index, self.entry, self._headings = index, entry, headings
        self.group = year_in(entry.group)
        self.anchor = _anchor_in(entry.target)
        self.anchored = headings.anchored(self.anchor)
        self.is_elsewhere = (entry.target or "").partition("#")[0] not in headings.prefixes

    @cached_property
    def is_spelled_alike(self) -> bool:
        """
        Whether the anchor is made of the words, with a year behind them or not: then no days need to be read.
        """
        slug = anchor_of(self.entry.label)
        if self.anchor is None or not self.anchor.startswith(slug):
            return False
        rest = self.anchor[len(slug) :]
        return not rest or (_YEAR_BEHIND.fullmatch(rest) is not None and rest[-4:] == str(self.group))

    @cached_property
    def label_days(self) -> NamedDays | None:
        """
        The days that the words print.
        """
        return _named(self.entry.label)

    @cached_property
    def target_days(self) -> NamedDays | None:
        """
        The days that the target prints.
        """
        return _named(self.anchor or self.entry.target or "")

    @cached_property
    def labelled(self) -> int | None:
        """
        The issue that the words name; of several that which the target leads to.
        """
        if self.is_spelled_alike and self.anchored is not None:
            return self.anchored
        label = self.entry.label
        candidates = self._headings.titled(label) or self._headings.covering(self.label_days, self.group)
        return self.anchored if self.anchored in candidates else next(iter(candidates), None)

    @cached_property
    def agrees(self) -> bool:
        """
        Whether words and target name the same issue, or the same days.
        """
        if self.is_spelled_alike and (self.anchored is not None or self.labelled is None):
            return True
        if self.labelled is not None or self.anchored is not None:
            return self.labelled == self.anchored
        if self.label_days is None or self.target_days is None:
            return self.label_days is self.target_days
        return self.label_days.days == self.target_days.days and self.is_in_group

    @property
    def is_in_group(self) -> bool:
        """
        Whether the year of the target, if it prints one, is that which the entry stands under.
        """
        period = None if self.target_days is None else self.target_days.period
        years = () if period is None else (period.start.year, period.end.year)
        return not years or self.group is None or self.group in years

    @cached_property
    def period(self) -> DateRange | None:
        """
        The days that the entry names, in the year that it or the group prints.
        """
        if self.labelled is not None:
            return self._headings.weeks[self.labelled]
        named, led = self.label_days, None if self.anchored is None else self._headings.weeks[self.anchored]
        if named is None and led is not None:
            return led
        named = named or self.target_days
        if named is None or named.period is not None:
            return None if named is None else named.period
        target = led if self.target_days is None else self.target_days.period or led
        year = target.start.year if self.group is None and target else self.group
        return None if year is None else days_in_year(named.days, year)


def _named(text: str) -> NamedDays | None:
    printed = find_range(text)
    if printed is None:
        return None
    period = printed.period()
    found = period or printed.in_year(_LEAP_YEAR)
    return None if found is None else NamedDays(days_of(found), period)


def days_of(week: DateRange) -> Days:
    return (week.start.month, week.start.day, week.end.month, week.end.day)


def days_in_year(days: Days, year: int) -> DateRange | None:
    """
    Return the days in the year that the first of them is in.
    """
    first, last = days[:2], days[2:]
    try:
        return DateRange(date(year, *first), date(year + (last < first), *last))
    except ValueError:  # 29 February, in most years
        return None


def _is_in_year(week: DateRange | None, named: NamedDays | None, group: int | None) -> bool:
    if week is None or named is None:
        return False
    if named.period is not None:
        return named.period == week
    return group is None or group in (week.start.year, week.end.year)


def year_in(group: str | None) -> int | None:
    years = [] if group is None else _YEAR.findall(group)
    return int(years[0]) if len(years) == 1 else None


def _anchor_in(target: str | None) -> str | None:
    anchor = "" if target is None else target.partition("#")[2]
    if "%" in anchor:
        from urllib.parse import unquote  # anchors of Latin letters alone need it not

        anchor = unquote(anchor)
    return anchor.lower() or None


def folded(text: str) -> str:
    return "".join(text.casefold().split())
