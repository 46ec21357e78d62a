"""
The algebra of validation and its fixes.

What the rules speak about comes from their own bad and good examples, whose issues and papers are mixed at random.
"""

from __future__ import annotations

import pickle
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import mlweekly
from mlweekly import DateRange, Document, Issue, Link, Report, Series, rules, validate
from mlweekly.changes import LinkRetargeted, PaperRetitled, Patch, Rewritten
from mlweekly.validation import Finding, Rule
from tests.digests import arxiv_url, digest, post_url
from tests.strategies import issues, series
from tests.test_rule_pages import subject_of

NEAR = st.dates(date(2022, 11, 1), date(2025, 7, 31))
TITLES = st.sampled_from(
    [
        "Papers ({0:%B} {0.day} - {1:%B} {1.day}) - {1.year}",
        "Papers ({0:%b} {0.day}-{1:%b} {1.day})",
        "[{0:%Y/%m/%d} ~ {1:%m/%d}] Papers",
        "Papers (Setember {0.day} - {1.day}) - {1.year}",
        "Papers",
    ]
)


_ALONE = 5
judged = partial(validate, select=["D101", "D102", "D103", "D104"])


@st.composite
def dated_issues(draw: st.DrawFn) -> Issue:
    """
    Return an issue whose title, period, posts and arXiv numbers may agree or not.
    """
    middle = draw(NEAR)
    days = st.integers(-40, 40).map(lambda shift: middle + timedelta(days=shift))
    first = draw(days)
    last = first + timedelta(days=draw(st.sampled_from([6, 6, 6, 7, 13])))
    period = draw(st.none() | st.just(DateRange(first, last)) | days.map(DateRange.week_of))
    posts = [post_url(day, number) for number, day in enumerate(draw(st.lists(days, max_size=6)))]
    papers = [
        arxiv_url(f"{day:%y%m}.{number:05}")
        for day, number in draw(st.lists(st.tuples(days, st.integers(1, 25_000)), max_size=6))
    ]
    return digest(draw(TITLES).format(first, last), period, [*posts, *papers])


@given(dated_issues())
def test_fix_takes_its_finding_away(issue: Issue) -> None:
    """
    After the fix no finding is left that had one, none is new, and there is nothing more to fix.
    """
    report = judged(issue)
    fixed = report.fix(unsafe=True)
    again = judged(fixed)

    assert {finding.code for finding in again.findings} <= {
        finding.code for finding in report.findings if finding.fix is None
    }
    assert again.fix(unsafe=True) == fixed


@given(dated_issues())
def test_one_cause_is_one_finding(issue: Issue) -> None:
    """
    At most one of the rules that compare title, period and links speaks about an issue.
    """
    assert len({finding.code for finding in judged(issue).findings} & {"D102", "D103", "D104"}) <= 1


@given(st.lists(dated_issues(), max_size=4, unique_by=lambda issue: issue.title))
def test_series_finds_what_its_issues_have(members: list[Issue]) -> None:
    """
    The findings of a series are those of its issues, in order, with the same fingerprints; its fixes are theirs.
    """
    report = judged(Series(members))
    alone = [(index, finding) for index, each in enumerate(members) for finding in judged(each).findings]

    assert [(each.pointer, each.message, each.fingerprint) for each in report.findings] == [
        (f"/issues/{index}{each.pointer}", each.message, each.fingerprint) for index, each in alone
    ]
    assert report.fix(unsafe=True).issues == tuple(judged(each).fix(unsafe=True) for each in members)


def examples() -> Iterator[str]:
    """
    Yield the examples of all rules.
    """
    for rule in rules():
        documentation = rule.documentation
        yield from (text for text in (documentation.bad, documentation.good, documentation.beside) if text)


def issues_of(value: Issue | Series | Document) -> tuple[Issue, ...]:
    """
    Return the issues of a subject.
    """
    if isinstance(value, Issue):
        return (value,)
    return value.series.issues if isinstance(value, Document) else value.issues


EXAMPLES = [text for text in examples() if not text.startswith("{")]
SUBJECTS = [subject_of(text) for text in examples()]
EXAMPLE_ISSUES = [issue for subject in SUBJECTS for issue in issues_of(subject)]
EXAMPLE_PAPERS = [paper for issue in EXAMPLE_ISSUES for paper in issue.papers]


@st.composite
def mixed_issues(draw: st.DrawFn) -> Issue:
    """
    Return an issue of the examples with papers of others in it.
    """
    issue = draw(st.sampled_from(EXAMPLE_ISSUES))
    papers = [*issue.papers, *draw(st.lists(st.sampled_from(EXAMPLE_PAPERS), max_size=4))]
    papers = draw(st.permutations(papers)) if draw(st.booleans()) else papers
    return evolve(issue, papers=[evolve(paper, rank=rank) for rank, paper in enumerate(papers, 1)])


@st.composite
def mixed_series(draw: st.DrawFn) -> Series:
    """
    Return a series of such issues.
    """
    return Series(draw(st.lists(mixed_issues(), min_size=1, max_size=4)))


def fixable(report: Report[Issue] | Report[Series], *, unsafe: bool) -> list[Finding]:
    """
    Return the findings whose fix is made, changes of form apart: a value has none.
    """
    return [
        finding
        for finding in report.findings
        if finding.fix is not None
        and (finding.fix.safe or unsafe)
        and not all(isinstance(operation, Rewritten) for operation in finding.fix.patch)
    ]


def added(after: Report[Issue] | Report[Series], before: Report[Issue] | Report[Series]) -> list[str]:
    """
    Return the findings of rules that speak more often than before.
    """
    more = Counter(each.code for each in after.findings) - Counter(each.code for each in before.findings)
    return [str(finding) for finding in after.findings if finding.code in more]


def uncovers(patch: Patch) -> bool:
    """
    Return whether a URL or a title that could not be read is mended: what it says of its paper was hidden before.
    """
    return any(
        isinstance(operation, PaperRetitled)
        or (
            isinstance(operation, LinkRetargeted)
            and Link(operation.before).canonical != Link(operation.after).canonical
        )
        for operation in patch
    )


def said_by(finding: Finding, report: Report[Issue] | Report[Series]) -> int:
    """
    Return how often a rule says the same.
    """
    return sum((each.code, each.message) == (finding.code, finding.message) for each in report.findings)


def assert_laws(value: Issue | Series) -> None:
    """
    Assert everything that is promised of fixes.
    """
    report = validate(value)
    for unsafe in (False, True):
        patch = report.patch(unsafe=unsafe)
        fixed = patch.apply(value)
        again = validate(fixed)

        assert fixed == report.fix(unsafe=unsafe)
        assert [str(finding) for finding in fixable(again, unsafe=unsafe)] == []
        assert again.fix(unsafe=unsafe) == fixed
        assert patch.inverse().apply(fixed) == value
        if not unsafe and not uncovers(patch):
            assert added(again, report) == []
    for finding in fixable(report, unsafe=True)[:_ALONE]:
        assert finding.fix is not None
        alone = validate(finding.fix.patch.apply(value))
        assert said_by(finding, alone) < said_by(finding, report)
        if finding.fix.safe and not uncovers(finding.fix.patch):
            assert added(alone, report) == []


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.code)
def test_laws_hold_for_the_examples_of_a_rule(rule: Rule) -> None:
    """
    Fixes take their findings away, for good, and safe ones bring no other.
    """
    for text in (rule.documentation.bad, rule.documentation.good):
        subject = subject_of(text)
        assert_laws(subject.series if isinstance(subject, Document) else subject)


@given(mixed_issues() | mixed_series())
def test_laws_hold_where_mistakes_meet(value: Issue | Series) -> None:
    """
    The same where the mistakes of several rules stand in one issue, or one series.
    """
    assert_laws(value)


@given(issues() | series())
def test_laws_hold_for_any_value(value: Issue | Series) -> None:
    """
    The same for any value there can be.
    """
    assert_laws(value)


@given(st.lists(st.sampled_from(EXAMPLES), min_size=1, max_size=3), st.booleans())
def test_fixes_are_made_in_the_text(texts: list[str], unsafe: bool) -> None:  # noqa: FBT001 -- drawn, not passed
    """
    What `edit` makes of a text is read as the fixed series, has nothing left to fix, and a safe fix adds no finding.
    """
    document = mlweekly.markdown.parse("\n".join(texts))
    report = validate(document)
    text = mlweekly.markdown.edit(document.text, report.patch(unsafe=unsafe))
    again = validate(mlweekly.markdown.parse(text))

    assert again.subject == report.fix(unsafe=unsafe)
    if not unsafe and not uncovers(report.patch()):
        assert added(again, report) == []


@st.composite
def damaged_texts(draw: st.DrawFn) -> str:
    """
    Return texts of the examples, with lines that are lost, stand twice or are cut.
    """
    lines = "\n".join(draw(st.lists(st.sampled_from(EXAMPLES), min_size=1, max_size=3))).splitlines()
    for _ in range(draw(st.integers(1, 4))):
        index = draw(st.integers(0, len(lines) - 1))
        cut = draw(st.integers(0, len(lines[index])))
        change = draw(st.sampled_from(["lost", "twice", "cut", "joined"]))
        lines[index : index + 1] = {
            "lost": [""],
            "twice": [lines[index]] * 2,
            "cut": [lines[index][:cut]],
            "joined": [lines[index][cut:] + lines[-1]],
        }[change]
    return "\n".join(lines)


@given(damaged_texts(), st.booleans())
def test_patch_of_any_text_is_applied(text: str, unsafe: bool) -> None:  # noqa: FBT001 -- drawn, not passed
    """
    What a report proposes for a text, alone or together, is never refused.
    """
    report = validate(mlweekly.markdown.parse(text))

    mlweekly.markdown.edit(text, report.patch(unsafe=unsafe))
    for finding in report.findings[:_ALONE]:
        if finding.fix is not None:
            mlweekly.markdown.edit(text, finding.fix.patch)


@given(mixed_series())
def test_report_is_a_value_and_its_own_baseline(value: Series) -> None:
    """
    A report is pickled, compared and hashed; the same value gives the same report, and its baseline silences it.
    """
    copy: Series = pickle.loads(pickle.dumps(value))
    report = validate(value)
    baseline = validate(value, settings=mlweekly.Settings(baseline=report.fingerprints))

    assert copy == value
    assert validate(copy) == report == pickle.loads(pickle.dumps(report))
    assert hash(validate(copy)) == hash(report)
    assert len(report.fingerprints) == len(report.findings)
    assert baseline.findings == ()
    assert baseline.known == report.findings
    assert baseline.fix(unsafe=True) == value


@given(issues() | series())
def test_content_never_makes_validation_raise(value: Issue | Series) -> None:
    """
    Any value there can be is validated, its fixes can be made and undone, and the report is a value.
    """
    report = validate(value)
    patch: Patch = report.patch(unsafe=True)
    fixed = report.fix(unsafe=True)

    assert patch.inverse().apply(fixed) == value
    assert pickle.loads(pickle.dumps(report)) == report
    assert hash(report) == hash(validate(value))
