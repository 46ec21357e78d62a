"""
Where in a text patches would be made, each one alone.

Lives here: the replacements of many patches of one document, checked together.
Must not know: where a patch comes from; any layout.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from attrs import evolve, frozen

from mlweekly.changes import Patch, Rewritten
from mlweekly.document import Document
from mlweekly.errors import PatchError, Problem
from mlweekly.markdown._dialects import DIALECTS, Dialect
from mlweekly.markdown._editing import EDITORS
from mlweekly.markdown._editing._forms import form_changes
from mlweekly.markdown._editing._origins import origins_of
from mlweekly.markdown._editing._patches import in_series
from mlweekly.markdown._editing._replacements import Replacement, made
from mlweekly.markdown._editing._source import Source
from mlweekly.markdown._reading import read
from mlweekly.model import Issue, Series

__all__ = ["replacements_of"]

_ISSUE = re.compile(r"/issues/([0-9]+)")


@frozen(eq=False)
class _Attempt:
    """
    A patch, what it would make of the series, and how.

    Attributes:
        index: Its place among the patches.
        new: The series that shall be.
        replacements: What is thought to make it.
        touched: The issues that change; -1 stands for what is around them.
    """

    index: int
    new: Series
    replacements: tuple[Replacement, ...]
    touched: frozenset[int]


def replacements_of(
    document: Document, patches: Sequence[Patch], dialect: Dialect | None
) -> tuple[tuple[Replacement, ...] | None, ...]:
    """
    Return for each patch what makes it in the text, as if it were the only one; None where that does not work.

    Patches of different issues are checked in one reading, so that a document of many is not read for each patch.
    """
    used = dialect or DIALECTS.get(document.dialect or "")
    results: list[tuple[Replacement, ...] | None] = [None] * len(patches)
    if used is None:
        return tuple(results)
    source = Source.of(document, used)
    attempts = [
        attempt
        for index, patch in enumerate(patches)
        if (attempt := _attempt(index, patch, document, source)) is not None
    ]
    for together in _rounds(attempts):
        for attempt in _confirmed(together, document, dialect):
            results[attempt.index] = attempt.replacements
    return tuple(results)


def _attempt(index: int, patch: Patch, document: Document, source: Source) -> _Attempt | None:
    series = document.series
    try:
        rooted = in_series(patch, series)
        new = rooted.apply(series)
    except PatchError:
        return None
    problems: list[Problem] = []
    forms = [operation for operation in rooted if isinstance(operation, Rewritten)]
    replacements = list(form_changes(forms, document, problems))
    if problems:
        return None
    if new != series:
        replacements += EDITORS[source.dialect.layout](source, series, new, origins_of(rooted, series))
    issues = {int(match[1]) for operation in rooted if (match := _ISSUE.match(operation.pointer)) is not None}
    return _Attempt(index, new, tuple(_trimmed(replacements, document.text)), frozenset(issues | _changed(series, new)))


def _changed(old: Series, new: Series) -> set[int]:
    if len(old) != len(new):
        return {-1, *range(max(len(old), len(new)))}
    issues = {index for index, (one, other) in enumerate(zip(old, new, strict=True)) if one is not other}
    around = old.title, old.lead, old.contents, old.foot
    return issues if around == (new.title, new.lead, new.contents, new.foot) else issues | {-1}


def _trimmed(replacements: Iterable[Replacement], text: str) -> Iterator[Replacement]:
    """
    Yield the replacements in order, without what stays the same at their ends.
    """
    position = 0
    for start, end, words in sorted(replacements, key=lambda each: (each.start, each.start < each.end, -each.end)):
        if start < position:
            continue
        position = end
        old = text[start:end]
        if old == words:
            continue
        shorter = min(len(old), len(words))
        left = next((place for place in range(shorter) if old[place] != words[place]), shorter)
        rest = shorter - left
        right = next((place for place in range(rest) if old[-1 - place] != words[-1 - place]), rest)
        if right and text[end - right - 1 : end - right + 1] == "\r\n":
            right -= 1
        if left and text[start + left - 1 : start + left + 1] == "\r\n":
            left -= 1
        yield Replacement(start + left, end - right, words[left : len(words) - right])


def _rounds(attempts: Iterable[_Attempt]) -> Iterator[list[_Attempt]]:
    """
    Yield attempts that touch no issue in common.
    """
    counts: Counter[int] = Counter()
    rounds: dict[int, list[_Attempt]] = {}
    for attempt in attempts:
        number = max((counts[index] for index in attempt.touched), default=0)
        for index in attempt.touched:
            counts[index] = number + 1
        rounds.setdefault(number, []).append(attempt)
    yield from rounds.values()


def _confirmed(together: list[_Attempt], document: Document, dialect: Dialect | None) -> Iterator[_Attempt]:
    """
    Yield the attempts whose replacements are read as they should; those that spoil the reading are tried apart.
    """
    text = made(document.text, (each for attempt in together for each in attempt.replacements))
    again = read(text, None, dialect).series
    expected = _expected(together, document.series)
    if again == expected:
        yield from together
    elif len(together) > 1:
        middle = len(together) // 2
        yield from _confirmed(together[:middle], document, dialect)
        yield from _confirmed(together[middle:], document, dialect)


def _expected(together: Sequence[_Attempt], series: Series) -> Series:
    if len(together) == 1:
        return together[0].new
    issues: list[Issue] = list(series.issues)
    around = series
    for attempt in together:
        for index in attempt.touched:
            if index == -1:
                around = attempt.new
            else:
                issues[index] = attempt.new[index]
    return evolve(around, issues=issues)
