"""
Periods of every printed kind: weeks, days and months beside ranges.
"""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlweekly.dates import DateRange, PrintedRange, find_period, find_range
from tests.dates.test_languages import MONTHS

NEAR = date(2024, 9, 1)


def found_in(text: str) -> PrintedRange:
    """
    Return the period in a text that has one.
    """
    found = find_period(text)
    assert found is not None, text
    return found


WEEKS_OF_DAYS = [
    "Week of September 16, 2024",
    "week of 2024-09-18",
    "Week ending September 22, 2024",
    "Semaine du 16 septembre 2024",
    "Semaine du lundi 16 septembre 2024",
    "Woche vom 16. September 2024",
    "Semana del 16 de septiembre de 2024",
    "Semana de 16 de setembro de 2024",
    "неделя с 16 сентября 2024",
    "Tuần 16/9/2024",
    "2024年9月16日の週",
    "2024년 9월 16일 주간",
    "16 Eylül 2024 haftası",
]
ISO_WEEKS = [
    "2024-W38",
    "2024W38",
    "W38 2024",
    "Week 38, 2024",
    "Week 38 of 2024",
    "第38周 2024",
    "2024年第38周",
    "2024년 38주차",
    "2024年38週",
    "KW 38 2024",
    "KW 38/2024",
    "Semaine 38 2024",
    "Semana 38 de 2024",
    "Неделя 38, 2024",
    "38. hafta 2024",
    "Tuần 38, 2024",
    "Tuần 38 năm 2024",
    "第38周（2024-09-18）",
]
DAYS = [
    "2024-09-16",
    "【2024-09-16】",
    "[20240916]",
    "2024年09月16日",
    "2024년 9월 16일",
    "16 September 2024",
    "September 16, 2024",
    "Monday, September 16th, 2024",
    "16 septembre 2024",
    "16. September 2024",
    "16 de septiembre de 2024",
    "16 de setembro de 2024",
    "16 сентября 2024 г.",
    "16 Eylül 2024",
    "ngày 16 tháng 9 năm 2024",
    "ngày 16/9/2024",
    "16.09.2024",
    "16/09/2024",
    "09/16/2024",
    "2024/09/16",
    "2024.09.16",
    "2024. 9. 16.",
    "📅 2024-09-16",
    "2024-09-16T10:00",
]
MONTHS_PRINTED = [
    "September 2024",
    "Sept. 2024",
    "2024 September",
    "2024-09",
    "09/2024",
    "2024年9月",
    "2024년 9월",
    "septembre 2024",
    "septiembre de 2024",
    "setembro de 2024",
    "Сентябрь 2024",
    "Tháng 9 2024",
    "tháng 9 năm 2024",
    "Eylül 2024",
    "September 2024, Week 3",
    "2024年9月第3周",
]
KINDS = [
    *(("week", text) for text in [*WEEKS_OF_DAYS, *ISO_WEEKS]),
    *(("day", text) for text in DAYS),
    *(("month", text) for text in MONTHS_PRINTED),
]
PERIODS = {
    "week": DateRange(date(2024, 9, 16), date(2024, 9, 22)),
    "day": DateRange.day(date(2024, 9, 16)),
    "month": DateRange.month_of(2024, 9),
}


@pytest.mark.parametrize(("kind", "text"), KINDS)
def test_a_period_with_its_year(kind: str, text: str) -> None:
    """
    The period is found with its kind and its days, alone and among other words; `find_range` finds none.
    """
    for title in (text, f"Papers: {text} | Notes"):
        found = found_in(title)
        assert (found.kind, found.period(), found.year_printed) == (kind, PERIODS[kind], True)
        assert found.problem is None
        assert found.in_year(1999) == PERIODS[kind]
        assert title[found.start : found.end] == found.printed
        assert find_range(title) is None


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("week", "Week of September 16"),
        ("week", "Week of 9/16"),
        ("week", "Tuần 16/9"),
        ("week", "9月16日の週"),
        ("week", "неделя с 16 сентября"),
        ("week", "第38週"),
        ("week", "W38"),
        ("week", "KW 38"),
        ("day", "September 16"),
        ("day", "16 de septiembre"),
        ("day", "9月16日"),
        ("month", "Highlights from September"),
        ("month", "MT Highlights in September"),
        ("month", "September Digest"),
        ("month", "Обзор за сентябрь"),
        ("month", "Resumen de septiembre"),
        ("month", "9月の論文"),
    ],
)
def test_a_period_without_a_year(kind: str, text: str) -> None:
    """
    No year is invented, and a day nearby or a given year completes the period.
    """
    found = found_in(text)
    assert (found.kind, found.period(), found.year_printed) == (kind, None, False)
    assert found.period(NEAR) == found.in_year(2024) == PERIODS[kind]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2024",
        "GPT-4.1",
        "# 10 week",
        "Week 3",
        "Week_01 papers",
        "04/05/2024",
        "arXiv 2409.12917",
        "Test set 2024",
        "What may come in march",
        "2024-09-16-22",
        "ML Papers 第1期",
        "What May Follow",
        "(Top 10)",
    ],
)
def test_what_is_no_period(text: str) -> None:
    """
    Bare years, versions, counted weeks, verbs, and a day and a month that cannot be told apart, are no period.
    """
    assert find_period(text) is None


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("2024-13-01", "there is no month 13"),
        ("February 30, 2024", "February 30, 2024 is no date"),
        ("2024-W60", "there is no week 60 in 2024"),
        ("2024-W53", "there is no week 53 in 2024"),
    ],
)
def test_an_impossible_period_says_so(text: str, problem: str) -> None:
    """
    It is found, has a problem and no days.
    """
    found = found_in(text)
    assert (found.problem, found.period(), found.period(NEAR)) == (problem, None, None)


@pytest.mark.parametrize(
    ("text", "kind", "printed"),
    [
        ("October 2024 digest (October 14 - 20)", "range", "October 14 - 20"),
        ("Updated 2024-10-21. Week of October 14, 2024", "week", "Week of October 14, 2024"),
        ("October 2024: news of 2024-10-14", "day", "2024-10-14"),
        ("第3周（2026-06-30）", "day", "2026-06-30"),
        ("Issue #12 - 16 Sep 2024", "day", "16 Sep 2024"),
        ("Boletim nº 3 - 14/10/2024", "day", "14/10/2024"),
        ("Выпуск 12 – 16 сентября 2024", "day", "16 сентября 2024"),
    ],
)
def test_the_more_exact_kind_is_the_period(text: str, kind: str, printed: str) -> None:
    """
    A range goes before a week, a week before a day, a day before a month; a week that its own day contradicts is none.
    """
    found = found_in(text)
    assert (found.kind, found.printed) == (kind, printed)


@pytest.mark.parametrize(
    ("text", "period", "expected"),
    [
        ("Week of September 16, 2024", DateRange.week_of(date(2025, 6, 2)), "Week of June 2, 2025"),
        ("2024-W38", DateRange.week_of(date(2026, 1, 1)), "2026-W01"),
        ("2024年第38周", DateRange.week_of(date(2026, 1, 1)), "2026年第1周"),
        ("【2024-09-16】", DateRange.day(date(2025, 6, 2)), "【2025-06-02】"),
        ("20240916", DateRange.day(date(2025, 6, 2)), "20250602"),
        ("16. September 2024", DateRange.day(date(2025, 12, 2)), "2. Dezember 2025"),
        ("Monday, Sep 16, 2024", DateRange.day(date(2025, 6, 3)), "Tuesday, Jun 3, 2025"),
        ("16.09.2024", DateRange.day(date(2025, 6, 2)), "02.06.2025"),
        ("2024-10", DateRange.month_of(2025, 6), "2025-06"),
        ("Октябрь 2024", DateRange.month_of(2025, 6), "Июнь 2025"),
        ("Highlights from October", DateRange.month_of(2025, 6), "Highlights from June"),
        ("2024-09-16", DateRange.week_of(date(2025, 6, 2)), "2025-06-02/2025-06-08"),
        ("May 2024", DateRange.day(date(2025, 6, 2)), "2025-06-02/2025-06-02"),
    ],
)
def test_a_period_is_printed_in_the_same_form(text: str, period: DateRange, expected: str) -> None:
    """
    What the form can say is said in it, everything else as an ISO 8601 interval.
    """
    assert found_in(text).replaced(period) == expected


days = st.dates(date(1990, 1, 1), date(2099, 12, 1))
periods = st.one_of(
    days.map(DateRange.day),
    days.map(DateRange.week_of),
    days.map(lambda day: DateRange.month_of(day.year, day.month)),
    st.builds(lambda day, more: DateRange(day, day + timedelta(days=more)), days, st.integers(0, 60)),
)


@given(st.sampled_from([text for _, text in KINDS]), st.sampled_from(["", "Papers: ", "📄 "]), periods)
def test_what_is_printed_is_read_again(text: str, before: str, period: DateRange) -> None:
    """
    Whatever the kind and the period, the new text says it.
    """
    changed = found_in(before + text).replaced(period)
    assert found_in(changed).period(period.start) == period
    assert changed.startswith(before)


@pytest.mark.parametrize("language", MONTHS)
@given(day=days, before=st.sampled_from(["", "Papers ", "# "]), after=st.sampled_from(["", " notes", "! 10 papers"]))
def test_any_day_and_month_are_read_in_every_language(language: str, day: date, before: str, after: str) -> None:
    """
    A random day, and its month, are found among other words.
    """
    name = MONTHS[language].split()[day.month - 1]
    joint = " de " if language in ("es", "pt") else ". " if language == "de" else " "
    later = " de " if language in ("es", "pt") else " "
    printed = f"{before}{day.day}{joint}{name}{later}{day.year}{after}"
    assert (found_in(printed).kind, found_in(printed).period()) == ("day", DateRange.day(day))
    month = found_in(f"{before}{name}{later}{day.year}{after}")
    assert (month.kind, month.period()) == ("month", DateRange.month_of(day.year, day.month))


FIGURES = ["{:%Y-%m-%d}", "{:%Y/%m/%d}", "{:%Y.%m.%d}", "{:%Y%m%d}", "{:%d.%m.%Y}", "{0.year}年{0.month}月{0.day}日"]


@given(st.sampled_from(FIGURES), days, st.sampled_from([("", ""), ("[", "]"), ("Daily Papers ", ""), ("📅 ", " (10)")]))
def test_any_day_in_figures_and_its_week_are_read(form: str, day: date, around: tuple[str, str]) -> None:
    """
    A random day in figures is found, and its week by number and by day.
    """
    printed, (before, after) = form.format(day), around
    assert found_in(f"{before}{printed}{after}").period() == DateRange.day(day)
    year, number, _ = day.isocalendar()
    for week in (f"Week of {printed}", f"{year}-W{number:02d}", f"{year}年第{number}周", f"Week {number}, {year}"):
        assert found_in(f"{before}{week}{after}").period() == DateRange.week_of(day)


ALPHABET = [
    *"0123456789９٣ -–~〜/.,:()[]年月日周週第년월일주W\n",
    *(
        "September",
        "May",
        "mai",
        "de",
        "2024",
        "2024-09-16",
        "W27",
        "Week",
        "Week of",
        "KW",
        "tháng",
        "сентября",
        "16.",
    ),
]


@given(st.one_of(st.text(), st.lists(st.sampled_from(ALPHABET), max_size=30).map("".join)))
def test_no_text_is_an_error(text: str) -> None:
    """
    Whatever the text, there is a period or there is none, and its questions have answers.
    """
    found = find_period(text)
    if found:
        assert 0 <= found.start < found.end <= len(text)
        for period in (found.period(), found.period(NEAR), found.in_year(2024), found.period(date.max)):
            assert period is None or found.problem is None
    printed = find_range(text)
    assert printed is None or found == printed


@pytest.mark.parametrize(
    "unit",
    [
        "1",
        " ",
        "W",
        "2024-",
        "2024 ",
        "Week ",
        "Week 1 ",
        "week of ",
        "9月",
        "第1周",
        "May ",
        "16 de ",
        "tháng 1 ",
        "(",
    ],
)
def test_long_texts_come_to_an_end(unit: str) -> None:
    """
    A fifth of a megabyte is searched to its end; a quadratic search would take hours.
    """
    text = unit * (200_000 // len(unit))
    found = find_period(text)
    assert found is None or found.end <= len(text)


@pytest.mark.parametrize("text", ["9999-12-31", "Week of 9999-12-31", "9999-W52", "0001-01-01", "December 9999"])
def test_the_edges_of_the_calendar_are_no_error(text: str) -> None:
    """
    A week that would leave the calendar has no days.
    """
    found = find_period(text)
    assert found is None or found.period() is None or found.problem is None
