"""
Characters that would act where they are shown.

Lives here: how control characters, and such as turn the direction of writing, are made visible.
Must not know: the form that is written; what a text says.
"""

from __future__ import annotations

import re

__all__ = ["is_web_address", "on_one_line", "visible"]

_ACTING = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u2028-\u202e\u2066-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_LINE_ENDS = re.compile(r"\r\n?|\n|\x0b|\x0c|\x85|\u2028|\u2029")
_BLANKS = re.compile(
    r"[ \t\r\n\x0b\x0c\x85\u2028\u2029]*(?:\r\n?|[\t\n\x0b\x0c\x85\u2028\u2029])[ \t\r\n\x0b\x0c\x85\u2028\u2029]*"
)
_WEB_ADDRESS = re.compile(
    r"https?://[^\x00-\x20\x7f-\xa0\"<>\\^`{|}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]+", re.IGNORECASE
)


def visible(text: str) -> str:
    r"""
    Return the text with every character named that would act on a terminal or turn the text around it.

    Line ends become LF; marks that only join letters or hint at their direction, as real texts use them, stay.

    >>> visible("a\x1b[31mb \u202ec")
    'a‹U+001B›[31mb ‹U+202E›c'
    """
    return _ACTING.sub(_name, _LINE_ENDS.sub("\n", text))


def on_one_line(text: str, *, line_end: str = " ") -> str:
    """
    Return the visible text in one line.

    Args:
        text: Any text.
        line_end: What stands for one or more line ends and the blanks around them.
    """
    return visible(_BLANKS.sub(line_end, text))


def is_web_address(url: str) -> bool:
    """
    Tell whether the URL is one that a page may lead to: http or https, with nothing in it that any form must escape.
    """
    return _WEB_ADDRESS.fullmatch(url) is not None


def _name(found: re.Match[str]) -> str:
    return f"‹U+{ord(found[0]):04X}›"
