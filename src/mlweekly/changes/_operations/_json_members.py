"""
What changes in members that hold any JSON: an issue's metadata, and what a newer minor version added to any value.
"""

from __future__ import annotations

from attrs import field, frozen

from mlweekly.changes._operations._shapes import (
    EntryAdded,
    EntryChanged,
    EntryRemoved,
    Value,  # noqa: F401 -- get_type_hints resolves what the classes inherit
    on,
    undoes,
)
from mlweekly.errors import ModelError, Problem
from mlweekly.model import Issue, JsonValue, Text, comparable, freeze  # noqa: F401 -- as above

__all__ = ["ExtraAdded", "ExtraChanged", "ExtraRemoved", "MetadataAdded", "MetadataChanged", "MetadataRemoved"]


def _json(value: object) -> JsonValue:
    problems: list[Problem] = []
    frozen_value = freeze(value, problems)
    if problems:
        raise ModelError("cannot make this operation", problems)
    return frozen_value


@frozen
class _MemberAdded(EntryAdded[JsonValue]):
    member: str = field(kw_only=True)
    after: JsonValue = field(kw_only=True, converter=_json, eq=comparable)


@frozen
class _MemberRemoved(EntryRemoved[JsonValue]):
    member: str = field(kw_only=True)
    before: JsonValue = field(kw_only=True, converter=_json, eq=comparable)


@frozen
class _MemberChanged(EntryChanged[JsonValue]):
    member: str = field(kw_only=True)
    before: JsonValue = field(kw_only=True, converter=_json, eq=comparable)
    after: JsonValue = field(kw_only=True, converter=_json, eq=comparable)


@frozen
class ExtraAdded(_MemberAdded):
    """
    A value gets an extra member more.

    Attributes:
        pointer: The value that the member belongs to: `/papers/0`.
        member: The name of the member.
        after: Its value.
    """

    NOUN = "extra member"


@undoes(ExtraAdded)
@frozen
class ExtraRemoved(_MemberRemoved):
    """
    A value loses an extra member.

    Attributes:
        pointer: The value that the member belongs to.
        member: The name of the member.
        before: Its value.
    """

    NOUN = "extra member"


@frozen
class ExtraChanged(_MemberChanged):
    """
    An extra member gets another value.

    Attributes:
        pointer: The value that the member belongs to.
        member: The name of the member.
    """

    NOUN = "extra member"


@frozen
class MetadataAdded(_MemberAdded):
    """
    An issue gets a member of its metadata more.

    Attributes:
        member: The name of the member.
        after: Its value.
    """

    ON = on(Issue, "metadata")
    NOUN = "metadata member"


@undoes(MetadataAdded)
@frozen
class MetadataRemoved(_MemberRemoved):
    """
    An issue loses a member of its metadata.

    Attributes:
        member: The name of the member.
        before: Its value.
    """

    ON = on(Issue, "metadata")
    NOUN = "metadata member"


@frozen
class MetadataChanged(_MemberChanged):
    """
    A member of an issue's metadata gets another value.

    Attributes:
        member: The name of the member.
    """

    ON = on(Issue, "metadata")
    NOUN = "metadata member"
