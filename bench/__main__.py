"""
Every benchmark in one run: `python -m bench [WORD ...]`; how time grows is in `python -m bench.growth`.

With words, only the rows that contain one of them are measured. Real documents are taken where they are at hand
(MLWEEKLY_CORPUS, or the shared folder beside the checkout), else documents that are made up. It exits with 1 if a ratio
is more than is asked.

`python -m bench --against PATH` compares this checkout with another one instead, line by line.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from bench import against, differing, documents, importing, json_codec, merging, reading, validating, writing
from bench.timing import Row, print_table

ROUNDS, ROUNDS_OF_MEMORY = 25, 2


def main() -> int:
    """
    Print the table.
    """
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("words", nargs="*", metavar="WORD")
    parser.add_argument("--against", type=Path, metavar="PATH", help="another checkout of the project")
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    options = parser.parse_args()
    if options.against is not None:
        with tempfile.TemporaryDirectory() as scratch:
            path = Path(scratch) / "table.md"
            path.write_text(documents.table(), encoding="utf-8")
            return int(not against.run(options.against, path, options.rounds))
    words: list[str] = options.words
    print(f"Python {sys.version.split()[0]}")
    is_fast = print_table(_chosen(_rows(), words), options.rounds)
    is_small = print_table(_chosen(json_codec.memory_rows(), words), ROUNDS_OF_MEMORY)
    return int(not (is_fast and is_small))


def _rows() -> Iterator[Row]:
    yield from reading.rows()
    yield from json_codec.rows()
    yield from importing.rows()
    yield from differing.rows()
    yield from merging.rows()
    yield from validating.rows()
    yield from writing.rows()


def _chosen(rows: Iterator[Row], words: list[str]) -> Iterator[Row]:
    return (row for row in rows if not words or any(word in row.work for word in words))


if __name__ == "__main__":
    raise SystemExit(main())
