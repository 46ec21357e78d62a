"""
The page of a finding: where it is, its evidence, and what its fix changes.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import cast

from mlweekly._display import Block, Heading, Item, Items, Page, Paragraph, Run, Sign, quote
from mlweekly.model import JsonValue, thaw

__all__ = ["finding_page", "fix_item"]


def finding_page(
    title: str, sign: Sign, message: str, where: str, evidence: Mapping[str, JsonValue], fix: Sequence[Item]
) -> Page:
    """
    Return the page of the finding that has these members.
    """
    blocks: list[Block] = [Items((Item(sign, (quote(message, language="en"),)),)), Paragraph((quote(where, "code"),))]
    if evidence:
        blocks += [Heading((Run("Evidence"),), 3), Items(_evidence(evidence))]
    if fix:
        blocks += [Heading((Run("Fix"),), 3), Items(fix)]
    return Page((Run(title),), blocks)


def fix_item(changes: Page, *, safe: bool) -> Item:
    """
    Return what a fix changes, from the page of its patch.
    """
    sections = sum(isinstance(block, Heading) for block in changes.blocks)
    return Item("safe" if safe else "unsafe", changes.title, tuple(_items(changes, has_names=sections > 1)))


def _items(page: Page, *, has_names: bool) -> Iterator[Item]:
    """
    Yield the items of a page; what is below one of several headings, below an item.
    """
    heading: Heading | None = None
    for block in page.blocks:
        if isinstance(block, Heading):
            heading = block
        elif isinstance(block, Items):
            yield from (Item("note", heading.inlines, block.items),) if heading and has_names else block.items


def _evidence(evidence: Mapping[str, JsonValue]) -> Iterator[Item]:
    for name, value in evidence.items():
        plain = thaw(value)
        if isinstance(plain, dict):
            inner = tuple(_fact(key, each) for key, each in cast("dict[str, object]", plain).items())
            yield Item("note", (Run(name, "quiet"),), inner)
        else:
            yield _fact(name, plain)


def _fact(name: str, value: object) -> Item:
    words = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return Item("note", (quote(name, "quiet"), Run(": ", "quiet"), quote(words)))
