"""
What English, Japanese, Korean and Chinese words can mean as numbers.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Final, NamedTuple, TypeAlias

__all__ = ["NumberWord", "number_words_in"]

Values: TypeAlias = tuple[tuple[int, int], ...]


class NumberWord(NamedTuple):
    """
    A word that is a number, or may be one.

    Attributes:
        start: Where it begins.
        end: Where it ends.
        values: What it can mean, as digits and a power of ten; the likeliest first.
        is_sure: Whether it is a number, and no word that only may stand for one.
    """

    start: int
    end: int
    values: Values
    is_sure: bool = False


def _counted(words: str, first: int = 1, step: int = 1) -> dict[str, int]:
    return {word: first + step * index for index, word in enumerate(words.split())}


def _meant(*lines: tuple[Values, str]) -> dict[str, Values]:
    return {word: values for values, words in lines for word in words.split()}


_SMALL: Final = _counted(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen",
    first=0,
)
_TENS: Final = _counted("twenty thirty forty fifty sixty seventy eighty ninety", first=20, step=10)
_LARGE: Final = {"hundred": 2, "thousand": 3, "million": 6, "billion": 9, "trillion": 12}
_HINTS: Final = _meant(
    (((0, 0),), "none"),
    (((1, 0),), "first firstly primary single once sole monolingual unified next another weekly"),
    (((2, 0),), "second secondly both pair pairs paired pairwise dual twice double doubles doubled doubling twofold"),
    (((2, 0),), "bilingual binary bidirectional couple either twin"),
    (((3, 0),), "third thirdly thirds triple triples tripled threefold thrice trilingual triplet"),
    (((4, 0),), "fourth fourthly fourfold quadruple quadrupled"),
    (((5, 0),), "fifth fifths fivefold"),
    (((6, 0),), "sixth"),
    (((7, 0),), "seventh"),
    (((8, 0),), "eighth"),
    (((9, 0),), "ninth"),
    (((10, 0),), "tenth tenfold decade decades"),
    (((12, 0),), "dozen dozens"),
    (((100, 0),), "hundredfold century"),
    (((5, -1), (50, 0), (2, 0), (1, 0)), "half halves halved halving"),
    (((25, -2), (25, 0), (4, 0), (1, 0)), "quarter quarters"),
    *((((1, exponent),), f"{word} {word}s") for word, exponent in _LARGE.items()),
)
_ORDER_OF_MAGNITUDE: Final = "order of magnitude"
_ORDINALS = re.compile(
    r"(?<!per )(?<!a )(?<!each )(?<!every )second|third|(?:four|fif|six|seven|eigh|nin|ten)th|twice|thrice",
    re.IGNORECASE,
)
_ONE_UNIT = re.compile(r"one[ -](?:second|minute|hour|day|week|month|year|million|billion)s?\b", re.IGNORECASE)
_ORDERS = re.compile("[ -]orders?[ -]of[ -]magnitude", re.IGNORECASE)
_MOST_ORDERS = 10
_MONTHS: Final = {
    **_counted("January February March April May June July August September October November December"),
    **_counted("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"),
    "Sept": 9,
}
_LETTERS = re.compile("[A-Za-z]+")
_BEGINNINGS: Final = frozenset({*_SMALL, *_TENS, *_LARGE, *_HINTS, "order", "a", "an"})
_CARDINAL = "|".join([*_SMALL, *_TENS, *_LARGE, "dozen"])
_ENGLISH = re.compile(
    rf"(?:(?P<cardinal>(?:(?:a|an)[ ](?=hundred|thousand|million|billion|trillion|dozen))?"
    rf"(?:{_CARDINAL})(?:(?:[ -]|[ ]and[ ])(?:{_CARDINAL})){{0,8}})(?:[ -]fold)?(?![A-Za-z])"
    rf"|(?P<hint>{'|'.join(sorted((*_HINTS, _ORDER_OF_MAGNITUDE), key=len, reverse=True))})(?![A-Za-z]))",
    re.IGNORECASE,
)

_HAN_DIGITS: Final = {**_counted("零 一 二 三 四 五 六 七 八 九", first=0), "〇": 0, "两": 2, "兩": 2, "俩": 2}
_HAN_UNITS: Final = _counted("十 百 千")
_HAN_MYRIADS: Final = {"万": 4, "萬": 4, "億": 8, "亿": 8, "兆": 12}
_HAN = re.compile(
    "(?<![数數几幾何上成近])(?:[〇零一二三四五六七八九十百千两兩俩]|万亿|萬億)[〇零一二三四五六七八九十百千两兩万萬億亿兆]{0,20}"
)
_TENTHS = re.compile("([一二两三四五六七八九])成(?=[^果本員长長功为為立分熟就績绩效]|$)")
_AND_A_HALF = re.compile(
    "(?P<whole>[0-9]{1,4}|[一二两三四五六七八九十]|한|두|세|네)[ ]?"
    "(?:年|ヶ月|か月|時間|日|週間|倍|个|個|小时|天|周|년|개월|달|시간|주|배)?[ ]?(?P<half>半|반(?![가-힣]))(?![導导])"
)
_NOT_HAN_NUMBERS = re.compile("十分(?!之)|百分|千[差瓦克米卡字]|百科|一二|七八")
_ASIAN_HINTS: Final = _meant(
    (((0, 0),), "ゼロ 제로"),
    (((1, 0),), "単一 单一 하나 단일 최초 처음 우선 먼저 首先 首个 初の ひとつ まず ワン 첫"),
    (((2, 0),), "両方 両者 双方 両 双 ペア 둘 양방향 양쪽 양측 쌍 이중 翻倍 倍増"),
    (((2, 0),), "其次 ふたつ 둘째 두번째 次に つぎに ツー"),
    (((3, 0),), "셋 셋째 삼중 スリー"),
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
_ASIAN = re.compile("|".join(sorted(_ASIAN_HINTS, key=len, reverse=True)))
_KOREAN_NATIVE: Final = {
    **_counted("한 두 세 네 다섯 여섯 일곱 여덟 아홉"),
    **_counted("열 스물 서른 마흔 쉰 예순 일흔 여든 아흔", first=10, step=10),
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
_KOREAN_DIGITS: Final = _counted("일 이 삼 사 오 육 칠 팔 구")
_KOREAN_UNITS: Final = _counted("십 백 천")
_KOREAN_MYRIADS: Final = {"만": 4, "억": 8, "조": 12}
_KANA_OR_HAN_OR_HANGUL = re.compile("[ぁ-ヿ一-鿿가-힣]")


def number_words_in(text: str, taken: Collection[int]) -> Iterator[NumberWord]:
    """
    Yield the number words of a text, but for those that begin at an offset that is taken.

    >>> [(word.values, word.is_sure) for word in number_words_in("two hundred", ())]
    [(((200, 0),), True)]
    """
    words: Iterable[NumberWord] = _english_words(text)
    if _KANA_OR_HAN_OR_HANGUL.search(text) is not None:
        words = (*words, *_asian_words(text))
    return (word for word in words if word.start not in taken)


def _english_words(text: str) -> Iterator[NumberWord]:
    """
    Yield English number words; only where a word begins one, the long expression is tried.
    """
    done = 0
    for letters in _LETTERS.finditer(text):
        start, end = letters.span()
        if letters[0] in _MONTHS:
            yield NumberWord(start, end, ((_MONTHS[letters[0]], 0),))
        match = _ENGLISH.match(text, start) if start >= done and letters[0].lower() in _BEGINNINGS else None
        if match is None:
            continue
        done = match.end()
        hint = match["hint"]
        if hint is None:
            yield _english(match)
        elif hint.lower() == _ORDER_OF_MAGNITUDE:
            yield NumberWord(start, done, ((1, 1), (1, 0)))
        else:
            yield NumberWord(start, done, _HINTS[hint.lower()], _ORDINALS.fullmatch(text, start, done) is not None)


def _english(match: re.Match[str]) -> NumberWord:
    """
    Return the number that a row of English words is: `two hundred and five thousand`.
    """
    words = [word for word in re.split("[ -]", match["cardinal"].lower()) if word not in ("a", "an", "and")]
    total = group = 0
    for word in words:
        if word == "dozen":
            group = max(group, 1) * 12
        elif word == "hundred":
            group = max(group, 1) * 100
        elif word in _LARGE:
            total, group = total + max(group, 1) * 10 ** _LARGE[word], 0
        else:
            group += _SMALL.get(word, 0) + _TENS.get(word, 0)
    value = total + group
    if _ORDERS.match(match.string, match.end()) is not None and 0 < value < _MOST_ORDERS:
        return NumberWord(match.start(), match.end(), ((value, 0), (1, value)))
    is_bare = words[0] in _LARGE and not match["cardinal"].lower().startswith("a")
    is_sure = value >= 2 or _ONE_UNIT.match(match.string, match.start()) is not None
    return NumberWord(match.start(), match.end(), ((value, 0),), is_sure and not is_bare)


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
