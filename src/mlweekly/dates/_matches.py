"""
Periods that are printed in a text, by the spans of their parts.
"""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

from mlweekly.dates._forms import DayFields, MonthFields, WeekFields


class RangeMatch(NamedTuple):
    """
    A range, a day, or the week of a day: its span in a text, and the spans of the parts of its first and its last day.

    The two are equal for a day and the week of a day.
    """

    text: str
    start: int
    end: int
    first: DayFields
    last: DayFields


class WeekMatch(NamedTuple):
    """
    A numbered week: its span in a text, and the spans of its parts.
    """

    text: str
    start: int
    end: int
    fields: WeekFields


class MonthMatch(NamedTuple):
    """
    A month: its span in a text, and the spans of its parts.
    """

    text: str
    start: int
    end: int
    fields: MonthFields


PeriodMatch: TypeAlias = RangeMatch | WeekMatch | MonthMatch
