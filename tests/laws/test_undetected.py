"""
The first law of the library, for values whose words look like other dialects: `loads(dumps(x)) == x`.
"""

from __future__ import annotations

import pytest
from attrs import evolve
from hypothesis import example, given
from hypothesis import strategies as st

from mlweekly import Abstract, Issue, Link, LinkSet, Paper, Series, Text, markdown
from mlweekly import changes as ops
from mlweekly.changes import Patch

LINES = (
    *("1. x", "2. y", "1) **Moshi** - a model. ([Paper](https://arxiv.org/abs/2409.12917))", "**3). Mamba**"),
    *("Summary", "Abstract", "論文紹介", "논문 소개", "Source", "2 comments", "原文"),
    *("| **Paper** | **Links** |", "|---|---|", "| 1) **A** - b | [Paper](https://arxiv.org/abs/2409.12917) |"),
    *("2) c | [Paper](https://arxiv.org/abs/2409.12918)", "1) a", "| 2) b |"),
    *("# Papers of the Week (May 6 - May 12) - 2024", "\\# Heading", "## Summary", "Title", "===", "---", "* * *"),
    *("- [Week (May 6 - May 12)](#week)", "- x", "> quote", "```", "<!-- a", "-->", "---\ntitle: x\n---", "x"),
)


def bodies() -> st.SearchStrategy[str]:
    """
    Draw texts made of the lines of all dialects.
    """
    lines = st.lists(st.sampled_from(LINES), min_size=1, max_size=5)
    return st.builds(str.join, st.sampled_from(("\n", "\n\n")), lines)


def issues() -> st.SearchStrategy[Issue]:
    """
    Draw issues whose fields hold such texts.
    """
    some, line = st.lists(bodies(), max_size=3), st.sampled_from(LINES)
    papers = st.builds(
        Paper,
        rank=st.integers(1, 3),
        title=line.map(Text),
        summary=st.none() | bodies().map(Text),
        abstract=st.none() | bodies().map(Abstract),
        links=st.just(LinkSet()) | st.just(LinkSet([Link("https://arxiv.org/abs/2409.12917")])),
    )
    return st.builds(
        Issue,
        title=st.none() | line,
        language=st.sampled_from(("en", "ja", "zh", None)),
        lead=some,
        notices=some,
        comments=some,
        papers=st.lists(papers, max_size=3),
    )


_RANKED = Issue(language="en", title="Digest", papers=[Paper(rank=1, title=Text("A"), summary=Text("1. x\n2. y"))])


@given(issues())
@example(_RANKED)
@example(Issue(language="en", title="Digest", lead=["Summary"], papers=[Paper(rank=1, title=Text("A"))]))
@example(Issue(language="en", title="Hello", lead=["Some text."]))
def test_a_post_is_read_back_undetected(issue: Issue) -> None:
    """
    No words in a field, of whatever dialect, make the text that `dumps` writes another value, or leave any of it over.
    """
    assert markdown.loads(markdown.dumps(issue), strict=True) == issue


@given(st.lists(issues(), max_size=2).map(Series))
def test_a_series_is_read_back_undetected(series: Series) -> None:
    """
    The same holds for a document of many issues.
    """
    assert markdown.loads_series(markdown.dumps(series), strict=True) == series


@given(issues(), bodies())
def test_a_post_stays_one_when_it_is_edited(issue: Issue, body: str) -> None:
    """
    Words that look like another dialect can be put into a post, whose other lines stay as they are.
    """
    text = markdown.dumps(issue)
    patch = Patch([ops.ParagraphAdded("/lead/0", after=body)])
    assert markdown.loads(markdown.edit(text, patch)) == evolve(issue, lead=[body, *issue.lead])


@pytest.mark.parametrize(
    "start", ["", "\ufeff", "---\ntags: x\n---\n\n"], ids=["bare", "byte order mark", "front matter"]
)
def test_an_edited_post_is_marked_only_if_detection_would_err(start: str) -> None:
    """
    A post that an edit makes look like a list gets a block on top, behind front matter; else an edit adds none.
    """
    text = f"{start}# Digest\n\n## A\n\n### Summary\n\nx\n\n## B\n\n### Summary\n\ny\n"
    plain = markdown.edit(text, Patch([ops.TextReworded("/papers/0/summary", before="x", after="z")]))
    assert plain == text.replace("x\n\n## B", "z\n\n## B")
    ranked = "1. a\n2. b\n3. c"
    edited = markdown.edit(text, Patch([ops.TextReworded("/papers/0/summary", before="x", after=ranked)]))
    assert edited.count("<!-- mlweekly:") == 1
    assert edited.replace('<!-- mlweekly: {"series": {}} -->\n\n', "") == text.replace("x\n\n## B", f"{ranked}\n\n## B")
    assert markdown.loads(edited).papers[0].summary == Text(ranked)


def test_a_block_is_written_only_if_detection_would_err() -> None:
    """
    An ordinary post has no block; one whose summaries are ranked lists has one that says nothing else.
    """
    assert "<!--" not in markdown.dumps(evolve(_RANKED, papers=[Paper(rank=1, title=Text("A"), summary=Text("x"))]))
    assert markdown.dumps(_RANKED).startswith('<!-- mlweekly: {"issue": {}} -->\n\n# Digest\n')


def test_a_dialect_of_ones_own_is_detected_too() -> None:
    """
    A post in section names of one's own is read back where the dialect is among the candidates.
    """
    names = markdown.SectionNames(
        summary="Résumé", abstract="Extrait", paper="Article", further="Voir", source="Origine", comments="{count} avis"
    )
    mine = markdown.Dialect(name="mine", layout="headings", sections={"fr": names}, language="fr")
    issue = Issue(
        title="Lettre", language="fr", papers=[Paper(rank=1, title=Text("A", "fr"), summary=Text("1. x\n2. y", "fr"))]
    )
    text = markdown.dumps(issue, dialect=mine)
    assert markdown.loads(text, dialects=[mine]) == issue
