"""
Titles and names as plain text, with the links that are in them.
"""

from __future__ import annotations

from typing import NamedTuple

from mlweekly.markdown._plain_text import has_marks, plain_span, read_inline
from mlweekly.markdown._reading._links import ScannedLink, scan_links
from mlweekly.model import Link

__all__ = ["TitleWords", "read_title"]


class TitleWords(NamedTuple):
    """
    A title as it is read.

    Attributes:
        words: The title as plain text.
        span: Where its words are, without marks that enclose all of them.
        links: The links in it; one around the whole title has no label, for its words are the title's.
        leftovers: Start and end of targets that no link holds: of images, and those without http(s).
    """

    words: str
    span: tuple[int, int]
    links: tuple[ScannedLink, ...] = ()
    leftovers: tuple[tuple[int, int], ...] = ()

    @property
    def targets(self) -> tuple[tuple[int, int], ...]:
        """
        Start and end of the targets, for a title whose links fit no field.
        """
        return (*(link.url for link in self.links), *self.leftovers)


def read_title(text: str, start: int, end: int) -> TitleWords:
    """
    Return what a title shows and holds.
    """
    if not has_marks(text, start, end):
        return TitleWords(text[start:end], (start, end))
    inline = read_inline(text, start, end)
    # A tag or a footnote mark that is dropped leaves its space; spaces of the title itself are references.
    words = inline.words if text.find("&", start, end) != -1 else inline.words.strip()
    if not inline.targets:
        return TitleWords(words, inline.span)
    links: list[ScannedLink] = []
    leftovers: list[tuple[int, int]] = []
    for first, last in inline.targets:
        scanned = scan_links(text, first, last).links if text[first] != "!" else []
        if len(scanned) == 1:
            is_whole = plain_span(text, *scanned[0].label) == inline.span
            links.append(_unlabelled(scanned[0]) if is_whole else scanned[0])
        elif text[last - 1] == ")":
            leftovers.append((text.rindex("](", first, last) + 2, last - 1))
    return TitleWords(words, inline.span, tuple(links), tuple(leftovers))


def _unlabelled(found: ScannedLink) -> ScannedLink:
    return found._replace(link=Link(found.link.url), label=(found.whole[0], found.whole[0]))
