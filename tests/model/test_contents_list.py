"""
What the entries of a contents list name, and where they lead.
"""

from __future__ import annotations

from datetime import date

import pytest

from mlweekly import DateRange
from mlweekly.dates import find_range
from mlweekly.model import ContentsEntry, ContentsList

TITLES = ("Weekly (September 16 - September 22) - 2024", "Weekly (September 9 - September 15) - 2024", "Special: Größe")
WEEKS = (DateRange(date(2024, 9, 16), date(2024, 9, 22)), DateRange(date(2024, 9, 9), date(2024, 9, 15)), None)


def contents(*entries: tuple[str, str | None, str | None], anchors: dict[str, int] | None = None) -> ContentsList:
    """
    Return a list of these entries beside three headings.
    """
    return ContentsList([ContentsEntry(*entry) for entry in entries], TITLES, WEEKS, anchors)


@pytest.mark.parametrize(
    ("label", "target", "labelled", "anchored"),
    [
        ("Weekly (September 9 - September 15)", "./#weekly-september-9---september-15---2024", 1, 1),
        ("Weekly (Sep 9-15)", "#weekly-september-16---september-22---2024", 1, 0),
        ("weekly(september 16-september 22)-2024", "page.md", 0, None),
        ("Special: Größe", "#special-gr%C3%B6%C3%9Fe", 2, 2),
        ("special:  größe", "#SPECIAL-GRÖSSE", 2, None),
        ("Newest", "#week-38", None, 0),
        ("Newest", "#Week%2D38", None, 0),
        ("Weekly (August 5 - August 11)", None, None, None),
        ("Newest", "#", None, None),
    ],
)
def test_entry_names_an_issue_and_leads_to_one(
    label: str, target: str | None, labelled: int | None, anchored: int | None
) -> None:
    """
    By its words or its days, and by the anchor of a heading or one that the text sets, percent-encoded or not.
    """
    (match,) = contents((label, target, None), anchors={"week-38": 0}).matches

    assert (match.labelled, match.anchored) == (labelled, anchored)


def test_days_without_a_year_are_of_the_year_of_their_group() -> None:
    """
    Under another year the same days name no issue of the document.
    """
    matches = contents(("Weekly (Sep 9-15)", None, "2024"), ("Weekly (Sep 9-15)", None, "## In 2023")).matches

    assert [match.labelled for match in matches] == [1, None]
    assert [str(match.period) for match in matches] == ["2024-09-09/2024-09-15", "2023-09-09/2023-09-15"]


def test_anchors_of_a_site_that_joins_dashes() -> None:
    """
    Where most targets have one dash for three, that is how the site makes them.
    """
    found = contents(
        ("Weekly (Sep 16-22)", "#weekly-september-16-september-22-2024", None),
        ("Weekly (Sep 9-15)", "#weekly-september-9-september-15-2024", None),
    )

    assert [match.anchored for match in found.matches] == [0, 1]
    assert found.anchor(0) == "weekly-september-16-september-22-2024"


def test_second_heading_of_the_same_words_is_numbered() -> None:
    """
    As GitHub numbers anchors: the first has none.
    """
    found = ContentsList([ContentsEntry("A", "#a"), ContentsEntry("A", "#a-1")], ["A", "A"], [None, None])

    assert [match.anchored for match in found.matches] == [0, 1]
    assert [found.anchor(index) for index in (0, 1)] == ["a", "a-1"]


@pytest.mark.parametrize(
    ("entries", "years"),
    [
        ([("anything", "./#weekly-september-9---september-15---2024", "2023")], [2023]),
        ([("Weekly (September 9 - September 15)", None, "2023")], [2023]),
        ([("Weekly (Sep 9 - Sep 15)", None, "Issues of 2023")], [2023]),
        ([("Weekly (Sep 9-15)", None, "2023"), ("Weekly (Sep 9-15)", None, "2022")], [2022, 2023]),
        ([("Weekly (Sep 16-22)", None, "2023"), ("Weekly (Sep 9-15)", None, None)], []),
        ([("Weekly (Sep 9-15)", None, "2022 and 2023")], []),
        (
            [("Weekly (Sep 9-15)", "#weekly-september-9---september-15---2024", None), ("(Sep 9-15)", None, "2023")],
            [2023],
        ),
    ],
)
def test_years_of_an_issue_are_those_that_its_entries_stand_under(
    entries: list[tuple[str, str | None, str | None]], years: list[int]
) -> None:
    """
    Entries with the anchor of its heading go before those with its days.
    """
    printed = find_range(TITLES[1])
    assert printed is not None

    assert ContentsList([ContentsEntry(*entry) for entry in entries]).years_of(TITLES[1], printed) == years


def test_entries_of_an_issue() -> None:
    """
    Those whose words print its days; of an issue without days, those with its title or its anchor, each once.
    """
    found = contents(
        ("Special: Größe", "#special-größe", None),
        ("Special: Größe", None, None),
        ("See", "#special-gr%C3%B6%C3%9Fe", None),
        ("Weekly (Sep 9-15)", "#weekly-september-16---september-22---2024", None),
    )

    assert [match.index for match in found.entries_of(TITLES[2], None)] == [0, 1, 2]
    assert [match.index for match in found.entries_of(TITLES[1], WEEKS[1])] == [3]
    assert [match.index for match in found.entries_naming(WEEKS[0])] == [3]
