"""
Figures in languages that write a comma before decimals, and their words for thousands and millions.
"""

from __future__ import annotations

import re
from typing import Final

from mlweekly._expressions import expression
from mlweekly.validation._analysis._vocabulary import listed
from mlweekly.validation._analysis._words import primary
from mlweekly.validation._translation._values import Value, normal, value_of

__all__ = ["has_comma_decimals", "knows_words", "values_at", "with_points"]

_COMMA_LANGUAGES: Final = frozenset(listed("cs da de es fi fr id it nb nl no pl pt ro ru sv tr uk vi"))
_LANGUAGES_WITH_WORDS: Final = frozenset(listed("en ja ko zh"))
_MARK: Final = expression(r"(?<=[0-9])[.,](?=[0-9])")
_OTHER_MARK: Final = {".": ",", ",": "."}
_UNITS: Final[tuple[tuple[tuple[int, ...], str], ...]] = (
    ((12,), "Billionen|billón|billones|trilhões|trilhão|трлн|триллион[а-я]*|(?:nghìn|ngàn) (?:tỷ|tỉ)|trilyon"),
    ((9,), "Milliarden?|Mrd|milliards?|mil millones|mil milhões|bilhões|bilhão|miliard[ioaeyów]*|miliar|mld"),
    ((9,), "млрд|миллиард[а-я]*|мільярд[а-яі]*|tỷ|tỉ|milyar|miljard[a-z]*"),
    # A French and a German billion are a million millions; who translates may have meant the English one.
    ((9, 12), "billions?"),
    ((6,), "Millionen|Million|Mio|millions?|millones|millón|milhões|milhão|milion[a-ióeyów]*|млн|миллион[а-я]*"),
    ((6,), "мільйон[а-яі]*|triệu|milyon|miljoen|juta|mln"),
    ((3,), "tausend|Tsd|mille|mil|тыс|тысяч[а-я]*|тисяч[а-яі]*|nghìn|ngàn|bin|duizend|ribu|tys"),
)
_UNIT: Final = expression(
    rf"[ -]?(?:{'|'.join(f'(?P<u{index}>{words})' for index, (_, words) in enumerate(_UNITS))})\.?(?!\w)",
    re.IGNORECASE,
)
_THREE_BEHIND_MARK: Final = expression("[0-9]{1,3}[.,][0-9]{3}")
_LETTER: Final = expression(r"(?P<letter>[KMBTkmbt])(?!\w|-?bits?\b)")
_EXPONENT_OF_LETTER: Final = {"k": 3, "m": 6, "b": 9, "t": 12}


def has_comma_decimals(language: str | None) -> bool:
    """
    Return whether a language writes 1,5 for one and a half.
    """
    return primary(language) in _COMMA_LANGUAGES


def knows_words(language: str | None) -> bool:
    """
    Return whether the number words of a language are read.
    """
    return primary(language) in _LANGUAGES_WITH_WORDS


def with_points(folded: str) -> str:
    """
    Return a text with English marks in its figures, of the same length.

    >>> with_points("12.000 und 1,5")
    '12,000 und 1.5'
    """
    return _MARK.sub(lambda match: _OTHER_MARK[match[0]], folded)


def values_at(folded: str, digits: str, end: int) -> tuple[tuple[Value, ...], int]:
    """
    Return what a figure can mean, the likeliest first, and where it ends with its unit.

    Args:
        folded: The text, with English marks in its figures.
        digits: The figure.
        end: Where it ends.
    """
    significant, exponent = value_of(digits)
    unit, letter = _UNIT.match(folded, end), _LETTER.match(folded, end)
    if unit is not None:
        powers = _UNITS[int((unit.lastgroup or "u0")[1:])][0]
        return tuple(normal(significant, exponent + power) for power in powers), unit.end()
    if letter is not None:
        return (normal(significant, exponent + _EXPONENT_OF_LETTER[letter["letter"].lower()]),), letter.end()
    value = normal(significant, exponent)
    if _THREE_BEHIND_MARK.fullmatch(digits) is None:
        return (value,), end
    # 1.234 is read as it should be written, and as it is in English: many a translation keeps its marks.
    return (value, normal(significant, exponent + (-3 if "," in digits else 3))), end
