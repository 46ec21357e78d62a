"""
`mlweekly.validate` beside markdown-it-py, which parses the same text to tokens.
"""

from __future__ import annotations

from markdown_it import MarkdownIt

import mlweekly
from bench.timing import compare, seconds

BOUND = 1.0


def run(text: str, rounds: int) -> bool:
    """
    Compare the two on one document, and tell whether ours is within the bound.
    """
    peer = MarkdownIt("commonmark").enable("table")
    return compare(
        "validate a series",
        {"mlweekly": lambda: validation_of(text), "markdown-it-py": lambda: seconds(lambda: peer.parse(text))},
        BOUND,
        rounds,
    )


def validation_of(text: str) -> float:
    """
    Return how long the validation of a text takes that was read just now, so that no link is known from before.
    """
    document = mlweekly.markdown.parse(text)
    return seconds(lambda: mlweekly.validate(document))
