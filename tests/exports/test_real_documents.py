"""
Every export of every real document, read by its consumer without a complaint.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from mlweekly import Series, exports, markdown
from tests.conftest import corpus_folder
from tests.exports.consumers import (
    articles,
    bibtex_entries,
    check_frames,
    expanded,
    rendered,
    valid_feed,
    well_formed_feed,
)

FEED = "https://example.org/feed"


def documents() -> Iterator[Any]:
    """
    Yield the real documents: the table, the Japanese post and, in the long run, the digests of others.
    """
    folder = corpus_folder()
    if folder is not None:
        yield pytest.param(folder / "table.md", id="table.md")
        yield pytest.param(folder / "post.ja.txt", id="post.ja.txt")
        for path in sorted((folder / "field").glob("texts/*")):
            yield pytest.param(path, id=path.name, marks=pytest.mark.long)


@pytest.fixture(scope="module", params=documents())
def series(request: pytest.FixtureRequest) -> Series:
    """
    The series of a document; a skip where it holds no paper, for there is nothing to export.
    """
    path: Path = request.param
    value = markdown.parse(path.read_text(encoding="utf-8")).series
    if not any(issue.papers for issue in value):
        pytest.skip("no paper is read from this document")
    return value


def test_citations(series: Series) -> None:
    """
    BibTeX and CSL-JSON have the same keys, each once whatever the case, and each item is rendered.
    """
    keys = [entry["key"] for entry in bibtex_entries(exports.bibtex(series))]
    items = exports.csl_json(series)

    assert keys == [item["id"] for item in items]
    assert len({key.lower() for key in keys}) == len(keys)
    # The processor takes time that is quadratic in the items of a bibliography.
    parts = [items[start : start + 50] for start in range(0, len(items), 50)]
    assert sum(len(rendered(part)) for part in parts) == len(items)


def test_feeds(series: Series) -> None:
    """
    Both feeds have an entry for each issue, under the same ids.
    """
    atom = exports.atom(series, feed_url=FEED, title="Weekly", author="The editors", updated=date(2026, 1, 1))
    entries = well_formed_feed(atom).entries
    items = valid_feed(exports.json_feed(series, feed_url=FEED, title="Weekly"))["items"]

    assert len({entry.id for entry in entries}) == len(entries) == len(series)
    assert [entry.id for entry in entries] == [item["id"] for item in items]
    assert all(entry.title and entry.updated_parsed for entry in entries)


def test_structured_data_and_frames(series: Series) -> None:
    """
    An article and a row for each paper, a row for each link.
    """
    papers = [paper for issue in series for paper in issue.papers]
    rows, links = exports.records(series), exports.records(series, of="links")

    assert len(list(articles(expanded(exports.schema_org(series))))) == len(rows) == len(papers)
    assert len(links) == sum(len(paper.links) for paper in papers)
    check_frames(rows)
    if links:
        check_frames(links)
