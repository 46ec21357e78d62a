"""
A plain document is read at once as it is read object by object, and every other one is left to that reader.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any
from unittest import mock

from hypothesis import example, given
from hypothesis import strategies as st

from mlweekly import DecodeError, Series, json
from mlweekly.json import _columns, _reading
from tests.strategies import series

ODD: tuple[object, ...] = (
    *(None, "", " ", "a", "EN", "en", "\ud800", 0, 1, 2**31, 1.0, True, [], ["a"], [None], [[]], {}, {"a": "b"}),
    *({"": "b"}, {"EN": "a", "en": "b"}, {"ja": ""}, {"original": "a"}, {"language": "en"}, {"url": "https://a.b/c"}),
    *({"url": "ftp://a"}, {"url": "https://a.b", "label": ""}, "2024-09-16", "2024-02-30"),
    *({"original": "a", "translations": {"en": "b"}}, {"translations": {"ja": "b", "de": "c"}}, {"original": None}),
)
NAMES = ("rank", "title", "url", "label", "original", "language", "translations", "details", "extra", "other")


def objects_in(data: object) -> Iterator[dict[str, object] | list[object]]:
    """
    Yield each object and array of data, the outermost first.
    """
    if isinstance(data, dict | list):
        yield data
        for item in data.values() if isinstance(data, dict) else data:
            yield from objects_in(item)


@st.composite
def documents(draw: st.DrawFn) -> dict[str, object]:
    """
    Draw the data of a series in which up to three values are replaced, added or taken out.
    """
    data = json.to_data(draw(series()))
    del data["version"]
    for _ in range(draw(st.integers(0, 3))):
        holder = draw(st.sampled_from(list(objects_in(data))))
        value = draw(st.sampled_from(ODD))
        if isinstance(holder, list):
            place = draw(st.integers(0, len(holder)))
            holder[place : place + draw(st.integers(0, 1))] = [value] * draw(st.integers(0, 1))
        else:
            name = draw(st.sampled_from([*holder, *NAMES]))
            holder.pop(name, None)
            if draw(st.booleans()):
                holder[name] = value
    return data


def told(read: Callable[[Any], Series], data: object) -> object:
    """
    Return what a reader makes of data: a value, or the problems in their order.
    """
    try:
        return read(data)
    except DecodeError as error:
        return [(problem.pointer, problem.message) for problem in error.problems]


def told_object_by_object(read: Callable[[Any], Series], data: object) -> object:
    """
    Return what a reader makes of data if nothing in it counts as plain.
    """
    with mock.patch.object(_columns, "_readers_of", return_value={}):
        return told(read, data)


@given(documents(), st.sampled_from(("1.0", "1.7")))
@example({"issues": [{"papers": [{"rank": 1, "title": {"original": "a", "translations": {"en": "b"}}}] * 8}]}, "1.0")
@example({"issues": [{"papers": [{"rank": 1, "title": {"language": "en"}}] * 8}]}, "1.0")
@example({"issues": [{"papers": [{"title": {"original": "a"}}] * 8}]}, "1.0")
@example({"issues": [{"papers": [{"rank": 1, "title": {"original": "a"}, "links": [{"label": "a"}] * 8}]}]}, "1.0")
@example({"issues": [{"papers": [{"rank": 1, "title": {"original": "a"}, "later": 1}] * 8}]}, "1.7")
@example({"issues": [{"period": {"start": "2024-09-16", "end": "2024-09-15"}}]}, "1.0")
@example({"issues": [{"source": "https://a.b/\nhttps://c.d/"}]}, "1.0")
@example({"issues": []}, "1.0")
@example({}, "1.0")
def test_both_ways_agree(data: dict[str, object], version: str) -> None:
    """
    They return equal values, equal in every attribute, or the same problems in the same order.
    """
    data = {"version": version, **data}
    with mock.patch.object(_reading, "_MANY", 1):
        at_once = told(json.from_data_series, data)
    one_by_one = told_object_by_object(json.from_data_series, data)
    assert at_once == one_by_one
    assert str(at_once) == str(one_by_one)
    if isinstance(at_once, Series) and isinstance(one_by_one, Series):
        assert [hash(issue) for issue in at_once] == [hash(issue) for issue in one_by_one]
        assert [issue.version for issue in at_once] == [issue.version for issue in one_by_one]
        assert json.dumps(at_once) == json.dumps(one_by_one)


def test_usual_documents_are_plain() -> None:
    """
    Nothing of a document of known members that are right is left to the other reader, in whatever order they are.
    """
    text, link = {"original": "a", "translations": {"JA": "b"}}, {"label": "Paper", "url": "https://a.b/c"}
    paper = {"title": text, "rank": 1, "links": [link, {"url": "HTTP://論文.jp"}], "tags": ["a"], "details": {"b": "c"}}
    more = {"abstract": text, "released": "2024-09-16", "summary": {"original": "a"}}
    issue = {"papers": [paper, {**paper, **more}], "period": {"start": "2024-09-16", "end": "2024-09-22"}}
    data = {"version": "1.0", "issues": [issue, {"title": "a"}], "contents": [{"label": "a"}]}
    value = _columns.plain_document(data)
    assert value is not None
    assert value == told_object_by_object(json.from_data_series, data)
    assert _columns.plain_document({"version": "1.0", **issue}) == value[0]


def test_a_plain_document_has_so_many_values_at_most() -> None:
    """
    Every member and every element counts, and the document itself.
    """
    link = {"url": "https://a.b/c"}
    paper = {"rank": 1, "title": {"original": "a", "translations": {"ja": "b"}}, "links": [link, link], "tags": ["a"]}
    data = {"version": "1.0", "papers": [paper]}
    assert _columns.plain_document(data, 16) is not None
    assert _columns.plain_document(data, 15) is None


def test_equal_short_strings_are_one() -> None:
    """
    Labels, tags and names are repeated in each paper of a digest, and are in memory once; long texts need not be.
    """
    paper = (
        '{"rank":1,"title":{"original":"Moshi"},"tags":["speech"],"links":[{"url":"https://a.b/c","label":"Paper"}]}'
    )
    one, other = json.loads(f'{{"version":"1.0","papers":[{paper},{paper}]}}').papers
    assert one.links[0].label is other.links[0].label
    assert one.tags[0] is other.tags[0]
