"""
What stands in two places of a series.

Lives here: `Repeats`: the papers that two issues present, issues that are copies, posts that two papers have.
Must not know: any rule; which of two places is the mistake.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple, TypeAlias

from attrs import frozen

from mlweekly.model import Issue, Paper

__all__ = ["Place", "Repeats", "repeats_of"]

_FEWEST = 2


class Place(NamedTuple):
    """
    A paper of a series.

    Attributes:
        issue: The position of its issue.
        paper: Its position in the issue.
    """

    issue: int
    paper: int


Pair: TypeAlias = tuple[Place, Place]
_Places: TypeAlias = dict[tuple[str | None, str], list[tuple[int, int]]]


@frozen(eq=False)
class Repeats:
    """
    What stands in two places; the earlier place first.

    Attributes:
        papers: Papers of one identity in two issues.
        copies: Two issues of which one presents at least half of its papers as the other does, and the papers that they
            share.
        posts: Places of each post that stands under two papers or more, by its canonical URL, without the papers and
            issues that repeat as a whole.
    """

    papers: tuple[Pair, ...]
    copies: tuple[tuple[int, int, tuple[Pair, ...]], ...]
    posts: tuple[tuple[str, tuple[Place, ...]], ...]


def repeats_of(issues: Sequence[Issue]) -> Repeats:
    """
    Return what the issues repeat; those in one language are compared, for others are editions.
    """
    found = _Found(issues)
    copies = tuple(_copies(issues, found))
    copied = {pair[:2] for pair in copies}
    papers = tuple(
        (one, other)
        for places in found.repeated(found.keys)
        for one, other in _in_two_issues(issues, places)
        if (one.issue, other.issue) not in copied
    )
    posts = {
        mark[1]: tuple(_different(issues, [Place(*place) for place in places], copied))
        for mark, places in found.posts.items()
        if len(places) > 1
    }
    return Repeats(papers, copies, tuple(item for item in posts.items() if len(item[1]) > 1))


class _Found:
    """
    Where each identity, each title and each post of a series stands, in the order of the weeks.

    Attributes:
        keys: The places of a paper by its identity key, or its title where it has none.
        titles: The places of a title.
        posts: The places of a post.
    """

    def __init__(self, issues: Sequence[Issue]) -> None:
        self.keys: _Places = {}
        self.titles: _Places = {}
        self.posts: _Places = {}
        for index in sorted(range(len(issues)), key=lambda index: _turn(issues[index], index)):
            language = issues[index].language
            for position, paper in enumerate(issues[index].papers):
                self._add(paper, language, (index, position))

    def _add(self, paper: Paper, language: str | None, place: tuple[int, int]) -> None:
        title = (language, _folded(paper))
        self.titles.setdefault(title, []).append(place)
        key = paper.key
        self.keys.setdefault(title if key is None else (language, key), []).append(place)
        for link in paper.links.links:
            target = link.target
            if target.kind == "post":
                places = self.posts.setdefault((language, target.canonical), [])
                if place not in places[-1:]:
                    places.append(place)

    @staticmethod
    def repeated(places: _Places) -> Iterator[list[Place]]:
        return ([Place(*place) for place in found] for found in places.values() if len(found) > 1)


def _in_two_issues(issues: Sequence[Issue], places: list[Place]) -> Iterator[Pair]:
    """
    Yield a pair for each issue that repeats the one before: of one title, where an issue has the paper under two.
    """
    groups = [list(group) for _, group in groupby(places, key=lambda place: place.issue)]
    for earlier, later in pairwise(groups):
        titles = {_folded(issues[place.issue].papers[place.paper]): place for place in reversed(earlier)}
        alike = [
            (titles[title], place)
            for place in later
            if (title := _folded(issues[place.issue].papers[place.paper])) in titles
        ]
        yield alike[0] if alike else (earlier[0], later[0])


def _turn(issue: Issue, index: int) -> tuple[bool, int]:
    return (True, index) if issue.period is None else (False, issue.period.start.toordinal())


def _copies(issues: Sequence[Issue], found: _Found) -> Iterator[tuple[int, int, tuple[Pair, ...]]]:
    shared: dict[tuple[int, int], dict[int, Pair]] = {}
    for places in (*found.repeated(found.keys), *found.repeated(found.titles)):
        for one, other in pairwise(places):
            if one.issue != other.issue:
                shared.setdefault((one.issue, other.issue), {}).setdefault(other.paper, (one, other))
    for (one_issue, other_issue), pairs in shared.items():
        fewest = min(len(issues[one_issue].papers), len(issues[other_issue].papers))
        if len(pairs) >= _FEWEST and 2 * len(pairs) >= fewest:
            yield one_issue, other_issue, tuple(pairs.values())


def _different(issues: Sequence[Issue], places: list[Place], copied: set[tuple[int, int]]) -> Iterator[Place]:
    """
    Yield the places that hold another paper than the places before, in no copy of their issues.
    """
    known: set[str] = set()
    issues_known: set[int] = set()
    for place in places:
        paper = issues[place.issue].papers[place.paper]
        marks = {paper.key or "", _folded(paper)} - {""}
        if known.isdisjoint(marks) and not any((other, place.issue) in copied for other in issues_known):
            yield place
        known |= marks
        issues_known.add(place.issue)


def _folded(paper: Paper) -> str:
    return " ".join(str(paper.title).casefold().split())
