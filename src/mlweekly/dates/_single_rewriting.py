"""
The ways to print another day, week or month in place of a printed one, in its form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import TypeAlias

from mlweekly.dates._forms import Span
from mlweekly.dates._matches import MonthMatch, PeriodMatch, RangeMatch, WeekMatch
from mlweekly.dates._names import month_in_style, number_in_style, year_in_style
from mlweekly.dates._range import DateRange
from mlweekly.dates._reading import reading_of
from mlweekly.dates._rewriting import RangeRewriter, rewritings

_Edit: TypeAlias = tuple[Span, str]

_DAYS_OF_A_WEEK = 7
_LONGEST_CONTEXT = 12


def rewritings_of(match: PeriodMatch, period: DateRange) -> Iterator[str]:
    """
    Yield the whole text with `period` printed in place of the match, the closest to its form first.

    Not every result reads as `period` again: the caller takes the first that does.
    """
    if isinstance(match, RangeMatch) and match.first != match.last:
        yield from rewritings(match, period)
        return
    edits = dict(_edits(match, period))
    if edits:
        yield _edited(match.text, edits)
    yield f"{match.text[: match.start]}{period}{match.text[match.end :]}"


def _edited(text: str, edits: dict[Span, str]) -> str:
    pieces: list[str] = []
    done = 0
    for (start, end), replacement in sorted(edits.items()):
        pieces += [text[done:start], replacement]
        done = end
    return "".join([*pieces, text[done:]])


def _edits(match: PeriodMatch, period: DateRange) -> Iterator[_Edit]:
    """
    Yield the edits that print a period, or none if the form cannot say it.
    """
    text, is_week = match.text, len(period) == _DAYS_OF_A_WEEK and period.start.weekday() == 0
    if isinstance(match, RangeMatch):
        if match.first.week is None and len(period) == 1:
            yield from _edits_of_day(match, period.start)
        elif match.first.week is not None and is_week:
            yield from _edits_of_day(match, _day_of_week(match, period))
    elif isinstance(match, WeekMatch):
        if is_week:
            year, number, _ = period.start.isocalendar()
            printed = text[slice(*match.fields.week)]
            yield match.fields.week, number_in_style(number, printed, width=_width(printed, match))
            yield from _edit_of_year(match, match.fields.year, year)
    elif period == DateRange.month_of(period.start.year, period.start.month):
        yield match.fields.month, _month(match, period.start.month)
        yield from _edit_of_year(match, match.fields.year, period.start.year)


def _day_of_week(match: RangeMatch, period: DateRange) -> date:
    """
    Return the day of the new week that has the weekday of the printed day, Monday if its year is unknown.
    """
    first = match.first
    days = reading_of(RangeMatch(match.text, match.start, match.end, *[first._replace(week=None)] * 2)).days
    return period.start + timedelta(days=days[0].weekday() if days else 0)


def _edits_of_day(match: RangeMatch, day: date) -> Iterator[_Edit]:
    yield from RangeRewriter(match.text, match.first, match.first, DateRange.day(day)).fields(match.first, day)
    yield from _edit_of_year(match, match.first.year, day.year)


def _edit_of_year(match: PeriodMatch, span: Span | None, year: int) -> Iterator[_Edit]:
    if span:
        yield span, year_in_style(year, match.text[slice(*span)])


def _month(match: MonthMatch, value: int) -> str:
    span = match.fields.month
    printed = match.text[slice(*span)]
    context = match.text[max(0, span[0] - _LONGEST_CONTEXT) : span[1] + _LONGEST_CONTEXT]
    return month_in_style(value, printed, "", context, width=_width(printed, match))


def _width(printed: str, match: MonthMatch | WeekMatch) -> int:
    """
    Return the least number of digits of a number: 2 with a leading zero, or where figures and signs alone are printed.
    """
    between = re.sub("[0-9wW]", "", match.text[match.start : match.end])
    return 2 if printed[:1] in ("0", "０") or (len(printed) == 2 and between in ("", "-", ".", "/")) else 1
