"""
`mlweekly.markdown` beside markdown-it-py, which parses the same text to tokens.
"""

from __future__ import annotations

from markdown_it import MarkdownIt

import mlweekly
from bench.made_up import OPEN_DIALECTS, made_up_digest
from bench.timing import compare, processor_seconds, seconds

BOUND, OPEN_BOUND = 1 / 6, 0.6


def run(text: str, rounds: int) -> bool:
    """
    Compare the two on a document, and on one in each open dialect; tell whether ours is within the bounds.
    """
    peer = MarkdownIt("commonmark").enable("table")
    is_within = compare(
        "read a series",
        {
            "mlweekly": lambda: seconds(lambda: mlweekly.markdown.loads_series(text)),
            "markdown-it-py": lambda: seconds(lambda: peer.parse(text)),
        },
        BOUND,
        rounds,
    )
    return all([is_within, *(_compare_open(dialect, peer, rounds) for dialect in OPEN_DIALECTS)])


def _compare_open(dialect: str, peer: MarkdownIt, rounds: int) -> bool:
    document = made_up_digest(dialect)
    assert mlweekly.markdown.parse(document).dialect == dialect
    return compare(
        f"parse: {dialect}",
        {
            "mlweekly": lambda: processor_seconds(lambda: mlweekly.markdown.parse(document)),
            "markdown-it-py": lambda: processor_seconds(lambda: peer.parse(document)),
        },
        OPEN_BOUND,
        rounds,
    )
