"""
What a member of the model can hold, and what is wrong with a value that it cannot.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Literal, NamedTuple, Never, TypeAlias, TypeVar, cast, get_type_hints

from mlweekly._expressions import expression
from mlweekly._wording import instead
from mlweekly.dates import DateRange
from mlweekly.errors import Problem, pointer_to
from mlweekly.model._mapping import FrozenMapping, JsonValue, freeze
from mlweekly.model._strings import (
    canonical_tag,
    day_problem,
    is_language_tag,
    language_problem,
    link_problem,
    shown,
    string_problem,
)

Element = TypeVar("Element")
Check: TypeAlias = Callable[[object], Iterable[Problem]]
_ProblemOf: TypeAlias = Callable[[object], str | None]
Shape: TypeAlias = Literal["single", "object", "sequence", "mapping"]
Extra = FrozenMapping[str, JsonValue]

VERSION = "1.0"
"""
The version of the data model, `major.minor`, that this library writes.
"""

MAXIMUM_RANK = 2**31 - 1
"""
The highest rank: what every JSON reader and database can hold as a whole number.
"""

EMPTY: FrozenMapping[str, Never] = FrozenMapping()

_MAJOR = VERSION.partition(".")[0]
_VERSION = expression(r"(?:0|[1-9][0-9]{0,8})\.(?:0|[1-9][0-9]{0,8})")


class Kind(NamedTuple):
    """
    What a member holds.

    Attributes:
        name: The name of its definition in the JSON schema; of a sequence or a mapping, that of an element or item.
        check: Returns a problem for each part of a value that cannot be held.
        shape: How it changes: as a whole, inside, element by element, or item by item.
        holds: The class of the value, object, element or item; of any JSON value `object`.
        container: The class of a sequence.
    """

    name: str
    check: Check
    shape: Shape = "single"
    holds: type = str
    container: type = tuple


def object_kind(holds: type, name: str) -> Kind:
    """
    Return the kind of a member that is one object of a class.
    """
    return Kind(name, _instance(holds), "object", holds)


def sequence_kind(holds: type, name: str) -> Kind:
    """
    Return the kind of a member that is a tuple of objects of a class.
    """
    check_each = _sequence(_instance(holds), f"a sequence of {holds.__name__}")
    right = frozenset({holds})

    def check(value: object) -> Iterable[Problem]:
        # Nearly every sequence is right, and need not be asked element by element.
        values = cast("tuple[object, ...]", value)
        return () if isinstance(value, tuple) and right.issuperset(map(type, values)) else check_each(values)

    return Kind(name, check, "sequence", holds)


def version_problem(version: object) -> str | None:
    """
    Return why this is no version that the library can hold, or return None.
    """
    if not isinstance(version, str) or _VERSION.fullmatch(version) is None:
        return f'must be a version such as "{VERSION}", got {shown(version)}'
    return None if version.partition(".")[0] == _MAJOR else f"must be a version {_MAJOR}.x, got {shown(version)}"


def _rank_problem(value: object) -> str | None:
    if type(value) is not int:
        return f"must be a whole number, got {shown(value)}"
    if 1 <= value <= MAXIMUM_RANK:
        return None
    return (
        f"must be from 1 to {MAXIMUM_RANK}, got {value if abs(value) < 10**20 else 'a number of more than 20 digits'}"
    )


def _original_language_problem(tag: object) -> str | None:
    return (
        None
        if tag is None or is_language_tag(tag)
        else f'must be a BCP 47 tag ("und" if it is unknown), got {shown(tag)}{instead("language tag", tag)}'
    )


def _tag_problem(tag: object) -> str | None:
    problem = language_problem(tag)
    held = tag if problem is not None else canonical_tag(str(tag))
    return problem if held == tag else f"must be given once, got another spelling of {held!r}"


def _json_problems(value: object) -> Iterable[Problem]:
    problems: list[Problem] = []
    frozen = freeze(value, problems)
    if not problems and not isinstance(frozen, FrozenMapping):
        return (Problem("", f"must be a mapping of members, got {shown(value)}"),)
    return problems


def _single(problem_of: _ProblemOf) -> Check:
    def check(value: object) -> Iterable[Problem]:
        message = problem_of(value)
        return () if message is None else (Problem("", message),)

    return check


def _instance(holds: type) -> Check:
    name = f"{'an' if holds.__name__[0] in 'AEIOU' else 'a'} {holds.__name__}"

    def check(value: object) -> Iterable[Problem]:
        if type(value) is holds:
            return ()
        return (Problem("", f"must be {name}, got {shown(value)}{instead(holds.__name__, value)}"),)

    return check


def _sequence(check_element: Check, name: str) -> Check:
    def check(value: object) -> Iterable[Problem]:
        if not isinstance(value, tuple):
            return (Problem("", f"must be {name}, got {shown(value)}{instead(name.removeprefix('a '), value)}"),)
        return [
            problem.under(f"/{index}")
            for index, each in enumerate(cast("tuple[object, ...]", value))
            for problem in check_element(each)
        ]

    return check


def _mapping(key_problem: _ProblemOf, item_problem: _ProblemOf, name: str) -> Check:
    def check(value: object) -> Iterable[Problem]:
        if not isinstance(value, FrozenMapping):
            return (Problem("", f"must be {name}, got {shown(value)}"),)
        return [
            Problem(pointer_to(str(key)), message)
            for key, item in cast("FrozenMapping[object, object]", value).items()
            for message in (key_problem(key), item_problem(item))
            if message is not None
        ]

    return check


_check_string = _single(string_problem)

STRING = Kind("string", _check_string)
LANGUAGE = Kind("language", _single(language_problem))
ORIGINAL_LANGUAGE = Kind("language", _single(_original_language_problem))
URL = Kind("url", _single(link_problem))
DAY = Kind("day", _single(day_problem), holds=date)
RANK = Kind("rank", _single(_rank_problem), holds=int)
VERSION_NUMBER = Kind("version", _single(version_problem))
PERIOD = Kind("period", _instance(DateRange), holds=DateRange)
STRINGS = Kind("string", _sequence(_check_string, "a sequence of strings"), "sequence")
TRANSLATIONS = Kind(
    "language", _mapping(_tag_problem, string_problem, "a mapping from language tags to texts"), "mapping"
)
DETAILS = Kind("string", _mapping(string_problem, string_problem, "a mapping from labels to texts"), "mapping")
JSON = Kind("json", _json_problems, "mapping", object)


def elements(values: Iterable[Element]) -> tuple[Element, ...]:
    """
    Return the elements as a tuple; what has none stays as it is, for the constructor to refuse.
    """
    # A tuple is what nearly every value is built with.
    if type(values) is not tuple and _has_elements(values):
        return tuple(values)
    return cast("tuple[Element, ...]", values)


def _has_elements(values: object) -> bool:
    # A list is told at once: to ask for the abstract classes takes longer than to build a set of links.
    return type(values) is list or (
        isinstance(values, Iterable) and not isinstance(values, str | bytes | bytearray | Mapping)
    )


def strings(values: Iterable[str]) -> tuple[str, ...]:
    """
    Return the strings as a tuple; a bare string is one string, not its characters.
    """
    if type(values) is tuple:
        return cast("tuple[str, ...]", values)
    return (values,) if isinstance(values, str) else elements(values)


def language_tag(tag: str | None) -> str | None:
    """
    Return a language tag in its canonical case.
    """
    return tag if tag is None or tag == "en" else canonical_tag(tag)


def _has_names(values: object) -> bool:
    is_mapping = type(values) is dict or isinstance(values, Mapping)
    return is_mapping and all(isinstance(key, str) for key in cast("Mapping[object, object]", values))


def ordered(values: Mapping[str, str]) -> FrozenMapping[str, str]:
    """
    Return the items as an immutable mapping in the order of their keys; what is no mapping stays as it is.
    """
    if values is EMPTY or not _has_names(values):
        return cast("FrozenMapping[str, str]", values)
    return FrozenMapping(sorted(values.items())) if values else EMPTY


def translations(values: Mapping[str, str]) -> FrozenMapping[str, str]:
    """
    Return translations by their tags in canonical case; of two spellings of one tag, neither is changed.
    """
    if values is EMPTY or not _has_names(values):
        return cast("FrozenMapping[str, str]", values)
    written = {canonical_tag(tag): words for tag, words in values.items()}
    items = written if len(written) == len(values) else values
    return FrozenMapping(sorted(items.items())) if items else EMPTY


def json_members(members: Mapping[str, object]) -> Extra:
    """
    Return the members as immutable JSON values; what JSON cannot carry stays as it is, for the constructor to refuse.
    """
    if members is EMPTY:
        return EMPTY
    problems: list[Problem] = []
    frozen = freeze(members, problems)
    if problems or not isinstance(frozen, FrozenMapping):
        return cast("Extra", members)
    return frozen or EMPTY


# attrs hands the annotations of a converter on to the constructors of classes in other modules.
for _converter in (strings, language_tag, ordered, translations, json_members):
    _converter.__annotations__ = get_type_hints(_converter)
