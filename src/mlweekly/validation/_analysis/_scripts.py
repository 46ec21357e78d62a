"""
The scripts that a text is written in.

Lives here: which letters belong to which language, and those of another one in a text.
Must not know: any rule; words and numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import cache
from typing import Final

from mlweekly.validation._analysis._vocabulary import listed

__all__ = ["ASIAN_LETTER", "LANGUAGES", "foreign_runs", "loanwords", "sounds_like"]

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


_KATAKANA_WORD = re.compile("[ァ-ヺー]{2,}")
_HANGUL_WORD = re.compile("[가-힣]{2,}")
_LONGEST_LOAN = 7
_KANA_SOUNDS: Final = {
    kana: sound
    for row, sounds in (
        ("アイウエオ", "a i u e o"),
        ("カキクケコ", "ka ki ku ke ko"),
        ("ガギグゲゴ", "ga gi gu ge go"),
        ("サシスセソ", "sa shi su se so"),
        ("ザジズゼゾ", "za ji zu ze zo"),
        ("タチツテト", "ta chi tsu te to"),
        ("ダヂヅデド", "da ji zu de do"),
        ("ナニヌネノ", "na ni nu ne no"),
        ("ハヒフヘホ", "ha hi fu he ho"),
        ("バビブベボ", "ba bi bu be bo"),
        ("パピプペポ", "pa pi pu pe po"),
        ("マミムメモ", "ma mi mu me mo"),
        ("ヤユヨ", "ya yu yo"),
        ("ラリルレロ", "ra ri ru re ro"),
        ("ワヲンヴ", "wa o n bu"),
    )
    for kana, sound in zip(row, sounds.split(), strict=True)
}
_SMALL_KANA: Final = dict(zip("ァィゥェォャュョ", listed("a i u e o a u o"), strict=True))
_HANGUL_ONSETS: Final = listed("g gg n d dd r m b bb s ss - j jj ch k t p h")
_HANGUL_VOWELS: Final = listed("a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i")
_HANGUL_CODAS: Final = listed("- k k k n n n t l k m p t l p l m p p t t ng t t k t p t")
_ALIKE: Final = (("ph", "f"), ("th", "s"), ("sh", "s"), ("ch", "c"), ("ts", "t"), ("x", "ks"), ("l", "r"), ("v", "b"))
_LETTERS_ALIKE: Final = str.maketrans("cqyj", "kkiz")
_VOWELS = re.compile("[aeiouwh]")
_TWICE = re.compile(r"(.)\1+")
_LEAST_ALIKE = 0.75


def loanwords(text: str, language: str) -> Iterator[str]:
    """
    Yield what can be a foreign word in the script of the language: words in katakana, and how Hangul words begin.
    """
    if language == "ja":
        yield from (match[0] for match in _KATAKANA_WORD.finditer(text))
    elif language == "ko":
        for match in _HANGUL_WORD.finditer(text):
            yield from (match[0][:length] for length in range(2, min(len(match[0]), _LONGEST_LOAN) + 1))


def sounds_like(loanword: str, word: str) -> bool:
    """
    Whether a word in katakana or Hangul is how a Latin word sounds.

    >>> sounds_like("ユニティ", "Unity"), sounds_like("유니티", "Unity"), sounds_like("ユーザー", "Unity")
    (True, True, False)
    """
    own, other = _sound(_romanized(loanword)), _sound(word.lower())
    if _TWICE.sub(r"\1", _VOWELS.sub("", own)).lstrip("i") != _TWICE.sub(r"\1", _VOWELS.sub("", other)).lstrip("i"):
        return False
    return SequenceMatcher(None, own, other, autojunk=False).ratio() >= _LEAST_ALIKE


def _sound(letters: str) -> str:
    for spelling, sound in _ALIKE:
        letters = letters.replace(spelling, sound)
    return _TWICE.sub(r"\1", letters.translate(_LETTERS_ALIKE)).strip("-")


def _romanized(word: str) -> str:
    sounds: list[str] = []
    for character in word:
        if character in _SMALL_KANA and sounds:
            sounds[-1] = sounds[-1][:-1] + _SMALL_KANA[character]
        elif "가" <= character <= "힣":
            onset, rest = divmod(ord(character) - ord("가"), 588)
            vowel, coda = divmod(rest, 28)
            sounds.append((_HANGUL_ONSETS[onset] + _HANGUL_VOWELS[vowel] + _HANGUL_CODAS[coda]).replace("-", ""))
        else:
            sounds.append(_KANA_SOUNDS.get(character, ""))
    return "".join(sounds)
