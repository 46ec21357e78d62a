"""
Which items of a text are entries: papers in a list, and not the points of a text, a contents list or a menu.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from attrs import define, field

from mlweekly._expressions import expression
from mlweekly.markdown._blocks import Block
from mlweekly.markdown._names import field_of_name
from mlweekly.markdown._reading._heads import EntryHead, head_at, with_links_behind
from mlweekly.markdown._reading._labels import label_at
from mlweekly.markdown._reading._paper_urls import BARE_URL, URL, is_of_paper
from mlweekly.model import role_of_label

__all__ = ["Item", "citations_in", "entries_of", "items_of", "may_begin_item", "references_of"]

_NUMBERED = expression(r"([0-9]{1,4})\\?[.)][ \t]+")
_REFERENCE = expression(r"\[([0-9]{1,4})\]:?[ \t]+")
_CITATION = expression(r"[ \t]\[([0-9]{1,4}(?:[ \t]*,[ \t]*[0-9]{1,4}){0,20})\](?!\()")
# A paragraph that begins with a linked title is an entry beside items: one public list has its pick of the day so.
_LINKED = expression(r"(?:\*\*)?\[(?!!)(?=(?:[^\[\]]*[ \t]){2})(?:[^\[\]\\]|\\.|\[[^\[\]]*\]){15,600}\]\(")
_BARE_WORDS = expression(r"[^\W\d_][^\[\]*_`\"“”«»„《》「」『』(（/|<]*")
_OPENS_ITEM = ("[", "**[", *"0123456789")
_URL_LINE = expression(rf"{BARE_URL}[ \t]*", re.IGNORECASE)


@define(eq=False, repr=False)
class Item:
    """
    An item of a list, or a paragraph that begins with a number.

    Attributes:
        first: The index of its first block.
        stop: The index of the block behind its last one.
        level: How many items are around it.
        head: Its first line as the head of a paper; None if it is no head.
        number: The number of a paragraph as printed; of an item of an ordered list, its position as CommonMark counts.
        parent: The index of the item around it, in the order of the items; -1 for none.
        urls: The URLs in it, those of deeper items too.
        has_entries: Whether a deeper item is an entry.
        is_labelled: Whether its first deeper item is a marked label of a known name.
        is_above_url: Whether its second line, or its first deeper item, is a URL and nothing else.
    """

    first: int
    level: int
    head: EntryHead | None
    number: int | None
    parent: int = -1
    stop: int = 0
    urls: list[str] = field(factory=list[str])
    has_entries: bool = False
    is_labelled: bool = False
    is_above_url: bool = False

    @property
    def is_in_our_form(self) -> bool:
        """
        Whether it is numbered, has a bold title and a label below: an entry without a link, as we write it.
        """
        return self.is_labelled and self.number is not None and self.head is not None and self.head.style == "bold"

    @property
    def is_candidate(self) -> bool:
        """
        Whether it has a title, and a link or a target to go with it.
        """
        head = self.head
        if head is None:
            return False
        is_bare = head.style == "plain" and head.tail[0] == head.tail[1] and not head.is_linked
        if is_bare and not self.is_above_url:
            return False
        return bool(self.urls) or head.is_linked or self.is_in_our_form


def may_begin_item(text: str, block: Block) -> bool:
    """
    Return whether a block is an item, or may be a paragraph in place of one: it begins with a number or a link.
    """
    return block.kind == "item" or (block.kind == "text" and text.startswith(_OPENS_ITEM, block.first, block.last))


def items_of(text: str, blocks: Sequence[Block], references: Mapping[int, tuple[int, int]]) -> list[Item]:
    """
    Return the items of a text, in order, with what is in them; a number in brackets stands for the URL of a reference.
    """
    items: list[Item] = []
    open_items: list[int] = []
    counts = _Counts()
    for index, block in enumerate(blocks):
        kind = block.kind
        begins = kind == "text" and _begins_paragraph(blocks, index)
        numbered = _NUMBERED.match(text, block.first, block.last) if begins else None
        if kind == "item" or numbered is not None or (begins and _LINKED.match(text, block.first, block.last)):
            level = block.level if kind == "item" else 0
            _close(items, open_items, level, index)
            first = block.first if numbered is None else numbered.end()
            if numbered is not None:
                number: int | None = int(numbered[1])
            else:
                number = counts.number_of(text, block) if kind == "item" else None
            parent = open_items[-1] if open_items else -1
            is_above_url = _is_above_url(text, blocks, index)
            # Words alone are no candidate, whatever their head is, unless a URL is below them.
            is_bare = not is_above_url and _BARE_WORDS.fullmatch(text, first, block.last) is not None
            head = None if is_bare else _head(text, first, block.last, level)
            items.append(Item(index, level, head, number, parent, is_above_url=is_above_url))
            if parent >= 0 and items[parent].first == index - 1:
                label = label_at(text, first, block.last)
                items[parent].is_labelled = label is not None and label.is_known and label.is_marked
            open_items.append(len(items) - 1)
            cited = citations_in(text[first : block.last]) if references else ()
            items[-1].urls += (text[slice(*references[each])] for each in cited if each in references)
        elif kind in ("heading", "rule", "row", "front matter") or (kind == "text" and _ends_list(blocks, index)):
            _close(items, open_items, 0, index)
            counts.end(0)
        if open_items and "://" in text[block.start : block.end]:
            urls = URL.findall(text, block.start, block.end)
            for each in open_items:
                items[each].urls += urls
    _close(items, open_items, 0, len(blocks))
    return items


class _Counts:
    """
    Counts the items of ordered lists: from the first number on, whatever the others print.
    """

    def __init__(self) -> None:
        self.last: list[tuple[str, int]] = []

    def end(self, level: int) -> None:
        """
        End the lists on this level and deeper ones.
        """
        del self.last[level:]

    def number_of(self, text: str, block: Block) -> int | None:
        """
        Return the number of an item; None if its list has none, or counts from 0.
        """
        level, mark = max(0, block.level), text[block.start : block.first].rstrip()[-1:]
        known = self.last[level] if level < len(self.last) else ("", 0)
        self.end(level)
        self.last += [("", 0)] * (level - len(self.last))
        number = block.number if block.number is None or known[0] != mark or not known[1] else known[1] + 1
        self.last.append((mark, number or 0))
        return number or None


def references_of(text: str, blocks: Sequence[Block]) -> dict[int, tuple[int, int]]:
    """
    Return where the URLs of a numbered list of references, `[6] Title, 2025. https://…`, are, by number.

    One public digest prints no link beside its papers, and their URLs at the end, so.
    """
    references: dict[int, tuple[int, int]] = {}
    for block in blocks:
        match = _REFERENCE.match(text, block.first, block.last) if block.kind in ("text", "definition") else None
        url = None if match is None else URL.search(text, match.end(), block.last)
        if match is not None and url is not None:
            references.setdefault(int(match[1]), (url.start(), url.start() + len(url[0].rstrip(".,;"))))
    return references


def citations_in(words: str) -> tuple[int, ...]:
    """
    Return the numbers that words cite, `SafeR-CLIP [5, 26]`.
    """
    found = _CITATION.search(words)
    return () if found is None else tuple(int(number) for number in found[1].split(","))


def _begins_paragraph(blocks: Sequence[Block], index: int) -> bool:
    return index == 0 or blocks[index - 1].kind in ("blank", "heading", "rule")


def _is_above_url(text: str, blocks: Sequence[Block], index: int) -> bool:
    """
    Return whether the second line of an item, or its first deeper item, is a URL and nothing else.
    """
    if index + 1 == len(blocks):
        return False
    block, below = blocks[index], blocks[index + 1]
    is_in_it = below.kind == "text" or (below.kind == "item" and below.level > block.level)
    return is_in_it and _URL_LINE.fullmatch(text, below.first, below.last) is not None


def _ends_list(blocks: Sequence[Block], index: int) -> bool:
    """
    Return whether a line is a paragraph of its own behind the list: it is not indented, and a blank line is above it.
    """
    block = blocks[index]
    return block.first - block.start == 0 and blocks[index - 1].kind == "blank" if index else False


def _close(items: list[Item], open_items: list[int], level: int, index: int) -> None:
    while open_items and items[open_items[-1]].level >= level:
        items[open_items.pop()].stop = index


def _head(text: str, start: int, end: int, level: int) -> EntryHead | None:
    """
    Return the head of an item that could be a paper; a label, a link of a role and a sentence are none.
    """
    if start >= end or text[start] == "!":
        return None
    label = label_at(text, start, end)
    names_title = label is not None and level == 0 and label.value[0] < end and field_of_name(label.name) == "title"
    if label is not None and not names_title and (label.is_known or not label.is_marked):
        return None
    head = head_at(text, start, end)
    if head is not None and head.style == "plain" and head.tail[0] == head.tail[1]:
        head = with_links_behind(text, head, end)
    if head is None or len(head.title) < (1 if head.style == "bold" else 3):
        return None
    if label is not None and names_title:
        return _head(text, *label.value, level)
    if head.style in ("link", "italic") and role_of_label(head.title) is not None and head.title.count(" ") < 2:
        return None
    return None if field_of_name(head.title) is not None else head


def entries_of(items: Sequence[Item]) -> set[int]:
    """
    Return the indices of the items that are entries.

    An item with a head and a link is one, unless deeper items are that have titles with links of their own, as in lists
    of lists. Of the styles of heads, one that few items have beside a common one is none of the list's.
    """
    entries: set[int] = set()
    for index in range(len(items) - 1, -1, -1):
        item = items[index]
        if item.has_entries and not (item.head is not None and item.head.is_linked):
            entries.discard(index)
        elif item.is_candidate:
            entries.add(index)
        parent = item.parent
        if parent >= 0 and ((index in entries and item.head is not None and item.head.is_linked) or item.has_entries):
            items[parent].has_entries = True
    entries = {index for index in entries if not any(above in entries for above in _above(items, index))}
    entries = _in_common_style(items, entries)
    return entries | _beside(items, entries)


def _beside(items: Sequence[Item], entries: set[int]) -> set[int]:
    """
    Return the items without a link whose head is in the style of the list's entries, where most items are entries.
    """
    lists: dict[int, list[int]] = {}
    group = 0
    for index, item in enumerate(items):
        if item.parent < 0 and index and items[index - 1].stop < item.first:
            group += 1
        lists.setdefault(item.parent if item.parent >= 0 else -1 - group, []).append(index)
    found: set[int] = set()
    for members in lists.values():
        styles = {head.style for index in members if index in entries and (head := items[index].head) is not None}
        if sum(index in entries for index in members) * 3 > len(members) * 2:
            found.update(
                index
                for index in members
                if (head := items[index].head) is not None and head.style in styles and head.tail[0] < head.tail[1]
            )
    return found


def _above(items: Sequence[Item], index: int) -> Iterator[int]:
    parent = items[index].parent
    while parent >= 0:
        yield parent
        parent = items[parent].parent


def _in_common_style(items: Sequence[Item], entries: set[int]) -> set[int]:
    styles = Counter(head.style for index in entries if (head := items[index].head) is not None)
    if not styles:
        return entries
    most = max(styles.values())
    rare = {style for style, count in styles.items() if count * 10 < most}
    return {index for index in entries if (head := items[index].head) is not None and head.style not in rare}


def paper_links(item: Item) -> int:
    """
    Return how many URLs of an item are those of papers.
    """
    return sum(is_of_paper(url) for url in item.urls[:8])
