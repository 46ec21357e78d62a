"""
Links and sets of links.
"""

from __future__ import annotations

from datetime import date

import pytest

from mlweekly import DateRange, Link, LinkSet, ModelError
from mlweekly.identifiers import ArxivId, PostId

PAPER = Link("https://arxiv.org/abs/2409.12917", label="Paper")
PDF = Link("https://www.arxiv.org/pdf/2409.12917v2")
TWEET = Link("https://twitter.com/omarsar0/status/1836427396959932492?s=20", label="Tweet")
TWEET_ON_X = Link("https://x.com/someone/status/1836427396959932492")
CODE = Link("https://github.com/kyutai-labs/moshi", label="Code")
HOME = Link("https://kyutai.org/", label="Project")


def test_a_link_tells_what_its_url_points_to() -> None:
    """
    Kind, identifier, canonical form and date come from the URL alone: 2409 is September 2024.
    """
    assert PDF.kind == "paper"
    assert isinstance(PDF.identifier, ArxivId)
    assert PDF.canonical == "https://arxiv.org/abs/2409.12917"
    assert PDF.created == DateRange(date(2024, 9, 1), date(2024, 9, 30))
    assert (PDF.url, PDF.label, PDF.role) == ("https://www.arxiv.org/pdf/2409.12917v2", None, None)


def test_a_post_tells_its_day() -> None:
    """
    (1836427396959932492 >> 22) + 1288834974657 ms after 1970 is on 18 September 2024, UTC.
    """
    assert TWEET.created == DateRange(date(2024, 9, 18), date(2024, 9, 18))
    assert isinstance(TWEET.identifier, PostId)
    assert TWEET.canonical == TWEET_ON_X.canonical


def test_an_unknown_host_tells_nothing_but_itself() -> None:
    """
    Without a known host there is no kind, identifier or date; the canonical form is still there.
    """
    assert (HOME.kind, HOME.identifier, HOME.created) == (None, None, None)
    assert HOME.canonical.startswith("https://kyutai.org")


def test_a_label_says_the_role_before_the_section() -> None:
    """
    The label's word wins; a label that is no known word leaves the role to the section.
    """
    assert Link(HOME.url, label="Code", section="paper").role == "code"
    assert Link(HOME.url, label="Moshi", section="paper").role == "paper"
    assert Link(HOME.url, section="paper").role == "paper"
    assert Link(HOME.url, label="Moshi").role is None


@pytest.mark.parametrize(
    ("arguments", "pointers"),
    [
        (("",), ["/url"]),
        (("javascript:alert(1)",), ["/url"]),
        (("ftp://example.org/",), ["/url"]),
        (("https://",), ["/url"]),
        (("https://a b.org/",), ["/url"]),
        (("https://example.org/a b",), ["/url"]),
        (("https://example.org/\x00",), ["/url"]),
        (("https://example.org/\u202e",), ["/url"]),
        (("https://user@example.org/",), ["/url"]),
        ((None,), ["/url"]),
        ((8,), ["/url"]),
        (("https://example.org/", ""), ["/label"]),
        (("https://example.org/", 8), ["/label"]),
        (("xxx", " "), ["/url", "/label"]),
    ],
)
def test_refusals(arguments: tuple[str, ...], pointers: list[str]) -> None:
    """
    What is no http(s) URL, and a label without words, is refused; both at once where both are wrong.
    """
    with pytest.raises(ModelError, match="cannot make this Link") as caught:
        Link(*arguments)
    assert [problem.pointer for problem in caught.value.problems] == pointers


def test_every_refusal_comes_at_once() -> None:
    """
    URL, label, section and extra members are all named.
    """
    with pytest.raises(ModelError) as caught:
        Link("x", label="", section=" ", extra={"url": 1})
    assert [problem.pointer for problem in caught.value.problems] == ["/url", "/label", "/section", "/extra"]


def test_a_lying_label_is_held() -> None:
    """
    A label that contradicts the URL is for a rule to find, not to refuse.
    """
    link = Link(TWEET.url, label="Paper")
    assert (link.kind, link.role) == ("post", "paper")


def test_a_link_set_is_a_sequence() -> None:
    """
    Length, order, indices, slices (again a set), iteration, counting.
    """
    links = LinkSet([PAPER, TWEET, CODE])
    assert len(links) == 3
    assert list(links) == [PAPER, TWEET, CODE]
    assert links[1] is TWEET
    assert links[-1] is CODE
    assert links[1:] == LinkSet([TWEET, CODE])
    assert list(reversed(links)) == [CODE, TWEET, PAPER]
    assert repr(LinkSet()) == "LinkSet([])"
    with pytest.raises(IndexError):
        links[3]


def test_equality_is_by_what_is_written() -> None:
    """
    Two spellings of a target are equal targets and unequal sets; order matters.
    """
    assert LinkSet([TWEET]) != LinkSet([TWEET_ON_X])
    assert LinkSet([PAPER, TWEET]) != LinkSet([TWEET, PAPER])
    assert hash(LinkSet([PAPER, TWEET])) == hash(LinkSet((PAPER, TWEET)))


def test_membership_is_by_target() -> None:
    """
    A link, or a URL, is in a set that holds any spelling of its target; other values never are.
    """
    links = LinkSet([PAPER, TWEET])
    assert TWEET_ON_X in links
    assert PDF in links
    assert "http://arxiv.org/abs/2409.12917v7" in links
    assert CODE not in links
    assert "no url" not in links
    assert 5 not in links


def test_operators_go_by_target_and_keep_the_left_side() -> None:
    """
    Union adds what the left side lacks, each target once; intersection and difference keep the left side's links.
    """
    left = LinkSet([TWEET, CODE])
    right = LinkSet([PDF, TWEET_ON_X, PAPER])
    assert left | right == LinkSet([TWEET, CODE, PDF])
    assert left & right == LinkSet([TWEET])
    assert left - right == LinkSet([CODE])
    assert right - left == LinkSet([PDF, PAPER])


def test_a_target_twice_is_held_twice() -> None:
    """
    A rule finds a duplicate, so the set does not swallow it, also not on the left side of a union.
    """
    twice = LinkSet([PAPER, PDF])
    assert len(twice) == 2
    assert twice | LinkSet([PAPER]) == twice
    assert twice.targets == frozenset({"https://arxiv.org/abs/2409.12917"})


def test_the_paper_link_is_told_by_kind_then_by_role() -> None:
    """
    The first link of kind "paper", else the first of role "paper", else none.
    """
    called_paper = Link("https://kyutai.org/moshi", label="Paper")
    assert LinkSet([CODE, called_paper, PDF]).paper is PDF
    assert LinkSet([CODE, called_paper]).paper is called_paper
    assert LinkSet([CODE]).paper is None


def test_links_of_a_word() -> None:
    """
    A word names a kind or a role.
    """
    links = LinkSet([PAPER, TWEET, CODE, HOME])
    assert links.of("project") == (HOME,)
    assert links.of("post") == (TWEET,)
    assert links.of("code") == (CODE,)
    assert links.of("video") == ()


def test_a_set_of_anything_else_is_refused() -> None:
    """
    Each item that is no link is named by its index.
    """
    with pytest.raises(ModelError, match="cannot make this LinkSet") as caught:
        LinkSet([PAPER, "https://x.com/", None])  # type: ignore[list-item] # refused on purpose
    assert [problem.pointer for problem in caught.value.problems] == ["/1", "/2"]
