"""
What `diff` says of two states, worked out by hand.
"""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve

from mlweekly import Abstract, ContentsEntry, DateRange, Issue, Link, LinkSet, Paper, Series, Text, diff, diff_editions
from mlweekly.changes import (
    ContentsMoved,
    ContentsRegrouped,
    ExtraAdded,
    ExtraChanged,
    ExtraRemoved,
    IssueAdded,
    IssueMoved,
    IssueRemoved,
    IssueRetitled,
    LinkAdded,
    LinkMoved,
    LinkRelabelled,
    LinkRemoved,
    LinkRetargeted,
    LinkSectionChanged,
    Operation,
    OriginalAdded,
    OriginalRemoved,
    PaperAdded,
    PaperMoved,
    PaperRemoved,
    PaperReranked,
    PaperRetitled,
    ParagraphAdded,
    ParagraphRemoved,
    ParagraphReworded,
    PeriodChanged,
    SeriesRetitled,
    TextAdded,
    TextLanguageChanged,
    TextRemoved,
    TextReworded,
    TextTranslated,
    TranslationChanged,
    TranslationRemoved,
)

MOSHI = "https://arxiv.org/abs/2410.00037"
POST = "https://x.com/kyutai_labs/status/1836427396959932492"


def paper(rank: int, title: str, *links: Link) -> Paper:
    """
    Return a paper with a title and links.
    """
    return Paper(rank=rank, title=Text(title), links=LinkSet(links))


def issue(*papers: Paper) -> Issue:
    """
    Return an issue whose papers count from 1.
    """
    return Issue(papers=[evolve(each, rank=rank) for rank, each in enumerate(papers, 1)])


ONE, TWO, THREE = paper(1, "Moshi", Link(MOSHI, "Paper")), paper(2, "Self-Correct"), paper(3, "Qwen2.5")


def changed(old: Issue | Series, new: Issue | Series) -> tuple[Operation, ...]:
    """
    Return the operations between two states, which undo what they do.
    """
    if isinstance(old, Series):
        assert isinstance(new, Series)
        patch = diff(old, new)
        assert patch.inverse().apply(patch.apply(old)) == old
    else:
        assert isinstance(new, Issue)
        patch = diff(old, new)
        assert patch.apply(old) == new
        assert patch.inverse().apply(new) == old
    return patch.operations


def test_a_rotation_a_title_and_a_link_are_three_changes() -> None:
    """
    Three papers rotated by one, a title corrected and a link added are exactly three operations.
    """
    old = issue(ONE, TWO, THREE)
    linked = evolve(ONE, links=LinkSet([*ONE.links, Link(POST, "Tweet")]))
    new = issue(THREE, linked, evolve(TWO, title=Text("Self-Correction")))

    kinds = [type(operation) for operation in changed(old, new)]
    assert kinds == [LinkAdded, PaperRetitled, PaperMoved]


def test_a_move_is_one_change_and_renumbers() -> None:
    """
    Ranks follow the order where both sides count, so a paper that goes to another place is all that changed.
    """
    (move,) = changed(issue(ONE, TWO, THREE), issue(TWO, THREE, ONE))

    assert move == PaperMoved("/papers/0", to=2)
    assert str(move) == "paper moved from rank 1 to 3: Moshi"


def test_a_rank_that_does_not_count_is_a_change_of_its_own() -> None:
    """
    Where a side does not count 1…n, a paper keeps its rank when others move, and a new rank is an operation.
    """
    old, new = Issue(papers=[ONE, TWO]), Issue(papers=[ONE, evolve(TWO, rank=7)])

    assert changed(old, new) == (PaperReranked("/papers/1", before=2, after=7),)
    assert str(diff(old, new)) == "rank of Self-Correct changed from 2 to 7"


def test_ranks_that_count_for_a_while_come_back() -> None:
    """
    What was renumbered on the way carries the rank that counting gave it, so the whole way can be gone back.
    """
    first, second, third = Issue(papers=[TWO]), issue(TWO), issue(ONE, TWO)
    there = diff(first, second) + diff(second, third)

    assert there.apply(first) == third
    assert there.inverse().apply(third) == first


def test_papers_come_and_go() -> None:
    """
    A paper that only one side has is added or removed, and the others are renumbered without a word.
    """
    removed, added = changed(issue(ONE, TWO), issue(TWO, THREE))

    assert removed == PaperRemoved("/papers/0", before=ONE)
    assert added == PaperAdded("/papers/1", after=evolve(THREE, rank=2))
    assert str(removed) == "paper removed, rank 1: Moshi"
    assert str(added) == "paper added, rank 2: Qwen2.5"


def test_papers_are_matched_by_identity_before_title() -> None:
    """
    A paper with the same arXiv id is the same paper, whatever it is called and however the link is spelled.
    """
    renamed = paper(1, "A speech-text foundation model", Link("http://www.arxiv.org/pdf/2410.00037v2", "Paper"))

    assert [type(each) for each in changed(issue(ONE), issue(renamed))] == [PaperRetitled, LinkRetargeted]


@pytest.mark.parametrize(
    ("old", "new", "expected", "sentence"),
    [
        (
            (),
            (Link(MOSHI, "Paper"),),
            LinkAdded("/papers/0/links/0", after=Link(MOSHI, "Paper")),
            f"paper link added to Qwen: {MOSHI}",
        ),
        (
            (Link(MOSHI),),
            (),
            LinkRemoved("/papers/0/links/0", before=Link(MOSHI)),
            f"paper link removed from Qwen: {MOSHI}",
        ),
        (
            (Link(MOSHI, "Tweet"),),
            (Link(POST, "Tweet"),),
            LinkRetargeted("/papers/0/links/0", before=MOSHI, after=POST),
            f"link of Qwen retargeted from {MOSHI} to {POST}",
        ),
        (
            (Link(MOSHI, "Tweet)"),),
            (Link(MOSHI, "Tweet"),),
            LinkRelabelled("/papers/0/links/0", before="Tweet)", after="Tweet"),
            'link of Qwen relabelled from "Tweet)" to "Tweet"',
        ),
        (
            (Link(MOSHI),),
            (Link(MOSHI, section="paper"),),
            LinkSectionChanged("/papers/0/links/0", before=None, after="paper"),
            'link of Qwen moved from section nothing to "paper"',
        ),
        (
            (Link(MOSHI), Link(POST)),
            (Link(POST), Link(MOSHI)),
            LinkMoved("/papers/0/links/0", to=1),
            f"link of Qwen moved from place 1 to 2: {MOSHI}",
        ),
    ],
)
def test_links(old: tuple[Link, ...], new: tuple[Link, ...], expected: Operation, sentence: str) -> None:
    """
    A link is added, removed, retargeted, relabelled, moved: one operation each, in a sentence with the paper's title.
    """
    (operation,) = changed(issue(paper(1, "Qwen", *old)), issue(paper(1, "Qwen", *new)))

    assert operation == expected
    assert str(operation) == sentence


@pytest.mark.parametrize(
    ("old", "new", "expected", "sentence"),
    [
        (
            Text("a model of 7B words"),
            Text("a model of 70B words"),
            (TextReworded("/papers/0/summary", before="a model of 7B words", after="a model of 70B words"),),
            "summary of Qwen reworded: number 7B → 70B",
        ),
        (
            Text("a"),
            Text("a", translations={"ja": "あ"}),
            (TextTranslated("/papers/0/summary", language="ja", after="あ"),),
            'summary of Qwen translated into ja: "あ"',
        ),
        (
            Text("a", translations={"ja": "学習しました"}),
            Text("a", translations={"ja": "学習した"}),
            (TranslationChanged("/papers/0/summary", language="ja", before="学習しました", after="学習した"),),
            'ja translation of the summary of Qwen changed: "ました" → "た"',
        ),
        (
            Text("a", translations={"ja": "あ"}),
            Text("a"),
            (TranslationRemoved("/papers/0/summary", language="ja", before="あ"),),
            'ja translation of the summary of Qwen removed: "あ"',
        ),
        (None, Text("a"), (TextAdded("/papers/0/summary", after=Text("a")),), 'summary of Qwen added: "a"'),
        (Text("a"), None, (TextRemoved("/papers/0/summary", before=Text("a")),), 'summary of Qwen removed: "a"'),
        (
            Text("a"),
            Text("a", "de"),
            (TextLanguageChanged("/papers/0/summary", before="en", after="de"),),
            "language of the original summary of Qwen changed from en to de",
        ),
        (
            Text("a"),
            Text(translations={"en": "a"}),
            (
                TextTranslated("/papers/0/summary", language="en", after="a"),
                OriginalRemoved("/papers/0/summary", before="a", language="en"),
            ),
            'summary of Qwen translated into en: "a"\noriginal summary of Qwen removed: "a"',
        ),
        (
            Text(translations={"ja": "あ"}),
            Text("a", translations={"ja": "あ"}),
            (OriginalAdded("/papers/0/summary", after="a"),),
            'original summary of Qwen added in en: "a"',
        ),
    ],
)
def test_texts(old: Text | None, new: Text | None, expected: tuple[Operation, ...], sentence: str) -> None:
    """
    Each way that a text can change is an operation of its own; what changed inside is told word by word.
    """
    before, after = (issue(Paper(rank=1, title=Text("Qwen"), summary=text)) for text in (old, new))

    assert changed(before, after) == expected
    assert str(diff(before, after)) == sentence


def test_an_abstract_stays_an_abstract() -> None:
    """
    An abstract that appears is the abstract, and no text like a summary.
    """
    old, new = (issue(Paper(rank=1, title=Text("Qwen"), abstract=text)) for text in (None, Abstract("a")))

    assert changed(old, new) == (TextAdded("/papers/0/abstract", after=Abstract("a")),)


def test_paragraphs_are_reworded_added_and_removed() -> None:
    """
    A paragraph between equal ones that changed is reworded; what has no counterpart comes or goes.
    """
    old = Issue(lead=("one", "two words", "three"), notices=("gone",))
    new = Issue(lead=("one", "two more words", "three", "four"))

    assert changed(old, new) == (
        ParagraphReworded("/lead/1", before="two words", after="two more words"),
        ParagraphAdded("/lead/3", after="four"),
        ParagraphRemoved("/notices/0", before="gone"),
    )
    assert str(diff(old, new)).splitlines()[0] == 'paragraph of the lead reworded: "more " added'


def test_series() -> None:
    """
    Issues are matched by heading or by papers, and each change in one names it.
    """
    june, july = DateRange(date(2024, 6, 10), date(2024, 6, 16)), DateRange(date(2024, 7, 1), date(2024, 7, 7))
    old = Series([Issue(title="June", period=june, papers=[ONE]), Issue(title="May")], title="Digest")
    new = Series([Issue(title="April"), Issue(title="July", period=july, papers=[ONE])], title="The digest")

    assert changed(old, new) == (
        SeriesRetitled("", before="Digest", after="The digest"),
        IssueRetitled("/issues/0", before="June", after="July"),
        PeriodChanged("/issues/0", before=june, after=july),
        IssueRemoved("/issues/1", before=Issue(title="May")),
        IssueAdded("/issues/0", after=Issue(title="April")),
    )
    assert (
        str(diff(old, new)).splitlines()[2]
        == "period of July changed from 2024-06-10/2024-06-16 to 2024-07-01/2024-07-07"
    )
    assert changed(Series(new.issues), Series(new.issues[::-1])) == (IssueMoved("/issues/0", to=1),)


def test_contents_lists() -> None:
    """
    Entries move and get other groups.
    """
    may, june = ContentsEntry("May", "#may"), ContentsEntry("June", "#june", "2024")
    old, new = Series(contents=[may, june]), Series(contents=[evolve(june, group="2025"), may])

    assert changed(old, new) == (
        ContentsRegrouped("/contents/1", before="2024", after="2025"),
        ContentsMoved("/contents/0", to=1),
    )


def test_extra_members() -> None:
    """
    A member that the library does not know is added, changed and removed by its name.
    """
    old, new = Issue(extra={"a": 1, "b": None}), Issue(extra={"b": (2,), "c": "x"})

    assert changed(old, new) == (
        ExtraRemoved("", member="a", before=1),
        ExtraChanged("", member="b", before=None, after=(2,)),
        ExtraAdded("", member="c", after="x"),
    )
    assert [operation.place for operation in diff(old, new)] == ["/a", "/b", "/c"]


def test_sides_of_two_kinds_are_refused() -> None:
    """
    An issue and a series have no difference.
    """
    sides: tuple[Issue, Issue] = (Issue(), Series())  # type: ignore[assignment]  # a caller may be untyped

    with pytest.raises(TypeError, match="expected two issues or two series, got Issue and Series"):
        diff(*sides)


def test_editions_are_compared_in_what_both_can_hold() -> None:
    """
    Titles in short and in full, spellings, labels and translations are an edition's own; a lacking paper link is not.
    """
    moshi = Paper(
        rank=1, title=Text("Moshi: a speech-text foundation model"), links=LinkSet([Link(POST, section="post")])
    )
    qwen = Paper(rank=2, title=Text("Qwen"), links=LinkSet([Link("https://arxiv.org/abs/2409.12186", section="paper")]))
    mine = Issue(title="今週", papers=[moshi, qwen], lead=("はじめに",))
    other = Issue(
        title="This week",
        papers=[
            paper(1, "Moshi", Link(MOSHI, "Paper"), Link("https://twitter.com/i/status/1836427396959932492", "Tweet")),
            paper(2, "Qwen", Link("https://www.arxiv.org/pdf/2409.12186", "Paper")),
        ],
    )
    patch = diff_editions(mine, other)

    assert patch.operations == (LinkAdded("/papers/0/links/1", after=Link(MOSHI, section="paper")),)
    assert not diff_editions(patch.apply(mine), other)


def test_equal_issues_without_heading_and_papers_are_the_same_issue() -> None:
    """
    What has neither a title, a period nor papers is known by being equal: it moves, and does not go and come.
    """
    one, other = Issue(lead=["One."]), Issue(lead=["Two."])

    assert changed(Series([one, other]), Series([other, one])) == (IssueMoved("/issues/0", to=1),)
