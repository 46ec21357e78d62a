"""
The laws of outlines and lists: what digests of these forms say is written, detected and read back whole.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from mlweekly import Abstract, DateRange, Issue, Link, LinkSet, Paper, Series, Text, markdown

DIALECTS = st.sampled_from(("outline", "list"))
WORDS = (
    *("models", "speech", "agents", "graphs", "the", "of", "with", "learning", "a", "for", "we", "show", "that"),
    *("**bold**", "_x_", "`code`", "5.5%", "<think>", "C*", "[note](https://example.org/n)", "a|b", "#1", "$x_1$"),
)
TOPICS = ("Speech", "Agents & tools", "Vision", "Language models")
URLS = (
    "https://arxiv.org/abs/2409.{:05}",
    "https://github.com/kyutai/m{}",
    "https://example.org/p/{}",
    "https://x.com/a/status/{}",
)
LABELS = ("Paper", "Code", "Project", "Tweet", "Demo")
DETAILS: tuple[str, ...] = ("Venue", "Why it matters", "Hardware")
METADATA: tuple[Mapping[str, object], ...] = (
    {},
    {"license": "CC-BY-4.0", "draft": False, "a b": ["x", 1.5]},
    {"editor": {"name": "Ada", "id": None}, "version": 1e22, "weight": -0.0, "words": "true"},
)
NAMES = ("Ada Byron", "Grace Hopper", "Jean-Luc Picard", "Mary K. Keller", "Nguyễn Văn A", "山田太郎")


@st.composite
def sentences(draw: st.DrawFn) -> str:
    """
    Draw a sentence in inline Markdown that begins with a word.
    """
    words = draw(st.lists(st.sampled_from(WORDS), min_size=3, max_size=12))
    return f"In this work we show that the {' '.join(words)}."


@st.composite
def bodies(draw: st.DrawFn) -> str:
    """
    Draw one to three paragraphs, of one line or more, or of points.
    """
    paragraphs = draw(st.lists(st.lists(sentences(), min_size=1, max_size=2).map("\n".join), min_size=1, max_size=2))
    points = [f"- {line}" for line in draw(st.lists(sentences(), max_size=3))]
    return "\n\n".join([*paragraphs, "\n".join(points)] if points else paragraphs)


@st.composite
def digest_links(draw: st.DrawFn) -> Link:
    """
    Draw links of papers, code and posts, with and without a label.
    """
    url = draw(st.sampled_from(URLS)).format(draw(st.integers(1, 99_999)))
    return Link(url, label=draw(st.one_of(st.none(), st.sampled_from(LABELS))))


@st.composite
def digest_papers(draw: st.DrawFn, rank: int) -> Paper:
    """
    Draw a paper as digests present them: with a link to a paper, and some of what else they say.
    """
    words = draw(st.lists(st.sampled_from(WORDS[:13]), min_size=2, max_size=6))
    first = Link(URLS[0].format(draw(st.integers(1, 99_999))), label="Paper")
    return Paper(
        rank=rank,
        title=Text(
            f"{' '.join(words).capitalize()} {draw(st.sampled_from(('2.0', '(Moshi)', '*', 'v_1', 'at last')))}"
        ),
        authors=draw(st.lists(st.sampled_from(NAMES), max_size=3, unique=True)),
        released=draw(st.one_of(st.none(), st.dates(date(2024, 9, 1), date(2024, 9, 20)))),
        links=LinkSet([first, *draw(st.lists(digest_links(), max_size=2))]),
        tags=draw(st.lists(st.sampled_from(("audio", "cs.CL", "long context")), max_size=2, unique=True)),
        details=draw(st.dictionaries(st.sampled_from(DETAILS), bodies(), max_size=2)),
        summary=draw(st.one_of(st.none(), bodies().map(Text))),
        abstract=draw(st.one_of(st.none(), bodies().map(Abstract))),
    )


@st.composite
def digests(draw: st.DrawFn, day: date = date(2024, 9, 18)) -> Issue:
    """
    Draw issues in English, with or without topics, whose ranks count on.
    """
    week = DateRange.week_of(day)
    papers = [draw(digest_papers(rank)) for rank in range(1, draw(st.integers(2, 5)))]
    groups = draw(st.lists(st.sampled_from(TOPICS), min_size=0, max_size=len(papers), unique=True))
    if groups:
        cuts = sorted(draw(st.lists(st.integers(0, len(groups) - 1), min_size=len(papers), max_size=len(papers))))
        papers = [evolve(paper, topics=[groups[cut]]) for paper, cut in zip(papers, cuts, strict=True)]
    return Issue(
        title=f"Papers of the Week ({week.start} - {week.end})",
        period=week,
        language="en",
        published=draw(st.one_of(st.none(), st.just(date(2024, 9, 23)))),
        lead=draw(st.lists(sentences(), min_size=1, max_size=2)),
        metadata=draw(st.sampled_from(METADATA)),
        papers=papers,
    )


@settings(deadline=None)
@given(digests(), DIALECTS)
def test_a_digest_is_written_and_detected(issue: Issue, dialect: str) -> None:
    """
    What an ordinary digest says is held whole, nothing is left over, and the text alone shows the form.
    """
    text = markdown.dumps(issue, dialect=dialect)
    document = markdown.parse(text)
    assert document.series == Series([issue])
    assert (document.dialect, document.unplaced) == (dialect, ())
    assert markdown.loads(text, dialect=dialect, strict=True) == issue


@settings(deadline=None)
@given(digests(), digests(date(2024, 9, 25)), DIALECTS)
def test_a_series_of_digests_is_written_and_detected(first: Issue, second: Issue, dialect: str) -> None:
    """
    Several issues stand one after the other under the title of their series; none of them has front matter.
    """
    issues = [evolve(issue, published=None, metadata={}) for issue in (first, second)]
    series = Series(issues, title="All Weeks")
    text = markdown.dumps(series, dialect=dialect)
    assert markdown.loads_series(text, dialect=dialect) == series
    assert markdown.loads_series(text, strict=True) == series


@pytest.mark.parametrize("topics", [(), ("Speech",)])
def test_lists_of_one_paper_are_no_outline(topics: tuple[str, ...]) -> None:
    """
    A heading over one item is the title of an issue, or a topic, and no paper.
    """
    links = LinkSet([Link("https://arxiv.org/abs/2409.00001", label="Paper")])
    weeks = map(DateRange.parse, ("2024-09-16/2024-09-22", "2024-09-23/2024-09-29"))
    issues = [
        Issue(
            title=f"Papers of the Week ({week.start} - {week.end})",
            period=week,
            language="en",
            lead=["In this work we show that models grow trees."],
            papers=[Paper(rank=1, title=Text(title), links=links, topics=topics)],
        )
        for week, title in zip(weeks, ("Trees of Words", "Roots of Words"), strict=True)
    ]
    series = Series(issues, title="All Weeks")

    assert markdown.loads_series(markdown.dumps(series, dialect="list")) == series
