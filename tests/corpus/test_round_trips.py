"""
Real documents, read, written in their own dialect, and read again.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from mlweekly import markdown

COMMONEST_ROW = re.compile(
    r"\| [1-9][0-9]?\) \*\*[^*|]+\*\* - \S(?:.*\S)?"
    r" \| \[Paper\]\([^()\s]+\), \[Tweet\]\([^()\s]+\) \|"
)
"""
The commonest row: rank and bracket, a bold title, a dash, a text, and two links, with one blank between all of them.
Many more rows are of this form but for cells padded to some width, which no model keeps.
"""


def read(path: Path) -> str:
    """
    Return a document's text.
    """
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "dialect"),
    [("table.md", "table"), ("three-columns.md", "columns"), ("bracket.zh.md", "bracket"), ("post.ja.txt", "plain")],
)
def test_a_document_written_again_is_the_same_series(corpus: Path, name: str, dialect: str) -> None:
    """
    What was read from a dialect is written in it without loss, and nothing of what is written is unplaced.
    """
    series = markdown.loads_series(read(corpus / name))
    again = markdown.parse(markdown.dumps(series, dialect=dialect))

    assert again.series == series
    assert again.unplaced == ()
    assert again.dialect == dialect


@pytest.mark.parametrize("name", ["table.md", "three-columns.md"])
def test_each_issue_with_a_printed_year_is_written_alone(corpus: Path, name: str) -> None:
    """
    One section of a table document is a document: it reads back as the same issue.
    """
    for issue in markdown.loads_series(read(corpus / name)):
        if re.search(r"20[0-9]{2}", issue.title or ""):
            dialect = "table" if name == "table.md" else "columns"
            assert markdown.loads(markdown.dumps(issue, dialect=dialect)) == issue


def test_rows_of_the_commonest_form_keep_their_bytes(corpus: Path) -> None:
    """
    At least 95 % of the rows that are already in the commonest form are written byte for byte as they were.
    """
    text = read(corpus / "table.md")
    rows = [line for line in text.splitlines() if COMMONEST_ROW.fullmatch(line)]
    written = set(markdown.dumps(markdown.loads_series(text), dialect="table").splitlines())

    assert len(rows) > 100
    assert sum(row in written for row in rows) >= 0.95 * len(rows)
