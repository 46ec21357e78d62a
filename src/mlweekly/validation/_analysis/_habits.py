"""
What the issues and papers of a document have in common, so that none is measured by the habits of another digest.

All of it comes from the values alone. Where one text is judged by others, a habit takes five others or more, and most
of them; what only excuses a text takes less.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from typing import Generic, TypeVar

from attrs import frozen

from mlweekly._expressions import expression
from mlweekly.dates import DateRange
from mlweekly.model import Issue, Link, Paper

__all__ = [
    "DAYS_TO_PUBLISH",
    "ENOUGH_ISSUES",
    "ENOUGH_OTHERS",
    "PAPER_ROLES",
    "Habit",
    "Habits",
    "PaperHabits",
    "Tally",
    "has_paper_link",
]

ENOUGH_ISSUES = 3
"""
How many issues it takes to have a habit that excuses, or that tells which of two issues to point at.
"""

ENOUGH_OTHERS = 5
"""
How many others it takes to judge a text by their habit.
"""

DAYS_TO_PUBLISH = 14
"""
Within how many days after its last day an issue comes out.
"""

PAPER_ROLES = ("paper", "report", "book", "survey")
"""
What a link is called that leads to the paper, or to what stands for it.
"""

_WEEK = 7
_MOST = 0.75

# A title says that its issue is one of a week: "本周", "이번 주의", "of the Week". The Korean syllable alone begins
# other words too (주요, "main"), and every other week is no week.
_WEEKLY = expression(
    r"week|[週周]|이번\s*주|금주|주간|매주|주차|한\s*주|semaine|hebdo|woche|wöchentlich|seman|settiman|недел|tuần|hafta",
    re.IGNORECASE,
)
_OTHER_WEEKS = expression(
    r"\bbi-?week|fortnight|\b(?:two|2)[ -]week|every other week|双周|雙週|隔週|隔周|격주|zweiwöchentlich|quinzaine",
    re.IGNORECASE,
)

_Value = TypeVar("_Value", bound=Hashable)


@frozen(repr=False)
class Habit(Generic[_Value]):
    """
    What most of the others do.

    Attributes:
        value: What they do.
        count: How many of them do it.
        others: How many there are.
    """

    value: _Value
    count: int
    others: int


class Tally(Generic[_Value]):
    """
    A value for each issue, or None where it has none, counted so that each issue can be compared with the others.
    """

    def __init__(self, values: Iterable[_Value | None]) -> None:
        """
        Count the values.
        """
        self._values = list(values)
        counts = Counter(value for value in self._values if value is not None)
        self._total = counts.total()
        # What more than half of the others do, no two values are commoner than.
        self._commonest = counts.most_common(2)

    def others(self, index: int) -> int:
        """
        Return how many other issues have a value.
        """
        return self._total - (self._values[index] is not None)

    def most_others(self, index: int) -> Habit[_Value] | None:
        """
        Return what more than half of the other issues do, however few they are.
        """
        others = self.others(index)
        for value, count in self._commonest:
            there = count - (self._values[index] == value)
            if 2 * there > others:
                return Habit(value, there, others)
        return None

    def habit(self, index: int) -> Habit[_Value] | None:
        """
        Return what more than half of five or more other issues do.
        """
        return self.most_others(index) if self.others(index) >= ENOUGH_OTHERS else None

    def may_be(self, index: int, value: _Value) -> bool:
        """
        Return whether the other issues, too few for a habit, do not speak against a value.
        """
        found = self.most_others(index)
        return self.others(index) < ENOUGH_OTHERS and (found is None or found.value == value)


@frozen(eq=False, repr=False)
class PaperHabits:
    """
    What most papers of a document have.

    Attributes:
        papers: How many papers there are.
        summaries: How many have a summary.
        paper_links: How many have a link to a paper, or to what stands for it.
        has_sites: Whether the links lead to pages that tell their kind, or to more than one site.
    """

    papers: int
    summaries: int
    paper_links: int
    has_sites: bool

    @property
    def summarises(self) -> bool:
        """
        Whether a paper without a summary has five others or more, three of four of them with one.
        """
        return PaperHabits(self.papers - 1, self.summaries, self.paper_links, self.has_sites).summarises_all

    @property
    def summarises_all(self) -> bool:
        """
        Whether there are five papers or more, and three of four of them have a summary.
        """
        return self.papers >= ENOUGH_OTHERS and self.summaries >= _MOST * self.papers

    @property
    def links_papers(self) -> bool:
        """
        Whether a paper without a link to a paper lacks what others have.

        Where there are five others or more, half of them have such a link. Fewer are excused where none of them has
        one, and they link to nothing at all, or to pages of one site that tell no kind.
        """
        if self.papers > ENOUGH_OTHERS:
            return 2 * self.paper_links >= self.papers - 1
        return self.papers < 2 or self.paper_links > 0 or self.has_sites

    def without(self, issue: PaperHabits) -> PaperHabits:
        """
        Return the counts of the other issues.
        """
        rest = (self.papers - issue.papers, self.summaries - issue.summaries, self.paper_links - issue.paper_links)
        return PaperHabits(*rest, self.has_sites)

    @classmethod
    def of(cls, papers: Sequence[Paper]) -> PaperHabits:
        """
        Count what papers have.
        """
        links = [link for paper in papers for link in paper.links]
        return cls(
            papers=len(papers),
            summaries=sum(1 for paper in papers if paper.summary is not None),
            paper_links=sum(1 for paper in papers if has_paper_link(paper)),
            has_sites=any(link.kind is not None for link in links) or len({_site(link) for link in links}) > 1,
        )


class Habits:
    """
    What the issues of a document have in common.

    Attributes:
        days: How many days most of three or more issues cover.
        first_weekday: The day that most of three or more weeks begin with, as `date.weekday` counts.
        is_archive: Whether most of three or more issues were published long after their week, as in an archive that was
            filled later.
        papers: What most papers of the document have.
        counts: How many papers each issue has.
        has_year: Whether the range in each title has a year; None where there is no range.
    """

    def __init__(
        self, issues: Sequence[Issue], periods: Iterable[DateRange | None], has_year: Iterable[bool | None] = ()
    ) -> None:
        """
        Look through issues, each with the days that it says it covers.
        """
        covered = list(periods)
        self._titles = [issue.title or "" for issue in issues]
        self._lengths = Tally(None if period is None else len(period) for period in covered)
        self._weekdays = Tally(None if period is None else period.start.weekday() for period in covered)
        self._periods = covered
        self.days = _usual(len(period) for period in covered if period is not None)
        self.first_weekday = _usual(period.start.weekday() for period in covered if period is not None)
        self.is_archive = _is_archive(issues, covered)
        self.papers = PaperHabits.of([paper for issue in issues for paper in issue.papers])
        self.counts = Tally(len(issue.papers) for issue in issues)
        self.has_year = Tally(has_year)

    def days_expected(self, decided: int) -> int:
        """
        Return how many days an issue covers: as the user decided, or where that is a week, as most issues do.

        Weeks of eight days share one with the next, which is no way to count; they are measured as weeks.
        """
        return decided if self.days is None or self.days == _WEEK + 1 or decided != _WEEK else self.days

    def is_weekly(self, index: int) -> bool:
        """
        Return whether an issue is one of a week: its title says so, or its days begin and end on one day of the week.
        """
        title, period = self._titles[index], self._periods[index]
        says_week = bool(_WEEKLY.search(title)) and not _OTHER_WEEKS.search(title)
        return says_week or (period is not None and len(period) == _WEEK + 1)

    def days_of(self, index: int, decided: int) -> int | None:
        """
        Return how many days an issue is to cover, None where nothing tells.

        That is what the user decided, or what most of five or more other issues do; else seven, where the issue is one
        of a week and the others do not speak against it.
        """
        if decided != _WEEK:
            return decided
        habit = self._lengths.habit(index)
        if habit is not None:
            return _WEEK if habit.value == _WEEK + 1 else habit.value
        is_week = self._lengths.may_be(index, _WEEK) or self._lengths.may_be(index, _WEEK + 1)
        return _WEEK if is_week and self.is_weekly(index) else None

    def has_length(self, index: int) -> bool:
        """
        Return whether the other issues say how many days one covers.
        """
        return self._lengths.habit(index) is not None

    def weekday_of(self, index: int, decided: int) -> int | None:
        """
        Return the day that the week of an issue is to begin with, None where nothing tells.

        That is what most of five or more other weeks do; else what the user decided, or Monday, where the issue is one
        of a week and the others do not speak against it.
        """
        habit = self._weekdays.habit(index)
        if habit is not None:
            return habit.value
        return decided if decided or (self._weekdays.may_be(index, decided) and self.is_weekly(index)) else None


def has_paper_link(paper: Paper) -> bool:
    """
    Return whether a paper has a link to the paper, or to the report, the card or the book that stands for it.
    """
    return any(link.kind == "paper" or link.role in PAPER_ROLES for link in paper.links)


def _site(link: Link) -> str:
    return link.canonical.partition("://")[2].partition("/")[0]


def _is_archive(issues: Sequence[Issue], periods: Sequence[DateRange | None]) -> bool:
    lags = [
        (issue.published - period.end).days
        for issue, period in zip(issues, periods, strict=True)
        if issue.published is not None and period is not None
    ]
    late = sum(1 for lag in lags if lag > DAYS_TO_PUBLISH)
    return len(lags) >= ENOUGH_ISSUES and 2 * late > len(lags)


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
