"""
What is behind a figure and says what it can mean besides: decades, tenths, hours, units with a prefix.
"""

from __future__ import annotations

import re
from typing import Final

from mlweekly._expressions import expression
from mlweekly.validation._translation._values import Value, normal

__all__ = ["TENTHS", "multiplied_by_prefix", "part_of_unit", "with_unit_of_measure"]

_PREFIX_OF_UNIT = expression(
    r"[ -]?(?:(?P<kilo>kilo|キロ|킬로|千(?=[瓦克米卡字赫帕焦]))|(?P<mega>mega|メガ|메가|兆(?=[瓦字赫帕焦比]))"
    r"|(?P<giga>giga|ギガ|기가|吉(?=[瓦字赫帕焦]))|(?P<tera>tera|テラ|테라|太(?=[瓦字赫焦])))",
    re.IGNORECASE,
)
_PART_OF_UNIT = expression(
    r"[ -]?(?:(?P<cent>cents?\b|セント|센트|美分)"
    r"|(?P<milli>m(?:illi)?s(?:ec(?:onds?)?)?(?![A-Za-z])|ミリ秒|밀리초|毫秒)"
    r"|(?P<micro>(?:micro|[µμu])s(?:ec(?:onds?)?)?(?![A-Za-z])|マイクロ秒|마이크로초|微秒))"
)
_DECADE = expression("['’]?s(?![A-Za-z])|[ ]?年代|[ ]?년대")
# 2年半 is two and a half years.
_HALF = expression(
    "[ ]?(?:年|ヶ月|か月|時間|日|週間|倍|个|個|小时|天|周)?半(?![導导])"
    "|[ ]?(?:년|개월|달|시간|주|배|일|분)?[ ]?반(?=$|[^가-힣]|[은이을의에]|가량|만)"
)
TENTHS = ("割", "할", "成")
_AFTERNOON = expression(r"[ ]?p\.?m(?![A-Za-z])", re.IGNORECASE)
_NOON = 12
_CENTURIES = expression("[ -]?(?:centur(?:y|ies)|世[纪紀]|세기)")
_LARGE_UNIT = expression("[ ]?(?P<prefix>[kMGTP])(?:t|W|Wh|Hz|bps|bit|Pa|J|eV|V|L|pc|yr|ha)(?![A-Za-z])")
_EXPONENT_OF_LETTER: Final = dict(zip("kMGTP", (3, 6, 9, 12, 15), strict=True))
_EXPONENT_OF_PREFIX: Final = {"kilo": 3, "mega": 6, "giga": 9, "tera": 12, "cent": -2, "milli": -3, "micro": -6}
_MOST_ORDERS = 10
_ORDERS_OF_MAGNITUDE = expression("[ -]orders?[ -]of[ -]magnitude", re.IGNORECASE)


def with_unit_of_measure(folded: str, end: int, value: Value) -> tuple[Value, ...]:
    """
    Return what a figure means before 割, a tenth, a half, orders of magnitude and units such as megapixels.
    """
    if value[1] >= 1 and value[0] < 1000 and _DECADE.match(folded, end) is not None:
        digits = value[0] * 10 ** value[1]
        return ((digits, 0), normal(digits % 100, 0), normal(1900 + digits % 100, 0)) if digits < 2100 else (value,)
    if folded.startswith(TENTHS, end):
        return value, normal(value[0], value[1] + 1), normal(value[0], value[1] - 1)
    if value[1] >= 0 and _HALF.match(folded, end) is not None:
        return normal(value[0] * 10 ** (value[1] + 1) + 5, -1), value
    if 0 <= value[1] <= 1 and value[0] < _NOON and _AFTERNOON.match(folded, end) is not None:
        return value, normal(value[0] * 10 ** value[1] + _NOON, 0)
    if value[1] == 0 and value[0] < _MOST_ORDERS and _ORDERS_OF_MAGNITUDE.match(folded, end):
        return value, (1, value[0])
    if _CENTURIES.match(folded, end) is not None:
        return value, normal(value[0], value[1] + 2)
    return (value, *multiplied_by_prefix(folded, end, value))


def multiplied_by_prefix(folded: str, end: int, value: Value) -> tuple[Value, ...]:
    """
    Return a value times the prefix of the unit behind it, where it has one: kWh, メガピクセル, 千瓦.
    """
    letter, word = _LARGE_UNIT.match(folded, end), _PREFIX_OF_UNIT.match(folded, end)
    if letter is not None:
        return (normal(value[0], value[1] + _EXPONENT_OF_LETTER[letter["prefix"]]),)
    return () if word is None else (normal(value[0], value[1] + _EXPONENT_OF_PREFIX[word.lastgroup or ""]),)


def part_of_unit(folded: str, end: int) -> int:
    """
    Return the power of ten that a unit behind a figure is of the one named without it: -3 for milliseconds, else 0.
    """
    measure = _PART_OF_UNIT.match(folded, end)
    return 0 if measure is None else _EXPONENT_OF_PREFIX[measure.lastgroup or ""]
