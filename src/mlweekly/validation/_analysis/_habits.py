"""
What the issues of a series have in common, so that none is measured by another series' habits.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from typing import TypeVar

from attrs import frozen

from mlweekly.dates import DateRange
from mlweekly.model import Issue

__all__ = ["DAYS_TO_PUBLISH", "ENOUGH_ISSUES", "Habits", "habits_of"]

ENOUGH_ISSUES = 3
"""
How many issues it takes to have a habit.
"""

DAYS_TO_PUBLISH = 14
"""
Within how many days after its last day an issue comes out.
"""

_WEEK = 7

_Value = TypeVar("_Value", bound=Hashable)


@frozen
class Habits:
    """
    What most of three or more issues of a series do; None where there is no such habit.

    Attributes:
        first_weekday: The day that the weeks begin with, as `date.weekday` counts.
        days: How many days an issue covers.
        papers: How many papers an issue has.
        summarises: Whether most papers have a summary; a list of titles is a form of its own.
        is_archive: Whether most issues were published long after their week, as in an archive that was filled later.
    """

    first_weekday: int | None
    days: int | None
    papers: int | None
    summarises: bool
    is_archive: bool

    def days_expected(self, decided: int) -> int:
        """
        Return how many days an issue covers: as the user decided, or where that is a week, as most issues do.

        Weeks of eight days share one with the next, which is no way to count; they are measured as weeks.
        """
        return decided if self.days is None or self.days == _WEEK + 1 or decided != _WEEK else self.days


def habits_of(issues: Sequence[Issue], periods: Iterable[DateRange | None]) -> Habits:
    """
    Return the habits of issues, each with the days that it says it covers.
    """
    covered = list(periods)
    papers = [paper for issue in issues for paper in issue.papers]
    lags = [
        (issue.published - period.end).days
        for issue, period in zip(issues, covered, strict=True)
        if issue.published is not None and period is not None
    ]
    late = sum(1 for lag in lags if lag > DAYS_TO_PUBLISH)
    return Habits(
        first_weekday=_usual(period.start.weekday() for period in covered if period is not None),
        days=_usual(len(period) for period in covered if period is not None),
        papers=_usual(len(issue.papers) for issue in issues),
        summarises=2 * sum(1 for paper in papers if paper.summary is not None) >= len(papers),
        is_archive=len(lags) >= ENOUGH_ISSUES and 2 * late > len(lags),
    )


def _usual(values: Iterable[_Value]) -> _Value | None:
    """
    Return the value that most of three or more are.
    """
    counts = Counter(values)
    total = counts.total()
    if total < ENOUGH_ISSUES:
        return None
    value, count = counts.most_common(1)[0]
    return value if 2 * count > total else None
