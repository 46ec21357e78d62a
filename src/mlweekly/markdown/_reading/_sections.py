"""
Which headings of a text are its title, issues, topics and papers, decided by evidence on the whole of it.

A bold line of its own, a title in `《》` or a line that is one numbered link can stand in place of a paper's heading: 4
of 45 public digests have 136 papers so. Such a line counts as a heading below the one above it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import islice
from typing import TypeAlias

from attrs import define, field

from mlweekly._expressions import expression
from mlweekly.dates import find_period
from mlweekly.markdown._blocks import Block
from mlweekly.markdown._lines import stripped
from mlweekly.markdown._names import field_of_name, folded_name
from mlweekly.markdown._plain_text import plain_text
from mlweekly.markdown._reading._heads import EntryHead, head_at, with_links_behind
from mlweekly.markdown._reading._labels import label_at, name_alone
from mlweekly.markdown._reading._link_lines import links_on
from mlweekly.markdown._reading._log import ReadLog
from mlweekly.markdown._reading._section import BELOW_HEADINGS, FEW_LINKS, Section

__all__ = ["Sections", "headings_of", "may_be_title_line", "sections_of"]

Heads: TypeAlias = dict[int, EntryHead | None]
"""
The heads of lines that were looked at, by the offsets at which these begin.
"""
_LABELLED = expression(r"(\*\*|__)(?P<name>[^\W\d_][^*_`\\&<\[\]~\"“”«»„《》「」『』\r\n]{0,79}?):\1[ \t]+(?=\S)")
_OPENS_TITLE = tuple("*_《[【(（0123456789")


@define(eq=False, repr=False)
class Sections:
    """
    The sections of a text, in order, and what was decided about them.

    Attributes:
        sections: All of them.
        level: That of the papers; None if there are none.
        habits: Names, folded, that are on lines of their own or in headings in several places.
        papers: The indices of the sections that are papers.
    """

    sections: list[Section]
    habits: frozenset[str]
    level: int | None = None
    papers: set[int] = field(factory=set[int])


def headings_of(text: str, blocks: Sequence[Block]) -> list[Section]:
    """
    Return the headings of a text, and the lines in place of one.
    """
    heads: Heads = {}
    return [*_headings(text, blocks, _names_below(text, blocks, heads), heads)]


def sections_of(log: ReadLog, blocks: Sequence[Block], sections: list[Section]) -> Sections:
    """
    Return the sections of a text, whose headings are found, with the decision which of them are papers.

    The level of the papers is that on which most headings carry a link or labelled lines. Of the other headings on that
    level those are papers that look like the evident ones: numbered, if these are; labelled, if these are; in prose, if
    most of the level is evident.
    """
    _look_below(log, blocks, sections)
    found = Sections(sections, _habits(sections))
    found.level = _level_of_papers(sections)
    if found.level is None:
        _look_for_citations(log, blocks, sections)
        found.level = _level_of_prose(sections)
    if found.level is not None:
        groups = {*_groups(sections, found.level)}
        _join(sections, found.level, groups)
        found.papers = {*_papers(sections, found.level, groups)}
        found.papers |= {*_papers_above(sections, found.level, found.papers)}
    return found


def _head_of(text: str, block: Block, heads: Heads) -> EntryHead | None:
    """
    Return the head that a line begins with, which is looked for once.
    """
    if block.first not in heads:
        heads[block.first] = head_at(text, block.first, block.last)
    return heads[block.first]


def _names_below(text: str, blocks: Sequence[Block], heads: Heads) -> Counter[str]:
    """
    Count the bold lines by their words: words that occur twice are a name and no title.
    """
    names = Counter[str]()
    for block in blocks:
        if block.kind in ("text", "item", "quote"):
            label = name_alone(text, block.first, block.last)
            if label is not None:
                names[label.folded] += 1
            elif text.startswith(("*", "_"), block.first) and "](" in text[block.first : block.last]:
                name = _labelled_name(text, block)
                head = _head_of(text, block, heads) if name is None else None
                name = name if head is None else head.title
                names.update([] if name is None else [folded_name(name)])
    return names


def _labelled_name(text: str, block: Block) -> str | None:
    """
    Return the name of a label in bold before its value, `**Links:** …`: what its head would have for a title.
    """
    label = _LABELLED.match(text, block.first, block.last)
    return None if label is None else " ".join(label["name"].split())


def _is_name(title: str, names: Counter[str]) -> bool:
    """
    Return whether bold words before links are the name of the links, and no title.
    """
    return field_of_name(title) is not None or names[folded_name(title)] > 1


def _headings(text: str, blocks: Sequence[Block], names: Counter[str], heads: Heads) -> Iterator[Section]:
    above = 0
    for index, block in enumerate(blocks):
        level = block.level
        if block.kind in ("text", "quote") and _is_title_line(text, blocks, index, names, heads):
            level = BELOW_HEADINGS
        elif block.kind != "heading":
            continue
        first, last = block.first, block.last
        head = _head_of(text, block, heads)
        if head is None:
            continue
        head = with_links_behind(text, head, last)
        title = plain_text(text[first:last])
        has_period = level != BELOW_HEADINGS and _is_period(title)
        yield Section(index, level, (first, last), head, title, has_period=has_period)
        above = level if level != BELOW_HEADINGS else above


def _is_period(title: str) -> bool:
    """
    Return whether a title is that of a period, and not a sentence that tells a day: "… dies on April 11, 2020".
    """
    found = find_period(title)
    return found is not None and len(found.printed) * 3 >= len(title)


def may_be_title_line(text: str, above: Block | None, block: Block) -> bool:
    """
    Return whether a line may be in place of a heading: it begins a paragraph, with a mark, a bracket or a number.
    """
    if block.kind not in ("text", "quote") or not text.startswith(_OPENS_TITLE, block.first, block.last):
        return False
    return block.kind == "quote" or above is None or above.kind != "text"


def _is_title_line(text: str, blocks: Sequence[Block], index: int, names: Counter[str], heads: Heads) -> bool:
    """
    Return whether a line is in place of a heading: it is a paragraph, and nothing but a title.
    """
    block = blocks[index]
    if not may_be_title_line(text, blocks[index - 1] if index else None, block):
        return False
    name = _labelled_name(text, block)
    if name is not None and _is_name(name, names):
        return False
    first, last = block.first, block.last
    head = _head_of(text, block, heads)
    if head is None or head.style in ("plain", "italic"):
        return False
    has_tail = head.tail[0] < head.tail[1]
    if has_tail and _is_name(head.title, names):
        # Links behind it are those that it names.
        return False
    head = with_links_behind(text, head, last)
    if head.tail[0] != head.tail[1] or (head.others and not has_tail and _is_name(head.title, names)):
        return False
    if text[first] == "[" and head.rank is None and head.style == "link":
        return _is_linked_title(text, blocks, index)
    label = label_at(text, first, last) or name_alone(text, first, last)
    return label is None or (
        names[label.folded] < 2 and not label.is_known and not text[first:last].rstrip("*_ ").endswith((":", "："))
    )


def _is_linked_title(text: str, blocks: Sequence[Block], index: int) -> bool:
    """
    Return whether a line that is one link has a paragraph of its own right below it.
    """
    following = next((block for block in blocks[index + 1 :] if block.kind != "blank"), None)
    words = text[blocks[index].first : blocks[index].last]
    return (
        following is not None
        and following.kind == "text"
        and words.count(" ") > 3
        and "://" not in words.split("](")[0]
    )


def _look_below(log: ReadLog, blocks: Sequence[Block], sections: Sequence[Section]) -> None:
    """
    Note what is below each heading.
    """
    text = log.text
    for position, section in enumerate(sections):
        section.stop = sections[position + 1].first if position + 1 < len(sections) else len(blocks)
        section.lists_papers = _lists_papers(text, blocks[section.first + 1 : section.stop])
        for block in blocks[section.first + 1 : section.stop]:
            if block.kind not in ("text", "item", "quote"):
                continue
            first, last = stripped(text, block.first, block.last)
            section.urls += "://" in text[first:last]
            label = label_at(text, first, last, None) or name_alone(text, first, last)
            if label is not None:
                section.names.add(label.folded)
                section.known += label.is_known and (block.kind != "quote" or label.is_marked)
                section.links += not label.is_known and links_on(log, *label.value) is not None
            elif links_on(log, first, last) is not None:
                section.links += 1
            else:
                section.words += 1
    _look_at_names(sections)


def _look_at_names(sections: Sequence[Section]) -> None:
    """
    Note the deeper headings that name what a paper has, such as "Abstract", as labels of the heading around them.
    """
    around: list[Section] = []
    for section in sections:
        if section.level == BELOW_HEADINGS:
            continue
        while around and around[-1].level >= section.level:
            around.pop()
        if section.is_name and around:
            around[-1].known += 1
        elif not section.is_name:
            around.append(section)


def _look_for_citations(log: ReadLog, blocks: Sequence[Block], sections: Sequence[Section]) -> None:
    """
    Note what papers the prose below each heading links to.
    """
    for section in sections:
        for block in blocks[section.first + 1 : section.stop]:
            if block.kind in ("text", "item", "quote") and "://" in log.text[block.first : block.last]:
                links = log.scan_links(block.first, block.last).links
                section.cited += any(found.link.kind == "paper" for found in links)


def _lists_papers(text: str, blocks: Sequence[Block]) -> bool:
    """
    Return whether blocks begin with an item that is a paper of a list, so that the heading above is its topic.
    """
    items = [*islice((block for block in blocks if block.kind != "blank"), 2)]
    if [block.kind for block in items] != ["item", "item"] or items[0].number is None:
        return False
    item, below = items
    head = head_at(text, item.first, item.last)
    is_label = label_at(text, item.first, item.last, None) is not None
    return below.level > item.level and head is not None and head.style == "bold" and not is_label


def _habits(sections: Sequence[Section]) -> frozenset[str]:
    counts = Counter(name for section in sections for name in (*section.names, folded_name(section.title)))
    return frozenset(name for name, count in counts.items() if count > 1)


def _level_of_papers(sections: Sequence[Section]) -> int | None:
    counts = Counter(section.level for section in sections if section.is_evident)
    # Of two levels with as much evidence the deeper one is that of the papers: topics may have links of their own.
    return max(counts, key=lambda level: (counts[level], level), default=None)


def _level_of_prose(sections: Sequence[Section]) -> int | None:
    """
    Return the level on which most headings, and more than one, have a paper in the prose below them.
    """
    cited, total = Counter[int](), Counter[int]()
    for section in sections:
        total[section.level] += 1
        cited[section.level] += 0 < section.cited <= FEW_LINKS and not section.is_name
    most = max(cited, key=lambda level: (cited[level], level), default=None)
    return most if most is not None and cited[most] > 1 and cited[most] * 3 >= total[most] * 2 else None


def _groups(sections: Sequence[Section], level: int) -> Iterator[int]:
    """
    Yield the headings on the level of the papers that are topics: what is deeper has links to papers, they have none.
    """
    group: int | None = None
    for index, section in enumerate(sections):
        if section.level <= level:
            group = index if section.level == level and not section.is_evident else None
        elif group is not None and section.level < BELOW_HEADINGS and section.is_evident and section.head.is_linked:
            yield group


def _papers_above(sections: Sequence[Section], level: int, papers: Collection[int]) -> Iterator[int]:
    """
    Yield the headings above the level of the papers that are papers themselves: a link to one, and no other below.
    """
    has_papers = [False] * (BELOW_HEADINGS + 1)
    for index in range(len(sections) - 1, -1, -1):
        section = sections[index]
        link = section.head.link
        is_linked = link is not None and link.link.kind == "paper"
        if index not in papers and section.level < level and is_linked and not has_papers[section.level]:
            yield index
        is_paper = index in papers
        # A heading closes what is below those of its level and of deeper ones.
        for each in range(len(has_papers)):
            has_papers[each] = (has_papers[each] or is_paper) and each < section.level


def _join(sections: Sequence[Section], level: int, groups: Collection[int]) -> None:
    """
    Add what is below deeper headings to what is below the heading around them, now that the level of papers is known.
    """
    above: Section | None = None
    for index, section in enumerate(sections):
        if section.level == level:
            above = None if index in groups else section
        elif section.level < level:
            above = None
        elif above is not None:
            above.names |= section.names
            above.known += section.known
            above.cited += section.cited
            above.links += section.links + section.head.is_linked
            above.words += section.words
            above.urls += section.urls


def _candidates(sections: Sequence[Section], level: int, groups: Collection[int]) -> Iterator[int]:
    """
    Yield the headings that may be those of papers: on their level, or with a link below a topic on it.
    """
    in_group = False
    for index, section in enumerate(sections):
        if section.level <= level:
            in_group = index in groups
        if in_group:
            is_candidate = section.level > level and section.is_evident and section.head.is_linked
        else:
            is_candidate = section.level == level and not section.is_name
        if is_candidate:
            yield index


def _papers(sections: Sequence[Section], level: int, groups: Collection[int]) -> Iterator[int]:
    own = [*_candidates(sections, level, groups)]
    evident = [index for index in own if sections[index].is_evident]
    most = len(evident) * 2 / 3
    ranked = sum(sections[index].head.rank is not None for index in evident)
    linked = sum(sections[index].head.is_linked for index in evident)
    labelled = sum(sections[index].known > 0 for index in evident)
    if not evident:
        yield from (index for index in own if sections[index].cited)
        return
    for index in own:
        section = sections[index]
        if ranked >= most and len(evident) > 1:
            is_paper = section.head.rank is not None
        elif section.is_evident:
            is_paper = True
        elif linked >= most:
            is_paper = False
        elif labelled >= most:
            is_paper = section.known > 0
        else:
            is_paper = section.words > 0 and len(evident) * 2 >= len(own) and not section.has_period
        if is_paper:
            yield index
