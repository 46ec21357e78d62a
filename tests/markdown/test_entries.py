"""
Documents of entries: a paper is a paragraph that begins with a rank, its links in brackets at the end.
"""

from __future__ import annotations

import re

import pytest

from mlweekly import Issue, markdown
from mlweekly.document import Document

A, B = "https://example.org/a", "https://example.org/b"


def parsed(text: str) -> Document:
    """
    Return the document of a text of entries.
    """
    return markdown.parse(text, dialect="bracket")


def issue_of(text: str) -> Issue:
    """
    Return the only issue of a text of entries.
    """
    return markdown.loads(text, dialect="bracket")


class TestSources:
    """
    A quote before the entries that holds one link names the source.
    """

    @pytest.mark.parametrize(
        ("quote", "left"),
        [
            (f"> From: [{A}]({A})", []),
            (f"> 译自：<{A}>", []),
            (f"> {A}", []),
            (f"   > {A}", []),
            (f"> From: [the site]({A})", ["the site"]),
            (f"> see {A} too", ["see", "too"]),
        ],
    )
    def test_one_link_is_the_source(self, quote: str, left: list[str]) -> None:
        """
        The words that name it before a colon are structure; all other words are left over.
        """
        document = parsed(f"{quote}\n\n1) A - b.\n")
        assert (document.series[0].source, document.series[0].lead) == (A, ())
        assert [words for _, words in document.unplaced] == left

    @pytest.mark.parametrize("quote", [f"> {A} {B}", "> Words."])
    def test_any_other_quote_is_a_paragraph_of_the_lead(self, quote: str) -> None:
        """
        Two links or none make no source.
        """
        issue = issue_of(f"{quote}\n\n1) A - b.\n")
        assert (issue.source, issue.lead) == (None, (quote.strip(),))

    def test_a_second_quote_is_no_source(self) -> None:
        """
        An issue has one source, the first.
        """
        issue = issue_of(f"> {A}\n\n> {B}\n\n1) A - b.\n")
        assert (issue.source, issue.lead) == (A, (f"> {B}",))

    def test_a_quote_behind_entries_is_a_notice(self) -> None:
        """
        What stands behind the last entry belongs to the issue's notices.
        """
        issue = issue_of(f"1) A - b.\n\n> {A}\n")
        assert (issue.source, issue.notices) == (None, (f"> {A}",))


class TestParagraphs:
    """
    Consecutive lines are a paragraph, and the first line of an entry begins a new one.
    """

    @pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
    def test_lines_of_a_summary(self, line_end: str) -> None:
        """
        An entry goes on until a blank line, a heading, a rule, or the next entry.
        """
        text = "Two\nlines.\n1) A - b\nc.\n2) D - e.\n***\n3) F - g.\n\nEnd.\n"
        issue = issue_of(text.replace("\n", line_end))
        assert issue.lead == ("Two\nlines.",)
        assert [str(paper.summary) for paper in issue.papers] == ["b\nc.", "e.", "g."]
        assert issue.notices == ("End.",)

    def test_a_paragraph_between_entries_is_left_over(self) -> None:
        """
        Only what stands behind the last entry is a notice; each line of other paragraphs is listed.
        """
        document = parsed("1) A - b.\n\nIn\nbetween.\n\n2) C - d.\n\nEnd.\n")
        assert document.unplaced == ((3, "In"), (4, "between."))
        assert document.series[0].notices == ("End.",)

    def test_headings(self) -> None:
        """
        A heading with days begins an issue; another one behind entries is a paragraph, before them the title.
        """
        text = "## One\n\n1) A - b.\n\n### Sub\n\n2) C - d.\n\n## May 6 - May 12, 2024\n\n1) E - f.\n"
        document = parsed(text)
        assert [(issue.title, len(issue.papers)) for issue in document.series] == [
            ("One", 2),
            ("May 6 - May 12, 2024", 1),
        ]
        assert [words for _, words in document.unplaced] == ["Sub"]

    def test_a_second_heading_before_entries_begins_another_issue(self) -> None:
        """
        An issue has one title.
        """
        assert [issue.title for issue in parsed("# One\n\n# Two\n\n1) A - b.\n").series] == ["One", "Two"]

    def test_words_above_a_heading_open_its_issue(self) -> None:
        """
        A lead may stand above the title.
        """
        issue = issue_of("Hello.\n\n# One\n\n1) A - b.\n")
        assert (issue.title, issue.lead) == ("One", ("Hello.",))

    @pytest.mark.parametrize("bullet", ["- ", "* ", "+ "])
    def test_a_bullet_before_the_rank(self, bullet: str) -> None:
        """
        Entries may be items of a list.
        """
        issue = issue_of(f"{bullet}1) A - b.\n{bullet}**2)** C - d.\n")
        assert [(paper.rank, str(paper.title)) for paper in issue.papers] == [(1, "A"), (2, "C")]

    def test_an_entry_that_the_model_refuses_is_left_over(self) -> None:
        """
        A rank of 0 makes no paper; its lines are listed, and the problem has its kind.
        """
        document = parsed("0) A\nb.\n\n1) C - d.\n")
        assert document.unplaced == ((1, "0) A"), (2, "b."))
        assert [(problem.pointer, problem.kind) for problem in document.problems] == [
            ("/issues/0/papers/0/rank", "rank-refused")
        ]
        assert [str(paper.title) for paper in document.series[0].papers] == ["C"]


class TestLinks:
    """
    Links stand in brackets at the end, or bare where each label names a role.
    """

    @pytest.mark.parametrize(
        "end",
        [
            *(f"([Paper]({A}) | [Code]({B}))", f"（[Paper]({A}) / [Code]({B})）", f"[[Paper]({A}), [Code]({B})]"),
            *(f"【[Paper]({A}) [Code]({B})】", f"([Paper]({A}) | [Code]({B})).", f"([Paper]({A}) | [Code]({B})) 。"),
            *(f"( [Paper]({A}) | [Code]({B}) )", f"[Paper]({A}) [Code]({B})", f"[Paper]({A}), [Code]({B})."),
        ],
    )
    def test_brackets_of_every_form(self, end: str) -> None:
        """
        Brackets of every width hold links, a full stop may follow, and nothing of it is left in the summary.
        """
        document = parsed(f"1) A - b. {end}\n")
        (paper,) = document.series[0].papers
        assert [(link.label, link.url) for link in paper.links] == [("Paper", A), ("Code", B)]
        assert (str(paper.summary), document.unplaced) == ("b.", ())

    @pytest.mark.parametrize("end", [f"see [it]({A})", f"([it]({A}) is new)", f"[Paper]({A}) is new"])
    def test_a_link_of_the_summary_stays_in_it(self, end: str) -> None:
        """
        A label that names no role outside of brackets, and brackets with words in them, are the text's.
        """
        (paper,) = issue_of(f"1) A - b. {end}\n").papers
        assert (str(paper.summary), len(paper.links)) == (f"b. {end}", 0)

    @pytest.mark.parametrize("end", ["<!-- a note -->", "a -->", "<!-- a note --> <!-- mlweekly: ignore L206 -->"])
    def test_a_comment_of_ones_own_behind_the_links(self, end: str) -> None:
        """
        It is a word behind them like others, and nothing is lost; only comments to validation may follow links.
        """
        (paper,) = issue_of(f"1) A - b. ([Paper]({A})) {end}\n").papers
        kept = end.partition(" <!-- mlweekly:")[0]
        assert (str(paper.summary), len(paper.links)) == (f"b. ([Paper]({A})) {kept}", 0)

    def test_a_bare_url_in_brackets(self) -> None:
        """
        Brackets may hold URLs without labels.
        """
        (paper,) = issue_of(f"1) A - b. ({A} <{B}>)\n").papers
        assert [(link.label, link.url) for link in paper.links] == [(None, A), (None, B)]

    @pytest.mark.parametrize(("label", "is_link"), [("Paper", True), ("论文", True), ("elsewhere", False)])
    def test_a_link_without_a_target(self, label: str, *, is_link: bool) -> None:
        """
        In brackets it is left over if its label names a role, and takes the brackets into the summary if not.
        """
        document = parsed(f"1) A - b. ([Code]({B}) | [{label}]())\n")
        (paper,) = document.series[0].papers
        assert (len(paper.links), len(document.unplaced)) == ((1, 1) if is_link else (0, 0))
        assert str(paper.summary) == ("b." if is_link else f"b. ([Code]({B}) | [{label}]())")

    def test_a_comment_to_validation_behind_the_brackets(self) -> None:
        """
        It is no part of the entry.
        """
        (paper,) = issue_of(
            f"1) A - b. ([Paper]({A})) <!-- mlweekly: ignore L206 --> <!-- mlweekly: ignore -->\n"
        ).papers
        assert (str(paper.summary), len(paper.links)) == ("b.", 1)


def test_fields_have_exact_spans() -> None:
    """
    Rank, title, summary and links are found where they are written.
    """
    document = parsed(f"Words.\n\n**12). A** - b\nc. ([Paper]({A}))\n")
    spans = {
        name: document.span(f"/papers/0{name}")
        for name in ("", "/rank", "/title", "/summary", "/links/0", "/links/0/url")
    }
    shown = {name: None if span is None else document.text[slice(*span)] for name, span in spans.items()}
    assert shown == {
        "": f"**12). A** - b\nc. ([Paper]({A}))",
        "/rank": "**12). ",
        "/title": "A",
        "/summary": "b\nc.",
        "/links/0": f"[Paper]({A})",
        "/links/0/url": A,
    }


def test_the_language_is_told_by_the_summaries() -> None:
    """
    The script of the summaries decides, else the dialect's language.
    """
    assert issue_of("1) A - words.\n").language == "en"
    assert issue_of("1) A - 话。\n").language == "zh"
    assert issue_of("1) 123 - 456.\n").language == "zh"


class TestQuotes:
    """
    A quote before the entries, of which at most the last line names the source.
    """

    def test_lines_above_the_source_are_lead(self) -> None:
        """
        A sentence that ends with a colon is no name of the source; its line is kept.
        """
        document = parsed(f"> We read it for you: a digest.\n> It is long:\n> From: [{A}]({A})\n\n1) A - b.\n")
        assert document.series[0].source == A
        assert document.series[0].lead == ("> We read it for you: a digest.\n> It is long:",)
        assert document.unplaced == ()

    @pytest.mark.parametrize("words", ["With thanks to the team, from:", "We read: from:"])
    def test_words_before_a_name_are_left_over(self, words: str) -> None:
        """
        More than a name before the link is told, word by word.
        """
        document = parsed(f"> {words} <{A}>\n\n1) A - b.\n")
        assert document.series[0].source == A
        left = " ".join(piece for _, piece in document.unplaced)
        assert re.findall(r"\w+", left) == re.findall(r"\w+", words)

    @pytest.mark.parametrize("name", ["数据来源：", "Data source: ", "Image Source: ", "データの出典："])
    @pytest.mark.parametrize("link", [f"[site]({A})", f"<{A}>"])
    def test_the_source_of_something_else_is_a_line_of_the_lead(self, name: str, link: str) -> None:
        """
        A name that says of what it is the source does not name the text that the edition was made from.
        """
        document = parsed(f"> {name}{link}\n\n1) A - b.\n")
        assert document.series[0].source is None
        assert document.series[0].lead == (f"> {name}{link}",)

    @pytest.mark.parametrize("name", ["来源：", "原文：", "Source: "])
    def test_a_known_name_names_the_source(self, name: str) -> None:
        """
        The names of the section of a post are known.
        """
        assert parsed(f"> {name}[site]({A})\n\n1) A - b.\n").series[0].source == A


class TestBrokenLinksAtTheEnd:
    """
    One broken link in the brackets at the end of an entry, beside others that are whole.
    """

    @pytest.mark.parametrize(
        "broken",
        [
            "[代码]()",
            "[代码](example)",
            "[代码]",
            "[代码](",
            "[代码](example.org/a",
            "<!-- [代码](https://example.org/c) -->",
        ],
    )
    @pytest.mark.parametrize("order", [0, 1, 2])
    def test_the_others_are_links(self, broken: str, order: int) -> None:
        """
        The broken one alone is left over, wherever it stands; the summary is what stands before the brackets.
        """
        links = ["[论文](https://arxiv.org/abs/2409.12917)", f"[推文]({A})"]
        links.insert(order, broken)
        document = parsed(f"**1). A** - 文字。([x](https://example.org/x) 说明) 后面。({' | '.join(links)})\n")
        (paper,) = document.series[0].papers
        assert [link.url for link in paper.links] == ["https://arxiv.org/abs/2409.12917", A]
        assert paper.summary is not None
        assert paper.summary["zh"] == "文字。([x](https://example.org/x) 说明) 后面。"
        assert [words for _, words in document.unplaced] == [broken]

    def test_prose_in_brackets_stays_in_the_summary(self) -> None:
        """
        Words beside a link in brackets make them part of the text.
        """
        (paper,) = parsed(f"**1). A** - words (see [Paper]({A}) for more)\n").series[0].papers
        assert str(paper.summary) == f"words (see [Paper]({A}) for more)"
        assert len(paper.links) == 0
