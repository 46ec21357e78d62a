"""
How time and memory grow with the size of hostile input: `python -m bench.growth [WORD ...]`.

Every call is measured at n and at 4 n, in processor time. A ratio of 4 is linear growth, a ratio of 16 is quadratic.
n is doubled until the call takes long enough to measure, and no further, so a slow row ends soon too. With words, only
rows whose room or name contains one of them are measured.
"""

from __future__ import annotations

import gc
import sys
import time
import tracemalloc
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from bench.case import Case, Family, Prepare
from bench.growing import cases

FACTOR, BOUND = 4, 6.0
# Where many inputs are tried, each is tried with less care, and the worst again with more.
LONG_ENOUGH, LONG_ENOUGH_OF_MANY = 0.05, 0.02
SMALLEST, LARGEST, LARGEST_OF_MANY, OF_MEMORY = 125, 1_024_000, 256_000, 8_000
# What takes less than this for four times the largest size is fast enough, and its ratio is noise.
FAST = 0.06
SUSPECT = 0.6
TURNS = 2
MEMORY = ", peak of memory"


class Growth(NamedTuple):
    """
    What a call takes at n and at 4 n, in seconds or in bytes.
    """

    size: int
    before: float
    after: float

    @property
    def ratio(self) -> float:
        """
        How many times as much four times the size takes.
        """
        return self.after / self.before

    @property
    def is_beyond(self) -> bool:
        """
        Whether it grows more than the bound allows.
        """
        return self.ratio > BOUND and self.after > FAST


def seconds(prepare: Prepare, size: int, turns: int = 1) -> float:
    """
    Return the processor time of a call on fresh input, the least of some turns.
    """
    return min(_seconds(prepare(size)) for _ in range(turns))


def _seconds(call: Callable[[], object]) -> float:
    gc.collect()
    gc.disable()
    try:
        start = time.process_time()
        call()
        return time.process_time() - start
    finally:
        gc.enable()


def growth_of(prepare: Prepare, long_enough: float = LONG_ENOUGH, largest: int = LARGEST) -> Growth:
    """
    Return how the time of a call grows, from the first size that takes long enough.

    What seems to grow too much is asked again at a larger size, as long as that is quick: a first use, or a step from
    one cache of the processor to the next, is no growth.
    """
    prepare(SMALLEST)()
    size = SMALLEST
    while (before := seconds(prepare, size)) < long_enough and size < largest:
        size *= 2
    growth = Growth(size, min(before, seconds(prepare, size)), seconds(prepare, FACTOR * size))
    if growth.is_beyond and growth.after < SUSPECT:
        size *= FACTOR
        return Growth(size, seconds(prepare, size, TURNS), seconds(prepare, FACTOR * size))
    return growth


def memory_growth_of(prepare: Prepare, size: int) -> Growth:
    """
    Return how the peak of memory of a call grows.
    """
    return Growth(size, *(_peak(prepare(size * factor)) for factor in (1, FACTOR)))


def _peak(call: Callable[[], object]) -> float:
    gc.collect()
    tracemalloc.start()
    try:
        call()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def rows(case: Case | Family) -> Iterator[tuple[str, str, Growth]]:
    """
    Measure a case, and yield the rows that it takes in the table: room, name and growth.
    """
    if isinstance(case, Family):
        growths = {
            member: growth_of(call, LONG_ENOUGH_OF_MANY, LARGEST_OF_MANY) for member, call in case.members.items()
        }
        worst = max(growths, key=lambda member: growths[member].ratio if growths[member].after > FAST else 0)
        growths[worst] = growth_of(case.members[worst])
        beyond = [member for member, growth in growths.items() if growth.is_beyond]
        for member in beyond or [worst]:
            yield case.room, f"{case.name}: {member!r}, {len(growths)} tried", growths[member]
        return
    growth = growth_of(case.prepare)
    yield case.room, case.name, growth
    if case.memory:
        yield case.room, f"{case.name}{MEMORY}", memory_growth_of(case.prepare, min(growth.size, OF_MEMORY))


def run(words: Iterable[str] = ()) -> bool:
    """
    Print the table, and return whether nothing grows more than the bound allows.
    """
    wanted = tuple(words)
    beyond = 0
    print(f"{'room':12} {'n':>8} {'at n':>10} {f'at {FACTOR} n':>10} {'ratio':>6}  what")
    for case in cases():
        if wanted and not any(word in f"{case.room} {case.name}" for word in wanted):
            continue
        for room, name, growth in rows(case):
            beyond += growth.is_beyond
            before, after = (_shown(amount, name) for amount in (growth.before, growth.after))
            mark = " <== MORE THAN LINEAR" if growth.is_beyond else ""
            print(f"{room:12} {growth.size:8} {before:>10} {after:>10} {growth.ratio:6.1f}  {name}{mark}", flush=True)
    print(f"{beyond} rows beyond {BOUND:.0f} times the time or memory for {FACTOR} times the size")
    return beyond == 0


def _shown(amount: float, name: str) -> str:
    return f"{amount / 2**20:.1f} MiB" if name.endswith(MEMORY) else f"{amount:.3f} s"


if __name__ == "__main__":
    raise SystemExit(int(not run(sys.argv[1:])))
