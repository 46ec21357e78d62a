"""
Rows of numerals with units, in Han and in Hangul: 三千五百万, 이백만.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from attrs import frozen

from mlweekly.validation._translation._english_numbers import NumberWord

__all__ = ["Numerals"]


@frozen(eq=False)
class Numerals:
    """
    The numerals of a script.

    Attributes:
        digits: The digits.
        units: The units below a myriad, with their power of ten.
        myriads: The units that multiply all before them, with their power of ten.
    """

    digits: Mapping[str, int]
    units: Mapping[str, int]
    myriads: Mapping[str, int]

    def read(self, match: re.Match[str]) -> NumberWord:
        """
        Return the number that a row of numerals is; it is sure where a unit gives digits their place.
        """
        row = match[0]
        is_sure = len(row) > 1 and any(character in self.units or character in self.myriads for character in row)
        return NumberWord(match.start(), match.end(), ((self.value_of(row), 0),), is_sure)

    def value_of(self, row: str) -> int:
        """
        Return the value of a row of numerals; characters that are none, such as 多, are passed over.
        """
        total = group = digit = 0
        is_positional = not any(character in self.units or character in self.myriads for character in row)
        for character in row:
            if character in self.digits:
                digit = 10 * digit + self.digits[character] if is_positional else self.digits[character]
            elif character in self.units:
                group, digit = group + max(digit, 1) * 10 ** self.units[character], 0
            elif character not in self.myriads:
                continue
            elif total and not group + digit:
                total *= 10 ** self.myriads[character]
            else:
                total, group, digit = total + max(group + digit, 1) * 10 ** self.myriads[character], 0, 0
        return total + group + digit
