"""
The documents that are measured: the real ones where they are at hand, else made-up ones of the same form.
"""

from __future__ import annotations

from pathlib import Path

import mlweekly
from bench.made_up import made_up_digest, made_up_series
from bench.timing import CORPUS
from mlweekly import Series

WEEKS = 10
"""
How many issues a document in a small dialect has.
"""


def table() -> str:
    """
    Return a README of the table dialect.
    """
    return _real(CORPUS / "table.md") or mlweekly.markdown.dumps(made_up_series(), dialect="table")


def post() -> str:
    """
    Return a translated post of one issue.
    """
    return _real(CORPUS / "post.ja.txt") or written("post")


def written(dialect: str) -> str:
    """
    Return made-up issues as a dialect writes them, or a digest in an open dialect.
    """
    if dialect in ("outline", "list"):
        return made_up_digest(dialect)
    series = made_up_series()
    issues = series.issues[: 1 if dialect == "post" else WEEKS]
    return mlweekly.markdown.dumps(Series(issues), dialect=dialect, lossy=True)


def open_table() -> str:
    """
    Return a digest in a table whose header names its columns.
    """
    rows = [
        f"| {week + 1}/{day + 1} | [On Models, Part {week}.{day}](https://arxiv.org/abs/24{week:02}.{10000 + day}) "
        f"| Ada Lovelace, Alan Turing | [code](https://github.com/a/b{day}) | It reads, answers, and says why. |\n"
        for week in range(1, 10)
        for day in range(7)
    ]
    return f"# Papers\n\n| Date | Title | Authors | Code | Summary |\n|---|---|---|---|---|\n{''.join(rows)}"


def _real(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.is_file() else ""
