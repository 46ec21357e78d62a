"""
Digests in the dialect "outline", made up for the tests, each with what is right of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple, cast

from mlweekly import Abstract, Issue, Link, Paper, Series, Text

__all__ = ["Sample", "issue", "paper", "shown"]


class Sample(NamedTuple):
    """
    A text, and what it holds; `unplaced` are the words that no field can hold.
    """

    name: str
    text: str
    issues: tuple[dict[str, Any], ...]
    unplaced: tuple[str, ...] = ()
    series: Mapping[str, Any] = {}


def paper(title: str, *links: str, rank: int | None = None, **fields: Any) -> dict[str, Any]:
    """
    Return what a paper holds; links are URLs, with the label before them.
    """
    return {"title": title, "links": list(links), **({} if rank is None else {"rank": rank}), **fields}


def issue(*papers: dict[str, Any], **fields: Any) -> dict[str, Any]:
    """
    Return what an issue holds; papers without a rank are in order.
    """
    return {**fields, "papers": [{"rank": place, **each} for place, each in enumerate(papers, 1)]}


def shown(series: Series) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    """
    Return what the issues of a series hold, and the series itself, without empty members.
    """
    whole = {"title": series.title, "lead": list(series.lead), "contents": [entry.label for entry in series.contents]}
    return [_issue(each) for each in series.issues], _filled(whole)


def _issue(value: Issue) -> dict[str, Any]:
    members = {
        "title": value.title,
        "period": None if value.period is None else f"{value.period.start}..{value.period.end}",
        "language": value.language,
        "published": None if value.published is None else str(value.published),
        "lead": list(value.lead),
        "notices": list(value.notices),
        "metadata": {name: _thawed(member) for name, member in value.metadata.items()},
    }
    return {**_filled(members), "papers": [_paper(each) for each in value.papers]}


def _paper(value: Paper) -> dict[str, Any]:
    members = {
        "rank": value.rank,
        "authors": list(value.authors),
        "released": None if value.released is None else str(value.released),
        "tags": list(value.tags),
        "topics": list(value.topics),
        "summary": _words(value.summary),
        "abstract": _words(value.abstract),
        "details": dict(value.details),
    }
    links = [_link(link) for link in value.links]
    return {"title": _words(value.title), "links": links, **_filled(members)}


def _link(link: Link) -> str:
    return link.url if link.label is None else f"{link.label} {link.url}"


def _words(text: Text | Abstract | None) -> str | None:
    if text is None:
        return None
    return "\n".join(words for words in (text.original, *text.translations.values()) if words is not None)


def _thawed(value: object) -> object:
    return [*cast("tuple[object, ...]", value)] if isinstance(value, tuple) else value


def _filled(members: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in members.items() if value not in (None, "", [], {})}
