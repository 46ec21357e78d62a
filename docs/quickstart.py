"""
Find a wrong week in a digest, see why it is wrong, put it right, and write the result.

Reads the Japanese post in docs/samples/, a title of June over papers of September; writes to docs/output/.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import mlweekly

DOCS = Path(__file__).resolve().parent
SAMPLE = DOCS / "samples" / "2024-09-16.ja.md"
OUTPUT = DOCS / "output"


def shown(path: Path) -> str:
    """
    Return a path as seen from the project's folder.
    """
    return path.relative_to(DOCS.parent).as_posix()


def main() -> None:
    """
    Read, check, fix, write.
    """
    # The library opens no files: text comes from you, and goes back to you.
    document = mlweekly.markdown.parse(SAMPLE.read_text(encoding="utf-8"), name=shown(SAMPLE))
    report = mlweekly.validate(document)

    print(report)
    for finding in report.findings:
        for name, seen in finding.evidence.items():
            if isinstance(seen, Mapping):
                print(f"  {name}:")
                for target, day in seen.items():
                    print(f"    {day}  {target}")
            else:
                print(f"  {name}: {seen}")

    # A new title is a proposal and not a matter of form, so it is made only when asked for.
    print("\nThe fix:")
    for operation in report.patch(unsafe=True):
        print(f"  {operation}")
    fixed = report.fix(unsafe=True)[0]

    OUTPUT.mkdir(exist_ok=True)
    print("\nWritten:")
    for suffix, text in ((".json", mlweekly.json.dumps(fixed, indent=2)), (".md", mlweekly.markdown.dumps(fixed))):
        path = OUTPUT / f"{SAMPLE.stem}{suffix}"
        path.write_text(text, encoding="utf-8")
        print(f"  {shown(path)}")


if __name__ == "__main__":
    main()
