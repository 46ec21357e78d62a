"""
Where each element of a changed series comes from.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from attrs import define, field

from mlweekly.changes import ElementAdded, ElementMoved, ElementRemoved, Operation
from mlweekly.model import Series

__all__ = ["ElementSource", "element_sources"]


@define(eq=False, repr=False)
class ElementSource:
    """
    Which element before the patch an element is.

    Attributes:
        position: Its position before the patch; None if the patch adds it.
        value: The element as it was, or as it came.
    """

    position: int | None
    value: object
    _sequences: dict[str, list[ElementSource]] = field(factory=dict[str, list["ElementSource"]], init=False)

    def sequence(self, name: str) -> list[ElementSource]:
        """
        Return the sources of the elements of a member.
        """
        if name not in self._sequences:
            elements = cast("Iterable[object]", getattr(self.value, name))
            self._sequences[name] = [ElementSource(index, element) for index, element in enumerate(elements)]
        return self._sequences[name]

    def positions(self, name: str) -> list[int | None]:
        """
        Return for each element of a member its position before the patch.
        """
        return [source.position for source in self.sequence(name)]


def element_sources(operations: Iterable[Operation], series: Series) -> ElementSource:
    """
    Return the sources of everything in the series that a fitting patch gives.
    """
    root = ElementSource(0, series)
    for operation in operations:
        if not isinstance(operation, ElementAdded | ElementRemoved | ElementMoved):
            continue
        *path, last = operation.pointer.split("/")[1:]
        sequence = _sequence_at(root, path)
        if isinstance(operation, ElementAdded):
            added = cast("ElementAdded[object]", operation)
            sequence.insert(int(last), ElementSource(None, added.after))
        elif isinstance(operation, ElementRemoved):
            del sequence[int(last)]
        else:
            sequence.insert(operation.to, sequence.pop(int(last)))
    return root


def _sequence_at(root: ElementSource, path: list[str]) -> list[ElementSource]:
    source = root
    for name, position in zip(path[:-1:2], path[1::2], strict=True):
        source = source.sequence(name)[int(position)]
    return source.sequence(path[-1])
