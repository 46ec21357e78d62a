"""
Plain documents, read many objects at a time: member by member instead of object by object.

Nearly every document is plain: its objects have known members, and each is right. What is not plain is left to
`mlweekly.json._reading`, which says what is wrong; `tests/laws/test_plain_documents.py` holds both equal.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache, partial
from itertools import accumulate, chain, pairwise, repeat
from operator import itemgetter
from typing import TypeAlias, cast

from mlweekly.dates import DateRange
from mlweekly.errors import DecodeError
from mlweekly.identifiers._url import are_urls
from mlweekly.json._single import read_day
from mlweekly.model import Issue, LinkSet, Series, members_of, version_problem
from mlweekly.model._building import Convert, built, converters_of
from mlweekly.model._kinds import DAY, JSON, STRING, URL, Kind
from mlweekly.model._strings import are_strings

__all__ = ["Columns", "plain_document"]

_Values: TypeAlias = Sequence[object]
_ReadColumn: TypeAlias = Callable[["Columns", _Values], _Values]

_CHECKS: Mapping[Kind, Callable[[_Values], bool]] = {STRING: are_strings, URL: are_urls}
_SHORT = 64
"""
How long strings are at most, on average, among which equal ones are looked for.
"""


def plain_document(data: object, most: float = math.inf) -> Issue | Series | None:
    """
    Return the value of a plain document; None for any other, and if it holds more than so many values.
    """
    if type(data) is not dict:
        return None
    members = cast("dict[str, object]", data).copy()
    version = members.pop("version", None)
    if version_problem(version) is not None:
        return None
    try:
        (value,) = Columns(str(version), most).objects(Series if "issues" in members else Issue, [members])
    except DecodeError:
        return None
    return cast("Issue | Series", value)


class Columns:
    """
    One reading of plain objects.
    """

    def __init__(self, version: str, most: float = math.inf) -> None:
        """
        Begin to read.

        Args:
            version: The version of the document.
            most: How many values it may hold; one that is in several places counts in each.
        """
        self._version = version
        # The root, and the version in it.
        self._left = most - 2
        self._known: dict[str, str] = {}

    def objects(self, cls: type, items: _Values) -> _Values:
        """
        Return the value of each object of a class.

        Raises:
            DecodeError: Some object is not plain; the other reader says what is wrong.
        """
        if not items:
            return ()
        _expect(dict, items)
        objects = cast("Sequence[dict[str, object]]", items)
        self._count(objects)
        read = self._alike(cls, objects)
        if read is not None:
            return read
        places: dict[tuple[str, ...], list[int]] = {}
        for place, names in enumerate(map(tuple, objects)):
            places.setdefault(names, []).append(place)
        values: dict[int, object] = {}
        for found in places.values():
            values.update(zip(found, self._alike(cls, [objects[place] for place in found]) or (), strict=True))
        return [values[place] for place in range(len(objects))]

    def _alike(self, cls: type, objects: Sequence[dict[str, object]]) -> _Values | None:
        """
        Return the value of each object; None if not all have the members that the first has.
        """
        names, readers = objects[0].keys(), _readers_of(cls)
        if {*map(len, objects)} != {len(names)}:
            return None
        try:
            columns = {name: [*map(itemgetter(name), objects)] for name in names}
        except KeyError:
            return None
        if not readers.keys() >= names:
            raise _not_plain()
        read: dict[str, Iterable[object]] = {name: readers[name](self, columns.pop(name)) for name in names}
        if cls in (Issue, Series):
            read["version"] = repeat(self._version)
        return _plain(built(cls, len(objects), read))

    def arrays(self, kind: Kind, items: _Values) -> _Values:
        """
        Return what a member of a kind holds of each array.
        """
        _expect(list, items)
        arrays = cast("Sequence[list[object]]", items)
        self._count(arrays)
        elements = [*chain.from_iterable(arrays)]
        read = tuple(self.strings(are_strings, elements) if kind.holds is str else self.objects(kind.holds, elements))
        values = [read[start:end] for start, end in pairwise(accumulate(map(len, arrays), initial=0))]
        return _plain(built(LinkSet, len(values), {"links": values})) if kind.container is LinkSet else values

    def mappings(self, kind: Kind, convert: Convert, items: _Values) -> _Values:
        """
        Return what a member of a kind holds of each object.
        """
        _expect(dict, items)
        self._count(cast("Sequence[dict[str, object]]", items))
        return _others(kind, convert, self, items)

    def strings(self, are_right: Callable[[_Values], bool], items: _Values) -> _Values:
        """
        Return strings that pass a check; of short ones that are equal, one: labels, tags and names are repeated.
        """
        if not are_right(items):
            raise _not_plain()
        strings = cast("Sequence[str]", items)
        are_short = sum(map(len, strings)) <= _SHORT * len(strings)
        return [*map(self._known.setdefault, strings, strings)] if are_short else strings

    def _count(self, holders: Sequence[dict[str, object] | list[object]]) -> None:
        self._left -= sum(map(len, holders))
        if self._left < 0:
            raise _not_plain()


def _not_plain() -> DecodeError:
    return DecodeError("what is not plain is read object by object")


def _expect(kind: type, values: _Values) -> None:
    if not {kind}.issuperset(map(type, values)):
        raise _not_plain()


def _plain(values: _Values | None) -> _Values:
    if values is None:
        raise _not_plain()
    return values


def _days(_: Columns, values: _Values) -> _Values:
    return [*map(read_day, values)]


def _others(kind: Kind, convert: Convert | None, _: Columns, values: _Values) -> _Values:
    held = values if convert is None else [*map(convert, values)]
    return _plain(None if any(map(kind.check, held)) else held)


@cache
def _readers_of(cls: type) -> Mapping[str, _ReadColumn]:
    """
    Return what reads each member of a class; any value of JSON is never plain.
    """
    converters: Mapping[str, Convert] = {} if cls is DateRange else converters_of(cls)
    return {
        each.name: _reader_of(each.kind, converters.get(each.name)) for each in members_of(cls) if each.kind is not JSON
    }


def _reader_of(kind: Kind, convert: Convert | None) -> _ReadColumn:
    if kind.shape == "sequence":
        return lambda reading, items: reading.arrays(kind, items)
    if kind.shape == "object" or kind.holds is DateRange:
        return lambda reading, items: reading.objects(kind.holds, items)
    if kind.shape == "mapping" and convert is not None:
        return lambda reading, items: reading.mappings(kind, convert, items)
    if kind in _CHECKS:
        return lambda reading, items: reading.strings(_CHECKS[kind], items)
    return _days if kind is DAY else partial(_others, kind, convert)
