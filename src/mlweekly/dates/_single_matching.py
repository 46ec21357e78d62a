"""
The first week, day or month in a text, and the tests of what only looks like one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import timedelta

from mlweekly.dates import _forms, _single_forms
from mlweekly.dates._forms import DayFields, MonthFields, Span, WeekFields
from mlweekly.dates._matches import MonthMatch, PeriodMatch, RangeMatch, WeekMatch
from mlweekly.dates._matching import first_match, part
from mlweekly.dates._months import names_month
from mlweekly.dates._reading import days_near, reading_of

_LONGEST_WORDS = 40
_LAST_MONTH, _LAST_WEEK, _WEEKS_OF_A_MONTH = 12, 53, 6
_NEAR = timedelta(days=7)
_CALENDAR_WEEKS = frozenset({"w", "kw", "cw", "第"})
# "Test set 2024" and "Fan out 2026" name no month; Portuguese has "set." and "out." for September and October.
_ENGLISH_WORDS = frozenset({"set", "out"})


def first_period(text: str) -> PeriodMatch | None:
    """
    Return the first range in a text, or else the first week, or else the first day, or else the first month.
    """
    if _forms.DIGIT.search(text) is None:
        return _first_month(text)
    # Most titles with a digit: no form of a range, a day, a month or a week can be in them.
    if not (names_month(text) or _shows_day_in_figures(text) or _names_numbered_week(text)):
        return None
    found = first_match(text)
    if found is not None:
        return found
    week = _week_of_a_day(text)
    if week is not None:
        return week
    day = min(_days(text), key=_start, default=None)
    month = None if day is not None else _first_month(text)
    numbered = _first_numbered_week(text, day or month)
    return numbered or day or month


def _shows_day_in_figures(text: str) -> bool:
    return _shows_month_in_figures(text) or _forms.COMPACT_NUMBER.search(text) is not None


def _names_numbered_week(text: str) -> bool:
    return _single_forms.NUMBER_OF_WEEK.search(text) is not None or _single_forms.names_week(text)


def _start(match: PeriodMatch) -> int:
    return match.start


def _days(text: str, *, plain: bool = False) -> Iterator[RangeMatch]:
    """
    Yield each day with its year, or without one if it is plainly a day, or if `plain` says that words tell it.
    """
    if _forms.DIGIT.search(text) is None:
        return
    if names_month(text):
        yield from _named_days(text, plain=plain)
    for form in _forms_in_figures(text):
        yield from map(_day, form.finditer(text))
    if _forms.NUMBERS.search(text) is None:
        return
    for match in _single_forms.numeric(day_leads=True).finditer(text):
        if _day_leads(match, dots=True):
            yield _day(match)
    for match in _single_forms.numeric(day_leads=False).finditer(text):
        if _month_leads(match):
            yield _day(match)


def _named_days(text: str, *, plain: bool) -> Iterator[RangeMatch]:
    for match in _single_forms.month_first().finditer(text):
        if match["y"] or match["z"] or match["m"][:1].isupper():
            yield _day(match)
    for match in _single_forms.day_first().finditer(text):
        if plain or match["z"] or _is_plainly_a_day(match):
            yield _day(match)


def _forms_in_figures(text: str) -> Iterator[re.Pattern[str]]:
    if _forms.NUMBERS.search(text) is not None:
        yield _single_forms.year_first()
    if _forms.COMPACT_NUMBER.search(text) is not None:
        yield _single_forms.compact()
    if any(sign in text for sign in _forms.EAST_ASIAN_MONTHS):
        yield _single_forms.east_asian()
    if _forms.SHOWN_MONTH_WORD.search(text):
        yield _single_forms.vietnamese()


def _is_plainly_a_day(match: re.Match[str]) -> bool:
    """
    Distinguish "14th October", "14. Oktober" and "14 de octubre" from "Top 10 October papers".
    """
    between = match.string[match.end("d") : match.start("m")].strip()
    return match["w"] is not None or not match["d"].isdecimal() or between in {".", "de", "d'", "d’"}


def _day_leads(match: re.Match[str], *, dots: bool = False) -> bool:
    day, month = int(match["d"]), int(match["m"])
    if month > _LAST_MONTH:
        return False
    before = match.string[max(0, match.start() - _LONGEST_WORDS) : match.start()]
    told = day > _LAST_MONTH or day == month or _forms.day_words_before().search(before) is not None
    return told or (dots and match["s"] == ".")


def _month_leads(match: re.Match[str]) -> bool:
    return int(match["m"]) <= _LAST_MONTH < int(match["d"])


def _day(match: re.Match[str], week: Span | None = None) -> RangeMatch:
    (start, end), year = match.span(), part(match, "y") or part(match, "z")
    fields = DayFields(year, part(match, "m"), match.span("d"), part(match, "w"), week)
    return RangeMatch(match.string, start, end, fields, fields)


def _week_of_a_day(text: str) -> RangeMatch | None:
    """
    Return the first day that words around it make a week: "Week of September 16, 2024", "9月16日の週".
    """
    if not _single_forms.names_week(text):
        return None
    days = [*_days(text, plain=True), *_bare_days(text)]
    return min((week for day in days if (week := _as_week(day))), key=_start, default=None)


def _as_week(day: RangeMatch) -> RangeMatch | None:
    text, start, end = day.text, day.start, day.end
    before = _single_forms.week_before().search(text, max(0, start - _LONGEST_WORDS), start)
    after = None if before else _single_forms.week_after().match(text, end)
    if before is None and after is None:
        return None
    words = before.span() if before else (end, after.end() if after else end)
    fields = day.first._replace(week=words)
    return RangeMatch(text, min(start, words[0]), max(end, words[1]), fields, fields)


def _bare_days(text: str) -> Iterator[RangeMatch]:
    """
    Yield days in figures without a year, which are days only in a week that words name.
    """
    if _forms.DIGIT.search(text) is None:
        return
    for match in _single_forms.bare(day_leads=True).finditer(text):
        before = _single_forms.week_before().search(text, max(0, match.start() - _LONGEST_WORDS), match.start())
        if before and (before["day_leads"] or _day_leads(match)) and int(match["m"]) <= _LAST_MONTH:
            yield _day(match)
    for match in _single_forms.bare(day_leads=False).finditer(text):
        if _month_leads(match):
            yield _day(match)


def _first_numbered_week(text: str, dated: PeriodMatch | None) -> WeekMatch | None:
    """
    Return the first ISO week that has a year, or else the first that needs none, with the year of a day or a month.

    A day or a month that is printed with it and is not in the week is the period: the week is counted otherwise.
    """
    if not _names_numbered_week(text):
        return None
    found = sorted(_numbered_weeks(text), key=lambda match: (match.fields.year is None, match.start))
    if not found or found[0].fields.year is not None:
        return found[0] if found else None
    if dated is None:
        return found[0]
    year = _year_shared(found[0], dated)
    return None if year is None else found[0]._replace(fields=WeekFields(year, found[0].fields.week))


def _numbered_weeks(text: str) -> Iterator[WeekMatch]:
    for form in _single_forms.weeks():
        for match in form.finditer(text):
            year, number = part(match, "y") or part(match, "z"), int(match["n"])
            if year is None and not _needs_no_year(match, number):
                continue
            before = text[max(0, match.start() - _LONGEST_WORDS) : match.start()]
            if number <= _WEEKS_OF_A_MONTH and _single_forms.month_before_week().search(before):
                continue
            yield WeekMatch(text, match.start(), match.end(), WeekFields(year, match.span("n")))


def _needs_no_year(match: re.Match[str], number: int) -> bool:
    """
    Distinguish weeks of the calendar from counted ones: "W27", "KW 27" and "第27週" from "Week 3" of a course.
    """
    word = match["word"].lower()
    if not 1 <= number <= _LAST_WEEK or word not in _CALENDAR_WEEKS:
        return False
    return word != "w" or (match.end("word") == match.start("n") and len(match["n"]) == 2)


def _year_shared(week: WeekMatch, dated: PeriodMatch) -> Span | None:
    """
    Return the span of the year of a day or a month if the week is in that year and near it.
    """
    year = dated.fields.year if isinstance(dated, MonthMatch | WeekMatch) else dated.first.year
    days = days_near(dated, None)
    if year is None or days is None:
        return None
    found = reading_of(week, days[0].year).days
    is_near = found is not None and found[0] - _NEAR <= days[1] and days[0] <= found[1] + _NEAR
    return year if is_near else None


def _first_month(text: str) -> MonthMatch | None:
    is_named = names_month(text)
    has_digit = _forms.DIGIT.search(text) is not None
    dated = [*_single_forms.named_months()] if is_named and has_digit else []
    lone = [*_single_forms.lone_months()] if is_named else []
    if has_digit and _shows_month_in_figures(text):
        dated += _single_forms.months_in_figures()
        lone.append(_single_forms.lone_months_in_figures())
    return _first_of(text, dated) or _first_of(text, lone)


def _shows_month_in_figures(text: str) -> bool:
    shows_numbers = _forms.NUMBERS.search(text) or _forms.SHOWN_MONTH_WORD.search(text)
    return shows_numbers is not None or any(sign in text for sign in _forms.EAST_ASIAN_MONTHS)


def _first_of(text: str, forms: Iterable[re.Pattern[str]]) -> MonthMatch | None:
    found = (_month(match) for form in forms for match in form.finditer(text) if _is_a_month(match["m"]))
    return min(found, key=_start, default=None)


def _is_a_month(printed: str) -> bool:
    if printed.isdecimal():
        return 1 <= int(printed) <= _LAST_MONTH
    return printed.lower() not in _ENGLISH_WORDS


def _month(match: re.Match[str]) -> MonthMatch:
    year, month = part(match, "y"), match.span("m")
    start, end = match.span() if year or match["m"].isdecimal() else month
    return MonthMatch(match.string, start, end, MonthFields(year, month))
