"""
`make_converter`: the codec's hooks in a converter of the user's own.
"""

from __future__ import annotations

import sys
from datetime import date

import pytest
from attrs import frozen
from cattrs import ClassValidationError

from mlweekly import DateRange, DecodeError, Issue, Link, LinkSet, Paper, Series, Text, json


@frozen
class Shelf:
    """
    A class that is not the library's, holding values that are.
    """

    name: str
    issue: Issue
    favourites: tuple[Paper, ...] = ()
    share: float = 1.0
    is_open: bool = True
    since: date | None = None


SHELF = Shelf(
    name="speech",
    issue=Issue(title="Top ML Papers of the Week", period=DateRange.week_of(date(2024, 9, 16))),
    favourites=(Paper(rank=1, title=Text("Moshi"), links=LinkSet([Link("https://arxiv.org/abs/2410.00037")])),),
    since=date(2024, 9, 16),
)


def test_a_class_of_ones_own_comes_back() -> None:
    """
    An issue within it is a document with its version; smaller values are objects.
    """
    converter = json.make_converter()
    data = converter.unstructure(SHELF)

    assert data["issue"]["version"] == "1.0"
    assert data["favourites"] == [
        {"rank": 1, "title": {"original": "Moshi"}, "links": [{"url": "https://arxiv.org/abs/2410.00037"}]}
    ]
    assert data["since"] == "2024-09-16"
    assert converter.structure(data, Shelf) == SHELF


def test_each_class_of_the_model_can_stand_alone() -> None:
    """
    The hooks serve a single paper, a range of days, a series.
    """
    converter = json.make_converter()

    for value in (
        SHELF.favourites[0],
        SHELF.favourites[0].links,
        DateRange.day(date(2024, 1, 1)),
        Series([SHELF.issue]),
    ):
        assert converter.structure(converter.unstructure(value), type(value)) == value


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": 8},
        {"name": None},
        {"share": True},
        {"share": "1"},
        {"share": 10**400},
        {"is_open": 1},
        {"since": "2024"},
    ],
    ids=str,
)
def test_single_values_are_strict_there_too(wrong: dict[str, object]) -> None:
    """
    By itself cattrs makes "None" of None and 1 of True; with these hooks it refuses.
    """
    converter = json.make_converter()

    with pytest.raises(ClassValidationError) as caught:
        converter.structure({**converter.unstructure(SHELF), **wrong}, Shelf)

    assert [type(error) for error in caught.value.exceptions] == [DecodeError]


def test_a_whole_number_is_a_number() -> None:
    """
    A float may be written without a fraction.
    """
    converter = json.make_converter()

    assert converter.structure({**converter.unstructure(SHELF), "share": 1}, Shelf).share == 1.0


def test_a_float_is_what_a_double_can_hold() -> None:
    """
    The highest double, as IEEE 754 says, is read; a whole number beyond it is refused.
    """
    converter = json.make_converter()

    assert converter.structure(2**1024 - 2**971, float) == sys.float_info.max
    with pytest.raises(DecodeError, match="must be a number that a double can hold"):
        converter.structure(2**1024, float)


def test_a_value_within_is_refused_with_all_of_its_problems() -> None:
    """
    The hook of a class raises one `DecodeError`, with pointers from the value that it reads.
    """
    data = {"rank": "8", "title": {"original": " "}}

    with pytest.raises(DecodeError) as caught:
        json.make_converter().structure(data, Paper)

    assert [problem.pointer for problem in caught.value.problems] == ["/rank", "/title/original"]


def test_converters_are_independent() -> None:
    """
    A hook that a user adds to one changes no other, and not the codec.
    """
    converter = json.make_converter()
    converter.register_structure_hook(str, lambda value, _: str(value).upper())

    assert converter.structure({"url": "https://example.org", "label": "a"}, Link)
    assert json.loads('{"version": "1.0", "title": "a"}').title == "a"
