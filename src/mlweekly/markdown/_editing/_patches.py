"""
Patches as a document takes them: from the series down.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

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
    ParagraphAdded,
    Patch,
    PeriodChanged,
    PublishedChanged,
    Rewritten,
    SeriesRetitled,
    SourceChanged,
    contents_following,
)
from mlweekly.errors import PatchError, Problem
from mlweekly.model import Issue, Series

__all__ = ["in_series"]

_OF_ISSUE = (IssueRetitled, LanguageChanged, PeriodChanged, PublishedChanged, SourceChanged)
_OF_SERIES = (ContentsAdded, ContentsMoved, ContentsRemoved, IssueAdded, IssueMoved, IssueRemoved, SeriesRetitled)

_Target = TypeVar("_Target", Issue, Series)


def in_series(patch: Patch, series: Series) -> Patch:
    """
    Return the patch as one of the series that a text holds.

    An issue's patch is applied to the only issue there is, and takes the entry of the contents list along, which an
    issue does not have. If a patch could be either, of a lead alone, say, it is the series' if it fits the series,
    except that a paragraph that is added, which fits both, is the issue's.

    Raises:
        PatchError: It is an issue's, and the text holds none or many; or it does not fit.
    """
    is_of_issue = any(map(_speaks_of_issue, patch))
    if not is_of_issue and (any(map(_speaks_of_series, patch)) or len(series) != 1 or _is_of_series(patch, series)):
        return patch
    if len(series) != 1:
        raise PatchError(
            f"the patch is an issue's, the text holds {len(series)}: mlweekly.diff of two series returns its patch",
            (
                Problem(operation.pointer, 'expected a pointer from the series, such as "/issues/0/title"')
                for operation in patch
                if not _speaks_of_series(operation)
            ),
        )
    patch.apply(series[0])
    return Patch([*(operation.under("/issues/0") for operation in patch), *_contents_changes(patch, series)])


def _speaks_of_series(operation: Operation) -> bool:
    return operation.pointer.startswith(("/issues/", "/contents/", "/foot/")) or isinstance(operation, _OF_SERIES)


def _speaks_of_issue(operation: Operation) -> bool:
    if isinstance(operation, _OF_ISSUE) and not operation.pointer:
        return True
    is_issues_form = isinstance(operation, Rewritten) and operation.pointer in ("/period", "/source")
    return is_issues_form or operation.pointer.startswith(("/papers/", "/notices/", "/comments/"))


def _is_of_series(patch: Patch, series: Series) -> bool:
    """
    Return whether a patch that could be of the only issue, too, is the series'.
    """
    adds = any(isinstance(operation, ParagraphAdded) for operation in patch)
    return _fits(patch, series) and not (adds and _fits(patch, series[0]))


def _fits(patch: Patch, target: _Target) -> bool:
    try:
        patch.apply(target)
    except PatchError:
        return False
    return True


def _contents_changes(patch: Patch, series: Series) -> Iterator[Operation]:
    """
    Yield what makes the contents list follow a new title of the only issue.
    """
    period = series[0].period
    for operation in patch:
        if isinstance(operation, PeriodChanged):
            period = operation.after
    for operation in patch:
        if isinstance(operation, IssueRetitled) and operation.after is not None and period is not None:
            yield from contents_following(series, 0, operation.after, period)
