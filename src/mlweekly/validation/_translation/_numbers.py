"""
The numbers in a text, by value, read the same way in English, Japanese, Korean and Chinese.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from itertools import islice, pairwise
from typing import Final, Literal, NamedTuple, TypeAlias

from mlweekly.validation._analysis._vocabulary import listed
from mlweekly.validation._analysis._words import of_ordinary_width
from mlweekly.validation._translation._european_numbers import has_comma_decimals, values_at, with_points
from mlweekly.validation._translation._markers import Marker
from mlweekly.validation._translation._number_places import (
    counts_nothing,
    is_negative,
    is_of_century,
    is_times,
    spans_of_names,
)
from mlweekly.validation._translation._number_words import number_words_in
from mlweekly.validation._translation._values import Value, normal, value_of

__all__ = ["MOST_FIGURES", "Number", "NumberKind", "NumberWeight", "Value", "normal", "numbers_in", "value_of"]

NumberKind: TypeAlias = Literal["percent", "points"]

NumberWeight: TypeAlias = Literal["figure", "word", "hint"]
"""
"figure": digits that have to be kept; "word": a number in words, which may become a figure; "hint": what may stand for
a number, such as the digit in a name or the name of a month, and says nothing where it does not.
"""


class Number(NamedTuple):
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
        is_negative: Whether it is below zero.
        is_times: Whether it says how many times.
    """

    start: int
    end: int
    text: str
    values: tuple[Value, ...]
    weight: NumberWeight = "figure"
    kind: NumberKind | None = None
    digits: str = ""
    unit: str = ""
    part: int = 0
    is_negative: bool = False
    is_times: bool = False


MOST_FIGURES: Final = 5_000
"""
More figures than this make a text a table of data, whose figures are not compared; reading stops behind them.
"""

# Thousands are separated by commas, in TeX by `{,}` and `\\,`, in many languages by a space or an apostrophe.
_DIGITS = (
    r"(?:(?<![0-9][ ])[0-9]{1,3}(?:[ ][0-9]{3}){0,2}[ ][0-9]00(?![0-9]|[ ][0-9])"
    r"|[0-9]{1,3}(?:(?:,[0-9]{3}){1,9}|(?:\{,\}[0-9]{3}){1,9}|(?:\\,[0-9]{3}){1,9}|(?:['’][0-9]{3}){1,9})(?:\.[0-9]{1,20})?|[0-9]{1,30}(?:\.[0-9]{1,20})?"
    r"|(?<![0-9A-Za-z.)\]])\.[0-9]{1,20})"
)
_PLAIN_FIGURE = re.compile(rf"(?<![0-9])(?<![0-9]\.)(?P<digits>{_DIGITS})(?![0-9])")
_FIGURE = re.compile(
    rf"(?P<version>(?<![0-9.])[0-9]{{1,9}}(?:\.[0-9]{{1,9}}){{2,9}}(?![0-9])|(?<![0-9/.])24/7(?![0-9/]))"
    rf"|(?<![0-9])(?<![0-9]\.)(?:(?P<factor>{_DIGITS})[ ]?(?:[x×*·⋅]|\\times|\\cdot)[ ]?)?"
    r"10[ ]?(?:\^[ ]?\{?(?P<exponent>[-+]?[0-9]{1,3})(?![0-9])\}?|(?P<raised>⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})"
    r"|[ ]?[の의的][ ]?(?P<nth>-?[0-9]{1,3})[ ]?(?:乗|乘|次方|次幂|제곱|승))"
    r"|(?<![0-9])(?<![0-9]\.)(?P<scientific>[0-9]{1,20}(?:\.[0-9]{1,20})?[eE][-+]?[0-9]{1,3})(?![0-9A-Za-z])"
    rf"|{_PLAIN_FIGURE.pattern}"
)
_NOT_PLAIN = re.compile(r"24/7|10[ ]?(?:\^|⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]|[ ]?[の의的])|[0-9][eE][-+]?[0-9]|[0-9]\.[0-9]{1,9}\.[0-9]")
_FIRM_SPACE = re.compile("(?<=[0-9])[\u00a0\u2009\u202f](?=[0-9]{3}(?![0-9]))")
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
_MAY_GO_ON = re.compile(r"[ -]?[ ]?(?:[$%\\A-Za-z]|[^\x00-\x7f])")
_MAY_BELONG = re.compile("[A-Za-z_第제之-]$|之 $")
_EXPONENT_OF_UNIT: Final = {
    **dict(zip("十百千万萬億亿兆", (1, 2, 3, 4, 4, 8, 8, 12), strict=True)),
    **dict(zip("십백천만억조", (1, 2, 3, 4, 8, 12), strict=True)),
}
_HANGUL_UNITS = "십백천만억조"
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
    **dict.fromkeys(("k", "thousand"), 3),
    **dict.fromkeys(("m", "mn", "mil", "million"), 6),
    **dict.fromkeys(("b", "bn", "billion"), 9),
    **dict.fromkeys(("t", "tn", "trillion"), 12),
    "hundred": 2,
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
_PART_OF_UNIT = re.compile(
    r"[ -]?(?:(?P<cent>cents?\b|セント|센트|美分)"
    r"|(?P<milli>m(?:illi)?s(?:ec(?:onds?)?)?(?![A-Za-z])|ミリ秒|밀리초|毫秒)"
    r"|(?P<micro>(?:micro|[µμu])s(?:ec(?:onds?)?)?(?![A-Za-z])|マイクロ秒|마이크로초|微秒))"
)
_DECADE = re.compile("['’]?s(?![A-Za-z])|[ ]?年代|[ ]?년대")
_LARGE_UNIT = re.compile("[ ]?(?P<prefix>[kMGTP])(?:t|W|Wh|Hz|bps|bit|Pa|J|eV|V|L|pc|yr|ha)(?![A-Za-z])")
_EXPONENT_OF_LETTER: Final = dict(zip("kMGTP", (3, 6, 9, 12, 15), strict=True))
_EXPONENT_OF_PREFIX: Final = {"kilo": 3, "mega": 6, "giga": 9, "tera": 12, "cent": -2, "milli": -3, "micro": -6}
_ONLY = re.compile("만[ ](?:필요|유지|사용(?!자)|변|증가|감소|추가|활성|이용|학습(?!자)|남|차지|달성|있|하)")
_FRACTION_BEFORE = re.compile(r"(?:/|분의)[ ]?$")
_MULTIPLES = frozenset(
    listed(
        "double doubles doubled doubling twofold twice triple triples tripled tripling threefold thrice fourfold"
        " fivefold quadruple quadruples quadrupled tenfold"
    )
)
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
_LONGEST_FORMULA = 16
_BETWEEN_RANGE = re.compile(
    r"(?:[ ]?(?:-|–|—|~|〜|～|to|or|and|から|や|、|と|,|至|到|和|或|에서|부터|과|와|또는|및)[ ]?){1,2}", re.IGNORECASE
)
_STRICTLY_BETWEEN = re.compile("[ ]?(?:-|–|—|~|〜|～|to|から|至|到|에서)[ ]?", re.IGNORECASE)
_FARTHEST_OF_RANGE = 6


def numbers_in(text: str, folded: str, markers: Sequence[Marker], language: str | None) -> tuple[Number, ...]:
    """
    Return the numbers of a text in their order, those of markers of lists left out.

    Args:
        text: The text.
        folded: The text in ordinary width.
        markers: Its markers of lists.
        language: Its language, which decides what 兆 means.
    """
    # A space that does not break lines separates thousands, as an apostrophe does; an ordinary one is seldom meant so.
    if _FIRM_SPACE.search(text) is not None:
        folded = of_ordinary_width(_FIRM_SPACE.sub("'", text))
    if has_comma_decimals(language):
        folded = with_points(folded)
    marked = {offset for marker in markers for offset in range(marker.start, marker.end)}
    named = {offset for start, end in spans_of_names(folded) for offset in range(start, end)}
    figures = list(islice(_figures(text, folded, marked, language), MOST_FIGURES + 1))
    numbers = [_in_its_place(number, folded, named) for number in _sharing_units(folded, figures)]
    taken = marked.union(*(range(number.start, number.end) for number in numbers))
    for word in number_words_in(folded, taken):
        values = tuple(normal(*value) for value in word.values)
        words = text[word.start : word.end]
        weight: NumberWeight = "word" if word.is_sure else "hint"
        number = Number(word.start, word.end, words, values, weight)
        numbers.append(number._replace(is_times=words.lower() in _MULTIPLES or is_times(folded, word.start, word.end)))
    return tuple(sorted(numbers, key=_start))


def _in_its_place(number: Number, folded: str, named: Container[int]) -> Number:
    """
    Return a number with what its place says of it; what is in a name or a citation may be left out.
    """
    start, end = number.start, number.end
    if number.weight == "figure" and (start in named or counts_nothing(folded, start, end)):
        number = number._replace(weight="hint")
    elif number.weight == "figure" and is_of_century(folded, end):
        number = number._replace(weight="word")
    return number._replace(is_negative=is_negative(folded, start), is_times=is_times(folded, start, end))


def _start(number: Number) -> int:
    return number.start


def _figures(text: str, folded: str, marked: set[int], language: str | None) -> Iterator[Number]:
    """
    Yield the numbers that are written with digits.
    """
    pattern = _PLAIN_FIGURE if _NOT_PLAIN.search(folded) is None else _FIGURE
    position = 0
    while match := pattern.search(folded, position):
        start, position = match.span()
        if start in marked:
            continue
        if match.lastgroup == "digits":
            number = _figure(text, folded, match, language)
            position = number.end
            yield number
        elif match["version"] is not None:
            # 24/7 may be 24時間365日.
            parts = re.split("[./]", match["version"])
            for part in (*parts, *(["365"] if "/" in match["version"] else [])):
                yield Number(start, position, text[start:position], (value_of(part),), "hint")
        else:
            yield Number(start, position, text[start:position], (_power(match),))


def _power(match: re.Match[str]) -> Value:
    if match["scientific"] is not None:
        digits, _, power = match["scientific"].lower().partition("e")
    else:
        digits, power = match["factor"] or "1", match["exponent"] or match["nth"] or match["raised"].translate(_RAISED)
    significant, exponent = value_of(digits)
    return normal(significant, exponent + int(power))


def _figure(text: str, folded: str, match: re.Match[str], language: str | None) -> Number:
    """
    Return the number that begins with a figure, with all that belongs to it.
    """
    if has_comma_decimals(language):
        return _european_figure(text, folded, match)
    start, end = match.span("digits")
    digits, value = match["digits"], value_of(match["digits"])
    if _MAY_GO_ON.match(folded, end) is None and _MAY_BELONG.search(folded, max(0, start - 2), start) is None:
        return Number(start, end, text[start:end], (value,), digits=digits)
    name = _NAME_BEFORE.search(folded, max(0, start - _LONGEST_NAME), start)
    is_times = name is not None and name[0].lower() == "x" and folded[start - 2 : start - 1].isdecimal()
    is_in_name = name is not None and not (name[0].islower() and name[0].endswith("-"))
    # The unit of `$7$B` is behind the formula.
    is_formula = folded[end : end + 1] == "$" and "$" in folded[max(0, start - _LONGEST_FORMULA) : start]
    english = _ENGLISH_UNIT.match(folded, end + is_formula)
    asian = None if is_in_name or english is not None else _ASIAN_UNIT.match(folded, end)
    unit, values = "", tuple[Value, ...]((value,))
    weight = _weight(folded, start, end, is_in_name=is_in_name and not is_times)
    if english is not None:
        unit, end, values = english[0], english.end(), _in_english(value, english)
        is_size = bool(english["letter"]) and name is not None and (name[0][-1] in "-_" or is_times)
        weight = "figure" if is_size or is_times or not is_in_name else "hint"
    elif asian is not None:
        weight = "figure"
        values, end, unit = _in_groups(folded, start, value, asian, language)
        digits = digits if unit else ""
        large = _LARGE_UNIT.match(folded, end)
        if large is not None:
            values += (normal(values[0][0], values[0][1] + _EXPONENT_OF_LETTER[large["prefix"]]),)
    elif not is_in_name or is_times:
        values = _with_unit_of_measure(folded, end, value)
    kind, end = _kind(folded, start, end, is_formula=is_formula)
    measure = None if english is not None else _PART_OF_UNIT.match(folded, end)
    part = 0 if measure is None else _EXPONENT_OF_PREFIX[measure.lastgroup or ""]
    return Number(start, end, text[start:end], values, weight, kind, digits, unit, part)


def _european_figure(text: str, folded: str, match: re.Match[str]) -> Number:
    """
    Return the number that begins with a figure in a language with comma decimals.
    """
    start, end = match.span("digits")
    values, end = values_at(folded, match["digits"], end)
    kind, end = _kind(folded, start, end, is_formula=False)
    return Number(start, end, text[start:end], values, "figure", kind)


def _weight(folded: str, start: int, end: int, *, is_in_name: bool) -> NumberWeight:
    """
    Return the weight of a figure without a unit, by what is beside it.
    """
    if is_in_name:
        return "hint"
    letters = _LETTERS_AFTER.match(folded, end)
    if folded[start - 1 : start] in _BEFORE_ORDINAL or (letters and letters[0].lower() in ("st", "nd", "rd", "th")):
        return "word"
    is_figure = letters is None or letters[0] in _UNITS_OF_MEASURE or not (letters[0] == "o" or letters[0][0].isupper())
    return "figure" if is_figure else "hint"


def _in_english(value: Value, unit: re.Match[str]) -> tuple[Value, ...]:
    words = unit[0].lower().replace("-", " ").split()
    multiplied = normal(value[0], value[1] + sum(_ENGLISH_EXPONENTS[word] for word in words))
    if unit["letter"] in ("K", "k"):
        return multiplied, normal(value[0] * 1024, value[1])
    is_doubtful = unit["apart"] is not None or unit["letter"] in ("m", "b", "t")
    return (multiplied, value) if is_doubtful else (multiplied,)


def _in_groups(
    folded: str, start: int, value: Value, unit: re.Match[str], language: str | None
) -> tuple[tuple[Value, ...], int, str]:
    """
    Return what a figure with units such as 1億5000万 can mean, where it ends, and its unit if it has only one.
    """
    exponent, end = _exponent(unit[0]), unit.end()
    groups = [(value[0], value[1] + exponent)]
    while group := _NEXT_GROUP.match(folded, end):
        following = group["unit"] or group["hangul"]
        is_korean = folded[end - 1] in _HANGUL_UNITS
        if _exponent(following) >= exponent or is_korean != (following[-1] in _HANGUL_UNITS):
            break
        exponent, end = _exponent(following), group.end()
        significant, power = value_of(group["digits"] or group["apart"])
        groups.append((significant, power + exponent))
    last = _LAST_GROUP.match(folded, end)
    if last is None and folded[end - 1] in "만억조":
        last = _LAST_KOREAN_GROUP.match(folded, end)
    if last is not None and len(rest := last["digits"].replace(",", "")) <= exponent:
        end = last.end()
        groups.append((int(rest), 0))
    lowest = min(power for _, power in groups)
    total = normal(sum(digits * 10 ** (power - lowest) for digits, power in groups), lowest)
    if len(groups) > 1:
        return (total,), end, ""
    if unit[0] == "兆" and language is not None and language.lower().partition("-")[0] == "zh":
        return (total, normal(total[0], total[1] - 6)), end, unit[0]
    # 만 is also a particle, "only".
    is_only = _FRACTION_BEFORE.search(folded, max(0, start - 4), start) or _ONLY.match(folded, unit.start())
    return (total, value) if unit[0] == "만" and is_only else (total,), end, unit[0]


def _exponent(unit: str) -> int:
    return sum(_EXPONENT_OF_UNIT[character] for character in unit if character != " ")


def _with_unit_of_measure(folded: str, end: int, value: Value) -> tuple[Value, ...]:
    """
    Return what a figure means before 割, a tenth, before orders of magnitude and a unit such as megapixels.
    """
    if value[1] >= 1 and value[0] < 1000 and _DECADE.match(folded, end) is not None:
        digits = value[0] * 10 ** value[1]
        return ((digits, 0), normal(digits % 100, 0), normal(1900 + digits % 100, 0)) if digits < 2100 else (value,)
    if folded.startswith("割", end):
        return value, normal(value[0], value[1] + 1)
    if value[1] == 0 and value[0] < _MOST_ORDERS and _ORDERS_OF_MAGNITUDE.match(folded, end):
        return value, (1, value[0])
    large = _LARGE_UNIT.match(folded, end)
    if large is not None:
        return value, normal(value[0], value[1] + _EXPONENT_OF_LETTER[large["prefix"]])
    prefix = _PREFIX_OF_UNIT.match(folded, end)
    if prefix is None:
        return (value,)
    return value, normal(value[0], value[1] + _EXPONENT_OF_PREFIX[prefix.lastgroup or ""])


def _kind(folded: str, start: int, end: int, *, is_formula: bool) -> tuple[NumberKind | None, int]:
    match = _KIND.match(folded, end + (is_formula and folded[end : end + 1] == "$"))
    if match is not None:
        return ("points" if match["points"] else "percent"), match.end()
    return ("percent" if _OF_HUNDRED.search(folded, max(0, start - 5), start) else None), end


def _sharing_units(folded: str, numbers: list[Number]) -> list[Number]:
    """
    Return the numbers, the first of `1-2 million` and of `10-20%` with what it shares with the second.
    """
    shared = list(numbers)
    for index, (number, following) in enumerate(pairwise(numbers)):
        is_plain = number.digits and not number.unit and number.kind is None and number.weight == "figure"
        is_near = following.start - number.end <= _FARTHEST_OF_RANGE
        if not ((following.unit or following.kind) and is_plain and is_near):
            continue
        if _BETWEEN_RANGE.fullmatch(folded, number.end, following.start) is None:
            continue
        if following.unit and following.digits:
            significant, exponent = number.values[0]
            step = following.values[0][1] - value_of(following.digits)[1]
            shared[index] = number._replace(values=(normal(significant, exponent + step), *number.values))
        if following.kind is not None and _STRICTLY_BETWEEN.fullmatch(folded, number.end, following.start):
            shared[index] = shared[index]._replace(kind=following.kind)
    return shared
