"""
Editing real documents: what a patch says changes, line by line, and nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import cache
from itertools import islice
from pathlib import Path

import pytest
from attrs import evolve

from mlweekly import Issue, Link, Series, markdown
from mlweekly import changes as ops
from mlweekly.changes import Operation, Patch

KINDS = ("title", "canonical", "add link", "reword", "drop", "move")


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


def lines_of(text: str) -> list[str]:
    """
    Return the lines of a text, line ends included.
    """
    return text.splitlines(keepends=True)


def changed_lines(old: str, new: str) -> tuple[list[str], list[str]]:
    """
    Return the lines of each text that the other does not have in this place, line ends included.
    """
    before, after = lines_of(old), lines_of(new)
    most = min(len(before), len(after))
    head = next((place for place in range(most) if before[place] != after[place]), most)
    tail = next((place for place in range(most - head) if before[-1 - place] != after[-1 - place]), most - head)
    before, after = before[head : len(before) - tail], after[head : len(after) - tail]
    gone: list[str] = []
    come: list[str] = []
    for tag, first, last, begin, end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag != "equal":
            gone += before[first:last]
            come += after[begin:end]
    return gone, come


HEADING = re.compile(r"## .* of the Week \(")
DIGITS = re.compile(r"[0-9]+")
ADDED = re.compile(r"[ ,]*\[Code\]\(https://github\.com/example/a_b\)")
"""
The link that is added, with what parts it from the one before it: a line that holds it is as it was without it.
"""


class ByHand:
    """
    What a person would make of a document of tables who sees its lines and knows nothing of dialects.

    Attributes:
        old: The lines as they are.
        lines: The lines that shall be, but for the links that are added, each with its number as it was.
        linked: The numbers of the lines that get a link.
    """

    def __init__(self, text: str) -> None:
        self.old = lines_of(text)
        self.lines = list(enumerate(self.old))
        self.linked: set[int] = set()
        self.headings = [number for number, line in self.lines if HEADING.match(line)]
        self.entries = [number for number, line in self.lines if line.startswith("- [")]
        self.rows = [list(self._rows_under(number)) for number in self.headings]

    def _rows_under(self, heading: int) -> Iterator[int]:
        tables = (number for number in range(heading + 1, len(self.old)) if self.old[number].startswith("|"))
        _, delimiter, *rows = islice(tables, 12)
        assert set(self.old[delimiter]) <= set("| -:\n")
        for before, number in zip([delimiter, *rows], rows, strict=False):
            if number != before + 1:
                return
            yield number

    def make(self, index: int, operation: Operation) -> None:
        """
        Make one of the six changes in the lines.
        """
        rows, path = self.rows[index], operation.pointer.split("/")
        if isinstance(operation, ops.IssueRetitled):
            self._replace(self.headings[index], "of the Week", "this Week")
        elif isinstance(operation, ops.LinkRetargeted):
            self._replace(rows[int(path[4])], f"({operation.before})", f"({operation.after})")
        elif isinstance(operation, ops.LinkAdded):
            self.linked.add(rows[int(path[4])])
        elif isinstance(operation, ops.TextReworded):
            start = operation.before[:24]
            self._replace(rows[int(path[4])], start, f"Newly {start}")
        elif isinstance(operation, ops.PaperRemoved):
            del self.lines[self._place(rows.pop(int(path[4])))]
        elif isinstance(operation, ops.PaperMoved):
            row, others = rows[int(path[4])], [number for number in rows if number != rows[int(path[4])]]
            line = self.lines.pop(self._place(row))
            self.lines.insert(self._place(others[operation.to - 1]) + 1, line)
            rows[:] = [*others[: operation.to], row, *others[operation.to :]]
        self._count(rows)

    def follow(self, operation: Operation) -> None:
        """
        Make a change of the contents list in the lines.
        """
        assert isinstance(operation, ops.ContentsRelabelled | ops.ContentsRetargeted)
        number = self.entries[int(operation.pointer.split("/")[2])]
        pair = ("[", "]") if isinstance(operation, ops.ContentsRelabelled) else ("(", ")")
        self._replace(number, f"{operation.before}".join(pair), f"{operation.after}".join(pair))

    def _place(self, number: int) -> int:
        return next(place for place, line in enumerate(self.lines) if line[0] == number)

    def _replace(self, number: int, old: str, new: str) -> None:
        place = self._place(number)
        line = self.lines[place][1]
        assert old in line
        self.lines[place] = (number, line.replace(old, new, 1))

    def _count(self, rows: list[int]) -> None:
        for rank, number in enumerate(rows, start=1):
            place = self._place(number)
            self.lines[place] = (number, DIGITS.sub(str(rank), self.lines[place][1], count=1))

    def check(self, edited: str) -> int:
        """
        Check that a text has these lines and no other, byte by byte, and what a line diff shows; count its lines.
        """
        new = lines_of(edited)
        assert [ADDED.sub("", line) for line in new] == [line for _, line in self.lines]
        assert [self.lines[place][0] for place, line in enumerate(new) if ADDED.search(line)] == sorted(self.linked)

        touched = [place for place, (number, _) in enumerate(self.lines) if new[place] != self.old[number]]
        kept = {number for place, (number, _) in enumerate(self.lines) if place not in set(touched)}
        gone = [line for number, line in enumerate(self.old) if number not in kept]
        come = [new[place] for place in touched]
        assert changed_lines("".join(self.old), edited) == (gone, come)
        return len(gone) + len(come)


@pytest.mark.parametrize("every", [13, pytest.param(1, marks=pytest.mark.long)])
@pytest.mark.parametrize("name", ["table.md", "three-columns.md"])
@pytest.mark.parametrize("kind", KINDS)
def test_each_issue_one_at_a_time(corpus: Path, name: str, kind: str, every: int) -> None:
    """
    In each issue of a table, the new text is the patched series, and the lines of the change and no other differ.
    """
    text, series = read(corpus / name)
    edits = 0
    for index, issue in islice(enumerate(series), 0, None, every):
        operation = MADE[kind](index, issue)
        if operation is None:
            continue
        patch = Patch([operation])
        edited = markdown.edit(text, patch)
        edits += 1
        by_hand = ByHand(text)
        by_hand.make(index, operation)

        assert markdown.loads_series(edited) == patch.apply(series)
        assert by_hand.check(edited) == lines_of_change(kind, len(issue.papers))
    assert edits == {"table.md": 65, "three-columns.md": 13}[name] // every


def lines_of_change(kind: str, papers: int) -> int:
    """
    Return how many lines of a table go and come: rows whose rank changes are lines of the change.

    A dropped paper takes its own line, and all behind it get another rank. A move from the second place to the fifth
    gives four rows another rank.
    """
    if kind == "drop":
        return papers - 3 + papers - 4
    return 8 if kind == "move" else 2


@pytest.mark.parametrize("follows", [False, True])
@pytest.mark.parametrize("name", ["table.md", "three-columns.md"])
def test_all_issues_at_once(corpus: Path, name: str, *, follows: bool) -> None:
    """
    Six changes in every issue, in one patch, with the contents list or without: the lines of the changes alone differ.

    Every other line is as it was, byte by byte and in order.
    """
    text, series = read(corpus / name)
    by_hand = ByHand(text)
    operations: list[Operation] = []
    for index, issue in enumerate(series):
        for operation in combined(index, issue):
            by_hand.make(index, operation)
            operations.append(operation)
    assert len(operations) == 6 * len(series)
    followed = list(entries_of_titles(series)) if follows else []
    for operation in followed:
        by_hand.follow(operation)
    patch = Patch([*operations, *followed])
    edited = markdown.edit(text, patch)

    assert markdown.loads_series(edited) == patch.apply(series)
    rows = sum(len(issue.papers) for issue in series)
    entries = len({operation.pointer for operation in followed})
    assert by_hand.check(edited) == 2 * len(series) + rows + (rows - len(series)) + 2 * entries
    assert bool(entries) == follows


def entries_of_titles(series: Series) -> Iterator[Operation]:
    """
    Yield what makes the contents list follow the corrected titles.
    """
    for index, issue in enumerate(series):
        operation = title(index, issue)
        if isinstance(operation, ops.IssueRetitled) and operation.after is not None and issue.period is not None:
            yield from ops.contents_following(series, index, operation.after, issue.period)


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
