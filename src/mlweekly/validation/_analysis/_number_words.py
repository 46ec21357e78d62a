"""
Numbers in words.

Lives here: what English, Japanese, Korean and Chinese words can mean as numbers.
Must not know: figures; any rule.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from mlweekly.validation._analysis._vocabulary import listed

__all__ = ["NumberWord", "words_in"]


class NumberWord(NamedTuple):
    """
    A word that is a number, or may be one.

    Attributes:
        start: Where it begins.
        end: Where it ends.
        values: What it can mean: digits and a power of ten.
        is_sure: Whether it is a number from two on and nothing else.
    """

    start: int
    end: int
    values: tuple[tuple[int, int], ...]
    is_sure: bool = False


_SMALL: Final = {
    word: value
    for value, word in enumerate(
        listed(
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
            " seventeen eighteen nineteen"
        )
    )
}
_TENS: Final = {
    word: 10 * value
    for value, word in enumerate(listed("twenty thirty forty fifty sixty seventy eighty ninety"), start=2)
}
_LARGE: Final = {"hundred": 2, "thousand": 3, "million": 6, "billion": 9, "trillion": 12}
_HINTS: Final[dict[str, tuple[tuple[int, int], ...]]] = {
    **{word: ((value, 0),) for value, word in enumerate(listed("first second third fourth fifth sixth seventh"), 1)},
    "eighth": ((8, 0),),
    "ninth": ((9, 0),),
    "tenth": ((10, 0),),
    "firstly": ((1, 0),),
    "secondly": ((2, 0),),
    "thirdly": ((3, 0),),
    "fourthly": ((4, 0),),
    "thirds": ((3, 0),),
    "fifths": ((5, 0),),
    "primary": ((1, 0),),
    **dict.fromkeys(("single", "once", "sole", "monolingual", "unified", "next", "another"), ((1, 0),)),
    **dict.fromkeys(
        ("both", "pair", "pairs", "paired", "pairwise", "dual", "twice", "double", "doubles", "doubled"), ((2, 0),)
    ),
    **dict.fromkeys(
        ("doubling", "twofold", "bilingual", "binary", "bidirectional", "couple", "either", "twin"), ((2, 0),)
    ),
    **dict.fromkeys(("triple", "triples", "tripled", "threefold", "thrice", "trilingual", "triplet"), ((3, 0),)),
    **dict.fromkeys(("fourfold", "quadruple", "quadrupled"), ((4, 0),)),
    "fivefold": ((5, 0),),
    "tenfold": ((10, 0),),
    "decade": ((10, 0),),
    "decades": ((10, 0),),
    **dict.fromkeys(("hundredfold", "century"), ((100, 0),)),
    **dict.fromkeys(("half", "halves", "halved", "halving"), ((5, -1), (50, 0), (2, 0), (1, 0))),
    **dict.fromkeys(("quarter", "quarters"), ((25, -2), (25, 0), (4, 0), (1, 0))),
    "dozen": ((12, 0),),
    "dozens": ((12, 0),),
    "weekly": ((1, 0),),
    "none": ((0, 0),),
    "order of magnitude": ((1, 1), (1, 0)),
    **{word: ((1, exponent),) for word, exponent in _LARGE.items()},
    **{f"{word}s": ((1, exponent),) for word, exponent in _LARGE.items()},
}
_ORDINALS = re.compile(
    r"(?<!per )(?<!a )(?<!each )(?<!every )second|third|(?:four|fif|six|seven|eigh|nin|ten)th|twice|thrice",
    re.IGNORECASE,
)
_ONE_UNIT = re.compile(r"one[ -](?:second|minute|hour|day|week|month|year|million|billion)s?\b", re.IGNORECASE)
_ORDERS = re.compile("[ -]orders?[ -]of[ -]magnitude", re.IGNORECASE)
_MOST_ORDERS = 10
_MONTHS: Final = {
    name: month
    for month, names in enumerate(
        [
            "January Jan",
            "February Feb",
            "March Mar",
            "April Apr",
            "May",
            "June Jun",
            "July Jul",
            "August Aug",
            "September Sept Sep",
            "October Oct",
            "November Nov",
            "December Dec",
        ],
        start=1,
    )
    for name in names.split()
}
_CARDINAL = "|".join([*_SMALL, *_TENS, *_LARGE, "dozen"])
_ENGLISH = re.compile(
    rf"(?<![A-Za-z])(?:(?P<cardinal>(?:(?:a|an)[ ](?=hundred|thousand|million|billion|trillion|dozen))?"
    rf"(?:{_CARDINAL})(?:(?:[ -]|[ ]and[ ])(?:{_CARDINAL})){{0,8}})(?:[ -]fold)?(?![A-Za-z])"
    rf"|(?P<hint>{'|'.join(sorted(_HINTS, key=len, reverse=True))})(?![A-Za-z]))",
    re.IGNORECASE,
)
_MONTH = re.compile(rf"(?<![A-Za-z])(?:{'|'.join(sorted(_MONTHS, key=len, reverse=True))})(?![A-Za-z])")

_HAN_DIGITS: Final = {
    **{character: value for value, character in enumerate("零一二三四五六七八九")},
    "〇": 0,
    "两": 2,
    "兩": 2,
    "俩": 2,
}
_HAN_UNITS: Final = {"十": 1, "百": 2, "千": 3}
_HAN_MYRIADS: Final = {"万": 4, "萬": 4, "億": 8, "亿": 8, "兆": 12}
_HAN = re.compile(
    "(?<![数數几幾何上成近])(?:[〇零一二三四五六七八九十百千两兩俩]|万亿|萬億)[〇零一二三四五六七八九十百千两兩万萬億亿兆]{0,20}"
)
_TENTHS = re.compile("([一二两三四五六七八九])成(?=[^果本员長长功为為立分熟就績绩效]|$)")
_AND_A_HALF = re.compile(
    "(?P<whole>[0-9]{1,4}|[一二两三四五六七八九十]|한|두|세|네)[ ]?"
    "(?:年|ヶ月|か月|時間|日|週間|倍|个|個|小时|天|周|년|개월|달|시간|주|배)?[ ]?(?P<half>半|반(?![가-힣]))(?![導导])"
)
_NOT_HAN_NUMBERS = re.compile("十分(?!之)|百分|千[差瓦克米卡字]|百科|一二|七八")
_ASIAN_HINTS: Final[dict[str, tuple[tuple[int, int], ...]]] = {
    **dict.fromkeys(("半分", "半数", "半减", "半減", "一半", "절반", "반으로"), ((5, -1), (50, 0))),
    **dict.fromkeys(
        ("両方", "両者", "双方", "両", "双", "ペア", "둘", "양방향", "양쪽", "양측", "쌍", "이중", "翻倍", "倍増"),
        ((2, 0),),
    ),
    **dict.fromkeys(
        ("単一", "单一", "하나", "단일", "최초", "처음", "우선", "먼저", "首先", "首个", "初の", "ひとつ", "まず"),
        ((1, 0),),
    ),
    **dict.fromkeys(("其次", "ふたつ", "둘째", "두번째", "次に", "つぎに"), ((2, 0),)),
    **dict.fromkeys(("셋", "셋째", "삼중"), ((3, 0),)),
    "넷": ((4, 0),),
    "다섯": ((5, 0),),
    "여섯": ((6, 0),),
    "일곱": ((7, 0),),
    "여덟": ((8, 0),),
    "아홉": ((9, 0),),
    "スリー": ((3, 0),),
    "ツー": ((2, 0),),
    "ワン": ((1, 0),),
    "ゼロ": ((0, 0),),
    "제로": ((0, 0),),
    "첫": ((1, 0),),
    "ハーフ": ((5, -1),),
    "ダース": ((12, 0),),
}
_ASIAN = re.compile("|".join(sorted(_ASIAN_HINTS, key=len, reverse=True)))
_KOREAN_NATIVE: Final = {
    word: value
    for value, word in (
        *enumerate(listed("한 두 세 네 다섯 여섯 일곱 여덟 아홉"), start=1),
        *((10 * tens, word) for tens, word in enumerate(listed("열 스물 서른 마흔 쉰 예순 일흔 여든 아흔"), start=1)),
        (20, "스무"),
    )
}
_KOREAN = re.compile(
    "(?<![가-힣])(?:(?P<native>(?P<tens>열|스물|서른|마흔|쉰|예순|일흔|여든|아흔)(?P<ones>한|두|세|네|다섯|여섯|일곱|여덟|아홉)?"
    "|한|두|세|네|스무)(?=[ ]|가지|개|번|배|명|편|종|단계|차례|째)"
    "|(?P<sino>[일이삼사오육칠팔구]?[십백천][일이삼사오육칠팔구십백천만억조]{0,12}|[일이삼사오육칠팔구](?=단계|차원|분의|인칭|세대)"
    "|일?[만억조](?=[ ]?(?:개|명|건|장|배|달러|시간)))"
    "(?=여?[ ]?(?:개|명|건|편|토큰|배|가지|번|단계|차원|분의|달러|시간|장|권|줄|인칭|세대))"
    "|(?P<round>[십백천][만억조])(?![가-힣]))"
)
_KOREAN_DIGITS: Final = {character: value for value, character in enumerate("일이삼사오육칠팔구", start=1)}
_KOREAN_UNITS: Final = {"십": 1, "백": 2, "천": 3}
_KOREAN_MYRIADS: Final = {"만": 4, "억": 8, "조": 12}
_KANA_OR_HAN_OR_HANGUL = re.compile("[ぁ-ヿ一-鿿가-힣]")


def words_in(text: str, taken: Sequence[tuple[int, int]]) -> Iterator[NumberWord]:
    """
    Yield the number words of a text, but for those that stand in a place that is taken.

    >>> [(word.values, word.is_sure) for word in words_in("two hundred", ())]
    [(((200, 0),), True)]
    """
    places = {place for start, end in taken for place in range(start, end)}
    for word in _all_words(text):
        if word.start not in places:
            yield word


def _all_words(text: str) -> Iterator[NumberWord]:
    for match in _ENGLISH.finditer(text):
        if match["cardinal"] is not None:
            yield _english(match)
        else:
            is_sure = _ORDINALS.fullmatch(text, match.start(), match.end()) is not None
            yield NumberWord(match.start(), match.end(), _HINTS[match["hint"].lower()], is_sure=is_sure)
    for match in _MONTH.finditer(text):
        yield NumberWord(match.start(), match.end(), ((_MONTHS[match[0]], 0),))
    if _KANA_OR_HAN_OR_HANGUL.search(text) is not None:
        yield from _asian_words(text)


def _asian_words(text: str) -> Iterator[NumberWord]:
    for match in _ASIAN.finditer(text):
        yield NumberWord(match.start(), match.end(), _ASIAN_HINTS[match[0]])
    for match in _HAN.finditer(text):
        if _NOT_HAN_NUMBERS.match(text, match.start()) is None:
            yield _asian(match, match[0], _HAN_DIGITS, _HAN_UNITS, _HAN_MYRIADS)
    for match in _TENTHS.finditer(text):
        tenths = _HAN_DIGITS[match[1]]
        yield NumberWord(match.start(), match.end(), ((tenths, -1), (10 * tenths, 0)))
    for match in _AND_A_HALF.finditer(text):
        whole = match["whole"]
        number = int(whole) if whole.isdecimal() else {**_HAN_DIGITS, "十": 10, **_KOREAN_NATIVE}[whole]
        yield NumberWord(*match.span("half"), ((10 * number + 5, -1),))
    for match in _KOREAN.finditer(text):
        if match["native"] is not None:
            parts = [match["tens"], match["ones"]] if match["tens"] else [match["native"]]
            yield NumberWord(match.start(), match.end(), ((sum(_KOREAN_NATIVE[each] for each in parts if each), 0),))
        else:
            word = match["sino"] or match["round"]
            number_word = _asian(match, word, _KOREAN_DIGITS, _KOREAN_UNITS, _KOREAN_MYRIADS)
            yield number_word if match["sino"] else number_word._replace(is_sure=False)


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
    is_bare = words[0] in _LARGE and not match["cardinal"].lower().startswith("a")
    orders = _ORDERS.match(match.string, match.end())
    if orders is not None and 0 < total + group < _MOST_ORDERS:
        return NumberWord(match.start(), match.end(), ((total + group, 0), (1, total + group)))
    is_sure = total + group >= 2 or _ONE_UNIT.match(match.string, match.start()) is not None
    return NumberWord(match.start(), match.end(), ((total + group, 0),), is_sure and not is_bare)


def _asian(
    match: re.Match[str], word: str, digits: dict[str, int], units: dict[str, int], myriads: dict[str, int]
) -> NumberWord:
    """
    Return the number that a row of Han or Hangul numerals is: 三千五百万, 이백만.
    """
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
