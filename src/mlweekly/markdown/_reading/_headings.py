"""
The layout "headings": posts in Markdown.

Lives here: which heading is a title, a paper or a section.
Must not know: what follows from it (`_sections` does).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from mlweekly.dates import find_range
from mlweekly.markdown._blocks import BLOCK, read_block
from mlweekly.markdown._dialects import Dialect
from mlweekly.markdown._reading._drafts import SeriesDraft
from mlweekly.markdown._reading._frames import heading_at, is_directive, is_lone_bullet, is_rule
from mlweekly.markdown._reading._notes import Notes
from mlweekly.markdown._reading._sections import SectionsReader
from mlweekly.markdown._reading._tokens import Token

__all__ = ["read_headings", "tokens_of_headings"]

_PAPER_LEVEL = 2
_LONGEST_TITLE = 300
_NO_TITLE = re.compile(r"[-*+•>|<][ \t!]|<")


class _Heading(NamedTuple):
    level: int
    start: int
    end: int
    section: str
    language: str


def read_headings(notes: Notes, dialect: Dialect) -> SeriesDraft:
    """
    Read a post, or several, whose papers and sections stand under headings.
    """
    reader = SectionsReader(notes, dialect, dialect.language, has_marks=True)
    return reader.read(tokens_of_headings(notes, dialect))


def tokens_of_headings(notes: Notes, dialect: Dialect) -> list[Token]:
    """
    Return the lines of a post, told apart.
    """
    return _tokens(notes, _headings(notes, dialect))


def _headings(notes: Notes, dialect: Dialect) -> dict[int, _Heading]:
    headings: dict[int, _Heading] = {}
    for index in range(len(notes.lines)):
        heading = heading_at(notes.text, notes.lines.starts[index], notes.lines.ends[index])
        if heading is not None and heading.start < heading.end:
            section = dialect.section_of(notes.text[heading.start : heading.end]) or ("", "")
            headings[index] = _Heading(*heading, *section)
    return headings


def _tokens(notes: Notes, headings: dict[int, _Heading]) -> list[Token]:
    paper_level = _level_of_papers(list(headings.values()))
    # One look from the end, so that blocks that are never closed do not each search the rest of the text.
    last_closing = notes.text.rfind("-->")
    tokens, index = _title_without_mark(notes, headings)
    has_title = bool(tokens)
    section_level = 0
    while index < len(notes.lines):
        heading = headings.get(index)
        if heading is None:
            token, index = _line_token(notes, index, last_closing)
            has_title = has_title or (token.block is not None and token.block.kind == "issue")
            tokens.append(token)
        elif heading.section:
            tokens.append(Token("section", *heading[1:]))
            section_level = heading.level
        elif heading.level > paper_level:
            notes.leave_line(index)
            if heading.level <= section_level:
                tokens.append(Token("section", heading.start, heading.end, "unknown"))
        else:
            words = notes.text[heading.start : heading.end]
            is_title = heading.level < paper_level or not (has_title or find_range(words) is None)
            has_title = has_title or is_title
            tokens.append(Token("title" if is_title else "paper", heading.start, heading.end))
        index += 1
    return tokens


def _title_without_mark(notes: Notes, headings: dict[int, _Heading]) -> tuple[list[Token], int]:
    """
    Return the title of a post whose first line prints a range of days and stands alone, and the index of the next line.
    """
    index = next((i for i in range(len(notes.lines)) if notes.lines[i].strip()), 0)
    start, end = notes.lines.stripped(index)
    words = notes.text[start:end]
    stands_alone = index + 1 >= len(notes.lines) or index + 1 in headings or not notes.lines[index + 1].strip()
    if index in headings or not stands_alone or _NO_TITLE.match(words) or find_range(words[:_LONGEST_TITLE]) is None:
        return [], 0
    later = next((heading for heading in headings.values() if not heading.section), None)
    if later is not None and find_range(notes.text[later.start : later.end]) is not None:
        return [], 0
    return [Token("title", start, end)], index + 1


def _level_of_papers(headings: Sequence[_Heading]) -> int:
    """
    Papers are the headings that a section follows; where none does, those of the second level.
    """
    levels = [
        heading.level
        for heading, following in pairwise(headings)
        if not heading.section and following.section in ("summary", "abstract", "paper", "further")
    ]
    return min(levels, default=_PAPER_LEVEL)


def _line_token(notes: Notes, index: int, last_closing: int) -> tuple[Token, int]:
    start, end = notes.lines.starts[index], notes.lines.ends[index]
    line = notes.text[start:end]
    if not line.strip():
        return Token("blank", start, end), index
    if BLOCK.match(line) is not None:
        return _block_token(notes, index, last_closing)
    if is_rule(line):
        return Token("rule", start, end), index
    if is_directive(notes.text, *notes.lines.stripped(index)):
        return Token("directive", start, end), index
    return Token("bullet" if is_lone_bullet(line) else "line", start, end), index


def _block_token(notes: Notes, index: int, last_closing: int) -> tuple[Token, int]:
    start = notes.lines.starts[index]
    closing = notes.text.find("-->", start) if start < last_closing else -1
    last = index if closing == -1 else notes.lines.number_at(closing) - 1
    end = notes.lines.ends[last]
    block = read_block(notes.text[start:end])
    if block is None:
        notes.doubt("", start, "a block of mlweekly that cannot be read")
        for left in range(index, last + 1):
            notes.leave_line(left)
        return Token("frame", start, end), last
    return Token("block", start, end, block=block), last
