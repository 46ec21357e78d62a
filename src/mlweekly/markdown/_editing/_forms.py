"""
Changes of form alone: finding the pieces of a text that they replace.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator

from mlweekly.changes import Rewritten
from mlweekly.document import Document, Span
from mlweekly.errors import Problem
from mlweekly.markdown._editing._spelling import Replacement

__all__ = ["form_changes"]


def form_changes(operations: Iterable[Rewritten], document: Document, problems: list[Problem]) -> Iterator[Replacement]:
    """
    Yield the replacement of each change of form.

    The piece is in the field, or around it: of several like it, the first that shares a character with the field, or
    touches it.

    Args:
        operations: The changes; their pointers are those of the text as it is.
        document: The text.
        problems: Grows by one for each piece that is not found.
    """
    taken: list[Span] = []
    for operation in operations:
        near = _near(taken, document.span(operation.pointer), len(operation.before))
        span = document.find(operation.before, operation.pointer, near)
        if span is None:
            message = f"expected the source text {operation.before!r}, found none of it at this place"
            problems.append(Problem(operation.pointer, message))
            continue
        insort(taken, span)
        yield Replacement(*span, operation.after)


def _near(taken: list[Span], field: Span | None, reach: int) -> list[Span]:
    """
    Return those of the spans, which are in order, that a piece in or around a field could meet.
    """
    if field is None:
        return taken
    first = bisect_left(taken, (field.start - 2 * reach, 0))
    return taken[max(0, first - 1) : bisect_left(taken, (field.end + 2 * reach, 0))]
