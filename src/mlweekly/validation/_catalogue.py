"""
Every rule, in one place.

Lives here: the catalogue, a tuple that is read from top to bottom; codes are never used again.
Must not know: how rules are chosen and run.
"""

from __future__ import annotations

from mlweekly.validation import _dates as dates
from mlweekly.validation._rule import Rule

__all__ = ["CATALOGUE", "rules"]

CATALOGUE: tuple[Rule, ...] = (
    Rule("D101", "title-range-unreadable", "error", dates.title_range_unreadable),
    Rule("D102", "title-range-mismatch", "error", dates.title_range_mismatch),
    Rule("D103", "title-vs-posts", "error", dates.title_vs_posts),
    Rule("D104", "title-vs-arxiv", "error", dates.title_vs_arxiv),
)


def rules() -> tuple[Rule, ...]:
    """
    Return the catalogue: every rule, in the order of the codes.

    >>> [f"{rule.code} {rule.name}" for rule in rules()][2]
    'D103 title-vs-posts'
    """
    return CATALOGUE
