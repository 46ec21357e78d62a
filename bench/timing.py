"""
How two calls are compared on a machine that is shared and noisy.
"""

from __future__ import annotations

import gc
import importlib.metadata
import os
import random
import statistics
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple, TypeAlias

BESIDE = Path(__file__).resolve().parents[2] / "shared" / "corpus"
CORPUS = Path(os.environ.get("MLWEEKLY_CORPUS") or BESIDE)
TURN = 0.01
"""
The seconds that a turn takes at least: a call that is faster is repeated.
"""

Measure: TypeAlias = Callable[[], float]


class Row(NamedTuple):
    """
    A row of the table: some work of ours beside work of a peer on the same contents.

    Attributes:
        work: What is measured.
        peer: What it is measured beside, with the version.
        asked: The highest ratio that the project asks of itself; None where a row is only shown.
        ours: Returns what our work costs, in seconds of processor time or in bytes.
        theirs: Returns what the peer's costs.
    """

    work: str
    peer: str
    asked: float | None
    ours: Measure
    theirs: Measure


def version_of(package: str, what: str = "") -> str:
    """
    Return the name of a package and its version, and what of it is measured.
    """
    return " ".join(filter(None, [package, importlib.metadata.version(package), what]))


def processor_seconds(call: Callable[[], object]) -> float:
    """
    Return how much processor time one call takes on this thread, which other processes disturb less than the clock.
    """
    start = time.thread_time()
    call()
    return time.thread_time() - start


def seconds_of(call: Callable[[], object]) -> Measure:
    """
    Return what measures a call: the processor time that it takes, of as many calls as fill a turn.
    """
    repeats = 0

    def measure() -> float:
        nonlocal repeats
        gc.collect()
        if not repeats:
            repeats = max(1, round(TURN / max(processor_seconds(call), 1e-6)))
        return processor_seconds(lambda: [call() for _ in range(repeats)]) / repeats

    return measure


def print_table(rows: Iterable[Row], rounds: int) -> bool:
    """
    Print each row, and return whether every ratio is what is asked.

    The two contenders take turns, in an order that is drawn anew for each round, so that both meet the same moments of
    the machine. What is compared is the median of the ratios, round by round; the first round is not counted.
    """
    print(f"{'work':46} {'peer':38} {'ratio':>6} {'quartiles':>13} {'asked':>6}")
    beyond = 0
    for row in rows:
        low, ratio, high = statistics.quantiles(_ratios(row, rounds), n=4)
        beyond += row.asked is not None and ratio > row.asked
        asked = "" if row.asked is None else f"{row.asked:6.2f}{' <== MORE' if ratio > row.asked else ''}"
        print(f"{row.work:46} {row.peer:38} {ratio:6.2f} {low:6.2f}-{high:<6.2f} {asked}", flush=True)
    print(f"{beyond} rows take more than is asked")
    return beyond == 0


def _ratios(row: Row, rounds: int) -> list[float]:
    draw = random.Random(row.work)
    contenders = {"ours": row.ours, "theirs": row.theirs}
    ratios: list[float] = []
    for _ in range(rounds + 1):
        cost = {name: contenders[name]() for name in draw.sample(sorted(contenders), k=2)}
        ratios.append(cost["ours"] / cost["theirs"])
    return ratios[1:]
