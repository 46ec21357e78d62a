"""
`DateRange`, and the weeks of a series.
"""

from __future__ import annotations

import pickle
from datetime import date, datetime, timedelta
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlweekly.dates import DateRange, weeks
from mlweekly.errors import ModelError

WEEK = DateRange(date(2024, 9, 16), date(2024, 9, 22))


def between(one: date, other: date) -> DateRange:
    """
    Return the range between two days, whichever is the first.
    """
    return DateRange(min(one, other), max(one, other))


ranges = st.builds(between, st.dates(), st.dates())


def test_both_ends_are_included() -> None:
    """
    The first and the last day are in the range, the days beside them are not.
    """
    assert date(2024, 9, 16) in WEEK
    assert date(2024, 9, 22) in WEEK
    assert date(2024, 9, 15) not in WEEK
    assert date(2024, 9, 23) not in WEEK


def test_only_days_are_in_a_range() -> None:
    """
    A time, a text or nothing is in no range, and asking is no error.
    """
    for value in (datetime(2024, 9, 18, 12), "2024-09-18", None):
        assert value not in WEEK


def test_length_and_iteration_are_by_day() -> None:
    """
    `len` counts the days that iteration yields, in order.
    """
    assert len(WEEK) == 7
    assert list(WEEK) == [date(2024, 9, day) for day in range(16, 23)]


def test_iteration_reaches_the_last_date_there_is() -> None:
    """
    A range that ends on the last date of the calendar is iterated to its end.
    """
    assert list(DateRange(date(9999, 12, 30), date.max)) == [date(9999, 12, 30), date(9999, 12, 31)]


def test_order_is_by_start_and_then_by_end() -> None:
    """
    Ranges sort by their first day, and by their last day where the first is the same.
    """
    day = DateRange.day(date(2024, 9, 16))
    later = DateRange.day(date(2024, 9, 17))
    assert sorted([later, WEEK, day]) == [day, WEEK, later]


def test_a_range_is_a_value() -> None:
    """
    Equal ranges hash alike, survive pickling, and cannot be changed.
    """
    same = DateRange(date(2024, 9, 16), date(2024, 9, 22))
    assert (same, hash(same), pickle.loads(pickle.dumps(same))) == (WEEK, hash(WEEK), WEEK)
    with pytest.raises(AttributeError):
        same.start = date(2024, 1, 1)  # type: ignore[misc]  # the assignment that must fail


def test_str_is_the_iso_interval() -> None:
    """
    A range prints as ISO 8601 has intervals.
    """
    assert str(WEEK) == "2024-09-16/2024-09-22"


def test_a_range_does_not_end_before_it_starts() -> None:
    """
    The constructor refuses, and says both days.
    """
    with pytest.raises(ModelError, match="must not be before the start 2024-09-22, got 2024-09-16") as caught:
        DateRange(date(2024, 9, 22), date(2024, 9, 16))
    assert [problem.pointer for problem in caught.value.problems] == ["/end"]


def test_every_problem_is_told_at_once() -> None:
    """
    Two bounds that are no dates are two problems; a time is no date.
    """
    with pytest.raises(ModelError, match="must be a date without a time") as caught:
        DateRange(datetime(2024, 9, 16), cast("date", "2024-09-22"))
    assert [problem.pointer for problem in caught.value.problems] == ["/start", "/end"]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2024, 9, 16), "2024-09-16/2024-09-22"),
        (date(2024, 9, 22), "2024-09-16/2024-09-22"),
        (date(2025, 1, 1), "2024-12-30/2025-01-05"),
        (date(1, 1, 1), "0001-01-01/0001-01-07"),
    ],
)
def test_week_of_is_the_iso_week(day: date, expected: str) -> None:
    """
    The week begins on a Monday and holds the day, across New Year too.
    """
    assert str(DateRange.week_of(day)) == expected


def test_month_and_year() -> None:
    """
    A month ends on its own last day, and February knows leap years.
    """
    assert str(DateRange.month_of(2024, 2)) == "2024-02-01/2024-02-29"
    assert str(DateRange.month_of(2100, 2)) == "2100-02-01/2100-02-28"
    assert str(DateRange.month_of(9999, 12)) == "9999-12-01/9999-12-31"
    assert str(DateRange.year_of(2022)) == "2022-01-01/2022-12-31"


def test_what_the_calendar_does_not_have_is_refused() -> None:
    """
    Constructors by week, month and year, and shifting, refuse what lies outside of the calendar.
    """
    with pytest.raises(ModelError, match="the week of 9999-12-31 ends after 9999-12-31"):
        DateRange.week_of(date.max)
    with pytest.raises(ModelError, match="must be a date without a time"):
        DateRange.week_of(datetime(2024, 9, 16))
    with pytest.raises(ModelError, match="got 2024 and 13"):
        DateRange.month_of(2024, 13)
    with pytest.raises(ModelError, match="got 0"):
        DateRange.year_of(0)
    for days in (10**9, -(10**9), 10**30):
        with pytest.raises(ModelError, match="leaves the years 1 to 9999"):
            WEEK.shifted(days)


def test_overlap_is_a_common_day() -> None:
    """
    Ranges overlap where they share a day, if it is one alone; neighbours do not.
    """
    assert WEEK.overlaps(DateRange(date(2024, 9, 22), date(2024, 9, 28)))
    assert WEEK.overlaps(DateRange(date(2024, 1, 1), date(2024, 12, 31)))
    assert not WEEK.overlaps(DateRange(date(2024, 9, 23), date(2024, 9, 29)))


@given(ranges, ranges)
def test_overlap_is_symmetric(one: DateRange, other: DateRange) -> None:
    """
    Which range is asked makes no difference.
    """
    assert one.overlaps(other) == other.overlaps(one) == (max(one.start, other.start) <= min(one.end, other.end))


@given(st.dates(max_value=date(9990, 1, 1)), st.integers(0, 400), st.integers(-400, 400))
def test_shifting_keeps_the_length_and_can_be_undone(start: date, length: int, days: int) -> None:
    """
    A shifted range has the same length, and shifting back gives the range.
    """
    period = DateRange(start, start + timedelta(days=length))
    if start.toordinal() > 400:
        assert len(period.shifted(days)) == length + 1
        assert period.shifted(days).shifted(-days) == period


@given(ranges)
def test_the_iso_interval_is_read_again(period: DateRange) -> None:
    """
    What `str` prints, `parse` reads, for every range there is.
    """
    assert DateRange.parse(str(period)) == period


def test_weeks_are_those_that_a_series_should_have() -> None:
    """
    From the week of the first day to the week of the last, none left out, each Monday to Sunday.
    """
    expected = ["2024-12-23/2024-12-29", "2024-12-30/2025-01-05", "2025-01-06/2025-01-12"]
    assert [str(week) for week in weeks(date(2024, 12, 29), date(2025, 1, 6))] == expected
    assert weeks(date(2024, 9, 18), date(2024, 9, 18)) == (WEEK,)


def test_weeks_do_not_run_backwards() -> None:
    """
    A last day before the first is refused.
    """
    with pytest.raises(ModelError, match="must not be before the start"):
        weeks(date(2024, 9, 18), date(2024, 9, 1))


@pytest.mark.parametrize(
    ("text", "near", "message"),
    [
        ("Papers", None, "found no range of days in 'Papers', expected one such as"),
        ("x" * 500, None, "found no range of days in 'x{80}…'"),
        ("(May 1-7)", None, "'May 1-7' has no year, expected one, or a day near it"),
        ("February 30 - March 5, 2024", None, "is impossible: February 30, 2024 is no date"),
        ("May 21-15", date(2024, 5, 1), "is impossible: it ends on May 15, before it starts"),
        ("February 23 - 29", date(2022, 2, 1), "'February 23 - 29' is in no year close to 2022-02-01"),
    ],
)
def test_parse_says_what_it_found_and_what_it_expected(text: str, near: date | None, message: str) -> None:
    """
    The error of `parse`, which is a `ValueError`, names the text and the reason.
    """
    with pytest.raises(ValueError, match=message):
        DateRange.parse(text, near=near)
