"""
Periods found in a title or a slug, and printed anew in the form that they were found in.
"""

from __future__ import annotations

from datetime import date
from typing import Literal, TypeAlias, cast

from attrs import frozen

from mlweekly._wording import expect
from mlweekly.dates import _forms
from mlweekly.dates._forms import DayFields, MonthFields, WeekFields
from mlweekly.dates._matches import MonthMatch, PeriodMatch, RangeMatch, WeekMatch
from mlweekly.dates._matching import first_match
from mlweekly.dates._range import DateRange, refusal
from mlweekly.dates._reading import days_near, has_year, reading_of
from mlweekly.dates._single_matching import first_period

PeriodKind: TypeAlias = Literal["range", "week", "day", "month"]

_Fields: TypeAlias = DayFields | WeekFields | MonthFields


@frozen
class PrintedRange:
    """
    A range of days, a week, a day or a month in a text; only `find_range` and `find_period` can make one.

    A year that is printed once, after the range, is the year of the last day: `(December 30 - January 5) - 2025` begins
    in 2024. A year that is printed once, before the range, is the year of the first day.

    Attributes:
        text: The whole text.
        start: The offset of the period in it, in code points from 0.
        end: The offset of its end, excluded; a year after the period is part of it.
    """

    text: str
    start: int
    end: int
    _first: _Fields
    _last: _Fields

    def __attrs_post_init__(self) -> None:
        kind = type(self._first)
        if kind not in (DayFields, WeekFields, MonthFields) or type(self._last) is not kind:
            raise refusal("PrintedRange", "must be what find_range found, call find_range(text) instead")

    @property
    def kind(self) -> PeriodKind:
        """
        How the period is printed: as a "range" of days, a "week", a "day" or a "month".
        """
        if isinstance(self._first, MonthFields):
            return "month"
        if isinstance(self._first, WeekFields):
            return "week"
        if self._first != self._last:
            return "range"
        return "day" if self._first.week is None else "week"

    @property
    def printed(self) -> str:
        """
        The period as the text has it.
        """
        return self.text[self.start : self.end]

    @property
    def year_printed(self) -> bool:
        """
        Whether a year is printed with the period.
        """
        return has_year(self._match)

    @property
    def problem(self) -> str | None:
        """
        What is impossible about the period as printed, or None.
        """
        return reading_of(self._match).problem

    def period(self, near: date | None = None) -> DateRange | None:
        """
        Return the days that are meant, or None if they are impossible, or have no year and `near` is None.

        Args:
            near: The year, if none is printed, is the one that brings the period closest to this day.
        """
        if near is not None:
            expect(near, date, "a date or None")
        days = days_near(self._match, near)
        return None if days is None else DateRange(*days)

    def in_year(self, last_year: int) -> DateRange | None:
        """
        Return the period whose last day is in this year, or None if it is impossible; a printed year takes precedence.

        A week that is numbered is that of the ISO 8601 year, which may end some days earlier or later.
        """
        expect(last_year, int, "a year as an int")
        days = reading_of(self._match, last_year).days
        return None if days is None else DateRange(*days)

    def replaced(self, period: DateRange) -> str:
        """
        Return the whole text with `period` printed in place of the printed one, in the same form.

        A second month or year is added if the period needs it, and a second year is dropped if the period does not need
        it. A period that the form cannot express is printed as an ISO 8601 interval: a week in place of a day, or any
        other than a whole month in place of a month.

        >>> found = find_range("Papers of the Week (May 15-21)")
        >>> found.replaced(DateRange(date(2023, 5, 29), date(2023, 6, 4)))
        'Papers of the Week (May 29-June 4)'

        Raises:
            ModelError: The text around the range keeps even an interval from being read again.
        """
        # Printing is rare, and not worth the time in every import of the library.
        from mlweekly.dates._single_rewriting import rewritings_of

        expect(period, DateRange, "a DateRange")
        if self.period(period.start) == period:
            return self.text
        for text in rewritings_of(self._match, period):
            again = find_range(text) if self.kind == "range" else find_period(text)
            if again and again.year_printed >= self.year_printed and again.period(period.start) == period:
                return text
        raise refusal("text", f"{period} in place of {self.printed!r} cannot be told from the text around it")

    @property
    def _match(self) -> PeriodMatch:
        if isinstance(self._first, WeekFields):
            return WeekMatch(self.text, self.start, self.end, self._first)
        if isinstance(self._first, MonthFields):
            return MonthMatch(self.text, self.start, self.end, self._first)
        return RangeMatch(self.text, self.start, self.end, self._first, cast("DayFields", self._last))


def find_range(text: str) -> PrintedRange | None:
    """
    Return the first range of days that a title or a slug prints, or None.

    It reads months in English, French, German, Spanish, Portuguese, Russian and Turkish, the Japanese, Korean,
    Chinese and Vietnamese forms, and numbers in an unambiguous order: the year first, dots as in German, or a day
    above 12. Without a year, brackets or a tilde distinguish numbers from fractions. A name that is misspelled is not
    guessed. The time grows linearly with the length of the text.

    >>> found = find_range("[2024/12/30 ~ 2025/01/05] Papers of the Week")
    >>> found.printed, str(found.period())
    ('2024/12/30 ~ 2025/01/05', '2024-12-30/2025-01-05')

    Raises:
        TypeError: It is no text.
    """
    expect(text, str, "a text")
    match = first_match(text)
    return PrintedRange(*match) if match else None


def find_period(text: str) -> PrintedRange | None:
    """
    Return the first range of days that a title prints, else the first week, else the first day, else the first month.

    A week is the ISO 8601 week with a number ("2026-W27", "第27周") or the one that holds a day ("Week of September
    16"). A month without a year counts if it is plainly that of a digest ("Highlights from October"). A bare year is
    no period, and neither is a date whose day and month cannot be told apart ("04/05/2024").

    >>> found = find_period("Highlights of January 2026")
    >>> found.printed, found.kind, str(found.period())
    ('January 2026', 'month', '2026-01-01/2026-01-31')

    Raises:
        TypeError: It is no text.
    """
    expect(text, str, "a text")
    match = first_period(text)
    if match is None:
        return None
    if isinstance(match, RangeMatch):
        return PrintedRange(*match)
    return PrintedRange(match.text, match.start, match.end, match.fields, match.fields)


def shows_date(text: str) -> bool:
    """
    Return whether a title shows the name of a month or a digit, and so may be expected to print a range.

    >>> shows_date("Papers of September"), shows_date("What may come")
    (True, False)

    Raises:
        TypeError: It is no text.
    """
    expect(text, str, "a text")
    return _forms.shown_date().search(text) is not None
