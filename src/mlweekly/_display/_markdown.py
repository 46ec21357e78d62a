"""
Pages as Markdown, by CommonMark 0.31 and GitHub's tables.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from mlweekly._display._characters import is_web_address, on_one_line, visible
from mlweekly._display._looks import MARKS, SIGNS
from mlweekly._display._page import Block, Code, Heading, Inline, Item, Items, Page, Paragraph, Run, Table
from mlweekly._expressions import expression

_ACTIVE = expression(r"[\\`*_\[\]<~|$]|!$|#$|&(?=[#A-Za-z])|:(?=//)")
# What a forge makes a mention, a reference, an address or an emoji after it has read the Markdown, when backslashes are
# gone: an empty comment separates the sign from the name.
_REFERRING = expression(
    r"@(?=[A-Za-z0-9\[_\\])|#(?=[0-9])|\bGH(?=-[0-9])|www(?=\.)|:(?=[A-Za-z0-9_+\\-]+:)",
    re.IGNORECASE,
)
_NOTHING = "<!-- -->"
_OPENING = expression(r"[-+=#>]|[0-9]{1,9}(?P<end>[.)])")


def markdown(page: Page) -> str:
    """
    Return the page as Markdown, with a line end at its end.
    """
    parts = [f"# {_line(page.title)}", *map(_block, page.blocks)]
    return "\n\n".join(filter(None, parts)) + "\n"


def _block(block: Block) -> str:
    match block:
        case Heading():
            return f"{'#' * block.level} {_line(block.inlines)}"
        case Paragraph():
            return _line(block.inlines)
        case Items():
            return "\n".join(_items(block.items, 0))
        case Table():
            rule = "|".join(" --- " for _ in block.head)
            rows = [" | ".join(map(_line, row)) for row in block.rows]
            head = " | ".join(map(_escaped, block.head))
            return "\n".join([f"| {head} |", f"|{rule}|", *(f"| {row} |" for row in rows)])
        case Code():
            return "\n".join(f"    {line}" for line in visible(block.text).strip("\n").split("\n"))


def _items(items: Iterable[Item], depth: int) -> Iterator[str]:
    for item in items:
        sign = SIGNS[item.sign].markdown
        yield "  " * depth + f"- {sign} {_inlines(item.inlines)}" if sign else "  " * depth + f"- {_line(item.inlines)}"
        yield from _items(item.inner, depth + 1)


def _line(inlines: Iterable[Inline]) -> str:
    """
    Return the pieces as a line that opens no block.
    """
    line = _inlines(inlines)
    opening = _OPENING.match(line)
    if opening is None:
        return line
    offset = opening.start("end") if opening["end"] else 0
    return f"{line[:offset]}\\{line[offset:]}"


def _inlines(inlines: Iterable[Inline]) -> str:
    return "".join(map(_inline, inlines)).strip()


def _inline(inline: Inline) -> str:
    if isinstance(inline, Run):
        return _run(inline)
    words = "".join(map(_run, inline.runs))
    if inline.url is None or not is_web_address(inline.url):
        return words
    return f"[{words}](<{inline.url.replace('&', '&amp;')}>)"


def _run(run: Run) -> str:
    before, after = MARKS[run.mark].markdown
    return before + _escaped(on_one_line(run.text, line_end=" ↵ " if run.mark in ("added", "removed") else " ")) + after


def _escaped(text: str) -> str:
    return _REFERRING.sub(rf"\g<0>{_NOTHING}", _ACTIVE.sub(r"\\\g<0>", text))
