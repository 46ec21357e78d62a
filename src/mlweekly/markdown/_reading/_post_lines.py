"""
The lines of a post, told apart: with marks (the layout "headings") and without (the layout "lines").
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, Literal, NamedTuple, TypeAlias

from mlweekly._expressions import expression
from mlweekly.dates import find_range
from mlweekly.markdown._blocks import OPAQUE, Block, bounds_of, is_rule
from mlweekly.markdown._dialects import Dialect, folded
from mlweekly.markdown._hidden import HIDDEN, HiddenBlock, read_hidden
from mlweekly.markdown._reading._log import ReadLog

__all__ = ["PAPER_LEVEL", "Line", "LineKind", "bare_lines", "marked_lines"]

LineKind: TypeAlias = Literal[
    "title", "paper", "section", "line", "verbatim", "blank", "bullet", "site", "comment", "hidden"
]

_UNSEEN = frozenset({"blank", "directive", "comment", "front matter"})
_IN_PAPER = frozenset({"summary", "abstract", "paper", "further"})
_LONGEST_TITLE = 300
PAPER_LEVEL: Final = 2
"""
The level of the headings of papers in a post without a section that is known.
"""
_NO_TITLE = expression(r"[-*+•>|<][ \t!]|<")
_LONE_BULLET = expression(r"[ \t]*+[-*+•][ \t]*+")
_SITE = expression(r"\((?:[\w-]{1,63}\.){1,8}[A-Za-z]{2,24}(?:/\S{0,200})?\)[ \t]*[-*+•]?")


class Line(NamedTuple):
    """
    A line, or the lines of an opaque block: what it is, where, and what follows from its kind.

    Attributes:
        kind: A "comment" is part of summaries and abstracts only, a "bullet" has no words, a "site" is no part of a
            digest.
        start: The offset at which it begins; of a heading, at which its words begin.
        end: The offset at which it ends.
        section: The section that it opens; "details" for one without a known name.
        language: The language of that section's name.
        hidden: The hidden block that it is.
    """

    kind: LineKind
    start: int
    end: int
    section: str = ""
    language: str = ""
    hidden: HiddenBlock | None = None


class _Heading(NamedTuple):
    level: int
    section: str
    language: str


def marked_lines(log: ReadLog, blocks: Sequence[Block], dialect: Dialect) -> Iterator[Line]:
    """
    Yield the lines of a post whose papers and sections are under headings.
    """
    headings = {
        index: _Heading(block.level, *(dialect.section_of(log.text[block.first : block.last]) or ("", "")))
        for index, block in enumerate(blocks)
        if block.kind == "heading" and block.first < block.last
    }
    repeated = _repeated(log.text, blocks, headings)
    paper_level = _level_of_papers([heading for index, heading in headings.items() if index not in repeated])
    title = _title_without_mark(log, blocks, headings)
    has_title = title is not None
    section_level = 0
    for index, block in enumerate(blocks):
        heading = headings.get(index)
        if index == title:
            yield Line("title", block.first, block.last)
        elif heading is None:
            line = _line_of(log, block)
            has_title = has_title or (line.hidden is not None and line.hidden.kind == "issue")
            yield line
        elif heading.section:
            yield Line("section", block.first, block.last, heading.section, heading.language)
            section_level = heading.level
        elif heading.level > paper_level or index in repeated:
            if section_level and heading.level > section_level:
                log.leave(block.start, block.end)
            else:
                yield Line("section", block.first, block.last, "details")
                section_level = heading.level
        else:
            words = log.text[block.first : block.last]
            is_title = heading.level < paper_level or not (has_title or find_range(words) is None)
            has_title = has_title or is_title
            section_level = 0
            yield Line("title" if is_title else "paper", block.first, block.last)


def _level_of_papers(headings: Sequence[_Heading]) -> int:
    """
    Papers are the headings that a section follows; if none does, those of the second level.

    Of an unknown section, `### Authors`, before the first known one of its level the heading above it is the paper.
    """
    levels: list[int] = []
    for index, (heading, following) in enumerate(pairwise(headings)):
        if heading.section or following.section not in _IN_PAPER:
            continue
        above = headings[index - 1] if index > 1 else None
        is_section = above is not None and not above.section and 1 < above.level < heading.level == following.level
        levels.append(above.level if above is not None and is_section else heading.level)
    return min(levels, default=PAPER_LEVEL)


def _repeated(text: str, blocks: Sequence[Block], headings: dict[int, _Heading]) -> set[int]:
    """
    Return the indices of headings without a known name that come again, on the level of known sections or below it.
    """
    level = min((each.level for each in headings.values() if each.section in _IN_PAPER), default=None)
    names = {
        index: folded(text[blocks[index].first : blocks[index].last])
        for index, each in headings.items()
        if level is not None and each.level >= level and not each.section
    }
    counts = Counter(names.values())
    return {index for index, name in names.items() if counts[name] > 1}


def _title_without_mark(log: ReadLog, blocks: Sequence[Block], headings: dict[int, _Heading]) -> int | None:
    """
    Return the index of a first line that is the title of a post: it prints a range of days and stands alone.

    Comments above it are no lines of the post.
    """
    index = next((index for index, block in enumerate(blocks) if block.kind not in _UNSEEN), 0)
    block = blocks[index]
    words = log.text[block.start : block.end].strip()
    is_alone = index + 1 >= len(blocks) or index + 1 in headings or blocks[index + 1].kind == "blank"
    if not is_alone or index in headings or block.kind in OPAQUE:
        return None
    if _NO_TITLE.match(words) or find_range(words[:_LONGEST_TITLE]) is None:
        return None
    later = next((blocks[place] for place, heading in headings.items() if not heading.section), None)
    has_other = later is not None and find_range(log.text[later.first : later.last]) is not None
    return None if has_other else index


def _line_of(log: ReadLog, block: Block) -> Line:
    """
    Return what a block that is no heading is to a post.
    """
    start, end = block.start, block.end
    line = log.text[start:end]
    if block.kind == "blank" or is_rule(block):
        return Line("blank", start, end)
    if block.kind in ("comment", "html") and HIDDEN.match(line) is not None:
        hidden = read_hidden(line)
        if hidden is None:
            log.doubt("", start, "a block of mlweekly that cannot be read")
            log.leave(start, end)
        return Line("site" if hidden is None else "hidden", start, end, hidden=hidden)
    if block.kind in ("directive", "comment", "front matter"):
        return Line("comment", start, end)
    if block.kind in OPAQUE:
        return Line("verbatim", start, end)
    return Line("bullet" if _LONE_BULLET.fullmatch(line) else "line", start, end)


def bare_lines(log: ReadLog, blocks: Sequence[Block], dialect: Dialect) -> Iterator[Line]:
    """
    Yield the lines of a post as it is scraped: a paper's heading is the line before its first section.
    """
    shown = [block for block in blocks if block.kind not in _UNSEEN]
    spans = [bounds_of(log.text, block) for block in shown]
    sections = [dialect.section_of(log.text[slice(*span)]) or ("", "") for span in spans]
    current = ""
    index = 0
    for block in blocks:
        if index == len(shown) or block is not shown[index]:
            if block.kind != "blank":
                yield Line("comment", block.start, block.end)
            continue
        line = _bare_line(log, block, spans[index], index, sections, current)
        current = line.section or ("heading" if line.kind == "paper" else current)
        yield line
        index += 1


def _bare_line(
    log: ReadLog, block: Block, span: tuple[int, int], index: int, sections: Sequence[tuple[str, str]], current: str
) -> Line:
    """
    Return what a line is in the section that is open.
    """
    start, end = span
    if block.kind in OPAQUE:
        return Line("verbatim", start, end)
    if current == "comments":
        return Line("line", start, end)
    section, language = sections[index]
    if section:
        return Line("section", start, end, section, language)
    following = sections[index + 1][0] if index + 1 < len(sections) else ""
    if following == "summary" or (following == "abstract" and current != "summary"):
        return Line("paper", start, end)
    if index == 0:
        return Line("title", start, end)
    words = log.text[start:end]
    if _LONE_BULLET.fullmatch(words) or is_rule(block):
        return Line("bullet", start, end)
    return Line("site" if not current and _SITE.fullmatch(words) else "line", start, end)
