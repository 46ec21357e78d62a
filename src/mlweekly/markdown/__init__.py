"""
The Markdown dialects of digests: text in, values out, text back.

Nothing here knows JSON documents, or what is good or bad in an issue.
"""

from __future__ import annotations

from collections.abc import Iterable
from types import NoneType
from typing import TYPE_CHECKING

from mlweekly._loading import on_demand
from mlweekly._mistakes import did_you_mean
from mlweekly._wording import expect, expect_each, shown
from mlweekly.changes import Patch
from mlweekly.document import Document, Replacements
from mlweekly.errors import DecodeError, EncodeError, Problem
from mlweekly.markdown._dialects import DIALECTS, Dialect, SectionNames
from mlweekly.markdown._form import DialectForm
from mlweekly.markdown._merged import MergedText, TextConflict
from mlweekly.markdown._plain_text import plain_text
from mlweekly.markdown._reading import Reading, read
from mlweekly.markdown._writing import write
from mlweekly.model import Issue, Series

__all__ = [
    "DIALECTS",
    "Dialect",
    "MergedText",
    "SectionNames",
    "TextConflict",
    "dumps",
    "edit",
    "loads",
    "loads_series",
    "merge",
    "parse",
    "plain_text",
    "replacements",
]

if not TYPE_CHECKING:
    __getattr__, __dir__ = on_demand(__name__, __all__)


def parse(
    text: str,
    *,
    name: str | None = None,
    dialect: str | Dialect | None = None,
    dialects: Iterable[Dialect] = (),
) -> Document:
    """
    Return a text with the series that it holds and how it was read; never raises for content.

    Args:
        text: A digest, or a document of many.
        name: What to call the text in reports; nothing is opened.
        dialect: A name of `DIALECTS` or of `dialects`, a dialect of your own, or None to detect it.
        dialects: Dialects of your own that the text may be in, beside the built-in ones; they are detected by the same
            means, and of two that fit equally well yours is chosen.

    Raises:
        DecodeError: There is no dialect of this name.
    """
    reading = _read(text, dialect, dialects)
    expect(name, (str, NoneType), "a name as str, or None")
    return reading.document(name, DialectForm.of(reading))


def _read(text: str, dialect: str | Dialect | None, dialects: Iterable[Dialect]) -> Reading:
    expect(text, str, "a text as str")
    expect(dialect, (str, Dialect, NoneType), "the name of a dialect, a Dialect or None")
    candidates = expect_each(dialects, Dialect, "a Dialect among dialects", "dialects, such as dialects=[mine]")
    if isinstance(dialect, str):
        named = {**DIALECTS, **{each.name: each for each in candidates}}
        if dialect not in named:
            raise DecodeError(_unknown_dialect(dialect, named))
        dialect = named[dialect]
    return read(text, dialect, candidates)


def _unknown_dialect(name: str, known: Iterable[str]) -> str:
    return f"no dialect is called {name!r}, there are {', '.join(map(repr, known))}{did_you_mean(name, known)}"


def loads(
    text: str,
    *,
    dialect: str | Dialect | None = None,
    dialects: Iterable[Dialect] = (),
    strict: bool = False,
) -> Issue:
    """
    Return the one issue that a text holds.

    Args:
        text: A digest.
        dialect: As for `parse`.
        dialects: As for `parse`.
        strict: Whether text that fits no field is an error, and links to papers of which none was read.

    Raises:
        DecodeError: There is no issue, or more than one (`loads_series` is for that), or a value that a constructor
            refuses, or, if strict, text that fits no field. It lists every reason with its line.
    """
    series = _series(_read(text, dialect, dialects), strict=strict)
    if len(series) != 1:
        raise DecodeError(f"the text holds {len(series)} issues, expected one: loads_series reads a document of many")
    return series[0]


def loads_series(
    text: str,
    *,
    dialect: str | Dialect | None = None,
    dialects: Iterable[Dialect] = (),
    strict: bool = False,
) -> Series:
    """
    Return the series that a text holds, of one issue or many.

    Args:
        text: A document.
        dialect: As for `parse`.
        dialects: As for `parse`.
        strict: Whether text that fits no field is an error, and links to papers of which none was read.

    Raises:
        DecodeError: There is no issue, or a value that a constructor refuses, or, if strict, text that fits no field.
    """
    return _series(_read(text, dialect, dialects), strict=strict)


def _series(reading: Reading, *, strict: bool) -> Series:
    if reading.holds_series and not strict:
        return reading.series
    document = reading.document()
    unplaced = [Problem("", f"{shown(words)} fits no field", line) for line, words in document.unplaced]
    if not reading.holds_series:
        raise DecodeError("the text holds no issue", [*document.problems, *unplaced])
    unread = [problem for problem in document.problems if problem.kind == "no-paper-read"]
    if unplaced or unread:
        raise DecodeError("the text holds more than its fields", [*unread, *unplaced])
    return reading.series


def dumps(value: Issue | Series, *, dialect: str | Dialect = "post", lossy: bool = False) -> str:
    """
    Return the text of an issue or a series.

    Args:
        value: What to write.
        dialect: A name of `DIALECTS`, or a dialect of your own; "post" holds every value whole.
        lossy: Whether to write what the dialect can hold, even if it cannot hold everything.

    Raises:
        EncodeError: The text would not be read as the same value, every part that would be lost is listed; or there is
            no dialect of this name.
    """
    expect(value, (Issue, Series), "an Issue or a Series")
    expect(dialect, (str, Dialect), "the name of a dialect, or a Dialect")
    if isinstance(dialect, str) and dialect not in DIALECTS:
        raise EncodeError(_unknown_dialect(dialect, DIALECTS))
    return write(value, DIALECTS[dialect] if isinstance(dialect, str) else dialect, lossy=lossy)


def edit(
    text: str,
    patch: Patch,
    *,
    dialect: str | Dialect | None = None,
    dialects: Iterable[Dialect] = (),
) -> str:
    """
    Return the text with a patch applied in it: what changes is rewritten, and every other character stays.

    The new text is read again before it is returned, so that `loads_series(edit(text, patch))` is
    `patch.apply(loads_series(text))`. New parts are written like those beside them. An empty patch returns
    any text as it is.

    Args:
        text: A digest, or a document of many.
        patch: What to change: a patch of the series, whose pointers begin with `/issues/0`; if the text holds one
            issue, also a patch of that issue, which then takes its entry in the contents list along.
        dialect: As for `parse`.
        dialects: As for `parse`.

    Raises:
        PatchError: The patch does not fit what the text holds.
        EncodeError: The dialect cannot show what the patch says; each part is listed, and nothing was changed.
        DecodeError: The text holds no issue, or there is no dialect of this name.
    """
    reading = _read(text, dialect, dialects)
    expect(patch, Patch, "a Patch")
    if not patch:
        return text
    # Few who read a digest edit it, and what edits is as large as what reads.
    from mlweekly.markdown._editing import edited

    return edited(reading, patch).text


def merge(
    base: str,
    *,
    ours: str,
    theirs: str,
    labels: tuple[str, str] = ("ours", "theirs"),
    dialect: str | Dialect | None = None,
    dialects: Iterable[Dialect] = (),
) -> MergedText:
    """
    Combine two texts that started from one base, field by field: two edits of one row or paragraph are no conflict.

    What neither side changed stays as it is, and what one side changed in form alone stays changed. Without conflicts,
    the text is read as `mlweekly.merge` of the three values. What is in conflict is a block of whole lines between the
    marks of git; with every block decided for one side, the text is read as the values, merged and decided so, but for
    ranks that only follow the order. If the dialect cannot show that, the blocks are the lines that both sides changed.

    Args:
        base: The text that both sides started from.
        ours: Our text.
        theirs: Their text.
        labels: What the marks call our side and theirs, such as the names of branches.
        dialect: As for `parse`.
        dialects: As for `parse`.

    Raises:
        DecodeError: A text holds no issue, the message says which; or there is no dialect of this name.
    """
    expect(dialects, Iterable, "dialects, such as dialects=[mine]")
    candidates = tuple(dialects)
    expected = 'the names of both sides on one line each, such as labels=("main", "fixes")'
    expect(labels, tuple, expected)
    for label in labels:
        expect(label, str, expected)
    if [len(f"{label}.".splitlines()) for label in labels] != [1, 1]:
        raise TypeError(f"expected {expected}, got {labels!r}")
    before, one, other = (_read(text, dialect, candidates) for text in (base, ours, theirs))
    # Few who read a digest merge it, and what edits is as large as what reads.
    from mlweekly.markdown._merging import merged_texts

    return merged_texts(before, one, other, labels)


def replacements(document: Document, patches: Iterable[Patch]) -> tuple[Replacements | None, ...]:
    """
    Return for each patch the spans of a text that it replaces, and with what, as if it were the only patch.

    That is what `edit` does to the text, for someone else to do: an editor, or a page that proposes corrections. The
    spans of one patch are in order and do not overlap.

    Args:
        document: A text as it was read.
        patches: Patches as `edit` takes them.

    Returns:
        None for a patch that does not fit, or that the dialect cannot show.

    Raises:
        TypeError: It is no document, or one of the patches is none.
    """
    expect(document, Document, "a Document, as parse returns it")
    return document.replacements(patches)
