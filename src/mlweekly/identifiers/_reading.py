"""
What a reader of one host's URLs returns.
"""

from __future__ import annotations

from typing import Generic, Literal, NamedTuple, TypeAlias, TypeVar

Kind: TypeAlias = Literal["paper", "post", "code", "model", "dataset", "video"]

_Identifier = TypeVar("_Identifier", covariant=True)


class Reading(NamedTuple, Generic[_Identifier]):
    """
    What a URL points to, as far as its host's reader can tell.

    Attributes:
        kind: None if the host keeps pages of every kind there.
        identifier: None if the URL carries none, or one that cannot exist.
        page: The address of a page within the target, without its query; None for the address of the target itself.
        used: The query parameter that the identifier was read from.
    """

    kind: Kind | None
    identifier: _Identifier | None = None
    page: str | None = None
    used: str | None = None
