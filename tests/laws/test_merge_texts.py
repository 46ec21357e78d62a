"""
The laws of merging texts: what is returned is read as the merge of the values, for any three texts.
"""

from __future__ import annotations

import re
from contextlib import suppress

from hypothesis import example, given
from hypothesis import strategies as st

from mlweekly import DecodeError, EncodeError, Series, markdown, merge
from mlweekly.markdown import MergedText
from tests.branches import sides_of, without_ranks
from tests.edited import three_series
from tests.laws.test_edit import LAW
from tests.laws.test_edit_any_text import DIALECTS, any_texts
from tests.strategies import HOSTILE_PARTS

TABLE = "## Papers of the Week (May 6 - May 12) - 2024\n| **Paper** | **Links** |\n|---|---|\n"
LINES = st.one_of(any_texts(), st.lists(st.sampled_from(HOSTILE_PARTS), max_size=4).map("".join))


@st.composite
def edited_lines(draw: st.DrawFn, text: str) -> str:
    """
    Draw a text with a few lines of it replaced, removed or added, or with other line ends.
    """
    lines = text.splitlines(keepends=True)
    for _ in range(draw(st.integers(0, 3))):
        place = draw(st.integers(0, len(lines)))
        lines[place : place + draw(st.integers(0, 2))] = draw(st.lists(LINES.map("{}\n".format), max_size=1))
    return draw(st.sampled_from((str, lambda each: each.replace("\n", "\r\n"), str.rstrip)))("".join(lines))


@st.composite
def three_texts(draw: st.DrawFn) -> tuple[str, str, str]:
    """
    Draw three texts, of which two may come of the first.
    """
    base = draw(any_texts())
    return base, draw(st.one_of(edited_lines(base), any_texts())), draw(st.one_of(edited_lines(base), any_texts()))


def holds_issues(text: str, dialect: str | None) -> bool:
    """
    Return whether a text holds a series.
    """
    with suppress(DecodeError):
        markdown.loads_series(text, dialect=dialect)
        return True
    return False


def merged(base: str, ours: str, theirs: str, dialect: str | None = None) -> MergedText | None:
    """
    Return the merge of three texts; None if one of them holds no issue.
    """
    try:
        return markdown.merge(base, ours=ours, theirs=theirs, dialect=dialect)
    except DecodeError:
        assert not all(holds_issues(text, dialect) for text in (base, ours, theirs))
        return None


def is_lawful(found: MergedText, base: str, ours: str, theirs: str, dialect: str | None) -> bool:
    """
    Return whether a clean text is read as the merge of the values, and each block of one that is not is where it says.
    """
    before, one, other = (markdown.loads_series(text, dialect=dialect) for text in (base, ours, theirs))
    values = merge(before, ours=one, theirs=other)
    lines = re.split(r"(?<=\n)|(?<=\r)(?!\n)", found.text)
    if found.values != values or any(not lines[each.line - 1].startswith("<<<<<<< ours") for each in found.conflicts):
        return False
    decided = values.resolve_all("ours").value
    return not found.clean or markdown.loads_series(found.text, dialect=dialect) == decided


@LAW
@given(three_texts(), DIALECTS)
@example((TABLE + "| 1) A | [Paper](u) |\n", TABLE, TABLE + "| 1) B | [Paper](u) |\n"), "table")
def test_any_three_texts_merge_or_are_refused(texts: tuple[str, str, str], dialect: str | None) -> None:
    """
    There is a value, and it is lawful, or an error of ours because a text holds no issue.
    """
    found = merged(*texts, dialect)
    if found is not None:
        assert is_lawful(found, *texts, dialect)


@LAW
@given(three_texts(), DIALECTS)
def test_the_change_of_one_side_alone_is_taken_to_the_byte(texts: tuple[str, str, str], dialect: str | None) -> None:
    """
    Where one side is the base, or both are the same, the text is the other side's.
    """
    base, side, _ = texts
    for ours, theirs in ((side, base), (base, side), (side, side)):
        found = merged(base, ours, theirs, dialect)
        if found is not None:
            assert (found.text, found.conflicts) == (side, ())


@LAW
@given(three_series())
def test_a_post_is_read_as_the_merged_series(three: tuple[Series, Series, Series]) -> None:
    """
    Without conflicts; with each block decided for one side, as the merge that is decided so.
    """
    try:
        texts = [markdown.dumps(each) for each in three]
    except EncodeError:
        return
    found = merged(*texts)
    assert found is not None
    assert is_lawful(found, *texts, None)
    if found.conflicts:
        for text, side in zip(sides_of(found.text), ("ours", "theirs"), strict=True):
            assert without_ranks(markdown.loads_series(text)) == without_ranks(found.values.resolve_all(side).value)
