"""
Days, weeks, and the ranges of days that digests print in their titles.

A period is two days, and knows nothing of issues, links or documents. Nothing here reads a clock: a year that is not
printed is never invented.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mlweekly._loading import on_demand
from mlweekly.dates._range import DateRange, weeks

if TYPE_CHECKING:
    from mlweekly.dates._printed import PeriodKind, PrintedRange, find_period, find_range, shows_date

__all__ = ["DateRange", "PeriodKind", "PrintedRange", "find_period", "find_range", "shows_date", "weeks"]

# What loads late is known to a checker by the imports above; a `__getattr__` would let every misspelling pass.
if not TYPE_CHECKING:
    __getattr__, __dir__ = on_demand(
        __name__,
        __all__,
        dict.fromkeys(("PeriodKind", "PrintedRange", "find_period", "find_range", "shows_date"), "_printed"),
    )
