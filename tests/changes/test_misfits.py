"""
Every way in which an operation does not fit, and what is said of it: operation, place, expected, found.
"""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve

from mlweekly import (
    Abstract,
    ContentsEntry,
    DateRange,
    Issue,
    Link,
    LinkSet,
    Paper,
    PatchError,
    Problem,
    Series,
    Text,
    changes,
)
from mlweekly.changes import OPERATIONS, Operation, Patch

JUNE = DateRange(date(2024, 6, 10), date(2024, 6, 16))
MAY = DateRange(date(2024, 5, 6), date(2024, 5, 12))
LINK = Link("https://arxiv.org/abs/2410.00037", "Paper")
MOSHI = Paper(
    rank=1,
    title=Text("Moshi"),
    authors=["Ada"],
    topics=["Speech"],
    tags=["audio"],
    details={"Venue": "ICLR"},
    summary=Text("a model", translations={"ja": "モデル"}),
    links=LinkSet([LINK]),
    extra={"score": 1},
)
QWEN = Paper(rank=2, title=Text("Qwen"))
ISSUE = Issue(metadata={"draft": True}, title="June", period=JUNE, language="en", lead=["One."], papers=[MOSHI, QWEN])
SERIES = Series([ISSUE], title="Weekly", contents=[ContentsEntry("June", "#june", "2024")])
IN = "/issues/0/papers/0"

OTHERS: list[tuple[Operation, str]] = [
    (changes.AuthorAdded(f"{IN}/authors/0", after="Bo", count=3), "expected 3 elements, found 1"),
    (changes.AuthorRemoved(f"{IN}/authors/0", before="Bo"), 'expected the element "Bo", found "Ada"'),
    (changes.AuthorRenamed(f"{IN}/authors/0", before="Bo", after="Cy"), 'expected the words "Bo", found "Ada"'),
    (changes.ContentsAdded("/contents/0", after=ContentsEntry("May"), count=0), "expected 0 elements, found 1"),
    (changes.ContentsMoved("/contents/0", to=1), "expected one of 1 indexes to move to, found 1"),
    (changes.ContentsRegrouped("/contents/0", before=None, after="2023"), 'expected the group nothing, found "2024"'),
    (changes.ContentsRelabelled("/contents/0", before="May", after="July"), 'expected the label "May", found "June"'),
    (
        changes.ContentsRemoved("/contents/0", before=ContentsEntry("May")),
        'expected the contents entry "May", found the contents entry "June"',
    ),
    (
        changes.ContentsRetargeted("/contents/0", before="#may", after="#july"),
        'expected the target "#may", found "#june"',
    ),
    (changes.DetailAdded(IN, label="Pages", after="12", count=0), "expected 0 details, found 1"),
    (
        changes.DetailChanged(IN, label="Venue", before="ACL", after="a"),
        'expected \'Venue\' in details "ACL", found "ICLR"',
    ),
    (changes.DetailRemoved(IN, label="Pages", before="12"), "expected 'Pages' in details \"12\", found nothing"),
    (changes.ExtraAdded(IN, member="score", after=2), "expected 'score' in extra nothing, found 1"),
    (changes.ExtraChanged(IN, member="score", before=2, after=3), "expected 'score' in extra 2, found 1"),
    (changes.ExtraRemoved(IN, member="stars", before=2), "expected 'stars' in extra 2, found nothing"),
    (changes.IssueAdded("/issues/0", after=Issue(), count=0), "expected 0 elements, found 1"),
    (
        changes.IssueMoved("/issues/0", to=0, element="May"),
        'expected the issue "May", found "June"',
    ),
    (
        changes.IssueRemoved("/issues/0", before=Issue(title="May")),
        'expected the issue "May", found the issue "June"',
    ),
    (changes.IssueRetitled("/issues/0", before=None, after="July"), 'expected the title nothing, found "June"'),
    (changes.LanguageChanged("/issues/0", before="ja", after="ko"), 'expected the language "ja", found "en"'),
    (changes.LinkAdded(f"{IN}/links/0", after=LINK, count=0), "expected 0 elements, found 1"),
    (
        changes.LinkMoved(f"{IN}/links/0", to=0, element="https://example.org"),
        f'expected the link "https://example.org", found "{LINK.url}"',
    ),
    (changes.LinkRelabelled(f"{IN}/links/0", before=None, after="PDF"), 'expected the label nothing, found "Paper"'),
    (
        changes.LinkRemoved(f"{IN}/links/0", before=Link("https://example.org")),
        f'expected the link "https://example.org", found the link "{LINK.url}"',
    ),
    (
        changes.LinkRetargeted(f"{IN}/links/0", before="https://example.org", after="https://example.com"),
        f'expected the url "https://example.org", found "{LINK.url}"',
    ),
    (
        changes.LinkSectionChanged(f"{IN}/links/0", before="code", after=None),
        'expected the section "code", found nothing',
    ),
    (changes.MetadataAdded("/issues/0", member="draft", after=1), "expected 'draft' in metadata nothing, found True"),
    (
        changes.MetadataChanged("/issues/0", member="draft", before=1, after=2),
        "expected 'draft' in metadata 1, found True",
    ),
    (changes.MetadataRemoved("/issues/0", member="a", before=None), "expected 'a' in metadata null, found nothing"),
    (changes.OriginalAdded(f"{IN}/summary", after="a model"), 'expected the language nothing, found "en"'),
    (changes.OriginalRemoved(f"{IN}/summary", before="a thing"), 'expected the original "a thing", found "a model"'),
    (changes.PaperAdded("/issues/0/papers/2", after=MOSHI, count=3), "expected 3 elements, found 2"),
    (changes.PaperMoved("/issues/0/papers/0", to=2), "expected one of 2 indexes to move to, found 2"),
    (changes.PaperRemoved(IN, before=QWEN), 'expected the paper "Qwen", found the paper "Moshi"'),
    (changes.PaperReranked(IN, before=3, after=4), "expected the rank 3, found 1"),
    (
        changes.PaperRetitled(f"{IN}/title", before="Mochi", after="Moshi 2"),
        'expected the original "Mochi", found "Moshi"',
    ),
    (
        changes.ParagraphAdded("/issues/0/lead/2", after="Two."),
        "expected one of 1 elements, found index '2' in '/issues/0/lead/2'",
    ),
    (changes.ParagraphRemoved("/issues/0/lead/0", before="Two."), 'expected the element "Two.", found "One."'),
    (
        changes.ParagraphReworded("/issues/0/lead/0", before="Two.", after="Three."),
        'expected the words "Two.", found "One."',
    ),
    (
        changes.PeriodChanged("/issues/0", before=MAY, after=None),
        "expected the period 2024-05-06/2024-05-12, found 2024-06-10/2024-06-16",
    ),
    (
        changes.PublishedChanged("/issues/0", before=date(2024, 6, 17), after=None),
        "expected the published 2024-06-17, found nothing",
    ),
    (
        changes.ReleasedChanged(IN, before=date(2024, 6, 1), after=None),
        "expected the released 2024-06-01, found nothing",
    ),
    (changes.SeriesRetitled("", before="Monthly", after="Daily"), 'expected the title "Monthly", found "Weekly"'),
    (
        changes.SourceChanged("/issues/0", before="https://example.org", after=None),
        'expected the source "https://example.org", found nothing',
    ),
    (changes.TagAdded(f"{IN}/tags/0", after="TTS", count=3), "expected 3 elements, found 1"),
    (changes.TagRemoved(f"{IN}/tags/0", before="TTS"), 'expected the element "TTS", found "audio"'),
    (changes.TagRenamed(f"{IN}/tags/0", before="TTS", after="a"), 'expected the words "TTS", found "audio"'),
    (changes.TextAdded(f"{IN}/summary", after=Text("a thing")), "expected the summary nothing, found a model"),
    (changes.TextLanguageChanged(f"{IN}/summary", before="ko", after="en"), 'expected the language "ko", found "en"'),
    (changes.TextRemoved(f"{IN}/summary", before=Text("a thing")), "expected the summary a thing, found a model"),
    (
        changes.TextReworded(f"{IN}/summary", before="a thing", after="one"),
        'expected the original "a thing", found "a model"',
    ),
    (changes.TextTranslated(f"{IN}/summary", language="ko", after="모델", count=0), "expected 0 translations, found 1"),
    (
        changes.TopicsChanged(IN, before=(), after=("A",)),
        "expected the topics nothing, found Speech",
    ),
    (
        changes.TranslationChanged(f"{IN}/summary", language="ja", before="物", after="品"),
        'expected \'ja\' in translations "物", found "モデル"',
    ),
    (
        changes.TranslationRemoved(f"{IN}/summary", language="ko", before="모델"),
        "expected 'ko' in translations \"모델\", found nothing",
    ),
]


def refused(operation: Operation, target: Issue | Series = SERIES) -> str:
    """
    Return what is said of one operation that does not fit, without its name.
    """
    with pytest.raises(PatchError, match=f"cannot apply this patch to the {type(target).__name__}") as raised:
        Patch([operation]).apply(target)  # type: ignore[type-var] -- one of the two
    (problem,) = raised.value.problems
    assert problem.pointer == operation.pointer
    name, _, message = problem.message.partition(" does not fit: ")
    assert name == type(operation).__name__
    return message


def test_the_table_has_every_operation() -> None:
    """
    Each kind refuses another target, but for a change of form alone, which is nothing on the model.
    """
    assert {type(operation) for operation, _ in OTHERS} | {changes.Rewritten} == set(OPERATIONS)
    assert Patch([changes.Rewritten("/title", before="a", after="b")]).apply(SERIES) is not None


@pytest.mark.parametrize(("operation", "message"), OTHERS, ids=lambda each: type(each).__name__)
def test_an_operation_refuses_what_it_was_not_made_of(operation: Operation, message: str) -> None:
    """
    Expected is what stood there when the operation was made, found what stands there now.
    """
    assert refused(operation) == message


@pytest.mark.parametrize(
    ("operation", "message"),
    [
        (
            changes.IssueRetitled("/issues/1", before="June", after="July"),
            "expected one of 1 elements, found index '1' in '/issues/1'",
        ),
        (
            changes.IssueRetitled("/lead/0", before="June", after="July"),
            "expected one of 0 elements, found index '0' in '/lead/0'",
        ),
        (changes.IssueRetitled(IN, before="Moshi", after="July"), f"expected a pointer to an issue, found '{IN}'"),
        (
            changes.IssueRetitled("/issues", before="June", after="July"),
            "expected a pointer to an issue, found '/issues'",
        ),
        (
            changes.SeriesRetitled("/issues/0", before="June", after=None),
            "expected a pointer to a series, found '/issues/0'",
        ),
        (changes.SeriesRetitled("title", before="Weekly", after=None), "expected a pointer to a series, found 'title'"),
        (changes.LinkRetargeted(IN, before="a", after="b"), f"expected a pointer to a link, found '{IN}'"),
        (changes.ReleasedChanged("", before=None, after=None), "expected a pointer to a paper, found ''"),
        (
            changes.ContentsRegrouped("/issues/0", before=None, after="a"),
            "expected a pointer to a contents entry, found '/issues/0'",
        ),
        (changes.TextReworded(IN, before="a", after="b"), f"expected a pointer to a text, found '{IN}'"),
        (
            changes.PaperRetitled(f"{IN}/summary", before="a model", after="b"),
            f"expected a pointer to the title of a paper, found '{IN}/summary'",
        ),
        (
            changes.TextAdded(f"{IN}/title", after=Text("a")),
            f"expected a pointer to a summary or an abstract, found '{IN}/title'",
        ),
        (
            changes.TextAdded("/issues/0/summary", after=Text("a")),
            "expected a pointer to a summary or an abstract, found '/issues/0/summary'",
        ),
        (
            changes.ExtraAdded(f"{IN}/links", member="a", after=1),
            f"expected a pointer to an object, found '{IN}/links'",
        ),
        (changes.ExtraAdded(f"{IN}/rank", member="a", after=1), f"expected a pointer to an object, found '{IN}/rank'"),
        (
            changes.LinkAdded(f"{IN}/authors/0", after=LINK),
            f"expected a pointer to an element of links, found '{IN}/authors/0'",
        ),
        (changes.LinkAdded("", after=LINK), "expected a pointer to an element of links, found ''"),
        (
            changes.ParagraphAdded("/issues/0", after="a"),
            "expected a pointer to an element of lead or notices or comments or foot, found '/issues/0'",
        ),
        (
            changes.LinkRemoved(f"{IN}/links/-", before=LINK),
            f"expected one of 1 elements, found index '-' in '{IN}/links/-'",
        ),
        (
            changes.LinkRemoved(f"{IN}/links/00", before=LINK),
            f"expected one of 1 elements, found index '00' in '{IN}/links/00'",
        ),
    ],
    ids=lambda each: f"{type(each).__name__} {each.pointer}" if isinstance(each, Operation) else "",
)
def test_a_pointer_leads_to_what_the_operation_is_about(operation: Operation, message: str) -> None:
    """
    A pointer that leads nowhere, or to something else, is named as it is written.
    """
    assert refused(operation) == message


@pytest.mark.parametrize(
    ("operation", "message"),
    [
        (
            changes.ReleasedChanged(IN, before=None, after=JUNE.end, of=Text("Mochi")),
            'expected the paper "Mochi", found "Moshi"',
        ),
        (
            changes.PeriodChanged("/issues/0", before=JUNE, after=None, of="May"),
            'expected the issue "May", found "June"',
        ),
        (changes.PaperMoved(IN, to=1, of="May"), 'expected the issue "May", found "June"'),
        (
            changes.ContentsRegrouped("/contents/0", before="2024", after=None, of="May"),
            'expected the contents entry "May", found "June"',
        ),
        (changes.SeriesRetitled("", before="Weekly", after=None, of="May"), 'expected the title "May", found nothing'),
        (changes.PaperMoved(IN, to=1, element=Text("Mochi")), 'expected the paper "Mochi", found "Moshi"'),
        (
            changes.ContentsMoved("/contents/0", to=0, element="May"),
            'expected the contents entry "May", found "June"',
        ),
    ],
    ids=lambda each: type(each).__name__,
)
def test_an_operation_fits_nothing_of_another_name(operation: Operation, message: str) -> None:
    """
    What people know the place or the element by is compared, wherever an operation has it.
    """
    assert refused(operation) == message


def test_papers_that_do_not_count_are_not_renumbered() -> None:
    """
    An operation that was made where papers count 1…n fits no issue in which they do not.
    """
    uncounted = Issue(papers=[MOSHI, evolve(QWEN, rank=7)])

    assert (
        refused(changes.PaperMoved("/papers/0", to=1), uncounted) == "expected papers that count 1…n, found other ranks"
    )


def test_values_of_one_name_are_told_apart() -> None:
    """
    Where a paper of the same title is found, or a text that begins alike, the message says what is not the same.
    """
    other = evolve(MOSHI, authors=["Bo"], summary=Text("a thing"))
    assert refused(changes.PaperRemoved(IN, before=other)) == (
        'expected the paper "Moshi", found the paper "Moshi" with other authors and summary'
    )

    abstract = Issue(papers=[evolve(QWEN, rank=1, abstract=Abstract("a model"))])
    assert refused(changes.TextRemoved("/papers/0/abstract", before=Text("a model")), abstract) == (
        "expected the abstract a model, found a model, which is Abstract and not Text"
    )


def test_a_long_list_that_begins_alike_goes_on_otherwise() -> None:
    """
    Of an extra member eighty characters are shown; where they are the same, what follows is not.
    """
    numbers = tuple(range(100, 200))
    message = refused(changes.ExtraRemoved("", member="a", before=(*numbers, 1)), Issue(extra={"a": [*numbers, 2]}))

    assert message.endswith("…, which goes on otherwise")


def test_long_texts_are_shown_where_they_begin_to_differ() -> None:
    """
    Eighty characters are enough, half of them before the first one that is not the same.
    """
    long = "word " * 40
    message = refused(changes.ParagraphReworded("/lead/0", before=f"{long}one", after="a"), Issue(lead=[f"{long}two"]))

    same = ("word " * 8).rstrip()
    assert message == f'expected the words "…{same} one", found "…{same} two"'


def test_what_cannot_be_amid_the_changes_is_nothing_to_compare_with() -> None:
    """
    A text that lost its original and has no translation is none, and a later operation that needs it says so.
    """
    operations = [
        changes.OriginalRemoved("/papers/0/title", before="Qwen"),
        changes.PaperRemoved("/papers/0", before=QWEN, renumbers=False),
    ]

    with pytest.raises(PatchError, match="PaperRemoved does not fit: expected a value to compare with, found one that"):
        Patch(operations).apply(Issue(papers=[QWEN]))


@pytest.mark.parametrize(
    ("operation", "message"),
    [
        (changes.PaperReranked(IN, before=1, after=0), "its rank must be from 1 to 2147483647, got 0"),
        (changes.ExtraAdded(IN, member="title", after=1), "its extra must not repeat the member 'title'"),
        (changes.LinkAdded(f"{IN}/links/0", after="a"), "its 0 must be a Link, got 'a': write Link(url)"),  # type: ignore[arg-type] -- the wrong type is what is tested
        (changes.IssueRetitled("/issues/0", before="June", after=" "), "its title must not be blank, got ' '"),
    ],
    ids=lambda each: type(each).__name__,
)
def test_an_operation_cannot_make_what_a_constructor_refuses(operation: Operation, message: str) -> None:
    """
    The reason of the constructor is the reason of the operation that asked for it, and nothing is raised from inside.
    """
    found = Patch([operation])
    with pytest.raises(PatchError) as raised:
        found.apply(SERIES)
    assert [problem.message for problem in raised.value.problems] == [
        f"{type(operation).__name__} does not fit: {message}"
    ]


def test_a_patch_holds_operations_and_fits_issues_and_series() -> None:
    """
    Anything else is refused before it is asked for what it does not have.
    """
    with pytest.raises(ValueError, match="cannot make this Patch") as raised:
        Patch([changes.IssueRetitled("", before=None, after="a"), "title"])  # type: ignore[list-item] -- the wrong type is what is tested
    assert getattr(raised.value, "problems", ()) == (Problem("/operations/1", "must be an Operation, got 'title'"),)

    with pytest.raises(TypeError, match="expected an Issue or a Series, got Paper"):
        Patch().apply(MOSHI)  # type: ignore[type-var] -- the wrong type is what is tested
