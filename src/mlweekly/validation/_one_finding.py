"""
A habit is one finding: what most papers of an issue have in common is said once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from attrs import evolve

from mlweekly._expressions import expression
from mlweekly.changes import Patch
from mlweekly.validation._analysis._habits import ENOUGH_OTHERS
from mlweekly.validation._context import Context
from mlweekly.validation._finding import Fix, Severity, Violation

__all__ = ["one_for_each_habit"]

_PAPER = expression(r"(?:/issues/(?P<issue>[0-9]+))?/papers/(?P<paper>[0-9]+)")


def one_for_each_habit(
    violations: Iterable[Violation], issues: Sequence[Context], context: Context | None
) -> Iterator[Violation]:
    """
    Yield violations, in the end those that may be a habit.

    They are one where five papers of an issue or more have it, if that is most papers or is said in the same words.

    Args:
        violations: What one rule saw.
        issues: The issues of the series.
        context: The issue that the pointers start from; None where they start from the series.
    """
    groups: dict[tuple[int, str, Severity | None], list[tuple[int, Violation]]] = {}
    for violation in violations:
        match = _PAPER.match(violation.pointer)
        if violation.habit is None or match is None:
            yield violation
        else:
            index = context.index if context is not None else int(match["issue"])
            group = groups.setdefault((index, violation.habit, violation.severity), [])
            group.append((int(match["paper"]), violation))
    for (index, _, _), group in groups.items():
        found = [violation for _, violation in group]
        yield from [_in_one(found)] if _is_habit(group, issues[index]) else found


def _is_habit(group: Sequence[tuple[int, Violation]], issue: Context) -> bool:
    """
    Return whether five papers or more have something in common, if that is most papers, or said in the same words.
    """
    papers = {paper for paper, _ in group}
    words = {violation.message.removeprefix(issue.papers[paper].name) for paper, violation in group}
    return len(papers) >= ENOUGH_OTHERS and (2 * len(papers) > len(issue.papers) or len(words) == 1)


def _in_one(violations: Sequence[Violation]) -> Violation:
    first, *others = violations
    fixes = [each.fix for each in violations if each.fix is not None]
    fix = None
    if len(fixes) == len(violations):
        patch = Patch(operation for each in fixes for operation in each.patch)
        fix = Fix(patch, safe=all(each.safe for each in fixes))
    places = [place for each in violations for place in (each.places or (each.pointer,))]
    return evolve(
        first,
        more=len(others),
        evidence={**first.evidence, "times": len(violations)},
        identity_parts=("habit", str(first.habit)),
        fix=fix,
        places=tuple(dict.fromkeys(places)),
    )
