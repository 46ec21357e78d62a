"""
Which letters belong to the script of a language, and those of another script in a text.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final

from mlweekly._expressions import expression

__all__ = ["ASIAN_LETTER", "LANGUAGES", "chinese_in_korean", "foreign_runs", "mixed_chinese"]

LANGUAGES: Final = frozenset({"ja", "ko", "zh"})
ASIAN_LETTER: Final = expression("[぀-ヿ㐀-鿿豈-﫿가-힣]")
_KANA = "ぁ-ゖァ-ヺｦ-ｯｱ-ﾝ"
_HANGUL = "가-힣ᄀ-ᇿㄱ-ㆎ"
_HAN = "㐀-䶿一-鿿"
_ASIDE = expression("[(（\\[「『《〈“\"'‘【][^()（）「」『』《》〈〉“”\"'‘’【】\\[\\]]{0,200}[)）\\]」』》〉”\"'’】]")
_FOREIGN: Final = {
    "ja": expression(f"[{_HANGUL}]+"),
    "ko": expression(f"[{_KANA}][{_KANA}ー]*"),
    "zh": expression(f"[{_KANA}][{_KANA}ー]*|[{_HANGUL}]+"),
}
_HAN_RUN = expression(f"[{_HAN}]+")
_HANGUL_LETTER = expression("[가-힣]")
_SENTENCE = expression("[^.。!?！？\n]+[.。!?！？]*")
_JAPANESE = "euc_jis_2004"
_LEAST_HAN, _LEAST_HAN_ALONE = 5, 3
_LAST_COMMON_IN_BIG5 = 0xC6
# Such a character alone shows the other script: no name is written with it by chance.
_COMMON_CHARACTERS = frozenset(
    "這個們來時為對與會說學習訓練語數據還進過實現長開關問題應該從將當點種結構類網絡優於論資這两个们来时为对与会说学习训练语数据还进过实现长开"
    "关问题应该从将当点种结构类网络优于论资"
)


def foreign_runs(text: str, language: str) -> Iterator[str]:
    """
    Yield the letters that the script of a language does not have, but for those in brackets and quotes.

    >>> list(foreign_runs("これは모델です", "ja"))
    ['모델']

    Args:
        text: The text.
        language: "ja", "ko" or "zh".
    """
    # To encode a whole text takes a tenth of the time of a look at each character.
    may_be_chinese = language == "ja" and not _is_in(text, _JAPANESE) and any(map(_is_only_chinese, set(text)))
    if not may_be_chinese and _FOREIGN[language].search(text) is None:
        return
    outside = _ASIDE.sub(lambda match: " " * len(match[0]), text)
    yield from (match[0] for match in _FOREIGN[language].finditer(outside))
    if may_be_chinese:
        for run in _HAN_RUN.finditer(outside):
            simplified = "".join(character for character in run[0] if _is_only_chinese(character))
            if simplified:
                yield simplified


def chinese_in_korean(text: str) -> str | None:
    """
    Return Chinese that is in a Korean text: all of it where Han outnumber Hangul, else a sentence of that kind.

    >>> chinese_in_korean("작은 모델이 긴 글을 빠르게 처리합니다. 我们提出了一种新的模型。")
    '我们提出了一种新的模型。'
    """
    if _HAN_RUN.search(text) is None:
        return None
    outside = _ASIDE.sub(lambda match: " " * len(match[0]), text)
    if _is_mostly_han(outside, _LEAST_HAN_ALONE):
        return text.strip()
    return next((part.strip() for part in _SENTENCE.findall(outside) if _is_mostly_han(part, _LEAST_HAN)), None)


def mixed_chinese(text: str) -> str | None:
    """
    Return the characters of the rarer kind where a Chinese text has both traditional and simplified ones, or None.

    Judged are characters that only one of the basic sets of both scripts has. One alone may be a name (昇腾).

    >>> mixed_chinese("我们训练這個模型")
    '這個'
    """
    outside = _ASIDE.sub("", text)
    kinds: dict[bool, list[str]] = {True: [], False: []}
    for character in dict.fromkeys("".join(_HAN_RUN.findall(outside))):
        is_traditional = _is_traditional(character)
        if is_traditional is not None:
            kinds[is_traditional].append(character)
    rarer = min(kinds.values(), key=len)
    is_sure = len(rarer) > 1 or (len(rarer) == 1 and rarer[0] in _COMMON_CHARACTERS)
    return "".join(rarer) if is_sure and kinds[True] and kinds[False] else None


def _is_mostly_han(text: str, least: int) -> bool:
    han = sum(map(len, _HAN_RUN.findall(text)))
    return han >= least and han > len(_HANGUL_LETTER.findall(text))


@cache
def _is_traditional(character: str) -> bool | None:
    """
    Return whether a character is one of the common traditional ones (Big5, first level), a simplified one, or neither.
    """
    in_china, in_taiwan = _is_in(character, "gb2312"), _is_in(character, "big5")
    if in_china != in_taiwan:
        return None if in_taiwan and character.encode("big5")[0] > _LAST_COMMON_IN_BIG5 else in_taiwan
    return None


@cache
def _is_only_chinese(character: str) -> bool:
    """
    Whether a character is in the basic set of China (GB 2312), and not in that of Japan (JIS X 0213).
    """
    return _is_in(character, "gb2312") and not _is_in(character, _JAPANESE)


def _is_in(text: str, charset: str) -> bool:
    try:
        text.encode(charset)
    except UnicodeEncodeError:
        return False
    return True
