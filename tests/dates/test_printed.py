"""
The grammar of printed ranges: what is found, what is not, and which year is meant.
"""

from __future__ import annotations

import pickle
import unicodedata
from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mlweekly.dates import PrintedRange, find_range, shows_date

NEAR = date(2024, 9, 1)
SEPTEMBER = "2024-09-16/2024-09-22"
NEW_YEAR = "2024-12-30/2025-01-05"


def found_in(text: str) -> PrintedRange:
    """
    Return the range in a text that has one.
    """
    found = find_range(text)
    assert found is not None, text
    return found


WITHOUT_YEAR = [
    "September 16 - September 22",
    "Sep 16-Sep 22",
    "Sep 16-22",
    "September 16-22",
    "Sep 16 - 22",
    "Sep 16 - September 22",
    "September16 - September 22",
    "SEPTEMBER 16 – SEPTEMBER 22",
    "september 16 — sept. 22",
    "September 16 ‑ September 22",
    "September 16 − September 22",
    "September 16 -- September 22",
    "September 16th to September 22nd",
    "Sept 16 through 22",
    "Mon, Sep 16 - Sun, Sep 22",
    "September 16 (Mon) - September 22 (Sun)",
    "16-22 September",
    "16th to 22nd of September",
    "16 Sep ~ 22 Sep",
    "9/16~9/22",
    "9/16 〜 9/22",
    "[9/16 - 9/22]",
    "（9/16〜22）",
    "9/16(월) ~ 9/22(일)",
    "9月16日〜22日",
    "9月16〜22日",
    "9月16日(月)〜22日(日)",
    "9月16日（月曜日）～9月22日（日曜日）",
    "9月16日から9月22日まで",
    "９月１６日～２２日",
    "9월 16일 - 22일",
    "9월 16일부터 22일까지",
    unicodedata.normalize("NFD", "9월 16일부터 9월 22일까지"),
    "9月16日-22日",
    "9月16号到22号",
    "9 月 16 日 至 9 月 22 日",
    "9月16日（周一）至22日（周日）",
    "top-ml-papers-of-the-week-september-16-22",
]

WITH_YEAR = [
    "Top Papers (September 16 - September 22) - 2024",
    "Sept. 16th – 22nd, 2024",
    "September 16, 2024 - September 22, 2024",
    "September 16 - 22 of 2024",
    "Sep 16 - Sep 22 '24",
    "2024 September 16-22",
    "2024: Monday, September 16 - Sunday, September 22",
    "16-22 September 2024",
    "16 September – 22 September 2024",
    "16 September 2024 – 22 September 2024",
    "[2024/09/16 ~ 09/22]",
    "[2024/09/16 ~ 2024/09/22]",
    "2024/09/16~22",
    "2024.09.16 ~ 2024.09.22",
    "2024. 9. 16. ~ 9. 22.",
    "2024. 9. 16. (월) ~ 9. 22. (일)",
    "2024-09-16 ~ 2024-09-22",
    "2024-09-16 to 2024-09-22",
    "2024-09-16/2024-09-22",
    "2024-09-16/22",
    "2024-09-16_2024-09-22.md",
    "20240916-20240922",
    "2024-09-16-09-22-ml-top-papers",
    "2024-09-16-2024-09-22-ml-top-papers",
    "top-papers-september-16---september-22---2024",
    "Week-16-22-September-2024.png",
    "(9/16 - 9/22) - 2024",
    "2024年 9/16〜9/22",
    "２０２４／０９／１６～０９／２２",
    "2024年9月16日～9月22日",
    "2024年9月16日～22日",
    "2024年9月16日～2024年9月22日",
    "9月16日 - 9月22日 (2024)",
    "2024년 9월 16일 ~ 9월 22일",
    "2024年9月16日至9月22日",
]


@pytest.mark.parametrize("text", WITHOUT_YEAR)
def test_a_range_without_a_year_takes_the_year_that_is_nearest(text: str) -> None:
    """
    Every form is found; no year is invented, and a day nearby or a given year completes it.
    """
    found = found_in(text)
    assert not found.year_printed
    assert found.period() is None
    assert found.problem is None
    assert str(found.period(NEAR)) == SEPTEMBER
    assert str(found.in_year(2024)) == SEPTEMBER


@pytest.mark.parametrize("text", WITH_YEAR)
def test_a_printed_year_stands(text: str) -> None:
    """
    Every form is found with its year, which nothing overrides.
    """
    found = found_in(text)
    assert found.year_printed
    assert str(found.period()) == SEPTEMBER
    assert str(found.period(date(2031, 1, 1))) == SEPTEMBER
    assert str(found.in_year(2031)) == SEPTEMBER


@pytest.mark.parametrize(
    "text",
    [
        "(December 30 - January 5) - 2025",
        "December 30, 2024 - January 5",
        "Dec 30, 2024 - Jan 5, 2025",
        "2024 December 30 - January 5",
        "30 December - 5 January 2025",
        "[2024/12/30 ~ 2025/01/05]",
        "[2024/12/30 ~ 01/05]",
        "2024-12-30-2025-01-05-ml-top-papers",
        "2024年12月30日～1月5日",
        "2024年12月30日～2025年1月5日",
        "12月30日～1月5日 - 2025",
    ],
)
def test_across_new_year_the_year_belongs_to_the_day_it_stands_with(text: str) -> None:
    """
    A year after the range is the last day's, a year before it the first day's.
    """
    assert str(found_in(text).period()) == NEW_YEAR


@pytest.mark.parametrize("near", [date(2024, 12, 1), date(2024, 12, 31), date(2025, 1, 20), date(2025, 6, 1)])
def test_a_missing_year_is_resolved_across_new_year(near: date) -> None:
    """
    The range nearest to the day is meant, on whichever side of New Year the day is.
    """
    assert str(found_in("(December 30 - January 5)").period(near)) == NEW_YEAR
    assert str(found_in("(December 30 - January 5)").in_year(2025)) == NEW_YEAR


def test_a_day_at_the_edge_of_the_calendar_is_no_error() -> None:
    """
    The years 0 and 10000, which would be tried, are no candidates.
    """
    assert str(found_in("May 1-7").period(date.max)) == "9999-05-01/9999-05-07"
    assert str(found_in("May 1-7").period(date.min)) == "0001-05-01/0001-05-07"
    assert found_in("December 30 - January 5").in_year(1) is None
    assert found_in("May 1-7").in_year(0) is None
    assert found_in("May 1-7").in_year(10**20) is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Top ML Papers of the Week",
        "Scaling Laws 1/2 - 3/4",
        "ratio (1/2 - 3/4) of data",
        "GPT-3.5 ~ 4.0",
        "(1.5 - 2.5)",
        "accuracy 9.16 ~ 9.22",
        "from 7B to 70B",
        "May the 4th",
        "Agents may 5-10 times repeat",
        "Layers 5-10 may be pruned",
        "Why 2-3 May Suffice",
        "Septembr 16 - Septembr 22",
        "Semptember 16-22",
        "September 2024",
        "September 16, 2024",
        "March 1-7B models",
        "May 1-3.5 points",
        "Dismay 1-7",
        "2024-09-16",
        "2024-09-16-22",
        "2024/09/16/10/22/33",
        "2024-09-16T10:00",
        "arXiv 2409.12917",
        "10-20 layers",
        "5月",
        "5月3日",
        "9月16日〜22件",
        "1月²-³日",
        "May ²-³",
        "May ٣-٩",
        "四月十六日至二十二日",
    ],
)
def test_what_only_looks_like_a_range_is_none(text: str) -> None:
    """
    Fractions, versions, sizes, verbs, single days, misspelled months and foreign digits are no range.
    """
    assert find_range(text) is None


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("February 30 - March 5", "February 30 is no date"),
        ("(February 23 - 29) - 2023", "February 29, 2023 is no date"),
        ("[2024/13/16 ~ 13/22]", "there is no month 13"),
        ("[0000/01/01 ~ 01/07]", "there is no year 0"),
        ("September 00 - 07", "September 0 is no date"),
        ("May 21-15", "it ends on May 15, before it starts"),
        ("September 16 - June 22, 2024", "it ends on June 22, 2024, before it starts"),
        ("[2024/12/30 ~ 2024/01/05]", "it ends on January 5, 2024, before it starts"),
        ("9999/12/30 ~ 01/05", "there is no year 10000"),
    ],
)
def test_an_impossible_range_is_found_with_its_problem(text: str, problem: str) -> None:
    """
    A range that cannot be is still found, has no period, and says why.
    """
    found = found_in(text)
    assert found.problem == problem
    assert found.period(NEAR) is None
    assert found.in_year(2024) is None


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("## Top (September 16 - September 22) - 2024 and more", "(September 16 - September 22) - 2024"),
        ("Top (September 16 - September 22)", "September 16 - September 22"),
        ("[2024/09/16 ~ 09/22] Top (May 1-7)", "2024/09/16 ~ 09/22"),
        ("[9/16 ~ 9/22] Top", "9/16 ~ 9/22"),
        ("10 papers, Mon, Sep 16 - Sun, Sep 22, 2024.", "Mon, Sep 16 - Sun, Sep 22, 2024"),
        ("今週(9月16日〜22日)の論文", "9月16日〜22日"),
    ],
)
def test_the_place_of_the_first_range_is_told(text: str, printed: str) -> None:
    """
    The offsets hold the range with its year, and no bracket without its partner.
    """
    found = found_in(text)
    assert found.printed == printed
    assert text[found.start : found.end] == printed


def test_a_printed_range_is_a_value() -> None:
    """
    It compares, hashes and survives pickling.
    """
    found = found_in("May 1-7")
    assert pickle.loads(pickle.dumps(found)) == found
    assert {found, found_in("May 1-7")} == {found}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Papers of September", True),
        ("Best of May", True),
        ("Top 10", True),
        ("９月", True),
        ("九月の論文", True),
        ("What may come", False),
        ("A march forward", False),
        ("Dismay and decoding", False),
        ("今週の論文", False),
        ("", False),
    ],
)
def test_shows_date(text: str, *, expected: bool) -> None:
    """
    A digit or the name of a month shows a date; a verb in small letters does not.
    """
    assert shows_date(text) is expected


def test_every_heading_of_the_series_is_read_and_printed_back(corpus: Path) -> None:
    """
    All 130 headings hold a range, without a problem, that prints back byte for byte in the year it is of.
    """
    headings = (corpus / "headings.txt").read_text(encoding="utf-8").splitlines()
    assert len(headings) == 130
    previous = date(2025, 7, 1)
    for heading in headings:
        found = found_in(heading)
        assert found.problem is None
        assert found.year_printed == heading.endswith(("2024", "2025"))
        year = int(heading[-4:]) if found.year_printed else 2023
        period = found.in_year(year)
        assert period is not None
        assert found.period(previous) == period
        assert period.end.year == year
        assert 6 <= len(period) <= 8
        assert found.replaced(period) == heading
        previous = period.start


ALPHABET = [
    *"0123456789９０٣² -–~〜/.,:()[]年月日년월일から至'\n",
    "September",
    "May",
    "mar",
    "Sun",
    "2024",
    "2024-09-16",
    "9/16",
    " - ",
    "to",
]


@given(st.one_of(st.text(), st.lists(st.sampled_from(ALPHABET), max_size=30).map("".join)))
@example("9999-12-31/9999-12-31")
@example("0000-00-00/0000-00-00")
@example("(December 31 - January 1) - 9999")
def test_no_text_is_an_error(text: str) -> None:
    """
    Whatever the text, there is a range or there is none, and its questions have answers.
    """
    shows_date(text)
    found = find_range(text)
    if found:
        assert 0 <= found.start < found.end <= len(text)
        assert shows_date(text)
        for period in (found.period(), found.period(NEAR), found.in_year(2024)):
            assert period is None or found.problem is None


@pytest.mark.parametrize(
    "unit",
    [
        "1",
        " ",
        "-",
        "2024-",
        "1 - ",
        "9/16~",
        "12/30~2/",
        "2024/09/16 ~ ",
        "Sep ",
        "September 16 - ",
        "may 5-6 x ",
        "5-6 May Be ",
        "Mon, ",
        "1月2日〜",
        "2024年1月",
        "2024-09-16-22 ",
        "(((",
        "1st of ",
    ],
)
def test_long_texts_come_to_an_end(unit: str) -> None:
    """
    Half a megabyte is searched to its end, whatever it is made of; a quadratic search would take hours.
    """
    text = unit * (500_000 // len(unit))
    found = find_range(text)
    assert found is None or 0 <= found.start < found.end <= len(text)
    assert shows_date(text) == (unit not in (" ", "-", "Mon, ", "((("))
