"""
Two branches of one document, made by seeded edits of its lines as people and scripts make them.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from random import Random
from typing import TypeAlias

from attrs import evolve

from mlweekly import Series

LineEdit: TypeAlias = Callable[[str, Random, str], str]

ROW = re.compile(r"\| *[0-9]+\) ")
HEADING = re.compile(r"#+ .*\(.* - .*\)")
URL = re.compile(r"\]\((https?://[^)\s]+)\)")


def reword(row: str, random: Random, word: str) -> str:
    """
    Replace a word of the first cell, behind the rank and the title.
    """
    words = row.split(" ")
    plain = [place for place, each in enumerate(words) if each.isalpha() and place > 6]
    if plain:
        words[random.choice(plain)] = word
    return " ".join(words)


def retitle(row: str, _: Random, word: str) -> str:
    """
    Put a word before the title.
    """
    return re.sub(r"(\) +(?:\*\*)?)", rf"\1{word} ", row, count=1)


def retarget(row: str, random: Random, word: str) -> str:
    """
    Let one of the links of a row lead elsewhere.
    """
    urls = [*URL.finditer(row)]
    if not urls:
        return row
    url = random.choice(urls)
    return f"{row[: url.start(1)]}https://example.org/{word}{row[url.end(1) :]}"


def add_link(row: str, _: Random, word: str) -> str:
    """
    Add a link behind those of a row.
    """
    return re.sub(r" *\|? *$", f", [Code](https://example.org/{word}) |", row, count=1)


def pad(row: str, random: Random, _: str) -> str:
    """
    Widen the space before the last bar.
    """
    return f"{row.rstrip().removesuffix('|')}{' ' * random.randint(2, 9)}|"


def rename_heading(heading: str, word: str) -> str:
    """
    Put a word before the days of a title.
    """
    return heading.replace("(", f"{word} (", 1)


OF_ROWS: dict[str, LineEdit] = {
    "reword": reword,
    "retitle": retitle,
    "retarget": retarget,
    "add a link": add_link,
    "pad": pad,
}
STRUCTURAL = ("drop a row", "drop a row and count on", "add a row", "swap rows", "rename a heading")


def counted(rows: list[str], start: int) -> None:
    """
    Let the ranks of the rows from a place on count on from the row before it.
    """
    before = re.match(r"\| *([0-9]+)", rows[start - 1]) if ROW.match(rows[start - 1]) else None
    rank = 0 if before is None else int(before[1])
    while start < len(rows) and ROW.match(rows[start]):
        rank += 1
        rows[start] = re.sub(r"[0-9]+", str(rank), rows[start], count=1)
        start += 1


def branch(lines: Sequence[str], random: Random, word: str, count: int, kinds: Sequence[str]) -> list[str]:
    """
    Return the lines of a document after so many edits, each of a kind of these and of a line of its own.
    """
    new = list(lines)
    rows = [place for place, line in enumerate(lines) if ROW.match(line)]
    headings = [place for place, line in enumerate(lines) if HEADING.match(line)]
    for number, place in enumerate(sorted(random.sample(rows, count), reverse=True)):
        kind, own = random.choice(kinds), f"{word}{number}"
        if kind in OF_ROWS:
            # A row without links, say, is changed in another way.
            others = [each for each in kinds if each in OF_ROWS and each != kind]
            changed = (OF_ROWS[each](lines[place], random, own) for each in (kind, *others))
            new[place] = next(row for row in changed if row != lines[place])
        elif kind.startswith("drop a row"):
            del new[place]
            if kind.endswith("count on"):
                counted(new, place)
        elif kind == "add a row":
            new.insert(place + 1, f"| 11) **{own}** - a row of {own} | [Paper](https://example.org/{own}) |")
        elif kind == "swap rows" and ROW.match(new[place - 1]):
            new[place - 1 : place + 1] = new[place], new[place - 1]
        elif kind == "rename a heading":
            heading = max(each for each in headings if each < place)
            new[heading] = rename_heading(new[heading], own)
    return new


def conflicts_of_git(folder: Path, base: str, ours: str, theirs: str) -> int:
    """
    Return the number of conflicts that `git merge-file` finds.
    """
    for name, text in (("base", base), ("ours", ours), ("theirs", theirs)):
        (folder / name).write_bytes(text.encode())
    command = ["git", "merge-file", "-p", "--diff3", "ours", "base", "theirs"]
    done = subprocess.run(command, cwd=folder, capture_output=True, check=False)
    return done.stdout.decode().count("<<<<<<< ours")


def sides_of(text: str) -> tuple[str, str]:
    """
    Return a text with the blocks of conflicts decided for our side, and for theirs.
    """
    return "".join(_decided(text, 0)), "".join(_decided(text, 1))


def without_ranks(series: Series) -> Series:
    """
    Return a series whose papers all have one rank.
    """
    issues = [evolve(issue, papers=[evolve(paper, rank=1) for paper in issue.papers]) for issue in series]
    return evolve(series, issues=issues)


def _decided(text: str, wanted: int) -> Iterator[str]:
    side: int | None = None
    for line in re.findall(r"[^\r\n]*(?:\r\n?|\n)|[^\r\n]+", text):
        if line.startswith("<<<<<<< "):
            side = 0
        elif side == 0 and line.rstrip("\r\n") == "=======":
            side = 1
        elif side == 1 and line.startswith(">>>>>>> "):
            side = None
        elif side in (None, wanted):
            yield line
