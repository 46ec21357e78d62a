"""
The elements of HTML that a text opens and closes.
"""

from __future__ import annotations

from typing import NamedTuple

from mlweekly._expressions import expression

__all__ = ["HtmlNames", "html_names"]

_TAG = expression(r"<(/?)([A-Za-z][A-Za-z0-9]{0,19})(?=[\s/>])")


class HtmlNames(NamedTuple):
    """
    The names of the elements that a text opens, and of those that it closes, in lower case.
    """

    opened: frozenset[str]
    closed: frozenset[str]


def html_names(text: str) -> HtmlNames:
    """
    Return the names of the elements that a text opens and closes.

    >>> sorted(html_names("<details><summary>more</summary>").opened)
    ['details', 'summary']
    """
    tags = [(match[1] == "/", match[2].lower()) for match in _TAG.finditer(text)]
    opened, closed = ({name for closes, name in tags if closes is wanted} for wanted in (False, True))
    return HtmlNames(frozenset(opened), frozenset(closed))
