"""
What is in two places of a series: papers that two issues present, issues that are copies, posts of two papers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import groupby, pairwise
from typing import NamedTuple, TypeAlias

from mlweekly.model import Issue, Paper

__all__ = ["Place", "Repeats"]

_FEWEST = 2


class Place(NamedTuple):
    """
    A paper of a series.

    Attributes:
        issue: The index of its issue.
        paper: Its index in the issue.
    """

    issue: int
    paper: int


Pair: TypeAlias = tuple[Place, Place]
_Places: TypeAlias = dict[tuple[str | None, str], list[Place]]


class Repeats:
    """
    What is in two places, the earlier place first; issues in one language are compared, for others are editions.
    """

    def __init__(self, issues: Sequence[Issue]) -> None:
        """
        Note where each identity, each title and each post is, in the order of the weeks.
        """
        self._issues = issues
        self._keys: _Places = {}
        self._titles: _Places = {}
        self._posts: _Places = {}
        for index in sorted(range(len(issues)), key=lambda index: _turn(issues[index], index)):
            for position, paper in enumerate(issues[index].papers):
                self._note(paper, issues[index].language, Place(index, position))

    def _note(self, paper: Paper, language: str | None, place: Place) -> None:
        title, key = (language, _folded(paper)), paper.key
        self._titles.setdefault(title, []).append(place)
        self._keys.setdefault(title if key is None else (language, key), []).append(place)
        for link in paper.links:
            if link.kind == "post":
                places = self._posts.setdefault((language, link.canonical), [])
                if place not in places[-1:]:
                    places.append(place)

    @cached_property
    def copies(self) -> Mapping[tuple[int, int], Sequence[Pair]]:
        """
        The issues that share half of their papers or more, the earlier first, with the papers that they share.
        """
        shared: dict[tuple[int, int], dict[int, Pair]] = {}
        for places in (*self._keys.values(), *self._titles.values()):
            for one, other in pairwise(places):
                if one.issue != other.issue:
                    shared.setdefault((one.issue, other.issue), {}).setdefault(other.paper, (one, other))
        return {
            issues: tuple(pairs.values())
            for issues, pairs in shared.items()
            if len(pairs) >= _FEWEST and 2 * len(pairs) >= min(len(self._issues[index].papers) for index in issues)
        }

    @cached_property
    def _copied_by(self) -> Mapping[int, set[int]]:
        copied: dict[int, set[int]] = {}
        for first, second in self.copies:
            copied.setdefault(second, set()).add(first)
        return copied

    @cached_property
    def papers(self) -> Sequence[Pair]:
        """
        The papers that two issues present, but for those of copies.
        """
        pairs = (pair for places in self._keys.values() for pair in self._in_two_issues(places))
        return [(one, other) for one, other in pairs if (one.issue, other.issue) not in self.copies]

    @cached_property
    def posts(self) -> Mapping[str, Sequence[Place]]:
        """
        The posts that are under two papers, by their canonical URLs.
        """
        found = {post: list(self._different(places)) for (_, post), places in self._posts.items() if len(places) > 1}
        return {post: places for post, places in found.items() if len(places) > 1}

    def _in_two_issues(self, places: Iterable[Place]) -> Iterator[Pair]:
        """
        Yield a pair for each issue that repeats the one before: of one title, where an issue has the paper under two.
        """
        groups = [list(group) for _, group in groupby(places, key=lambda place: place.issue)]
        for earlier, later in pairwise(groups):
            titles = {self._title(place): place for place in reversed(earlier)}
            alike = ((titles[title], place) for place in later if (title := self._title(place)) in titles)
            yield next(alike, (earlier[0], later[0]))

    def _different(self, places: Iterable[Place]) -> Iterator[Place]:
        """
        Yield the places that hold another paper than the places before, in no copy of their issues.
        """
        known: set[str] = set()
        issues: set[int] = set()
        for place in places:
            paper = self._issues[place.issue].papers[place.paper]
            marks = {paper.key or "", _folded(paper)} - {""}
            if known.isdisjoint(marks) and issues.isdisjoint(self._copied_by.get(place.issue, ())):
                yield place
            known |= marks
            issues.add(place.issue)

    def _title(self, place: Place) -> str:
        return _folded(self._issues[place.issue].papers[place.paper])


def _turn(issue: Issue, index: int) -> tuple[bool, int]:
    return (True, index) if issue.period is None else (False, issue.period.start.toordinal())


def _folded(paper: Paper) -> str:
    return " ".join(str(paper.title).casefold().split())
