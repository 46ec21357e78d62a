"""
The limits of the grammar of printed ranges: the last value on either side of each of its decisions.
"""

from __future__ import annotations

import calendar
from datetime import date, timedelta

import pytest

from mlweekly.dates import DateRange, find_range
from mlweekly.errors import ModelError

MONTHS = tuple(calendar.month_name)[1:]
WEEKDAYS = tuple(calendar.day_name)


def period_of(text: str, near: date | None = None) -> str:
    """
    Return the range that a text prints, as an ISO interval, "None" where it prints none or an impossible one.
    """
    found = find_range(text)
    return "None" if found is None else str(found.period(near))


def replaced(text: str, period: DateRange) -> str:
    """
    Return the text with its range replaced.
    """
    found = find_range(text)
    assert found is not None, text
    return found.replaced(period)


@pytest.mark.parametrize("year", [2023, 2024, 1900, 2000])
@pytest.mark.parametrize("month", range(1, 13))
def test_every_month_ends_on_its_own_last_day(year: int, month: int) -> None:
    """
    The last day of each month is read, and the day after it does not exist.
    """
    last = calendar.monthrange(year, month)[1]
    name = MONTHS[month - 1]
    first, end = date(year, month, 1), date(year, month, last)

    assert period_of(f"{name} 1-{last}, {year}") == f"{first}/{end}"
    assert period_of(f"{year}/{month}/1 ~ {last}") == f"{first}/{end}"
    beyond = find_range(f"{name} 1-{last + 1}, {year}")
    assert beyond is not None
    assert beyond.problem == f"{name} {last + 1}, {year} is no date"
    assert str(DateRange.month_of(year, month)) == f"{first}/{end}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("August 30 - February 5, 2025", "2024-08-30/2025-02-05"),
        ("August 30, 2024 - February 5", "2024-08-30/2025-02-05"),
        ("July 30 - February 5, 2025", "None"),
        ("December 1 - January 31, 2025", "2024-12-01/2025-01-31"),
    ],
)
def test_a_year_turns_within_half_a_year(text: str, expected: str) -> None:
    """
    Six months from the first month to the last are read across New Year, seven are a range that ends before it starts.
    """
    assert period_of(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("9/1~10/1", "2024-09-01/2024-10-01"),
        ("9/1~10/2", "None"),
        ("9/15~10/15", "2024-09-15/2024-10-15"),
        ("9/15~10/16", "None"),
        ("9/10~9/10", "2024-09-10/2024-09-10"),
        ("9/10~9/9", "None"),
        ("12/31~1/6", "2024-12-31/2025-01-06"),
        ("1/1~1/31", "2025-01-01/2025-01-31"),
        ("0/1~0/7", "None"),
        ("1/0~1/7", "None"),
        ("13/1~13/7", "None"),
        ("1/26~1/32", "None"),
        ("(9/16 - 9/22", "None"),
        ("9/16 - 9/22)", "None"),
        ("[9.16 ~ 22]", "2024-09-16/2024-09-22"),
        ("9.16 ~ 22", "None"),
        ("[9.16 - 22]", "None"),
        ("[9/16 - 22]", "None"),
    ],
)
def test_bare_numbers_are_days_within_a_month(text: str, expected: str) -> None:
    """
    Numbers without a year are days if they exist, are at most 30 days apart, and a tilde or brackets set them apart.
    """
    assert period_of(text, near=date(2024, 12, 1)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("may 5-11 be", "None"),
        ("may 5-11, be", "2024-05-05/2024-05-11"),
        ("may 5-11 2024 be", "2024-05-05/2024-05-11"),
        ("may 5, 2024 - may 11 be", "2024-05-05/2024-05-11"),
        ("mar 5 - march 11 on", "None"),
        ("mar 5 - apr 11 on", "2024-03-05/2024-04-11"),
        ("May 5-11 be", "2024-05-05/2024-05-11"),
        ("may 5-11 7", "2024-05-05/2024-05-11"),
    ],
)
def test_may_and_march_in_small_letters_are_verbs_in_a_sentence(text: str, expected: str) -> None:
    """
    They are months beside a year, another month, or where no word follows.
    """
    assert period_of(text, near=date(2024, 5, 1)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("September.  - 16 - 22, 2024", "2024-09-16/2024-09-22"),
        ("2024: (Wednesday,, - September 11 - 17", "2024-09-11/2024-09-17"),
        ("2024年 (9/16〜9/22)", "2024-09-16/2024-09-22"),
        ("12024 September 16-22", "None"),
        ("2024 September 16-22, 2023", "2023-09-16/2023-09-22"),
        ("2023 September 16, 2024 - September 22", "2024-09-16/2024-09-22"),
    ],
)
def test_what_may_stand_before_a_range(text: str, expected: str) -> None:
    """
    A year and a weekday before the range belong to it, across what separates them; a year with the range goes before.
    """
    assert period_of(text) == expected


@pytest.mark.parametrize("day", range(1, 32))
def test_every_day_has_its_ordinal(day: int) -> None:
    """
    1, 2 and 3 end in st, nd and rd, but 11, 12 and 13 in th; capitals stay capitals.
    """
    ending = {1: "st", 2: "nd", 3: "rd"}.get(day % 10 if day not in (11, 12, 13) else 0, "th")
    one = DateRange.day(date(2024, 10, day))

    assert replaced("Sept 16th - 22nd", one) == f"Oct {day}{ending} - {day}{ending}"
    assert replaced("Sept 16TH - 22nd", one) == f"Oct {day}{ending.upper()} - {day}{ending}"


@pytest.mark.parametrize("month", range(1, 13))
def test_every_month_is_printed_in_the_style_that_was_seen(month: int) -> None:
    """
    In full, in three letters, with a dot, in capitals or small letters; "May" is the same in full and abbreviated.
    """
    name = MONTHS[month - 1]
    week = DateRange(date(2024, month, 7), date(2024, month, 13))
    dotted = name[:3] if name == "May" else f"{name[:3]}."

    assert replaced("October 1-7", week) == f"{name} 7-13"
    assert replaced("Oct 1-7", week) == f"{name[:3]} 7-13"
    assert replaced("Sept. 1-7", week) == ("Sept. 7-13" if month == 9 else f"{dotted} 7-13")
    assert replaced("OCTOBER 1-7", week) == f"{name.upper()} 7-13"
    assert replaced("oct 1-7", week) == f"{name[:3].lower()} 7-13"
    assert replaced("May 1-7", week) == f"{name} 7-13"
    assert replaced("May. 1-7", week) == ("May. 7-13" if month == 5 else f"{dotted} 7-13")


@pytest.mark.parametrize("weekday", range(7))
def test_every_weekday_is_printed_in_the_style_that_was_seen(weekday: int) -> None:
    """
    English names in full or in three letters, one character in Japanese, Korean and Chinese.
    """
    day = date(2024, 9, 16) + timedelta(days=weekday)
    one, name = DateRange.day(day), WEEKDAYS[weekday]
    words = "Tuesday" if weekday == 1 else name

    assert replaced("Tuesday, Oct 1 - Tuesday, Oct 1", one) == f"{words}, Sep {day.day} - {words}, Sep {day.day}"
    assert replaced("Tue, Oct 1 - Tue, Oct 1", one) == f"{name[:3]}, Sep {day.day} - {name[:3]}, Sep {day.day}"
    japanese, korean, chinese = "月火水木金土日"[weekday], "월화수목금토일"[weekday], "一二三四五六日"[weekday]
    assert replaced("10月1日(火)〜1日(火)", one) == f"9月{day.day}日({japanese})〜{day.day}日({japanese})"
    assert replaced("10월 1일(화) ~ 1일(화)", one) == f"9월 {day.day}일({korean}) ~ {day.day}일({korean})"
    assert replaced("10月1日（周二）至1日（周二）", one) == f"9月{day.day}日（周{chinese}）至{day.day}日（周{chinese}）"
    assert replaced("10月6日（周日）至6日（周日）", one) == f"9月{day.day}日（周{chinese}）至{day.day}日（周{chinese}）"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("９月1６日～22日", "６月2日～8日"),
        ("[2024/09/16 ~ 09/22]", "[2025/06/02 ~ 06/08]"),
        ("[2024/10/16 ~ 10/22]", "[2025/06/02 ~ 06/08]"),
        ("[2024/9/16 ~ 9/22]", "[2025/6/2 ~ 6/8]"),
        ("2024年10月16日～22日", "2025年6月2日～8日"),
        ("10/16~10/22", "6/2~6/8"),
        ("16-22 October '24", "2-8 June '25"),
    ],
)
def test_numbers_are_padded_as_those_that_were_seen(text: str, expected: str) -> None:
    """
    A leading zero is kept, one digit stays one; where the old numbers do not tell, a form in figures is padded.
    """
    assert replaced(text, DateRange(date(2025, 6, 2), date(2025, 6, 8))) == expected


def test_a_year_before_the_month_tells_how_a_second_year_is_printed() -> None:
    """
    Where the year leads it leads both days, where it follows it follows the last.
    """
    turn = DateRange(date(2024, 12, 30), date(2025, 1, 5))

    assert replaced("16 September 2024 - 22 September 2024", turn) == "30 December 2024 - 5 January 2025"
    assert replaced("September 16, 2024 - 22", turn) == "December 30, 2024 - January 5"
    assert replaced("2024.9.16 ~ 9.22", turn) == "2024.12.30 ~ 2025.1.5"
    assert replaced("2024年9月16日～22日", turn) == "2024年12月30日～2025年1月5日"


@pytest.mark.parametrize("length", [80, 81])
def test_a_text_without_a_range_is_shown_up_to_80_characters(length: int) -> None:
    """
    The message of `parse` shows a text of 80 characters whole, and the beginning of a longer one.
    """
    with pytest.raises(ModelError, match="found no range of days") as caught:
        DateRange.parse("x" * length)
    assert ("x" * 80 + "…" in str(caught.value)) == (length > 80)


def test_weeks_months_and_years_at_the_edges_of_the_calendar() -> None:
    """
    The first and the last that the calendar has are made, what leaves it is refused.
    """
    assert str(DateRange.month_of(1, 1)) == "0001-01-01/0001-01-31"
    assert str(DateRange.year_of(1)) == "0001-01-01/0001-12-31"
    assert str(DateRange.year_of(9999)) == "9999-01-01/9999-12-31"
    assert str(DateRange.week_of(date(9999, 12, 26))) == "9999-12-20/9999-12-26"
    first, last = DateRange.day(date.min), DateRange.day(date.max)
    assert first.shifted(0) == first
    assert last.shifted(-date.max.toordinal() + 1) == first
    with pytest.raises(ModelError, match="the week of 9999-12-27 ends after 9999-12-31"):
        DateRange.week_of(date(9999, 12, 27))
    for year, month in ((0, 1), (10_000, 1), (2024, 0)):
        with pytest.raises(ModelError, match="a year of 1 to 9999 and a month of 1 to 12"):
            DateRange.month_of(year, month)
    with pytest.raises(ModelError, match="expected a year of 1 to 9999"):
        DateRange.year_of(10_000)
    for period, days in ((first, -1), (last, 1)):
        with pytest.raises(ModelError, match="leaves the years 1 to 9999"):
            period.shifted(days)


def test_the_nearest_year_is_chosen_by_the_nearer_end() -> None:
    """
    How far away a range is, is counted from its nearer end; a day inside it is at no distance.
    """
    assert period_of("January 1 - January 7", near=date(2024, 7, 4)) == "2024-01-01/2024-01-07"
    assert period_of("January 1 - January 7", near=date(2024, 7, 6)) == "2025-01-01/2025-01-07"
    assert period_of("December 30 - January 5", near=date(2024, 12, 30)) == "2024-12-30/2025-01-05"
