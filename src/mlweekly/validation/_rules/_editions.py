"""
The rules about editions: two editions of an issue present the same papers, in the same order, with the same links.

Lives here: S609 and P309.
Must not know: how editions are found and papers matched (`_analysis._editions` does); how rules are chosen and run.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from mlweekly.changes import LinkAdded, LinkRetargeted, Operation, PaperAdded, Patch
from mlweekly.dates import DateRange
from mlweekly.errors import pointer_to
from mlweekly.model import Issue, Link, Paper, Text
from mlweekly.validation._analysis._edition_links import doubts_about, paper_as_in
from mlweekly.validation._analysis._editions import Counterpart, EditionBeside
from mlweekly.validation._analysis._passages import key_of, name_of
from mlweekly.validation._analysis._titles_alike import are_alike
from mlweekly.validation._context import Context
from mlweekly.validation._finding import Facts, Fix, Violation

__all__ = ["edition_difference", "title_not_in_edition"]


def edition_difference(context: Context) -> Iterator[Violation]:
    """
    Two editions of an issue have the same papers, in the same order, with the same links to papers and posts.

    An edition is one that presents at least half of the same papers, and papers are the same by links, titles and rank.
    Not compared is what is an editor's choice: links to code, models and the like, labels, spellings and tracking of
    links, short titles. A finding is a warning where this edition lacks something or may be wrong, and an information
    where it is the other one. Which of two links is wrong is told by what it leads to (a "Tweet" that is a paper), by
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

    Why it matters: a title that stands over another paper sends readers to what they did not look for.
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
            message = f'{each.name}: the {_edition(other)} has the same paper as "{name_of(other.paper)}"'
            evidence: Facts = {"title": str(each.paper.title), "other": str(other.paper.title)}
            yield Violation(f"{each.pointer}/title", message, evidence, (str(each.paper.title), str(other.paper.title)))


def _are_two(title: Text, other: Text) -> bool:
    """
    Tell whether two titles can be compared, and are those of two papers.
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


def _edition(other: Counterpart | EditionBeside) -> str:
    issue = other.beside.issue if isinstance(other, Counterpart) else other.issue
    return f"{issue.language or 'other'} edition"


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
    papers, here = context.issue.papers, {place: position for position, place in beside.pairs}
    ranks = {paper.rank for position, paper in enumerate(papers) if position not in here.values()}
    is_counted = [paper.rank for paper in papers] == [*range(1, len(papers) + 1)]
    for place, paper in enumerate(beside.issue.papers):
        if place in here or paper.rank in ranks:
            continue
        before = [here[other] for other in range(place) if other in here]
        position = before[-1] + 1 if before else 0
        rank = position + 1 if is_counted else paper.rank
        added = PaperAdded(
            pointer_to("papers", position),
            after=paper_as_in(context.issue, paper, rank),
            count=len(papers),
            renumbers=is_counted,
        )
        message = f"{name_of(paper)}: the {_edition(beside)} has this paper, this one has not"
        evidence: Facts = {"title": str(paper.title), "key": paper.key, "rank": paper.rank}
        yield Violation("/papers", message, evidence, ("missing", key_of(paper)), fix=Fix(Patch([added]), safe=False))


def _surplus(context: Context, beside: EditionBeside) -> Iterator[Violation]:
    """
    Yield the papers that the other edition lacks, or has under the same rank with nothing in common.
    """
    paired = {position for position, _ in beside.pairs}
    there = {place for _, place in beside.pairs}
    open_ranks = {paper.rank: paper for place, paper in enumerate(beside.issue.papers) if place not in there}
    for each in context.papers:
        if each.index in paired:
            continue
        other = open_ranks.get(each.paper.rank)
        has = "does not have this paper"
        if other is not None:
            has = f'has "{name_of(other)}" at rank {other.rank}, with no title or link in common'
        yield Violation(
            each.pointer,
            f"{each.name}: the {_edition(beside)} {has}",
            {"title": str(each.paper.title), "other": None if other is None else str(other.title)},
            ("surplus", "" if other is None else str(other.title)),
            severity="info" if other is None else "warning",
        )


def _order(context: Context, beside: EditionBeside) -> Iterator[Violation]:
    """
    Yield one violation for all papers that stand in another order; the fewest that could have moved are named.
    """
    places = [place for _, place in beside.pairs]
    kept = _rising(places)
    moved = [pair for pair in beside.pairs if pair[1] not in kept]
    if not moved:
        return
    papers = [context.papers[position] for position, _ in moved]
    words = [
        f"{each.name} is {each.paper.rank} here and {beside.issue.papers[place].rank} in the {_edition(beside)}"
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
    words = [_said(operation, f"the {_edition(beside)}", "this one") for operation in operations]
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
    place = int(operation.pointer.split("/")[2])
    position = next(position for position, there in beside.pairs if there == place)
    url = operation.after.url if isinstance(operation, LinkAdded) else operation.after
    each = context.papers[position]
    pointer = next((pointer for pointer, link in each.links if link.url == url), f"{each.pointer}/links")
    message = f"{each.name}: {_said(operation, 'this edition', f'the {_edition(beside)}')}"
    evidence: Facts = {"changes_of_other": (str(operation),)}
    return Violation(pointer, message, evidence, ("other", str(operation)), severity="info")


def _said(operation: LinkAdded | LinkRetargeted, right: str, wrong: str) -> str:
    if isinstance(operation, LinkAdded):
        return f"{right} has {_described(operation.after)}, {wrong} has none"
    after, before = Link(operation.after), Link(operation.before)
    return f"{right} has {_described(after)}, {wrong} has {_described(before)} in its place"


def _described(link: Link) -> str:
    created = link.created
    when = ""
    if created is not None:
        when = f" of {str(created.start)[: 10 if len(created) == 1 else 7]}"
    return f"the {link.kind or 'paper'} {link.url}{when}"


def _contradiction(context: Context, beside: EditionBeside, pointer: str, ours: Link, theirs: Link) -> Violation:
    """
    Return two links that nothing about their kind decides between; dates and other papers may.
    """
    position = int(pointer.split("/")[2])
    place = next(there for here, there in beside.pairs if here == position)
    week = _week(context, beside.issue)
    doubts = doubts_about(ours, context.issue, position, week)
    other_doubts = doubts_about(theirs, beside.issue, place, week)
    paper: Paper = context.issue.papers[position]
    is_wrong, is_right = bool(doubts and not other_doubts), bool(other_doubts and not doubts)
    change: Operation = LinkRetargeted(pointer, before=ours.url, after=theirs.url, of=paper.title)
    has = f"this edition has {_described(ours)}, the {_edition(beside)} has {_described(theirs)}"
    reason = "; of " + (ours if is_wrong else theirs).url + ", " + ", ".join(doubts if is_wrong else other_doubts)
    return Violation(
        f"{pointer}/url",
        f"{name_of(paper)}: {has}{reason if is_wrong or is_right else ''}",
        {"here": ours.url, "there": theirs.url, "against_here": doubts, "against_there": other_doubts},
        (ours.canonical, theirs.canonical),
        fix=Fix(Patch([change]), safe=False) if is_wrong else None,
        severity="info" if is_right else None,
    )


def _week(context: Context, edition: Issue) -> DateRange | None:
    return None if context.dating.is_contradicted else context.dating.judged or edition.period
