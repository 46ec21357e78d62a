"""
Changes of form alone.

Lives here: finding the piece of source text that a `Rewritten` replaces.
Must not know: what the piece is made into; any layout.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mlweekly.changes import Rewritten
from mlweekly.document import Document
from mlweekly.errors import Problem
from mlweekly.markdown._editing._replacements import Replacement

__all__ = ["form_changes"]


def form_changes(operations: Iterable[Rewritten], document: Document, problems: list[Problem]) -> Iterator[Replacement]:
    """
    Yield the replacement of each change of form.

    The piece stands in the field, or around it: of several like it, the first that shares a character with the field,
    or touches it.

    Args:
        operations: The changes; their pointers are those of the text as it is.
        document: The text.
        problems: Grows by one for each piece that is not found.
    """
    taken: list[tuple[int, int]] = []
    for operation in operations:
        place = document.find(operation.before, operation.pointer, taken)
        if place is None:
            message = f"expected the source text {operation.before!r}, found none of it at this place"
            problems.append(Problem(operation.pointer, message))
            continue
        taken.append(place)
        yield Replacement(*place, operation.after)
