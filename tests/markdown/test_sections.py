"""
Posts: which line is a title, a paper or a section, and what each section holds.
"""

from __future__ import annotations

import pytest

from mlweekly import Abstract, Text, markdown
from mlweekly.document import Document

URL = "https://example.org/a"
PAPER = "## Moshi\n\n### Summary\n\nSpeaks.\n"


def parsed(text: str) -> Document:
    """
    Return the document of a post.
    """
    return markdown.parse(text, dialect="post")


class TestHeadings:
    """
    Papers are the headings that sections follow; what stands above them is a title.
    """

    @pytest.mark.parametrize("level", [1, 2, 3, 4, 5])
    def test_the_level_of_papers_is_that_which_sections_follow(self, level: int) -> None:
        """
        A paper of any level is one, and so is one without sections beside it.
        """
        mark = "#" * level
        text = f"{mark} A\n\n{mark}# Summary\n\nb.\n\n{mark} C\n"
        assert [str(paper.title) for paper in parsed(text).series[0].papers] == ["A", "C"]

    @pytest.mark.parametrize("section", ["Summary", "Abstract", "Paper", "Further reading"])
    def test_every_section_of_a_paper_tells_its_level(self, section: str) -> None:
        """
        Four sections belong to papers.
        """
        (paper,) = parsed(f"### A\n\n#### {section}\n\n{URL}\n").series[0].papers
        assert str(paper.title) == "A"

    def test_without_sections_papers_are_of_the_second_level(self) -> None:
        """
        A heading of the first level is a title, one of the third is left over.
        """
        document = parsed("# One\n\n## A\n\n### B\n")
        assert document.series[0].title == "One"
        assert [str(paper.title) for paper in document.series[0].papers] == ["A"]
        assert document.unplaced == ((5, "### B"),)

    def test_a_heading_with_days_on_the_level_of_papers_is_the_title(self) -> None:
        """
        The first one is, if there is no title yet.
        """
        document = parsed(f"## Digest (May 6 - May 12) - 2024\n\n{PAPER}\n## Works of May 6 - May 12\n")
        (issue,) = document.series
        assert issue.title == "Digest (May 6 - May 12) - 2024"
        assert [str(paper.title) for paper in issue.papers] == ["Moshi", "Works of May 6 - May 12"]

    def test_a_second_title_begins_another_issue(self) -> None:
        """
        Each title of a post has its papers.
        """
        series = parsed(f"# One\n\n{PAPER}\n# Two\n\n{PAPER}").series
        assert [(issue.title, len(issue.papers)) for issue in series] == [("One", 1), ("Two", 1)]

    @pytest.mark.parametrize(
        ("first", "is_title"),
        [
            *[("Digest of May 6 - May 12, 2024", True), ("- Digest of May 6 - May 12, 2024", False)],
            *[("> Digest of May 6 - May 12, 2024", False), ("<b>May 6 - May 12, 2024</b>", False)],
            *[("| May 6 - May 12, 2024 |", False), ("* May 6 - May 12, 2024", False), ("Digest of May", False)],
            *[("Out now.\nDigest of May 6 - May 12, 2024", False), (f"{'x' * 320} May 6 - May 12, 2024", False)],
        ],
    )
    def test_a_first_line_without_marks(self, first: str, *, is_title: bool) -> None:
        """
        It is the title if it prints days within its first 300 characters, stands alone, and opens nothing.
        """
        issue = parsed(f"\n{first}\n\n{PAPER}").series[0]
        assert (issue.title == first) == is_title
        assert bool(issue.lead) != is_title

    def test_a_first_line_right_above_a_heading(self) -> None:
        """
        A heading on the next line does not join it.
        """
        assert parsed(f"Digest of May 6 - May 12, 2024\n{PAPER}").series[0].title == "Digest of May 6 - May 12, 2024"

    def test_an_unknown_section_ends_the_one_before(self) -> None:
        """
        It is a detail of the paper; a heading below a section is left over, and its words are the section's.
        """
        document = parsed(f"{PAPER}\n#### Deep\n\nStill.\n\n### Notes\n\nGone.\n")
        assert document.series[0].papers[0].summary == Text("Speaks.\n\nStill.")
        assert document.series[0].papers[0].details == {"Notes": "Gone."}
        assert document.unplaced == ((7, "#### Deep"),)

    def test_closing_marks_are_no_part_of_a_heading(self) -> None:
        """
        They are marks only behind a space.
        """
        document = parsed("# One ##\n\n## A#\n\n### Summary ###\n\nb.\n")
        assert document.series[0].title == "One"
        assert [(str(paper.title), str(paper.summary)) for paper in document.series[0].papers] == [("A#", "b.")]

    @pytest.mark.parametrize("line", ["#Moshi", "    ## Moshi", "####### Moshi", "#", "##   ##"])
    def test_what_is_no_heading(self, line: str) -> None:
        """
        A mark needs a space, at most three before it, six levels, and words.
        """
        assert parsed(f"# One\n\n{line}\n").series[0].papers == ()


class TestBodies:
    """
    What stands under the name of a section.
    """

    def test_quotes_and_words_of_ones_own(self) -> None:
        """
        In an edition in English the quote is of an unknown language, else English.
        """
        english = parsed("# One\n\n## A\n\n### Summary\n\nOwn.\n\n> Quoted.\n").series[0].papers[0].summary
        korean = parsed("# 하나\n\n## 가\n\n### 논문 소개\n\n> Quoted.\n").series[0].papers[0].summary
        assert english == Text("Quoted.", "und", translations={"en": "Own."})
        assert korean == Text("Quoted.", "en")

    def test_a_lazy_line_goes_on_with_the_quote(self) -> None:
        """
        A line without a mark right under a quote belongs to it; behind a blank line it does not.
        """
        text = "# 一\n\n## 甲\n\n### 论文介绍\n\n> Quoted\non.\n\n自己的话。\n> More.\n"
        summary = parsed(text).series[0].papers[0].summary
        assert summary == Text("Quoted\non.\n\nMore.", "en", translations={"zh": "自己的话。"})

    def test_the_script_tells_sides_that_are_not_quoted(self) -> None:
        """
        Paragraphs in Latin script behind the edition's own are the original; numbers stay with what stands before.
        """
        text = "# 題\n\n## A\n\n### 論文紹介\n\n話す。\n\n12\n\nIt speaks.\n\n34\n"
        document = parsed(text)
        assert document.series[0].papers[0].summary == Text("It speaks.\n\n34", translations={"ja": "話す。\n\n12"})
        assert [problem.kind for problem in document.problems] == ["original-not-quoted"]

    def test_an_abstract_is_an_abstract(self) -> None:
        """
        Summary and abstract are told apart by their sections.
        """
        (paper,) = parsed(f"{PAPER}\n### Abstract\n\nWe speak.\n").series[0].papers
        assert (paper.summary, paper.abstract) == (Text("Speaks."), Abstract("We speak."))

    @pytest.mark.parametrize("bullet", ["- ", "* ", "+ ", "• ", ""])
    def test_links_in_lists(self, bullet: str) -> None:
        """
        Links under the name for papers have the role, all other links what their labels say.
        """
        text = f"{PAPER}\n### Paper\n\n{bullet}{URL}\n\n### Further reading\n\n{bullet}[Code](https://example.org/b)\n"
        document = parsed(text)
        links = document.series[0].papers[0].links
        assert [(link.label, link.role) for link in links] == [(None, "paper"), ("Code", "code")]
        assert document.unplaced == ()

    def test_a_lead_in_a_list_and_in_paragraphs(self) -> None:
        """
        An item is a paragraph; its further lines are indented by two.
        """
        issue = parsed(f"# One\n\nFirst\nline.\n- Second\n  goes on\n* Third\n\n{PAPER}").series[0]
        assert issue.lead == ("First\nline.", "Second\ngoes on", "Third")

    def test_comments_stand_line_by_line(self) -> None:
        """
        Each line behind their heading is a comment, and a lone bullet is none.
        """
        issue = parsed(f"# One\n\n{PAPER}\n## 3 comments\n\nGood.\n-\n- Fine.\n\nWell.\n").series[0]
        assert issue.comments == ("Good.", "- Fine.", "Well.")


class TestSources:
    """
    The section that names the source, and the notices behind it.
    """

    @pytest.mark.parametrize(
        ("body", "source", "notices", "left"),
        [
            (URL, URL, (), []),
            (f"- <{URL}>", URL, (), []),
            (f"- [{URL}]({URL})\n\nNote.", URL, ("Note.",), []),
            ("-\n\nNote.", None, ("Note.",), []),
            ("Note.", None, ("Note.",), []),
            ("- Note.", None, ("- Note.",), []),
            (f"From {URL}", URL, (), ["From"]),
            (f"{URL}\nOne\ntwo.\n\n- Three.", URL, ("One\ntwo.", "- Three."), []),
        ],
    )
    def test_first_line_of_the_section(
        self, body: str, source: str | None, notices: tuple[str, ...], left: list[str]
    ) -> None:
        """
        The first line is the source if it holds a link; a lone bullet says that there is none.
        """
        document = parsed(f"# One\n\n{PAPER}\n## Source\n\n{body}\n")
        issue = document.series[0]
        assert (issue.source, issue.notices) == (source, notices)
        assert [words for _, words in document.unplaced] == left


class TestBareLines:
    """
    Posts as they were scraped, without marks and blank lines.
    """

    def test_a_post_without_marks(self) -> None:
        """
        The line before the first section is the paper's heading, a site's name and bullets are structure.
        """
        text = (
            "Digest\n(example.org)-\nLead.\n-\nMore.\nMoshi\nSummary\nSpeaks.\nFurther reading\n"
            f"{URL}\nDoT\nAbstract\nWe think.\nSource\n{URL}\nNote.\n2 comments\nGood.\nSource\n"
        )
        document = markdown.parse(text, dialect="plain")
        (issue,) = document.series
        assert (issue.title, issue.lead, issue.source) == ("Digest", ("Lead.", "More."), URL)
        assert [str(paper.title) for paper in issue.papers] == ["Moshi", "DoT"]
        assert [link.url for link in issue.papers[0].links] == [URL]
        assert (issue.notices, issue.comments) == (("Note.",), ("Good.", "Source"))
        assert document.unplaced == ()

    @pytest.mark.parametrize(
        ("line", "is_structure"),
        [
            *[("(example.org)", True), ("(a.b.example.org/path)-", True), ("(example.org) *", True)],
            *[("(example)", False), ("(example.org) words", False), ("example.org", False)],
        ],
    )
    def test_the_name_of_a_site(self, line: str, *, is_structure: bool) -> None:
        """
        A host in brackets before the first section is no paragraph.
        """
        issue = markdown.loads(f"Digest\n{line}\nMoshi\nSummary\nSpeaks.\n", dialect="plain")
        assert issue.lead == (() if is_structure else (line,))

    def test_an_abstract_behind_a_summary_is_no_heading(self) -> None:
        """
        The line before the second section of a paper is part of the first.
        """
        (paper,) = markdown.loads("Digest\nMoshi\nSummary\nOne.\nTwo.\nAbstract\nWe.\n", dialect="plain").papers
        assert (str(paper.summary), str(paper.abstract)) == ("One.\n\nTwo.", "We.")
