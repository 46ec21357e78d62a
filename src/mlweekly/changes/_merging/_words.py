"""
Two rewordings of one text made one.
"""

from __future__ import annotations

from mlweekly.changes._words import word_changes


def combined(base: str, ours: str, theirs: str) -> str | None:
    """
    Return the text with the edits of both sides, or None if two overlap or touch, or nothing is left.

    >>> combined("a model of 70B words", "a model of 7B words", "a big model of 70B words")
    'a big model of 7B words'
    >>> combined("a model of 70B words", "a model of 7B words", "a model of 700B words") is None
    True
    """
    changes = {(each.start, each.end, each.after) for side in (ours, theirs) for each in word_changes(base, side)}
    parts: list[str] = []
    place = -1
    for start, end, after in sorted(changes):
        if start <= place:
            return None
        parts.extend((base[max(place, 0) : start], after))
        place = end
    text = "".join((*parts, base[max(place, 0) :]))
    return None if text.isspace() or not text else text
