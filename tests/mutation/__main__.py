"""
Run the tests on a seeded sample of mutants, and say which of them no test notices.

The tests of a mutant are those that run its line, the fastest first; they are told by one run with coverage, which is
kept in `.mutation`. A mutant of a line that runs when its module is imported is shown to all tests that run the module.

    python -m tests.mutation changes markdown --mutants 70 --seed 8

A mutant that cannot be told from the code, or does not matter, is listed with its reason in `equivalent.toml`.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue

from coverage import CoverageData

from tests.mutation.mutants import Mutant, sample

ROOT = Path(__file__).resolve().parents[2]
KEPT = ROOT / ".mutation"
ROOMS = ("changes", "markdown", "validation", "identifiers", "dates", "json")
COPIED = ("src", "tests", "docs", "bench", "pyproject.toml", "README.md", "CHANGELOG.md", "CONTRIBUTING.md")
FEW = 3
LONGEST = 300
"""
The seconds after which a mutant that goes on and on counts as noticed.
"""


def main() -> None:
    """
    Print every mutant that no test notices, and how many of each room are noticed.
    """
    parser = argparse.ArgumentParser(prog="python -m tests.mutation", description=__doc__)
    parser.add_argument("rooms", nargs="*", default=ROOMS, help="folders or modules of the package")
    parser.add_argument("--mutants", type=int, default=70, help="how many of each room")
    parser.add_argument("--seed", type=int, default=8)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--again", action="store_true", help="ask anew which test runs which line")
    arguments = parser.parse_args()
    lines, seconds = tests_by_line(again=arguments.again)
    excused = dict(excuses())
    mutants = [each for room in arguments.rooms for each in sample(ROOT, room, arguments.mutants, arguments.seed)]
    noticed, total, equivalent = Counter[str](), Counter[str](), Counter[str]()
    for mutant, outcome in outcomes(mutants, lines, seconds, arguments.workers):
        room = mutant.module.split("/")[2].removesuffix(".py")
        total[room] += 1
        if outcome != "survived":
            noticed[room] += 1
        elif mutant.key in excused:
            equivalent[room] += 1
        else:
            print(f"{outcome} {mutant.module}:{mutant.line}\n  - {mutant.before}\n  + {mutant.after}", flush=True)
    for room, count in total.items():
        print(f"{room}: {noticed[room]} of {count} noticed, {equivalent[room]} shown to be equivalent")


def excuses() -> Iterator[tuple[tuple[str, str, str], str]]:
    """
    Yield each mutant that is known not to matter, with the reason.
    """
    listed = tomllib.loads((Path(__file__).parent / "equivalent.toml").read_text(encoding="utf-8"))
    for mutant in listed.get("mutant", ()):
        yield (mutant["module"], mutant["before"], mutant["after"]), mutant["reason"]


def tests_by_line(*, again: bool) -> tuple[Mapping[str, Mapping[int, Sequence[str]]], Mapping[str, float]]:
    """
    Return the tests that run each line of each module, and the seconds that each test takes.
    """
    data, report = KEPT / "coverage", KEPT / "seconds.json"
    if again or not data.exists() or not report.exists():
        KEPT.mkdir(exist_ok=True)
        environment = {**os.environ, "COVERAGE_FILE": str(data), "MUTATION_SECONDS": str(report)}
        command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "tests.mutation.plugin"]
        subprocess.run(
            [*command, "--cov", "--cov-context=test", "--cov-report="], cwd=ROOT, env=environment, check=True
        )
    found = CoverageData(str(data))
    found.read()
    lines: dict[str, dict[int, list[str]]] = {}
    for path in found.measured_files():
        module = Path(path).relative_to(ROOT).as_posix()
        lines[module] = {
            line: sorted({context.rpartition("|")[0] for context in contexts if context})
            for line, contexts in found.contexts_by_lineno(path).items()
        }
    return lines, json.loads(report.read_text())


def outcomes(
    mutants: Sequence[Mutant],
    lines: Mapping[str, Mapping[int, Sequence[str]]],
    seconds: Mapping[str, float],
    workers: int,
) -> Iterator[tuple[Mutant, str]]:
    """
    Yield each mutant with "noticed", "survived" or "never ran"; each worker has a copy of the checkout.
    """
    with tempfile.TemporaryDirectory() as scratch:
        folders: SimpleQueue[Path] = SimpleQueue()
        for worker in range(workers):
            folder = Path(scratch) / str(worker) / "main"
            for name in COPIED:
                source = ROOT / name
                ignored = shutil.ignore_patterns("__pycache__")
                if source.is_dir():
                    shutil.copytree(source, folder / name, ignore=ignored)
                else:
                    shutil.copy(source, folder / name)
            folders.put(folder)

        def judge(mutant: Mutant) -> str:
            tests = tests_of(mutant, lines, seconds)
            if not tests:
                return "survived"
            folder = folders.get()
            try:
                return judged(folder, mutant, tests)
            finally:
                folders.put(folder)

        with ThreadPoolExecutor(workers) as pool:
            yield from zip(mutants, pool.map(judge, mutants), strict=True)


def tests_of(
    mutant: Mutant, lines: Mapping[str, Mapping[int, Sequence[str]]], seconds: Mapping[str, float]
) -> Sequence[str]:
    """
    Return the tests that could notice a mutant, the fastest first.

    What is cached, such as a compiled expression, runs in the first test alone that needs it, though many use it: where
    few tests run a line, all that run its module are asked, and all of its room: a test may use what was made when its
    own module was imported, such as a schema.
    """
    of_module = lines.get(mutant.module, {})
    tests: Collection[str] = of_module.get(mutant.line, ())
    if len(tests) < FEW:
        room = "/".join(["tests", *mutant.module.split("/")[2:3], ""])
        tests = {test for each in of_module.values() for test in each} | {
            test for test in seconds if test.startswith(room)
        }
    return sorted(tests, key=lambda test: (seconds.get(test, 0.0), test))


def judged(folder: Path, mutant: Mutant, tests: Sequence[str]) -> str:
    """
    Return what the tests say of a mutant.
    """
    target, chosen = folder / mutant.module, folder / "chosen.json"
    original = target.read_text()
    chosen.write_text(json.dumps(tests))
    target.write_text(mutant.source)
    corpus = os.environ.get("MLWEEKLY_CORPUS") or str(ROOT.parent / "shared" / "corpus")
    environment = {**os.environ, "PYTHONPATH": str(folder / "src"), "MLWEEKLY_CORPUS": corpus}
    environment |= {"PYTHONDONTWRITEBYTECODE": "1"}
    environment |= {"MUTATION_TESTS": str(chosen)}
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", "-p", "tests.mutation.plugin"]
    command += sorted({test.partition("::")[0] for test in tests})
    try:
        run = subprocess.run(command, cwd=folder, env=environment, capture_output=True, timeout=LONGEST, check=False)
    except subprocess.TimeoutExpired:
        return "noticed"
    finally:
        target.write_text(original)
    if run.returncode not in (0, 1, 2):
        raise RuntimeError(run.stdout.decode() + run.stderr.decode())
    return "survived" if run.returncode == 0 else "noticed"


if __name__ == "__main__":
    main()
