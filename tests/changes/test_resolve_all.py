"""
Deciding every conflict of a merge for one side.
"""

from __future__ import annotations

from typing import Literal

import pytest

import mlweekly
from mlweekly import Issue, Link, LinkSet, Paper, PatchError, Text


def issue_of(title: str, source: str, paper: str) -> Issue:
    """
    Return an issue of one paper, whose link tells that it is the same in all versions.
    """
    links = LinkSet([Link("https://arxiv.org/abs/2410.00037", label="Paper")])
    return Issue(title=title, source=source, papers=[Paper(rank=1, title=Text(paper), links=links)])


BASE = issue_of("June", "https://a.org/", "Moshi")
OURS = issue_of("July", "https://a.org/", "Moshi 7B")
THEIRS = issue_of("May", "https://b.org/", "Moshi talks")


@pytest.mark.parametrize(("side", "title", "paper"), [("ours", "July", "Moshi 7B"), ("theirs", "May", "Moshi talks")])
def test_every_conflict_is_decided_for_one_side(side: Literal["ours", "theirs"], title: str, paper: str) -> None:
    """
    What is in conflict is as on that side; what one side alone changed is changed.
    """
    merged = mlweekly.merge(BASE, ours=OURS, theirs=THEIRS)
    decided = merged.resolve_all(side)

    assert len(merged.conflicts) == 2
    assert decided.conflicts == ()
    assert (decided.value.title, str(decided.value.papers[0].title)) == (title, paper)
    assert decided.value.source == "https://b.org/"


def test_another_side_is_refused() -> None:
    """
    The error says which sides there are.
    """
    merged = mlweekly.merge(BASE, ours=OURS, theirs=THEIRS)
    with pytest.raises(PatchError, match='expected "ours" or "theirs", found \'base\''):
        merged.resolve_all("base")  # type: ignore[arg-type]  # the mistake that is tested
