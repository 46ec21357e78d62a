"""
`mlweekly.markdown.parse` beside markdown-it-py, which parses the same text to tokens.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from markdown_it import MarkdownIt

import mlweekly
from bench import documents
from bench.timing import Row, seconds_of, version_of

PEER = MarkdownIt("commonmark").enable("table")
ASKED = {"columns": 0.35, "bracket": 0.45, "post": 0.6, "plain": 0.9, "outline": 0.5, "list": 0.5}


def rows() -> Iterator[Row]:
    """
    Yield a row for a document in each dialect.
    """
    yield _row("parse: the table README", documents.table(), 0.13)
    for dialect, asked in ASKED.items():
        yield _row(f"parse: {dialect}", documents.post() if dialect == "post" else documents.written(dialect), asked)
    yield _row("parse: an open table", documents.open_table(), 0.5)


def _row(work: str, text: str, asked: float) -> Row:
    assert len(mlweekly.markdown.parse(text).series.issues) > 0, work
    ours, theirs = partial(mlweekly.markdown.parse, text), partial(PEER.parse, text)
    return Row(work, version_of("markdown-it-py"), asked, seconds_of(ours), seconds_of(theirs))
