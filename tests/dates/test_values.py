"""
`DateRange` and `PrintedRange` as values: wrong input, subclasses, copies, pickles, order.
"""

from __future__ import annotations

import base64
import contextlib
import copy
import pickle
import sys
from collections.abc import Callable, Collection
from datetime import date, datetime
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlweekly.dates import DateRange, PrintedRange, find_range, shows_date, weeks
from mlweekly.errors import ModelError

WEEK = DateRange(date(2024, 9, 16), date(2024, 9, 22))
DAY = date(2024, 9, 16)
HUGE, TRUE = 10**5000, True
FOUND = find_range("Papers (Dec 30 - Jan 5) - 2025")
OTHERS = st.one_of(
    st.none(),
    st.booleans(),
    st.floats(),
    st.text(max_size=5),
    st.binary(max_size=5),
    st.datetimes(),
    st.just(HUGE),
    st.just(-HUGE),
    st.lists(st.just(HUGE), max_size=1),
    st.just(DAY),
    st.just(WEEK),
)
MADE: tuple[tuple[Callable[..., object], int], ...] = (
    (DateRange, 2),
    (DateRange.month_of, 2),
    (DateRange.parse, 2),
    (DateRange.year_of, 1),
    (DateRange.day, 1),
    (DateRange.week_of, 1),
)


class Quarter(DateRange):
    """
    A user's own kind of range, with something of its own.
    """

    @property
    def number(self) -> int:
        """
        Which quarter it is.
        """
        return (self.start.month + 2) // 3


@attrs.frozen
class Named(DateRange):
    """
    A user's own kind of range, with a further field.
    """

    name: str = "a week"


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: DateRange("2024-09-16", "2024-09-22"), "/start: must be a date without a time, got '2024-09-16'"),
        (lambda: DateRange(DAY, None), "/end: must be a date without a time, got None"),
        (lambda: DateRange(TRUE, HUGE), "/end: must be a date without a time, got a number of more than 20 digits"),
        (lambda: DateRange(DAY, datetime(2024, 9, 22)), "/end: must be a date without a time, got datetime.datetime"),
        (lambda: DateRange.day("2024-09-16"), "must be a date without a time, got '2024-09-16'"),
        (lambda: DateRange.week_of([HUGE]), "must be a date without a time, got a list"),
        (lambda: DateRange.month_of(HUGE, 1), "got a number of more than 20 digits and 1"),
        (lambda: DateRange.month_of(2024, -HUGE), "got 2024 and a number of more than 20 digits"),
        (lambda: DateRange.month_of(2024.0, 9), "got 2024.0 and 9"),
        (lambda: DateRange.month_of(TRUE, TRUE), "got True and True"),
        (lambda: DateRange.year_of("2024"), "expected a year of 1 to 9999, got '2024'"),
        (lambda: DateRange.year_of(HUGE), "expected a year of 1 to 9999, got a number of more than 20 digits"),
        (lambda: DateRange.parse(None), "expected a text that prints a range of days, got None"),
        (lambda: DateRange.parse(b"May 1-7, 2024"), "expected a text that prints a range of days, got a bytes"),
        (lambda: DateRange.parse("May 1-7", near="2024"), "expected a date near the range, got '2024'"),
        (lambda: WEEK.shifted(HUGE), "moved by a number of more than 20 digits days leaves the years"),
        (lambda: PrintedRange("May 1-7", 0, 7, None, None), "call find_range\\(text\\) instead"),
    ],
)
def test_wrong_values_are_refused_by_name(make: Callable[[], object], message: str) -> None:
    """
    A constructor raises a `ModelError` that shows the value, whatever it is.
    """
    with pytest.raises(ModelError, match=message):
        make()


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: find_range(None), "expected a text, got None"),
        (lambda: shows_date(b"May"), "expected a text, got bytes"),
        (lambda: weeks("2024-09-16", DAY), "expected two dates without a time, got '2024-09-16'"),
        (lambda: weeks(DAY, datetime(2024, 9, 22)), "expected two dates without a time, got datetime"),
        (lambda: WEEK.overlaps(DAY), "expected a DateRange, got date"),
        (lambda: WEEK.shifted("7"), "expected a whole number of days, got '7'"),
        (lambda: WEEK.shifted(1.5), "expected a whole number of days, got 1.5"),
        (lambda: WEEK.shifted(TRUE), "expected a whole number of days, got True"),
        (lambda: FOUND.period("2024"), "expected a date or None, got str"),
        (lambda: FOUND.in_year("2024"), "expected a year as an int, got str"),
        (lambda: FOUND.replaced("2024-09-16/2024-09-22"), "expected a DateRange, got str"),
        (lambda: WEEK < DAY, "not supported between instances"),
    ],
)
def test_wrong_arguments_of_functions_are_type_errors(call: Callable[[], object], message: str) -> None:
    """
    A function says what it expected and what it got.
    """
    with pytest.raises(TypeError, match=message):
        call()


@given(st.sampled_from(MADE), st.tuples(OTHERS, OTHERS))
def test_no_value_makes_a_constructor_raise_an_exception_of_others(
    made: tuple[Callable[..., object], int], values: tuple[object, object]
) -> None:
    """
    Every way to make a range makes one or raises a `ModelError`, whatever it is given.
    """
    make, count = made
    with contextlib.suppress(ModelError):
        assert isinstance(make(*values[:count]), DateRange)


def test_a_range_shows_its_days() -> None:
    """
    Its representation is the call that makes it.
    """
    assert repr(WEEK) == "DateRange(start=datetime.date(2024, 9, 16), end=datetime.date(2024, 9, 22))"


def test_a_year_of_five_thousand_digits_is_no_year() -> None:
    """
    Asked for an impossible year, a printed range has no period, and no exception is raised.
    """
    found = find_range("May 1-7")
    assert found is not None
    assert found.in_year(HUGE) is None
    assert found.in_year(-HUGE) is None
    assert find_range("9" * 5000 + "/09/16 ~ 09/22") is None


def test_a_subclass_stays_what_it_is() -> None:
    """
    Other ways to make a range, and ranges made of it, are of the subclass, with its further fields.
    """
    quarter = Quarter(date(2024, 7, 1), date(2024, 9, 30))
    named = Named(WEEK.start, WEEK.end, "mine")

    assert quarter.number == 3
    assert type(Quarter.parse("July 1 - September 30, 2024")) is Quarter
    assert type(Quarter.week_of(DAY)) is type(Quarter.month_of(2024, 9)) is type(Quarter.day(DAY)) is Quarter
    assert type(quarter.shifted(1)) is Quarter
    assert named.shifted(7) == Named(date(2024, 9, 23), date(2024, 9, 29), "mine")
    assert named != WEEK
    assert WEEK.overlaps(named)
    with pytest.raises(ModelError, match="must not be before the start"):
        Named(WEEK.end, WEEK.start)


@given(st.dates(), st.dates(), st.dates())
def test_a_range_is_a_collection_of_days(first: date, last: date, day: date) -> None:
    """
    Length, iteration and membership agree, as those of a collection do.
    """
    start, end = min(first, last), max(first, last)
    period = DateRange(start, min(end, date.fromordinal(min(start.toordinal() + 400, date.max.toordinal()))))

    assert isinstance(period, Collection)
    days = list(period)
    assert len(days) == len(period) == len(set(days))
    assert days[0] == period.start
    assert days[-1] == period.end
    assert (day in period) == (day in days)


@given(st.lists(st.tuples(st.dates(), st.integers(0, 9)), max_size=6))
def test_order_agrees_with_equality_and_hash(pairs: list[tuple[date, int]]) -> None:
    """
    Of two ranges one is less, or they are equal; equal ones have one hash; the order is that of the pairs of days.
    """
    periods = [
        DateRange(day, max(day, date.fromordinal(min(day.toordinal() + more, 3_652_059)))) for day, more in pairs
    ]
    for one in periods:
        for other in periods:
            assert (one < other) + (one > other) + (one == other) == 1
            assert (one <= other) == ((one.start, one.end) <= (other.start, other.end))
            assert one != other or hash(one) == hash(other)
    assert sorted(periods) == sorted(periods, key=lambda period: (period.start, period.end))


def test_a_range_is_matched_by_keywords_and_by_position() -> None:
    """
    A `match` statement sees both bounds.
    """
    match WEEK:
        case DateRange(start=start, end=end):
            assert (start, end) == (WEEK.start, WEEK.end)
    match WEEK:
        case DateRange(first, last):
            assert (first, last) == (WEEK.start, WEEK.end)


def replaced(value: Any, **changes: object) -> object:
    """
    Return a copy with changes, as `copy.replace` makes it from Python 3.13 on.
    """
    return copy.replace(value, **changes) if sys.version_info >= (3, 13) else attrs.evolve(value, **changes)


def test_copies_are_equal_and_changes_are_checked() -> None:
    """
    Copies and pickles are equal to the value, and a copy with changes is refused as the constructor would.
    """
    for value in (WEEK, FOUND, Named(WEEK.start, WEEK.end, "mine")):
        assert copy.copy(value) == copy.deepcopy(value) == replaced(value) == value
        for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1):
            assert pickle.loads(pickle.dumps(value, protocol)) == value
            assert hash(pickle.loads(pickle.dumps(value, protocol))) == hash(value)
    assert replaced(WEEK, end=DAY) == DateRange.day(DAY)
    with pytest.raises(ModelError, match="must not be before the start"):
        replaced(WEEK, end=date(2024, 9, 1))


OLD_PICKLES = (Path(__file__).parent / "pickles_of_0_1.txt").read_text(encoding="ascii").splitlines()


@pytest.mark.parametrize(("pickled", "value"), list(zip(OLD_PICKLES, (WEEK, FOUND), strict=True)))
def test_pickles_of_version_0_1_are_read(pickled: str, value: object) -> None:
    """
    What was pickled before modules were rearranged is the same value.
    """
    assert pickle.loads(base64.b85decode(pickled)) == value
