"""
The values that a digest consists of; all are immutable.

This package knows no text form of a digest, no changes, and nothing about what is good or bad in a digest.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mlweekly._loading import on_demand
from mlweekly.model._issue import Issue
from mlweekly.model._kinds import MAXIMUM_RANK, VERSION, Extra, version_problem
from mlweekly.model._links import Link, LinkSet
from mlweekly.model._mapping import (
    MAXIMUM_DEPTH,
    MAXIMUM_DIGITS,
    MAXIMUM_VALUES,
    FrozenMapping,
    JsonValue,
    freeze,
    thaw,
)
from mlweekly.model._members import Member, members_of
from mlweekly.model._paper import Paper
from mlweekly.model._roles import ROLES, role_of_label
from mlweekly.model._strings import canonical_tag, is_language_tag
from mlweekly.model._text import Abstract, Text

if TYPE_CHECKING:
    from mlweekly.model._anchor import anchor_of
    from mlweekly.model._contents import ContentsList, ContentsMatch
    from mlweekly.model._named_days import NamedDays
    from mlweekly.model._pointers import names_along, noun_at
    from mlweekly.model._series import ContentsEntry, Series

__all__ = [
    "MAXIMUM_DEPTH",
    "MAXIMUM_DIGITS",
    "MAXIMUM_RANK",
    "MAXIMUM_VALUES",
    "ROLES",
    "VERSION",
    "Abstract",
    "ContentsEntry",
    "ContentsList",
    "ContentsMatch",
    "Extra",
    "FrozenMapping",
    "Issue",
    "JsonValue",
    "Link",
    "LinkSet",
    "Member",
    "NamedDays",
    "Paper",
    "Series",
    "Text",
    "anchor_of",
    "canonical_tag",
    "freeze",
    "is_language_tag",
    "members_of",
    "names_along",
    "noun_at",
    "role_of_label",
    "thaw",
    "version_problem",
]

# What loads late is known to a checker by the imports above; a `__getattr__` would let every misspelling pass.
if not TYPE_CHECKING:
    __getattr__, __dir__ = on_demand(
        __name__,
        __all__,
        {
            "ContentsEntry": "_series",
            "ContentsList": "_contents",
            "ContentsMatch": "_contents",
            "NamedDays": "_named_days",
            "Series": "_series",
            "anchor_of": "_anchor",
            "names_along": "_pointers",
            "noun_at": "_pointers",
        },
    )
