"""
JSON Feed 1.1: a feed with one item per issue.
"""

from __future__ import annotations

from collections.abc import Iterator

from mlweekly.errors import Problem
from mlweekly.exports._feeds import FeedEntry, common_language, entries_of, expect_feed, reject_missing, url_problems
from mlweekly.exports._texts import one_line, web_url
from mlweekly.model import Series

__all__ = ["json_feed"]

_VERSION = "https://jsonfeed.org/version/1.1"


def json_feed(
    series: Series,
    *,
    feed_url: str,
    home_url: str | None = None,
    title: str | None = None,
    author: str | None = None,
) -> dict[str, object]:
    """
    Return a series as a JSON Feed, plain data: one item per issue, in the order of the series.

    The ids are those of `atom`. Each item has its contents as HTML, in which all text is escaped, and as plain text.

    Args:
        series: The issues.
        feed_url: The address under which the feed will be.
        home_url: The page that the feed belongs to.
        title: The feed's title, if the series has none, or another one.
        author: Who makes the digest.

    Source: https://www.jsonfeed.org/version/1.1/

    Raises:
        EncodeError: There is no title, or an address is not a URL.
        TypeError: An argument is of another type.
    """
    expect_feed(series, {"feed_url": feed_url, "home_url": home_url, "title": title, "author": author})
    title = title or series.title
    problems = list(url_problems(feed_url=feed_url, home_url=home_url))
    if not title or title.isspace():
        problems.append(Problem("/title", "no title: pass title="))
    reject_missing("JSON Feed", problems)
    feed: dict[str, object] = {"version": _VERSION, "title": one_line(title or ""), "feed_url": web_url(feed_url)}
    if home_url is not None:
        feed["home_page_url"] = web_url(home_url)
    if (language := common_language(series)) is not None:
        feed["language"] = language
    if author is not None and author.strip():
        feed["authors"] = [{"name": one_line(author)}]
    feed["items"] = [dict(_item(entry)) for entry in entries_of(series, feed_url)]
    return feed


def _item(entry: FeedEntry) -> Iterator[tuple[str, object]]:
    yield "id", entry.id
    if entry.url is not None:
        yield "url", entry.url
    if entry.title is not None:
        yield "title", entry.title
    yield "content_html", entry.html
    yield "content_text", entry.text
    if entry.summary:
        yield "summary", entry.summary
    if entry.published is not None:
        yield "date_published", f"{entry.published}T00:00:00Z"
    elif entry.day is not None:
        yield "date_modified", f"{entry.day}T00:00:00Z"
    if entry.language is not None:
        yield "language", entry.language
    if entry.tags:
        yield "tags", list(entry.tags)
