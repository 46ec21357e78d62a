"""
Flat records for data frames, CSV and databases.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple, TypeAlias

from mlweekly._mistakes import did_you_mean
from mlweekly._wording import one_of, shown
from mlweekly.dates import DateRange
from mlweekly.exports._identities import issue_ids, paper_id
from mlweekly.exports._papers import Exported, arxiv_number, doi, each_paper
from mlweekly.exports._texts import in_language, one_line, plain
from mlweekly.model import Issue, Paper, Series, Text

__all__ = ["Record", "records"]

Record: TypeAlias = dict[str, str | int]
"""
A flat row: `rank` is a number, every other value a string, which is empty if nothing is known.
"""

_KINDS = ("papers", "links")


class _Row(NamedTuple):
    """
    A paper beside its issue.
    """

    issue_id: str
    issue: Issue | None
    paper: Paper

    @property
    def language(self) -> str | None:
        return None if self.issue is None else self.issue.language


def records(value: Exported, of: Literal["papers", "links"] = "papers") -> list[Record]:
    """
    Return flat records, one per paper or one per link, in the order of the value.

    Every record has the same keys, `rank` is a number, and every other value a string: days in ISO 8601, lists joined
    with "; ", and an empty string for what is not known (no text of the model is empty). So a column has one type,
    whatever the first rows hold.

    Args:
        value: A paper, an issue, a series, or papers.
        of: Whether a row is a paper or a link.

    Raises:
        TypeError: The value has no papers, or `of` is another word.
    """
    if of not in _KINDS:
        raise TypeError(f"expected {one_of(_KINDS)}, got {shown(of)}{_question(of)}")
    rows = _rows(value)
    return [_paper(row) for row in rows] if of == "papers" else [record for row in rows for record in _links(row)]


def _question(of: object) -> str:
    return did_you_mean(of, _KINDS) if isinstance(of, str) else ""


def _rows(value: Exported) -> Iterator[_Row]:
    if isinstance(value, Issue | Series):
        issues = value.issues if isinstance(value, Series) else (value,)
        for name, issue in zip(issue_ids(issues), issues, strict=True):
            yield from (_Row(name, issue, paper) for paper in issue.papers)
    else:
        yield from (_Row("", issue, paper) for issue, paper in each_paper(value))


def _paper(row: _Row) -> Record:
    paper, issue = row.paper, row.issue
    period = None if issue is None else issue.period
    link = paper.links.paper
    return {
        "issue": row.issue_id,
        "issue_title": "" if issue is None or issue.title is None else one_line(issue.title),
        "language": row.language or "",
        **_days("period", period),
        "published": "" if issue is None or issue.published is None else str(issue.published),
        "source": "" if issue is None else issue.source or "",
        "rank": paper.rank,
        "paper": paper_id(paper),
        "title": one_line(in_language(paper.title, row.language)[0]),
        "original_title": "" if paper.title.original is None else one_line(paper.title.original),
        "original_language": paper.title.language or "",
        "authors": _joined(map(one_line, paper.authors)),
        "released": "" if paper.released is None else str(paper.released),
        **_days("created", None if link is None else link.created),
        "summary": _words(paper.summary, row.language),
        "abstract": _words(paper.abstract, row.language),
        "topics": _joined(map(one_line, paper.topics)),
        "tags": _joined(map(one_line, paper.tags)),
        "details": _joined(f"{one_line(label)}: {one_line(plain(words))}" for label, words in paper.details.items()),
        "arxiv": arxiv_number(paper) or "",
        "doi": doi(paper) or "",
        "url": "" if link is None else link.url,
        "links": _joined(each.url for each in paper.links),
    }


def _links(row: _Row) -> Iterator[Record]:
    paper: Record = {
        "issue": row.issue_id,
        "paper": paper_id(row.paper),
        "rank": row.paper.rank,
        "title": one_line(in_language(row.paper.title, row.language)[0]),
    }
    for link in row.paper.links:
        yield {
            **paper,
            "url": link.url,
            "canonical": link.canonical,
            "label": "" if link.label is None else one_line(link.label),
            "kind": link.kind or "",
            "role": link.role or "",
            "identifier": "" if link.identifier is None else link.identifier.key,
            **_days("created", link.created),
        }


def _days(name: str, days: DateRange | None) -> dict[str, str]:
    start, end = ("", "") if days is None else (str(days.start), str(days.end))
    return {f"{name}_start": start, f"{name}_end": end}


def _words(text: Text | None, language: str | None) -> str:
    return "" if text is None else plain(in_language(text, language)[0])


def _joined(words: Iterable[str]) -> str:
    return "; ".join(words)
