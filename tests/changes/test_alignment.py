"""
Which elements of two states `diff` takes for the same one, at the limits of each way to tell.
"""

from __future__ import annotations

from datetime import date
from operator import itemgetter

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from mlweekly import Abstract, ContentsEntry, DateRange, Issue, Link, LinkSet, Paper, Series, Text, diff
from mlweekly.changes import Operation
from mlweekly.changes._alignment import Alignment

MOSHI, QWEN = "https://arxiv.org/abs/2410.00037", "https://arxiv.org/abs/2409.12186"
JUNE = DateRange(date(2024, 6, 10), date(2024, 6, 16))


def names(old: Issue | Series, new: Issue | Series) -> list[str]:
    """
    Return the class names of the operations between two states; the patch and its inverse are checked.
    """
    patch = diff(old, new)  # type: ignore[type-var] -- two of one kind
    assert patch.apply(old) == new  # type: ignore[type-var] -- one of the two
    assert patch.inverse().apply(new) == old  # type: ignore[type-var] -- one of the two
    return [type(operation).__name__ for operation in patch]


def papers(*titles: str, summary: str | None = None) -> Issue:
    """
    Return an issue of papers without links.
    """
    text = None if summary is None else Text(summary)
    return Issue(papers=[Paper(rank=rank, title=Text(title), summary=text) for rank, title in enumerate(titles, 1)])


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        # Pairs of neighbouring letters: two of four are common, then one of three, then two of three.
        ("abcde", "abcxy", ["PaperRetitled"]),
        ("abcd", "abxy", ["PaperRemoved", "PaperAdded"]),
        ("abcd", "abcx", ["PaperRetitled"]),
        # Two of the two of one, and two of the five of the other.
        ("abc", "abcxyz", ["PaperRemoved", "PaperAdded"]),
        ("ABCD  e", "abcd e", ["PaperRetitled"]),
        ("a", "b", ["PaperRemoved", "PaperAdded"]),
    ],
)
def test_papers_without_identity_are_told_by_half_of_their_title(before: str, after: str, expected: list[str]) -> None:
    """
    Titles that share half of their pairs of letters are one title; case and spaces do not count.
    """
    assert names(papers(before), papers(after)) == expected


def test_a_paper_with_identity_is_not_told_by_its_letters() -> None:
    """
    Its links say what it is; a similar title of another paper says nothing.
    """
    old, new = (
        Issue(papers=[Paper(rank=1, title=Text(title), links=LinkSet([Link(url)]))])
        for title, url in (("Moshi 1", MOSHI), ("Moshi 2", QWEN))
    )

    assert names(old, new) == ["PaperRemoved", "PaperAdded"]


def test_a_shared_link_or_text_makes_two_papers_one() -> None:
    """
    Where title and paper link are others, any link that both have tells, and at last the summary or the abstract.
    """
    code = Link("https://github.com/kyutai-labs/moshi")
    linked = [
        Issue(papers=[Paper(rank=1, title=Text(title), links=LinkSet([Link(url), code]))])
        for title, url in (("One", MOSHI), ("Two", QWEN))
    ]
    described = [Issue(papers=[Paper(rank=1, title=Text(title), summary=Text("a model"))]) for title in ("One", "Two")]
    quoted = [Issue(papers=[Paper(rank=1, title=Text(title), abstract=Abstract("We"))]) for title in ("One", "Two")]

    assert names(*linked) == ["PaperRetitled", "LinkRetargeted"]
    assert names(*described) == ["PaperRetitled"]
    assert names(*quoted) == ["PaperRetitled"]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("ab", "ba", ["PaperMoved"]),
        ("ab", "b", ["PaperRemoved"]),
        ("b", "ab", ["PaperAdded"]),
        ("ab", "cd", ["PaperRetitled", "PaperRetitled"]),
        ("abc", "cda", ["PaperRetitled", "PaperMoved", "PaperMoved"]),
    ],
)
def test_papers_of_one_identity_are_told_apart_by_their_titles(before: str, after: str, expected: list[str]) -> None:
    """
    What shares its identity is the paper of its title, in whatever place; the rest is in order.
    """
    links = LinkSet([Link(MOSHI)])
    old, new = (
        Issue(papers=[Paper(rank=rank, title=Text(title), links=links) for rank, title in enumerate(titles, 1)])
        for titles in (before, after)
    )
    assert names(old, new) == expected


@given(*[st.lists(st.tuples(st.sampled_from([None, "k", "l", "m"]), st.sampled_from("abc")), max_size=6)] * 2)
def test_what_tells_apart_changes_nothing_where_keys_are_told_already(
    old: list[tuple[str | None, str]], new: list[tuple[str | None, str]]
) -> None:
    """
    A look at the key alone gives the pairs that a look at key and title, and then at the key, gives.
    """
    at_once, in_turn = (Alignment(old, new) for _ in range(2))
    at_once.match(itemgetter(0), told_apart_by=itemgetter(1))
    in_turn.match(lambda element: element)
    in_turn.match(itemgetter(0))
    assert at_once.pairs() == in_turn.pairs()


def test_the_most_links_in_common_tell_the_paper() -> None:
    """
    Of two papers that share a link, the one that shares more is the same.
    """
    one, two, three = (Link(f"https://example.org/{name}") for name in "abc")
    old = Issue(papers=[Paper(rank=1, title=Text("Xxxx"), links=LinkSet([one, two, three]))])
    near = Paper(rank=1, title=Text("Yyyy"), links=LinkSet([one]))
    same = Paper(rank=2, title=Text("Zzzz"), links=LinkSet([three, two]))

    patch = diff(old, Issue(papers=[near, same]))
    assert [str(each) for each in patch if type(each).__name__ == "PaperRetitled"] == [
        'paper retitled from "Xxxx" to "Zzzz"'
    ]


def test_links_are_matched_as_written_before_by_target() -> None:
    """
    The same spelling first, then the same target, then label, role, kind, and what is printed alike.
    """

    def linked(*links: Link) -> Issue:
        return Issue(papers=[Paper(rank=1, title=Text("Moshi"), links=LinkSet(links))])

    pdf = MOSHI.replace("abs", "pdf")
    assert names(linked(Link(MOSHI, "A"), Link(pdf, "B")), linked(Link(pdf, "B"), Link(MOSHI, "A"))) == ["LinkMoved"]
    assert names(linked(Link(MOSHI)), linked(Link(pdf))) == ["LinkRetargeted"]
    assert names(linked(Link(MOSHI, "A")), linked(Link(QWEN, "A"))) == ["LinkRetargeted"]
    assert names(linked(Link(MOSHI, "Paper")), linked(Link("https://e.org", "PDF"))) == [
        "LinkRetargeted",
        "LinkRelabelled",
    ]
    assert names(linked(Link(MOSHI)), linked(Link(QWEN))) == ["LinkRetargeted"]
    assert names(linked(Link("https://e.org/a")), linked(Link("https://e.org/b"))) == ["LinkRetargeted"]
    assert names(linked(Link("https://e.org/a", "A")), linked(Link("https://e.org/b", "B"))) == [
        "LinkRemoved",
        "LinkAdded",
    ]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (Issue(title="A", period=JUNE), Issue(title="B", period=JUNE), ["IssueRetitled"]),
        (Issue(title="A", period=JUNE), Issue(title="A"), ["PeriodChanged"]),
        (Issue(title="A"), Issue(title="B"), ["IssueRemoved", "IssueAdded"]),
        (Issue(papers=papers("a", "b").papers), Issue(title="B", papers=papers("a", "c").papers), ["IssueRetitled"]),
        (
            Issue(papers=papers("a", "b", "c").papers),
            Issue(title="B", papers=papers("a", "x", "y").papers),
            ["IssueRemoved", "IssueAdded"],
        ),
    ],
)
def test_issues_are_told_by_heading_papers_period_or_title(old: Issue, new: Issue, expected: list[str]) -> None:
    """
    Half of the papers is enough, less is not.
    """
    found = names(Series([old]), Series([new]))
    assert [name for name in found if name.startswith(("Issue", "Period"))] == expected


def test_issues_of_one_heading_are_told_by_their_papers() -> None:
    """
    Two issues under one title are not told by it: each goes with its papers.
    """
    one, other = (Issue(title="A", period=JUNE, papers=papers(title).papers) for title in ("Moshi", "Qwen"))

    assert names(Series([one, other]), Series([other, one])) == ["IssueMoved"]


def test_entries_are_told_by_words_or_by_target() -> None:
    """
    An entry with other words and the same target is the same, and the reverse.
    """
    old = Series(contents=[ContentsEntry("A", "#a"), ContentsEntry("B", "#b")])
    new = Series(contents=[ContentsEntry("A", "#c"), ContentsEntry("D", "#b")])
    strange = Series(contents=[ContentsEntry("X", "#x"), ContentsEntry("B", "#b")])

    assert names(old, new) == ["ContentsRetargeted", "ContentsRelabelled"]
    assert names(old, strange) == ["ContentsRemoved", "ContentsAdded"]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        # Of as many paragraphs each is reworded; of more or fewer, those with half of the words in common are.
        (["one"], ["two"], ["ParagraphReworded"]),
        (["a b"], ["a c", "x"], ["ParagraphReworded", "ParagraphAdded"]),
        (["a-b;c"], ["a+d,e", "x"], ["ParagraphRemoved", "ParagraphAdded", "ParagraphAdded"]),
        (["a-b"], [*"12345678", "a-c"], ["ParagraphRemoved", *["ParagraphAdded"] * 9]),
        (["a-b"], [*"1234567", "a-c"], ["ParagraphReworded", *["ParagraphAdded"] * 7]),
        (["one", "same"], ["same"], ["ParagraphRemoved"]),
        (["same", "one"], ["one", "same"], ["ParagraphRemoved", "ParagraphAdded"]),
    ],
)
def test_paragraphs_keep_their_order(before: list[str], after: list[str], expected: list[str]) -> None:
    """
    Equal ones stay, and between them a paragraph is looked for among the next eight; none moves.
    """
    assert names(Issue(lead=before), Issue(lead=after)) == expected


def test_a_reworded_paragraph_takes_the_nearest_that_is_like_it() -> None:
    """
    What comes later is not looked at again by the next paragraph.
    """
    patch = diff(Issue(lead=["a b c", "d e f"]), Issue(lead=["a b x", "new", "d e y"]))

    assert [str(each) for each in patch] == [
        'paragraph of the lead reworded: "c" → "x"',
        'paragraph of the lead reworded: "f" → "y"',
        'paragraph added to the lead: "new"',
    ]


def test_what_both_sides_begin_and_end_with_is_not_compared() -> None:
    """
    Equal papers at the ends stay where they are, so that of two equal ones in the middle one goes.
    """
    one, two = Paper(rank=3, title=Text("One")), Paper(rank=3, title=Text("Two"))
    patch = diff(Issue(papers=[one, two, two, one]), Issue(papers=[one, two, one]))

    assert patch.operations == diff(Issue(papers=[one, two, two, one]), Issue(papers=[one, two, one])).operations
    assert [(type(each).__name__, each.pointer) for each in patch] == [("PaperRemoved", "/papers/2")]


def test_authors_are_told_in_order() -> None:
    """
    A name between the same neighbours is a corrected one.
    """

    def written(*authors: str) -> Issue:
        return Issue(papers=[Paper(rank=1, title=Text("Moshi"), authors=authors)])

    def shown(patch: tuple[Operation, ...]) -> list[str]:
        return [str(each) for each in patch]

    assert shown(diff(written("A", "B", "C"), written("A", "X", "C")).operations) == [
        'author of Moshi renamed from "B" to "X"'
    ]
    assert shown(diff(written("A", "C"), written("A", "B", "C", "D")).operations) == [
        "author added to Moshi: B",
        "author added to Moshi: D",
    ]


def test_an_unpaired_element_is_no_candidate_twice() -> None:
    """
    Of two old papers like one new paper, the first one is it.
    """
    patch = diff(papers("abcd 1", "abcd 2"), papers("abcd 3"))

    assert [str(each) for each in patch] == [
        'paper retitled from "abcd 1" to "abcd 3"',
        "paper removed, rank 2: abcd 2",
    ]


def test_a_text_of_equal_fields_but_another_class_is_another_text() -> None:
    """
    Values that look alike are compared with their class: an abstract never stands for a summary.
    """
    assert evolve(papers("a").papers[0], summary=Text("b")) != evolve(papers("a").papers[0], abstract=Abstract("b"))
