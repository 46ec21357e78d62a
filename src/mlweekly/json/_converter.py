"""
A cattrs converter that reads and writes the values of the model.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from typing import Any, cast, get_args, get_origin

from cattrs import Converter

from mlweekly.dates import DateRange
from mlweekly.json._codec import from_data, from_data_series, to_data
from mlweekly.json._reading import Read, read_array, read_mapping, reader_of
from mlweekly.json._single import read_day, read_flag, read_number, read_string, read_whole
from mlweekly.model import (
    VERSION,
    Abstract,
    ContentsEntry,
    FrozenMapping,
    Issue,
    Link,
    LinkSet,
    Paper,
    Series,
    Text,
)
from mlweekly.model._form import data_of

_OBJECTS = (DateRange, Text, Abstract, Link, Paper, ContentsEntry)
_SINGLE_READERS: Mapping[type, Read] = {
    str: read_string,
    int: read_whole,
    float: read_number,
    bool: read_flag,
    date: read_day,
}
_READERS: Mapping[object, Read] = {
    **{cls: reader_of(cls, VERSION) for cls in _OBJECTS},
    LinkSet: lambda value: LinkSet(cast("tuple[Link, ...]", read_array(reader_of(Link, VERSION), value))),
    Issue: cast("Read", from_data),
    Series: cast("Read", from_data_series),
}

# What cattrs calls a hook has no type that says more.
_Hook = Callable[[Any, Any], Any]


def make_converter() -> Converter:
    """
    Return a new cattrs converter that reads and writes the values of the model, for classes of your own that hold them.

    An `Issue` or a `Series` is a document with its `version`, wherever it is; its hook raises `DecodeError`.
    """
    converter = Converter()
    for cls, read in _SINGLE_READERS.items():
        converter.register_structure_hook(cls, partial(_read, read))
    # By predicate: cattrs would evaluate the annotations of a class that is registered by itself.
    converter.register_structure_hook_factory(_READERS.__contains__, _reading)
    converter.register_structure_hook_factory(_is_array, _array_reading)
    converter.register_structure_hook_factory(_is_mapping, _mapping_reading)
    converter.register_unstructure_hook_func(lambda cls: cls is date or cls in _READERS or _is_mapping(cls), data_of)
    converter.register_unstructure_hook_func(lambda cls: cls in (Issue, Series), to_data)
    converter.register_unstructure_hook_factory(_is_array, _array_writing)
    return converter


def _is_array(cls: object) -> bool:
    return get_origin(cls) is tuple and get_args(cls)[1:] == (...,)


def _is_mapping(cls: object) -> bool:
    return get_origin(cls) is FrozenMapping


def _read(read: Read, value: object, _: object) -> object:
    return read(value)


def _reading(cls: object, _: Converter) -> _Hook:
    return partial(_read, _READERS[cls])


def _array_reading(cls: object, converter: Converter) -> _Hook:
    item = get_args(cls)[0]
    hook = converter.get_structure_hook(item)
    return lambda value, _: read_array(lambda each: hook(each, item), value)


def _mapping_reading(cls: object, converter: Converter) -> _Hook:
    item = get_args(cls)[1]
    hook = converter.get_structure_hook(item)
    return lambda value, _: read_mapping(lambda each: hook(each, item), value)


def _array_writing(cls: object, converter: Converter) -> Callable[[Any], Any]:
    hook = converter.get_unstructure_hook(get_args(cls)[0])
    return lambda items: [hook(item) for item in items]
