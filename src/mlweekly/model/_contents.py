"""
The contents list of a series beside the headings that it leads to: which issue each entry names, and which it leads to.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from functools import cached_property
from typing import TypeVar

from mlweekly._expressions import expression
from mlweekly.dates import DateRange, PrintedRange, find_range
from mlweekly.model._anchor import anchor_of
from mlweekly.model._named_days import Days, NamedDays, days_of, named_days
from mlweekly.model._series import ContentsEntry

__all__ = ["ContentsList", "ContentsMatch"]

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")

_YEAR = expression(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_YEAR_BEHIND = expression(r"-+(?:19|20)[0-9]{2}")
_DASHES = expression(r"-{2,}")


class ContentsList:
    """
    The entries of a contents list, and the headings that they may lead to.

    Attributes:
        weeks: The days that each issue covers, as its heading says.
        matches: Each entry beside the issues that it names and leads to.
    """

    weeks: Sequence[DateRange | None]
    matches: tuple[ContentsMatch, ...]

    def __init__(
        self,
        entries: Iterable[ContentsEntry],
        titles: Sequence[str | None] = (),
        weeks: Sequence[DateRange | None] = (),
        anchors: Mapping[str, int] | None = None,
    ) -> None:
        """
        Read a contents list.

        Args:
            entries: The entries.
            titles: The headings of the issues.
            weeks: The days that each of them covers, as its heading says.
            anchors: Which issue each anchor leads to that the text sets itself, as `<a name="week-38">` does.
        """
        self.weeks = weeks
        self._titles = titles
        self.matches = tuple(ContentsMatch(index, entry, self) for index, entry in enumerate(entries))
        self._anchors = _numbered_anchors(titles)
        # Of two headings with one anchor the first is led to.
        by_anchor = {anchor: index for index, anchor in [*enumerate(self._anchors)][::-1] if anchor is not None}
        joined = {_DASHES.sub("-", anchor): index for anchor, index in by_anchor.items()}
        targets = [match.anchor for match in self.matches if match.anchor]
        # Not every site makes the anchors that GitHub makes: some join the dashes.
        self._joins = sum(anchor in joined for anchor in targets) > 2 * sum(anchor in by_anchor for anchor in targets)
        self._by_anchor = {**(anchors or {}), **(joined if self._joins else by_anchor)}

    @cached_property
    def prefixes(self) -> frozenset[str]:
        """
        What is before the anchor in targets that lead into the document.
        """
        targets = (match.entry.target for match in self.matches if match.anchored is not None)
        return frozenset({"", "./", *(target.partition("#")[0] for target in targets if target is not None)})

    def issue_at(self, anchor: str | None) -> int | None:
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

    def issues_named_by(self, match: ContentsMatch) -> list[int]:
        """
        Return the issues with the words of an entry for a title, or else those of its days in the year that is printed.
        """
        titled = self._by_title.get(folded(match.entry.label))
        days = None if titled else match.label_days
        if days is None:
            return titled or []
        found = self._by_days.get(days.days, ())
        return [index for index in found if _is_in_year(self.weeks[index], days, match.year)]

    def entries_naming(self, period: DateRange) -> list[ContentsMatch]:
        """
        Return the entries whose words or target print these days, in the nearest year where they print none.
        """
        entries = self._entries_by_days.get(days_of(period), ())
        return [match for match in entries if match.labels(period) or _means(match.target_range, period)]

    def years_of(self, title: str, printed: PrintedRange) -> list[int]:
        """
        Return the years that the entries of an issue are under: those with its anchor, or else those of its days.

        Args:
            title: The heading of the issue.
            printed: The range that it prints.
        """
        named = named_days(printed)
        found = self._years_by_anchor.get(anchor_of(title))
        if found is None and named is not None:
            found = self._years_by_days.get(named.days)
        return sorted(set(found or ()))

    def entries_of(self, title: str, period: DateRange | None) -> list[ContentsMatch]:
        """
        Return the entries of an issue: those whose words print its days, or, without any, have its title or its anchor.
        """
        if period is not None:
            return [match for match in self.entries_naming(period) if match.labels(period)]
        found = [*self._entries_by_label.get(title, ()), *self._entries_by_anchor.get(anchor_of(title), ())]
        return sorted(set(found), key=lambda match: match.index)

    @cached_property
    def _by_title(self) -> dict[str, list[int]]:
        return _grouped((folded(title), index) for index, title in enumerate(self._titles) if title is not None)

    @cached_property
    def _by_days(self) -> dict[Days, list[int]]:
        return _grouped((days_of(week), index) for index, week in enumerate(self.weeks) if week is not None)

    @cached_property
    def _entries_by_label(self) -> dict[str, list[ContentsMatch]]:
        return _grouped((match.entry.label, match) for match in self.matches)

    @cached_property
    def _entries_by_anchor(self) -> dict[str | None, list[ContentsMatch]]:
        return _grouped((match.anchor, match) for match in self.matches)

    @cached_property
    def _entries_by_days(self) -> dict[Days, list[ContentsMatch]]:
        named = [
            (match, {each.days for each in (match.label_days, match.target_days) if each}) for match in self.matches
        ]
        return _grouped((days, match) for match, found in named for days in found)

    @cached_property
    def _years_by_anchor(self) -> dict[str | None, set[int]]:
        return _years_of((match.anchor, match) for match in self.matches)

    @cached_property
    def _years_by_days(self) -> dict[Days, set[int]]:
        return _years_of((match.label_days.days, match) for match in self.matches if match.label_days is not None)


class ContentsMatch:
    """
    An entry, and the issues that it names and leads to.

    Attributes:
        index: Where it is in the list.
        entry: The entry.
        year: The year that it is under, if its group is one.
        anchor: The anchor in its target, percent-decoded.
    """

    index: int
    entry: ContentsEntry
    year: int | None
    anchor: str | None

    def __init__(self, index: int, entry: ContentsEntry, contents: ContentsList) -> None:
        self.index, self.entry, self._contents = index, entry, contents
        self.year = year_in(entry.group)
        self.anchor = _anchor_in(entry.target)

    @property
    def anchored(self) -> int | None:
        """
        The issue that the target leads to, if the document has it.
        """
        return self._contents.issue_at(self.anchor)

    @property
    def is_elsewhere(self) -> bool:
        """
        Whether the target leads out of the document.
        """
        return (self.entry.target or "").partition("#")[0] not in self._contents.prefixes

    @cached_property
    def label_range(self) -> PrintedRange | None:
        """
        The range that the words print.
        """
        return find_range(self.entry.label)

    @cached_property
    def target_range(self) -> PrintedRange | None:
        """
        The range that the target prints.
        """
        return find_range(self.anchor or self.entry.target or "")

    def labels(self, period: DateRange) -> bool:
        """
        Return whether the words print a period, in the nearest year where they print none.
        """
        return _means(self.label_range, period)

    @cached_property
    def label_days(self) -> NamedDays | None:
        """
        The days that the words print.
        """
        return named_days(self.label_range)

    @cached_property
    def target_days(self) -> NamedDays | None:
        """
        The days that the target prints.
        """
        return named_days(self.target_range)

    @cached_property
    def is_spelled_alike(self) -> bool:
        """
        Whether the anchor is made of the words, with a year behind them or not: then no days need to be read.
        """
        slug = anchor_of(self.entry.label)
        if self.anchor is None or not self.anchor.startswith(slug):
            return False
        rest = self.anchor[len(slug) :]
        return not rest or (_YEAR_BEHIND.fullmatch(rest) is not None and rest[-4:] == str(self.year))

    @cached_property
    def labelled(self) -> int | None:
        """
        The issue that the words name, if the document has it; of several that which the target leads to.
        """
        if self.is_spelled_alike and self.anchored is not None:
            return self.anchored
        candidates = self._contents.issues_named_by(self)
        return self.anchored if self.anchored in candidates else next(iter(candidates), None)

    @property
    def issue(self) -> int | None:
        """
        The issue that the entry belongs to: by its words, or else by its target.
        """
        return self.anchored if self.labelled is None else self.labelled

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
        Whether the year of the target, if it prints one, is that which the entry is under.
        """
        period = None if self.target_days is None else self.target_days.period
        return period is None or self.year in (None, period.start.year, period.end.year)

    @cached_property
    def period(self) -> DateRange | None:
        """
        The days that the entry names, in the year that it or the group prints.
        """
        if self.labelled is not None:
            return self._contents.weeks[self.labelled]
        named, led = self.label_days, None if self.anchored is None else self._contents.weeks[self.anchored]
        if named is None and led is not None:
            return led
        named = named or self.target_days
        if named is None or named.period is not None:
            return None if named is None else named.period
        target = led if self.target_days is None else self.target_days.period or led
        year = target.start.year if self.year is None and target else self.year
        return None if year is None else named.in_year(year)


def folded(label: str) -> str:
    """
    Return words without case and spaces.
    """
    return "".join(label.casefold().split())


def year_in(group: str | None) -> int | None:
    """
    Return the year that a group of entries is about, if it is about one.
    """
    years = [] if group is None else _YEAR.findall(group)
    return int(years[0]) if len(years) == 1 else None


def _numbered_anchors(titles: Sequence[str | None]) -> list[str | None]:
    """
    Return the anchor of each heading; a site numbers the second and later headings of the same words.
    """
    counts: Counter[str] = Counter()
    anchors: list[str | None] = []
    for title in titles:
        anchor = None if title is None else anchor_of(title)
        if anchor is not None:
            counts[anchor] += 1
            anchor = anchor if counts[anchor] == 1 else f"{anchor}-{counts[anchor] - 1}"
        anchors.append(anchor)
    return anchors


def _grouped(pairs: Iterable[tuple[Key, Value]]) -> dict[Key, list[Value]]:
    groups: dict[Key, list[Value]] = {}
    for key, value in pairs:
        groups.setdefault(key, []).append(value)
    return groups


def _years_of(pairs: Iterable[tuple[Key, ContentsMatch]]) -> dict[Key, set[int]]:
    years: dict[Key, set[int]] = {}
    for key, match in pairs:
        if match.year is not None:
            years.setdefault(key, set()).add(match.year)
    return years


def _anchor_in(target: str | None) -> str | None:
    anchor = "" if target is None else target.partition("#")[2]
    if "%" in anchor:
        from urllib.parse import unquote  # anchors of Latin letters alone need it not

        anchor = unquote(anchor)
    return anchor.lower() or None


def _means(printed: PrintedRange | None, period: DateRange) -> bool:
    """
    Return whether a printed range means this period, in the nearest year where it prints none.
    """
    return printed is not None and printed.period(period.start) == period


def _is_in_year(week: DateRange | None, named: NamedDays, year: int | None) -> bool:
    if week is None:
        return False
    return week == named.period if named.period is not None else year in (None, week.start.year, week.end.year)
