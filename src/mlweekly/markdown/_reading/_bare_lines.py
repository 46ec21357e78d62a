"""
The layout "lines": posts that lost their marks.

Lives here: which bare line is the title, a paper's heading or a section.
Must not know: what follows from it (`_sections` does).
"""

from __future__ import annotations

import re

from mlweekly.markdown._dialects import Dialect
from mlweekly.markdown._reading._drafts import SeriesDraft
from mlweekly.markdown._reading._frames import is_directive, is_lone_bullet, is_rule
from mlweekly.markdown._reading._notes import Notes
from mlweekly.markdown._reading._sections import SectionsReader
from mlweekly.markdown._reading._tokens import Token

__all__ = ["read_bare_lines", "tokens_of_lines"]

_SITE = re.compile(r"\((?:[\w-]{1,63}\.){1,8}[A-Za-z]{2,24}(?:/\S{0,200})?\)[ \t]*[-*+•]?")


def read_bare_lines(notes: Notes, dialect: Dialect) -> SeriesDraft:
    """
    Read a post as it is scraped: a paper's heading is the line before its first section.
    """
    reader = SectionsReader(notes, dialect, dialect.language, has_marks=False)
    return reader.read(tokens_of_lines(notes, dialect))


def tokens_of_lines(notes: Notes, dialect: Dialect) -> list[Token]:
    """
    Return the lines of a post without marks, told apart.
    """
    lines = [(index, *notes.lines.stripped(index)) for index in range(len(notes.lines))]
    lines = [line for line in lines if line[1] < line[2]]
    directives = [Token("directive", *line[1:]) for line in lines if is_directive(notes.text, *line[1:])]
    if directives:
        lines = [line for line in lines if not is_directive(notes.text, *line[1:])]
    sections = [dialect.section_of(notes.text[start:end]) or ("", "") for _, start, end in lines]
    tokens = _tokens(notes, [(start, end) for _, start, end in lines], sections)
    return sorted([*tokens, *directives], key=_start) if directives else tokens


def _start(token: Token) -> int:
    return token.start


def _tokens(notes: Notes, lines: list[tuple[int, int]], sections: list[tuple[str, str]]) -> list[Token]:
    tokens: list[Token] = []
    current = ""
    for index, (start, end) in enumerate(lines):
        section, language = sections[index]
        following = sections[index + 1][0] if index + 1 < len(lines) else ""
        words = notes.text[start:end]
        if current == "comments":
            tokens.append(Token("line", start, end))
        elif section:
            current = section
            tokens.append(Token("section", start, end, section, language))
        elif following == "summary" or (following == "abstract" and current != "summary"):
            current = "heading"
            tokens.append(Token("paper", start, end))
        elif index == 0:
            tokens.append(Token("title", start, end))
        elif is_lone_bullet(words) or is_rule(words):
            tokens.append(Token("bullet", start, end))
        elif not current and _SITE.fullmatch(words):
            tokens.append(Token("frame", start, end))
        else:
            tokens.append(Token("line", start, end))
    return tokens
