"""
What rules make alike: lists in messages, violations in a text and in a paper, the fix of a week and of a link.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from mlweekly.changes import IssueRetitled, LinkRetargeted, Operation, Patch, PeriodChanged
from mlweekly.dates import DateRange
from mlweekly.model import FrozenMapping, Issue, JsonValue, Link
from mlweekly.validation._analysis._passages import Passage
from mlweekly.validation._context import PaperContext
from mlweekly.validation._finding import Fix, Severity, Violation

__all__ = ["enumerated", "in_paper", "in_passage", "redated", "retargeted"]


_MOST_LISTED = 5


def enumerated(words: Sequence[str], separator: str = ", ") -> str:
    """
    Return some words as a message lists them: the first ones, and how many more there are.
    """
    more = len(words) - _MOST_LISTED
    return separator.join([*words[:_MOST_LISTED], *([f"and {more} more"] if more > 0 else [])])


def in_passage(
    passage: Passage,
    words: str,
    evidence: Mapping[str, JsonValue],
    *identity_parts: str,
    fix: Fix | None = None,
    severity: Severity | None = None,
) -> Violation:
    """
    Return a violation in a text.

    Args:
        passage: The text.
        words: What was seen.
        evidence: The same as data.
        identity_parts: What tells it from others of the rule in the same text.
        fix: A change that takes it away.
        severity: How much this one matters, where that is not as the rule says.
    """
    return Violation(
        passage.pointer,
        f"{passage.name}: {words}",
        FrozenMapping(evidence),
        (passage.field, passage.language or "", *identity_parts),
        fix=fix,
        severity=severity,
    )


def in_paper(
    paper: PaperContext,
    pointer: str,
    words: str,
    evidence: Mapping[str, JsonValue],
    *identity_parts: str,
    fix: Fix | None = None,
    severity: Severity | None = None,
    places: tuple[str, ...] = (),
) -> Violation:
    """
    Return a violation in a paper.

    Args:
        paper: The paper.
        pointer: Where, from the issue.
        words: What was seen.
        evidence: The same as data.
        identity_parts: What tells it from others of the rule in the same paper.
        fix: A change that takes it away.
        severity: How much this one matters, where that is not as the rule says.
        places: Every place, where it is about several.
    """
    return Violation(
        pointer,
        f"{paper.name}: {words}",
        FrozenMapping(evidence),
        identity_parts,
        fix=fix,
        severity=severity,
        places=places,
    )


def retargeted(paper: PaperContext, pointer: str, link: Link, url: str) -> LinkRetargeted:
    """
    Return the operation that gives a link of a paper another URL.
    """
    return LinkRetargeted(pointer, before=link.url, after=url, of=paper.paper.title)


def redated(issue: Issue, title: str | None, week: DateRange | None) -> Fix | None:
    """
    Return the unsafe fix that gives an issue a title and a period; None where it has both already.

    Args:
        issue: The issue.
        title: What it shall be called.
        week: The days that it shall cover.
    """
    operations: list[Operation] = []
    if title != issue.title:
        operations.append(IssueRetitled("", before=issue.title, after=title))
    if week != issue.period:
        operations.append(PeriodChanged("", before=issue.period, after=week))
    return Fix(Patch(operations), safe=False) if operations else None
