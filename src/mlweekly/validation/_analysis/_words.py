"""
The Latin words in a text: words, acronyms and initials, read the same way in an original and its translation.
"""

from __future__ import annotations

import unicodedata
from functools import cached_property
from typing import Final, NamedTuple

from attrs import frozen

from mlweekly._expressions import expression
from mlweekly.validation._analysis._vocabulary import FUNCTION_WORDS, listed

__all__ = ["TWO_CAPITALS", "Word", "Words", "of_ordinary_width", "plain", "primary", "singular"]

_WORD = expression(r"[A-Za-zÀ-ÖØ-öø-ɏ][A-Za-zÀ-ÖØ-öø-ɏ0-9]*(?:[.+'’][A-Za-z0-9]+)*")
_SQUEEZED = expression(r"[^0-9a-z]+")
TWO_CAPITALS: Final = expression("[A-Z][a-z0-9]*+[A-Z][A-Za-z0-9]*")
"""
What can be an acronym.
"""
_WITHIN_WORD = expression("[A-Za-zÀ-ÖØ-öø-ɏ0-9]")
_BEFORE_CAPITAL = expression("(?<=[a-z])(?=[A-Z])")
_LONGEST_WORD = 80
_CAPITALIZED = expression(r"[A-Z][a-z]+(?:[ -](?:(?:of|and|for|the|in|to|with|on)[ -])?[A-Z][a-z]+)+")
_LONGEST_EXPANSION = 60
_SHORTEST_SENTENCE = 4
_SMALL_WORDS: Final = frozenset(listed("a an and at by for from in is of on or the to via with"))
_FOLDED: Final[dict[int, int | str]] = {
    **{code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)},
    **dict.fromkeys(map(ord, "\u00a0\u2009\u202f\u3000"), " "),
    **dict.fromkeys(map(ord, "\u2010\u2011\u2212"), "-"),
}
_OTHER_WIDTH = expression("[\uff01-\uff5e\u00a0\u2009\u202f\u3000\u2010\u2011\u2212]")


class Word(NamedTuple):
    """
    A Latin word.

    Attributes:
        start: Where it begins.
        end: Where it ends.
        text: It, as written.
    """

    start: int
    end: int
    text: str


def primary(language: str | None) -> str | None:
    """
    Return the language of a tag without its script and region.

    >>> primary("zh-Hant-TW")
    'zh'
    """
    return None if language is None else language.lower().partition("-")[0]


def of_ordinary_width(text: str) -> str:
    """
    Return a text with one character for each that differs from an ordinary one in width or form only.

    >>> of_ordinary_width("（１．５Ｂ）")
    '(1.5B)'
    """
    return text if text.isascii() or _OTHER_WIDTH.search(text) is None else text.translate(_FOLDED)


def plain(text: str) -> str:
    """
    Return the Latin letters and digits of a text alone, small and without accents: `GPT-4o` and `gpt 4o` are one.
    """
    if text.isascii() and text.isalnum():
        return text.lower()
    text = of_ordinary_width(text)
    if not text.isascii():
        text = "".join(each for each in unicodedata.normalize("NFKD", text) if not unicodedata.combining(each))
    return _SQUEEZED.sub("", text.lower())


def singular(word: str) -> str:
    """
    Return the letters of a word, without the ending of a plural.
    """
    name = plain(word)
    return name[:-1] if word.endswith("s") and len(name) > 2 else name


def _parts(word: str) -> list[str]:
    """
    Return the parts of a word that each begin with a capital: `fineTuned` has two.
    """
    return [word] if word.islower() or word.istitle() else _BEFORE_CAPITAL.split(word)


@frozen(eq=False, repr=False)
class Words:
    """
    The Latin words of a text.
    """

    text: str

    @cached_property
    def folded(self) -> str:
        """
        The text in ordinary width, of the same length, so that offsets hold.
        """
        return of_ordinary_width(self.text)

    @cached_property
    def all(self) -> tuple[Word, ...]:
        """
        Each word in its place; Han, kana and Hangul end a word.
        """
        return tuple(Word(*match.span(), match[0]) for match in _WORD.finditer(self.folded))

    @cached_property
    def texts(self) -> list[str]:
        """
        Each word as it is written.
        """
        return _WORD.findall(self.folded)

    @cached_property
    def plain(self) -> frozenset[str]:
        """
        The letters of each word, and once more without the ending of a plural.
        """
        words = set(map(str.lower, self.texts))
        words = {word if word.isascii() and word.isalnum() else plain(word) for word in words}
        return frozenset(words | {word[:-1] for word in words if len(word) > 2 and word.endswith("s")})

    @cached_property
    def squeezed(self) -> str:
        """
        All letters and digits in one row.
        """
        return plain(self.text)

    @cached_property
    def initials(self) -> tuple[str, str]:
        """
        The first letters of all words in a row; and once more without words such as `of`.
        """
        words = [plain(part) for word in self.texts for part in _parts(word)]
        long = [word for word in words if word and word not in _SMALL_WORDS]
        return "".join(word[:1] for word in words), "".join(word[:1] for word in long)

    @property
    def is_name(self) -> bool:
        """
        Whether this is a name, as a short title is, and no sentence.
        """
        words = [plain(word) for word in self.texts]
        return len(words) < _SHORTEST_SENTENCE or FUNCTION_WORDS.isdisjoint(words)

    def spells(self, acronym: str) -> bool:
        """
        Whether the initials of some words in a row are the letters of an acronym.
        """
        letters = plain(acronym).rstrip("0123456789")
        singular = letters.removesuffix("s") if len(letters) > 2 else letters
        return len(singular) > 1 and any(letters in initials or singular in initials for initials in self.initials)

    def spells_out(self, name: str) -> bool:
        """
        Whether the text says what an acronym is short for: beside brackets with it, or in words with capitals.
        """
        for word in self.all if name in self.plain else ():
            if singular(word.text) != name:
                continue
            before, behind = self.text[: word.start].rstrip(), self.text[word.end :].lstrip()
            if before.endswith(("(", "（")) and Words(before[-_LONGEST_EXPANSION:]).spells(name):
                return True
            if behind.startswith(("(", "（")) and Words(behind[:_LONGEST_EXPANSION]).spells(name):
                return True
        return any(Words(match[0]).spells(name) for match in _CAPITALIZED.finditer(self.text))

    @cached_property
    def acronyms(self) -> tuple[Word, ...]:
        """
        The words with two capitals or more: `DoT`, `GPTQ`, `GitHub`; a plural counts as well.
        """
        words: dict[int, Word] = {}
        for capitals in TWO_CAPITALS.finditer(self.folded):
            start = capitals.start()
            while start and _WITHIN_WORD.match(self.folded, start - 1):
                start -= 1
            match = _WORD.search(self.folded, start, capitals.end() + _LONGEST_WORD)
            if match is not None:
                words[match.start()] = Word(match.start(), match.end(), match[0])
        return tuple(words.values())
