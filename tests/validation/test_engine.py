"""
Running rules: where findings come from, rules of a user's own, and stopping early.
"""

from __future__ import annotations

import pickle
from collections.abc import Iterator

import pytest

import mlweekly
from mlweekly import Issue, ModelError, Paper, Series, Settings, Text, rules, validate
from mlweekly.changes import PaperRetitled, Patch
from mlweekly.validation import Context, Fix, IssueRule, SeriesContext, SeriesRule, Violation


def no_shouting(context: Context) -> Iterator[Violation]:
    """
    A title does not shout.
    """
    for each in context.papers:
        title = each.paper.title
        if title.original is not None and title.original.isupper():
            calm = PaperRetitled(f"{each.pointer}/title", before=title.original, after=title.original.title(), of=title)
            yield Violation(
                pointer=f"{each.pointer}/title/original",
                message=f"{each.name}: every letter is a capital",
                evidence={"title": title.original},
                identity_parts=(title.original,),
                fix=Fix(Patch([calm]), safe=True),
            )


def no_lead(context: SeriesContext) -> Iterator[Violation]:
    """
    A series has a title.
    """
    if context.series.title is None:
        yield Violation(pointer="", message="no title", evidence={}, identity_parts=())


OWN = (IssueRule("MY1", "no-shouting", "warning", no_shouting), SeriesRule("MY2", "no-title", "info", no_lead))
ISSUE = Issue(papers=[Paper(rank=1, title=Text("MOSHI")), Paper(rank=2, title=Text("Score"))])


def test_rule_of_a_user_runs_with_the_catalogue() -> None:
    """
    A plain function is a rule: it has a code, can be chosen, and its fix is made.
    """
    settings = Settings(rules=OWN)
    report = validate(ISSUE, settings=settings, select="MY")

    assert str(report) == (
        "/papers/0/title/original: MY1 MOSHI: every letter is a capital [fix]\n"
        "(root): MY2 no title\n"
        "2 findings: 1 warning, 1 info; 1 with a safe fix\n"
        "report.fix() applies the safe fixes"
    )
    assert [paper.title for paper in report.fix().papers] == [Text("Moshi"), Text("Score")]
    assert "MY1" in {finding.code for finding in validate(ISSUE, settings=settings).findings}
    assert [finding.code for finding in validate(ISSUE, settings=settings, select="MY", ignore="MY1").findings] == [
        "MY2"
    ]
    assert pickle.loads(pickle.dumps(report)) == report
    assert pickle.loads(pickle.dumps(report)).fix() == report.fix()


def test_rule_of_a_user_sees_every_issue_of_a_series() -> None:
    """
    Pointers and patches of an issue's rule are moved into the series; a text gives findings their places.
    """
    report = validate(Series([ISSUE, ISSUE]), settings=Settings(rules=OWN), select="MY1")

    assert [finding.pointer for finding in report.findings] == [
        "/issues/0/papers/0/title/original",
        "/issues/1/papers/0/title/original",
    ]
    assert [issue.papers[0].title for issue in report.fix()] == [Text("Moshi"), Text("Moshi")]

    text = "## Papers\n\n| **Paper** | **Links** |\n|---|---|\n| 1) **MOSHI** - words | [Paper](https://a.org/b) |\n"
    document = mlweekly.markdown.parse(text, name="a.md")
    lines = str(validate(document, settings=Settings(rules=OWN), select="MY1")).splitlines()
    assert lines[0] == "a.md:5:8: MY1 MOSHI: every letter is a capital [fix]"


def test_code_that_is_taken_is_refused() -> None:
    """
    A user's rule hides none of the catalogue, and no other of the user's; every such rule is listed.
    """
    taken = [
        IssueRule("D103", "mine", "info", no_shouting),
        OWN[0],
        IssueRule("MY1", "again", "info", no_shouting),
        IssueRule("", "nameless", "info", no_shouting),
    ]
    with pytest.raises(ModelError, match="cannot use these rules") as raised:
        validate(ISSUE, settings=Settings(rules=taken))

    assert [str(problem) for problem in raised.value.problems] == [
        "/rules/0/code: the code 'D103' is that of title-vs-posts, expected one of its own",
        "/rules/2/code: the code 'MY1' is that of no-shouting, expected one of its own",
        "/rules/3/code: must not be empty",
    ]


def test_report_says_that_it_stopped_early() -> None:
    """
    After as many findings as the limit says no rule goes on; where there are just so many, the report is complete.
    """
    shouting = Issue(papers=[Paper(rank=rank, title=Text("MOSHI")) for rank in range(1, 6)])

    def limited(limit: int) -> mlweekly.Report[Issue]:
        return validate(shouting, settings=Settings(rules=OWN, limit=limit), select="MY1")

    assert len(limited(3).findings) == 3
    assert not limited(3).complete
    assert "\n3 findings: 3 warnings; 3 with a safe fix; stopped at the limit, there are more\n" in str(limited(3))
    assert "Stopped at the limit, there are more" in mlweekly.reports.text(limited(3))
    assert limited(5).complete
    assert limited(3).fix().papers[4].title == Text("Moshi")


def test_rules_stop_at_the_limit() -> None:
    """
    A rule is not asked for more than one finding beyond the limit.
    """
    asked: list[int] = []

    def endless(_: Context) -> Iterator[Violation]:
        for number in range(1_000_000):
            asked.append(number)
            yield Violation(pointer="", message="again", evidence={}, identity_parts=(str(number),))

    report = validate(
        ISSUE, settings=Settings(rules=[IssueRule("MY3", "endless", "info", endless)], limit=2), select="MY3"
    )

    assert not report.complete
    assert asked == [0, 1, 2]


def test_report_knows_the_rules_that_ran() -> None:
    """
    The chosen ones, of the catalogue and of the user, in order.
    """
    report = validate(ISSUE, settings=Settings(rules=OWN), select=["D103", "MY"])

    assert [rule.code for rule in report.rules] == ["D103", "MY1", "MY2"]
    assert validate(ISSUE).rules == rules()
