"""
What a row of the table of growth is made of.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

Prepare = Callable[[int], Callable[[], object]]


class Case(NamedTuple):
    """
    One row of the table.

    Attributes:
        room: The part of the library.
        name: What the call works on.
        prepare: Makes the input of a given size, and returns the call that is measured.
        memory: Whether the peak of memory is measured too.
    """

    room: str
    name: str
    prepare: Prepare
    memory: bool = False


class Family(NamedTuple):
    """
    Many inputs of one kind, of which the table shows the one that grows most.
    """

    room: str
    name: str
    members: dict[str, Prepare]
