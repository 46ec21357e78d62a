"""
Digests in which each paper is an item of a list.
"""

from __future__ import annotations

import re

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from mlweekly import Issue, Paper, json, markdown
from mlweekly.document import Document
from tests.list_samples import SAMPLES, ExpectedPaper, Sample, with_urls

_WORD = re.compile(r"(?<=\s)(?=[^\W\d_])")
_IDS = [sample.name for sample in SAMPLES]


def _described(paper: Paper, language: str | None) -> ExpectedPaper:
    """
    Return a paper in the form of what is expected.
    """
    summary = paper.summary and (paper.summary.original or paper.summary.get(language or ""))
    return ExpectedPaper(
        title=paper.title.original or paper.title[language or ""],
        links=" ".join(link.url for link in paper.links),
        authors="; ".join(paper.authors),
        released=paper.released and paper.released.isoformat(),
        summary=summary,
        tags="; ".join(paper.tags),
        topics="; ".join(paper.topics),
        details="; ".join(f"{name}={words}" for name, words in sorted(paper.details.items())),
        rank=paper.rank,
    )


def _expected(papers: tuple[ExpectedPaper, ...]) -> list[ExpectedPaper]:
    return [
        evolve(
            paper,
            links=with_urls(paper.links),
            rank=paper.rank or place,
            details="; ".join(sorted(paper.details.split("; "))),
        )
        for place, paper in enumerate(papers, start=1)
    ]


def _head(issue: Issue) -> tuple[str | None, str | None]:
    return issue.title, None if issue.period is None else f"{issue.period.start} {issue.period.end}"


def _held(document: Document) -> str:
    return "\n".join((json.dumps(document.series), *(words for _, words in document.unplaced)))


@pytest.mark.parametrize("sample", SAMPLES, ids=_IDS)
def test_samples(sample: Sample) -> None:
    """
    Titles without the full stop of the list, ranks, authors, links, days, tags, topics, details and summaries are read.
    """
    document = markdown.parse(with_urls(sample.text))
    assert document.dialect == sample.dialect
    assert [_head(issue) for issue in document.series] == [(title, period) for title, period, _ in sample.issues]
    assert {issue.language for issue in document.series} == {sample.language}
    for issue, (_, _, papers) in zip(document.series, sample.issues, strict=True):
        assert [_described(paper, issue.language) for paper in issue.papers] == _expected(papers)


@pytest.mark.parametrize("sample", SAMPLES, ids=_IDS)
def test_urls_are_never_lost(sample: Sample) -> None:
    """
    Each URL of a text is in a field or left over.
    """
    text = with_urls(sample.text)
    held = _held(markdown.parse(text))
    assert [url for url in re.findall(r"https?://[^\s()<>\[\]]+", text) if url not in held] == []


@pytest.mark.parametrize("sample", SAMPLES, ids=_IDS)
def test_words_are_never_lost(sample: Sample) -> None:
    """
    A foreign word before any other word is in a field or left over.
    """
    text = with_urls(sample.text)
    lost = [
        text[max(0, match.start() - 30) : match.start() + 30]
        for match in _WORD.finditer(text)
        if "Zyqx" not in _held(markdown.parse(f"{text[: match.start()]}Zyqx {text[match.start() :]}", dialect="list"))
    ]
    assert lost == []


@given(
    st.lists(
        st.sampled_from(
            [
                "- ",
                "1. ",
                "4) ",
                "1\\. ",
                "  ",
                "\t",
                "**",
                "*",
                "[",
                "](",
                ")",
                "(2019)",
                "[2023/10] ",
                "2022-11-30, ",
                "\n",
                "\n\n",
                "# ",
                "## ",
                "https://arxiv.org/abs/2401.00001",
                "papers/x.md",
                "Title",
                "Ada Byron, Grace Hopper",
                ": ",
                " - ",
                '"',
                "《",
                "》",
                "`",
                "[1]",
                "|",
                "> ",
                "<!--",
                "论文",
                "et al.",
            ]
        ),
        max_size=30,
    ).map("".join)
)
def test_any_text_can_be_read(text: str) -> None:
    """
    Any text gives a document, and each URL in it is held.
    """
    document = markdown.parse(text, dialect="list")
    assert document.text == text
    assert "2401.00001" not in text or "2401.00001" in _held(document)
