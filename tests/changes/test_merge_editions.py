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
        with pytest.raises(TypeError, match="expected two issues, got Issue and Series"):
            call(Issue(), Series())  # type: ignore[arg-type] -- the wrong type is what is tested


def test_papers_without_anything_in_common_are_left_alone() -> None:
    """
    The same rank alone does not make two papers one.
    """
    a, b = english(("Paper", arxiv_url("2409.00001"))), japanese(POST, title="Something Else")
    merged = merge_editions(a, b)

    assert (merged.a, merged.b, merged.conflicts) == (a, b, ())


@pytest.mark.parametrize("is_second_longer", [True, False])
def test_a_paper_of_two_candidates_is_the_one_that_shares_most(*, is_second_longer: bool) -> None:
    """
    Each paper has one partner; what shares a link with a paper that has a better one is a paper of its own.
    """
    shared, own = Link(arxiv_url("2409.00001"), "Paper"), Link(POST, "Tweet")
    one = Issue(period=WEEK, papers=[Paper(rank=9, title=Text("On Thought"), links=LinkSet([shared]))])
    best = Paper(rank=1, title=Text("On Thought"), links=LinkSet([shared]))
    other = Paper(rank=2, title=Text("On Speech"), links=LinkSet([shared, own]))
    two = Issue(period=WEEK, papers=[best, other] if is_second_longer else [other, best])

    for a, b in ((one, two), (two, one)):
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


def days_after(day: date, count: int) -> date:
    """
    Return the day so many days later.
    """
    return date.fromordinal(day.toordinal() + count)


@pytest.mark.parametrize(
    ("day", "is_repaired"),
    [
        (days_after(WEEK.end, 1), False),
        (days_after(WEEK.end, 2), True),
        (days_after(date(2024, 9, 1), -7), False),
        (days_after(date(2024, 9, 1), -8), True),
    ],
)
def test_a_post_may_be_a_day_late_and_a_week_before_the_month_of_its_paper(day: date, *, is_repaired: bool) -> None:
    """
    One day after the week is nothing to correct, and neither is the seventh day before the first of the month.
    """
    paper, odd = arxiv_url("2409.00001"), post_url(day)
    merged = merge_editions(english(("Paper", paper), ("Tweet", odd)), japanese(paper, POST))

    assert (merged.a.papers[0].links[1].url == POST) is is_repaired
    assert len(merged.conflicts) == (0 if is_repaired else 1)


def test_half_of_the_posts_may_speak_against_a_period() -> None:
    """
    Where half of them are from after the week, the week is still believed; where more are, it is not.
    """
    paper, late, later = arxiv_url("2409.00001"), post_url(date(2024, 10, 2)), post_url(date(2024, 10, 3))

    def with_posts(*posts: str) -> Issue:
        papers = [
            Paper(rank=rank, title=Text(f"Paper {rank}"), links=LinkSet([Link(post)]))
            for rank, post in enumerate(posts, 2)
        ]
        one = english(("Paper", paper), ("Tweet", late))
        return attrs.evolve(one, papers=[*one.papers, *papers])

    assert merge_editions(with_posts(), japanese(paper, POST)).a.papers[0].links[1].url == POST
    assert merge_editions(with_posts(later), japanese(paper, POST)).a.papers[0].links[1].url == late


def test_the_period_of_the_second_edition_counts_where_the_first_has_none() -> None:
    """
    And where the first one's is the mistake.
    """
    paper, late = arxiv_url("2409.00001"), post_url(date(2024, 10, 2))
    june = DateRange(date(2024, 6, 10), date(2024, 6, 16))
    for period in (None, june):
        a = english(("Paper", paper), ("Tweet", late), period=period)
        assert merge_editions(a, japanese(paper, POST)).a.papers[0].links[1].url == POST


def test_a_link_of_a_page_of_code_is_no_post_and_no_paper() -> None:
    """
    What leads to neither contradicts no label: a page called the paper may be one, and code is the editor's choice.
    """
    code = "https://github.com/kyutai-labs/moshi"
    for label in ("Paper", "Code"):
        merged = merge_editions(english((label, code), ("Tweet", POST)), japanese(arxiv_url("2409.00001"), POST))
        expected = [code, POST] if label == "Paper" else [arxiv_url("2409.00001"), code, POST]
        assert [link.url for link in merged.a.papers[0].links] == expected


def test_a_link_that_both_have_is_no_conflict() -> None:
    """
    Of two posts one of which the other edition has too, nothing is contradictory.
    """
    paper = arxiv_url("2409.00001")
    a = english(("Paper", paper), ("Tweet", POST), ("Tweet", OTHER_POST))

    for one, other in ((a, japanese(paper, OTHER_POST)), (japanese(paper, POST), a)):
        assert merge_editions(one, other).conflicts == ()
    neither = merge_editions(english(("Paper", paper)), japanese(paper))
    assert (neither.conflicts, list(neither.patch_of_a), list(neither.patch_of_b)) == ((), [], [])


def edition(*papers: Paper, **members: object) -> Issue:
    """
    Return an edition of papers.
    """
    return attrs.evolve(Issue(papers=papers), **members)


@pytest.mark.parametrize(
    ("mine", "other", "expected"),
    [
        # Half of the words at the same places is one title with corrections, less is a short one against a full one.
        ("One Two Three Four", "one two 3 4", 'paper retitled from "One Two Three Four" to "one two 3 4"'),
        ("One Two Three Four", "One Zwei Drei Vier", ""),
        ("One Two", "One Two Three", ""),
        ("One Two!", "one, two", ""),
    ],
)
def test_editions_agree_on_a_title(mine: str, other: str, expected: str) -> None:
    """
    Marks and case are an edition's own.
    """
    link = LinkSet([Link(arxiv_url("2409.00001"), "Paper")])
    patch = diff_editions(
        edition(Paper(rank=1, title=Text(mine), links=link)), edition(Paper(rank=1, title=Text(other), links=link))
    )

    assert str(patch) == expected


def test_editions_agree_on_words_in_one_language() -> None:
    """
    Summaries and abstracts are compared in the languages that both have, and a text that one lacks is its own.
    """
    link = LinkSet([Link(arxiv_url("2409.00001"), "Paper")])
    title = Text("On Thought")
    mine = Paper(
        rank=1,
        title=title,
        links=link,
        summary=Text("a model of 7B", translations={"ja": "70億", "ko": "70억"}),
        abstract=mlweekly.Abstract(translations={"ja": "私"}),
    )
    other = Paper(
        rank=1,
        title=title,
        links=link,
        summary=Text("a model of 70B", translations={"ja": "700億"}),
        abstract=mlweekly.Abstract("We", translations={"ja": "我"}),
    )

    assert str(diff_editions(edition(mine), edition(other))).splitlines() == [
        "ja translation of the summary of On Thought changed: number 70億 → 700億",
        "summary of On Thought reworded: number 7B → 70B",
        'ja translation of the abstract of On Thought changed: "私" → "我"',
    ]
    assert not diff_editions(edition(mine), edition(attrs.evolve(other, summary=None, abstract=None)))
    assert not diff_editions(edition(attrs.evolve(mine, summary=None, abstract=None)), edition(other))


def test_editions_agree_on_links_of_the_roles_that_both_print() -> None:
    """
    A project page that only one edition ever links to is that edition's own; a post that one paper lacks is not.
    """
    paper, code = arxiv_url("2409.00001"), "https://github.com/kyutai-labs/moshi"
    a = edition(
        Paper(rank=1, title=Text("One"), links=LinkSet([Link(paper, "Paper"), Link(code, "Project")])),
        Paper(rank=2, title=Text("Two"), links=LinkSet([Link(POST, "Tweet"), Link(OTHER_POST, "Tweet")])),
    )
    b = edition(
        Paper(rank=1, title=Text("One"), links=LinkSet([Link(paper, section="paper"), Link(OTHER_POST)])),
        Paper(rank=2, title=Text("Two"), links=LinkSet([Link(POST)])),
    )
    patch = diff_editions(a, b)

    assert str(patch).splitlines() == [
        f"post link added to One: {OTHER_POST}",
        f"post link removed from Two: {OTHER_POST}",
    ]
    assert patch.apply(a).papers[0].links[2] == Link(OTHER_POST, "Tweet")


def test_editions_agree_on_the_period_and_the_order() -> None:
    """
    A period that one edition lacks is its own; where both have one, it is compared, and so is the order.
    """
    one, two = (Paper(rank=rank, title=Text(title)) for rank, title in ((1, "Moshi"), (2, "Qwen")))
    june = DateRange(date(2024, 6, 10), date(2024, 6, 16))

    assert not diff_editions(edition(one, period=WEEK), edition(one))
    assert not diff_editions(edition(one), edition(one, period=WEEK))
    assert str(diff_editions(edition(one, period=june), edition(one, period=WEEK))).startswith("period changed from")
    swapped = edition(attrs.evolve(two, rank=1), attrs.evolve(one, rank=2))
    assert str(diff_editions(edition(one, two), swapped)) == "paper moved from rank 1 to 2: Moshi"


@pytest.mark.parametrize(("count", "is_told"), [(20, True), (21, False)])
def test_twenty_papers_may_share_what_tells_them(count: int, *, is_told: bool) -> None:
    """
    A link that up to twenty papers have still tells them, with the rank that they share.
    """
    page = Link("https://example.org/digest")
    a, b = (
        [Paper(rank=n, title=Text(f"{name} {n * step}"), links=LinkSet([page])) for n in range(1, count + 1)]
        for name, step in (("Paper", 1), ("論文", 70))
    )

    assert (edition_pairs(a, b) == [(n, n) for n in range(count)]) is is_told
