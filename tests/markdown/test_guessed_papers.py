"""
Papers that nothing but their neighbours tell.
"""

from __future__ import annotations

from mlweekly import markdown

OUTLINE = """\
# Papers of 14 October 2024

## Quiet Networks

**Paper:** https://arxiv.org/abs/2410.01001

They are turned down.

## Loud Networks

They are turned up.

## Calm Networks

**Paper:** https://arxiv.org/abs/2410.01003

They are left as they are.
"""
LINKED = OUTLINE.replace("They are turned up.", "**Paper:** https://arxiv.org/abs/2410.01002")


def test_a_paper_without_evidence_of_its_own_is_a_doubt() -> None:
    """
    The problem says which heading was taken for a paper, and why.
    """
    prose = OUTLINE.replace("**Paper:** ", "[Read it](").replace("01001", "01001)").replace("01003", "01003)")
    document = markdown.parse(prose, dialect="outline")
    assert [str(paper.title) for paper in document.series[0].papers] == [
        "Quiet Networks",
        "Loud Networks",
        "Calm Networks",
    ]
    (problem,) = document.problems
    assert (problem.kind, problem.pointer, problem.line) == ("paper-guessed", "/issues/0/papers/1", 9)
    assert "no link and no label" in problem.message


def test_evident_papers_are_no_doubt() -> None:
    """
    Links and labels tell papers.
    """
    assert markdown.parse(LINKED).problems == ()
