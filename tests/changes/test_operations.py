"""
Every kind of operation: its place, its sentence, its line on a page, its inverse, its JSON form.
"""

from __future__ import annotations

import inspect
import pickle
from datetime import date
from typing import NamedTuple

import attrs
import pytest

from mlweekly import (
    Abstract,
    ContentsEntry,
    DateRange,
    Issue,
    Link,
    LinkSet,
    Paper,
    Series,
    Text,
    changes,
    json,
    reports,
)
from mlweekly.changes import OPERATIONS, Operation, Patch
from mlweekly.model import members_of

JUNE = DateRange(date(2024, 6, 10), date(2024, 6, 16))
JULY = DateRange(date(2024, 7, 1), date(2024, 7, 7))
URL, OTHER_URL = "https://arxiv.org/abs/2410.00037", "https://github.com/kyutai-labs/moshi"
TITLE = Text("Moshi")
LINK, CODE = Link(URL, "Paper", section="post"), Link(OTHER_URL)
MOSHI = Paper(
    rank=1,
    title=TITLE,
    authors=["Ada", "Bo"],
    topics=["Speech"],
    tags=["audio", "cs.CL"],
    details={"Venue": "ICLR", "Pages": "12"},
    summary=Text("a model of 7B", translations={"ja": "70億のモデル"}, extra={"tone": "calm"}),
    links=LinkSet([LINK, CODE]),
)
QWEN = Paper(rank=2, title=Text("Qwen"), links=LinkSet([LINK]), summary=Text("a coder"))
ENTRY = ContentsEntry("June", "#june", "2024")
ISSUE = Issue(
    title="June",
    period=JUNE,
    language="en",
    source="https://example.org/a",
    published=JUNE.end,
    lead=["One.", "Two."],
    papers=[MOSHI, QWEN],
    metadata={"draft": True},
    extra={"mood": (1, None)},
)
SERIES = Series([ISSUE, Issue(title="May")], title="Weekly", contents=[ENTRY, ContentsEntry("May")], foot=["End."])
AT, IN = "/issues/0", "/issues/0/papers/0"
DAY = date(2024, 9, 16)


class Case(NamedTuple):
    """
    An operation that fits `SERIES`, and what is to be said of it.
    """

    operation: Operation
    place: str
    sentence: str
    line: str


CASES = (
    Case(
        changes.AuthorAdded(f"{IN}/authors/1", after="Cy", of=TITLE, count=2),
        f"{IN}/authors/1",
        "author added to Moshi: Cy",
        "  + author: {+Cy+}",
    ),
    Case(
        changes.AuthorRemoved(f"{IN}/authors/1", before="Bo", of=TITLE, count=2),
        f"{IN}/authors/1",
        "author removed from Moshi: Bo",
        "  - author: [-Bo-]",
    ),
    Case(
        changes.AuthorRenamed(f"{IN}/authors/1", before="Bo", after="Bo Li", of=TITLE),
        f"{IN}/authors/1",
        'author of Moshi renamed from "Bo" to "Bo Li"',
        "  ~ author: Bo{+ Li+}",
    ),
    Case(
        changes.ContentsAdded("/contents/2", after=ContentsEntry("July", "#july"), count=2),
        "/contents/2",
        'contents entry added: "July"',
        "  + contents entry: July → #july",
    ),
    Case(
        changes.ContentsMoved("/contents/1", to=0, element="May"),
        "/contents/1",
        'contents entry moved from place 2 to 1: "May"',
        "  ↕ contents entry from place 2 to 1: May",
    ),
    Case(
        changes.ContentsRegrouped("/contents/0", before="2024", after="2025", of="June"),
        "/contents/0/group",
        'contents entry regrouped from "2024" to "2025"',
        "  ~ June, group of the contents entry: [-2024-]{+2025+}",
    ),
    Case(
        changes.ContentsRelabelled("/contents/0", before="June", after="July"),
        "/contents/0/label",
        'contents entry relabelled from "June" to "July"',
        "  ~ words of the contents entry: [-June-]{+July+}",
    ),
    Case(
        changes.ContentsRemoved("/contents/0", before=ENTRY, count=2),
        "/contents/0",
        'contents entry removed: "June"',
        "  - contents entry: June → #june",
    ),
    Case(
        changes.ContentsRetargeted("/contents/0", before="#june", after=None, of="June"),
        "/contents/0/target",
        'contents entry retargeted from "#june" to nothing',
        "  - June, target of the contents entry: [-#june-]",
    ),
    Case(
        changes.DetailAdded(IN, label="Code & data", after="[here](x.md)", of=TITLE, count=2),
        f"{IN}/details/Code & data",
        "detail 'Code & data' added to Moshi: \"[here](x.md)\"",
        "  + detail 'Code & data': {+[here](x.md)+}",
    ),
    Case(
        changes.DetailChanged(IN, label="Pages", before="12", after="13", of=TITLE),
        f"{IN}/details/Pages",
        "detail 'Pages' of Moshi reworded: number 12 → 13",
        "  ~ detail 'Pages': [-12-]{+13+}",
    ),
    Case(
        changes.DetailRemoved(IN, label="Venue", before="ICLR", of=TITLE, count=2),
        f"{IN}/details/Venue",
        "detail 'Venue' removed from Moshi: \"ICLR\"",
        "  - detail 'Venue': [-ICLR-]",
    ),
    Case(
        changes.ExtraAdded(AT, member="a/b", after=(1, "x"), of="June"),
        f"{AT}/a~1b",
        "extra member 'a/b' added of June",
        "  + extra member 'a/b': {+[1, \"x\"]+}",
    ),
    Case(
        changes.ExtraChanged(AT, member="mood", before=(1, None), after=None, of="June"),
        f"{AT}/mood",
        "extra member 'mood' changed of June",
        "  ~ extra member 'mood': [-[1, null]-] → {+null+}",
    ),
    Case(
        changes.ExtraRemoved(f"{IN}/summary", member="tone", before="calm", of=TITLE),
        f"{IN}/summary/tone",
        "extra member 'tone' removed of Moshi",
        "  - extra member 'tone': [-calm-]",
    ),
    Case(
        changes.IssueAdded("/issues/1", after=Issue(period=JULY, papers=[MOSHI]), count=2),
        "/issues/1",
        "issue added: 2024-07-01/2024-07-07",
        "  + issue: 2024-07-01/2024-07-07 (1 paper)",
    ),
    Case(
        changes.IssueMoved("/issues/0", to=1, element="June"),
        "/issues/0",
        "issue moved from place 1 to 2: June",
        "  ↕ issue from place 1 to 2: June",
    ),
    Case(
        changes.IssueRemoved("/issues/0", before=ISSUE, count=2),
        "/issues/0",
        "issue removed: June",
        "  - issue: June (2 papers)",
    ),
    Case(
        changes.IssueRetitled(AT, before="June", after=None),
        f"{AT}/title",
        'issue retitled from "June" to nothing',
        "  - title: [-June-]",
    ),
    Case(
        changes.LanguageChanged(AT, before="en", after="ja", of="June"),
        f"{AT}/language",
        'language of June changed from "en" to "ja"',
        "  ~ language: [-en-]{+ja+}",
    ),
    Case(
        changes.LinkAdded(f"{IN}/links/2", after=Link("https://example.org/b"), of=TITLE, count=2),
        f"{IN}/links/2",
        "link added to Moshi: https://example.org/b",
        "  + link: example.org <https://example.org/b>",
    ),
    Case(
        changes.LinkMoved(f"{IN}/links/0", to=1, element=URL, of=TITLE),
        f"{IN}/links/0",
        f"link of Moshi moved from place 1 to 2: {URL}",
        f"  ↕ link from place 1 to 2: arxiv.org <{URL}>",
    ),
    Case(
        changes.LinkRelabelled(f"{IN}/links/0", before="Paper", after="PDF", of=TITLE),
        f"{IN}/links/0/label",
        'link of Moshi relabelled from "Paper" to "PDF"',
        "  ~ label of link 1: [-Paper-]{+PDF+}",
    ),
    Case(
        changes.LinkRemoved(f"{IN}/links/0", before=LINK, of=TITLE, count=2),
        f"{IN}/links/0",
        f"paper link removed from Moshi: {URL}",
        f"  - paper link: Paper → arxiv.org <{URL}>",
    ),
    Case(
        changes.LinkRetargeted(f"{IN}/links/1", before=OTHER_URL, after=URL, of=TITLE),
        f"{IN}/links/1/url",
        f"link of Moshi retargeted from {OTHER_URL} to {URL}",
        f"  ~ target of link 2: [-{OTHER_URL}-] → {{+{URL}+}}",
    ),
    Case(
        changes.LinkSectionChanged(f"{IN}/links/0", before="post", after=None, of=TITLE),
        f"{IN}/links/0/section",
        'link of Moshi moved from section "post" to nothing',
        "  - section of link 1: [-post-]",
    ),
    Case(
        changes.MetadataAdded(AT, member="tags", after=("a",), of="June", count=1),
        f"{AT}/metadata/tags",
        "metadata member 'tags' added of June",
        "  + metadata member 'tags': {+[\"a\"]+}",
    ),
    Case(
        changes.MetadataChanged(AT, member="draft", before=True, after=1, of="June"),
        f"{AT}/metadata/draft",
        "metadata member 'draft' changed of June",
        "  ~ metadata member 'draft': [-true-] → {+1+}",
    ),
    Case(
        changes.MetadataRemoved(AT, member="draft", before=True, of="June", count=1),
        f"{AT}/metadata/draft",
        "metadata member 'draft' removed of June",
        "  - metadata member 'draft': [-true-]",
    ),
    Case(
        changes.OriginalAdded(f"{IN}/abstract", after="Wir", language="de", of=TITLE),
        f"{IN}/abstract/original",
        'original abstract of Moshi added in de: "Wir"',
        "  + abstract, original in de: {+Wir+}",
    ),
    Case(
        changes.OriginalRemoved(f"{IN}/summary", before="a model of 7B", of=TITLE),
        f"{IN}/summary/original",
        'original summary of Moshi removed: "a model of 7B"',
        "  - summary, original in en: [-a model of 7B-]",
    ),
    Case(
        changes.PaperAdded(f"{AT}/papers/1", after=attrs.evolve(QWEN, rank=7), of="June", count=2),
        f"{AT}/papers/1",
        "paper added to June, rank 2: Qwen",
        "  + paper at rank 2: {+Qwen+}",
    ),
    Case(
        changes.PaperMoved(f"{AT}/papers/0", to=1, element=TITLE, of="June"),
        f"{AT}/papers/0",
        "paper moved of June from rank 1 to 2: Moshi",
        "  ↕ paper from rank 1 to 2: Moshi",
    ),
    Case(
        changes.PaperRemoved(f"{AT}/papers/1", before=QWEN, of="June", count=2),
        f"{AT}/papers/1",
        "paper removed from June, rank 2: Qwen",
        "  - paper at rank 2: [-Qwen-]",
    ),
    Case(
        changes.PaperReranked(IN, before=1, after=4, of=TITLE),
        f"{IN}/rank",
        "rank of Moshi changed from 1 to 4",
        "  ~ rank: [-1-] → {+4+}",
    ),
    Case(
        changes.PaperRetitled(f"{IN}/title", before="Moshi", after="Moshi 2"),
        f"{IN}/title/original",
        'paper retitled from "Moshi" to "Moshi 2"',
        "  ~ title: Moshi{+ 2+}",
    ),
    Case(
        changes.ParagraphAdded(f"{AT}/lead/0", after="Zero.", of="June", count=2),
        f"{AT}/lead/0",
        'paragraph added to the lead of June: "Zero."',
        "  + paragraph 1 of the lead: {+Zero.+}",
    ),
    Case(
        changes.ParagraphRemoved("/foot/0", before="End.", count=1),
        "/foot/0",
        'paragraph removed from the foot: "End."',
        "  - paragraph 1 of the foot: [-End.-]",
    ),
    Case(
        changes.ParagraphReworded(f"{AT}/lead/1", before="Two.", after="Three.", of="June"),
        f"{AT}/lead/1",
        'paragraph of the lead of June reworded: "Two" → "Three"',
        "  ~ paragraph 2 of the lead: [-Two-]{+Three+}.",
    ),
    Case(
        changes.PeriodChanged(AT, before=JUNE, after=JULY, of="June"),
        f"{AT}/period",
        "period of June changed from 2024-06-10/2024-06-16 to 2024-07-01/2024-07-07",
        "  ~ period: [-2024-06-10/2024-06-16-] → {+2024-07-01/2024-07-07+}",
    ),
    Case(
        changes.PublishedChanged(AT, before=JUNE.end, after=None, of="June"),
        f"{AT}/published",
        "day of publication of June changed from 2024-06-16 to nothing",
        "  - day of publication: [-2024-06-16-]",
    ),
    Case(
        changes.ReleasedChanged(IN, before=None, after=DAY, of=TITLE),
        f"{IN}/released",
        "day of release of Moshi changed from nothing to 2024-09-16",
        "  + day of release: {+2024-09-16+}",
    ),
    Case(
        changes.Rewritten(f"{IN}/title", before="**Moshi**", after="Moshi", of=TITLE),
        f"{IN}/title",
        f'form of {IN}/title changed from "**Moshi**" to "Moshi"',
        "  ¶ title: [-**-]Moshi[-**-]",
    ),
    Case(
        changes.SeriesRetitled("", before="Weekly", after="Daily"),
        "/title",
        'series retitled from "Weekly" to "Daily"',
        "  ~ title of the series: [-Weekly-]{+Daily+}",
    ),
    Case(
        changes.SourceChanged(AT, before="https://example.org/a", after=None, of="June"),
        f"{AT}/source",
        "source of June changed from https://example.org/a to nothing",
        "  - source: [-https://example.org/a-]",
    ),
    Case(
        changes.TagAdded(f"{IN}/tags/2", after="TTS", of=TITLE, count=2),
        f"{IN}/tags/2",
        "tag added to Moshi: TTS",
        "  + tag: {+TTS+}",
    ),
    Case(
        changes.TagRemoved(f"{IN}/tags/0", before="audio", of=TITLE, count=2),
        f"{IN}/tags/0",
        "tag removed from Moshi: audio",
        "  - tag: [-audio-]",
    ),
    Case(
        changes.TagRenamed(f"{IN}/tags/0", before="audio", after="speech", of=TITLE),
        f"{IN}/tags/0",
        'tag of Moshi renamed from "audio" to "speech"',
        "  ~ tag: [-audio-]{+speech+}",
    ),
    Case(
        changes.TextAdded(f"{IN}/abstract", after=Abstract("We show."), of=TITLE),
        f"{IN}/abstract",
        'abstract of Moshi added: "We show."',
        "  + abstract: {+We show.+}",
    ),
    Case(
        changes.TextLanguageChanged(f"{IN}/summary", before="en", after="de", of=TITLE),
        f"{IN}/summary/language",
        "language of the original summary of Moshi changed from en to de",
        "  ~ summary, language of the original: [-en-]{+de+}",
    ),
    Case(
        changes.TextRemoved("/issues/0/papers/1/summary", before=Text("a coder"), of=Text("Qwen")),
        "/issues/0/papers/1/summary",
        'summary of Qwen removed: "a coder"',
        "  - summary: [-a coder-]",
    ),
    Case(
        changes.TextReworded(f"{IN}/summary", before="a model of 7B", after="a model of 70B", of=TITLE),
        f"{IN}/summary/original",
        "summary of Moshi reworded: number 7B → 70B",
        "  ~ summary: a model of [-7B-]{+70B+}",
    ),
    Case(
        changes.TextTranslated(f"{IN}/summary", language="ko", after="모델", of=TITLE, count=1),
        f"{IN}/summary/translations/ko",
        'summary of Moshi translated into ko: "모델"',
        "  + summary, ko translation: {+모델+}",
    ),
    Case(
        changes.TopicsChanged(IN, before=("Speech",), after=("Models", "Audio"), of=TITLE),
        f"{IN}/topics",
        "topics of Moshi changed from Speech to Models › Audio",
        "  ~ topics: [-Speech-] → {+Models › Audio+}",
    ),
    Case(
        changes.TranslationChanged(
            f"{IN}/summary", language="ja", before="70億のモデル", after="7億のモデル", of=TITLE
        ),
        f"{IN}/summary/translations/ja",
        "ja translation of the summary of Moshi changed: number 70億 → 7億",
        "  ~ summary, ja translation: [-70億-]{+7億+}のモデル",
    ),
    Case(
        changes.TranslationRemoved(f"{IN}/summary", language="ja", before="70億のモデル", of=TITLE, count=1),
        f"{IN}/summary/translations/ja",
        'ja translation of the summary of Moshi removed: "70億のモデル"',
        "  - summary, ja translation: [-70億のモデル-]",
    ),
)
# An abstract that has translations alone, for the one operation that needs it.
WITH_ABSTRACT = attrs.evolve(
    SERIES,
    issues=[
        attrs.evolve(ISSUE, papers=[attrs.evolve(MOSHI, abstract=Abstract(translations={"ja": "私"})), QWEN]),
        *SERIES[1:],
    ],
)
each_case = pytest.mark.parametrize("case", CASES, ids=lambda case: type(case.operation).__name__)


def target_of(case: Case) -> Series:
    """
    Return the series that the operation fits.
    """
    return WITH_ABSTRACT if isinstance(case.operation, changes.OriginalAdded) else SERIES


def without_names(operation: Operation) -> Operation:
    """
    Return the same operation without what people know its place by.
    """
    names = {name: None for name in ("of", "element") if hasattr(operation, name)}
    return attrs.evolve(operation, **names)


def test_the_table_has_every_operation() -> None:
    """
    A kind that comes later needs its line here.
    """
    assert [type(case.operation) for case in CASES] == sorted(OPERATIONS, key=lambda kind: kind.__name__)


@pytest.mark.parametrize("cls", [Series, Issue, ContentsEntry, Paper, Text, Link], ids=lambda cls: cls.__name__)
def test_every_member_has_its_operations(cls: type) -> None:
    """
    Whatever changes in a value of the model, there is an operation for it: a member that comes later needs one.

    A title changes inside.
    """
    changed = {member for kind in OPERATIONS for owner, member in kind.ON if owner is cls}

    assert changed == {member.name for member in members_of(cls)} - ({"title"} if cls is Paper else set())


@each_case
def test_an_operation_says_what_it_does(case: Case) -> None:
    """
    Its place is the pointer to what changes, and its sentence names the paper, issue or entry that it is about.
    """
    assert case.operation.place == case.place
    assert str(case.operation) == case.sentence
    assert case.line in reports.text(Patch([case.operation])).splitlines()


@each_case
def test_an_operation_is_applied_and_undone(case: Case) -> None:
    """
    It fits, changes something but for a change of form, and its inverse brings the old value back, step by step too.
    """
    operation, target = case.operation, target_of(case)
    new = Patch([operation]).apply(target)

    assert (new != target) is not isinstance(operation, changes.Rewritten)
    assert Patch([operation.inverse()]).apply(new) == target
    assert operation.inverse().inverse() == operation
    assert json.patch_to_data(Patch([operation.inverse().inverse()])) == json.patch_to_data(Patch([operation]))


@each_case
def test_an_operation_comes_back_from_json_and_pickle(case: Case) -> None:
    """
    With the names that are not compared.
    """
    patch = Patch([case.operation])
    for returned in (json.loads_patch(json.dumps_patch(patch)), pickle.loads(pickle.dumps(patch))):
        assert returned == patch
        assert str(returned) == str(patch)
        assert hash(returned) == hash(patch)


@each_case
def test_an_operation_without_names_fits_too(case: Case) -> None:
    """
    What people know the place by is a safeguard and no part of the change: it is not compared.
    """
    bare = without_names(case.operation)

    assert bare == case.operation
    assert Patch([bare]).apply(target_of(case)) == Patch([case.operation]).apply(target_of(case))


@each_case
def test_an_operation_of_an_issue_is_one_of_its_series(case: Case) -> None:
    """
    `under` puts the pointer of the issue before the operation's own.
    """
    operation = case.operation
    if operation.pointer.startswith("/issues/0") and not isinstance(
        operation, changes.IssueMoved | changes.IssueRemoved
    ):
        inner = attrs.evolve(operation, pointer=operation.pointer.removeprefix("/issues/0"))
        issue = target_of(case)[0]

        assert inner.under("/issues/0") == operation
        assert Patch([inner]).apply(issue) == Patch([operation]).apply(target_of(case))[0]


@pytest.mark.parametrize(
    ("operation", "sentence"),
    [
        (changes.LinkMoved("/papers/0/links/1", to=0), "link of /papers/0/links/1 moved from place 2 to 1"),
        (changes.PaperMoved("/papers/3", to=0, renumbers=False), "paper moved from place 4 to 1: /papers/3"),
        (changes.PaperMoved("/papers/3", to=0), "paper moved from rank 4 to 1: /papers/3"),
        (changes.IssueMoved("/issues/3", to=0), "issue moved from place 4 to 1: /issues/3"),
        (changes.ContentsMoved("/contents/3", to=0), "contents entry moved from place 4 to 1: /contents/3"),
        (changes.PaperAdded("/papers/3", after=QWEN), "paper added, rank 4: Qwen"),
        (changes.PaperAdded("/papers/3", after=QWEN, renumbers=False), "paper added, rank 2: Qwen"),
        (changes.PaperRemoved("/papers/3", before=QWEN, renumbers=False), "paper removed, rank 2: Qwen"),
        (changes.PaperRemoved("/papers/-", before=QWEN), "paper removed, rank 2: Qwen"),
        (changes.PaperReranked("", before=1, after=2), "rank changed from 1 to 2"),
        (changes.TopicsChanged("", before=(), after=("A", "B")), "topics changed from nothing to A › B"),
        (changes.DetailAdded("/papers/0", label="A", after="b"), "detail 'A' added to /papers/0: \"b\""),
        (changes.IssueAdded("/issues/0", after=Issue()), "issue added: without a title"),
        (changes.IssueRemoved("/issues/0", before=Issue()), "issue removed: without a title"),
        (
            changes.LinkAdded("/papers/0/links/0", after=Link(OTHER_URL)),
            f"code link added to /papers/0/links/0: {OTHER_URL}",
        ),
        (changes.SourceChanged("", before=None, after=URL), f"source changed from nothing to {URL}"),
        (changes.Rewritten("", before="a", after="b"), 'form of the document changed from "a" to "b"'),
        (changes.TextAdded("/papers/0/summary", after=Text(translations={"ko": "b", "ja": "a"})), 'summary added: "a"'),
        (
            changes.LinkRelabelled(
                "/papers/0/links/0", before=None, after="a", of=Text(translations={"ko": "b", "ja": "c"})
            ),
            'link of c relabelled from nothing to "a"',
        ),
    ],
)
def test_an_operation_says_what_it_knows(operation: Operation, sentence: str) -> None:
    """
    Without a name the pointer stands in the sentence; a title without an original is known by its first translation.
    """
    assert str(operation) == sentence


@pytest.mark.parametrize(
    ("pointer", "to", "pointers"),
    [
        ("/papers/x", 0, ["/pointer"]),
        ("/papers/01", -1, ["/pointer", "/to"]),
        ("", 0, ["/pointer"]),
        ("/papers/0", -1, ["/to"]),
    ],
)
def test_a_move_needs_two_positions(pointer: str, to: int, pointers: list[str]) -> None:
    """
    A move that ends nowhere, or begins nowhere, is refused when it is built.
    """
    with pytest.raises(ValueError, match="cannot make this PaperMoved") as raised:
        changes.PaperMoved(pointer, to=to)
    assert [problem.pointer for problem in getattr(raised.value, "problems", ())] == pointers


@pytest.mark.parametrize("kind", OPERATIONS, ids=lambda kind: kind.__name__)
def test_an_operation_takes_its_pointer_by_position(kind: type[Operation]) -> None:
    """
    And all else by keyword, so that what it replaces is never taken for what it puts there.
    """
    pointer, *others = inspect.signature(kind).parameters.values()

    assert (pointer.name, pointer.kind) == ("pointer", inspect.Parameter.POSITIONAL_OR_KEYWORD)
    assert {each.kind for each in others} == {inspect.Parameter.KEYWORD_ONLY}


def test_an_operation_matches_by_keywords() -> None:
    """
    A `match` statement takes an operation apart by the names of its attributes.
    """
    found: list[object] = []
    for case in CASES:
        match case.operation:
            case changes.PaperMoved(to=to, element=Text(original=title)):
                found.append((title, to))
            case changes.LinkAdded(after=Link(url=url), of=Text(original=title)):
                found.append((title, url))
            case changes.TranslationChanged(language=tag, before=before):
                found.append((tag, before))
            case _:
                pass

    assert found == [("Moshi", "https://example.org/b"), ("Moshi", 1), ("ja", "70億のモデル")]
