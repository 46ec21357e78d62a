"""
Lines that belong to every layout's frame.

Lives here: headings and rules, by CommonMark 0.31 (sections 4.1 and 4.2), each in time linear in its line.
Must not know: what a heading is the heading of.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from mlweekly.markdown._reading._lines import stripped

__all__ = ["HeadingLine", "heading_at", "is_lone_bullet", "is_rule"]

_OPENING = re.compile(r" {0,3}(#{1,6})(?=[ \t]|$)")
_RULE = re.compile(r"[ \t]*+(?:(?:-[ \t]*+){3,}|(?:\*[ \t]*+){3,}|(?:_[ \t]*+){3,})")
_LONE_BULLET = re.compile(r"[ \t]*+[-*+•][ \t]*+")


class HeadingLine(NamedTuple):
    """
    The level of a heading, and start and end of its words.
    """

    level: int
    start: int
    end: int


def heading_at(text: str, start: int, end: int) -> HeadingLine | None:
    """
    Return the heading that the line between two offsets is, its closing marks set aside, or None.
    """
    if text.find("#", start, min(start + 4, end)) == -1:
        return None
    opening = _OPENING.match(text[start:end])
    if opening is None:
        return None
    start, end = stripped(text, start + opening.end(), end)
    words = text[start:end]
    bare = words.rstrip("#")
    if bare != words and (not bare or bare[-1] in " \t"):
        end = start + len(bare.rstrip())
    return HeadingLine(len(opening[1]), start, end)


def is_rule(line: str) -> bool:
    """
    Tell whether a line is a thematic break.
    """
    return _RULE.fullmatch(line) is not None


def is_lone_bullet(line: str) -> bool:
    """
    Tell whether a line is a bullet without its words.
    """
    return _LONE_BULLET.fullmatch(line) is not None
