"""
Read, check and write weekly digests of machine-learning papers as typed, immutable values.

This module only collects the public names; what not every program needs is loaded on first use. `mlweekly.json` is not
part of `from mlweekly import *`, because it would hide the standard library's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mlweekly._loading import on_demand
from mlweekly.dates import DateRange
from mlweekly.errors import DecodeError, EncodeError, Error, ModelError, PatchError, Problem, ValidationError
from mlweekly.model import Abstract, Issue, Link, LinkSet, Paper, Text

if TYPE_CHECKING:
    from mlweekly import changes, document, exports, identifiers, markdown, reports, validation
    from mlweekly import json as json
    from mlweekly.changes import Merged, MergedEditions, Patch, diff, diff_editions, merge, merge_editions
    from mlweekly.document import Document
    from mlweekly.model import ContentsEntry, Series
    from mlweekly.validation import Finding, Report, Settings, rules, validate

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
    "Merged",
    "MergedEditions",
    "ModelError",
    "Paper",
    "Patch",
    "PatchError",
    "Problem",
    "Report",
    "Series",
    "Settings",
    "Text",
    "ValidationError",
    "changes",
    "diff",
    "diff_editions",
    "document",
    "exports",
    "identifiers",
    "markdown",
    "merge",
    "merge_editions",
    "reports",
    "rules",
    "validate",
    "validation",
]

__version__ = "0.1.0"

# What loads late is known to a checker by the imports above; a `__getattr__` would let every misspelling pass.
if not TYPE_CHECKING:
    __getattr__, __dir__ = on_demand(
        __name__,
        __all__,
        {
            "ContentsEntry": "model",
            "Document": "document",
            "Finding": "validation",
            "Merged": "changes",
            "MergedEditions": "changes",
            "Patch": "changes",
            "Report": "validation",
            "Series": "model",
            "Settings": "validation",
            "changes": "changes",
            "dates": "dates",
            "diff": "changes",
            "diff_editions": "changes",
            "document": "document",
            "errors": "errors",
            "exports": "exports",
            "identifiers": "identifiers",
            "json": "json",
            "markdown": "markdown",
            "merge": "changes",
            "merge_editions": "changes",
            "model": "model",
            "reports": "reports",
            "rules": "validation",
            "validate": "validation",
            "validation": "validation",
        },
    )
