"""
Plain data as values of the model, read as strictly as `docs/json.md` says, with every problem and its pointer.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from functools import lru_cache, partial
from types import NoneType
from typing import Any, TypeAlias, TypeGuard, cast

from mlweekly._expressions import expression
from mlweekly.dates import DateRange
from mlweekly.errors import DecodeError, ModelError, Problem, pointer_to
from mlweekly.json._parse import NAME_PROBLEM, is_array, is_object
from mlweekly.model import VERSION, Abstract, FrozenMapping, Issue, Link, Paper, Series, Text, freeze, members_of
from mlweekly.model._building import builder_of, converters_of
from mlweekly.model._kinds import STRING, Kind
from mlweekly.model._members import problems_in
from mlweekly.model._strings import is_encodable, string_problem

Read: TypeAlias = Callable[[object], object]

_DAY = expression(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_LONGEST_SHOWN = 60
_HIGHEST_EXACT = 2**53
_HIGHEST_DOUBLE = 1.7976931348623157e308


def is_later(version: str) -> bool:
    """
    Return whether a version that `version_problem` passes is later than the library's own.
    """
    return int(version.partition(".")[2]) > int(VERSION.partition(".")[2])


def refusal(message: str) -> DecodeError:
    """
    Return the exception for a value that is refused as a whole.
    """
    return DecodeError("cannot read this value", [Problem("", message)])


def shown(value: object) -> str:
    """
    Return a short name for a value of JSON, however large it is.
    """
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, str):
        return repr(value) if len(value) <= _LONGEST_SHOWN else f"{value[:_LONGEST_SHOWN]!r}..."
    if isinstance(value, int):
        return str(value) if abs(value) < _HIGHEST_EXACT else "a number of more than 15 digits"
    if is_object(value):
        return "an object"
    if is_array(value):
        return "an array"
    return str(value) if isinstance(value, float | date) else f"a {type(value).__name__}"


def object_of(value: object) -> Mapping[object, object]:
    """
    Return the value, which is an object.

    Raises:
        DecodeError: It is something else.
    """
    if is_object(value):
        return value
    raise refusal(f"must be an object, got {shown(value)}")


def read_string(value: object) -> str:
    """
    Return the value, which is a string.
    """
    if isinstance(value, str):
        return value
    raise refusal(f"must be a string, got {shown(value)}")


def read_whole(value: object) -> int:
    """
    Return a whole number, which may be written with a fraction of zero.
    """
    if type(value) is int:
        return value
    if isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value) and value == int(value):
        return int(value)
    raise refusal(f"must be a whole number, got {shown(value)}")


def read_number(value: object) -> float:
    """
    Return a number that a double can hold.
    """
    if isinstance(value, int | float) and not isinstance(value, bool) and abs(value) <= _HIGHEST_DOUBLE:
        return float(value)
    raise refusal(f"must be a number that a double can hold, got {shown(value)}")


def read_flag(value: object) -> bool:
    """
    Return the value, which is true or false.
    """
    if isinstance(value, bool):
        return value
    raise refusal(f"must be true or false, got {shown(value)}")


def read_day(value: object) -> date:
    """
    Return a day, which other parsers may have made a `date` of already.
    """
    if isinstance(value, str) and _DAY.fullmatch(value):
        try:
            return date.fromisoformat(value)
        except ValueError as error:
            raise refusal(f"must be a day of the calendar, got {value!r}") from error
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    raise refusal(f'must be a day such as "2024-09-16", got {shown(value)}')


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
    read = _SINGLE_READERS.get(kind.holds) or reader_of(kind.holds, version)
    if kind.shape != "sequence":
        return read
    return (
        partial(read_array, read) if kind.container is tuple else lambda value: kind.container(read_array(read, value))
    )


_SINGLE_READERS: Mapping[type, Read] = {str: read_string, int: read_whole, date: read_day}


@lru_cache(maxsize=64)
def quick_reader(cls: type, version: str) -> Read:
    """
    Return what reads an object whose members are all known, given and right, and returns None for any other object.
    """
    if cls not in _OFTEN_READ:
        return lambda _: None
    convert = converters_of(cls)
    return builder_of(
        cls, {each.name: _quick_member(each.kind, convert.get(each.name), version) for each in members_of(cls)}
    )


def _quick_member(kind: Kind, convert: Read | None, version: str) -> Read:
    """
    Return what reads a member of a kind, or returns None if it is not plain.
    """
    if kind is STRING:
        return _plain_string
    if kind.holds in _OFTEN_READ:
        read_plain = quick_reader(kind.holds, version)
        if kind.shape == "object":
            return read_plain
        return partial(_plain_objects, read_plain, kind.container)
    if kind.holds is str and kind.shape == "single" and convert is None:
        return lambda item: item if type(item) is str and not kind.check(item) else None
    read = _reader_of_kind(kind, version)

    def read_member(item: object) -> object | None:
        try:
            held = read(item)
        except DecodeError:
            return None
        held = held if convert is None else convert(held)
        return None if kind.check(held) else held

    return read_member


def _plain_string(item: object) -> object | None:
    return item if type(item) is str and string_problem(item) is None else None


def _plain_objects(read: Read, container: Callable[[tuple[object, ...]], object], items: object) -> object | None:
    if type(items) is not list:
        return None
    made: list[object] = []
    for item in cast("list[object]", items):
        held = read(item)
        if held is None:
            return None
        made.append(held)
    return container(tuple(made))


_OFTEN_READ = frozenset({Paper, Text, Abstract, Link})
"""
The classes that a document has many values of.
"""


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
        self._quick = quick_reader(cls, version)

    def __call__(self, value: object) -> object:
        # Nearly every object of a document is a plain one; the full look costs three times as much.
        plain = self._quick(value)
        return self.read_fully(value) if plain is None else plain

    def read_fully(self, value: object) -> object:
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
