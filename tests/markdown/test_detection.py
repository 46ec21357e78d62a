"""
Which dialect a text is in.
"""

from __future__ import annotations

import pytest

from mlweekly import markdown

ROW = "| 1) **Moshi** - Speaks. | [Paper](https://arxiv.org/abs/2410.00037) |\n"


@pytest.mark.parametrize(
    ("text", "dialect"),
    [
        ("## Papers (September 16 - September 22) - 2024\n| **Paper** | **Links** |\n|---|---|\n" + ROW, "table"),
        (ROW, "table"),
        ("| **1). Moshi** - Speaks. |\n", "table"),
        ("| Paper | Links |\n|---|---|\n", "table"),
        ("| Paper | Release Date | Links |\n|---|---|---|\n| (1) **Moshi** | 17 Sep 2024 | x |\n", "columns"),
        ("# Week\n\n## Moshi\n\n### Summary\n\nSpeaks.\n", "post"),
        ("# 今週\n\n## もし / Moshi\n\n### 論文紹介\n\n話す。\n", "post"),
        ("# 이번 주\n\n## 모시 / Moshi\n\n### 논문 소개\n\n말한다.\n", "post"),
        ("# Only a title\n", None),
        ('<!-- mlweekly: {"issue": {}} -->\n', "post"),
        ("Week\nMoshi\nSummary\nSpeaks.\n", "plain"),
        ("今週\nもし / Moshi\n論文紹介\n話す。\n", "plain"),
        ("**1). Moshi** - 说话。([论文](https://arxiv.org/abs/2410.00037))\n", "bracket"),
        ("1) Moshi - Speaks. ([Paper](https://arxiv.org/abs/2410.00037))\n", "bracket"),
        ("", None),
        (" \n\t\n", None),
        ("Some words.\n\nMore words.\n", None),
        ("| a | b |\n|---|---|\n| c | d |\n", None),
    ],
)
def test_signs_speak_for_a_dialect(text: str, dialect: str | None) -> None:
    """
    Rows with a rank, headers, section names and ranked paragraphs tell; a text without any sign is in no dialect.
    """
    assert markdown.parse(text).dialect == dialect


@pytest.mark.parametrize("line_end", ["\r\n", "\r"])
def test_line_ends_do_not_matter(line_end: str) -> None:
    """
    CRLF and CR part lines as LF does.
    """
    text = "# Week\n\n## Moshi\n\n### Summary\n\nSpeaks.\n".replace("\n", line_end)
    assert markdown.parse(text).dialect == "post"


def test_the_kind_with_most_lines_decides() -> None:
    """
    A table with a heading called "Summary" is a table; a post with one small table is a post.
    """
    rows = "".join(ROW.replace("1)", f"{rank})") for rank in range(1, 6))
    assert markdown.parse("## Summary\n\n" + rows).dialect == "table"
    papers = "".join(f"## Paper {number}\n\n### Summary\n\nSpeaks.\n\n" for number in range(6))
    assert markdown.parse("# Week\n\n" + papers + ROW).dialect == "post"


def test_a_text_in_no_dialect_is_all_unplaced() -> None:
    """
    Nothing is guessed: every line that is not blank is listed with its number.
    """
    document = markdown.parse("Some words.\n\n  More words.\n")
    assert document.series.issues == ()
    assert document.unplaced == ((1, "Some words."), (3, "More words."))


def test_a_named_dialect_is_not_questioned() -> None:
    """
    What the caller names is used, whatever the text looks like.
    """
    assert markdown.parse("# Only a title\n", dialect="table").dialect == "table"


@pytest.mark.parametrize("mark", ["1)", "(1)", "1.", "**1)**", "**1). ", "__1)__", "（1）"])
def test_a_row_with_a_rank_of_every_form(mark: str) -> None:
    """
    One row is enough, whatever marks its rank.
    """
    assert markdown.parse(f"|{mark} Moshi | x |\n").dialect == "table"


@pytest.mark.parametrize(("rows", "dialect"), [(1, "columns"), (2, "columns"), (3, "table")])
def test_a_header_counts_where_it_stands_above_the_rows(rows: int, dialect: str) -> None:
    """
    Behind three rows with a rank no header is looked for.
    """
    assert markdown.parse(ROW * rows + "| Paper | Date | Links |\n").dialect == dialect


@pytest.mark.parametrize(("length", "dialect"), [(80, "plain"), (81, None)])
def test_the_name_of_a_section_is_short(length: int, dialect: str | None) -> None:
    """
    A bare line of more than eighty characters is no name.
    """
    line = "Summary" + ":" * (length - len("Summary"))
    assert markdown.parse(f"Moshi\n{line}\nSpeaks.\n").dialect == dialect


def test_on_a_tie_tables_come_first_then_posts() -> None:
    """
    The order of the kinds decides where as many lines speak for two.
    """
    assert markdown.parse("## Summary\n" + ROW).dialect == "table"
    assert markdown.parse("## Summary\n\n1) Moshi - Speaks.\n").dialect == "post"


def test_a_row_without_its_bar_is_a_table_and_no_entry() -> None:
    """
    A ranked line with a bar before its links is a row.
    """
    assert markdown.parse("1) **Moshi** - Speaks. | [Paper](https://arxiv.org/abs/2410.00037)\n").dialect == "table"
    assert markdown.parse("1) Moshi ([P](https://a.b/c) | [T](https://a.b/d))\n").dialect == "bracket"


def test_a_comment_of_ours_is_a_post() -> None:
    """
    Whatever stands around it.
    """
    assert markdown.parse(ROW * 3 + '<!-- mlweekly: {"issue": {}} -->\n').dialect == "post"
    assert markdown.parse(ROW * 3 + "<!-- mlweekly: ignore L206 -->\n").dialect == "table"
