"""
How texts are made safe to show: control characters, line ends, addresses.
"""

from __future__ import annotations

import re

from mlweekly._expressions import expression

# No page may hold them (HTML, 13.2.3.5; Unicode 16, 23.7).
_NONCHARACTERS = "\ufdd0-\ufdef" + "".join(
    f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000)
)
_ACTING = expression(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u2028-\u202e\u2066-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f"
    f"{_NONCHARACTERS}]"
)
_LINE_ENDS = expression(r"\r\n?|\n|\x0b|\x0c|\x85|\u2028|\u2029")
_SPACES = expression(r"[ \t\r\n\x0b\x0c\x85\u2028\u2029]+")
_WEB_ADDRESS = expression(
    r"https?://[^\x00-\x20\x7f-\xa0\"<>\\^`{|}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]+", re.IGNORECASE
)


def visible(text: str) -> str:
    r"""
    Return the text with the name of every character that would act on a terminal or change the direction of writing.

    Line ends become LF. Marks that only join letters or hint at their direction stay: real texts use them.

    >>> visible("a\x1b[31mb \u202ec")
    'a‹U+001B›[31mb ‹U+202E›c'
    """
    return _ACTING.sub(_name, _LINE_ENDS.sub("\n", text))


def on_one_line(text: str, *, line_end: str = " ") -> str:
    """
    Return the visible text in one line.

    Args:
        text: Any text.
        line_end: What replaces line ends and tabs, with the spaces around them.
    """
    if text.isprintable():
        return text
    return visible(_SPACES.sub(lambda spaces: line_end if spaces[0].strip(" ") else spaces[0], text))


def is_web_address(url: str) -> bool:
    """
    Return whether a page may link to the URL: it is http or https, and has no character that any form must escape.
    """
    return _WEB_ADDRESS.fullmatch(url) is not None


def _name(found: re.Match[str]) -> str:
    return f"‹U+{ord(found[0]):04X}›"
