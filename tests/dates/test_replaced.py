"""
A range printed anew in the form that it was read in.
"""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from mlweekly.dates import DateRange, find_range
from mlweekly.errors import ModelError

JUNE = DateRange(date(2025, 6, 2), date(2025, 6, 8))
MAY_TO_JUNE = DateRange(date(2023, 5, 29), date(2023, 6, 4))
NEW_YEAR = DateRange(date(2024, 12, 30), date(2025, 1, 5))
SEPTEMBER = DateRange(date(2024, 9, 16), date(2024, 9, 22))

FORMS = [
    # text, then what it becomes for JUNE, NEW_YEAR
    (
        "## Top (September 16 - September 22) - 2024",
        "## Top (June 2 - June 8) - 2025",
        "## Top (December 30 - January 5) - 2025",
    ),
    ("Sep 16-Sep 22", "Jun 2-Jun 8", "Dec 30-Jan 5"),
    ("Sep 16-22", "Jun 2-8", "Dec 30-Jan 5"),
    ("September 16 - 22", "June 2 - 8", "December 30 - January 5"),
    ("Sep 16 - September 22", "Jun 2 - June 8", "Dec 30 - January 5"),
    ("March4 - March 10", "June2 - June 8", "December30 - January 5"),
    ("May 6 - Jun 1", "Jun 2 - Jun 8", "Dec 30 - Jan 5"),
    ("September 09 - September 15", "June 02 - June 08", "December 30 - January 05"),
    ("SEPT. 16 – SEPT. 22, 2024", "JUN. 2 – JUN. 8, 2025", "DEC. 30 – JAN. 5, 2025"),
    ("Sept. 16th – 22nd, 2024", "Jun. 2nd – 8th, 2025", "Dec. 30th – Jan. 5th, 2025"),
    ("Sep 16 - Sep 22 '24", "Jun 2 - Jun 8 '25", "Dec 30 - Jan 5 '25"),
    ("Dec 30, 2023 - Jan 5, 2024", "Jun 2 - Jun 8, 2025", "Dec 30, 2024 - Jan 5, 2025"),
    ("Sep 16, 2024 - Sep 22, 2024", "Jun 2, 2025 - Jun 8, 2025", "Dec 30, 2024 - Jan 5, 2025"),
    ("2024 September 16-22", "2025 June 2-8", "2024 December 30-January 5"),
    ("16-22 September 2024", "2-8 June 2025", "30 December-5 January 2025"),
    ("16 Sep – 22 Sep 2024", "2 Jun – 8 Jun 2025", "30 Dec – 5 Jan 2025"),
    ("Fri, Sep 20 - Thu, Sep 26", "Mon, Jun 2 - Sun, Jun 8", "Mon, Dec 30 - Sun, Jan 5"),
    ("[2024/09/16 ~ 09/22]", "[2025/06/02 ~ 06/08]", "[2024/12/30 ~ 2025/01/05]"),
    ("[2023/12/30 ~ 2024/01/05]", "[2025/06/02 ~ 06/08]", "[2024/12/30 ~ 2025/01/05]"),
    ("[2024/12/16 ~ 12/22]", "[2025/06/02 ~ 06/08]", "[2024/12/30 ~ 2025/01/05]"),
    ("2024/9/16~22", "2025/6/2~8", "2024/12/30~2025/1/5"),
    ("2024.09.16 ~ 2024.09.22", "2025.06.02 ~ 2025.06.08", "2024.12.30 ~ 2025.01.05"),
    ("2024. 9. 16. (월) ~ 9. 22. (일)", "2025. 6. 2. (월) ~ 6. 8. (일)", "2024. 12. 30. (월) ~ 2025. 1. 5. (일)"),
    ("2023-12-30/2024-01-05", "2025-06-02/2025-06-08", "2024-12-30/2025-01-05"),
    ("2024-09-16-09-22-ml-top", "2025-06-02-06-08-ml-top", "2024-12-30-2025-01-05-ml-top"),
    ("2023-12-30-2024-01-05-ml-top", "2025-06-02-06-08-ml-top", "2024-12-30-2025-01-05-ml-top"),
    ("top-september-16---september-22---2024", "top-june-2---june-8---2025", "top-december-30---january-5---2025"),
    ("20240916-20240922", "20250602-20250608", "20241230-20250105"),
    ("9/16~9/22", "6/2~6/8", "12/30~1/5"),
    ("9/06~9/12", "6/02~6/08", "12/30~1/05"),
    ("09/6~09/12", "06/2~06/8", "12/30~01/5"),
    ("2024年9月16日～9月22日", "2025年6月2日～6月8日", "2024年12月30日～2025年1月5日"),
    ("２０２４年９月１６日～２２日", "２０２５年６月２日～８日", "２０２４年１２月３０日～２０２５年１月５日"),
    ("9月20日(金)〜26日(木)", "6月2日(月)〜8日(日)", "12月30日(月)〜1月5日(日)"),
    ("9月22日（周日）至28日（周六）", "6月2日（周一）至8日（周日）", "12月30日（周一）至1月5日（周日）"),
    ("2024년 9월 16일 ~ 9월 22일", "2025년 6월 2일 ~ 6월 8일", "2024년 12월 30일 ~ 2025년 1월 5일"),
    ("9월 16일부터 22일까지", "6월 2일부터 8일까지", "12월 30일부터 1월 5일까지"),
]


def replaced(text: str, period: DateRange) -> str:
    """
    Return the text with its range replaced.
    """
    found = find_range(text)
    assert found is not None, text
    return found.replaced(period)


@pytest.mark.parametrize(("text", "june", "new_year"), FORMS)
def test_the_form_is_kept(text: str, june: str, new_year: str) -> None:
    """
    Names, separators, blanks, padding, ordinals, weekdays and digits stay in style; months and years come and go.
    """
    assert replaced(text, JUNE) == june
    assert replaced(text, NEW_YEAR) == new_year


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("(May 15-21)", "(May 29-June 4)"),
        ("(Feb 13 - 19)", "(May 29 - Jun 4)"),
        ("15-21 May 2022", "29 May-4 June 2023"),
        ("2022/05/15 ~ 21", "2023/05/29 ~ 06/04"),
        ("5月15日〜21日", "5月29日〜6月4日"),
        ("5월 15일 - 21일", "5월 29일 - 6월 4일"),
    ],
)
def test_a_second_month_is_printed_where_it_is_needed(text: str, expected: str) -> None:
    """
    A form with one month gets the second, in the same style and with the same separator.
    """
    assert replaced(text, MAY_TO_JUNE) == expected


def test_what_says_the_same_stays_as_it_is() -> None:
    """
    A day, a month or a weekday that the new range shares keeps its own spelling.
    """
    october = DateRange(date(2024, 10, 16), date(2024, 10, 23))
    assert replaced("Sept. 16TH – 22nd, 2024", october) == "Oct. 16TH – 23rd, 2024"
    assert (
        replaced("Tues, Sept 17 - Sep 23", DateRange(date(2024, 9, 24), date(2024, 9, 30))) == "Tues, Sept 24 - Sep 30"
    )


def test_what_a_form_cannot_hold_becomes_an_interval() -> None:
    """
    A range of years does not fit numbers without a year, and is printed as ISO 8601 has it.
    """
    years = DateRange(date(2023, 1, 1), date(2025, 6, 1))
    assert replaced("Top (9/16~9/22)", years) == "Top (2023-01-01/2025-06-01)"
    assert replaced("5月15日〜21日の論文", years) == "2023-01-01/2025-06-01の論文"


def test_a_range_of_years_gets_both_years() -> None:
    """
    English has a place for a year after each day, so a range of years stays in words.
    """
    years = DateRange(date(2023, 1, 1), date(2025, 6, 1))
    assert replaced("Top (May 15-21)", years) == "Top (January 1, 2023-June 1, 2025)"
    assert replaced("Top (May 15-21, 2024)", years) == "Top (January 1, 2023-June 1, 2025)"


def test_an_impossible_range_is_replaced_too() -> None:
    """
    The form of a February 30 is as good as any other.
    """
    assert replaced("(February 30 - March 5) - 2024", SEPTEMBER) == "(September 16 - September 22) - 2024"
    assert replaced("May 21-15", SEPTEMBER) == "September 16-22"


def test_text_around_the_range_is_untouched() -> None:
    """
    What stands before and after it, further ranges included, stays as it is.
    """
    text = "10 | Top\t(Sep 16-22) ... (Sep 23-29) \u202e"
    assert replaced(text, JUNE) == "10 | Top\t(Jun 2-8) ... (Sep 23-29) \u202e"


forms = st.sampled_from([text for row in FORMS for text in row])


def starting(start: date, days: int) -> DateRange:
    """
    Return the range that ends so many days after it starts.
    """
    return DateRange(start, start + timedelta(days=days))


periods = st.builds(
    starting,
    st.dates(date(1950, 1, 1), date(2150, 1, 1)),
    st.one_of(st.integers(0, 13), st.integers(0, 2000)),
)


@given(forms, periods)
def test_what_is_printed_is_read_again(text: str, period: DateRange) -> None:
    """
    The new text says the period, in whatever form, for ranges of a day or of years.
    """
    again = find_range(replaced(text, period))
    assert again is not None
    assert again.period(period.start) == period


@given(forms, st.dates(date(1950, 1, 1), date(2150, 1, 1)))
def test_printing_the_same_period_changes_nothing(text: str, near: date) -> None:
    """
    A range replaced by itself leaves the text byte for byte as it was.
    """
    found = find_range(text)
    assert found is not None
    period = found.period(near)
    assert period is not None
    assert found.replaced(period) == text


@given(forms, st.dates(date(1950, 1, 1), date(2150, 1, 1)))
def test_printing_a_week_twice_is_printing_it_once(text: str, day: date) -> None:
    """
    Replacing is idempotent.
    """
    week = DateRange.week_of(day)
    assert replaced(replaced(text, week), week) == replaced(text, week)


WEEKDAYS = ("mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun", "day")
surroundings = st.text(st.characters(exclude_categories=["N", "Cs"]))


@given(surroundings, forms, surroundings, periods)
def test_any_surroundings(before: str, text: str, after: str, period: DateRange) -> None:
    """
    Between any other words, the new range is read again, and the words are the same; a weekday would belong to it.
    """
    assume(not before.lower().rstrip(" ,.-").endswith(WEEKDAYS))
    changed = replaced(f"{before} {text} {after}", period)
    again = find_range(changed)
    assert again is not None
    assert again.period(period.start) == period
    assert changed.startswith(before)
    assert changed.endswith(after)


def test_a_range_that_the_text_around_it_hides_is_refused() -> None:
    """
    Where not even an interval could be told from what stands before it, nothing is printed.
    """
    found = find_range("1.9月16日〜22日")
    assert found is not None
    with pytest.raises(ModelError, match="cannot be told from the text around it"):
        found.replaced(DateRange(date(2023, 1, 1), date(2025, 6, 1)))
