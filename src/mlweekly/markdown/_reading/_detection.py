"""
Which dialect a text is in.

Lives here: the signs of each dialect, weighed.
Must not know: how a dialect is read.
"""

from __future__ import annotations

import re
from collections import Counter

from mlweekly.markdown._blocks import BLOCK
from mlweekly.markdown._dialects import DIALECTS, Dialect
from mlweekly.markdown._reading._entries import ENTRY
from mlweekly.markdown._reading._frames import heading_at
from mlweekly.markdown._reading._lines import Lines
from mlweekly.markdown._reading._tables import header_columns, is_bare_row, split_cells

__all__ = ["detect"]

_ENOUGH_ROWS = 3
_RANKED_ROW = re.compile(r"[ \t]*+\|[ \t]*+(?:\*\*|__)?[ \t]*+[(（]?[0-9]{1,9}[ \t]*+[)）.]")


def detect(lines: Lines) -> Dialect | None:
    """
    Return the dialect that the signs of a text speak for, or None where nothing speaks for any.

    A block of ours is a post. Else the kind of line of which there is most decides: rows with a rank or the header of
    one, headings or bare lines that are names of sections, paragraphs that begin with a rank. A heading alone is a
    post.
    """
    signs = Counter[str]()
    columns: tuple[str, ...] | None = None
    post = DIALECTS["post"]
    for index in range(len(lines)):
        if _RANKED_ROW.match(lines.text, lines.starts[index], lines.ends[index]) is not None:
            signs["rows"] += 1
            continue
        line = lines[index]
        bare = line.lstrip(" \t")
        if not bare:
            continue
        if bare[0] == "|":
            if columns is None and signs["rows"] < _ENOUGH_ROWS:
                columns = header_columns(lines.text, split_cells(lines.text, *lines.stripped(index)))
        elif bare[0] == "#":
            heading = heading_at(line, 0, len(line))
            if heading is not None:
                signs["heading"] += 1
                signs["post"] += post.section_of(line[heading.start : heading.end]) is not None
        elif BLOCK.match(line) is not None:
            return post
        elif len(bare) <= 80 and post.section_of(bare) is not None:
            signs["plain"] += 1
        elif ENTRY.match(line) is not None:
            signs["rows" if is_bare_row(line, 0, len(line)) else "bracket"] += 1
    return _decided(signs, columns)


def _decided(signs: Counter[str], columns: tuple[str, ...] | None) -> Dialect | None:
    if columns is not None or signs["rows"]:
        signs["rows"] += columns is not None
    name = max(("rows", "post", "plain", "bracket"), key=lambda kind: signs[kind])
    if not signs[name]:
        return DIALECTS["post"] if signs["heading"] else None
    if name == "rows":
        return DIALECTS["columns" if columns is not None and "released" in columns else "table"]
    return DIALECTS[name]
