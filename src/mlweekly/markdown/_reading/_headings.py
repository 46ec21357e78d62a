"""
The layout "headings": posts in Markdown.

Lives here: which heading is a title, a paper or a section.
Must not know: what follows from it (`_sections` does).
"""

from __future__ import annotations

import re
from collections import Counter

from mlweekly.dates import find_range
from mlweekly.markdown._blocks import BLOCK, read_block
from mlweekly.markdown._dialects import Dialect
from mlweekly.markdown._reading._drafts import SeriesDraft
from mlweekly.markdown._reading._lines import stripped
from mlweekly.markdown._reading._notes import Notes
from mlweekly.markdown._reading._rows import HEADING, RULE
from mlweekly.markdown._reading._sections import SectionsReader, Token

__all__ = ["read_headings"]

_PAPER_LEVEL = 2
_LONE_BULLET = re.compile(r"[ \t]*[-*+•][ \t]*")


def read_headings(notes: Notes, dialect: Dialect) -> SeriesDraft:
    """
    Read a post, or several, whose papers and sections stand under headings.
    """
    headings = _headings(notes, dialect)
    languages = Counter(language for _, _, _, language in headings.values() if language)
    language = languages.most_common(1)[0][0] if languages else dialect.language
    reader = SectionsReader(notes, dialect, language, has_marks=True)
    return reader.read(_tokens(notes, headings))


_Heading = tuple[int, tuple[int, int], str, str]


def _headings(notes: Notes, dialect: Dialect) -> dict[int, _Heading]:
    headings: dict[int, _Heading] = {}
    for index in range(len(notes.lines)):
        start, end = notes.lines.starts[index], notes.lines.ends[index]
        if notes.text.find("#", start, start + 4) == -1:
            continue
        match = HEADING.fullmatch(notes.text, start, end)
        if match is not None and match[2]:
            span = stripped(notes.text, *match.span(2))
            section, language = dialect.section_of(notes.text[slice(*span)]) or ("", "")
            headings[index] = (len(match[1]), span, section, language)
    return headings


def _tokens(notes: Notes, headings: dict[int, _Heading]) -> list[Token]:
    paper_level = _level_of_papers(headings)
    tokens: list[Token] = []
    has_paper = False
    index = 0
    while index < len(notes.lines):
        if index in headings:
            level, span, section, language = headings[index]
            if section:
                tokens.append(Token("section", *span, section, language))
            elif level > paper_level:
                notes.leave_line(index)
            elif level == paper_level and (has_paper or find_range(notes.text[slice(*span)]) is None):
                has_paper = True
                tokens.append(Token("paper", *span))
            else:
                has_paper = False
                tokens.append(Token("title", *span))
        else:
            token, index = _line_token(notes, index)
            tokens.append(token)
        index += 1
    return tokens


def _level_of_papers(headings: dict[int, _Heading]) -> int:
    """
    Papers are the headings that a section follows; where none does, the second level.
    """
    ordered = list(headings.values())
    levels = [
        level
        for (level, _, section, _), (_, _, following, _) in zip(ordered, ordered[1:], strict=False)
        if not section and following in ("summary", "abstract", "paper", "further")
    ]
    return min(levels, default=_PAPER_LEVEL)


def _line_token(notes: Notes, index: int) -> tuple[Token, int]:
    start, end = notes.lines.starts[index], notes.lines.ends[index]
    line = notes.text[start:end]
    if not line.strip():
        return Token("blank", start, end), index
    if BLOCK.match(line) is not None:
        return _block_token(notes, index)
    if RULE.fullmatch(line):
        return Token("rule", start, end), index
    if _LONE_BULLET.fullmatch(line):
        return Token("bullet", start, end), index
    return Token("line", start, end), index


def _block_token(notes: Notes, index: int) -> tuple[Token, int]:
    start = notes.lines.starts[index]
    closing = notes.text.find("-->", start)
    last = index if closing == -1 else notes.lines.number_at(closing) - 1
    end = notes.lines.ends[last]
    block = read_block(notes.text[start:end])
    if block is None:
        notes.doubt("", start, "a block of mlweekly that cannot be read")
        notes.leave(start, end)
        return Token("frame", start, end), last
    return Token("block", start, end, block=block), last
