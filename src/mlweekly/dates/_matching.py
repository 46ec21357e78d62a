"""
The first place in a text that a range of days is printed.

Lives here: the order in which forms are tried, and the tests that tell a range from what only looks like one.
Must not know: what becomes of a match.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TypeAlias

from mlweekly.dates import _forms

__all__ = ["first_match"]

_Test: TypeAlias = Callable[[re.Match[str]], bool]

_LONGEST_MONTH = 16
_LONGEST_BARE_RANGE = 31
_MONTHS, _DAYS = range(1, 13), range(1, 32)


def first_match(text: str) -> re.Match[str] | None:
    """
    Return the match, of whatever form, that begins first; in time linear in the length of the text.
    """
    digit = _forms.DIGIT.search(text)
    if digit is None:
        return None
    origin = digit.start()
    match = _search(_forms.month_first(), _is_no_verb, text, max(0, origin - _LONGEST_MONTH), len(text))
    limit = match.start() if match else len(text)
    if origin < limit:
        for form, is_range in _forms_with_numbers_first(text):
            earlier = _search(form, is_range, text, origin, limit)
            if earlier:
                match, limit = earlier, earlier.start()
    return match


def _forms_with_numbers_first(text: str) -> Iterator[tuple[re.Pattern[str], _Test]]:
    """
    Yield the forms that begin with a digit, and what tells a range in that form from what only looks like one.
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
    Tell a range from one more number in a row: 2024-09-16-22 may be an hour.
    """
    separator, to = match["s"], match["to"]
    return to.strip() != separator if separator == "/" else to != separator or match["m2"] is not None


def _is_no_verb(match: re.Match[str]) -> bool:
    """
    Tell a month from "may" and "march" in a sentence that goes on: "layers 5-10 may be".
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
    Tell days from other pairs of numbers: set apart by a tilde or by brackets, and less than a month from each other.
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
