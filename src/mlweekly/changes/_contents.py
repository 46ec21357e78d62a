"""
What a contents list owes to a title that changes.

Lives here: which entry belongs to an issue, and the operations that carry it along.
Must not know: why the title changes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TypeAlias, TypeVar

from attrs import frozen

from mlweekly.changes._operations import ContentsRelabelled, ContentsRetargeted
from mlweekly.dates import DateRange, PrintedRange, find_range
from mlweekly.errors import pointer_to
from mlweekly.model import Series, anchor_of

Value = TypeVar("Value")

_LEAP_YEAR = 2000
_Days: TypeAlias = tuple[int, int, int, int]


def contents_following(
    series: Series, index: int, title: str, period: DateRange
) -> Iterator[ContentsRelabelled | ContentsRetargeted]:
    """
    Yield the operations that make the contents list follow an issue to a new title.

    An entry whose words or target already name the new period stays, and at most its target follows. Where it is not
    plain which entry belongs to the issue (two issues under one title and one entry, say), the list stays as it is:
    nothing is guessed.

    Args:
        series: The series before the change.
        index: Which of its issues gets the title.
        title: The new title.
        period: The days that the new title names.
    """
    return ContentsIndex(series).following(index, title, period)


@frozen(eq=False)
class ContentsIndex:
    """
    The contents list of a series, looked through once for any number of titles that change.

    Attributes:
        series: The series before the changes.
    """

    series: Series

    def following(self, index: int, title: str, period: DateRange) -> Iterator[ContentsRelabelled | ContentsRetargeted]:
        """
        Yield what `contents_following` yields.
        """
        old_title = self.series.issues[index].title
        if old_title is None or not self.series.contents:
            return
        old_anchor, new_anchor = anchor_of(old_title), anchor_of(title)
        named = [
            place
            for place in self._by_days.get(_days_of(period), ())
            if any(_means(each, period) for each in self._printed[place])
        ]
        for place in named or self._places_of(index, old_title, old_anchor):
            entry = self.series.contents[place]
            pointer = pointer_to("contents", place)
            label = entry.label if named else _label_after(entry.label, old_title, title, period)
            if label != entry.label:
                yield ContentsRelabelled(pointer, before=entry.label, after=label)
            if entry.target is not None and _anchor_in(entry.target) == old_anchor:
                target = entry.target[: entry.target.index("#") + 1] + new_anchor
                if target != entry.target:
                    yield ContentsRetargeted(pointer, before=entry.target, after=target)

    @cached_property
    def _printed(self) -> tuple[tuple[PrintedRange | None, PrintedRange | None], ...]:
        """
        What range the label and the anchor of each entry print.
        """
        return tuple(
            (find_range(entry.label), None if entry.target is None else find_range(_anchor_in(entry.target) or ""))
            for entry in self.series.contents
        )

    @cached_property
    def _by_days(self) -> dict[_Days, list[int]]:
        """
        The places of the entries that print a range from one day of the year to another.
        """
        places: dict[_Days, list[int]] = {}
        for place, printed in enumerate(self._printed):
            periods = {each.in_year(_LEAP_YEAR) for each in printed if each is not None}
            for days in {_days_of(period) for period in periods if period is not None}:
                places.setdefault(days, []).append(place)
        return places

    @cached_property
    def _by_label(self) -> dict[str, list[int]]:
        return _places_by(entry.label for entry in self.series.contents)

    @cached_property
    def _by_anchor(self) -> dict[str | None, list[int]]:
        return _places_by(_anchor_in(entry.target) for entry in self.series.contents)

    @cached_property
    def _by_title(self) -> dict[str | None, list[int]]:
        return _places_by(issue.title for issue in self.series.issues)

    def _places_of(self, index: int, title: str, anchor: str) -> list[int]:
        """
        Return where the issue's own entry stands: one place, or none where that is not plain.

        Issues that share a title have as many entries, in the same order, or no entry that is plainly theirs.
        """
        printed = find_range(title)
        issue = self.series.issues[index]
        period = printed.period(issue.period.start if issue.period else None) if printed else None
        if period is None:
            places = sorted({*self._by_label.get(title, ()), *self._by_anchor.get(anchor, ())})
        else:
            same_days = self._by_days.get(_days_of(period), ())
            places = [place for place in same_days if _means(self._printed[place][0], period)]
        namesakes = self._by_title[title]
        return [places[namesakes.index(index)]] if len(places) == len(namesakes) else []


def _places_by(values: Iterable[Value]) -> dict[Value, list[int]]:
    places: dict[Value, list[int]] = {}
    for place, value in enumerate(values):
        places.setdefault(value, []).append(place)
    return places


def _days_of(period: DateRange) -> _Days:
    return period.start.month, period.start.day, period.end.month, period.end.day


def _means(printed: PrintedRange | None, period: DateRange) -> bool:
    """
    Tell whether a printed range means this period, in the nearest year where it prints none.
    """
    return printed is not None and printed.period(period.start) == period


def _label_after(label: str, old_title: str, title: str, period: DateRange) -> str:
    if label == old_title:
        return title
    printed = find_range(label)
    return label if printed is None else printed.replaced(period)


def _anchor_in(target: str | None) -> str | None:
    return None if target is None or "#" not in target else target.partition("#")[2].lower()
