"""
Sections of a post whose names are ornamented, or unknown.
"""

from __future__ import annotations

import pytest

from mlweekly import changes as ops
from mlweekly import markdown
from mlweekly.changes import Patch

HEAD = "# [2024/09/16 ~ 09/22] Digest\n\n"


@pytest.mark.parametrize("mark", ["📝 {}", "{} 📝", "1. {}", "1) {}", "**{}**", "1️⃣ {}", "**📝 {}**", "📝 1. {}", "{}:"])
@pytest.mark.parametrize("name", ["논문 소개", "論文紹介", "论文介绍", "Summary"])
def test_an_ornamented_name_is_known(name: str, mark: str) -> None:
    """
    Emoji, numbers and bold do not hide the name of a section.
    """
    document = markdown.parse(
        f"{HEAD}## Alpha\n\n### {mark.format(name)}\n\nwords 단어 言葉 词语\n\n## Beta\n\n### {name}\n\nx\n"
    )
    assert document.dialect == "post"
    assert [str(paper.title) for paper in document.series[0].papers] == ["Alpha", "Beta"]
    assert all(paper.summary is not None for paper in document.series[0].papers)
    assert document.unplaced == ()


@pytest.mark.parametrize("head", [HEAD, ""])
def test_unknown_sections_are_details(head: str) -> None:
    """
    Before, between and behind known sections, they are kept as printed, and make no paper.
    """
    papers = "".join(
        f"## {title}\n\n### Authors\n\nA. Author, *B. Author*\n\n### Summary\n\nWords.\n\n"
        "### 🏛 Venue\n\nICML\n\n2024\n\n"
        for title in ("Alpha", "Beta")
    )
    document = markdown.parse(head + papers)
    (issue,) = document.series.issues
    assert [str(paper.title) for paper in issue.papers] == ["Alpha", "Beta"]
    for paper in issue.papers:
        assert dict(paper.details) == {"Authors": "A. Author, *B. Author*", "🏛 Venue": "ICML\n\n2024"}
        assert str(paper.summary) == "Words."
    assert document.unplaced == ()


def test_an_unknown_section_of_one_paper() -> None:
    """
    A heading deeper than the paper's is none of a paper, even if it comes once and first.
    """
    issue = markdown.loads(f"{HEAD}## Alpha\n\n### Authors\n\nA. Author\n\n### Summary\n\nWords.\n", strict=True)
    assert [str(paper.title) for paper in issue.papers] == ["Alpha"]
    assert dict(issue.papers[0].details) == {"Authors": "A. Author"}


def test_a_name_that_repeats_on_the_level_of_papers() -> None:
    """
    In a flat post, in which sections stand on the level of papers, a name under several papers is a section's.
    """
    text = HEAD + "".join(f"## {title}\n\n## Summary\n\nWords.\n\n## Venue\n\nICML\n\n" for title in ("Alpha", "Beta"))
    issue = markdown.loads(text, strict=True)
    assert [str(paper.title) for paper in issue.papers] == ["Alpha", "Beta"]
    assert [dict(paper.details) for paper in issue.papers] == [{"Venue": "ICML"}] * 2


def test_a_post_with_details_can_be_edited() -> None:
    """
    Sections of unknown name stay as they are when something else changes.
    """
    text = f"{HEAD}## Alpha\n\n### Authors\n\nA. Author\n\n### Summary\n\nx\n"
    patch = Patch([ops.TextReworded("/papers/0/summary", before="x", after="z")])
    assert markdown.edit(text, patch) == text.replace("x\n", "z\n")


def test_what_cannot_be_kept_is_left_over() -> None:
    """
    A section without words, and a second one of the same name, fit no field.
    """
    document = markdown.parse(f"{HEAD}## Alpha\n\n### Summary\n\nx\n\n### Note\n\na\n\n### Note\n\nb\n\n### Empty\n")
    assert dict(document.series[0].papers[0].details) == {"Note": "a"}
    assert [words for _, words in document.unplaced] == ["### Note", "b", "### Empty"]
