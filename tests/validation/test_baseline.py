"""
Fingerprints, and the baseline of those that are not reported again.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from mlweekly import DateRange, Issue, Link, LinkSet, Paper, Report, Series, Settings, Text, validate
from mlweekly.validation import Context, IssueRule, Violation
from tests.digests import arxiv_url, digest, post_url

SEPTEMBER = DateRange(date(2024, 9, 16), date(2024, 9, 22))


def each_link(context: Context) -> Iterator[Violation]:
    """
    A paper has no links at all.
    """
    for each in context.papers:
        for pointer, link in each.links:
            yield Violation(pointer=pointer, message=link.url, evidence={}, identity_parts=(link.label or "",))


def each_issue(_: Context) -> Iterator[Violation]:
    """
    There are no issues.
    """
    yield Violation(pointer="", message="an issue", evidence={}, identity_parts=())


RULES = (IssueRule("Z1", "each-link", "info", each_link), IssueRule("Z2", "each-issue", "info", each_issue))


def report_on(series: Series, baseline: frozenset[str] = frozenset()) -> Report[Series]:
    """
    Return the report on a series.
    """
    return validate(series, select="Z", settings=Settings(rules=RULES, baseline=baseline))


def paper(rank: int, *urls: str) -> Paper:
    """
    Return a paper with these links, all under one label.
    """
    return Paper(rank=rank, title=Text(f"Paper {rank}"), links=LinkSet([Link(url, label="Paper") for url in urls]))


SERIES = Series(
    [
        Issue(title="One", papers=[paper(1, arxiv_url("2409.00001"), arxiv_url("2409.00002")), paper(2)]),
        Issue(title="Two", papers=[paper(1, post_url(date(2024, 9, 18)))]),
        Issue(papers=[paper(1, arxiv_url("2409.00003"))]),
        Issue(papers=[paper(1, arxiv_url("2409.00003"))]),
    ]
)


def test_baseline_silences_exactly_itself() -> None:
    """
    The fingerprints of a report, taken as a baseline, leave nothing of it; they are listed as known.
    """
    report = report_on(SERIES)
    again = report_on(SERIES, report.fingerprints)

    assert len(report.findings) == len(report.fingerprints) == 9
    assert again.findings == ()
    assert again.known == report.findings
    assert again.fingerprints == report.fingerprints
    assert str(again) == "no findings; 9 in the baseline"


def test_equal_findings_are_counted() -> None:
    """
    Two findings that nothing tells apart have two fingerprints, so that a third one is new.
    """
    twin = Issue(papers=[paper(1, arxiv_url("2409.00003"))])
    report = report_on(Series([*SERIES.issues, twin]), report_on(SERIES).fingerprints)

    assert [(finding.code, finding.pointer) for finding in report.findings] == [
        ("Z1", "/issues/4/papers/0/links/0"),
        ("Z2", "/issues/4"),
    ]


def test_new_finding_shows() -> None:
    """
    One link more is one finding more.
    """
    first, *others = SERIES.issues
    richer = evolve(first, papers=[first.papers[0], paper(2, arxiv_url("2409.00009"))])
    report = report_on(Series([richer, *others]), report_on(SERIES).fingerprints)

    assert [finding.pointer for finding in report.findings] == ["/issues/0/papers/1/links/0"]


@given(st.randoms(use_true_random=False))
def test_baseline_survives_another_order(generator: object) -> None:
    """
    Issues, papers and links change places, and nothing is reported.
    """
    shuffle = generator.shuffle  # type: ignore[attr-defined] # the strategy gives an instance of random.Random
    issues = []
    for issue in SERIES.issues:
        papers = []
        for each in issue.papers:
            links = list(each.links)
            shuffle(links)
            papers.append(evolve(each, links=LinkSet(links)))
        shuffle(papers)
        issues.append(evolve(issue, papers=papers))
    shuffle(issues)

    assert report_on(Series(issues), report_on(SERIES).fingerprints).findings == ()


def test_new_title_of_the_issue_leaves_the_findings_of_its_papers_known() -> None:
    """
    What is seen in a paper is known by the paper.
    """
    retitled = Series([evolve(SERIES[0], title="Another"), *SERIES.issues[1:]])
    report = report_on(retitled, report_on(SERIES).fingerprints)

    assert [finding.code for finding in report.findings] == ["Z2"]


def test_known_findings_are_not_fixed() -> None:
    """
    A baseline keeps its findings from being mended, in every turn.
    """
    wrong = digest("Papers (June 10 - June 16) - 2024", None, [post_url(date(2024, 9, day)) for day in (16, 18, 20)])
    known = validate(wrong, select="D").fingerprints

    assert validate(wrong, select="D", settings=Settings(baseline=known)).fix(unsafe=True) == wrong
