"""
The typed data model for weekly digests of machine-learning papers.

Lives here: the names that a user types, and nothing else; a room that not every user needs loads when it is first used.
Must not know: how anything is done.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

from mlweekly.dates import DateRange
from mlweekly.errors import DecodeError, EncodeError, Error, ModelError, PatchError, Problem, ValidationError
from mlweekly.model import Abstract, ContentsEntry, Issue, Link, LinkSet, Paper, Series, Text

if TYPE_CHECKING:
    from mlweekly import changes, document, identifiers, json, markdown, validation
    from mlweekly.changes import Patch
    from mlweekly.document import Document
    from mlweekly.validation import Finding, Report, rules, validate

__all__ = [
    "Abstract",
    "ContentsEntry",
    "DateRange",
    "DecodeError",
    "Document",
    "EncodeError",
    "Error",
    "Finding",
    "Issue",
    "Link",
    "LinkSet",
    "ModelError",
    "Paper",
    "Patch",
    "PatchError",
    "Problem",
    "Report",
    "Series",
    "Text",
    "ValidationError",
    "changes",
    "document",
    "identifiers",
    "json",
    "markdown",
    "rules",
    "validate",
    "validation",
]

__version__ = "0.1.0"

_ROOM_OF_NAME = {
    "Document": "document",
    "Finding": "validation",
    "Patch": "changes",
    "Report": "validation",
    "rules": "validation",
    "validate": "validation",
}
_ROOMS = ("changes", "document", "identifiers", "json", "markdown", "validation")


def __getattr__(name: str) -> object:
    if name in _ROOMS:
        return importlib.import_module(f"mlweekly.{name}")
    if name in _ROOM_OF_NAME:
        value: object = getattr(importlib.import_module(f"mlweekly.{_ROOM_OF_NAME[name]}"), name)
        globals()[name] = value
        return value
    raise AttributeError(f"module 'mlweekly' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*__all__, *globals()})
