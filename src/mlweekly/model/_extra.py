"""
Members that a newer minor version added and this one does not know.

Lives here: how every class of the model holds them.
Must not know: any class of the model; the codecs, which fill and write them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from mlweekly.errors import ModelError, Problem
from mlweekly.model._mapping import FrozenMapping, JsonValue, freeze

__all__ = ["NO_EXTRA", "Extra", "extra_members", "extra_problems"]

Extra = FrozenMapping[str, JsonValue]

NO_EXTRA: Extra = FrozenMapping()


def extra_members(members: Mapping[str, object]) -> Extra:
    """
    Return the members as immutable JSON values.

    Raises:
        ModelError: A value is nothing that JSON can carry; every such value is listed.
    """
    if members is NO_EXTRA or not members:
        return NO_EXTRA
    problems: list[Problem] = []
    frozen = freeze(dict(members), problems, "/extra")
    if problems or not isinstance(frozen, FrozenMapping):
        raise ModelError("cannot hold these extra members", problems)
    return frozen


def extra_problems(extra: Extra, known: tuple[str, ...]) -> Iterator[Problem]:
    """
    Yield a problem for each extra member that has a place of its own.
    """
    for name in extra:
        if name in known:
            yield Problem("/extra", f"must not repeat the member {name!r}")
