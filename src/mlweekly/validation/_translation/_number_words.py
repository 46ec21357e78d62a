"""
What words can mean as numbers, in English, Japanese, Korean and Chinese, and as Roman numerals.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import chain
from typing import Final

from mlweekly._expressions import expression
from mlweekly.validation._translation._english_numbers import NumberWord, counted, english_number_words
from mlweekly.validation._translation._han_numbers import han_number_words
from mlweekly.validation._translation._korean_numbers import korean_number_words

__all__ = ["NumberWord", "number_words_in"]

_ROMAN: Final = {
    **counted("II III IV V VI VII VIII IX X XI XII XIII XIV XV", first=2),
    **{chr(0x2160 + index): index + 1 for index in range(12)},
}
_ROMAN_LETTERS = expression("[IVXⅠ-Ⅻ](?:(?<=[Ⅰ-Ⅻ])|[IVX]*(?![A-Za-z0-9]))")
_NO_ROMAN_BEFORE = expression("[A-Za-z0-9.-]")
_BEFORE_LETTER: Final = ("Phase ", "phase ", "Type ", "type ")
_LETTERS: Final = "VX"
_KANA_OR_HAN = expression("[ぁ-ヿ一-鿿]")
_HANGUL = expression("[가-힣]")


def number_words_in(text: str, taken: Collection[int]) -> Iterator[NumberWord]:
    """
    Yield the number words of a text, but for those that begin at an offset that is taken.

    >>> [(word.values, word.is_sure) for word in number_words_in("two hundred", ())]
    [(((200, 0),), True)]
    """
    words = chain(english_number_words(text), _roman_numbers(text))
    if not text.isascii() and _KANA_OR_HAN.search(text) is not None:
        words = chain(words, han_number_words(text))
    if not text.isascii() and _HANGUL.search(text) is not None:
        words = chain(words, korean_number_words(text))
    return (word for word in words if word.start not in taken)


def _roman_numbers(text: str) -> Iterator[NumberWord]:
    """
    Yield the Roman numerals; V and X alone are letters, but behind `Phase` and `Type`.
    """
    for match in _ROMAN_LETTERS.finditer(text):
        start, numeral = match.start(), match[0]
        if numeral in _LETTERS:
            is_number = text.endswith(_BEFORE_LETTER, 0, start)
        else:
            is_number = not numeral.isascii() or _NO_ROMAN_BEFORE.fullmatch(text[start - 1 : start]) is None
        if numeral in _ROMAN and is_number:
            yield NumberWord(start, match.end(), ((_ROMAN[numeral], 0),))
