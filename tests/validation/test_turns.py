"""
Fixes that touch each other are made one after the other, in one patch that the text takes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest

from mlweekly import Issue, Link, LinkSet, Paper, Patch, Settings, Text, markdown, validate
from mlweekly.changes import Operation, PaperRetitled, Rewritten
from mlweekly.validation import Context, Fix, IssueRule, Violation

HEAD = "## Papers of the Week (September 16 - September 22) - 2024\n\n| **Paper** | **Links** |\n|---|---|\n"
ROW = "| 1) **Moshi** - listens while it speaks, and answers | [Paper](https://arxiv.org/abs/2410.00037) |\n"
TITLE = "/papers/0/title"


def rule(code: str, pattern: str, after: str) -> IssueRule:
    """
    Return a rule that wants one piece of the text written otherwise.
    """

    def check(context: Context) -> Iterator[Violation]:
        match = re.search(pattern, context.text)
        if match is not None:
            fix = Fix(Patch([Rewritten(TITLE, before=match[0], after=match.expand(after))]), safe=True)
            yield Violation(pointer=TITLE, message=pattern, evidence={}, identity_parts=(), fix=fix)

    return IssueRule(code, "form", "info", check)


def fixed(text: str, *rules: IssueRule) -> str:
    """
    Return a text with all fixes of these rules made in it by one patch.
    """
    settings = Settings(rules=rules)
    report = validate(markdown.parse(text), select="Z", settings=settings)
    edited = markdown.edit(text, report.patch())
    assert validate(markdown.parse(edited), select="Z", settings=settings).patch() == Patch()
    return edited


@pytest.mark.parametrize(
    ("rules", "line"),
    [
        # One within the other, across both ends, and more than two.
        ([("1) **Moshi** - ", "1) **Moshi**: "), (") **Mo", ". **Mo")], "1. **Moshi**: listens"),
        ([("**Moshi** - ", "**Moshi**: "), ("| 1) **Mo", "| 1. **Mo")], "1. **Moshi**: listens"),
        ([("1) **", "1. **"), (") **Moshi**  -", " **Moshi** -"), ("** - ", "**: ")], "1. **Moshi**: listens"),
        (
            [("**Moshi** - ", "**Moshi**: "), ("1) **Moshi** ", "1. **Moshi** "), ("1) **", "1. **")],
            "1. **Moshi**: listens",
        ),
    ],
)
def test_changes_of_form_that_touch_each_other(rules: list[tuple[str, str]], line: str) -> None:
    """
    Each is made in what the one before it wrote, and they are one change of the text as it is.
    """
    text = HEAD + ROW

    assert line in fixed(
        text, *(rule(f"Z{number}", re.escape(before), after) for number, (before, after) in enumerate(rules, 1))
    )


def test_two_changes_in_what_one_change_wrote() -> None:
    """
    Both are in the patch, each at its place.
    """
    rules = [
        rule("Z1", r"\*\*Moshi\*\*", "__Moshi__"),
        rule("Z2", r"1\) (..)M", r"1. \1M"),
        rule("Z3", r"i(..) - ", r"i\1: "),
    ]

    assert "| 1. __Moshi__: listens" in fixed(HEAD + ROW, *rules)


def test_change_of_form_after_a_change_of_words() -> None:
    """
    Changes of form come first, in the text as it is, and the new title is written in the new form.
    """

    def retitle(context: Context) -> Iterator[Violation]:
        if str(context.issue.papers[0].title) == "Moshi":
            of = context.issue.papers[0].title
            fix = Fix(Patch([PaperRetitled(TITLE, before="Moshi", after="Mimi", of=of)]), safe=True)
            yield Violation(pointer=TITLE, message="", evidence={}, identity_parts=(), fix=fix)

    rules = [IssueRule("Z1", "title", "info", retitle), rule("Z2", r"\*\* - ", "**: ")]
    report = validate(markdown.parse(HEAD + ROW), select="Z", settings=Settings(rules=rules))

    assert "| 1) **Mimi**: listens" in markdown.edit(HEAD + ROW, report.patch())


def test_fix_that_fails_beside_others_has_another_turn() -> None:
    """
    Two fixes that each hold and do not hold together: the first is made, and what is still found afterwards is fixed.
    """

    def lone(code: str, before: str, after: str, partner: str) -> Callable[[Context], Iterator[Violation]]:
        def check(context: Context) -> Iterator[Violation]:
            title = context.issue.papers[0].title
            words = str(title)
            if before in words or (after in words and partner in words and "!" not in words):
                operation: Operation = PaperRetitled(
                    TITLE, before=words, after=words.replace(before, after) + "!", of=title
                )
                fix = Fix(Patch([operation]), safe=True)
                yield Violation(pointer=TITLE, message=words, evidence={}, identity_parts=(code,), fix=fix)

        return check

    rules = [
        IssueRule("Z1", "one", "info", lone("Z1", "Mo", "Ma", "sha")),
        IssueRule("Z2", "two", "info", lone("Z2", "shi", "sha", "Ma")),
    ]
    settings = Settings(rules=rules)
    report = validate(markdown.parse(HEAD + ROW), select="Z", settings=settings)
    again = validate(markdown.parse(markdown.edit(HEAD + ROW, report.patch())), select="Z", settings=settings)

    assert len(report.findings) == 2
    assert again.findings == ()


def test_real_mistakes_of_one_title_are_mended_together() -> None:
    """
    A rank without its mark, a title without bold type and one with another mark before its summary.
    """
    rows = [
        f"| {rank}) **Model {rank}** - reads a page and says in one sentence what is on it | "
        f"[Paper](https://arxiv.org/abs/2409.129{rank:02}) |\n"
        for rank in range(1, 9)
    ]
    rows[4] = rows[4].replace("5) **Model 5** -", "6)  Model 5 -").replace("on it", "on \u200bit")
    report = validate(markdown.parse(HEAD + "".join(rows)))
    text = markdown.edit(HEAD + "".join(rows), report.patch())

    assert {"P302", "M707", "X401"} <= {finding.code for finding in report.findings}
    assert "| 5) **Model 5** - reads a page and says in one sentence what is on it |" in text


def test_a_fix_that_another_one_makes_possible_is_made_too() -> None:
    """
    The link to the paper can be added once the post, which is older than the paper, is no longer beside it.
    """
    post = Link("https://x.com/a/status/1836427396959932492", label="Code")
    issue = Issue(title="Papers", papers=[Paper(rank=1, title=Text("Moshi"), links=LinkSet([post]))])
    links = LinkSet([Link("https://arxiv.org/abs/2512.00037"), Link("https://github.com/a/b")])
    edition = Issue(title="Papers", papers=[Paper(rank=1, title=Text("Moshi"), links=links)])
    report = validate(issue, editions=[edition], select=["L201", "L202", "L204", "L219"])
    fixed = report.fix(unsafe=True)

    assert {link.url for link in fixed.papers[0].links} == {link.url for link in links}
    assert not validate(fixed, editions=[edition], select=["L201", "L202", "L204", "L219"]).patch(unsafe=True)
