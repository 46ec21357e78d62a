"""
Which language a text is in, as far as its script tells.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from mlweekly.model import Text

__all__ = ["ScriptCounts", "in_script_of", "language_of_script", "text_in_edition"]

_KANA = re.compile(r"[\u3041-\u30ff\u31f0-\u31ff\uff66-\uff9d]")
_HANGUL = re.compile(r"[\u1100-\u11ff\u3131-\u318e\uac00-\ud7a3]")
_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_EAST_ASIAN = re.compile(
    r"[\u3041-\u30ff\u31f0-\u31ff\uff66-\uff9d\u1100-\u11ff\u3131-\u318e\uac00-\ud7a3"
    r"\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]+")
_LANGUAGES = frozenset({"ja", "ko", "zh"})


def in_script_of(language: str | None, text: str) -> bool | None:
    """
    Return whether a text is in the script of a language; None if the language shares its script with English.

    A translation into Japanese, Korean or Chinese keeps many Latin names; a text counts as translated if its letters of
    East Asia are at least a third of its Latin words.
    """
    if language is None or language.partition("-")[0] not in _LANGUAGES:
        return None
    return not text.isascii() and _is_east_asian(len(_EAST_ASIAN.findall(text)), len(_LATIN.findall(text)))


def _is_east_asian(letters: int, latin_words: int) -> bool:
    return letters > 0 and letters * 3 >= latin_words


class ScriptCounts:
    """
    The letters and words of a text by script, counted once for any number of its parts.
    """

    def __init__(self, text: str) -> None:
        self._letters = [match.start() for match in _EAST_ASIAN.finditer(text)]
        self._words = [match.start() for match in _LATIN.finditer(text)]

    def is_east_asian(self, start: int, end: int) -> bool:
        """
        Return whether a part of the text, between two words, is in a script of East Asia, as `in_script_of` does.
        """
        return _is_east_asian(
            *(bisect_left(offsets, end) - bisect_left(offsets, start) for offsets in (self._letters, self._words))
        )


def language_of_script(text: str) -> str | None:
    """
    Return "ja", "ko", "zh" or "en" by the letters of a text; None if it has none.
    """
    if not text.isascii() and _EAST_ASIAN.search(text) is not None:
        for language, letters in (("ja", _KANA), ("ko", _HANGUL), ("zh", _HAN)):
            if letters.search(text) and in_script_of(language, text):
                return language
    return "en" if _LATIN.search(text) else None


def text_in_edition(text: str, language: str | None) -> Text:
    """
    Return the text of an edition without another one beside it.

    It is a translation if its script is the edition's, else an original.
    """
    if language is not None and in_script_of(language, text):
        return Text(translations={language: text})
    return Text(text)
