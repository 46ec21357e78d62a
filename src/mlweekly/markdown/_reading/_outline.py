"""
The layout "outline": a heading, or a line in place of one, for each paper.
"""

from __future__ import annotations

from collections.abc import Sequence

from mlweekly.markdown._blocks import Block
from mlweekly.markdown._dialects import Dialect
from mlweekly.markdown._lines import stripped
from mlweekly.markdown._plain_text import plain_text
from mlweekly.markdown._reading._drafts import SeriesDraft
from mlweekly.markdown._reading._entry_bodies import Body
from mlweekly.markdown._reading._entry_drafts import EntryDraft
from mlweekly.markdown._reading._frames import Frame, Heading, roles_of
from mlweekly.markdown._reading._log import ReadLog
from mlweekly.markdown._reading._sections import BELOW_HEADINGS, Section, sections_of
from mlweekly.markdown._reading._tails import take_day

__all__ = ["read_outline"]


def read_outline(log: ReadLog, blocks: Sequence[Block], dialect: Dialect) -> SeriesDraft:
    """
    Read a document whose papers have headings.
    """
    frame = Frame(log, dialect, blocks)
    found = sections_of(log.text, blocks)
    sections = found.sections
    above = found.level or BELOW_HEADINGS
    headings = {
        index: _heading(blocks, sections, index, found.papers)
        for index, section in enumerate(sections)
        if index not in found.papers and section.level < above
    }
    roles = dict(zip(headings, roles_of([*headings.values()], has_title=frame.has_title), strict=True))
    for block in blocks[: sections[0].first if sections else len(blocks)]:
        frame.take_words(block)
    bodies: list[Body] = []
    body: Body | None = None
    depth = 0
    level_above = 0
    for index, section in enumerate(sections):
        level_above = section.level if section.level < BELOW_HEADINGS else level_above
        rest = blocks[section.first + section.size : section.stop]
        if index in found.papers:
            body = Body(log, dialect, _entry(log, blocks, section), found.habits, level=0, strips=False)
            bodies.append(body)
            # A line in place of a heading ends where a heading of the level above it begins.
            depth = section.level if section.level < BELOW_HEADINGS else level_above
            frame.take_entry(body.draft)
        elif body is not None and section.level > depth:
            rest = blocks[section.first : section.stop]
        elif index in headings:
            frame.take_heading(headings[index], roles[index])
            body = None
        else:
            body = None
            if section.level == BELOW_HEADINGS:
                rest = blocks[section.first : section.stop]
            else:
                log.leave(*section.span)
        for block in rest:
            if body is None:
                frame.take_words(block)
            else:
                body.take(block)
    for body in bodies:
        body.finish()
    return frame.finish()


def _heading(blocks: Sequence[Block], sections: Sequence[Section], index: int, papers: set[int]) -> Heading:
    section = sections[index]
    holds = False
    for below in range(index + 1, len(sections)):
        if below in papers:
            holds = True
            break
        if sections[below].level <= section.level:
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
    if head.link is not None:
        entry.add_links([head.link])
    entry.add_links_in(text, *span)
    if head.relative is not None:
        entry.detail("link").add(text[slice(*head.relative)], *head.relative)
    if head.name is not None:
        entry.detail("name").add(text[slice(*head.name)], *head.name)
    if head.day is not None:
        take_day(entry, head.day, head.day_span)
    if head.tooltip is not None:
        log.leave(*head.tooltip)
    return entry
