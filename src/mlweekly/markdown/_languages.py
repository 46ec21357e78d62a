"""
Which language a text is in, as far as its script tells.

Lives here: the scripts of the known editions, and what follows from them for originals and translations.
Must not know: any dialect.
"""

from __future__ import annotations

import re

from mlweekly.model import Text

__all__ = ["in_script_of", "language_of_script", "text_in_edition"]

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
    Tell whether the text is in the script of the language; None where the language shares its script with English.

    A translation into Japanese, Korean or Chinese keeps many Latin names; a text counts as translated when its letters
    of the edition's script are at least a third of its Latin words.
    """
    if language is None or language.partition("-")[0] not in _LANGUAGES:
        return None
    if text.isascii():
        return False
    east_asian = len(_EAST_ASIAN.findall(text))
    return east_asian > 0 and east_asian * 3 >= len(_LATIN.findall(text))


def language_of_script(text: str) -> str | None:
    """
    Return "ja", "ko", "zh" or "en" by the letters of a text; None where it has none.
    """
    if not text.isascii() and _EAST_ASIAN.search(text) is not None:
        for language, letters in (("ja", _KANA), ("ko", _HANGUL), ("zh", _HAN)):
            if letters.search(text) and in_script_of(language, text):
                return language
    return "en" if _LATIN.search(text) else None


def text_in_edition(text: str, language: str | None) -> Text:
    """
    Return a text that stands alone in an edition: a translation where its script is the edition's, else an original.
    """
    if language is not None and in_script_of(language, text):
        return Text(translations={language: text})
    return Text(text)
