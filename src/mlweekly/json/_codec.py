"""
Documents: an issue or a series at the root, with the version that it is written in.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from types import NoneType
from typing import cast

from mlweekly._expressions import expression
from mlweekly._mistakes import instead
from mlweekly._wording import expect
from mlweekly.errors import DecodeError, Problem
from mlweekly.json._columns import plain_document
from mlweekly.json._parse import is_array, is_object, parse
from mlweekly.json._reading import is_later, reader_of
from mlweekly.json._single import shown
from mlweekly.model import VERSION, Issue, Series, version_problem
from mlweekly.model._form import data_of

_VERSION = expression(r"[0-9]+\.[0-9]+")
_MAJOR, _, _MINOR = VERSION.partition(".")
NEXT_VERSION = f"{_MAJOR}.{int(_MINOR) + 1}"
_MOST_VALUES = 1_000_000
_DEEPEST = 100
_WITHOUT_PARTS = frozenset({str, int, float, bool, NoneType})


def loads(text: str | bytes) -> Issue:
    """
    Read the issue of a JSON document.

    >>> loads('{"version":"1.0","title":"Top ML Papers of the Week"}').title
    'Top ML Papers of the Week'

    Args:
        text: Unicode text, or its UTF-8; a byte order mark is ignored.

    Raises:
        DecodeError: The text is no such document, or a series of no issue or of more than one; every problem is listed.
        TypeError: It is neither `str` nor `bytes`.
    """
    return _only_issue(_loaded(text), "loads_series")


def loads_series(text: str | bytes) -> Series:
    """
    Read the series of a JSON document; a document of one issue is a series of one.

    Raises:
        DecodeError: The text is no such document; every problem is listed.
        TypeError: It is neither `str` nor `bytes`.
    """
    return _as_series(_loaded(text))


def from_data(data: Mapping[str, object]) -> Issue:
    """
    Read the issue of parsed JSON, or of anything else with the same form (YAML's dates may be `date` already).

    >>> from_data({"version": "1.0", "papers": [{"rank": 1, "title": {"original": "Moshi"}}]}).papers[0].rank
    1

    Raises:
        DecodeError: As `loads` does; also if lists or objects that are in several places (aliases of YAML) make more
            than a million values.
    """
    return _only_issue(_taken(data), "from_data_series")


def from_data_series(data: Mapping[str, object]) -> Series:
    """
    Read the series of parsed JSON; one issue is a series of one.

    Raises:
        DecodeError: As `loads_series` and `from_data` do.
    """
    return _as_series(_taken(data))


def to_data(value: Issue | Series) -> dict[str, object]:
    """
    Return the value as fresh lists, dicts, strings and numbers, in canonical order: what `from_data` reads.

    Raises:
        TypeError: It is neither an issue nor a series.
    """
    expect(value, (Issue, Series), "an Issue or a Series")
    extras: list[object] = []
    data = cast("dict[str, object]", data_of(value, extras))
    return {"version": _written_version(value, has_extra=bool(extras)), **data}


def dumps(value: Issue | Series, indent: int | None = None) -> str:
    """
    Write the one canonical spelling of the value, or with `indent` the same members for people to read.

    >>> dumps(Issue(title="Top ML Papers of the Week"))
    '{"version":"1.0","title":"Top ML Papers of the Week"}'

    Raises:
        TypeError: It is neither an issue nor a series.
    """
    return text_of(to_data(value), indent)


def text_of(data: object, indent: int | None) -> str:
    """
    Return data as JSON text.
    """
    expect(indent, (int, NoneType), "an indentation in spaces, or None")
    separators = (",", ":") if indent is None else (",", ": ")
    # The data is fresh, and holds nothing of what is around it.
    return json.dumps(
        data, ensure_ascii=False, check_circular=False, allow_nan=False, indent=indent, separators=separators
    )


def _loaded(text: str | bytes) -> Issue | Series:
    data, defects = parse(text)
    value = plain_document(data)
    return _document(data, defects) if value is None else value


def _taken(data: object) -> Issue | Series:
    value = plain_document(data, _MOST_VALUES)
    if value is None:
        reject_shared(data)
        value = _document(data)
    return value


def _document(data: object, defects: Sequence[Problem] = ()) -> Issue | Series:
    """
    Return the value at the root.

    Args:
        data: Plain data.
        defects: What is known to be wrong with it already.
    """
    problems = list(defects)
    value: Issue | Series | None = None
    try:
        value = _read(data)
    except DecodeError as error:
        told = {problem.pointer for problem in defects}
        problems.extend(problem for problem in error.problems if problem.pointer not in told)
    if value is None or problems:
        raise DecodeError("cannot read this document", problems)
    return value


def _read(data: object) -> Issue | Series:
    members = dict(document_of(data))
    if "operations" in members:
        message = "this is a patch, expected an issue or a series: mlweekly.json.loads_patch reads it"
        raise DecodeError("cannot read this document", [Problem("", message)])
    version = members.pop("version", None)
    problems = list(_version_problems(version))
    kind: type = Series if "issues" in members else Issue
    value: object = None
    try:
        value = reader_of(kind, VERSION if problems else str(version))(members)
    except DecodeError as error:
        problems.extend(error.problems)
    if problems:
        raise DecodeError("cannot read this document", problems)
    return cast("Issue | Series", value)


def document_of(data: object, wanted: str = "parsed JSON") -> Mapping[object, object]:
    """
    Return the members of a document's root.

    Args:
        data: Plain data.
        wanted: What `instead` calls what is read.

    Raises:
        DecodeError: It is no object.
    """
    if is_object(data):
        return data
    message = f"must be an object, got {shown(data)}{instead(wanted, data)}"
    raise DecodeError("cannot read this document", [Problem("", message)])


def _version_problems(version: object) -> Iterator[Problem]:
    """
    Yield what is wrong with the version.

    Raises:
        DecodeError: It is a version of another major, so that nothing can be said about the rest.
    """
    if version is None:
        yield Problem("/version", f'must be there, such as "{VERSION}"')
    elif version_problem(version) is not None:
        if isinstance(version, str) and _VERSION.fullmatch(version) and version.partition(".")[0] != _MAJOR:
            message = f"must be {_MAJOR}.x, the versions that this library reads, got {shown(version)}"
            raise DecodeError("cannot read this document", [Problem("/version", message)])
        yield Problem("/version", f'must be a version such as "{VERSION}", got {shown(version)}')


def reject_shared(data: object) -> None:
    """
    Raise a `DecodeError` if parts that are in several places make parsed data larger than it may be.
    """
    children: list[object] = [data]
    count, holders = 1, 0
    known, unseen = set[int](), list[object]()
    for _ in range(_DEEPEST):
        level = [child for child in children if child and (is_object(child) or is_array(child))]
        parts = [each.values() if is_object(each) else each for each in level]
        unseen += level
        count += sum(map(len, parts))
        if count > _MOST_VALUES:
            holders += len(unseen)
            known.update(map(id, unseen))
            unseen.clear()
            if len(known) < holders:
                message = f"must have at most {_MOST_VALUES:,} values, those in several places counted in each"
                raise DecodeError("cannot read this data", [Problem("", message)])
        children = [child for part in parts for child in part if type(child) not in _WITHOUT_PARTS]


def _only_issue(value: Issue | Series, for_series: str) -> Issue:
    if isinstance(value, Issue):
        return value
    if len(value) != 1:
        problem = Problem("/issues", f"must hold one issue, got {len(value)}; {for_series} reads a series")
        raise DecodeError("cannot read one issue", [problem])
    return value[0]


def _as_series(value: Issue | Series) -> Series:
    return Series((value,), version=value.version) if isinstance(value, Issue) else value


def _written_version(value: Issue | Series, *, has_extra: bool) -> str:
    """
    Return the version that the value came from if it is a later one; members of a later version need one to be read.
    """
    issues = (value,) if isinstance(value, Issue) else value.issues
    latest = max((value.version, *(issue.version for issue in issues)), key=_minor)
    if is_later(latest):
        return latest
    return NEXT_VERSION if has_extra else VERSION


def _minor(version: str) -> int:
    return int(version.partition(".")[2])
