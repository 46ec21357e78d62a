"""
What a type checker sees of the codecs: read by mypy and pyright, never run.
"""

from __future__ import annotations

from typing import assert_type

import mlweekly
from mlweekly import Issue, Series


def markdown_is_read(text: str) -> None:
    assert_type(mlweekly.markdown.loads(text), Issue)
    assert_type(mlweekly.markdown.loads(text, dialect="table"), Issue)
    assert_type(mlweekly.markdown.loads(text, strict=True), Issue)
    assert_type(mlweekly.markdown.loads_series(text), Series)


def a_document_is_read(text: str) -> None:
    document = mlweekly.markdown.parse(text, name="README.md")
    assert_type(document.series, Series)
    assert_type(document.text, str)
    assert_type(document.name, str | None)
    assert_type(document.problems, tuple[mlweekly.Problem, ...])
    for line, part in document.unplaced:
        assert_type(line, int)
        assert_type(part, str)
    document.span("/issues/0/papers/0/title")


def markdown_is_written(issue: Issue, series: Series) -> None:
    assert_type(mlweekly.markdown.dumps(issue), str)
    assert_type(mlweekly.markdown.dumps(series, dialect="table", lossy=True), str)


def json_is_read(text: str, data: bytes) -> None:
    assert_type(mlweekly.json.loads(text), Issue)
    assert_type(mlweekly.json.loads(data), Issue)
    assert_type(mlweekly.json.loads_series(text), Series)
    assert_type(mlweekly.json.from_data({"title": "..."}), Issue)


def json_is_written(issue: Issue, series: Series) -> None:
    assert_type(mlweekly.json.dumps(issue), str)
    assert_type(mlweekly.json.dumps(series, indent=2), str)
    assert_type(mlweekly.json.from_data(mlweekly.json.to_data(issue)), Issue)


def errors_carry_their_problems(text: str) -> None:
    try:
        mlweekly.json.loads(text)
    except mlweekly.DecodeError as error:
        assert_type(error.problems, tuple[mlweekly.Problem, ...])
        for problem in error.problems:
            assert_type(problem.pointer, str)
            assert_type(problem.message, str)
            assert_type(problem.line, int | None)


def texts_are_merged(base: str, ours: str, theirs: str) -> None:
    merged = mlweekly.markdown.merge(base, ours=ours, theirs=theirs, labels=("main", "fixes"))
    assert_type(merged, mlweekly.markdown.MergedText)
    assert_type(merged.text, str)
    assert_type(merged.clean, bool)
    assert_type(merged.values, mlweekly.Merged[mlweekly.Series])
    for conflict in merged.conflicts:
        assert_type(conflict, mlweekly.markdown.TextConflict)
        assert_type(conflict.fields, tuple[mlweekly.changes.Conflict, ...])
