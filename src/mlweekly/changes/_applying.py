"""
Making one operation: from a value to a new value that shares everything off the operation's path.

Lives here: finding the place that a pointer names, and rebuilding the path to it.
Must not know: patches; where an operation came from.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeAlias, TypeVar, overload

from attrs import evolve

from mlweekly.changes._operations import (
    ContentsRelabelled,
    ContentsRetargeted,
    IssueRetitled,
    Operation,
    PeriodChanged,
)
from mlweekly.errors import ModelError, Problem
from mlweekly.model import ContentsEntry, Issue, Series

__all__ = ["applied"]

_Element = TypeVar("_Element")
_OfIssue: TypeAlias = IssueRetitled | PeriodChanged
_OfContents: TypeAlias = ContentsRelabelled | ContentsRetargeted

_ISSUE = re.compile(r"/issues/(0|[1-9][0-9]{0,8})")
_ENTRY = re.compile(r"/contents/(0|[1-9][0-9]{0,8})")


@overload
def applied(operation: Operation, target: Issue, problems: list[Problem]) -> Issue: ...
@overload
def applied(operation: Operation, target: Series, problems: list[Problem]) -> Series: ...
def applied(operation: Operation, target: Issue | Series, problems: list[Problem]) -> Issue | Series:
    """
    Return the target with the operation made in it.

    Args:
        operation: Its pointer starts from the target.
        target: Never changed; the new value shares all that the operation leaves alone.
        problems: Grows by one where the operation does not fit; the target comes back as it is then.
    """
    if isinstance(target, Series):
        return _in_series(operation, target, problems)
    if isinstance(operation, _OfIssue) and operation.pointer == "":
        return _changed(operation, target, lambda: _issue_after(operation, target), problems)
    problems.append(_misfit(operation, f"expected a place in an issue, found {operation.pointer!r}"))
    return target


def _in_series(operation: Operation, series: Series, problems: list[Problem]) -> Series:
    expression = _ISSUE if isinstance(operation, _OfIssue) else _ENTRY
    elements = series.issues if isinstance(operation, _OfIssue) else series.contents
    place = expression.fullmatch(operation.pointer)
    index = int(place[1]) if place else len(elements)
    if index >= len(elements):
        kind = "issues" if isinstance(operation, _OfIssue) else "entries of the contents list"
        problems.append(_misfit(operation, f"expected one of {len(elements)} {kind}, found {operation.pointer!r}"))
        return series
    if isinstance(operation, _OfIssue):
        issue = series.issues[index]
        issue = _changed(operation, issue, lambda: _issue_after(operation, issue), problems)
        return evolve(series, issues=_with(series.issues, index, issue))
    entry = series.contents[index]
    entry = _changed(operation, entry, lambda: _entry_after(operation, entry), problems)
    return evolve(series, contents=_with(series.contents, index, entry))


def _changed(
    operation: Operation, element: _Element, after: Callable[[], _Element], problems: list[Problem]
) -> _Element:
    """
    Return the element after the operation, or as it is where its member is not what the operation replaces.
    """
    found: object = getattr(element, operation.MEMBER)
    if found != operation.before:
        message = f"expected the {operation.MEMBER} {_shown(operation.before)}, found {_shown(found)}"
        problems.append(_misfit(operation, message))
        return element
    try:
        return after()
    except ModelError as refusal:
        problems.extend(_misfit(operation, f"its {operation.MEMBER} {each.message}") for each in refusal.problems)
        return element


def _issue_after(operation: _OfIssue, issue: Issue) -> Issue:
    if isinstance(operation, IssueRetitled):
        return evolve(issue, title=operation.after)
    return evolve(issue, period=operation.after)


def _entry_after(operation: _OfContents, entry: ContentsEntry) -> ContentsEntry:
    if isinstance(operation, ContentsRelabelled):
        return evolve(entry, label=operation.after)
    return evolve(entry, target=operation.after)


def _with(elements: tuple[_Element, ...], index: int, element: _Element) -> tuple[_Element, ...]:
    return (*elements[:index], element, *elements[index + 1 :])


def _misfit(operation: Operation, message: str) -> Problem:
    return Problem(operation.pointer, f"{type(operation).__name__} does not fit: {message}")


def _shown(value: object) -> str:
    return "None" if value is None else f'"{value}"'
