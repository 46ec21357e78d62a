"""
Reading: a text in, a series out, with everything that there is to say about how it was read.

There is a module for each layout, and one for each part that layouts share. None knows how anything is written.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from attrs import frozen

from mlweekly.document import Document, Form, Span
from mlweekly.markdown._blocks import Block, blocks_of
from mlweekly.markdown._dialects import Dialect, Layout
from mlweekly.markdown._hidden import HIDDEN
from mlweekly.markdown._lines import Lines
from mlweekly.markdown._reading._detection import detect
from mlweekly.markdown._reading._drafts import IssueDraft, SeriesDraft
from mlweekly.markdown._reading._entries import read_entries
from mlweekly.markdown._reading._list import read_list
from mlweekly.markdown._reading._log import ReadLog
from mlweekly.markdown._reading._outline import read_outline
from mlweekly.markdown._reading._periods import resolve_periods
from mlweekly.markdown._reading._posts import read_bare_lines, read_headings
from mlweekly.markdown._reading._rows import read_rows
from mlweekly.model import Series

__all__ = ["Reading", "read"]

_READERS: dict[Layout, Callable[[ReadLog, Sequence[Block], Dialect], SeriesDraft]] = {
    "rows": read_rows,
    "headings": read_headings,
    "lines": read_bare_lines,
    "entries": read_entries,
    "outline": read_outline,
    "list": read_list,
}
_LONE_SURROGATE = re.compile(r"[\ud800-\udfff]")


@frozen(eq=False)
class Reading:
    """
    What was read of a text.

    Attributes:
        text: The text.
        dialect: The dialect that it was read in; None if it is in none.
        series: The series that it holds.
        issues: The issues as they were read, with their offsets.
        log: What the reader wrote down.
        candidates: The dialects that were candidates beside the built-in ones; None if the dialect was named.
    """

    text: str
    dialect: Dialect | None
    series: Series
    issues: Sequence[IssueDraft]
    log: ReadLog
    candidates: tuple[Dialect, ...] | None

    def reread(self, text: str) -> Reading:
        """
        Return what is read of another text in the same way: in the dialect that was named, or in one that is detected.
        """
        return read(text, self.dialect) if self.candidates is None else read(text, None, self.candidates)

    @property
    def holds_series(self) -> bool:
        """
        Whether there is a series: issues, a title, a contents list, or a hidden block that speaks of a series of none.
        """
        series, text = self.series, self.text.removeprefix("\ufeff")
        return bool(series.issues or series.title or series.contents) or HIDDEN.match(text) is not None

    def document(self, name: str | None = None, form: Form | None = None) -> Document:
        """
        Return the document of this reading.
        """
        leftovers = sorted(self.log.leftovers)
        return Document(
            series=self.series,
            text=self.text,
            name=name,
            form=form,
            problems=self.log.problems,
            unplaced=tuple((self.log.lines.index_at(start) + 1, self.text[start:end]) for start, end in leftovers),
            unplaced_spans=tuple(Span(*span) for span in leftovers),
            places=tuple(self.log.places),
        )


def read(text: str, dialect: Dialect | None, candidates: Iterable[Dialect] = ()) -> Reading:
    """
    Return everything that a text holds, in the dialect, or in the one that it is detected to be in.
    """
    others = None if dialect is not None else tuple(candidates)
    lines = Lines(text)
    unreadable = _unreadable_lines(lines)
    log = ReadLog(_blanked(lines, unreadable) if unreadable else lines)
    blocks = blocks_of(log.lines)
    dialect = dialect or detect(log.text, blocks, others or ())
    if dialect is None:
        draft = SeriesDraft(log)
        log.leave(0, len(text))
    else:
        draft = _READERS[dialect.layout](log, blocks, dialect)
        resolve_periods(draft.issues, draft.contents, log)
    for index in unreadable:
        log.doubt("", lines.starts[index], "a line with a lone surrogate, which no text can hold")
        log.leftovers.append((lines.starts[index], lines.ends[index]))
    return Reading(text, dialect, draft.build(), draft.issues, log, others)


def _unreadable_lines(lines: Lines) -> Sequence[int]:
    """
    Return the indices of the lines with a lone surrogate, which no text of the model can hold.
    """
    try:
        lines.text.encode()  # ten times as fast as a search
    except UnicodeEncodeError:
        return sorted({lines.index_at(match.start()) for match in _LONE_SURROGATE.finditer(lines.text)})
    return ()


def _blanked(lines: Lines, indices: Sequence[int]) -> Lines:
    """
    Return the lines with nothing on these, every offset as it was.
    """
    text, parts, position = lines.text, list[str](), 0
    for index in indices:
        start, end = lines.starts[index], lines.ends[index]
        parts += (text[position:start], " " * (end - start))
        position = end
    return Lines("".join(parts) + text[position:])
