"""
Regular expressions that are compiled when they are first used: most texts need few of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import cast

__all__ = ["BEYOND_LATIN", "any_of", "expression"]


class _Expression:
    """
    Stands for a compiled expression, and becomes one when a method of it is first asked for.
    """

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self._flags = flags
        self._compiled: re.Pattern[str] | None = None

    def __getattr__(self, name: str) -> object:
        if name.startswith("__"):
            raise AttributeError(name)
        if self._compiled is None:
            self._compiled = re.compile(self.pattern, self._flags)
        # Kept, so that only the first call of each method comes this way.
        value: object = getattr(self._compiled, name)
        setattr(self, name, value)
        return value


def expression(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """
    Return a regular expression, as `re.compile` does, that is compiled when it is first used.

    The `re` of a match is the compiled expression, and not the value that this returned.

    The package has more than 700. To compile those of one validation takes 110 ms, a third of its first run.

    >>> expression("[0-9]+").findall("7 of 10")
    ['7', '10']
    """
    return cast("re.Pattern[str]", _Expression(pattern, flags))


def any_of(words: Iterable[str]) -> str:
    """
    Return a pattern of any of some patterns, the longest first.

    >>> any_of(["seven", "seventy"])
    'seventy|seven'
    """
    return "|".join(sorted(words, key=len, reverse=True))


BEYOND_LATIN = expression(r"[^\x00-\u024f\u2000-\u22ff]")
"""
A character that is neither of the Latin script nor punctuation or a sign as it is in texts of that script.

To compile an expression of all Han characters takes 5 ms; a text without such a character needs none.
"""
