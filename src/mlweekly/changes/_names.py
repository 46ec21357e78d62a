"""
What people call the values that operations carry.
"""

from __future__ import annotations

from datetime import date
from typing import cast

from mlweekly._display import on_one_line
from mlweekly.changes._alike import told_apart
from mlweekly.dates import DateRange
from mlweekly.model import ContentsEntry, Issue, Link, Paper, Text
from mlweekly.model._strings import shown


def called(value: object) -> str:
    """
    Return what people call a value: a paper by its title, a link by its URL, a text by its original.
    """
    match value:
        case None | ():
            return "nothing"
        case Paper():
            return str(value.title)
        case Issue():
            return value.title or (str(value.period) if value.period else "without a title")
        case Link():
            return value.url
        case ContentsEntry():
            return value.label
        case tuple():
            return " › ".join(map(called, cast("tuple[object, ...]", value)))
        case str() | Text() | date() | DateRange():
            return str(value)
        case _:
            return shown(value)


def spoken(value: object) -> str:
    """
    Return what people call a value, in one line of a sentence: characters that would act on a terminal are named.
    """
    return _in_a_sentence(called(value))


def quoted(value: object) -> str:
    """
    Return what people call a value, in quotation marks if it is somebody's words.
    """
    return _quoted(value, called(value))


def replacement(before: object, after: object) -> str:
    """
    Say that one value replaces another: `from "June" to "July"`; what would look the same is told apart.
    """
    old, new = told_apart(called(before), called(after))
    return f"from {_quoted(before, old)} to {_quoted(after, new)}"


def _quoted(value: object, words: str) -> str:
    words = _in_a_sentence(words)
    return f'"{words}"' if isinstance(value, str | Text | ContentsEntry) else words


def _in_a_sentence(words: str) -> str:
    return on_one_line(words, line_end=" ↵ ")
