"""
A text that is to be edited, and what it holds as `dumps` would write it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator
from itertools import islice, takewhile

from attrs import evolve

from mlweekly._expressions import expression
from mlweekly.document import DIRECTIVE
from mlweekly.markdown._dialects import Dialect
from mlweekly.markdown._editing._trees import Node, Trees
from mlweekly.markdown._reading import Reading, read
from mlweekly.markdown._writing import WRITERS
from mlweekly.model import Issue, Series

__all__ = ["Original"]

_LINE_END = expression(r"\r\n?|\n")


class Original:
    """
    A text with its trees, shared by all patches that are applied in it.

    Attributes:
        reading: What was read of the text.
        trees: The trees of its fields.
        dialect: The dialect that it was read in.
        kept: Start and end of each part that fits no field, or defines links, in order: an edit keeps it.
    """

    def __init__(self, reading: Reading, dialect: Dialect) -> None:
        self.reading = reading
        self.text = reading.text
        self.dialect = dialect
        self.trees = Trees(reading)
        kept = [*reading.log.leftovers, *reading.log.definitions, *self._directives()]
        self.kept = sorted(set(map(self._whole_line, kept)))
        self._issues: dict[int, tuple[Node, Node] | None] = {}

    def _directives(self) -> Iterator[tuple[int, int]]:
        """
        Yield start and end of each comment to validation that is not part of a summary or an abstract.
        """
        if "mlweekly:" not in self.text:
            return
        texts = sorted(
            span
            for pointer, names, spans in self.reading.log.places
            for name, span in zip(names, spans, strict=True)
            if (pointer + name).endswith(("/summary", "/abstract"))
        )
        for match in DIRECTIVE.finditer(self.text):
            index = bisect_left(texts, match.span()) - 1
            if index < 0 or texts[index][1] < match.end():
                yield match.span()

    def _whole_line(self, span: tuple[int, int]) -> tuple[int, int]:
        """
        Return a part with the line end before it, if it has a line of its own.
        """
        lines = self.reading.log.lines
        index = lines.index_at(span[0])
        start, end = lines.starts[index], lines.ends[index]
        is_alone = index > 0 and not (self.text[start : span[0]] + self.text[span[1] : end]).strip()
        return (lines.ends[index - 1], end) if is_alone else span

    def kept_within(self, start: int, end: int) -> list[tuple[int, int]]:
        """
        Return the parts between two offsets that fit no field.
        """
        first = bisect_left(self.kept, (start, start))
        first -= first > 0 and self.kept[first - 1][1] > start
        return [*takewhile(lambda span: span[0] < end, islice(self.kept, first, None))]

    def line_end_at(self, offset: int) -> str:
        """
        Return what ends the line of an offset, or the lines before it, or any line.
        """
        found = _LINE_END.search(self.text, offset) or _LINE_END.search(self.text)
        return "\n" if found is None else found[0]

    def dialect_of(self, index: int) -> Dialect:
        """
        Return the dialect that an issue is written in: its tables may have other columns than others.
        """
        if index >= len(self.reading.issues):
            return self.dialect
        issue = self.reading.issues[index]
        if issue.columns is None or issue.columns == self.dialect.columns:
            return self.dialect
        return evolve(self.dialect, columns=issue.columns, header=issue.header)

    def written(
        self,
        value: Issue | Series,
        offset: int,
        dialect: Dialect,
        *,
        naming: Callable[[str], str] = str,
        only: int | None = None,
        inert: bool = False,
    ) -> Trees:
        """
        Return the trees of a value as `dumps` writes it.

        Args:
            value: An issue or a series.
            offset: An offset in the text, whose line ends are written.
            dialect: The dialect to write in.
            naming: What gives each pointer its key.
            only: The index of the issue, if it is one.
            inert: Whether each paragraph is written on a line that opens nothing, or as it is.
        """
        writer = WRITERS[dialect.layout][-1 if inert else 0]
        text = writer(value, dialect).replace("\n", self.line_end_at(offset))
        return Trees(read(text, dialect), naming, only)

    def issue(self, index: int) -> tuple[Node, Node] | None:
        """
        Return the tree of an issue in the text, and as `dumps` writes it; None if the latter is not read as an issue.
        """
        if index not in self._issues:
            source = self.trees.issue(index)
            usual = self.written(self.reading.series[index], source.start, self.dialect_of(index), only=index)
            self._issues[index] = (source, usual.issue(0)) if len(usual) == 1 else None
        return self._issues[index]
