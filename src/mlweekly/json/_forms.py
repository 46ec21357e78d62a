"""
The JSON form of each class of the model.

Lives here: which members an object has, in their canonical order, and which of them must be there.
Must not know: how text becomes data, or data values.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import GenericAlias, UnionType

from attrs import frozen

from mlweekly.dates import DateRange
from mlweekly.model import Abstract, ContentsEntry, FrozenMapping, Issue, Link, LinkSet, Paper, Series, Text

__all__ = ["FORMS", "Form", "Kind"]

Kind = type | UnionType | GenericAlias

_STRINGS = tuple[str, ...]
_NOTHING: Mapping[str, object] = {}


@frozen
class Form:
    """
    The members of a JSON object.

    Attributes:
        members: What each member holds, in canonical order; None among it is JSON's `null`.
        required: The members without which there is no value.
        defaults: What an absent member means, where that is neither None nor empty.
        stand_ins: What is put for a member that cannot be read, so that the others are still looked at.
        closed: No later version will ever add a member.
    """

    members: Mapping[str, Kind]
    required: tuple[str, ...] = ()
    defaults: Mapping[str, object] = _NOTHING
    stand_ins: Mapping[str, object] = _NOTHING
    closed: bool = False


_TEXT = Form(
    members={"original": str | None, "language": str | None, "translations": FrozenMapping[str, str]},
    defaults={"language": "en"},
    stand_ins={"original": "-", "language": "und", "translations": {"x-unread": "-"}},
)

FORMS: Mapping[type, Form] = {
    DateRange: Form(members={"start": date, "end": date}, required=("start", "end"), closed=True),
    Text: _TEXT,
    Abstract: _TEXT,
    Link: Form(
        members={"url": str, "label": str | None, "section": str | None},
        required=("url",),
        stand_ins={"url": "https://example.org/"},
    ),
    Paper: Form(
        members={
            "rank": int,
            "title": Text,
            "authors": _STRINGS,
            "released": date | None,
            "summary": Text | None,
            "abstract": Abstract | None,
            "links": LinkSet,
        },
        required=("rank", "title"),
        stand_ins={"rank": 1, "title": Text("-")},
    ),
    Issue: Form(
        members={
            "title": str | None,
            "period": DateRange | None,
            "language": str | None,
            "source": str | None,
            "published": date | None,
            "lead": _STRINGS,
            "notices": _STRINGS,
            "comments": _STRINGS,
            "papers": tuple[Paper, ...],
        },
    ),
    ContentsEntry: Form(
        members={"label": str, "target": str | None, "group": str | None},
        required=("label",),
        stand_ins={"label": "-"},
    ),
    Series: Form(
        members={
            "title": str | None,
            "lead": _STRINGS,
            "contents": tuple[ContentsEntry, ...],
            "issues": tuple[Issue, ...],
            "foot": _STRINGS,
        },
        required=("issues",),
        stand_ins={"issues": ()},
    ),
}
"""
Every class whose values are JSON objects. The member `version` stands before the others, at the root alone.
"""
