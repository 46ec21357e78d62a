"""
Outlines of many kinds, in eleven languages: what is read of each, and that no word of it is lost.
"""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

import mlweekly
from tests.outlines import Sample, shown
from tests.outlines.depths import DEPTHS
from tests.outlines.frames import FRAMES
from tests.outlines.heads import HEADS
from tests.outlines.labels import LABELS
from tests.outlines.more import MORE

SAMPLES = (*LABELS, *HEADS, *FRAMES, *MORE, *DEPTHS)
FOREIGN = "Zyqx"
PIECES = (
    *("# A week", "## 1. T", "### [T](https://arxiv.org/abs/2401.00001)", "**T**", "《T》", "[1]《T》", "1\\. [T](x)"),
    *("**Authors:** A, B", "- Link: https://a.b/c", "**Abstract**", "Tags: a, b", "### Links", ">", "- x", "  - y"),
    *("[P](https://a.b) | [C](https://a.c)", "---", "", "", "```", "<!-- c -->", "<p>", "| a |", "|---|", "[a]: b"),
    *("{", "}", '{"title": "x"}', "title: x", "===", "* * *", "1. **N**: v", "作者：张三", "🥇 T", "![i](u)", "x"),
)


NO_DIGESTS = {
    "a review of one paper": """\
# A Review of Quiet Networks

**Authors:** Ada Byron, Mary Keller
**Link:** https://arxiv.org/abs/2410.01001

## Summary

Networks are loud, and this paper turns them down.

## Strengths

It is cheap.

## Weaknesses

It is slow.
""",
    "a README": """\
# quiet

A library that turns networks down, as described in [our paper](https://arxiv.org/abs/2410.01001).

## Installation

```sh
pip install quiet
```

## Usage

**Note:** it needs one GPU.

## Citation

If you use it, please cite [the paper](https://arxiv.org/abs/2410.01001).
""",
    "notes of a meeting": """\
# Meeting of the editors

## Present

Ada, Mary, Grace

## Decisions

**Release:** we wait for a week.

- Mary asks the others.
""",
    "a change log": """\
# Changelog

## 2.0.0 - 2024-10-14

### Added

- **Gates:** see [#12](https://github.com/byron/gates/pull/12).

## 1.9.0 - 2024-10-01

### Fixed

- A fault in the gates.
""",
}


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_each_outline_is_read_as_it_is_meant(sample: Sample) -> None:
    """
    Every member of every paper and issue is what the text says, and no more.
    """
    document = mlweekly.markdown.parse(sample.text, dialect="outline")
    issues, series = shown(document.series)
    assert issues == [*sample.issues]
    assert series == sample.series
    assert tuple(words for _, words in document.unplaced) == sample.unplaced


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_each_outline_is_detected(sample: Sample) -> None:
    """
    Without a dialect, the same is read.
    """
    document = mlweekly.markdown.parse(sample.text)
    assert document.dialect == "outline"
    assert document.series == mlweekly.markdown.parse(sample.text, dialect="outline").series


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_a_foreign_word_anywhere_is_held_or_reported(sample: Sample) -> None:
    """
    A word that is put before any word of the text is in a field or unplaced.
    """
    for match in re.finditer(r"(?<!\w)\w", sample.text):
        text = f"{sample.text[: match.start()]}{FOREIGN} {sample.text[match.start() :]}"
        document = mlweekly.markdown.parse(text, dialect="outline")
        held = (*(words for _, words in document.unplaced), mlweekly.json.dumps(document.series))
        words = "\n".join(held).casefold()
        assert FOREIGN.casefold() in words, text[max(0, match.start() - 60) : match.start() + 60]


@pytest.mark.parametrize("end", ["\r\n", "\r"])
@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_every_line_end_is_read_alike(sample: Sample, end: str) -> None:
    """
    The same is read of a text with the line ends of other systems.
    """
    whole = mlweekly.markdown.parse(sample.text, dialect="outline").series
    assert mlweekly.markdown.parse(sample.text.replace("\n", end), dialect="outline").series == whole


@pytest.mark.parametrize("text", NO_DIGESTS.values(), ids=NO_DIGESTS)
def test_a_text_that_is_no_digest_has_no_issue(text: str) -> None:
    """
    Reviews of one paper, READMEs and notes are no digests.
    """
    document = mlweekly.markdown.parse(text)
    assert document.dialect is None
    assert not document.series.issues


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=12), max_size=16), st.sampled_from(("\n", "\n\n", "\r\n")))
def test_any_text_can_be_read_as_an_outline(pieces: list[str], end: str) -> None:
    """
    No text raises, whatever it holds.
    """
    document = mlweekly.markdown.parse(end.join(pieces), dialect="outline")
    assert document.text == end.join(pieces)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Анна Иванова, Пётр Сидоров", True),
        ("Авторы делают сети тише, и это хорошо.", False),
        ("Nguyễn Văn An, Trần Thị Bình", True),
        ("Bài báo này hay, và nhanh", False),
        ("김철수, 이영희", True),
        ("네트워크를 조용하게, 만드는 방법입니다.", False),
        ("ジェフリー・ヒントン、山田太郎", True),
        ("本文研究了网络，效果很好", False),
        ("Şule Yıldız, Ömer Çelik", True),
        ("Bu çalışma yeni, hızlı ve iyi", False),
    ],
)
def test_names_are_told_from_clauses_in_every_script(line: str, *, names: bool) -> None:
    """
    A line of names right below a title is that of the authors; a clause with commas is a summary.
    """
    text = f"# Papers of October 14, 2024\n\n## [A](https://arxiv.org/abs/2410.01001)\n\n{line}\n"
    paper = mlweekly.markdown.parse(text, dialect="outline").series.issues[0].papers[0]
    assert bool(paper.authors) is names
    assert (paper.summary is None) is names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Lucía Gómez y Pablo Ruiz", ["Lucía Gómez", "Pablo Ruiz"]),
        ("José Ortega y Gasset", ["José Ortega y Gasset"]),
        ("Jeanne Dupont et Paul Morel", ["Jeanne Dupont", "Paul Morel"]),
        ("Jeanne Dupont et al.", ["Jeanne Dupont et al."]),
        ("Анна Иванова и Пётр Сидоров", ["Анна Иванова", "Пётр Сидоров"]),
        ("Nguyễn Văn An và Trần Thị Bình", ["Nguyễn Văn An", "Trần Thị Bình"]),
    ],
)
def test_authors_are_split_at_the_word_for_and(line: str, names: list[str]) -> None:
    """
    The word for "and" separates two names, in the languages of digests, and is none of a name's own.
    """
    text = f"# Papers of October 14, 2024\n\n## A\n\n**Authors:** {line}\n**Link:** https://arxiv.org/abs/2410.01001\n"
    assert [*mlweekly.markdown.parse(text, dialect="outline").series.issues[0].papers[0].authors] == names


@pytest.mark.parametrize(
    ("front", "unplaced"),
    [
        ("---\ntitle: Our papers\nlang: en\nx: 1\n---\n", ("x: 1",)),
        ('{"title": "Our papers", "x": 1}\n', ('{"title": "Our papers", "x": 1}',)),
    ],
)
def test_front_matter_above_many_issues_is_that_of_the_series(front: str, unplaced: tuple[str, ...]) -> None:
    """
    A series has a title, and no place for the rest, which is reported.
    """
    paper = "### A\n\n**Link:** https://arxiv.org/abs/2410.01001\n\nIt is what they have.\n"
    text = f"{front}\n## October 14, 2024\n\n{paper}\n## October 15, 2024\n\n{paper}"
    document = mlweekly.markdown.parse(text)
    assert document.series.title == "Our papers"
    assert tuple(words for _, words in document.unplaced) == unplaced


@pytest.mark.parametrize("text", [">", "## A\n\n>", "> "])
def test_an_empty_quote_at_the_end_is_nothing(text: str) -> None:
    """
    A quote without words opens no paper and no paragraph, and speaks for no form.
    """
    assert not any(issue.lead for issue in mlweekly.markdown.parse(text).series.issues)
    assert not any(issue.lead for issue in mlweekly.markdown.parse(text, dialect="outline").series.issues)
