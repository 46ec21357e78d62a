"""
Two editions of one issue repair each other's links, and nothing else.
"""

from __future__ import annotations

import pickle
from datetime import date
from pathlib import Path

import attrs
import pytest

import mlweekly
from mlweekly import DateRange, Issue, Link, LinkSet, Paper, Series, Text, diff_editions, merge_editions
from mlweekly.changes import ABSENT, Conflict, LinkAdded, LinkRetargeted, Patch
from mlweekly.changes._edition_pairs import edition_pairs
from tests.digests import arxiv_url, post_url

WEEK = DateRange(date(2024, 9, 16), date(2024, 9, 22))
POST, OTHER_POST = post_url(date(2024, 9, 18)), post_url(date(2024, 9, 19))


def english(*urls: tuple[str, str], title: str = "On Thought", period: DateRange | None = WEEK) -> Issue:
    """
    Return an edition of one paper that labels its links.
    """
    links = LinkSet(Link(url, label) for label, url in urls)
    return Issue(language="en", period=period, papers=[Paper(rank=1, title=Text(title), links=links)])


def japanese(*urls: str, title: str = "On Thought: A Survey") -> Issue:
    """
    Return an edition of one paper with bare links.
    """
    text = Text(title, translations={"ja": "思考について"})
    links = LinkSet(map(Link, urls))
    return Issue(language="ja", period=WEEK, papers=[Paper(rank=1, title=text, links=links)])


def test_a_missing_paper_link_comes_in_the_form_of_its_neighbours() -> None:
    """
    It gets the label, the section and the place that the edition's other paper links have.
    """
    first = Paper(
        rank=1, title=Text("One"), links=LinkSet([Link(arxiv_url("2409.00001"), section="paper"), Link(POST)])
    )
    second = Paper(rank=2, title=Text("Two"), links=LinkSet([Link(OTHER_POST)]))
    full = attrs.evolve(second, links=LinkSet([Link(arxiv_url("2409.00002"), "Paper"), Link(OTHER_POST, "Tweet")]))
    a, b = Issue(period=WEEK, papers=[first, second]), Issue(period=WEEK, papers=[first, full])
    merged = merge_editions(a, b)

    added = Link(arxiv_url("2409.00002"), section="paper")
    assert list(merged.patch_of_a) == [LinkAdded("/papers/1/links/0", after=added, of=second.title)]
    assert merged.patch_of_a.apply(a) == merged.a
    assert merged.b == b


def test_a_missing_post_is_added_after_the_other_links() -> None:
    """
    Without a neighbour to take the form from, the link comes as the other edition has it.
    """
    a, b = english(("Paper", arxiv_url("2409.00001"))), japanese(arxiv_url("2409.00001"), POST)

    assert list(merge_editions(a, b).patch_of_a) == [LinkAdded("/papers/0/links/1", after=Link(POST))]


def test_a_post_link_that_leads_to_a_paper_is_retargeted() -> None:
    """
    The link keeps its label.
    """
    paper = arxiv_url("2409.00001")
    merged = merge_editions(english(("Paper", paper), ("Tweet", paper)), japanese(paper, POST))

    assert list(merged.patch_of_a) == [LinkRetargeted("/papers/0/links/1", before=paper, after=POST)]
    assert merged.a.papers[0].links[1] == Link(POST, "Tweet")
    assert merged.patch_of_b == Patch()


def test_a_post_from_after_the_week_is_retargeted() -> None:
    """
    A digest cannot link to what is not there yet.
    """
    late = post_url(date(2024, 10, 2))
    a = english(("Paper", arxiv_url("2409.00001")), ("Tweet", late))
    b = japanese(arxiv_url("2409.00001"), POST)
    for one, other in ((a, b), (b, a)):
        merged = merge_editions(one, other)
        patch = merged.patch_of_a if one is a else merged.patch_of_b
        assert list(patch) == [LinkRetargeted("/papers/0/links/1", before=late, after=POST)]
        assert merged.conflicts == ()


def test_a_post_from_long_before_its_paper_is_retargeted() -> None:
    """
    More than a week before the first day of the paper's month is too early.
    """
    early = post_url(date(2024, 8, 20))
    merged = merge_editions(
        english(("Paper", arxiv_url("2409.00001")), ("Tweet", early)), japanese(arxiv_url("2409.00001"), POST)
    )

    assert merged.a.papers[0].links[1].url == POST


def test_a_paper_of_a_later_month_is_retargeted() -> None:
    """
    The paper of the other edition takes its place; both editions have the same post.
    """
    wrong, right = arxiv_url("2411.00001"), arxiv_url("2409.00001")
    merged = merge_editions(english(("Paper", wrong), ("Tweet", POST)), japanese(right, POST))

    assert list(merged.patch_of_a) == [LinkRetargeted("/papers/0/links/0", before=wrong, after=right)]


def test_two_posts_that_nothing_contradicts_are_a_conflict() -> None:
    """
    Nothing is guessed: both editions stay as they are.
    """
    paper = arxiv_url("2409.00001")
    a, b = english(("Paper", paper), ("Tweet", POST)), japanese(paper, OTHER_POST)
    merged = merge_editions(a, b)

    assert (merged.a, merged.b) == (a, b)
    assert merged.conflicts == (
        Conflict("/papers/0/links/1", "changed", ABSENT, Link(POST, "Tweet"), Link(OTHER_POST)),
    )
    assert str(merged) == "conflict at /papers/0/links/1: both sides changed it, and not in the same way"
    assert POST in merged.marked()


def test_two_numbers_of_one_paper_are_a_conflict_and_two_sites_are_not() -> None:
    """
    A preprint and a publisher's page can be the same paper.
    """
    a = english(("Paper", arxiv_url("2409.00001")), ("Tweet", POST))

    assert len(merge_editions(a, japanese(arxiv_url("2409.00002"), POST)).conflicts) == 1
    assert merge_editions(a, japanese("https://aclanthology.org/2022.acl-long.42", POST)).conflicts == ()


def test_a_wrong_title_does_not_make_every_post_wrong() -> None:
    """
    Where the posts of both editions speak against a period, the period is no evidence.
    """
    june = DateRange(date(2024, 6, 10), date(2024, 6, 16))
    paper = arxiv_url("2409.00001")
    a, b = english(("Paper", paper), ("Tweet", POST), period=june), attrs.evolve(japanese(paper), period=None)

    assert list(merge_editions(a, b).patch_of_b) == [LinkAdded("/papers/0/links/1", after=Link(POST, "Tweet"))]


def test_a_paper_without_links_gets_both_of_them() -> None:
    """
    The paper link comes first, and the post after it.
    """
    paper = arxiv_url("2409.00001")
    merged = merge_editions(english(), japanese(paper, POST))

    assert list(merged.patch_of_a) == [
        LinkAdded("/papers/0/links/0", after=Link(paper)),
        LinkAdded("/papers/0/links/1", after=Link(POST)),
    ]
    assert merged.patch_of_a.apply(english()) == merged.a


def test_a_wrong_post_is_found_behind_the_paper_link_that_comes_before_it() -> None:
    """
    A repair stands on those before it: the new paper link moves the post that is to be corrected by one place.
    """
    paper, late = arxiv_url("2409.00001"), post_url(date(2024, 10, 2))
    one = attrs.evolve(english(("Paper", arxiv_url("2409.00009")), title="Another").papers[0], rank=2)
    a = attrs.evolve(english(("Tweet", late)), papers=[english(("Tweet", late)).papers[0], one])
    merged = merge_editions(a, japanese(paper, POST))

    assert [link.url for link in merged.a.papers[0].links] == [paper, POST]
    assert [link.label for link in merged.a.papers[0].links] == ["Paper", "Tweet"]
    assert merged.patch_of_a.inverse().apply(merged.a) == a


def test_a_post_that_was_called_the_paper_is_not_lost() -> None:
    """
    Where the link called the paper leads to the post, it gets its own target, and the post a link of its own.
    """
    paper = arxiv_url("2409.00001")
    merged = merge_editions(english(("Paper", POST)), japanese(paper, POST))

    assert [link.url for link in merged.a.papers[0].links] == [paper, POST]
    again = merge_editions(merged.a, merged.b)
    assert (again.patch_of_a, again.patch_of_b) == (Patch(), Patch())


def test_conflicts_point_into_the_repaired_edition() -> None:
    """
    A paper link that is added before a contradictory post moves it, and the pointer with it.
    """
    paper = arxiv_url("2409.00001")
    neighbour = Paper(rank=2, title=Text("Another"), links=LinkSet([Link(arxiv_url("2409.00009"), "Paper")]))
    one = english(("Tweet", POST)).papers[0]
    a = attrs.evolve(english(), papers=[one, neighbour])
    merged = merge_editions(a, japanese(paper, OTHER_POST))

    (conflict,) = merged.conflicts
    assert conflict.pointer == "/papers/0/links/1"
    assert merged.a.papers[0].links[1] == conflict.ours == Link(POST, "Tweet")


def test_a_link_that_every_paper_has_tells_none_of_them() -> None:
    """
    Papers of editions in two languages that share the digest's own page alone are not taken for each other.
    """
    page = Link("https://example.org/digest")
    a, b = (
        Issue(papers=[Paper(rank=n, title=Text(f"{name} {n * step}"), links=LinkSet([page])) for n in range(1, 31)])
        for name, step in (("Paper", 1), ("論文", 7))
    )

    assert edition_pairs(a.papers, b.papers) == []


def test_only_issues_are_editions() -> None:
    """
    A series is none.
    """
    for call in (diff_editions, merge_editions):
        with pytest.raises(TypeError, match="must be two issues, got Issue and Series"):
            call(Issue(), Series())  # type: ignore[arg-type] -- the point


def test_papers_without_anything_in_common_are_left_alone() -> None:
    """
    The same rank alone does not make two papers one.
    """
    a, b = english(("Paper", arxiv_url("2409.00001"))), japanese(POST, title="Something Else")
    merged = merge_editions(a, b)

    assert (merged.a, merged.b, merged.conflicts) == (a, b, ())


def test_a_short_title_at_the_same_rank_is_the_same_paper() -> None:
    """
    A short title within the full one is enough, and stays short.
    """
    merged = merge_editions(english(("Paper", arxiv_url("2409.00001"))), japanese(POST))

    assert [str(paper.title) for paper in merged.a.papers] == ["On Thought"]
    assert [link.url for link in merged.b.papers[0].links] == [arxiv_url("2409.00001"), POST]


def test_merged_editions_have_nothing_left_to_repair() -> None:
    """
    Merging again changes nothing, and the outcome is a value.
    """
    merged = merge_editions(english(("Paper", arxiv_url("2409.00001"))), japanese(POST))
    again = merge_editions(merged.a, merged.b)

    assert (again.a, again.b) == (merged.a, merged.b)
    assert len(again.patch_of_a) + len(again.patch_of_b) == 0
    assert pickle.loads(pickle.dumps(merged)) == merged
    assert hash(merged) == hash(merge_editions(english(("Paper", arxiv_url("2409.00001"))), japanese(POST)))


def test_the_real_editions_of_one_week_repair_each_other(corpus: Path) -> None:
    """
    Moshi gets its paper link in Japanese, the wrong post is repaired in English, and nothing else changes.
    """
    series = mlweekly.markdown.loads_series((corpus / "table.md").read_text(encoding="utf-8"))
    english_edition = series.on(date(2024, 9, 18))
    assert english_edition is not None
    japanese_edition = mlweekly.markdown.loads((corpus / "post.ja.txt").read_text(encoding="utf-8"))
    merged = merge_editions(english_edition, japanese_edition)

    (repaired,), (added,) = merged.patch_of_a, merged.patch_of_b
    assert isinstance(repaired, LinkRetargeted)
    assert (repaired.pointer, repaired.before) == ("/papers/6/links/1", "https://arxiv.org/abs/2409.11055")
    assert repaired.after == japanese_edition.papers[6].links.of("post")[0].url
    assert isinstance(added, LinkAdded)
    assert str(added) == "paper link added to Moshi: https://kyutai.org/Moshi.pdf"
    assert merged.conflicts == ()
