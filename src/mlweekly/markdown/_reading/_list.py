"""
The layout "list": an item of a list for each paper.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property

from mlweekly.markdown._blocks import Block, bounds_of
from mlweekly.markdown._dialects import Dialect
from mlweekly.markdown._plain_text import plain_text
from mlweekly.markdown._reading._drafts import SeriesDraft
from mlweekly.markdown._reading._entry_bodies import Body
from mlweekly.markdown._reading._entry_drafts import EntryDraft
from mlweekly.markdown._reading._entry_values import take_head
from mlweekly.markdown._reading._frames import Frame, Heading, Role, roles_of
from mlweekly.markdown._reading._heads import EntryHead
from mlweekly.markdown._reading._items import Item, citations_in, entries_of, items_of, paper_links, references_of
from mlweekly.markdown._reading._labels import label_at
from mlweekly.markdown._reading._log import ReadLog
from mlweekly.markdown._reading._people import are_names
from mlweekly.markdown._reading._tails import take_tail

__all__ = ["ListReader", "listed_papers"]

_LONGEST_CITATION = 120


def listed_papers(items: Sequence[Item], blocks: Sequence[Block]) -> list[Item]:
    """
    Return the items that are papers.

    A list under a heading with no link to a paper is one of software, blogs or data beside the papers, if other lists
    have such links.
    """
    entries = [items[index] for index in sorted(entries_of(items))]
    sections = _sections(blocks)
    papers = Counter[int]()
    for entry in entries:
        papers[sections[entry.first]] += _is_of_paper(entry)
    if not any(papers.values()):
        return entries
    return [entry for entry in entries if papers[sections[entry.first]]]


def _is_of_paper(entry: Item) -> bool:
    return entry.is_in_our_form or paper_links(entry) > 0


def _sections(blocks: Sequence[Block]) -> list[int]:
    """
    Return for each block the index of the heading above it.
    """
    above, sections = -1, list[int]()
    for index, block in enumerate(blocks):
        above = index if block.kind == "heading" else above
        sections.append(above)
    return sections


class ListReader:
    """
    Reads a document whose papers are items of lists.
    """

    def __init__(self, log: ReadLog, blocks: Sequence[Block], dialect: Dialect) -> None:
        self.log, self.text, self.blocks, self.dialect = log, log.text, blocks, dialect
        self.frame = Frame(log, dialect, blocks)
        self.references = references_of(self.text, blocks)
        self.items = items_of(self.text, blocks, self.references)
        self.entries = {entry.first: entry for entry in listed_papers(self.items, blocks)}
        self.groups: dict[int, str] = {}
        self.habits = frozenset(self._habits())
        self.headings = {
            index: heading
            for index, block in enumerate(blocks)
            if block.kind == "heading" and (heading := self._heading(index)) is not None
        }

    @property
    def most_papers(self) -> int:
        """
        How many papers there are at most.
        """
        return len(self.entries)

    @property
    def finds_papers(self) -> bool:
        """
        Whether there are entries.
        """
        return bool(self.entries)

    @cached_property
    def has_authors_first(self) -> bool:
        """
        Whether the first line below the head is that of authors in most entries.
        """
        first = [line for entry in self.entries.values() if (line := self._first_line(entry))]
        return sum(map(are_names, first)) * 2 > len(first)

    def read(self) -> SeriesDraft:
        """
        Go through the blocks: those of an entry are its paper's, the others are around the papers.
        """
        roles = roles_of([*self.headings.values()], has_title=self.frame.has_title)
        role_at: dict[int, Role] = dict(zip(self.headings, roles, strict=True))
        index = 0
        while index < len(self.blocks):
            entry = self.entries.get(index)
            if entry is not None:
                self._take_entry(entry)
                index = entry.stop
                continue
            if index in self.headings:
                self.frame.take_heading(self.headings[index], role_at[index])
            else:
                self.frame.take_words(self.blocks[index])
            index += 1
        return self.frame.finish()

    def _heading(self, index: int) -> Heading | None:
        block = self.blocks[index]
        title = plain_text(self.text[block.first : block.last]).strip()
        if not title:
            return None
        holds = False
        for below in range(index + 1, len(self.blocks)):
            if below in self.entries:
                holds = True
                break
            if self.blocks[below].kind == "heading" and self.blocks[below].level <= block.level:
                break
        return Heading(block.level, title, (block.first, block.last), block.start, holds)

    def _habits(self) -> Iterator[str]:
        """
        Yield the names, folded, that begin lines in several entries.
        """
        counts = Counter[str]()
        for entry in self.entries.values():
            labels = (
                label_at(self.text, block.first, block.last, None)
                for block in self.blocks[entry.first + 1 : entry.stop]
                if block.kind in ("text", "item", "quote")
            )
            counts.update({label.folded for label in labels if label is not None})
        yield from (name for name, count in counts.items() if count > 1)

    def _first_line(self, entry: Item) -> str:
        """
        Return the words of the first line below the head of an entry.
        """
        below = (block for block in self.blocks[entry.first + 1 : entry.stop] if block.kind in ("text", "item"))
        block = next(below, None)
        return "" if block is None else plain_text(self.text[block.first : block.last])

    def _take_entry(self, item: Item) -> None:
        block, head = self.blocks[item.first], item.head
        if head is None:
            return
        start = bounds_of(self.text, block)[0]
        entry = EntryDraft(start, block.last, head.title, head.span, *self._rank(item, head, start))
        take_head(self.log, entry, head)
        take_tail(self.log, entry, self._take_citations(entry, *head.tail), head.tail[1])
        self.frame.take_entry(entry, self._groups(item))
        body = Body(self.log, self.dialect, entry, self.habits, level=item.level + 1, strips=True)
        body.has_authors_first = lambda: self.has_authors_first
        for each in self.blocks[item.first + 1 : item.stop]:
            body.take(each)
        body.finish()

    def _take_citations(self, entry: EntryDraft, start: int, end: int) -> int:
        """
        Give a paper the links of the references that are cited in its title or right behind; return where words go on.
        """
        if not self.references:
            return start
        cited = [self.references[each] for each in citations_in(entry.title) if each in self.references]
        if cited:
            entry.title = entry.title[: entry.title.rindex("[")].rstrip()
        closing = self.text.find("]", start, min(end, start + _LONGEST_CITATION)) + 1
        behind = [
            self.references[each] for each in citations_in(f" {self.text[start:closing]}") if each in self.references
        ]
        for span in (*cited, *behind):
            entry.add_links(self.log.scan_links(*span).links)
        return closing if behind and self.text[start] == "[" else start

    def _groups(self, item: Item) -> tuple[str, ...]:
        """
        Return the words of the items around an entry: in a list of lists, they are its topics.
        """
        groups: list[str] = []
        parent = item.parent
        while parent >= 0:
            if parent not in self.groups:
                block = self.blocks[self.items[parent].first]
                self.groups[parent] = plain_text(self.text[block.first : block.last]).strip(" :：")
                self.frame.leave_targets(block.first, block.last)
            groups.append(self.groups[parent])
            parent = self.items[parent].parent
        return tuple(group for group in reversed(groups) if group)

    def _rank(self, item: Item, head: EntryHead, start: int) -> tuple[int | None, tuple[int, int]]:
        """
        Return the rank that an item prints, or its number in an ordered list.
        """
        if head.rank is not None:
            return head.rank, head.rank_span
        if not item.number:
            return None, (0, 0)
        return item.number, (start, head.span[0])
