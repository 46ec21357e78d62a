"""
What people call the values that operations carry.
"""

from __future__ import annotations

from datetime import date
from typing import cast

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


def quoted(value: object) -> str:
    """
    Return what people call a value, in quotation marks if it is somebody's words.
    """
    return f'"{called(value)}"' if isinstance(value, str | Text | ContentsEntry) else called(value)
