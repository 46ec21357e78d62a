"""
JSON text to plain data, as strictly as RFC 8259 lets a reader be.

Lives here: the encoding, the syntax, and what JSON's grammar allows and no two readers agree on (repeated members,
numbers beyond every type, lone surrogates, `NaN`).
Must not know: what the data means.
"""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple, TypeGuard

from mlweekly.errors import DecodeError, Problem, pointer_to
from mlweekly.model import MAXIMUM_DEPTH, MAXIMUM_DIGITS

__all__ = ["NAME_PROBLEM", "Parsed", "encodable", "is_array", "is_object", "parse"]

_LINE_END = re.compile(r"\r\n?|\n")
_LINE_END_IN_BYTES = re.compile(rb"\r\n?|\n")
_SURROGATE_ESCAPE = re.compile(r"\\u[dD][89a-fA-F]")
# Possessive, and content with a string that never closes: linear in the length of any text.
_STRING_OR_BRACKET = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"?|[\[{\]}]', re.DOTALL)
_FRAME_DEPTH = 8
NAME_PROBLEM = "must have Unicode text as names of members, got {!a}"


class Parsed(NamedTuple):
    """
    Plain data, and what is wrong with the text though its syntax holds.
    """

    data: object
    problems: tuple[Problem, ...]


class _Defect(NamedTuple):
    """
    Stands in the data where a value could not be read.
    """

    message: str


class _Repeating(dict[str, object]):
    """
    Stands in the data for an object that names a member twice; holds the last of each.
    """

    def __init__(self, members: dict[str, object], repeated: tuple[str, ...]) -> None:
        super().__init__(members)
        self.repeated = repeated


def parse(text: str | bytes) -> Parsed:
    """
    Return the data of a JSON text, a byte order mark before it ignored.

    Raises:
        DecodeError: The text is no UTF-8, no Unicode, or no JSON.
    """
    decoded = _decoded(text)
    hooks = _Hooks()
    decoder = json.JSONDecoder(
        object_pairs_hook=hooks.members,
        parse_int=hooks.whole,
        parse_float=hooks.fraction,
        parse_constant=hooks.constant,
    )
    data = _parsed(decoded, decoder)
    if hooks.found_defects or _SURROGATE_ESCAPE.search(decoded):
        return Parsed(data, tuple(_problems(data)))
    return Parsed(data, ())


class _Hooks:
    """
    What the standard decoder calls: each hook returns a value, or the mark of a defect.
    """

    def __init__(self) -> None:
        self.found_defects = False

    def whole(self, literal: str) -> object:
        return int(literal) if len(literal) <= MAXIMUM_DIGITS else self._long(literal, int)

    def fraction(self, literal: str) -> object:
        number = float(literal)
        if len(literal) > MAXIMUM_DIGITS:
            return self._long(literal, float)
        return number if math.isfinite(number) else self._defect(f"must be a number of at most 1.8e308, got {literal}")

    def constant(self, name: str) -> object:
        return self._defect(f"must be a number that JSON knows, got {name}")

    def members(self, pairs: list[tuple[str, object]]) -> object:
        data = dict(pairs)
        if len(data) == len(pairs):
            return data
        self.found_defects = True
        counts = Counter(name for name, _ in pairs)
        return _Repeating(data, tuple(name for name, count in counts.items() if count > 1))

    def _long(self, literal: str, read: Callable[[str], float]) -> object:
        digits = sum(map(str.isdigit, literal))
        if digits <= MAXIMUM_DIGITS:
            return read(literal)
        return self._defect(f"must have at most {MAXIMUM_DIGITS} digits, got {digits}")

    def _defect(self, message: str) -> _Defect:
        self.found_defects = True
        return _Defect(message)


def encodable(text: str) -> bool:
    """
    Tell whether the text has no lone surrogate, so that it can be written in UTF-8.
    """
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def is_object(value: object) -> TypeGuard[Mapping[object, object]]:
    """
    Tell whether plain data is an object of JSON.
    """
    return isinstance(value, Mapping)


def is_array(value: object) -> TypeGuard[list[object] | tuple[object, ...]]:
    """
    Tell whether plain data is an array of JSON.
    """
    return isinstance(value, list | tuple)


def _decoded(text: str | bytes) -> str:
    return (_decoded_bytes(text) if isinstance(text, bytes) else _checked(text)).removeprefix("\ufeff")


def _decoded_bytes(text: bytes) -> str:
    if text[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\0" in text[:4]:
        raise _refused("must be encoded in UTF-8, got what looks like UTF-16 or UTF-32", 1)
    try:
        return text.decode()
    except UnicodeDecodeError as error:
        line = 1 + len(_LINE_END_IN_BYTES.findall(text, 0, error.start))
        raise _refused(f"must be encoded in UTF-8, got the byte 0x{text[error.start]:02x}", line) from error


def _checked(text: str) -> str:
    try:
        text.encode()
    except UnicodeEncodeError as error:
        message = f"must be Unicode text, got the lone surrogate {text[error.start]!a}"
        raise _refused(message, _line_at(text, error.start)) from error
    return text


def _parsed(text: str, decoder: json.JSONDecoder) -> object:
    try:
        return decoder.decode(text)
    except json.JSONDecodeError as error:
        line = _line_at(text, error.pos)
        raise _refused(f"must be JSON, got a syntax error: {error.msg[0].lower()}{error.msg[1:]}", line) from error
    except RecursionError as error:
        # A caller's own deep stack is not the text's fault.
        if _depth(text) <= MAXIMUM_DEPTH + _FRAME_DEPTH:
            raise
        raise _refused(f"must nest at most {MAXIMUM_DEPTH} deep", None) from error


def _refused(message: str, line: int | None) -> DecodeError:
    return DecodeError("cannot read this JSON text", [Problem("", message, line)])


def _line_at(text: str, offset: int) -> int:
    return 1 + len(_LINE_END.findall(text, 0, offset))


def _depth(text: str) -> int:
    depth = deepest = 0
    for match in _STRING_OR_BRACKET.finditer(text):
        if match[0] in "[{":
            depth += 1
            deepest = max(deepest, depth)
        elif match[0] in "]}":
            depth -= 1
    return deepest


def _problems(data: object) -> Iterator[Problem]:
    """
    Yield what is wrong within the data, in the order of the text; however deep it nests, no call does.
    """
    rest: list[tuple[str, object]] = [("", data)]
    while rest:
        pointer, value = rest.pop()
        if isinstance(value, _Defect):
            yield Problem(pointer, value.message)
        elif isinstance(value, str):
            if not encodable(value):
                yield Problem(pointer, f"must be Unicode text, got a lone surrogate in {value[:60]!a}")
        elif is_object(value):
            yield from _name_problems(pointer, value)
            named = [(str(name), item) for name, item in value.items() if encodable(str(name))]
            rest.extend((pointer + pointer_to(name), item) for name, item in reversed(named))
        elif is_array(value):
            rest.extend(reversed([(f"{pointer}/{index}", item) for index, item in enumerate(value)]))


def _name_problems(pointer: str, data: Mapping[object, object]) -> Iterator[Problem]:
    for name in data:
        if not encodable(str(name)):
            yield Problem(pointer, NAME_PROBLEM.format(name))
    if isinstance(data, _Repeating):
        for name in filter(encodable, data.repeated):
            yield Problem(pointer + pointer_to(name), "must stand once in its object, got the member again")
