"""
Months, weekdays and numbers as people print them: read as values, and printed again in the style that was seen.
"""

from __future__ import annotations

from mlweekly._wording import MONTHS
from mlweekly.dates._months import is_abbreviated, name_in_style, named_month, weekday_name

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_JAPANESE_WEEKDAYS = "月火水木金土日"
_KOREAN_WEEKDAYS = "월화수목금토일"
_CHINESE_WEEKDAYS = "一二三四五六日"

_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
_CENTURY = 2000
_SHORT_YEAR = 2
_ORDINAL_ENDINGS = frozenset({"st", "nd", "rd", "th"})
_ORDINALS = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}


def month_number(printed: str) -> int:
    """
    Return the number of a month printed as a name, abbreviated or not, or as a number.
    """
    named = named_month(printed)
    return int(printed) if named is None else named


def year_number(printed: str) -> int:
    """
    Return the year printed in four digits, or in the two that follow an apostrophe, which are of this century.
    """
    return int(printed) + (_CENTURY if len(printed) == _SHORT_YEAR else 0)


def year_in_style(value: int, printed: str) -> str:
    """
    Return the year in as many digits as `printed` has.
    """
    if len(printed) == _SHORT_YEAR:
        return f"{value % 100:02d}"
    return number_in_style(value, printed, width=4)


def number_in_style(value: int, printed: str, *, width: int) -> str:
    """
    Return the number in the digits, ASCII or full width, in which `printed` starts; `printed` if it is that number.
    """
    if printed.isdecimal() and int(printed) == value:
        return printed
    digits = f"{value:0{width}d}"
    return digits if printed[:1].isascii() else digits.translate(_FULL_WIDTH)


def day_in_style(value: int, printed: str, *, width: int) -> str:
    """
    Return the day, with its own ordinal ending if `printed` has one.

    >>> day_in_style(22, "16th", width=1)
    '22nd'
    """
    ending = printed.lstrip("0123456789０１２３４５６７８９")
    if not ending:
        return number_in_style(value, printed, width=width)
    if int(printed[: -len(ending)]) == value:
        return printed
    if ending.lower() not in _ORDINAL_ENDINGS:  # "1er septembre" and "1º de septiembre", but "2 septembre"
        return number_in_style(value, printed, width=width) + (ending if value == 1 else "")
    ordinal = _ORDINALS.get(value, "th")
    return number_in_style(value, printed, width=width) + (ordinal.upper() if ending.isupper() else ordinal)


def month_in_style(value: int, printed: str, other: str, context: str = "", *, width: int) -> str:
    """
    Return the month as `printed` has its own: number or name, full or abbreviated, with or without a dot, in that case.

    >>> [month_in_style(6, printed, other, width=1) for printed, other in (("Sept.", ""), ("May", ""), ("May", "Jun"))]
    ['Jun.', 'June', 'Jun']

    Args:
        value: The month to print, 1 to 12.
        printed: The month as the text has it.
        other: The other month of the range: "May" does not show whether names are abbreviated.
        context: The words around it, which show the language of a name that several have.
        width: The least number of digits, if it is a number.
    """
    if not printed[:1].isalpha():
        return number_in_style(value, printed, width=width)
    if month_number(printed) == value:
        return printed
    name = name_in_style(value, printed, other, context) or MONTHS[value - 1]
    if printed.endswith(".") and is_abbreviated(name):
        name += "."
    return _in_case(name, printed)


def weekday_in_style(value: int, printed: str, *, chinese: bool) -> str:
    """
    Return the weekday (Monday is 0) in the language and style of `printed`.

    Args:
        value: The weekday to print.
        printed: The weekday as the text has it: a name, or its one character.
        chinese: Whether weekdays are counted in Chinese: `printed` may be 日, which is Japanese too.
    """
    further = weekday_name(value, printed)
    if further is not None:
        return _in_case(further, printed)
    if printed[:1].isascii():
        name = WEEKDAYS[value]
        if name[:3].lower() == printed[:3].lower():
            return printed
        return _in_case(name if printed.lower().endswith("day") else name[:3], printed)
    if printed in _KOREAN_WEEKDAYS:
        return _KOREAN_WEEKDAYS[value]
    return _CHINESE_WEEKDAYS[value] if chinese else _JAPANESE_WEEKDAYS[value]


def _in_case(name: str, printed: str) -> str:
    if printed.isupper():
        return name.upper()
    return name.lower() if printed.islower() else name[:1].upper() + name[1:]
