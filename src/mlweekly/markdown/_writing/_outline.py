"""
Write the layout "outline": a paper has a heading of its own, and labelled paragraphs under it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mlweekly.markdown._dialects import Dialect
from mlweekly.markdown._writing._labelled import LabelledWriter
from mlweekly.markdown._writing._papers import rank_and_title
from mlweekly.model import Issue, Paper, Series

__all__ = ["write_outline"]


def write_outline(value: Issue | Series, dialect: Dialect, *, inert: bool, tells_language: bool) -> str:
    """
    Return a document whose papers are sections; the arguments are those of `LabelledWriter`.
    """
    return LabelledWriter(dialect, _sections, inert, tells_language).text(value)


def _sections(writer: LabelledWriter, papers: Sequence[Paper], language: str | None, level: int) -> Iterator[str]:
    for paper in papers:
        yield f"{'#' * level} {rank_and_title(paper, language, writer.dialect)}"
        for label, lines in writer.labelled(paper, language):
            # Where a blank line ends a value, what has several paragraphs begins below its label.
            yield "\n".join((label, "", *lines) if "" in lines else (f"{label} {lines[0]}", *lines[1:]))
