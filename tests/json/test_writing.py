"""
What `dumps` and `to_data` write.
"""

from __future__ import annotations

import json as standard_json
from datetime import date
from pathlib import Path

import attrs
import pytest

from mlweekly import Abstract, ContentsEntry, DateRange, Issue, Link, LinkSet, Paper, Series, Text, json
from mlweekly.model import FrozenMapping, members_of

DOCUMENTS = Path(__file__).parent / "documents"

ISSUE = Issue(
    title="Top ML Papers of the Week",
    period=DateRange(date(2024, 9, 16), date(2024, 9, 22)),
    language="ja",
    lead=("一",),
    papers=(
        Paper(
            rank=1,
            title=Text("Moshi", translations={"ko": "모시", "ja": "モシ"}),
            released=date(2024, 9, 17),
            summary=Text(translations={"ja": "要約"}),
            abstract=Abstract("Wir messen.", "de"),
            links=LinkSet([Link("https://arxiv.org/abs/2410.00037", label="Paper"), Link("https://kyutai.org/")]),
        ),
    ),
)
CANONICAL = (
    '{"version":"1.0","title":"Top ML Papers of the Week","period":{"start":"2024-09-16","end":"2024-09-22"},'
    '"language":"ja","lead":["一"],"papers":[{"rank":1,'
    '"title":{"original":"Moshi","translations":{"ja":"モシ","ko":"모시"}},"released":"2024-09-17",'
    '"summary":{"translations":{"ja":"要約"}},"abstract":{"original":"Wir messen.","language":"de"},'
    '"links":[{"url":"https://arxiv.org/abs/2410.00037","label":"Paper"},{"url":"https://kyutai.org/"}]}]}'
)


def test_the_canonical_spelling() -> None:
    """
    The version, then the members in the order of the classes, without blanks and without what says nothing.
    """
    assert json.dumps(ISSUE) == CANONICAL


def test_the_canonical_spelling_of_a_series() -> None:
    """
    A series always has its issues; they have no version.
    """
    contents = (ContentsEntry("Sep 16", target="./#a", group="2024"),)
    series = Series([Issue(title="x")], title="t", lead=("a",), contents=contents, foot=("z",))

    assert json.dumps(Series()) == '{"version":"1.0","issues":[]}'
    assert json.dumps(series) == (
        '{"version":"1.0","title":"t","lead":["a"],"contents":[{"label":"Sep 16","target":"./#a","group":"2024"}],'
        '"issues":[{"title":"x"}],"foot":["z"]}'
    )


def test_equal_values_have_one_spelling() -> None:
    """
    The order in which translations and unknown members came, and the case of a tag, make no difference to a value.
    """
    one = Text(
        "x", translations={"ja": "a", "ko": "b"}, extra=FrozenMapping({"p": 1, "q": FrozenMapping({"a": 1, "b": 2})})
    )
    other = Text("x", "EN", translations={"KO": "b", "ja": "a"}, extra={"q": {"b": 2, "a": 1}, "p": 1})

    assert one == other
    assert str(one) == str(other)
    assert json.dumps(Issue(papers=(Paper(rank=1, title=one),))) == json.dumps(
        Issue(papers=(Paper(rank=1, title=other),))
    )


@pytest.mark.parametrize(
    "numbers", [(1, True), (1, 1.0), (0, False), (0.0, -0.0), (10**22, 1e22), ((1,), (1.0,))], ids=str
)
def test_numbers_that_are_written_otherwise_are_other_values(numbers: tuple[object, object]) -> None:
    """
    What JSON tells apart is not equal, at any depth: `1`, `1.0` and `true`, `0.0` and `-0.0`.
    """
    one, other = (Issue(extra={"x": {"y": [number]}}) for number in numbers)

    assert one != other
    assert json.dumps(one) != json.dumps(other)
    for issue in (one, other):
        assert json.loads(json.dumps(issue)) == issue


def test_indent_is_for_people() -> None:
    """
    The same members in the same order, a member a line.
    """
    assert json.dumps(Issue(title="題"), indent=2) == '{\n  "version": "1.0",\n  "title": "題"\n}'


def test_data_is_plain_and_fresh() -> None:
    """
    `to_data` gives dicts and lists that are the caller's own.
    """
    data = json.to_data(ISSUE)

    assert data == standard_json.loads(CANONICAL)
    assert json.to_data(ISSUE) is not data
    data.clear()
    assert json.dumps(ISSUE) == CANONICAL


def test_unknown_members_are_written_in_a_version_that_may_have_them() -> None:
    """
    A value made by hand with members of its own is written as the next minor version, so that it is read again.
    """
    issue = Issue(papers=(Paper(rank=1, title=Text("x"), links=LinkSet([Link("https://e.org", extra={"n": 1})])),))

    assert json.dumps(issue) == (
        '{"version":"1.1","papers":[{"rank":1,"title":{"original":"x"},"links":[{"url":"https://e.org","n":1}]}]}'
    )
    assert json.loads(json.dumps(issue)) == issue


@pytest.mark.parametrize("text", ['{"version":"1.7","x":{"a":[1,null,"b"]}}', '{"version":"1.7","title":"a"}'])
def test_a_later_version_stays_what_it_is(text: str) -> None:
    """
    A document of a later minor version is written as it was read, version and unknown members included.
    """
    assert json.dumps(json.loads(text)) == text
    assert json.loads_series(json.dumps(Series([json.loads(text)]))).version == "1.7"


@pytest.mark.parametrize("cls", [DateRange, Text, Abstract, Link, Paper, Issue, ContentsEntry, Series])
def test_the_form_has_every_attribute_of_its_class(cls: type) -> None:
    """
    Nothing that a value holds is left out of its JSON form, and what has no default is required.
    """
    fields = {field.name: field for field in attrs.fields(cls)}
    required = {name for name, field in fields.items() if field.default is attrs.NOTHING}
    members = {member.name: member.is_required for member in members_of(cls)}

    assert set(members) == set(fields) - {"version", "extra"}
    assert required <= {name for name, is_required in members.items() if is_required} <= required | {"issues"}


@pytest.mark.parametrize("path", sorted(DOCUMENTS.glob("v*.json")), ids=lambda path: path.stem)
def test_a_document_of_every_version_is_read(path: Path) -> None:
    """
    What a published version of the library wrote is read by every later one, and written as it was.
    """
    text = path.read_text(encoding="utf-8")
    issue = json.loads(text)

    assert issue.period == DateRange.week_of(date(2024, 9, 16))
    assert [paper.rank for paper in issue.papers] == [1, 2]
    assert [paper.key for paper in issue.papers] == ["arxiv:2410.00037", None]
    assert [link.role for link in issue.papers[0].links] == ["paper", "code", None]
    assert json.dumps(issue, indent=2) + "\n" == text


@pytest.mark.parametrize("path", sorted(DOCUMENTS.glob("series-v*.json")), ids=lambda path: path.stem)
def test_a_series_of_every_version_is_read(path: Path) -> None:
    """
    The same for a series.
    """
    text = path.read_text(encoding="utf-8")
    series = json.loads_series(text)

    assert [issue.title for issue in series] == [
        "Top ML Papers of the Week (September 16 - September 22) - 2024",
        "Top ML Papers of the Week (September 9 - September 15) - 2024",
    ]
    assert [entry.group for entry in series.contents] == ["2024", None]
    assert json.dumps(series, indent=2) + "\n" == text
