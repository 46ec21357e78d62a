"""
Every benchmark in one run: `python -m bench [table.md]`; how time grows is in `python -m bench.growth`.

Without an argument it takes `table.md` of the real documents where they are at hand (MLWEEKLY_CORPUS, or the shared
folder beside the checkout), else a document that is made up. It exits with 1 if a ratio is beyond its bound.

`python -m bench --against PATH` compares this checkout with another one instead, line by line.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

import mlweekly
from bench import against, differing, importing, json_codec, merging, reading, validating
from bench.made_up import made_up_series
from bench.timing import CORPUS

ROUNDS = 25


def main() -> int:
    """
    Run the benchmarks one after the other.
    """
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("document", nargs="?", type=Path, default=CORPUS / "table.md")
    parser.add_argument("--against", type=Path, metavar="PATH", help="another checkout of the project")
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        path: Path = options.document
        if not path.is_file():
            path = Path(scratch) / "table.md"
            path.write_text(mlweekly.markdown.dumps(made_up_series(), dialect="table"), encoding="utf-8")
        if options.against is not None:
            return int(not against.run(options.against, path, options.rounds))
        return int(not run(path.read_text(encoding="utf-8"), options.rounds))


def run(text: str, rounds: int) -> bool:
    """
    Compare with other people's libraries, and tell whether every ratio is within its bound.
    """
    series = mlweekly.markdown.loads_series(text)
    papers = sum(len(issue.papers) for issue in series)
    print(f"{len(series)} issues, {papers} papers, {len(text)} characters, Python {sys.version.split()[0]}")
    return all(
        [
            reading.run(text, rounds),
            json_codec.run(mlweekly.json.dumps(series), rounds),
            importing.run(rounds),
            merging.run(rounds),
            differing.run(rounds),
            validating.run(text, rounds),
        ]
    )


if __name__ == "__main__":
    raise SystemExit(main())
