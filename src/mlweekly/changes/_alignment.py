"""
Which elements of two sides are the same one: issues, papers, links, entries, paragraphs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Generic, TypeAlias, TypeVar

from mlweekly.changes._ordering import longest_rising_run
from mlweekly.changes._words import words_of
from mlweekly.model import ContentsEntry, Issue, Link, Paper, Text

Pairs: TypeAlias = list[tuple[int, int]]
"""
The positions, on the old and on the new side, of each element that both sides have, in the order of the old side.
"""

Ends: TypeAlias = tuple[int, int]

_Element = TypeVar("_Element")
_LOOKED_AHEAD = 8
_MOST_CARRIERS = 64
_MOST_COMPARED = 16


def same_ends(old: Sequence[object], new: Sequence[object]) -> Ends:
    """
    Return how many elements both sides begin and end with; together not more than the shorter side has.
    """
    start = _same_run(zip(old, new, strict=False))
    return start, _same_run(zip(reversed(old[start:]), reversed(new[start:]), strict=False))


def _same_run(pairs: Iterable[tuple[object, object]]) -> int:
    count = 0
    for one, other in pairs:
        # Most values are shared by the states of one document, and need no look inside.
        if one is not other and not one == other:  # noqa: SIM201 -- `!=` of values asks `==`, by a longer way
            break
        count += 1
    return count


def paper_pairs(old: Sequence[Paper], new: Sequence[Paper], ends: Ends | None = None) -> Pairs:
    """
    Match papers by identity key and title, by key, by title, by any link, by summary, and at last by a similar title.

    Args:
        old: The papers before.
        new: The papers after.
        ends: What `same_ends` says of them, if that is known.
    """
    alignment = Alignment(old, new, ends)
    if alignment.open:
        alignment.match(lambda paper: paper.key, told_apart_by=lambda paper: _folded(paper.title))
        alignment.match(lambda paper: _folded(paper.title))
        alignment.match_any(lambda paper: [link.canonical for link in paper.links])
        alignment.match(lambda paper: paper.summary or paper.abstract)
        alignment.match_any(_letters_of_title, share=0.5)
    return alignment.pairs()


def link_pairs(old: Sequence[Link], new: Sequence[Link], ends: Ends | None = None) -> Pairs:
    """
    Match links as they are written, by URL, by target, and for a corrected target by label, role, kind.
    """
    alignment = Alignment(old, new, ends)
    if alignment.open:
        alignment.match(lambda link: (link.url, link.label))
        alignment.match(lambda link: link.url)
        alignment.match(lambda link: link.canonical)
        alignment.match(lambda link: link.label)
        alignment.match(lambda link: link.role)
        alignment.match(lambda link: link.kind)
        alignment.match(lambda link: ("printed as", link.label, link.section))
    return alignment.pairs()


def issue_pairs(old: Sequence[Issue], new: Sequence[Issue], ends: Ends | None = None) -> Pairs:
    """
    Match issues by title and period if no other has the same, by most of their papers, by period, by title.

    What has nothing of all that is matched if it is equal.

    Args:
        old: The issues before.
        new: The issues after.
        ends: What `same_ends` says of them, if that is known.
    """
    alignment = Alignment(old, new, ends)
    if alignment.open:
        alignment.match(_heading, unique=True)
        alignment.match_any(lambda issue: [paper.key or _folded(paper.title) for paper in issue.papers], share=0.5)
        alignment.match(_heading)
        alignment.match(lambda issue: issue.period)
        alignment.match(lambda issue: issue.title)
        alignment.match(lambda issue: issue)
    return alignment.pairs()


def entry_pairs(old: Sequence[ContentsEntry], new: Sequence[ContentsEntry], ends: Ends | None = None) -> Pairs:
    """
    Match entries by words and target, by words, by target.
    """
    alignment = Alignment(old, new, ends)
    if alignment.open:
        alignment.match(lambda entry: (entry.label, entry.target))
        alignment.match(lambda entry: entry.label)
        alignment.match(lambda entry: entry.target)
    return alignment.pairs()


def string_pairs(old: Sequence[str], new: Sequence[str], ends: Ends | None = None) -> Pairs:
    """
    Match paragraphs or names that keep their order: equal ones, and between them those that are alike.
    """
    alignment = Alignment(old, new, ends)
    if not alignment.open:
        return alignment.pairs()
    alignment.match(lambda string: string)
    equal = alignment.pairs()
    kept = [equal[position] for position in longest_rising_run([place for _, place in equal])]
    pairs: Pairs = []
    start = (0, 0)
    for end in (*kept, (len(old), len(new))):
        pairs.extend(_alike_between(old, new, start, end))
        if end[0] < len(old):
            pairs.append(end)
        start = (end[0] + 1, end[1] + 1)
    return pairs


def _alike_between(old: Sequence[str], new: Sequence[str], start: tuple[int, int], end: tuple[int, int]) -> Pairs:
    if end[0] - start[0] == end[1] - start[1]:
        return list(zip(range(start[0], end[0]), range(start[1], end[1]), strict=True))
    pairs: Pairs = []
    nearest = start[1]
    for position in range(start[0], end[0]):
        candidates = range(nearest, min(end[1], nearest + _LOOKED_AHEAD))
        place = next((place for place in candidates if _are_alike(old[position], new[place])), None)
        if place is not None:
            pairs.append((position, place))
            nearest = place + 1
    return pairs


def _are_alike(one: str, other: str) -> bool:
    ours, theirs = set(words_of(one)), set(words_of(other))
    return 2 * len(ours & theirs) >= max(len(ours), len(theirs), 1)


def _folded(text: Text) -> str:
    return " ".join(str(text).casefold().split())


def _letters_of_title(paper: Paper) -> list[str]:
    """
    Return the pairs of neighbouring letters of a title; a paper that has an identity is known by that alone.
    """
    title = _folded(paper.title)
    return [title[place : place + 2] for place in range(len(title) - 1)] if paper.key is None else []


def _heading(issue: Issue) -> tuple[str, object] | None:
    return None if issue.title is None else (issue.title, issue.period)


class Alignment(Generic[_Element]):
    """
    Two sides, and what of them is matched so far.

    Attributes:
        open: The positions of the old side that have no partner yet.
    """

    def __init__(self, old: Sequence[_Element], new: Sequence[_Element], ends: Ends | None = None) -> None:
        self._old, self._new = old, new
        start, end = same_ends(old, new) if ends is None else ends
        self._partners = {place: place for place in range(start)}
        self._partners.update((len(old) - 1 - back, len(new) - 1 - back) for back in range(end))
        self.open = list(range(start, len(old) - end))
        self._open_new = list(range(start, len(new) - end))
        self._taken: set[int] = set()

    def pairs(self) -> Pairs:
        return sorted(self._partners.items())

    def match(
        self,
        key: Callable[[_Element], Hashable],
        *,
        unique: bool = False,
        told_apart_by: Callable[[_Element], Hashable] | None = None,
    ) -> None:
        """
        Pair what has the same key, in order; not what has none, nor with `unique` what shares it with another.

        Of those that share a key, what is alike in what tells them apart is paired first.
        """
        if not self.open or not self._open_new:
            return
        places: dict[Hashable, list[int]] = {}
        for place in reversed(self._open_new):
            places.setdefault(key(self._new[place]), []).append(place)
        keys = [key(self._old[place]) for place in self.open]
        if told_apart_by is not None and (len(places) < len(self._open_new) or len({*keys}) < len(keys)):
            self.match(lambda element: (key(element), told_apart_by(element)))
            self.match(key, unique=unique)
            return
        counted = Counter(keys) if unique else Counter[Hashable]()
        for position, found in zip(self.open, keys, strict=True):
            candidates = places.get(found)
            if candidates and _says_something(found) and not (unique and (len(candidates) > 1 or counted[found] > 1)):
                self._pair(position, candidates.pop())
        self._close()

    def match_any(self, keys: Callable[[_Element], list[str]], share: float = 0) -> None:
        """
        Pair each with the one that has most keys in common with it, and at least this share of either's.

        A key that very many have tells none of them, so the others tell the candidates. The first that is free is one
        too: if nothing tells elements apart, they are paired in order.
        """
        if not self.open or not self._open_new:
            return
        others = {place: set(keys(self._new[place])) for place in self._open_new}
        carriers: dict[str, list[int]] = {}
        for place, found in others.items():
            for key in found:
                carriers.setdefault(key, []).append(place)
        free = 0
        for position in self.open:
            own = set(keys(self._old[position]))
            rare = (places for key in own if len(places := carriers.get(key, [])) <= _MOST_CARRIERS)
            common = Counter(place for places in rare for place in places if place not in self._taken)
            while free < len(self._open_new) and self._open_new[free] in self._taken:
                free += 1
            likely = sorted(common, key=lambda place: (-common[place], place))[:_MOST_COMPARED]
            candidates = {*likely, *self._open_new[free : free + 1]}
            count, place = min(((-len(own & others[place]), place) for place in candidates), default=(0, 0))
            if count and -count >= share * max(len(own), len(others[place])):
                self._pair(position, place)
        self._close()

    def _pair(self, position: int, place: int) -> None:
        self._partners[position] = place
        self._taken.add(place)

    def _close(self) -> None:
        self.open = [position for position in self.open if position not in self._partners]
        self._open_new = [place for place in self._open_new if place not in self._taken]


def _says_something(key: Hashable) -> bool:
    return key is not None and (not isinstance(key, tuple) or key[0] is not None)
