"""
The first range of days in a text: the order in which forms are tried, and the tests of what only looks like a range.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TypeAlias

from mlweekly.dates import _forms
from mlweekly.dates._forms import DayFields, Span
from mlweekly.dates._matches import RangeMatch
from mlweekly.dates._months import names_month

_Test: TypeAlias = Callable[[re.Match[str]], bool]

_LONGEST_MONTH = 16
_LONGEST_BARE_RANGE = 31
_MONTHS, _DAYS = range(1, 13), range(1, 32)
_LONGEST_LEAD = 32
_PARTS = ("y1", "m1", "w1", "y2", "z2", "m2", "w2", "v2")
_NEW_YEAR_WEEKS = 26
_LONGEST_WORDS = 16


def first_match(text: str) -> RangeMatch | None:
    """
    Return the match, of whatever form, that begins first, in time linear in the length of the text.
    """
    digit = _forms.DIGIT.search(text)
    if digit is None:
        return None
    origin = digit.start()
    match = None
    has_month = names_month(text)
    if has_month:
        match = _search(_forms.month_first(), _is_no_verb, text, max(0, origin - _LONGEST_MONTH), len(text))
    limit = match.start() if match else len(text)
    if origin < limit:
        for form, is_range in _forms_that_begin_with_a_digit(text, has_month=has_month):
            earlier = _search(form, is_range, text, origin, limit)
            if earlier:
                match, limit = earlier, earlier.start()
    return _with_lead(match) if match else None


def _forms_that_begin_with_a_digit(text: str, *, has_month: bool) -> Iterator[tuple[re.Pattern[str], _Test]]:
    """
    Yield each form that a text can have with its test, which distinguishes a range from what only looks like one.
    """
    has_numbers = _forms.NUMBERS.search(text) is not None
    if has_numbers:
        yield _forms.year_first(), _is_no_time
    if has_month:
        yield _forms.day_first(), _is_day_of_month
    if has_numbers:
        yield _forms.numeric(day_leads=True), _is_day_first
        yield _forms.numeric(day_leads=False), _is_month_first
        yield _forms.bare_date(), _is_no_fraction
    if _forms.SHOWN_MONTH_WORD.search(text):
        yield _forms.vietnamese(), _is_no_issue_number
    if _forms.COMPACT_NUMBER.search(text):
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
    days, months = _pairs(match)
    if not (all(month in _MONTHS for month in months) and all(day in _DAYS for day in days)):
        return False
    if not _is_short(days, months):
        return False
    tilde = not _forms.TILDES.isdisjoint(match["to"])
    before = match.string[match.start() - 1 : match.start()]
    bracketed = match["after"] is not None and before != "" and before in _forms.OPENING
    if match["s"] in "/／" and match["m2"]:
        return tilde or bracketed
    return tilde and bracketed


def _is_day_of_month(match: re.Match[str]) -> bool:
    return _is_no_verb(match) and _is_no_issue_number(match)


def _is_no_issue_number(match: re.Match[str]) -> bool:
    """
    Distinguish a day from the number of an issue: "Issue #12 - 16 Sep 2024".
    """
    before = match.string[max(0, match.start() - _LONGEST_WORDS) : match.start()]
    return match["m1"] is not None or _forms.issue_number_before().search(before) is None


def _is_day_first(match: re.Match[str]) -> bool:
    """
    Return whether the first of two numbers is the day: a dot, a part above 12 or the words of a language say so.
    """
    days, months = _pairs(match)
    is_consistent = match["s"] in (None, match["s2"]) and _is_no_issue_number(match)
    if not is_consistent or not all(month in _MONTHS for month in months):
        return False
    before = match.string[max(0, match.start() - _LONGEST_WORDS) : match.start()]
    words = match["to"].strip(" \t\u00a0_-").isalpha() or _forms.day_words_before().search(before) is not None
    if match["y2"]:
        return match["s2"] == "." or max(days) > max(_MONTHS) or words
    if match["s"] is None or not _is_short(days, months):
        return False
    if match["s2"] == ".":
        return match["dot"] is not None and (words or match.string[match.end("m1")] == ".")
    return words or (max(days) > max(_MONTHS) and _is_set_apart(match))


def _is_month_first(match: re.Match[str]) -> bool:
    days, months = _pairs(match)
    return (
        match["y2"] is not None
        and match["s"] == match["s2"] != "."
        and max(days) > max(_MONTHS)
        and all(month in _MONTHS for month in months)
    )


def _pairs(match: re.Match[str]) -> tuple[list[int], list[int]]:
    """
    Return the days and the months of both ends, as numbers.
    """
    months = [int(match["m1"] or match["m2"] or 0), int(match["m2"] or match["m1"] or 0)]
    return [int(match["d1"]), int(match["d2"])], months


def _is_short(days: list[int], months: list[int]) -> bool:
    return (months[1] - months[0]) % 12 * 30 + days[1] - days[0] in range(_LONGEST_BARE_RANGE)


def _is_set_apart(match: re.Match[str]) -> bool:
    """
    Return whether a tilde or brackets distinguish a range from fractions.
    """
    before, after = match.string[match.start() - 1 : match.start()], match.string[match.end() : match.end() + 1]
    bracketed = before != "" and before in _forms.OPENING and after != "" and after in _forms.CLOSING
    return bracketed or not _forms.TILDES.isdisjoint(match["to"])


def _with_lead(match: re.Match[str]) -> RangeMatch:
    """
    Return the match with the year and the weekday directly before it, and with the bracket that a later year closes.
    """
    text, (start, end) = match.string, match.span()
    printed = {name: match.span(name) for name, words in match.groupdict().items() if words is not None}
    year, month, weekday, last_year, later_year, last_month, last_weekday, later_weekday = map(printed.get, _PARTS)
    year, week = printed.get("z1") or year, None
    edge = text[max(0, start - _LONGEST_LEAD) : start].rstrip(_forms.LEADING_PUNCTUATION)
    if edge and (edge[-1] in _forms.YEAR_ENDINGS or edge[-3:].lower() in _forms.WEEKDAY_ENDINGS):
        lead = _forms.leading_year_and_weekday().search(text, max(0, start - _LONGEST_LEAD), start)
        if lead and lead["w1"]:
            weekday = weekday or lead.span("w1")
            start = lead.start("w1")
        if lead and lead["y1"] and not (year or last_year or later_year):
            year, last_year, week = part(lead, "y1"), part(lead, "y2"), part(lead, "week")
            if lead["week"] and int(lead["week"]) <= _NEW_YEAR_WEEKS:
                # "2026-W01 (12/29-01/04)": the first weeks of a year may begin in the one before.
                year, last_year = None, year
            start = lead.start("y1")
    before = text[start - 1 : start]
    if before in _forms.PAIRS and text.count(_forms.PAIRS[before], start, end) > text.count(before, start, end):
        start -= 1
    after = text[end : end + 1]
    if after in _forms.OPENERS and text.count(_forms.OPENERS[after], start, end) > text.count(after, start, end):
        end += 1
    first = DayFields(year, month, match.span("d1"), weekday, week)
    last = DayFields(last_year or later_year, last_month, match.span("d2"), last_weekday or later_weekday)
    return RangeMatch(text, start, end, first, last)


def part(match: re.Match[str], name: str) -> Span | None:
    """
    Return the span of a part; None if it is not printed, or the form has no such part.
    """
    if name not in match.re.groupindex or match.start(name) < 0:
        return None
    return match.span(name)
