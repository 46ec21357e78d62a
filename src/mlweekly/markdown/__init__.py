"""
The Markdown dialects of digests: text in, values out, text back.

Lives here: the codec's face, `loads`, `loads_series`, `parse`, `dumps`, `edit` and `replacements`, and dialects as
values.
Must not know: JSON documents, and what is good or bad in an issue.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mlweekly.document import Document, Span
from mlweekly.errors import DecodeError, EncodeError, Problem
from mlweekly.markdown._dialects import DIALECTS, Dialect, SectionNames
from mlweekly.markdown._reading import holds_series, read
from mlweekly.markdown._writing import write
from mlweekly.model import Issue, Series

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mlweekly.changes import Patch

__all__ = [
    "DIALECTS",
    "Dialect",
    "SectionNames",
    "dumps",
    "edit",
    "loads",
    "loads_series",
    "parse",
    "replacements",
]


def parse(text: str, *, name: str | None = None, dialect: str | Dialect | None = None) -> Document:
    """
    Read a text and everything that there is to say about it; never raises for content.

    Args:
        text: A digest, or a document of many.
        name: What to call the text in reports; nothing is opened.
        dialect: A name of `DIALECTS`, a dialect of your own, or None to be told by the text.

    Raises:
        DecodeError: There is no dialect of this name.
    """
    return read(text, name, _dialect(dialect))


def _dialect(dialect: str | Dialect | None) -> Dialect | None:
    if dialect is None or isinstance(dialect, Dialect):
        return dialect
    if dialect not in DIALECTS:
        raise DecodeError(f"no dialect is called {dialect!r}, there are {', '.join(map(repr, DIALECTS))}")
    return DIALECTS[dialect]


def loads(text: str, *, dialect: str | Dialect | None = None, strict: bool = False) -> Issue:
    """
    Return the one issue that a text holds.

    Args:
        text: A digest.
        dialect: As for `parse`.
        strict: Whether text that no field holds is an error.

    Raises:
        DecodeError: There is no issue, or more than one (`loads_series` is for that), or a value that a constructor
            refuses, or, if strict, text that no field holds. It lists every reason with its line.
    """
    series = _series(parse(text, dialect=dialect), strict=strict)
    if len(series) != 1:
        raise DecodeError(f"the text holds {len(series)} issues, expected one: loads_series reads a document of many")
    return series[0]


def loads_series(text: str, *, dialect: str | Dialect | None = None, strict: bool = False) -> Series:
    """
    Return the series that a text holds, of one issue or many.

    Args:
        text: A document.
        dialect: As for `parse`.
        strict: Whether text that no field holds is an error.

    Raises:
        DecodeError: There is no issue, or a value that a constructor refuses, or, if strict, text that no field holds.
    """
    return _series(parse(text, dialect=dialect), strict=strict)


def _series(document: Document, *, strict: bool) -> Series:
    unplaced = [Problem("", f"no field holds {words!r}", line) for line, words in document.unplaced]
    if not holds_series(document):
        raise DecodeError("the text holds no issue", [*document.problems, *unplaced])
    if strict and unplaced:
        raise DecodeError("the text holds more than its fields", unplaced)
    return document.series


def dumps(value: Issue | Series, *, dialect: str | Dialect = "post", lossy: bool = False) -> str:
    """
    Return the text of an issue or a series.

    Args:
        value: What to write.
        dialect: A name of `DIALECTS`, or a dialect of your own; "post" holds every value whole.
        lossy: Whether to write what the dialect can hold where it cannot hold everything.

    Raises:
        EncodeError: The text would not be read as the same value, every part that would be lost is listed; or there is
            no dialect of this name.
    """
    if isinstance(dialect, str) and dialect not in DIALECTS:
        raise EncodeError(f"no dialect is called {dialect!r}, there are {', '.join(map(repr, DIALECTS))}")
    return write(value, DIALECTS[dialect] if isinstance(dialect, str) else dialect, lossy=lossy)


def edit(text: str, patch: Patch, *, dialect: str | Dialect | None = None) -> str:
    """
    Return the text with a patch made in it: what changes is rewritten, every other character stays.

    The new text is read again before it is returned, so that `loads_series(edit(text, patch))` is
    `patch.apply(loads_series(text))`. What has no place in the text yet is written in the form of what stands beside
    it.

    Args:
        text: A digest, or a document of many.
        patch: What to change: a patch of the series, whose pointers begin with `/issues/0`; where the text holds one
            issue, a patch of that issue too, which then takes its entry in the contents list along.
        dialect: As for `parse`.

    Raises:
        PatchError: The patch does not fit what the text holds.
        EncodeError: The dialect cannot show what the patch says; each part is listed, and nothing was done.
        DecodeError: The text holds no issue, or there is no dialect of this name.
    """
    # Few who read a digest edit it, and the room of changes is as large as this one.
    from mlweekly.markdown._editing import edit_text

    return edit_text(text, patch, _dialect(dialect))


def replacements(
    document: Document, patches: Iterable[Patch], *, dialect: str | Dialect | None = None
) -> tuple[tuple[tuple[Span, str], ...] | None, ...]:
    """
    Return for each patch the places in a text that it changes and what stands there then, as if it were the only patch.

    That is what `edit` does to the text, for someone else to do: an editor, or a page that proposes corrections. The
    places of one patch are in order and do not overlap.

    Args:
        document: A text as it was read.
        patches: Patches as `edit` takes them.
        dialect: The dialect that it was read in, where that is one of your own.

    Returns:
        None for a patch that does not fit, or that the dialect cannot show in this way.

    Raises:
        DecodeError: There is no dialect of this name.
    """
    from mlweekly.markdown._editing._regions import replacements_of

    return tuple(
        None if found is None else tuple((Span(each.start, each.end), each.words) for each in found)
        for found in replacements_of(document, tuple(patches), _dialect(dialect))
    )
