"""
Images and bare URLs in the sections of posts: they are no original of a translation, and alone no text.
"""

from __future__ import annotations

import pytest

from mlweekly import Issue, Paper, Text, markdown

IMAGE = "![figure](https://example.org/f.png)"
FIGURES = [IMAGE, "https://example.org/demo", "<https://example.org/demo>", '<img src="https://example.org/f.png">']
SECTIONS = {
    "ko": ("논문 소개", "이 모델은 듣고 말합니다."),
    "ja": ("論文紹介", "このモデルは聞いて話す。"),
    "zh": ("论文介绍", "这个模型能听能说。"),
}


def post(section: str, body: str) -> str:
    """
    Return a post of one paper.
    """
    return f"# [2024/09/16 ~ 09/22] Digest\n\n## Moshi\n\n### {section}\n\n{body}\n"


@pytest.mark.parametrize("figure", FIGURES)
@pytest.mark.parametrize("language", SECTIONS)
def test_a_figure_is_no_original(language: str, figure: str) -> None:
    """
    Above or below the text, it stays in the text as it is; nothing is doubtful.
    """
    section, words = SECTIONS[language]
    for body in (f"{figure}\n\n{words}", f"{words}\n\n{figure}", f"{words}\n\n{figure}\n\n{words}"):
        document = markdown.parse(post(section, body))
        summary = document.series[0].papers[0].summary
        assert summary is not None
        assert (summary.original, dict(summary.translations)) == (None, {language: body})
        assert (document.unplaced, document.problems) == ((), ())


@pytest.mark.parametrize("figure", FIGURES)
@pytest.mark.parametrize("language", SECTIONS)
def test_a_figure_stays_with_its_side(language: str, figure: str) -> None:
    """
    Between a translation and its original it belongs to what stands before it, quoted or not.
    """
    section, words = SECTIONS[language]
    for body in (f"{words}\n\n{figure}\n\nIt listens and speaks.", f"{figure}\n\n{words}\n\n> It listens and speaks."):
        summary = markdown.parse(post(section, body)).series[0].papers[0].summary
        assert summary is not None
        assert summary.original == "It listens and speaks."
        assert set(summary[language].split("\n\n")) == {words, figure}


@pytest.mark.parametrize("figure", FIGURES)
@pytest.mark.parametrize("section", ["논문 소개", "論文紹介", "论文介绍", "Summary", "Abstract"])
def test_a_figure_alone_is_no_text(section: str, figure: str) -> None:
    """
    A section with nothing but a figure has no text, and the figure is left over.
    """
    document = markdown.parse(post(section, figure))
    (paper,) = document.series[0].papers
    assert (paper.summary, paper.abstract) == (None, None)
    assert [words for _, words in document.unplaced] == [figure]


@pytest.mark.parametrize("figure", FIGURES)
def test_a_text_that_is_a_figure_is_written_and_read_back(figure: str) -> None:
    """
    Who says by a value that it is a text keeps it.
    """
    for summary in (
        Text(figure),
        Text(translations={"ko": figure}),
        Text("It listens.", "en", {"ko": figure}),
        Text(figure, "en", {"ko": "모델"}),
    ):
        for language in ("en", "ko"):
            issue = Issue(title="Digest", language=language, papers=[Paper(rank=1, title=Text("A"), summary=summary)])
            assert markdown.loads(markdown.dumps(issue), strict=True) == issue
