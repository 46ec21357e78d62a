"""
The rules about links: what editions tell each other, what expires, and the algebra of their fixes.
"""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlweekly import DateRange, Issue, Link, LinkSet, Paper, Series, Text, validate
from mlweekly.validation._analysis._editions import counterparts_of, editions_beside, marks_of
from mlweekly.validation._analysis._link_expiry import expiry_of

CODES = ("L201", "L202", "L203", "L204", "L205", "L206", "L207", "L208", "L209", "L210", "L212", "L217", "L219")
MOSHI = "https://arxiv.org/abs/2410.00037"
SCORE = "https://arxiv.org/abs/2409.12917"
LABELS = st.sampled_from([None, "Paper", "PDF", "Tweet", "Code", "GitHub", "Project", "Blog", "論文", "Model", "Moshi"])
URLS = st.sampled_from(
    [
        SCORE,
        "http://www.arxiv.org/pdf/2409.12917v2.pdf?utm_source=a",
        "https://arxiv.org/abs/2409.2917",
        "https://arxiv.org/abs/2512.00037",
        "https://arxiv.org/html/2306.17156",
        "https://huggingface.co/papers/2409.12971?utm_source=a",
        "http://twitter.com/a/status/1836427396959932492?s=20&t=b",
        "https://fxtwitter.com/a/status/1826427396959932492?s=20",
        "https://x.com/a/status/1861500000000000000",
        "https://github.com/a/b",
        "http://make-a-video3d.github.io/",
        "https://huggingface.co/deepseek-ai",
        "https://a.fna.fbcdn.net/v/a.pdf?oh=00_a&oe=66A5D24D",
        "https://example.com/blog",
    ]
)


@st.composite
def linked_issues(draw: st.DrawFn) -> Issue:
    """
    Return an issue of a week, with links of every kind that the rules look for.
    """
    links = st.builds(Link, URLS, LABELS)
    papers = [
        Paper(rank=rank, title=Text(f"Paper {rank}"), links=LinkSet(found))
        for rank, found in enumerate(draw(st.lists(st.lists(links, max_size=4), max_size=4)), 1)
    ]
    period = draw(st.sampled_from([None, DateRange(date(2024, 9, 16), date(2024, 9, 22))]))
    return Issue(title="Papers", period=period, papers=papers)


def paper(title: str, *urls: str) -> Paper:
    """
    Return a paper with these links.
    """
    return Paper(rank=1, title=Text(title), links=LinkSet(map(Link, urls)))


@given(linked_issues())
def test_safe_fixes_of_links_add_nothing_and_are_made_once(issue: Issue) -> None:
    """
    After the safe fixes there is no finding that was not there before, and no safe fix is left.
    """
    report = validate(issue, select=CODES)
    fixed = report.fix()
    again = validate(fixed, select=CODES)

    assert {(each.code, each.pointer) for each in again.findings} <= {
        (each.code, each.pointer) for each in report.findings
    }
    assert again.fix() == fixed
    assert [[link.canonical for link in each.links] for each in fixed.papers] == [
        [link.canonical for link in each.links] for each in issue.papers
    ]


@given(linked_issues(), linked_issues())
def test_all_fixes_of_links_are_made_once(issue: Issue, edition: Issue) -> None:
    """
    With the unsafe fixes too, and another edition beside the issue, nothing is left that has a fix.
    """
    fixed = validate(issue, select=CODES, editions=[edition]).fix(unsafe=True)
    again = validate(fixed, select=CODES, editions=[edition])

    assert [finding for finding in again.findings if finding.fix is not None] == []


def test_editions_are_told_by_their_papers() -> None:
    """
    An edition presents at least half of the papers of the shorter side; the week and the order do not matter.
    """
    issue = Issue(papers=[paper("Moshi", MOSHI), paper("SCoRe", SCORE), paper("Qwen")])
    turned = Issue(period=DateRange.week_of(date(2020, 1, 1)), papers=[paper("モシ", SCORE), paper("Moshi")])
    other = Issue(papers=[paper("Moshi", MOSHI), paper("A"), paper("B")])
    editions = (other, turned, Issue())

    beside = tuple(editions_beside(issue, editions, tuple(map(marks_of, editions))))

    assert [(edition.index, edition.pairs) for edition in beside] == [(1, ((0, 1), (1, 0)))]
    assert [[(each.position, each.paper) for each in found] for found in counterparts_of(issue, beside)] == [
        [(1, turned.papers[1])],
        [(0, turned.papers[0])],
        [],
    ]


def test_each_issue_of_a_series_finds_its_own_edition() -> None:
    """
    Of several editions beside a series, each repairs the issue that it is an edition of.
    """
    tweet = Link("https://x.com/a/status/1836427396959932492", "Tweet")
    papers = [Paper(rank=1, title=Text(name), links=LinkSet([tweet])) for name in ("Moshi", "SCoRe")]
    series = Series([Issue(title=str(each.title), papers=[each]) for each in papers])
    editions = [Issue(papers=[paper("SCoRe", SCORE)]), Issue(papers=[paper("Moshi", MOSHI)])]

    fixed = validate(series, select="L201", editions=editions).fix(unsafe=True)

    assert [[link.url for link in issue.papers[0].links] for issue in fixed.issues] == [
        [MOSHI, tweet.url],
        [SCORE, tweet.url],
    ]


@pytest.mark.parametrize(
    ("query", "parameters", "day"),
    [
        ("X-Goog-Expires=60&X-Goog-Date=20240916T235930Z", ("X-Goog-Expires",), date(2024, 9, 17)),
        ("X-Amz-Signature=a&X-Amz-Expires=1e9&X-Amz-Date=20240916T000000Z", ("X-Amz-Expires", "X-Amz-Signature"), None),
        ("se=2024-09-17&sp=r&sig=a", ("se", "sig"), date(2024, 9, 17)),
        ("Expires=1726963200;Signature=a", ("Expires", "Signature"), date(2024, 9, 22)),
        ("expirationTimestamp=1726963200000&signature=a", ("expirationTimestamp", "signature"), date(2024, 9, 22)),
        ("q-sign-time=1726000000%3B1726963200&q-signature=a", ("q-sign-time", "q-signature"), date(2024, 9, 22)),
        ("hdnea=st=1~exp=1726963200~acl=/*~hmac=a", ("hdnea",), date(2024, 9, 22)),
        ("token=a&exp=2024-09-22", ("exp", "token"), date(2024, 9, 22)),
    ],
)
def test_signed_queries_tell_their_last_day(query: str, parameters: tuple[str, ...], day: date | None) -> None:
    """
    The parameters are named as they are written, and the day is that of UTC, where it is told.
    """
    expiry = expiry_of(f"https://files.example.com/a.pdf?{query}")

    assert expiry is not None
    assert (expiry.parameters, expiry.day) == (parameters, day)


@pytest.mark.parametrize(
    "url",
    [
        "https://example.com/a#?Expires=1726963200&Signature=a",
        "https://example.com/a?signature=a",
        "https://example.com/a?se=1&sign=b",
        "https://example.com/a?token=b",
        "https://example.com/a?expire=1726963200",
        "https://media.example.com/a?e=1726963200&t=b",
        "https://drive.googleusercontent.com/a?e=download",
    ],
)
def test_queries_that_only_look_signed_say_nothing(url: str) -> None:
    """
    A signature or a word alone, and what another host means by a name, is no sign of an end.
    """
    assert expiry_of(url) is None
