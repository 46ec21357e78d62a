"""
The numbers in a text, by value.

Lives here: `Number`, and the reading of figures in English, Japanese, Korean and Chinese, the same way in all of them.
Must not know: any rule; the number words of a language; how a value is written.
"""

from __future__ import annotations

import re
from typing import Final, Literal, TypeAlias

from attrs import evolve, field, frozen

from mlweekly.validation._analysis._markers import Marker, markers_in
from mlweekly.validation._analysis._number_words import words_in
from mlweekly.validation._analysis._vocabulary import listed

__all__ = ["Number", "NumberKind", "NumberWeight", "Value", "normal", "numbers_in", "of_ordinary_width"]

Value: TypeAlias = tuple[int, int]
"""
An exact value as significant digits, which do not end in 0, and a power of ten: 1.5 billion is `(15, 8)`.
"""

NumberKind: TypeAlias = Literal["percent", "points"]

NumberWeight: TypeAlias = Literal["figure", "word", "hint"]
"""
"figure": digits that have to be kept; "word": a number in words, which may become a figure; "hint": what may stand for
a number, such as the digit in a name or the name of a month, and says nothing where it does not.
"""


@frozen(eq=False)
class Number:
    """
    A number in a text.

    Attributes:
        start: Where it begins.
        end: Where it ends.
        text: It, as written.
        values: What it can mean, the likeliest first.
        weight: How sure it is that this is a number.
        kind: Whether it counts percent, or points of percent.
        digits: The figure alone, with ordinary digits; empty where there is more than one, or none.
        unit: The unit that multiplies the figure, as written.
        part: The power of ten that a unit of measure is of the one that is named without it: -3 for milliseconds.
    """

    start: int
    end: int
    text: str
    values: tuple[Value, ...]
    weight: NumberWeight = "figure"
    kind: NumberKind | None = field(default=None, kw_only=True)
    digits: str = field(default="", kw_only=True)
    unit: str = field(default="", kw_only=True)
    part: int = field(default=0, kw_only=True)


_FOLDED: Final[dict[int, int | str]] = {
    **{code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)},
    **dict.fromkeys(map(ord, "\u00a0\u2009\u202f\u3000"), " "),
    **dict.fromkeys(map(ord, "\u2010\u2011\u2212"), "-"),
}
"""
One character for each that differs in width or form only, so that places hold.
"""

_OTHER_WIDTH = re.compile("[\uff01-\uff5e\u00a0\u2009\u202f\u3000\u2010\u2011\u2212]")

_DIGITS = r"(?:[0-9]{1,3}(?:,[0-9]{3}){1,9}(?:\.[0-9]{1,20})?|[0-9]{1,30}(?:\.[0-9]{1,20})?)"
_FIGURE = re.compile(
    rf"(?P<version>(?<![0-9.])[0-9]{{1,9}}(?:\.[0-9]{{1,9}}){{2,9}}(?![0-9])|(?<![0-9/.])24/7(?![0-9/]))"
    rf"|(?<![0-9])(?<![0-9]\.)(?:(?P<factor>{_DIGITS})[ ]?(?:[x×*·⋅]|\\times|\\cdot)[ ]?)?"
    r"10[ ]?(?:\^[ ]?\{?(?P<exponent>[-+]?[0-9]{1,3})(?![0-9])\}?|(?P<raised>⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})"
    r"|[ ]?[の의的][ ]?(?P<nth>-?[0-9]{1,3})[ ]?(?:乗|乘|次方|次幂|제곱|승))"
    r"|(?<![0-9])(?<![0-9]\.)(?P<scientific>[0-9]{1,20}(?:\.[0-9]{1,20})?[eE][-+]?[0-9]{1,3})(?![0-9A-Za-z])"
    rf"|(?<![0-9])(?<![0-9]\.)(?P<digits>{_DIGITS})(?![0-9])"
)
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
_EXPONENT_OF_UNIT: Final = {
    "十": 1,
    "百": 2,
    "千": 3,
    "万": 4,
    "萬": 4,
    "億": 8,
    "亿": 8,
    "兆": 12,
    "십": 1,
    "백": 2,
    "천": 3,
    "만": 4,
    "억": 8,
    "조": 12,
}
_ASIAN_UNIT = re.compile(
    r"[ ]?(?:[十百千]?(?:[万萬][亿億]|[万萬億亿兆])|千(?![克瓦米卡字])|百(?!分)|十(?!分))"
    r"|[십백천]?[만억조]|[십백천]|[ ](?:[만억])(?![가-힣])"
)
_NEXT_GROUP = re.compile(
    rf"(?P<digits>{_DIGITS})(?P<unit>{_ASIAN_UNIT.pattern})"
    rf"|[ ](?P<apart>{_DIGITS})(?P<hangul>[십백천]?[만억조]|[십백천])"
)
_LAST_GROUP = re.compile(r"(?P<digits>[0-9]{1,4})(?![0-9.,]*[0-9])(?![A-Za-z%])")
_LAST_KOREAN_GROUP = re.compile(r"[ ](?P<digits>[1-9][0-9]{2,3}|[1-9],[0-9]{3})(?![0-9.,]*[0-9])(?![A-Za-z%년])")
_ENGLISH_EXPONENTS: Final = {
    "hundred": 2,
    "thousand": 3,
    "million": 6,
    "billion": 9,
    "trillion": 12,
    "mn": 6,
    "mil": 6,
    "bn": 9,
    "tn": 12,
    "k": 3,
    "m": 6,
    "b": 9,
    "t": 12,
}
_ENGLISH_UNIT = re.compile(
    r"[ -]?(?:hundred[ -])?(?P<word>hundred|thousand|million|billion|trillion)(?![A-Za-z])"
    r"|[ ]?(?P<short>mn|bn|tn|mil)(?![A-Za-z0-9])|(?P<letter>[KMBTkmbt])(?![A-Za-z0-9]|-?bits?\b)"
    r"|[ ](?P<apart>[KMBT])(?![A-Za-z0-9'’-])",
    re.IGNORECASE,
)
_KIND = re.compile(
    r"[ -]?(?P<points>(?:\\?%|percent(?:age)?|per cent|パーセント|퍼센트|프로)[ -]?"
    r"(?:points?\b|pts?\b|p(?![a-z])|ポイント|포인트|点)"
    r"|pp(?![a-z])|points?\b|pts\b|ポイント|포인트|[个個]?[ ]?百分[点點])"
    r"|[ -]?(?P<percent>\\?%|percent\b|per cent\b|パーセント|퍼센트|프로(?![가-힣]))",
    re.IGNORECASE,
)
_OF_HUNDRED = re.compile("百分之[ ]?$")
_BEFORE_ORDINAL = ("第", "제")
_LETTERS_AFTER = re.compile(r"[A-Za-z]+")
_PREFIX_OF_UNIT = re.compile(
    r"[ -]?(?:(?P<kilo>kilo|キロ|킬로)|(?P<mega>mega|メガ|메가)|(?P<giga>giga|ギガ|기가)|(?P<tera>tera|テラ|테라))",
    re.IGNORECASE,
)
_EXPONENT_OF_PREFIX: Final = {"kilo": 3, "mega": 6, "giga": 9, "tera": 12}
_PART_OF_UNIT = re.compile(
    r"[ -]?(?:(?P<cent>cents?\b|セント|센트|美分)"
    r"|(?P<milli>m(?:illi)?s(?:ec(?:onds?)?)?(?![A-Za-z])|ミリ秒|밀리초|毫秒)"
    r"|(?P<micro>(?:micro|[µμu])s(?:ec(?:onds?)?)?(?![A-Za-z])|マイクロ秒|마이크로초|微秒))"
)
_EXPONENT_OF_PART: Final = {"cent": -2, "milli": -3, "micro": -6}
_ONLY = re.compile("만[ ](?:필요|유지|사용(?!자)|변|증가|감소|추가|활성|이용|학습(?!자)|남|차지|달성|있|하)")
_FRACTION_BEFORE = re.compile(r"(?:/|분의)[ ]?$")
_MOST_ORDERS = 10
_ORDERS_OF_MAGNITUDE = re.compile("[ -]orders?[ -]of[ -]magnitude", re.IGNORECASE)
_UNITS_OF_MEASURE = frozenset(
    listed(
        "ms s h hr hrs min d w x X GB MB TB KB PB Gb Mb Kb GiB MiB TiB Hz kHz KHz MHz GHz W kW MW kWh MWh V fps FPS px"
        " nm mm cm km g kg mg dB C F GPUs TFLOPs GFLOPs FLOPs tokens"
    )
)
_NAME_BEFORE = re.compile(r"(?:[A-Za-z][A-Za-z0-9.]*[-_])+$|[A-Za-z]+$")
_LONGEST_NAME = 40
_BETWEEN_RANGE = re.compile(
    r"(?:[ ]?(?:-|–|—|~|〜|～|to|or|and|から|や|、|と|,|至|到|和|或|에서|부터|과|와|또는|및)[ ]?){1,2}", re.IGNORECASE
)

_STRICTLY_BETWEEN = re.compile("[ ]?(?:-|–|—|~|〜|～|to|から|至|到|에서)[ ]?", re.IGNORECASE)
_FARTHEST_OF_RANGE = 6


def of_ordinary_width(text: str) -> str:
    """
    Return a text with one character for each that differs from an ordinary one in width or form only.

    >>> of_ordinary_width("（１．５Ｂ）")
    '(1.5B)'
    """
    return text if text.isascii() or _OTHER_WIDTH.search(text) is None else text.translate(_FOLDED)


def normal(digits: int, exponent: int) -> Value:
    """
    Return a value in its only form.

    >>> normal(1500, 6)
    (15, 8)
    """
    if not digits:
        return 0, 0
    written = str(digits)
    shorter = written.rstrip("0")
    return int(shorter), exponent + len(written) - len(shorter)


def numbers_in(text: str, language: str | None = None) -> tuple[Number, ...]:
    """
    Return the numbers of a text in their order, markers of lists such as `(1)` left out.

    >>> [number.values[0] for number in numbers_in("15億 = 1.5B = 1.5 billion = 15억 = １．５B")]
    [(15, 8), (15, 8), (15, 8), (15, 8), (15, 8)]

    Args:
        text: The text, with nothing but prose in it.
        language: Its tag; in Chinese, 兆 may mean a million.
    """
    folded = of_ordinary_width(text)
    markers = markers_in(folded)
    numbers = [*_figures(folded, language, markers)]
    taken = [(number.start, number.end) for number in numbers] + [(marker.start, marker.end) for marker in markers]
    for word in words_in(folded, taken):
        weight: NumberWeight = "word" if word.is_sure else "hint"
        numbers.append(Number(word.start, word.end, "", tuple(normal(*value) for value in word.values), weight))
    numbers.sort(key=lambda number: number.start)
    return tuple(evolve(number, text=text[number.start : number.end]) for number in numbers)


def _figures(folded: str, language: str | None, markers: tuple[Marker, ...]) -> list[Number]:
    """
    Return the numbers that are written with digits.
    """
    numbers: list[Number] = []
    marked = {place for marker in markers for place in range(marker.start, marker.end)}
    position = 0
    while match := _FIGURE.search(folded, position):
        position = match.end()
        if match.start() in marked:
            continue
        if match["version"] is not None:
            values = [_value_of(part) for part in re.split("[./]", match["version"])]
            numbers += [Number(match.start(), match.end(), "", (value,), "hint") for value in values]
            continue
        number = _power(match) if match["digits"] is None else _figure(folded, match, language)
        position = number.end
        numbers.append(number)
    return _sharing_units(folded, numbers)


def _value_of(digits: str) -> Value:
    whole, _, part = digits.replace(",", "").partition(".")
    return normal(int(whole + part), -len(part))


def _power(match: re.Match[str]) -> Number:
    if match["scientific"] is not None:
        digits, _, power = match["scientific"].lower().partition("e")
    else:
        digits, power = match["factor"] or "1", match["exponent"] or match["nth"] or match["raised"].translate(_RAISED)
    significant, exponent = _value_of(digits)
    return Number(match.start(), match.end(), "", (normal(significant, exponent + int(power)),), digits="")


def _figure(folded: str, match: re.Match[str], language: str | None) -> Number:
    """
    Return the number that begins with a figure, with all that belongs to it.
    """
    start, end = match.span("digits")
    value = _value_of(match["digits"])
    digits, unit = match["digits"], ""
    values: tuple[Value, ...] = (value,)
    weight: NumberWeight = "figure"
    name = _NAME_BEFORE.search(folded, max(0, start - _LONGEST_NAME), start)
    is_in_name = name is not None and not (name[0] == name[0].lower() and name[0].endswith("-"))
    is_times = name is not None and name[0].lower() == "x" and folded[start - 2 : start - 1].isdecimal()
    english = _ENGLISH_UNIT.match(folded, end)
    asian = None if is_in_name else _ASIAN_UNIT.match(folded, end)
    if english is not None:
        unit, end = english[0], english.end()
        values = _in_english(value, english)
        is_size = bool(english["letter"]) and name is not None and (name[0][-1] in "-_" or is_times)
        weight = "figure" if is_size or is_times or not is_in_name else "hint"
    elif asian is not None:
        only = _only(folded, start, asian, value)
        value, end, is_single = _in_groups(folded, value, asian)
        unit = asian[0] if is_single else ""
        digits = digits if is_single else ""
        is_million = unit == "兆" and _is_chinese(language)
        values = (value, normal(value[0], value[1] - 6)) if is_million else (value, *(only if is_single else ()))
    elif is_in_name and not is_times:
        weight = "hint"
    else:
        weight = "word" if folded[start - 1 : start] in _BEFORE_ORDINAL else _weight_before_letters(folded, end)
        values = _with_unit_of_measure(folded, end, value)
    kind, end = _kind(folded, start, end)
    measure = None if english is not None else _PART_OF_UNIT.match(folded, end)
    part = 0 if measure is None or measure.lastgroup is None else _EXPONENT_OF_PART[measure.lastgroup]
    return Number(start, end, "", values, weight, kind=kind, digits=digits, unit=unit, part=part)


def _only(folded: str, start: int, unit: re.Match[str], value: Value) -> tuple[Value, ...]:
    """
    Return what a figure before 만 means where that is the particle, "only", and no ten thousand.
    """
    if unit[0] != "만":
        return ()
    is_only = _FRACTION_BEFORE.search(folded, max(0, start - 4), start) or _ONLY.match(folded, unit.start())
    return (value,) if is_only else ()


def _is_chinese(language: str | None) -> bool:
    return language is not None and language.lower().partition("-")[0] == "zh"


def _in_english(value: Value, unit: re.Match[str]) -> tuple[Value, ...]:
    words = unit[0].lower().replace("-", " ").split()
    multiplied = normal(value[0], value[1] + sum(_ENGLISH_EXPONENTS[word] for word in words))
    is_doubtful = unit["apart"] is not None or unit["letter"] in ("m", "b", "t")
    if unit["letter"] in ("K", "k"):
        return multiplied, normal(value[0] * 1024, value[1])
    return (multiplied, value) if is_doubtful else (multiplied,)


def _in_groups(folded: str, value: Value, unit: re.Match[str]) -> tuple[Value, int, bool]:
    """
    Return the value of a figure with units such as 1億5000万, where it ends, and whether it has one unit only.
    """
    exponent, end = _exponent(unit[0]), unit.end()
    groups = [(value[0], value[1] + exponent)]
    while group := _NEXT_GROUP.match(folded, end):
        following = group["unit"] or group["hangul"]
        is_korean = folded[end - 1] in "십백천만억조"
        if _exponent(following) >= exponent or is_korean != (following[-1] in "십백천만억조"):
            break
        exponent, end = _exponent(following), group.end()
        significant, power = _value_of(group["digits"] or group["apart"])
        groups.append((significant, power + exponent))
    last = _LAST_GROUP.match(folded, end)
    if last is None and folded[end - 1] in "만억조":
        last = _LAST_KOREAN_GROUP.match(folded, end)
    if last is not None and len(rest := last["digits"].replace(",", "")) <= exponent:
        end = last.end()
        groups.append((int(rest), 0))
    lowest = min(power for _, power in groups)
    return normal(sum(digits * 10 ** (power - lowest) for digits, power in groups), lowest), end, len(groups) == 1


def _exponent(unit: str) -> int:
    return sum(_EXPONENT_OF_UNIT[character] for character in unit if character != " ")


def _weight_before_letters(folded: str, end: int) -> NumberWeight:
    letters = _LETTERS_AFTER.match(folded, end)
    if letters is None or letters[0] in _UNITS_OF_MEASURE:
        return "figure"
    if letters[0].lower() in ("st", "nd", "rd", "th"):
        return "word"
    is_name = letters[0] == "o" or letters[0][0].isupper()
    return "hint" if is_name else "figure"


def _with_unit_of_measure(folded: str, end: int, value: Value) -> tuple[Value, ...]:
    """
    Return what a figure means before 割, a tenth, before orders of magnitude and a unit such as megapixels.
    """
    if folded.startswith("割", end):
        return value, normal(value[0], value[1] + 1)
    if value[1] == 0 and value[0] < _MOST_ORDERS and _ORDERS_OF_MAGNITUDE.match(folded, end):
        return value, (1, value[0])
    prefix = _PREFIX_OF_UNIT.match(folded, end)
    if prefix is None or prefix.lastgroup is None:
        return (value,)
    return value, normal(value[0], value[1] + _EXPONENT_OF_PREFIX[prefix.lastgroup])


def _kind(folded: str, start: int, end: int) -> tuple[NumberKind | None, int]:
    match = _KIND.match(folded, end)
    if match is not None:
        return ("points" if match["points"] else "percent"), match.end()
    if _OF_HUNDRED.search(folded, max(0, start - 5), start):
        return "percent", end
    return None, end


def _sharing_units(folded: str, numbers: list[Number]) -> list[Number]:
    """
    Return the numbers, the first of `1-2 million` and of `10-20%` with what it shares with the second.
    """
    return [
        number if following is None else _sharing(folded, number, following)
        for number, following in zip(numbers, [*numbers, None][1:], strict=True)
    ]


def _sharing(folded: str, number: Number, following: Number) -> Number:
    is_plain = bool(number.digits) and not number.unit and number.kind is None and number.weight == "figure"
    is_near = is_plain and following.start - number.end <= _FARTHEST_OF_RANGE
    if not is_near or not _BETWEEN_RANGE.fullmatch(folded, number.end, following.start):
        return number
    shared = number
    if following.unit and following.digits:
        significant, exponent = number.values[0]
        step = following.values[0][1] - _value_of(following.digits)[1]
        shared = evolve(number, values=(normal(significant, exponent + step), *number.values))
    if following.kind is not None and _STRICTLY_BETWEEN.fullmatch(folded, number.end, following.start):
        shared = evolve(shared, kind=following.kind)
    return shared
