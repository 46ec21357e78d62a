"""
Keys and ids are what papers and issues are, wherever they are.
"""

from __future__ import annotations

from attrs import evolve
from hypothesis import given

from mlweekly import Series, exports
from tests import strategies

FEED = "https://example.org/feed"


@given(strategies.series())
def test_papers_and_issues_that_move_keep_their_keys_and_ids(series: Series) -> None:
    """
    Issues in reverse have the same ids in both feeds and in records, and papers in reverse the same keys everywhere.
    """
    backwards = Series(reversed(series.issues))
    upside_down = Series([evolve(issue, papers=issue.papers[::-1]) for issue in backwards])

    assert feed_ids(backwards) == feed_ids(series)
    assert {row["issue"] for row in exports.records(backwards)} == {row["issue"] for row in exports.records(series)}
    assert citation_keys(upside_down) == citation_keys(series)
    assert {row["paper"] for row in exports.records(upside_down)} == {row["paper"] for row in exports.records(series)}


def feed_ids(series: Series) -> set[object]:
    """
    Return the ids of the items of a feed.
    """
    items = exports.json_feed(series, feed_url=FEED, title="Weekly")["items"]
    assert isinstance(items, list)
    return {item["id"] for item in items}


def citation_keys(series: Series) -> set[object]:
    """
    Return the ids of the papers of a bibliography.
    """
    return {item["id"] for item in exports.csl_json(series)}
