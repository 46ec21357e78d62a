"""
What changed between two states of an issue or of a series.

Lives here: `diff`, and the operations on issues, series and contents lists that it finds.
Must not know: how elements are matched (`_alignment`), and what changes inside a paper (`_paper_differences`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

from mlweekly.changes import _operations as kinds
from mlweekly.changes._alignment import entry_pairs, issue_pairs, paper_pairs, same_ends, string_pairs
from mlweekly.changes._operations import Operation
from mlweekly.changes._ordering import Addition, Removal, steps
from mlweekly.changes._paper_differences import extra_changes, paper_changes
from mlweekly.changes._patch import Patch
from mlweekly.model import ContentsEntry, Issue, Paper, Series

__all__ = ["diff"]

Target = TypeVar("Target", Issue, Series)


def diff(old: Target, new: Target) -> Patch:
    """
    Return the patch that leads from one state to the other: `diff(old, new).apply(old) == new`.

    Papers are matched by identity key, then by title; a paper that goes to another place is one operation, and no
    operation replaces more than one field or element. Equal values give an empty patch.

    >>> from mlweekly import Issue, Link, LinkSet, Paper, Text
    >>> moshi = Paper(rank=1, title=Text("Moshi"))
    >>> linked = Paper(rank=1, title=Text("Moshi"), links=LinkSet([Link("https://arxiv.org/abs/2410.00037", "Paper")]))
    >>> print(diff(Issue(papers=[moshi]), Issue(papers=[linked])))
    paper link added to Moshi: https://arxiv.org/abs/2410.00037

    Raises:
        TypeError: One side is an issue and the other a series.
    """
    sides: tuple[Issue | Series, Issue | Series] = (old, new)
    match sides:
        case Issue() as before, Issue() as after:
            return Patch(_issue_changes(before, after, "", None))
        case Series() as before, Series() as after:
            return Patch(_series_changes(before, after))
        case _:
            pass
    raise TypeError(f"must be two issues or two series, got {type(old).__name__} and {type(new).__name__}")


def _series_changes(old: Series, new: Series) -> Iterator[Operation]:
    if old.title != new.title:
        yield kinds.SeriesRetitled("", before=old.title, after=new.title)
    for name, before, after in (("lead", old.lead, new.lead), ("foot", old.foot, new.foot)):
        if before != after:
            yield from _paragraph_changes(before, after, f"/{name}", None)
    if old.contents != new.contents:
        yield from _contents_changes(old.contents, new.contents)
    yield from _issues_changes(old.issues, new.issues)
    yield from extra_changes(old.extra, new.extra, "", None)


def _contents_changes(olds: Sequence[ContentsEntry], news: Sequence[ContentsEntry]) -> Iterator[Operation]:
    pairs = entry_pairs(olds, news)
    for position, place in pairs:
        before, after, here = olds[position], news[place], f"/contents/{position}"
        if before.label != after.label:
            yield kinds.ContentsRelabelled(here, before=before.label, after=after.label)
        if before.target != after.target:
            yield kinds.ContentsRetargeted(here, before=before.target, after=after.target, of=after.label)
        if before.group != after.group:
            yield kinds.ContentsRegrouped(here, before=before.group, after=after.group, of=after.label)
        yield from extra_changes(before.extra, after.extra, here, after.label)
    for step in steps(len(olds), len(news), pairs):
        if isinstance(step, Removal):
            yield kinds.ContentsRemoved(f"/contents/{step.old}", before=olds[step.old], count=step.among)
        elif isinstance(step, Addition):
            yield kinds.ContentsAdded(f"/contents/{step.new}", after=news[step.new], count=step.among)
        else:
            yield kinds.ContentsMoved(f"/contents/{step.position}", to=step.to, element=news[step.new].label)


def _issues_changes(olds: Sequence[Issue], news: Sequence[Issue]) -> Iterator[Operation]:
    start, end = same_ends(olds, news)
    if start == len(olds) == len(news):
        return
    pairs = issue_pairs(olds, news, (start, end))
    # What both sides begin and end with is compared already.
    for position, place in pairs[start : len(pairs) - end]:
        yield from _issue_changes(olds[position], news[place], f"/issues/{position}", news[place].title)
    for step in steps(len(olds), len(news), pairs):
        if isinstance(step, Removal):
            yield kinds.IssueRemoved(f"/issues/{step.old}", before=olds[step.old], count=step.among)
        elif isinstance(step, Addition):
            yield kinds.IssueAdded(f"/issues/{step.new}", after=news[step.new], count=step.among)
        else:
            yield kinds.IssueMoved(f"/issues/{step.position}", to=step.to, element=news[step.new].title)


def _issue_changes(old: Issue, new: Issue, pointer: str, of: str | None) -> Iterator[Operation]:
    if old.title != new.title:
        yield kinds.IssueRetitled(pointer, before=old.title, after=new.title)
    if old.period != new.period:
        yield kinds.PeriodChanged(pointer, before=old.period, after=new.period, of=of)
    if old.language != new.language:
        yield kinds.LanguageChanged(pointer, before=old.language, after=new.language, of=of)
    if old.source != new.source:
        yield kinds.SourceChanged(pointer, before=old.source, after=new.source, of=of)
    if old.published != new.published:
        yield kinds.PublishedChanged(pointer, before=old.published, after=new.published, of=of)
    for name, before, after in (
        ("lead", old.lead, new.lead),
        ("notices", old.notices, new.notices),
        ("comments", old.comments, new.comments),
    ):
        if before != after:
            yield from _paragraph_changes(before, after, f"{pointer}/{name}", of)
    yield from _papers_changes(old.papers, new.papers, f"{pointer}/papers", of)
    yield from extra_changes(old.extra, new.extra, pointer, of)


def _paragraph_changes(olds: Sequence[str], news: Sequence[str], pointer: str, of: str | None) -> Iterator[Operation]:
    pairs = string_pairs(olds, news)
    for position, place in pairs:
        if olds[position] != news[place]:
            yield kinds.ParagraphReworded(f"{pointer}/{position}", before=olds[position], after=news[place], of=of)
    for step in steps(len(olds), len(news), pairs):
        if isinstance(step, Removal):
            yield kinds.ParagraphRemoved(f"{pointer}/{step.old}", before=olds[step.old], count=step.among, of=of)
        elif isinstance(step, Addition):
            yield kinds.ParagraphAdded(f"{pointer}/{step.new}", after=news[step.new], count=step.among, of=of)


def _papers_changes(olds: Sequence[Paper], news: Sequence[Paper], pointer: str, of: str | None) -> Iterator[Operation]:
    start, end = same_ends(olds, news)
    if start == len(olds) == len(news):
        return
    pairs = paper_pairs(olds, news, (start, end))
    renumbers = _count(olds) and _count(news)
    # What both sides begin and end with is compared already.
    for position, place in pairs[start : len(pairs) - end]:
        yield from paper_changes(olds[position], news[place], f"{pointer}/{position}", renumbers=renumbers)
    for step in steps(len(olds), len(news), pairs):
        if isinstance(step, Removal):
            here, paper = f"{pointer}/{step.old}", olds[step.old]
            yield kinds.PaperRemoved(here, before=paper, count=step.among, renumbers=renumbers, of=of)
        elif isinstance(step, Addition):
            here, paper = f"{pointer}/{step.new}", news[step.new]
            yield kinds.PaperAdded(here, after=paper, count=step.among, renumbers=renumbers, of=of)
        else:
            here, title = f"{pointer}/{step.position}", news[step.new].title
            yield kinds.PaperMoved(here, to=step.to, element=title, renumbers=renumbers, of=of)


def _count(papers: Sequence[Paper]) -> bool:
    return all(paper.rank == place for place, paper in enumerate(papers, 1))
