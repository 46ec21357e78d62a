"""
English number words, read as a grammar: cardinals, ordinals, fractions, multiples, and units such as decades.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple, TypeAlias

from mlweekly._expressions import any_of, expression

__all__ = ["NumberWord", "Values", "counted", "english_number_words", "meant"]

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


def counted(words: str, first: int = 1, step: int = 1) -> dict[str, int]:
    """
    Return words with numbers that rise by a step.
    """
    return {word: first + step * index for index, word in enumerate(words.split())}


def meant(*lines: tuple[Values, str]) -> dict[str, Values]:
    """
    Return the words of each line with what they can mean.
    """
    return {word: values for values, words in lines for word in words.split()}


_ONES: Final = counted("one two three four five six seven eight nine")
_TEENS: Final = counted("ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen", first=10)
_TENS: Final = counted("twenty thirty forty fifty sixty seventy eighty ninety", first=20, step=10)
_ORDINALS: Final = {
    **counted("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"),
    **counted("thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth", first=13),
    **counted(
        "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth hundredth", first=20, step=10
    ),
}
_LARGE: Final = {"hundred": 2, "thousand": 3, "million": 6, "billion": 9, "trillion": 12}
_UNITS_OF_TIME: Final = {"decade": 10, "century": 100, "centurie": 100, "millennium": 1000, "dozen": 12}
_WORTH: Final = {**_ONES, **_TEENS, **_TENS, **_ORDINALS, "zero": 0}
_HINTS: Final = meant(
    (((0, 0),), "none nothing"),
    (((1, 0),), "firstly primary single once sole monolingual unified next another weekly"),
    (((2, 0),), "secondly both pair pairs paired pairwise dual twice double doubles doubled doubling twofold"),
    (((2, 0),), "bilingual binary bidirectional couple either neither former latter twin quadratic quadratically"),
    (((3, 0),), "thirdly thirds triple triples tripled tripling threefold thrice trilingual triplet triplets cubic"),
    (((4, 0), (25, 0)), "quarter quarters"),
    (((4, 0),), "fourthly fourfold quadruple quadruples quadrupled quadrupling quarterly"),
    (((5, 0),), "fifthly quintuple quintuples quintupled"),
    (((12, 0), (10, 0)), "dozens"),
    (((10, 0), (1, 1)), "decades decade tens teens teenager teenagers"),
    (((100, 0), (1, 0)), "hundredfold centuries century"),
    (((5, -1), (50, 0), (2, 0), (1, 0)), "half halves halved halving"),
    *((((number, 0),), f"{word}s") for word, number in _ORDINALS.items() if number > 3),
    *((((1, exponent),), f"{word} {word}s {word}fold") for word, exponent in _LARGE.items()),
)
_ORDER_OF_MAGNITUDE: Final = "order of magnitude"
_SURE_HINTS: Final = frozenset({"twice", "thrice"})
_MONTHS: Final = {
    **counted("January February March April May June July August September October November December"),
    **counted("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"),
    "Sept": 9,
}


_BELOW_100: Final = (
    rf"(?:(?:{any_of(_TENS)})(?:[ -](?:{any_of(_ONES)})(?![A-Za-z]))?|{any_of({**_TEENS, **_ONES})}|zero)"
)
_BELOW_1000: Final = (
    rf"(?:(?:(?:{_BELOW_100}|an?)[ -])?hundred(?:[ -](?:and[ -])?{_BELOW_100}(?![A-Za-z]))?|{_BELOW_100})"
)
_SCALE: Final = "(?:thousand|million|billion|trillion|dozen)"
_GROUP: Final = rf"(?:(?:{_BELOW_1000}|an?)(?P<half> and a half)?[ -])?{_SCALE}(?![A-Za-z])"
_NEXT_GROUP: Final = rf"(?:,?[ -](?:and[ -])?{_BELOW_1000}[ -]{_SCALE}(?![A-Za-z]))"
_CARDINAL: Final = expression(
    rf"(?:{_GROUP}{_NEXT_GROUP}{{0,4}}(?:[ -](?:and[ -])?{_BELOW_1000}(?![A-Za-z]))?|{_BELOW_1000})"
    rf"(?:[ -]?fold)?(?![A-Za-z])",
    re.IGNORECASE,
)
_ORDINAL: Final = expression(rf"(?:(?:{any_of(_TENS)})[ -])?(?:{any_of(_ORDINALS)})(?![A-Za-z])", re.IGNORECASE)
_HALF_OF: Final = expression(
    r"(?P<part>half|quarter)[ -](?:an?|of an?)"
    r"[ -](?P<unit>hundred|thousand|million|billion|trillion|dozen|decade|century)(?![A-Za-z])",
    re.IGNORECASE,
)
_HINT: Final = expression(rf"(?:{any_of((*_HINTS, _ORDER_OF_MAGNITUDE))})(?![A-Za-z])", re.IGNORECASE)
# No word that begins a number is shorter, but for the article of `a hundred`.
_LETTERS: Final = expression("[A-Za-z]{3,}")
_ARTICLE: Final = expression("(?<![A-Za-z])an?[ -]$", re.IGNORECASE)
_BEHIND_ARTICLE: Final = frozenset({*_LARGE, *(f"{word}fold" for word in _LARGE), "dozen"})
_FOLDS: Final = (f"{word}fold" for word in (*_ONES, *_TEENS, *_TENS))
_BEGINNINGS: Final = frozenset({*_WORTH, *_LARGE, *_HINTS, *_FOLDS, *map(str.lower, _MONTHS), "order", "dozen"})
_UNIT_BEHIND: Final = expression(r"[ -](?P<unit>decade|centurie|millennium|century)s?(?![A-Za-z])", re.IGNORECASE)
_HALF_BEHIND: Final = expression(r"[ -]and[ -]a[ -]half(?![A-Za-z])", re.IGNORECASE)
_PARTS_BEHIND: Final = expression(
    rf"[ -](?P<parts>{any_of([f'{word}s?' for word in _ORDINALS if _ORDINALS[word] > 2])}|quarters?)(?![A-Za-z])",
    re.IGNORECASE,
)
_ORDERS: Final = expression("[ -]orders?[ -]of[ -]magnitude", re.IGNORECASE)
_ONE_UNIT: Final = expression(r"one[ -](?:second|minute|hour|day|week|month|year|million|billion)s?\b", re.IGNORECASE)
_NO_ORDINAL_BEFORE: Final = expression(r"(?:(?:per|a|each|every)[ ]|[A-Za-z0-9]-)$", re.IGNORECASE)
_MOST_ORDERS: Final = 10


def english_number_words(text: str) -> Iterator[NumberWord]:
    """
    Yield the number words of an English text; only where a word begins one, the long expressions are tried.

    >>> [word.values for word in english_number_words("one and two hundred and five")]
    [((1, 0),), ((205, 0),)]
    """
    done = 0
    for letters in _LETTERS.finditer(text):
        lowered = letters[0].lower()
        if lowered not in _BEGINNINGS:
            continue
        start, end = letters.span()
        if letters[0] in _MONTHS:
            yield NumberWord(start, end, ((_MONTHS[letters[0]], 0),))
        if start < done:
            continue
        article = _ARTICLE.search(text, max(done, start - 3), start) if lowered in _BEHIND_ARTICLE else None
        first = start if article is None else article.start()
        word = _half_of(text, start) or _ordinal(text, start) or _cardinal(text, first) or _hint(text, start)
        if word is not None:
            done = word.end
            yield word


def _half_of(text: str, start: int) -> NumberWord | None:
    match = _HALF_OF.match(text, start)
    if match is None:
        return None
    unit = match["unit"].lower()
    share = 50 if match["part"].lower() == "half" else 25
    number = 10 ** _LARGE[unit] if unit in _LARGE else _UNITS_OF_TIME[unit]
    return NumberWord(start, match.end(), ((number * share // 100, 0), (share, -2), (share, 0), (1, 0)), is_sure=True)


def _ordinal(text: str, start: int) -> NumberWord | None:
    match = _ORDINAL.match(text, start)
    if match is None:
        return None
    number = sum(_WORTH[word] for word in re.split("[ -]", match[0].lower()))
    # `a second` and `four-second` may be times, `a third` a part, and `first` is said where nothing is counted.
    is_vague = number in (1, 10) or (number == 2 and _NO_ORDINAL_BEFORE.search(text, max(0, start - 6), start))
    return NumberWord(start, match.end(), ((number, 0),), not is_vague)


def _hint(text: str, start: int) -> NumberWord | None:
    match = _HINT.match(text, start)
    if match is None:
        return None
    word = match[0].lower()
    if word == _ORDER_OF_MAGNITUDE:
        return NumberWord(start, match.end(), ((1, 1), (1, 0)))
    return NumberWord(start, match.end(), _HINTS[word], word in _SURE_HINTS)


def _cardinal(text: str, start: int) -> NumberWord | None:
    match = _CARDINAL.match(text, start)
    if match is None:
        return None
    words = [word for word in re.split("[ ,-]+", match[0].lower()) if word not in ("a", "an", "and", "fold")]
    value = _sum(word.removesuffix("fold") for word in words)
    end, half = match.end(), match["half"]
    if half is not None:
        scale = next(word for word in words if word in _LARGE and word != "hundred")
        value, half_end = _sum([*words[: words.index("half")], scale]) + 10 ** _LARGE[scale] // 2, end
        return NumberWord(start, half_end, ((value, 0),), is_sure=True)
    behind = _HALF_BEHIND.match(text, end)
    if behind is not None:
        return NumberWord(start, behind.end(), ((10 * value + 5, -1), (value, 0)), is_sure=value > 1)
    is_bare = words[0] in _LARGE and match[0].lower()[0] != "a"
    is_sure = (value >= 2 or _ONE_UNIT.match(text, start) is not None) and not is_bare
    return NumberWord(start, end, _with_unit(text, end, value), is_sure)


def _with_unit(text: str, end: int, value: int) -> Values:
    """
    Return what a number means before `decades`, `orders of magnitude`, and before the parts of a fraction.
    """
    if _ORDERS.match(text, end) is not None and 0 < value < _MOST_ORDERS:
        return (value, 0), (1, value)
    unit = _UNIT_BEHIND.match(text, end)
    if unit is not None:
        worth = value * _UNITS_OF_TIME[unit["unit"].lower()]
        # Three centuries are 3世紀 or 300年; two decades are only 20年.
        return ((worth, 0),) if unit["unit"].lower() == "decade" else ((value, 0), (worth, 0))
    parts = _PARTS_BEHIND.match(text, end)
    if parts is not None:
        whole = _ORDINALS.get(parts["parts"].lower().removesuffix("s"), 4)
        return ((value, 0), (value * 100 // whole, 0)) if value * 100 % whole == 0 else ((value, 0),)
    return ((value, 0),)


def _sum(words: Iterable[str]) -> int:
    total = group = 0
    for word in words:
        if word == "dozen":
            group = max(group, 1) * 12
        elif word == "hundred":
            group = max(group, 1) * 100
        elif word in _LARGE:
            total, group = total + max(group, 1) * 10 ** _LARGE[word], 0
        else:
            group += _WORTH.get(word, 0)
    return total + group
