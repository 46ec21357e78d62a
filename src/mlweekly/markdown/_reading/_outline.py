"""
The layout "outline": a heading, or a line in place of one, for each paper.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from mlweekly.markdown._blocks import Block
from mlweekly.markdown._dialects import Dialect
from mlweekly.markdown._lines import stripped
from mlweekly.markdown._plain_text import plain_text
from mlweekly.markdown._reading._drafts import SeriesDraft
from mlweekly.markdown._reading._entry_bodies import Body
from mlweekly.markdown._reading._entry_drafts import EntryDraft
from mlweekly.markdown._reading._frames import Frame, Heading, roles_of
from mlweekly.markdown._reading._labels import label_at, name_alone
from mlweekly.markdown._reading._link_lines import links_on
from mlweekly.markdown._reading._log import ReadLog
from mlweekly.markdown._reading._sections import BELOW_HEADINGS, Section, Sections, sections_of
from mlweekly.markdown._reading._tails import take_day, take_tail

__all__ = ["read_outline"]

_LETTERS = re.compile(r"[^\W\d_]")


def read_outline(log: ReadLog, blocks: Sequence[Block], dialect: Dialect) -> SeriesDraft:
    """
    Read a document whose papers have headings.
    """
    frame = Frame(log, dialect, blocks)
    found = sections_of(log, blocks)
    sections = found.sections
    above = found.level or BELOW_HEADINGS
    papers = _papers_around(sections, found.papers)
    headings = {
        index: heading
        for index, section in enumerate(sections)
        if papers[index] is None and section.level < BELOW_HEADINGS
        if (heading := _heading(blocks, sections, index, found.papers)).holds_papers or section.level < above
    }
    roles = dict(zip(headings, roles_of([*headings.values()], has_title=frame.has_title), strict=True))
    for block in blocks[: sections[0].first if sections else len(blocks)]:
        frame.take_words(block)
    bodies: list[Body] = []
    body: Body | None = None
    last_ones = {index for index, role in roles.items() if role == "issue"}
    closing = _closing_rules(log, blocks, found, papers, last_ones)
    for index, section in enumerate(sections):
        first = section.first + section.size
        if index in found.papers:
            body = Body(log, dialect, _entry(log, blocks, section), found.habits, level=0, strips=False)
            bodies.append(body)
            frame.take_entry(body.draft)
        elif papers[index] is not None:
            first = section.first
        else:
            body = None
            if index in headings:
                frame.take_heading(headings[index], roles[index])
            else:
                first = _take_other(log, section)
        for place in range(first, section.stop):
            body = None if place in closing else body
            take = frame.take_words if body is None else body.take
            take(blocks[place])
    for body in bodies:
        body.finish()
    return frame.finish()


def _take_other(log: ReadLog, section: Section) -> int:
    """
    Leave over a heading that is neither above papers nor that of one; return the index of the first block of its words.
    """
    if section.level == BELOW_HEADINGS:
        return section.first
    log.leave(*section.span)
    return section.first + section.size


def _papers_around(sections: Sequence[Section], papers: set[int]) -> list[int | None]:
    """
    Return for each section the paper that it is or belongs to: what is deeper than a paper is a section of it.
    """
    around: list[int | None] = []
    paper: int | None = None
    depth = level_above = 0
    for index, section in enumerate(sections):
        level_above = section.level if section.level < BELOW_HEADINGS else level_above
        if index in papers:
            # A line in place of a heading ends where a heading of the level above it begins.
            paper, depth = index, section.level if section.level < BELOW_HEADINGS else level_above
        elif section.level <= depth:
            paper = None
        around.append(paper)
    return around


def _closing_rules(
    log: ReadLog, blocks: Sequence[Block], found: Sections, papers: Sequence[int | None], issues: Collection[int]
) -> set[int]:
    """
    Return the rules behind the last papers of issues that close them: below them are the notices of the issue.

    A rule is one if prose without labels follows it, and if no other paper has prose below a rule.
    """
    if len(found.papers) < 2:
        return set()
    rules: set[int] = set()
    for index, paper in enumerate(papers):
        following = papers[index + 1] if index + 1 < len(papers) else None
        if paper is None or following == paper:
            continue
        rule = _rule_above_prose(log, blocks, found.sections[index].stop, found.sections[paper])
        is_last = index + 1 == len(papers) or index + 1 in issues
        if rule is not None and not is_last:
            return set()
        rules.update([] if rule is None else [rule])
    return rules


def _rule_above_prose(log: ReadLog, blocks: Sequence[Block], stop: int, paper: Section) -> int | None:
    text = log.text
    rule: int | None = None
    has_words = False
    for place in range(stop - 1, paper.first + paper.size - 1, -1):
        block = blocks[place]
        if block.kind == "rule":
            rule = place if has_words else rule
        elif block.kind in ("text", "quote"):
            label = label_at(text, block.first, block.last) or name_alone(text, block.first, block.last)
            if label is not None or links_on(log, block.first, block.last) is not None:
                break
            has_words = True
        elif block.kind not in ("blank", "comment", "directive", "html"):
            break
    if rule is None:
        return None
    # Right below the heading there is nothing yet that a rule could close.
    above = blocks[paper.first + paper.size : rule][:2]
    return rule if any(block.kind != "blank" for block in above) else None


def _heading(blocks: Sequence[Block], sections: Sequence[Section], index: int, papers: set[int]) -> Heading:
    section = sections[index]
    holds = False
    for below in range(index + 1, len(sections)):
        if sections[below].level <= section.level:
            break
        if below in papers:
            holds = True
            break
    return Heading(section.level, section.title, section.span, blocks[section.first].start, holds)


def _entry(log: ReadLog, blocks: Sequence[Block], section: Section) -> EntryDraft:
    """
    Return the paper of a heading, with what the heading says.
    """
    head, text = section.head, log.text
    start, end = blocks[section.first].start, section.span[1]
    title, span = head.title, head.span
    if head.style in ("bold", "italic", "plain") and head.tail[0] < head.tail[1]:
        # In a heading, what follows the marks is a part of the title, unless it is a link.
        whole = (head.span[0], head.tail[1])
        title, span = plain_text(text[slice(*stripped(text, *whole))]), whole
    entry = EntryDraft(stripped(text, start, end)[0], end, title, span, head.rank, head.rank_span)
    entry.add_links([*([] if head.link is None else [head.link]), *head.others])
    if head.relative is not None:
        entry.detail("link").add(text[slice(*head.relative)], *head.relative)
    if head.day is not None:
        take_day(entry, head.day, head.day_span)
    if head.style in ("link", "quoted") and _LETTERS.search(text, *head.tail) is not None:
        take_tail(log, entry, *head.tail)
    elif head.style in ("link", "quoted"):
        # What follows a title without letters says nothing of the paper: "⬆️ 45".
        log.leave(*head.tail)
    return entry
