"""
What every value of the model is: immutable, hashable, picklable, comparable; and the JSON values inside it.
"""

from __future__ import annotations

import copy
import math
import pickle
from datetime import date

import attrs
import pytest
from hypothesis import given

from mlweekly import Abstract, ContentsEntry, DateRange, Issue, Link, LinkSet, ModelError, Paper, Series, Text
from mlweekly.errors import Problem
from mlweekly.model import MAXIMUM_DEPTH, MAXIMUM_DIGITS, FrozenMapping, JsonValue, freeze, thaw
from tests.strategies import issues, json_values, series

LINK = Link("https://arxiv.org/abs/2409.12917", label="Paper", extra={"x": [1]})
LINKS = LinkSet([LINK])
PAPER = Paper(rank=1, title=Text("A", translations={"ja": "あ"}), abstract=Abstract("B"), links=LINKS)
ISSUE = Issue(title="T", period=DateRange(date(2024, 9, 16), date(2024, 9, 22)), papers=[PAPER])
SERIES = Series([ISSUE], contents=[ContentsEntry("a", "#b", "2024")])
VALUES = (LINK, LINKS, PAPER.title, PAPER.abstract, PAPER, ISSUE, SERIES, SERIES.contents[0])


def used(value: object) -> object:
    """
    Return the value after its look-ups were asked, which may remember what they found.
    """
    for each in ISSUE.papers:
        assert each.key == "arxiv:2409.12917"
    assert SERIES.find("arxiv:2409.12917") is PAPER
    assert LINK.target.canonical == "https://arxiv.org/abs/2409.12917"
    return value


each_value = pytest.mark.parametrize("value", VALUES, ids=lambda value: type(value).__name__)


@each_value
def test_values_come_back_from_a_pickle(value: object) -> None:
    """
    A pickled value is equal and hashes alike, also after it remembered what it was asked; so is a copy.
    """
    used(value)
    for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1):
        returned = pickle.loads(pickle.dumps(value, protocol))
        assert returned == value
        assert type(returned) is type(value)
        assert hash(returned) == hash(value)
    assert copy.deepcopy(value) == value


@each_value
def test_values_are_immutable(value: object) -> None:
    """
    No member can be set or deleted, and none can be added.
    """
    used(value)
    for name in (*(member.name for member in attrs.fields(type(value))), "other"):
        with pytest.raises(AttributeError):
            setattr(value, name, None)
        with pytest.raises(AttributeError):
            delattr(value, name)
    assert not hasattr(value, "__dict__")


def test_what_was_remembered_does_not_outlive_a_change() -> None:
    """
    `attrs.evolve` gives a value that answers for its new members.
    """
    used(LINK)
    assert attrs.evolve(LINK, url="https://doi.org/10.1000/182").canonical == "https://doi.org/10.1000/182"
    other = attrs.evolve(SERIES, issues=())
    assert other.find("arxiv:2409.12917") is None
    assert other.contents == SERIES.contents


def test_what_was_remembered_cannot_be_set() -> None:
    """
    A remembered answer is as immutable as the members.
    """
    used(LINK)
    with pytest.raises(AttributeError):
        LINK.target = None  # type: ignore[misc,assignment] # refused on purpose
    with pytest.raises(AttributeError):
        SERIES._places = {}  # type: ignore[misc] # refused on purpose


@given(issues())
def test_every_issue_is_a_value(issue: Issue) -> None:
    """
    Any issue is hashable, equal to its pickled self, and its own evolution.
    """
    assert pickle.loads(pickle.dumps(issue)) == issue
    assert hash(attrs.evolve(issue)) == hash(issue)


@given(series())
def test_every_series_finds_its_papers(value: Series) -> None:
    """
    A paper with a key is found by it, and every paper found has it.
    """
    for issue in value:
        for paper in issue.papers:
            if paper.key is not None:
                assert (issue, paper) in value.find_all(paper.key)
                assert value.find(paper.key) == value.find_all(paper.key)[0][1]


def test_a_frozen_mapping_is_a_mapping() -> None:
    """
    It keeps its order, compares with any mapping, hashes by its items alone, and shows them.
    """
    mapping = FrozenMapping({"b": 1, "a": 2})
    assert list(mapping) == ["b", "a"]
    assert mapping == {"a": 2, "b": 1} == mapping
    assert mapping != {"a": 2}
    assert hash(mapping) == hash(FrozenMapping([("a", 2), ("b", 1)]))
    assert repr(mapping) == "FrozenMapping({'b': 1, 'a': 2})"
    assert mapping.get("c") is None
    assert {**mapping} == {"b": 1, "a": 2}
    with pytest.raises(KeyError):
        mapping["c"]


def test_a_frozen_mapping_cannot_be_changed() -> None:
    """
    Items and attributes are fixed, and a change of what it was made of does not reach it.
    """
    given_items = {"a": 1}
    mapping = FrozenMapping(given_items)
    given_items["a"] = 2
    with pytest.raises(AttributeError, match="FrozenMapping is immutable, cannot set other"):
        mapping.other = 1  # type: ignore[attr-defined] # refused on purpose
    with pytest.raises(AttributeError, match="cannot delete _items"):
        del mapping._items
    with pytest.raises(TypeError):
        mapping["a"] = 3  # type: ignore[index] # refused on purpose
    assert mapping == {"a": 1}


@given(json_values())
def test_freezing_and_thawing_are_inverse(value: JsonValue) -> None:
    """
    An immutable value thaws to what freezes to it, without a problem, and is hashable.
    """
    problems: list[Problem] = []
    assert freeze(thaw(value), problems) == value
    assert problems == []
    assert hash(value) == hash(freeze(value, []))


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (math.nan, [("", "must be a number that JSON knows, got nan")]),
        (math.inf, [("", "must be a number that JSON knows, got inf")]),
        (10**MAXIMUM_DIGITS, [("", f"must have at most {MAXIMUM_DIGITS} digits")]),
        ("\ud800", [("", "must be Unicode text, got a lone surrogate")]),
        ({1: 2}, [("", "must have Unicode text as names of members, got 1")]),
        (
            {"a": [{1, 2}, b"x"]},
            [("/a/0", "must be a JSON value, got set"), ("/a/1", "must be a JSON value, got bytes")],
        ),
        ({"a/b~": math.nan}, [("/a~1b~0", "must be a number that JSON knows, got nan")]),
    ],
)
def test_what_json_cannot_carry(value: object, expected: list[tuple[str, str]]) -> None:
    """
    Every part that no JSON text can hold is a problem with its pointer.
    """
    problems: list[Problem] = []
    freeze(value, problems)
    assert [(problem.pointer, problem.message) for problem in problems] == expected


def test_nesting_has_a_limit() -> None:
    """
    As many arrays as the limit says are held one in the other, one more is not.
    """

    def nested(depth: int) -> object:
        value: object = []
        for _ in range(depth - 1):
            value = [value]
        return value

    problems: list[Problem] = []
    freeze(nested(MAXIMUM_DEPTH), problems)
    assert problems == []
    freeze(nested(MAXIMUM_DEPTH + 1), problems)
    assert [problem.message for problem in problems] == [f"must nest at most {MAXIMUM_DEPTH} deep"]


def test_numbers_at_the_limit_are_held() -> None:
    """
    A whole number of as many digits as the limit says is held.
    """
    problems: list[Problem] = []
    assert freeze(-(10**MAXIMUM_DIGITS) + 1, problems) == -(10**MAXIMUM_DIGITS) + 1
    assert problems == []


def test_extra_members_are_immutable_json() -> None:
    """
    Lists and dicts become tuples and frozen mappings; a constructor names every one that JSON cannot carry.
    """
    assert Text("a", extra={"x": [1, {"y": None}]}).extra == {"x": (1, FrozenMapping({"y": None}))}
    with pytest.raises(ModelError) as caught:
        Link("https://example.org/", extra={"x": math.inf, "y": [object()]})
    assert [problem.pointer for problem in caught.value.problems] == ["/extra/x", "/extra/y/0"]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("title", r"Issue is immutable, cannot set title: attrs.evolve\(value, title=...\) returns a changed one"),
        ("titel", "Issue is immutable and has no field titel, did you mean 'title'[?]"),
        ("id", "Issue is immutable and has no field id$"),
    ],
)
def test_setting_an_attribute_says_how_a_value_is_changed(name: str, words: str) -> None:
    """
    Only a field can be evolved.
    """
    with pytest.raises(AttributeError, match=words):
        setattr(Issue(title="June"), name, "July")
