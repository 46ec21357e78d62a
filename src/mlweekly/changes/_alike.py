"""
Two texts that differ and look the same, told apart by the names of their characters.
"""

from __future__ import annotations

import unicodedata

from mlweekly._display import on_one_line

__all__ = ["told_apart"]

_MOST_NAMED = 8
_SCRIPTS = ("LATIN", "GREEK", "CYRILLIC", "ARMENIAN", "CHEROKEE")


def told_apart(before: str, after: str) -> tuple[str, str]:
    r"""
    Return two texts as a sentence about a change shows them: what a reader could not tell apart is named.

    Names are for another Unicode form, another kind or number of spaces, characters that cannot be seen, and letters of
    another alphabet; other texts are returned as they are.

    >>> told_apart("Caf\u00e9", "Cafe\u0301")
    ('Caf‹U+00E9›', 'Caf‹U+0065 U+0301›')
    >>> told_apart("June", "July")
    ('June', 'July')
    """
    if before == after or not _look_alike(before, after):
        return before, after
    start = _length_shared(before, after)
    end = _length_shared(before[start:][::-1], after[start:][::-1])
    return _named(before, start, len(before) - end), _named(after, start, len(after) - end)


def _length_shared(one: str, other: str) -> int:
    """
    Return how many characters two texts share at their beginning.
    """
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (a, b) in pairs if a != b), min(len(one), len(other)))


def _look_alike(before: str, after: str) -> bool:
    one, other = _seen(before), _seen(after)
    if one == other:
        return True
    return len(one) == len(other) and all(
        a == b or _is_of_another_alphabet(a, b) for a, b in zip(one, other, strict=True)
    )


def _seen(text: str) -> str:
    """
    Return what is seen of a text: in one Unicode form, without what is invisible, each run of spaces as one.

    Line ends are seen, by their sign.
    """
    normal = unicodedata.normalize("NFKC", on_one_line(text, line_end="↵"))
    return " ".join("".join(each for each in normal if unicodedata.category(each) != "Cf").split())


def _is_of_another_alphabet(one: str, other: str) -> bool:
    scripts = {unicodedata.name(each, "").partition(" ")[0] for each in (one, other)}
    return len(scripts) == 2 and scripts <= set(_SCRIPTS)


def _named(text: str, start: int, end: int) -> str:
    names = [f"U+{ord(each):04X}" for each in text[start : min(end, start + _MOST_NAMED)]]
    more = [f"and {end - start - len(names)} more"] if end - start > len(names) else []
    return f"{text[:start]}‹{' '.join((*names, *more))}›{text[end:]}" if names else text
