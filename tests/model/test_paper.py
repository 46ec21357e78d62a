"""
Papers and their identity keys.
"""

from __future__ import annotations

from datetime import date, datetime

import pytest
from attrs import evolve

from mlweekly import Abstract, Link, LinkSet, ModelError, Paper, Text
from mlweekly.model import MAXIMUM_RANK


def paper_with(*links: Link) -> Paper:
    """
    Return a paper with these links.
    """
    return Paper(rank=1, title=Text("Moshi"), links=LinkSet(links))


@pytest.mark.parametrize(
    ("links", "key"),
    [
        ([Link("https://arxiv.org/pdf/2409.12917v3.pdf")], "arxiv:2409.12917"),
        ([Link("https://huggingface.co/papers/2409.12917")], "arxiv:2409.12917"),
        ([Link("https://doi.org/10.48550/arXiv.2409.12917")], "arxiv:2409.12917"),
        ([Link("https://arxiv.org/abs/cs/0112017")], "arxiv:cs/0112017"),
        ([Link("https://doi.org/10.1038/S41586-024-07566-Y")], "doi:10.1038/s41586-024-07566-y"),
        ([Link("https://openreview.net/forum?id=LuCLf4BJsr")], "https://openreview.net/forum?id=LuCLf4BJsr"),
        ([Link("https://openreview.net/pdf?id=LuCLf4BJsr&referrer=a")], "https://openreview.net/forum?id=LuCLf4BJsr"),
        (
            [Link("https://papers.ssrn.com/sol3/papers.cfm?abstract_id=4945566&download=yes")],
            "https://papers.ssrn.com/sol3/papers.cfm?abstract_id=4945566",
        ),
        ([Link("https://kyutai.org/moshi", label="Paper")], Link("https://kyutai.org/moshi").canonical),
        ([Link("https://kyutai.org/a", section="paper")], Link("https://kyutai.org/a").canonical),
        (
            [Link("https://kyutai.org/moshi", label="Paper"), Link("https://arxiv.org/abs/2409.12917")],
            "arxiv:2409.12917",
        ),
        ([Link("https://x.com/a/status/1836427396959932492", label="Tweet")], None),
        ([], None),
    ],
)
def test_identity_key(links: list[Link], key: str | None) -> None:
    """
    The key is that of the paper link: its arXiv number or DOI, else the address of its number, else its URL, else none.
    """
    assert paper_with(*links).key == key


def test_a_wrong_order_is_held() -> None:
    """
    Any whole rank from 1 is held, whatever the other papers have.
    """
    assert Paper(rank=1, title=Text("A")).rank == 1
    assert Paper(rank=MAXIMUM_RANK, title=Text("A")).rank == MAXIMUM_RANK


def test_authors_are_a_tuple() -> None:
    """
    Authors come from any iterable; a bare string is one author.
    """
    assert Paper(rank=1, title=Text("A"), authors=["B", "C"]).authors == ("B", "C")
    assert Paper(rank=1, title=Text("A"), authors="Bo Li").authors == ("Bo Li",)


@pytest.mark.parametrize(
    ("changes", "pointer"),
    [
        ({"rank": 0}, "/rank"),
        ({"rank": -1}, "/rank"),
        ({"rank": MAXIMUM_RANK + 1}, "/rank"),
        ({"rank": 10**5000}, "/rank"),
        ({"rank": True}, "/rank"),
        ({"rank": 1.0}, "/rank"),
        ({"rank": "1"}, "/rank"),
        ({"rank": None}, "/rank"),
        ({"title": "Moshi"}, "/title"),
        ({"title": None}, "/title"),
        ({"title": Abstract("Moshi")}, "/title"),
        ({"summary": "words"}, "/summary"),
        ({"summary": Abstract("words")}, "/summary"),
        ({"abstract": Text("words")}, "/abstract"),
        ({"links": []}, "/links"),
        ({"authors": ("A", "")}, "/authors/1"),
        ({"authors": (3,)}, "/authors/0"),
        ({"released": "2024-09-16"}, "/released"),
        ({"released": datetime(2024, 9, 16)}, "/released"),
        ({"extra": {"rank": 1}}, "/extra"),
        ({"extra": {"x": {1, 2}}}, "/extra/x"),
    ],
)
def test_refusals(changes: dict[str, object], pointer: str) -> None:
    """
    What is no rank, text, link set, day or member is refused where it stands, also by `attrs.evolve`.
    """
    paper = Paper(rank=1, title=Text("Moshi"))
    with pytest.raises(ModelError, match="cannot make this Paper") as caught:
        evolve(paper, **changes)
    assert [problem.pointer for problem in caught.value.problems] == [pointer]


def test_every_refusal_comes_at_once() -> None:
    """
    One exception lists everything that is wrong with a paper.
    """
    with pytest.raises(ModelError) as caught:
        Paper(
            rank=0,
            title="Moshi",  # type: ignore[arg-type] # refused on purpose
            summary=Abstract("a"),
            abstract=Text("a"),  # type: ignore[arg-type] # refused on purpose
            links=(),  # type: ignore[arg-type] # refused on purpose
            authors=("",),
            released=datetime(2024, 9, 16),
            extra={"links": 1, "x": object()},
        )
    assert [problem.pointer for problem in caught.value.problems] == [
        "/rank",
        "/title",
        "/authors/0",
        "/released",
        "/summary",
        "/abstract",
        "/links",
        "/extra/x",
        "/extra",
    ]
    assert str(caught.value).splitlines()[:2] == [
        "cannot make this Paper",
        f"  /rank: must be from 1 to {MAXIMUM_RANK}, got 0",
    ]


def test_released_is_a_day() -> None:
    """
    A day is held as it is.
    """
    assert Paper(rank=1, title=Text("A"), released=date(2024, 9, 16)).released == date(2024, 9, 16)
