"""
How two calls are compared on a machine that is shared and noisy.
"""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Callable, Mapping
from pathlib import Path

BESIDE = Path(__file__).resolve().parents[2] / "shared" / "corpus"
CORPUS = Path(os.environ.get("MLWEEKLY_CORPUS") or BESIDE)


def seconds(call: Callable[[], object]) -> float:
    """
    Return how long one call takes.
    """
    start = time.perf_counter()
    call()
    return time.perf_counter() - start


def processor_seconds(call: Callable[[], object]) -> float:
    """
    Return how much processor time one call takes, which other processes disturb less.
    """
    start = time.process_time()
    call()
    return time.process_time() - start


def compare(title: str, contenders: Mapping[str, Callable[[], float]], bound: float, rounds: int) -> bool:
    """
    Let two contenders take turns, print their medians and the median of the ratios pair by pair.

    Args:
        title: What is measured.
        contenders: Ours first, then the peer; each call returns the seconds that it took.
        bound: The highest ratio of ours to the peer's.
        rounds: How many turns each takes, after one that is not counted.

    Returns:
        Whether the ratio is within the bound.
    """
    for measure in contenders.values():
        measure()
    times = [[measure() for measure in contenders.values()] for _ in range(rounds)]
    ratio = statistics.median(ours / peer for ours, peer in times)
    medians = [statistics.median(column) * 1000 for column in zip(*times, strict=True)]
    shown = ", ".join(f"{name} {median:.2f} ms" for name, median in zip(contenders, medians, strict=True))
    verdict = "within" if ratio <= bound else "BEYOND"
    print(f"{title}: {shown}, ratio {ratio:.3f}, {verdict} the bound of {bound:.3f}")
    return ratio <= bound
