"""
What cells of tables and labelled lines write alike: that there is nothing, tags, and medals for ranks.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from mlweekly._expressions import expression
from mlweekly.markdown._names import folded_name
from mlweekly.markdown._plain_text import plain_text

__all__ = ["MEDALS", "says_nothing", "split_tags"]

MEDALS: Final = {"🥇": 1, "🥈": 2, "🥉": 3, "🔟": 10}
"""
The ranks of the symbols that are printed in place of a number.
"""
_NOTHING = frozenset({"", "n/a", "n.a.", "na", "nan", "none", "null", "nil", "无", "無", "暂无", "없음", "なし"})
_LONGEST_NOTHING = 16
# A slash is in names of tags, too, "CI/CD"; between two tags it has spaces around it.
_BETWEEN_TAGS = expression(r"[,;|，、；·]|(?<=[ \t])/(?=[ \t])|(?<![^\s`])(?=#\w)|`[ \t]*`")
_MARKS_OF_TAGS = " \t`"


def says_nothing(words: str) -> bool:
    """
    Return whether a cell or a value says that there is nothing.

    >>> says_nothing("N/A"), says_nothing("—"), says_nothing("None of them")
    (True, True, False)
    """
    return len(words) <= _LONGEST_NOTHING and _is_nothing(words)


@lru_cache(maxsize=1024)
def _is_nothing(words: str) -> bool:
    return folded_name(words) in _NOTHING


def split_tags(words: str) -> tuple[str, ...]:
    """
    Return the tags in words as plain text: between commas, bars or slashes, as code, or each behind a `#`.

    >>> split_tags("`speech` `audio`, #agents #CI/CD")
    ('speech', 'audio', 'agents', 'CI/CD')
    """
    pieces = (piece.strip(_MARKS_OF_TAGS) for piece in _BETWEEN_TAGS.split(words))
    # "#speech#audio" are two tags; a "#" in other words is that of a name or of an address.
    parts = (part for piece in pieces for part in (piece.split("#") if piece.startswith("#") else (piece,)))
    return tuple(tag for part in parts if (tag := plain_text(part.strip(_MARKS_OF_TAGS))))
