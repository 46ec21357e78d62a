"""
An original and one of its translations, side by side.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from attrs import frozen

from mlweekly._expressions import expression
from mlweekly.validation._analysis._passages import Passage
from mlweekly.validation._analysis._scripts import LANGUAGES
from mlweekly.validation._analysis._words import Words, plain, primary
from mlweekly.validation._translation import _markup, _names
from mlweekly.validation._translation._european_numbers import knows_words
from mlweekly.validation._translation._loanwords import Sounds
from mlweekly.validation._translation._markers import list_markers
from mlweekly.validation._translation._model_names import LostName, lost_names
from mlweekly.validation._translation._number_forms import in_form_of
from mlweekly.validation._translation._number_pairs import NumberComparison, Slip, compared
from mlweekly.validation._translation._number_signs import lost_minuses, times_for_percent
from mlweekly.validation._translation._numbers import MOST_FIGURES, Number
from mlweekly.validation._translation._sentences import repeated_sentences
from mlweekly.validation._translation._tokens import Tokens

__all__ = ["Pair", "pairs_of"]

_ORDINAL = expression(
    "第[一二三四五六七八九十0-9]|首先|其次|最後|最后|まず|次に|첫|둘째|셋째|[0-9]번째|번째|마지막|[0-9][.、．]"
)
_FIGURE = expression(r"(?<![A-Za-z0-9])[0-9][0-9.,]*")
_RATIOS = {"ja": (0.25, 0.9), "ko": (0.28, 1.0), "zh": (0.15, 0.7)}
_CONTEXT = 24


@frozen(eq=False)
class Pair:
    """
    An original and one translation of it.

    Attributes:
        source: The original.
        target: The translation.
        source_tokens: What the original is made of.
        target_tokens: What the translation is made of.
    """

    source: Passage
    target: Passage
    source_tokens: Tokens
    target_tokens: Tokens

    @property
    def is_into_asian(self) -> bool:
        """
        Whether the translation is in a script in which Latin words stand out.
        """
        return primary(self.target.language) in LANGUAGES

    @cached_property
    def numbers(self) -> NumberComparison:
        """
        How the numbers of the translation differ from those of the original; tables of data are not compared.
        """
        source, target = self.source_tokens.numbers, self.target_tokens.numbers
        is_data = max(len(source), len(target)) > MOST_FIGURES
        found = compared((), ()) if is_data else compared(source, target)
        has_words = knows_words(self.source.language) and knows_words(self.target.language)
        return found if has_words else found.without_words

    @cached_property
    def times_for_percent(self) -> tuple[tuple[Number, Number], ...]:
        """
        The numbers that count times on one side and percent on the other.
        """
        return tuple(times_for_percent(self.source_tokens.numbers, self.target_tokens.numbers))

    @cached_property
    def lost_minuses(self) -> tuple[tuple[Number, Number], ...]:
        """
        The numbers that are below zero in the original only.
        """
        source, target = self.source_tokens.numbers, self.target_tokens.numbers
        return tuple(lost_minuses(source, target, self.target_tokens.folded))

    @property
    def sentence_counts(self) -> tuple[int, int]:
        """
        How many sentences the original has, and how many the translation.
        """
        return len(self.source_tokens.sentences), len(self.target_tokens.sentences)

    @cached_property
    def lengths(self) -> tuple[int, int]:
        """
        How many characters both have, without spaces, code and URLs.
        """
        return len("".join(self.source.prose.split())), len("".join(self.target.prose.split()))

    @property
    def length_kept(self) -> int:
        """
        How many characters of the original are in words and figures that the translation has the same way.
        """
        there = self.target.words.plain
        words = sum(len(word) for word in self.source.words.texts if plain(word) in there)
        figures = Counter(_FIGURE.findall(self.source.prose)) & Counter(_FIGURE.findall(self.target.prose))
        return words + sum(map(len, figures.elements()))

    @property
    def repeated_sentences(self) -> Iterator[tuple[str, int]]:
        """
        Each sentence that the translation has more often than the original has any, and how often.
        """
        return repeated_sentences(self.source_tokens.sentences, self.target_tokens.sentences)

    def corrected(self, slip: Slip) -> str | None:
        """
        Return the translation with the right value in the place of one that slipped, where it is then read as such.
        """
        text, number, language = self.target.text, slip.target, self.target.language
        words = in_form_of(number, slip.value, language)
        if words is None:
            return None
        start = max(0, number.start - _CONTEXT)
        around = f"{text[start : number.start]}{words}{text[number.end : number.end + _CONTEXT]}"
        read = (each for each in Tokens(Words(around), language).numbers if each.start == number.start - start)
        is_read = any(slip.value in each.values for each in read)
        return text[: number.start] + words + text[number.end :] if is_read else None

    @cached_property
    def missing_markers(self) -> tuple[list[str], int]:
        """
        The markers of lists that the translation lacks, as the original writes them, and how many the original has.

        Where the translation has none at all, words such as `first` may do.
        """
        markers = list(list_markers(self.source_tokens.markers))
        left = Counter(marker.number for marker in self.target_tokens.markers)
        if markers and not left and len(_ORDINAL.findall(self.target_tokens.folded)) > 1:
            return [], len(markers)
        missing: list[str] = []
        for marker in markers:
            left[marker.number] -= 1
            if left[marker.number] < 0:
                missing.append(self.source.text[marker.start : marker.end])
        return missing, len(markers)

    @cached_property
    def url_differences(self) -> tuple[list[str], list[str]]:
        """
        The URLs that only the original has, and those that only the translation has.
        """
        if "://" not in self.source.text:
            return [], []
        source, target = _markup.urls_in(self.source.text), _markup.urls_in(self.target.text)
        missing = [url for key, url in source.items() if key not in target]
        return missing, [url for key, url in target.items() if key not in source]

    def with_urls(self) -> str:
        """
        Return the translation with the URLs that it lacks.
        """
        return _markup.with_urls(self.target.text, *self.url_differences)

    def markup_differences(self) -> Iterator[tuple[str, list[str], list[str]]]:
        """
        Yield each kind of markup that both have not equally often, and what they have of it; titles have none.
        """
        if self.source.field != "title":
            yield from _markup.markup_differences(self.source.text, self.target.text)

    def missing_acronyms(self, terms: Iterable[str]) -> Iterator[tuple[str, str]]:
        """
        Yield each acronym that the translation lacks, as it is written and by its letters, but for terms of a glossary.
        """
        return _names.missing_acronyms(self.source_tokens, self.target.words, terms)

    def lost_names(self, passages: Iterable[Passage]) -> tuple[LostName, ...]:
        """
        The names with digits that the translation lacks, or has with other letters or digits.
        """
        elsewhere = (each.words for each in self._originals(passages))
        return tuple(lost_names(self.source_tokens, self.target_tokens, elsewhere))

    def _originals(self, passages: Iterable[Passage]) -> Iterator[Passage]:
        paper = self.target.paper
        return (each for each in passages if each.paper is paper and not each.is_translation)

    def is_nearly(self, word: str, other: str) -> bool:
        """
        Return whether two words differ in one letter, or in two that changed places.
        """
        return _names.is_nearly(word, other)

    def added_words(self, passages: Iterable[Passage]) -> Iterator[str]:
        """
        Yield each Latin word of the translation that nothing in the original, or elsewhere in the paper, stands for.
        """
        paper = self.target.paper
        originals = (each.words for each in self._originals(passages))
        others = [self.source.text, *(link.url for link in (() if paper is None else paper.links))]
        return _names.added_words(self.source.words, self.target.words, originals, others)

    def words_sounding_like(self, added: Sounds) -> Iterator[str]:
        """
        Yield each word of the translation in its own script that sounds like one of those added to the issue.
        """
        language = primary(self.target.language) or ""
        return _names.words_sounding_like(self.source.words, self.target.words, language, added)

    def preferred(self, translations: Mapping[str, str]) -> str | None:
        """
        Return the translation of a term in the language of this one.
        """
        language = primary(self.target.language)
        return next((words for tag, words in translations.items() if primary(tag) == language), None)

    def lacks_term(self, term: str, preferred: str | None) -> bool:
        """
        Return whether the original has a term, and the translation neither has it nor the words preferred for it.
        """
        is_there = _names.has_term(self.source.prose, term)
        return is_there and not _names.holds(self.target.text, preferred or term, primary(self.target.language))

    def with_term(self, term: str, preferred: str | None) -> str:
        """
        Return the translation with the term, or with the words preferred for it.
        """
        return _names.with_term(self.target.text, term, preferred, primary(self.target.language) or "")

    @property
    def usual_ratio(self) -> tuple[float, float] | None:
        """
        The shortest and the longest that the translation usually is, by the length of its original.
        """
        source, target = primary(self.source.language), primary(self.target.language)
        if source == "en":
            return _RATIOS.get(target or "")
        low, high = _RATIOS.get(source or "", (0.0, 0.0)) if target == "en" else (0.0, 0.0)
        return (1 / high, 1 / low) if low else None


def pairs_of(passages: Iterable[Passage]) -> Iterator[Pair]:
    """
    Yield each translation beside its original; a translation without one is in no pair.
    """
    source: tuple[Passage, Tokens] | None = None
    for passage in passages:
        if passage.paper is None:
            continue
        tokens = Tokens(passage.words, passage.language)
        if not passage.is_translation:
            source = passage, tokens
        elif source is not None and source[0].operation_pointer == passage.operation_pointer:
            yield Pair(source[0], passage, source[1], tokens)
