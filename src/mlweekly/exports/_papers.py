"""
The papers of a value, and what every format says of one: its date, its address, its identifiers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TypeAlias

from mlweekly._wording import expect_each
from mlweekly.dates import DateRange
from mlweekly.exports._identities import paper_id
from mlweekly.exports._texts import web_url
from mlweekly.identifiers import ArxivId, Doi
from mlweekly.model import Issue, Paper, Series

__all__ = ["Exported", "arxiv_number", "date_parts", "distinct", "doi", "each_paper", "paper_url"]

Exported: TypeAlias = Paper | Issue | Series | Iterable[Paper]
"""
What has papers: a paper, an issue, a series, or papers in any iterable.
"""

_EXPECTED = "a Paper, an Issue, a Series or papers"


def each_paper(value: Exported) -> Iterator[tuple[Issue | None, Paper]]:
    """
    Yield every paper of a value, each beside its issue if it has one.

    Raises:
        TypeError: The value has no papers.
    """
    if isinstance(value, Issue | Series):
        for issue in value if isinstance(value, Series) else (value,):
            yield from ((issue, paper) for paper in issue.papers)
        return
    papers = (value,) if isinstance(value, Paper) else expect_each(value, Paper, _EXPECTED, _EXPECTED)
    yield from ((None, paper) for paper in papers)


def distinct(value: Exported) -> tuple[tuple[Issue | None, Paper], ...]:
    """
    Return the papers of a value as a bibliography lists them: each identity once, as it is first met.
    """
    papers: dict[str, tuple[Issue | None, Paper]] = {}
    for issue, paper in each_paper(value):
        papers.setdefault(paper_id(paper), (issue, paper))
    return tuple(papers.values())


def arxiv_number(paper: Paper) -> str | None:
    """
    Return the number of the paper at arXiv, if its link says it.
    """
    identifier = None if paper.links.paper is None else paper.links.paper.identifier
    return identifier.id if isinstance(identifier, ArxivId) else None


def doi(paper: Paper) -> str | None:
    """
    Return the DOI of the paper, if its link says it.
    """
    identifier = None if paper.links.paper is None else paper.links.paper.identifier
    return identifier.id if isinstance(identifier, Doi) else None


def paper_url(paper: Paper) -> str | None:
    """
    Return the address of the paper: canonical if the link is identified, else as the digest has it.
    """
    link = paper.links.paper
    if link is None:
        return None
    return web_url(link.url if link.identifier is None else link.canonical)


def date_parts(paper: Paper) -> tuple[int, ...]:
    """
    Return year, month and day of a paper, as many as are known; none where nothing tells them.

    The day is what the digest says; month and year are also what the paper's URL says.
    """
    if paper.released is not None:
        return _parts(paper.released)
    created = None if paper.links.paper is None else paper.links.paper.created
    if created is None:
        return ()
    if created.start == created.end:
        return _parts(created.start)
    year, month, _ = _parts(created.start)
    if created == DateRange.month_of(year, month):
        return year, month
    return (year,) if created == DateRange.year_of(year) else ()


def _parts(day: date) -> tuple[int, int, int]:
    return day.year, day.month, day.day
