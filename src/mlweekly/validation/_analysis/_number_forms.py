"""
A value in the form in which another number is written.

Lives here: the writing of a value with the digits, separators and units of a number at hand.
Must not know: any rule; how numbers are compared.
"""

from __future__ import annotations

import re
from typing import Final, TypeAlias

from mlweekly.validation._analysis._numbers import Number, Value, normal, of_ordinary_width

__all__ = ["in_form_of"]

_FULL_WIDTH: Final = {code: code + 0xFEE0 for code in map(ord, "0123456789.,")}
_Family: TypeAlias = tuple[tuple[str, int], ...]
_KOREAN: Final[_Family] = (("만", 4), ("억", 8), ("조", 12))
_ASIAN: Final = "万萬億亿兆만억조"
_FAMILIES: Final[tuple[_Family, ...]] = (
    (("K", 3), ("M", 6), ("B", 9), ("T", 12)),
    (("k", 3), ("m", 6), ("b", 9), ("t", 12)),
    (("thousand", 3), ("million", 6), ("billion", 9), ("trillion", 12)),
    _KOREAN,
    (("万", 4), ("亿", 8), ("万亿", 12)),
    (("萬", 4), ("億", 8), ("兆", 12)),
    (("万", 4), ("億", 8), ("兆", 12)),
)
_FIGURES = re.compile("[0-9０-９](?:[0-9０-９.,，．]*[0-9０-９])?")
_MOST_DECIMALS = 4
_HIGHEST_EXPONENT = 18


def in_form_of(number: Number, value: Value, language: str | None = None) -> str | None:
    """
    Return a value as it would be written in the place of a number, or None where its form cannot say it.

    Args:
        number: What stands there.
        value: What should stand there.
        language: The tag of the text: Chinese and Japanese share 万, and not what comes above it.
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
    asian = [family for family in _FAMILIES[3:] if own and all(each in "".join(dict(family)) for each in own)]
    families = asian or [family for family in _FAMILIES[:3] if own in dict(family)]
    if not families:
        return _KOREAN if any(character in "십백천" for character in own) else ()
    is_chinese = language is not None and language.lower().startswith("zh")
    return families[0] if is_chinese or len(families) == 1 else families[-1]


def _with_figure(number: Number, figure: str, unit: str | None = None) -> str | None:
    """
    Return the text of a number with another figure, and where it has one, another unit.
    """
    old = _FIGURES.search(number.text)
    if old is None:
        return None
    is_full_width = not old[0].isascii()
    rest = number.text[old.end() :]
    if unit is not None:
        rest = unit + rest[len(number.unit) :]
    return number.text[: old.start()] + (figure.translate(_FULL_WIDTH) if is_full_width else figure) + rest


def _with_unit(number: Number, value: Value, family: _Family) -> str | None:
    """
    Return the value with the unit at hand, or where that makes an odd figure, with the next fitting one of its kind.
    """
    own = number.unit.strip(" -")
    exponent = number.values[0][1] - _of(number.digits)[1]
    smallest_step = min((power for _, power in family), default=3)
    choices = [(own, exponent), *((unit, power) for unit, power in reversed(family)), ("", 0)]
    for unit, power in choices:
        mantissa = (value[0], value[1] - power)
        size = len(str(mantissa[0])) + mantissa[1]
        if 0 < size <= smallest_step and -mantissa[1] <= _MOST_DECIMALS:
            before = number.unit[: len(number.unit) - len(number.unit.lstrip(" -"))] if unit else ""
            return _with_figure(number, _plain(mantissa, grouped="," in number.digits), before + unit)
    return _with_figure(number, _plain(value, grouped=True), "")


def _of(digits: str) -> Value:
    whole, _, part = digits.replace(",", "").partition(".")
    return normal(int(whole + part), -len(part))


def _plain(value: Value, *, grouped: bool) -> str:
    digits, exponent = value
    if exponent >= 0:
        whole, part = str(digits) + "0" * exponent, ""
    else:
        written = str(digits).rjust(1 - exponent, "0")
        whole, part = written[:exponent], written[exponent:]
    whole = f"{int(whole):,}" if grouped else whole
    return f"{whole}.{part}" if part else whole


def _with_power(number: Number, value: Value) -> str | None:
    """
    Return a text such as 3×10^4 with the exponent of the value.
    """
    before, base, after = number.text.rpartition("10")
    factor = _FIGURES.match(before)
    digits, exponent = _of(of_ordinary_width(factor[0])) if factor is not None else (1, 0)
    if not base or digits != value[0]:
        return None
    power = str(value[1] - exponent)
    if "^" not in after:
        return before + base + power.translate(str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻"))
    return before + base + re.sub("[-+]?[0-9]+", power, after, count=1)


def _in_groups(number: Number, value: Value, family: _Family) -> str | None:
    """
    Return a whole value as a row of figures with units, such as 1億5000万, with blanks and commas as the number has.
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
