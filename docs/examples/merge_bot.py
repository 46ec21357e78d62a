"""
Merge two people's changes of one digest, and report what only a person can decide.

    python merge_bot.py base.md ours.md theirs.md -o merged.md
    python merge_bot.py base.md ours.json theirs.md -o merged.md      one side is a patch, as json.dumps_patch writes it

The merged text is the base with both sides' changes; what is in conflict is as in the base. Conflicts are printed as a
comment in Markdown. The exit code is 0 if there are none, 1 if there are some, and 2 if something cannot be read or
written. Needs mlweekly alone.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

import mlweekly
from mlweekly import Merged, Series, reports


def main(arguments: Sequence[str] | None = None) -> int:
    """
    Merge three files and return the exit code.
    """
    parser = argparse.ArgumentParser(prog="merge_bot.py", description="Merge two people's changes of one digest.")
    parser.add_argument("base", type=Path, help="the digest that both started from")
    parser.add_argument("ours", type=Path, help="a changed digest, or a patch as JSON")
    parser.add_argument("theirs", type=Path, help="the same of the other person")
    parser.add_argument("-o", "--output", type=Path, required=True, help="where the merged text goes")
    options = parser.parse_args(arguments)
    try:
        text, merged = merge(options.base, options.ours, options.theirs)
    except (mlweekly.Error, OSError, UnicodeDecodeError) as error:
        print(f"cannot merge: {error}", file=sys.stderr)
        return 2
    options.output.write_bytes(text.encode())
    print(reports.markdown(merged))
    return 1 if merged.conflicts else 0


def merge(base: Path, ours: Path, theirs: Path) -> tuple[str, Merged[Series]]:
    """
    Return the base's text with the changes of both sides, and the merge.
    """
    document = mlweekly.markdown.parse(base.read_bytes().decode(), name=str(base))
    merged = mlweekly.merge(document.series, ours=side(document.series, ours), theirs=side(document.series, theirs))
    # Only what the patch changes is rewritten in the text; all else stays as the base has it.
    return document.edited(merged.patch).text, merged


def side(base: Series, path: Path) -> Series:
    """
    Return what one person made of the base: a digest of its own, or the base with a patch applied.
    """
    text = path.read_bytes().decode()
    if path.suffix == ".json":
        return mlweekly.json.loads_patch(text).apply(base)
    return mlweekly.markdown.loads_series(text)


if __name__ == "__main__":
    sys.exit(main())
