"""
Two texts as one, with the words marked that change.
"""

from __future__ import annotations

from collections.abc import Iterator

from mlweekly._display import Run
from mlweekly.changes._alike import told_apart
from mlweekly.changes._words import word_changes

_AROUND = 60
_LONGEST_KEPT = 2 * _AROUND + 40


def pieces(before: str, after: str) -> tuple[Run, ...]:
    """
    Return what stays, what goes and what comes, in order; of a long stretch that stays, its two ends.

    >>> [run.text for run in pieces("a model of 7B words", "a model of 70B words")]
    ['a model of ', '7B', '70B', ' words']
    """
    return tuple(_pieces(before, after))


def number_changes(before: str, after: str) -> tuple[tuple[str, str], ...]:
    """
    Return the numbers that another number takes the place of, and that number.
    """
    return tuple((change.before, change.after) for change in word_changes(before, after) if change.is_of_number)


def _pieces(before: str, after: str) -> Iterator[Run]:
    end = 0
    for start, stop, other in _phrases(before, after):
        yield from _kept(before[end:start], is_first=end == 0, is_last=False)
        removed, added = told_apart(before[start:stop], other)
        if removed:
            yield Run(removed, "removed")
        if added:
            yield Run(added, "added")
        end = stop
    yield from _kept(before[end:], is_first=end == 0, is_last=True)


def _phrases(before: str, after: str) -> list[tuple[int, int, str]]:
    """
    Return start and end of what goes, and what comes; two changes that only white space separates are one.
    """
    phrases: list[tuple[int, int, int, int]] = []
    for change in word_changes(before, after):
        start, other_start = change.start, change.other_start
        if phrases and before[phrases[-1][1] : start].isspace():
            start, _, other_start, _ = phrases.pop()
        phrases.append((start, change.end, other_start, change.other_end))
    return [(start, end, after[other_start:other_end]) for start, end, other_start, other_end in phrases]


def _kept(text: str, *, is_first: bool, is_last: bool) -> Iterator[Run]:
    if len(text) <= _LONGEST_KEPT:
        if text:
            yield Run(text)
        return
    if not is_first:
        yield Run(_beginning(text))
    yield Run(" … ", "quiet")
    if not is_last:
        yield Run(_ending(text))


def _beginning(text: str) -> str:
    cut = text.rfind(" ", _AROUND // 2, _AROUND)
    return text[: cut if cut > 0 else _AROUND]


def _ending(text: str) -> str:
    cut = text.find(" ", len(text) - _AROUND, len(text) - _AROUND // 2)
    return text[cut + 1 if cut > 0 else len(text) - _AROUND :]
