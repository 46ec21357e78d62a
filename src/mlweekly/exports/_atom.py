"""
Atom 1.0: a feed with one entry per issue.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from html import escape

from mlweekly._wording import expect
from mlweekly.errors import Problem, pointer_to
from mlweekly.exports._feeds import (
    FeedEntry,
    common_language,
    entries_of,
    expect_feed,
    reject_missing,
    url_problems,
)
from mlweekly.exports._texts import one_line, web_url
from mlweekly.model import Series

__all__ = ["atom"]


def atom(
    series: Series,
    *,
    feed_url: str,
    home_url: str | None = None,
    title: str | None = None,
    updated: date | datetime | None = None,
    author: str | None = None,
) -> str:
    """
    Return a series as an Atom feed, one entry per issue, in the order of the series.

    The id of an entry is the feed's address with the issue's days and language behind `#`, so it stays the same when an
    issue moves or is corrected. Its title is the issue's, else its period or day of publication, else the feed's title.
    Its date is the day of publication, else the last day of the period, else `updated`; the feed's is `updated`, else
    that of its latest entry.

    Args:
        series: The issues.
        feed_url: The address under which the feed will be.
        home_url: The page that the feed belongs to.
        title: The feed's title, if the series has none, or another one.
        updated: The day of the update, or the moment with its zone.
        author: Who makes the digest. Atom requires a name, and no digest says it for sure; where nobody is named, the
            name of the digest will do.

    Source: RFC 4287.

    Raises:
        EncodeError: Neither the series nor an argument says what Atom requires; everything that is missing is listed.
        TypeError: An argument is of another type.
    """
    expect_feed(series, {"feed_url": feed_url, "home_url": home_url, "title": title, "author": author})
    if updated is not None:
        expect(updated, date, "updated as a date or a datetime")
    entries = entries_of(series, feed_url)
    title = title or series.title
    problems = [
        *url_problems(feed_url=feed_url, home_url=home_url),
        *_missing_of_feed(entries, title, updated, author),
        *_missing_of_entries(entries, updated),
    ]
    reject_missing("Atom", problems)
    latest = max((entry.day for entry in entries if entry.day is not None), default=None)
    moment = _moment(updated or latest)
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom"{_lang(common_language(series))}>',
        _element("id", web_url(feed_url)),
        _element("title", one_line(title or "")),
        _element("updated", moment),
        f"<author>{_element('name', one_line(author or ''))}</author>",
        _link("self", feed_url),
        *([] if home_url is None else [_link("alternate", home_url)]),
        *(line for entry in entries for line in _entry(entry, one_line(title or ""), updated)),
        "</feed>",
    ]
    return "\n".join(lines) + "\n"


def _missing_of_feed(
    entries: list[FeedEntry], title: str | None, updated: date | None, author: str | None
) -> Iterator[Problem]:
    if not title or title.isspace():
        yield Problem("/title", "no title: pass title=")
    if not author or author.isspace():
        yield Problem("", "no author: pass author=, the name of the digest if nobody is named")
    if isinstance(updated, datetime) and updated.tzinfo is None:
        yield Problem("", "updated has no zone: pass a date, or a datetime with a zone")
    if updated is None and not any(entry.day for entry in entries):
        yield Problem("", "no date of update: pass updated=")


def _missing_of_entries(entries: list[FeedEntry], updated: date | None) -> Iterator[Problem]:
    for index, entry in enumerate(entries):
        if entry.day is None and updated is None:
            yield Problem(pointer_to("issues", index), "neither a day of publication nor a period, and no updated=")


def _entry(entry: FeedEntry, feed_title: str, updated: date | None) -> Iterator[str]:
    yield f"<entry{_lang(entry.language)}>"
    yield _element("id", entry.id)
    yield _element("title", entry.title or feed_title)
    yield _element("updated", _moment(entry.day or updated))
    if entry.published is not None:
        yield _element("published", _moment(entry.published))
    if entry.url is not None:
        yield _link("alternate", entry.url)
    yield from (f'<category term="{escape(tag)}"/>' for tag in entry.tags)
    if entry.summary:
        yield _element("summary", entry.summary)
    yield f'<content type="html">{escape(entry.html)}</content>'
    yield "</entry>"


def _element(name: str, words: str) -> str:
    return f"<{name}>{escape(words, quote=False)}</{name}>"


def _link(relation: str, url: str) -> str:
    return f'<link rel="{relation}" href="{escape(web_url(url))}"/>'


def _lang(tag: str | None) -> str:
    return "" if tag is None else f' xml:lang="{escape(tag)}"'


def _moment(day: date | None) -> str:
    if day is None:
        return ""
    moment = day if isinstance(day, datetime) else datetime.combine(day, time(), UTC)
    return moment.isoformat(timespec="seconds").replace("+00:00", "Z")
