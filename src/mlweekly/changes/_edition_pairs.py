"""
Which papers of two editions are the same one, where titles are in two languages, or short in one and full in the other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from mlweekly._mistakes import class_name, instead
from mlweekly._wording import expect
from mlweekly.model import Issue, Paper

_TARGET, _TITLE, _SHORT_TITLE, _RANK = 2, 3, 2, 1
_ENOUGH = 2
_MOST_CARRIERS = 20


def reject_all_but_issues(*editions: object) -> None:
    """
    Raise a `TypeError` if one of them is no issue: a series has no single edition to compare.
    """
    others = [edition for edition in editions if not isinstance(edition, Issue)]
    if others:
        found = " and ".join(map(class_name, editions))
        raise TypeError(f"expected two issues, got {found}{instead('Issue', others[0])}")


def edition_pairs(a: Sequence[Paper], b: Sequence[Paper]) -> list[tuple[int, int]]:
    """
    Return the positions of each paper that both editions present, in the order of the first.

    A pair shares a title, or a link, or has the same rank and the one title within the other; of several candidates
    that which shares most is taken. A rank alone says nothing.

    Raises:
        TypeError: One side is no sequence.
    """
    expect(a, Sequence, "a sequence of papers")
    expect(b, Sequence, "a sequence of papers")
    weights: defaultdict[tuple[int, int], int] = defaultdict(int)
    places: defaultdict[tuple[str, object], list[int]] = defaultdict(list)
    for place, paper in enumerate(b):
        for mark, _ in _marks(paper):
            places[mark].append(place)
    for position, paper in enumerate(a):
        for mark, weight in _marks(paper):
            carriers = places.get(mark, ())
            # What most papers carry, as the digest's own page, tells none of them, and would pair each with each.
            for place in carriers if len(carriers) <= _MOST_CARRIERS else ():
                weights[position, place] += weight
    for position, place in weights:
        if a[position].rank == b[place].rank and _is_within(a[position], b[place]):
            weights[position, place] += _SHORT_TITLE
    best = sorted((-weight, pair) for pair, weight in weights.items() if weight >= _ENOUGH)
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, (position, place) in best:
        if position not in pairs and place not in taken:
            pairs[position] = place
            taken.add(place)
    return sorted(pairs.items())


def _marks(paper: Paper) -> Iterator[tuple[tuple[str, object], int]]:
    yield ("rank", paper.rank), _RANK
    for title in {_folded(paper.title[tag]) for tag in paper.title}:
        yield ("title", title), _TITLE
    for target in paper.links.targets:
        yield ("target", target), _TARGET


def _is_within(one: Paper, other: Paper) -> bool:
    ours, theirs = (
        [f" {_folded(paper.title[tag])} ".replace(":", " ") for tag in paper.title] for paper in (one, other)
    )
    return any(here in there or there in here for here in ours for there in theirs if here != there)


def _folded(title: str) -> str:
    return " ".join(title.casefold().split())
