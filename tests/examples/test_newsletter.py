"""
`newsletter.py` reads a digest out of HTML, also with every escape that the converter can write.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from markdownify import ATX, markdownify

import mlweekly
from tests.examples.running import SAMPLES, example

newsletter = example("newsletter")

PAGE = """\
<html><head><title>Mail</title><style>p { color: red }</style></head><body>
<h1>Papers of the Week (September 16 - September 22) - 2024</h1>
<p>Models that listen &amp; write.</p>
<h2>1. Moshi - a speech_model*</h2>
<p>A model that listens while it speaks. 2. It answers + asks.</p>
<ul>
<li><a href="https://arxiv.org/abs/2410.00037">Paper</a></li>
<li><a href="https://x.com/kyutai_labs/status/1836427396959932492">Tweet</a></li>
</ul>
<h2>2. On the Diagram of Thought</h2>
<p>Thoughts in a graph.</p>
<p><a href="https://arxiv.org/abs/2409.10038">Paper</a></p>
<script>track()</script>
</body></html>
"""
TITLES = ["Moshi - a speech_model*", "On the Diagram of Thought"]


def test_page_is_read() -> None:
    """
    Titles, ranks, summaries and links come out of the page; its style and its script do not.
    """
    document = newsletter.from_html(PAGE)
    (issue,) = document.series

    assert (document.problems, document.unplaced) == ((), ())
    assert str(issue.period) == "2024-09-16/2024-09-22"
    assert [(paper.rank, paper.title.original) for paper in issue.papers] == list(enumerate(TITLES, 1))
    assert [[link.label for link in paper.links] for paper in issue.papers] == [["Paper", "Tweet"], ["Paper"]]
    assert "track" not in document.text
    assert "color" not in document.text


def test_every_escape_of_the_converter_is_read() -> None:
    r"""
    With `escape_misc` it writes `1\.` and `\-`, and the digest is the same.
    """
    text = markdownify(PAGE.partition("</head>")[2].replace("track()", ""), heading_style=ATX, escape_misc=True)
    assert r"## 1\. Moshi \- a speech\_model\*" in text
    (issue,) = mlweekly.markdown.loads_series(text)

    assert [(paper.rank, paper.title.original) for paper in issue.papers] == list(enumerate(TITLES, 1))
    assert issue.title == "Papers of the Week (September 16 - September 22) - 2024"
    assert [mlweekly.markdown.plain_text(words) for words in issue.lead] == ["Models that listen & write."]


def test_table_of_a_page_is_read() -> None:
    """
    A digest that is a table in the page is a table in Markdown.
    """
    rows = "".join(
        f'<tr><td>{rank}) <b>{title}</b> - Text.</td><td><a href="https://arxiv.org/abs/2409.1003{rank}">Paper</a></td></tr>'
        for rank, title in enumerate(TITLES, 1)
    )
    head = "<thead><tr><th>Paper</th><th>Links</th></tr></thead>"
    document = newsletter.from_html(f"<h2>Papers (September 16 - September 22) - 2024</h2><table>{head}{rows}</table>")
    (issue,) = document.series

    assert document.dialect == "table"
    assert [paper.title.original for paper in issue.papers] == TITLES


@pytest.mark.parametrize("member", ["raw", "cooked"])
def test_post_of_a_forum_is_written_as_markdown(
    member: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """
    A post has its Markdown, or its HTML alone; both give one digest.
    """
    text = {"raw": (SAMPLES / "2024-09-16.en.md").read_text(encoding="utf-8"), "cooked": PAGE}[member]
    path = tmp_path / "post.json"
    path.write_text(json.dumps({"id": 1, member: text}), encoding="utf-8")

    assert newsletter.main([str(path)]) == 0
    captured = capsys.readouterr()
    expected = newsletter.from_post(path.read_text(encoding="utf-8")).series
    assert mlweekly.markdown.loads_series(captured.out) == expected
    assert captured.err == ""


@pytest.mark.parametrize("text", ['{"error": 1}', "[]", "[]x", '"raw"'])
def test_answer_without_a_post_is_told(text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """
    An API answers with an error as JSON, too.
    """
    path = tmp_path / "post.json"
    path.write_text(text, encoding="utf-8")

    assert newsletter.main([str(path)]) == 1
    assert capsys.readouterr().err == f"{path}: this is no post of a forum\n"


def test_page_without_a_digest_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """
    What fits no field is printed, and the exit code says that there is no digest.
    """
    path = tmp_path / "mail.html"
    path.write_text("<p>Dear reader,</p>", encoding="utf-8")

    assert newsletter.main([str(path)]) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err == f"fits no field: Dear reader,\n{path}: no digest was found\n"
