"""
Plain data as values of the model, read as strictly as `docs/json.md` says, with every problem and its pointer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from datetime import date
from functools import lru_cache, partial
from types import NoneType
from typing import Any, TypeAlias, TypeGuard, cast

from mlweekly.dates import DateRange
from mlweekly.errors import DecodeError, ModelError, Problem, pointer_to
from mlweekly.json._columns import Columns
from mlweekly.json._parse import NAME_PROBLEM, is_array, is_object
from mlweekly.json._single import read_day, read_string, read_whole, refusal, shown
from mlweekly.model import VERSION, FrozenMapping, Issue, Series, freeze, members_of
from mlweekly.model._kinds import Kind
from mlweekly.model._members import problems_in
from mlweekly.model._strings import is_encodable

Read: TypeAlias = Callable[[object], object]

_MANY = 8
"""
How many objects are read faster at once than one by one.
"""


def is_later(version: str) -> bool:
    """
    Return whether a version that `version_problem` passes is later than the library's own.
    """
    return int(version.partition(".")[2]) > int(VERSION.partition(".")[2])


def object_of(value: object) -> Mapping[object, object]:
    """
    Return the value, which is an object.

    Raises:
        DecodeError: It is something else.
    """
    if is_object(value):
        return value
    raise refusal(f"must be an object, got {shown(value)}")


def read_json(value: object) -> object:
    """
    Return any value of JSON, made immutable.
    """
    problems: list[Problem] = []
    frozen_value = freeze(value, problems)
    if problems:
        raise DecodeError("cannot read this value", problems)
    return frozen_value


def read_array(read: Read, value: object) -> tuple[object, ...]:
    """
    Return the items of an array, each as it is read.
    """
    if not is_array(value):
        raise refusal(f"must be an array, got {shown(value)}")
    items: list[object] = []
    problems: list[Problem] = []
    for index, item in enumerate(value):
        try:
            items.append(read(item))
        except DecodeError as error:
            problems.extend(problem.under(f"/{index}") for problem in error.problems)
    if problems:
        raise DecodeError("cannot read this array", problems)
    return tuple(items)


def read_mapping(read: Read, value: object) -> FrozenMapping[str, object]:
    """
    Return the members of an object, each as it is read.
    """
    items: dict[str, object] = {}
    problems: list[Problem] = []
    for name, item in object_of(value).items():
        if not _is_name(name):
            problems.append(Problem("", NAME_PROBLEM.format(name)))
            continue
        try:
            items[name] = read(item)
        except DecodeError as error:
            problems.extend(problem.under(pointer_to(name)) for problem in error.problems)
    if problems:
        raise DecodeError("cannot read this object", problems)
    return FrozenMapping(items)


def _read_strings(kind: Kind, value: object) -> object:
    """
    Return the strings of an array or an object; if some are none, tell what is wrong with the others too.
    """
    try:
        return read_mapping(read_string, value) if kind.shape == "mapping" else read_array(read_string, value)
    except DecodeError as error:
        others: object = ()
        if is_array(value):
            others = tuple(item if isinstance(item, str) else "-" for item in value)
        elif is_object(value):
            others = FrozenMapping({name: item for name, item in value.items() if _is_name(name) and _is_name(item)})
        raise DecodeError(error.summary, (*error.problems, *kind.check(others))) from error


def _is_name(name: object) -> TypeGuard[str]:
    return isinstance(name, str) and is_encodable(name)


def _reader_of_kind(kind: Kind, version: str) -> Read:
    if kind.holds is object:
        return lambda value: read_json(object_of(value))
    if kind.shape != "single" and kind.holds is str:
        return partial(_read_strings, kind)
    if kind.shape == "sequence":
        return partial(_read_objects, kind, version)
    return _SINGLE_READERS.get(kind.holds) or reader_of(kind.holds, version)


def _read_objects(kind: Kind, version: str, value: object) -> object:
    """
    Return the objects of an array, as the member that they are of holds them.
    """
    if is_array(value) and len(value) >= _MANY:
        # What is not plain is read one by one, which says what is wrong.
        with suppress(DecodeError):
            return kind.container(Columns(version).objects(kind.holds, value))
    return kind.container(read_array(reader_of(kind.holds, version), value))


_SINGLE_READERS: Mapping[type, Read] = {str: read_string, int: read_whole, date: read_day}


@lru_cache(maxsize=64)
def reader_of(cls: type, version: str) -> ObjectReader:
    """
    Return what reads the objects of a class of the model in a document of a version.

    A later version than the library's own may have members that the library does not know.
    """
    return ObjectReader(cls, version)


class ObjectReader:
    """
    What reads the objects of one class.
    """

    def __init__(self, cls: type, version: str) -> None:
        self._cls, self._build = cls, cast("Callable[..., object]", cls)
        self._keeps_unknown = is_later(version) and cls is not DateRange
        self._given: dict[object, object] = {"version": version} if cls in (Issue, Series) else {}
        self._required = frozenset(each.name for each in members_of(cls) if each.is_required)
        self._members: dict[object, tuple[Read, tuple[type, ...]]] = {}
        for each in members_of(cls):
            read = _reader_of_kind(each.kind, version)
            # What is taken as it is spares a call for nearly every member of a parsed text.
            as_is: list[type] = [*([str] if read is read_string else []), *([NoneType] if each.is_optional else [])]
            self._members[each.name] = read, tuple(as_is)

    def __call__(self, value: object) -> object:
        """
        Read an object member by member, and tell everything that is wrong with it.
        """
        data = object_of(value)
        arguments: dict[Any, object] = {**self._given}
        unknown: dict[object, object] = {}
        problems: list[Problem] = []
        members = self._members
        for name, item in data.items():
            if name not in members:
                if self._keeps_unknown:
                    unknown[name] = item
                else:
                    problems.append(self._unknown_problem(name))
                continue
            read, as_is = members[name]
            if type(item) in as_is:
                arguments[name] = item
                continue
            try:
                arguments[name] = read(item)
            except DecodeError as error:
                problems.extend(problem.under(f"/{name}") for problem in error.problems)
        if not self._required.issubset(arguments):
            problems += [
                Problem(f"/{name}", "must be there, got an object without this member")
                for name in self._members
                if name in self._required and name not in arguments and name not in data
            ]
        if unknown:
            arguments["extra"] = freeze(unknown, problems)
        if problems:
            problems += self._further_problems(data, arguments, problems)
            raise DecodeError("cannot read this object", problems)
        try:
            return self._build(**arguments)
        except ModelError as error:
            raise DecodeError("cannot read this object", map(_without_extra, error.problems)) from error

    def _further_problems(
        self, data: Mapping[object, object], arguments: dict[Any, object], problems: list[Problem]
    ) -> Iterator[Problem]:
        """
        Yield what else is wrong, as far as the members that can be read tell it.
        """
        if all(name in arguments for name in (*self._required, *data) if name in self._members):
            try:
                self._build(**arguments)
            except ModelError as error:
                yield from map(_without_extra, error.problems)
        else:
            told = {problem.pointer for problem in problems}
            yield from (each for each in problems_in(self._cls, arguments.get) if each.pointer not in told)

    def _unknown_problem(self, name: object) -> Problem:
        if not _is_name(name):
            return Problem("", NAME_PROBLEM.format(name))
        from mlweekly._mistakes import did_you_mean

        known = [str(each) for each in self._members]
        if question := did_you_mean(name, known):
            return Problem(pointer_to(name), f"must be a known member{question}")
        return Problem(pointer_to(name), f"must be one of {', '.join(known)}, got an unknown member")


def _without_extra(problem: Problem) -> Problem:
    """
    Return the problem as it is in a document, where extra members are beside the others.
    """
    return Problem(problem.pointer.removeprefix("/extra"), problem.message)
