"""
Many fixes, one patch: which are made together, and which wait.
"""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from datetime import date, timedelta

import mlweekly
from mlweekly import ContentsEntry, DateRange, Issue, Link, LinkSet, Paper, Series, Settings, Text, markdown, validate
from mlweekly.changes import (
    LinkAdded,
    LinkRemoved,
    LinkRetargeted,
    Operation,
    PaperRetitled,
    Patch,
    Rewritten,
    TranslationChanged,
)
from mlweekly.model import anchor_of
from mlweekly.validation import Context, Finding, Fix, IssueRule, Violation
from mlweekly.validation._fixes import together

TITLE = Text("one", language="en", translations={"ja": "いち"})
ISSUE = Issue(papers=[Paper(rank=1, title=TITLE, links=LinkSet([Link("https://a.org/1"), Link("https://a.org/2")]))])
TEXT = "## Papers\n\n| **Paper** | **Links** |\n|---|---|\n| 1) **Moshi**  -  words | [Paper](https://a.org/b) |\n"


def finding(*operations: Operation, safe: bool = True) -> Finding:
    """
    Return a finding whose fix makes these operations.
    """
    fix = Fix(Patch(operations), safe=safe)
    return Finding(
        code="Z1",
        name="z",
        severity="info",
        pointer="",
        message="",
        evidence={},
        fix=fix,
        fingerprint=str(hash(operations)),
    )


def retargeted(place: int, after: str) -> LinkRetargeted:
    """
    Return the operation that gives a link of the paper another target.
    """
    return LinkRetargeted(f"/papers/0/links/{place}", before=f"https://a.org/{place + 1}", after=after)


def removed(place: int) -> LinkRemoved:
    """
    Return the operation that takes a link of the paper away.
    """
    return LinkRemoved(f"/papers/0/links/{place}", before=ISSUE.papers[0].links[place])


def test_removal_keeps_others_from_its_sequence() -> None:
    """
    Positions behind a removed link shift: what else is to be done to these links waits, whichever comes first.
    """
    other = retargeted(1, "https://b.org")

    assert list(together([finding(removed(0)), finding(other)], unsafe=False)[0]) == [removed(0)]
    assert list(together([finding(other), finding(removed(0))], unsafe=False)[0]) == [other]


def test_equal_operations_are_made_once() -> None:
    """
    Two findings may have one cause.
    """
    other = retargeted(0, "https://b.org")

    assert list(together([finding(other), finding(other)], unsafe=False)[0]) == [other]


def test_fix_is_made_whole_or_not_at_all() -> None:
    """
    Where one operation of a fix is in the way, the others are not made either.
    """
    both = finding(retargeted(0, "https://c.org"), retargeted(1, "https://c.org"))

    assert list(together([finding(retargeted(0, "https://b.org")), both], unsafe=False)[0]) == [
        retargeted(0, "https://b.org")
    ]


def test_unsafe_fixes_are_left_out_unless_asked_for() -> None:
    """
    A safe fix is made where an unsafe one that was found earlier would be in its way.
    """
    found = [finding(retargeted(0, "https://b.org"), safe=False), finding(retargeted(0, "https://c.org"))]

    assert list(together(found, unsafe=False)[0]) == [retargeted(0, "https://c.org")]
    assert list(together(found, unsafe=True)[0]) == [retargeted(0, "https://b.org")]


def test_title_and_its_translation_are_fixed_one_after_the_other() -> None:
    """
    An operation knows its paper by the title, which the other one may change.
    """

    def title(context: Context) -> Iterator[Violation]:
        for each in context.papers:
            text = each.paper.title
            changes: list[Operation] = []
            if text.original == "one":
                changes.append(PaperRetitled(f"{each.pointer}/title", before="one", after="One", of=text))
            if text.translations.get("ja") == "いち":
                changes.append(
                    TranslationChanged(f"{each.pointer}/title", before="いち", after="一", language="ja", of=text)
                )
            for change in changes:
                fix = Fix(Patch([change]), safe=True)
                yield Violation(
                    pointer=f"{each.pointer}/title", message="", evidence={}, identity_parts=(str(change),), fix=fix
                )

    report = validate(ISSUE, select="Z1", settings=Settings(rules=[IssueRule("Z1", "title", "info", title)]))

    assert len(report.findings) == 2
    assert report.fix().papers[0].title == Text("One", language="en", translations={"ja": "一"})


def test_many_turns_are_taken() -> None:
    """
    Fixes that keep each other waiting are all made.
    """

    def duplicate(context: Context) -> Iterator[Violation]:
        links = list(context.issue.papers[0].links)
        for place in range(1, len(links)):
            operation = LinkRemoved(f"/papers/0/links/{place}", before=links[place], count=len(links))
            fix = Fix(Patch([operation]), safe=True)
            yield Violation(pointer=f"/papers/0/links/{place}", message="", evidence={}, identity_parts=(), fix=fix)

    links = LinkSet([Link("https://a.org/1")] * 30)
    issue = Issue(papers=[Paper(rank=1, title=Text("Moshi"), links=links)])
    rule = IssueRule("Z1", "duplicate", "info", duplicate)

    assert len(validate(issue, select="Z1", settings=Settings(rules=[rule])).fix().papers[0].links) == 1


def test_rules_that_undo_each_other_come_to_an_end() -> None:
    """
    Where two rules want opposite things, fixing stops where it began to repeat itself.
    """

    def back_and_forth(context: Context) -> Iterator[Violation]:
        text = context.issue.papers[0].title
        after = {"a": "b", "b": "a"}[str(text)]
        fix = Fix(Patch([PaperRetitled("/papers/0/title", before=str(text), after=after)]), safe=True)
        yield Violation(pointer="/papers/0/title", message="", evidence={}, identity_parts=(), fix=fix)

    issue = Issue(papers=[Paper(rank=1, title=Text("a"))])
    report = validate(issue, select="Z1", settings=Settings(rules=[IssueRule("Z1", "both", "info", back_and_forth)]))

    assert report.fix().papers[0].title == Text("b")


def test_changes_of_form_must_find_their_place() -> None:
    """
    Two that want the same piece of the text are not both made, and one that finds no piece is left out.
    """
    document = markdown.parse(TEXT)
    pointer = "/issues/0/papers/0/title"
    first = Rewritten(pointer, before="**  -  ", after="** - ")
    second = Rewritten(pointer, before="  -  ", after=" – ")
    third = Rewritten(pointer, before="nowhere", after="")
    found = [finding(first), finding(second), finding(third)]

    assert list(together(found, document, unsafe=False)[0]) == [first]
    assert mlweekly.markdown.edit(TEXT, Patch([first])) == TEXT.replace("**  -  ", "** - ")


def test_changes_of_form_come_first_and_titles_last() -> None:
    """
    Forms are those of the text as it is, and a title is what other operations know the paper by.
    """
    form = Rewritten("/papers/0/title", before="x", after="y")
    title = PaperRetitled("/papers/0/title", before="one", after="One", of=TITLE)
    link = retargeted(0, "https://b.org")

    assert list(together([finding(title), finding(link), finding(form)], unsafe=False)[0]) == [form, link, title]


def test_fixes_of_other_issues_do_not_wait() -> None:
    """
    What is far apart is made at once.
    """
    found = [finding(removed(0).under(f"/issues/{index}")) for index in range(3)]
    patch = together(found, unsafe=False)[0]

    assert len(patch) == 3
    assert [len(issue.papers[0].links) for issue in patch.apply(Series([ISSUE] * 3))] == [1, 1, 1]


def test_additions_to_one_sequence_stand_beside_each_other() -> None:
    """
    Links that several fixes add come in the order of the findings, each where it would stand alone, and fit the count.
    """
    links = [Link(f"https://b.org/{number}") for number in range(3)]
    added = [
        LinkAdded(f"/papers/0/links/{place}", after=link, count=2, of=TITLE)
        for place, link in zip((2, 1, 2), links, strict=True)
    ]

    patch = together([finding(operation) for operation in added], unsafe=False)[0]

    assert [link.url for link in patch.apply(ISSUE).papers[0].links] == [
        *("https://a.org/1", "https://b.org/1", "https://a.org/2", "https://b.org/0", "https://b.org/2")
    ]


def test_addition_waits_for_a_removal() -> None:
    """
    A fix that takes an element away has its sequence for itself, and so has one that adds two.
    """
    added = LinkAdded("/papers/0/links/2", after=Link("https://b.org/0"), count=2)
    more = LinkAdded("/papers/0/links/3", after=Link("https://b.org/1"), count=3)

    assert together([finding(removed(0)), finding(added)], unsafe=False)[0] == Patch([removed(0)])
    assert together([finding(added), finding(removed(0))], unsafe=False)[0] == Patch([added])
    assert together([finding(added, more), finding(added)], unsafe=False)[0] == Patch([added, more])


def test_many_missing_entries_are_added_at_once() -> None:
    """
    One patch brings twelve issues into a contents list of twenty-eight entries, and nothing is left to fix.
    """
    weeks = [DateRange.week_of(date(2024, 1, 1) + timedelta(weeks=number)) for number in range(40)]
    issues = [
        Issue(title=f"Papers ({week.start:%B} {week.start.day} - {week.end:%B} {week.end.day}) - 2024", period=week)
        for week in weeks
    ]
    entries = [ContentsEntry(str(issue.title), f"#{anchor_of(str(issue.title))}") for issue in issues[:28]]
    report = validate(Series(issues, contents=entries), select=["S607"])

    fixed = report.fix()

    assert len(report.findings) == 12
    assert [entry.label for entry in fixed.contents] == [issue.title for issue in issues]
    assert validate(fixed, select=["S607"]).findings == ()


def test_fixes_that_each_take_a_link_away_are_made_together() -> None:
    """
    Where several links go, each later one is found at the place that it has by then.
    """
    links = [Link(f"https://a.org/{number}", label="Paper") for number in (1, 2, 1, 2)]
    report = validate(Issue(papers=[Paper(rank=1, title=Text("Moshi"), links=LinkSet(links))]), select="L214")

    patch = together(report.findings, unsafe=False)[0]

    assert [operation.pointer for operation in patch] == ["/papers/0/links/2", "/papers/0/links/2"]
    assert patch.apply(report.subject).papers[0].links == LinkSet(links[:2])


def test_fix_that_shares_an_addition_with_another_waits() -> None:
    """
    What is left of a fix, one part of which was made for another finding, does not count its position twice.
    """
    paper, post = (Link(f"https://a.org/{number}") for number in (1, 2))
    bare = Issue(papers=[Paper(rank=1, title=TITLE)])
    first = LinkAdded("/papers/0/links/0", after=paper, count=0)
    second = LinkAdded("/papers/0/links/1", after=post, count=1)

    patch = together([finding(first), finding(first, second)], unsafe=False)[0]

    assert patch.apply(bare).papers[0].links == LinkSet([paper])


def test_no_later_fix_brings_back_what_an_earlier_one_took_away() -> None:
    """
    A proposal that leads back to what was mended before is not made.
    """
    back = LinkRetargeted("/papers/0/links/0", before="https://a.org/x", after="https://a.org/1")

    patch, _, _ = together([finding(back, safe=False)], unsafe=True, done=[retargeted(0, "https://a.org/x")])
    assert patch == Patch()
    assert together([finding(back, safe=False)], unsafe=True)[0] == Patch([back])


def test_fix_that_a_text_cannot_show_is_none() -> None:
    """
    A bar in a URL ends its cell: what M701 would escape there changes the link, so it proposes nothing.
    """
    text = TEXT.replace("https://a.org/b", "https://a.org/b|c.pdf")
    report = validate(markdown.parse(text), select="M701")

    assert [each.fix for each in report.findings] == [None]
    assert report.patch(unsafe=True) == Patch()


def test_one_fix_that_fails_does_not_keep_the_others() -> None:
    """
    The fix of another row is offered, and can be applied.
    """
    good = "| 2) **Mimi** - a word | and another | [Paper](https://a.org/d) |\n"
    text = TEXT.replace("https://a.org/b", "https://a.org/b|c.pdf") + good
    report = validate(markdown.parse(text), select="M701")

    assert [each.fix is not None for each in report.findings] == [False, True]
    assert "a word \\| and another" in markdown.edit(text, report.patch())


def test_fix_that_changes_a_url_is_none() -> None:
    """
    A zero-width space inside an address of the words is found, and left to the editor.
    """
    text = TEXT.replace("words", "see https://a.org/x\u200by")
    report = validate(markdown.parse(text), select="X401")

    assert [each.fix for each in report.findings] == [None]


def test_fix_that_brings_another_finding_is_none() -> None:
    """
    The only paper link of a paper is not relabelled as code, for then the paper would have none.
    """
    text = TEXT.replace("https://a.org/b", "https://github.com/a/b")
    report = validate(markdown.parse(text), select=["L201", "L202"])

    assert [(each.code, each.fix) for each in report.findings] == [("L202", None)]


def test_fix_of_a_rule_that_raises_its_finding_again_is_none() -> None:
    """
    A rule of a user's own that finds the same after its own fix proposes nothing.
    """

    def shouting(context: Context) -> Iterator[Violation]:
        text = str(context.issue.papers[0].title)
        fix = Fix(Patch([PaperRetitled("/papers/0/title", before=text, after=f"{text}!")]), safe=True)
        yield Violation(pointer="/papers/0/title", message="", evidence={}, identity_parts=(), fix=fix)

    issue = Issue(papers=[Paper(rank=1, title=Text("a"), links=LinkSet([Link("https://arxiv.org/abs/2409.12917")]))])
    report = validate(issue, select="Z1", settings=Settings(rules=[IssueRule("Z1", "z", "info", shouting)]))

    assert [each.fix for each in report.findings] == [None]
    assert report.fix() == issue


def test_fixes_are_tried_when_they_are_asked_for() -> None:
    """
    Findings are there before any fix is tried, and a fix stays what it was.
    """
    report = validate(markdown.parse(TEXT.replace("words", "wo\u200brds")), select="X401")
    (found,) = report.findings

    assert found.proposal is not None
    assert found.fix is found.proposal
    assert found == pickle.loads(pickle.dumps(found))
