"""
The page of an issue: its title, what is known of it, its lead, and a table of its papers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from mlweekly._display import Block, Inline, Item, Items, Page, Paragraph, Run, Table, link_to, quote, shortened
from mlweekly.model._paper import Paper


def issue_page(
    title: str | None, facts: Iterable[str], source: str | None, lead: Sequence[str], papers: Sequence[Paper]
) -> Page:
    """
    Return the page of the issue that has these members; facts are what is to be said of the others.
    """
    known: list[Inline] = [Run(" · ".join(facts), "quiet")]
    if source is not None:
        known += [Run(" · ", "quiet"), *link_to(source, "source")]
    blocks: list[Block] = [Paragraph(known)]
    if lead:
        blocks.append(Items(Item("note", (quote(paragraph),)) for paragraph in lead))
    if papers:
        blocks.append(Table(("Rank", "Paper", "Links"), map(_paper_row, papers)))
    return Page((issue_name(title),), blocks)


def issue_name(title: str | None) -> Inline:
    """
    Return what an issue is called.
    """
    return quote(title) if title is not None else Run("Issue without a title")


def _paper_row(paper: Paper) -> tuple[tuple[Inline, ...], ...]:
    return (Run(f"{paper.rank}."),), tuple(_paper_cell(paper)), tuple(_links_cell(paper))


def _paper_cell(paper: Paper) -> Iterator[Inline]:
    yield quote(str(paper.title), "strong")
    for tag, translation in paper.title.translations.items():
        if paper.title.original is not None:
            yield Run(f" {tag} ", "quiet")
            yield quote(translation)
    if paper.authors:
        yield Run(" by ", "quiet")
        yield quote(", ".join(paper.authors))
    if paper.summary is not None:
        yield Run(" — ", "quiet")
        yield quote(shortened(str(paper.summary)), "quiet")


def _links_cell(paper: Paper) -> Iterator[Inline]:
    for number, link in enumerate(paper.links):
        if number:
            yield Run(", ", "quiet")
        yield from link_to(link.url, link.label)
