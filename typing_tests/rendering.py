"""
What a type checker sees of the rendering: read by mypy and pyright, never run.
"""

from __future__ import annotations

from typing import assert_type

import mlweekly
from mlweekly import Issue, Series, reports


def every_value_is_shown(issue: Issue, series: Series) -> None:
    assert_type(reports.text(issue), str)
    assert_type(reports.text(mlweekly.diff(series, series)), str)
    assert_type(reports.markdown(mlweekly.validate(series)), str)
    assert_type(reports.html(mlweekly.merge(issue, ours=issue, theirs=issue), title="Merged"), str)
    assert_type(reports.html(mlweekly.merge_editions(issue, issue)), str)
