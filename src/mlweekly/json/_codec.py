"""
Documents: an issue or a series at the root, with the version that it is written in.

Lives here: the functions that a user calls, and what the root has that no other object has.
Must not know: how members become values (the converter does).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence

from cattrs import Converter

from mlweekly.errors import DecodeError, Problem
from mlweekly.json._converter import converter_for, is_later, object_of, register_hooks, shown
from mlweekly.json._parse import parse
from mlweekly.model import VERSION, Extra, Issue, Series, version_problem

__all__ = ["dumps", "from_data", "from_data_series", "loads", "loads_series", "make_converter", "to_data"]

_VERSION = re.compile(r"[0-9]+\.[0-9]+")
_MAJOR, _, _MINOR = VERSION.partition(".")
_NEXT_VERSION = f"{_MAJOR}.{int(_MINOR) + 1}"


def loads(text: str | bytes) -> Issue:
    """
    Read the issue of a JSON document.

    >>> loads('{"version":"1.0","title":"Top ML Papers of the Week"}').title
    'Top ML Papers of the Week'

    Args:
        text: Unicode text, or its UTF-8; a byte order mark is ignored.

    Raises:
        DecodeError: The text is no such document, or a series of no issue or of more than one; every problem is listed.
    """
    return _only_issue(_document(*parse(text)))


def loads_series(text: str | bytes) -> Series:
    """
    Read the series of a JSON document; a document of one issue is a series of one.

    Raises:
        DecodeError: The text is no such document; every problem is listed.
    """
    return _as_series(_document(*parse(text)))


def from_data(data: Mapping[str, object]) -> Issue:
    """
    Read the issue of parsed JSON, or of anything else with the same form (YAML's dates may be `date` already).

    >>> from_data({"version": "1.0", "papers": [{"rank": 1, "title": {"original": "Moshi"}}]}).papers[0].rank
    1

    Raises:
        DecodeError: As `loads` does.
    """
    return _only_issue(_document(data))


def from_data_series(data: Mapping[str, object]) -> Series:
    """
    Read the series of parsed JSON; one issue is a series of one.

    Raises:
        DecodeError: As `loads_series` does.
    """
    return _as_series(_document(data))


def to_data(value: Issue | Series) -> dict[str, object]:
    """
    Return the value as fresh lists, dicts, strings and numbers, in canonical order: what `from_data` reads.
    """
    members: dict[str, object] = converter_for(VERSION).unstructure(value)
    return {"version": _written_version(value), **members}


def dumps(value: Issue | Series, indent: int | None = None) -> str:
    """
    Write the one canonical spelling of the value, or with `indent` the same members for people to read.

    >>> dumps(Issue(title="Top ML Papers of the Week"))
    '{"version":"1.0","title":"Top ML Papers of the Week"}'
    """
    separators = (",", ":") if indent is None else (",", ": ")
    return json.dumps(to_data(value), ensure_ascii=False, allow_nan=False, indent=indent, separators=separators)


def make_converter() -> Converter:
    """
    Return a new cattrs converter that reads and writes the values of the model, for classes of your own that hold them.

    An `Issue` or a `Series` is a document with its `version`, wherever it stands; its hook raises `DecodeError`.
    """
    converter = Converter()
    register_hooks(converter, VERSION)
    converter.register_structure_hook_func(lambda kind: kind is Issue, lambda value, _: from_data(value))
    converter.register_structure_hook_func(lambda kind: kind is Series, lambda value, _: from_data_series(value))
    converter.register_unstructure_hook_func(lambda kind: kind in (Issue, Series), to_data)
    return converter


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
    members = dict(object_of(data))
    version = members.pop("version", None)
    problems = list(_version_problems(version))
    readable = str(version) if not problems else VERSION
    kind: type[Issue | Series] = Series if "issues" in members else Issue
    value: Issue | Series | None = None
    try:
        value = converter_for(readable).structure(members, kind)
    except DecodeError as error:
        problems.extend(error.problems)
    if value is None or problems:
        raise DecodeError("cannot read this document", problems)
    return value


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


def _only_issue(value: Issue | Series) -> Issue:
    if isinstance(value, Issue):
        return value
    if len(value) != 1:
        problem = Problem("/issues", f"must hold one issue, got {len(value)}; loads_series reads a series")
        raise DecodeError("cannot read one issue", [problem])
    return value[0]


def _as_series(value: Issue | Series) -> Series:
    return Series((value,), version=value.version) if isinstance(value, Issue) else value


def _written_version(value: Issue | Series) -> str:
    """
    Return the version that the value came from if it is a later one; members of a later version need one to be read.
    """
    issues = (value,) if isinstance(value, Issue) else value.issues
    latest = max((value.version, *(issue.version for issue in issues)), key=_minor)
    if is_later(latest):
        return latest
    return _NEXT_VERSION if any(_extras(value)) else VERSION


def _minor(version: str) -> int:
    return int(version.partition(".")[2])


def _extras(value: Issue | Series) -> Iterator[Extra]:
    yield value.extra
    if isinstance(value, Series):
        for entry in value.contents:
            yield entry.extra
    for issue in (value,) if isinstance(value, Issue) else value.issues:
        yield issue.extra
        for paper in issue.papers:
            yield paper.extra
            yield paper.title.extra
            yield from (text.extra for text in (paper.summary, paper.abstract) if text is not None)
            yield from (link.extra for link in paper.links)
