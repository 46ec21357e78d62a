"""
The laws of the lossless dialect.
"""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

import mlweekly
from mlweekly import DecodeError, Issue, Paper, Series, Text
from tests.strategies import issues, papers, series, strings

_COMMONMARK = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def _inline(text: str, tag: str) -> list[Token]:
    tokens = _COMMONMARK.parse(text)
    return [inline for opening, inline in pairwise(tokens) if opening.tag == tag and opening.nesting == 1]


def _shown(inline: Token) -> str:
    return "".join("\n" if child.type == "softbreak" else child.content for child in inline.children or ())


@given(issues())
def test_every_issue_survives(issue: Issue) -> None:
    """
    What is written as a post is read back as the same issue, with nothing left over.
    """
    text = mlweekly.markdown.dumps(issue)
    document = mlweekly.markdown.parse(text)
    assert document.series == Series([issue])
    assert document.unplaced == ()
    assert mlweekly.markdown.loads(text, strict=True) == issue


@given(series())
def test_every_series_survives(original: Series) -> None:
    """
    Issues stand one after the other, each with its own language, title or none.
    """
    assert mlweekly.markdown.loads_series(mlweekly.markdown.dumps(original)) == original


@given(issues(), st.sampled_from(["\r\n", "\r"]))
def test_line_ends_do_not_matter(issue: Issue, line_end: str) -> None:
    """
    A post whose line ends were changed in transport is the same post.
    """
    text = mlweekly.markdown.dumps(issue).replace("\n", line_end)
    assert mlweekly.markdown.loads(text) == issue


@given(issues())
def test_writing_is_canonical(issue: Issue) -> None:
    """
    Reading and writing again gives the same text.
    """
    text = mlweekly.markdown.dumps(issue)
    assert mlweekly.markdown.dumps(mlweekly.markdown.loads(text)) == text


# CommonMark shows a reference to a control character as U+FFFD, so only the reader here can give it back.
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


@given(strings().filter(lambda words: _CONTROLS.search(words) is None))
def test_a_hostile_title_is_inert(title: str) -> None:
    """
    CommonMark shows a title as its text alone, in one heading: no link, no tag, no code, no second block.
    """
    text = mlweekly.markdown.dumps(Issue(title=title, language="en"))
    headings = _inline(text, "h1")
    assert len(headings) == 1
    assert {child.type for child in headings[0].children or ()} <= {"text", "text_special", "softbreak"}
    assert _shown(headings[0]).strip() == title.strip()


@given(papers())
def test_no_body_opens_anything(paper: Paper) -> None:
    """
    Whatever the texts of a paper hold, the post has the headings of the frame and no other, no table and no fence.
    """
    issue = Issue(title="Digest", language="en", papers=[evolve(paper, rank=1)])
    tokens = _COMMONMARK.parse(mlweekly.markdown.dumps(issue))
    sections = (paper.summary is not None) + (paper.abstract is not None)
    sections += any(link.role == "paper" for link in paper.links) + any(link.role != "paper" for link in paper.links)
    kinds = [token.type for token in tokens]
    assert kinds.count("heading_open") == 2 + sections
    assert not {"table_open", "fence"} & set(kinds)
    blocks = [token.content for token in tokens if token.type == "html_block"]
    assert all(block.startswith("<!-- mlweekly: ") or not block.startswith("<!--") for block in blocks)


@given(st.text())
def test_any_text_gives_a_value_or_one_clear_error(text: str) -> None:
    """
    Reading raises nothing but `DecodeError`, and parsing raises nothing at all.
    """
    document = mlweekly.markdown.parse(text)
    for dialect in mlweekly.markdown.DIALECTS:
        mlweekly.markdown.parse(text, dialect=dialect)
    if len(document.series) == 1:
        assert mlweekly.markdown.loads(text) == document.series[0]
    else:
        with pytest.raises(DecodeError, match="issue"):
            mlweekly.markdown.loads(text)


class TestWhereAPersonEdits:
    """
    The visible text wins over the block that was written beside it.
    """

    issue = Issue(
        title="[2024/06/10 ~ 06/16] Digest",
        period=mlweekly.DateRange.parse("2024-09-16/2024-09-22"),
        language="en",
        papers=[
            Paper(
                rank=1,
                title=Text("Moshi"),
                links=mlweekly.LinkSet(
                    [
                        mlweekly.Link("https://kyutai.org/Moshi.pdf", label="Paper"),
                        mlweekly.Link("https://x.com/kyutai_labs/status/1836427396959932492", label="Tweet"),
                    ]
                ),
            )
        ],
    )

    def test_an_edited_title_takes_its_own_period(self) -> None:
        """
        The period in the block was written beside another title, so the new title's own range holds.
        """
        text = mlweekly.markdown.dumps(self.issue).replace("06/10 ~ 06/16", "07/01 ~ 07/07")
        document = mlweekly.markdown.parse(text)
        assert str(document.series[0].period) == "2024-07-01/2024-07-07"
        assert [problem.pointer for problem in document.problems] == ["/issues/0/period"]

    def test_an_untouched_title_keeps_the_period_of_the_block(self) -> None:
        """
        A period that differs from the title is held.
        """
        assert mlweekly.markdown.loads(mlweekly.markdown.dumps(self.issue)).period == self.issue.period

    def test_labels_go_where_links_were_taken_away(self) -> None:
        """
        Labels that no longer fit the number of links are not guessed onto others.
        """
        text = mlweekly.markdown.dumps(self.issue)
        document = mlweekly.markdown.parse(text.replace("- https://kyutai.org/Moshi.pdf\n", ""))
        assert [link.label for link in document.series[0].papers[0].links] == [None]
        assert [problem.pointer for problem in document.problems] == ["/issues/0/papers/0/links/labels"]

    def test_a_corrected_url_keeps_its_label(self) -> None:
        """
        A label belongs to the place of a link, so it stays when the URL is corrected there.
        """
        text = mlweekly.markdown.dumps(self.issue).replace("1836427396959932492", "1836427396959932493")
        paper = mlweekly.markdown.loads(text).papers[0]
        assert [link.label for link in paper.links] == ["Paper", "Tweet"]
