"""
Make a static site of a folder of digests: a page for each issue, an index, two feeds, and citations.

    python static_site.py digests/ site/ --url https://example.org/papers/ --title "Papers" --author "The editors"

Writes index.html, a page for each issue, feed.atom, feed.json, papers.bib and papers.csl.json, the newest issue first.
Needs mlweekly alone.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path
from string import Template
from typing import cast

import attrs

import mlweekly
from mlweekly import Issue, Series, exports

PAGE = Template("""\
<!DOCTYPE html>
<html lang="$language">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>$title</title>
<link rel="alternate" type="application/atom+xml" href="feed.atom">
<link rel="alternate" type="application/feed+json" href="feed.json">
<style>body { max-width: 42rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif }</style>
$data</head>
<body>
<h1>$title</h1>
$content
</body>
</html>
""")


def main(arguments: Sequence[str] | None = None) -> None:
    """
    Read the folder and write the site.
    """
    parser = argparse.ArgumentParser(prog="static_site.py", description="Make a static site of a folder of digests.")
    parser.add_argument("source", type=Path, help="the folder of the digests, Markdown files")
    parser.add_argument("site", type=Path, help="the folder to write")
    parser.add_argument("--url", required=True, help="where the site will be")
    parser.add_argument("--title", required=True, help="the title of the site")
    parser.add_argument("--author", required=True, help="who makes the digest, which Atom requires")
    options = parser.parse_args(arguments)
    series = Series(sorted(issues_in(options.source), key=last_day, reverse=True), title=options.title)
    try:
        written = dict(files(series, options.url.rstrip("/") + "/", options.author))
    except mlweekly.EncodeError as error:
        raise SystemExit(str(error)) from error
    options.site.mkdir(parents=True, exist_ok=True)
    for name, text in written.items():
        (options.site / name).write_text(text, encoding="utf-8")


def issues_in(folder: Path) -> Iterator[Issue]:
    """
    Yield the issues of every Markdown file.
    """
    for path in sorted(folder.glob("*.md")):
        try:
            yield from mlweekly.markdown.loads_series(path.read_text(encoding="utf-8"))
        except mlweekly.DecodeError as error:
            raise SystemExit(f"{path}: {error}") from error


def last_day(issue: Issue) -> str:
    """
    Return what issues are sorted by: the last day of the period, then the language.
    """
    return f"{issue.period.end if issue.period else ''} {issue.language}"


def files(series: Series, url: str, author: str) -> Iterator[tuple[str, str]]:
    """
    Yield the name and the text of each file of the site.
    """
    names = [page_name(issue, len(series) - index) for index, issue in enumerate(series)]
    # Two digests of one week and language: the later one in the list gets its number.
    names = [f"{place}-{name}" if name in names[:place] else name for place, name in enumerate(names)]
    # An entry of a feed leads to the page of its issue.
    entries = [attrs.evolve(issue, source=url + name) for issue, name in zip(series, names, strict=True)]
    pages = attrs.evolve(series, issues=entries)
    feed = exports.json_feed(pages, feed_url=f"{url}feed.json", home_url=url, author=author)
    yield "feed.json", json.dumps(feed, ensure_ascii=False, indent=2)
    yield "feed.atom", exports.atom(pages, feed_url=f"{url}feed.atom", home_url=url, author=author)
    yield "papers.bib", exports.bibtex(series)
    yield "papers.csl.json", json.dumps(exports.csl_json(series), ensure_ascii=False, indent=2)
    for issue, name, item in zip(series, names, cast("list[dict[str, str]]", feed["items"]), strict=True):
        # "<" must not end the script early, whatever a title says.
        data = json.dumps(exports.schema_org(issue), ensure_ascii=False).replace("<", "\\u003c")
        script = f'<script type="application/ld+json">{data}</script>\n'
        yield name, page(issue.title or name, issue.language or "und", item["content_html"], script)
    links = [
        f'<li lang="{issue.language or "und"}"><a href="{name}">{escape(issue.title or name)}</a></li>'
        for issue, name in zip(series, names, strict=True)
    ]
    also = '<p><a href="feed.atom">Atom</a>, <a href="feed.json">JSON Feed</a>, <a href="papers.bib">BibTeX</a></p>'
    yield "index.html", page(series.title or "", "en", "\n".join(["<ul>", *links, "</ul>", also]))


def page(title: str, language: str, content: str, data: str = "") -> str:
    """
    Return a page; its content is HTML, its title is text.
    """
    return PAGE.substitute(title=escape(title), language=language, content=content, data=data)


def page_name(issue: Issue, number: int) -> str:
    """
    Return the name of an issue's page: its first day and language, or its number if it has no period.
    """
    return f"{issue.period.start if issue.period else number}.{issue.language or 'und'}.html"


if __name__ == "__main__":
    main()
