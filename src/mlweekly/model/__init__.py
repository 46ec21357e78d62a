"""
What a digest is: immutable values.

Nothing in here knows a text form of a digest, or what is good or bad in one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mlweekly._loading import on_demand
from mlweekly.model._issue import Issue
from mlweekly.model._kinds import MAXIMUM_RANK, VERSION, Extra, Kind, elements, language_tag, version_problem
from mlweekly.model._links import Link, LinkSet
from mlweekly.model._mapping import (
    MAXIMUM_DEPTH,
    MAXIMUM_DIGITS,
    MAXIMUM_PROBLEMS,
    MAXIMUM_VALUES,
    FrozenMapping,
    JsonValue,
    comparable,
    freeze,
    thaw,
)
from mlweekly.model._members import Member, ModelObject, Sealed, members_of, names_of, problems_in
from mlweekly.model._paper import Paper
from mlweekly.model._roles import ROLES, role_of_label
from mlweekly.model._strings import canonical_tag, is_encodable, is_language_tag, shown
from mlweekly.model._text import Abstract, Text

if TYPE_CHECKING:
    from mlweekly.model._anchor import anchor_of
    from mlweekly.model._form import data_of, has_extra
    from mlweekly.model._pointers import (
        ABSENT,
        Absent,
        child_of,
        names_along,
        noun_at,
        position_of,
        tokens_of,
        value_at,
    )
    from mlweekly.model._series import ContentsEntry, Series

__all__ = [
    "ABSENT",
    "MAXIMUM_DEPTH",
    "MAXIMUM_DIGITS",
    "MAXIMUM_PROBLEMS",
    "MAXIMUM_RANK",
    "MAXIMUM_VALUES",
    "ROLES",
    "VERSION",
    "Absent",
    "Abstract",
    "ContentsEntry",
    "Extra",
    "FrozenMapping",
    "Issue",
    "JsonValue",
    "Kind",
    "Link",
    "LinkSet",
    "Member",
    "ModelObject",
    "Paper",
    "Sealed",
    "Series",
    "Text",
    "anchor_of",
    "canonical_tag",
    "child_of",
    "comparable",
    "data_of",
    "elements",
    "freeze",
    "has_extra",
    "is_encodable",
    "is_language_tag",
    "language_tag",
    "members_of",
    "names_along",
    "names_of",
    "noun_at",
    "position_of",
    "problems_in",
    "role_of_label",
    "shown",
    "thaw",
    "tokens_of",
    "value_at",
    "version_problem",
]

# What loads late is known to a checker by the imports above; a `__getattr__` would let every misspelling pass.
if not TYPE_CHECKING:
    __getattr__, __dir__ = on_demand(
        __name__,
        __all__,
        {
            "ABSENT": "_pointers",
            "Absent": "_pointers",
            "ContentsEntry": "_series",
            "Series": "_series",
            "anchor_of": "_anchor",
            "child_of": "_pointers",
            "data_of": "_form",
            "has_extra": "_form",
            "names_along": "_pointers",
            "noun_at": "_pointers",
            "position_of": "_pointers",
            "tokens_of": "_pointers",
            "value_at": "_pointers",
        },
    )
