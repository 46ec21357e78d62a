"""
Every benchmark in one run: `python -m bench [table.md]`.

Without an argument it takes `table.md` of the real documents where they are at hand (MLWEEKLY_CORPUS, or the shared
folder beside the checkout), else a document that is made up. It exits with 1 where a ratio is beyond its bound.
"""

from __future__ import annotations

import sys
from pathlib import Path

import mlweekly
from bench import differing, growth, importing, json_codec, merging, reading, validating
from bench.made_up import made_up_series
from bench.timing import CORPUS

ROUNDS = 25


def main() -> int:
    """
    Run the benchmarks one after the other.
    """
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else CORPUS / "table.md"
    is_real = len(sys.argv) > 1 or path.is_file()
    text = path.read_text(encoding="utf-8") if is_real else mlweekly.markdown.dumps(made_up_series(), dialect="table")
    series = mlweekly.markdown.loads_series(text)
    papers = sum(len(issue.papers) for issue in series)
    print(f"{len(series)} issues, {papers} papers, {len(text)} characters, Python {sys.version.split()[0]}")
    results = [
        reading.run(text, ROUNDS),
        json_codec.run(mlweekly.json.dumps(series), ROUNDS),
        importing.run(ROUNDS),
        merging.run(ROUNDS),
        differing.run(ROUNDS),
        growth.run(),
        validating.run(text, ROUNDS),
    ]
    return int(not all(results))


if __name__ == "__main__":
    raise SystemExit(main())
