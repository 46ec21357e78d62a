"""
Ranges of days found in a title or a slug, and printed anew in the form that they were found in.
"""

from __future__ import annotations

from datetime import date

from attrs import frozen

from mlweekly._wording import expect
from mlweekly.dates import _forms
from mlweekly.dates._forms import DayFields
from mlweekly.dates._matching import RangeMatch, first_match
from mlweekly.dates._range import DateRange, refusal
from mlweekly.dates._reading import days_near, reading_of


@frozen
class PrintedRange:
    """
    A range of days in a text; only `find_range` can make one.

    A year that is printed once, after the range, is the year of the last day: `(December 30 - January 5) - 2025` begins
    in 2024. A year that is printed once, before the range, is the year of the first day.

    Attributes:
        text: The whole text.
        start: The offset of the range in it, in code points from 0.
        end: The offset of its end, excluded; a year after the range is part of it.
    """

    text: str
    start: int
    end: int
    _first: DayFields
    _last: DayFields

    def __attrs_post_init__(self) -> None:
        if type(self._first) is not DayFields or type(self._last) is not DayFields:
            raise refusal("PrintedRange", "must be what find_range found, call find_range(text) instead")

    @property
    def printed(self) -> str:
        """
        The range as the text has it.
        """
        return self.text[self.start : self.end]

    @property
    def year_printed(self) -> bool:
        """
        Whether a year is printed with the range.
        """
        return self._first.year is not None or self._last.year is not None

    @property
    def problem(self) -> str | None:
        """
        What is impossible about the range as printed, or None.
        """
        return reading_of(self._match).problem

    def period(self, near: date | None = None) -> DateRange | None:
        """
        Return the range that is meant, or None if it is impossible, or has no year and `near` is None.

        Args:
            near: The year, if none is printed, is the one that brings the range closest to this day.
        """
        if near is not None:
            expect(near, date, "a date or None")
        days = days_near(self._match, near)
        return None if days is None else DateRange(*days)

    def in_year(self, last_year: int) -> DateRange | None:
        """
        Return the range whose last day is in this year, or None if it is impossible; a printed year takes precedence.
        """
        expect(last_year, int, "a year as an int")
        days = reading_of(self._match, last_year).days
        return None if days is None else DateRange(*days)

    def replaced(self, period: DateRange) -> str:
        """
        Return the whole text with `period` printed in place of the range, in the same form.

        A second month or year is added if the period needs it, and a second year is dropped if the period does not need
        it. A period that the form cannot express is printed as an ISO 8601 interval.

        >>> found = find_range("Papers of the Week (May 15-21)")
        >>> found.replaced(DateRange(date(2023, 5, 29), date(2023, 6, 4)))
        'Papers of the Week (May 29-June 4)'

        Raises:
            ModelError: The text around the range keeps even an interval from being read again.
        """
        # Printing is rare, and not worth the time in every import of the library.
        from mlweekly.dates._rewriting import rewritings

        expect(period, DateRange, "a DateRange")
        if self.period(period.start) == period:
            return self.text
        for text in rewritings(self._match, period):
            again = find_range(text)
            if again and again.year_printed >= self.year_printed and again.period(period.start) == period:
                return text
        raise refusal("text", f"{period} in place of {self.printed!r} cannot be told from the text around it")

    @property
    def _match(self) -> RangeMatch:
        return RangeMatch(self.text, self.start, self.end, self._first, self._last)


def find_range(text: str) -> PrintedRange | None:
    """
    Return the first range of days that a title or a slug prints, or None.

    Known are English names of months, before or after the day, the Japanese, Korean and Chinese forms, numbers with the
    year first, and numbers without a year if brackets or a tilde distinguish them from fractions. A name that is
    misspelled is not guessed. The time grows linearly with the length of the text.

    >>> found = find_range("[2024/12/30 ~ 2025/01/05] Papers of the Week")
    >>> found.printed, str(found.period())
    ('2024/12/30 ~ 2025/01/05', '2024-12-30/2025-01-05')
    """
    expect(text, str, "a text")
    match = first_match(text)
    return PrintedRange(*match) if match else None


def shows_date(text: str) -> bool:
    """
    Tell whether a title shows the name of a month or a digit, and so may be expected to print a range.

    >>> shows_date("Papers of September"), shows_date("What may come")
    (True, False)
    """
    expect(text, str, "a text")
    return _forms.shown_date().search(text) is not None
