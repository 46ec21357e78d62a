"""
Days that cells and labels print.
"""

from __future__ import annotations

from datetime import date

import pytest

from mlweekly.markdown._reading._days import day_in


@pytest.mark.parametrize(
    "words",
    [
        "2024-10-14",
        "20241014",
        "2024-10-14 09:30",
        "2024年10月14日",
        "14 Oct 2024",
        "October 14th, 2024",
        "Mon, 14 Oct 2024",
    ],
)
def test_a_whole_day_is_read(words: str) -> None:
    """
    A day with its year and month is read, with a weekday or a time or without.
    """
    assert day_in(words) == date(2024, 10, 14)


@pytest.mark.parametrize("words", ["14 Oct 2024 10:30:00 GMT", "14 Oct 2024 10:30:00 EST", "10:30 EST 14 Oct 2024"])
def test_a_time_zone_is_no_unknown_word(words: str) -> None:
    """
    Behind a time, letters that name no month may be a time zone.
    """
    assert day_in(words) == date(2024, 10, 14)


@pytest.mark.parametrize(
    "words", ["ICML 2017", "NeurIPS 2023", "2023/06", "2023.6", "Spring 2024", "10/11/2024", "Oct 2024"]
)
def test_what_is_no_whole_day_is_not_read(words: str) -> None:
    """
    Venues, months and dates whose order cannot be told are no days.
    """
    assert day_in(words) is None
