"""
A text that is being edited, and where everything stands in it.

Lives here: `Source`, and the small questions that every layout asks it.
Must not know: any layout; what changes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from attrs import field, frozen

from mlweekly.document import Document
from mlweekly.markdown._dialects import Dialect
from mlweekly.markdown._editing._carrying import differences
from mlweekly.markdown._editing._replacements import Element, Replacement, resequenced
from mlweekly.markdown._reading._frames import is_rule
from mlweekly.markdown._reading._lines import Lines

__all__ = ["BETWEEN_PARAGRAPHS", "END_OF_LINE", "Change", "Source"]

END_OF_LINE = re.compile(r"\r\n?|\n")
BETWEEN_PARAGRAPHS = re.compile(r"(?:[ \t]*(?:\r\n?|\n))+")

Change = Iterator[Replacement]


def _places(document: Document) -> dict[str, tuple[int, int]]:
    return {
        pointer + name: span
        for pointer, names, spans in document.places
        for name, span in zip(names, spans, strict=True)
    }


@frozen(eq=False)
class Source:
    """
    A text with its lines and places.

    Attributes:
        text: The text.
        dialect: The dialect that it was read in.
        places: Start and end of each field, by pointer; empty parts included.
        lines: Its lines.
        wholes: Pointers, in the series that shall be, of what is to be written anew: finer edits of it were not read as
            they should.
    """

    text: str
    dialect: Dialect
    places: dict[str, tuple[int, int]]
    lines: Lines
    wholes: frozenset[str] = field(default=frozenset())

    @classmethod
    def of(cls, document: Document, dialect: Dialect) -> Source:
        """
        Return the source of a document.
        """
        return cls(document.text, dialect, _places(document), Lines(document.text))

    def words(self, pointer: str) -> str:
        """
        Return the source of a field that is printed.
        """
        return self.text[slice(*self.places[pointer])]

    def line_end(self, offset: int) -> str:
        """
        Return the mark that ends the line of an offset, or the lines before it, or any line.
        """
        behind = END_OF_LINE.search(self.text, min(offset, len(self.text)))
        found = behind or END_OF_LINE.search(self.text)
        return "\n" if found is None else found[0]

    def whole_lines(self, start: int, end: int) -> tuple[int, int]:
        """
        Return start and end of the lines that hold a part of the text, the last end mark excluded.
        """
        first, last = self.lines.number_at(start) - 1, self.lines.number_at(max(start, end)) - 1
        return self.lines.starts[first], self.lines.ends[last]

    def without_frame(self, start: int, end: int) -> tuple[int, int]:
        """
        Return start and end of a part of the text without the blank lines and rules behind it.
        """
        words = self.text[start:end].rstrip()
        while is_rule(last := words[max(words.rfind("\n"), words.rfind("\r")) + 1 :]):
            words = words[: len(words) - len(last)].rstrip()
        last_character = start + len(words)
        return start, min(end, self.whole_lines(last_character, last_character)[1])

    def paragraphs(
        self, pointer: str, old: Sequence[str], new: Sequence[str], origins: Sequence[int | None], anchor: int
    ) -> Change:
        """
        Yield what makes paragraphs of a lead, of notices or of a foot what they shall be, each as it is.

        Args:
            pointer: Where they stand.
            old: The paragraphs before.
            new: The paragraphs that shall be.
            origins: Where each of these stood before.
            anchor: Where the first paragraph goes if there is none yet: the end of the line before it.
        """
        places = [self.whole_lines(*self.places[f"{pointer}/{index}"]) for index in range(len(old))]
        mark = self.line_end(anchor)
        elements = [Element(origin, words.replace("\n", mark)) for origin, words in zip(origins, new, strict=True)]
        for origin, words in zip(origins, new, strict=True):
            if origin is not None and old[origin] != words:
                yield Replacement(*self.places[f"{pointer}/{origin}"], words.replace("\n", mark))
        if places:
            yield from resequenced(self.text, places, elements, BETWEEN_PARAGRAPHS, mark * 2)
        elif elements:
            yield self.inserted(anchor, [element.words for element in elements], mark)

    def inserted(self, anchor: int, blocks: Iterable[str], mark: str) -> Replacement:
        """
        Return blocks put behind the line that ends at an offset, blank lines around them.
        """
        before = mark * 2 if self.text[:anchor].strip("\ufeff \t\r\n") else ""
        gap = BETWEEN_PARAGRAPHS.match(self.text, anchor)
        line_ends = 0 if gap is None else len(END_OF_LINE.findall(gap[0]))
        after = mark * max(0, 2 - line_ends) if self.text[anchor:].strip() else ""
        return Replacement(anchor, anchor, before + (mark * 2).join(blocks) + after)

    def bounds(self, start: int, end: int) -> list[tuple[int, int]]:
        """
        Return start and end of each line of a part of the text, their end marks excluded.
        """
        bounds: list[tuple[int, int]] = []
        for match in END_OF_LINE.finditer(self.text, start, end):
            bounds.append((start, match.start()))
            start = match.end()
        return [*bounds, (start, end)]

    def changed_lines(self, bounds: Sequence[tuple[int, int]], new: Sequence[str], mark: str) -> Change:
        """
        Yield what makes neighbouring lines what they shall be, so that the ends of those that stay do so too.

        Args:
            bounds: Start and end of each line.
            new: The lines that shall be.
            mark: What ends a line that comes.
        """
        for tag, first, last, begin, end in differences([self.text[slice(*each)] for each in bounds], new):
            lines = new[begin:end]
            if tag == "replace":
                yield Replacement(bounds[first][0], bounds[last - 1][1], mark.join(lines))
            elif tag == "insert" and first == len(bounds):
                yield Replacement(bounds[-1][1], bounds[-1][1], "".join(mark + line for line in lines))
            elif tag == "insert":
                yield Replacement(bounds[first][0], bounds[first][0], "".join(line + mark for line in lines))
            elif tag == "equal":
                continue
            elif last < len(bounds):
                yield Replacement(bounds[first][0], bounds[last][0], "")
            else:
                yield Replacement(bounds[max(0, first - 1)][1], bounds[-1][1], "")
