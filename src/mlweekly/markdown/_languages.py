"""
Which language a text is in, as far as its script and its words tell.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from itertools import filterfalse

from mlweekly._expressions import BEYOND_LATIN, expression
from mlweekly.model import Text

__all__ = ["ScriptCounts", "in_script_of", "language_of_script", "language_of_text", "text_in_edition"]

_KANA = expression(r"[\u3041-\u30ff\u31f0-\u31ff\uff66-\uff9d]")
_HANGUL = expression(r"[\u1100-\u11ff\u3131-\u318e\uac00-\ud7a3]")
_HAN = expression(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_EAST_ASIAN = expression(
    r"[\u3041-\u30ff\u31f0-\u31ff\uff66-\uff9d\u1100-\u11ff\u3131-\u318e\uac00-\ud7a3"
    r"\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)
_CYRILLIC = expression(r"[\u0400-\u04ff]+")
_NOT_RUSSIAN = expression(r"[\u0402-\u040f\u0452-\u045f\u0404\u0406\u0407\u0454\u0456\u0457\u0462-\u04ff]")
_OTHER_SCRIPTS = expression(r"[\u0400-\u04ff\u1100-\u11ff\u3041-\ud7a3\uf900-\ufaff\uff66-\uff9d\U00020000-\U0003ffff]")
_LATIN = expression(r"[A-Za-z\u00c0-\u024f]+")
_WORD = expression(r"[^\W\d_]+")
# To split at spaces takes a fifth of the time of the expression.
_SPACE_FOR_ASCII = {code: " " for code in range(128) if not chr(code).isalpha()}
_TARGET = expression(
    r"https?://[^\s<>()\[\]]+|www\.[^\s<>()\[\]]+|\]\([^\s()]*|<[^<>\s][^<>]{0,300}>|\$[^$\n]{1,200}\$|`[^`\n]{1,200}`"
)
# The commonest words of prose, by language. Of the English ones, those in the titles of papers prove nothing by
# themselves: such titles are English in digests of every language. Words that are English, too, are left out.
_COMMON = {
    "en": "is are was were be been that this these those which it its they their we our us can could has have"
    " had not but than when while who how what also does will would may more such into if there both"
    " between however",
    "fr": "le la les des et est une un du dans que qui pour sur par avec plus ce cette ces sont aux au ne pas"
    " nous ou ses leur leurs comme mais se de en il elle ils qu être chaque entre sans deux à où son sa",
    "de": "der die das und ist ein eine einer einen einem eines für mit von den dem des auf zu im nicht wie"
    " wird werden sich auch als bei durch oder aus es sie wir über zum zur dass sind kann aber nach nur"
    " noch um mehr haben hat",
    "es": "el la los las de que y en un una es por con para del se como más su sus al lo este esta estos son"
    " entre sobre sin también o pero cada ha han nos muy cómo qué desde hasta donde ser",
    "pt": "o os de que e em um uma é por com para da dos das se como mais na nos nas ao aos não são"
    " à pelo pela seu sua seus entre sobre sem também ou mas cada foi ser este esta isso numa num até"
    " onde",
    "vi": "và của là các một cho được trong với những có không này để từ trên về như khi mà bằng cũng đã sẽ ra"
    " vào theo nhiều hơn bài mô hình",
    "tr": "ve bir bu için ile olarak olan da de daha çok gibi en ancak veya kadar sonra her olduğu değil ise"
    " hem ki ne o göre üzerinde tarafından bunu şu ya nasıl",
}
_IN_TITLES = frozenset(
    ("the", "of", "and", "to", "in", "for", "with", "on", "a", "an", "by", "from", "via", "as", "at", "or"),
)
_LETTERS = {
    "vi": expression(r"[ơưđ\u1ea0-\u1ef9]"),
    "tr": expression(r"[ğşı]"),
    "pt": expression(r"[ãõ]"),
    "es": expression(r"ñ"),
    "de": expression(r"[ßä]"),
    "fr": expression(r"[èùœêî]"),
}
_ANY_LETTER = expression("|".join(letters.pattern for letters in _LETTERS.values()))
_FEWEST_HITS = 3
# Summaries of a sentence are beside abstracts of twenty times their length (in digests in Korean and Chinese). A line
# in another language that is alone may be a link to a translation.
_SMALLEST_PART, _SMALLEST_LINE = 24, 4
_LANGUAGES_OF_WORD: dict[str, list[str]] = {}
for _language, _words in _COMMON.items():
    for _word in _words.split(" "):
        _LANGUAGES_OF_WORD.setdefault(_word, []).append(_language)
_COMMON_WORDS = _IN_TITLES.union(_LANGUAGES_OF_WORD)
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


def language_of_text(text: str, *, titles: str = "") -> str | None:
    """
    Return the language of a digest's own words: "ja", "ko", "zh", "ru", "fr", "de", "es", "pt", "vi", "tr" or "en".

    Each line is judged by itself, by its script or by the commonest words of the language; one word never tells. Since
    digests quote English titles and abstracts, and English digests quote hardly anything, another language needs a
    third of the lines that tell and not many words. A line with "of", "the" or "for" alone may be a title,
    and does not count as English: it takes words such as "is", "that" or "we".

    Args:
        text: The prose, a paragraph a line: lead, summaries, names of sections and labels, without titles and authors,
            which are English in all digests. Abstracts may be in it; lines that are quoted (`>`) are those of others,
            and are only looked at if the rest does not tell.
        titles: What to go by where no prose tells, a title a line: a digest of nothing but English titles is English.

    Returns:
        The tag, or None if the words do not tell.
    """
    lines = unicodedata.normalize("NFC", text).splitlines()
    quoted = [line for line in lines if line.lstrip().startswith(">")] if ">" in text else []
    own = [line for line in lines if not line.lstrip().startswith(">")] if quoted else lines
    language = _language_of_lines(own) or _language_of_lines(quoted)
    if language is None and titles:
        words = _words_of(_TARGET.sub(" ", titles))
        hits = [word for word in words if word in _IN_TITLES]
        is_english = len(set(hits)) > 1 and len(hits) >= 3 and len(hits) * 8 >= len(words)
        language = _language_of_prose(titles) or ("en" if is_english else None)
    return language


def _language_of_lines(lines: Iterable[str]) -> str | None:
    return _language_of_prose(_TARGET.sub(" ", "\n".join(lines)))


def _language_of_prose(text: str) -> str | None:
    lines, sizes, total = Counter[str](), Counter[str](), 0
    for line in text.splitlines():
        language, size = _language_of_line(line)
        total += size
        if language is not None:
            lines[language] += 1
            sizes[language] += size
    others = [
        language
        for language, count in lines.items()
        if language != "en" and sizes[language] * (_SMALLEST_PART if count > 1 else _SMALLEST_LINE) >= total
    ]
    if others:
        other = max(others, key=lambda language: (lines[language], sizes[language]))
        if lines[other] * 2 >= lines["en"]:
            return other
    if lines["en"]:
        return "en"
    return None if lines else _language_of_line(text)[0]


def _language_of_line(line: str) -> tuple[str | None, int]:
    """
    Return the language of a line, and its length in words; a letter of East Asia counts as half a word.
    """
    if line.isascii() or BEYOND_LATIN.search(line) is None or _OTHER_SCRIPTS.search(line) is None:
        words = _words_of(line)
        return _language_of_words(words), len(words)
    letters, latin = len(_EAST_ASIAN.findall(line)), len(_LATIN.findall(line))
    if letters > 1 and _is_east_asian(letters, latin):
        return _east_asian_language(line, letters), letters // 2 + latin
    cyrillic = _CYRILLIC.findall(line)
    if len(cyrillic) > 1 and len(cyrillic) * 3 >= latin:
        count = sum(map(len, cyrillic))
        is_russian = len(_NOT_RUSSIAN.findall(line)) * 30 < count
        return "ru" if is_russian else None, len(cyrillic) + latin
    words = _words_of(line)
    return _language_of_words(words), len(words)


def _words_of(text: str) -> list[str]:
    """
    Return the words of a text, in lower case; those between two spaces come first.
    """
    text = text.lower()
    if text.isascii():
        return text.translate(_SPACE_FOR_ASCII).split()
    parts = text.split()
    return [*filter(str.isalpha, parts), *_WORD.findall(" ".join(filterfalse(str.isalpha, parts)))]


def _east_asian_language(line: str, letters: int) -> str:
    if len(_HANGUL.findall(line)) * 2 >= letters:
        return "ko"
    # Japanese has kana in every sentence; a Chinese one may have a single sign of them.
    return "ja" if len(_KANA.findall(line)) * 8 >= letters else "zh"


def _language_of_words(words: list[str]) -> str | None:
    common = [*filter(_COMMON_WORDS.__contains__, words)]
    known = [*filter(_LANGUAGES_OF_WORD.__contains__, common)]
    marked = [word for word in filterfalse(str.isascii, words) if _ANY_LETTER.search(word) is not None]
    in_titles = sum(map(_IN_TITLES.__contains__, common))
    most = len(known) + len(marked) + in_titles
    if most < _FEWEST_HITS or most * 8 < len(words) or most == in_titles:
        return None
    hits, distinct = dict.fromkeys(_COMMON, 0), dict.fromkeys(_COMMON, 0)
    for word, count in Counter(known).items():
        for language in _LANGUAGES_OF_WORD[word]:
            hits[language] += count
            distinct[language] += 1
    for word in marked:
        for language, letters in _LETTERS.items():
            if letters.search(word) is not None and language not in _LANGUAGES_OF_WORD.get(word, ()):
                hits[language] += 1
                distinct[language] += 1
    # The words of English titles speak against other languages, and for English only beside a word of prose.
    hits["en"] += in_titles
    distinct["en"] += len(_IN_TITLES.intersection(words)) if distinct["en"] else 0
    best, next_best = sorted(hits, key=hits.__getitem__, reverse=True)[:2]
    most = hits[best]
    is_told = distinct[best] > 1 and most >= _FEWEST_HITS and most * 8 >= len(words) and most * 4 >= hits[next_best] * 5
    return best if is_told else None


def text_in_edition(text: str, language: str | None) -> Text:
    """
    Return the text of an edition without another one beside it.

    It is a translation if its script is the edition's, else an original.
    """
    if language is not None and in_script_of(language, text):
        return Text(translations={language: text})
    return Text(text)
