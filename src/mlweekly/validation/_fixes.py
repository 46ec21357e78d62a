"""
From the fixes of single findings to one patch.

Lives here: moving an issue's fix into its series, and joining the fixes that do not touch each other.
Must not know: any rule; how operations are made.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import evolve

from mlweekly.changes import IssueRetitled, Operation, Patch, PeriodChanged, contents_following
from mlweekly.errors import pointer_to
from mlweekly.model import Series
from mlweekly.validation._finding import Finding, Fix

__all__ = ["fix_in_series", "joined"]


def fix_in_series(fix: Fix, series: Series, index: int) -> Fix:
    """
    Return the fix of one issue as a fix of the series: a new title takes its contents entry along.
    """
    prefix = pointer_to("issues", index)
    own = [evolve(operation, pointer=prefix + operation.pointer) for operation in fix.patch]
    return evolve(fix, patch=Patch([*own, *_contents_operations(fix.patch, series, index)]))


def _contents_operations(patch: Patch, series: Series, index: int) -> Iterator[Operation]:
    period = series.issues[index].period
    for operation in patch:
        if isinstance(operation, PeriodChanged):
            period = operation.after
    for operation in patch:
        if isinstance(operation, IssueRetitled) and operation.after is not None and period is not None:
            yield from contents_following(series, index, operation.after, period)


def joined(findings: Iterable[Finding], *, unsafe: bool) -> Patch:
    """
    Return the fixes of the findings as one patch.

    A fix that would change a field otherwise than an earlier fix does is left out as a whole: validating the fixed
    value again brings it back if it is still needed.
    """
    made: dict[tuple[str, str], Operation] = {}
    for finding in findings:
        fix = finding.fix
        if fix is None or not (fix.safe or unsafe):
            continue
        own = {(operation.pointer, operation.MEMBER): operation for operation in fix.patch}
        if all(made.get(place, operation) == operation for place, operation in own.items()):
            made.update(own)
    return Patch(made.values())
