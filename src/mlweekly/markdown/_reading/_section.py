"""
One heading of a text, or a line in place of one, and what is below it.
"""

from __future__ import annotations

from attrs import define, field

from mlweekly.markdown._names import field_of_name
from mlweekly.markdown._reading._heads import EntryHead

__all__ = ["BELOW_HEADINGS", "FEW_LINKS", "Section"]

BELOW_HEADINGS = 7
FEW_LINKS = 6


@define(eq=False, repr=False)
class Section:
    """
    A heading, or a line in place of one, and the blocks up to the next.

    Attributes:
        first: The index of its block.
        level: That of the heading; 7 for a line in place of a heading.
        span: Start and end of its words.
        head: Its words as the head of a paper.
        title: Its words as plain text.
        stop: The index of the block behind its last one.
        names: The names of the labelled lines in it, folded.
        links: How many lines of links and labelled links there are in it.
        words: How many lines of words.
        urls: How many lines with a URL.
        cited: How many lines of words with a link to a paper.
        has_period: Whether the heading prints a period.
        lists_papers: Whether right below it is a numbered item with a bold title and items of its own.
    """

    first: int
    level: int
    span: tuple[int, int]
    head: EntryHead
    title: str
    stop: int = 0
    names: set[str] = field(factory=set[str])
    known: int = 0
    links: int = 0
    words: int = 0
    urls: int = 0
    cited: int = 0
    has_period: bool = False
    lists_papers: bool = False

    @property
    def is_name(self) -> bool:
        """
        Whether the heading is the name of what a paper has, such as "Abstract".
        """
        return field_of_name(self.title) is not None

    @property
    def is_evident(self) -> bool:
        """
        Whether the heading or what is right below it shows that this is a paper.
        """
        if self.is_name or self.lists_papers or (self.has_period and not self.head.is_linked):
            return False
        if self.head.is_linked or self.known > 0 or 0 < self.links <= FEW_LINKS:
            return True
        return self.head.rank is not None and 0 < self.urls <= FEW_LINKS
