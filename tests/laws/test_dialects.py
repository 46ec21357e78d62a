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


@given(value=st.one_of(issues(), series()), dialect=DIALECTS)
def test_a_value_is_written_whole_or_refused(value: Issue | Series, dialect: str) -> None:
    """
    What is written without loss reads back equal; what is refused names at least one part.
    """
    text = markdown.dumps(value, dialect=dialect, lossy=True)
    series = markdown.parse(text, dialect=dialect).series
    found = series if isinstance(value, Series) else next(iter(series), None)
    is_held = found == value and len(series) == (len(value) if isinstance(value, Series) else 1)
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
