"""
Digests of every kind are measured by their own habits: what a weekly list of ten has, and they do not, is no mistake.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

import pytest
from attrs import evolve

from mlweekly import Abstract, DateRange, Issue, Link, LinkSet, Paper, Series, Text, validate

HABITS = ("P302", "P303", "P305", "M706", "S602", "S605", "D101", "D106", "D107", "D110", "L201")
WORDS = "Our own words on what the paper shows."
ABSTRACT = Abstract("We show what nobody has shown before.")
FIRST = date(2024, 9, 2)


def paper(rank: int, number: int, summary: str | None = WORDS, *, topics: Iterable[str] = ()) -> Paper:
    """
    Return a paper of its own address, which tells no date.
    """
    return Paper(
        rank=rank,
        title=Text(f"Paper {number}"),
        summary=None if summary is None else Text(summary),
        links=LinkSet([Link(f"https://openreview.net/forum?id=Abcde{number:05}")]),
        topics=topics,
    )


def papers(count: int, first: int = 1, summary: str | None = WORDS) -> list[Paper]:
    """
    Return papers with the ranks from 1 on, and other numbers than those from elsewhere.
    """
    return [paper(rank, first + rank, summary) for rank in range(1, count + 1)]


def days(first: date, last: date | None = None) -> DateRange:
    """
    Return the days from the first to the last, or one.
    """
    return DateRange(first, first if last is None else last)


def reading_list() -> Series:
    """
    Return a year's list of titles and links.
    """
    return Series([Issue(title="Papers read in 2024", papers=papers(172, summary=None))])


def daily() -> Series:
    """
    Return a digest of each working day of two weeks, with as many papers as there were.
    """
    dates = [FIRST + timedelta(days=count) for count in range(12) if count % 7 < 5]
    counts = (9, 16, 12, 10, 11, 9, 14, 13, 15, 10)
    return Series(
        Issue(title=f"{day}", period=days(day), papers=papers(count, 20 * place + 1))
        for place, (day, count) in enumerate(zip(dates, counts, strict=True))
    )


def one_day(count: int) -> Series:
    """
    Return a digest of one day.
    """
    return Series([Issue(title="Daily papers 【2024-09-17】", period=days(date(2024, 9, 17)), papers=papers(count))])


def month() -> Series:
    """
    Return a digest of one month.
    """
    period = days(date(2024, 9, 1), date(2024, 9, 30))
    return Series([Issue(title="Highlights, September 2024", period=period, papers=papers(11))])


def months() -> Series:
    """
    Return a digest of each month of a year.
    """
    firsts = [date(2024, number, 1) for number in range(1, 13)]
    ends = [*(first - timedelta(days=1) for first in firsts[1:]), date(2024, 12, 31)]
    return Series(
        Issue(title=f"Highlights, {first:%Y-%m}", period=days(first, end), papers=papers(3 + place % 4, 20 * place))
        for place, (first, end) in enumerate(zip(firsts, ends, strict=True))
    )


def relative_links() -> Series:
    """
    Return a digest whose titles link to files beside it, which are details.
    """
    found = [
        evolve(each, links=LinkSet(), details={"link": f"papers/{each.rank}.md"}, tags=["speech"], summary=None)
        for each in papers(4)
    ]
    return Series([Issue(title="Week 01", papers=found)])


def own_site() -> Series:
    """
    Return a digest whose titles link to its own pages.
    """
    site = "https://example.org/notes/{}"
    found = [evolve(each, links=LinkSet([Link(site.format(each.rank))])) for each in papers(9)]
    return Series([Issue(title="Notes", papers=found)])


def topics() -> Series:
    """
    Return a list whose ranks begin anew under each topic.
    """
    found = [
        paper(rank, 10 * place + rank, None, topics=["Language", topic])
        for place, topic in enumerate(("Speech", "Translation", "Dialogue"))
        for rank in range(1, 5)
    ]
    return Series([Issue(title="A survey of language", papers=found)])


def without_period() -> Series:
    """
    Return issues that have numbers for titles, and each its own form.
    """
    return Series(
        Issue(title=f"Issue {number}", papers=papers(count, 20 * number, WORDS if number % 2 else None))
        for number, count in enumerate((3, 7, 4, 12, 6, 9), 1)
    )


def years() -> Series:
    """
    Return a document that spans years, an issue for some of them.
    """
    return Series(
        Issue(
            title=f"Best papers of {year}",
            period=days(date(year, 1, 1), date(year, 12, 31)),
            papers=papers(30 + year % 5, 100 * (year - 2010), None),
        )
        for year in (2012, 2014, 2015, 2017, 2018, 2020, 2023)
    )


def months_as_ranges() -> Series:
    """
    Return a digest of each month, whose titles print its first and its last day.
    """
    return Series(
        evolve(issue, title=f"Papers ({issue.period.start:%B} 1 - {issue.period.end:%B %d}) - 2024")
        for issue in months().issues
        if issue.period is not None
    )


def span_of_years() -> Series:
    """
    Return one list of years.
    """
    period = days(date(2019, 5, 1), date(2024, 9, 30))
    return Series([Issue(title="Papers, 2019 to 2024", period=period, papers=papers(61))])


def abstracts() -> Series:
    """
    Return a digest that shows abstracts, and has no words of its own.
    """
    found = [evolve(each, abstract=ABSTRACT) for each in papers(13, summary=None)]
    return Series([Issue(title="[20240917] New papers", period=days(date(2024, 9, 17)), papers=found)])


def rankings() -> Series:
    """
    Return the most read papers of each week, most of them those of the week before.
    """
    starts = [FIRST + timedelta(weeks=number) for number in range(6)]
    return Series(
        Issue(
            title=f"Most read, week of {start:%B} {start.day}, {start.year}",
            period=days(start, start + timedelta(days=6)),
            papers=papers(10, 2 * number),
        )
        for number, start in enumerate(starts)
    )


KINDS: dict[str, Series] = {
    "a yearly reading list": reading_list(),
    "a daily digest": daily(),
    "nine papers of a day": one_day(9),
    "sixteen papers of a day": one_day(16),
    "a month": month(),
    "a year of months": months(),
    "months as ranges": months_as_ranges(),
    "relative links": relative_links(),
    "links of its own site": own_site(),
    "ranks under topics": topics(),
    "issues without periods": without_period(),
    "a document of years": years(),
    "a list of years": span_of_years(),
    "abstracts only": abstracts(),
    "rankings": rankings(),
}


@pytest.mark.parametrize("kind", KINDS)
def test_digest_of_another_kind_has_no_mistakes_of_a_weekly_ten(kind: str) -> None:
    """
    The rules that know habits of weekly lists are silent on the document, and on its first issue alone.
    """
    series = KINDS[kind]

    assert [str(finding) for finding in validate(series, select=HABITS).findings] == []
    assert [str(finding) for finding in validate(series.issues[0], select=HABITS).findings] == []


def changed(series: Series, issue: int, **members: object) -> Series:
    """
    Return the series with other members in one issue.
    """
    issues = list(series.issues)
    issues[issue] = evolve(issues[issue], **members)
    return Series(issues)


def lost(found: Sequence[Paper], place: int) -> list[Paper]:
    """
    Return the papers without one of them.
    """
    return [*found[:place], *found[place + 1 :]]


def test_kinds_have_habits_of_their_own() -> None:
    """
    What breaks the habit of such a digest is found: a rank, a day, a link, a summary.
    """
    day, listed, topic = daily(), reading_list(), topics()
    bare = evolve(listed.issues[0].papers[80], links=LinkSet())
    untold = [evolve(day.issues[3].papers[0], summary=None), *day.issues[3].papers[1:]]
    broken = [
        (changed(topic, 0, papers=lost(topic.issues[0].papers, 5)), "P302"),
        (changed(listed, 0, papers=[*listed.issues[0].papers[:80], bare, *listed.issues[0].papers[81:]]), "L201"),
        (Series(lost_issue(day, 2)), "S602"),
        (changed(day, 3, papers=untold), "P305"),
        (changed(day, 9, period=days(date(2024, 9, 12), date(2024, 9, 13))), "D106"),
    ]

    for series, code in broken:
        assert [finding.code for finding in validate(series, select=HABITS).findings] == [code]


def lost_issue(series: Series, place: int) -> list[Issue]:
    """
    Return the issues without one of them.
    """
    return [*series.issues[:place], *series.issues[place + 1 :]]


def test_topics_tags_and_details_of_any_kind_are_no_trouble() -> None:
    """
    Every rule runs on papers whose topics, tags and details hold markup, signs and characters of all sorts.
    """
    odd = ("**Speech**", "<b>", "\u200b", "a\u0301", "``x''", "$\\alpha$", "第1章", "[T](u)", "�", "(", "2024-09-16")
    members = {"topics": odd, "tags": odd, "details": dict(zip(odd, reversed(odd), strict=True))}
    odd_papers = [evolve(each, **members) for each in papers(6)]

    report = validate(Series([Issue(title="Papers", papers=odd_papers), Issue(papers=odd_papers[:3])]))

    assert {finding.code for finding in report.findings} <= {"S604", "S605"}
