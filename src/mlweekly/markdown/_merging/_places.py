"""
Where the fields in conflict are, in the text of the base and in the merged one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mlweekly._expressions import expression
from mlweekly.changes import Conflict, Merged, Origin, diff, origins_of
from mlweekly.document import Document, Span
from mlweekly.markdown._editing._spelling import Replacement, applied
from mlweekly.markdown._merging._blocks import Outcome
from mlweekly.markdown._merging._pieces import lines_of
from mlweekly.model import Series

__all__ = ["lines_of_conflicts", "outcomes_of", "spans_of_conflicts"]

_ELEMENT = expression(r"(?:/issues/[0-9]+(?:/papers/[0-9]+)?|/contents/[0-9]+)(?=/|$)")
_ENTRY = expression(r"/issues/[0-9]+/papers/[0-9]+|/contents/[0-9]+")
_RANK = expression(r"/issues/[0-9]+/papers/[0-9]+/rank")
_STEP = expression(r"/([a-z]+)/([0-9]+)(?=/|$)")


def spans_of_conflicts(conflicts: Iterable[Conflict], document: Document) -> list[tuple[int, int]]:
    """
    Return start and end of the fields in conflict, in order and apart.

    A field that is not printed is taken for the paper or the entry that it belongs to.
    """
    found = sorted(span for each in conflicts if (span := _span(each.pointer, document)) is not None)
    apart: list[tuple[int, int]] = []
    for start, end in found:
        if apart and start < apart[-1][1]:
            apart[-1] = (apart[-1][0], max(end, apart[-1][1]))
        else:
            apart.append((start, end))
    return apart


def _span(pointer: str, document: Document) -> Span | None:
    span = document.span(pointer)
    while span is None and _ENTRY.match(pointer) is not None:
        pointer = pointer.rpartition("/")[0]
        span = document.span(pointer)
    return span


def outcomes_of(documents: Iterable[Document], conflicts: Iterable[Conflict]) -> list[Outcome]:
    """
    Return the outcomes for a comparison: ranks that only follow the order are no difference.
    """
    has_ranks = any(_RANK.fullmatch(each.pointer) is not None for each in conflicts)
    return [_outcome(document, without_ranks=not has_ranks) for document in documents]


def _outcome(document: Document, *, without_ranks: bool) -> Outcome:
    starts: dict[str, int] = {}
    ranks: list[Replacement] = []
    for pointer, span in document.fields():
        match = _ELEMENT.match(pointer)
        if match is not None and "/topics" not in pointer:
            starts[match[0]] = min(span.start, starts.get(match[0], span.start))
        if without_ranks and _RANK.fullmatch(pointer) is not None:
            ranks.append(Replacement(*span, ""))
    elements = frozenset(document.position(start).line - 1 for start in starts.values())
    return Outcome(lines_of(document.text), lines_of(applied(document.text, ranks)), elements)


def lines_of_conflicts(values: Merged[Series], document: Document) -> Iterator[tuple[int, Conflict]]:
    """
    Yield each field in conflict with the index of its line in the text that leaves all conflicts as in the base.
    """
    positions = _Positions(origins_of(diff(values.base, document.series), values.base))
    for conflict in values.conflicts:
        span = _span(positions.pointer(conflict.pointer), document)
        yield (0 if span is None else document.position(span.start).line - 1), conflict


class _Positions:
    """
    Where the elements of a value are after a change.
    """

    def __init__(self, root: Origin) -> None:
        self._root = root
        self._known: dict[str, dict[int | None, tuple[int, Origin]]] = {}

    def pointer(self, pointer: str) -> str:
        """
        Return a pointer into the value before as one into the value afterwards, as far as it leads.
        """
        origin, found, rest = self._root, "", pointer
        while (step := _STEP.match(rest)) is not None:
            name, index = f"{found}/{step[1]}", int(step[2])
            if name not in self._known:
                elements = enumerate(origin.sequence(step[1]))
                self._known[name] = {
                    each.position: (place, each) for place, each in elements if each.position is not None
                }
            if index not in self._known[name]:
                return found
            place, origin = self._known[name][index]
            found, rest = f"{name}/{place}", rest[step.end() :]
        return found + rest
