"""
Exact values of numbers, as digits and a power of ten.
"""

from __future__ import annotations

from typing import Final, TypeAlias

from mlweekly._expressions import expression

__all__ = ["Value", "normal", "value_of"]

Value: TypeAlias = tuple[int, int]
"""
An exact value as significant digits, which do not end in 0, and a power of ten: 1.5 billion is `(15, 8)`.
"""

_SEPARATORS: Final = expression(r"[,{}\\ '’]")


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


def value_of(digits: str) -> Value:
    """
    Return the value of a figure with commas and a point.

    >>> value_of("1,234.50")
    (12345, -1)
    """
    whole, _, part = _SEPARATORS.sub("", digits).partition(".")
    return normal(int(whole + part), -len(part))
