"""
Where each element of a changed series comes from.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from attrs import define, field

from mlweekly.changes import ElementAdded, ElementMoved, ElementRemoved, Operation
from mlweekly.model import Series

__all__ = ["Origin", "origins_of"]


@define
class Origin:
    """
    Which element before the patch an element is.

    Attributes:
        position: Its position before the patch; None if the patch adds it.
        value: The element as it was, or as it came.
    """

    position: int | None
    value: object
    _sequences: dict[str, list[Origin]] = field(factory=dict[str, list["Origin"]], init=False)

    def sequence(self, name: str) -> list[Origin]:
        """
        Return the origins of the elements of a member.
        """
        if name not in self._sequences:
            elements = cast("Iterable[object]", getattr(self.value, name))
            self._sequences[name] = [Origin(index, element) for index, element in enumerate(elements)]
        return self._sequences[name]

    def positions(self, name: str) -> list[int | None]:
        """
        Return for each element of a member its position before the patch.
        """
        return [origin.position for origin in self.sequence(name)]


def origins_of(operations: Iterable[Operation], series: Series) -> Origin:
    """
    Return the origins of everything in the series that a fitting patch gives.
    """
    root = Origin(0, series)
    for operation in operations:
        if not isinstance(operation, ElementAdded | ElementRemoved | ElementMoved):
            continue
        *path, last = operation.pointer.split("/")[1:]
        sequence = _sequence_at(root, path)
        if isinstance(operation, ElementAdded):
            added = cast("ElementAdded[object]", operation)
            sequence.insert(int(last), Origin(None, added.after))
        elif isinstance(operation, ElementRemoved):
            del sequence[int(last)]
        else:
            sequence.insert(operation.to, sequence.pop(int(last)))
    return root


def _sequence_at(root: Origin, path: list[str]) -> list[Origin]:
    origin = root
    for name, position in zip(path[:-1:2], path[1::2], strict=True):
        origin = origin.sequence(name)[int(position)]
    return origin.sequence(path[-1])
