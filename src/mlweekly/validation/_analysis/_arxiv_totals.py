"""
How many arXiv numbers each month has, and so on which day of its month a number was given.

The totals are as of September 2026. Up to December 2024 they are a line fitted to 121 issues with posts; from then on
each is implied by the daily announcements of arXiv (the median over the days of the month). CONTRIBUTING.md says how to
extend them. The month of a number is told by the number itself and needs no table.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from mlweekly.dates import DateRange
from mlweekly.identifiers import ArxivId

__all__ = ["estimated_day"]

_FIRST_COUNTED = 2023 * 12
_TOTAL_IN_FIRST_MONTH = 16_500
_GROWTH_BY_MONTH = 300

_FIRST_IN_TABLE = 2025 * 12
_HUNDREDS = (
    *(186, 203, 247, 221, 225, 258, 237, 231, 252, 279, 243, 283),  # 2025
    *(221, 260, 305, 279, 326, 341, 288, 313),  # 2026, to August
)

# Beyond the table the last rate is taken. Within the table no total differs from an earlier one by more than these
# factors: 22,100 in January 2026 were 30,500 in March and 34,100 in June.
_SPREAD = 0.2
_SPREAD_BY_MONTH = 0.1

# A number of twice as many as its month has is made up: 2604.99999 stands for a paper in the tests of other programs.
_MOST = 2


# Several rules ask for each number of an issue.
@lru_cache(maxsize=1024)
def estimated_day(arxiv_id: ArxivId) -> DateRange:
    """
    Return the day on which a number was given, the days between which it was, or its month where it tells no more.

    Numbers run through their month. Past the end of the table the total is known between bounds that move apart month
    by month, and so is the day. Numbers from before 2023 tell their month alone.

    >>> str(estimated_day(ArxivId("2409.11340")))
    '2024-09-16/2024-09-16'
    """
    month = arxiv_id.created
    fewest, most = _totals(month.start)
    number = int(arxiv_id.id.partition(".")[2]) if most else 0
    if number > _MOST * most or not most:
        return month
    return DateRange(_day(month, number, most), _day(month, number, fewest))


def _totals(first_day: date) -> tuple[int, int]:
    """
    Return the fewest and the most numbers that a month can have; nothing for a month from before the count.
    """
    month = first_day.year * 12 + first_day.month - 1
    if month < _FIRST_COUNTED:
        return 0, 0
    if month < _FIRST_IN_TABLE:
        total = _TOTAL_IN_FIRST_MONTH + _GROWTH_BY_MONTH * (month - _FIRST_COUNTED)
        return total, total
    beyond = month - _FIRST_IN_TABLE - len(_HUNDREDS) + 1
    if beyond <= 0:
        total = 100 * _HUNDREDS[month - _FIRST_IN_TABLE]
        return total, total
    factor = 1 + _SPREAD + _SPREAD_BY_MONTH * beyond
    return int(100 * _HUNDREDS[-1] / factor), int(100 * _HUNDREDS[-1] * factor)


def _day(month: DateRange, number: int, total: int) -> date:
    days_before = number * len(month) // total
    return month.start.replace(day=min(days_before + 1, len(month)))
