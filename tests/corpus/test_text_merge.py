"""
Merging branches of a real table, beside what git makes of them.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from random import Random

import pytest

from mlweekly import markdown
from mlweekly.markdown import MergedText
from tests.branches import OF_ROWS, STRUCTURAL, branch, conflicts_of_git, sides_of, without_ranks

ALL = (*OF_ROWS, *STRUCTURAL)
FEW, MANY = 12, 250


@cache
def lines_of(path: Path) -> list[str]:
    """
    Return the lines of a document.
    """
    return path.read_bytes().decode().split("\n")


def both(corpus: Path, seed: int, count: int, kinds: tuple[str, ...] = ALL) -> tuple[str, str, str]:
    """
    Return the table and two branches of it, each with so many edits.
    """
    lines, random = lines_of(corpus / "table.md"), Random(seed)
    ours, theirs = (branch(lines, random, word, count, kinds) for word in ("ourword", "theirword"))
    return "\n".join(lines), "\n".join(ours), "\n".join(theirs)


def assert_lawful(found: MergedText) -> None:
    """
    Assert that the text is read as the merge of the values, decided for either side if there are conflicts.
    """
    if not found.values.conflicts:
        assert found.clean
        assert markdown.loads_series(found.text) == found.values.value
    for text, side in zip(sides_of(found.text), ("ours", "theirs"), strict=True):
        value = found.values.resolve_all(side).value  # type: ignore[arg-type] -- one of two literals
        assert without_ranks(markdown.loads_series(text)) == without_ranks(value)


@pytest.mark.parametrize(
    ("seeds", "count"),
    [
        (range(2), FEW),
        (range(1), MANY),
        pytest.param(range(2, 30), FEW, marks=pytest.mark.long),
        pytest.param(range(1, 4), MANY, marks=pytest.mark.long),
    ],
)
def test_never_more_conflicts_than_git(corpus: Path, tmp_path: Path, seeds: range, count: int) -> None:
    """
    On no pair of branches, and in all far fewer.
    """
    totals = [0, 0]
    for seed in seeds:
        base, ours, theirs = both(corpus, seed, count)
        found = markdown.merge(base, ours=ours, theirs=theirs)
        of_git = conflicts_of_git(tmp_path, base, ours, theirs)

        assert len(found.conflicts) <= of_git, seed
        assert_lawful(found)
        totals[0] += len(found.conflicts)
        totals[1] += of_git
    assert 2 * totals[0] < totals[1], totals


def test_443_changed_rows_against_182(corpus: Path) -> None:
    """
    One side corrects links and pads rows, the other titles and summaries: nothing is in conflict, and nothing is lost.
    """
    lines = lines_of(corpus / "table.md")
    base = "\n".join(lines)
    ours = "\n".join(branch(lines, Random(443), "ourword", 443, ("retarget", "pad")))
    theirs = "\n".join(branch(lines, Random(182), "theirword", 182, ("reword", "retitle")))
    assert [sum(old != new for old, new in zip(lines, each.split("\n"), strict=True)) for each in (ours, theirs)] == [
        443,
        182,
    ]
    found = markdown.merge(base, ours=ours, theirs=theirs)

    assert found.clean
    assert_lawful(found)
    merged = found.text.split("\n")
    for old, one, other, new in zip(lines, ours.split("\n"), theirs.split("\n"), merged, strict=True):
        assert new == one if other == old else new == other if one == old else new not in (old, one, other)


def test_changes_of_form_on_one_side_survive(corpus: Path) -> None:
    """
    Rows padded by one side and reworded by the other are both, word by word.
    """
    lines, random = lines_of(corpus / "table.md"), Random(7)
    padded = branch(lines, random, "", 400, ("pad",))
    reworded = branch(lines, random, "theirword", 300, ("reword",))
    found = markdown.merge("\n".join(lines), ours="\n".join(padded), theirs="\n".join(reworded))

    for old, one, other, new in zip(lines, padded, reworded, found.text.split("\n"), strict=True):
        cell = old.rstrip().removesuffix("|").rstrip()
        assert new == one.replace(cell, other.rstrip().removesuffix("|").rstrip()) if one != old else new == other
