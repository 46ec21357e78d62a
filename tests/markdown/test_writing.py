"""
The dialects that cannot hold everything: what they write, and what they refuse.
"""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve

from mlweekly import (
    Abstract,
    ContentsEntry,
    DateRange,
    EncodeError,
    Issue,
    Link,
    LinkSet,
    Paper,
    Series,
    Text,
    markdown,
)

TITLE = "Top ML Papers of the Week (September 16 - September 22) - 2024"
WEEK = DateRange(date(2024, 9, 16), date(2024, 9, 22))
PAPER_LINK = Link("https://arxiv.org/abs/2409.12917", "Paper")
POST_LINK = Link("https://x.com/omarsar0/status/1837228446839361984", "Tweet")
PAPER = Paper(
    rank=1,
    title=Text("Moshi"),
    summary=Text("a model that listens while it speaks."),
    links=LinkSet([PAPER_LINK, POST_LINK]),
)
ISSUE = Issue(title=TITLE, period=WEEK, language="en", papers=(PAPER,))


def test_a_table() -> None:
    """
    An issue is a heading, the header and its delimiter row, and a row for each paper.
    """
    assert markdown.dumps(ISSUE, dialect="table").splitlines() == [
        f"## {TITLE}",
        "| **Paper**  | **Links** |",
        "| ------------- | ------------- |",
        f"| 1) **Moshi** - {PAPER.summary} | [Paper]({PAPER_LINK.url}), [Tweet]({POST_LINK.url}) |",
    ]


def test_a_table_of_three_columns() -> None:
    """
    The day a paper came out stands in a column of its own, its month an English name.
    """
    issue = evolve(ISSUE, papers=(evolve(PAPER, released=date(2024, 9, 7), links=LinkSet([PAPER_LINK])),))

    assert markdown.dumps(issue, dialect="columns").splitlines()[1:] == [
        "| **Paper** | **Release Date** | **Links** |",
        "| ------------- | ------------- | ------------- |",
        f"| (1) **Moshi** - {PAPER.summary} | September 7, 2024 | [Paper]({PAPER_LINK.url}) |",
    ]


def test_a_series_in_a_table_document() -> None:
    """
    Title, opening paragraphs, the contents list under its groups, issues and foot stand in this order.
    """
    series = Series(
        [ISSUE],
        title="Papers of the Week",
        lead=("Here is the series:",),
        contents=(
            ContentsEntry("Top ML Papers of the Week (September 16 - September 22)", "./#september-16", "2024"),
            ContentsEntry("Top ML Papers of the Week (Jan 1-8)", "./#jan-1", "2023"),
        ),
        foot=("Thanks for reading.",),
    )
    text = markdown.dumps(series, dialect="table")
    blocks = text.split("\n\n")

    assert blocks[:6] == [
        "# Papers of the Week",
        "Here is the series:",
        "## 2024",
        "- [Top ML Papers of the Week (September 16 - September 22)](./#september-16)",
        "## 2023",
        "- [Top ML Papers of the Week (Jan 1-8)](./#jan-1)",
    ]
    assert blocks[-1] == "Thanks for reading.\n"
    assert markdown.loads_series(text) == series


def test_an_entry_in_chinese() -> None:
    """
    A paper is a paragraph between rules, its links in brackets at the end.
    """
    summary = Text(translations={"zh": "一个边听边说的模型。"})
    links = LinkSet([Link("https://arxiv.org/abs/2410.00037", "论文"), Link("https://x.com/a/status/1", "推文")])
    issue = Issue(language="zh", papers=(Paper(rank=1, title=Text("Moshi"), summary=summary, links=links),))

    assert markdown.dumps(issue, dialect="bracket") == (
        "* * *\n"
        "**1). Moshi** - 一个边听边说的模型。([论文](https://arxiv.org/abs/2410.00037) | [推文](https://x.com/a/status/1))\n"
        "\n* * *\n"
    )


def test_a_post_without_marks() -> None:
    """
    The lines of a scraped post: bullets, names of sections, quoted originals, bare URLs, and the count of comments.
    """
    links = LinkSet([Link("https://arxiv.org/abs/2410.00037", section="paper"), Link("https://github.com/a/moshi")])
    paper = Paper(
        rank=1,
        title=Text("On Listening", translations={"ja": "聞くことについて"}),
        summary=Text("A model.", translations={"ja": "モデルを紹介します。"}),
        abstract=Abstract("We listen.", translations={"ja": "私たちは聞きます。"}),
        links=links,
    )
    issue = Issue(
        title="[2024/09/16 ~ 09/22] 今週の論文",
        period=WEEK,
        language="ja",
        source="https://example.org/277",
        lead=("今週の傾向です。",),
        notices=("誤りがあるかもしれません。",),
        comments=("ありがとうございます",),
        papers=(paper,),
    )

    assert markdown.dumps(issue, dialect="plain").splitlines() == [
        *("[2024/09/16 ~ 09/22] 今週の論文", "-", "今週の傾向です。"),
        "聞くことについて / On Listening",
        *("論文紹介", "モデルを紹介します。", "> A model."),
        *("論文要旨(Abstract)", "私たちは聞きます。", "> We listen."),
        *("論文リンク", "https://arxiv.org/abs/2410.00037", "さらに読む", "https://github.com/a/moshi"),
        *("原文", "https://example.org/277", "誤りがあるかもしれません。"),
        *("1件のコメント", "ありがとうございます"),
    ]


def test_a_dialect_of_ones_own() -> None:
    """
    Marks, separators, header and columns are the dialect's.
    """
    own = markdown.Dialect(
        name="own",
        layout="rows",
        columns=("paper", "authors", "links"),
        header=("Title", "Authors", "Links"),
        rank_and_title="{rank}. **{title}**",
        separator=": ",
        link_separator=" / ",
    )
    issue = evolve(ISSUE, papers=(evolve(PAPER, authors=("A. Défossez", "L. Mazaré")),))
    text = markdown.dumps(issue, dialect=own)

    assert text.splitlines()[1] == "| Title | Authors | Links |"
    assert text.splitlines()[3].startswith(
        "| 1. **Moshi**: a model that listens while it speaks. | A. Défossez, L. Mazaré | ["
    )
    assert " / [Tweet](" in text
    assert markdown.loads(text, dialect=own) == issue


def test_all_that_would_be_lost_is_listed() -> None:
    """
    Every part without a place is named with its pointer, and with losses allowed the rest is written.
    """
    paper = evolve(PAPER, abstract=Abstract("We listen."), authors=("A. Défossez",))
    issue = evolve(ISSUE, source="https://example.org/277", papers=(paper,))

    with pytest.raises(EncodeError, match="the dialect 'table' cannot hold this Issue") as caught:
        markdown.dumps(issue, dialect="table")

    assert [problem.pointer for problem in caught.value.problems] == [
        "/source",
        "/papers/0/authors/0",
        "/papers/0/abstract",
    ]
    assert caught.value.problems[2].message == (
        "the dialect 'table' cannot hold an abstract, 'We listen.' would be lost"
    )
    assert markdown.dumps(issue, dialect="table", lossy=True) == markdown.dumps(ISSUE, dialect="table")


@pytest.mark.parametrize(
    ("change", "pointer"),
    [
        ({"period": DateRange(date(2024, 6, 10), date(2024, 6, 16))}, "/period"),
        ({"language": None}, "/language"),
        ({"published": date(2024, 9, 23)}, "/published"),
        ({"notices": ("by hand",)}, "/notices/0"),
        ({"lead": ("two\n\nparagraphs",)}, "/lead/0"),
        ({"lead": ("| a | row |",)}, "/lead/0"),
        ({"lead": ("# a heading",)}, "/lead/0"),
    ],
)
def test_what_a_table_cannot_say_is_refused(change: dict[str, object], pointer: str) -> None:
    """
    What the model says in addition to the visible text, or what would be read as something else, is an EncodeError.
    """
    with pytest.raises(EncodeError) as caught:
        markdown.dumps(evolve(ISSUE, **change), dialect="table")  # type: ignore[arg-type] # each value is its member's

    assert [problem.pointer for problem in caught.value.problems] == [pointer]


@pytest.mark.parametrize(
    "title",
    [
        "a | b",
        "a \\| b",
        "](javascript:alert(1))",
        "<script>alert(1)</script>",
        "# no heading",
        "ends with **",
        "**",
        "back\\",
        "`code`",
        "two\nlines",
        "right\u202eto left",
        "| 2) **Second** - row | [Paper](https://example.org/) |",
        "&amp; &#124;",
        "snake_case_ and {rank} and {title}",
    ],
)
@pytest.mark.parametrize("dialect", ["table", "columns", "bracket"])
def test_a_hostile_title_stays_text(title: str, dialect: str) -> None:
    """
    A title is plain text: it is written so that it opens nothing, and read back as it was.
    """
    issue = evolve(ISSUE, papers=(evolve(PAPER, title=Text(title), links=LinkSet([Link(PAPER_LINK.url, title)])),))

    assert markdown.loads(markdown.dumps(issue, dialect=dialect), dialect=dialect) == issue


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/a_(b)",
        "https://example.org/a)b",
        "https://example.org/a|b",
        "https://example.org/\\1\\",
        "https://example.org/[1]\"'`*_~#",
        "https://example.org/a,",
        "https://[::1]/a;",
        "HTTPS://EXAMPLE.org/",
        "https://example.org/?a=1&copy;=2&#38;",
    ],
)
@pytest.mark.parametrize("label", ["Paper", None, "a | b [c]"])
@pytest.mark.parametrize("dialect", ["table", "columns", "bracket"])
def test_a_hostile_link_stays_a_link(url: str, label: str | None, dialect: str) -> None:
    """
    Whatever a URL or a label holds, the link is read back as it was; one without a label stands in angle brackets.
    """
    issue = evolve(ISSUE, papers=(evolve(PAPER, links=LinkSet([Link(url, label), PAPER_LINK])),))

    assert markdown.loads(markdown.dumps(issue, dialect=dialect), dialect=dialect) == issue


def test_a_body_opens_no_cell() -> None:
    """
    A bar in a summary is escaped and comes back; a line end is lost as `<br>`, and only where losses are allowed.
    """
    barred = evolve(ISSUE, papers=(evolve(PAPER, summary=Text("P(a|b) and \\| and | c |")),))
    broken = evolve(ISSUE, papers=(evolve(PAPER, summary=Text("one\n| 2) **Two** - x | [Paper](https://a.org/) |")),))

    assert markdown.loads(markdown.dumps(barred, dialect="table")) == barred
    with pytest.raises(EncodeError, match="/papers/0/summary/original"):
        markdown.dumps(broken, dialect="table")
    read = markdown.loads(markdown.dumps(broken, dialect="table", lossy=True))
    assert [str(paper.summary) for paper in read.papers] == ["one<br>| 2) **Two** - x | [Paper](https://a.org/) |"]


def test_a_heading_in_the_lead_of_a_series_is_kept() -> None:
    """
    A paragraph that is read as it is, is written as it is: a subheading among the opening paragraphs stays one.
    """
    series = Series([ISSUE], title="Papers", lead=("### Subscribe", "It is free."))

    assert "\n### Subscribe\n" in markdown.dumps(series, dialect="table")


def test_no_dialect_of_this_name() -> None:
    """
    A name that no dialect has is an EncodeError that lists the names.
    """
    with pytest.raises(EncodeError, match="no dialect is called 'html', there are 'post', 'plain', 'table'"):
        markdown.dumps(ISSUE, dialect="html")


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"published": date(2024, 9, 23)}, "the dialect 'table' cannot hold the day of publication, 2024-09-23"),
        ({"source": "https://example.org/"}, "the dialect 'table' cannot hold a source, 'https://example.org/'"),
        ({"comments": ("x" * 60,)}, f"the dialect 'table' cannot hold comments, '{'x' * 60}' would be lost"),
        ({"comments": ("x" * 61,)}, f"the dialect 'table' cannot hold comments, '{'x' * 60}…' would be lost"),
        ({"period": None}, "nothing is here, 2024-09-16/2024-09-22 would be read"),
        ({"language": "ja"}, "'ja' would be read as 'en'"),
        ({"extra": {"mood": "calm"}}, "the dialect 'table' cannot hold this, 'calm' would be lost"),
    ],
)
def test_what_is_said_of_a_loss(change: dict[str, object], message: str) -> None:
    """
    A problem names what has no place, and shows it or its beginning.
    """
    with pytest.raises(EncodeError) as caught:
        markdown.dumps(evolve(ISSUE, **change), dialect="table")  # type: ignore[arg-type] # each value is its member's

    assert next(problem.message for problem in caught.value.problems).startswith(message)


def test_a_paper_that_is_lost_is_shown_in_short() -> None:
    """
    A title that writes nothing takes its paper along.
    """
    issue = evolve(ISSUE, title=None, language="en", period=None, papers=())
    with pytest.raises(EncodeError) as caught:
        markdown.dumps(issue, dialect="table")
    assert [problem.pointer for problem in caught.value.problems] == [""]


def test_a_post_without_marks_parts_lines_that_would_open_something() -> None:
    """
    A body that would be a section's name, a bullet or a quote begins with a reference, if losses are allowed.
    """
    texts = ("Summary", "- x", "> x", "(a.b) x", "---", "-", "x")
    for words in texts:
        issue = Issue(title="T", language="en", lead=(words,), papers=(Paper(rank=1, title=Text("A")),))
        written = markdown.dumps(issue, dialect="plain", lossy=True)
        read = markdown.loads(written, dialect="plain")
        assert len(read.lead) == 1
        assert len(read.papers) == 1
