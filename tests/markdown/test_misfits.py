"""
What does not fit is reported once, and takes nothing beside it along.
"""

from __future__ import annotations

from datetime import date

import pytest

from mlweekly import markdown
from tests.held_text import unheld

TABLE = "## Top AI Papers of the Week (October 6 - October 12) - 2025\n| **Paper** | **Links** |\n| --- | --- |\n"
LINK = "[Paper](https://arxiv.org/abs/2510.00001)"


def test_a_row_without_a_title_is_reported_whole_and_once() -> None:
    """
    The links of a row that is no paper are not reported beside the row.
    """
    row = "| 9)  | [Paper](), [Tweet]() |"
    document = markdown.parse(f"{TABLE}{row}\n| 10) **Moshi** - Listens. | {LINK} |\n")

    assert document.unplaced == ((4, row),)
    assert [paper.rank for paper in document.series[0].papers] == [10]
    assert unheld(document) == []


@pytest.mark.parametrize("bar", [" |", ""])
def test_a_refused_url_is_reported_as_it_is_written(bar: str) -> None:
    """
    A link whose URL the model refuses is unplaced in one piece, also in a row without a bar before its links.
    """
    document = markdown.parse(f"{TABLE}| 1) **Moshi** - Listens.{bar} {LINK}, [Tweet](http://[::1) |\n")

    assert document.unplaced == ((4, "[Tweet](http://[::1)"),)
    assert len(document.series[0].papers[0].links) == 1
    assert unheld(document) == []


def test_a_day_that_cannot_be_read_is_unplaced_and_no_field() -> None:
    """
    A cell of which one cannot tell the month from the day is reported, and no span claims it.
    """
    header = (
        "## Papers of the Week (September 29 - October 5) - 2025\n| Paper | Release Date | Links |\n|---|---|---|\n"
    )
    rows = f"| (1) **A** - Text. | 02/10/2025 | {LINK} |\n| (2) **B** - Text. | 2 Oct 2025 | {LINK} |\n"
    document = markdown.parse(header + rows)

    assert document.unplaced == ((4, "02/10/2025"),)
    assert [paper.released for paper in document.series[0].papers] == [None, date(2025, 10, 2)]
    assert document.span("/issues/0/papers/0/released") is None
    assert document.span("/issues/0/papers/1/released") is not None


@pytest.mark.parametrize("separator", ["  ", " - ", " -- "])
def test_plain_titles_end_where_summaries_that_begin_in_lower_case_do(separator: str) -> None:
    """
    Two blanks end titles also before lower case, where the table's summaries begin so.
    """
    rows = "".join(f"| {rank}) Paper {rank}{separator}shows more of it. | {LINK} |\n" for rank in (1, 2, 3))
    document = markdown.parse(TABLE + rows)

    assert [str(paper.title) for paper in document.series[0].papers] == ["Paper 1", "Paper 2", "Paper 3"]
    assert document.problems == ()


def test_two_blanks_before_lower_case_end_no_title_among_summaries_in_upper_case() -> None:
    """
    Where the other summaries begin in upper case, two blanks in the midst of a sentence part nothing.
    """
    rows = "".join(f"| {rank}) Paper {rank}  Shows more of it. | {LINK} |\n" for rank in (1, 2))
    document = markdown.parse(f"{TABLE}{rows}| 3) Memory Shows a limit  of it. | {LINK} |\n")

    assert str(document.series[0].papers[2].title) == "Memory Shows a limit  of it."
    assert [problem.pointer for problem in document.problems] == ["/issues/0/papers/2/title"]


def test_a_link_without_a_target_keeps_its_brackets_links() -> None:
    """
    Of the links in an entry's brackets, the one without a target is unplaced, and the others are read.
    """
    text = "**1). Moshi** - 一个模型。([论文]() | [推文](https://x.com/a/status/1963000000000000000))\n"
    document = markdown.parse(text, dialect="bracket")
    (paper,) = document.series[0].papers

    assert [link.label for link in paper.links] == ["推文"]
    assert paper.summary is not None
    assert paper.summary["zh"] == "一个模型。"
    assert document.unplaced == ((1, "[论文]()"),)


@pytest.mark.parametrize("mark", ["2．", "2)、", "2、", "（2）"])
def test_full_width_marks_of_a_rank(mark: str) -> None:
    """
    A rank may end with a full-width mark.
    """
    text = f"**1). Moshi** - 一个模型。({LINK})\n\n**{mark}思考** - 另一个模型。({LINK})\n"
    document = markdown.parse(text)

    assert [(paper.rank, str(paper.title)) for paper in document.series[0].papers] == [(1, "Moshi"), (2, "思考")]
    assert document.unplaced == ()


def test_a_section_without_a_known_name_is_a_detail_and_ends_the_one_before() -> None:
    """
    The words under a heading that names no known section belong to no other section.
    """
    text = """\
# [2025/09/01 ~ 09/07] 今週の主要論文

## Moshi

### 論文紹介

聞きながら話すモデル。

### 補足

関係のない段落。

### 論文リンク

https://arxiv.org/abs/2509.00001
"""
    document = markdown.parse(text)
    (paper,) = document.series[0].papers

    assert paper.summary is not None
    assert paper.summary["ja"] == "聞きながら話すモデル。"
    assert paper.details == {"補足": "関係のない段落。"}
    assert document.unplaced == ()
    assert len(paper.links) == 1


@pytest.mark.parametrize(
    ("label", "role"), [("论文链接", "paper"), ("推特", "post"), ("项目主页", "project"), ("논문 링크", "paper")]
)
def test_labels_of_translations_name_roles(label: str, role: str) -> None:
    """
    The words that translators put on links name the roles that the original's words do.
    """
    document = markdown.parse(f"**1). Moshi** - 一个模型。([{label}](https://example.org/moshi))\n", dialect="bracket")

    assert document.series[0].papers[0].links[0].role == role
