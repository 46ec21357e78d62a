"""
Tables of real documents, against an independent reading by markdown-it-py.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from mlweekly import Issue, Paper, Series, markdown

RANK_AND_BOLD = re.compile(r"\(?([0-9]+)\)\s*\*\*?(.+?)\*\*?(?: ?- ?(.*)|\s*(.*))", re.DOTALL)
RANK_AND_PLAIN = re.compile(r"([0-9]+)\)\s*(.{1,200}?)(?:  +(?![a-z])| - )(\S.*)", re.DOTALL)
RANK = re.compile(r"([0-9]+)\)\s*(.+)", re.DOTALL)
NOT_READ_BY_COMMONMARK = re.compile(r"\]\([^)]*\)\)")


class Row(NamedTuple):
    """
    A row as markdown-it-py reads it: its source, and label and URL of each link of its last cell.
    """

    source: str
    links: list[tuple[str, str]]


def read(path: Path) -> str:
    """
    Return a document's text.
    """
    return path.read_text(encoding="utf-8")


def tables(text: str) -> Iterator[tuple[str, list[Row]]]:
    """
    Yield the heading above each table, and the table's rows without the header.
    """
    heading = ""
    rows: list[Row] = []
    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    for index, token in enumerate(tokens):
        if token.type == "heading_open":
            heading = tokens[index + 1].content
        elif token.type == "tbody_open":
            rows = []
        elif token.type == "tr_open":
            cells = [cell for cell in tokens[index : index + 12] if cell.type in ("inline", "tr_close")]
            cells = cells[: next(i for i, cell in enumerate(cells) if cell.type == "tr_close")]
            rows.append(Row(cells[0].content, list(links(cells[-1]))))
        elif token.type == "tbody_close":
            yield heading, rows


def links(cell: Token) -> Iterator[tuple[str, str]]:
    """
    Yield the label and the URL of each link of a cell.
    """
    children = cell.children or []
    for index, child in enumerate(children):
        if child.type == "link_open":
            closing = next(i for i in range(index, len(children)) if children[i].type == "link_close")
            label = "".join(each.content for each in children[index:closing])
            yield label.strip(), str(child.attrs["href"])


def normal(url: str) -> str:
    """
    Return the URL as markdown-it-py spells it.
    """
    return MarkdownIt().normalizeLink(url)


def shown(paper: Paper) -> tuple[str, str]:
    """
    Return title and summary with runs of blanks as one.
    """
    summary = "" if paper.summary is None else str(paper.summary)
    return " ".join(str(paper.title).split()), " ".join(summary.split())


def split(source: str) -> tuple[int, str, str]:
    """
    Return rank, title and summary of a first cell: bold titles end at their marks, plain ones at two blanks or a dash.
    """
    for form in (RANK_AND_BOLD, RANK_AND_PLAIN, RANK):
        match = form.fullmatch(source)
        if match is not None:
            rank, title, *rest = match.groups()
            summary = next((part for part in rest if part), "")
            title = re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", title.replace("<br>", " "))
            return int(rank), " ".join(title.split()), " ".join(summary.split())
    raise AssertionError(source)


@pytest.fixture(scope="module", params=[("table.md", 65, 650), ("three-columns.md", 13, 93)], ids=lambda each: each[0])
def document(request: pytest.FixtureRequest, corpus: Path) -> tuple[str, Series, int, int]:
    """
    A document, the series that is read from it, and how many issues and papers it has.
    """
    name, issues, papers = request.param
    text = read(corpus / name)
    return text, markdown.loads_series(text), issues, papers


def pairs(text: str, series: Series) -> Iterator[tuple[Issue, Paper, Row]]:
    """
    Yield each paper beside the row that markdown-it-py finds in its place.
    """
    for issue, (heading, rows) in zip(series, tables(text), strict=True):
        assert issue.title == heading
        for paper, row in zip(issue.papers, rows, strict=True):
            yield issue, paper, row


def test_every_issue_and_paper_is_found(document: tuple[str, Series, int, int]) -> None:
    """
    There are as many issues and papers as headings with a table, and rows.
    """
    text, series, issues, papers = document

    assert len(series) == issues
    assert sum(len(issue.papers) for issue in series) == papers
    assert len(list(pairs(text, series))) == papers


def test_every_link_is_found(document: tuple[str, Series, int, int]) -> None:
    """
    Label and URL of every link are what CommonMark reads.
    """
    text, series, _, _ = document
    for _, paper, row in pairs(text, series):
        assert [(link.label, normal(link.url)) for link in paper.links] == row.links


def test_every_title_and_summary_is_found(document: tuple[str, Series, int, int]) -> None:
    """
    Rank, title and summary are the parts of the first cell, split by an expression of the test's own.
    """
    text, series, _, _ = document
    for _, paper, row in pairs(text, series):
        assert (paper.rank, *shown(paper)) == split(row.source)


def test_every_period_has_its_year(document: tuple[str, Series, int, int]) -> None:
    """
    A period ends in the year that its heading prints, and in 2023 where it prints none.
    """
    _, series, _, _ = document
    for issue in series:
        years = re.findall(r"20[0-9]{2}", issue.title or "")
        assert issue.period is not None
        assert issue.period.end.year == int(years[-1] if years else 2023)
        first = re.search(r"\(([A-Z][a-z]{2})[a-z]* ?([0-9]+) ?-", issue.title or "")
        assert first is not None
        assert (issue.period.start.strftime("%b"), issue.period.start.day) == (first[1], int(first[2]))


def test_the_contents_list_and_its_groups(corpus: Path) -> None:
    """
    The contents list names 130 weeks under three years.
    """
    contents = markdown.loads_series(read(corpus / "table.md")).contents
    groups = [entry.group for entry in contents]

    assert len(contents) == 130
    assert (groups.count("2025"), groups.count("2024"), groups.count("2023")) == (25, 53, 52)


def test_only_residue_is_unplaced(corpus: Path) -> None:
    """
    What no field holds is one bracket too many, behind a link; nothing in the other documents.
    """
    text = read(corpus / "table.md")
    doubled = [number for number, line in enumerate(text.splitlines(), 1) if NOT_READ_BY_COMMONMARK.search(line)]

    assert markdown.parse(text).unplaced == tuple((number, ")") for number in doubled)
    for name in ("three-columns.md", "bracket.zh.md", "post.ja.txt"):
        assert markdown.parse(read(corpus / name)).unplaced == ()


def test_every_link_of_the_brackets_is_found(corpus: Path) -> None:
    """
    The links of the Chinese edition's ten papers, its source and its picture are those that CommonMark reads.
    """
    text = read(corpus / "bracket.zh.md")
    issue = markdown.loads(text)
    inline = [token for token in MarkdownIt("commonmark").parse(text) if token.type == "inline"]
    expected = [list(links(token)) for token in inline if re.match(r"\*\*[0-9]+\)\.", token.content.replace("\n", " "))]

    assert [paper.rank for paper in issue.papers] == list(range(1, 11))
    assert [[(link.label, normal(link.url)) for link in paper.links] for paper in issue.papers] == expected
