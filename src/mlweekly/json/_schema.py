"""
The JSON Schema of a document, with regular expressions that ECMA-262 and Python share.
"""

from __future__ import annotations

from mlweekly.dates import DateRange
from mlweekly.json._parse import is_array, is_object
from mlweekly.model import (
    MAXIMUM_RANK,
    VERSION,
    ContentsEntry,
    Issue,
    Link,
    Member,
    Paper,
    Series,
    Text,
    members_of,
)

_MAJOR, _, _MINOR = VERSION.partition(".")

# White space as Unicode counts it, which is neither ECMA-262's \s nor Python's; \x escapes are in both.
_BLANK = r"\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
# Python's $ matches before a last line feed too.
_END = r"$(?!\n)"
_DAY_PATTERN = rf"^(?!0000)[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}{_END}"
_TAG_PATTERN = rf"^([A-Za-z]{{2,8}}|[xXiI](?=-))(-[A-Za-z0-9]{{1,8}})*{_END}"
_VERSION_PATTERN = rf"^{_MAJOR}\.(0|[1-9][0-9]{{0,8}}){_END}"
_REFUSED = r"\x00-\x20\x7f-\xa0\u061c\u1680\u2000-\u200a\u200e\u200f\u2028-\u202f\u205f\u2066-\u2069\u3000<>"
_URL_PATTERN = (
    r"^[hH][tT][tT][pP][sS]?://"
    rf"([^{_REFUSED}/?#@:\\%\[\]^|]+|\[[0-9A-Fa-f:.]+\])(:[0-9]{{0,5}})?([/?#][^{_REFUSED}]*)?{_END}"
)

_DEFINITIONS = "#/$defs/"
_CLOSED = ("additionalProperties", False)

Schema = dict[str, object]


def schema() -> Schema:
    """
    Return the JSON Schema 2020-12 of the documents that `loads` and `loads_series` read, as fresh lists and dicts.

    Its `$id` holds the version. What `loads_series` accepts is valid; `docs/json.md` lists what is refused beyond that.

    >>> schema()["$id"]
    'urn:mlweekly:schema:1.0'
    """
    is_known: Schema = {"properties": {"version": {"enum": [f"{_MAJOR}.{minor}" for minor in range(int(_MINOR) + 1)]}}}
    known = {**_values(), **_objects()}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:mlweekly:schema:{VERSION}",
        "title": "A weekly digest of machine-learning papers, or a series of them",
        "description": "A later minor version may have further members, in every object but a period.",
        "type": "object",
        "properties": {"version": {"type": "string", "pattern": _VERSION_PATTERN}},
        "required": ["version"],
        "if": {"required": ["issues"]},
        "then": {"if": is_known, "then": _reference("series"), "else": _reference("later-series")},
        "else": {"if": is_known, "then": _reference("document"), "else": _reference("later-document")},
        "$defs": {**known, **{f"later-{name}": _opened(known[name]) for name in _objects()}},
    }


def _values() -> dict[str, Schema]:
    return {
        "string": {"description": "not blank", "type": "string", "pattern": f"[^{_BLANK}]"},
        "rank": {"type": "integer", "minimum": 1, "maximum": MAXIMUM_RANK},
        "day": {"type": "string", "format": "date", "pattern": _DAY_PATTERN},
        "language": {"description": "a tag of BCP 47", "type": "string", "pattern": _TAG_PATTERN},
        "url": {"description": "http or https, as written", "type": "string", "pattern": _URL_PATTERN},
        "period": {"description": "the first and the last day, both included", **_object(DateRange)},
    }


def _objects() -> dict[str, Schema]:
    """
    Return the objects that a later version may add members to.
    """
    return {
        "document": _object(Issue, version=True),
        # What only an issue has, in any version, is refused.
        "series": _object(Series, version=True, period=False, papers=False),
        "issue": _object(Issue, version=False, issues=False),
        "entry": _object(ContentsEntry),
        "paper": _object(Paper),
        "text": _text(),
        "link": _object(Link),
    }


def _text() -> Schema:
    return {
        "description": "an original, or translations, or both",
        **_object(Text),
        "if": {"required": ["original"], "properties": {"original": {"type": "string"}}},
        "then": {"properties": {"language": {"type": "string"}}},
        "else": {
            "required": ["translations"],
            "properties": {"translations": {"minProperties": 1}, "language": {"type": "null"}},
        },
    }


def _object(cls: type, **others: bool) -> Schema:
    """
    Return the schema of a class by its table; of other members, whether they may be there.
    """
    members = members_of(cls)
    schema: Schema = {
        "type": "object",
        "properties": {**others, **{each.name: _member(each) for each in members}},
        "additionalProperties": False,
    }
    required = [each.name for each in members if each.is_required]
    return {**schema, "required": required} if required else schema


def _member(member: Member) -> Schema:
    kind = member.kind
    if kind.shape == "sequence":
        return {"type": "array", "items": _reference(kind.name)}
    if kind.shape == "mapping":
        is_open = kind.holds is object
        items: Schema = {"propertyNames": _reference(kind.name), "additionalProperties": _reference("string")}
        return {"type": "object"} if is_open else {"type": "object", **items}
    return {"anyOf": [_reference(kind.name), {"type": "null"}]} if member.is_optional else _reference(kind.name)


def _reference(name: str) -> Schema:
    return {"$ref": f"{_DEFINITIONS}{name}"}


def _opened(part: object) -> object:
    """
    Return a part of a definition as a later version may have it: with members that are not named here.
    """
    if is_array(part):
        return [_opened(item) for item in part]
    if not is_object(part):
        return part
    opened = {name: _opened(value) for name, value in part.items() if (name, value) != _CLOSED}
    name = str(part.get("$ref", "")).removeprefix(_DEFINITIONS)
    return {**opened, "$ref": f"{_DEFINITIONS}later-{name}"} if name in _objects() else opened
