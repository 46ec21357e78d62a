"""
Comments and fences are opaque: nothing in them is read as a digest, in every dialect, and nothing of them is lost.
"""

from __future__ import annotations

import pytest
from markdown_it import MarkdownIt

from mlweekly import Issue, markdown
from mlweekly.markdown._blocks import blocks_of
from mlweekly.markdown._lines import Lines

PAPER = "https://arxiv.org/abs/2409.12917"
HIDDEN = "https://arxiv.org/abs/2409.99999"
TABLE = "## Papers of the Week (May 6 - May 12) - 2024\n| **Paper** | **Links** |\n|---|---|\n"
COLUMNS = "| Paper | Release Date | Links |\n|---|---|---|\n"
POST = "# [2024/09/16 ~ 09/22] Digest\n\n"
PLAIN = "[2024/09/16 ~ 09/22] Digest\n"
ENTRIES = "## [2024/09/16 ~ 09/22]\n\n"


def row(rank: int, title: str, url: str = PAPER) -> str:
    """
    Return a row of a table.
    """
    return f"| {rank}) **{title}** - words. | [Paper]({url}) |\n"


def post_paper(title: str, url: str = PAPER) -> str:
    """
    Return a paper of a post.
    """
    return f"## {title}\n\n### Summary\n\nWords.\n\n### Paper\n\n- {url}\n\n"


def bare_paper(title: str, url: str = PAPER) -> str:
    """
    Return a paper of a post without marks.
    """
    return f"{title}\nSummary\nWords.\nPaper\n{url}\n"


def entry(rank: int, title: str, url: str = PAPER) -> str:
    """
    Return the paragraph of a paper.
    """
    return f"**{rank}). {title}** - words. ([Paper]({url}))\n\n"


DOCUMENTS = {
    "table": (TABLE, row(1, "Alpha"), row(2, "Draft", HIDDEN), row(3, "Beta")),
    "post": (POST, post_paper("Alpha"), post_paper("Draft", HIDDEN), post_paper("Beta")),
    "plain": (PLAIN, bare_paper("Alpha"), bare_paper("Draft", HIDDEN), bare_paper("Beta")),
    "bracket": (ENTRIES, entry(1, "Alpha"), entry(2, "Draft", HIDDEN), entry(3, "Beta")),
}
HIDES = {"comment": ("<!--\n", "-->\n\n"), "fence": ("```\n", "```\n\n"), "tildes": ("~~~~ text\n", "~~~~\n\n")}


def only_issue(text: str, dialect: str | None = None) -> tuple[Issue, str]:
    """
    Return the only issue that is detected in a text, and everything that fits no field.
    """
    document = markdown.parse(text, dialect=dialect)
    assert len(document.series) == 1
    return document.series[0], "\n".join(words for _, words in document.unplaced)


def words_of(issue: Issue) -> str:
    """
    Return every paragraph that an issue holds.
    """
    texts = (str(text) for paper in issue.papers for text in (paper.title, paper.summary) if text is not None)
    return "\n".join([*texts, *issue.lead, *issue.notices, *issue.comments])


@pytest.mark.parametrize("hide", HIDES)
@pytest.mark.parametrize("dialect", DOCUMENTS)
def test_a_hidden_paper_is_no_paper(dialect: str, hide: str) -> None:
    """
    A draft in a comment or in a fence is no paper and no link; its words stay in a body, or are left over.
    """
    head, first, draft, last = DOCUMENTS[dialect]
    opening, closing = HIDES[hide]
    text = f"{head}{first}{opening}{draft}{closing}{last}"
    document = markdown.parse(text)
    assert document.dialect == dialect
    titles = [str(paper.title) for issue in document.series for paper in issue.papers]
    urls = {link.url for issue in document.series for paper in issue.papers for link in paper.links}
    assert titles[0] == "Alpha"
    assert titles[-1] == "Beta"
    assert "Draft" not in titles
    assert urls == {PAPER}
    held = "\n".join([*(words_of(issue) for issue in document.series), *document.series.foot])
    held += "\n".join(words for _, words in document.unplaced)
    assert "Draft" in held
    assert HIDDEN in held


@pytest.mark.parametrize("hide", HIDES)
@pytest.mark.parametrize("dialect", DOCUMENTS)
def test_a_hidden_issue_is_no_issue(dialect: str, hide: str) -> None:
    """
    A whole issue below another one, in a comment or in a fence, is none.
    """
    head, first, draft, _ = DOCUMENTS[dialect]
    opening, closing = HIDES[hide]
    issue, left = only_issue(f"{head}{first}\n{opening}{head.replace('2024', '2025')}{draft}{closing}")
    assert issue.period is not None
    assert issue.period.start.year == 2024
    assert [str(paper.title) for paper in issue.papers] == ["Alpha"]
    document = markdown.parse(f"{head}{first}\n{opening}{head.replace('2024', '2025')}{draft}{closing}")
    assert "2025" in words_of(issue) + "\n".join(document.series.foot) + left


@pytest.mark.parametrize("dialect", DOCUMENTS)
def test_a_text_that_is_hidden_alone_speaks_for_no_dialect(dialect: str) -> None:
    """
    Nothing in a comment tells what a text is.
    """
    assert markdown.parse(f"<!--\n{''.join(DOCUMENTS[dialect])}-->\n").dialect is None


@pytest.mark.parametrize("fence", ["```", "~~~"])
def test_a_line_with_a_mark_in_a_fence_is_part_of_the_body(fence: str) -> None:
    """
    A comment of a shell in a summary's fence opens no section; the summary goes on behind the fence.
    """
    code = f"{fence}sh\n# install\n## run\n| 1) **x** - y | [Paper]({HIDDEN}) |\n{fence}"
    issue, left = only_issue(f"{POST}## Alpha\n\n### Summary\n\nRun it.\n\n{code}\n\nDone.\n")
    assert str(issue.papers[0].summary) == f"Run it.\n\n{code}\n\nDone."
    assert left == ""


@pytest.mark.parametrize("opening", ["```", "~~~", "<!--"])
def test_what_an_item_opens_is_opaque_too(opening: str) -> None:
    """
    A fence or a comment that begins on the line of a bullet hides the lines up to its end, as on a page.
    """
    closing = "-->" if opening == "<!--" else opening
    text = f"{POST}- {opening}\n  ## Draft\n  {closing}\n\n## Alpha\n\n### Summary\n\nx\n"
    headings = [token.content for token in MarkdownIt("commonmark").parse(text) if token.type == "inline"]
    assert [words for words in headings if words == "Draft"] == []
    blocks = [text[block.first : block.last] for block in blocks_of(Lines(text)) if block.kind == "heading"]
    assert blocks == ["[2024/09/16 ~ 09/22] Digest", "Alpha", "Summary"]
    assert [str(paper.title) for paper in only_issue(text)[0].papers] == ["Alpha"]


@pytest.mark.parametrize(
    ("dialect", "text"),
    [
        ("table", f"{TABLE}| 1) **A** - b | [Paper]({PAPER}) <!-- [Code]({HIDDEN}) --> |\n"),
        (
            "columns",
            COLUMNS + f"| (1) **A** - b | 2024-09-20 | [Paper]({PAPER})<!-- {HIDDEN} --> |\n",
        ),
        ("post", f"{POST}## A\n\n### Paper\n\n- {PAPER} <!-- {HIDDEN} -->\n"),
        ("post", f"{POST}## A\n\n### Paper\n\n- {PAPER}\n<!-- - {HIDDEN} -->\n"),
        ("plain", f"{PLAIN}A\nSummary\nb\nPaper\n{PAPER} <!-- {HIDDEN} -->\n"),
    ],
)
def test_a_link_in_a_comment_is_left_over(dialect: str, text: str) -> None:
    """
    A comment beside links hides what stands in it, and is left over once, as it is written.
    """
    issue, left = only_issue(text, dialect)
    assert [link.url for link in issue.papers[0].links] == [PAPER]
    assert left.startswith("<!--")
    assert left.endswith("-->")
    assert left.count(HIDDEN) == 1


def test_a_comment_that_is_never_closed_hides_no_link() -> None:
    """
    As elsewhere, who forgot the end of a comment did not mean to hide what follows.
    """
    issue, left = only_issue(f"{TABLE}| 1) **A** - b | <!-- [Paper]({PAPER}) |\n")
    assert [link.url for link in issue.papers[0].links] == [PAPER]
    assert left == "<!--"
