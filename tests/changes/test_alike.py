"""
Sentences and pages tell apart what looks the same.
"""

from __future__ import annotations

import re

import pytest
from hypothesis import given

from mlweekly import Issue, diff, reports
from mlweekly.changes import IssueRetitled, Patch
from mlweekly.changes._alike import told_apart
from tests.strategies import strings


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("Caf\u00e9", "Cafe\u0301", ("Caf‹U+00E9›", "Caf‹U+0065 U+0301›")),
        ("a b", "a\u00a0b", ("a‹U+0020›b", "a‹U+00A0›b")),
        ("a b", "a  b", ("a b", "a ‹U+0020›b")),
        ("ab", "a\u200bb", ("ab", "a‹U+200B›b")),
        ("\uac00", "\u1100\u1161", ("‹U+AC00›", "‹U+1100 U+1161›")),
        ("Paper", "\u0420aper", ("‹U+0050›aper", "‹U+0420›aper")),
        ("a\nb", "a\r\nb", ("a\nb", "a‹U+000D›\nb")),
        ("a b", "a\nb", ("a b", "a\nb")),
        ("June", "July", ("June", "July")),
        ("\u0436\u0437", "ab c", ("\u0436\u0437", "ab c")),
        ("a", "\u4e00", ("a", "\u4e00")),
        ("same", "same", ("same", "same")),
        ("", "new", ("", "new")),
        ("\uff21" * 9, "A" * 9, (f"‹{'U+FF21 ' * 8}and 1 more›", f"‹{'U+0041 ' * 8}and 1 more›")),
    ],
)
def test_what_looks_the_same_is_named(before: str, after: str, expected: tuple[str, str]) -> None:
    """
    The characters that differ are named, in both texts and in either order; other texts stay as they are.
    """
    assert told_apart(before, after) == expected
    assert told_apart(after, before) == expected[::-1]


@pytest.mark.parametrize("after", ["Cafe\u0301 x", "Caf\u00e9\u00a0x", "Caf\u00e9 \u0445"])
def test_every_form_of_a_change_tells_it(after: str) -> None:
    """
    The sentence of a patch, its text, its Markdown and its page name the character.
    """
    patch = diff(Issue(title="Caf\u00e9 x"), Issue(title=after))

    for told in (str(patch), reports.text(patch), reports.markdown(patch), reports.html(patch)):
        assert len(re.findall(r"‹U\+[0-9A-F]{4}", told)) == 2


@given(strings(), strings())
def test_a_sentence_is_one_line_that_does_nothing_to_a_terminal(before: str, after: str) -> None:
    """
    Whatever a digest says, the sentence of a change has no control and no change of direction in it.
    """
    sentence = str(Patch([IssueRetitled("", before=before, after=after)]))

    assert not re.search("[\x00-\x1f\x7f-\x9f\u061c\u2028-\u202e\u2066-\u2069]", sentence)
    assert told_apart(before, after) == (before, after) or "‹U+" in sentence
