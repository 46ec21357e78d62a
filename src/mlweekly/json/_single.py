"""
Single values of parsed JSON: strings, numbers and days, and how messages show what is something else.
"""

from __future__ import annotations

import math
from datetime import date, datetime

from mlweekly._expressions import expression
from mlweekly.errors import DecodeError, Problem
from mlweekly.json._parse import is_array, is_object

_DAY = expression(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_LONGEST_SHOWN = 60
_HIGHEST_EXACT = 2**53
_HIGHEST_DOUBLE = 1.7976931348623157e308


def refusal(message: str) -> DecodeError:
    """
    Return the exception for a value that is refused as a whole.
    """
    return DecodeError("cannot read this value", [Problem("", message)])


def shown(value: object) -> str:
    """
    Return a short name for a value of JSON, however large it is.
    """
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, str):
        return repr(value) if len(value) <= _LONGEST_SHOWN else f"{value[:_LONGEST_SHOWN]!r}..."
    if isinstance(value, int):
        return str(value) if abs(value) < _HIGHEST_EXACT else "a number of more than 15 digits"
    if is_object(value):
        return "an object"
    if is_array(value):
        return "an array"
    return str(value) if isinstance(value, float | date) else f"a {type(value).__name__}"


def read_string(value: object) -> str:
    """
    Return the value, which is a string.
    """
    if isinstance(value, str):
        return value
    raise refusal(f"must be a string, got {shown(value)}")


def read_whole(value: object) -> int:
    """
    Return a whole number, which may be written with a fraction of zero.
    """
    if type(value) is int:
        return value
    if isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value) and value == int(value):
        return int(value)
    raise refusal(f"must be a whole number, got {shown(value)}")


def read_number(value: object) -> float:
    """
    Return a number that a double can hold.
    """
    if isinstance(value, int | float) and not isinstance(value, bool) and abs(value) <= _HIGHEST_DOUBLE:
        return float(value)
    raise refusal(f"must be a number that a double can hold, got {shown(value)}")


def read_flag(value: object) -> bool:
    """
    Return the value, which is true or false.
    """
    if isinstance(value, bool):
        return value
    raise refusal(f"must be true or false, got {shown(value)}")


def read_day(value: object) -> date:
    """
    Return a day, which other parsers may have made a `date` of already.
    """
    if isinstance(value, str) and _DAY.fullmatch(value):
        try:
            return date.fromisoformat(value)
        except ValueError as error:
            raise refusal(f"must be a day of the calendar, got {value!r}") from error
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    raise refusal(f'must be a day such as "2024-09-16", got {shown(value)}')
