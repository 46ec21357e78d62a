"""
Write a paper whose rank, title, summary and links share a line, and paragraphs that open no Markdown block.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from mlweekly._expressions import expression
from mlweekly.markdown._dialects import Dialect
from mlweekly.markdown._inline import escape_label, escape_title, escape_url
from mlweekly.model import Link, Paper, Text

__all__ = [
    "OPENS_OPAQUE",
    "inert_paragraph",
    "link_in",
    "links_in",
    "on_one_line",
    "rank_and_title",
    "referenced",
    "words_in",
]

OPENS_OPAQUE = expression(r"```|~~~|<!|<\?|<(?:script|pre|style|textarea)(?![a-z0-9])", re.IGNORECASE)
"""
What begins a block that hides the lines behind it.
"""


def words_in(text: Text, language: str | None) -> str:
    """
    Return what an edition in this language shows of a text: its own words, else the original, else some translation.
    """
    tag = language or "en"
    own = text.original if text.language == tag else text.get(tag)
    return own or str(text)


def rank_and_title(paper: Paper, language: str | None, dialect: Dialect) -> str:
    """
    Return rank and title as the dialect marks them; nothing in the title acts.
    """
    # Each mark is there once, and a rank is none.
    ranked = dialect.rank_and_title.replace("{rank}", str(paper.rank))
    return ranked.replace("{title}", escape_title(words_in(paper.title, language)))


def links_in(links: Iterable[Link], dialect: Dialect) -> str:
    """
    Return the links one beside the other, those without a label in angle brackets.
    """
    return dialect.link_separator.join(link_in(link) for link in links)


def link_in(link: Link) -> str:
    """
    Return a link on a line; one without a label is written in angle brackets.
    """
    url = escape_url(link.url)
    return f"<{url}>" if link.label is None else f"[{escape_label(link.label)}]({url})"


def on_one_line(body: str) -> str:
    """
    Return a body with its line ends as `<br>`, which shows them and ends no line.
    """
    return body.replace("\r\n", "<br>").replace("\r", "<br>").replace("\n", "<br>")


def referenced(line: str) -> str:
    """
    Return a line whose first character is a character reference: it shows the same, and opens nothing.
    """
    return f"&#{ord(line[0])};{line[1:]}"


def inert_paragraph(body: str, opens: re.Pattern[str]) -> str:
    """
    Return a body on one line that does not begin with what opens something.
    """
    line = on_one_line(body.strip())
    return referenced(line) if opens.match(line) or OPENS_OPAQUE.match(line) else line
