"""
The algebra of validation and its fixes.
"""

from __future__ import annotations

import pickle
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from mlweekly import DateRange, Issue, Series, validate
from mlweekly.changes import Patch
from tests.digests import arxiv_url, digest, post_url
from tests.strategies import issues, series

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


@settings(deadline=None)
@given(dated_issues())
def test_fix_takes_its_finding_away(issue: Issue) -> None:
    """
    After the fix no finding is left that had one, none is new, and there is nothing more to fix.
    """
    report = validate(issue)
    fixed = report.fix(unsafe=True)
    again = validate(fixed)

    assert {finding.code for finding in again.findings} <= {
        finding.code for finding in report.findings if finding.fix is None
    }
    assert again.fix(unsafe=True) == fixed


@settings(deadline=None)
@given(dated_issues())
def test_one_cause_is_one_finding(issue: Issue) -> None:
    """
    At most one of the rules that compare title, period and links speaks about an issue.
    """
    assert len({finding.code for finding in validate(issue).findings} & {"D102", "D103", "D104"}) <= 1


@settings(deadline=None)
@given(st.lists(dated_issues(), max_size=4))
def test_series_finds_what_its_issues_have(members: list[Issue]) -> None:
    """
    The findings of a series are those of its issues, in order, with the same fingerprints; its fixes are theirs.
    """
    report = validate(Series(members))
    alone = [(index, finding) for index, each in enumerate(members) for finding in validate(each).findings]

    assert [(each.pointer, each.message, each.fingerprint) for each in report.findings] == [
        (f"/issues/{index}{each.pointer}", each.message, each.fingerprint) for index, each in alone
    ]
    assert report.fix(unsafe=True).issues == tuple(validate(each).fix(unsafe=True) for each in members)


@settings(deadline=None)
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
