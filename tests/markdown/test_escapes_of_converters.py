r"""
Digests that a converter made of HTML: a hyphen is `\-`, and the mark behind a number `\.` or `\)`.

The escapes are those that markdownify writes with `escape_misc`, and html2text at the start of a line.
"""

from __future__ import annotations

import pytest

from mlweekly import Issue, diff, markdown

TITLE = "Papers of the Week (September 16 - September 22) - 2024"
MOSHI, QWEN = "https://arxiv.org/abs/2410.00037", "https://arxiv.org/abs/2409.12186"
HEAD = r"# Papers of the Week \(September 16 \- September 22\) \- 2024"


def heads(issue: Issue) -> list[tuple[int, str | None, str | None, str | None]]:
    """
    Return rank, title, summary and URL of each paper.
    """
    return [
        (
            paper.rank,
            paper.title.original,
            None if paper.summary is None else paper.summary.original,
            None if paper.links.paper is None else paper.links.paper.url,
        )
        for paper in issue.papers
    ]


@pytest.mark.parametrize(
    ("moshi", "qwen"),
    [
        (r"1\) **Moshi\_v2** \- It \- listens\.", r"2\) **Qwen2\.5** \- It codes\."),
        (r"1\. **Moshi\_v2** \-\- It \- listens\.", r"2\. **Qwen2\.5** \-\- It codes\."),
        (r"1\) **Moshi\_v2 \-** It \- listens\.", r"2\) **Qwen2\.5 \-** It codes\."),
        (r"1\) Moshi\_v2 \- It \- listens\.", r"2\) Qwen2\.5 \- It codes\."),
        (r"1) **Moshi\_v2** \- It \- listens\.", r"2) **Qwen2\.5** \- It codes\."),
    ],
)
@pytest.mark.parametrize("header", ["Paper | Links", "**Paper** | **Links**"])
def test_rows(moshi: str, qwen: str, header: str) -> None:
    """
    Ranks and separators of rows are read with or without a backslash; summaries keep theirs, as inline Markdown.
    """
    text = f"{HEAD}\n\n| {header} |\n|---|---|\n| {moshi} | [Paper]({MOSHI}) |\n| {qwen} | [Paper]({QWEN}) |\n"
    document = markdown.parse(text)

    assert document.dialect == "table"
    assert document.series[0].title == TITLE
    assert heads(document.series[0]) == [
        (1, "Moshi_v2", r"It \- listens\.", MOSHI),
        (2, "Qwen2.5", r"It codes\.", QWEN),
    ]
    assert (document.problems, document.unplaced) == ((), ())


@pytest.mark.parametrize("mark", [r"\.", r"\)"])
def test_paragraphs(mark: str) -> None:
    """
    Paragraphs that begin with an escaped number are papers.
    """
    text = f"""{HEAD}

1{mark} [Moshi\\_v2]({MOSHI}) \\- It \\- listens\\.

2{mark} [Qwen2\\.5]({QWEN}) \\- It codes\\.
"""
    assert heads(markdown.loads(text, strict=True)) == [
        (1, "Moshi_v2", r"It \- listens\.", MOSHI),
        (2, "Qwen2.5", r"It codes\.", QWEN),
    ]


@pytest.mark.parametrize("mark", [r"\.", r"\)"])
@pytest.mark.parametrize("underline", [False, True])
def test_headings(mark: str, *, underline: bool) -> None:
    """
    The rank of a heading is read, and text below that looks like a list stays text.
    """
    before, after = ("", "\n----") if underline else ("## ", "")
    text = f"""{HEAD}

{before}1{mark} Moshi\\_v2{after}

\\- It listens\\.

[Paper]({MOSHI})

{before}2{mark} Qwen2\\.5{after}

2\\. It codes\\.

[Paper]({QWEN})
"""
    assert heads(markdown.loads(text, strict=True)) == [
        (1, "Moshi_v2", r"\- It listens\.", MOSHI),
        (2, "Qwen2.5", r"2\. It codes\.", QWEN),
    ]


def test_linked_titles_of_rows() -> None:
    """
    A table of linked titles has summaries behind an escaped hyphen.
    """
    text = f"""{HEAD}

| Paper | Code |
|---|---|
| [Moshi\\_v2]({MOSHI}) \\- It listens\\. | |
| [Qwen2\\.5]({QWEN}) \\- It codes\\. | |
"""
    assert heads(markdown.loads(text)) == [
        (1, "Moshi_v2", r"It listens\.", MOSHI),
        (2, "Qwen2.5", r"It codes\.", QWEN),
    ]


@pytest.mark.parametrize(
    ("title", "separator"),
    [("**Moshi**", r"\-"), ("**Moshi**", r"\-\-"), (f"[Moshi]({MOSHI})", r"\-"), ("_Moshi_", r"\-")],
)
def test_separators_of_rows(title: str, separator: str) -> None:
    """
    A separator with a backslash ends a title between any marks, also one without escapes of its own.
    """
    text = f"{HEAD}\n\n| Paper | Links |\n|---|---|\n| 1) {title} {separator} It listens. | [Paper]({MOSHI}) |\n"

    assert heads(markdown.loads(text)) == [(1, "Moshi", "It listens.", MOSHI)]


def test_rows_without_a_header() -> None:
    """
    Rows that begin with an escaped number are papers, also where no header says so.
    """
    text = f"""{HEAD}

| 1\\) **Moshi** \\- It listens. | [Paper]({MOSHI}) |
|---|---|
| 2\\) **Qwen** \\- It codes. | [Paper]({QWEN}) |
"""
    assert heads(markdown.loads(text)) == [(1, "Moshi", "It listens.", MOSHI), (2, "Qwen", "It codes.", QWEN)]


def test_edits_of_rows() -> None:
    """
    A new title takes the place of the old one; the escapes around it stay.
    """
    row = r"| 1\) **Moshi** \- It listens\. | [Paper](https://arxiv.org/abs/2410.00037) |"
    text = f"{HEAD}\n\n| Paper | Links |\n|---|---|\n{row}\n"
    renamed = text.replace("Moshi", "Moshika")
    patch = diff(markdown.loads(text), markdown.loads(renamed))

    assert str(patch) == 'paper retitled from "Moshi" to "Moshika"'
    assert markdown.edit(text, patch) == renamed
