"""
What both feed formats have: one entry per issue, with its days, its address and its contents.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from attrs import frozen

from mlweekly._wording import expect
from mlweekly.errors import EncodeError, Problem
from mlweekly.exports._html import issue_html, issue_text
from mlweekly.exports._identities import issue_ids
from mlweekly.exports._texts import one_line, paragraphs, web_url
from mlweekly.identifiers import url_problem
from mlweekly.model import Issue, Series

__all__ = ["FeedEntry", "common_language", "entries_of", "expect_feed", "reject_missing", "url_problems"]


@frozen
class FeedEntry:
    """
    An issue as an entry of a feed.

    Attributes:
        id: The feed's address and what the issue is known by: its days and its language.
        title: The title, else the period, else the day of publication; None if there is none of them.
        url: The text that the edition was made from.
        published: The day of publication.
        day: The day of publication, else the last of the period.
        language: The language of the edition.
        summary: The opening paragraphs as plain text.
        html: The issue as HTML.
        text: The issue as plain text.
        tags: The tags and topics of its papers, each once.
    """

    id: str
    title: str | None
    url: str | None
    published: date | None
    day: date | None
    language: str | None
    summary: str
    html: str
    text: str
    tags: tuple[str, ...]


def entries_of(series: Series, feed_url: str) -> list[FeedEntry]:
    """
    Return the entries of a series, in its order.
    """
    feed = web_url(feed_url).partition("#")[0]
    return [
        _entry(issue, f"{feed}#{name}") for name, issue in zip(issue_ids(series.issues), series.issues, strict=True)
    ]


def _entry(issue: Issue, name: str) -> FeedEntry:
    period, named = issue.period, issue.period or issue.published
    words = [word for paper in issue.papers for word in (*paper.topics, *paper.tags)]
    return FeedEntry(
        id=name,
        title=one_line(issue.title) if issue.title is not None else None if named is None else str(named),
        url=None if issue.source is None else web_url(issue.source),
        published=issue.published,
        day=issue.published or (None if period is None else period.end),
        language=issue.language,
        summary="\n\n".join(part for inline in issue.lead for part in paragraphs(inline)),
        html=issue_html(issue),
        text=issue_text(issue),
        tags=tuple(dict.fromkeys(map(one_line, words))),
    )


def common_language(series: Series) -> str | None:
    """
    Return the language of all issues, or None if they have several, or one has none.
    """
    languages = {issue.language for issue in series}
    return languages.pop() if len(languages) == 1 else None


def expect_feed(series: Series, texts: Mapping[str, str | None]) -> None:
    """
    Raise a `TypeError` if the series is not one, or an argument is not a string.
    """
    expect(series, Series, "a Series")
    for name, value in texts.items():
        if value is not None or name == "feed_url":
            expect(value, str, f"{name} as str")


def url_problems(**urls: str | None) -> Iterator[Problem]:
    """
    Yield the arguments that are not URLs.
    """
    for name, url in urls.items():
        problem = None if url is None else url_problem(url)
        if problem is not None:
            yield Problem("", f"{name} {problem}")


def reject_missing(format_name: str, problems: Iterable[Problem]) -> None:
    """
    Raise one `EncodeError` that lists what is missing, or return if nothing is.
    """
    found: Sequence[Problem] = tuple(problems)
    if found:
        raise EncodeError(f"cannot write this series as {format_name}", found)
