"""
Editing: a patch made in the text that a value was read from.

Lives here: `edit_text`, which asks the dialect's layout for replacements and lets nothing out that is not read as it
should be; beside it one module for each layout and each shared part.
Must not know: where a patch comes from.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

from attrs import evolve

from mlweekly.changes import Patch, Rewritten
from mlweekly.document import DIRECTIVE, Document
from mlweekly.errors import DecodeError, EncodeError, PatchError, Problem
from mlweekly.markdown._dialects import DIALECTS, Dialect, Layout
from mlweekly.markdown._editing._entries import edit_entries
from mlweekly.markdown._editing._forms import form_changes
from mlweekly.markdown._editing._origins import Origin, origins_of
from mlweekly.markdown._editing._patches import in_series
from mlweekly.markdown._editing._posts import edit_bare_lines, edit_headings
from mlweekly.markdown._editing._replacements import Replacement, made
from mlweekly.markdown._editing._rows import edit_rows
from mlweekly.markdown._editing._source import Source
from mlweekly.markdown._reading import holds_series, read
from mlweekly.markdown._writing._losses import losses
from mlweekly.model import Series

__all__ = ["EDITORS", "edit_text"]

Editor: TypeAlias = Callable[[Source, Series, Series, Origin], Iterator[Replacement]]

EDITORS: dict[Layout, Editor] = {
    "rows": edit_rows,
    "headings": edit_headings,
    "lines": edit_bare_lines,
    "entries": edit_entries,
}
_PARTS = re.compile(
    r"(?:(/issues/[0-9]+)(?:/(?:papers|lead|notices|comments)/[0-9]+)?|/(?:lead|foot)/[0-9]+|/contents)?"
)
_WHOLE_ISSUE = re.compile(r"(?:/issues/[0-9]+)?")
_TRIES = 6


def edit_text(text: str, patch: Patch, dialect: Dialect | None) -> str:
    """
    Return the text with the patch made in it.

    Changes of form are made first, in the text as it is. What finer replacements do not show is written anew, part by
    part: a paper, and in a post that holds nothing but its fields, an issue or the document.

    Args:
        text: The text.
        patch: What to change.
        dialect: The dialect to read it in; None to be told by the text.

    Raises:
        DecodeError: The text holds no issue.
        PatchError: The patch does not fit what the text holds.
        EncodeError: The new text would not be read as the patched value.
    """
    document = read(text, None, dialect)
    if not holds_series(document):
        raise DecodeError("the text holds no issue to edit", document.problems)
    rooted = in_series(patch, document.series)
    new = rooted.apply(document.series)
    forms = [operation for operation in rooted if isinstance(operation, Rewritten)]
    if forms:
        document = _in_other_form(document, forms, dialect)
    if new == document.series:
        return document.text
    return _edited(document, new, origins_of(rooted, document.series), dialect)


def _in_other_form(document: Document, operations: Iterable[Rewritten], dialect: Dialect | None) -> Document:
    problems: list[Problem] = []
    replacements = list(form_changes(operations, document, problems))
    if problems:
        raise PatchError("cannot make this patch in the text", problems)
    again = read(made(document.text, replacements), None, dialect)
    problems = list(losses(document.series, again.series, again.dialect or "none"))
    if problems:
        raise EncodeError("the change of form would change what the text says", problems)
    return again


def _edited(document: Document, new: Series, origins: Origin, dialect: Dialect | None) -> str:
    used = dialect or DIALECTS[str(document.dialect)]
    source = Source.of(document, used)
    holds_more = bool(document.unplaced) or DIRECTIVE.search(document.text) is not None
    problems: tuple[Problem, ...] = ()
    for _ in range(_TRIES):
        text = made(document.text, EDITORS[used.layout](source, document.series, new, origins))
        again = read(text, None, dialect)
        if again.series == new and holds_series(again):
            return text
        problems = tuple(losses(new, again.series, used.name)) or (Problem("", "no issue would be left to read"),)
        wholes = source.wholes | {_whole(problem.pointer, source.wholes) for problem in problems}
        if wholes == source.wholes or (holds_more and any(map(_WHOLE_ISSUE.fullmatch, wholes))):
            break
        source = evolve(source, wholes=wholes)
    raise EncodeError(f"the dialect {used.name!r} cannot show this patch, the text stays as it is", problems)


def _whole(pointer: str, wholes: frozenset[str]) -> str:
    """
    Return the smallest part around a place that is not yet written anew.
    """
    match = _PARTS.match(pointer)
    parts = ("",) if match is None else (match[0], match[1] or "", "")
    return next((part for part in parts if part not in wholes), "")
