"""
What rules read of a text: its prose.
"""

from __future__ import annotations

import pytest

from mlweekly.validation._analysis._prose import prose_of


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ("plain words", "plain words"),
        ("a <!-- b --> c", "a            c"),
        ("a <!-- b", "a <!-- b"),
        ("a `b` c", "a     c"),
        ("a ``b ` c`` d", "a           d"),
        ("a ``b` c", "a ``b` c"),
        ("[a](b(c)) d", "[a](    ) d"),
        ("see https://a.b/c。d", f"see {' ' * 13}。d"),
        ("`<!--` a -->", f"{' ' * 7}a -->"),
    ],
)
def test_prose_is_what_people_read(text: str, prose: str) -> None:
    """
    Comments, code, targets of links and URLs are blank; what is opened and not closed is prose; offsets stay.
    """
    assert prose_of(text) == prose


@pytest.mark.parametrize("unit", ["`", "``a ", "<!-- ", "](", "](a(", "` `` "])
def test_prose_of_much_that_is_never_closed_is_found_at_once(unit: str) -> None:
    """
    A text of a megabyte that only opens things is read in one pass, not in one for each of them.
    """
    text = unit * (1_000_000 // len(unit))

    assert len(prose_of(text)) == len(text)
