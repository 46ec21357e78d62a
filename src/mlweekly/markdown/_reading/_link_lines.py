"""
Lines on which there are links and nothing else but marks.
"""

from __future__ import annotations

import re
from typing import Final

from mlweekly._expressions import expression
from mlweekly.markdown._reading._links import Scanned, ScannedLink
from mlweekly.markdown._reading._log import ReadLog

__all__ = ["RELATIVE_LINK", "is_links", "links_around_images", "links_on"]

_IMAGE = r"(?:!\[[^\[\]]{0,300}\]\([^()]{0,2000}\)|<img\b[^<>]{0,2000}>|</?(?:p|div|a|br|center)\b[^<>]{0,500}>)"
_LINKED_IMAGE = rf"\[[ \t]*{_IMAGE}(?:[^\[\]]|!\[[^\[\]]{{0,300}}\]){{0,3000}}\]\([^()]{{0,2000}}\)"
_IMAGES = expression(rf"(?:{_IMAGE}|{_LINKED_IMAGE}|\s)+", re.IGNORECASE)
_EACH_IMAGE = expression(rf"(?P<linked>{_LINKED_IMAGE})|{_IMAGE}", re.IGNORECASE)
_AROUND_IMAGE = expression(r"\]\([ \t]*(https?://[^\s()]{1,2000})[^()]{0,300}\)(?![^\[\]]{0,2000}\])")
_BADGE = expression(r"\[!\[[^\[\]]{0,300}\]\([^()]{0,2000}\)\]\(")

RELATIVE_LINK: Final = expression(r"\[((?:[^\[\]\\]|\\.){1,300})\]\((?!https?:|#|mailto:)([^()\s]{1,500})\)")
"""
A link to a page of the same site.
"""
# Up to the first link there is no word.
_BEGINS_LINKS = expression(r"[^\w\[<]*(?:\[|<?https?://)", re.IGNORECASE)
_WORD = expression(r"\w")


def links_on(log: ReadLog, start: int, end: int) -> Scanned | None:
    """
    Return the links between two offsets if nothing else is there but marks, else None.
    """
    if _BEGINS_LINKS.match(log.text, start, end) is None:
        return None
    scanned = log.scan_links(start, end)
    return scanned if scanned.links and is_links(log.text, scanned) else None


def is_links(text: str, scanned: Scanned) -> bool:
    """
    Return whether all that is beside links are marks, icons and brackets.
    """
    return not any(
        _WORD.search(text, *piece) and RELATIVE_LINK.fullmatch(text, *piece) is None for piece in scanned.leftovers
    )


def links_around_images(log: ReadLog, start: int, end: int) -> list[ScannedLink] | None:
    """
    Return the links around the images on a line of images; None if this is another line, or one of badges.
    """
    text = log.text
    if _IMAGES.fullmatch(text, start, end) is None or _BADGE.match(text, start, end) is not None:
        return None
    found: list[ScannedLink] = []
    for image in _EACH_IMAGE.finditer(text, start, end):
        around = None if image["linked"] is None else _AROUND_IMAGE.search(text, *image.span())
        if around is not None:
            found += log.scan_links(*around.span(1)).links
    return found
