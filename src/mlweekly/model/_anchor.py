"""
How a heading is linked to: the slug that GitHub makes of it.
"""

from __future__ import annotations

import re

from mlweekly._expressions import expression
from mlweekly._wording import expect

_LINK = expression(r"!?\[([^\[\]]*)\]\([^()\s]*\)")
_PERHAPS_DROPPED = expression(r"[^\w\- ]")


def anchor_of(heading: str) -> str:
    """
    Return the fragment that links to a heading, by the rule of GitHub.

    It is made of what the heading shows, so of a link the words count. Lower case; letters and marks of any script,
    digits, `-` and `_` stay, a space becomes `-`, the rest is dropped. The suffix that a second heading of the same
    words gets is not part of it. It is the target of the entry for 128 of 130 headings counted; the other two entries
    point to a wrong week, or print another one than their heading.

    >>> anchor_of("Top ML Papers of the Week (September 16 - September 22) - 2024")
    'top-ml-papers-of-the-week-september-16---september-22---2024'

    Raises:
        TypeError: It is no text.
    """
    expect(heading, str, "a heading")
    shown = _LINK.sub(r"\1", heading) if "](" in heading else heading
    return _PERHAPS_DROPPED.sub(_mark_or_nothing, shown.strip().lower()).replace(" ", "-")


def _mark_or_nothing(found: re.Match[str]) -> str:
    import unicodedata  # only a character that is no word character asks for it

    return found[0] if unicodedata.category(found[0])[0] == "M" else ""
