"""
The sentences of a text, in each script: ends in `.`, `。` and `다.`, with or without a space behind them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from mlweekly._expressions import expression
from mlweekly.validation._analysis._vocabulary import listed

__all__ = ["repeated_sentences", "sentences_in"]

_END: Final = expression(r"[。｡.!?\n<](?:(?<=[。｡])[。｡]*|(?<=[.!?])[.!?]*|(?<=\n)\n*|(?<=<)br ?/?>)")
_CLOSING: Final = "\"'”’)）]】」』》*_"
_LATIN_WORD_BEFORE: Final = expression(r"(?<![A-Za-z0-9.-])[A-Za-z](?:[A-Za-z.]*[A-Za-z])?$")
_LONGEST_WORD: Final = 24
_ASIAN_END: Final = expression("[぀-ヿ㐀-鿿가-힣]")
_NEXT_LATIN: Final = expression(r"[ ]*(?:[\"“‘'(\[*_`$]*[A-Z0-9$\\]|[\"“‘'(\[]*[぀-ヿ㐀-鿿가-힣]|$)")
_ABBREVIATIONS: Final = frozenset(
    listed(
        "e.g i.e al vs cf fig figs sec secs eq eqs no nos dr mr mrs ms prof st approx resp ca u.s u.k inc ltd jr sr vol"
        " pp ch app ref refs tab viz w.r.t"
    )
)
_NOTHING_MORE: Final = expression(r"\s*\Z")
_LETTER: Final = expression(r"[^\W\d_]")
_NOT_LETTERS: Final = expression(r"[\W_]+")
_SHORTEST_REPEATED: Final = 8


def sentences_in(folded: str) -> Iterator[str]:
    """
    Yield the sentences of a text in ordinary width.

    >>> list(sentences_in("We use 2.5B, i.e. less. It works."))
    ['We use 2.5B, i.e. less.', 'It works.']
    >>> list(sentences_in("모델입니다.학습합니다."))
    ['모델입니다.', '학습합니다.']
    """
    start = 0
    for match in _END.finditer(folded):
        end = match.end()
        if end <= start or not _is_end(folded, match):
            continue
        while end < len(folded) and folded[end] in _CLOSING:
            end += 1
        if _LETTER.search(folded, start, end) is not None:
            yield folded[start:end].strip()
        start = end
    if _LETTER.search(folded, start) is not None:
        yield folded[start:].strip()


def repeated_sentences(source: Iterable[str], target: Iterable[str]) -> Iterator[tuple[str, int]]:
    """
    Yield each sentence of a translation that occurs more often than any does in the original, and how often.
    """
    found: dict[str, list[str]] = {}
    for sentence in target:
        found.setdefault(_letters_of(sentence), []).append(sentence)
    repeated = [same for key, same in found.items() if len(same) > 1 and len(key) >= _SHORTEST_REPEATED]
    counts = Counter(map(_letters_of, source if repeated else ()))
    most = max(counts.values(), default=1)
    yield from ((same[0], len(same)) for same in repeated if len(same) > most)


def _letters_of(sentence: str) -> str:
    return _NOT_LETTERS.sub("", sentence).lower()


def _is_end(folded: str, match: re.Match[str]) -> bool:
    start, end = match.span()
    mark = match[0][0]
    if mark in "\n<":
        return True
    before, behind = folded[start - 1 : start], folded[end : end + 1]
    if mark in "。｡":
        # A quoted sentence goes on: 「…。」と.
        return behind not in tuple("」』”") or not folded[end + 1 : end + 2].strip()
    if _ASIAN_END.match(before) is not None or before in tuple("」』”)）"):
        return bool(before) and not (behind.isascii() and behind.islower())
    if mark in "!?" and (not behind or not behind.isascii()):
        return True
    if behind and not behind.isspace() and behind not in tuple(_CLOSING):
        return False
    word = _LATIN_WORD_BEFORE.search(folded[max(0, start - _LONGEST_WORD) : start])
    if mark == "." and word is not None and (len(word[0]) == 1 or word[0].lower() in _ABBREVIATIONS):
        is_single = len(word[0]) == 1
        return is_single and _NOTHING_MORE.match(folded, end) is not None
    position = end
    while folded[position : position + 1] in tuple(_CLOSING):
        position += 1
    return _NEXT_LATIN.match(folded, position) is not None
