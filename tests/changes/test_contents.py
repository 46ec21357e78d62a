"""
What a contents list owes to a title that changes.
"""

from __future__ import annotations

from datetime import date

import pytest

from mlweekly import ContentsEntry, DateRange, Issue, Series
from mlweekly.changes import Patch, contents_following

OLD = DateRange(date(2024, 6, 10), date(2024, 6, 16))
NEW = DateRange(date(2024, 9, 16), date(2024, 9, 22))
OLD_TITLE = "Papers (June 10 - June 16) - 2024"
NEW_TITLE = "Papers (September 16 - September 22) - 2024"
OLD_ENTRY = ContentsEntry("Papers (June 10 - June 16)", "./#papers-june-10---june-16---2024", "2024")
NEW_ENTRY = ContentsEntry(
    "Papers (September 16 - September 22)", "./#papers-september-16---september-22---2024", "2024"
)


def followed(series: Series, index: int = 0, title: str = NEW_TITLE) -> tuple[ContentsEntry, ...]:
    """
    Return the contents list after the issue's new title.
    """
    return Patch(contents_following(series, index, title, NEW)).apply(series).contents


def test_entry_follows_its_issue() -> None:
    """
    Label and anchor follow; the label keeps its form, the target what stands before its anchor, the entry its group.
    """
    other = ContentsEntry("Papers (June 3 - June 9)", "./#papers-june-3---june-9---2024", "2024")
    series = Series([Issue(title=OLD_TITLE, period=OLD)], contents=[OLD_ENTRY, other])

    assert followed(series) == (NEW_ENTRY, other)


def test_entry_that_already_names_the_new_week_stays() -> None:
    """
    Where the list was right all along, the entry of the week that the title named by mistake is another issue's.
    """
    series = Series([Issue(title=OLD_TITLE, period=OLD)], contents=[NEW_ENTRY, OLD_ENTRY])

    assert followed(series) == (NEW_ENTRY, OLD_ENTRY)


def test_entry_that_names_the_new_week_follows_with_its_target() -> None:
    """
    An entry with the right words that points to the mistaken heading points to the corrected one.
    """
    entry = ContentsEntry(NEW_ENTRY.label, OLD_ENTRY.target, "2024")
    series = Series([Issue(title=OLD_TITLE, period=OLD)], contents=[entry])

    assert followed(series) == (NEW_ENTRY,)


def test_issues_that_share_a_title_have_their_entries_in_order() -> None:
    """
    Of two issues under one title, the first one's entry is the first of two.
    """
    namesake = Issue(title=OLD_TITLE, period=OLD)
    series = Series([namesake, namesake], contents=[OLD_ENTRY, OLD_ENTRY])

    assert followed(series, 0) == (NEW_ENTRY, OLD_ENTRY)
    assert followed(series, 1) == (OLD_ENTRY, NEW_ENTRY)


def test_entry_whose_target_names_the_new_week_stays() -> None:
    """
    A label may misprint the week that its target names; it is the week's entry all the same, and the other one is not.
    """
    misprinted = ContentsEntry("Papers (September 15 - September 22)", NEW_ENTRY.target, "2024")
    series = Series([Issue(title=OLD_TITLE, period=OLD)], contents=[misprinted, OLD_ENTRY])

    assert followed(series) == (misprinted, OLD_ENTRY)


def test_target_that_already_fits_is_no_change() -> None:
    """
    A new title with the old one's anchor changes the label alone.
    """
    series = Series([Issue(title="Special!")], contents=[ContentsEntry("Special!", "#special")])

    assert followed(series, title="Special?") == (ContentsEntry("Special?", "#special"),)


def test_nothing_is_guessed_where_two_issues_have_one_entry() -> None:
    """
    One entry for two issues of one title belongs to neither of them plainly.
    """
    namesake = Issue(title=OLD_TITLE, period=OLD)
    series = Series([namesake, namesake], contents=[OLD_ENTRY])

    assert followed(series) == (OLD_ENTRY,)


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        (ContentsEntry("Special", "#special"), ContentsEntry(NEW_TITLE, "#papers-september-16---september-22---2024")),
        (ContentsEntry("Special", "#other"), ContentsEntry(NEW_TITLE, "#other")),
        (ContentsEntry("Special"), ContentsEntry(NEW_TITLE)),
        (
            ContentsEntry("See here", "#special"),
            ContentsEntry("See here", "#papers-september-16---september-22---2024"),
        ),
        (ContentsEntry("Elsewhere", "page.html"), ContentsEntry("Elsewhere", "page.html")),
    ],
)
def test_title_without_a_range_is_known_by_its_words_or_anchor(entry: ContentsEntry, expected: ContentsEntry) -> None:
    """
    A label that is the title follows it; a target that is the title's anchor follows it; other words stay.
    """
    assert followed(Series([Issue(title="Special")], contents=[entry])) == (expected,)


def test_series_without_a_list_has_nothing_to_follow() -> None:
    """
    No contents list, or no title that changes, is no operation.
    """
    assert list(contents_following(Series([Issue(title=OLD_TITLE)]), 0, NEW_TITLE, NEW)) == []
    assert list(contents_following(Series([Issue()], contents=[OLD_ENTRY]), 0, NEW_TITLE, NEW)) == []
