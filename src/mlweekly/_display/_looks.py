"""
How the signs of items and the marks of words look in each form in which a page is written.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from mlweekly._display._page import Mark, Sign


class SignLook(NamedTuple):
    """
    The words for a sign, and its style on a console.
    """

    text: str
    html: str
    markdown: str
    style: str


class MarkLook(NamedTuple):
    """
    What is written around marked words, and their style on a console.
    """

    text: tuple[str, str]
    html: tuple[str, str]
    markdown: tuple[str, str]
    style: str


SIGNS: Mapping[Sign, SignLook] = {
    "added": SignLook("+", "added", "**added**", "bold green"),
    "removed": SignLook("-", "removed", "**removed**", "bold red"),
    "moved": SignLook("↕", "moved", "**moved**", "bold blue"),
    "changed": SignLook("~", "changed", "**changed**", "bold yellow"),
    "form": SignLook("¶", "form", "**form**", "dim"),
    "base": SignLook("base", "base", "base", "dim"),
    "ours": SignLook("ours", "ours", "**ours**", "bold blue"),
    "theirs": SignLook("theirs", "theirs", "**theirs**", "bold magenta"),
    "error": SignLook("E", "error", "**error**", "bold red"),
    "warning": SignLook("W", "warning", "**warning**", "bold yellow"),
    "info": SignLook("I", "info", "info", "bold blue"),
    "safe": SignLook("fix", "fix", "fix", "green"),
    "unsafe": SignLook("proposed fix", "proposed", "proposed fix", "yellow"),
    "note": SignLook("·", "", "", "dim"),
}

_NOTHING = ("", "")
_INSERTED, _DELETED = ("<ins>", "</ins>"), ("<del>", "</del>")
_STRONG, _CODE = ("<strong>", "</strong>"), ("<code>", "</code>")

# Changed words are in brackets as in `git diff --word-diff`. In Markdown they are in tags, because `~~` and `**` do not
# open and close beside every letter of a Chinese, Japanese or Korean word (CommonMark 0.31, section 6.2).
MARKS: Mapping[Mark, MarkLook] = {
    "plain": MarkLook(_NOTHING, _NOTHING, _NOTHING, ""),
    "added": MarkLook(("{+", "+}"), _INSERTED, _INSERTED, "bold green"),
    "removed": MarkLook(("[-", "-]"), _DELETED, _DELETED, "strike red"),
    "strong": MarkLook(_NOTHING, _STRONG, _STRONG, "bold"),
    "quiet": MarkLook(_NOTHING, ('<span class="quiet">', "</span>"), _NOTHING, "dim"),
    "code": MarkLook(_NOTHING, _CODE, _CODE, "cyan"),
}
