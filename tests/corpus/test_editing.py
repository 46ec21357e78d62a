"""
Editing real documents: what a patch says changes, line by line, and nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path
from time import perf_counter

import pytest
from attrs import evolve

from mlweekly import Issue, Link, Series, markdown
from mlweekly import changes as ops
from mlweekly.changes import Operation, Patch

KINDS = ("title", "canonical", "add link", "reword", "drop", "move")
READINGS_OF_AN_EDIT = 4


@cache
def read(path: Path) -> tuple[str, Series]:
    """
    Return a document's text, and the series that it holds.
    """
    text = path.read_bytes().decode()
    return text, markdown.loads_series(text)


def title(index: int, issue: Issue) -> Operation:
    """
    Correct the title, and leave its range alone.
    """
    assert issue.title is not None
    return ops.IssueRetitled(
        f"/issues/{index}", before=issue.title, after=issue.title.replace("of the Week", "this Week")
    )


def canonical(index: int, issue: Issue) -> Operation | None:
    """
    Write the first link that has another spelling in its canonical one.
    """
    for place, paper in enumerate(issue.papers):
        for position, link in enumerate(paper.links):
            if link.url != link.canonical:
                pointer = f"/issues/{index}/papers/{place}/links/{position}"
                return ops.LinkRetargeted(pointer, before=link.url, after=link.canonical)
    return None


def add_link(index: int, issue: Issue) -> Operation:
    """
    Add a link behind those of the third paper.
    """
    links = issue.papers[2].links
    label = None if links[0].label is None else "Code"
    return ops.LinkAdded(
        f"/issues/{index}/papers/2/links/{len(links)}", after=Link("https://github.com/example/a_b", label=label)
    )


def reword(index: int, issue: Issue) -> Operation:
    """
    Put a word before the first summary.
    """
    place = next(place for place, paper in enumerate(issue.papers) if paper.summary is not None)
    summary, pointer = issue.papers[place].summary, f"/issues/{index}/papers/{place}/summary"
    assert summary is not None
    if summary.original is None:
        language, words = next(iter(summary.translations.items()))
        return ops.TranslationChanged(pointer, language=language, before=words, after=f"新：{words}")
    return ops.TextReworded(pointer, before=summary.original, after=f"Newly {summary.original}")


def drop(index: int, issue: Issue) -> Operation:
    """
    Drop the fourth paper.
    """
    return ops.PaperRemoved(f"/issues/{index}/papers/3", before=issue.papers[3], count=len(issue.papers))


def move(index: int, _: Issue) -> Operation:
    """
    Move the second paper to the fifth place.
    """
    return ops.PaperMoved(f"/issues/{index}/papers/1", to=4)


MADE = {"title": title, "canonical": canonical, "add link": add_link, "reword": reword, "drop": drop, "move": move}


def changed_lines(old: str, new: str) -> tuple[list[str], list[str]]:
    """
    Return the lines of each text that the other does not have in this place, line ends included.
    """
    before, after = old.splitlines(keepends=True), new.splitlines(keepends=True)
    gone: list[str] = []
    come: list[str] = []
    for tag, first, last, begin, end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag != "equal":
            gone += before[first:last]
            come += after[begin:end]
    return gone, come


def timed(work: Callable[[], object]) -> float:
    """
    Return the seconds that some work takes.
    """
    began = perf_counter()
    work()
    return perf_counter() - began


def lines_of_change(kind: str, papers: int) -> tuple[int, int]:
    """
    Return how many lines of a table go and come: rows whose rank changes are lines of the change.

    A dropped paper takes its own line, and all behind it get another rank. A move from the second place to the fifth
    gives four rows another rank.
    """
    if kind == "drop":
        return papers - 3, papers - 4
    return (4, 4) if kind == "move" else (1, 1)


@pytest.mark.parametrize("name", ["table.md", "three-columns.md"])
@pytest.mark.parametrize("kind", KINDS)
def test_each_issue_one_at_a_time(corpus: Path, name: str, kind: str) -> None:
    """
    In each issue of a table, the new text is the patched series, and the lines of the change and no other differ.
    """
    text, series = read(corpus / name)
    edits, seconds = 0, list[float]()
    readings = [timed(lambda: markdown.parse(text)) for _ in range(5)]
    for index, issue in enumerate(series):
        operation = MADE[kind](index, issue)
        if operation is None:
            continue
        patch = Patch([operation])
        began = perf_counter()
        edited = markdown.edit(text, patch)
        seconds.append(perf_counter() - began)
        edits += 1
        gone, come = changed_lines(text, edited)

        assert markdown.loads_series(edited) == patch.apply(series)
        assert (len(gone), len(come)) == lines_of_change(kind, len(issue.papers))
    assert edits == {"table.md": 65, "three-columns.md": 13}[name]
    assert min(seconds) < READINGS_OF_AN_EDIT * min(readings)


@pytest.mark.parametrize("name", ["table.md", "three-columns.md"])
def test_all_issues_at_once(corpus: Path, name: str) -> None:
    """
    Six changes in every issue, in one patch: the lines of the changes differ and no other.
    """
    text, series = read(corpus / name)
    operations = [made for index, issue in enumerate(series) for made in combined(index, issue)]
    patch = Patch(operations)
    edited = markdown.edit(text, patch)
    gone, come = changed_lines(text, edited)

    assert len(operations) == 6 * len(series)
    assert markdown.loads_series(edited) == patch.apply(series)
    for old, new in zip(blocks_of(text), blocks_of(edited), strict=True):
        assert len(new) == len(old) - 1
        assert new[1:3] == old[1:3]
    assert len(gone) <= sum(1 + len(issue.papers) for issue in series)
    assert len(come) <= sum(len(issue.papers) for issue in series)


def combined(index: int, issue: Issue) -> Iterator[Operation]:
    """
    Yield the six changes, those that move papers last.
    """
    for kind in KINDS:
        operation = MADE[kind](index, issue)
        assert operation is not None
        if kind == "drop" and isinstance(operation, ops.PaperRemoved):
            patch = Patch(made for made in before_the_drop(index, issue))
            changed = patch.apply(Series([*([Issue()] * index), issue]))[index]
            operation = evolve(operation, before=changed.papers[3])
        yield operation


def before_the_drop(index: int, issue: Issue) -> Iterator[Operation]:
    """
    Yield the changes that can touch the paper that is dropped.
    """
    for kind in KINDS[:4]:
        operation = MADE[kind](index, issue)
        if operation is not None:
            yield operation


def blocks_of(text: str) -> list[list[str]]:
    """
    Return the lines of each issue, from its heading to the next.
    """
    document = markdown.parse(text)
    spans = [document.span(f"/issues/{place}/title") for place in range(len(document.series))]
    edges = [text.rindex("\n", 0, span.start) + 1 for span in spans if span is not None]
    return [text[start:end].splitlines() for start, end in zip(edges, [*edges[1:], len(text)], strict=True)]


@pytest.mark.parametrize("kind", KINDS)
def test_the_brackets(corpus: Path, kind: str) -> None:
    """
    A translation with its links in brackets is edited in its paragraphs.
    """
    text, series = read(corpus / "bracket.zh.md")
    if kind == "title":
        assert series[0].title is None
        return
    operation = MADE[kind](0, series[0])
    assert operation is not None
    edited = markdown.edit(text, Patch([operation]))
    gone, come = changed_lines(text, edited)

    assert markdown.loads_series(edited) == Patch([operation]).apply(series)
    if kind in ("canonical", "add link", "reword"):
        assert (len(gone), len(come)) == (1, 1)


@pytest.mark.parametrize("form", ["scraped", "post", "post with CRLF"])
@pytest.mark.parametrize("kind", ["title", "add link", "reword", "drop", "move"])
def test_the_japanese_post(corpus: Path, kind: str, form: str) -> None:
    """
    A post is edited as it was scraped, and as a post with its marks.
    """
    text, series = read(corpus / "post.ja.txt")
    if form != "scraped":
        text = markdown.dumps(series[0])
    if form == "post with CRLF":
        text = text.replace("\n", "\r\n")
    issue = series[0]
    operation = MADE[kind](0, issue)
    if kind == "title":
        assert issue.title is not None
        operation = ops.IssueRetitled("/issues/0", before=issue.title, after=issue.title.replace("主要", "主な"))
    assert operation is not None
    patch = Patch([operation])
    edited = markdown.edit(text, patch)
    gone, come = changed_lines(text, edited)

    assert markdown.loads_series(edited) == patch.apply(series)
    if kind in ("title", "reword"):
        assert (len(gone), len(come)) == (1, 1)
    elif kind == "add link":
        assert (gone, len(come)) == ([], 1)
    elif kind == "drop":
        assert come == []
        assert edited.count("論文紹介") == text.count("論文紹介") - 1
    else:
        assert sorted(line.strip() for line in gone) == sorted(line.strip() for line in come)


def test_the_post_gets_its_missing_link(corpus: Path) -> None:
    """
    The paper link that the Japanese edition lost is one line more, in the section that stood empty.
    """
    text, series = read(corpus / "post.ja.txt")
    link = Link("https://arxiv.org/abs/2410.00037", section="paper")
    place = [str(paper.title) for paper in series[0].papers].index("Moshi")
    edited = markdown.edit(text, Patch([ops.LinkAdded(f"/papers/{place}/links/0", after=link, of="Moshi")]))

    assert changed_lines(text, edited) == ([], [f"{link.url}\n"])
    assert edited.index(link.url) < edited.index("さらに読む")
