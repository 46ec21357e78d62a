"""
Headings that the scanner of blocks does not call so: underlined ones, and such that a page would not show as headings.
"""

from __future__ import annotations

from collections.abc import Sequence

from mlweekly._expressions import expression
from mlweekly.dates import find_range
from mlweekly.markdown._blocks import Block
from mlweekly.markdown._reading._entries import ENTRY

__all__ = ["with_headings"]

_BENDS = frozenset("#\u00ad\u200b\u200c\u200d\u2060\ufeff")
# Zero-width characters come with text that was pasted from a page, and no-break spaces from editors.
_BENT = expression(
    r"[\u00ad\u200b-\u200d\u2060\ufeff]*+(#{1,6})(?!#)([ \t\u00a0\u3000\u00ad\u200b-\u200d\u2060\ufeff]*+)(?=\S)"
)
_SENTENCE_END = tuple(".!?:;,。！？：；、")
_LONGEST = 200


def with_headings(text: str, blocks: Sequence[Block]) -> tuple[list[Block], list[int]]:
    """
    Return the blocks with every heading as one and its underline as a rule, and where pages show no heading.

    A line of dashes under a sentence, an entry or a row is a rule: many digests separate their paragraphs so.
    """
    found, bent = list(blocks), list[int]()
    first = next((index for index, block in enumerate(blocks) if block.kind != "blank"), 0)
    for index, block in enumerate(blocks):
        if block.kind == "text" and text[block.first] in _BENDS:
            heading = _bent_heading(text, block, is_first=index == first)
            if heading is not None:
                found[index] = heading
                bent.append(block.start)
        elif block.kind == "underline" and _is_title(text, blocks, index):
            above = blocks[index - 1]
            found[index - 1] = above._replace(kind="heading", level=block.level)
            found[index] = block._replace(kind="rule")
    return found, bent


def _bent_heading(text: str, block: Block, *, is_first: bool) -> Block | None:
    """
    Return the heading that a line is meant to be; a hashtag is none.
    """
    marks = _BENT.match(text, block.first, block.last)
    indentation = text[block.start : block.first]
    if marks is None or len(indentation) > 3 or indentation.strip(" "):
        return None
    words = text[marks.end() : block.last]
    if len(marks[1]) == 1 and not marks[2]:
        is_words = is_first and "#" not in words and " " in words and not words[0].isdigit()
        if not is_words and find_range(words[:_LONGEST]) is None:
            return None
    return block._replace(kind="heading", first=marks.end(), level=len(marks[1]))


def _is_title(text: str, blocks: Sequence[Block], index: int) -> bool:
    """
    Return whether the one line above an underline is a title.
    """
    above = blocks[index - 1]
    if above.kind != "text" or (index > 1 and blocks[index - 2].kind in ("text", "item", "quote")):
        return False
    words = text[above.first : above.last]
    if "|" in words or len(words) > _LONGEST:
        return False
    if blocks[index].level == 1:
        return True
    is_entry = ENTRY.match(text, above.first, above.last) is not None and "](" in words
    return not is_entry and not words.endswith(_SENTENCE_END)
