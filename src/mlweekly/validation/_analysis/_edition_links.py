"""
What speaks against a link of one of two editions, and how one of them writes what the other has.

Lives here: `doubts_about`, `paper_as_in`.
Must not know: any rule.
"""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from mlweekly.dates import DateRange
from mlweekly.identifiers import ArxivId
from mlweekly.model import Issue, Link, LinkSet, Paper, Text
from mlweekly.validation._analysis._date_evidence import DAYS_BEFORE_PAPER, estimated_day

__all__ = ["doubts_about", "paper_as_in"]

_DAYS_BEFORE_WEEK = 7


def doubts_about(link: Link, issue: Issue, position: int, week: DateRange | None) -> tuple[str, ...]:
    """
    Return what speaks against a link of a paper: dates that do not go together, and another paper that has the link.

    Args:
        link: A link to the paper or to a post.
        issue: The edition that has it.
        position: Where its paper stands there.
        week: The days that the issue covers; None where they are in doubt themselves.
    """
    return tuple(_doubts(link, issue, position, week))


def _doubts(link: Link, issue: Issue, position: int, week: DateRange | None) -> Iterator[str]:
    paper = issue.papers[position]
    others = [other for place, other in enumerate(issue.papers) if place != position]
    namesake = next((other for other in others if link.canonical in other.links.targets), None)
    if namesake is not None:
        yield f'it stands under "{namesake.title}" too'
    if link.created is None:
        return
    if link.kind == "post":
        identifiers = [each.identifier for each in paper.links]
        if any(isinstance(each, ArxivId) and _is_before(link, each) for each in identifiers):
            yield "it is more than a week older than the paper"
        if week is not None and link.created.end.toordinal() < week.start.toordinal() - _DAYS_BEFORE_WEEK:
            yield "it is more than a week older than the issue"
    identifier = link.identifier
    if isinstance(identifier, ArxivId) and any(_is_before(post, identifier) for post in paper.links):
        yield "it is more than a week younger than the post"
    if week is not None and link.created.start.toordinal() > week.end.toordinal() + 1:
        yield "it is younger than the issue"


def _is_before(post: Link, paper: ArxivId) -> bool:
    created = post.created
    if created is None or post.kind != "post":
        return False
    return created.end.toordinal() + DAYS_BEFORE_PAPER < estimated_day(paper).start.toordinal()


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
    for paper in edition.papers:
        for other in paper.links:
            if other.kind == link.kind and (other.role or other.kind) == (link.role or link.kind):
                yield Link(link.url, other.label, section=other.section)
                return
    for paper in edition.papers:
        for other in paper.links:
            if other.kind == link.kind:
                yield Link(link.url, other.label, section=other.section)
                return
    if link.kind in ("paper", "post") or not any(each.links for each in edition.papers):
        yield link
