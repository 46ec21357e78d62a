"""
Ranks that the headings of a post print.
"""

from __future__ import annotations

import pytest

from mlweekly import Issue, Paper, Text, markdown

TITLE = "# Week (September 16 - 22, 2024)"
POST = TITLE + "\n\n## {first}\n\n### Summary\n\nSpeaks.\n\n## {second}\n\n### Summary\n\nHears.\n"


@pytest.mark.parametrize("mark", [".", ")"])
def test_a_rank_before_a_title_is_the_rank(mark: str) -> None:
    """
    The number is no part of the title, and counts before the place of the paper.
    """
    document = markdown.parse(POST.format(first=f"2{mark} Alpha", second=f"5{mark} Beta"))
    assert [(paper.rank, str(paper.title)) for paper in document.series[0].papers] == [(2, "Alpha"), (5, "Beta")]
    start, end = document.span("/issues/0/papers/1/rank") or (0, 0)
    assert document.text[start:end] == "5"


@pytest.mark.parametrize("title", ["3D Gaussians", "1.58-bit models", "7 wonders", "0. Nothing", "12345. Numbers"])
def test_a_number_that_is_the_title_s_stays(title: str) -> None:
    """
    Only a number of up to four digits with a full stop or a bracket and a space behind it is a rank.
    """
    papers = markdown.loads(POST.format(first=title, second="Beta")).papers
    assert [(paper.rank, str(paper.title)) for paper in papers] == [(1, title), (2, "Beta")]


@pytest.mark.parametrize("title", ["2. Alpha", "1) Alpha", "3. 4. Alpha"])
def test_a_title_that_begins_like_a_rank_is_written_with_a_backslash(title: str) -> None:
    """
    The writer keeps such a title from being read as rank and title.
    """
    issue = Issue(title="Week", language="en", papers=[Paper(rank=1, title=Text(title), summary=Text("Speaks."))])
    text = markdown.dumps(issue)
    assert f"## {title[0]}\\{title[1:]}" in text
    assert markdown.loads(text) == issue
