"""
`dumps` and `edit` beside the parse of the text that they return.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import attrs

import mlweekly
from bench import documents
from bench.made_up import made_up_series
from bench.timing import Measure, Row, seconds_of
from mlweekly import Series, Text

ASKED, ASKED_OF_EDIT = 1.6, 2.5
MEGABYTE = 1_000_000


def rows() -> Iterator[Row]:
    """
    Yield a row for each dialect that is written, and one for the edit of a title in a large document.
    """
    for dialect in mlweekly.markdown.DIALECTS:
        series = mlweekly.markdown.parse(documents.written(dialect), dialect=dialect).series
        write = partial(mlweekly.markdown.dumps, series, dialect=dialect)
        yield Row(
            f"dumps: {dialect}", "the parse of what it writes", ASKED, seconds_of(write), _parse(write(), dialect)
        )
    text = _megabyte()
    patch = _retitled(mlweekly.markdown.parse(text).series)
    edit = partial(mlweekly.markdown.edit, text, patch)
    yield Row("edit one title of a megabyte", "its parse", ASKED_OF_EDIT, seconds_of(edit), _parse(text, "table"))


def _parse(text: str, dialect: str) -> Measure:
    return seconds_of(partial(mlweekly.markdown.parse, text, dialect=dialect))


def _megabyte() -> str:
    one = mlweekly.markdown.dumps(made_up_series(), dialect="table")
    return one * (MEGABYTE // len(one) + 1)


def _retitled(series: Series) -> mlweekly.Patch:
    first, *others = series.issues
    paper, *papers = first.papers
    changed = attrs.evolve(first, papers=[attrs.evolve(paper, title=Text("Another Title")), *papers])
    return mlweekly.diff(series, attrs.evolve(series, issues=[changed, *others]))
