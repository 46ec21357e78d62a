"""
The hooks with which cattrs turns plain data into values and back.

Lives here: strict hooks for single values, one hook for each class that `FORMS` knows, converters made of them.
Must not know: text, and what stands at the root of a document alone.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import lru_cache
from types import NoneType, UnionType
from typing import Any, NamedTuple, TypeGuard, get_args, get_origin

from attrs import frozen
from cattrs import Converter

from mlweekly.errors import DecodeError, ModelError, Problem, pointer_to
from mlweekly.json._forms import FORMS, Form, Kind
from mlweekly.json._parse import NAME_PROBLEM, encodable, is_array, is_object
from mlweekly.model import VERSION, Extra, FrozenMapping, Issue, JsonValue, Link, LinkSet, Series, freeze

__all__ = ["converter_for", "is_later", "object_of", "plain", "refusal", "register_hooks", "shown"]

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_LONGEST_SHOWN = 60
_PARSED = (dict,)
_HIGHEST_EXACT = 2**53

# What cattrs calls a hook has no type that says more.
_Reading = Callable[[Any, Any], Any]
_Writing = Callable[[Any], Any]
_Making = Callable[..., Any]


@lru_cache(maxsize=4)
def converter_for(version: str) -> Converter:
    """
    Return the converter for what stands below the root of a document of this version.
    """
    converter = Converter(detailed_validation=False)
    register_hooks(converter, version)
    return converter


def register_hooks(converter: Converter, version: str) -> None:
    """
    Teach a converter the JSON form; each hook raises one `DecodeError` with every problem and its pointer from there.

    Args:
        converter: Gets the hooks.
        version: Of the document; a later one than the library's own may have members that the library does not know.
    """
    for kind, hook in ((str, _string), (int, _whole), (float, _number), (bool, _claim), (date, _day)):
        converter.register_structure_hook(kind, hook)
    converter.register_structure_hook_factory(_is_array, _array_reading)
    converter.register_structure_hook_factory(_is_mapping, _mapping_reading)
    converter.register_structure_hook_factory(lambda kind: kind is LinkSet, _links_reading)
    converter.register_unstructure_hook(date, date.isoformat)
    converter.register_unstructure_hook_factory(_is_array, _array_writing)
    converter.register_unstructure_hook_func(_is_mapping, plain)
    converter.register_unstructure_hook_factory(lambda kind: kind is LinkSet, _links_writing)
    # By predicate: cattrs would evaluate the annotations of a class that is registered by itself.
    converter.register_structure_hook_factory(_has_form, lambda kind, within: _ObjectReading.of(kind, within, version))
    converter.register_unstructure_hook_factory(_has_form, _object_writing)


def is_later(version: str) -> bool:
    """
    Tell whether a version that `version_problem` passes is later than the library's own.
    """
    return int(version.partition(".")[2]) > int(VERSION.partition(".")[2])


def refusal(message: str) -> DecodeError:
    """
    Return the exception for a value that is refused as a whole.
    """
    return DecodeError("cannot read this value", [Problem("", message)])


def object_of(value: object) -> Mapping[object, object]:
    """
    Return the value, which is an object.

    Raises:
        DecodeError: It is something else.
    """
    if is_object(value):
        return value
    raise refusal(f"must be an object, got {shown(value)}")


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


def _string(value: object, _: object) -> str:
    if isinstance(value, str):
        return value
    raise refusal(f"must be a string, got {shown(value)}")


def _whole(value: object, _: object) -> int:
    if type(value) is int:
        return value
    if isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value) and value == int(value):
        return int(value)
    raise refusal(f"must be a whole number, got {shown(value)}")


def _number(value: object, _: object) -> float:
    if isinstance(value, int | float) and not isinstance(value, bool) and abs(value) <= 1.7976931348623157e308:
        return float(value)
    raise refusal(f"must be a number that a double can hold, got {shown(value)}")


def _claim(value: object, _: object) -> bool:
    if isinstance(value, bool):
        return value
    raise refusal(f"must be true or false, got {shown(value)}")


def _day(value: object, _: object) -> date:
    if isinstance(value, str) and _DAY.fullmatch(value):
        try:
            return date.fromisoformat(value)
        except ValueError as error:
            raise refusal(f"must be a day of the calendar, got {value!r}") from error
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    raise refusal(f'must be a day such as "2024-09-16", got {shown(value)}')


def _has_form(kind: object) -> bool:
    return isinstance(kind, type) and kind in FORMS


def _is_array(kind: object) -> bool:
    return get_origin(kind) is tuple and get_args(kind)[1:] == (...,)


def _is_mapping(kind: object) -> bool:
    return kind is FrozenMapping or get_origin(kind) is FrozenMapping


def _array_reading(kind: Kind, converter: Converter) -> _Reading:
    item_kind = get_args(kind)[0]
    hook = converter.get_structure_hook(item_kind)

    def read(value: object, _: object) -> tuple[object, ...]:
        if not is_array(value):
            raise refusal(f"must be an array, got {shown(value)}")
        items: list[object] = []
        problems: list[Problem] = []
        for index, item in enumerate(value):
            try:
                items.append(hook(item, item_kind))
            except DecodeError as error:
                problems.extend(problem.under(f"/{index}") for problem in error.problems)
        if problems:
            raise DecodeError("cannot read this array", problems)
        return tuple(items)

    return read


def _is_name(name: object) -> TypeGuard[str]:
    return isinstance(name, str) and encodable(name)


def _mapping_reading(kind: Kind, converter: Converter) -> _Reading:
    item_kind = get_args(kind)[1]
    hook = converter.get_structure_hook(item_kind)

    def read(value: object, _: object) -> FrozenMapping[str, object]:
        items: dict[str, object] = {}
        problems: list[Problem] = []
        for name, item in object_of(value).items():
            if not _is_name(name):
                problems.append(Problem("", NAME_PROBLEM.format(name)))
                continue
            try:
                items[name] = hook(item, item_kind)
            except DecodeError as error:
                problems.extend(problem.under(pointer_to(name)) for problem in error.problems)
        if problems:
            raise DecodeError("cannot read this object", problems)
        return FrozenMapping(items)

    return read


def _links_reading(_: object, converter: Converter) -> _Reading:
    array = tuple[Link, ...]
    hook = converter.get_structure_hook(array)
    return lambda value, _: LinkSet(hook(value, array))


class _MemberReading(NamedTuple):
    hook: _Reading
    kind: Kind
    taken_as_is: tuple[type, ...]


@frozen
class _ObjectReading:
    """
    The hook that reads the objects of one class.
    """

    cls: _Making
    form: Form
    members: Mapping[object, _MemberReading]
    fixed: Mapping[str, object]
    keeps_unknown: bool

    @classmethod
    def of(cls, kind: type, converter: Converter, version: str) -> _ObjectReading:
        form = FORMS[kind]
        members: dict[object, _MemberReading] = {}
        for name, member_kind in form.members.items():
            read_kind = _without_null(member_kind)
            hook = converter.get_structure_hook(read_kind)
            as_is = (*((read_kind,) if read_kind is str else ()), *(() if read_kind is member_kind else (NoneType,)))
            members[name] = _MemberReading(hook, read_kind, as_is)
        fixed = {"version": version} if kind in (Issue, Series) else {}
        return cls(kind, form, members, fixed, keeps_unknown=is_later(version) and not form.closed)

    def __call__(self, value: Mapping[object, object], _: object) -> object:
        # For speed alone: it spares two calls for each object of a parsed text.
        if type(value) not in _PARSED:
            value = object_of(value)
        arguments: dict[Any, object] = {**self.fixed}
        unknown: dict[object, object] = {}
        problems: list[Problem] = []
        members = self.members
        for name, item in value.items():
            if name not in members:
                if self.keeps_unknown:
                    unknown[name] = item
                else:
                    problems.append(self._unknown_problem(name))
                continue
            hook, kind, taken_as_is = members[name]
            if type(item) in taken_as_is:
                arguments[name] = item
                continue
            try:
                arguments[name] = hook(item, kind)
            except DecodeError as error:
                problems.extend(problem.under(f"/{name}") for problem in error.problems)
                self._stand_in(str(name), item, arguments)
        if unknown:
            arguments["extra"] = freeze(unknown, problems)
        for name in self.form.required:
            if name not in arguments:
                problems.append(Problem(f"/{name}", "must be there, got an object without this member"))
                self._stand_in(name, None, arguments)
        if problems:
            raise DecodeError("cannot read this object", (*problems, *self._further_problems(arguments, problems)))
        try:
            return self.cls(**arguments)
        except ModelError as error:
            raise DecodeError("cannot read this object", map(_without_extra, error.problems)) from error

    def _stand_in(self, name: str, item: object, arguments: dict[str, object]) -> None:
        """
        Put something in the place of a member that cannot be read, so that the constructor still judges the others.
        """
        kind = self.members[name].kind
        if kind == tuple[str, ...] and is_array(item):
            arguments[name] = tuple(string if isinstance(string, str) else "-" for string in item)
        elif kind == FrozenMapping[str, str] and is_object(item) and any(map(_is_name, item)):
            tags = filter(_is_name, item)
            arguments[name] = {tag: item[tag] if isinstance(item[tag], str) else "-" for tag in tags}
        elif name in self.form.stand_ins:
            arguments[name] = self.form.stand_ins[name]

    def _unknown_problem(self, name: object) -> Problem:
        if not _is_name(name):
            return Problem("", NAME_PROBLEM.format(name))
        # Only a document with a mistake pays for the import.
        from difflib import get_close_matches

        nearest = next(iter(get_close_matches(name, self.form.members, 1)), None)
        if nearest is None:
            return Problem(pointer_to(name), f"must be one of {', '.join(self.form.members)}, got an unknown member")
        return Problem(pointer_to(name), f"must be a known member, did you mean {nearest!r}?")

    def _further_problems(self, arguments: dict[str, object], problems: list[Problem]) -> tuple[Problem, ...]:
        """
        Return what the constructor says of the members that could be read.
        """
        if any(name not in arguments for name in self.form.required):
            return ()
        told = {problem.pointer for problem in problems}
        try:
            self.cls(**arguments)
        except ModelError as error:
            return tuple(problem for problem in map(_without_extra, error.problems) if problem.pointer not in told)
        return ()


def _without_extra(problem: Problem) -> Problem:
    return Problem(problem.pointer.removeprefix("/extra"), problem.message)


def _without_null(kind: Kind) -> Kind:
    arguments = [argument for argument in get_args(kind) if argument is not NoneType]
    return arguments[0] if isinstance(kind, UnionType) else kind


def _array_writing(kind: Kind, converter: Converter) -> _Writing:
    hook = converter.get_unstructure_hook(get_args(kind)[0])
    return lambda items: [hook(item) for item in items]


def _links_writing(_: object, converter: Converter) -> _Writing:
    hook = converter.get_unstructure_hook(Link)
    return lambda links: [hook(link) for link in links]


def _object_writing(kind: type, converter: Converter) -> _Writing:
    form = FORMS[kind]
    members = [
        (
            name,
            name in form.required,
            form.defaults.get(name),
            converter.get_unstructure_hook(_without_null(member_kind)),
        )
        for name, member_kind in form.members.items()
    ]

    def write(value: object) -> dict[str, object]:
        data: dict[str, object] = {}
        for name, is_required, default, hook in members:
            member = getattr(value, name)
            if is_required or (member and member != default):
                data[name] = hook(member)
        extra: Extra | None = getattr(value, "extra", None)
        if extra:
            data.update((name, plain(extra[name])) for name in sorted(extra))
        return data

    return write


def plain(value: JsonValue) -> object:
    """
    Return the one spelling that all equal values of JSON share: members by name, whole numbers without a fraction.
    """
    if isinstance(value, FrozenMapping):
        return {name: plain(value[name]) for name in sorted(value)}
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    if isinstance(value, float) and value.is_integer() and abs(value) <= _HIGHEST_EXACT:
        return int(value)
    return value
