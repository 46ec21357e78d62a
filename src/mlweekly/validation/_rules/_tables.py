"""
The rules about rows: two cells that are told apart, and a title and a summary that are.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import takewhile

from mlweekly._expressions import expression
from mlweekly.changes import Patch, Rewritten
from mlweekly.validation._analysis._scripts import ASIAN_LETTER
from mlweekly.validation._context import Context, PaperContext
from mlweekly.validation._finding import Facts, Fix, Violation
from mlweekly.validation._violations import in_paper

__all__ = ["table_cell", "title_not_separated"]

_SENTENCE_END = expression(r"[a-z0-9)]{3}[.;][ \t]+[A-Z]|[。！？]")
_LAST_MARK = (".", "。", "!", "！")
_COUNT = expression("[0-9]+")
_LONGEST_TITLE = 110
_LONGEST_IN_EAST_ASIA = 60
_LEAST_LENGTH = 60
_BAR = expression(r"(?<!\\)\|")
_EMPTY_CELLS = expression(r"\|[ \t]*(?=\|)")


def table_cell(context: Context) -> Iterator[Violation]:
    r"""
    A row has as many cells as its table has columns, and a bar inside a cell is escaped.

    GitHub drops what is in a cell too many, and shows a row with a cell too few with nothing in it. The reader of
    the text joins such a row to what is most likely meant, and says so.

    Why it matters: on the page, the end of the summary or the links of the paper are gone.
    Bad:
        ## Papers of the Week (September 16 - September 22) - 2024

        | **Paper** | **Links** |
        |---|---|
        | 1) **Moshi** - hears and speaks | both at once | [Paper](https://arxiv.org/abs/2410.00037) |
    Good:
        ## Papers of the Week (September 16 - September 22) - 2024

        | **Paper** | **Links** |
        |---|---|
        | 1) **Moshi** - hears and speaks \| both at once | [Paper](https://arxiv.org/abs/2410.00037) |
    Fix: safe. Bars before the cell of the links are escaped, bars between links are made commas, a bar that is missing
    before the links is put there. None where the row has no links, or one that is bent.
    Counted: 0 in 65 issues of one series; 2 in the states before and after 43 edits of it, both true.
    """
    doubts = [problem for problem in context.doubts if problem.kind == "row-cells"]
    if not doubts:
        return
    rows = _Rows(context, {problem.pointer for problem in doubts})
    for problem in doubts:
        paper = context.papers[int(problem.pointer.split("/")[2])]
        form = rows.fixed(paper)
        words = problem.message.partition(", ")[0]
        words = f"{words}: {_to_do(words)}"
        evidence: Facts = {"row": context.source(paper.pointer), "doubt": problem.message}
        fix = None if form is None else Fix(Patch([form]), safe=True)
        yield in_paper(paper, paper.pointer, words, evidence, "cells", fix=fix)


def _to_do(words: str) -> str:
    """
    Return what to do about a row, by the numbers of cells that it has and should have.
    """
    counts = [int(count) for count in _COUNT.findall(words)]
    if not counts:
        return "put one there"
    return "write a bar that is in a text as \\|" if counts[0] > counts[1] else "add what is missing"


def title_not_separated(context: Context) -> Iterator[Violation]:
    """
    The title of a row or entry and its summary can be told apart.

    A title ends where its bold type ends, at a dash or at two spaces. Where nothing of this is in the text, all of
    it is read as the title. A short text without the end of a sentence is excused: it is a title without a summary.
    Long is what has more than 110 characters, or more than 60 and a third more than every other title of the issue.

    Why it matters: a title of several hundred characters is in every list, and the summary in none.
    Bad:
        ## Papers of the Week (September 16 - September 22) - 2024

        | **Paper** | **Links** |
        |---|---|
        | 1) Moshi It listens while it speaks. It answers. | [Paper](https://arxiv.org/abs/2410.00037) |
    Good:
        ## Papers of the Week (September 16 - September 22) - 2024

        | **Paper** | **Links** |
        |---|---|
        | 1) **Moshi** - It listens while it speaks. It answers. | [Paper](https://arxiv.org/abs/2410.00037) |
    Fix: none. Where the title ends cannot be told by rule.
    Counted: 2 in 65 issues of one series, both true; 0 in the other documents.
    """
    lengths = (len(str(each.paper.title)) for each in context.papers if each.paper.summary is not None)
    longest = max(lengths, default=None)
    for problem in context.doubts:
        if problem.kind != "title-not-separated":
            continue
        paper = context.papers[int(problem.pointer.split("/")[2])]
        words = str(paper.paper.title)
        is_longest = len(words) > _LEAST_LENGTH and longest is not None and 3 * len(words) > 4 * longest
        if is_longest or _holds_sentences(words):
            message = f"nothing parts title and summary, {len(words)} characters are read as the title"
            pointer = f"{paper.pointer}/title"
            yield in_paper(paper, pointer, message, {"title": words, "length": len(words)}, "title")


def _holds_sentences(title: str) -> bool:
    """
    Return whether a title is too long for one, or holds the end of a sentence.
    """
    longest = _LONGEST_IN_EAST_ASIA if ASIAN_LETTER.search(title) else _LONGEST_TITLE
    return len(title) > longest or title.rstrip().endswith(_LAST_MARK) or _SENTENCE_END.search(title) is not None


def _bars(row: str) -> list[int]:
    return [match.start() for match in _BAR.finditer(row)]


class _Rows:
    """
    The rows of an issue: what is wrong with one is told by the others.
    """

    def __init__(self, context: Context, torn: set[str]) -> None:
        self._context = context
        whole = [context.source(paper.pointer).strip() for paper in context.papers if paper.pointer not in torn]
        counts = Counter({2: 0}) + Counter(
            len(_bars(row)) + 1 - row.startswith("|") - row.endswith("|") for row in whole
        )
        self._columns = max(counts, key=lambda count: counts[count]) if counts else 2
        bent = (each.pointer.partition("/links/")[0] for each in context.doubts if each.kind == "link-bent")
        left = (each.pointer.removeprefix(f"/issues/{context.index}") for each in context.leftovers)
        # What is wrong with a link is fixed by another rule, and no two changes of form may touch.
        self._of_another_rule = {*bent, *left}

    def fixed(self, paper: PaperContext) -> Rewritten | None:
        """
        Return the row as it should be, as a change of form; None where that cannot be told.
        """
        row, span = self._context.source(paper.pointer), self._context.span(paper.pointer)
        links = [link for pointer, _ in paper.links if (link := self._context.span(pointer)) is not None]
        if span is None or not links or paper.pointer in self._of_another_rule:
            return None
        first, last = links[0].start - span.start, links[-1].end - span.start
        head = _head(row[:first], self._columns)
        if head is None:
            return None
        between = re.sub(r"[ \t]*\|[ \t]*", ", ", row[first:last]) if _bars(row[first:last]) else row[first:last]
        tail = _EMPTY_CELLS.sub("", row[last:])
        if between + tail == row[first:]:
            return self._form(paper, row[:first], head)
        return self._form(paper, row, head + between + tail)

    def _form(self, paper: PaperContext, before: str, after: str) -> Rewritten | None:
        """
        Return the change of a row, from its summary or its links on where what is before them stays.
        """
        row, summary = self._context.span(paper.pointer), self._context.span(f"{paper.pointer}/summary")
        if before == after or row is None:
            return None
        kept = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(before, after, strict=False)))
        start = 0 if summary is None or summary.start - row.start > kept else summary.start - row.start
        pointer = f"{paper.pointer}/summary" if start else paper.pointer
        return Rewritten(pointer, before=before[start:], after=after[start:])


def _head(before: str, columns: int) -> str | None:
    """
    Return what is before the links with as many bars as there are columns; None where too many are missing.
    """
    bars = [place for place in _bars(before) if place > 0]
    surplus = len(bars) - (columns - 1)
    if surplus < 0:
        return f"{before.rstrip()} | " if columns == 2 and "](" not in before else None
    escaped = set(bars[:surplus])
    return "".join(f"\\{mark}" if place in escaped else mark for place, mark in enumerate(before))
