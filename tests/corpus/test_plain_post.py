"""
The Japanese edition as scraped, against the reading of a person.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from mlweekly import DateRange, Issue, Paper, markdown


@pytest.fixture(scope="module")
def truth(corpus: Path) -> dict[str, Any]:
    """
    What a person read.
    """
    data: dict[str, Any] = json.loads((corpus / "post.ja.truth.json").read_text(encoding="utf-8"))
    return data


@pytest.fixture(scope="module")
def issue(corpus: Path) -> Issue:
    """
    What the reader reads.
    """
    return markdown.loads((corpus / "post.ja.txt").read_text(encoding="utf-8"), strict=True)


def ends(text: str) -> tuple[int, str, str]:
    """
    Return the length of a text, and its first and last 40 characters.
    """
    return len(text), text[:40], text[-40:]


def test_the_frame_of_the_issue(issue: Issue, truth: dict[str, Any]) -> None:
    """
    Title, period, language and source are those that are printed.
    """
    period = truth["period"]

    assert issue.title == truth["title"]
    assert issue.period is not None
    assert (str(issue.period.start), str(issue.period.end)) == (period["start"], period["end"])
    assert issue.period == DateRange.parse(period["printed"])
    assert (issue.language, issue.source, issue.published) == ("ja", truth["source_url"], None)


def test_lead_notices_and_comments(issue: Issue, truth: dict[str, Any]) -> None:
    """
    Five opening paragraphs, two notices, and three comments on four lines.
    """
    comments = [line for comment in truth["comments"]["texts"] for line in comment.split("\n")]

    assert len(issue.lead) == truth["lead"]["paragraphs"] == 5
    assert [paragraph[:40] for paragraph in issue.lead] == truth["lead"]["first40"]
    assert [paragraph[-40:] for paragraph in issue.lead] == truth["lead"]["last40"]
    assert issue.notices == (truth["disclaimer"]["text"], truth["advertisement"]["text"])
    assert list(issue.comments) == comments
    assert len(comments) == 4


def test_every_paper(issue: Issue, truth: dict[str, Any]) -> None:
    """
    Rank and titles of the ten papers, the original without a language but English.
    """
    assert [paper.rank for paper in issue.papers] == [paper["rank"] for paper in truth["papers"]] == list(range(1, 11))
    for paper, expected in zip(issue.papers, truth["papers"], strict=True):
        assert paper.title.original == expected["title_en"]
        assert paper.title.get("ja") == expected["title_ja"]
        assert (paper.authors, paper.released) == ((), None)


def blocks(paper: Paper) -> dict[str, str]:
    """
    Return the four texts of a paper, by the names that the truth has for them.
    """
    assert paper.summary is not None
    assert paper.abstract is not None
    return {
        "summary_translation": paper.summary["ja"],
        "summary_original": paper.summary["en"],
        "abstract_translation": paper.abstract["ja"],
        "abstract_original": paper.abstract["en"],
    }


def test_every_text_block(issue: Issue, truth: dict[str, Any]) -> None:
    """
    The forty text blocks stand in the right field and language, whole, quoted or not.
    """
    checked = 0
    for paper, expected in zip(issue.papers, truth["papers"], strict=True):
        for name, text in blocks(paper).items():
            block = expected["blocks"][name]
            assert ends(text) == (block["chars"], block["first40"], block["last40"])
            checked += 1

    assert checked == 40


def test_every_link(issue: Issue, truth: dict[str, Any]) -> None:
    """
    The 22 links stand in their sections, in order, without labels; what a post is, its URL tells.
    """
    kinds = {"tweet": "post", "github": "code", "code": "code"}
    for paper, expected in zip(issue.papers, truth["papers"], strict=True):
        assert [link.url for link in paper.links if link.role == "paper"] == expected["paper_links"]
        further = [link for link in paper.links if link.role != "paper"]
        assert [link.url for link in further] == expected["further_links"]
        assert [link.kind for link in further] == [kinds.get(kind, kind) for kind in expected["further_kinds"]]
        assert all(link.label is None for link in paper.links)
    assert sum(len(paper.links) for paper in issue.papers) == 22
