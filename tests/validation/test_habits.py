"""
Habits of a digest come from its values: an issue or a paper is judged by most of five others or more, or not at all.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import pytest

from mlweekly import DateRange, Issue, Link, LinkSet, Paper, Text
from mlweekly.validation._analysis._habits import Habit, Habits, PaperHabits, Tally

MONDAY, SUNDAY = date(2024, 9, 2), date(2024, 9, 1)
ARXIV = "https://arxiv.org/abs/2409.1003{}"


def paper(rank: int, summary: str | None = None, *urls: str) -> Paper:
    """
    Return a paper, with a summary or without, and its links.
    """
    summary_text = None if summary is None else Text(summary)
    return Paper(rank=rank, title=Text(f"Paper {rank}"), summary=summary_text, links=LinkSet(map(Link, urls)))


def week(first: date, days: int = 7) -> DateRange:
    """
    Return the days from this one on.
    """
    return DateRange(first, first + timedelta(days=days - 1))


def habits(periods: Sequence[DateRange | None], title: str | None = None) -> Habits:
    """
    Return the habits of issues that cover these days, each under this title.
    """
    return Habits([Issue(title=title) for _ in periods], periods)


@pytest.mark.parametrize(
    ("values", "index", "expected"),
    [
        ([3, 3, 3, 3, 3, 2], 5, Habit(3, 5, 5)),
        ([3, 3, 3, 3, 3, 2], 0, Habit(3, 4, 5)),
        ([3, 3, 3, 2, 2, 2], 5, Habit(3, 3, 5)),
        ([3, 3, 3, 2, 2, 2], 0, Habit(2, 3, 5)),
        ([3, 3, 3, 3, 2], 4, None),
        ([3, 3, 2, 2, 1, 1], 5, None),
        ([None, 3, 3, 3, 3, 3], 0, Habit(3, 5, 5)),
        ([None, None, 3, 3, 3, 3], 0, None),
    ],
)
def test_habit_is_what_most_of_five_or_more_others_do(
    values: list[int | None], index: int, expected: Habit[int] | None
) -> None:
    """
    The issue itself does not count, nor one without a value.
    """
    assert Tally(values).habit(index) == expected


@pytest.mark.parametrize(
    ("values", "expected"),
    [([9], True), ([9, 10], True), ([9, 9], False), ([9, 10, 9], True), ([9] + 5 * [10], False)],
)
def test_few_others_can_speak_against_a_value(values: list[int], *, expected: bool) -> None:
    """
    Ten is excluded where most of the others do something else; where there are five others, the habit decides.
    """
    assert Tally(values).may_be(0, 10) is expected


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
    assert habits([week(first) for first in firsts]).first_weekday == expected


def test_weeks_that_are_not_stated_are_not_counted() -> None:
    """
    Two weeks beside an issue without one are no habit.
    """
    assert habits([week(SUNDAY), week(SUNDAY), None]).first_weekday is None


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
def test_issues_cover_as_many_days_as_most_do(lengths: list[int], decided: int, expected: int) -> None:
    """
    What the user decided comes first; eight days, one of them shared with the next issue, are no habit.
    """
    assert habits([week(MONDAY, length) for length in lengths]).days_expected(decided) == expected


@pytest.mark.parametrize(
    ("lengths", "title", "decided", "expected"),
    [
        ([14, 14, 14, 14, 14, 7], "Papers", 7, 14),
        ([14, 14, 14, 14, 14, 7], "Papers", 28, 28),
        ([8, 8, 8, 8, 8, 6], "Papers", 7, 7),
        ([1, 1, 1, 1, 1, 2], "Papers of the week", 7, 1),
        ([28, 31, 30, 31, 30, 31], "Papers of the week", 7, None),
        ([10], "Papers", 7, None),
        ([10], "Papers of the week", 7, 7),
        ([8], "Papers", 7, 7),
        ([14, 14, 7], "Papers of the week", 7, None),
        ([7, 8, 6], "Papers of the week", 7, 7),
    ],
)
def test_an_issue_is_judged_by_the_days_of_others_or_by_its_own_word(
    lengths: list[int], title: str, decided: int, expected: int | None
) -> None:
    """
    The last issue is to cover what the user decided, what most of five others do, or a week if it says so.
    """
    periods = [week(MONDAY, length) for length in lengths]

    assert habits(periods, title).days_of(len(lengths) - 1, decided) == expected


@pytest.mark.parametrize(
    ("firsts", "title", "decided", "expected"),
    [
        ([SUNDAY, SUNDAY, SUNDAY, SUNDAY, SUNDAY, MONDAY], "Papers", 0, 6),
        ([SUNDAY], "Papers", 0, None),
        ([SUNDAY], "Papers of the week", 0, 0),
        ([MONDAY], "Papers", 6, 6),
        ([SUNDAY, SUNDAY, SUNDAY], "Papers of the week", 0, None),
    ],
)
def test_a_week_begins_as_others_do_or_as_it_says(
    firsts: list[date], title: str, decided: int, expected: int | None
) -> None:
    """
    The last issue begins as most of five others do, as the user decided, or on a Monday if it says it is of a week.
    """
    assert habits([week(first) for first in firsts], title).weekday_of(len(firsts) - 1, decided) == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Top ML Papers of the Week", True),
        ("Weekly papers", True),
        ("今週の論文", True),
        ("本周论文", True),
        ("이번 주의 주요 논문", True),
        ("Les articles de la semaine", True),
        ("Papiere der Woche", True),
        ("Artigos da semana", True),
        ("Статьи недели", True),
        ("Bài báo trong tuần", True),
        ("주요 논문", False),
        ("Bi-weekly papers", False),
        ("Papers of the last two weeks", False),
        ("隔週の論文", False),
        ("Papers of the day", False),
        ("What we read in 2024", False),
    ],
)
def test_title_says_that_an_issue_is_of_a_week(title: str, *, expected: bool) -> None:
    """
    The word for a week, in the languages of digests; every other week is none.
    """
    assert habits([None], title).is_weekly(0) is expected


@pytest.mark.parametrize(
    ("summaries", "expected"), [(5 * "s" + " ", True), (4 * "s" + " ", False), (4 * "s" + 3 * " ", False)]
)
def test_three_of_four_of_five_other_papers_have_a_summary_where_it_is_usual(summaries: str, *, expected: bool) -> None:
    """
    Fewer make a list of titles, or one with words on some of its papers.
    """
    papers = [paper(rank, each.strip() or None) for rank, each in enumerate(summaries, 1)]

    assert PaperHabits.of(papers).summarises is expected


def test_papers_of_other_issues_are_counted_without_those_of_one() -> None:
    """
    An issue without any summary is judged by the papers of the others alone.
    """
    here, there = [paper(rank) for rank in range(1, 11)], [paper(rank, "Sings.") for rank in range(1, 6)]

    assert not PaperHabits.of([*here, *there]).summarises_all
    assert PaperHabits.of([*here, *there]).without(PaperHabits.of(here)).summarises_all
    assert not PaperHabits.of([*here, *there[:4]]).without(PaperHabits.of(here)).summarises_all


@pytest.mark.parametrize(
    ("urls", "expected"),
    [
        ([None], True),
        ([None, None], False),
        (["https://example.org/a"], True),
        (["https://example.org/a", "https://www.example.org/b"], False),
        (["https://example.org/a", "https://example.com/b"], True),
        (["https://example.org/a", "https://x.com/a/status/1836427396959932492"], True),
        ([ARXIV.format(1), None], True),
        ([None, *map(ARXIV.format, range(5))], True),
        ([*4 * [None], *map(ARXIV.format, range(3))], True),
        ([*5 * [None], *map(ARXIV.format, range(2))], False),
        ([f"https://example.{top}/a" for top in ("org", "com", "net", "edu", "info", "dev")], False),
    ],
)
def test_digest_that_links_papers(urls: list[str | None], *, expected: bool) -> None:
    """
    Of six papers or more half of the others link to one; fewer link to a paper, or to more than pages of one site.
    """
    papers = [paper(rank, None, *([] if url is None else [url])) for rank, url in enumerate(urls, 1)]

    assert PaperHabits.of(papers).links_papers is expected


@pytest.mark.parametrize(
    ("lags", "expected"), [([300, 200, 1], True), ([300, 200], False), ([300, 1, 2], False), ([14, 14, 14], False)]
)
def test_archive_is_filled_long_after_its_weeks(lags: list[int], *, expected: bool) -> None:
    """
    Most of three or more issues came out more than two weeks after their last day.
    """
    period = week(MONDAY)
    issues = [Issue(published=period.end + timedelta(days=lag)) for lag in lags]

    assert Habits(issues, [period] * len(lags)).is_archive is expected
