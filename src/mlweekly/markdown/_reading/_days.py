"""
Days that a cell or a label prints.
"""

from __future__ import annotations

import re
from datetime import date, datetime

from mlweekly._expressions import expression
from mlweekly._wording import MONTHS
from mlweekly.dates import find_period

__all__ = ["day_in", "end_of_day", "read_day"]

_WHOLE_DAY = expression(r"(?=.{6,40}$)(?=.*(?<![0-9])[12][0-9]{3}(?![0-9]))(?:.*[^\W\d_]{3}|[12][0-9]{3}[-/.])")
_ISO_DAY = expression(r"([12][0-9]{3})(?=([-/.]))[-/.]([0-9]{1,2})\2([0-9]{1,2})")
_EAST_ASIAN_DAY = expression(r"([12][0-9]{3})\s?[年년]\s?([0-9]{1,2})\s?[月월]\s?([0-9]{1,2})\s?[日일]")
_WORD = expression(r"[A-Za-z]{3,}")
_NUMBER = expression(r"[0-9]+")
_MONTH_OF_YEAR = expression(r"[12][0-9]{3}[-/.](?:0?[1-9]|1[0-2])")
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
# The words in a printed day, as dateutil knows them.
_WORDS = frozenset(
    (
        *(form.lower() for name in (*MONTHS, *_WEEKDAYS) for form in (name, name[:3])),
        *("sept", "and", "hour", "hours", "minute", "minutes", "second", "seconds", "utc", "gmt"),
    )
)
_LONGEST_TIME_ZONE = 5


def read_day(words: str) -> date | None:
    """
    Return the day that these words print whole, or None; which of two numbers is the month is never guessed.
    """
    match = _ISO_DAY.match(words)
    if match is not None:
        return _date(match[1], match[3], match[4])
    match = _EAST_ASIAN_DAY.match(words)
    if match is not None:
        return _date(match[1], match[2], match[3])
    if _WHOLE_DAY.match(words) is None or _is_no_day(words):
        return None
    from dateutil import parser  # imported when a date is first printed: it costs more than the rest of the package

    try:
        # A time zone does not change the day as printed; an unknown one would be a warning.
        readings = {
            parser.parse(words, default=datetime(year, 1, day), ignoretz=True).date()
            for year, day in ((2000, 1), (2004, 2))
        }
    except (parser.ParserError, OverflowError, TypeError, ValueError):
        return None
    return readings.pop() if len(readings) == 1 else None


def _is_no_day(words: str) -> bool:
    """
    Return whether words are plainly no day, such as "ICML 2017" and "2023/06": trying to read them takes long.

    A word that is unknown may only be the name of a time zone, which follows a time.
    """
    if _MONTH_OF_YEAR.fullmatch(words) is not None:
        return True
    unknown = [word for word in _WORD.findall(words) if word.lower() not in _WORDS]
    if not unknown:
        return False
    is_time_zone = all(word.isupper() and len(word) <= _LONGEST_TIME_ZONE for word in unknown)
    return not is_time_zone or len(_NUMBER.findall(words)) == 1


def _date(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


_TIME = expression(r"(?:T|[ \t]*)[0-9]{1,2}:[0-9]{2}(?:[0-9:.,+\-]|[ \t]*(?:Z|[A-Z]{3,4})\b)*")
_DAY = expression(r"[0-9]{4}([-/.])[0-9]{1,2}\1[0-9]{1,2}(?=$|[T\s(（])|(?:19|20)[0-9]{6}(?=$|\s)")
_LONGEST_DAY = 40
# "le 14 octobre 2024", "am 15. Oktober 2024", "ngày 15 tháng 10 năm 2024", "15 октября 2024 г."
_BESIDE_DAY = expression(r"\W*(?:(?:le|am|vom|el|em|ngày|г|года)\b)?\W*", re.IGNORECASE)


def day_in(words: str) -> date | None:
    """
    Return the day that words print whole, also with a time behind it and without marks (`20190309`), or None.
    """
    words = words.strip()
    match = _DAY.match(words)
    if match is None:
        return read_day(words) or _printed_day(words)
    if match[1] is None:
        return _date(match[0][:4], match[0][4:6], match[0][6:])
    return read_day(match[0])


def end_of_day(words: str) -> int:
    """
    Return where a day that `day_in` reads ends, with the time behind it: other words may follow it.

    >>> end_of_day("2026-07-03 04:39 UTC (v2)"), end_of_day("3 July 2026")
    (20, 11)
    """
    match = _DAY.match(words)
    if match is None:
        return len(words)
    time = _TIME.match(words, match.end())
    return match.end() if time is None else time.end()


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
