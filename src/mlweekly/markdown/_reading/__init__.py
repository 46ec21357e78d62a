"""
Reading: a text in, a document out.

Lives here: `read`, which chooses the reader of a dialect's layout; beside it one module for each layout and each shared
part.
Must not know: how anything is written.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from mlweekly.document import Document, Span
from mlweekly.markdown._blocks import BLOCK
from mlweekly.markdown._dialects import Dialect, Layout
from mlweekly.markdown._reading._bare_lines import read_bare_lines
from mlweekly.markdown._reading._detection import detect
from mlweekly.markdown._reading._drafts import SeriesDraft
from mlweekly.markdown._reading._entries import read_entries
from mlweekly.markdown._reading._headings import read_headings
from mlweekly.markdown._reading._lines import Lines, unreadable_lines
from mlweekly.markdown._reading._notes import Notes
from mlweekly.markdown._reading._periods import resolve_periods
from mlweekly.markdown._reading._rows import read_rows

__all__ = ["holds_series", "read"]

_READERS: dict[Layout, Callable[[Notes, Dialect], SeriesDraft]] = {
    "rows": read_rows,
    "headings": read_headings,
    "lines": read_bare_lines,
    "entries": read_entries,
}


def read(text: str, name: str | None, dialect: Dialect | None) -> Document:
    """
    Return everything that a text holds, in the dialect, or in the one that its signs speak for.
    """
    lines = Lines(text)
    unreadable = unreadable_lines(lines)
    notes = Notes(_blanked(lines, unreadable) if unreadable else lines)
    dialect = dialect or detect(notes.lines)
    if dialect is None:
        draft = SeriesDraft(notes)
        for index in range(len(notes.lines)):
            notes.leave_line(index)
    else:
        draft = _READERS[dialect.layout](notes, dialect)
        resolve_periods(draft.issues, draft.contents, notes)
    for index in unreadable:
        notes.doubt("", lines.starts[index], "a line with a lone surrogate, which no text can hold")
    series = draft.made()
    left = sorted([*notes.unplaced, *((lines.starts[index], lines.ends[index]) for index in unreadable)])
    return Document(
        series=series,
        text=text,
        name=name,
        dialect=None if dialect is None else dialect.name,
        problems=notes.problems,
        unplaced=tuple((lines.number_at(start), text[start:end]) for start, end in left),
        unplaced_spans=tuple(Span(*span) for span in left),
        places=tuple(notes.places),
    )


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


def holds_series(document: Document) -> bool:
    """
    Tell whether a series was read: issues, a title, a contents list, or a block that speaks of a series of none.
    """
    series = document.series
    return (
        bool(series.issues or series.title or series.contents)
        or BLOCK.match(document.text.removeprefix("\ufeff")) is not None
    )
