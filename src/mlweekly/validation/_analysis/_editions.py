"""
Which papers of other editions are the papers of an issue.

Lives here: `EditionBeside`, another edition of the same issue; `Counterpart`, a paper as that edition presents it.
Must not know: any rule; which edition is right.
"""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from mlweekly.changes import edition_pairs
from mlweekly.model import Issue, Paper

__all__ = ["Counterpart", "EditionBeside", "counterparts_of", "editions_beside", "marks_of"]


@frozen(eq=False)
class EditionBeside:
    """
    Another edition of an issue.

    Attributes:
        index: Where it stands among the editions that were given.
        issue: The edition.
        pairs: The positions of each paper that both have, here and there, in the order of this issue.
    """

    index: int
    issue: Issue
    pairs: tuple[tuple[int, int], ...]


@frozen(eq=False)
class Counterpart:
    """
    A paper as another edition presents it.

    Attributes:
        beside: The edition.
        position: Where the paper stands in it.
        paper: The paper there.
    """

    beside: EditionBeside
    position: int
    paper: Paper


def marks_of(issue: Issue) -> frozenset[str]:
    """
    Return what other editions of the issue have some of, too: the targets of its links and its papers' titles.
    """
    targets = {target for paper in issue.papers for target in paper.links.targets}
    return frozenset(targets.union(*({paper.title[tag].casefold() for tag in paper.title} for paper in issue.papers)))


def editions_beside(
    issue: Issue, editions: tuple[Issue, ...], marks: tuple[frozenset[str], ...]
) -> Iterator[EditionBeside]:
    """
    Yield the editions that present the same papers: at least half of those that the shorter of the two has.

    The week does not tell: it may be the mistake of one of them, and two digests of one week are not two editions.

    Args:
        issue: The issue.
        editions: Editions of any issues.
        marks: What `marks_of` says of each, asked once for all issues of a series.
    """
    own: frozenset[str] = marks_of(issue) if editions else frozenset()
    for index, edition in enumerate(editions):
        pairs = [] if own.isdisjoint(marks[index]) else edition_pairs(issue.papers, edition.papers)
        if pairs and 2 * len(pairs) >= min(len(issue.papers), len(edition.papers)):
            yield EditionBeside(index, edition, tuple(pairs))


def counterparts_of(issue: Issue, beside: tuple[EditionBeside, ...]) -> tuple[tuple[Counterpart, ...], ...]:
    """
    Return for each paper of the issue its counterparts, in the order of the editions.
    """
    found: list[list[Counterpart]] = [[] for _ in issue.papers]
    for edition in beside:
        for position, place in edition.pairs:
            found[position].append(Counterpart(edition, place, edition.issue.papers[place]))
    return tuple(map(tuple, found))
