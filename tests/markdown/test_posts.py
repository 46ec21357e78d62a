"""
Posts as people write and edit them: without our blocks, in other languages, with marks that are missing or wrong.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import mlweekly
from mlweekly import DateRange, Issue, Link, LinkSet, Paper, Text, markdown
from mlweekly.document import Document
from tests.strategies import HOSTILE_PARTS

KOREAN = """# [2024/09/16 ~ 09/22] 이번 주의 ML 논문 (Top ML Papers of the Week)

- 이번 주에는 말하는 모형이
  눈에 띕니다.

- 두 번째 소개입니다.

---

## 모시 / Moshi

### 논문 소개

말을 듣고 바로
대답하는 모형입니다.

두 번째 문단입니다.

> A model that listens and
answers at once.
>
> A second paragraph.

### 논문 초록(Abstract)

> 초록은 인용문으로만 있습니다.

### 논문 링크

- [Moshi](https://kyutai.org/moshi)
- https://arxiv.org/abs/2410.00037

### 더 읽어보기

[트윗](https://x.com/kyutai_labs/status/1836427396959932492)

---

## 스스로 고치기 / SCoRe

### 논문 소개

고칩니다.

## 원문

- [Top ML Papers](https://example.org/p/week)

이 글은 번역입니다.
"""


def lines_of(document: Document) -> set[int]:
    """
    Return the numbers of the lines that a problem or an unplaced part speaks of.
    """
    return {number for number, _ in document.unplaced} | {each.line for each in document.problems if each.line}


def test_a_korean_post() -> None:
    """
    Titles in two languages, quotes of two paragraphs, soft-wrapped and lazy lines, labelled and bare links, rules.
    """
    document = markdown.parse(KOREAN)
    (issue,) = document.series
    moshi, score = issue.papers

    assert issue.title == "[2024/09/16 ~ 09/22] 이번 주의 ML 논문 (Top ML Papers of the Week)"
    assert issue.period == DateRange.parse("2024-09-16/2024-09-22")
    assert issue.language == "ko"
    assert issue.lead == ("이번 주에는 말하는 모형이\n눈에 띕니다.", "두 번째 소개입니다.")
    assert (moshi.rank, score.rank) == (1, 2)
    assert moshi.title == Text("Moshi", translations={"ko": "모시"})
    assert moshi.summary == Text(
        "A model that listens and\nanswers at once.\n\nA second paragraph.",
        translations={"ko": "말을 듣고 바로\n대답하는 모형입니다.\n\n두 번째 문단입니다."},
    )
    assert [(link.label, link.role) for link in moshi.links] == [("Moshi", "paper"), (None, "paper"), ("트윗", "post")]
    assert moshi.key == "arxiv:2410.00037"
    assert score.summary == Text(translations={"ko": "고칩니다."})
    assert issue.source == "https://example.org/p/week"
    assert issue.notices == ("이 글은 번역입니다.",)
    assert [words for _, words in document.unplaced] == ["Top ML Papers"]


def test_a_title_without_a_mark() -> None:
    """
    A first line that prints a range of days and stands alone is the title.
    """
    issue = markdown.loads(KOREAN.removeprefix("# "))
    assert issue.title == "[2024/09/16 ~ 09/22] 이번 주의 ML 논문 (Top ML Papers of the Week)"
    assert issue.lead[0].startswith("이번 주에는")


def test_a_first_line_that_prints_no_range_is_an_opening() -> None:
    """
    Words before the first heading open the issue, also where a heading with a range follows.
    """
    assert markdown.loads("Hello.\n\n## Moshi\n\n### Summary\n\nSpeaks.\n").lead == ("Hello.",)
    issue = markdown.loads(
        "Out on 2024/09/16 ~ 09/22.\n\n# [2024/09/16 ~ 09/22] Week\n\n## Moshi\n\n### Summary\n\nA\n"
    )
    assert (issue.title, issue.lead) == ("[2024/09/16 ~ 09/22] Week", ("Out on 2024/09/16 ~ 09/22.",))


def test_paragraphs_before_the_title_belong_to_its_issue() -> None:
    """
    Words above the first heading are the opening of the issue under it, in the language of its sections.
    """
    issue = markdown.loads("안녕하세요.\n\n# 이번 주\n\n## 모시 / Moshi\n\n### 논문 소개\n\n말한다.\n", strict=True)
    assert (issue.title, issue.lead, issue.language) == ("이번 주", ("안녕하세요.",), "ko")


@pytest.mark.parametrize("first", [Issue(), Issue(language="en"), Issue(lead=["a"], language="en")])
def test_an_issue_without_a_title_ends_before_the_next_title(first: Issue) -> None:
    """
    The title of the issue after it is not taken for its own.
    """
    series = mlweekly.Series([first, Issue(title="Second", language="en")])
    assert markdown.loads_series(markdown.dumps(series)) == series


def test_papers_on_the_first_level() -> None:
    """
    Papers are the headings that a section follows, on whichever level they stand.
    """
    text = KOREAN.replace("# [2024", "[2024", 1).replace("### ", "++ ").replace("## ", "# ").replace("++ ", "## ")
    issue = markdown.loads(text)
    assert [str(paper.title) for paper in issue.papers] == ["Moshi", "SCoRe"]
    assert issue.title is not None
    assert issue.source == "https://example.org/p/week"


def test_missing_quote_marks() -> None:
    """
    Without quote marks the script tells the original from the translation, with a problem that says so.
    """
    text = "# 今週\n\n## もし / Moshi\n\n### 論文紹介\n\n話すモデルです。\n\nA model that speaks.\n"
    document = markdown.parse(text)
    assert document.series[0].papers[0].summary == Text("A model that speaks.", translations={"ja": "話すモデルです。"})
    assert [problem.pointer for problem in document.problems] == ["/issues/0/papers/0/summary"]
    assert "by its script" in document.problems[0].message


def test_an_english_post() -> None:
    """
    In an edition in English what is not quoted is the original, and a slash parts no title.
    """
    text = "# Week\n\n## Input / Output\n\n### Summary\n\nSpeaks.\n\n### Paper\n\nhttps://arxiv.org/abs/2410.00037\n"
    issue = markdown.loads(text, strict=True)
    (paper,) = issue.papers
    assert issue.language == "en"
    assert paper.title == Text("Input / Output")
    assert paper.summary == Text("Speaks.")
    assert paper.key == "arxiv:2410.00037"


def test_a_chinese_post() -> None:
    """
    Chinese section names make an edition in Chinese.
    """
    issue = markdown.loads(
        "# 本周\n\n## 会说话的模型 / Moshi\n\n### 论文介绍\n\n它会说话。\n\n> It speaks.\n", strict=True
    )
    assert issue.language == "zh"
    assert issue.papers[0].title == Text("Moshi", translations={"zh": "会说话的模型"})
    assert issue.papers[0].summary == Text("It speaks.", translations={"zh": "它会说话。"})


def test_a_section_twice_is_no_loss() -> None:
    """
    The first section of a name is held, the lines of a second one are unplaced.
    """
    document = markdown.parse("# Week\n\n## Moshi\n\n### Summary\n\nFirst.\n\n### Summary\n\nSecond.\n")
    assert document.series[0].papers[0].summary == Text("First.")
    assert document.unplaced == ((11, "Second."),)


def test_words_that_no_section_holds_are_unplaced() -> None:
    """
    Text between a paper's heading and its first section, and a heading deeper than the papers', is listed.
    """
    text = "# Week\n\n## Moshi\n\nStray.\n\n### Summary\n\nSpeaks.\n\n### Notes\n\n### Paper\n\nsee https://arxiv.org/abs/2410.00037\n"
    document = markdown.parse(text)
    assert document.unplaced == ((5, "Stray."), (11, "### Notes"), (15, "see"))


def test_a_paper_without_a_title_leaves_all_of_its_lines() -> None:
    """
    A heading that shows nothing makes no paper; its sections and links are listed, not dropped.
    """
    document = markdown.parse(
        "# Week\n\n## &#32;\n\n### Summary\n\nSpeaks.\n\n### Paper\n\nhttps://arxiv.org/abs/2410.00037\n"
    )
    assert document.series[0].papers == ()
    assert document.unplaced == ((3, "&#32;"), (7, "Speaks."), (11, "https://arxiv.org/abs/2410.00037"))
    assert document.problems != ()


def test_a_title_that_shows_nothing_is_unplaced() -> None:
    """
    The papers under such a title are held.
    """
    document = markdown.parse("# &#32;\n\n## Moshi\n\n### Summary\n\nSpeaks.\n")
    assert document.unplaced == ((1, "&#32;"),)
    assert [paper.title for paper in document.series[0].papers] == [Text("Moshi")]


def test_a_line_with_a_lone_surrogate_is_unplaced() -> None:
    """
    No text can hold half a character, so its line is left whole, and everything else is read.
    """
    document = markdown.parse("# Week\n\n- One \ud800.\n- Two.\n\n## Moshi\n\n### Summary\n\nSpeaks.\n")
    assert document.series[0].lead == ("Two.",)
    assert document.unplaced == ((3, "- One \ud800."),)
    assert [problem.line for problem in document.problems] == [3]


BLOCKS = (
    *("", "{", "null", "[]", "5", '"issue"', "{}", '{"issue": 5}', '{"issue": {}, "paper": {}}', '{"other": {}}'),
    *('{"paper": {"rank": 0}}', '{"paper": {"rank": "1"}}', '{"paper": {"rank": true}}', '{"paper": {"rank": 1.5}}'),
    *('{"paper": {"authors": "A"}}', '{"paper": {"authors": [1]}}', '{"paper": {"authors": [""]}}'),
    *('{"paper": {"released": "20240916"}}', '{"paper": {"released": "2024-02-30"}}', '{"paper": {"released": 1}}'),
    *('{"paper": {"title": []}}', '{"paper": {"title": {"original": 5}}}', '{"paper": {"title": {"x": 5}}}'),
    *('{"paper": {"title": {"original": "en", "translation": "en"}}}', '{"paper": {"title": {"original": "a b"}}}'),
    *('{"paper": {"title": {"translations": {"ja": 5}}}}', '{"paper": {"title": {"translations": {"e n": "a"}}}}'),
    *('{"paper": {"title": {"translations": {"en": "a"}}}}', '{"paper": {"title": {"translations": ["ja"]}}}'),
    *('{"paper": {"abstract": {"translations": {"ja": "a"}}}}', '{"paper": {"links": []}}'),
    *('{"paper": {"links": {"labels": []}}}', '{"paper": {"links": {"labels": [5]}}}'),
    *('{"paper": {"links": {"sections": [""]}}}', '{"paper": {"links": {"order": [1]}}}'),
    *(
        '{"paper": {"links": {"order": [true]}}}',
        '{"paper": {"links": {"extra": [5]}}}',
        '{"paper": {"links": {"x": 1}}}',
    ),
    *('{"paper": {"extra": {"rank": 1}}}', '{"paper": {"extra": [1]}}', '{"paper": {"extra": {"x": NaN}}}'),
    *('{"paper": {"unknown": 1}}', '{"paper": {"title": {"translations": {"ja": "\\ud800"}}}}'),
    *(f'{{"paper": {{"rank": {"9" * 5000}}}}}', '{"paper": {"extra": ' + '{"a":' * 90 + "1" + "}" * 90 + "}}"),
    '{"paper": ' + "[" * 100_000,
)
ISSUE_BLOCKS = (
    *('{"issue": {"version": 1}}', '{"issue": {"version": "9.0"}}', '{"issue": {"language": 5}}'),
    *('{"issue": {"language": "a b"}}', '{"issue": {"period": []}}', '{"issue": {"period": {"is": [], "over": ""}}}'),
    *('{"issue": {"published": "soon"}}', '{"issue": {"extra": {"language": 1}}}', '{"issue": {"extra": 5}}'),
    *(
        '{"issue": {"unknown": 1}}',
        '{"series": {"title": 5}}',
        '{"series": {"title": " "}}',
        '{"series": {"lead": "a"}}',
    ),
    *('{"series": {"contents": [5]}}', '{"series": {"contents": [{}]}}', '{"series": {"contents": {}}}'),
    *('{"series": {"version": "x"}}', '{"series": {"foot": [""]}}', '{"series": {"extra": {"papers": 1}}}'),
)


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block[:50])
def test_a_paper_block_edited_by_hand(block: str) -> None:
    """
    A block that does not fit is told, by a problem or as unplaced, and the visible text is held whole.
    """
    text = (
        f"# Week\n\n## Moshi\n\n<!-- mlweekly: {block} -->\n\n### Summary\n\nSpeaks.\n\n"
        "### Paper\n\n- https://arxiv.org/abs/2410.00037\n"
    )
    document = markdown.parse(text)
    assert document.problems or document.unplaced
    (issue,) = document.series
    paper = Paper(
        rank=1,
        title=Text("Moshi"),
        summary=Text("Speaks."),
        links=LinkSet([Link("https://arxiv.org/abs/2410.00037", section="paper")]),
    )
    assert issue == Issue(title="Week", language="en", papers=[paper])


@pytest.mark.parametrize("block", ISSUE_BLOCKS, ids=lambda block: block[:50])
def test_an_issue_block_edited_by_hand(block: str) -> None:
    """
    What a block wrongly says of an issue or a series is told, and changes nothing.
    """
    document = markdown.parse(f"<!-- mlweekly: {block} -->\n\n# Week\n\n## Moshi\n\n### Summary\n\nSpeaks.\n")
    assert document.problems or document.unplaced
    paper = Paper(rank=1, title=Text("Moshi"), summary=Text("Speaks."))
    assert document.series == mlweekly.Series([Issue(title="Week", language="en", papers=[paper])])


def test_an_unclosed_block_is_told() -> None:
    """
    A comment that never closes is a problem; what follows on other lines is read.
    """
    document = markdown.parse("<!-- mlweekly: {\n\n# Week\n\n## Moshi\n\n### Summary\n\nSpeaks.\n")
    assert document.series[0].title == "Week"
    assert 1 in lines_of(document)


def test_a_second_block_of_a_paper_is_unplaced() -> None:
    """
    A paper takes one block; a block where there is no paper is unplaced too.
    """
    block = '<!-- mlweekly: {"paper": {"rank": 7}} -->'
    document = markdown.parse(f"# Week\n\n{block}\n\n## Moshi\n\n{block}\n{block}\n\n### Summary\n\nSpeaks.\n")
    assert document.unplaced == ((3, block), (8, block))
    assert document.series[0].papers[0].rank == 7


@given(st.lists(st.sampled_from((*HOSTILE_PARTS, *BLOCKS[:20], "\n### Summary\n", "\n## A\n", "\n\n")), max_size=12))
def test_no_post_is_an_exception(parts: list[str]) -> None:
    """
    Whatever a post holds, reading gives a document, the same each time.
    """
    text = "# Week\n\n" + "".join(parts)
    assert markdown.parse(text, dialect="post") == markdown.parse(text, dialect="post")


def test_a_second_link_in_the_line_of_the_source_is_left_over() -> None:
    """
    An edition has one source; what stands beside it in the line is no field, so it is listed.
    """
    text = "# [2024/09/16 ~ 09/22] Digest\n\n## Source\n\nhttps://example.org/a, https://example.org/b\n"
    document = mlweekly.markdown.parse(text)
    assert document.series[0].source == "https://example.org/a"
    assert document.unplaced == ((5, "https://example.org/b"),)
