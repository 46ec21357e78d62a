"""
A value written in the form of another number: with its digits, separators and units.
"""

from __future__ import annotations

import re
from typing import Final, TypeAlias

from mlweekly._expressions import expression
from mlweekly.validation._analysis._words import of_ordinary_width
from mlweekly.validation._translation._numbers import Number, Value, value_of

__all__ = ["in_form_of"]

_FULL_WIDTH: Final = {code: code + 0xFEE0 for code in map(ord, "0123456789.,")}
_RAISED: Final = str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")
_Family: TypeAlias = tuple[tuple[str, int], ...]
_LATIN_FAMILIES: Final[tuple[_Family, ...]] = (
    (("K", 3), ("M", 6), ("B", 9), ("T", 12)),
    (("k", 3), ("m", 6), ("b", 9), ("t", 12)),
    (("thousand", 3), ("million", 6), ("billion", 9), ("trillion", 12)),
)
_KOREAN: Final[_Family] = (("만", 4), ("억", 8), ("조", 12))
_ASIAN_FAMILIES: Final[tuple[_Family, ...]] = (
    _KOREAN,
    (("万", 4), ("亿", 8), ("万亿", 12)),
    (("萬", 4), ("億", 8), ("兆", 12)),
    (("万", 4), ("億", 8), ("兆", 12)),
)
_ASIAN: Final = "万萬億亿兆만억조"
_FIGURES = expression("[0-9０-９](?:(?:[0-9０-９.,，．]|[ \u00a0\u2009\u202f'’](?=[0-9]{3}))*[0-9０-９])?")
_MOST_DECIMALS = 4
_HIGHEST_EXPONENT = 18


def in_form_of(number: Number, value: Value, language: str | None = None) -> str | None:
    """
    Return a value as it would be written in the place of a number, or None where its form cannot say it.

    >>> from mlweekly.validation._translation._numbers import numbers_in
    >>> in_form_of(numbers_in("70億", "70億", (), (), "ja")[0], (7, 10), "ja")
    '700億'
    """
    if not -_HIGHEST_EXPONENT <= value[1] <= _HIGHEST_EXPONENT:
        return None
    if number.digits and not number.unit:
        return _with_figure(number, _plain(value, grouped="," in number.digits))
    if number.digits:
        return _with_unit(number, value, _family_of(number.unit, language))
    figures = _FIGURES.match(number.text)
    if figures is None:
        return None
    rest = of_ordinary_width(number.text[figures.end() :])
    if "^" in number.text or figures.end() == len(number.text) - 1 or rest.strip("⁰¹²³⁴⁵⁶⁷⁸⁹⁻") == "":
        return _with_power(number, value)
    family = _family_of("".join(character for character in number.text if character in _ASIAN), language)
    return _in_groups(number, value, family) if family else None


def _family_of(units: str, language: str | None) -> _Family:
    """
    Return the units that go with those at hand.
    """
    own = units.strip(" -").rpartition(" ")[2]
    families = [each for each in _ASIAN_FAMILIES if own and all(unit in "".join(dict(each)) for unit in own)]
    families = families or [each for each in _LATIN_FAMILIES if own in dict(each)]
    if not families:
        return _KOREAN if any(character in "십백천" for character in own) else ()
    is_chinese = language is not None and language.lower().startswith("zh")
    return families[0 if is_chinese else -1]


def _with_figure(number: Number, figure: str, unit: str | None = None) -> str | None:
    """
    Return the text of a number with another figure, and where it has one, another unit.
    """
    old = _FIGURES.search(number.text)
    if old is None:
        return None
    rest = number.text[old.end() :]
    if unit is not None:
        rest = unit + rest[len(number.unit) :]
    return number.text[: old.start()] + (figure if old[0].isascii() else figure.translate(_FULL_WIDTH)) + rest


def _with_unit(number: Number, value: Value, family: _Family) -> str | None:
    """
    Return the value with the unit at hand, or where that makes an odd figure, with the next fitting one of its kind.
    """
    exponent = number.values[0][1] - value_of(number.digits)[1]
    smallest_step = min((power for _, power in family), default=3)
    is_grouped = "," in number.digits
    for unit, power in ((number.unit.strip(" -"), exponent), *reversed(family), ("", 0)):
        mantissa = (value[0], value[1] - power)
        size = len(str(mantissa[0])) + mantissa[1]
        if 0 < size <= smallest_step and -mantissa[1] <= _MOST_DECIMALS:
            before = number.unit[: len(number.unit) - len(number.unit.lstrip(" -"))] if unit else ""
            return _with_figure(number, _plain(mantissa, grouped=is_grouped), before + unit)
    return _with_figure(number, _plain(value, grouped=True), "")


def _plain(value: Value, *, grouped: bool) -> str:
    digits, exponent = value
    whole, part = str(digits) + "0" * exponent, ""
    if exponent < 0:
        written = whole.rjust(1 - exponent, "0")
        whole, part = written[:exponent], written[exponent:]
    whole = f"{int(whole):,}" if grouped else whole
    return f"{whole}.{part}" if part else whole


def _with_power(number: Number, value: Value) -> str | None:
    """
    Return a text such as 3×10^4 with the exponent of the value.
    """
    before, base, after = number.text.rpartition("10")
    factor = _FIGURES.match(before)
    digits, exponent = value_of(of_ordinary_width(factor[0])) if factor is not None else (1, 0)
    if not base or digits != value[0]:
        return None
    power = str(value[1] - exponent)
    return before + base + (re.sub("[-+]?[0-9]+", power, after, count=1) if "^" in after else power.translate(_RAISED))


def _in_groups(number: Number, value: Value, family: _Family) -> str | None:
    """
    Return a whole value as a row of figures with units, such as 1億5000万, with spaces and commas as the number has.
    """
    digits, exponent = value
    if exponent < 0:
        return None
    parts: list[str] = []
    rest = digits * 10**exponent
    for unit, power in (*reversed(family), ("", 0)):
        figure, rest = divmod(rest, 10**power)
        if figure:
            parts.append((f"{figure:,}" if "," in number.text else str(figure)) + unit)
    row = (" " if " " in number.text else "").join(parts) or "0"
    return row if any("0" <= each <= "9" for each in number.text) else row.translate(_FULL_WIDTH)
