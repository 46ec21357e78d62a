"""
Where patches would be applied in a text, each one alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from attrs import evolve, frozen

from mlweekly._expressions import expression
from mlweekly.changes import Patch, Rewritten
from mlweekly.document import Document, Replacements, Span
from mlweekly.errors import ModelError, PatchError, Problem
from mlweekly.markdown._editing._editor import Editor
from mlweekly.markdown._editing._element_sources import element_sources
from mlweekly.markdown._editing._forms import form_changes
from mlweekly.markdown._editing._originals import Original
from mlweekly.markdown._editing._patches import in_series
from mlweekly.markdown._editing._spelling import Replacement, applied
from mlweekly.markdown._reading import Reading
from mlweekly.model import Issue, Series

__all__ = ["replacements_of"]

_ISSUE = expression(r"/issues/([0-9]+)")
_AROUND = -1


@frozen(eq=False)
class _Attempt:
    """
    A patch, and what it is thought to change.

    Attributes:
        index: Its index among the patches.
        new: The series that it gives.
        replacements: What it replaces in the text.
        touched: The issues that change; -1 is what is around them.
    """

    index: int
    new: Series
    replacements: Sequence[Replacement]
    touched: frozenset[int]


def replacements_of(reading: Reading, patches: Sequence[Patch]) -> tuple[Replacements | None, ...]:
    """
    Return for each patch what it replaces in the text, as if it were the only one; None if it cannot be applied so.

    Patches of different issues are checked in one reading, so that a document of many is not read for each patch.
    """
    results: list[Replacements | None] = [None if patch else () for patch in patches]
    if reading.dialect is None or not reading.holds_series:
        return tuple(results)
    original, document = Original(reading, reading.dialect), reading.document()
    attempts = (_attempt(index, patch, document, original) for index, patch in enumerate(patches) if patch)
    for together in _rounds(attempt for attempt in attempts if attempt is not None):
        for attempt in _confirmed(together, reading):
            results[attempt.index] = tuple((Span(start, end), words) for start, end, words in attempt.replacements)
    return tuple(results)


def _attempt(index: int, patch: Patch, document: Document, original: Original) -> _Attempt | None:
    series = document.series
    try:
        rooted = in_series(patch, series)
        new = rooted.apply(series)
    except (ModelError, PatchError):
        return None
    problems: list[Problem] = []
    forms = [operation for operation in rooted if isinstance(operation, Rewritten)]
    replacements = list(form_changes(forms, document, problems))
    if problems:
        return None
    if new != series:
        replacements += Editor(original, new, element_sources(rooted, series)).replacements()
    issues = {int(match[1]) for operation in rooted if (match := _ISSUE.match(operation.pointer)) is not None}
    return _Attempt(index, new, list(_in_order(replacements, document.text)), frozenset(issues | _changed(series, new)))


def _changed(old: Series, new: Series) -> set[int]:
    if len(old) != len(new):
        return {_AROUND, *range(max(len(old), len(new)))}
    issues = {index for index, (one, other) in enumerate(zip(old, new, strict=True)) if one is not other}
    around = evolve(old, issues=()), evolve(new, issues=())
    return issues if around[0] == around[1] else issues | {_AROUND}


def _in_order(replacements: Iterable[Replacement], text: str) -> Iterator[Replacement]:
    """
    Yield the replacements that change something, in order; insertions at one place stay in theirs.
    """
    position = 0
    for each in sorted(replacements, key=lambda each: each[:2]):
        if each.start >= position and text[each.start : each.end] != each.words:
            position = each.end
            yield each


def _rounds(attempts: Iterable[_Attempt]) -> Iterable[list[_Attempt]]:
    """
    Return attempts in lists that touch no issue in common.
    """
    counts: Counter[int] = Counter()
    rounds: dict[int, list[_Attempt]] = {}
    for attempt in attempts:
        number = max((counts[index] for index in attempt.touched), default=0)
        for index in attempt.touched:
            counts[index] = number + 1
        rounds.setdefault(number, []).append(attempt)
    return rounds.values()


def _confirmed(together: Sequence[_Attempt], reading: Reading) -> Iterator[_Attempt]:
    """
    Yield the attempts whose replacements are read as they should be; those that spoil the reading are tried apart.
    """
    text = applied(reading.text, (each for attempt in together for each in attempt.replacements))
    again = reading.reread(text)
    if again.holds_series and again.series == _expected(together, reading.series):
        yield from together
    elif len(together) > 1:
        middle = len(together) // 2
        yield from _confirmed(together[:middle], reading)
        yield from _confirmed(together[middle:], reading)


def _expected(together: Sequence[_Attempt], series: Series) -> Series:
    if len(together) == 1:
        return together[0].new
    issues: list[Issue] = list(series.issues)
    around = series
    for attempt in together:
        for index in attempt.touched:
            if index == _AROUND:
                around = attempt.new
            else:
                issues[index] = attempt.new[index]
    return evolve(around, issues=issues)
