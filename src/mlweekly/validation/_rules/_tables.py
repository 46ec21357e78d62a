"""
The rules about rows: two cells that are told apart, and a title and a summary that are.

Lives here: M701 and M709.
Must not know: how a row is read; where its reader had doubts is said in the document.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import takewhile

from mlweekly.changes import Patch, Rewritten
from mlweekly.errors import Problem
from mlweekly.validation._context import Context, PaperContext
from mlweekly.validation._finding import Fix, Violation

__all__ = ["table_cell", "title_not_separated"]

_SENTENCE_END = re.compile(r"[a-z0-9)]{3}[.;][ \t]+[A-Z]|[。！？]")
_LAST_MARK = (".", "。", "!", "！")
_LONGEST_TITLE = 110
_LONGEST_IN_EAST_ASIA = 60
_LEAST_LENGTH = 60
_EAST_ASIAN = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]")
_EMPTY_CELLS = re.compile(r"\|[ \t]*(?=\|)")


def table_cell(context: Context) -> Iterator[Violation]:
    r"""
    A row has as many cells as its table has columns, and a bar inside a cell is escaped.

    GitHub drops what stands in a cell too many, and shows a row with a cell too few with nothing in it. The reader of
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
    for problem in context.doubts:
        if problem.kind == "row-cells":
            paper = _paper_of(context, problem)
            form = _mended(context, paper)
            yield Violation(
                pointer=paper.pointer,
                message=f"{paper.name}: {problem.message.partition(', ')[0]}",
                evidence={"row": context.source(paper.pointer), "doubt": problem.message},
                identity_parts=("cells",),
                fix=None if form is None else Fix(Patch([form]), safe=True),
            )


def title_not_separated(context: Context) -> Iterator[Violation]:
    """
    The title of a row or entry and its summary can be told apart.

    A title ends where its bold type ends, at a dash or at two blanks. Where nothing of this stands in the text, all of
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
    for problem in context.doubts:
        if problem.kind != "title-not-separated":
            continue
        paper = _paper_of(context, problem)
        words = str(paper.paper.title)
        others = [len(str(each.paper.title)) for each in context.papers if each.paper.summary is not None]
        is_longest = len(words) > _LEAST_LENGTH and bool(others) and 3 * len(words) > 4 * max(others)
        if not is_longest and not holds_sentences(words):
            continue
        yield Violation(
            pointer=f"{paper.pointer}/title",
            message=f"{paper.name}: nothing parts title and summary, {len(words)} characters are read as the title",
            evidence={"title": words, "length": len(words)},
            identity_parts=("title",),
        )


def holds_sentences(title: str) -> bool:
    """
    Tell whether a title is too long for one, or holds the end of a sentence.
    """
    longest = _LONGEST_IN_EAST_ASIA if _EAST_ASIAN.search(title) else _LONGEST_TITLE
    return len(title) > longest or title.rstrip().endswith(_LAST_MARK) or _SENTENCE_END.search(title) is not None


def _paper_of(context: Context, problem: Problem) -> PaperContext:
    return context.papers[int(problem.pointer.split("/")[2])]


def _bars(row: str) -> list[int]:
    return [place for place, mark in enumerate(row) if mark == "|" and (place == 0 or row[place - 1] != "\\")]


def _columns(context: Context) -> int:
    """
    Return how many cells most rows of the issue have, of those that are whole.
    """
    counts = Counter({2: 0})
    torn = {problem.pointer for problem in context.doubts if problem.kind == "row-cells"}
    for paper in context.papers:
        if paper.pointer in torn:
            continue
        row = context.source(paper.pointer).strip()
        counts[len(_bars(row)) + 1 - row.startswith("|") - row.endswith("|")] += 1
    return max(counts, key=lambda count: counts[count])


def _mended(context: Context, paper: PaperContext) -> Rewritten | None:
    """
    Return the row as it should be, as a change of form; None where that cannot be told.
    """
    row, span = context.source(paper.pointer), context.span(paper.pointer)
    links = [link for pointer, _ in paper.links if (link := context.span(pointer)) is not None]
    # What is wrong with a link is made by another rule, and no two changes of form may touch.
    if span is None or not links or _is_bent(context, paper):
        return None
    first, last = links[0].start - span.start, links[-1].end - span.start
    head = _head(row[:first], _columns(context))
    if head is None:
        return None
    between = re.sub(r"[ \t]*\|[ \t]*", ", ", row[first:last]) if _bars(row[first:last]) else row[first:last]
    tail = _EMPTY_CELLS.sub("", row[last:])
    if between + tail == row[first:]:
        return _form(context, paper, row[:first], head)
    return _form(context, paper, row, head + between + tail)


def _head(before: str, columns: int) -> str | None:
    """
    Return what stands before the links with as many bars as there are columns; None where too many are missing.
    """
    bars = [place for place in _bars(before) if place > 0]
    surplus = len(bars) - (columns - 1)
    if surplus < 0:
        return f"{before.rstrip()} | " if columns == 2 and "](" not in before else None
    escaped = set(bars[:surplus])
    return "".join(f"\\{mark}" if place in escaped else mark for place, mark in enumerate(before))


def _is_bent(context: Context, paper: PaperContext) -> bool:
    links = f"{paper.pointer}/links/"
    is_doubtful = any(each.kind == "link-bent" and each.pointer.startswith(links) for each in context.doubts)
    return is_doubtful or any(each.pointer.endswith(paper.pointer) for each in context.leftovers)


def _form(context: Context, paper: PaperContext, before: str, after: str) -> Rewritten | None:
    """
    Return the change of a row, from its summary or its links on where what is before them stays.
    """
    row, summary = context.span(paper.pointer), context.span(f"{paper.pointer}/summary")
    if before == after or row is None:
        return None
    kept = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(before, after, strict=False)))
    start = 0 if summary is None or summary.start - row.start > kept else summary.start - row.start
    pointer = f"{paper.pointer}/summary" if start else paper.pointer
    return Rewritten(pointer, before=before[start:], after=after[start:])
