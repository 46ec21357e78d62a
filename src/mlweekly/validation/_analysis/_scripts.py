"""
Which letters belong to the script of a language, and those of another script in a text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

__all__ = ["ASIAN_LETTER", "LANGUAGES", "foreign_runs"]

LANGUAGES: Final = frozenset({"ja", "ko", "zh"})
ASIAN_LETTER: Final = re.compile("[぀-ヿ㐀-鿿豈-﫿가-힣]")
_KANA = "ぁ-ゖァ-ヺｦ-ｯｱ-ﾝ"
_HANGUL = "가-힣ᄀ-ᇿㄱ-ㆎ"
_HAN = "㐀-䶿一-鿿"
_ASIDE = re.compile("[(（\\[「『《〈“\"'‘【][^()（）「」『』《》〈〉“”\"'‘’【】\\[\\]]{0,200}[)）\\]」』》〉”\"'’】]")
_FOREIGN: Final = {
    "ja": re.compile(f"[{_HANGUL}]+"),
    "ko": re.compile(f"[{_KANA}][{_KANA}ー]*"),
    "zh": re.compile(f"[{_KANA}][{_KANA}ー]*|[{_HANGUL}]+"),
}
_HAN_RUN = re.compile(f"[{_HAN}]+")
_MAY_BE_FOREIGN: Final = {
    "ja": re.compile(f"[{_HANGUL}{_HAN}]"),
    "ko": re.compile(f"[{_KANA}]"),
    "zh": re.compile(f"[{_KANA}{_HANGUL}]"),
}


def foreign_runs(text: str, language: str) -> Iterator[str]:
    """
    Yield the letters that the script of a language does not have, but for those in brackets and quotes.

    >>> list(foreign_runs("これは모델です", "ja"))
    ['모델']

    Args:
        text: The text.
        language: "ja", "ko" or "zh".
    """
    if _MAY_BE_FOREIGN[language].search(text) is None:
        return
    outside = _ASIDE.sub(lambda match: " " * len(match[0]), text)
    yield from (match[0] for match in _FOREIGN[language].finditer(outside))
    if language == "ja":
        for run in _HAN_RUN.finditer(outside):
            simplified = "".join(character for character in run[0] if _is_only_chinese(character))
            if simplified:
                yield simplified


@cache
def _is_only_chinese(character: str) -> bool:
    """
    Whether a character is in the basic set of China (GB 2312), and not in that of Japan (JIS X 0213).
    """
    return _is_in(character, "gb2312") and not _is_in(character, "euc_jis_2004")


def _is_in(character: str, charset: str) -> bool:
    try:
        character.encode(charset)
    except UnicodeEncodeError:
        return False
    return True
