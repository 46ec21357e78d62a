"""
Titles, labels and authors of the dialects are plain text, and links in titles are links of the paper.
"""

from __future__ import annotations

import attrs
import pytest

import mlweekly
from mlweekly import Document, EncodeError, Issue, Link, Text

HEAD = "## Papers of the Week (May 6 - May 12) - 2024\n| **Paper** | **Links** |\n|---|---|\n"
PAPER = "https://arxiv.org/abs/2405.00001"
MODEL = "https://example.org/moshi"
POST = (
    "# [2024/05/06 ~ 05/12] 이번 주\n\n## {}\n\n### 논문 소개\n\n듣는 모델입니다.\n\n### 논문 링크\n\n- " + PAPER + "\n"
)


def row(cell: str) -> Document:
    """
    Return a table of one paper, read.
    """
    return mlweekly.markdown.parse(f"{HEAD}| {cell} | [Paper]({PAPER}) |\n")


def title_in(document: Document) -> str:
    """
    Return what the span of the first title holds.
    """
    start, end = document.span("/issues/0/papers/0/title") or (0, 0)
    return document.text[start:end]


@pytest.mark.parametrize(
    "cell",
    [
        "1) **Moshi** - hears",
        "1) __Moshi__ - hears",
        "1) ***Moshi*** - hears",
        "1) ___Moshi___ - hears",
        "1) _Moshi_ - hears",
        "1) **_Moshi_** - hears",
        "1) **`Moshi`** - hears",
        "1) ~~Moshi~~ - hears",
        "1)\u00a0**Moshi** - hears",
        "1)\u00a0__Moshi__\u00a0- hears",
        "**1) Moshi** - hears",
        "***1) Moshi*** - hears",
        "**1)** **Moshi** - hears",
        "1) **Moshi:** hears",
        "1) **Moshi：**hears",
        "1) **Moshi -** hears",
        "1) __Moshi –__ hears",
        "1) ***Moshi --*** hears",
    ],
)
def test_marks_around_a_title_are_no_part_of_it(cell: str) -> None:
    """
    Emphasis of every spelling is dropped, a separator inside it too, and the span is that of the words.
    """
    document = row(cell)
    paper = document.series[0].papers[0]
    assert (paper.rank, paper.title, paper.summary) == (1, Text("Moshi"), Text("hears"))
    assert title_in(document) == "Moshi"
    assert document.problems == ()
    assert document.unplaced == ()


@pytest.mark.parametrize(
    "cell",
    [
        f"1) [Moshi]({MODEL}) - hears",
        f"1) **[Moshi]({MODEL})** - hears",
        f"1) [**Moshi**]({MODEL}): hears",
        f"1) ***[Moshi]({MODEL})*** - hears",
        f"1) **[Moshi]({MODEL}) -** hears",
        f"**1) [Moshi]({MODEL})** - hears",
    ],
)
def test_a_linked_title_gives_a_link(cell: str) -> None:
    """
    Its target is the first link of the paper, without a label, for the words are the title's.
    """
    document = row(cell)
    paper = document.series[0].papers[0]
    assert (paper.title, paper.summary) == (Text("Moshi"), Text("hears"))
    assert list(paper.links) == [Link(MODEL), Link(PAPER, "Paper")]
    assert title_in(document) == "Moshi"
    start, end = document.span("/issues/0/papers/0/links/0/url") or (0, 0)
    assert document.text[start:end] == MODEL
    assert document.unplaced == ()


def test_a_link_to_a_part_of_a_title_keeps_its_label() -> None:
    """
    Words of a title that link somewhere are both.
    """
    paper = row(f"1) [Moshi]({MODEL}) and more - hears").series[0].papers[0]
    assert paper.title == Text("Moshi and more")
    assert paper.links[0] == Link(MODEL, "Moshi")


@pytest.mark.parametrize("target", ["papers/moshi.md", "mailto:me@kyutai.org"])
def test_a_target_that_is_no_link_is_unplaced(target: str) -> None:
    """
    What a title points to is never lost in silence, and neither is the source of an image.
    """
    document = row(f"1) **[Moshi]({target})** - hears")
    assert document.series[0].papers[0].title == Text("Moshi")
    assert document.unplaced == ((4, target),)
    assert row(f"1) **![logo]({target}) Moshi** - hears").unplaced == ((4, target),)


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("snake_case for 2 * 3", "snake_case for 2 * 3"),
        ("Moshi: `listen` *now*", "Moshi: listen now"),
        ("Q&amp;A<br>for H<sub>2</sub>O[^1]", "Q&A for H2O"),
        (r"\*Moshi\*", "*Moshi*"),
        ("The <think> Token", "The <think> Token"),
        (r"a\|b and `c\|d`", "a|b and c|d"),
        ("[Moshi] listens", "[Moshi] listens"),
    ],
)
def test_inner_marks(title: str, words: str) -> None:
    """
    Markup inside a title is undone as a page would show it; what is no markup stays.
    """
    assert row(f"1) **{title}** - hears" if "*" not in title else f"1) {title} - hears").series[0].papers[
        0
    ].title == Text(words)


@pytest.mark.parametrize("label", ["**Paper**", "__Paper__", "`Paper`", "*Paper*", "<b>Paper</b>", "**_Paper_**"])
def test_labels_are_plain_text(label: str) -> None:
    """
    A label has its role whatever marks it has.
    """
    link = mlweekly.markdown.loads(f"{HEAD}| 1) **Moshi** - hears | [{label}]({PAPER}) |\n").papers[0].links[0]
    assert link == Link(PAPER, "Paper")


def test_span_of_a_label() -> None:
    """
    The span of a label is that of its words.
    """
    document = mlweekly.markdown.parse(f"{HEAD}| 1) **Moshi** - hears | [**Paper**]({PAPER}) |\n")
    start, end = document.span("/issues/0/papers/0/links/0/label") or (0, 0)
    assert document.text[start:end] == "Paper"


def test_authors_are_plain_text() -> None:
    """
    Names have no marks either, and where they point to is unplaced.
    """
    text = (
        "## Papers of the Week (May 6 - May 12) - 2024\n| Paper | Authors | Links |\n|---|---|---|\n"
        f"| 1) **Moshi** - hears | **Ann Lee**, [Bo Ek]({MODEL}) | [Paper]({PAPER}) |\n"
    )
    document = mlweekly.markdown.parse(text)
    assert document.series[0].papers[0].authors == ("Ann Lee", "Bo Ek")
    assert document.unplaced == ((4, MODEL),)


@pytest.mark.parametrize(
    ("heading", "links"),
    [
        (f"[모시 / Moshi]({MODEL})", [Link(MODEL)]),
        (f"**[모시 / Moshi]({MODEL})**", [Link(MODEL)]),
        ("**모시 / Moshi**", []),
        ("**모시** / __Moshi__", []),
        ("모시 / Moshi", []),
    ],
)
def test_headings_of_a_post(heading: str, links: list[Link]) -> None:
    """
    Translation and original are told apart inside marks and links that enclose both.
    """
    document = mlweekly.markdown.parse(POST.format(heading))
    paper = document.series[0].papers[0]
    assert paper.title == Text("Moshi", "en", {"ko": "모시"})
    assert list(paper.links) == [*links, Link(PAPER, section="paper")]
    assert document.unplaced == ()


def test_entries_with_brackets() -> None:
    """
    A paragraph's title may be a link, and its labels may have marks.
    """
    text = f"## 本周\n\n**1). [模型]({MODEL})** - 中文的文本。([**论文**]({PAPER}))\n"
    paper = mlweekly.markdown.loads(text, dialect="bracket").papers[0]
    assert paper.title == Text(translations={"zh": "模型"})
    assert list(paper.links) == [Link(MODEL), Link(PAPER, "论文")]


@pytest.mark.parametrize(
    "heading", ["[Papers (May 6 - May 12) - 2024]({})", "**[Papers (May 6 - May 12) - 2024]({})**"]
)
def test_title_of_an_issue(heading: str) -> None:
    """
    The title of an issue is plain text; where it points to fits no field.
    """
    table = f"| **Paper** | **Links** |\n|---|---|\n| 1) **Moshi** - hears | [Paper]({PAPER}) |\n"
    document = mlweekly.markdown.parse(f"## {heading.format(MODEL)}\n{table}")
    assert document.series[0].title == "Papers (May 6 - May 12) - 2024"
    assert document.unplaced == ((1, MODEL),)


def _retitled(issue: Issue) -> Issue:
    return attrs.evolve(issue, papers=[attrs.evolve(issue.papers[0], title=Text("Moshi [2]"))])


def _without_first_link(issue: Issue) -> Issue:
    return attrs.evolve(issue, papers=[attrs.evolve(issue.papers[0], links=issue.papers[0].links[1:])])


@pytest.mark.parametrize("change", [_retitled, _without_first_link])
@pytest.mark.parametrize(
    "cell",
    [
        f"1) **[Moshi]({MODEL})** - hears",
        f"1) [Moshi]({MODEL}): hears",
        "1) ***Moshi*** - hears",
        "1) **Moshi:** hears",
    ],
)
def test_edits_hold_or_are_refused(cell: str, change: object) -> None:
    """
    What is edited in place is read back as the new value, or the edit is refused.
    """
    assert callable(change)
    document = row(cell)
    issue = document.series[0]
    changed = change(issue)
    try:
        edited = mlweekly.markdown.edit(document.text, mlweekly.diff(issue, changed))
    except EncodeError:
        return
    assert mlweekly.markdown.loads(edited) == changed
