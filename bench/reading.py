"""
`mlweekly.markdown.loads_series` beside markdown-it-py, which parses the same text to tokens.
"""

from __future__ import annotations

from markdown_it import MarkdownIt

import mlweekly
from bench.timing import compare, seconds

BOUND = 1 / 6


def run(text: str, rounds: int) -> bool:
    """
    Compare the two on one document, and tell whether ours is within the bound.
    """
    peer = MarkdownIt("commonmark").enable("table")
    return compare(
        "read a series",
        {
            "mlweekly": lambda: seconds(lambda: mlweekly.markdown.loads_series(text)),
            "markdown-it-py": lambda: seconds(lambda: peer.parse(text)),
        },
        BOUND,
        rounds,
    )
