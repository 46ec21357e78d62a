"""
Days in the form of other days.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from mlweekly.markdown._writing._cells import MONTHS

__all__ = ["printed_like"]

_FORMS = (
    *("{month} {day}, {year:04}", "{abbreviated} {day}, {year:04}", "{month} {day:02}, {year:04}"),
    *("{abbreviated} {day:02}, {year:04}", "{day} {month} {year:04}", "{day} {abbreviated} {year:04}"),
    *("{year:04}-{number:02}-{day:02}", "{year:04}/{number:02}/{day:02}", "{year:04}/{number}/{day}"),
    *("{year:04}年{number}月{day}日", "{year:04}년 {number}월 {day}일"),
)
"""
The forms in which a whole day is printed, the one that `dumps` writes in front.
"""


def _printed(day: date, form: str) -> str:
    month = MONTHS[day.month - 1]
    return form.format(day=day.day, number=day.month, month=month, abbreviated=month[:3], year=day.year)


def printed_like(day: date, examples: Iterable[tuple[date, str]]) -> str:
    """
    Return a day in the form of the first example whose form is known, else in the commonest one.

    >>> printed_like(date(2024, 9, 16), [(date(2024, 7, 3), "Jul 3, 2024")])
    'Sep 16, 2024'
    """
    known = (form for example, words in examples for form in _FORMS if _printed(example, form) == words)
    return _printed(day, next(known, _FORMS[0]))
