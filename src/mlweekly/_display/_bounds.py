"""
The beginning of a page, for what a person typed at a prompt.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import define, evolve

from mlweekly._display._page import Block, Code, Heading, Inline, Item, Items, Page, Paragraph, Quote, Run, Table
from mlweekly._wording import counted

__all__ = ["beginning"]

_MOST_LINES = 100
_MOST_CHARACTERS = 40_000
_LONGEST_TEXT = 4_000


def beginning(page: Page) -> Page:
    """
    Return the page if it is short, else its beginning with the number of lines that are not shown.

    A line is a paragraph, an item or a row. At most 100 of them are shown, at most 40,000 characters in all and 4,000
    of each text.
    """
    budget = _Budget()
    title = budget.cut(page.title)
    blocks = list(_without_empty_sections(each for block in page.blocks for each in _kept(block, budget)))
    if budget.hidden:
        words = f"{counted(budget.hidden, 'more line')} not shown here; mlweekly.reports shows the whole"
        blocks.append(Paragraph((Run(words, "quiet"),)))
    return Page(title, blocks)


@define
class _Budget:
    """
    What may still be shown, and how many lines are not.
    """

    lines: int = _MOST_LINES
    characters: int = _MOST_CHARACTERS
    hidden: int = 0

    def has_room(self) -> bool:
        """
        Take one line, or count it as hidden.
        """
        if self.lines < 1 or self.characters < 1:
            self.hidden += 1
            return False
        self.lines -= 1
        return True

    def cut(self, inlines: Iterable[Inline]) -> tuple[Inline, ...]:
        """
        Return pieces of a line, with what is too long in them cut.
        """
        return tuple(self._cut(inlines))

    def _cut(self, inlines: Iterable[Inline]) -> Iterator[Inline]:
        for inline in inlines:
            if self.characters < 1:
                yield Run(" …", "quiet")
                return
            if isinstance(inline, Quote):
                yield evolve(inline, runs=map(self._run, inline.runs), url=self._url(inline.url))
            else:
                yield self._run(inline)

    def _run(self, run: Run) -> Run:
        text = self.text(run.text)
        return run if text == run.text else evolve(run, text=text)

    def text(self, text: str) -> str:
        """
        Return a text, or its beginning and how many characters follow.
        """
        most = max(0, min(_LONGEST_TEXT, self.characters))
        self.characters -= min(most, len(text))
        return text if len(text) <= most else f"{text[:most]}… ({counted(len(text) - most, 'more character')})"

    def _url(self, url: str | None) -> str | None:
        self.characters -= len(url or "")
        return None if self.characters < 0 else url


def _kept(block: Block, budget: _Budget) -> Iterator[Block]:
    match block:
        case Heading():
            if budget.lines > 0 and budget.characters > 0:
                yield Heading(budget.cut(block.inlines), block.level)
        case Paragraph():
            if budget.has_room():
                yield Paragraph(budget.cut(block.inlines))
        case Items():
            items = tuple(_kept_items(block.items, budget))
            if items:
                yield Items(items)
        case Table():
            rows = [tuple(map(budget.cut, row)) for row in block.rows if budget.has_room()]
            if rows:
                yield Table(block.head, rows)
        case Code():
            if budget.has_room():
                yield Code(budget.text(block.text))


def _kept_items(items: Iterable[Item], budget: _Budget) -> Iterator[Item]:
    for item in items:
        if budget.has_room():
            yield Item(item.sign, budget.cut(item.inlines), tuple(_kept_items(item.inner, budget)))
        else:
            budget.hidden += sum(map(_size, item.inner))


def _size(item: Item) -> int:
    return 1 + sum(map(_size, item.inner))


def _without_empty_sections(blocks: Iterable[Block]) -> Iterator[Block]:
    """
    Yield the blocks without headings that nothing follows, since their sections are not shown.
    """
    headings: list[Heading] = []
    for block in blocks:
        if isinstance(block, Heading):
            headings.append(block)
        else:
            yield from headings
            headings = []
            yield block
