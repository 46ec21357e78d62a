"""
The ways to print another range in place of a printed one, in its form.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TypeAlias

from attrs import frozen

from mlweekly.dates._forms import CLOSING, OPENING, DayFields, Span
from mlweekly.dates._matches import RangeMatch
from mlweekly.dates._names import day_in_style, month_in_style, number_in_style, weekday_in_style, year_in_style
from mlweekly.dates._range import DateRange

_Edit: TypeAlias = tuple[Span, str]

_CHINESE_WEEKDAYS = frozenset("一二三四五六天")
_CHINESE_WEEKDAY_SIGNS = frozenset("周週期拜")
_NUMERIC_SEPARATORS = frozenset({"", "/", ".", "-", "_"})
_BRACKETS = frozenset(OPENING + CLOSING)
_LONGEST_CONTEXT = 12


def rewritings(match: RangeMatch, period: DateRange) -> Iterator[str]:
    """
    Yield the whole text with `period` printed in place of the match, the closest to its form first.

    Not every result reads as `period` again: the caller takes the first that does.
    """
    rewriter = RangeRewriter(match.text, match.first, match.last, period)
    for first_year, last_year in dict.fromkeys([*rewriter.layouts(), (True, True)]):
        yield rewriter.printed(first_year=first_year, last_year=last_year)
    yield f"{match.text[: match.start]}{period}{match.text[match.end :]}"


@frozen
class RangeRewriter:
    """
    A printed range, and the days to print in its place.
    """

    text: str
    first: DayFields
    last: DayFields
    period: DateRange

    def layouts(self) -> Iterator[tuple[bool, bool]]:
        """
        Yield whether the first and the last day carry a year, the best way first.
        """
        turns = self.period.start.year != self.period.end.year
        first, last = self.first.year, self.last.year
        if first and last:
            twice_in_any_case = self._at(first) == self._at(last)
            is_interval = self.text[self.first.day[1] : last[0]] == "/"
            if not turns and not twice_in_any_case and not is_interval:
                yield (True, False) if self._year_leads else (False, True)
        elif first and turns and self._year_leads and _BRACKETS.isdisjoint(self._year_separator):
            yield True, True
        yield first is not None, last is not None

    def printed(self, *, first_year: bool, last_year: bool) -> str:
        """
        Return the text with both ends printed, each with a year or without.
        """
        edits = [
            *self.fields(self.first, self.period.start),
            *self.fields(self.last, self.period.end),
            *self._year_of_first(wanted=first_year),
            *self._month_of_first(),
            *self._month_and_year_of_last(wanted=last_year),
            *self._week(),
        ]
        pieces: list[str] = []
        done = 0
        for (start, end), replacement in sorted(edits, key=lambda edit: edit[0]):
            pieces += [self.text[done:start], replacement]
            done = end
        return "".join([*pieces, self.text[done:]])

    def fields(self, fields: DayFields, day: date) -> Iterator[_Edit]:
        """
        Yield the edits of day, month and weekday.
        """
        yield fields.day, day_in_style(day.day, self._at(fields.day), width=self._width("day"))
        if fields.month:
            yield fields.month, self._month(fields.month, day.month)
        if fields.weekday:
            chinese = self._weekdays_are_chinese(fields.weekday)
            yield fields.weekday, weekday_in_style(day.weekday(), self._at(fields.weekday), chinese=chinese)

    def _year_of_first(self, *, wanted: bool) -> Iterator[_Edit]:
        span, year = self.first.year, self.period.start.year
        if span and wanted:
            yield span, year_in_style(year, self._at(span))
        elif span and self.last.year and self.text[span[1] : self.last.year[0]] == "/":
            yield (span[0], self.last.year[0]), ""
        elif span:
            yield (len(self.text[: span[0]].rstrip(" ,-_")), span[1]), ""
        elif wanted and self.first.month and self._months_are_named:
            day_leads = self.first.day < self.first.month
            end = self.first.month[1] if day_leads else self.first.day[1]
            yield (end, end), f" {year:04d}" if day_leads else f", {year:04d}"

    def _week(self) -> Iterator[_Edit]:
        if self.first.week:
            number = self.period.start.isocalendar().week
            yield self.first.week, number_in_style(number, self._at(self.first.week), width=2)

    def _month_of_first(self) -> Iterator[_Edit]:
        """
        Yield the month that "16-22 September" lacks if the new days are in two months.
        """
        if self.first.month is None and self.last.month and self._months_differ:
            separator = self.text[self.last.day[1] : self.last.month[0]]
            end = self.first.day[1]
            if separator[:1] == self.text[end : end + 1] == ".":  # "16. bis 22. September"
                end, separator = end + 1, separator[1:]
            yield (end, end), separator + self._month(self.last.month, self.period.start.month)

    def _month_and_year_of_last(self, *, wanted: bool) -> Iterator[_Edit]:
        """
        Yield the edits of the last day's year, and the month that "September 16-22" lacks for days in two months.
        """
        span, year, start = self.last.year, self.period.end.year, (self.last.month or self.last.day)[0]
        added = ""
        if span and wanted:
            yield span, year_in_style(year, self._at(span))
        elif span and self.first.year and span[0] == self.first.year[1] + 1:  # "2024/2025 (December 30 - ..."
            yield (self.first.year[1], span[1]), ""
        elif span and span[0] < start:
            yield (span[0], start), ""
        elif wanted and self.first.year and self.first.month and self._year_leads:
            added = year_in_style(year, self._at(self.first.year)) + self._year_separator
        elif wanted and self._months_are_named:
            end = max(self.last.day, self.last.month or self.last.day)[1]
            yield (end, end), f", {year:04d}"
        if self.last.month is None and self.first.month and (added or self._months_differ):
            separator = self.text[self.first.month[1] : self.first.day[0]]
            added += self._month(self.first.month, self.period.end.month) + separator
        yield (start, start), added

    @property
    def _year_leads(self) -> bool:
        """
        Whether the first day's year comes before its month: 2024/12/30, 2024年12月30日.
        """
        return bool(self.first.year and self.first.month and self.first.year < self.first.month)

    @property
    def _year_separator(self) -> str:
        """
        What is between the first day's year and its month.
        """
        first = self.first
        return self.text[first.year[1] : first.month[0]] if first.year and first.month else ""

    @property
    def _months_differ(self) -> bool:
        return (self.period.start.year, self.period.start.month) != (self.period.end.year, self.period.end.month)

    @property
    def _months_are_named(self) -> bool:
        month = self.first.month or self.last.month
        return month is not None and self._at(month)[:1].isalpha()

    def _at(self, span: Span) -> str:
        return self.text[span[0] : span[1]]

    def _month(self, span: Span, number: int) -> str:
        others = [self._at(fields.month) for fields in (self.first, self.last) if fields.month not in (None, span)]
        context = self.text[max(0, self.first.day[0] - _LONGEST_CONTEXT) : self.last.day[1] + _LONGEST_CONTEXT]
        return month_in_style(number, self._at(span), "".join(others), context, width=self._width("month"))

    def _width(self, field: str) -> int:
        """
        Return the least number of digits of days or months: as these show, else as the others do, else as is usual.
        """
        days = self._width_shown([self.first.day, self.last.day])
        months = self._width_shown([self.first.month, self.last.month])
        shown = (days or months) if field == "day" else (months or days)
        if shown or self.first.month is None:
            return shown
        if self.first.day < self.first.month:
            separator = self.text[self.first.day[1] : self.first.month[0]].strip()
            has_year = self.first.year or self.last.year
            return 2 if has_year and separator in {"/", ".", "-"} and not self._months_are_named else 1
        separator = self.text[self.first.month[1] : self.first.day[0]].strip()
        return 2 if separator in _NUMERIC_SEPARATORS and self._year_leads and not self._months_are_named else 1

    def _width_shown(self, spans: list[Span | None]) -> int:
        """
        Return 2 if a number begins with 0, 1 if one has a single digit, 0 if the numbers do not tell.
        """
        numbers = [self._at(span).rstrip("sStTnNdDrRhHeEº°") for span in spans if span]
        if any(number[:1] in ("0", "０") for number in numbers):
            return 2
        return 1 if any(len(number) == 1 and not number.isalpha() for number in numbers) else 0

    def _weekdays_are_chinese(self, span: Span) -> bool:
        spans = [fields.weekday for fields in (self.first, self.last) if fields.weekday]
        counted = any(self._at(weekday) in _CHINESE_WEEKDAYS for weekday in spans)
        return counted or self.text[span[0] - 1 : span[0]] in _CHINESE_WEEKDAY_SIGNS
