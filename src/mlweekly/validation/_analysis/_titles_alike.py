"""
Whether two titles can be those of one paper.
"""

from __future__ import annotations

import unicodedata

from mlweekly._expressions import expression

__all__ = ["are_alike"]

_WORD = expression(r"[^\W_]+")
_SAYS_LITTLE = expression(
    "an?|the|and|are|as|at|by|can|do|does|for|from|how|in|is|its?|of|on|or|over|their|to|towards?|using|via|what|when|with"
    "|without|new|ai|large|language|learning|llms?|models?|papers?"
)
_LONGEST_TITLE = 150
_STEM = 4
_SHARE = 2


def are_alike(one: str, other: str) -> bool:
    """
    Return whether two titles may be one, short in one place and full in the other.

    They are where more than half of the words that say something agree, or one title is a part of the other, or
    abbreviates words of it.

    >>> (
    ...     are_alike("Moshi", "Moshi: a speech-text foundation model"),
    ...     are_alike("To CoT or not to CoT?", "Chain of Thought"),
    ... )
    (True, True)
    >>> are_alike("Moshi", "Diagram of Thought")
    False
    """
    ours, theirs = _words(one), _words(other)
    if not ours or not theirs or one == other:
        return True
    joined, other_joined = "".join(ours), "".join(theirs)
    if joined in other_joined or other_joined in joined:
        return True
    if _abbreviates(ours, theirs) or _abbreviates(theirs, ours):
        return True
    mine, yours = _stems(ours), _stems(theirs)
    return _SHARE * len(mine & yours) > min(len(mine), len(yours))


def _words(title: str) -> list[str]:
    return _WORD.findall(unicodedata.normalize("NFKC", title[:_LONGEST_TITLE]).casefold())


def _stems(words: list[str]) -> set[str]:
    """
    Return what tells the words apart from those of other titles of the field; of inflected words the beginnings.

    Scripts without spaces give a word for each pair of characters.
    """
    said = [word for word in words if _SAYS_LITTLE.fullmatch(word) is None] or words
    stems: set[str] = set()
    for word in said:
        if word.isascii():
            stems.add(word[:_STEM])
        else:
            stems.update(word[place : place + 2] for place in range(max(1, len(word) - 1)))
    return stems


def _abbreviates(short: list[str], full: list[str]) -> bool:
    """
    Return whether some word of one title is made of the first letters of words in a row of the other.
    """
    initials = "".join(word[0] for word in full)
    return any(len(word) > 2 and word in initials and _SAYS_LITTLE.fullmatch(word) is None for word in short)
