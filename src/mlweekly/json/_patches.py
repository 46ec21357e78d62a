"""
Patches as JSON: the form of operations, which `docs/changes.md` specifies, and its schema.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import cache, partial
from types import NoneType, UnionType
from typing import TypeVar, cast, get_args, get_type_hints

from attrs import NOTHING, AttrsInstance, fields, frozen

from mlweekly._expressions import expression
from mlweekly._wording import expect
from mlweekly.changes import OPERATIONS, Operation, Patch, TextAdded, TextRemoved
from mlweekly.dates import DateRange
from mlweekly.errors import DecodeError, ModelError, Problem, pointer_to
from mlweekly.json._codec import NEXT_VERSION, document_of, reject_shared, text_of
from mlweekly.json._parse import is_array, is_object, parse
from mlweekly.json._reading import Read, object_of, read_array, read_json, reader_of
from mlweekly.json._schema import schema
from mlweekly.json._single import read_day, read_flag, read_string, read_whole, shown
from mlweekly.model import VERSION, Abstract, ContentsEntry, Issue, Link, Paper, Text, version_problem
from mlweekly.model._form import data_of

_CAPITAL = expression(r"(?<!^)(?=[A-Z])")
_DEFINITIONS: Mapping[object, str] = {
    Text: "later-text",
    Paper: "later-paper",
    Issue: "later-issue",
    Link: "later-link",
    ContentsEntry: "later-entry",
    DateRange: "period",
    date: "day",
}
_ORDER = ("pointer", "of", "member", "label", "language", "before", "after", "to", "element", "count", "renumbers")
_STRINGS = tuple[str, ...]
_READERS: Mapping[object, Read] = {
    str: read_string,
    int: read_whole,
    bool: read_flag,
    date: read_day,
    _STRINGS: partial(read_array, read_string),
}
_SIMPLE: Mapping[object, Mapping[str, object]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    NoneType: {"type": "null"},
    _STRINGS: {"type": "array", "items": {"type": "string"}},
}


@frozen
class _Member:
    """
    A member of an operation: the classes that its value may have (none: any value of JSON), and whether it is required.
    """

    name: str
    kinds: tuple[type, ...]
    is_required: bool
    default: object


def dumps_patch(patch: Patch, indent: int | None = None) -> str:
    """
    Write the one canonical spelling of the patch, or with `indent` the same members for people to read.

    >>> from mlweekly.changes import IssueRetitled
    >>> dumps_patch(Patch([IssueRetitled("", before=None, after="June")]))
    '{"version":"1.0","operations":[{"operation":"issue-retitled","pointer":"","before":null,"after":"June"}]}'

    Raises:
        TypeError: It is no patch, or `indent` is no number.
    """
    return text_of(patch_to_data(patch), indent)


def loads_patch(text: str | bytes) -> Patch:
    """
    Read a patch; what `dumps_patch` wrote comes back as the same operations.

    Raises:
        DecodeError: The text is no such document; every problem is listed.
    """
    data, defects = parse(text)
    if defects:
        raise DecodeError("cannot read this patch", defects)
    return patch_from_data(cast("Mapping[str, object]", data))


def patch_to_data(patch: Patch) -> dict[str, object]:
    """
    Return the patch as fresh lists, dicts, strings and numbers.

    Raises:
        TypeError: It is no patch.
    """
    expect(patch, Patch, "a Patch")
    extras: list[object] = []
    operations = [_written(operation, extras) for operation in patch]
    return {"version": NEXT_VERSION if extras else VERSION, "operations": operations}


def patch_from_data(data: Mapping[str, object]) -> Patch:
    """
    Read the patch of parsed JSON.

    Raises:
        DecodeError: As `loads_patch` does, and if parts in several places are too many, as `from_data` does.
    """
    reject_shared(data)
    members = document_of(data, "Patch")
    if "operations" not in members and not {"issues", "papers", "title"}.isdisjoint(members):
        mistake = "this is an issue or a series, expected a patch: mlweekly.json.loads_series reads it"
        raise DecodeError("cannot read this patch", [Problem("", mistake)])
    version, listed = members.get("version"), members.get("operations")
    problems: list[Problem] = []
    message = version_problem(version)
    if message is not None:
        problems.append(Problem("/version", message))
    problems.extend(
        Problem(pointer_to(str(name)), "must be version or operations, got an unknown member")
        for name in members
        if name not in ("version", "operations")
    )
    if not is_array(listed):
        raise DecodeError(
            "cannot read this patch", [*problems, Problem("/operations", f"must be an array, got {shown(listed)}")]
        )
    readable = str(version) if message is None else VERSION
    operations: list[Operation] = []
    for position, item in enumerate(listed):
        try:
            operations.append(_read(item, readable))
        except DecodeError as error:
            problems.extend(problem.under(f"/operations/{position}") for problem in error.problems)
    if problems:
        raise DecodeError("cannot read this patch", problems)
    return Patch(operations)


def schema_of_patch() -> dict[str, object]:
    """
    Return the JSON Schema 2020-12 of the documents that `loads_patch` reads, as fresh lists and dicts.
    """
    of_values = schema()
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:mlweekly:schema:patch:{VERSION}",
        "title": "A patch of a weekly digest",
        "type": "object",
        "properties": {
            "version": {"type": "string"},
            "operations": {"type": "array", "items": {"oneOf": [_schema_of(kind) for kind in OPERATIONS]}},
        },
        "required": ["version", "operations"],
        "additionalProperties": False,
        "$defs": of_values["$defs"],
    }


def _schema_of(kind: type[Operation]) -> dict[str, object]:
    members: dict[str, object] = {"operation": {"const": _name_of(kind)}}
    for member in _members(kind):
        options: list[object] = [
            {"$ref": f"#/$defs/{_DEFINITIONS[each]}"} if each in _DEFINITIONS else {**_SIMPLE[each]}
            for each in member.kinds
        ]
        members[member.name] = {} if not options else options[0] if len(options) == 1 else {"anyOf": options}
    required = ["operation", *(member.name for member in _members(kind) if member.is_required)]
    return {"type": "object", "properties": members, "required": required, "additionalProperties": False}


def _written(operation: Operation, extras: list[object]) -> dict[str, object]:
    data: dict[str, object] = {"operation": _name_of(type(operation))}
    for member in _members(type(operation)):
        value: object = getattr(operation, member.name)
        if member.is_required or value != member.default:
            data[member.name] = data_of(value, extras)
    return data


def _read(data: object, version: str) -> Operation:
    members = dict(object_of(data))
    name = members.pop("operation", None)
    kind = _kinds().get(name) if isinstance(name, str) else None
    if kind is None:
        message = f"must be the name of an operation, got {shown(name)}"
        raise DecodeError("cannot read this operation", [Problem("/operation", message)])
    arguments: dict[str, object] = {}
    problems: list[Problem] = []
    for member in _members(kind):
        if member.name in members:
            try:
                arguments[member.name] = _value(members.pop(member.name), member, version)
            except DecodeError as error:
                problems.extend(problem.under(f"/{member.name}") for problem in error.problems)
        elif member.is_required:
            problems.append(Problem(f"/{member.name}", "must be there, got an operation without this member"))
    problems.extend(Problem(pointer_to(str(each)), "must be a known member, got an unknown one") for each in members)
    if problems:
        raise DecodeError("cannot read this operation", problems)
    try:
        return _built(kind, arguments)
    except ModelError as error:
        raise DecodeError("cannot read this operation", error.problems) from error


def _built(kind: type[Operation], arguments: dict[str, object]) -> Operation:
    if kind in (TextAdded, TextRemoved) and str(arguments["pointer"]).endswith("/abstract"):
        side = "after" if kind is TextAdded else "before"
        text = cast("Text", arguments[side])
        arguments[side] = Abstract(text.original, text.language, text.translations, extra=text.extra)
    build = cast("Callable[..., Operation]", kind)
    return build(**arguments)


def _value(value: object, member: _Member, version: str) -> object:
    """
    Return the value of a member, read as the one of its classes that data of this shape can be.
    """
    if not member.kinds:
        return read_json(value)
    if value is None and NoneType in member.kinds:
        return None
    kinds = [kind for kind in member.kinds if kind is not NoneType]
    fitting = [kind for kind in kinds if is_object(value) == (kind in _DEFINITIONS and kind is not date)]
    kind = (fitting or kinds)[0]
    read = _READERS.get(kind) or reader_of(kind, version)
    return read(value)


@cache
def _kinds() -> Mapping[str, type[Operation]]:
    return {_name_of(kind): kind for kind in OPERATIONS}


@cache
def _forms() -> Mapping[str, tuple[_Member, ...]]:
    return {name: tuple(_members_of(kind)) for name, kind in _kinds().items()}


def _members(kind: type[Operation]) -> tuple[_Member, ...]:
    return _forms()[_name_of(kind)]


def _members_of(kind: type[Operation]) -> list[_Member]:
    hints = get_type_hints(kind)
    # The class that a shape was made with, such as `str | None` of `FieldChanged[str | None]`.
    bases: tuple[object, ...] = getattr(kind, "__orig_bases__", ())
    made_with = next((get_args(base)[0] for base in bases if get_args(base)), object)
    members: list[_Member] = []
    for attribute in fields(cast("type[AttrsInstance]", kind)):
        hint = made_with if isinstance(hints[attribute.name], TypeVar) else hints[attribute.name]
        kinds = get_args(hint) if isinstance(hint, UnionType) else () if hint is object else (hint,)
        members.append(_Member(attribute.name, kinds, attribute.default is NOTHING, attribute.default))
    return sorted(members, key=lambda member: _ORDER.index(member.name))


def _name_of(kind: type[Operation]) -> str:
    return _CAPITAL.sub("-", kind.__name__).lower()
