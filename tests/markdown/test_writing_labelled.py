"""
How outlines and lists are written, and what they refuse.
"""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve

from mlweekly import DateRange, EncodeError, Issue, Link, LinkSet, Paper, Series, Text, markdown
from mlweekly.markdown._names import field_of_name
from mlweekly.markdown._writing._labelled import LABELS

PERIOD = DateRange.parse("2024-09-16/2024-09-22")
TITLE = "The Week (2024-09-16 - 2024-09-22)"
LEAD = "In this issue we show what the models of the week can do."


def paper(rank: int, *topics: str, title: str = "Moshi speaks", **members: Any) -> Paper:
    """
    Return a paper with a link.
    """
    links = LinkSet([Link(f"https://arxiv.org/abs/2409.0000{rank}", label="Paper")])
    return evolve(Paper(rank=rank, title=Text(title), links=links, topics=topics), **members)


def issue(*papers: Paper) -> Issue:
    """
    Return an issue of these papers.
    """
    return Issue(title=TITLE, period=PERIOD, language="en", lead=[LEAD], papers=papers)


def headings(text: str) -> list[str]:
    """
    Return the headings of a text.
    """
    return [line for line in text.splitlines() if line.startswith("#")]


def test_a_topic_is_printed_where_it_changes() -> None:
    """
    Papers are below the deepest topic; a topic whose deeper ones end is printed again.
    """
    value = issue(
        paper(1, "Speech"), paper(2, "Speech"), paper(3, "Speech", "Codecs"), paper(4, "Speech"), paper(5, "Vision")
    )
    text = markdown.dumps(value, dialect="outline")
    assert [heading for heading in headings(text) if "Moshi" not in heading] == [
        f"# {TITLE}",
        "## Speech",
        "### Codecs",
        "## Speech",
        "## Vision",
    ]
    assert all(heading.startswith("#### ") for heading in headings(text) if "Moshi" in heading)
    assert markdown.loads(text) == value


def test_a_link_of_a_section_has_a_line_of_its_own() -> None:
    """
    A role that the label does not tell is the label of the line.
    """
    links = LinkSet(
        [
            Link("https://arxiv.org/abs/2409.00001", label="Paper"),
            Link("https://example.org/a", label="Official", section="code"),
        ]
    )
    text = markdown.dumps(issue(paper(1, links=links), paper(2)), dialect="list")
    assert "   - **Code:** [Official](https://example.org/a)\n" in text
    assert markdown.loads(text).papers[0].links == links


@pytest.mark.parametrize("dialect", ["outline", "list"])
def test_several_issues_are_below_the_title_of_their_series(dialect: str) -> None:
    """
    The series has the heading `#`, each of its issues `##`.
    """
    next_week = DateRange.parse("2024-09-23/2024-09-29")
    second = Issue(
        title=f"The Week ({next_week.start} - {next_week.end})", period=next_week, language="en", lead=[LEAD]
    )
    series = Series([issue(paper(1), paper(2)), evolve(second, papers=[paper(1)])], title="All")
    text = markdown.dumps(series, dialect=dialect)
    assert headings(text)[:2] == ["# All", f"## {TITLE}"]
    assert markdown.loads_series(text) == series


@pytest.mark.parametrize("language", LABELS)
def test_labels_are_those_that_readers_know(language: str) -> None:
    """
    Every label that is written names its member.
    """
    assert {name: field_of_name(label) for name, label in LABELS[language].items()} == {
        name: name for name in LABELS[language]
    }


@pytest.mark.parametrize("dialect", ["outline", "list"])
def test_labels_are_written_in_the_language_of_the_edition(dialect: str) -> None:
    """
    A Korean digest has Korean labels.
    """
    summary = Text(translations={"ko": "말하면서 듣는 모델입니다."})
    title = Text(translations={"ko": "모시: 말하는 모델"})
    papers = [paper(1, title="x", summary=summary)]
    value = Issue(
        title=TITLE,
        period=PERIOD,
        language="ko",
        papers=[Paper(rank=1, title=title, links=papers[0].links, summary=summary)],
    )
    text = markdown.dumps(value, dialect=dialect)
    assert "**링크:** [Paper]" in text
    assert "**요약:** 말하면서" in text
    assert markdown.loads(text) == value


@pytest.mark.parametrize("dialect", ["outline", "list"])
def test_what_has_no_place_is_refused_by_name(dialect: str) -> None:
    """
    A source, comments and a paper without topics below one that has some are listed, and left out if that is allowed.
    """
    value = evolve(issue(paper(1, "Speech"), paper(2)), source="https://example.org/", comments=["Hi"])
    with pytest.raises(EncodeError, match="cannot hold this Issue") as caught:
        markdown.dumps(value, dialect=dialect)
    assert {problem.pointer for problem in caught.value.problems} == {"/source", "/comments/0", "/papers/1/topics/0"}
    assert [each.title for each in markdown.loads(markdown.dumps(value, dialect=dialect, lossy=True)).papers] == [
        Text("Moshi speaks")
    ] * 2
