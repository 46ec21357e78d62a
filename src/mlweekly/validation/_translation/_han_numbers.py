"""
What words in Han characters and katakana can mean as numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from mlweekly._expressions import any_of, expression
from mlweekly.validation._translation._english_numbers import NumberWord, Values, counted, meant
from mlweekly.validation._translation._numerals import Numerals

__all__ = ["han_number_words"]

_DIGITS: Final = {**counted("零 一 二 三 四 五 六 七 八 九", first=0), "〇": 0, "两": 2, "兩": 2, "俩": 2}
_UNITS: Final = counted("十 百 千")
_MYRIADS: Final = {"万": 4, "萬": 4, "億": 8, "亿": 8, "兆": 12}
_NUMERALS: Final = Numerals(_DIGITS, _UNITS, _MYRIADS)
# 四千多万 is more than forty million, 万分之一 one in ten thousand.
_HAN = expression(
    "[〇零一二三四五六七八九十百千两兩俩万萬億亿](?<![数數几幾何上成近统統均唯同画逐专專不無无].)"
    "(?:(?<![万萬億亿])|(?<=万)亿|(?<=萬)億|(?=分[之の]))[〇零一二三四五六七八九十百千两兩万萬億亿兆]{0,20}"
    "(?:[多余餘来來][万萬億亿兆]{1,2})?"
)
_PERCENT = expression(
    "百分之(?P<whole>[〇零一二三四五六七八九十百]{1,5})(?:[点點](?P<part>[〇零一二三四五六七八九]{1,4}))?"
)
_TENTHS = expression(
    "([一二两三四五六七八九])(?:成(?=[^果本員长長功为為立分熟就績绩效]|$)|割(?![りるれっ合引当安愛譲]))"
)
_AND_A_HALF = expression(
    "(?P<whole>[0-9]{1,4}|[一二两三四五六七八九十])[ ]?"
    "(?P<unit>年|ヶ月|か月|時間|日|週間|倍|个|個|小时|天|周)?[ ]?(?P<half>半)(?![導导])"
)
_NEIGHBOURS = expression("一二|一两|二三|两三|三四|四五|五六|六七|七八|八九")
_MONTHS: Final = 12
_HOURS: Final = ("時間", "小时")
# Words that begin with a numeral and count nothing: 一般, 三角, 十分, 千差万別.
_NOT_NUMBERS = expression(
    "十分(?!之)|百分|千[差瓦克米卡字]|百科|万[能一物]|三角|四角|四半|十字|七夕|千葉"
    "|一(?:般|致|定|些|方|部|緒|旦|切|概|貫|连|连|律|様|样|起|直|味|举|流|面|见|見|向|気|挙|目|瞬|环|環|因|助)"
)
_HINTS: Final = meant(
    (((0, 0),), "ゼロ"),
    (((1, 0),), "単一 单一 首先 首个 初の ひとつ まず ワン シングル"),
    (((2, 0),), "両方 両者 双方 両側 両面 双 ダブル デュアル"),
    (((2, 0),), "其次 ふたつ 次に つぎに ツー 前者 后者 後者"),
    (((3, 0),), "スリー トリプル"),
    (((4, 0),), "翻两番 翻了两番"),
    (((12, 0),), "ダース"),
    (((5, -1),), "ハーフ"),
    (((5, -1), (50, 0)), "半分 半数 半减 半減 一半 過半 过半"),
    (((50, 0),), "半世紀 半世纪 半个世纪 半個世紀"),
    (((6, 0), (5, -1)), "半年"),
    (((30, 0), (5, -1)), "半時間 半小时 半小時"),
    # What grows by 一倍, or by 100%, is twice as large.
    (((2, 0), (100, 0)), "一倍 翻倍 倍増 翻番 翻一番 翻了一番"),
)
_KATAKANA = expression("[ァ-ヺー]+")
# Katakana numerals are words of their own: no ツー in ツール, no ワン in ワンダー.
_HAN_HINT = expression(any_of(word for word in _HINTS if _KATAKANA.fullmatch(word) is None))


def han_number_words(text: str) -> Iterator[NumberWord]:
    """
    Yield the number words of a Japanese or Chinese text.

    >>> [word.values for word in han_number_words("四千多万人，百分之二")]
    [((2, 0),), ((40000000, 0),)]
    """
    for match in () if _HINTS.keys().isdisjoint(_KATAKANA.findall(text)) else _KATAKANA.finditer(text):
        if match[0] in _HINTS:
            yield NumberWord(*match.span(), _HINTS[match[0]])
    for match in _HAN_HINT.finditer(text):
        yield NumberWord(*match.span(), _HINTS[match[0]])
    percent: set[int] = set()
    for match in _PERCENT.finditer(text) if "百分之" in text else ():
        percent.update(range(*match.span()))
        yield NumberWord(*match.span(), (_percent(match),), is_sure=True)
    for match in _HAN.finditer(text):
        if match.start() not in percent and _NOT_NUMBERS.match(text, match.start()) is None:
            yield _about(match) or _NUMERALS.read(match)
    for match in _TENTHS.finditer(text) if "成" in text or "割" in text else ():
        tenths = _DIGITS[match[1]]
        yield NumberWord(*match.span(), ((tenths, -1), (10 * tenths, 0)))
    for match in _AND_A_HALF.finditer(text) if "半" in text else ():
        yield NumberWord(*match.span("half"), _and_a_half(match))


def _about(match: re.Match[str]) -> NumberWord | None:
    """
    Return what two neighbours among the digits mean together: 二三十 is twenty or thirty.
    """
    row = match[0]
    neighbours = _NEIGHBOURS.search(row)
    if neighbours is None or sum(character in _DIGITS for character in row) != len(neighbours[0]):
        return None
    low, high = (_NUMERALS.value_of(row.replace(neighbours[0], digit)) for digit in neighbours[0])
    return NumberWord(*match.span(), ((low, 0), (high, 0)))


def _percent(match: re.Match[str]) -> tuple[int, int]:
    whole, part = _NUMERALS.value_of(match["whole"]), match["part"] or ""
    return int(f"{whole}{''.join(str(_DIGITS[digit]) for digit in part)}"), -len(part)


def _and_a_half(match: re.Match[str]) -> Values:
    whole = int(match["whole"]) if match["whole"].isdecimal() else _NUMERALS.value_of(match["whole"])
    half = (10 * whole + 5, -1)
    if match["unit"] == "年":
        return half, (whole * _MONTHS + _MONTHS // 2, 0)
    return (half, (30, 0)) if match["unit"] in _HOURS else (half,)
