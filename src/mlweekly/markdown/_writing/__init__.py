"""
Writing: values in, a text out.

Lives here: `write`, which chooses the writer of a dialect's layout and lets nothing be lost unseen; beside it one
module for each layout and each shared part.
Must not know: how a text is scanned. What it wrote, it asks the reader to read back.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeAlias

from mlweekly.errors import EncodeError, Problem
from mlweekly.markdown._dialects import Dialect, Layout
from mlweekly.markdown._reading import holds_series, read
from mlweekly.markdown._writing._bare_lines import write_bare_lines
from mlweekly.markdown._writing._entries import write_entries
from mlweekly.markdown._writing._headings import write_headings
from mlweekly.markdown._writing._losses import losses
from mlweekly.markdown._writing._rows import write_rows
from mlweekly.model import Issue, Series

__all__ = ["write"]

Writer: TypeAlias = Callable[[Issue | Series, Dialect], str]

_FORMS: dict[Layout, tuple[Writer, ...]] = {
    "headings": (write_headings,),
    "rows": (partial(write_rows, inert=False), partial(write_rows, inert=True)),
    "entries": (partial(write_entries, inert=False), partial(write_entries, inert=True)),
    "lines": (partial(write_bare_lines, inert=False), partial(write_bare_lines, inert=True)),
}
"""
The forms in which a layout can be written. The first has paragraphs as they are; where that is read as something else,
the last has each of them on a line that opens nothing.
"""


def write(value: Issue | Series, dialect: Dialect, *, lossy: bool) -> str:
    """
    Return the text of an issue or a series in a dialect, in the commonest real form.

    Args:
        value: What to write.
        dialect: Its words and marks.
        lossy: Whether to write what the dialect can hold, instead of raising, where it cannot hold everything.

    Raises:
        EncodeError: The text would not be read as the same value; every difference is listed.
    """
    text = ""
    problems: tuple[Problem, ...] = ()
    for form in _FORMS[dialect.layout]:
        text = form(value, dialect)
        found = _read_back(text, dialect, type(value))
        problems = tuple(losses(value, found, dialect.name))
        if not problems:
            return text
    if lossy:
        return text
    raise EncodeError(f"the dialect {dialect.name!r} cannot hold this {type(value).__name__}", problems)


def _read_back(text: str, dialect: Dialect, kind: type[Issue | Series]) -> Issue | Series | None:
    document = read(text, None, dialect)
    if kind is Issue:
        return document.series[0] if len(document.series) == 1 else None
    return document.series if holds_series(document) else None
