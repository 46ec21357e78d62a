"""
Elements of a text with each of their fields as one character.
"""

from __future__ import annotations

from bisect import bisect_right

from mlweekly.markdown._editing._trees import Node

__all__ = ["Skeleton"]


class Skeleton:
    """
    The text of an element in which each field is one character.
    """

    def __init__(self, node: Node, marks: dict[str, str]) -> None:
        self.fields = [child for child in node.children if child.key in marks]
        self.places: list[int] = []
        self._starts, self._offsets = [0], [node.start]
        parts: list[str] = []
        length, position = 0, node.start
        for child in self.fields:
            length += child.start - position
            parts += (node.text[position : child.start], marks[child.key])
            self.places.append(length)
            length, position = length + 1, child.end
            self._starts.append(length)
            self._offsets.append(position)
        self.text = "".join((*parts, node.text[position : node.end]))

    def offset(self, place: int) -> int:
        """
        Return the offset in the text of a place in the skeleton.
        """
        index = bisect_right(self._starts, place) - 1
        return self._offsets[index] + place - self._starts[index]
