"""
Writing: values in, a text out. There is one module for each layout, and one for each part that layouts share.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeAlias

from mlweekly.errors import EncodeError, Problem
from mlweekly.markdown._dialects import DIALECTS, Dialect, Layout
from mlweekly.markdown._reading import Reading, read
from mlweekly.markdown._writing._bare_lines import write_bare_lines
from mlweekly.markdown._writing._entries import write_entries
from mlweekly.markdown._writing._headings import write_headings
from mlweekly.markdown._writing._list import write_list
from mlweekly.markdown._writing._losses import losses
from mlweekly.markdown._writing._outline import write_outline
from mlweekly.markdown._writing._rows import write_rows
from mlweekly.model import Issue, Series

__all__ = ["WRITERS", "write"]

Writer: TypeAlias = Callable[[Issue | Series, Dialect], str]


def _with_labels(writer: Callable[..., str]) -> tuple[Writer, ...]:
    ways = ((False, False), (False, True), (True, False), (True, True))
    return tuple(partial(writer, inert=inert, tells_language=tells_language) for inert, tells_language in ways)


WRITERS: dict[Layout, tuple[Writer, ...]] = {
    "headings": (partial(write_headings, marked=False), partial(write_headings, marked=True)),
    "rows": (partial(write_rows, inert=False), partial(write_rows, inert=True)),
    "entries": (partial(write_entries, inert=False), partial(write_entries, inert=True)),
    "lines": (partial(write_bare_lines, inert=False), partial(write_bare_lines, inert=True)),
    "outline": _with_labels(write_outline),
    "list": _with_labels(write_list),
}
"""
The ways to write a layout. The first one writes paragraphs as they are; if that is read as something else, the last one
writes each of them on a line that opens nothing. The last one of posts marks the text as a post, and those of outlines
and lists between the first and the last one name the language that the words do not tell.
"""


_OPEN: tuple[Layout, ...] = ("outline", "list")


def write(value: Issue | Series, dialect: Dialect, *, lossy: bool) -> str:
    """
    Return the text of an issue or a series in a dialect, in the commonest real form.

    Args:
        value: What to write.
        dialect: Its words and marks.
        lossy: Whether to write what the dialect can hold, instead of raising, if it cannot hold everything.

    Raises:
        EncodeError: The text would not be read as the same value; every difference is listed.
    """
    text = ""
    problems: tuple[Problem, ...] = ()
    *_, last = WRITERS[dialect.layout]
    for writer in WRITERS[dialect.layout]:
        text = writer(value, dialect)
        reading = _read_back(text, dialect)
        if reading.dialect != dialect and dialect.layout == "headings":
            if writer is not last:
                continue
            reading = read(text, dialect)
        problems = tuple(losses(value, _value_of(reading, type(value)), dialect.name))
        if not problems:
            return text
    if lossy:
        return text
    if dialect.layout in _OPEN and not [*losses(value, _value_of(read(text, dialect), type(value)), dialect.name)]:
        problems = (Problem("", f"the text alone does not show that it is in the dialect {dialect.name!r}"),)
    raise EncodeError(f"the dialect {dialect.name!r} cannot hold this {type(value).__name__}", problems)


def _read_back(text: str, dialect: Dialect) -> Reading:
    """
    Return what is read of a text that was written.

    A post must be detected as one, which a hidden block can ensure. Outlines and lists have many forms, and a text that
    is not detected as one of them would be read as something else.
    """
    if dialect.layout not in ("headings", *_OPEN):
        return read(text, dialect)
    return read(text, None, () if dialect in DIALECTS.values() else (dialect,))


def _value_of(reading: Reading, kind: type[Issue | Series]) -> Issue | Series | None:
    if kind is Issue:
        return reading.series[0] if len(reading.series) == 1 else None
    return reading.series if reading.holds_series else None
