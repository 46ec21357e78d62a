"""
`DateRange`, the value of a period, and the weeks of a series.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import MAXYEAR, MINYEAR, date, datetime, timedelta
from typing import Self

from attrs import evolve, frozen

from mlweekly._immutable import Immutable
from mlweekly._tokens import Tokenized
from mlweekly._wording import expect, instead, shown
from mlweekly.errors import ModelError, Problem, reject_if_any

_LAST_DAY = date.max.toordinal()


@frozen(order=True, repr=False)
class DateRange(Immutable, Tokenized):
    """
    The days from `start` to `end`, both included; ordered by start, then by end.

    >>> week = DateRange(date(2024, 9, 16), date(2024, 9, 22))
    >>> len(week), date(2024, 9, 22) in week, str(week)
    (7, True, '2024-09-16/2024-09-22')

    Raises:
        ModelError: A bound is not a date (a `datetime` is not one), or the range ends before it starts.
    """

    start: date
    end: date

    def __attrs_post_init__(self) -> None:
        reject_if_any("DateRange", iter(self.__contradictions__()))

    def __contradictions__(self) -> Sequence[Problem]:
        """
        Return what is wrong with the bounds.
        """
        is_right = _is_day(self.start) and _is_day(self.end) and self.start <= self.end
        return () if is_right else tuple(self._problems())

    def _problems(self) -> Iterator[Problem]:
        if not _is_day(self.start):
            yield Problem("/start", _not_a_day(self.start))
        if not _is_day(self.end):
            yield Problem("/end", _not_a_day(self.end))
        elif _is_day(self.start) and self.end < self.start:
            yield Problem("/end", f"must not be before the start {self.start}, got {self.end}")

    @classmethod
    def parse(cls, text: str, near: date | None = None) -> Self:
        """
        Return the range that `text` prints, alone or within a title.

        >>> str(DateRange.parse("September 16 - September 22", near=date(2024, 9, 1)))
        '2024-09-16/2024-09-22'

        Args:
            text: A range in any form that `find_range` knows.
            near: A day close to the range, from which a year that is not printed is taken.

        Raises:
            ModelError: There is no range, it has no year and `near` is None, or it is impossible.
        """
        # The grammar takes longer to import than the rest of the room.
        from mlweekly.dates._reading import days_in

        if not _is(str, text):
            raise refusal("range", f"expected a text that prints a range of days, got {shown(text)}")
        if near is not None and not _is(date, near):
            raise refusal("range", f"expected a date near the range, got {shown(near)}{instead('date', near)}")
        return cls(*days_in(text, near))

    @classmethod
    def day(cls, day: date) -> Self:
        """
        Return the range of this one day.
        """
        return cls(day, day)

    @classmethod
    def week_of(cls, day: date) -> Self:
        """
        Return the ISO 8601 week, Monday to Sunday, that holds `day`.

        >>> str(DateRange.week_of(date(2024, 9, 18)))
        '2024-09-16/2024-09-22'
        """
        if not _is_day(day):
            raise refusal("week", _not_a_day(day))
        monday = day.toordinal() - day.weekday()
        if monday + 6 > _LAST_DAY:
            raise refusal("week", f"the week of {day} ends after {date.max}")
        return cls(date.fromordinal(monday), date.fromordinal(monday + 6))

    @classmethod
    def month_of(cls, year: int, month: int) -> Self:
        """
        Return the range of a calendar month.
        """
        if not (_is_whole(year) and _is_whole(month) and MINYEAR <= year <= MAXYEAR and 1 <= month <= 12):
            got = f"got {shown(year)} and {shown(month)}"
            raise refusal("month", f"expected a year of 1 to 9999 and a month of 1 to 12, {got}")
        days = 31 if month == 12 else (date(year, month + 1, 1) - date(year, month, 1)).days
        return cls(date(year, month, 1), date(year, month, days))

    @classmethod
    def year_of(cls, year: int) -> Self:
        """
        Return the range of a calendar year.
        """
        if not (_is_whole(year) and MINYEAR <= year <= MAXYEAR):
            raise refusal("year", f"expected a year of 1 to 9999, got {shown(year)}")
        return cls(date(year, 1, 1), date(year, 12, 31))

    def __len__(self) -> int:
        return self.end.toordinal() - self.start.toordinal() + 1

    def __iter__(self) -> Iterator[date]:
        return map(date.fromordinal, range(self.start.toordinal(), self.end.toordinal() + 1))

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and not isinstance(day, datetime) and self.start <= day <= self.end

    def __str__(self) -> str:
        return f"{self.start}/{self.end}"

    def overlaps(self, other: DateRange) -> bool:
        """
        Return whether some day is in both ranges.
        """
        expect(other, DateRange, "a DateRange")
        return self.start <= other.end and other.start <= self.end

    def shifted(self, days: int) -> Self:
        """
        Return the range of the same length that starts `days` later, or earlier if `days` is negative.

        Raises:
            ModelError: A bound would leave the years 1 to 9999.
        """
        if not _is_whole(days):
            expected = "a whole number of days"
            raise TypeError(f"expected {expected}, got {shown(days)}{instead(expected, days)}")
        first, last = self.start.toordinal() + days, self.end.toordinal() + days
        if first < 1 or last > _LAST_DAY:
            raise refusal("range", f"{self} moved by {shown(days)} days leaves the years 1 to 9999")
        return evolve(self, start=date.fromordinal(first), end=date.fromordinal(last))


def weeks(first: date, last: date) -> tuple[DateRange, ...]:
    """
    Return the ISO weeks from the one that holds `first` to the one that holds `last`: what a weekly series should have.

    >>> [str(week.start) for week in weeks(date(2024, 12, 25), date(2025, 1, 6))]
    ['2024-12-23', '2024-12-30', '2025-01-06']

    Raises:
        ModelError: `last` is before `first`, or a week would leave the years 1 to 9999.
    """
    # Importing dateutil takes longer than everything else that this room does.
    from dateutil.rrule import MO, WEEKLY, rrule

    if not (_is_day(first) and _is_day(last)):
        wrong = last if _is_day(first) else first
        found = f"{shown(first)} and {shown(last)}{instead('date', wrong)}"
        raise TypeError(f"expected two dates without a time, got {found}")
    span = DateRange(first, last)
    monday, final = DateRange.week_of(span.start).start, DateRange.week_of(span.end).start
    midnights = rrule(WEEKLY, byweekday=MO, dtstart=_midnight(monday), until=_midnight(final))
    return tuple(DateRange(midnight.date(), midnight.date() + timedelta(days=6)) for midnight in midnights)


def _not_a_day(value: object) -> str:
    return f"must be a date without a time, got {shown(value)}{instead('date', value)}"


def _is_day(value: object) -> bool:
    return isinstance(value, date) and not isinstance(value, datetime)


def _is(kind: type[object], value: object) -> bool:
    return isinstance(value, kind)


def _is_whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day)


def refusal(subject: str, message: str) -> ModelError:
    """
    Return the exception that refuses a value as a whole.
    """
    return ModelError(f"cannot make this {subject}", (Problem("", message),))
