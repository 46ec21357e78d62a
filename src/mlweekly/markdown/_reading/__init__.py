"""
Reading: a text in, a document out.

Lives here: `read`, which chooses the reader of a dialect's layout; beside it one module for each layout and each shared
part.
Must not know: how anything is written.
"""

from __future__ import annotations

from collections.abc import Callable

from mlweekly.document import Document
from mlweekly.markdown._dialects import Dialect, Layout
from mlweekly.markdown._reading._bare_lines import read_bare_lines
from mlweekly.markdown._reading._detection import detect
from mlweekly.markdown._reading._drafts import SeriesDraft
from mlweekly.markdown._reading._entries import read_entries
from mlweekly.markdown._reading._headings import read_headings
from mlweekly.markdown._reading._lines import Lines
from mlweekly.markdown._reading._notes import Notes
from mlweekly.markdown._reading._rows import read_rows

__all__ = ["read"]

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
    notes = Notes(Lines(text))
    dialect = dialect or detect(notes.lines)
    if dialect is None:
        draft = SeriesDraft(notes)
        for index in range(len(notes.lines)):
            notes.leave_line(index)
    else:
        draft = _READERS[dialect.layout](notes, dialect)
    return Document(
        series=draft.made(),
        text=text,
        name=name,
        dialect=None if dialect is None else dialect.name,
        problems=notes.problems,
        unplaced=notes.unplaced,
        places=tuple(notes.places),
    )
