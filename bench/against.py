"""
The same lines on this checkout and on another one, in one run: `python -m bench --against PATH`.

Each side is a process of its own, which is asked for one turn of one line at a time, so that both meet the same moments
of a shared machine. What is compared is processor time.
"""

from __future__ import annotations

import contextlib
import math
import os
import statistics
import subprocess
import sys
from pathlib import Path
from typing import Self

import mlweekly
from bench.lines import lines
from bench.timing import CORPUS

ROOT = Path(__file__).resolve().parents[1]
SLOWER = 1.1
TURN = 0.03
"""
The seconds that a turn takes at least: a call that is faster is repeated.
"""


class Side:
    """
    A process that imports the package of a checkout and times what it is asked for.
    """

    def __init__(self, checkout: Path, document: Path) -> None:
        source = str(checkout.resolve() / "src")
        self._process = subprocess.Popen(
            [sys.executable, "-m", "bench.against", source, str(document)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": source, "PYTHONHASHSEED": "0"},
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.communicate()

    def ask(self, question: str) -> str:
        """
        Return the line that the process answers.
        """
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(f"{question}\n")
        self._process.stdin.flush()
        return self._process.stdout.readline().strip()


def run(checkout: Path, document: Path, rounds: int) -> bool:
    """
    Print the median time of each line on both sides, and their ratio; return whether no line is slower.
    """
    slower = 0
    print(f"{'line':28} {'here':>10} {'there':>10} {'here/there':>10}")
    with contextlib.ExitStack() as stack:
        sides = [stack.enter_context(Side(root, document)) for root in (ROOT, checkout)]
        shared = [set(side.ask("").split("\t")) for side in sides]
        for name in sorted(shared[0] & shared[1]):
            repeats = math.ceil(TURN / max(float(side.ask(f"{name}\t1")) for side in sides))
            question = f"{name}\t{repeats}"
            turns = [[float(side.ask(question)) / repeats for side in sides] for _ in range(rounds)]
            here, there = map(statistics.median, zip(*turns, strict=True))
            ratio = statistics.median(ours / theirs for ours, theirs in turns)
            is_slower = ratio > SLOWER
            slower += is_slower
            print(f"{name:28} {here * 1000:7.2f} ms {there * 1000:7.2f} ms {ratio:10.2f}{' <== SLOWER' * is_slower}")
    print(f"{slower} lines take more than {SLOWER} times as long as in {checkout}")
    return slower == 0


def answer(source: str, document: str) -> None:
    """
    Answer each line of the standard input: an empty one with the names of all lines, a name and a number with seconds.
    """
    if not mlweekly.__path__[0].startswith(source):
        raise SystemExit(f"expected the package of {source}, got {mlweekly.__path__[0]}")
    known = lines(Path(document).read_text(encoding="utf-8"), CORPUS / "history")
    for question in map(str.strip, sys.stdin):
        name, _, repeats = question.partition("\t")
        print(sum(known[name]() for _ in range(int(repeats))) if name else "\t".join(known), flush=True)


if __name__ == "__main__":
    answer(*sys.argv[1:])
