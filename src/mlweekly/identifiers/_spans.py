"""
The spans of time that identifiers tell, in UTC, remembered: those of a series are few.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from mlweekly.dates import DateRange

_EPOCH = date(1970, 1, 1).toordinal()
_MILLISECONDS_PER_DAY = 86_400_000

year_span = lru_cache(maxsize=512)(DateRange.year_of)
month_span = lru_cache(maxsize=2048)(DateRange.month_of)


def day_at(milliseconds: int) -> DateRange:
    """
    Return the day, in UTC, of an instant in milliseconds since 1970.
    """
    return _day_span(milliseconds // _MILLISECONDS_PER_DAY)


@lru_cache(maxsize=4096)
def _day_span(days: int) -> DateRange:
    return DateRange.day(date.fromordinal(_EPOCH + days))
