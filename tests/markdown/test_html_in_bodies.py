"""
HTML in the body of a post is text: no line of one opens a block of HTML.
"""

from __future__ import annotations

import pytest
from markdown_it import MarkdownIt

from mlweekly import Issue, Paper, Text, markdown

BODIES = (
    *("<div>\nx", "x\n<div>y", "<h1>x</h1>", '<img src="https://example.org/x.png">', "<details>\nx\n</details>"),
    *(
        "</td></tr></table>x",
        "<p>x",
        "  <P>x",
        "x\n\n<custom-tag>",
        "</div>",
        "- <div>x",
        "<br>",
        "<script>x",
        "<!-- x",
    ),
)


@pytest.mark.parametrize("body", [*BODIES, *(f"\\{body}" for body in BODIES)])
def test_html_in_a_body_opens_nothing(body: str) -> None:
    """
    markdown-it-py sees no block of HTML but the hidden one, and the body comes back as it was.
    """
    issue = Issue(title="Papers", language="en", papers=[Paper(rank=1, title=Text("Moshi"), summary=Text(body))])
    text = markdown.dumps(issue)
    blocks = [token.content for token in MarkdownIt("commonmark").parse(text) if token.type == "html_block"]

    assert [block for block in blocks if not block.startswith("<!-- mlweekly: ")] == []
    assert markdown.loads(text) == issue


def test_a_tag_in_a_line_is_as_it_was() -> None:
    """
    What opens no block is written without a backslash.
    """
    issue = Issue(
        title="Papers", papers=[Paper(rank=1, title=Text("Moshi"), summary=Text("It <b>listens</b> <br> now."))]
    )

    assert "\nIt <b>listens</b> <br> now.\n" in markdown.dumps(issue)
