"""
`from mlweekly import Issue, LinkSet, validate` beside `from pydantic import BaseModel`, each in a fresh interpreter.
"""

from __future__ import annotations

import subprocess
import sys

from bench.timing import compare

BOUND = 0.75
TIMED = "import time; start = time.perf_counter(); {}; print(time.perf_counter() - start)"


def run(rounds: int) -> bool:
    """
    Compare the two, and tell whether ours is within the bound.
    """
    return compare(
        "import",
        {
            "mlweekly": lambda: fresh("from mlweekly import Issue, LinkSet, validate"),
            "pydantic": lambda: fresh("from pydantic import BaseModel"),
        },
        BOUND,
        rounds,
    )


def fresh(statement: str) -> float:
    """
    Return how long a statement takes in an interpreter of its own, its start not counted.
    """
    done = subprocess.run([sys.executable, "-c", TIMED.format(statement)], capture_output=True, check=True, text=True)
    return float(done.stdout)
