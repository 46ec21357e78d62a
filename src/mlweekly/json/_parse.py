"""
JSON text to plain data, as strictly as RFC 8259 lets a reader be.

Refused is also what JSON's grammar allows and no two readers agree on: repeated members, numbers beyond every type,
lone surrogates, `NaN`.
"""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from itertools import islice
from typing import NamedTuple, TypeGuard

from mlweekly._expressions import expression
from mlweekly._mistakes import mistaken_content
from mlweekly._wording import wrong_type
from mlweekly.errors import DecodeError, Problem, pointer_to
from mlweekly.model import MAXIMUM_DEPTH, MAXIMUM_DIGITS
from mlweekly.model._mapping import MAXIMUM_PROBLEMS
from mlweekly.model._strings import is_encodable

_LINE_END = expression(r"\r\n?|\n")
_LINE_END_IN_BYTES = re.compile(rb"\r\n?|\n")
_SURROGATE_ESCAPE = expression(r"\\u[dD][89a-fA-F]")
# Possessive, and content with a string that never closes: linear in the length of any text.
_STRING_OR_BRACKET = expression(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"?|[\[{\]}]', re.DOTALL)
_FRAME_DEPTH = 8
NAME_PROBLEM = "must have Unicode text as names of members, got {!a}"


class Parsed(NamedTuple):
    """
    Plain data, and what is wrong with the text though its syntax holds.
    """

    data: object
    problems: tuple[Problem, ...]


class _Defect:
    """
    What takes the place of a value in the data that could not be read.
    """

    def __init__(self, message: str) -> None:
        self.message = message


class _Repeating(dict[str, object]):
    """
    What takes the place of an object that names a member twice; holds the last of each.
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
        return Parsed(data, tuple(islice(_problems(data), MAXIMUM_PROBLEMS)))
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


def is_object(value: object) -> TypeGuard[Mapping[object, object]]:
    """
    Return whether plain data is an object of JSON.
    """
    return type(value) is dict or isinstance(value, Mapping)


def is_array(value: object) -> TypeGuard[list[object] | tuple[object, ...]]:
    """
    Return whether plain data is an array of JSON.
    """
    return type(value) is list or isinstance(value, list | tuple)


def _decoded(text: object) -> str:
    if isinstance(text, bytes):
        return _decoded_bytes(text).removeprefix("\ufeff")
    if isinstance(text, str):
        return _checked(text).removeprefix("\ufeff")
    raise wrong_type(text, (str, bytes), "JSON text as str or bytes")


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
        content = mistaken_content(text, "JSON")
        found = f"a syntax error: {error.msg[0].lower()}{error.msg[1:]}" if content is None else content.message
        raise _refused(f"must be JSON, got {found}" if content is None else found, _line_at(text, error.pos)) from error
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

    A pointer is written only where there is a problem: under a long name, each item of an array has a long one.
    """
    path: list[str | int] = []
    levels: list[Iterator[tuple[str | int, object]]] = [iter([("", data)])]
    while levels:
        token, value = next(levels[-1], (None, None))
        if token is None:
            levels.pop()
            path[-1:] = []
            continue
        path.append(token)
        for message, tokens in _own_problems(value):
            yield Problem(pointer_to(*path[1:], *tokens), message)
        levels.append(_children(value))


def _children(value: object) -> Iterator[tuple[str | int, object]]:
    if is_object(value):
        return ((str(name), item) for name, item in value.items() if is_encodable(str(name)))
    return iter(enumerate(value)) if is_array(value) else iter(())


def _own_problems(value: object) -> Iterator[tuple[str, tuple[str, ...]]]:
    """
    Yield what is wrong with a value itself: the message, and the name of the member if it is one member.
    """
    if isinstance(value, _Defect):
        yield value.message, ()
    elif isinstance(value, str) and not is_encodable(value):
        yield f"must be Unicode text, got a lone surrogate in {value[:60]!a}", ()
    elif is_object(value):
        for name in value:
            if not is_encodable(str(name)):
                yield NAME_PROBLEM.format(name), ()
        for name in filter(is_encodable, value.repeated if isinstance(value, _Repeating) else ()):
            yield "must be in its object once, got the member again", (name,)
