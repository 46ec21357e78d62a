"""
New words in the spelling of the old ones.

Lives here: words that change while their neighbours keep their escapes, and days in the form of other days.
Must not know: where the words stand.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date

__all__ = ["printed_like", "respelled"]

_BLANKS = re.compile(r"(\s+)")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November"),
    "December",
)

_FORMS: tuple[Callable[[date], str], ...] = (
    lambda day: f"{_MONTHS[day.month - 1]} {day.day}, {day.year:04}",
    lambda day: f"{_MONTHS[day.month - 1][:3]} {day.day}, {day.year:04}",
    lambda day: f"{_MONTHS[day.month - 1]} {day.day:02}, {day.year:04}",
    lambda day: f"{_MONTHS[day.month - 1][:3]} {day.day:02}, {day.year:04}",
    lambda day: f"{day.day} {_MONTHS[day.month - 1]} {day.year:04}",
    lambda day: f"{day.day} {_MONTHS[day.month - 1][:3]} {day.year:04}",
    lambda day: day.isoformat(),
    lambda day: f"{day.year:04}/{day.month:02}/{day.day:02}",
    lambda day: f"{day.year:04}/{day.month}/{day.day}",
    lambda day: f"{day.year:04}年{day.month}月{day.day}日",
    lambda day: f"{day.year:04}년 {day.month}월 {day.day}일",
)
"""
The forms in which a whole day is printed, the one that is written first in front.
"""


def respelled(source: str, old: str, new: str, *, decode: Callable[[str], str], encode: Callable[[str], str]) -> str:
    r"""
    Return new words in source form, every word that does not change at either end as the source spells it.

    >>> from mlweekly.markdown._inline import escape_title, unescape
    >>> respelled(r"Code \& Data", "Code & Data", "Code & Models", decode=unescape, encode=escape_title)
    'Code \\& Models'
    """
    written = encode(new)
    if decode(source) != old:
        return written
    pieces, wanted, fresh = _BLANKS.split(source), _BLANKS.split(new), _BLANKS.split(written)
    if len(fresh) != len(wanted):
        return written
    most = min(len(pieces), len(wanted))
    head = next((i for i in range(most) if decode(pieces[i]) != wanted[i]), most)
    tail = next((i for i in range(most - head) if decode(pieces[-1 - i]) != wanted[-1 - i]), most - head)
    words = "".join((*pieces[:head], *fresh[head : len(fresh) - tail], *pieces[len(pieces) - tail :]))
    return words if decode(words) == new else written


def printed_like(day: date, examples: Iterable[tuple[date, str]]) -> str:
    """
    Return a day in the form of the first example whose form is known, else in the commonest one.

    >>> printed_like(date(2024, 9, 16), [(date(2024, 7, 3), "Jul 3, 2024")])
    'Sep 16, 2024'
    """
    for example, words in examples:
        for form in _FORMS:
            if form(example) == words:
                return form(day)
    return _FORMS[0](day)
