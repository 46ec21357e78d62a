"""
Days that a cell or a label prints.
"""

from __future__ import annotations

import re
from datetime import date, datetime

from mlweekly.dates import find_period

__all__ = ["day_in", "read_day"]

_WHOLE_DAY = re.compile(r"(?=.{6,40}$)(?=.*(?<![0-9])[12][0-9]{3}(?![0-9]))(?:.*[^\W\d_]{3}|[12][0-9]{3}[-/.])")
_ISO_DAY = re.compile(r"([12][0-9]{3})(?=([-/.]))[-/.]([0-9]{1,2})\2([0-9]{1,2})")
_EAST_ASIAN_DAY = re.compile(r"([12][0-9]{3})\s?[年년]\s?([0-9]{1,2})\s?[月월]\s?([0-9]{1,2})\s?[日일]")


def read_day(words: str) -> date | None:
    """
    Return the day that these words print whole, or None; which of two numbers is the month is never guessed.
    """
    match = _ISO_DAY.fullmatch(words)
    if match is not None:
        return _date(match[1], match[3], match[4])
    match = _EAST_ASIAN_DAY.fullmatch(words)
    if match is not None:
        return _date(match[1], match[2], match[3])
    if _WHOLE_DAY.match(words) is None:
        return None
    from dateutil import parser  # imported when a date is first printed: it costs more than the rest of the package

    try:
        readings = {parser.parse(words, default=datetime(year, 1, day)).date() for year, day in ((2000, 1), (2004, 2))}
    except (parser.ParserError, OverflowError, TypeError, ValueError):
        return None
    return readings.pop() if len(readings) == 1 else None


def _date(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


_DAY = re.compile(
    r"(?P<day>[0-9]{4}([-/.])[0-9]{1,2}\2[0-9]{1,2}|(?:19|20)[0-9]{6})"
    r"(?:(?:T|[ \t]+)[0-9]{1,2}:[0-9:.]{2,15}[ \t]*(?:Z|UTC|GMT|[+-][0-9:]{2,5})?)?"
)
_LONGEST_DAY = 40
# "le 14 octobre 2024", "am 15. Oktober 2024", "ngày 15 tháng 10 năm 2024", "15 октября 2024 г."
_BESIDE_DAY = re.compile(r"\W*(?:(?:le|am|vom|el|em|ngày|г|года)\b)?\W*", re.IGNORECASE)


def day_in(words: str) -> date | None:
    """
    Return the day that words print whole, also with a time behind it and without marks (`20190309`), or None.
    """
    words = words.strip()
    match = _DAY.fullmatch(words)
    if match is None:
        return read_day(words) or _printed_day(words)
    day = match["day"]
    return read_day(day) if match[2] is not None else _date(day[:4], day[4:6], day[6:])


def _printed_day(words: str) -> date | None:
    """
    Return the day that words in any of the languages of titles print whole, such as "15 octobre 2024".
    """
    if len(words) > _LONGEST_DAY:
        return None
    found = find_period(words)
    if found is None or found.kind != "day" or _BESIDE_DAY.fullmatch(words[: found.start] + words[found.end :]) is None:
        return None
    period = found.period()
    return None if period is None else period.start
