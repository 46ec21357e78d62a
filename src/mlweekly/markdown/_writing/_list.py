"""
Write the layout "list": a paper is an item of an ordered list, with an item for each labelled line in it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mlweekly._expressions import expression
from mlweekly.markdown._dialects import Dialect
from mlweekly.markdown._writing._labelled import LabelledWriter
from mlweekly.markdown._writing._papers import rank_and_title
from mlweekly.model import Issue, Paper, Series

__all__ = ["write_list"]

# In bold a colon would make the title a label, and a full stop is the list's own.
_MARK_AT_END = expression(r"[.:。：](?=[*_]*$)")


def write_list(value: Issue | Series, dialect: Dialect, *, inert: bool, tells_language: bool) -> str:
    """
    Return a document whose papers are items; the arguments are those of `LabelledWriter`.
    """
    return LabelledWriter(dialect, _items, inert, tells_language).text(value)


def _items(writer: LabelledWriter, papers: Sequence[Paper], language: str | None, _level: int) -> Iterator[str]:
    yield "\n".join(line for paper in papers for line in _item(writer, paper, language))


def _item(writer: LabelledWriter, paper: Paper, language: str | None) -> Iterator[str]:
    head = rank_and_title(paper, language, writer.dialect)
    yield _MARK_AT_END.sub(lambda mark: f"&#{ord(mark[0])};", head)
    indent = " " * (1 + head.index(" "))
    for label, lines in writer.labelled(paper, language):
        yield f"{indent}- {label} {lines[0]}"
        for line in lines[1:]:
            yield f"{indent}  {line}" if line else ""
