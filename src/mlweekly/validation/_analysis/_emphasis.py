"""
Emphasis that a page does not show: runs of asterisks that CommonMark reads as asterisks.

Source: https://spec.commonmark.org/0.31.2/#emphasis-and-strong-emphasis
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from mlweekly._expressions import expression

__all__ = ["Unopened", "unopened_in"]

_RUN = expression(r"\\.|\*+", re.DOTALL)
_LONGEST = 200
_STRONG = 2
_BRACKETS = {"「": "」", "『": "』", "（": "）", "【": "】", "《": "》", "〈": "〉", "“": "”", "‘": "’", "(": ")"}


class Unopened(NamedTuple):
    """
    Words between two runs of asterisks that are shown as such.

    Attributes:
        start: Where the first run begins.
        end: Where the second run ends.
        fixed: The same with marks that open and close.
    """

    start: int
    end: int
    fixed: str | None


class _Run:
    """
    A run of asterisks: its offsets, how many of them are left, and what it may do.
    """

    __slots__ = ("closes", "end", "left", "opens", "start")

    def __init__(self, text: str, start: int, end: int) -> None:
        self.start, self.end, self.left = start, end, end - start
        before, behind = text[start - 1 : start] if start else "", text[end : end + 1]
        blank_before, blank_behind = not before or before.isspace(), not behind or behind.isspace()
        mark_before, mark_behind = _is_mark(before), _is_mark(behind)
        self.opens = not blank_behind and (not mark_behind or blank_before or mark_before)
        self.closes = not blank_before and (not mark_before or blank_behind or mark_behind)

    @property
    def length(self) -> int:
        """
        How many asterisks there were.
        """
        return self.end - self.start

    def may_open(self, closer: _Run) -> bool:
        """
        Return whether another run may close what this one opens: the rule of three.
        """
        is_double = self.closes or closer.opens
        total = self.length + closer.length
        return self.left > 0 and not (is_double and total % 3 == 0 and (self.length % 3 or closer.length % 3))


def unopened_in(text: str, prose: str) -> list[Unopened]:
    """
    Return the words of a paragraph between two equal runs that are shown as asterisks.

    >>> [each.fixed for each in unopened_in(*2 * ("これは**「重要」**です",))]
    ['「**重要**」']

    Args:
        text: The text.
        prose: The same with code and URLs blanked, whose asterisks are none.
    """
    if prose.count("*") < 2:
        return []
    left = [run for run in _unmatched(text, prose) if run.left == run.length]
    found: list[Unopened] = []
    done = 0
    for first, second in pairwise(left):
        if first.start >= done and _is_meant(text, first, second):
            found.append(Unopened(first.start, second.end, _fixed(text, first, second)))
            done = second.end
    return found


def _unmatched(text: str, prose: str) -> list[_Run]:
    """
    Return the runs of which asterisks are left when all emphasis is found, by the algorithm of the specification.
    """
    runs = [_Run(text, *match.span()) for match in _RUN.finditer(prose) if match[0][0] == "*"]
    openers: list[int] = []
    bottoms: dict[tuple[bool, int], int] = {}
    for index, closer in enumerate(runs):
        key = closer.opens, closer.length % 3
        while closer.closes and closer.left:
            at = _opener(runs, openers, closer, bottoms.get(key, 0))
            if at is None:
                bottoms[key] = index
                break
            opener = runs[openers[at]]
            used = 2 if min(opener.left, closer.left) >= _STRONG else 1
            opener.left -= used
            closer.left -= used
            del openers[at + (1 if opener.left else 0) :]
        if closer.left and closer.opens:
            openers.append(index)
    return [run for run in runs if run.left]


def _opener(runs: list[_Run], openers: list[int], closer: _Run, bottom: int) -> int | None:
    for at in range(len(openers) - 1, -1, -1):
        if openers[at] < bottom:
            return None
        if runs[openers[at]].may_open(closer):
            return at
    return None


def _is_meant(text: str, first: _Run, second: _Run) -> bool:
    """
    Return whether two runs enclose words; single asterisks have to touch them, and the words around.
    """
    words = text[first.end : second.start]
    if first.length != second.length or not words.strip() or len(words) > _LONGEST or "\n" in words:
        return False
    if first.length >= _STRONG:
        return True
    # `5 *` and a footnote's mark are asterisks; beside Chinese, Japanese and Korean words an asterisk opens emphasis.
    beside = (text[first.start - 1 : first.start], words[0], words[-1], text[second.end : second.end + 1])
    return words == words.strip() and any(each > "\u2e7f" for each in beside)


def _fixed(text: str, first: _Run, second: _Run) -> str | None:
    marks, words = "*" * first.length, text[first.end : second.start]
    return next((each for each in _candidates(marks, words) if _opens(text, first.start, second.end, each)), None)


def _candidates(marks: str, words: str) -> Iterator[str]:
    """
    Yield other ways to write emphasis: spaces or brackets outside the marks, or a space beside them.
    """
    bare = words.strip()
    if bare != words:
        yield words.replace(bare, f"{marks}{bare}{marks}", 1)
    if _BRACKETS.get(bare[0]) == bare[-1] and len(bare) > 2:
        yield f"{bare[0]}{marks}{bare[1:-1]}{marks}{bare[-1]}"
    yield f"{marks}{bare}{marks} "
    yield f" {marks}{bare}{marks}"
    yield f" {marks}{bare}{marks} "


def _opens(text: str, start: int, end: int, words: str) -> bool:
    """
    Return whether words are emphasised between what is on both sides of them.
    """
    before, behind = text[max(0, start - 1) : start].replace("*", "."), text[end : end + 1].replace("*", ".")
    whole = f"{before}{words}{behind}"
    return not _unmatched(whole, whole)


def _is_mark(character: str) -> bool:
    return character != "" and unicodedata.category(character)[0] in "PS"
