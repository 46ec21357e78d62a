"""
The algebra of the JSON codec.
"""

from __future__ import annotations

import copy
import json as standard_json
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from mlweekly import DecodeError, Issue, Series, json
from mlweekly.errors import Problem
from tests.strategies import issues, series

VALIDATOR = Draft202012Validator(json.schema(), format_checker=Draft202012Validator.FORMAT_CHECKER)
ODD_VALUES = (
    *(None, True, 0, 1, 8.0, 8.5, -1, 2**31, 10**20, "", " ", "8", "a", "٢", "\x85", "\u3000", "\ufeff", [], {}),
    *("20240922", "2024-W38", "2024-9-2", "2024-02-30", "0000-01-01", "2024-09-22\n", "2024-09-22", "1.0", "1.1"),
    *("javascript:alert(1)", "https://example.org/", "https://", "http:// a", "en", "EN", "x-y", "en_US", "en\n"),
    *({"original": "x"}, {"translations": {}}, {"translations": {"ja": "x"}}, {"rank": 1, "title": {"original": "x"}}),
    *({"issues": []}, {"start": "2024-09-16", "end": "2024-01-01"}, [{"url": "https://example.org/"}], ["x"], [" "]),
)
ODD_NAMES = (
    *("version", "title", "original", "language", "translations", "rank", "links", "url", "issues", "papers", "period"),
    *("start", "note", "label", "extra", "x-new", "", "a/b", "ja", "en", "Title"),
)


@given(issues())
def test_an_issue_comes_back_from_its_json(issue: Issue) -> None:
    """
    `loads(dumps(issue)) == issue`, with `indent` too, and the same through plain data.
    """
    assert json.loads(json.dumps(issue)) == issue
    assert json.loads(json.dumps(issue, indent=2)) == issue
    assert json.from_data(json.to_data(issue)) == issue


@given(series())
def test_a_series_comes_back_from_its_json(value: Series) -> None:
    """
    `loads_series(dumps(series)) == series`.
    """
    assert json.loads_series(json.dumps(value)) == value
    assert json.loads_series(json.dumps(value).encode()) == value


@given(st.one_of(issues(), series()))
def test_canonical_text_is_written_as_it_was_read(value: Issue | Series) -> None:
    """
    Text that `dumps` wrote, read and written again, is the same text, and the schema accepts it.
    """
    text = json.dumps(value)
    again = json.loads_series(text) if isinstance(value, Series) else json.loads(text)

    assert json.dumps(again) == text
    assert list(VALIDATOR.iter_errors(standard_json.loads(text))) == []


@given(st.one_of(st.text(), st.binary(), st.text(alphabet='{}[]",:01e.-\\u dn')))
@example("[" * 100_000)
@example('{"a":' * 100_000)
@example('"' + '\\"' * 50_000)
@example("\ufeff\ufeff{}")
@example("\ud800")
def test_any_text_is_read_or_refused_with_a_decode_error(text: str | bytes) -> None:
    """
    Whatever the text, `loads` raises nothing but `DecodeError`, and it names a problem.
    """
    with pytest.raises(DecodeError) as caught:
        json.loads(text)

    assert caught.value.problems
    str(caught.value).encode()


@st.composite
def mutated_documents(draw: st.DrawFn) -> Any:
    """
    Draw the data of a document with a few members or items changed, added, moved or removed.
    """
    data: Any = copy.deepcopy(json.to_data(draw(st.one_of(issues(), series()))))
    if draw(st.booleans()):
        data["version"] = draw(st.sampled_from(("1.0", "1.1", "1.7", "1.0")))
    for _ in range(draw(st.integers(1, 3))):
        _mutate(draw, data)
    return data


def _mutate(draw: st.DrawFn, data: Any) -> None:
    places = [place for place in _collections(data) if place]
    if not places:
        return
    place = draw(st.sampled_from(places))
    value = draw(st.one_of(st.sampled_from(ODD_VALUES), st.sampled_from(ODD_VALUES), st.sampled_from(places)))
    value = copy.deepcopy(value)
    if isinstance(place, list):
        place[draw(st.integers(0, len(place) - 1))] = value
        return
    action = draw(st.sampled_from(("change", "add", "remove")))
    name = draw(st.sampled_from(ODD_NAMES if action == "add" else sorted(place)))
    if action == "remove":
        del place[name]
    else:
        place[name] = value


def _collections(data: Any) -> list[Any]:
    found = [data]
    for item in data.values() if isinstance(data, dict) else data:
        if isinstance(item, dict | list):
            found += _collections(item)
    return found


def problems_of(data: Any) -> tuple[Problem, ...]:
    """
    Return what the reader says is wrong with a document, in messages that can be printed.
    """
    try:
        json.from_data_series(data)
    except DecodeError as error:
        str(error).encode()
        return error.problems
    return ()


def is_beyond_the_schema(problem: Problem) -> bool:
    """
    Return whether a problem is one of those that `docs/json.md` lists as beyond the schema.
    """
    said = ("must not be before the start", "must not be in the language of the original")
    return any(part in problem.message for part in said)


@given(mutated_documents())
def test_reader_and_schema_agree(data: Any) -> None:
    """
    What the reader accepts the schema accepts, and the other way round, but for the listed constraints.
    """
    before = copy.deepcopy(data)
    refusals = [f"{error.json_path}: {error.message}"[:300] for error in VALIDATOR.iter_errors(data)]
    problems = problems_of(data)

    assert problems or not refusals, "the schema alone refuses"
    assert refusals or all(map(is_beyond_the_schema, problems)), "the reader alone refuses"
    assert data == before


@given(mutated_documents())
def test_text_and_data_are_read_alike(data: Any) -> None:
    """
    A document gives the same value, or the same problems, as text and as data.
    """

    def outcome(read: Any, document: Any) -> object:
        try:
            return read(document)
        except DecodeError as error:
            return error.problems

    text = standard_json.dumps(data)

    assert outcome(json.loads_series, text) == outcome(json.from_data_series, data)
