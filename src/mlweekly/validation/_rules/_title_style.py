"""
The rule about the form of titles.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from mlweekly._expressions import expression
from mlweekly.changes import Patch, Rewritten
from mlweekly.validation._context import Context, PaperContext, SeriesContext
from mlweekly.validation._finding import Fix, Violation

__all__ = ["title_style"]

_DIGITS = expression(r"[0-9]+")
_BLANKS = expression(r"[ \t]+")
_UNTOUCHED = expression(r"[*_<|`\\]")
_MARKS = "*_`"


class _Form(NamedTuple):
    """
    What is before the words of a title, `N` for its rank, and what is behind them.
    """

    opening: str
    closing: str

    @property
    def is_bold(self) -> bool:
        return "**" in self.opening and self.closing.startswith("**")

    def __str__(self) -> str:
        return f"{self.opening}Title{self.closing}text"


class _Written(NamedTuple):
    """
    The title of a paper as it is written.
    """

    paper: PaperContext
    rank: str
    opening: str
    title: str
    closing: str
    form: _Form
    has_summary: bool
    has_marks: bool = False


@lru_cache(maxsize=256)
def _form(opening: str, closing: str) -> _Form:
    """
    Return what a title is written in, without the spaces that no page shows.
    """
    is_seen = closing.strip("* \t") != ""
    return _Form(_BLANKS.sub(" ", opening), _BLANKS.sub(" ", closing) if is_seen else closing)


def title_style(context: SeriesContext) -> Iterator[Violation]:
    """
    All titles of a document are written in one form, in bold type, with one mark between title and summary.

    What most papers of the document have is its form: `N) **Title** - text` in nearly all. Where no form has most, the
    form of most papers of an issue is that issue's. Spaces that a page shows as one are no difference. A title without
    bold type that only two spaces separate from its summary is found also where all are so: the page shows one of them.

    Why it matters: whoever reads the page cannot see where the title ends; a program sees it by luck.
    Bad:
        ## Papers of the Week (September 16 - September 22) - 2024

        | **Paper** | **Links** |
        |---|---|
        | 1) Moshi  listens while it speaks, and answers at once | [Paper](https://arxiv.org/abs/2410.00037) |
        | 2) **SCoRe** - learns to correct its own answers | [Paper](https://arxiv.org/abs/2409.12917) |
        | 3) **DoT** - reasons along the edges of a graph | [Paper](https://arxiv.org/abs/2409.10038) |
    Good:
        ## Papers of the Week (September 16 - September 22) - 2024

        | **Paper** | **Links** |
        |---|---|
        | 1) **Moshi** - listens while it speaks, and answers at once | [Paper](https://arxiv.org/abs/2410.00037) |
        | 2) **SCoRe** - learns to correct its own answers | [Paper](https://arxiv.org/abs/2409.12917) |
        | 3) **DoT** - reasons along the edges of a graph | [Paper](https://arxiv.org/abs/2409.10038) |
    Fix: safe. The marks around the title are rewritten; none where a mark around a title was read as a part of it.
    Counted: 14 in 65 issues of one series, one each: all 13 of 2025 whose titles have no bold type, and a lost space;
    1 in the Chinese entries, a lost space.
    """
    if context.document is None:
        return
    written = [(issue, list(_titles(issue))) for issue in context.issues]
    usual = _majority(each.form for _, titles in written for each in titles if each.has_summary and not each.has_marks)
    for issue, titles in written:
        own = usual or _majority(each.form for each in titles if each.has_summary and not each.has_marks)
        if own is None or not titles:
            continue
        wanted = own if own.is_bold or own.closing.strip() else _bold(own)
        others = [each for each in titles if _differs(each, wanted)]
        if others:
            yield _habit(issue, others, len(titles), wanted)


def _titles(issue: Context) -> Iterator[_Written]:
    torn = {problem.pointer for problem in issue.doubts if problem.kind == "row-cells"}
    doubtful = {
        problem.pointer.removesuffix("/title") for problem in issue.doubts if problem.kind == "title-not-separated"
    }
    half_marked = {problem.pointer.removesuffix("/title") for problem in issue.doubts if problem.kind == "title-mark"}
    document = issue.whole.document
    for paper in issue.papers:
        rank, title = issue.span(f"{paper.pointer}/rank"), issue.span(f"{paper.pointer}/title")
        if document is None or rank is None or title is None or paper.pointer in doubtful or rank.end != title.start:
            continue
        summary = issue.span(f"{paper.pointer}/summary")
        opening, words = document.text[slice(*rank)], document.text[slice(*title)]
        digits = _DIGITS.search(opening)
        closing = document.text[title.end : summary.start if summary else title.end + 2]
        is_torn = summary is None and paper.pointer in torn
        is_half = paper.pointer in half_marked and summary is None
        if digits is None or "\n" in closing or is_torn or is_half:
            continue
        has_marks = _UNTOUCHED.search(words) is not None
        if has_marks and words[:1] not in _MARKS and words[-1:] not in _MARKS:
            continue
        if summary is None:
            closing = closing if closing == "**" else ""
        form = _form(opening.replace(digits[0], "N", 1), closing)
        yield _Written(paper, digits[0], opening, words, closing, form, summary is not None, has_marks)


def _majority(forms: Iterator[_Form]) -> _Form | None:
    counts = Counter(forms)
    if not counts:
        return None
    form, count = counts.most_common(1)[0]
    return form if 2 * count > counts.total() else None


def _bold(form: _Form) -> _Form:
    return _Form(f"{form.opening.rstrip()} **", "** - ")


def _differs(written: _Written, wanted: _Form) -> bool:
    if written.has_marks:
        # Code at an edge of a title in bold type is well; an asterisk there is one of the marks around the title.
        return wanted.is_bold and (not written.form.is_bold or "*" in (written.title[0], written.title[-1]))
    if written.has_summary:
        return written.form != wanted
    return wanted.is_bold and not written.form.is_bold


def _habit(issue: Context, others: list[_Written], count: int, wanted: _Form) -> Violation:
    pointer = f"/issues/{issue.index}"
    forms: list[Rewritten] = []
    for each in others:
        opening = wanted.opening.replace("N", each.rank, 1)
        closing = wanted.closing if each.has_summary else wanted.closing[:2]
        before = each.opening + each.title + each.closing
        forms.append(
            Rewritten(f"{pointer}{each.paper.pointer}/title", before=before, after=opening + each.title + closing)
        )
    places = tuple(f"{pointer}{each.paper.pointer}/title" for each in others)
    examples = Counter(str(each.form) for each in others)
    verb = "is" if len(others) == 1 else "are"
    title = issue.issue.title or "the issue"
    return Violation(
        pointer=places[0],
        message=f'{title}: {len(others)} of {count} titles {verb} not written as "{wanted}", '
        f'but as "{examples.most_common(1)[0][0]}"',
        evidence={"wanted": str(wanted), "written": tuple(examples)},
        identity_parts=(title, *examples),
        fix=None if any(each.has_marks for each in others) else Fix(Patch(forms), safe=True),
        places=places,
    )
