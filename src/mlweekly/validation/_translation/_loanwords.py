"""
Words in katakana and Hangul, and the Latin words that they sound like.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from difflib import SequenceMatcher
from functools import lru_cache
from operator import itemgetter
from typing import Final

from mlweekly._expressions import expression
from mlweekly.validation._analysis._vocabulary import listed

__all__ = ["Sounds", "loanwords"]

_KATAKANA_WORD = expression("[ァ-ヺー]{2,}")
_HANGUL_WORD = expression("[가-힣]{2,}")
_LONGEST_LOAN = 7
_KANA_SOUNDS: Final = dict(
    zip(
        "アイウエオカキクケコガギグゲゴサシスセソザジズゼゾタチツテトダヂヅデドナニヌネノ"
        "ハヒフヘホバビブベボパピプペポマミムメモヤユヨラリルレロワヲンヴ",
        listed(
            "a i u e o ka ki ku ke ko ga gi gu ge go sa shi su se so za ji zu ze zo ta chi tsu te to da ji zu de do"
            " na ni nu ne no ha hi fu he ho ba bi bu be bo pa pi pu pe po ma mi mu me mo ya yu yo ra ri ru re ro"
            " wa o n bu"
        ),
        strict=True,
    )
)
_SMALL_KANA: Final = dict(zip("ァィゥェォャュョ", "aiueoauo", strict=True))
_HANGUL_ONSETS: Final = listed("g gg n d dd r m b bb s ss - j jj ch k t p h")
_HANGUL_VOWELS: Final = listed("a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i")
_HANGUL_CODAS: Final = listed("- k k k n n n t l k m p t l p l m p p t t ng t t k t p t")
_ALIKE: Final = (("ph", "f"), ("th", "s"), ("sh", "s"), ("ch", "c"), ("ts", "t"), ("x", "ks"), ("l", "r"), ("v", "b"))
_LETTERS_ALIKE: Final = str.maketrans("cqyj", "kkiz")
_VOWELS = expression("[aeiouwh]")
_TWICE = expression(r"(.)\1+")
_ONCE: Callable[[re.Match[str]], str] = itemgetter(1)
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


class Sounds:
    """
    How words sound, so that any number of words can be looked up among them.

    >>> unity = Sounds(["Unity"])
    >>> unity.has("ユニティ"), unity.has("유니티"), unity.has("ユーザー")
    (True, True, False)
    """

    def __init__(self, words: Iterable[str]) -> None:
        """
        Listen to Latin words.
        """
        self._by_consonants: dict[str, list[str]] = {}
        for sound in {_sound(word.lower()) for word in words}:
            self._by_consonants.setdefault(_consonants(sound), []).append(sound)

    def has(self, loanword: str) -> bool:
        """
        Return whether a word in katakana or Hangul is how one of the words sounds.
        """
        own, consonants = _sound_of(loanword)
        sounds = self._by_consonants.get(consonants, ())
        return any(_is_alike(sound, own) for sound in sounds)


@lru_cache(maxsize=2048)
def _is_alike(sound: str, own: str) -> bool:
    return SequenceMatcher(None, sound, own, autojunk=False).ratio() >= _LEAST_ALIKE


@lru_cache(maxsize=2048)
def _sound_of(loanword: str) -> tuple[str, str]:
    """
    Return the sound of a word in katakana or Hangul, and its consonants; the papers of an issue share many such words.
    """
    sound = _sound(_romanized(loanword))
    return sound, _consonants(sound)


def _sound(letters: str) -> str:
    for spelling, sound in _ALIKE:
        letters = letters.replace(spelling, sound)
    return _TWICE.sub(_ONCE, letters.translate(_LETTERS_ALIKE)).strip("-")


def _consonants(sound: str) -> str:
    return _TWICE.sub(_ONCE, _VOWELS.sub("", sound)).lstrip("i")


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
