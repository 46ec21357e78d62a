"""
Patches as JSON: the canonical text, what is read, and what is refused.
"""

from __future__ import annotations

import json as standard_json
from datetime import date

import jsonschema
import pytest

from mlweekly import Abstract, DateRange, DecodeError, EncodeError, Issue, Link, LinkSet, Paper, Text, changes, json
from mlweekly.changes import Patch
from mlweekly.model import FrozenMapping

MOSHI = Paper(rank=1, title=Text("Moshi"))
SCHEMA = jsonschema.Draft202012Validator(json.schema_of_patch(), format_checker=jsonschema.FormatChecker())


def problems_of(data: object) -> list[tuple[str, str]]:
    """
    Return pointer and message of each problem of a patch that is refused, as data and as text.
    """
    with pytest.raises(DecodeError, match="cannot read this patch") as caught:
        json.patch_from_data(data)  # type: ignore[arg-type] -- the wrong type is what is tested
    with pytest.raises(DecodeError) as again:
        json.loads_patch(standard_json.dumps(data))
    assert again.value.problems == caught.value.problems
    return [(problem.pointer, problem.message) for problem in caught.value.problems]


def operation(**members: object) -> dict[str, object]:
    """
    Return the data of a patch of one operation.
    """
    return {"version": "1.0", "operations": [members]}


@pytest.mark.parametrize(
    ("patch", "text"),
    [
        (Patch(), '{"version":"1.0","operations":[]}'),
        (
            Patch([changes.PaperAdded("/papers/0", after=MOSHI, of="June", count=0, renumbers=False)]),
            (
                '{"version":"1.0","operations":[{"operation":"paper-added","pointer":"/papers/0","of":"June",'
                '"after":{"rank":1,"title":{"original":"Moshi"}},"count":0,"renumbers":false}]}'
            ),
        ),
        (
            Patch(
                [changes.TranslationChanged("/papers/0/title", language="ja", before="あ", after="い", of=Text("A"))]
            ),
            (
                '{"version":"1.0","operations":[{"operation":"translation-changed","pointer":"/papers/0/title",'
                '"of":{"original":"A"},"language":"ja","before":"あ","after":"い"}]}'
            ),
        ),
        (
            Patch([changes.PeriodChanged("", before=DateRange.day(date(2024, 9, 16)), after=None)]),
            (
                '{"version":"1.0","operations":[{"operation":"period-changed","pointer":"",'
                '"before":{"start":"2024-09-16","end":"2024-09-16"},"after":null}]}'
            ),
        ),
        (
            Patch([changes.ExtraChanged("", member="b", before=FrozenMapping({"b": 1, "a": (True, 1.5)}), after=None)]),
            (
                '{"version":"1.0","operations":[{"operation":"extra-changed","pointer":"","member":"b",'
                '"before":{"a":[true,1.5],"b":1},"after":null}]}'
            ),
        ),
        (
            Patch([changes.OriginalAdded("/papers/0/title", after="A", language="de")]),
            (
                '{"version":"1.0","operations":[{"operation":"original-added","pointer":"/papers/0/title",'
                '"language":"de","after":"A"}]}'
            ),
        ),
        (
            Patch([changes.OriginalRemoved("/papers/0/title", before="A")]),
            '{"version":"1.0","operations":[{"operation":"original-removed","pointer":"/papers/0/title","before":"A"}]}',
        ),
        (
            Patch([changes.LinkMoved("/papers/0/links/0", to=1, element="https://e.org")]),
            (
                '{"version":"1.0","operations":[{"operation":"link-moved","pointer":"/papers/0/links/0","to":1,'
                '"element":"https://e.org"}]}'
            ),
        ),
    ],
    ids=lambda each: type(each.operations[0]).__name__ if isinstance(each, Patch) and each else "",
)
def test_the_canonical_text(patch: Patch, text: str) -> None:
    """
    The version, then each operation with its members in one order; what is the default is left out.
    """
    assert json.dumps_patch(patch) == text
    assert json.loads_patch(text) == patch
    assert standard_json.loads(json.dumps_patch(patch, indent=2)) == standard_json.loads(text)
    SCHEMA.validate(standard_json.loads(text))


@pytest.mark.parametrize(
    "operation",
    [
        {"operation": "link-moved", "pointer": "/papers/0/links/0", "to": 1, "other": 2},
        {"operation": "link-moved", "pointer": "/papers/0/links/0"},
        {"operation": "link-moved", "to": 1},
        {"operation": "link-wandered", "pointer": "/papers/0/links/0", "to": 1},
        {"pointer": "/papers/0/links/0", "to": 1},
    ],
)
def test_the_schema_knows_what_an_operation_has(operation: dict[str, object]) -> None:
    """
    An operation with a member more or less is no patch, for the schema as for the reader.
    """
    data = {"version": "1.0", "operations": [operation]}

    assert not SCHEMA.is_valid(data)
    with pytest.raises(DecodeError, match="cannot read this patch"):
        json.patch_from_data(data)


def test_values_of_a_later_version_need_one() -> None:
    """
    A value with members that the library does not know makes the patch one of the next minor version.
    """
    link = Link("https://e.org", extra={"n": 1})
    for value in (
        MOSHI,
        Paper(rank=1, title=Text("A", extra={"x": None})),
        Paper(rank=1, title=Text("A"), links=LinkSet([link])),
    ):
        patch = Patch([changes.IssueAdded("/issues/0", after=Issue(papers=[MOSHI, value]))])
        data = json.patch_to_data(patch)
        assert data["version"] == ("1.0" if value is MOSHI else "1.1")
        assert json.patch_from_data(data) == patch
        SCHEMA.validate(data)


def test_an_abstract_comes_back_as_an_abstract() -> None:
    """
    The pointer says which of the two texts it is.
    """
    for name, value in (("summary", Text("a")), ("abstract", Abstract("a"))):
        patch = Patch([changes.TextAdded(f"/papers/0/{name}", after=value)])
        assert json.loads_patch(json.dumps_patch(patch)) == patch
        assert json.loads_patch(json.dumps_patch(patch.inverse())) == patch.inverse()


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (
            {},
            [
                ("/version", """must be a version such as "1.0", got None"""),
                ("/operations", "must be an array, got null"),
            ],
        ),
        ({"version": "2.0", "operations": []}, [("/version", "must be a version 1.x, got '2.0'")]),
        ({"version": "1.0", "operations": {}}, [("/operations", "must be an array, got an object")]),
        (
            {"version": "1.0", "operations": [], "a/b": 1},
            [("/a~1b", "must be version or operations, got an unknown member")],
        ),
        ({"version": "1.0", "operations": [5]}, [("/operations/0", "must be an object, got 5")]),
        (operation(), [("/operations/0/operation", "must be the name of an operation, got null")]),
        (
            operation(operation="paper-eaten"),
            [("/operations/0/operation", "must be the name of an operation, got 'paper-eaten'")],
        ),
        (operation(operation=["a"]), [("/operations/0/operation", "must be the name of an operation, got an array")]),
        (
            operation(operation="paper-moved", too=1),
            [
                ("/operations/0/pointer", "must be there, got an operation without this member"),
                ("/operations/0/to", "must be there, got an operation without this member"),
                ("/operations/0/too", "must be a known member, got an unknown one"),
            ],
        ),
        (
            operation(operation="paper-moved", pointer="/papers/0", to="1", element=7, renumbers=1),
            [
                ("/operations/0/to", "must be a whole number, got '1'"),
                ("/operations/0/element", "must be a string, got 7"),
                ("/operations/0/renumbers", "must be true or false, got 1"),
            ],
        ),
        (
            operation(operation="paper-moved", pointer="/papers/x", to=-1),
            [
                ("/operations/0/pointer", "must end with a position, got '/papers/x'"),
                ("/operations/0/to", "must be at least 0, got -1"),
            ],
        ),
        (
            operation(operation="paper-removed", pointer="", before={"rank": 0, "title": {"original": ""}}),
            [
                ("/operations/0/before/title/original", "must not be empty"),
                ("/operations/0/before/rank", "must be from 1 to 2147483647, got 0"),
            ],
        ),
        (
            operation(operation="period-changed", pointer="", before=None, after="2024"),
            [("/operations/0/after", "must be an object, got '2024'")],
        ),
        (
            operation(operation="released-changed", pointer="", before={}, after="2024"),
            [
                ("/operations/0/before", 'must be a day such as "2024-09-16", got an object'),
                ("/operations/0/after", """must be a day such as "2024-09-16", got '2024'"""),
            ],
        ),
    ],
)
def test_what_is_no_patch_is_refused(data: dict[str, object], expected: list[tuple[str, str]]) -> None:
    """
    Every problem is told, with its pointer from the root.
    """
    assert problems_of(data) == expected


@pytest.mark.parametrize("text", ["[]", "5", '"x"', "null"])
def test_a_root_that_is_no_object_is_refused(text: str) -> None:
    """
    A patch is an object.
    """
    with pytest.raises(DecodeError) as caught:
        json.loads_patch(text)
    assert [problem.pointer for problem in caught.value.problems] == [""]


@pytest.mark.parametrize(
    ("text", "pointer"),
    [
        ('{"version": "1.0", "operations": [], "operations": []}', "/operations"),
        ('{"version": "1.0", "operations": [NaN]}', "/operations/0"),
        (
            '{"version": "1.0", "operations": [{"operation": "extra-added", "pointer": "", "member": "\\ud800"}]}',
            "/operations/0/member",
        ),
    ],
)
def test_what_is_wrong_with_the_text_is_told(text: str, pointer: str) -> None:
    """
    As in any JSON document of the library.
    """
    with pytest.raises(DecodeError, match="cannot read this patch") as caught:
        json.loads_patch(text)
    assert [problem.pointer for problem in caught.value.problems] == [pointer]


def test_extra_values_are_frozen_when_they_are_read() -> None:
    """
    What JSON cannot carry, or nests too deep, is refused.
    """
    data = operation(operation="extra-added", pointer="", member="a", after={"x": [1]})
    (read,) = json.patch_from_data(data)
    assert isinstance(read, changes.ExtraAdded)
    assert read.after == {"x": (1,)}
    hash(read)

    with pytest.raises(DecodeError) as caught:
        json.patch_from_data(operation(operation="extra-added", pointer="", member="a", after={"x": {1}}))
    assert [problem.pointer for problem in caught.value.problems] == ["/operations/0/after/x"]


def test_a_count_is_needed_for_steps_that_spell_ranks_out() -> None:
    """
    An addition that does not renumber needs none.
    """
    added = changes.PaperAdded("/papers/0", after=MOSHI)
    with pytest.raises(EncodeError, match="cannot write this patch by RFC 6902"):
        Patch([added]).to_json_patch()
    assert Patch([changes.PaperAdded("/papers/0", after=MOSHI, renumbers=False)]).to_json_patch() == [
        {"op": "add", "path": "/papers/0", "value": {"rank": 1, "title": {"original": "Moshi"}}}
    ]
