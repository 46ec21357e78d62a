"""
Front matter: what is above a digest between two lines of dashes, as YAML or as JSON.

Only the YAML that digests have is read: scalars, lists, blocks of text and members below members. What else a line
says is kept as its words, so nothing is lost and no line can mean more than it shows.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeAlias

from mlweekly._expressions import expression
from mlweekly.markdown._names import field_of_name, folded_name

__all__ = ["FrontMatter", "read_front_matter"]

Value: TypeAlias = "str | int | float | bool | None | list[Value] | dict[str, Value]"

_MEMBER = expression(r"([\w\"'][^:#\r\n]{0,79}?)[ \t]*:(?:[ \t]+(.*)|[ \t]*)$")
_ELEMENT = expression(r"-(?:[ \t]+(.*)|[ \t]*)$")
_BLOCK = expression(r"([|>])[+-]?[0-9]?[ \t]*$")
_NUMBER = expression(r"-?(?:0|[1-9][0-9]{0,15})(?:\.[0-9]{1,17})?(?:[eE][-+]?[0-9]{1,2})?")
_WORDS: dict[str, Value] = {"true": True, "false": False, "null": None, "~": None, "": None}
_DEEPEST = 20

_TITLES = frozenset({"title", "headline", "标题", "제목", "タイトル", "titre", "titel", "título", "başlık"})
_LANGUAGES = frozenset({"lang", "language", "locale", "语言", "언어", "言語"})
_DAYS = frozenset({"date", "published", "publishedat", "published_at", "pubdate", "publishdate", "publish_date"})
_LEADS = frozenset({"description", "summary", "excerpt", "subtitle"})


class Line(NamedTuple):
    """
    A line of front matter: how far it is indented, its words, and where they are in the text.
    """

    indent: int
    words: str
    start: int


class FrontMatter(NamedTuple):
    """
    The members of front matter, in order, and where each one is; `is_read` is false for what is no mapping.
    """

    members: dict[str, Value]
    spans: dict[str, tuple[int, int]]

    def words_of(self, names: frozenset[str]) -> Iterator[tuple[str, str]]:
        """
        Yield name and words of the members with one of these names that hold words.
        """
        for name, value in self.members.items():
            if name.casefold() in names and isinstance(value, str) and value.strip():
                yield name, value.strip()

    @property
    def titles(self) -> Iterator[tuple[str, str]]:
        """
        What may be the title of the digest.
        """
        return self.words_of(_TITLES)

    @property
    def languages(self) -> Iterator[tuple[str, str]]:
        """
        What may be its language.
        """
        return self.words_of(_LANGUAGES)

    @property
    def days(self) -> Iterator[tuple[str, str]]:
        """
        What may be the day of its publication.
        """
        named = frozenset(name for name in map(str.casefold, self.members) if field_of_name(name) == "released")
        return self.words_of(_DAYS | named)

    @property
    def leads(self) -> Iterator[tuple[str, str]]:
        """
        What may be its opening paragraph.
        """
        return self.words_of(_LEADS | frozenset(name for name in self.members if folded_name(name) in _LEADS))


def read_front_matter(text: str, start: int, end: int) -> FrontMatter | None:
    """
    Return what front matter says, or None if it is neither a mapping in YAML nor an object in JSON.

    Args:
        text: The text.
        start: The offset of the first character behind the opening line, or of the brace.
        end: The offset of the closing line, or behind the brace.
    """
    words = text[start:end].strip()
    if words.startswith("{"):
        try:
            parsed = json.loads(words)
        except (ValueError, RecursionError):
            return None
        members: dict[str, Value] = parsed
        return FrontMatter(members, dict.fromkeys(members, (start, end)))
    lines = [*_lines(text, start, end)]
    if not lines:
        return FrontMatter({}, {})
    if lines[0].indent or _MEMBER.match(lines[0].words) is None:
        return None
    reader = _Yaml(lines)
    members = reader.mapping(0)
    return FrontMatter(members, reader.spans)


def _lines(text: str, start: int, end: int) -> Iterator[Line]:
    for match in re.compile(r"[^\r\n]+").finditer(text, start, end):
        words = match[0].strip(" \t")
        if words and not words.startswith("#"):
            indent = len(match[0]) - len(match[0].lstrip(" \t"))
            yield Line(indent, words, match.start() + indent)


class _Yaml:
    """
    Reads lines as mappings and lists, by their indentation.
    """

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = lines
        self.index = 0
        self.spans: dict[str, tuple[int, int]] = {}

    def mapping(self, indent: int, depth: int = 0) -> dict[str, Value]:
        """
        Take the members at an indentation.
        """
        members: dict[str, Value] = {}
        while self.index < len(self.lines) and self.lines[self.index].indent >= indent:
            line = self.lines[self.index]
            self.index += 1
            match = _MEMBER.match(line.words)
            if match is None:
                members.setdefault(line.words[:80], line.words)
                continue
            name = match[1].strip("\"'")
            members[name] = self._value(line, match[2] or "", depth)
            if not depth:
                last = self.lines[self.index - 1]
                self.spans[name] = (line.start, last.start + len(last.words))
        return members

    def _value(self, line: Line, words: str, depth: int) -> Value:
        block = _BLOCK.match(words)
        if block is not None:
            return self._text(line.indent, "\n" if block[1] == "|" else " ")
        if words.strip() or self.index == len(self.lines):
            return self._scalar(words)
        below = self.lines[self.index]
        if _ELEMENT.match(below.words) is not None and below.indent >= line.indent:
            return self._elements(below.indent)
        if below.indent > line.indent and depth < _DEEPEST:
            return dict(self.mapping(below.indent, depth + 1))
        return None

    def _elements(self, indent: int) -> list[Value]:
        elements: list[Value] = []
        while self.index < len(self.lines) and self.lines[self.index].indent == indent:
            match = _ELEMENT.match(self.lines[self.index].words)
            if match is None:
                break
            self.index += 1
            more = self._text(indent, " ")
            elements.append(self._scalar(f"{match[1] or ''} {more}".strip() if more else match[1] or ""))
        return elements

    def _text(self, indent: int, separator: str) -> str:
        words: list[str] = []
        while self.index < len(self.lines) and self.lines[self.index].indent > indent:
            words.append(self.lines[self.index].words)
            self.index += 1
        return separator.join(words)

    def _scalar(self, words: str) -> Value:
        words = words.strip()
        if len(words) > 1 and words[0] == words[-1] and words[0] in "\"'":
            return _quoted(words)
        if words.startswith("[") and words.endswith("]"):
            return _flow(words)
        if words.startswith("{") and words.endswith("}"):
            return _object(words)
        if words.casefold() in _WORDS:
            return _WORDS[words.casefold()]
        if _NUMBER.fullmatch(words) is not None:
            return int(words) if words.lstrip("-").isdigit() else float(words)
        return words


def _quoted(words: str) -> str:
    if words[0] == "'":
        return words[1:-1].replace("''", "'")
    try:
        return str(json.loads(words))
    except ValueError:
        return words[1:-1]


def _object(words: str) -> Value:
    try:
        parsed: Value = json.loads(words)
    except (ValueError, RecursionError):
        return words
    return parsed


def _flow(words: str) -> Value:
    try:
        parsed: Value = json.loads(words)
    except (ValueError, RecursionError):
        return [part.strip().strip("\"'") for part in words[1:-1].split(",") if part.strip()]
    return parsed
