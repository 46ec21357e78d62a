"""
The escapes of bodies in outlines and lists.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlweekly.markdown._prose import decode_prose, encode_prose
from tests.strategies import strings


@given(
    st.one_of(strings(), st.text(), strings().map("&#8203;{}".format)),
    st.fixed_dictionaries(dict.fromkeys(("inert", "is_labelled", "paragraphs"), st.booleans())),
)
def test_every_body_is_read_back(body: str, options: dict[str, bool]) -> None:
    """
    Reading undoes exactly what was written, although it drops the white space around each line.
    """
    lines = encode_prose(body, **options)
    assert decode_prose(lines) == body
    assert decode_prose(line.strip() for line in lines) == body
    assert not any("\n" in line or "\r" in line for line in lines)
    assert options["paragraphs"] or "" not in lines[1:]


@pytest.mark.parametrize(
    "line",
    [
        "**Authors:** A, B",
        "**Authors**: A, B",
        "_Code_: here",
        "👥 **Authors:** A",
        "**Moshi**",
        "Summary: words",
        "- Code: here",
        "1. **Venue:** ICML",
        "[Paper](https://example.org/)",
        "- [Moshi](https://example.org/)",
        "https://example.org/",
        "<https://example.org/>",
        "要約：本文",
        "&#8203;words",
    ],
)
def test_what_opens_something_is_guarded(line: str) -> None:
    """
    A label, a name alone and a line that begins with a link get a zero-width space in front.
    """
    assert encode_prose(line, inert=False) == [f"&#8203;{line}"]


@pytest.mark.parametrize("line", ["We find: nothing", "**We** say so.", "- a point", "3. a point", "a [link](u)"])
def test_a_sentence_stays_as_it_is(line: str) -> None:
    """
    Nothing is written in front of words that open nothing, unless all are to be inert.
    """
    assert encode_prose(line, inert=False) == [line]
    assert encode_prose(line, inert=True) == [f"&#8203;{line}"]


def test_paragraphs_are_parted_by_one_blank_line() -> None:
    """
    More line ends than two, or any line end where there are no paragraphs, are references.
    """
    assert encode_prose("a\n\nb\nc\n\n\nd", inert=False) == ["a", "", "b", "c&#10;", "", "d"]
    assert encode_prose("a\n\nb", inert=False, paragraphs=False) == ["a&#10;", "b"]


def test_a_label_is_in_front_of_the_first_line() -> None:
    """
    Behind a label nothing opens anything, but a guard that is the text's own is guarded.
    """
    assert encode_prose("[a](u)\n[b](u)", inert=False, is_labelled=True) == ["[a](u)", "&#8203;[b](u)"]
    assert encode_prose("&#8203;a", inert=False, is_labelled=True) == ["&#8203;&#8203;a"]
