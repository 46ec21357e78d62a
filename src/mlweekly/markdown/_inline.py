"""
Escaping and unescaping plain text in titles, labels and URLs, by CommonMark 0.31 (sections 2.4 and 2.5).
"""

from __future__ import annotations

import re

from mlweekly._expressions import expression

__all__ = ["escape_label", "escape_title", "escape_url", "unescape"]

_ESCAPED = expression(
    r"\\([!-/:-@\[-`{-~])|&#(?:[xX]([0-9a-fA-F]{1,6})|([0-9]{1,7}));|&([A-Za-z][A-Za-z0-9]{1,31};)",
)
_REFERENCE = expression(r"&(?=#[xX]?[0-9a-fA-F]{1,7};|[A-Za-z][A-Za-z0-9]{1,31};)")
_ACTIVE = expression(
    r"\\(?![^\W_])|[*`]|(?<![^\W_])_|_(?![^\W_])|<(?=[A-Za-z/!?])|\](?=[\[(:])|!(?=\[)|\[(?=\^)|~(?=~)|#+$"
)
_ACTIVE_IN_LABEL = expression(_ACTIVE.pattern + r"|[\[\]|]")
_UNSEEN_CHARACTERS = r"\n\r\t\v\f\x1c-\x1f\x85\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069"
_UNSEEN = expression(rf"[{_UNSEEN_CHARACTERS}]|^\s|\s$")
# Nearly every title and label: what has none of these is escaped nowhere.
_ORDINARY = expression(rf"(?!\s)[^\\*`_<\[\]!~#|&{_UNSEEN_CHARACTERS}]*(?<!\s)")


def unescape(text: str) -> str:
    r"""
    Return the text with backslash escapes and character references undone.

    A reference to no character (`&#0;`, `&nosuch;`, a surrogate) stays as it is written.

    >>> unescape(r"Code \& Data &amp; X\_Y")
    'Code & Data & X_Y'
    """
    if "\\" not in text and "&" not in text:
        return text
    return _ESCAPED.sub(_character, text)


def _character(match: re.Match[str]) -> str:
    punctuation, hexadecimal, decimal, name = match.groups()
    if punctuation is not None:
        return str(punctuation)
    if name is not None:
        # The table of all names is large, and few texts have one.
        from html.entities import html5

        return html5.get(name, match[0])
    number = int(hexadecimal, 16) if hexadecimal is not None else int(decimal)
    if number == 0 or number > 0x10FFFF or 0xD800 <= number <= 0xDFFF:
        return match[0]
    return chr(number)


def escape_title(text: str) -> str:
    """
    Return plain text as one line of Markdown that shows it and does nothing else; `unescape` undoes it.

    Only what Markdown would act on is escaped, so that an ordinary title stays as it is. Line breaks, spaces at the
    edges and characters that turn the direction of the line become character references.
    """
    return _inert(text, _ACTIVE)


def _inert(text: str, active: re.Pattern[str]) -> str:
    if _ORDINARY.fullmatch(text) is not None:
        return text
    text = _REFERENCE.sub(_escaped, active.sub(_escaped, text))
    return _UNSEEN.sub(lambda match: f"&#{ord(match[0])};", text)


def _escaped(match: re.Match[str]) -> str:
    return "".join(f"\\{character}" for character in match[0])


def escape_label(text: str) -> str:
    """
    Return plain text as the words of a link.
    """
    return _inert(text, _ACTIVE_IN_LABEL)


_IN_URL = expression(r"[\\<>`\"\[\]|]|" + _REFERENCE.pattern)
_PARENTHESIS = expression(r"[()]")
_ORDINARY_URL = expression(r"[^\\<>`\"\[\]|&()]*")


def escape_url(url: str) -> str:
    """
    Return a URL as a link destination; parentheses are escaped only where they do not balance.
    """
    if _ORDINARY_URL.fullmatch(url) is not None:
        return url
    url = _IN_URL.sub(_escaped, url)
    depth = 0
    for match in _PARENTHESIS.finditer(url):
        depth += 1 if match[0] == "(" else -1
        if depth < 0:
            break
    return url if depth == 0 else _PARENTHESIS.sub(_escaped, url)
