"""
What stands on the page of an issue and of a series.

Lives here: the pages of the model's values, and the names of the places in them.
Must not know: how a page is written; what changed in a value, or what is wrong in it.
"""

from __future__ import annotations

from collections.abc import Iterator

from mlweekly._display import (
    Block,
    Inline,
    Item,
    Items,
    Page,
    Paragraph,
    Run,
    Table,
    counted,
    link_to,
    quote,
    shortened,
)
from mlweekly.model._issue import Issue
from mlweekly.model._paper import Paper
from mlweekly.model._series import Series

__all__ = ["issue_page", "names_along", "series_page"]


def issue_page(issue: Issue) -> Page:
    """
    Return the page of an issue: its title, what is known of it, its lead, and a table of its papers.
    """
    blocks: list[Block] = [Paragraph(_facts(issue))]
    if issue.lead:
        blocks.append(Items(Item("note", (quote(paragraph),)) for paragraph in issue.lead))
    if issue.papers:
        blocks.append(Table(("Rank", "Paper", "Links"), map(_paper_row, issue.papers)))
    return Page((_name(issue),), blocks)


def series_page(series: Series) -> Page:
    """
    Return the page of a series: its title, and a table of its issues.
    """
    count = counted(len(series), "issue")
    title = quote(series.title) if series.title is not None else Run(f"Series of {count}")
    papers = sum(len(issue.papers) for issue in series)
    blocks: list[Block] = [Paragraph((Run(f"{count}, {counted(papers, 'paper')}", "quiet"),))]
    if series.issues:
        blocks.append(Table(("Period", "Issue", "Papers"), map(_issue_row, series)))
    return Page((title,), blocks)


def names_along(subject: Issue | Series, pointer: str) -> tuple[str, ...]:
    """
    Return what people call the places on the way to a pointer: an issue's title, a paper's title, a member's name.

    >>> from mlweekly.model import Text
    >>> names_along(Issue(papers=[Paper(rank=1, title=Text("Moshi"))]), "/papers/0/links/1/label")
    ('Moshi', 'link 2', 'label')
    """
    return tuple(_names_along(subject, pointer))


def _names_along(subject: object, pointer: str) -> Iterator[str]:
    parts = [part.replace("~1", "/").replace("~0", "~") for part in pointer.split("/")[1:]]
    sequences = {
        "issues": "issue",
        "papers": "paper",
        "links": "link",
        "authors": "author",
        "contents": "contents entry",
    }
    while parts:
        part = parts.pop(0)
        if not parts or not parts[0].isdecimal():
            yield part
            subject = None
            continue
        position = parts.pop(0)
        numbered = f"{sequences.get(part, f'{part}, paragraph')} {int(position) + 1}"
        elements: tuple[object, ...] = getattr(subject, part, ())
        subject = elements[int(position)] if int(position) < len(elements) else None
        match subject:
            case Paper():
                yield str(subject.title)
            case Issue():
                yield subject.title or numbered
            case _:
                yield numbered


def _name(issue: Issue) -> Inline:
    return quote(issue.title) if issue.title is not None else Run("Issue without a title")


def _facts(issue: Issue) -> Iterator[Inline]:
    facts = [
        *([str(issue.period)] if issue.period is not None else ()),
        *([issue.language] if issue.language is not None else ()),
        *([f"published {issue.published}"] if issue.published is not None else ()),
        counted(len(issue.papers), "paper"),
        *(
            counted(len(lines), noun)
            for lines, noun in ((issue.notices, "notice"), (issue.comments, "comment"))
            if lines
        ),
    ]
    yield Run(" · ".join(facts), "quiet")
    if issue.source is not None:
        yield Run(" · ", "quiet")
        yield from link_to(issue.source, "source")


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


def _issue_row(issue: Issue) -> tuple[tuple[Inline, ...], ...]:
    period = "" if issue.period is None else f"{issue.period}"
    return (Run(period, "quiet"),), (_name(issue),), (Run(counted(len(issue.papers), "paper")),)
