"""
The quick reader of plain objects reads what the full reader reads, and leaves every other object to it.
"""

from __future__ import annotations

from collections.abc import Iterator
from unittest import mock

from hypothesis import example, given
from hypothesis import strategies as st

import mlweekly
from mlweekly import DecodeError, Series
from mlweekly.json import _reading
from mlweekly.model import Abstract, Link, Paper, Text
from tests.strategies import series

ODD: tuple[object, ...] = (
    *(None, "", " ", "a", "EN", "en", "\ud800", 0, 1, 2**31, 1.0, True, [], ["a"], [None], [[]], {}, {"a": "b"}),
    *({"": "b"}, {"EN": "a", "en": "b"}, {"ja": ""}, {"original": "a"}, {"language": "en"}, {"url": "https://a.b/c"}),
    *({"url": "ftp://a"}, {"url": "https://a.b", "label": ""}, "2024-09-16", "2024-02-30"),
    *({"original": "a", "translations": {"en": "b"}}, {"translations": {"ja": "b", "de": "c"}}, {"original": None}),
)
NAMES = ("rank", "title", "url", "label", "original", "language", "translations", "details", "extra", "other")


def full_reader(version: str) -> _reading.Read:
    """
    Return a reader of series that never takes the quick way.
    """
    _reading.reader_of.cache_clear()
    with mock.patch.object(_reading, "quick_reader", return_value=lambda _: None):
        reader = _reading.reader_of(Series, version)
    _reading.reader_of.cache_clear()
    return reader


FULL = {version: full_reader(version) for version in ("1.0", "1.7")}


def objects_in(data: object) -> Iterator[dict[str, object] | list[object]]:
    """
    Yield each object and array of data, the outermost first.
    """
    if isinstance(data, dict | list):
        yield data
        for item in data.values() if isinstance(data, dict) else data:
            yield from objects_in(item)


@st.composite
def documents(draw: st.DrawFn) -> object:
    """
    Draw the data of a series in which up to three values are replaced, added or taken out.
    """
    data = mlweekly.json.to_data(draw(series()))
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


def told(read: _reading.Read, data: object) -> object:
    """
    Return what a reader makes of data: a value, or the problems in their order.
    """
    try:
        return read(data)
    except DecodeError as error:
        return [(problem.pointer, problem.message) for problem in error.problems]


@given(documents(), st.sampled_from(sorted(FULL)))
@example({"issues": [{"papers": [{"rank": 1, "title": {"original": "a", "translations": {"en": "b"}}}]}]}, "1.0")
@example({"issues": [{"papers": [{"rank": 1, "title": {"language": "en"}}]}]}, "1.0")
@example({"issues": [{"papers": [{"title": {"original": "a"}}]}]}, "1.0")
@example({"issues": [{"papers": [{"rank": 1, "title": {"original": "a"}, "links": [{"label": "a"}]}]}]}, "1.0")
@example({"issues": [{"papers": [{"rank": 1, "title": {"original": "a"}, "later": 1}]}]}, "1.7")
def test_both_readers_agree(data: object, version: str) -> None:
    """
    They return equal values, equal in every attribute, or the same problems in the same order.
    """
    quick, full = told(_reading.reader_of(Series, version), data), told(FULL[version], data)
    assert quick == full
    assert str(quick) == str(full)
    if isinstance(quick, Series) and isinstance(full, Series):
        assert [hash(issue) for issue in quick] == [hash(issue) for issue in full]
        assert mlweekly.json.dumps(quick) == mlweekly.json.dumps(full)


def test_plain_objects_take_the_quick_way() -> None:
    """
    Usual objects of the classes that documents have many of are not handed over.
    """
    text, link = {"original": "a", "translations": {"JA": "b"}}, {"url": "https://a.b/c", "label": "Paper"}
    paper = {"rank": 1, "title": text, "links": [link], "tags": ["a"], "details": {"Venue": "b"}}
    data = {Text: text, Abstract: text, Link: link, Paper: paper}
    for cls, plain in data.items():
        made = _reading.quick_reader(cls, "1.0")(plain)
        assert type(made) is cls
        assert made == _reading.reader_of(cls, "1.0").read_fully(plain)
