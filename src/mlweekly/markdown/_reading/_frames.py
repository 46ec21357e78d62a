"""
Lines that belong to every layout's frame.

Lives here: headings and rules, by CommonMark 0.31 (sections 4.1 and 4.2), and comments that speak to validation,
each in time linear in its line.
Must not know: what a heading is the heading of.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from mlweekly.document import DIRECTIVE
from mlweekly.markdown._reading._lines import stripped

__all__ = ["HeadingLine", "end_without_directives", "heading_at", "is_directive", "is_lone_bullet", "is_rule"]

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


def is_directive(text: str, start: int, end: int) -> bool:
    """
    Tell whether a part of a text is nothing but comments that speak to validation.
    """
    while text.startswith("<!--", start, end):
        directive = DIRECTIVE.match(text, start, end)
        if directive is None:
            return False
        start, end = stripped(text, directive.end(), end)
        if start == end:
            return True
    return False


def end_without_directives(text: str, start: int, end: int) -> int:
    """
    Return where a part of a text ends without the comments at its end that speak to validation.
    """
    while text.endswith("-->", start, end):
        opening = text.rfind("<!--", start, end)
        if opening == -1 or not is_directive(text, opening, end):
            break
        end = stripped(text, start, opening)[1]
    return end
