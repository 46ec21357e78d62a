"""
Differences between real states of a week, beside other people's: how many operations, and how fast.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from difflib import SequenceMatcher
from pathlib import Path

import deepdiff
import dictdiffer
import jsonpatch

import mlweekly
from bench.timing import CORPUS, compare, seconds
from mlweekly.changes import word_changes, words_of

PEER_BOUND = 0.25
FEW_WORDS_BOUND = 1.0
MANY_WORDS_BOUND = 0.5
REPEATS = 5


def pairs_of(directory: Path) -> list[tuple[mlweekly.Issue, mlweekly.Issue]]:
    """
    Return the issues before and after each edit, of the pairs whose two sides hold as many.
    """
    pairs: list[tuple[mlweekly.Issue, mlweekly.Issue]] = []
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


def run(rounds: int) -> bool:
    """
    Print the counts and the times, and tell whether all of them are within their bounds.
    """
    results = [_run_words(rounds)]
    if (CORPUS / "history").is_dir():
        results.extend(_run_history(rounds))
    return all(results)


def _run_history(rounds: int) -> list[bool]:
    pairs = pairs_of(CORPUS / "history")
    data = [(mlweekly.json.to_data(old), mlweekly.json.to_data(new)) for old, new in pairs]
    ours = sum(len(mlweekly.diff(old, new)) for old, new in pairs)
    counts = {
        "jsonpatch": sum(len(jsonpatch.make_patch(old, new).patch) for old, new in data),
        "dictdiffer": sum(len(list(dictdiffer.diff(old, new))) for old, new in data),
        "deepdiff": sum(deep_count(old, new) for old, new in data),
    }
    shown = ", ".join(f"{name} {count}" for name, count in counts.items())
    print(f"operations on {len(pairs)} pairs: ours {ours}, {shown}")
    results = [ours <= min(counts.values())]
    peers: dict[str, tuple[Callable[[object, object], object], float]] = {
        "dictdiffer": (lambda old, new: list(dictdiffer.diff(old, new)), PEER_BOUND),
        "jsonpatch": (jsonpatch.make_patch, float("inf")),
        "deepdiff": (deep_count, float("inf")),
    }
    for name, (peer, bound) in peers.items():
        contenders = {
            "diff": lambda: seconds(lambda: [mlweekly.diff(old, new) for old, new in pairs]),
            name: lambda peer=peer: seconds(lambda: [peer(old, new) for old, new in data]),
        }
        turns = rounds if name == "dictdiffer" else max(3, rounds // 5)
        results.append(compare("differences of the pairs", contenders, bound, turns))
    return results


def _run_words(rounds: int) -> bool:
    text = " ".join(f"word{number % 97} of some {number * 7 % 53} kinds, and" for number in range(50))[:1300]
    words = words_of(text)
    letters = [place for place, word in enumerate(words) if word.isalpha()]
    results: list[bool] = []
    for title, places, bound in (
        ("three words of a text", letters[5 :: len(letters) // 3][:3], FEW_WORDS_BOUND),
        ("every third word of a text", letters[::3], MANY_WORDS_BOUND),
    ):
        edited = [f"{word[::-1]}x" if place in set(places) else word for place, word in enumerate(words)]
        other = "".join(edited)
        others = words_of(other)
        contenders = {
            "words": lambda other=other: seconds(lambda: [word_changes(text, other) for _ in range(REPEATS)]),
            "difflib": lambda others=others: seconds(
                lambda: [SequenceMatcher(None, words, others).get_opcodes() for _ in range(REPEATS)]
            ),
        }
        results.append(compare(title, contenders, bound, rounds))
    return all(results)
