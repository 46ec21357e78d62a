"""
The page of an issue: its title, what is known of it, its lead, and a table of its papers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from mlweekly._display import Block, Inline, Item, Items, Page, Paragraph, Run, Table, link_to, quote
from mlweekly.model._links import Link
from mlweekly.model._paper import Paper
from mlweekly.model._text_page import other_languages, preferred


def issue_page(
    name: Inline,
    language: str | None,
    facts: Iterable[str],
    source: str | None,
    lead: Sequence[str],
    papers: Sequence[Paper],
) -> Page:
    """
    Return the page of the issue that has these members, its texts in the language of the edition first.
    """
    known: list[Inline] = [Run(" · ".join(facts), "quiet")]
    if source is not None:
        known += [Run(" · ", "quiet"), *link_to(source, "source")]
    blocks: list[Block] = [Paragraph(known)]
    if lead:
        blocks.append(Items(Item("note", (quote(each, language=language),)) for each in lead))
    if papers:
        blocks.append(Table(("Rank", "Paper", "Links"), (_paper_row(paper, language) for paper in papers)))
    return Page((name,), blocks)


def issue_name(title: str | None, language: str | None) -> Inline:
    """
    Return what an issue is called.
    """
    return quote(title, language=language) if title is not None else Run("Issue without a title")


def _paper_row(paper: Paper, edition: str | None) -> tuple[tuple[Inline, ...], ...]:
    return (Run(f"{paper.rank}."),), tuple(_paper_cell(paper, edition)), tuple(_links_cell(paper.links))


def _paper_cell(paper: Paper, edition: str | None) -> Iterator[Inline]:
    yield preferred(paper.title, edition, "strong")
    yield from other_languages(paper.title, edition)
    if paper.authors:
        yield Run(" by ", "quiet")
        yield quote(", ".join(paper.authors))
    if paper.summary is not None:
        yield Run(" — ", "quiet")
        yield preferred(paper.summary, edition, "quiet", is_short=True)


def _links_cell(links: Iterable[Link]) -> Iterator[Inline]:
    for number, link in enumerate(links):
        if number:
            yield Run(", ", "quiet")
        yield from link_to(link.url, link.label)
