"""
What a reader writes down while it reads: where fields are, what was read with doubt, and what fits no field.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from mlweekly.document import Places
from mlweekly.errors import Problem
from mlweekly.markdown._blocks import Block, is_directive
from mlweekly.markdown._lines import Lines, stripped
from mlweekly.markdown._reading._links import Definitions, Scanned, ScannedLink, scan_links

__all__ = ["ReadLog"]

_WHOLE = ("",)


@lru_cache(maxsize=64)
def _names_of_links(count: int) -> tuple[str, ...]:
    return tuple(f"/{index}{part}" for index in range(count) for part in ("", "/url", "/label"))


class ReadLog:
    """
    The log of one reading.

    Attributes:
        lines: The lines of the text.
        text: The text.
        places: The spans of fields, as `Document` takes them.
        extents: Start and end of each paper that has more lines than its place, by pointer.
        leftovers: Start and end of each part that fits no field.
        definitions: Start and end of the lines of these definitions.
        references: The folded names of the link reference definitions that links refer to.
    """

    __slots__ = (
        "_definitions",
        "_problems",
        "definitions",
        "extents",
        "leftovers",
        "lines",
        "places",
        "references",
        "text",
    )

    def __init__(self, lines: Lines, definitions: Definitions) -> None:
        self.lines = lines
        self.text = lines.text
        self.places: list[Places] = []
        self.extents: dict[str, tuple[int, int]] = {}
        self.leftovers: list[tuple[int, int]] = []
        self.references: set[str] = set()
        self.definitions: list[tuple[int, int]] = []
        self._definitions = definitions
        self._problems: list[tuple[int, str, str, str | None]] = []

    def scan_links(self, start: int, end: int) -> Scanned:
        """
        Find every link between two offsets, those that refer to a definition too.
        """
        return scan_links(self.text, start, end, self._definitions)

    def place(self, pointer: str, start: int, end: int) -> None:
        """
        Note the span of a field.
        """
        self.places.append((pointer, _WHOLE, ((start, end),)))

    def place_all(self, pointer: str, names: tuple[str, ...], spans: tuple[tuple[int, int], ...]) -> None:
        """
        Note the spans of the parts of a field, one for each name.
        """
        self.places.append((pointer, names, spans))

    def place_links(self, links: Sequence[ScannedLink], pointer: str) -> None:
        """
        Note the spans of links, which of them are malformed, and which words in their brackets fit no field.
        """
        spans: list[tuple[int, int]] = []
        for index, link in enumerate(links):
            spans += link[1:4]
            if link.doubt is not None:
                self.doubt(f"{pointer}/{index}", link.whole[0], link.doubt, kind=link.kind)
            if link.inner is not None or link.reference is not None:
                self.take_link(link)
        self.places.append((pointer, _names_of_links(len(links)), tuple(spans)))

    def take_link(self, link: ScannedLink) -> None:
        """
        Note what belongs to a link that was read: the words in its brackets that fit no field, and its definition.
        """
        if link.inner is not None:
            self.leave(*link.inner)
        if link.reference is not None:
            self.references.add(link.reference)

    def take_definition(self, name: str, block: Block, title: tuple[int, int] | None) -> None:
        """
        Note which line defines the target of links, and the title of that, which fits no field; one of none fits none.
        """
        if name not in self.references:
            self.leave(block.start, block.end)
            return
        self.definitions.append((block.start, block.end))
        if title is not None:
            self.leave(*title)

    def doubt(self, pointer: str, offset: int, message: str, *, kind: str | None = None) -> None:
        """
        Note that something was read with doubt, and why.
        """
        self._problems.append((offset, pointer, message, kind))

    def refuse(self, pointer: str, offset: int, problems: Sequence[Problem]) -> None:
        """
        Note why the model refuses a paper.
        """
        for problem in problems:
            kind = "rank-refused" if problem.pointer == "/rank" else problem.kind
            self.doubt(pointer + problem.pointer, offset, problem.message, kind=kind)

    def leave(self, start: int, end: int) -> None:
        """
        Note that a part of the text fits no field, line by line; comments to validation need none.
        """
        for start_in_line, end_in_line in self.lines.within(start, end):
            first, last = stripped(self.text, start_in_line, end_in_line)
            if first < last and not is_directive(self.text, first, last):
                self.leftovers.append((first, last))

    @property
    def problems(self) -> tuple[Problem, ...]:
        """
        The doubts, in the order of the text.
        """
        ordered = sorted(self._problems, key=lambda problem: problem[0])
        return tuple(
            Problem(pointer, message, self.lines.index_at(offset) + 1, kind)
            for offset, pointer, message, kind in ordered
        )
