"""
What English, Japanese, Korean and Chinese words can mean as numbers.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Final

from mlweekly.validation._translation._english_numbers import NumberWord, counted, english_number_words, meant

__all__ = ["NumberWord", "number_words_in"]

_HAN_DIGITS: Final = {**counted("零 一 二 三 四 五 六 七 八 九", first=0), "〇": 0, "两": 2, "兩": 2, "俩": 2}
_HAN_UNITS: Final = counted("十 百 千")
_HAN_MYRIADS: Final = {"万": 4, "萬": 4, "億": 8, "亿": 8, "兆": 12}
_HAN = re.compile(
    "(?<![数數几幾何上成近统統均唯同画逐专専不無无])"
    "(?:[〇零一二三四五六七八九十百千两兩俩]|万亿|萬億)[〇零一二三四五六七八九十百千两兩万萬億亿兆]{0,20}"
)
_TENTHS = re.compile("([一二两三四五六七八九])成(?=[^果本員长長功为為立分熟就績绩效]|$)")
_AND_A_HALF = re.compile(
    "(?P<whole>[0-9]{1,4}|[一二两三四五六七八九十]|한|두|세|네)[ ]?"
    "(?:年|ヶ月|か月|時間|日|週間|倍|个|個|小时|天|周|년|개월|달|시간|주|배)?[ ]?(?P<half>半|반(?![가-힣]))(?![導导])"
)
# Words that begin with a numeral and count nothing: 一般, 三角, 十分, 千差万別.
_NOT_HAN_NUMBERS = re.compile(
    "十分(?!之)|百分|千[差瓦克米卡字]|百科|一二|七八|二三|万[能一物]|三角|四角|四半|十字|七夕|千葉"
    "|一(?:般|致|定|些|方|部|緒|旦|切|概|貫|连|連|律|様|样|起|直|味|举|流|面|见|見|向|気|挙|目|瞬|环|環|因|助)"
)
_KATAKANA = re.compile("[ァ-ヺー]+")
_ASIAN_HINTS: Final = meant(
    (((0, 0),), "ゼロ 제로"),
    (((1, 0),), "単一 单一 하나 단일 최초 처음 우선 먼저 首先 首个 初の ひとつ まず ワン 첫"),
    (((2, 0),), "両方 両者 双方 両側 両面 双 ペア 둘 양방향 양쪽 양측 쌍 이중 翻倍 倍増"),
    (((2, 0),), "其次 ふたつ 둘째 두번째 次に つぎに ツー 前者 后者 後者 전자 후자"),
    (((3, 0),), "셋 셋째 삼중 스리 スリー"),
    (((4, 0),), "넷"),
    (((5, 0),), "다섯"),
    (((6, 0),), "여섯"),
    (((7, 0),), "일곱"),
    (((8, 0),), "여덟"),
    (((9, 0),), "아홉"),
    (((12, 0),), "ダース"),
    (((5, -1),), "ハーフ"),
    (((5, -1), (50, 0)), "半分 半数 半减 半減 一半 절반 반으로"),
)


def _one_of(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


# Katakana numerals are words of their own: no ツー in ツール, no ワン in ワンダー. And 둘러보다 is to look around.
_ASIAN = re.compile(
    rf"(?<![ァ-ヺー])(?:{_one_of(word for word in _ASIAN_HINTS if _KATAKANA.fullmatch(word))})(?![ァ-ヺー])"
    rf"|(?<![가-힣])(?:{_one_of(word for word in _ASIAN_HINTS if word[0] >= '가')})(?!러)"
    rf"|{_one_of(word for word in _ASIAN_HINTS if word[0] < '가' and not _KATAKANA.fullmatch(word))}"
)
_KOREAN_NATIVE: Final = {
    **counted("한 두 세 네 다섯 여섯 일곱 여덟 아홉"),
    **counted("열 스물 서른 마흔 쉰 예순 일흔 여든 아흔", first=10, step=10),
    "스무": 20,
}
_KOREAN = re.compile(
    "(?<![가-힣])(?:(?P<native>(?P<tens>열|스물|서른|마흔|쉰|예순|일흔|여든|아흔)(?P<ones>한|두|세|네|다섯|여섯|일곱|여덟|아홉)?"
    "|한|두|세|네|스무)(?=[ ]|가지|개|번|배|명|편|종|단계|차례|째)"
    "|(?P<sino>[일이삼사오육칠팔구]?[십백천][일이삼사오육칠팔구십백천만억조]{0,12}|[일이삼사오육칠팔구](?=단계|차원|분의|인칭|세대)"
    "|일?[만억조](?=[ ]?(?:개|명|건|장|배|달러|시간)))"
    "(?=여?[ ]?(?:개|명|건|편|토큰|배|가지|번|단계|차원|분의|달러|시간|장|권|줄|인칭|세대))"
    "|(?P<round>[십백천][만억조])(?![가-힣]))"
)
_KOREAN_DIGITS: Final = counted("일 이 삼 사 오 육 칠 팔 구")
_KOREAN_UNITS: Final = counted("십 백 천")
_KOREAN_MYRIADS: Final = {"만": 4, "억": 8, "조": 12}
_ROMAN: Final = {
    **counted("II III IV V VI VII VIII IX X XI XII XIII XIV XV", first=2),
    **{chr(0x2160 + index): index + 1 for index in range(12)},
}
_ROMAN_NUMBER = re.compile(
    "(?<![A-Za-z0-9.-])(?:(?:II|III|IV|VI|VII|VIII|IX|XI|XII|XIII|XIV|XV)(?![A-Za-z0-9])|[Ⅰ-Ⅻ])"
    "|(?<=[Pp]hase )[VX](?![A-Za-z0-9])|(?<=[Tt]ype )[VX](?![A-Za-z0-9])"
)
_KANA_OR_HAN_OR_HANGUL = re.compile("[ぁ-ヿ一-鿿가-힣]")


def number_words_in(text: str, taken: Collection[int]) -> Iterator[NumberWord]:
    """
    Yield the number words of a text, but for those that begin at an offset that is taken.

    >>> [(word.values, word.is_sure) for word in number_words_in("two hundred", ())]
    [(((200, 0),), True)]
    """
    words: Iterable[NumberWord] = (*english_number_words(text), *_roman_numbers(text))
    if _KANA_OR_HAN_OR_HANGUL.search(text) is not None:
        words = (*words, *_asian_words(text))
    return (word for word in words if word.start not in taken)


def _roman_numbers(text: str) -> Iterator[NumberWord]:
    for match in _ROMAN_NUMBER.finditer(text):
        yield NumberWord(match.start(), match.end(), ((_ROMAN[match[0]], 0),))


def _asian_words(text: str) -> Iterator[NumberWord]:
    for match in _ASIAN.finditer(text):
        yield NumberWord(match.start(), match.end(), _ASIAN_HINTS[match[0]])
    for match in _HAN.finditer(text):
        if _NOT_HAN_NUMBERS.match(text, match.start()) is None:
            yield _numerals(match, _HAN_DIGITS, _HAN_UNITS, _HAN_MYRIADS)
    for match in _TENTHS.finditer(text):
        tenths = _HAN_DIGITS[match[1]]
        yield NumberWord(match.start(), match.end(), ((tenths, -1), (10 * tenths, 0)))
    for match in _AND_A_HALF.finditer(text):
        whole = match["whole"]
        number = int(whole) if whole.isdecimal() else {**_HAN_DIGITS, "十": 10, **_KOREAN_NATIVE}[whole]
        yield NumberWord(*match.span("half"), ((10 * number + 5, -1),))
    for match in _KOREAN.finditer(text):
        if match["native"] is None:
            word = _numerals(match, _KOREAN_DIGITS, _KOREAN_UNITS, _KOREAN_MYRIADS)
            yield word if match["sino"] else word._replace(is_sure=False)
        else:
            parts = (match["tens"], match["ones"]) if match["tens"] else (match["native"],)
            yield NumberWord(match.start(), match.end(), ((sum(_KOREAN_NATIVE[each] for each in parts if each), 0),))


def _numerals(
    match: re.Match[str], digits: Mapping[str, int], units: Mapping[str, int], myriads: Mapping[str, int]
) -> NumberWord:
    """
    Return the number that a row of Han or Hangul numerals is: 三千五百万, 이백만.
    """
    word = match[0]
    total = group = digit = 0
    is_positional = not any(character in units or character in myriads for character in word)
    for character in word:
        if character in digits:
            digit = 10 * digit + digits[character] if is_positional else digits[character]
        elif character in units:
            group, digit = group + max(digit, 1) * 10 ** units[character], 0
        elif total and not group + digit:
            total *= 10 ** myriads[character]
        else:
            total, group, digit = total + max(group + digit, 1) * 10 ** myriads[character], 0, 0
    is_sure = len(word) > 1 and not is_positional
    return NumberWord(match.start(), match.end(), ((total + group + digit, 0),), is_sure)
