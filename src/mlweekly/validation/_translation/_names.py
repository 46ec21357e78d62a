"""
The Latin words of a translation, and what in its original stands for them: names, acronyms, terms of a glossary.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import chain, islice
from typing import Final

from attrs import frozen

from mlweekly._expressions import expression
from mlweekly.validation._analysis._scripts import ASIAN_LETTER
from mlweekly.validation._analysis._vocabulary import EVERYDAY, KNOWN, ROMAN_NUMBERS, SHOUTED, TRANSLATED
from mlweekly.validation._analysis._words import TWO_CAPITALS, Word, Words, plain, singular
from mlweekly.validation._translation._loanwords import Sounds, loanwords
from mlweekly.validation._translation._tokens import Tokens

__all__ = ["added_words", "has_term", "holds", "is_nearly", "missing_acronyms", "with_term", "words_sounding_like"]

_GLOSS_AFTER_ASIAN = expression(r"(?<=[぀-ヿ㐀-鿿가-힣])[ ]?[(（][^()（）]*[)）]")
_PHRASE = expression(r"[A-Za-z]+(?:[ -][A-Za-z]+)+")
_AFTER_FIGURE = expression(r"[0-9０-９][ ]?$")
# Currencies, units, eras, hours and a virus may be written out.
_IN_WORDS: Final = {
    **dict.fromkeys(("eur", "euro"), "ユーロ|유로|欧元|歐元"),
    "usd": "ドル|달러|美元",
    "gbp": "ポンド|파운드|英镑|英鎊",
    "jpy": "円|엔|日元|日圓",
    **dict.fromkeys(("cny", "rmb"), "元|위안"),
    "krw": "ウォン|원|韩元|韓元",
    **dict.fromkeys(("kb", "kib", "mb", "mib", "gb", "gib", "tb", "tib", "pb"), "バイト|바이트|字节|字節|位元組"),
    **dict.fromkeys(("kw", "mw", "gw", "tw", "kwh", "mwh", "gwh", "twh"), "ワット|와트|瓦"),
    **dict.fromkeys(("khz", "mhz", "ghz", "thz"), "ヘルツ|헤르츠|赫"),
    **dict.fromkeys(("bc", "bce"), "紀元前|기원전|公元前"),
    **dict.fromkeys(("ad", "ce"), "紀元|西暦|서기|기원|公元|西元"),
    "am": "午前|오전|上午|凌晨|早上",
    "pm": "午後|오후|下午|晚上",
    "utc": "世界時|협정 ?세계시|世界时|世界協調時|世界协调时",
    "ci": "信頼区間|신뢰 ?구간|置信区间|信賴區間",
    "covid": "コロナ|코로나|新冠|新型冠",
}
# What follows the first figure of 1024x1024.
_SIZE = expression("x[0-9]+[a-z]{0,3}")
_LONGEST_UNIT = 3
_SHORT = 3
_LEAST_COMMON = 0.6
# To look for one takes as long as its text, and no text has so many.
_MOST_NAMES = 1_000


def missing_acronyms(source: Tokens, target: Words, terms: Iterable[str]) -> Iterator[tuple[str, str]]:
    """
    Yield each acronym of an original that its translation lacks, as it is written and by its letters.

    Args:
        source: What the original is made of.
        target: The words of the translation.
        terms: The letters of terms that a glossary decides about.
    """
    places: dict[str, list[Word]] = {}
    text, acronyms = source.words.text, source.words.acronyms
    named = {offset for start, end in (source.names if acronyms else ()) for offset in range(start, end)}
    for word in acronyms:
        # Names with digits, such as GPT-4o, are of another rule.
        if word.start in named:
            continue
        places.setdefault(singular(word.text), []).append(word)
    ends: set[int] = set()
    excused = {*terms, *TRANSLATED, *ROMAN_NUMBERS, *target.plain}
    for name, words in islice(places.items(), _MOST_NAMES):
        first = words[0].text
        is_only_gloss = all(text[word.start - 1 : word.start] in ("(", "（") for word in words)
        is_shouted = first.isupper() and first.lower() in SHOUTED
        if name in excused or is_only_gloss or is_shouted:
            continue
        in_words = _IN_WORDS.get(name)
        if in_words is not None and re.search(in_words, target.text) is not None:
            continue
        if not (len(name) > _SHORT and name in target.squeezed) and not target.spells(name):
            # CoT-SC is one name, and one loss.
            is_rest = all(text[word.start - 1 : word.start] == "-" and word.start - 1 in ends for word in words)
            ends.update(word.end for word in words)
            if not is_rest:
                yield first, name


def added_words(source: Words, target: Words, originals: Iterable[Words], others: Iterable[str]) -> Iterator[str]:
    """
    Yield each Latin word of a translation that nothing in the original stands for.

    Args:
        source: The words of the original.
        target: The words of the translation.
        originals: The words of all originals of the paper.
        others: Other texts in which a name may be, such as URLs.
    """
    if target.plain <= source.plain:
        return
    words = [word for word in target.all if plain(word.text) not in source.plain]
    known = _Known(list(originals), list(others))
    words = [word for word in words if not known.has_word(word.text)]
    excused = _excused(source, target) if words else set[int]()
    judged: set[str] = set()
    for word in words:
        name = plain(word.text)
        is_size = _SIZE.fullmatch(name) is not None
        if len(name) < 2 or is_size or name in EVERYDAY or name in judged or word.start in excused:
            continue
        is_unit = len(name) <= _LONGEST_UNIT and _AFTER_FIGURE.search(target.text, max(0, word.start - 2), word.start)
        if not is_unit and len(judged) < _MOST_NAMES:
            judged.add(name)
            if not known.has(word.text, name):
                yield word.text


def _excused(source: Words, target: Words) -> set[int]:
    """
    Return the offsets in a translation at which a word may be added: in a gloss, and in what spells out an acronym.
    """
    glosses = _GLOSS_AFTER_ASIAN.finditer(target.text)
    phrases = (match for match in _PHRASE.finditer(target.text) if _abbreviates(match[0], source))
    return {offset for match in chain(glosses, phrases) for offset in range(*match.span())}


def _abbreviates(phrase: str, source: Words) -> bool:
    initials = "".join(part[0] for part in re.split("[ -]", phrase.lower()))
    return len(initials) > 1 and initials in source.plain


@frozen(eq=False)
class _Known:
    """
    What the originals of a paper, and its links, may stand for.
    """

    originals: Sequence[Words]
    others: Sequence[str]

    @cached_property
    def _squeezed(self) -> str:
        return " ".join([*(each.squeezed for each in self.originals), *map(plain, self.others)])

    def has_word(self, word: str) -> bool:
        """
        Return whether an original has a word, or its singular.
        """
        forms = (plain(word), singular(word))
        return any(not words.plain.isdisjoint(forms) for words in self.originals)

    def has(self, word: str, name: str) -> bool:
        """
        Return whether something stands for a word that the originals lack; what costs least is asked first.

        Args:
            word: The word, as written.
            name: Its letters.
        """
        if len(name) > _SHORT and name.removesuffix("s") in self._squeezed:
            return True
        if len(name) > _SHORT and any(_is_form_of(name, other) for words in self.originals for other in words.plain):
            return True
        is_acronym = name in KNOWN and TWO_CAPITALS.fullmatch(word) is not None
        return any(
            words.spells(word) or (is_acronym and set(name) <= set(words.initials[0])) for words in self.originals
        )


def _is_form_of(word: str, other: str) -> bool:
    """
    Return whether two words begin alike: four letters or more, and most of both.
    """
    common = 0
    for own, their in zip(word, other, strict=False):
        if own != their:
            break
        common += 1
    return common > _SHORT and common >= _LEAST_COMMON * len(word)


def is_nearly(word: str, other: str) -> bool:
    """
    Return whether two words differ in one letter, or in two neighbours that changed places.

    >>> is_nearly("DAT", "DoT"), is_nearly("DTo", "DoT"), is_nearly("RAG", "DoT")
    (True, True, False)
    """
    own, their = plain(word), plain(other)
    if len(own) != len(their) or len(own) < _SHORT:
        return False
    places = [index for index, (left, right) in enumerate(zip(own, their, strict=True)) if left != right]
    if len(places) == 2:
        first, second = places
        return second == first + 1 and own[first] == their[second] and own[second] == their[first]
    return len(places) == 1


def words_sounding_like(source: Words, target: Words, language: str, added: Sounds) -> Iterator[str]:
    """
    Yield each word in the script of a translation that sounds like one of those added, and like none of the original.
    """
    alike = [loan for loan in dict.fromkeys(loanwords(target.text, language)) if added.has(loan)]
    if alike:
        own_sounds = Sounds(source.plain)
        yield from (loan for loan in alike if not own_sounds.has(loan))


def has_term(text: str, term: str) -> bool:
    """
    Return whether a text has a term of a glossary, or its plural.
    """
    return _term(term).search(text) is not None


def holds(text: str, words: str, language: str | None) -> bool:
    """
    Return whether a translation holds words; in Korean the ending of a verb may be another.
    """
    if language == "ko":
        words = re.sub("(?<=[가-힣])(?:하다|다)$", "", words)
    return words.lower() in text.lower() if ASIAN_LETTER.search(words) else words in text


def with_term(text: str, term: str, preferred: str | None, language: str) -> str:
    """
    Return a translation with the preferred words for a term, or with the term where it is not to be translated.
    """
    if preferred is not None:
        return _term(term).sub(lambda _: preferred, text)
    loan = next(filter(Sounds([term]).has, loanwords(text, language)), None)
    if loan is not None:
        return text.replace(loan, term)
    return re.sub(re.escape(term), lambda _: term, text, flags=re.IGNORECASE)


def _term(term: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![A-Za-z0-9]){re.escape(term)}s?(?![A-Za-z0-9])", re.IGNORECASE)
