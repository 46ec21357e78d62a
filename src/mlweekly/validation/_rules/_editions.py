"""
The rules about editions: two editions of an issue present the same papers, in the same order, with the same links.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from mlweekly.changes import LinkAdded, LinkRetargeted, PaperAdded, Patch
from mlweekly.errors import pointer_to
from mlweekly.model import Link, Text
from mlweekly.validation._analysis._date_evidence import day_or_month
from mlweekly.validation._analysis._editions import EditionBeside, doubts_about, paper_as_in
from mlweekly.validation._analysis._passages import key_of, name_of
from mlweekly.validation._analysis._titles_alike import are_alike
from mlweekly.validation._context import Context
from mlweekly.validation._finding import Facts, Fix, Severity, Violation
from mlweekly.validation._violations import in_paper, retargeted

__all__ = ["edition_difference", "title_not_in_edition"]

_INFO: Severity = "info"
_WARNING: Severity = "warning"


def edition_difference(context: Context) -> Iterator[Violation]:
    """
    Two editions of an issue have the same papers, in the same order, with the same links to papers and posts.

    An edition is one that presents at least half of the same papers, and papers are the same by links, titles and rank.
    Not compared is what is an editor's choice: links to code, models and the like, labels, spellings and tracking of
    links, short titles. A finding is a warning where this edition lacks something or may be wrong, and an information
    where it is the other one. Which of two links is wrong is shown by what it leads to (a "Tweet" that is a paper), by
    dates (a post from after the week, or from more than a week before it or before its paper; a paper from after the
    week or its post), and by another paper that has the same link.

    Why it matters: each edition is made from another, with mistakes of its own, and each can repair the other.
    Beside:
        ## Weekly Papers (September 16 - September 22) - 2024

        | **Paper** | **Links** |
        |---|---|
        | 1) **Moshi** - our own words | [Paper](https://arxiv.org/abs/2409.12037) |
    Bad:
        ## Weekly Papers (September 16 - September 22) - 2024

        | **Paper** | **Links** |
        |---|---|
        | 1) **Moshi** - our own words |  |
    Good:
        ## Weekly Papers (September 16 - September 22) - 2024

        | **Paper** | **Links** |
        |---|---|
        | 1) **Moshi** - our own words | [Paper](https://arxiv.org/abs/2409.12037) |
    Fix: unsafe. What is missing comes from the other edition in the form of its neighbours, and a link that something
    speaks against is replaced by one that nothing speaks against. The order, and links of which neither or each is
    doubtful, have none.
    Counted: 2 between the Japanese and the English edition of one week, both true: a paper link is missing in one, a
    post link is wrong in the other.
    """
    known: set[tuple[str, ...]] = set()
    for beside in context.beside:
        for violation in _differences(context, beside):
            if (violation.pointer, *violation.identity_parts) not in known:
                known.add((violation.pointer, *violation.identity_parts))
                yield violation


def title_not_in_edition(context: Context) -> Iterator[Violation]:
    """
    A paper goes by the same title in every edition, short or in full.

    Titles are compared in one language, or where both are in Latin letters. They are one title where one is part of the
    other, abbreviates it, or shares more than half of its telling words. A name that an editor made up is a known false
    alarm.

    Why it matters: a title that is over another paper sends readers to what they did not look for.
    Beside:
        ## Weekly Papers (September 16 - September 22) - 2024

        | **Paper** | **Links** |
        |---|---|
        | 1) **Moshi: a speech-text foundation model** - our own words | [Paper](https://arxiv.org/abs/2409.12037) |
    Bad:
        ## Weekly Papers (September 16 - September 22) - 2024

        | **Paper** | **Links** |
        |---|---|
        | 1) **Diagram of Thought** - our own words | [Paper](https://arxiv.org/abs/2409.12037) |
    Good:
        ## Weekly Papers (September 16 - September 22) - 2024

        | **Paper** | **Links** |
        |---|---|
        | 1) **Moshi** - our own words | [Paper](https://arxiv.org/abs/2409.12037) |
    Fix: none. Which of the two titles is right, the link would tell.
    Counted: 0 of 10 papers in two editions.
    """
    for each, counterparts in zip(context.papers, context.counterparts, strict=True):
        other = next((other for other in counterparts if _are_two(each.paper.title, other.paper.title)), None)
        if other is not None:
            message = f'{each.name}: the {other.beside.name} has the same paper as "{name_of(other.paper)}"'
            evidence: Facts = {"title": str(each.paper.title), "other": str(other.paper.title)}
            yield Violation(f"{each.pointer}/title", message, evidence, (str(each.paper.title), str(other.paper.title)))


def _are_two(title: Text, other: Text) -> bool:
    """
    Return whether two titles can be compared, and are those of two papers.
    """
    pairs = [
        (title[tag], other[there])
        for tag in title.languages
        for there in other.languages
        if (is_latin := _is_latin(title[tag])) == _is_latin(other[there]) and (is_latin or tag == there)
    ]
    return bool(pairs) and not any(are_alike(one, another) for one, another in pairs)


def _is_latin(title: str) -> bool:
    return title.isascii() or all(ord(character) < 0x250 for character in title if character.isalpha())


def _differences(context: Context, beside: EditionBeside) -> Iterator[Violation]:
    # A merge costs as much to import as all other changes, and few validate with other editions.
    from mlweekly.changes import merge_editions

    yield from _missing(context, beside)
    yield from _surplus(context, beside)
    yield from _order(context, beside)
    merged = merge_editions(context.issue, beside.issue)
    repairs: dict[str, list[LinkAdded | LinkRetargeted]] = {}
    for operation in merged.patch_of_a:
        if isinstance(operation, LinkAdded | LinkRetargeted):
            repairs.setdefault(operation.pointer.rpartition("/links/")[0], []).append(operation)
    for pointer, operations in repairs.items():
        yield _repair(context, beside, pointer, operations)
    for operation in merged.patch_of_b:
        if isinstance(operation, LinkAdded | LinkRetargeted):
            yield _upstream(context, beside, operation)
    for conflict in merged.conflicts:
        if isinstance(conflict.ours, Link) and isinstance(conflict.theirs, Link):
            yield _contradiction(context, beside, conflict.pointer, conflict.ours, conflict.theirs)


def _missing(context: Context, beside: EditionBeside) -> Iterator[Violation]:
    """
    Yield the papers that the other edition has in addition.
    """
    papers, position = context.issue.papers, 0
    ranks = {paper.rank for index, paper in enumerate(papers) if index not in beside.there}
    is_counted = [paper.rank for paper in papers] == [*range(1, len(papers) + 1)]
    for place, paper in enumerate(beside.issue.papers):
        if place in beside.here:
            position = beside.here[place] + 1
        elif paper.rank not in ranks:
            after = paper_as_in(context.issue, paper, position + 1 if is_counted else paper.rank)
            pointer = pointer_to("papers", position)
            fix = Fix(Patch([PaperAdded(pointer, after=after, count=len(papers), renumbers=is_counted)]), safe=False)
            message = f"{name_of(paper)}: the {beside.name} has this paper, this one has not"
            evidence: Facts = {"title": str(paper.title), "key": paper.key, "rank": paper.rank}
            yield Violation("/papers", message, evidence, ("missing", key_of(paper)), fix=fix)


def _surplus(context: Context, beside: EditionBeside) -> Iterator[Violation]:
    """
    Yield the papers that the other edition lacks, or has under the same rank with nothing in common.
    """
    unpaired = [paper for place, paper in enumerate(beside.issue.papers) if place not in beside.here]
    by_rank = {paper.rank: paper for paper in unpaired}
    for each in context.papers:
        other = by_rank.get(each.paper.rank)
        title = None if other is None else str(other.title)
        has = "does not have this paper"
        if other is not None:
            has = f'has "{name_of(other)}" at rank {other.rank}, with no title or link in common'
        if each.index not in beside.there:
            words, severity = f"the {beside.name} {has}", _INFO if other is None else _WARNING
            evidence: Facts = {"title": str(each.paper.title), "other": title}
            yield in_paper(each, each.pointer, words, evidence, "surplus", title or "", severity=severity)


def _order(context: Context, beside: EditionBeside) -> Iterator[Violation]:
    """
    Yield one violation for all papers that are in another order; the fewest that could have moved are named.
    """
    places = [place for _, place in beside.pairs]
    kept = _rising(places)
    moved = [pair for pair in beside.pairs if pair[1] not in kept]
    if not moved:
        return
    papers = [context.papers[position] for position, _ in moved]
    words = [
        f"{each.name} is {each.paper.rank} here and {beside.issue.papers[place].rank} in the {beside.name}"
        for each, (_, place) in zip(papers, moved, strict=True)
    ]
    yield Violation(
        papers[0].pointer,
        f"{papers[0].name}: the order of the papers differs: {'; '.join(words)}",
        {"titles": tuple(str(each.paper.title) for each in papers)},
        ("order", *(each.key for each in papers)),
        places=tuple(each.pointer for each in papers),
    )


def _rising(places: list[int]) -> set[int]:
    """
    Return a longest selection of the numbers that rises.
    """
    ends: list[int] = []
    runs: dict[int, int | None] = {}
    for place in places:
        length = bisect_left(ends, place)
        runs[place] = ends[length - 1] if length else None
        ends[length : length + 1] = [place]
    kept: set[int] = set()
    last = ends[-1] if ends else None
    while last is not None:
        kept.add(last)
        last = runs[last]
    return kept


def _repair(
    context: Context, beside: EditionBeside, pointer: str, operations: list[LinkAdded | LinkRetargeted]
) -> Violation:
    """
    Return what this edition lacks or mistakes among the links of one paper.
    """
    paper = context.issue.papers[int(pointer.rpartition("/")[2])]
    words = [_said(operation, f"the {beside.name}", "this one") for operation in operations]
    first = operations[0]
    return Violation(
        first.place if isinstance(first, LinkRetargeted) else f"{pointer}/links",
        f"{name_of(paper)}: {', and '.join(words)}",
        {"changes": tuple(map(str, operations))},
        tuple(str(operation) for operation in operations),
        fix=Fix(Patch(operations), safe=False),
    )


def _upstream(context: Context, beside: EditionBeside, operation: LinkAdded | LinkRetargeted) -> Violation:
    """
    Return what the other edition lacks or mistakes, and this one has right.
    """
    url = operation.after.url if isinstance(operation, LinkAdded) else operation.after
    each = context.papers[beside.here[int(operation.pointer.split("/")[2])]]
    pointer = next((pointer for pointer, link in each.links if link.url == url), f"{each.pointer}/links")
    words, changes = _said(operation, "this edition", f"the {beside.name}"), str(operation)
    return in_paper(each, pointer, words, {"changes_of_other": (changes,)}, "other", changes, severity="info")


def _said(operation: LinkAdded | LinkRetargeted, right: str, wrong: str) -> str:
    if isinstance(operation, LinkAdded):
        return f"{right} has {_described(operation.after)}, {wrong} has none"
    after, before = Link(operation.after), Link(operation.before)
    return f"{right} has {_described(after)}, {wrong} has {_described(before)} in its place"


def _described(link: Link) -> str:
    when = "" if link.created is None else f" of {day_or_month(link.created)}"
    return f"the {link.kind or 'paper'} {link.url}{when}"


def _contradiction(context: Context, beside: EditionBeside, pointer: str, ours: Link, theirs: Link) -> Violation:
    """
    Return two links that nothing about their kind decides between; dates and other papers may.
    """
    position = int(pointer.split("/")[2])
    dating = context.dating
    week = None if dating.is_contradicted else dating.judged or beside.issue.period
    doubts = tuple(doubts_about(ours, context.issue, position, week))
    other_doubts = tuple(doubts_about(theirs, beside.issue, beside.there[position], week))
    each = context.papers[position]
    is_wrong, is_right = bool(doubts and not other_doubts), bool(other_doubts and not doubts)
    words = f"this edition has {_described(ours)}, the {beside.name} has {_described(theirs)}"
    if is_wrong or is_right:
        words = "; ".join([words, ", ".join([f"of {(ours if is_wrong else theirs).url}", *(doubts or other_doubts)])])
    return in_paper(
        each,
        f"{pointer}/url",
        words,
        {"here": ours.url, "there": theirs.url, "against_here": doubts, "against_there": other_doubts},
        ours.canonical,
        theirs.canonical,
        fix=Fix(Patch([retargeted(each, pointer, ours, theirs.url)]), safe=False) if is_wrong else None,
        severity="info" if is_right else None,
    )
