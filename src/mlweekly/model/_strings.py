"""
What single strings, language tags, links and days of the model must be, and how messages show other values.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from itertools import filterfalse
from typing import cast

from mlweekly._expressions import expression
from mlweekly._wording import instead
from mlweekly.identifiers import url_problem

_COMMON_TAGS = frozenset({"en", "ja", "ko", "zh"})
_LANGUAGE_TAG = expression(r"(?:[A-Za-z]{2,8}|[xXiI](?=-))(?:-[A-Za-z0-9]{1,8})*")
_LONGEST_SHOWN = 200
_STRING = frozenset({str})


def shown(value: object) -> str:
    """
    Return a value as a message names it: its `repr`, of a long one the beginning, or its class if there is none.
    """
    try:
        words = repr(value)
    except (ValueError, RecursionError):
        # Python writes no number of more than 4300 digits, and no list that nests too deep.
        return f"a value of {type(value).__name__} that is too large to show"
    return shortened(words, _LONGEST_SHOWN)


def shortened(words: str, longest: int) -> str:
    """
    Return the words, or their beginning and an ellipsis if they are longer.
    """
    return words if len(words) <= longest else f"{words[: longest - 1]}…"


def is_encodable(text: str) -> bool:
    """
    Return whether a text has no lone surrogate, so that it can be written in UTF-8.
    """
    if text.isascii():
        return True
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def string_problem(value: object) -> str | None:
    """
    Return why this is no text that a document can hold, or return None.

    A text holds at least one character that is not white space, and no lone surrogate (no encoding can write one).
    """
    if not isinstance(value, str):
        return f"must be a string, got {shown(value)}{instead('string', value)}"
    if not value or value.isspace():
        return "must not be empty" if not value else f"must not be blank, got {shown(value)}"
    if value.isascii():
        return None
    try:
        value.encode()
    except UnicodeEncodeError as error:
        return f"must be Unicode text, got the lone surrogate {value[error.start]!a} at offset {error.start}"
    return None


def are_strings(values: Sequence[object]) -> bool:
    """
    Return whether `string_problem` passes each of some values; faster than to ask one by one.
    """
    if not _STRING.issuperset(map(type, values)):
        return False
    strings = cast("Sequence[str]", values)
    return (
        all(strings)
        and not any(map(str.isspace, strings))
        and all(map(is_encodable, filterfalse(str.isascii, strings)))
    )


def link_problem(value: object) -> str | None:
    """
    Return why this is no URL that a link can hold, or return None.
    """
    return url_problem(value) if isinstance(value, str) else string_problem(value)


def is_language_tag(tag: object) -> bool:
    """
    Return whether this is well formed by the outer grammar of BCP 47 (RFC 5646, section 2.1), in any case.
    """
    return isinstance(tag, str) and (tag in _COMMON_TAGS or _LANGUAGE_TAG.fullmatch(tag) is not None)


def canonical_tag(tag: str) -> str:
    """
    Return a language tag in the case that BCP 47 recommends (RFC 5646, section 2.1.1); the case says nothing.

    What is no tag stays as it is.

    >>> canonical_tag("JA"), canonical_tag("ZH-hant-tw"), canonical_tag("en-ca-X-CA")
    ('ja', 'zh-Hant-TW', 'en-CA-x-ca')
    """
    if not is_language_tag(tag) or tag in _COMMON_TAGS:
        return tag
    first, *subtags = tag.lower().split("-")
    written = [first]
    # What follows a single letter belongs to an extension, or to private use.
    in_extension = len(first) == 1
    for subtag in subtags:
        in_extension = in_extension or len(subtag) == 1
        if len(subtag) == 2 and not in_extension:
            written.append(subtag.upper())
        else:
            written.append(subtag.capitalize() if len(subtag) == 4 and not in_extension else subtag)
    return "-".join(written)


def language_problem(tag: object) -> str | None:
    """
    Return why this is no language tag, or return None.
    """
    return None if is_language_tag(tag) else f'must be a BCP 47 tag such as "ja", got {shown(tag)}'


def day_problem(value: object) -> str | None:
    """
    Return why this is no day, or return None; a moment (`datetime`) is none, for its day depends on a zone.
    """
    if isinstance(value, date) and not isinstance(value, datetime):
        return None
    return f"must be a date without a time, got {shown(value)}{instead('date', value)}"
