"""
Link reference definitions, `[p]: https://example.org "title"`, which links anywhere in a text refer to.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from mlweekly._expressions import expression
from mlweekly.markdown._blocks import Block
from mlweekly.markdown._reading._links import folded_reference

__all__ = ["Definition", "definitions_in", "without_definitions"]

# CommonMark 0.31, section 4.7, on one line, with a target on the web.
_DEFINITION = expression(
    r"\[((?:[^\[\]\\]|\\.){1,999})\]:[ \t]*+(?:<(https?://[^<>\s]+)>|(https?://[^\s<>]+))"
    r"(?:[ \t]++(?:\"(.*)\"|'(.*)'|\((.*)\)))?[ \t]*+",
    re.IGNORECASE,
)


class Definition(NamedTuple):
    """
    A definition: its block, its target as written, and start and end of its title.
    """

    block: Block
    target: str
    title: tuple[int, int] | None


def definitions_in(text: str, blocks: Sequence[Block]) -> Mapping[str, Definition]:
    """
    Return the definitions by their folded names; of two with one name the first holds.
    """
    found: dict[str, Definition] = {}
    for block in blocks:
        if block.kind != "definition":
            continue
        match = _DEFINITION.fullmatch(text, block.first, block.last)
        if match is not None:
            title = next(
                (match.span(group) for group in (4, 5, 6) if match[group] and not match[group].isspace()), None
            )
            found.setdefault(folded_reference(match[1]), Definition(block, match[2] or match[3], title))
    return found


def without_definitions(blocks: Sequence[Block], used: Iterable[Definition]) -> list[Block]:
    """
    Return the blocks with nothing on the lines of these definitions.
    """
    starts = {found.block.start for found in used}
    return [block._replace(kind="blank") if block.start in starts else block for block in blocks]
