"""
Lines on which there are links and nothing else but marks.
"""

from __future__ import annotations

import re
from typing import Final

from mlweekly.markdown._reading._links import Scanned, scan_links

__all__ = ["RELATIVE_LINK", "is_links", "links_on"]

RELATIVE_LINK: Final = re.compile(r"\[((?:[^\[\]\\]|\\.){1,300})\]\((?!https?:|#|mailto:)([^()\s]{1,500})\)")
"""
A link to a page of the same site.
"""
# Up to the first link there is no word.
_BEGINS_LINKS = re.compile(r"[^\w\[<]*(?:\[|<?https?://)", re.IGNORECASE)
_WORD = re.compile(r"\w")


def links_on(text: str, start: int, end: int) -> Scanned | None:
    """
    Return the links between two offsets if nothing else is there but marks, else None.
    """
    if _BEGINS_LINKS.match(text, start, end) is None:
        return None
    scanned = scan_links(text, start, end)
    return scanned if scanned.links and is_links(text, scanned) else None


def is_links(text: str, scanned: Scanned) -> bool:
    """
    Return whether all that is beside links are marks, icons and brackets.
    """
    return not any(
        _WORD.search(text, *piece) and RELATIVE_LINK.fullmatch(text, *piece) is None for piece in scanned.leftovers
    )
