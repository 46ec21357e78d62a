"""
The lines of a post, told apart.

Lives here: `Token`, one line or block with its kind, and which language the section names ahead of each are in.
Must not know: what tells lines apart (`_headings` and `_bare_lines` do), and what follows from it (`_sections` does).
"""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeAlias

from mlweekly.markdown._blocks import Block

__all__ = ["Kind", "Token", "languages_ahead"]

Kind: TypeAlias = Literal["title", "paper", "section", "line", "blank", "rule", "bullet", "block", "frame", "directive"]


class Token(NamedTuple):
    """
    One line, or more of a block: what it is, where it stands, and what follows from its kind.
    """

    kind: Kind
    start: int
    end: int
    section: str = ""
    language: str = ""
    block: Block | None = None

    @property
    def opens_issue(self) -> bool:
        """
        Whether this is the block that stands before an issue.
        """
        return self.block is not None and self.block.kind == "issue"


def languages_ahead(tokens: list[Token]) -> list[str]:
    """
    Return for each token the language of the next section's name in the same issue; empty where there is none.
    """
    ahead: list[str] = []
    language = ""
    title_is_open = False
    for token in reversed(tokens):
        if title_is_open and token.kind != "blank":
            language = language if token.opens_issue else ""
            title_is_open = False
        language = token.language or language
        ahead.append(language)
        title_is_open = title_is_open or token.kind == "title"
        if token.opens_issue:
            language = ""
    return ahead[::-1]
