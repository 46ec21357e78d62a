"""
The numbers in a text, by value, read the same way in English, Japanese, Korean and Chinese.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from itertools import islice, pairwise
from operator import itemgetter
from typing import Final, Literal, NamedTuple, TypeAlias

from mlweekly._expressions import expression
from mlweekly.validation._analysis._vocabulary import listed
from mlweekly.validation._analysis._words import of_ordinary_width
from mlweekly.validation._translation._european_numbers import has_comma_decimals, values_at, with_points
from mlweekly.validation._translation._large_units import ASIAN_UNIT, DIGITS, ENGLISH_UNIT, in_english, in_groups
from mlweekly.validation._translation._markers import Marker
from mlweekly.validation._translation._measures import (
    TENTHS,
    multiplied_by_prefix,
    part_of_unit,
    with_unit_of_measure,
)
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
        is_ordinal: Whether it says which of a row, as `19th`, 第3 and 18世紀 do.
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
    is_ordinal: bool = False


MOST_FIGURES: Final = 5_000
"""
More figures than this make a text a table of data, whose figures are not compared; reading stops behind them.
"""

_DIGIT = expression("[0-9]")
_PLAIN_FIGURE = expression(rf"(?<![0-9])(?<![0-9]\.)(?P<digits>{DIGITS})(?![0-9])")
_FIGURE = expression(
    rf"(?P<version>(?<![0-9.])[0-9]{{1,9}}(?:\.[0-9]{{1,9}}){{2,9}}(?![0-9])|(?<![0-9/.])24/7(?![0-9/]))"
    rf"|(?<![0-9])(?<![0-9]\.)(?:(?P<factor>{DIGITS})[ ]?(?:[x×*·⋅]|\\times|\\cdot)[ ]?)?"
    r"10[ ]?(?:\^[ ]?\{?(?P<exponent>[-+]?[0-9]{1,3})(?![0-9])\}?|(?P<raised>⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})"
    r"|[ ]?[の의的][ ]?(?P<nth>-?[0-9]{1,3})[ ]?(?:乗|乘|次方|次幂|제곱|승))"
    r"|(?<![0-9])(?<![0-9]\.)(?P<scientific>[0-9]{1,20}(?:\.[0-9]{1,20})?[eE][-+]?[0-9]{1,3})(?![0-9A-Za-z])"
    rf"|{_PLAIN_FIGURE.pattern}"
)
# What is looked for in every text begins with a few characters, and with no look behind: so it is found fast.
_NOT_PLAIN = expression(
    r"[0-9](?:(?<=2)4/7|(?<=1)0[ ]?(?:\^|⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]|[ ]?[の의的])|[eE][-+]?[0-9]|\.[0-9]{1,9}\.[0-9])"
)
_FIRM_SPACE = expression("[\u00a0\u2009\u202f](?<=[0-9].)(?=[0-9]{3}(?![0-9]))")
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
_MAY_GO_ON = expression(r"[ -]?[ ]?(?:[$%\\A-Za-z]|[^\x00-\x7f])")
_MAY_BELONG = expression("[A-Za-z_第제之-]$|之 $")
_KIND = expression(
    r"[ -]?(?P<points>(?:\\?%|percent(?:age)?|per cent|パーセント|퍼센트|프로)[ -]?"
    r"(?:points?\b|pts?\b|p(?![a-z])|ポイント|포인트|点)"
    r"|pp(?![a-z])|points?\b(?![ -](?:scale|likert|rating|rubric|system))|pts\b|ポイント|포인트|[个個]?[ ]?百分[点點])"
    r"|[ -]?(?P<percent>\\?%|percent\b|per cent\b|パーセント|퍼센트|프로(?![가-힣]))",
    re.IGNORECASE,
)
_OF_HUNDRED = expression("百分之[ ]?$")
_BEFORE_ORDINAL = ("第", "제")
_LETTERS_AFTER = expression(r"[A-Za-z]+")
_MULTIPLES = frozenset(
    listed(
        "double doubles doubled doubling twofold twice triple triples tripled tripling threefold thrice fourfold"
        " fivefold quadruple quadruples quadrupled tenfold"
    )
)
_UNITS_OF_MEASURE = frozenset(
    listed(
        "ms s h hr hrs min d w x X GB MB TB KB PB Gb Mb Kb GiB MiB TiB Hz kHz KHz MHz GHz W kW MW kWh MWh V fps FPS px"
        " nm mm cm km g kg mg dB C F GPUs TFLOPs GFLOPs FLOPs tokens"
    )
)
_NAME_BEFORE = expression(r"(?:[A-Za-z][A-Za-z0-9.]*[-_])+$|[A-Za-z]+$")
_JOINED = expression("[A-Za-z_-]")
_LONGEST_NAME = 40
_LONGEST_FORMULA = 16
_BETWEEN_RANGE = expression(
    r"(?:[ ]?(?:-|–|—|~|〜|～|to|or|and|から|や|、|と|,|至|到|和|或|에서|부터|과|와|또는|및)[ ]?){1,2}", re.IGNORECASE
)
_STRICTLY_BETWEEN = expression("[ ]?(?:-|–|—|~|〜|～|to|から|至|到|에서)[ ]?", re.IGNORECASE)
_FARTHEST_OF_RANGE = 6


def numbers_in(
    text: str, folded: str, markers: Sequence[Marker], names: Sequence[tuple[int, int]], language: str | None
) -> tuple[Number, ...]:
    """
    Return the numbers of a text in their order, those of markers of lists left out.

    Args:
        text: The text.
        folded: The text in ordinary width.
        markers: Its markers of lists.
        names: Where its names with digits are.
        language: Its language, which decides what 兆 means.
    """
    # A space that does not break lines separates thousands, as an apostrophe does; an ordinary one is seldom meant so.
    respelled = folded if _FIRM_SPACE.search(text) is None else of_ordinary_width(_FIRM_SPACE.sub("'", text))
    if has_comma_decimals(language):
        respelled = with_points(respelled)
    if respelled != folded:
        folded, names = respelled, spans_of_names(respelled)
    marked = {offset for marker in markers for offset in range(marker.start, marker.end)}
    named = {offset for start, end in names for offset in range(start, end)}
    figures = list(islice(_figures(text, folded, marked, language), MOST_FIGURES + 1))
    numbers = [_in_its_place(number, folded, named) for number in _sharing_units(folded, figures)]
    taken = marked.union(*(range(number.start, number.end) for number in numbers))
    for word in number_words_in(folded, taken):
        values = tuple(normal(*value) for value in word.values)
        start, end = word.start, word.end
        numbers.append(
            Number(
                start,
                end,
                text[start:end],
                values,
                "word" if word.is_sure else "hint",
                is_times=text[start:end].lower() in _MULTIPLES or is_times(folded, start, end),
                is_ordinal=is_of_century(folded, end),
            )
        )
    return tuple(sorted(numbers, key=itemgetter(0)))


def _in_its_place(number: Number, folded: str, named: Container[int]) -> Number:
    """
    Return a number with what its place says of it; what is in a name or a citation may be left out.
    """
    start, end, weight = number.start, number.end, number.weight
    if weight == "figure" and (start in named or counts_nothing(folded, start, end)):
        weight = "hint"
    elif weight == "figure" and is_of_century(folded, end):
        weight = "word"
    return number._replace(
        weight=weight,
        is_negative=is_negative(folded, start),
        is_times=is_times(folded, start, end),
        is_ordinal=weight == "word",
    )


def _figures(text: str, folded: str, marked: set[int], language: str | None) -> Iterator[Number]:
    """
    Yield the numbers that are written with digits.
    """
    pattern = _PLAIN_FIGURE if _NOT_PLAIN.search(folded) is None else _FIGURE
    is_european = has_comma_decimals(language)
    position = 0
    while match := _next_figure(pattern, folded, position):
        start, position = match.span()
        if start in marked:
            continue
        if match.lastgroup == "digits":
            number = _european_figure(text, folded, match) if is_european else _figure(text, folded, match, language)
            position = number.end
            yield number
        elif match["version"] is not None:
            # 24/7 may be 24時間365日.
            parts = re.split("[./]", match["version"])
            for part in (*parts, *(["365"] if "/" in match["version"] else [])):
                yield Number(start, position, text[start:position], (value_of(part),), "hint")
        else:
            yield Number(start, position, text[start:position], (_power(match),))


def _next_figure(pattern: re.Pattern[str], folded: str, position: int) -> re.Match[str] | None:
    """
    Return the next figure: only at a digit, or at the point before it, one is tried.
    """
    while digit := _DIGIT.search(folded, position):
        start = digit.start()
        is_behind_point = start > position and folded[start - 1] == "."
        match = (pattern.match(folded, start - 1) if is_behind_point else None) or pattern.match(folded, start)
        if match is not None:
            return match
        position = start + 1
    return None


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
    start, end = match.span("digits")
    digits, value = match["digits"], value_of(match["digits"])
    if _MAY_GO_ON.match(folded, end) is None and _MAY_BELONG.search(folded, max(0, start - 2), start) is None:
        return Number(start, end, text[start:end], (value,), digits=digits)
    is_joined = _JOINED.match(folded[start - 1 : start]) is not None
    name = _NAME_BEFORE.search(folded, max(0, start - _LONGEST_NAME), start) if is_joined else None
    is_times = name is not None and name[0].lower() == "x" and folded[start - 2 : start - 1].isdecimal()
    is_in_name = name is not None and not (name[0].islower() and name[0].endswith("-"))
    # The unit of `$7$B` is behind the formula.
    is_formula = folded[end : end + 1] == "$" and "$" in folded[max(0, start - _LONGEST_FORMULA) : start]
    english = ENGLISH_UNIT.match(folded, end + is_formula)
    asian = None if is_in_name or english is not None else ASIAN_UNIT.match(folded, end)
    unit, values = "", tuple[Value, ...]((value,))
    weight = _weight(folded, start, end, is_in_name=is_in_name and not is_times)
    if english is not None:
        unit, end, values = english[0], english.end(), in_english(value, english)
        is_size = bool(english["letter"]) and name is not None and (name[0][-1] in "-_" or is_times)
        weight = "figure" if is_size or is_times or not is_in_name else "hint"
    elif asian is not None:
        weight = "figure"
        values, end, unit = in_groups(folded, start, value, asian, language)
        digits = digits if unit else ""
        values += multiplied_by_prefix(folded, end, values[0])
    elif not is_in_name or is_times:
        values = with_unit_of_measure(folded, end, value)
    kind, end = _kind(folded, start, end, is_formula=is_formula)
    part = part_of_unit(folded, end) if english is None else 0
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
        is_tenths = folded.startswith(TENTHS, following.end)
        if not ((following.unit or following.kind or is_tenths) and is_plain and is_near):
            continue
        if _BETWEEN_RANGE.fullmatch(folded, number.end, following.start) is None:
            continue
        if is_tenths:
            shared[index] = number._replace(values=with_unit_of_measure(folded, following.end, number.values[0]))
        elif following.unit and following.digits:
            significant, exponent = number.values[0]
            step = following.values[0][1] - value_of(following.digits)[1]
            shared[index] = number._replace(values=(normal(significant, exponent + step), *number.values))
        if following.kind is not None and _STRICTLY_BETWEEN.fullmatch(folded, number.end, following.start):
            shared[index] = shared[index]._replace(kind=following.kind)
    return shared
