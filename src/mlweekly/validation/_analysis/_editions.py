"""
Which papers of other editions are those of an issue, in what form it would hold one, and what speaks against a link.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from attrs import evolve, frozen

from mlweekly.changes import edition_pairs
from mlweekly.dates import DateRange
from mlweekly.identifiers import ArxivId
from mlweekly.model import Issue, Link, LinkSet, Paper, Text
from mlweekly.validation._analysis._arxiv_totals import estimated_day
from mlweekly.validation._analysis._date_evidence import DAYS_BEFORE_PAPER

__all__ = [
    "Counterpart",
    "EditionBeside",
    "counterparts_of",
    "doubts_about",
    "editions_beside",
    "marks_of",
    "paper_as_in",
]

_DAYS_BEFORE_WEEK = 7


@frozen(eq=False, repr=False)
class EditionBeside:
    """
    Another edition of an issue.

    Attributes:
        index: Where it is among the editions that were given.
        issue: The edition.
        pairs: The positions of each paper that both have, here and there, in the order of this issue.
    """

    index: int
    issue: Issue
    pairs: tuple[tuple[int, int], ...]

    @property
    def name(self) -> str:
        """
        What a message calls it.
        """
        return f"{self.issue.language or 'other'} edition"

    @cached_property
    def there(self) -> dict[int, int]:
        """
        The position in this edition of each paper that both present, by its position in the issue.
        """
        return dict(self.pairs)

    @cached_property
    def here(self) -> dict[int, int]:
        """
        The position in the issue of each paper that both present, by its position in this edition.
        """
        return {place: position for position, place in self.pairs}


@frozen(eq=False, repr=False)
class Counterpart:
    """
    A paper as another edition presents it.

    Attributes:
        beside: The edition.
        position: Where the paper is in it.
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


def doubts_about(link: Link, issue: Issue, position: int, week: DateRange | None) -> Iterator[str]:
    """
    Yield what speaks against a link of a paper: dates that do not go together, and another paper that has the link.

    Args:
        link: A link to the paper or to a post.
        issue: The edition that has it.
        position: Where its paper is there.
        week: The days that the issue covers; None where they are in doubt themselves.
    """
    paper = issue.papers[position]
    others = (other for place, other in enumerate(issue.papers) if place != position)
    namesake = next((other for other in others if link.canonical in other.links.targets), None)
    if namesake is not None:
        yield f'it is under "{namesake.title}" too'
    if link.created is None:
        return
    identifier, is_post = link.identifier, link.kind == "post"
    if is_post and any(_is_before(link, each.identifier) for each in paper.links):
        yield "it is more than a week older than the paper"
    if is_post and week is not None and (week.start - link.created.end).days > _DAYS_BEFORE_WEEK:
        yield "it is more than a week older than the issue"
    if any(_is_before(post, identifier) for post in paper.links):
        yield "it is more than a week younger than the post"
    if week is not None and (link.created.start - week.end).days > 1:
        yield "it is younger than the issue"


def _is_before(post: Link, paper: object) -> bool:
    """
    Return whether a post is more than a week older than an arXiv number.
    """
    if post.kind != "post" or post.created is None or not isinstance(paper, ArxivId):
        return False
    return (estimated_day(paper).start - post.created.end).days > DAYS_BEFORE_PAPER


def paper_as_in(edition: Issue, paper: Paper, rank: int) -> Paper:
    """
    Return a paper of another edition as this one can hold it: in its languages, with the links that it gives of papers.
    """
    languages = {tag for each in edition.papers for tag in each.title.languages} | {edition.language}
    has_abstract = any(each.abstract is not None for each in edition.papers)
    summary = None if paper.summary is None else _text_as_in(paper.summary, languages)
    abstract = paper.abstract if has_abstract else None
    links = LinkSet(link for each in paper.links for link in _link_as_in(edition, each))
    title = _text_as_in(paper.title, languages)
    return evolve(paper, rank=rank, title=title, summary=summary, abstract=abstract, links=links)


def _text_as_in(text: Text, languages: set[str | None]) -> Text:
    kept = {tag: words for tag, words in text.translations.items() if tag in languages}
    return text if not kept and text.original is None else Text(text.original, text.language, kept, extra=text.extra)


def _link_as_in(edition: Issue, link: Link) -> Iterator[Link]:
    """
    Yield a link in the form of the edition's links of its role, else of its kind; nothing where it gives none of them.
    """
    others = [other for paper in edition.papers for other in paper.links if other.kind == link.kind]
    of_role = (other for other in others if (other.role or other.kind) == (link.role or link.kind))
    form = next(of_role, next(iter(others), None))
    if form is not None:
        yield Link(link.url, form.label, section=form.section)
    elif link.kind in ("paper", "post") or not any(each.links for each in edition.papers):
        yield link
