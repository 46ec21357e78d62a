"""
The Japanese post: what is wrong in it, read by hand, is found, and nothing else misleads.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from mlweekly import Report, Series, markdown, validate

REMARKS = ["L213"]
"""
Matters of form beside what a reader of the post noted: two points right behind bare URLs.
"""

NOTED = [
    ("L201", "/issues/0/papers/0", "Moshi"),
    ("M706", "/issues/0/papers/0", "no link to the paper"),
    ("M703", "/issues/0/papers/0/summary", "not quoted"),
    ("M703", "/issues/0/papers/0/abstract", "not quoted"),
    ("T507", "/issues/0/papers/1/abstract", "Unity"),
    ("T507", "/issues/0/papers/2/abstract", "ユニティ"),
    ("T506", "/issues/0/papers/3/summary", "DoT"),
    ("T519", "/issues/0/papers/3/summary", "DAT"),
    ("X405", "/issues/0/papers/5/abstract", "``thinking''"),
    ("T513", "/issues/0/papers/6/abstract", "(4)"),
    ("X405", "/issues/0/papers/8/abstract", 'Schr"odinger'),
]
"""
Code, place and a piece of the message of each mistake that reading the post by hand shows.
"""


@pytest.fixture(scope="module")
def report(corpus: Path) -> Report[Series]:
    """
    What all rules find in the post.
    """
    return validate(markdown.parse((corpus / "post.ja.txt").read_text(encoding="utf-8"), name="post.ja.txt"))


@pytest.mark.parametrize(("code", "place", "words"), NOTED, ids=str)
def test_mistake_is_found(report: Report[Series], code: str, place: str, words: str) -> None:
    """
    A mistake is found where it stands, on a line of the post, and the message names it.
    """
    found = [each for each in report.findings if each.code == code and each.pointer.startswith(place)]

    assert any(words in each.message for each in found)
    assert all(each.span is not None for each in found)


def test_nothing_else_is_found(report: Report[Series]) -> None:
    """
    There is no false warning.
    """
    noted = {(code, place) for code, place, _ in NOTED}
    others = [
        str(each)
        for each in report.findings
        if each.code not in REMARKS
        and not any(each.code == code and each.pointer.startswith(place) for code, place in noted)
    ]

    assert others == []
