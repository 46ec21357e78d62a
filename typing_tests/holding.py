"""
What a type checker sees of the model: read by mypy and pyright, never run.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import assert_type

import attrs

from mlweekly import Abstract, DateRange, Issue, Link, LinkSet, Paper, Series, Text


def an_issue_is_built_by_hand() -> Issue:
    return Issue(
        title="...",
        period=DateRange.week_of(date(2024, 9, 18)),
        papers=(
            Paper(
                rank=1,
                title=Text("Moshi"),
                links=LinkSet([Link("https://arxiv.org/abs/2409.12917", label="Paper")]),
            ),
        ),
    )


def an_issue_is_read(issue: Issue) -> None:
    assert_type(issue.title, str | None)
    assert_type(issue.period, DateRange | None)
    assert_type(issue.language, str | None)
    assert_type(issue.source, str | None)
    assert_type(issue.published, date | None)
    assert_type(issue.lead, tuple[str, ...])
    assert_type(issue.notices, tuple[str, ...])
    assert_type(issue.comments, tuple[str, ...])
    assert_type(issue.papers, tuple[Paper, ...])
    assert_type(attrs.evolve(issue, title="..."), Issue)


def a_paper_is_read(paper: Paper) -> None:
    assert_type(paper.rank, int)
    assert_type(paper.key, str | None)
    assert_type(paper.title, Text)
    assert_type(paper.authors, tuple[str, ...])
    assert_type(paper.released, date | None)
    assert_type(paper.summary, Text | None)
    assert_type(paper.abstract, Abstract | None)
    assert_type(paper.links, LinkSet)


def a_text_is_read(text: Text) -> None:
    assert_type(text.original, str | None)
    assert_type(text.language, str | None)
    assert_type(text["ja"], str)
    assert_type(text.get("ja"), str | None)
    translations: Mapping[str, str] = text.translations
    assert_type(hash(translations), int)


def a_summary_is_no_abstract(text: Text, abstract: Abstract) -> None:
    Paper(rank=1, title=text, abstract=abstract)
    Paper(rank=1, title=text, abstract=text)  # type: ignore[arg-type] # a plain text is never taken for an abstract


def a_link_is_read(link: Link) -> None:
    assert_type(link.url, str)
    assert_type(link.label, str | None)
    assert_type(link.canonical, str)
    assert_type(link.created, DateRange | None)
    kind: str | None = link.kind
    role: str | None = link.role
    assert_type((kind, role), tuple[str | None, str | None])


def links_are_a_sequence_and_a_set(links: LinkSet, other: LinkSet, link: Link) -> None:
    assert_type(links.paper, Link | None)
    assert_type(links.of("code"), tuple[Link, ...])
    assert_type(links[0], Link)
    assert_type(len(links), int)
    assert_type(list(links), list[Link])
    assert_type(link in links, bool)
    assert_type(links | other, LinkSet)
    assert_type(links & other, LinkSet)
    assert_type(links - other, LinkSet)


def days_are_read(period: DateRange, other: DateRange, day: date) -> None:
    assert_type(DateRange.parse("September 16 - September 22", near=day), DateRange)
    assert_type(list(period), list[date])
    assert_type(day in period, bool)
    assert_type(period.overlaps(other), bool)
    assert_type(period < other, bool)


def a_series_is_looked_up(series: Series, day: date) -> None:
    assert_type(series.title, str | None)
    assert_type(series.lead, tuple[str, ...])
    assert_type(series[0], Issue)
    assert_type(len(series), int)
    assert_type(list(series), list[Issue])
    for entry in series.contents:
        assert_type(entry.label, str)
    series.on(day)
    series.find("arxiv:2409.12917")


def values_are_frozen(issue: Issue, paper: Paper, link: Link) -> None:
    issue.title = "..."  # type: ignore[misc] # frozen
    paper.rank = 2  # type: ignore[misc] # frozen
    link.url = "..."  # type: ignore[misc] # frozen
