"""
The days that a printed range means: the year of each day, and what is impossible about them.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple, TypeAlias

from mlweekly._wording import MONTHS, shortened, shown
from mlweekly.dates._forms import Span
from mlweekly.dates._matching import RangeMatch, first_match
from mlweekly.dates._names import month_number, year_number
from mlweekly.errors import ModelError, Problem

_Day: TypeAlias = tuple[int | None, int, int]

_EXAMPLES = "'September 16 - September 22, 2024' or '2024-09-16/2024-09-22'"
_LEAP_YEAR = 2000
_LONGEST_TURN = 6
_LONGEST_EXCERPT = 80
_ORDINAL_ENDING = 2


class Reading(NamedTuple):
    """
    The numbers of a printed range, possible or not: year, month and day of both ends.

    Attributes:
        first: The first day; its year is None if it is unknown.
        last: The last day.
        turns: Whether a year turns between the months.
    """

    first: _Day
    last: _Day
    turns: bool

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
        return date(first_year, *self.first[1:]), date(last_year, *self.last[1:])


def reading_of(match: RangeMatch, last_year: int | None = None) -> Reading:
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
    return Reading(
        (first_year, first_month, _number(text, first.day)), (last_year, last_month, _number(text, last.day)), turns
    )


def days_near(match: RangeMatch, near: date | None) -> tuple[date, date] | None:
    """
    Return the first and the last day that a range means, or None if it is impossible or its year remains unknown.

    Args:
        match: The range.
        near: The year, if none is printed, is the one that brings the range closest to this day.
    """
    if near is None or match.first.year or match.last.year:
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


def _year(text: str, span: Span | None) -> int | None:
    return year_number(text[span[0] : span[1]]) if span else None


def _month(text: str, span: Span | None) -> int:
    return month_number(text[span[0] : span[1]]) if span else 0


def _number(text: str, span: Span) -> int:
    digits = text[span[0] : span[1]]
    return int(digits if digits.isdecimal() else digits[:-_ORDINAL_ENDING])


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
