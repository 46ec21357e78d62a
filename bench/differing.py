"""
Differences between real states of a week, beside other people's: how many operations, and how fast.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import partial
from pathlib import Path

import attrs
import deepdiff
import dictdiffer
import jsonpatch

import mlweekly
from bench.made_up import made_up_series
from bench.timing import CORPUS, Row, seconds_of, version_of
from mlweekly import Issue, Text
from mlweekly.changes import word_changes, words_of


def pairs_of(directory: Path) -> list[tuple[Issue, Issue]]:
    """
    Return the issues before and after each edit, of the pairs whose two sides hold as many.
    """
    pairs: list[tuple[Issue, Issue]] = []
    for path in sorted(directory.glob("H*.json")):
        edit = json.loads(path.read_text(encoding="utf-8"))
        sides = [mlweekly.markdown.loads_series(edit[side]).issues for side in ("before", "after")]
        pairs.extend(zip(*sides, strict=True))
    return pairs


def deep_count(old: object, new: object) -> int:
    """
    Return how many changes deepdiff lists.
    """
    found = deepdiff.DeepDiff(old, new)
    return sum(len(changes) for changes in found.values())


def rows() -> Iterator[Row]:
    """
    Yield the rows of the real pairs, of rewritten weeks and of words; print how many operations each library needs.
    """
    yield from _pairs("diff of all real pairs", pairs_of(CORPUS / "history"), 0.18)
    yield from _pairs("diff of rewritten weeks", _rewritten(), 0.30)
    yield from _words()


def _pairs(work: str, pairs: list[tuple[Issue, Issue]], asked: float) -> Iterator[Row]:
    if not pairs:
        return
    data = [(mlweekly.json.to_data(old), mlweekly.json.to_data(new)) for old, new in pairs]
    counts = {
        "ours": sum(len(mlweekly.diff(old, new)) for old, new in pairs),
        "jsonpatch": sum(len(jsonpatch.make_patch(old, new).patch) for old, new in data),
        "dictdiffer": sum(len(list(dictdiffer.diff(old, new))) for old, new in data),
        "deepdiff": sum(deep_count(old, new) for old, new in data),
    }
    print(f"{work}, operations: {', '.join(f'{name} {count}' for name, count in counts.items())}")
    ours = seconds_of(lambda: [mlweekly.diff(old, new) for old, new in pairs])
    theirs = seconds_of(lambda: [list(dictdiffer.diff(old, new)) for old, new in data])
    yield Row(work, version_of("dictdiffer"), asked, ours, theirs)


def _rewritten() -> list[tuple[Issue, Issue]]:
    """
    Return weeks of which every title and summary was written anew, and half of the papers moved.
    """
    pairs: list[tuple[Issue, Issue]] = []
    for issue in made_up_series().issues[:10]:
        papers = [
            attrs.evolve(
                paper,
                title=Text(f"{paper.title}, revised"),
                summary=Text(" ".join(word[::-1] for word in str(paper.summary).split())),
            )
            for paper in issue.papers
        ]
        pairs.append((issue, attrs.evolve(issue, papers=papers[5:] + papers[:5])))
    return pairs


def _words() -> Iterator[Row]:
    text = " ".join(f"word{number % 97} of some {number * 7 % 53} kinds, and" for number in range(50))[:1300]
    words = words_of(text)
    letters = [place for place, word in enumerate(words) if word.isalpha()]
    for work, places, asked in (
        ("changes: three words of a text", letters[5 :: len(letters) // 3][:3], 1.0),
        ("changes: every third word of a text", letters[::3], 0.5),
    ):
        edited = [f"{word[::-1]}x" if place in set(places) else word for place, word in enumerate(words)]
        ours = seconds_of(partial(word_changes, text, "".join(edited)))
        matcher = partial(SequenceMatcher[str], None, words, words_of("".join(edited)))
        yield Row(work, "difflib", asked, ours, seconds_of(lambda matcher=matcher: matcher().get_opcodes()))
