"""
Ranges of days found in a title or a slug, and printed anew in the form that they were found in.

Lives here: `find_range`, `PrintedRange`, and the sense in a range: which year it means, what is impossible about it.
Must not know: a clock; documents; whether the range tells the truth.
"""

from __future__ import annotations

import re
from datetime import MAXYEAR, MINYEAR, date
from typing import NamedTuple

from attrs import frozen

from mlweekly.dates import _forms
from mlweekly.dates._forms import DayFields, Span
from mlweekly.dates._matching import first_match
from mlweekly.dates._names import MONTHS, month_number, year_number
from mlweekly.dates._range import DateRange, days_in_month
from mlweekly.errors import ModelError, Problem

__all__ = ["PrintedRange", "find_range", "read_range", "shows_date"]

_EXAMPLES = "'September 16 - September 22, 2024' or '2024-09-16/2024-09-22'"
_LEAP_YEAR = 2000
_LONGEST_TURN = 6
_LONGEST_LEAD = 32
_LONGEST_EXCERPT = 80
_ORDINAL_ENDING = 2
_PARTS = ("y1", "m1", "w1", "y2", "z2", "m2", "w2", "v2")


class _Reading(NamedTuple):
    """
    The numbers that a printed range holds, possible or not: year, month and day of both ends.
    """

    first: tuple[int | None, int, int]
    last: tuple[int | None, int, int]
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


@frozen
class PrintedRange:
    """
    A range of days where it stands in a text, as `find_range` found it; what it says is read from there when asked.

    A year that stands once, after the range, is the year of the last day: `(December 30 - January 5) - 2025` begins in
    2024. A year that stands once, before the range, is the year of the first day.

    Attributes:
        text: The whole text.
        start: Where the range begins in it, in code points from 0.
        end: Where it ends, excluded; a year after the range is in it.
    """

    text: str
    start: int
    end: int
    _first: DayFields
    _last: DayFields

    @property
    def printed(self) -> str:
        """
        The range as it stands in the text.
        """
        return self.text[self.start : self.end]

    @property
    def year_printed(self) -> bool:
        """
        Whether a year stands with the range.
        """
        return self._first.year is not None or self._last.year is not None

    @property
    def problem(self) -> str | None:
        """
        What is impossible about the range as printed, or None.
        """
        return self._reading(None).problem

    def period(self, near: date | None = None) -> DateRange | None:
        """
        Return the range that is meant, or None where it is impossible or has no year and `near` is None.

        Args:
            near: The year, if none is printed, is the one that brings the range closest to this day.
        """
        if self.year_printed:
            return self._period(None)
        if near is None:
            return None
        candidates = [self._period(year) for year in (near.year - 1, near.year, near.year + 1)]
        return min((found for found in candidates if found), key=lambda found: _distance(found, near), default=None)

    def in_year(self, last_year: int) -> DateRange | None:
        """
        Return the range whose last day is in this year, or None where it is impossible; a printed year stands.
        """
        return self._period(None if self.year_printed else last_year)

    def replaced(self, period: DateRange) -> str:
        """
        Return the whole text with `period` printed in the place of the range, in the same form.

        A second month or year is added where the period needs it, and a second year that the period needs no longer is
        dropped. A period that the form cannot hold at all is printed as an ISO 8601 interval.

        >>> found = find_range("Papers of the Week (May 15-21)")
        >>> found.replaced(DateRange(date(2023, 5, 29), date(2023, 6, 4)))
        'Papers of the Week (May 29-June 4)'

        Raises:
            ModelError: The text around the range keeps even an interval from being read again.
        """
        # Printing is rare, and not worth the time in every import of the library.
        from mlweekly.dates._rewriting import rewritings

        if self.period(period.start) == period:
            return self.text
        for text in rewritings(self.text, (self.start, self.end), (self._first, self._last), period):
            again = find_range(text)
            if again and again.year_printed >= self.year_printed and again.period(period.start) == period:
                return text
        message = f"{period} in the place of {self.printed!r} cannot be told from the text around it"
        raise ModelError("cannot print this range", (Problem("", message),))

    def _reading(self, last_year: int | None) -> _Reading:
        """
        Return the numbers of both ends, with the years as printed or else from `last_year`.

        A month that is printed once holds for both ends. A year that is printed once does too, unless the months show
        that a year turns between them.
        """
        first, last = self._first, self._last
        first_month = last_month = self._month(first.month or last.month)
        if first.month and last.month:
            last_month = self._month(last.month)
        first_year = self._year(first.year)
        if last.year or first_year is not None:
            last_year = self._year(last.year)
        turn = 0 < last_month + 12 - first_month <= _LONGEST_TURN
        if first_year is None and last_year is not None:
            first_year = last_year - turn
        elif last_year is None and first_year is not None:
            last_year = first_year + turn
        return _Reading(
            (first_year, first_month, self._number(first.day)), (last_year, last_month, self._number(last.day)), turn
        )

    def _year(self, span: Span | None) -> int | None:
        return year_number(self.text[span[0] : span[1]]) if span else None

    def _month(self, span: Span | None) -> int:
        return month_number(self.text[span[0] : span[1]]) if span else 0

    def _number(self, span: Span) -> int:
        digits = self.text[span[0] : span[1]]
        return int(digits if digits.isdecimal() else digits[:-_ORDINAL_ENDING])

    def _period(self, last_year: int | None) -> DateRange | None:
        reading = self._reading(last_year)
        (first_year, first_month, first_day), (last_year, last_month, last_day) = reading.first, reading.last
        if first_year is None or last_year is None or reading.problem:
            return None
        return DateRange(date(first_year, first_month, first_day), date(last_year, last_month, last_day))


def find_range(text: str) -> PrintedRange | None:
    """
    Return the first range of days that a title or a slug prints, or None.

    Known are English names of months, before or after the day, the Japanese, Korean and Chinese forms, numbers with the
    year in front, and numbers without a year where brackets or a tilde set them apart from fractions. A name that is
    misspelled is not guessed. The time grows with the length of the text, and with nothing else.

    >>> found = find_range("[2024/12/30 ~ 2025/01/05] Papers of the Week")
    >>> found.printed, str(found.period())
    ('2024/12/30 ~ 2025/01/05', '2024-12-30/2025-01-05')
    """
    match = first_match(text)
    return _placed(match) if match else None


def read_range(text: str, near: date | None) -> DateRange:
    """
    Return the range that `text` prints; `DateRange.parse` says the rest.
    """
    found = find_range(text)
    if found is None:
        excerpt = text if len(text) <= _LONGEST_EXCERPT else text[:_LONGEST_EXCERPT] + "…"
        raise _unreadable(f"found no range of days in {excerpt!r}, expected one such as {_EXAMPLES}")
    period = found.period(near)
    if period is None and (problem := found.problem):
        raise _unreadable(f"{found.printed!r} is impossible: {problem}")
    if period is None and near is None:
        raise _unreadable(f"{found.printed!r} has no year, expected one, or a day near it")
    if period is None:
        raise _unreadable(f"{found.printed!r} is in no year close to {near}")
    return period


def shows_date(text: str) -> bool:
    """
    Tell whether a title shows the name of a month or a digit, and so may be expected to print a range.

    >>> shows_date("Papers of September"), shows_date("What may come")
    (True, False)
    """
    return _forms.shown_date().search(text) is not None


def _placed(match: re.Match[str]) -> PrintedRange:
    """
    Return the match as a value, with the year and the weekday that stand directly before it.
    """
    text, (start, end) = match.string, match.span()
    year, month, weekday, last_year, later_year, last_month, last_weekday, later_weekday = [
        span if span[0] >= 0 else None for span in map(match.span, _PARTS)
    ]
    edge = text[max(0, start - _LONGEST_LEAD) : start].rstrip(_forms.LEADING_PUNCTUATION)
    if edge and (edge[-1] in _forms.YEAR_ENDINGS or edge[-3:].lower() in _forms.WEEKDAY_ENDINGS):
        lead = _forms.leading_year_and_weekday().search(text, max(0, start - _LONGEST_LEAD), start)
        if lead and lead["w1"]:
            weekday = weekday or lead.span("w1")
            start = lead.start("w1")
        if lead and lead["y1"] and not (year or last_year or later_year):
            year = lead.span("y1")
            start = lead.start("y1")
    if later_year and text[start - 1 : start] in _forms.PAIRS and _forms.PAIRS[text[start - 1]] in text[start:end]:
        start -= 1
    first = DayFields(year, month, match.span("d1"), weekday)
    last = DayFields(last_year or later_year, last_month, match.span("d2"), last_weekday or later_weekday)
    return PrintedRange(text, start, end, first, last)


def _distance(period: DateRange, day: date) -> int:
    """
    Return how many days lie between the range and the day; 0 where it holds the day.
    """
    return max(period.start.toordinal() - day.toordinal(), day.toordinal() - period.end.toordinal(), 0)


def _impossible(year: int | None, month: int, day: int) -> str | None:
    """
    Return why there is no such day, or None; without a year, February has 29 days.
    """
    if year is not None and not MINYEAR <= year <= MAXYEAR:
        return f"there is no year {year}"
    if not 1 <= month <= 12:
        return f"there is no month {month}"
    if 1 <= day <= 28 or 1 <= day <= days_in_month(_LEAP_YEAR if year is None else year, month):
        return None
    return f"{_words(year, month, day)} is no date"


def _words(year: int | None, month: int, day: int) -> str:
    return f"{MONTHS[month - 1]} {day}" if year is None else f"{MONTHS[month - 1]} {day}, {year}"


def _unreadable(message: str) -> ModelError:
    return ModelError("cannot read a range of days", (Problem("", message),))
