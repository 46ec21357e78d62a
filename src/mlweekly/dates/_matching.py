"""
The first range of days in a text: the order in which forms are tried, and the tests of what only looks like a range.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple, TypeAlias

from mlweekly.dates import _forms
from mlweekly.dates._forms import DayFields

_Test: TypeAlias = Callable[[re.Match[str]], bool]

_LONGEST_MONTH = 16
_LONGEST_BARE_RANGE = 31
_MONTHS, _DAYS = range(1, 13), range(1, 32)
_LONGEST_LEAD = 32
_PARTS = ("y1", "m1", "w1", "y2", "z2", "m2", "w2", "v2")


class RangeMatch(NamedTuple):
    """
    A range that is printed in a text: its span, and the spans of the parts of its first and its last day.
    """

    text: str
    start: int
    end: int
    first: DayFields
    last: DayFields


def first_match(text: str) -> RangeMatch | None:
    """
    Return the match, of whatever form, that begins first, in time linear in the length of the text.
    """
    digit = _forms.DIGIT.search(text)
    if digit is None:
        return None
    origin = digit.start()
    match = _search(_forms.month_first(), _is_no_verb, text, max(0, origin - _LONGEST_MONTH), len(text))
    limit = match.start() if match else len(text)
    if origin < limit:
        for form, is_range in _forms_that_begin_with_a_digit(text):
            earlier = _search(form, is_range, text, origin, limit)
            if earlier:
                match, limit = earlier, earlier.start()
    return _with_lead(match) if match else None


def _forms_that_begin_with_a_digit(text: str) -> Iterator[tuple[re.Pattern[str], _Test]]:
    """
    Yield each form with its test, which distinguishes a range from what only looks like one.
    """
    yield _forms.year_first(), _is_no_time
    yield _forms.day_first(), _is_no_verb
    yield _forms.bare_date(), _is_no_fraction
    yield _forms.compact(), bool
    if any(sign in text for sign in _forms.EAST_ASIAN_MONTHS):
        yield _forms.east_asian(), bool


def _search(form: re.Pattern[str], is_range: _Test, text: str, origin: int, limit: int) -> re.Match[str] | None:
    match = form.search(text, origin, limit)
    while match and not is_range(match):
        match = form.search(text, match.start() + 1, limit)
    return match


def _is_no_time(match: re.Match[str]) -> bool:
    """
    Distinguish a range from one more number in a row: 2024-09-16-22 may be an hour.
    """
    separator, to = match["s"], match["to"]
    return to.strip() != separator if separator == "/" else to != separator or match["m2"] is not None


def _is_no_verb(match: re.Match[str]) -> bool:
    """
    Distinguish a month from "may" and "march" in a sentence that goes on: "layers 5-10 may be".
    """
    if match.string[match.start()].isupper():
        return True
    names = {match[name].lower() for name in ("m1", "m2") if match[name]}
    if not names <= {"may", "mar", "march"} or match["y1"] or match["z2"]:
        return True
    rest = match.string[match.end() : match.end() + 2]
    return not (rest[:1] == " " and rest[1:].isalpha())


def _is_no_fraction(match: re.Match[str]) -> bool:
    """
    Distinguish days from other pairs of numbers: they have a tilde or brackets, and are less than a month apart.
    """
    months = [int(match["m1"]), int(match["m2"] or match["m1"])]
    days = [int(match["d1"]), int(match["d2"])]
    if not (all(month in _MONTHS for month in months) and all(day in _DAYS for day in days)):
        return False
    if (months[1] - months[0]) % 12 * 30 + days[1] - days[0] not in range(_LONGEST_BARE_RANGE):
        return False
    tilde = not _forms.TILDES.isdisjoint(match["to"])
    before = match.string[match.start() - 1 : match.start()]
    bracketed = match["after"] is not None and before != "" and before in _forms.OPENING
    if match["s"] in "/／" and match["m2"]:
        return tilde or bracketed
    return tilde and bracketed


def _with_lead(match: re.Match[str]) -> RangeMatch:
    """
    Return the match with the year and the weekday directly before it, and with the bracket that a later year closes.
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
    before = text[start - 1 : start]
    if later_year and before in _forms.PAIRS and _forms.PAIRS[before] in text[start:end]:
        start -= 1
    first = DayFields(year, month, match.span("d1"), weekday)
    last = DayFields(last_year or later_year, last_month, match.span("d2"), last_weekday or later_weekday)
    return RangeMatch(text, start, end, first, last)
