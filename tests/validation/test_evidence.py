"""
What links tell about a week.
"""

from __future__ import annotations

from datetime import date

import pytest

from mlweekly import DateRange, Issue, Link, LinkSet, Paper, Text, validate
from mlweekly.identifiers import ArxivId
from mlweekly.validation._analysis import _arxiv_totals as arxiv_totals
from mlweekly.validation._analysis._arxiv_totals import estimated_day
from mlweekly.validation._analysis._date_evidence import DateEvidence, date_evidence_of
from tests.digests import arxiv_url, digest, post_url

WEEK = DateRange(date(2024, 9, 16), date(2024, 9, 22))


@pytest.mark.parametrize(
    ("number", "first", "last"),
    [
        # January 2023: 16,500 numbers, 31 days, 532.3 a day.
        ("2301.00001", "2023-01-01", "2023-01-01"),
        ("2301.00533", "2023-01-02", "2023-01-02"),
        ("2301.16499", "2023-01-31", "2023-01-31"),
        # December 2024: 23 months on, 23,400 numbers, 31 days, 754.8 a day.
        ("2412.00754", "2024-12-01", "2024-12-01"),
        ("2412.00755", "2024-12-02", "2024-12-02"),
        # February 2025, in the table: 20,300 numbers, 28 days, 725 a day.
        ("2502.00724", "2025-02-01", "2025-02-01"),
        ("2502.00725", "2025-02-02", "2025-02-02"),
        # August 2026, the last in the table: 31,300 numbers, 31 days, 1,009.7 a day.
        ("2608.20194", "2026-08-21", "2026-08-21"),
        # September 2026: 31,300 within a factor of 1.3, so from 24,076 to 40,690 numbers; 802.5 or 1,356.3 a day.
        ("2609.01000", "2026-09-01", "2026-09-02"),
        ("2609.10000", "2026-09-08", "2026-09-13"),
        # August 2027, a year beyond: within a factor of 2.4, so from 13,041 to 75,120 numbers.
        ("2708.13000", "2027-08-06", "2027-08-31"),
        # More numbers than expected are of the last day.
        ("2502.29999", "2025-02-28", "2025-02-28"),
        # More than twice as many are made up, and tell their month alone.
        ("2502.40601", "2025-02-01", "2025-02-28"),
        # Before 2023 the month is all that is told.
        ("2212.00001", "2022-12-01", "2022-12-31"),
        ("math/0309136", "2003-09-01", "2003-09-30"),
    ],
)
def test_number_suggests_a_day_of_its_month(number: str, first: str, last: str) -> None:
    """
    Numbers run evenly through their month.

    Its total grows by 300 a month from 16,500 in January 2023 to the end of 2024, is counted from then on, and lies
    between bounds that move apart after that.
    """
    assert str(estimated_day(ArxivId(number))) == f"{first}/{last}"


def test_posts_of_nowhere_do_not_break_the_calendar() -> None:
    """
    A week that would end after the last day there is, is not proposed.
    """
    evidence = DateEvidence(tuple((f"https://example.org/{number}", date.max) for number in range(3)), ())

    assert evidence.proposal is None
    assert not evidence.contradicts(DateRange.day(date.max))


def test_target_counts_once() -> None:
    """
    One post, or one paper, linked in several spellings is one piece of evidence.
    """
    url = post_url(date(2024, 9, 17))
    links = [url, url.replace("x.com", "twitter.com"), arxiv_url("2409.12917"), "https://arxiv.org/pdf/2409.12917v2"]
    evidence = date_evidence_of(digest(None, None, links))

    assert evidence.days == (date(2024, 9, 17),)
    assert evidence.arxiv_ids == (ArxivId("2409.12917"),)


@pytest.mark.parametrize(
    ("days", "monday"),
    [
        ([17, 18, 24], 16),
        ([17, 24], 23),
        ([16, 22, 22, 23, 24], 16),
        ([2, 3, 9, 10, 29, 17, 18, 19], 16),
    ],
)
def test_week_of_most_posts_is_proposed(days: list[int], monday: int) -> None:
    """
    The ISO week that holds most posts is proposed, the later one on a tie; stray posts do not move it.
    """
    evidence = date_evidence_of(
        digest(None, None, [post_url(date(2024, 9, day), number) for number, day in enumerate(days)])
    )

    assert evidence.proposal == DateRange.week_of(date(2024, 9, monday))


def test_week_of_the_announcement_is_proposed_where_there_are_no_posts() -> None:
    """
    The newest number was given on Sunday the 15th (750 a day): its paper is announced in the week that begins then.
    """
    evidence = date_evidence_of(digest(None, None, [arxiv_url("2409.11000"), arxiv_url("2409.03000")]))

    assert estimated_day(ArxivId("2409.11000")) == DateRange.day(date(2024, 9, 15))
    assert evidence.proposal == WEEK


def test_issue_without_links_is_not_judged() -> None:
    """
    No links, or links that carry no date, neither contradict nor propose.
    """
    issue = digest("Papers (June 10 - June 16) - 2024", None, ["https://example.org/paper", "https://github.com/a/b"])

    assert date_evidence_of(issue).proposal is None
    assert validate(issue, select=["D101", "D102", "D103", "D104"]).findings == ()


@pytest.mark.parametrize("period", [DateRange(date.min, date.min), DateRange(date.max, date.max)])
def test_ends_of_the_calendar_are_no_obstacle(period: DateRange) -> None:
    """
    A period at the first or last day there is raises nothing but findings.
    """
    issue = digest(None, period, [post_url(date(2024, 9, day)) for day in (16, 18, 20)])
    (finding,) = validate(issue, select=["D101", "D102", "D103", "D104"]).findings

    assert finding.code == "D103"
    assert validate(issue, select=["D101", "D102", "D103", "D104"]).fix(unsafe=True).period == WEEK


def test_links_of_one_paper_all_count() -> None:
    """
    Posts need not stand with the first paper, nor first in a paper.
    """
    links = LinkSet(Link(url) for url in [arxiv_url("2409.12917"), *(post_url(date(2024, 9, d)) for d in (16, 18, 20))])
    issue = Issue(title="Papers (June 10 - June 16) - 2024", papers=[Paper(rank=1, title=Text("A paper"), links=links)])

    assert [finding.code for finding in validate(issue, select=["D101", "D102", "D103", "D104"]).findings] == ["D103"]


def test_interval_holds_every_total_that_the_table_would_have_missed() -> None:
    """
    Had the table ended with any of its months, each later total would lie between the bounds for its month.
    """
    totals = arxiv_totals._HUNDREDS

    for last, known in enumerate(totals):
        for months, total in enumerate(totals[last + 1 :], 1):
            factor = 1 + arxiv_totals._SPREAD + arxiv_totals._SPREAD_BY_MONTH * months
            assert known / factor <= total <= known * factor


def test_week_that_may_be_one_of_two_is_not_proposed() -> None:
    """
    Past the end of the table, an early number proposes its week, and a later one, which fits two weeks, none.
    """
    early, later = (date_evidence_of(digest(None, None, [arxiv_url(each)])) for each in ("2609.01000", "2609.10000"))

    assert early.proposal == DateRange.week_of(date(2026, 9, 3))
    assert later.proposal is None
