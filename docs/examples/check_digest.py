"""
Check digests on the command line, in a hook before a commit, or in a workflow.

    python check_digest.py digests/*.md                      what is wrong, a line for each finding
    python check_digest.py --fix digests/*.md                apply the safe fixes; --unsafe-fixes: the proposals, too
    python check_digest.py --write-baseline known.txt ...    remember what is there; then only what is new is reported:
    python check_digest.py --baseline known.txt ...
    python check_digest.py --format github digests/*.md      annotations of a workflow; sarif, json: for programs
    python check_digest.py - < digest.md                     standard input; with --fix, its text to standard output

The exit code is 0 if nothing was found, or a baseline was written, 1 if something was found, and 2 if a digest could
not be checked or an argument is wrong. `pre-commit-config.yaml` and `check-digests.yml` beside this file run it. Needs
mlweekly alone.
"""

from __future__ import annotations

import argparse
import json
import sys
import traceback
from collections.abc import Iterable, Sequence
from pathlib import Path

import mlweekly
from mlweekly import Report, Series, Settings, reports

INPUT = "-"


def main(arguments: Sequence[str] | None = None) -> int:
    """
    Check every file and return the exit code.
    """
    parser = argparse.ArgumentParser(prog="check_digest.py", description="Check weekly digests.")
    parser.add_argument("files", nargs="+", metavar="FILE", help="a digest as Markdown; - is standard input")
    parser.add_argument("--select", default="", metavar="CODES", help="only these rules: D103,L2")
    parser.add_argument("--ignore", default="", metavar="CODES", help="not these rules")
    parser.add_argument("--fix", action="store_true", help="apply the safe fixes")
    parser.add_argument("--unsafe-fixes", action="store_true", help="with --fix: apply the proposed fixes, too")
    parser.add_argument("--baseline", type=Path, metavar="FILE", help="findings that are known")
    parser.add_argument("--write-baseline", type=Path, metavar="FILE", help="write what is found, as known from now on")
    parser.add_argument("--format", choices=["text", "github", "sarif", "json"], default="text")
    options = parser.parse_args(arguments)
    checked: list[Report[Series]] = []
    failed = False
    try:
        select, ignore = (codes.replace(",", " ").split() for codes in (options.select, options.ignore))
        settings = Settings(select=select, ignore=ignore, baseline=known(options.baseline))
        mlweekly.validate(Series(), settings=settings)  # a rule that does not exist is told once, and not for each file
    except (mlweekly.ModelError, OSError) as error:
        parser.error(str(error))
    for name in options.files:
        try:
            checked.append(check(name, settings, fix=options.fix, unsafe=options.unsafe_fixes))
        except (mlweekly.Error, OSError, UnicodeDecodeError) as error:
            print(f"{name}: {error}", file=sys.stderr)
            failed = True
    output = sys.stderr if options.fix and INPUT in options.files else sys.stdout
    print(shown(checked, options.format).rstrip("\n"), file=output)
    if options.write_baseline is not None:
        options.write_baseline.write_text(baseline_of(checked), encoding="utf-8")
    found = options.write_baseline is None and any(report.findings for report in checked)
    return 2 if failed else int(found)


def check(name: str, settings: Settings, *, fix: bool, unsafe: bool) -> Report[Series]:
    """
    Return the report on one file, after its fixes, if any are to be applied.
    """
    # As bytes, so that a fix leaves the ends of the lines as they are.
    text = (sys.stdin.buffer.read() if name == INPUT else Path(name).read_bytes()).decode()
    document = mlweekly.markdown.parse(text, name="stdin" if name == INPUT else name)
    if not any(issue.papers for issue in document.series):
        raise mlweekly.DecodeError("no papers were found in this text", document.problems)
    for problem in document.problems:
        print(f"{document.name}:{problem.line}: {problem.message}", file=sys.stderr)  # what was read with doubt
    report = mlweekly.validate(document, settings=settings)
    if not fix:
        return report
    fixed = document.edited(report.patch(unsafe=unsafe))
    if name == INPUT:
        sys.stdout.buffer.write(fixed.text.encode())
    elif fixed.text != text:
        Path(name).write_bytes(fixed.text.encode())
    return mlweekly.validate(fixed, settings=settings)


def shown(checked: Sequence[Report[Series]], form: str) -> str:
    """
    Return the reports in one of the formats.
    """
    match form:
        case "github":
            return reports.github(checked)
        case "sarif":
            return json.dumps(reports.sarif(checked), ensure_ascii=False, indent=2)
        case "json":
            return json.dumps([reports.data(report) for report in checked], ensure_ascii=False, indent=2)
        case _:
            return "\n".join(map(str, checked))


def known(baseline: Path | None) -> list[str]:
    """
    Return the fingerprints of a baseline, the first word of each line.
    """
    lines = [] if baseline is None else baseline.read_text(encoding="utf-8").splitlines()
    return [line.split()[0] for line in lines if line.strip()]


def baseline_of(checked: Iterable[Report[Series]]) -> str:
    """
    Return a line for each finding: its fingerprint, and for people its rule and message.
    """
    findings = {each.fingerprint: each for report in checked for each in (*report.findings, *report.known)}
    return "".join(f"{key} {each.code} {' '.join(each.message.split())}\n" for key, each in sorted(findings.items()))


if __name__ == "__main__":
    try:
        code = main()
    except Exception:  # noqa: BLE001 - Python ends with 1 for an exception, which would say that something was found
        traceback.print_exc()
        code = 2
    sys.exit(code)
