"""
The days that a printed range means: the year of each day, and what is impossible about them.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple, Protocol, TypeAlias

from mlweekly._expressions import expression
from mlweekly._wording import MONTHS, shortened, shown
from mlweekly.dates._forms import Span
from mlweekly.dates._matches import PeriodMatch, RangeMatch, WeekMatch
from mlweekly.dates._matching import first_match
from mlweekly.dates._names import month_number, year_number
from mlweekly.errors import ModelError, Problem

_Day: TypeAlias = tuple[int | None, int, int]

_EXAMPLES = "'September 16 - September 22, 2024' or '2024-09-16/2024-09-22'"
_LEAP_YEAR = 2000
_LAST_WEEK = 53
_LONGEST_MONTH = 30
_LAST_DAY = date.max.toordinal()
_LONGEST_TURN = 6
_LONGEST_EXCERPT = 80
_ORDINAL_ENDING = expression(r"[^0-9０-９]+\Z")


class Reading(Protocol):
    """
    What a printed period means.
    """

    @property
    def problem(self) -> str | None:
        """
        What is impossible about the period, or None.
        """

    @property
    def days(self) -> tuple[date, date] | None:
        """
        The first and the last day; None for an impossible period or one without a year.
        """


class RangeReading(NamedTuple):
    """
    The numbers of a printed range, possible or not: year, month and day of both ends.

    Attributes:
        first: The first day; its year is None if it is unknown.
        last: The last day.
        turns: Whether a year turns between the months.
        is_week: Whether the week of the day is meant, Monday to Sunday.
    """

    first: _Day
    last: _Day
    turns: bool
    is_week: bool = False

    @property
    def problem(self) -> str | None:
        """
        What is impossible about the range, or None.
        """
        impossible = _impossible(*self.first) or _impossible(*self.last)
        if impossible:
            return impossible
        first_year, last_year = self.first[0] or 0, self.last[0] or int(self.turns)
        backwards = (last_year, *self.last[1:]) < (first_year, *self.first[1:])
        return f"it ends on {_words(*self.last)}, before it starts" if backwards else None

    @property
    def days(self) -> tuple[date, date] | None:
        """
        The first and the last day; None for an impossible range or one without a year.
        """
        first_year, last_year = self.first[0], self.last[0]
        if first_year is None or last_year is None or self.problem:
            return None
        first, last = date(first_year, *self.first[1:]), date(last_year, *self.last[1:])
        return _week_from(first.toordinal() - first.weekday()) if self.is_week else (first, last)


class WeekReading(NamedTuple):
    """
    The numbers of a printed ISO week, possible or not.
    """

    year: int | None
    number: int

    @property
    def problem(self) -> str | None:
        """
        What is impossible about the week, or None.
        """
        if self.year is not None and not 1 <= self.year <= date.max.year:
            return f"there is no year {shown(self.year)}"
        last = _LAST_WEEK if self.year is None else date(self.year, 12, 28).isocalendar().week
        if 1 <= self.number <= last:
            return None
        return f"there is no week {self.number}" + ("" if self.year is None else f" in {self.year}")

    @property
    def days(self) -> tuple[date, date] | None:
        """
        Monday and Sunday; None for an impossible week or one without a year.
        """
        if self.year is None or self.problem:
            return None
        return _week_from(date.fromisocalendar(self.year, self.number, 1).toordinal())


class MonthReading(NamedTuple):
    """
    The numbers of a printed month, possible or not.
    """

    year: int | None
    month: int

    @property
    def problem(self) -> str | None:
        """
        What is impossible about the month, or None.
        """
        return _impossible(self.year, self.month, 1)

    @property
    def days(self) -> tuple[date, date] | None:
        """
        The first and the last day; None for an impossible month or one without a year.
        """
        if self.year is None or self.problem:
            return None
        first, reach = date(self.year, self.month, 1), _LONGEST_MONTH
        while first.toordinal() + reach > _LAST_DAY or date.fromordinal(first.toordinal() + reach).month != self.month:
            reach -= 1
        return first, date.fromordinal(first.toordinal() + reach)


def reading_of(match: PeriodMatch, last_year: int | None = None) -> Reading:
    """
    Return the numbers of a period, with the years as printed or else from `last_year`.
    """
    if isinstance(match, RangeMatch):
        return _reading_of_range(match, last_year)
    year = _year(match.text, match.fields.year) if match.fields.year else last_year
    if isinstance(match, WeekMatch):
        return WeekReading(year, _number(match.text, match.fields.week))
    return MonthReading(year, _month(match.text, match.fields.month))


def _reading_of_range(match: RangeMatch, last_year: int | None) -> RangeReading:
    """
    Return the numbers of both ends, with the years as printed or else from `last_year`.

    A month that is printed once holds for both ends. A year that is printed once does too, unless the months show
    that a year turns between them.
    """
    text, first, last = match.text, match.first, match.last
    first_month = last_month = _month(text, first.month or last.month)
    if first.month and last.month:
        last_month = _month(text, last.month)
    first_year = _year(text, first.year)
    if last.year or first_year is not None:
        last_year = _year(text, last.year)
    turns = last_month + 12 - first_month <= _LONGEST_TURN
    if first_year is None and last_year is not None:
        first_year = last_year - turns
    elif last_year is None and first_year is not None:
        last_year = first_year + turns
    return RangeReading(
        (first_year, first_month, _number(text, first.day)),
        (last_year, last_month, _number(text, last.day)),
        turns,
        is_week=first == last and first.week is not None,
    )


def has_year(match: PeriodMatch) -> bool:
    """
    Return whether a year is printed with a period.
    """
    if isinstance(match, RangeMatch):
        return match.first.year is not None or match.last.year is not None
    return match.fields.year is not None


def days_near(match: PeriodMatch, near: date | None) -> tuple[date, date] | None:
    """
    Return the first and the last day that a period means, or None if it is impossible or its year remains unknown.

    Args:
        match: The period.
        near: The year, if none is printed, is the one that brings the period closest to this day.
    """
    if near is None or has_year(match):
        return reading_of(match).days
    readings = (reading_of(match, year).days for year in (near.year - 1, near.year, near.year + 1))
    return min((days for days in readings if days), key=lambda days: _distance(days, near), default=None)


def days_in(text: str, near: date | None) -> tuple[date, date]:
    """
    Return the first and the last day of the range that a text prints.

    Raises:
        ModelError: There is no range, it has no year and `near` is None, or it is impossible.
    """
    match = first_match(text)
    if match is None:
        excerpt = shortened(text, _LONGEST_EXCERPT)
        raise _unreadable(f"found no range of days in {excerpt!r}, expected one such as {_EXAMPLES}")
    days = days_near(match, near)
    if days is not None:
        return days
    printed = text[match.start : match.end]
    if problem := reading_of(match).problem:
        raise _unreadable(f"{printed!r} is impossible: {problem}")
    if near is None:
        raise _unreadable(f"{printed!r} has no year, expected one, or a day near it")
    raise _unreadable(f"{printed!r} is in no year close to {near}")


def _week_from(monday: int) -> tuple[date, date] | None:
    """
    Return Monday and Sunday; None for the last week of the calendar, which has no Sunday.
    """
    return None if monday + 6 > _LAST_DAY else (date.fromordinal(monday), date.fromordinal(monday + 6))


def _year(text: str, span: Span | None) -> int | None:
    return year_number(text[span[0] : span[1]]) if span else None


def _month(text: str, span: Span | None) -> int:
    return month_number(text[span[0] : span[1]]) if span else 0


def _number(text: str, span: Span) -> int:
    printed = text[span[0] : span[1]]
    return int(printed if printed.isdecimal() else _ORDINAL_ENDING.sub("", printed))


def _distance(days: tuple[date, date], near: date) -> int:
    """
    Return the number of days between the range and the day; 0 if the range contains the day.
    """
    first, last, day = days[0].toordinal(), days[1].toordinal(), near.toordinal()
    return max(first - day, day - last, 0)


def _impossible(year: int | None, month: int, day: int) -> str | None:
    """
    Return why there is no such day, or None; without a year, February has 29 days.
    """
    if year is not None and not 1 <= year <= 9999:
        return f"there is no year {shown(year)}"
    if not 1 <= month <= 12:
        return f"there is no month {month}"
    try:
        date(_LEAP_YEAR if year is None else year, month, day)
    except ValueError:
        return f"{_words(year, month, day)} is no date"
    return None


def _words(year: int | None, month: int, day: int) -> str:
    return f"{MONTHS[month - 1]} {day}" if year is None else f"{MONTHS[month - 1]} {day}, {year}"


def _unreadable(message: str) -> ModelError:
    return ModelError("cannot read a range of days", (Problem("", message),))
