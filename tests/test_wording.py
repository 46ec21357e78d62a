"""
The words that every part of the library puts into its messages.
"""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlweekly._wording import MONTHS, excerpt, expect, folded, listed, one_of, quoted, shortened, shown, squeezed


def test_months_are_twelve() -> None:
    """
    The names of the months are in order, in English.
    """
    assert len(MONTHS) == 12
    assert (MONTHS[0], MONTHS[8], MONTHS[11]) == ("January", "September", "December")


@given(st.text())
def test_a_folded_text_is_equal_to_itself_in_capitals_and_with_more_space(text: str) -> None:
    """
    Case and white space make no difference, and folding is idempotent.
    """
    assert folded(folded(text)) == folded(text)
    assert folded(f"  {text} \n") == folded(text) == folded("\u3000".join(text.split()))
    assert squeezed(text) == folded(text).replace(" ", "")


@pytest.mark.parametrize(
    ("text", "longest", "expected"),
    [("", 3, ""), ("abc", 3, "abc"), ("abcd", 3, "abc…"), ("ab cd", 3, "ab…"), ("abcd", 0, "…")],
)
def test_a_long_text_is_shortened(text: str, longest: int, expected: str) -> None:
    """
    At most so many characters are shown, an ellipsis stands for the rest, and no space is left before it.
    """
    assert shortened(text, longest) == expected


def test_an_excerpt_ends_with_a_word() -> None:
    """
    A paragraph of 280 characters is whole, a longer one ends at a space if one is near.
    """
    assert excerpt("a" * 280) == "a" * 280
    assert excerpt("word " * 60) == ("word " * 56).rstrip() + "…"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("ten", "'ten'"),
        ("a" * 60, "'" + "a" * 60 + "'"),
        ("a" * 61, "'" + "a" * 60 + "…'"),
        ("a'\n\u202e", '"a\'\\n\\u202e"'),
        (True, "True"),
        (-3, "-3"),
        (10**20 - 1, "99999999999999999999"),
        (10**20, "a number of more than 20 digits"),
        (1.5, "1.5"),
        (None, "None"),
        (date(2024, 9, 16), "datetime.date(2024, 9, 16)"),
        (datetime(2024, 9, 16, 12), "datetime.datetime(2024, 9, 16, 12, 0)"),
        ([10], "a list"),
        (b"ten", "a bytes"),
        (object(), "an object"),
        (OSError(), "an OSError"),
    ],
)
def test_any_value_is_shown_in_a_few_words(value: object, expected: str) -> None:
    """
    A message shows what it can in short, and the type of everything else; no number is too long for it.
    """
    assert shown(value) == expected


def test_a_number_that_python_does_not_print_is_shown() -> None:
    """
    Python refuses to print numbers of more than 4,300 digits; a message says how long they are.
    """
    assert shown(10**5000) == shown(-(10**5000)) == "a number of more than 20 digits"
    assert shown([10**5000]) == "a list"


def test_a_wrong_type_is_refused() -> None:
    """
    The error says what was expected and what was found; of several types any is accepted.
    """
    expect("a", str, "a text")
    expect(None, (str, type(None)), "a text or None")
    with pytest.raises(TypeError, match="expected a text, got bytes"):
        expect(b"a", str, "a text")


def test_values_of_a_change_are_quoted() -> None:
    """
    Texts are in quotation marks, nothing is nothing, anything else is as it prints.
    """
    assert [quoted(value) for value in ("a", None, 3, date(2024, 9, 16))] == ['"a"', "nothing", "3", "2024-09-16"]


@pytest.mark.parametrize(
    ("most", "more", "expected"),
    [
        (None, "…", "a, b, c"),
        (3, "…", "a, b, c"),
        (2, "…", "a, b, …"),
        (1, "and {} more", "a, and 2 more"),
        (0, "{}", "3"),
    ],
)
def test_a_list_names_the_first_and_counts_the_others(most: int | None, more: str, expected: str) -> None:
    """
    All words are named if there are no more than allowed.
    """
    assert listed(iter("abc"), most, more=more) == expected
    assert listed((), most) == ""
    assert listed("ab", separator=" · ") == "a · b"


def test_what_is_possible_is_listed() -> None:
    """
    One is alone, two are joined by "or", of three the first two are separated by a comma.
    """
    assert [one_of("abc"[:count]) for count in (1, 2, 3)] == ['"a"', '"a" or "b"', '"a", "b" or "c"']
