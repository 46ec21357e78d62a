"""
The escapes of bodies in outlines and lists: a bijection between any text and lines that open no label, item or entry.

The lines are those of a post's body, with the white space at both edges of each as references, for a reader strips
them. One that would still open something begins with a reference to a zero-width space, which shows nothing and leaves
emphasis and links as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from mlweekly._expressions import expression
from mlweekly.markdown._bodies import decode_body, encode_body
from mlweekly.markdown._names import field_of_name

__all__ = ["GUARD", "decode_prose", "encode_prose"]

GUARD = "&#8203;"
"""
What is in front of a line that opens nothing, whatever it looks like.
"""
_ITEMS = r"(?:(?:[-*+•]|[0-9]{1,9}[.)、])[ \t]+)*"
_OPENS = expression(
    # A link, or a name in bold, in italics or as code with a colon, or marked words that are alone on their line.
    rf"{_ITEMS}(?:!?\[|<|https?://|(?:[^\w\s]{{1,4}}[ \t]*)?(?P<mark>\*\*|__|[*_`])(?=\S)[^*_`]{{1,80}}"
    r"(?:(?<=[:：])(?P=mark)|(?P=mark)[ \t]*(?:[:：]|$)))",
    re.IGNORECASE,
)
_PLAIN_LABEL = expression(rf"{_ITEMS}[^\w\s]{{0,4}}[ \t]*([^\W\d_][^:：]{{0,39}}?)[ \t]*[:：]")


def encode_prose(body: str, *, inert: bool, is_labelled: bool = False, paragraphs: bool = True) -> list[str]:
    """
    Return a body as lines that open nothing; `decode_prose` undoes it.

    Args:
        body: Any text.
        inert: Whether every line is guarded, or only those that are known to open something.
        is_labelled: Whether the first line is behind a label, where nothing opens anything.
        paragraphs: Whether one blank line may be between the lines; else each line has something on it.
    """
    lines = encode_body(body, paragraphs=paragraphs, each_stripped=True)
    return [
        f"{GUARD}{line}"
        if line and (inert or line.startswith(GUARD) or (_opens(line) and not (is_labelled and index == 0)))
        else line
        for index, line in enumerate(lines)
    ]


def _opens(line: str) -> bool:
    label = _PLAIN_LABEL.match(line)
    return _OPENS.match(line) is not None or (label is not None and field_of_name(label[1]) is not None)


def decode_prose(lines: Iterable[str]) -> str:
    """
    Return the body that these lines hold.
    """
    return decode_body(line.removeprefix(GUARD) for line in lines)
