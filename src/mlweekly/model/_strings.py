"""
What every string of the model must be.

Lives here: the checks of single strings, language tags and dates, and the converters of by-hand values.
Must not know: any class of the model.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime

from mlweekly.errors import Problem
from mlweekly.identifiers import url_problem

__all__ = [
    "day_problem",
    "is_language_tag",
    "language_problem",
    "link_problem",
    "string_problem",
    "strings",
    "strings_problems",
]

_COMMON_TAGS = frozenset({"en", "ja", "ko", "zh"})
_LANGUAGE_TAG = re.compile(r"(?:[A-Za-z]{2,8}|[xXiI](?=-))(?:-[A-Za-z0-9]{1,8})*")


def string_problem(value: object) -> str | None:
    """
    Say why this is no text that can stand in a document, or return None.

    A text holds at least one character that is not white space, and no lone surrogate (no encoding can write one).
    """
    if not isinstance(value, str):
        return f"must be a string, got {value!r}"
    if not value or value.isspace():
        return "must not be empty" if not value else f"must not be blank, got {value!r}"
    if value.isascii():
        return None
    try:
        value.encode()
    except UnicodeEncodeError as error:
        return f"must be Unicode text, got the lone surrogate {value[error.start]!a} at offset {error.start}"
    return None


def link_problem(value: object) -> str | None:
    """
    Say why this is no URL that a link can hold, or return None.
    """
    return url_problem(value) if isinstance(value, str) else string_problem(value)


def strings_problems(name: str, values: tuple[str, ...]) -> Iterator[Problem]:
    """
    Yield a problem for each of the member's strings that is no text.
    """
    for index, value in enumerate(values):
        problem = string_problem(value)
        if problem is not None:
            yield Problem(f"/{name}/{index}", problem)


def strings(values: Iterable[str]) -> tuple[str, ...]:
    """
    Return the strings as a tuple; a bare string is one string, not its characters.
    """
    return (values,) if isinstance(values, str) else tuple(values)


def is_language_tag(tag: object) -> bool:
    """
    Tell whether this is well formed by the outer grammar of BCP 47 (RFC 5646, section 2.1).
    """
    return isinstance(tag, str) and (tag in _COMMON_TAGS or _LANGUAGE_TAG.fullmatch(tag) is not None)


def language_problem(tag: object) -> str | None:
    """
    Say why this is no language tag, or return None.
    """
    return None if is_language_tag(tag) else f'must be a BCP 47 tag such as "ja", got {tag!r}'


def day_problem(value: object) -> str | None:
    """
    Say why this is no day, or return None; a moment (`datetime`) is none, for its day depends on a zone.
    """
    if isinstance(value, date) and not isinstance(value, datetime):
        return None
    return f"must be a date without a time, got {value!r}"
