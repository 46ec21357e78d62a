"""
What is timed on two versions of the package: calls of the public API that both of them have.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from itertools import count
from pathlib import Path

import mlweekly
from bench.hostile import arxiv_url
from bench.made_up import OPEN_DIALECTS, made_up_digest
from bench.merging import edited
from bench.timing import processor_seconds
from mlweekly import Link, Series, reports
from mlweekly.changes import word_changes
from mlweekly.dates import find_range
from mlweekly.identifiers import target_of

REPEATS_OF_ISSUE, URLS = 20, 1_000
IMPORT = "import time; s = time.process_time(); from mlweekly import {}; print(time.process_time() - s)"
NUMBERS = count()
"""
Numbers that no call had before, so that nothing is remembered of them.
"""


def lines(text: str, history: Path) -> dict[str, Callable[[], float]]:
    """
    Return every line by name; a call of one returns the processor time that it took, in seconds.

    Args:
        text: A document in the table dialect.
        history: A folder of edits, if it exists.
    """
    series = mlweekly.markdown.loads_series(text)
    calls = {
        "parse: the document": lambda: mlweekly.markdown.parse(text),
        **dict(_dialects(series)),
        **dict(_json(series)),
        "validate: the document": lambda: mlweekly.validate(mlweekly.markdown.parse(text)),
        "validate: the series": lambda: mlweekly.validate(series),
        "reports.text": lambda: reports.text(series),
        "reports.html": lambda: reports.html(series),
        "target_of": lambda: [target_of(arxiv_url(next(NUMBERS))) for _ in range(URLS)],
        "find_range": lambda: [find_range(issue.title or "") for _ in range(10) for issue in series],
        "Link": lambda: [Link(arxiv_url(number), "Paper") for number in range(URLS)],
        **dict(_changes(text, series, history)),
    }
    imports = {f"import {names}": partial(_import, names) for names in ("Issue, LinkSet, validate", "markdown")}
    return {**imports, **{name: partial(processor_seconds, call) for name, call in calls.items()}}


def _import(names: str) -> float:
    done = subprocess.run([sys.executable, "-c", IMPORT.format(names)], capture_output=True, check=True, text=True)
    return float(done.stdout)


def _dialects(series: Series) -> Iterator[tuple[str, Callable[[], object]]]:
    week = series.issues[0]
    for dialect in OPEN_DIALECTS:
        yield f"parse: {dialect}", partial(mlweekly.markdown.parse, made_up_digest(dialect), dialect=dialect)
    for dialect in mlweekly.markdown.DIALECTS.keys() - set(OPEN_DIALECTS):
        document = mlweekly.markdown.dumps(week, dialect=dialect, lossy=True) * REPEATS_OF_ISSUE
        yield f"parse: {dialect}", partial(mlweekly.markdown.parse, document, dialect=dialect)
        yield f"dumps: {dialect}", partial(mlweekly.markdown.dumps, week, dialect=dialect, lossy=True)


def _json(series: Series) -> Iterator[tuple[str, Callable[[], object]]]:
    stored = mlweekly.json.dumps(series)
    yield "json.loads", lambda: mlweekly.json.loads_series(stored)
    yield "json.dumps", lambda: mlweekly.json.dumps(series)


def _changes(text: str, series: Series, history: Path) -> Iterator[tuple[str, Callable[[], object]]]:
    later, other = edited(series, 0), edited(series, 1)
    patch = mlweekly.diff(series, later)
    words = " ".join(f"word{number % 97} of some {number * 7 % 53} kinds, and" for number in range(200))
    yield "diff: one paper", lambda: mlweekly.diff(series, later)
    yield "merge: two papers", lambda: mlweekly.merge(series, ours=later, theirs=other)
    yield "apply", lambda: patch.apply(series)
    yield "edit", lambda: mlweekly.markdown.edit(text, patch)
    yield "word_changes", lambda: word_changes(words, words.replace("7", "x"))
    edits = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(history.glob("H*.json"))]
    sides = [[mlweekly.markdown.loads_series(edit[side]) for side in ("before", "after")] for edit in edits]
    if sides:
        yield "diff: real edits", lambda: [mlweekly.diff(before, after) for before, after in sides]
