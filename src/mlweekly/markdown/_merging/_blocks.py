"""
Conflicts as a person sees them: blocks of whole lines between the marks of git.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence

from attrs import evolve, frozen

from mlweekly._expressions import expression
from mlweekly.changes import Conflict
from mlweekly.markdown._merged import TextConflict
from mlweekly.markdown._merging._hunks import Hunk, hunks
from mlweekly.markdown._merging._pieces import lines_of

__all__ = ["Outcome", "marked"]

_LINE_END = expression(r"\r\n?|\n")


@frozen(eq=False)
class Outcome:
    """
    The merged text with every conflict decided for one of the three.

    Attributes:
        lines: Its lines, with their ends.
        compared: The same lines without what only follows from a decision.
        elements: The indices of the lines in which a paper, an issue, or an entry of the contents list begins.
    """

    lines: Sequence[str]
    compared: Sequence[str]
    elements: Collection[int]


@frozen(eq=False)
class _Block:
    """
    The lines of a conflict in each of the three outcomes.

    Attributes:
        lines: Start and end among the lines of the base.
        base: Them.
        ours: Our lines.
        theirs: Their lines.
    """

    lines: tuple[int, int]
    base: str
    ours: str
    theirs: str


def marked(
    outcomes: Sequence[Outcome], labels: tuple[str, str], fields: Iterable[tuple[int, Conflict]]
) -> tuple[str, tuple[TextConflict, ...]]:
    """
    Return the text with a block for each part in which our outcome differs from theirs, and the blocks.

    Args:
        outcomes: The text with conflicts as in the base, decided for our side, and decided for theirs.
        labels: What the marks call the sides.
        fields: The fields in conflict, each with the index of its line in the outcome of the base.
    """
    first_lines = [line for each in outcomes for line in each.lines[:1]]
    line_end = next((found[0] for line in first_lines if (found := _LINE_END.search(line)) is not None), "\n")
    parts: list[str] = []
    conflicts: list[TextConflict] = []
    bases: list[tuple[int, int]] = []
    for each in _blocks(outcomes):
        if isinstance(each, _Block):
            conflicts.append(TextConflict(len(parts) + 1, each.base, each.ours, each.theirs))
            bases.append(each.lines)
            parts += _lines_of_block(each, labels, line_end)
        else:
            parts.append(each)
    return "".join(parts), tuple(_with_fields(conflicts, bases, fields))


def _blocks(outcomes: Sequence[Outcome]) -> Iterator[str | _Block]:
    """
    Yield each line on which the sides agree, and each block.
    """
    ends: Sequence[int] = (0, 0, 0)
    for hunk in hunks(*(each.compared for each in outcomes)):
        yield from _agreed(outcomes, ends, [start for start, _ in hunk])
        for part in _by_element(hunk, outcomes):
            ours, theirs = (each.compared[slice(*span)] for each, span in zip(outcomes[1:], part[1:], strict=True))
            if ours == theirs:
                yield from outcomes[1].lines[slice(*part.ours)]
            else:
                yield _Block(
                    part.base, *("".join(each.lines[slice(*span)]) for each, span in zip(outcomes, part, strict=True))
                )
        ends = [end for _, end in hunk]
    yield from _agreed(outcomes, ends, [len(each.lines) for each in outcomes])


def _agreed(outcomes: Sequence[Outcome], starts: Sequence[int], ends: Sequence[int]) -> Iterator[str]:
    """
    Yield lines outside the hunks: as both sides have them, and where their ranks differ as the base has them.
    """
    lines = (each.lines[start:end] for each, start, end in zip(outcomes, starts, ends, strict=True))
    for base, ours, theirs in zip(*lines, strict=True):
        yield ours if ours == theirs else base


def _by_element(hunk: Hunk, outcomes: Sequence[Outcome]) -> Iterator[Hunk]:
    """
    Yield a part line by line if each of its lines is an element of its own, such as the row of a paper.
    """
    if len({end - start for start, end in hunk}) == 1 and all(
        line in each.elements for span, each in zip(hunk, outcomes, strict=True) for line in range(*span)
    ):
        for each in zip(*(range(*span) for span in hunk), strict=True):
            yield Hunk(*((line, line + 1) for line in each))
    else:
        yield hunk


def _lines_of_block(block: _Block, labels: tuple[str, str], end: str) -> list[str]:
    lines = [f"<<<<<<< {labels[0]}{end}"]
    for side, mark in ((block.ours, "======="), (block.theirs, f">>>>>>> {labels[1]}")):
        lines += lines_of(side)
        if side and not side.endswith(("\r", "\n")):
            lines[-1] += end
        lines.append(f"{mark}{end}")
    return lines


def _with_fields(
    conflicts: Sequence[TextConflict], bases: Sequence[tuple[int, int]], fields: Iterable[tuple[int, Conflict]]
) -> Iterator[TextConflict]:
    """
    Yield the conflicts, each field in the one that is nearest to it.
    """
    nearest: list[list[Conflict]] = [[] for _ in conflicts]
    starts = [start for start, _ in bases]
    for line, field in fields if bases else ():
        index = bisect_left(starts, line + 1)
        candidates = range(max(0, index - 1), min(len(bases), index + 1))
        nearest[min(candidates, key=lambda each: _distance(bases[each], line))].append(field)
    for conflict, found in zip(conflicts, nearest, strict=True):
        yield evolve(conflict, fields=tuple(found))


def _distance(lines: tuple[int, int], line: int) -> int:
    start, end = lines
    return max(start - line, line - max(start, end - 1), 0)
