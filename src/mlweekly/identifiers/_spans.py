"""
The spans of time that identifiers carry.

Lives here: year, month and day as a `DateRange`, counted in UTC.
Must not know: which identifier carries which.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

from mlweekly.dates import DateRange

_EPOCH = date(1970, 1, 1).toordinal()
_MILLISECONDS_PER_DAY = 86_400_000


@lru_cache(maxsize=512)
def year_span(year: int) -> DateRange:
    """
    Return the year, first day to last.
    """
    return DateRange(date(year, 1, 1), date(year, 12, 31))


@lru_cache(maxsize=2048)
def month_span(year: int, month: int) -> DateRange:
    """
    Return the month, first day to last.
    """
    following = date(year + month // 12, month % 12 + 1, 1)
    return DateRange(date(year, month, 1), following - timedelta(days=1))


def day_at(milliseconds: int) -> DateRange:
    """
    Return the day, in UTC, of an instant in milliseconds since 1970.
    """
    return _day_span(milliseconds // _MILLISECONDS_PER_DAY)


@lru_cache(maxsize=4096)
def _day_span(days: int) -> DateRange:
    return DateRange.day(date.fromordinal(_EPOCH + days))
