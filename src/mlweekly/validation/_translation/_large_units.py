"""
Units that multiply a figure: million, K, 億, 만, and figures in groups such as 1億5000万.
"""

from __future__ import annotations

import re
from typing import Final

from mlweekly._expressions import expression
from mlweekly.validation._translation._values import Value, normal, value_of

__all__ = ["ASIAN_UNIT", "DIGITS", "ENGLISH_UNIT", "in_english", "in_groups"]

# Thousands are separated by commas, in TeX by `{,}` and `\\,`, in many languages by a space or an apostrophe.
DIGITS = (
    r"(?:(?<![0-9][ ])[0-9]{1,3}(?:[ ][0-9]{3}){0,2}[ ][0-9]00(?![0-9]|[ ][0-9])"
    r"|[0-9]{1,3}(?:(?:,[0-9]{3}){1,9}|(?:\{,\}[0-9]{3}){1,9}|(?:\\,[0-9]{3}){1,9}|(?:['’][0-9]{3}){1,9})(?:\.[0-9]{1,20})?|[0-9]{1,30}(?:\.[0-9]{1,20})?"
    r"|(?<![0-9A-Za-z.)\]])\.[0-9]{1,20})"
)
_EXPONENT_OF_UNIT: Final = {
    **dict(zip("十百千万萬億亿兆", (1, 2, 3, 4, 4, 8, 8, 12), strict=True)),
    **dict(zip("십백천만억조", (1, 2, 3, 4, 8, 12), strict=True)),
}
_HANGUL_UNITS = "십백천만억조"
ASIAN_UNIT = expression(
    r"[ ]?(?:[多余餘]?[十百千]?(?:[万萬][亿億]|[万萬億亿]|兆(?![瓦字赫帕焦比]))|千(?![克瓦米卡字赫])|百(?!分)|十(?!分))"
    r"|[십백천]?[만억조]|[십백천]|[ ](?:[만억])(?![가-힣])"
)
_NEXT_GROUP = expression(
    rf"(?P<digits>{DIGITS})(?P<unit>{ASIAN_UNIT.pattern})"
    rf"|[ ](?P<apart>{DIGITS})(?P<hangul>[십백천]?[만억조]|[십백천])"
)
_LAST_GROUP = expression(r"(?P<digits>[0-9]{1,4})(?![0-9.,]*[0-9])(?![A-Za-z%])")
_LAST_KOREAN_GROUP = expression(r"[ ](?P<digits>[1-9][0-9]{2,3}|[1-9],[0-9]{3})(?![0-9.,]*[0-9])(?![A-Za-z%년])")
_ENGLISH_EXPONENTS: Final = {
    **dict.fromkeys(("k", "thousand"), 3),
    **dict.fromkeys(("m", "mn", "mil", "million"), 6),
    **dict.fromkeys(("b", "bn", "billion"), 9),
    **dict.fromkeys(("t", "tn", "trillion"), 12),
    "hundred": 2,
}
ENGLISH_UNIT = expression(
    r"[ -]?(?:hundred[ -])?(?P<word>hundred|thousand|million|billion|trillion)(?![A-Za-z])"
    r"|[ ]?(?P<short>mn|bn|tn|mil)(?![A-Za-z0-9])|(?P<letter>[KMBTkmbt])(?![A-Za-z0-9]|-?bits?\b)"
    r"|[ ](?P<apart>[KMBT])(?![A-Za-z0-9'’-])",
    re.IGNORECASE,
)
_ONLY = expression("만[ ](?:필요|유지|사용(?!자)|변|증가|감소|추가|활성|이용|학습(?!자)|남|차지|달성|있|하)")
_FRACTION_BEFORE = expression(r"(?:/|분의)[ ]?$")


def in_english(value: Value, unit: re.Match[str]) -> tuple[Value, ...]:
    """
    Return what a figure with an English unit can mean: 8K may be 8,192.
    """
    words = unit[0].lower().replace("-", " ").split()
    multiplied = normal(value[0], value[1] + sum(_ENGLISH_EXPONENTS[word] for word in words))
    if unit["letter"] in ("K", "k"):
        return multiplied, normal(value[0] * 1024, value[1])
    is_doubtful = unit["apart"] is not None or unit["letter"] in ("m", "b", "t")
    return (multiplied, value) if is_doubtful else (multiplied,)


def in_groups(
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
    return sum(_EXPONENT_OF_UNIT.get(character, 0) for character in unit)
