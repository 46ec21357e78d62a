"""
Targets of inline links, `(url "title")`, by CommonMark 0.31 (section 6.3).
"""

from __future__ import annotations

import re

from mlweekly._expressions import expression

__all__ = ["end_of_target"]

_SPACES = expression(r"[ \t]*+(?:(?:\r\n?|\n)[ \t]*+)?+")
_IN_BRACKETS = expression(r"<(?:[^<>\\\r\n]|\\.)*+>")
_PART = expression(r"(?:[^\x00-\x20\x7f()\\]|\\[!-/:-@\[-`{-~]|\\)++")
_TITLE = expression(r"\"(?:[^\"\\]|\\.)*+\"|'(?:[^'\\]|\\.)*+'|\((?:[^()\\]|\\.)*+\)", re.DOTALL)
# As many parentheses as CommonMark asks for; without a limit the time would be quadratic.
_DEEPEST = 32


def end_of_target(text: str, position: int, end: int) -> int:
    """
    Return where the target ends that begins here with a parenthesis; -1 if there is none.
    """
    if not text.startswith("(", position, end):
        return -1
    position = _after_spaces(text, position + 1, end)
    stop = _end_of_destination(text, position, end)
    if stop == -1:
        return -1
    position = _after_spaces(text, stop, end)
    if position > stop:
        title = _TITLE.match(text, position, end)
        position = position if title is None else _after_spaces(text, title.end(), end)
    return position + 1 if text.startswith(")", position, end) else -1


def _after_spaces(text: str, position: int, end: int) -> int:
    spaces = _SPACES.match(text, position, end)
    return position if spaces is None else spaces.end()


def _end_of_destination(text: str, position: int, end: int) -> int:
    if text.startswith("<", position, end):
        target = _IN_BRACKETS.match(text, position, end)
        return -1 if target is None else target.end()
    depth = 0
    while position < end:
        part = _PART.match(text, position, end)
        if part is not None:
            position = part.end()
        elif text[position] == "(" and depth < _DEEPEST:
            depth, position = depth + 1, position + 1
        elif text[position] == ")" and depth > 0:
            depth, position = depth - 1, position + 1
        else:
            break
    return position if depth == 0 else -1
