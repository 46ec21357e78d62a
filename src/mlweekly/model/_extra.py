"""
Members that a newer minor version added and this one does not know.

Lives here: how every class of the model holds them.
Must not know: any class of the model; the codecs, which fill and write them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import cast

from mlweekly.errors import Problem
from mlweekly.model._mapping import FrozenMapping, JsonValue, freeze

__all__ = ["NO_EXTRA", "Extra", "extra_members", "extra_problems"]

Extra = FrozenMapping[str, JsonValue]

NO_EXTRA: Extra = FrozenMapping()


def extra_members(members: Mapping[str, object]) -> Extra:
    """
    Return the members as immutable JSON values; what JSON cannot carry stays as it is, and `extra_problems` tells it.
    """
    if members is NO_EXTRA or not members:
        return NO_EXTRA
    problems: list[Problem] = []
    frozen = freeze(members, problems, "/extra")
    return frozen if isinstance(frozen, FrozenMapping) and not problems else cast("Extra", members)


def extra_problems(extra: Extra, known: tuple[str, ...]) -> Iterator[Problem]:
    """
    Yield a problem for each extra member that has a place of its own, and for each value that JSON cannot carry.
    """
    problems: list[Problem] = []
    frozen = freeze(extra, problems, "/extra")
    yield from problems
    if not isinstance(frozen, FrozenMapping):
        if not problems:
            yield Problem("/extra", f"must be a mapping of members, got {extra!r}")
        return
    for name in frozen:
        if name in known:
            yield Problem("/extra", f"must not repeat the member {name!r}")
