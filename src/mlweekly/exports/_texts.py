"""
Texts for other formats: in one language, plain, and without characters that no format can hold.
"""

from __future__ import annotations

import re

from mlweekly._expressions import expression
from mlweekly.markdown import plain_text
from mlweekly.model import Text

__all__ = ["in_language", "one_line", "paragraphs", "plain", "web_url"]

# Controls, marks that turn the direction of all that follows, and what XML 1.0 cannot hold.
_DROPPED = expression("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")
_SPACES = expression("[ \t\r\n\x0b\x0c\x1c-\x1f\x85\u2028\u2029]+")
_LINE_ENDS = expression("\r\n?|[\n\x0b\x0c\x1c-\x1f\x85\u2028\u2029]")
_BLANK_LINES = expression(r"\n[ \t]*\n\s*")
_NOT_IN_URLS = expression(r"[\\{}^`|\"<>\[\]\x00-\x20\x7f-\xa0\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")
_ADDRESS = expression(r"(https?://(?:\[[0-9A-Fa-f:.]*\])?)(.*)", re.IGNORECASE | re.DOTALL)


def one_line(text: str) -> str:
    """
    Return plain text on one line, without control characters; never empty: the first is named if nothing is left.
    """
    return _SPACES.sub(" ", _DROPPED.sub("", text)).strip(" ") or f"U+{ord(text.strip()[0]):04X}"


def paragraphs(inline: str) -> tuple[str, ...]:
    """
    Return the paragraphs of inline Markdown as plain text.
    """
    text = _DROPPED.sub("", _LINE_ENDS.sub("\n", plain_text(inline)))
    return tuple(part.strip() for part in _BLANK_LINES.split(text) if part.strip())


def plain(inline: str) -> str:
    """
    Return inline Markdown as plain text, with a blank line between two paragraphs.
    """
    return "\n\n".join(paragraphs(inline))


def in_language(text: Text, language: str | None) -> tuple[str, str]:
    """
    Return a text in a language, or in one that differs in its subtags alone, or as it was written; and its tag.
    """
    if language is not None:
        primary = language.partition("-")[0]
        fitting = [tag for tag in text.languages if tag == language]
        fitting += [tag for tag in text.languages if tag.partition("-")[0] == primary]
        if fitting:
            return text[fitting[0]], fitting[0]
    first = text.languages[0]
    return text[first], first


def web_url(url: str) -> str:
    """
    Return a URL whose every character may be in one (RFC 3987): others are percent-encoded.
    """
    address = _ADDRESS.fullmatch(url)
    start, rest = ("", url) if address is None else (address[1], address[2])
    return start + _NOT_IN_URLS.sub(_percent_encoded, rest)


def _percent_encoded(match: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in match[0].encode())
