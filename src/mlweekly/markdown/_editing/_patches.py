"""
Patches as a document takes them: from the series down.

Lives here: which patches speak of an issue alone, and what they become in a text of one issue.
Must not know: texts.
"""

from __future__ import annotations

from collections.abc import Iterator

from mlweekly.changes import (
    ContentsAdded,
    ContentsMoved,
    ContentsRemoved,
    IssueAdded,
    IssueMoved,
    IssueRemoved,
    IssueRetitled,
    LanguageChanged,
    Operation,
    Patch,
    PeriodChanged,
    PublishedChanged,
    Rewritten,
    SeriesRetitled,
    SourceChanged,
    contents_following,
)
from mlweekly.errors import PatchError, Problem
from mlweekly.model import Series

__all__ = ["in_series"]

_OF_ISSUE = (IssueRetitled, LanguageChanged, PeriodChanged, PublishedChanged, SourceChanged)
_OF_SERIES = (ContentsAdded, ContentsMoved, ContentsRemoved, IssueAdded, IssueMoved, IssueRemoved, SeriesRetitled)


def in_series(patch: Patch, series: Series) -> Patch:
    """
    Return the patch as one of the series that a text holds.

    An issue's patch is made in the only issue there is, and takes the entry of the contents list along, of which an
    issue cannot speak. Where a patch could be either, of a lead alone, say, it is the series' if it fits it.

    Raises:
        PatchError: It is an issue's, and the text holds none or many; or it does not fit.
    """
    speaks_of_issue = any(_speaks_of_issue(operation) for operation in patch)
    if not speaks_of_issue and (any(map(_speaks_of_series, patch)) or len(series) != 1 or _fits(patch, series)):
        return patch
    if len(series) != 1:
        raise PatchError(
            f"the patch is an issue's, the text holds {len(series)}",
            (
                Problem(operation.pointer, 'expected a pointer from the series, such as "/issues/0/title"')
                for operation in patch
                if not _speaks_of_series(operation)
            ),
        )
    patch.apply(series[0])
    return Patch([*(operation.under("/issues/0") for operation in patch), *_carried_along(patch, series)])


def _speaks_of_series(operation: Operation) -> bool:
    return operation.pointer.startswith(("/issues/", "/contents/", "/foot/")) or isinstance(operation, _OF_SERIES)


def _speaks_of_issue(operation: Operation) -> bool:
    if isinstance(operation, _OF_ISSUE) and not operation.pointer:
        return True
    is_issues_form = isinstance(operation, Rewritten) and operation.pointer in ("/period", "/source")
    return is_issues_form or operation.pointer.startswith(("/papers/", "/notices/", "/comments/"))


def _fits(patch: Patch, series: Series) -> bool:
    try:
        patch.apply(series)
    except PatchError:
        return False
    return True


def _carried_along(patch: Patch, series: Series) -> Iterator[Operation]:
    period = series[0].period
    for operation in patch:
        if isinstance(operation, PeriodChanged):
            period = operation.after
    for operation in patch:
        if isinstance(operation, IssueRetitled) and operation.after is not None and period is not None:
            yield from contents_following(series, 0, operation.after, period)
