"""
What a reader writes down while it reads.

Lives here: `Notes`: places, doubts, and what found no place.
Must not know: any dialect.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from mlweekly.document import Places
from mlweekly.errors import Problem
from mlweekly.markdown._reading._frames import is_directive
from mlweekly.markdown._reading._lines import Lines, stripped
from mlweekly.markdown._reading._links import ScannedLink

__all__ = ["Notes"]


_WHOLE = ("",)


@lru_cache(maxsize=64)
def _names_of_links(count: int) -> tuple[str, ...]:
    return tuple(f"/{index}{part}" for index in range(count) for part in ("", "/url", "/label"))


class Notes:
    """
    The places, problems and unplaced parts of one reading, each in the order of the text once it is sealed.
    """

    __slots__ = ("_problems", "_unplaced", "lines", "places", "text")

    def __init__(self, lines: Lines) -> None:
        self.lines = lines
        self.text = lines.text
        self.places: list[Places] = []
        self._problems: list[tuple[int, str, str, str | None]] = []
        self._unplaced: list[tuple[int, int]] = []

    def place(self, pointer: str, start: int, end: int) -> None:
        """
        Note where a field stands.
        """
        self.places.append((pointer, _WHOLE, ((start, end),)))

    def place_all(self, pointer: str, names: tuple[str, ...], spans: tuple[tuple[int, int], ...]) -> None:
        """
        Note where the parts of a field stand: for each name, its start and end.
        """
        self.places.append((pointer, names, spans))

    def place_links(self, links: Sequence[ScannedLink], pointer: str) -> None:
        """
        Note where links stand, and how they are bent.
        """
        spans: list[tuple[int, int]] = []
        for index, link in enumerate(links):
            spans += link[1:4]
            if link.doubt is not None:
                self.doubt(f"{pointer}/{index}", link.whole[0], link.doubt, kind=link.kind)
        self.places.append((pointer, _names_of_links(len(links)), tuple(spans)))

    def doubt(self, pointer: str, offset: int, message: str, *, kind: str | None = None) -> None:
        """
        Note that something was read with doubt, and how.
        """
        self._problems.append((offset, pointer, message, kind))

    def leave(self, start: int, end: int) -> None:
        """
        Note that no field holds this part of a line; a comment that speaks to validation needs none.
        """
        start, end = stripped(self.text, start, end)
        if start < end and not is_directive(self.text, start, end):
            self._unplaced.append((start, end))

    def leave_line(self, index: int) -> None:
        """
        Note that no field holds this line.
        """
        self.leave(self.lines.starts[index], self.lines.ends[index])

    @property
    def problems(self) -> tuple[Problem, ...]:
        """
        The doubts, in the order of the text.
        """
        ordered = sorted(self._problems, key=lambda problem: problem[0])
        return tuple(
            Problem(pointer, message, self.lines.number_at(offset), kind) for offset, pointer, message, kind in ordered
        )

    @property
    def unplaced(self) -> list[tuple[int, int]]:
        """
        Start and end of each part that no field holds.
        """
        return self._unplaced
