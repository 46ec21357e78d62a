"""
Good translations stay silent: fluent abstracts in Japanese, Korean and Chinese, with numbers in every form.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from mlweekly import Issue, Paper, Text, validate

TEXTS = Path(__file__).parent / "translations" / "clean.txt"


def abstracts() -> Iterator[Text]:
    """
    Yield each English abstract with its translations.
    """
    for block in TEXTS.read_text(encoding="utf-8").strip().split("\n\n"):
        versions = dict(line.split(": ", maxsplit=1) for line in block.splitlines())
        yield Text(versions.pop("en"), "en", versions)


@pytest.mark.parametrize("abstract", list(abstracts()), ids=lambda abstract: abstract.original[:30])
def test_good_translation_stays_silent(abstract: Text) -> None:
    """
    No rule about translations finds anything.
    """
    paper = Paper(rank=1, title=Text("Larkspur", "en"), summary=abstract)

    report = validate(Issue(papers=[paper], language="en"), select="T5")

    assert [f"{each.code} {each.message}" for each in report.findings] == []
