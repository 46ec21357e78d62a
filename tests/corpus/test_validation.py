"""
The rules on real documents: silent where they are right, and never silent where a title is wrong.
"""

from __future__ import annotations

import json as standard_json
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest
from attrs import evolve

from mlweekly import DateRange, Issue, Series, Settings, markdown, validate
from mlweekly.dates import find_range

RIGHT_WEEK = DateRange(date(2024, 9, 16), date(2024, 9, 22))
MONDAYS = [date(2024, 5, 27) + timedelta(weeks=number) for number in range(5)]
TITLES = ("D101", "D102", "D103", "D104")
DAYS = [date(2024, 6, 1) + timedelta(days=number) for number in range(30)]


def read(path: Path) -> str:
    """
    Return a document's text.
    """
    return path.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def english(corpus: Path) -> Series:
    """
    The English series: 65 issues.
    """
    return markdown.loads_series(read(corpus / "table.md"))


def moved(issue: Issue, weeks: int) -> Issue:
    """
    Return the issue under the title of so many weeks later, in the title's own form and with the year, as it is read.
    """
    assert issue.title is not None
    assert issue.period is not None
    printed = find_range(issue.title)
    assert printed is not None
    period = issue.period.shifted(7 * weeks)
    title = printed.replaced(period)
    again = find_range(title)
    assert again is not None
    return evolve(issue, title=title if again.year_printed else f"{title} - {period.end.year}", period=period)


@pytest.mark.parametrize("name", ["table.md", "three-columns.md", "bracket.zh.md", "post.ja.txt"])
def test_no_false_alarm_on_real_documents(corpus: Path, name: str) -> None:
    """
    No title of these documents is wrong, and no finding says so.
    """
    report = validate(markdown.parse(read(corpus / name), name=name), select=TITLES)

    assert str(report) == f"{name}: no findings"


@pytest.mark.parametrize("weeks", [-52, -13, -4, -2, 2, 4, 13, 52])
def test_every_title_that_is_two_weeks_off_or_more_is_found(english: Series, weeks: int) -> None:
    """
    Of 65 titles moved, 65 are found, each with one finding and the right week proposed.
    """
    reports = [validate(moved(issue, weeks), select=TITLES) for issue in english]

    assert [len(report.findings) for report in reports] == [1] * 65
    assert {finding.code for report in reports for finding in report.findings} <= {"D103", "D104"}
    assert sum(is_right(report.fix(unsafe=True), issue) for report, issue in zip(reports, english, strict=True)) == 65


def test_titles_that_are_one_week_off_are_found(english: Series) -> None:
    """
    Of 130 titles moved by one week either way at least 98 % are found; of those found the right week is proposed.
    """
    pairs = [(issue, validate(moved(issue, weeks), select=TITLES)) for weeks in (-1, 1) for issue in english]
    found = [(issue, report) for issue, report in pairs if not report.ok]

    assert len(found) >= 0.98 * len(pairs)
    assert all(is_right(report.fix(unsafe=True), issue) for issue, report in found)


def is_right(fixed: Issue, issue: Issue) -> bool:
    """
    Return whether title and period are those of the real week, which may be printed with a day more or less.
    """
    assert fixed.title is not None
    assert issue.period is not None
    printed = find_range(fixed.title)
    return (
        fixed.period is not None
        and printed is not None
        and printed.period(fixed.period.start) == fixed.period
        and fixed.period.end - timedelta(days=3) in issue.period
        and abs((fixed.period.start - issue.period.start).days) <= 1
    )


@pytest.mark.parametrize("weeks", [-13, -2, 1])
def test_titles_moved_in_the_text_are_found_where_they_stand(corpus: Path, english: Series, weeks: int) -> None:
    """
    With every heading of the text moved at once, each finding points to its heading, whatever the contents list says.
    """
    text = read(corpus / "table.md")
    for issue in english:
        text = text.replace(f"\n## {issue.title}\n", f"\n## \0{moved(issue, weeks).title}\n")
    text = text.replace("\0", "")
    document = markdown.parse(text, name="table.md")
    report = validate(document, select=TITLES)

    assert len(document.series) == 65
    assert len(report.findings) >= 64
    for finding in report.findings:
        assert finding.span is not None
        number = int(finding.pointer.split("/")[2])
        assert text[slice(*finding.span)] == document.series[number].title
        assert str(report).startswith("table.md:")
    fixed = report.fix(unsafe=True)
    assert [is_right(new, old) for new, old in zip(fixed, english, strict=True)].count(True) >= 64
    assert fixed.contents == english.contents


@pytest.mark.parametrize(
    "period",
    [*(DateRange.week_of(monday) for monday in MONDAYS), *(DateRange(day, day + timedelta(days=6)) for day in DAYS)],
    ids=str,
)
def test_japanese_post_under_a_june_title(corpus: Path, period: DateRange) -> None:
    """
    Any week of June 2024 in the title is one error, with its evidence, and the fix is the week of 16 September.
    """
    text = read(corpus / "post.ja.txt")
    title = f"[{period.start:%Y/%m/%d} ~ {period.end:%m/%d}]"
    issue = markdown.loads(text.replace("[2024/09/16 ~ 09/22]", title, 1))
    report = validate(issue, select="D")

    (finding,) = report.findings
    assert (finding.severity, finding.pointer) == ("error", "/title")
    assert finding.message == (
        "10 of 10 posts date from 2024-09-16 to 2024-09-20, 9 of 9 arXiv ids are from 2024-09, "
        f"the title says {period.start} to {period.end}"
    )
    assert report.fix(unsafe=True) == markdown.loads(text)
    assert report.fix(unsafe=True).period == RIGHT_WEEK


@pytest.mark.parametrize("name", ["H003", "H005"])
def test_copied_template_is_found_and_corrected(corpus: Path, name: str) -> None:
    """
    A section that was published under the heading of the week before gets the heading that its editor gave it next.
    """
    history = standard_json.loads(read(corpus / "history" / f"{name}.json"))
    before, after = (markdown.loads(history[state]) for state in ("before", "after"))
    report = validate(before, select=TITLES)

    assert [finding.code for finding in report.findings] == ["D103"]
    assert report.fix(unsafe=True) == after
    assert validate(after, select=TITLES).ok


def test_history_raises_no_false_alarm(corpus: Path) -> None:
    """
    Of all titles of the history only the two template mistakes are found.
    """
    found = set()
    for path in sorted((corpus / "history").glob("*.json")):
        history = standard_json.loads(read(path))
        for state in ("before", "after"):
            if validate(markdown.parse(history[state]), select=TITLES).findings:
                found.add((path.stem, state))

    assert found == {("H003", "before"), ("H005", "before")}


def test_baseline_of_the_real_series_survives_another_order(english: Series) -> None:
    """
    With papers and issues in another order, nothing is found that was not known.
    """
    generator = Random(1)
    issues: list[Issue] = []
    for issue in english:
        papers = generator.sample(issue.papers, len(issue.papers))
        issues.append(evolve(issue, papers=[evolve(paper, rank=rank) for rank, paper in enumerate(papers, 1)]))
    report = validate(english)
    mixed = evolve(english, issues=generator.sample(issues, len(issues)))

    again = validate(mixed, settings=Settings(baseline=report.fingerprints))

    assert len(report.findings) > 100
    assert [str(finding) for finding in again.findings] == []
