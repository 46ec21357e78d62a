"""
Two editions of one issue that repair each other's links.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from attrs import evolve, frozen

import mlweekly._display
from mlweekly._display import Displayed
from mlweekly.changes._edition_pairs import edition_pairs, reject_all_but_issues
from mlweekly.changes._merging._conflicts import Conflict
from mlweekly.changes._operations import LinkAdded, LinkRetargeted
from mlweekly.changes._patch import Patch
from mlweekly.dates import DateRange
from mlweekly.identifiers import ArxivId
from mlweekly.model import Issue, Link, LinkSet, Paper
from mlweekly.model._members import Sealed
from mlweekly.model._pointers import ABSENT

_KINDS = ("paper", "post")
"""
The links that every edition gives of a paper, whatever its language; code, models and the like are an editor's choice.
"""
_TURNS = ("paper", "post", "paper")
"""
A post that was called the paper, once repaired, may leave the post missing, and the other way round.
"""
_DAYS_BEFORE_PAPER = 7


@frozen(repr=False)
class MergedEditions(Displayed, Sealed):
    """
    Two editions, each with what it lost taken from the other.

    Attributes:
        a: The first edition, repaired.
        b: The second edition, repaired.
        patch_of_a: What was repaired in the first; it undoes too.
        patch_of_b: What was repaired in the second.
        conflicts: Links that differ, and nothing tells which is right; pointers into `a`, whose link is `ours`. Neither
            edition is changed there.
    """

    a: Issue
    b: Issue
    patch_of_a: Patch
    patch_of_b: Patch
    conflicts: tuple[Conflict, ...] = ()

    def __str__(self) -> str:
        repairs = (*map(str, self.patch_of_a), *map(str, self.patch_of_b))
        return "\n".join((*repairs, *(f"conflict at {conflict}" for conflict in self.conflicts)))

    def __repr__(self) -> str:
        repairs = len(self.patch_of_a) + len(self.patch_of_b)
        return f"<MergedEditions, repairs: {repairs}, conflicts: {len(self.conflicts)}>"

    def __page__(self) -> mlweekly._display.Page:
        # Pages are for people, and few programs show anything.
        from mlweekly.changes._pages import editions_page

        return editions_page(self.a, self.conflicts, (self.patch_of_a, self.patch_of_b))

    def marked(self) -> str:
        """
        Return the conflicts for a person, each with both links between the marks of version control.
        """
        return "\n\n".join(conflict.marked() for conflict in self.conflicts)


def merge_editions(a: Issue, b: Issue) -> MergedEditions:
    """
    Return two editions of one issue with the links repaired that one has lost or mistaken and the other has right.

    Each keeps its language, its texts and its own papers and links. A paper that both present gets the link to the
    paper and the post that only the other edition has, in the form of its neighbours. A link that contradicts itself
    (called a post, and leading to a paper) or its date (a post from after the week, or from a week before its own
    paper; a paper of a later month) is retargeted, if the other edition has one that nothing contradicts.

    >>> from mlweekly import Link, LinkSet, Paper, Text
    >>> english = Issue(
    ...     papers=[Paper(rank=1, title=Text("Moshi"), links=LinkSet([Link("https://kyutai.org/Moshi.pdf")]))]
    ... )
    >>> korean = Issue(papers=[Paper(rank=1, title=Text("Moshi", translations={"ko": "모시"}))])
    >>> print(merge_editions(english, korean))
    paper link added to Moshi: https://kyutai.org/Moshi.pdf

    Raises:
        TypeError: They are not two issues.
    """
    reject_all_but_issues(a, b)
    ours, theirs = _Edition(a), _Edition(b)
    period = _trusted_period(a, b)
    pairs = edition_pairs(a.papers, b.papers)
    for (position, place), kind in product(pairs, _TURNS):
        one, other = ours.links(position, kind, period), theirs.links(place, kind, period)
        ours.repair(position, one, other)
        theirs.repair(place, other, one)
    conflicts = [
        conflict
        for (position, place), kind in product(pairs, _KINDS)
        for conflict in _contradictions(position, ours.links(position, kind, period), theirs.links(place, kind, period))
    ]
    patch_of_a, patch_of_b = Patch(ours.repairs), Patch(theirs.repairs)
    return MergedEditions(patch_of_a.apply(a), patch_of_b.apply(b), patch_of_a, patch_of_b, tuple(conflicts))


def _trusted_period(a: Issue, b: Issue) -> DateRange | None:
    """
    Return a period that most posts of both editions can belong to: a title may be the mistake, and not the posts.
    """
    posts = {
        link.canonical: link.created.start.toordinal()
        for issue in (a, b)
        for paper in issue.papers
        for link in paper.links
        if link.kind == "post" and link.created is not None
    }
    for period in (a.period, b.period):
        if period is not None and 2 * sum(day > period.end.toordinal() + 1 for day in posts.values()) <= len(posts):
            return period
    return None


class _Links:
    """
    The links of a paper that are, or are called, of one kind.

    Attributes:
        places: Where they are among the links of the paper.
        doubtful: Where those are that something speaks against.
        good: Those that nothing speaks against.
        targets: The targets of all links of the paper.
    """

    def __init__(self, paper: Paper, kind: str, period: DateRange | None) -> None:
        self.kind = kind
        self.links = paper.links.links
        self.places = [place for place, link in enumerate(self.links) if _is_called(link, kind)]
        self.doubtful = [place for place in self.places if _is_contradicted(self.links[place], kind, paper, period)]
        self.good = [
            self.links[place]
            for place in self.places
            if place not in self.doubtful and (self.links[place].kind == kind or kind == "paper")
        ]
        self.targets = {link.canonical for link in self.links}


def _is_called(link: Link, kind: str) -> bool:
    return link.role == kind if link.role in _KINDS else link.kind == kind


def _is_contradicted(link: Link, kind: str, paper: Paper, period: DateRange | None) -> bool:
    """
    Return whether the URL of a link speaks against what it is called, or against its date.

    On 129 issues no paper was of a month later than the day after the week, one issue had posts of that day and none
    later ones, and no post of 1,027 was more than a week older than its paper.
    """
    if link.kind is not None and link.kind != kind:
        return link.kind in _KINDS
    created = link.created
    if created is None:
        return False
    if period is not None and created.start.toordinal() > period.end.toordinal() + 1:
        return True
    source = paper.links.paper if kind == "post" else None
    if source is None or source.created is None:
        return False
    return created.end.toordinal() + _DAYS_BEFORE_PAPER < source.created.start.toordinal()


class _Edition:
    """
    An edition that is being repaired.

    Attributes:
        repairs: The repairs made so far; each builds on those before it.
    """

    def __init__(self, issue: Issue) -> None:
        self._papers = list(issue.papers)
        self._forms = {kind: _form_of(issue.papers, kind) for kind in _KINDS}
        self.repairs: list[LinkAdded | LinkRetargeted] = []

    def links(self, index: int, kind: str, period: DateRange | None) -> _Links:
        return _Links(self._papers[index], kind, period)

    def repair(self, index: int, own: _Links, other: _Links) -> None:
        """
        Give a paper the link that it lacks or mistakes, if the other edition has a good one.
        """
        missing = next((link for link in other.good if link.canonical not in own.targets), None)
        if own.good or missing is None or (own.places and not own.doubtful):
            return
        paper, links, pointer = self._papers[index], list(own.links), f"/papers/{index}/links"
        if own.doubtful:
            place = own.doubtful[0]
            before = links[place]
            links[place] = evolve(before, url=missing.url)
            self.repairs.append(
                LinkRetargeted(f"{pointer}/{place}", before=before.url, after=missing.url, of=paper.title)
            )
        else:
            form = self._forms[own.kind]
            place = (0 if own.kind == "paper" else len(links)) if form is None else min(form[1], len(links))
            link = missing if form is None else Link(missing.url, form[0].label, section=form[0].section)
            self.repairs.append(LinkAdded(f"{pointer}/{place}", after=link, count=len(links), of=paper.title))
            links.insert(place, link)
        self._papers[index] = evolve(paper, links=LinkSet(links))


def _form_of(papers: Sequence[Paper], kind: str) -> tuple[Link, int] | None:
    """
    Return the first link of a kind in an edition, whose label and section others take, and its place.
    """
    for paper in papers:
        for place, link in enumerate(paper.links):
            if link.kind == kind and _is_called(link, kind):
                return link, place
    return None


def _contradictions(position: int, ours: _Links, theirs: _Links) -> Iterator[Conflict]:
    """
    Yield a conflict if both have a link of the kind that nothing contradicts, and not to the same target.

    A preprint and a publisher's page may be the same paper, so only two numbers of arXiv, and two posts, disagree.
    """
    if not ours.good or not theirs.good or ours.targets & {link.canonical for link in theirs.good}:
        return
    if theirs.targets & {link.canonical for link in ours.good}:
        return
    one, other = ours.good[0], theirs.good[0]
    if ours.kind == "paper" and not (isinstance(one.identifier, ArxivId) and isinstance(other.identifier, ArxivId)):
        return
    place = next(place for place in ours.places if ours.links[place] is one)
    yield Conflict(f"/papers/{position}/links/{place}", "changed", ABSENT, one, other)
