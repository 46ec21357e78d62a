"""
What a reader of one host's URLs hands back.

Lives here: the kinds of target and `Reading`.
Must not know: any host.
"""

from __future__ import annotations

from typing import Generic, Literal, NamedTuple, TypeAlias, TypeVar

__all__ = ["Kind", "Reading"]

Kind: TypeAlias = Literal["paper", "post", "code", "model", "dataset", "video"]

_Held = TypeVar("_Held", covariant=True)


class Reading(NamedTuple, Generic[_Held]):
    """
    What a URL points to, as far as its host's reader can tell.

    Attributes:
        kind: None where the host keeps pages of every kind there.
        identifier: None where the URL carries none, or one that cannot exist.
        page: Address of a page inside the identified thing, without query; None where the URL is the thing's own.
        held: The query parameter that the identifier already says.
    """

    kind: Kind | None
    identifier: _Held | None = None
    page: str | None = None
    held: str | None = None
