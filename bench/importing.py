"""
What a fresh interpreter needs to import names, and to parse, validate and print, beside the import of pydantic.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from functools import partial

import mlweekly
from bench import documents
from bench.timing import Row, version_of

TIMED = "import time; start = time.process_time(); {}; cost = time.process_time() - start; print(cost, file=sys.stderr)"
NAMES = "from mlweekly import Issue, LinkSet, validate"
FIRST_USE = "import mlweekly; print(mlweekly.validate(mlweekly.markdown.parse({!r})))"
PEER = "from pydantic import BaseModel"


def rows() -> Iterator[Row]:
    """
    Yield a row for the import, and one for the first use.
    """
    small = documents.written("table")[:2_000].rpartition("\n")[0] + "\n"
    assert mlweekly.markdown.parse(small).series.issues
    peer = version_of("pydantic", "import")
    with tempfile.TemporaryDirectory() as compiled:
        theirs, names = partial(fresh, PEER, compiled), partial(fresh, NAMES, compiled)
        yield Row("import Issue, LinkSet, validate", peer, 0.55, names, theirs)
        first_use = partial(fresh, FIRST_USE.format(small), compiled)
        yield Row("parse, validate, print a small issue", peer, 2.0, first_use, theirs)


def fresh(statement: str, compiled: str) -> float:
    """
    Return the processor time of a statement in an interpreter of its own, whose start is not counted.

    Args:
        statement: What is run.
        compiled: The folder for what Python compiles; the first turn, which is not counted, fills it.
    """
    command = [sys.executable, "-c", f"import sys; {TIMED.format(statement)}"]
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    done = subprocess.run(
        command,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        check=True,
        text=True,
        env={**environment, "PYTHONPYCACHEPREFIX": compiled},
    )
    return float(done.stderr)
