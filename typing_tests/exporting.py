"""
Values as other formats hold them.
"""

from __future__ import annotations

from typing import assert_type

from mlweekly import Issue, Paper, Series, exports


def hand_on(paper: Paper, issue: Issue, series: Series, papers: list[Paper]) -> None:
    assert_type(exports.bibtex(paper), str)
    assert_type(exports.csl_json(papers), list[dict[str, object]])
    assert_type(exports.records(series, of="links"), list[dict[str, str | int]])
    assert_type(exports.atom(series, feed_url="https://example.org/"), str)
    assert_type(exports.json_feed(series, feed_url="https://example.org/"), dict[str, object])
    assert_type(exports.schema_org(issue), dict[str, object])
