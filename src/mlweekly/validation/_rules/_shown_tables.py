"""
The rule about tables and headings that a page does not show as such.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from mlweekly._expressions import expression
from mlweekly.changes import Patch, Rewritten
from mlweekly.document import Span
from mlweekly.validation._context import Context
from mlweekly.validation._finding import Fix, Violation

__all__ = ["table_not_shown"]

_DELIMITER = expression(r"[ \t]{0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*")
_HAS_NO_BLANK = expression(r"[ \t]{0,3}(#{1,6})")
_CELL_END = expression(r"(?<!\\)\|")
_BLANK_LINE = expression(r"(?:\r\n?|\n)[ \t]*(?=\r\n?|\n)")


def table_not_shown(context: Context) -> Iterator[Violation]:
    """
    The table and the heading of an issue are a table and a heading on the page.

    A table ends at a blank line, so that the rows behind it are shown as text; it is none without a row of dashes below
    its header, or with one that has more or fewer cells than the header; a heading is none without a space behind its
    `#`. The reader knows what is meant, and a page does not. A line of words between two rows is M708's, a row with a
    cell too many M701's. Each kind is one finding in an issue.

    Why it matters: readers of the page see raw bars and marks in the place of the digest.
    Bad:
        ## Papers of the Week (September 16 - September 22) - 2024

        | **Paper** | **Links** |
        |---|
        | 1) **Moshi** - our own words here | [Paper](https://arxiv.org/abs/2409.10037) |

        | 2) **Mimi** - our own words there | [Paper](https://arxiv.org/abs/2409.10038) |
    Good:
        ## Papers of the Week (September 16 - September 22) - 2024

        | **Paper** | **Links** |
        |---|---|
        | 1) **Moshi** - our own words here | [Paper](https://arxiv.org/abs/2409.10037) |
        | 2) **Mimi** - our own words there | [Paper](https://arxiv.org/abs/2409.10038) |
    Fix: safe. The blank lines go, the row of dashes gets the cells of the header, the heading its blank.
    Counted: 0 in 130 issues.
    """
    if context.whole.document is None:
        return
    rows = [
        (paper.pointer, span)
        for paper in context.papers
        if (span := context.span(paper.pointer)) is not None and context.text.startswith("|", span.start)
    ]
    yield from _parted(context, rows)
    yield from _without_delimiter(context, rows)
    yield from _heading(context)


def _parted(context: Context, rows: list[tuple[str, Span]]) -> Iterator[Violation]:
    text, separated = context.text, list[Rewritten]()
    for (_, first), (pointer, second) in pairwise(rows):
        gap = text[first.end : second.start]
        if gap.isspace() and _BLANK_LINE.search(gap) is not None:
            row = text[second.start : second.end]
            separated.append(Rewritten(pointer, before=gap + row, after=_BLANK_LINE.sub("", gap) + row))
    if separated:
        more = "" if len(separated) == 1 else f", and before {len(separated) - 1} more"
        yield Violation(
            separated[0].pointer,
            f"a blank line before this row ends the table{more}: delete it",
            {"rows": len(separated)},
            ("separated",),
            fix=Fix(Patch(separated), safe=True),
            places=tuple(each.pointer for each in separated),
        )


def _without_delimiter(context: Context, rows: list[tuple[str, Span]]) -> Iterator[Violation]:
    """
    Yield one violation if the row above the first row, or the header above that, is not what makes a table.
    """
    if not rows:
        return
    pointer, (start, end) = rows[0]
    text = context.text
    lines = text[max(0, text.rfind("\n\n", 0, start)) : start].splitlines()[-2:]
    below = text[start:end]
    if len(lines) < 2 or not lines[0].lstrip().startswith("|"):
        return
    header, delimiter = lines
    width = _cells(header)
    if _DELIMITER.fullmatch(delimiter) is None or _cells(delimiter) == width:
        return
    line_start = start - len(delimiter) - 1
    after = "|" + "---|" * width + text[start - 1 : start] + below
    form = Rewritten(pointer, before=text[line_start:end], after=after)
    message = f"the row of dashes has {_cells(delimiter)} cells, the header {width}: a page shows no table"
    evidence = {"header": header, "delimiter": delimiter}
    yield Violation(pointer, message, evidence, ("delimiter",), fix=Fix(Patch([form]), safe=True))


def _heading(context: Context) -> Iterator[Violation]:
    title = context.span("/title")
    if title is None:
        return
    text = context.text
    start = text.rfind("\n", 0, title.start) + 1
    start = max(start, text.rfind("\r", start, title.start) + 1)
    marks = _HAS_NO_BLANK.fullmatch(text, start, title.start)
    if marks is None:
        return
    words = text[title.start : title.end]
    form = Rewritten("/title", before=marks[1] + words, after=f"{marks[1]} {words}")
    message = f'"{marks[1]}" needs a space behind it, for a page shows this heading as text'
    yield Violation("/title", message, {"marks": marks[1]}, ("heading",), fix=Fix(Patch([form]), safe=True))


def _cells(line: str) -> int:
    bare = line.strip().removeprefix("|")
    return len(_CELL_END.findall(bare)) + (0 if bare.endswith("|") and not bare.endswith("\\|") else 1)
