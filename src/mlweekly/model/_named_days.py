"""
The days that words print, of whichever year.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple, TypeAlias

from mlweekly.dates import DateRange, PrintedRange

__all__ = ["Days", "NamedDays", "days_of", "named_days"]

Days: TypeAlias = tuple[int, int, int, int]
"""
Month and day of the first and of the last day.
"""

_LEAP_YEAR = 2024


class NamedDays(NamedTuple):
    """
    The range of days that words print.

    Attributes:
        days: Month and day of both ends: what is left of a range where no year is printed.
        period: The range with its year, where one is printed.
    """

    days: Days
    period: DateRange | None

    def in_year(self, year: int) -> DateRange | None:
        """
        Return the days in the year that the first of them is in; None where it has no such day.
        """
        first, last = self.days[:2], self.days[2:]
        try:
            return DateRange(date(year, *first), date(year + (last < first), *last))
        except ValueError:  # 29 February, in most years
            return None

    def are_of(self, week: DateRange) -> bool:
        """
        Return whether these are the days of a week, of whichever year.
        """
        return self.days == days_of(week)


def named_days(printed: PrintedRange | None) -> NamedDays | None:
    """
    Return the days of a printed range.
    """
    if printed is None:
        return None
    found = printed.in_year(_LEAP_YEAR)
    return None if found is None else NamedDays(days_of(found), found if printed.year_printed else None)


def days_of(week: DateRange) -> Days:
    """
    Return the days of a week, without its year.
    """
    return week.start.month, week.start.day, week.end.month, week.end.day
