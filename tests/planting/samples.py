"""
Texts to plant mistakes in: issues of the real documents, one by one, and samples of our own.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from tests.planting import Sample

__all__ = ["own_samples", "real_samples"]

TEXTS = Path(__file__).parent / "texts"


@cache
def own_samples() -> tuple[Sample, ...]:
    """
    Return the texts written for the tests: posts, tables and series without a mistake.
    """
    return tuple(Sample(path.name, path.read_text(encoding="utf-8")) for path in sorted(TEXTS.glob("*.md")))


@cache
def real_samples(corpus: Path) -> tuple[Sample, ...]:
    """
    Return each issue of the English table as a document of its own, and the other real documents whole.
    """
    table = (corpus / "table.md").read_text(encoding="utf-8")
    starts = [match.start() for match in re.finditer(r"^## Top .*\(", table, re.MULTILINE)]
    sections = [table[start:end].rstrip() + "\n" for start, end in zip(starts, [*starts[1:], len(table)], strict=True)]
    sections[-1] = sections[-1].partition("\n---")[0].rstrip() + "\n"
    whole = ("post.ja.txt", "three-columns.md", "bracket.zh.md", "table.md")
    return (
        *(Sample(f"table.md {number}", section) for number, section in enumerate(sections)),
        *(Sample(name, (corpus / name).read_text(encoding="utf-8")) for name in whole),
    )
