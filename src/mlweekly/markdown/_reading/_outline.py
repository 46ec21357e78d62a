"""
The layout "outline": a heading, or a line in place of one, for each paper.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cached_property

from mlweekly._expressions import expression
from mlweekly.markdown._blocks import Block
from mlweekly.markdown._dialects import Dialect
from mlweekly.markdown._lines import stripped
from mlweekly.markdown._plain_text import plain_text
from mlweekly.markdown._reading._drafts import SeriesDraft
from mlweekly.markdown._reading._entry_bodies import Body
from mlweekly.markdown._reading._entry_drafts import EntryDraft
from mlweekly.markdown._reading._entry_values import take_head
from mlweekly.markdown._reading._frames import Frame, Heading, Role, roles_of
from mlweekly.markdown._reading._labels import label_at, name_alone
from mlweekly.markdown._reading._link_lines import links_on
from mlweekly.markdown._reading._log import ReadLog
from mlweekly.markdown._reading._section import BELOW_HEADINGS, Section
from mlweekly.markdown._reading._sections import Sections, headings_of, sections_of
from mlweekly.markdown._reading._tails import take_tail

__all__ = ["OutlineReader"]

_LETTERS = expression(r"[^\W\d_]")


class OutlineReader:
    """
    Reads a document whose papers have headings.
    """

    def __init__(self, log: ReadLog, blocks: Sequence[Block], dialect: Dialect) -> None:
        self.log, self.blocks, self.dialect = log, blocks, dialect
        self.frame = Frame(log, dialect, blocks)
        self.sections = headings_of(log.text, blocks)
        self.papers: Sequence[int | None] = ()
        self.headings: dict[int, Heading] = {}
        self.roles: dict[int, Role] = {}
        self.bodies: list[Body] = []
        self.body: Body | None = None

    @property
    def most_papers(self) -> int:
        """
        How many papers there are at most.
        """
        return len(self.sections)

    @cached_property
    def found(self) -> Sections:
        """
        Which of the sections are papers.
        """
        return sections_of(self.log, self.blocks, self.sections)

    @property
    def finds_papers(self) -> bool:
        """
        Whether there are headings of papers.
        """
        return bool(self.found.papers)

    def read(self) -> SeriesDraft:
        """
        Go through the sections: those of a paper are its body, the others are around the papers.
        """
        sections = self.found.sections
        self.papers = _papers_around(sections, self.found.papers)
        self.headings = self._headings()
        roles = roles_of([*self.headings.values()], has_title=self.frame.has_title)
        self.roles = dict(zip(self.headings, roles, strict=True))
        issues = {index for index, role in self.roles.items() if role == "issue"}
        closing = _closing_rules(self.log, self.blocks, self.found, self.papers, issues)
        for block in self.blocks[: sections[0].first if sections else len(self.blocks)]:
            self.frame.take_words(block)
        for index, section in enumerate(sections):
            for place in range(self._take_heading(index), section.stop):
                self.body = None if place in closing else self.body
                take = self.frame.take_words if self.body is None else self.body.take
                take(self.blocks[place])
        for body in self.bodies:
            body.finish()
        return self.frame.finish()

    def _headings(self) -> dict[int, Heading]:
        """
        Return the headings around the papers, by the places of their sections.
        """
        above = self.found.level or BELOW_HEADINGS
        return {
            index: heading
            for index, section in enumerate(self.sections)
            if self.papers[index] is None and section.level < BELOW_HEADINGS
            if (heading := _heading(self.blocks, self.sections, index, self.found.papers)).holds_papers
            or section.level < above
        }

    def _take_heading(self, index: int) -> int:
        """
        Take the heading of a section, and return the index of the first block that is not taken.
        """
        section = self.found.sections[index]
        if index in self.found.papers:
            entry = _entry(self.log, self.blocks, section)
            if not section.is_evident:
                entry.doubt = "no link and no label is at this heading, read as a paper like those beside it"
            self.body = Body(self.log, self.dialect, entry, self.found.habits, level=0, strips=False)
            self.bodies.append(self.body)
            self.frame.take_entry(entry)
        elif self.papers[index] is not None:
            return section.first
        else:
            self.body = None
            if index not in self.headings:
                return _take_other(self.log, section)
            self.frame.take_heading(self.headings[index], self.roles[index])
        return section.first + 1


def _take_other(log: ReadLog, section: Section) -> int:
    """
    Leave over a heading that is neither above papers nor that of one; return the index of the first block of its words.
    """
    if section.level == BELOW_HEADINGS:
        return section.first
    log.leave(*section.span)
    return section.first + 1


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
    for place in range(stop - 1, paper.first + 1 - 1, -1):
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
    above = blocks[paper.first + 1 : rule][:2]
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
    take_head(log, entry, head)
    if head.style in ("link", "quoted") and _LETTERS.search(text, *head.tail) is not None:
        take_tail(log, entry, *head.tail)
    elif head.style in ("link", "quoted"):
        # What follows a title without letters says nothing of the paper: "⬆️ 45".
        log.leave(*head.tail)
    return entry
