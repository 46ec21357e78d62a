"""
The rule about acronyms that are nearly those of their paper.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import chain, groupby, islice

from mlweekly.validation._analysis._passages import Passage
from mlweekly.validation._analysis._vocabulary import KNOWN
from mlweekly.validation._analysis._words import TWO_CAPITALS, Word, of_ordinary_width, singular
from mlweekly.validation._context import Context
from mlweekly.validation._finding import Facts, Violation

__all__ = ["acronym_near_miss"]

_SHORTEST, _LONGEST = 3, 30
_MOST_JUDGED = 20


def acronym_near_miss(context: Context) -> Iterator[Violation]:
    """
    No acronym is one letter away from one that the title or the abstract of its paper has.

    Judged are acronyms of three letters or more in summaries and translations that neither title nor abstract has.
    Excused are those that a text of the paper spells out (beside them in brackets, or in words with capitals), that
    another paper of the issue has, one that a text has twice or that begins a longer name, one with other capitals
    (CALM beside PaLM), and the well-known ones, for `CoT` beside `DoT` and LLaVA beside LLaMA are no slips. An original
    and its translations are one finding.

    Why it matters: it is the name of the thing itself that is wrong, and a search for it finds nothing.
    Bad:
        ## 思考のダイアグラム(DoT) / On the Diagram of Thought (DoT)

        ### 論文紹介

        DATは推論を図としてモデル化します。

        > DAT models reasoning as a diagram.
    Good:
        ## 思考のダイアグラム(DoT) / On the Diagram of Thought (DoT)

        ### 論文紹介

        DoTは推論を図としてモデル化します。

        > DoT models reasoning as a diagram.
    Fix: none. Which of both is right is for an editor to say.
    Counted: 1 on the Japanese post and 1 on the 65 issues of the English table, the same one, true.
    """
    words = _Words(context)
    for _, group in groupby(context.passages, key=lambda passage: id(passage.paper)):
        passages = list(group)
        if passages[0].paper is not None:
            yield from _near_misses(passages, words)


def _near_misses(passages: list[Passage], words: _Words) -> Iterator[Violation]:
    sure = [each for each in passages if each.field in ("title", "abstract") and not each.is_translation]
    capitals = {name for passage in sure for name in _capitals_in(passage)}
    if not capitals:
        return
    shown = _Names(capitals)
    others = [passage for passage in passages if passage not in sure and shown.has_near(_capitals_in(passage))]
    if not others:
        return
    names = _Names(word.text for passage in sure for word in passage.words.acronyms)
    places: dict[str, list[tuple[Passage, Word]]] = {}
    for passage in others:
        for word in passage.words.acronyms:
            places.setdefault(singular(word.text), []).append((passage, word))
    known = KNOWN.union(*(each.words.plain for each in sure))
    found = ((name, near) for name in places if name not in known and (near := names.near(name)) is not None)
    for name, near in islice(found, _MOST_JUDGED):
        is_lost_name = all(_original_has(near, passage, passages) for passage, _ in places[name])
        if (
            not is_lost_name
            and not words.explain(name, passages)
            and not _is_name_of_its_own(places[name][0][1].text, name, near, passages)
        ):
            passage, word = places[name][0]
            pointers = tuple(dict.fromkeys(passage.pointer for passage, _ in places[name]))
            words_seen = f"{word.text} is one letter from {near}, which the title or the abstract has"
            message = f"{passage.name}: {words_seen}: correct the wrong one"
            evidence: Facts = {"text": word.text, "elsewhere": near}
            yield Violation(pointers[0], message, evidence, (name, near), places=pointers if len(pointers) > 1 else ())


def _original_has(near: str, passage: Passage, passages: list[Passage]) -> bool:
    """
    Return whether a text is a translation whose original has the other name: then that name is lost, and T506 tells it.
    """
    originals = (each for each in passages if each.field == passage.field and not each.is_translation)
    return passage.is_translation and any(singular(near) in each.words.plain for each in originals)


def _is_name_of_its_own(word: str, name: str, near: str, passages: list[Passage]) -> bool:
    """
    Return whether a paper shows that a name is no slip of another.

    It writes other letters otherwise (CALM beside PaLM), says it more than once in a text, says in small letters what
    it is short for (energy-based models for EBM beside EBT), or a longer name goes on with it.
    """
    same = sum(own == their for own, their in zip(word.rstrip("s"), near.rstrip("s"), strict=False))
    if sorted(name) != sorted(singular(near)) and same < len(name) - 1:
        return True
    for passage in passages:
        words = passage.words
        if sum(singular(each.text) == name for each in words.acronyms) > 1 or words.spells(name):
            return True
        if any(each.startswith(name) and each.rstrip("s") != name for each in words.plain):
            return True
    return False


def _capitals_in(passage: Passage) -> set[str]:
    """
    Return what may be the acronyms of a text: a quick look that misses none.
    """
    return set(TWO_CAPITALS.findall(of_ordinary_width(passage.text)))


class _Names:
    """
    Acronyms, to be looked up by names that differ in one letter, or in two neighbours that changed places.
    """

    def __init__(self, names: Iterable[str]) -> None:
        self._names = {key: name for name in names if len(key := singular(name)) >= _SHORTEST}
        self._order = {key: order for order, key in enumerate(self._names)}
        self._lengths = set(map(len, self._names))

    @cached_property
    def _by_pattern(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for key in self._names:
            for pattern in _patterns(key):
                found.setdefault(pattern, []).append(key)
        return found

    def near(self, name: str) -> str | None:
        """
        Return the first acronym that a name nearly is.
        """
        # Names that are nearly the same are of one length.
        if len(name) not in self._lengths:
            return None
        near = {key for pattern in _patterns(name) for key in self._by_pattern.get(pattern, ()) if key != name}
        near |= {key for key in _swapped(name) if key in self._names}
        return self._names[min(near, key=self._order.__getitem__)] if near else None

    def has_near(self, names: Iterable[str]) -> bool:
        """
        Return whether one of some names is nearly one of these, and none of them.
        """
        keys = {singular(name) for name in names if len(name) in self._lengths or len(name) - 1 in self._lengths}
        return any(self.near(key) is not None for key in keys - self._names.keys())


def _patterns(name: str) -> Iterator[str]:
    """
    Yield a name without each of its letters; no acronym is very long.
    """
    for index, letter in enumerate(name if len(name) <= _LONGEST else ""):
        if letter.isalpha():
            yield f"{name[:index]}?{name[index + 1 :]}"


def _swapped(name: str) -> Iterator[str]:
    for index in range(len(name) - 1 if len(name) <= _LONGEST else 0):
        if name[index] != name[index + 1]:
            yield f"{name[:index]}{name[index + 1]}{name[index]}{name[index + 2 :]}"


class _Words:
    """
    The words of an issue, which say of a name whether it is elsewhere.
    """

    def __init__(self, context: Context) -> None:
        self._passages = context.passages

    @cached_property
    def _counts(self) -> Counter[str]:
        return Counter(chain.from_iterable(passage.words.plain for passage in self._passages))

    def explain(self, name: str, passages: list[Passage]) -> bool:
        """
        Return whether a paper says what a name is short for, or another paper has it.
        """
        if any(passage.words.spells_out(name) for passage in passages):
            return True
        return self._counts[name] > sum(name in passage.words.plain for passage in passages)
