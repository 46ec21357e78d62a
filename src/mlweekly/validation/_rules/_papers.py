"""
The rules about the papers of an issue: their ranks, their number, and that each is there once, with a summary.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from mlweekly._expressions import expression
from mlweekly.changes import PaperReranked, Patch, Rewritten
from mlweekly.document import DIRECTIVE
from mlweekly.errors import Problem
from mlweekly.validation._analysis._habits import PaperHabits
from mlweekly.validation._analysis._titles_alike import are_alike
from mlweekly.validation._context import Context, PaperContext
from mlweekly.validation._finding import Facts, Fix, Violation
from mlweekly.validation._violations import in_paper

__all__ = ["duplicate_paper", "paper_count", "rank_sequence", "summary_missing", "summary_too_short"]

_USUAL_NUMBER = 10
_WEEK = 7
_FEWEST_CHARACTERS = 40
_FEWEST_IN_A_LIST = 3
_WIDE = frozenset("FW")
_LONGEST_LIST = 5
_LEVELS_OF_TOPICS = 6
_RANK_MARK = expression(r"(?P<before>\(?)[0-9]+(?P<after>[).]+[ \t]*)")
_BEFORE_RANK = expression(r"\|?[ \t]*")


def rank_sequence(context: Context) -> Iterator[Violation]:
    """
    The ranks of an issue are 1, 2, 3 and so on, in the order of the papers.

    A countdown to 1 is a sequence too, and so are ranks that begin anew under each topic. An issue whose papers have
    less than half of these numbers counts otherwise, on from another issue for instance. All ranks that are out of
    place are one finding, and so are all rows without a rank where most rows print theirs, and rows with a rank that
    there is none of, such as 0.

    Why it matters: a hole is often a lost row, a double a row that was copied.
    Bad:
        ## Papers of the Week (September 16 - September 22) - 2024

        | **Paper** | **Links** |
        |---|---|
        | 1) **Moshi** - listens | [Paper](https://arxiv.org/abs/2409.10037) |
        | 3) **Mimi** - encodes | [Paper](https://arxiv.org/abs/2409.10038) |
    Good:
        ## Papers of the Week (September 16 - September 22) - 2024

        | **Paper** | **Links** |
        |---|---|
        | 1) **Moshi** - listens | [Paper](https://arxiv.org/abs/2409.10037) |
        | 2) **Mimi** - encodes | [Paper](https://arxiv.org/abs/2409.10038) |
    Fix: safe. The papers are numbered in their order; where ranks fall and rise, the order may be wrong: unsafe. None
    where a row has no possible rank.
    Counted: 0 of 130 issues.
    """
    refused = [doubt for doubt in context.doubts if doubt.kind == "rank-refused"]
    if refused:
        yield _refusal(context, refused)
        return
    yield from _unprinted_ranks(context)
    for papers in _counted_together(context.papers):
        ranks = [paper.paper.rank for paper in papers]
        known = {*range(1, len(ranks) + 1)}
        if _breaks(ranks) and 2 * len(known & {*ranks}) >= len(known):
            yield _wrong_ranks(papers, ranks)


def _counted_together(papers: Sequence[PaperContext]) -> list[list[PaperContext]]:
    """
    Return the papers as they are counted: all together, or by topics, in the way that breaks the fewest sequences.
    """
    deepest = min(_LEVELS_OF_TOPICS, max((len(each.paper.topics) for each in papers), default=0))
    ways = [
        [[*group] for _, group in groupby(papers, key=lambda each: each.paper.topics[:depth])]
        for depth in range(deepest + 1)
    ]
    return min(ways, key=lambda way: sum(_breaks([each.paper.rank for each in group]) for group in way))


def _breaks(ranks: list[int]) -> int:
    """
    Return how many ranks do not follow on the one before, the first on 0; none in a countdown to 1.
    """
    if ranks == list(range(len(ranks), 0, -1)):
        return 0
    return sum(1 for before, rank in pairwise((0, *ranks)) if rank != before + 1)


def _wrong_ranks(papers: Sequence[PaperContext], ranks: list[int]) -> Violation:
    wrong = [(place, paper) for place, paper in enumerate(papers, 1) if paper.paper.rank != place]
    operations = [
        PaperReranked(each.pointer, before=each.paper.rank, after=place, of=each.paper.title) for place, each in wrong
    ]
    doubles = sorted(rank for rank, count in Counter(ranks).items() if count > 1)
    holes = sorted({*range(1, len(ranks) + 1)} - {*ranks})
    parts = [f"{_shortlist(found)} {words}" for words, found in (("twice", doubles), ("missing", holes)) if found]
    what = f"of 1 to {len(ranks)}, {' and '.join(parts)}" if parts else "the numbers go up and down"
    place, first = wrong[0]
    return in_paper(
        first,
        f"{first.pointer}/rank",
        f"number {first.paper.rank} is in place {place}; {what}: number the papers in order",
        {"ranks": tuple(ranks), "doubles": tuple(doubles), "holes": tuple(holes)},
        *map(str, ranks),
        fix=Fix(Patch(operations), safe=ranks == sorted(ranks)),
        places=tuple(f"{each.pointer}/rank" for _, each in wrong) if len(wrong) > 1 else (),
    )


def paper_count(context: Context) -> Iterator[Violation]:
    """
    An issue has as many papers as the issues of its series have.

    The setting `papers` says how many; without it, it is the number that most of five or more other issues have. With
    fewer others, which do not speak against it, a list of one week with summaries is taken for one of ten papers where
    it has nine or eleven: a row was lost then, or is there twice. Any other number is the digest's own.

    Why it matters: a paper less is often a row that was lost, or that could not be read.
    Bad:
        {"version": "1.0", "papers": [{"rank": 1, "title": {"original": "Moshi", "language": "en"}}]}
    Good:
        {"version": "1.0", "papers": [{"rank": 1, "title": {"original": "Moshi", "language": "en"}},
         {"rank": 2, "title": {"original": "Mimi", "language": "en"}}]}
    With: papers=2
    Fix: none. The missing paper is not in the text.
    Counted: 0 of 130 issues of one series; 1 of 13 of another, which has two papers more than the rest.
    """
    count, habit = len(context.issue.papers), context.whole.habits.counts.habit(context.index)
    expected, words = context.settings.papers, None
    if expected is None and habit is not None:
        expected = habit.value
        words = f"{habit.count} of {habit.others} other issues have {habit.value}"
    elif expected is None and _is_nearly_ten(context):
        expected = _USUAL_NUMBER
    if expected is not None and count != expected:
        papers = "1 paper" if count == 1 else f"{count or 'no'} papers"
        message = f"{papers}, {f'not {expected}' if words is None else words}"
        yield Violation("/papers", message, {"papers": count, "expected": expected}, (str(count), str(expected)))


def _is_nearly_ten(context: Context) -> bool:
    """
    Return whether an issue of one week has a paper less or more than ten, most of them with a summary.
    """
    habits, papers = context.whole.habits, context.issue.papers
    is_near = abs(len(papers) - _USUAL_NUMBER) == 1 and habits.counts.may_be(context.index, _USUAL_NUMBER)
    period = context.dating.judged
    is_week = habits.is_weekly(context.index) or (period is not None and len(period) == _WEEK)
    return is_near and is_week and 2 * sum(1 for paper in papers if paper.summary is not None) > len(papers)


def duplicate_paper(context: Context) -> Iterator[Violation]:
    """
    A paper is in an issue once.

    Papers are one where their identity keys are: the arXiv number, the DOI, or the canonical URL of the paper link. A
    list by topics may name a paper under several of them: under one title that is meant, and not found.

    Why it matters: two titles over one link mean that one of them leads to the wrong paper.
    Bad:
        ## Papers of the Week (September 16 - September 22) - 2024

        | **Paper** | **Links** |
        |---|---|
        | 1) **Moshi** - listens | [Paper](https://arxiv.org/abs/2409.10037) |
        | 2) **Mimi** - encodes | [Paper](https://arxiv.org/pdf/2409.10037v2) |
    Good:
        ## Papers of the Week (September 16 - September 22) - 2024

        | **Paper** | **Links** |
        |---|---|
        | 1) **Moshi** - listens | [Paper](https://arxiv.org/abs/2409.10037) |
        | 2) **Mimi** - encodes | [Paper](https://arxiv.org/abs/2409.10038) |
    Fix: none. Which of the links, or which paper, is too many is for the editor to say.
    Counted: 1 of 130 issues, where two titles share a link.
    """
    by_key: dict[str | None, list[PaperContext]] = {}
    for paper in context.papers:
        by_key.setdefault(paper.paper.key, []).append(paper)
    for key, papers in by_key.items():
        if key is not None and len(papers) > 1 and not _are_under_topics(papers):
            first, second = papers[:2]
            times = f", {len(papers)} times in all" if len(papers) > 2 else ""
            words = f"the same paper as {first.name} in place {first.index + 1}: {key}{times}"
            evidence: Facts = {"key": key, "titles": tuple(each.name for each in papers)}
            yield in_paper(second, second.pointer, words, evidence, key, places=tuple(each.pointer for each in papers))


def _are_under_topics(papers: Sequence[PaperContext]) -> bool:
    """
    Return whether one title is once under each of several topics.
    """
    topics = {each.paper.topics for each in papers}
    first = str(papers[0].paper.title)
    return len(topics) == len(papers) and all(are_alike(first, str(each.paper.title)) for each in papers)


def summary_missing(context: Context) -> Iterator[Violation]:
    """
    A paper has a summary.

    That is judged by the other papers of the document: there are five or more, and three of four have one. A list of
    titles, or of abstracts, is a form of its own, and so is one with words on some of its papers. Words under a label
    are as good as a summary. Where most papers of an issue have none, the papers of the other issues are counted, and
    it is one finding. A row whose title and summary cannot be told apart is M709's.

    Why it matters: the summary is what the editor adds; an empty cell is a row that was left for later.
    Bad:
        ## Papers of the Week (September 16 - September 22) - 2024

        | **Paper** | **Links** |
        |---|---|
        | 1) **Moshi** | [Paper](https://arxiv.org/abs/2409.10037) |
        | 2) **Mimi** - encodes | [Paper](https://arxiv.org/abs/2409.10038) |
        | 3) **Momo** - asks | [Paper](https://arxiv.org/abs/2409.10039) |
        | 4) **Nana** - sings | [Paper](https://arxiv.org/abs/2409.10040) |
        | 5) **Nini** - plans | [Paper](https://arxiv.org/abs/2409.10041) |
        | 6) **Nunu** - reads | [Paper](https://arxiv.org/abs/2409.10042) |
    Good:
        ## Papers of the Week (September 16 - September 22) - 2024

        | **Paper** | **Links** |
        |---|---|
        | 1) **Moshi** - listens | [Paper](https://arxiv.org/abs/2409.10037) |
        | 2) **Mimi** - encodes | [Paper](https://arxiv.org/abs/2409.10038) |
        | 3) **Momo** - asks | [Paper](https://arxiv.org/abs/2409.10039) |
        | 4) **Nana** - sings | [Paper](https://arxiv.org/abs/2409.10040) |
        | 5) **Nini** - plans | [Paper](https://arxiv.org/abs/2409.10041) |
        | 6) **Nunu** - reads | [Paper](https://arxiv.org/abs/2409.10042) |
    Fix: none. The words are the editor's.
    Counted: 2 in 65 issues, both true; two rows without a separator are M709's.
    """
    # Of a row that could not be separated the title holds the summary.
    whole = {each.pointer.split("/")[2] for each in context.doubts if each.kind == "title-not-separated"}
    missing = [
        each
        for each in context.papers
        if each.paper.summary is None and str(each.index) not in whole and not _says_more(each)
    ]
    count, habits = len(context.papers), context.whole.habits.papers
    if 2 * len(missing) > count:
        if habits.without(PaperHabits.of(context.issue.papers)).summarises_all:
            message = f"{len(missing)} of {count} papers have no summary, first {missing[0].name}"
            evidence: Facts = {"papers": count, "missing": len(missing)}
            yield Violation(
                missing[0].pointer, message, evidence, ("most",), places=tuple(each.pointer for each in missing)
            )
        return
    for each in missing if habits.summarises else ():
        words = "no summary" if each.paper.abstract is None else "no summary beside its abstract"
        title = str(each.paper.title)
        yield in_paper(each, each.pointer, words, {"rank": each.paper.rank, "title": title}, title)


def _says_more(each: PaperContext) -> bool:
    """
    Return whether a paper's details are as long as a summary: other digests tell of a paper under names of their own.
    """
    return sum(map(_columns, each.paper.details.values())) >= _FEWEST_CHARACTERS


def summary_too_short(context: Context) -> Iterator[Violation]:
    """
    A summary that is there has forty characters or more.

    Chinese, Japanese and Korean characters count twice, as they fill two columns: a sentence is half as long in them.
    Where most summaries of an issue are shorter, that is the issue's form.

    Why it matters: so few words tell no more than the title.
    Bad:
        {"version": "1.0", "papers": [{"rank": 1, "title": {"original": "Moshi", "language": "en"},
         "summary": {"original": "A good survey.", "language": "en"}}]}
    Good:
        {"version": "1.0", "papers": [{"rank": 1, "title": {"original": "Moshi", "language": "en"},
         "summary": {"original": "A model that listens and speaks at the same time.", "language": "en"}}]}
    Fix: none. The words are the editor's.
    Counted: 1 in 65 issues.
    """
    summaries = [passage for passage in context.passages if passage.field == "summary"]
    lengths = [_columns(passage.text) for passage in summaries]
    short = [each for each in zip(summaries, lengths, strict=True) if each[1] < _FEWEST_CHARACTERS]
    if len(summaries) >= _FEWEST_IN_A_LIST and 2 * len(short) > len(summaries):
        return
    for passage, length in short:
        words = f'{length} characters, fewer than {_FEWEST_CHARACTERS}: "{passage.text.strip()}"'
        evidence: Facts = {"characters": length, "expected": _FEWEST_CHARACTERS}
        yield Violation(passage.pointer, f"{passage.name}: {words}", evidence, (passage.language or "", passage.text))


def _refusal(context: Context, refused: list[Problem]) -> Violation:
    """
    Return one violation for all rows that were left because no paper can have their rank.

    The others are not numbered anew around them.
    """
    rows = "a row has" if len(refused) == 1 else f"{len(refused)} rows have"
    message = f"{context.issue.title or 'the issue'}: {rows} a rank that there is none of: {refused[0].message}"
    evidence: Facts = {"rows": len(refused), "lines": tuple(doubt.line for doubt in refused)}
    return Violation("/papers", message, evidence, ("refused", *(doubt.message for doubt in refused)))


def _unprinted_ranks(context: Context) -> Iterator[Violation]:
    """
    Yield one violation for all rows without a rank, where most rows of the issue print one.
    """
    pointers = {doubt.pointer for doubt in context.doubts if doubt.kind == "rank-missing"}
    unprinted = [paper for paper in context.papers if f"{paper.pointer}/rank" in pointers]
    if not unprinted or 2 * len(unprinted) >= len(context.papers):
        return
    sources = (context.source(f"{each.pointer}/rank") for each in context.papers)
    mark = next((found for source in sources if (found := _RANK_MARK.search(source)) is not None), None)
    forms = [form for paper in unprinted if mark and (form := _with_rank(context, paper, mark)) is not None]
    rest = f", and {len(unprinted) - 1} more" if len(unprinted) > 1 else ""
    yield in_paper(
        unprinted[0],
        f"{unprinted[0].pointer}/rank",
        f"no number is printed, the place is {unprinted[0].index + 1}{rest}: number the papers in order",
        {"papers": len(context.papers), "unprinted": tuple(paper.paper.rank for paper in unprinted)},
        "unprinted",
        *(paper.name for paper in unprinted),
        fix=Fix(Patch(forms), safe=True) if len(forms) == len(unprinted) else None,
        places=tuple(f"{paper.pointer}/rank" for paper in unprinted) if len(unprinted) > 1 else (),
    )


def _with_rank(context: Context, paper: PaperContext, mark: re.Match[str]) -> Rewritten | None:
    """
    Return the change of form that prints the rank of a row as another row does.
    """
    row, title = context.span(paper.pointer), context.span(f"{paper.pointer}/title")
    if row is None or title is None:
        return None
    before = context.source(paper.pointer)[: title.end - row.start]
    start = _BEFORE_RANK.match(before)
    place = 0 if start is None else start.end()
    after = f"{before[:place]}{mark['before']}{paper.paper.rank}{mark['after']}{before[place:]}"
    return Rewritten(f"{paper.pointer}/title", before=before, after=after)


def _columns(text: str) -> int:
    """
    Return how many characters of a text can be seen, wide ones counted twice; comments to validation cannot.
    """
    text = DIRECTIVE.sub("", text) if "<!--" in text else text
    if len(text) >= _FEWEST_CHARACTERS:
        return len(text)
    text = text.strip()
    return sum(1 + (unicodedata.east_asian_width(each) in _WIDE) for each in text if each.isprintable() or each == "\n")


def _shortlist(ranks: Sequence[int]) -> str:
    return ", ".join([*map(str, ranks[:_LONGEST_LIST]), *(["…"] if len(ranks) > _LONGEST_LIST else [])])
