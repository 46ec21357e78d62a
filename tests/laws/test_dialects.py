"""
The laws of the dialects that cannot hold everything.
"""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlweekly import DecodeError, EncodeError, Issue, Series, markdown
from tests.strategies import issues, series

DIALECTS = st.sampled_from(("table", "columns", "bracket", "plain", "outline", "list"))


def holds(found: Series, value: Issue | Series) -> bool:
    """
    Return whether a series that was read is the value, or has it for its only issue.
    """
    return found == value if isinstance(value, Series) else list(found) == [value]


@given(value=st.one_of(issues(), series()), dialect=DIALECTS)
def test_a_value_is_written_whole_or_refused(value: Issue | Series, dialect: str) -> None:
    """
    What is written without loss reads back equal; what is refused names at least one part.

    An outline or a list reads back equal without its name, too.
    """
    text = markdown.dumps(value, dialect=dialect, lossy=True)
    names = (dialect, None) if dialect in ("outline", "list") else (dialect,)
    is_held = all(holds(markdown.parse(text, dialect=name).series, value) for name in names)
    if not is_held or not (isinstance(value, Issue) or value.issues or value.title or value.contents):
        with pytest.raises(EncodeError, match="cannot hold this") as caught:
            markdown.dumps(value, dialect=dialect)
        assert caught.value.problems
    else:
        assert markdown.dumps(value, dialect=dialect) == text


@given(value=st.one_of(issues(), series()), dialect=DIALECTS)
def test_every_value_is_written_with_losses(value: Issue | Series, dialect: str) -> None:
    """
    With losses allowed every value is written, and what is written is read, or refused as no document.
    """
    text = markdown.dumps(value, dialect=dialect, lossy=True)
    with suppress(DecodeError):
        markdown.loads_series(text, dialect=dialect)


@given(value=issues().filter(lambda issue: len(issue.papers) > 0), dialect=st.sampled_from(("table", "columns")))
def test_no_title_or_body_opens_anything(value: Issue, dialect: str) -> None:
    """
    However hostile the text, a lossy table has one row for each paper and one link for each link, in one issue.
    """
    read = markdown.loads(markdown.dumps(value, dialect=dialect, lossy=True), dialect=dialect)

    assert len(read.papers) == len(value.papers)
    assert [len(paper.links) for paper in read.papers] == [len(paper.links) for paper in value.papers]
