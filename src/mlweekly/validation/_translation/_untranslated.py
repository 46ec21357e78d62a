"""
What shows that a translation, or a sentence of it, was left untranslated.
"""

from __future__ import annotations

import re
from typing import Final

from mlweekly._expressions import expression
from mlweekly._wording import shortened
from mlweekly.validation._analysis._passages import Passage
from mlweekly.validation._analysis._scripts import ASIAN_LETTER, LANGUAGES
from mlweekly.validation._analysis._vocabulary import FUNCTION_WORDS
from mlweekly.validation._analysis._words import plain, primary
from mlweekly.validation._translation._pairs import Pair

__all__ = ["left_untranslated"]

_LATIN: Final = "!-~±×À-ɏ‐-―‘-”…"
_ROW: Final = expression(f"[A-Za-z0-9(](?<![{_LATIN}].)[{_LATIN}]*[ ](?:[{_LATIN}]+[ ]){{3,}}[{_LATIN}]+")
_SENTENCE_OF_ORIGINAL: Final = expression(r"(?<=[.;:!?])\s+")
_ASIAN_LETTERS: Final = expression(f"{ASIAN_LETTER.pattern}+")
_LEAST_WORDS: Final = 4
_FEWEST_WITH_FUNCTION_WORD: Final = 3
_FEWEST_OF_ORIGINAL: Final = 5
_FEWEST_IN_ROW: Final = 10
_LEAST_FUNCTION_WORDS: Final = 3
_OPENING: Final = tuple("\"“”'‘「『《〈(（*_[")
_LONGEST_SHOWN: Final = 40


def left_untranslated(passage: Passage, pair: Pair | None) -> str | None:
    """
    Return how it shows that a translation was left untranslated, or None.

    Args:
        passage: The translation.
        pair: The translation beside its original; None where it has none.
    """
    words = passage.words.texts
    is_title = passage.field == "title"
    if is_title and passage.words.is_name:
        return None
    has_letters = ASIAN_LETTER.search(passage.text) is not None
    if pair is not None and words and not has_letters and plain(pair.source.text) == plain(passage.text):
        return "the text is that of the original"
    if primary(passage.language) in LANGUAGES and len(words) >= _LEAST_WORDS:
        letters = _letters(passage.prose)
        # Lists of key words stay in English in Chinese digests; a sentence has words such as `of` and `is`.
        if letters < len(words) and not FUNCTION_WORDS.isdisjoint(map(plain, words)):
            return f"{len(words)} Latin words beside {letters} letters of {passage.language}"
        rows = () if is_title else _ROW.finditer(passage.prose)
        left = next((left for row in rows if (left := _left_in(row, passage, pair)) is not None), None)
        if left is not None:
            return left
    sentence = None if pair is None or is_title else _sentence_of(pair)
    return None if sentence is None else f"a sentence of the original: {shortened(sentence, _LONGEST_SHOWN)}"


def _sentence_of(pair: Pair) -> str | None:
    """
    Return the first sentence of a translation that is one of the original; names alone and quotations are none.
    """
    own: set[str] = set()
    for sentence in pair.target_tokens.sentences:
        if ASIAN_LETTER.search(sentence) is not None or sentence[0] in _OPENING:
            continue
        words = [plain(word) for word in sentence.split()]
        is_sentence = len(words) >= _FEWEST_WITH_FUNCTION_WORD and not FUNCTION_WORDS.isdisjoint(words)
        if not (is_sentence or len(words) >= _LEAST_WORDS):
            continue
        own = own or {plain(each) for each in pair.source_tokens.sentences}
        # A list of names has one word such as `and` between them.
        if plain(sentence) in own and sum(word.strip(".,;:!?").islower() for word in sentence.split()) > 1:
            return sentence
    return None


def _left_in(row: re.Match[str], passage: Passage, pair: Pair | None) -> str | None:
    """
    Return what a row of Latin words shows: a whole sentence, or a sentence of the original; a quotation shows nothing.
    """
    if passage.prose[max(0, row.start() - 1) : row.start()] in _OPENING:
        return None
    words = [plain(word) for word in row[0].split()]
    if len(words) >= _FEWEST_IN_ROW and sum(word in FUNCTION_WORDS for word in words) >= _LEAST_FUNCTION_WORDS:
        return f"{len(words)} Latin words in a row: {shortened(row[0], _LONGEST_SHOWN)}"
    sentence = _SENTENCE_OF_ORIGINAL.split(row[0], maxsplit=1)[0]
    first = [plain(word) for word in sentence.split()]
    is_sentence = len(first) >= _FEWEST_OF_ORIGINAL and not FUNCTION_WORDS.isdisjoint(first)
    is_left = is_sentence and pair is not None and sentence in pair.source.prose
    return f"a sentence of the original: {shortened(sentence, _LONGEST_SHOWN)}" if is_left else None


def _letters(text: str) -> int:
    return sum(map(len, _ASIAN_LETTERS.findall(text)))
