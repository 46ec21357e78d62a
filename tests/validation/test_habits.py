"""
What the issues of a series have in common is taken from most of three or more, and from nothing less.
"""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from mlweekly import DateRange, Issue, Paper, Text
from mlweekly.validation._analysis._habits import habits_of

MONDAY, SUNDAY = date(2024, 9, 2), date(2024, 9, 1)


def paper(rank: int, summary: str | None = None) -> Paper:
    """
    Return a paper, with a summary or without.
    """
    return Paper(rank=rank, title=Text(f"Paper {rank}"), summary=None if summary is None else Text(summary))


def week(first: date) -> DateRange:
    """
    Return the seven days from this one on.
    """
    return DateRange(first, first + timedelta(days=6))


@pytest.mark.parametrize(
    ("firsts", "expected"),
    [
        ([SUNDAY, SUNDAY, MONDAY], 6),
        ([MONDAY, MONDAY, MONDAY], 0),
        ([SUNDAY, SUNDAY], None),
        ([SUNDAY, MONDAY, date(2024, 9, 3)], None),
        ([SUNDAY, SUNDAY, MONDAY, MONDAY], None),
        ([], None),
    ],
)
def test_first_weekday_is_that_of_most_weeks(firsts: list[date], expected: int | None) -> None:
    """
    More than half of three or more weeks have to begin with it.
    """
    issues = [Issue() for _ in firsts]

    assert habits_of(issues, map(week, firsts)).first_weekday == expected


def test_weeks_that_are_not_stated_are_not_counted() -> None:
    """
    Two weeks beside an issue without one are no habit.
    """
    assert habits_of([Issue(), Issue(), Issue()], [week(SUNDAY), week(SUNDAY), None]).first_weekday is None


@pytest.mark.parametrize(
    ("lengths", "decided", "expected"),
    [
        ([14, 14, 14, 7], 7, 14),
        ([14, 14, 14, 7], 28, 28),
        ([14, 14], 7, 7),
        ([8, 8, 8], 7, 7),
        ([7, 7, 8], 7, 7),
        ([], 7, 7),
    ],
)
def test_an_issue_covers_as_many_days_as_most_do(lengths: list[int], decided: int, expected: int) -> None:
    """
    What the user decided comes first; eight days, one of them shared with the next issue, are no habit.
    """
    periods = [DateRange(MONDAY, MONDAY + timedelta(days=length - 1)) for length in lengths]

    assert habits_of([Issue() for _ in lengths], periods).days_expected(decided) == expected


@pytest.mark.parametrize(("counts", "expected"), [([2, 2, 3], 2), ([2, 2], None), ([1, 2, 3], None), ([0, 0, 0], 0)])
def test_number_of_papers_is_that_of_most_issues(counts: list[int], expected: int | None) -> None:
    """
    More than half of three or more issues have to have it.
    """
    issues = [Issue(papers=[paper(rank) for rank in range(1, count + 1)]) for count in counts]

    assert habits_of(issues, [None] * len(counts)).papers == expected


@pytest.mark.parametrize(("summaries", "expected"), [(["Sings.", None], True), (["Sings.", None, None], False)])
def test_half_of_the_papers_have_a_summary_where_it_is_usual(summaries: list[str | None], *, expected: bool) -> None:
    """
    Fewer make a list of titles.
    """
    issue = Issue(papers=[paper(rank, summary) for rank, summary in enumerate(summaries, 1)])

    assert habits_of([issue], [None]).summarises is expected


@pytest.mark.parametrize(
    ("lags", "expected"), [([300, 200, 1], True), ([300, 200], False), ([300, 1, 2], False), ([14, 14, 14], False)]
)
def test_archive_is_filled_long_after_its_weeks(lags: list[int], *, expected: bool) -> None:
    """
    Most of three or more issues came out more than two weeks after their last day.
    """
    period = week(MONDAY)
    issues = [Issue(published=period.end + timedelta(days=lag)) for lag in lags]

    assert habits_of(issues, [period] * len(lags)).is_archive is expected
