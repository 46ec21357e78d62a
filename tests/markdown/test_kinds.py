"""
What programs can tell of a reader's doubts: the kind of a problem, and where the pieces stand that were left over.
"""

from __future__ import annotations

import pytest

import mlweekly
from mlweekly.errors import Problem

HEAD = "## Papers of the Week (September 16 - September 22) - 2024\n\n| **Paper** | **Links** |\n|---|---|\n"
PAPER = "[Paper](https://arxiv.org/abs/2410.00037)"
POST = "# [2024/09/16 ~ 09/22] 今週の論文\n\n## Moshi\n\n### 論文紹介\n\n"


@pytest.mark.parametrize(
    ("row", "pointer", "kind"),
    [
        (f"| 1) Moshi listens. It speaks. It answers at once. | {PAPER} |", "/title", "title-not-separated"),
        (f"| 1) *Moshi* - listens | {PAPER} |", "/title", "title-mark"),
        (f"| 1) **Moshi - listens | {PAPER} |", "/title", "title-mark"),
        (f"| 1) **Moshi** - hears | speaks | {PAPER} |", "", "row-cells"),
        (f"| 1) **Moshi** - hears {PAPER} |", "", "row-cells"),
        ("| 1) **Moshi** - hears |", "", "row-cells"),
        ("| 1) **Moshi** - hears | [Paper] (https://arxiv.org/abs/2410.00037) |", "/links/0", "link-bent"),
        ('| 1) **Moshi** - hears | [Paper](https://arxiv.org/abs/2410.00037 "it") |', "/links/0", "link-titled"),
        (f"| **Moshi** - hears | {PAPER} |\n| 2) **SCoRe** - corrects | {PAPER} |", "/rank", "rank-missing"),
        (f"| 0) **Moshi** - hears | {PAPER} |\n| 1) **SCoRe** - corrects | {PAPER} |", "/rank", "rank-refused"),
    ],
)
def test_problem_of_a_row_has_its_kind(row: str, pointer: str, kind: str) -> None:
    """
    What rules ask for has a word that never changes.
    """
    problems = mlweekly.markdown.parse(f"{HEAD}{row}\n").problems

    assert [(problem.pointer, problem.kind) for problem in problems] == [(f"/issues/0/papers/0{pointer}", kind)]


def test_original_told_by_its_script_has_its_kind() -> None:
    """
    A summary whose original is not quoted says so.
    """
    problems = mlweekly.markdown.parse(f"{POST}話しながら聞くモデルです。\n\nIt listens while it speaks.\n").problems

    assert [(each.pointer, each.kind) for each in problems] == [("/issues/0/papers/0/summary", "original-not-quoted")]


def test_kind_stays_with_a_problem_that_is_seen_from_above() -> None:
    """
    A value that holds another passes the kind on.
    """
    problem = Problem("/title", "nothing parts them", 7, "title-not-separated")

    assert problem.under("/papers/0") == Problem("/papers/0/title", "nothing parts them", 7, "title-not-separated")


def test_pieces_left_over_have_exact_places() -> None:
    """
    Each place is that of the piece, also where the same piece stands in the line before it.
    """
    text = f"{HEAD}| 1) **Moshi** - hears) | {PAPER}) _ |\n"
    document = mlweekly.markdown.parse(text)

    assert [text[slice(*span)] for span in document.unplaced_spans] == [words for _, words in document.unplaced]
    assert [span.start for span in document.unplaced_spans] == [text.rindex(") _"), text.rindex("_ |")]
