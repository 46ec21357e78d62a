"""
Two editions of one issue that repair each other.

Lives here: `merge_editions`, and `MergedEditions`, its outcome.
Must not know: what else differs between editions (`diff_editions` tells); any dialect.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product
from typing import TYPE_CHECKING

from attrs import frozen

from mlweekly._display import Displayed
from mlweekly.changes._edition_pairs import edition_pairs, reject_all_but_issues
from mlweekly.changes._merging._conflicts import ABSENT, Conflict
from mlweekly.changes._operations import LinkAdded, LinkRetargeted
from mlweekly.changes._patch import Patch
from mlweekly.dates import DateRange
from mlweekly.identifiers import ArxivId
from mlweekly.model import Issue, Link, Paper

if TYPE_CHECKING:
    from mlweekly._display import Page

__all__ = ["MergedEditions", "merge_editions"]

_KINDS = ("paper", "post")
"""
The links that every edition gives of a paper, whatever its language; code, models and the like are an editor's choice.
"""
_TURNS = ("paper", "post", "paper")
"""
A post that was called the paper, once repaired, may leave the post missing, and the other way round.
"""
_DAYS_BEFORE_PAPER = 7


@frozen
class MergedEditions(Displayed):
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

    def __page__(self) -> Page:
        # Pages are made for people, and few programs show anything.
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
    paper; a paper of a later month) is retargeted, where the other edition has one that nothing contradicts.

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
    return MergedEditions(ours.issue, theirs.issue, Patch(ours.repairs), Patch(theirs.repairs), tuple(conflicts))


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
        places: Where they stand among the links of the paper.
        doubtful: Where those stand that something speaks against.
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
    Tell whether the URL of a link speaks against what it is called, or against its date.

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
        issue: The edition with the repairs made so far; each stands on those before it.
        repairs: These repairs.
    """

    def __init__(self, issue: Issue) -> None:
        self.issue = issue
        self._printed = issue.papers
        self.repairs: list[LinkAdded | LinkRetargeted] = []

    def links(self, position: int, kind: str, period: DateRange | None) -> _Links:
        return _Links(self.issue.papers[position], kind, period)

    def repair(self, position: int, own: _Links, other: _Links) -> None:
        """
        Give a paper the link that it lacks or mistakes, where the other edition has a good one.
        """
        missing = [link for link in other.good if link.canonical not in own.targets]
        if own.good or not missing or (own.places and not own.doubtful):
            return
        title, pointer, count = self.issue.papers[position].title, f"/papers/{position}/links", len(own.links)
        repair: LinkAdded | LinkRetargeted
        if own.doubtful:
            place = own.doubtful[0]
            repair = LinkRetargeted(f"{pointer}/{place}", before=own.links[place].url, after=missing[0].url, of=title)
        else:
            default = missing[0], 0 if own.kind == "paper" else count
            link, place = _in_form_of(self._printed, missing[0], own.kind) or default
            repair = LinkAdded(f"{pointer}/{min(place, count)}", after=link, count=count, of=title)
        self.issue = Patch([repair]).apply(self.issue)
        self.repairs.append(repair)


def _in_form_of(papers: Sequence[Paper], link: Link, kind: str) -> tuple[Link, int] | None:
    """
    Return a link with the label and the section that links of its kind have in an edition, and their place.
    """
    for paper in papers:
        for place, other in enumerate(paper.links):
            if other.kind == kind and _is_called(other, kind):
                return Link(link.url, other.label, section=other.section), place
    return None


def _contradictions(position: int, ours: _Links, theirs: _Links) -> Iterator[Conflict]:
    """
    Yield a conflict where both have a link of the kind that nothing contradicts, and not to the same target.

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
