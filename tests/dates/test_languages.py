"""
Ranges of days in further languages, and the order of day and month in numbers.
"""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlweekly.dates import DateRange, find_range, shows_date

NEAR = date(2024, 9, 1)
WEEK = DateRange(date(2024, 9, 16), date(2024, 9, 22))
NEW_YEAR = DateRange(date(2024, 12, 30), date(2025, 1, 5))

MONTHS = {
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "tr": "Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık",
    "en": "January February March April May June July August September October November December",
}
TEMPLATES = {
    "fr": "du {a.day} {m} {a.year} au {b.day} {n} {b.year}",
    "de": "{a.day}. {m} bis {b.day}. {n} {b.year}",
    "es": "del {a.day} de {m} al {b.day} de {n} de {b.year}",
    "pt": "{a.day} de {m} a {b.day} de {n} de {b.year}",
    "ru": "с {a.day} {m} по {b.day} {n} {b.year} г.",
    "tr": "{a.day} {m} {a.year} - {b.day} {n} {b.year}",
    "en": "from {m} {a.day} to {n} {b.day}, {b.year}",
    "vi": "từ ngày {a.day} tháng {a.month} đến ngày {b.day} tháng {b.month} năm {b.year}",
    "de figures": "{a:%d.%m.%Y} – {b:%d.%m.%Y}",
    "vi figures": "từ ngày {a:%d/%m/%Y} đến {b:%d/%m/%Y}",
    "iso": "from {a} to {b}",
}


@pytest.mark.parametrize(
    "text",
    [
        "du 16 au 22 septembre 2024",
        "16-22 septembre 2024",
        "DU 16 AU 22 SEPTEMBRE 2024",
        "semaine du lundi 16 septembre au dimanche 22 septembre 2024",
        "16. bis 22. September 2024",
        "16.–22. September 2024",
        "vom 16. September bis zum 22. September 2024",
        "Montag, 16. September – Sonntag, 22. September 2024",
        "16.09.2024 – 22.09.2024",
        "16.09. – 22.09.2024",
        "16.–22.09.2024",
        "del 16 al 22 de septiembre de 2024",
        "16 de septiembre al 22 de septiembre de 2024",
        "16 a 22 de setembro de 2024",
        "16 de setembro de 2024 a 22 de setembro de 2024",
        "16–22 сентября 2024",
        "с 16 по 22 сентября 2024 г.",
        "с 16 сентября 2024 г. по 22 сентября 2024 г.",
        "с 16.09.2024 по 22.09.2024",
        "16/9 - 22/9/2024",
        "từ ngày 16 đến ngày 22 tháng 9 năm 2024",
        "16/09/2024 - 22/09/2024",
        "09/16/2024 - 09/22/2024",
        "16-22 Eylül 2024",
        "16 Eylül - 22 Eylül 2024",
        "16 EYLUL 2024 – 22 EYLÜL 2024",
        "2024-09-16 to 2024-09-22",
        "from 2024-09-16 to 2024-09-22",
        "2024.09.16 ~ 09.22",
        "(2024.09.16 - 2024.09.22)",
        "[2024] September 16 - 22",
        "2024-W38 (09/16-09/22)",
        "2024年第38周（9月16日-9月22日）",
    ],
)
def test_a_range_with_its_year(text: str) -> None:
    """
    The range is found in each language, its year is printed, and printing it again over New Year is read again.
    """
    found = find_range(f"📄 Digest: {text} — papers")
    assert found is not None
    assert (found.period(), found.year_printed, found.kind) == (WEEK, True, "range")
    assert DateRange.parse(text) == WEEK
    again = find_range(found.replaced(NEW_YEAR))
    assert again is not None
    assert again.period() == NEW_YEAR


@pytest.mark.parametrize(
    "text",
    [
        "16-22 septembre",
        "16. bis 22. September",
        "16.09. - 22.09.",
        "16 al 22 de septiembre",
        "16 a 22 de setembro",
        "16–22 СЕНТЯБРЯ",
        "từ 16/9 đến 22/9",
        "[16/9 - 22/9]",
        "16 - 22 tháng 9",
        "16 eylül - 22 eylül",
    ],
)
def test_a_range_without_a_year(text: str) -> None:
    """
    A year that is not printed comes from a day nearby.
    """
    found = find_range(text)
    assert found is not None
    assert (found.period(), found.period(NEAR), found.year_printed) == (None, WEEK, False)


@pytest.mark.parametrize(
    "text",
    [
        "04/05/2024 - 10/05/2024",
        "1/9 - 7/9/2024",
        "4-5-2024 - 6-5-2024",
        "1.2 - 3.4",
        "1.2.3 - 1.2.4",
        "16 and 22 July",
    ],
)
def test_the_order_of_day_and_month_is_never_guessed(text: str) -> None:
    """
    Without a part above 12, a dot, a name or the words of a language, numbers are no range.
    """
    assert find_range(text) is None


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("(December 30 - January 5) - 2024/2025", "2024-12-30", "2025-01-05"),
        ("(December 30 - January 5) - 2024/25", "2024-12-30", "2025-01-05"),
        ("2024/2025 (December 30 - January 5)", "2024-12-30", "2025-01-05"),
        ("[2023] September 16 - 22", "2023-09-16", "2023-09-22"),
        ("2023 | September 16 - 22", "2023-09-16", "2023-09-22"),
        ("2026-W01 (12/29-01/04)", "2025-12-29", "2026-01-04"),
        ("2026-W53 (12/28-01/03)", "2026-12-28", "2027-01-03"),
    ],
)
def test_years_beside_a_range(text: str, first: str, last: str) -> None:
    """
    Two years are those of both ends, a year in brackets counts, and a week's number tells which end has its year.
    """
    found = find_range(text)
    assert found is not None
    assert found.year_printed
    assert str(found.period()) == f"{first}/{last}"


@pytest.mark.parametrize(
    ("text", "week", "new_year"),
    [
        ("du 2 au 8 juin 2025", "du 16 au 22 septembre 2024", "du 30 décembre au 5 janvier 2025"),
        ("2.–8. Mai 2025", "16.–22. September 2024", "30. Dezember–5. Januar 2025"),
        ("del 2 al 8 de mayo", "del 16 al 22 de septiembre", "del 30 de diciembre al 5 de enero"),
        ("с 2 по 8 июня", "с 16 по 22 сентября", "с 30 декабря по 5 января"),
        ("2-8 HAZIRAN 2025", "16-22 EYLÜL 2024", "30 ARALIK-5 OCAK 2025"),
        ("2 - 8 tháng 6, 2025", "16 - 22 tháng 9, 2024", "30 tháng 12 - 5 tháng 1, 2025"),
        ("lundi 2 au dimanche 8 juin", "lundi 16 au dimanche 22 septembre", "lundi 30 décembre au dimanche 5 janvier"),
        ("02.06.2025 – 08.06.2025", "16.09.2024 – 22.09.2024", "30.12.2024 – 05.01.2025"),
        ("2 Jun. - 8 Jun.", "16 Sep. - 22 Sep.", "30 Dec. - 5 Jan."),
        ("1er au 7 janv. 2025", "16 au 22 sept. 2024", "30 déc. au 5 janv. 2025"),
        ("[2025] June 2 - 8", "[2024] September 16 - 22", "[2024] December 30 - January 5"),
        ("(Dec 29 - Jan 4) - 2023/2024", "(Sep 16 - Sep 22) - 2024", "(Dec 30 - Jan 5) - 2024/2025"),
    ],
)
def test_another_range_is_printed_in_the_same_language(text: str, week: str, new_year: str) -> None:
    """
    Names, particles, dots and case stay those of the text.
    """
    found = find_range(text)
    assert found is not None
    assert (found.replaced(WEEK), found.replaced(NEW_YEAR)) == (week, new_year)


@pytest.mark.parametrize("language", TEMPLATES)
@given(start=st.dates(date(1990, 1, 1), date(2099, 12, 1)), days=st.integers(1, 27), around=st.sampled_from(["", " "]))
def test_any_range_is_read_in_every_language(language: str, start: date, days: int, around: str) -> None:
    """
    A range made of random days is found with these days, among other words or alone.
    """
    end = start + timedelta(days=days)
    names = MONTHS.get(language, MONTHS["en"]).split()
    text = TEMPLATES[language].format(a=start, b=end, m=names[start.month - 1], n=names[end.month - 1])
    found = find_range(f"Digest{around}\n{text}{around}ML" if around else text)
    assert found is not None
    assert found.period() == DateRange(start, end)


@pytest.mark.parametrize("language", MONTHS)
def test_the_name_of_a_month_shows_a_date(language: str) -> None:
    """
    The name of September alone shows a date in every language.
    """
    name = MONTHS[language].split()[8]
    assert shows_date(f"Digest: {name}")
    assert shows_date(f"Digest: {name.upper()}")


@pytest.mark.parametrize("text", ["Mars rovers", "k-mart", "mayo clinic", "a test set", "zoom out"])
def test_words_that_are_months_elsewhere_show_no_date(text: str) -> None:
    """
    A word of English is no month of another language.
    """
    assert not shows_date(text)
