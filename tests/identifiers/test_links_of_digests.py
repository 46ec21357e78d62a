"""
The links of a real series of digests.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from mlweekly.identifiers import ArxivId, PostId, target_of, url_problem


@pytest.fixture(scope="module")
def links(corpus: Path) -> list[str]:
    """
    Every target of a Markdown link, balanced parentheses included.
    """
    text = (corpus / "table.md").read_text(encoding="utf-8")
    return re.findall(r"\]\((https?://(?:[^\s()]|\([^\s()]*\))*)\)", text)


def test_every_link_is_read(links: list[str]) -> None:
    """
    About two links a paper on 650 papers: each is accepted, has a canonical form, and nearly all of them a kind.
    """
    assert len(links) >= 1_300
    assert [link for link in links if url_problem(link)] == []
    kinds = Counter(target_of(link).kind for link in links)
    assert kinds["paper"] > 600
    assert kinds["post"] > 600
    assert kinds["code"] >= 19
    assert kinds[None] < 50


def test_every_arxiv_link_has_its_number(links: list[str]) -> None:
    """
    Whatever the host's form, a link to arXiv has a number, and the number is the one that the URL shows.
    """
    found = [link for link in links if re.match(r"https?://(www\.)?arxiv\.org/", link)]
    assert len(found) > 500
    for link in found:
        identifier = target_of(link).identifier
        assert isinstance(identifier, ArxivId)
        assert identifier.id in link


def test_every_post_of_x_has_its_day(links: list[str]) -> None:
    """
    Each link to X but the account's own is a post of the years that the series covers.
    """
    found = [link for link in links if re.match(r"https?://(www\.)?(twitter|x)\.com/[^/]+/", link)]
    assert len(found) > 600
    for link in found:
        target = target_of(link)
        assert isinstance(target.identifier, PostId), link
        assert target.created is not None
        assert 2022 <= target.created.start.year <= 2025


def test_canonical_forms_of_real_links_are_idempotent(links: list[str]) -> None:
    """
    Reading a canonical form gives the same target again.
    """
    for link in links:
        target = target_of(link)
        assert target_of(target.canonical) == target
