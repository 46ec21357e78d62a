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
        kind: None where the host keeps pages of every kind there.
        identifier: None where the URL carries none, or one that cannot exist.
        page: Address of a page inside the identified thing, without query; None where the URL is the thing's own.
        held: The query parameter that the identifier already says.
    """

    kind: Kind | None
    identifier: _Identifier | None = None
    page: str | None = None
    held: str | None = None
