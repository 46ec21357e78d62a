"""
Headings in every spelling: underlined ones, and such that a page would not show as headings.
"""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from mlweekly import Issue, Paper, Text, markdown
from mlweekly.markdown._blocks import blocks_of
from mlweekly.markdown._lines import Lines
from mlweekly.markdown._reading._headings import with_headings

P = "https://arxiv.org/abs/2409.12917"
TITLE = "Papers of the Week (September 16 - September 22) - 2024"
BODIES = {
    "table": f"| **Paper** | **Links** |\n|---|---|\n| 1) **A** - b | [Paper]({P}) |\n",
    "columns": f"| Paper | Release Date | Links |\n|---|---|---|\n| (1) **A** - b | 2024-09-20 | [Paper]({P}) |\n",
    "bracket": f"**1). A** - b ([Paper]({P}))\n\n**2). B** - c ([Paper]({P}))\n",
    "post": f"## A\n\n### Summary\n\nb\n\n### Paper\n\n- {P}\n",
}


@pytest.mark.parametrize(
    "mark", ["# ", "#\u200b", "\u200b# ", "\ufeff\ufeff# ", "#\u00a0", "#", "\u2060#\u3000"], ids=ascii
)
@pytest.mark.parametrize("dialect", BODIES)
def test_a_bent_heading_is_a_heading_with_a_problem(dialect: str, mark: str) -> None:
    """
    A missing space, a zero-width character or a no-break space does not lose the title and the period of an issue.
    """
    level = 1 if dialect == "post" else 2
    document = markdown.parse(f"{mark.replace('#', '#' * level)}{TITLE}\n\n{BODIES[dialect]}", dialect=dialect)
    (issue,) = document.series.issues
    assert issue.title == TITLE
    assert str(issue.period) == "2024-09-16/2024-09-22"
    assert (issue.lead, document.unplaced) == ((), ())
    kinds = [problem.kind for problem in document.problems if problem.line == 1]
    assert kinds == ([] if mark == "# " else ["heading-mark"])
    assert document.dialect == dialect


@pytest.mark.parametrize("underline", ["===", "---", "=", "-----  "])
@pytest.mark.parametrize("dialect", BODIES)
def test_an_underlined_title_is_a_heading(dialect: str, underline: str) -> None:
    """
    It is plain Markdown, so no problem is noted; the underline is structure.
    """
    document = markdown.parse(f"{TITLE}\n{underline}\n\n{BODIES[dialect]}", dialect=dialect)
    (issue,) = document.series.issues
    assert (issue.title, str(issue.period)) == (TITLE, "2024-09-16/2024-09-22")
    assert (issue.lead, issue.notices, document.unplaced, document.problems) == ((), (), (), ())
    assert str(issue.papers[0].title) == "A"


def test_papers_of_a_post_may_be_bent_too() -> None:
    """
    Papers and sections are found under such headings.
    """
    text = "# Digest\n\n##Alpha\n\n###Summary\n\nx\n\nBeta\n----\n\n### Summary\n\ny\n"
    issue = markdown.loads(text, strict=True)
    assert [(str(paper.title), str(paper.summary)) for paper in issue.papers] == [("Alpha", "x"), ("Beta", "y")]


@pytest.mark.parametrize("line", ["#LLM #RAG", "#moshi", "#1", "#5 is out", "\\##Title", "    ##Title", "`##Title`"])
def test_other_lines_with_marks_are_text(line: str) -> None:
    """
    Hashtags, numbers, escapes and code are no headings.
    """
    lead = f"# Digest\n\n{line}\n\n## A\n\n### Summary\n\nx\n"
    document = markdown.parse(lead)
    assert document.series[0].title == "Digest"
    assert len(document.series[0].papers) == 1
    assert len(document.series[0].lead) == 1
    assert document.problems == ()


@pytest.mark.parametrize(
    "text",
    [
        "A sentence, over a rule.\n---\n",
        f"**1). A** - b ([Paper]({P}))\n---\n",
        "| a | b |\n---\n",
        "two\nlines\n---\n",
    ],
)
def test_a_rule_under_a_paragraph_makes_no_heading(text: str) -> None:
    """
    Editors separate paragraphs by dashes right below them.
    """
    found, bent = with_headings(text, blocks_of(Lines(text)))
    assert [block for block in found if block.kind == "heading"] == []
    assert bent == []


@given(st.lists(st.sampled_from(("Title", "# A", "## B", "===", "---", "", "- x", "> q", "Title two")), max_size=8))
def test_headings_of_one_line_are_those_of_commonmark(lines: list[str]) -> None:
    """
    Every heading that CommonMark shows of one line is found, with its level and in its order, and no other.
    """
    text = "\n".join(lines)
    tokens: list[Token] = MarkdownIt("commonmark").parse(text)
    shown = [
        (token.tag, tokens[index + 1].content)
        for index, token in enumerate(tokens)
        if token.type == "heading_open" and token.level == 0 and "\n" not in tokens[index + 1].content
    ]
    found, _ = with_headings(text, blocks_of(Lines(text)))
    assert [(f"h{block.level}", text[block.first : block.last]) for block in found if block.kind == "heading"] == shown


@given(
    st.lists(
        st.sampled_from(("#", "##", "\u200b", "\ufeff", " ", "\u00a0", "Title", "\n", "===", "&#8203;")), max_size=6
    )
)
@example(["#", "\n", "\u00a0", "#", " "])
def test_no_body_of_a_post_becomes_a_heading(parts: list[str]) -> None:
    """
    Bodies that look like such headings come back, as bodies.
    """
    body = "".join(parts) + "x"
    issue = Issue(
        title="Digest", language="en", lead=[body], papers=[Paper(rank=1, title=Text("A"), summary=Text(body))]
    )
    assert markdown.loads(markdown.dumps(issue), strict=True) == issue
