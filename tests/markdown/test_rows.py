"""
Documents of tables: what a line around a table is, and how a row is split into a paper.
"""

from __future__ import annotations

import pytest

from mlweekly import ContentsEntry, Paper, Series, markdown
from mlweekly.document import Document

HEADING = "## Papers of the Week (May 6 - May 12) - 2024\n"
HEAD = f"{HEADING}| Paper | Links |\n|---|---|\n"
LINK = "[Paper](https://example.org/a)"


def row_of(cell: str, links: str = LINK) -> str:
    """
    Return a row of two cells.
    """
    return f"| {cell} | {links} |\n"


def read(*cells: str) -> list[Paper]:
    """
    Return the papers of a table with these first cells.
    """
    return list(markdown.parse(HEAD + "".join(map(row_of, cells)), dialect="table").series[0].papers)


def split(*cells: str) -> list[tuple[int, str, str | None]]:
    """
    Return rank, title and summary of the papers of a table with these first cells.
    """
    return [
        (paper.rank, str(paper.title), None if paper.summary is None else str(paper.summary)) for paper in read(*cells)
    ]


def parsed(text: str) -> tuple[Document, Series]:
    """
    Return the document of a text of tables, and its series.
    """
    document = markdown.parse(text, dialect="table")
    return document, document.series


class TestRanks:
    """
    A rank is a number with a mark behind it, in brackets or not, in bold or not.
    """

    @pytest.mark.parametrize(
        "cell",
        [
            *("7) **A** - b.", "7). **A** - b.", "7. **A** - b.", "7.) **A** - b.", "7: **A** - b.", "7、**A** - b."),
            *("(7) **A** - b.", "(7). **A** - b.", "（7） **A** - b.", "7）**A** - b.", "7 ) **A** - b."),
            *("**7)** **A** - b.", "**7) A** - b.", "**7). A** - b.", "7)**A** - b."),
        ],
    )
    def test_of_every_form(self, cell: str) -> None:
        """
        Every usual mark ends a rank, and none of it is left in the title.
        """
        assert split(cell)[0] == (7, "A", "b.")

    @pytest.mark.parametrize("cell", ["3.5 turbo - b.", "10:30 - b."])
    def test_a_number_with_a_fraction_is_no_rank(self, cell: str) -> None:
        """
        A full stop or a colon between digits ends no rank.
        """
        document, series = parsed(HEAD + row_of("1) **A** - b.") + row_of(cell))
        assert [paper.rank for paper in series[0].papers] == [1, 2]
        assert str(series[0].papers[1].title) == cell.removesuffix(" - b.")
        assert [problem.kind for problem in document.problems] == ["rank-missing"]

    def test_the_longest_rank_has_nine_digits(self) -> None:
        """
        A longer number is no rank, and part of the title.
        """
        assert split("123456789) **A** - b.", "1234567890) A - b.")[1][:2] == (123456790, "1234567890) A")

    def test_a_missing_rank_follows_the_one_before(self) -> None:
        """
        A row without a rank counts on from the row above; the first one is 1.
        """
        assert [rank for rank, _, _ in split("**A** - b.", "7) **C** - d.", "**E** - f.")] == [1, 7, 8]


class TestTitles:
    """
    A title ends at its marks; without marks at two spaces or at a dash, whichever leaves least doubt.
    """

    @pytest.mark.parametrize("dash", ["-", "--", "---", "–", "—", "−", "‑", ":", "："])
    def test_a_dash_after_the_marks_is_no_part_of_the_summary(self, dash: str) -> None:
        """
        Every dash and colon is a separator, with spaces around it or without.
        """
        assert split(f"1) **A** {dash} b.", f"2) **C**{dash}d.") == [(1, "A", "b."), (2, "C", "d.")]

    def test_an_escaped_mark_closes_no_title(self) -> None:
        r"""
        `\**` is a star; two backslashes before the marks are a backslash of the title's own.
        """
        assert split(r"1) **A \** B** - c.", r"2) **D \\** - e.") == [(1, "A ** B", "c."), (2, "D \\", "e.")]

    def test_a_single_star_is_a_mark_with_a_doubt(self) -> None:
        """
        One star opens a title, and one or two close it.
        """
        document, series = parsed(HEAD + row_of("1) *A* - b.") + row_of("2) *C** - d.") + row_of("3) *E - f."))
        assert [str(paper.title) for paper in series[0].papers] == ["A", "C", "*E"]
        assert [(problem.pointer[10:], problem.kind) for problem in document.problems] == [
            ("papers/0/title", "title-mark"),
            ("papers/1/title", "title-mark"),
        ]

    def test_marks_that_never_close_are_named(self) -> None:
        """
        The title then ends as one without marks, and the problem names the mark.
        """
        document, series = parsed(HEAD + row_of("1) **A - b.") + row_of("__C - d."))
        assert [str(paper.title) for paper in series[0].papers] == ["A", "C"]
        assert [problem.message for problem in document.problems if problem.kind == "title-mark"] == [
            "the title opens with ** and never closes",
            "the title opens with __ and never closes",
        ]

    def test_marks_that_never_close_and_nothing_else_ends_the_title(self) -> None:
        """
        Both doubts are told in one problem.
        """
        document, _ = parsed(HEAD + row_of("1) **A model of it."))
        (problem,) = document.problems
        assert problem.message == (
            "the title opens with ** and never closes; nothing separates title and summary, "
            "the whole text is read as the title"
        )
        assert [problem.kind for problem in document.problems] == ["title-not-separated"]

    def test_two_blanks_come_before_a_later_dash(self) -> None:
        """
        Where two spaces come first they end the title, whatever follows.
        """
        assert split("1) A Model  Learns - and speaks.")[0] == (1, "A Model", "Learns - and speaks.")

    @pytest.mark.parametrize(
        ("others", "title"),
        [
            (("2) B  Works.", "3) C  Works."), "A - Study"),
            (("2) B - Works.", "3) C - Works."), "A"),
            ((), "A - Study"),
            (("2) B  Works.", "3) C - Works."), "A - Study"),
        ],
    )
    def test_a_dash_before_two_blanks_is_told_by_the_other_rows(self, others: tuple[str, ...], title: str) -> None:
        """
        Where a dash comes before two spaces, the rows with one candidate decide; on a tie the spaces do.
        """
        assert split("1) A - Study  Works well.", *others)[0][1] == title

    @pytest.mark.parametrize("length", [200, 201])
    def test_the_longest_title_has_two_hundred_characters(self, length: int) -> None:
        """
        What stands behind so many characters is no separator of a title.
        """
        title = "T" * length
        assert split(f"1) {title} - words.")[0][1] == (title if length == 200 else f"{title} - words.")

    @pytest.mark.parametrize("end", [". ", "; "])
    def test_a_sentence_is_no_title(self, end: str) -> None:
        """
        A full stop or a semicolon before the separator shows that it is a summary's.
        """
        cell = f"1) A model learns{end}It speaks - and listens."
        assert split(cell)[0] == (1, cell.removeprefix("1) "), None)

    def test_a_short_word_with_a_full_stop_is_no_sentence(self) -> None:
        """
        An abbreviation or a version ends no sentence.
        """
        assert split("1) A vs. B - words.")[0] == (1, "A vs. B", "words.")

    def test_a_separator_at_the_end_parts_nothing(self) -> None:
        """
        A dash with nothing behind it is part of the title.
        """
        assert split("1) A -")[0] == (1, "A -", None)

    def test_a_row_with_a_rank_alone_is_no_paper(self) -> None:
        """
        Without a title there is no paper, and the row is left over whole.
        """
        document, series = parsed(HEAD + row_of("1) **A** - b.") + row_of("2) ****", ""))
        assert len(series[0].papers) == 1
        assert [line for line, _ in document.unplaced] == [5]


class TestCells:
    """
    Cells that are missing, too many, or not parted.
    """

    def test_a_bar_in_the_summary_belongs_to_it(self) -> None:
        """
        Cells before the one that begins with a link are the paper's; the others are the links.
        """
        document, series = parsed(f"{HEAD}| 1) **A** - b | c | [P](https://a.b/c) | [T](https://a.b/d) |\n")
        (paper,) = series[0].papers
        assert (str(paper.summary), [link.label for link in paper.links]) == ("b | c", ["P", "T"])
        assert document.problems[0].message == ("the row has 4 cells instead of 2, a | in a cell is not escaped")

    def test_a_bar_in_the_summary_where_no_cell_is_a_link(self) -> None:
        """
        The last cell is that of the links then, and what it holds is left over.
        """
        document, series = parsed(f"{HEAD}| 1) **A** - b | c | soon |\n")
        assert str(series[0].papers[0].summary) == "b | c"
        assert document.unplaced == ((4, "soon"),)

    def test_a_bar_in_a_table_of_three_columns(self) -> None:
        """
        The cell in front of the links is that of the day.
        """
        head = f"{HEADING}| Paper | Date | Links |\n|---|---|---|\n"
        document = markdown.parse(f"{head}| (1) **A** - b | c | 7 May 2024 | {LINK} |\n")
        (paper,) = document.series[0].papers
        assert document.dialect == "columns"
        assert (str(paper.summary), str(paper.released), len(paper.links)) == ("b | c", "2024-05-07", 1)

    def test_links_without_a_bar_before_them(self) -> None:
        """
        Links at the end of the only cell are read as if a bar stood there.
        """
        document, series = parsed(f"{HEAD}| 1) **A** - b. {LINK}, [T](https://a.b/d) |\n")
        (paper,) = series[0].papers
        assert (str(paper.summary), [link.label for link in paper.links]) == ("b.", ["Paper", "T"])
        assert [problem.message for problem in document.problems] == ["no | before the links, read as if it were there"]

    def test_a_cell_is_missing(self) -> None:
        """
        A row without its last cell has no links, and says so.
        """
        document, series = parsed(f"{HEAD}| 1) **A** - b. |\n")
        assert len(series[0].papers[0].links) == 0
        assert [problem.message for problem in document.problems] == ["the row has 1 cell instead of 2"]

    def test_columns_in_another_order(self) -> None:
        """
        The header says what each column holds; a column of unknown words makes no header of papers.
        """
        head = f"{HEADING}| Links | Authors | Title |\n|---|---|---|\n"
        (paper,) = markdown.loads(
            f"{head}| {LINK} | Ada Lovelace; Alan Turing | 1) **A** - b. |\n", dialect="table"
        ).papers
        assert (str(paper.title), paper.authors) == ("A", ("Ada Lovelace", "Alan Turing"))
        assert [link.label for link in paper.links] == ["Paper"]

    @pytest.mark.parametrize("names", ["A, B", "A;B", "A、B", "A， B", "A；B"])
    def test_authors_are_parted(self, names: str) -> None:
        """
        Commas and semicolons of every width part names.
        """
        head = f"{HEADING}| Paper | Authors | Links |\n|---|---|---|\n"
        assert markdown.loads(f"{head}| 1) **T** - b. | {names} | |\n", dialect="table").papers[0].authors == ("A", "B")

    def test_three_cells_without_a_header(self) -> None:
        """
        Rows of three cells have a day in the middle, those of two have none.
        """
        rows = f"| 1) **A** - b. | May 7, 2024 | {LINK} |\n| 2) **C** - d. | {LINK} |\n"
        papers = markdown.loads(HEADING + rows, dialect="table").papers
        assert [str(paper.released) for paper in papers] == ["2024-05-07", "None"]
        assert [len(paper.links) for paper in papers] == [1, 1]

    def test_a_row_without_its_first_bar(self) -> None:
        """
        A ranked row that the bar in front is left out of is a row; a sentence with a bar is none.
        """
        text = f"{HEAD}1) **A** - b. | {LINK}\n\nIn (a|b) 2) it is so.\n"
        document, series = parsed(text)
        assert [str(paper.title) for paper in series[0].papers] == ["A"]
        assert series.foot == ("In (a|b) 2) it is so.",)
        assert document.unplaced == ()

    @pytest.mark.parametrize(
        ("printed", "day"),
        [
            *[("May 7, 2024", "2024-05-07"), ("7 May 2024", "2024-05-07"), ("2024-05-07", "2024-05-07")],
            *[("2024/5/7", "2024-05-07"), ("2024.05.07", "2024-05-07"), ("2024年5月7日", "2024-05-07")],
            *[("2024년 5월 7일", "2024-05-07"), ("05/07/2024", None), ("May 2024", None), ("soon", None)],
            *[("2024", None), ("February 30, 2024", None), ("7 May", None)],
        ],
    )
    def test_days(self, printed: str, day: str | None) -> None:
        """
        A day is read if it is printed whole, and which number is the month is plain.
        """
        head = f"{HEADING}| Paper | Date | Links |\n|---|---|---|\n"
        document = markdown.parse(f"{head}| (1) **A** - b. | {printed} | {LINK} |\n")
        released = document.series[0].papers[0].released
        assert (None if released is None else str(released)) == day
        assert [words for _, words in document.unplaced] == ([] if day else [printed])


class TestAroundTables:
    """
    Headings, contents lists and paragraphs of a document of tables.
    """

    def test_a_table_that_counts_from_one_again_is_another_issue(self) -> None:
        """
        Two tables under one heading are one issue if the second counts on, else two.
        """
        table = HEAD.partition("\n")[2] + row_of("1) **A** - b.")
        second = HEAD.partition("\n")[2]
        _, on = parsed(f"{HEADING}{table}\n{second}{row_of('2) **C** - d.')}")
        _, again = parsed(f"{HEADING}{table}\n{second}{row_of('1) **C** - d.')}")
        _, no_header = parsed(f"{HEADING}{table}\n{row_of('1) **C** - d.')}")
        assert [len(issue.papers) for issue in on] == [2]
        assert [(issue.title is None, len(issue.papers)) for issue in again] == [(False, 1), (True, 1)]
        assert [len(issue.papers) for issue in no_header] == [2]

    def test_a_table_of_something_else_is_left_over(self) -> None:
        """
        A table without a header of papers and without ranks is no issue's.
        """
        document, series = parsed(f"{HEAD}{row_of('1) **A** - b.')}\n| Name | Stars |\n|---|---|\n| x | 3 |\n")
        assert len(series) == 1
        assert document.unplaced == ((6, "| Name | Stars |"), (7, "|---|---|"), (8, "| x | 3 |"))

    def test_paragraphs_belong_to_what_stands_above(self) -> None:
        """
        Above the issues they are a lead, behind a table notices, behind the last table the foot.
        """
        other = HEAD.replace("May 6 - May 12", "May 13 - May 19")
        text = (
            f"# All\n\nOne\ntwo.\n\nThree.\n\n{HEADING}\nFour.\n\n"
            f"{HEAD.partition(chr(10))[2]}{row_of('1) **A** - b.')}\nFive.\n\n---\n\n"
            f"{other}{row_of('1) **C** - d.')}\n### More\n\nSix.\n"
        )
        document, series = parsed(text)
        assert (series.title, series.lead, series.foot) == ("All", ("One\ntwo.", "Three."), ("### More", "Six."))
        assert [(issue.lead, issue.notices) for issue in series] == [(("Four.",), ("Five.",)), ((), ())]
        assert document.unplaced == ()

    def test_the_second_heading_of_the_first_level_is_no_title(self) -> None:
        """
        A series has one title, the first.
        """
        _, series = parsed(f"# One\n\n# Two\n\n{HEAD}{row_of('1) **A** - b.')}")
        assert (series.title, series.lead) == ("One", ("# Two",))

    @pytest.mark.parametrize("mark", ["**", "__"])
    def test_a_heading_in_bold(self, mark: str) -> None:
        """
        Marks of emphasis are no part of a title, around the whole heading or inside it.
        """
        title = "Papers (May 6 - May 12) - 2024"
        _, series = parsed(HEAD.replace(HEADING, f"## {mark}{title}{mark}\n") + row_of("1) **A** - b."))
        assert series[0].title == title
        _, series = parsed(HEAD.replace(HEADING, "## **a** and **b**\n") + row_of("1) **A** - b."))
        assert series[0].title == "a and b"

    def test_an_entry_of_a_contents_list_points_into_the_document_or_prints_days(self) -> None:
        """
        Other links in a list are paragraphs; a heading above entries is their group, also a year alone.
        """
        text = (
            "## Weeks of 2024\n- [Week one](./#week-one)\n* [May 6 - May 12](https://example.org/)\n"
            "- [Home](https://example.org/)\n\n## 2023\n\n+ [Old](#old)\n\n" + HEAD + row_of("1) **A** - b.")
        )
        _, series = parsed(text)
        assert series.contents == (
            ContentsEntry("Week one", "./#week-one", "Weeks of 2024"),
            ContentsEntry("May 6 - May 12", "https://example.org/", "Weeks of 2024"),
            ContentsEntry("Old", "#old", "2023"),
        )
        assert series.lead == ("- [Home](https://example.org/)",)

    def test_an_entry_without_a_target(self) -> None:
        """
        An entry that prints days may point nowhere.
        """
        _, series = parsed("- [May 6 - May 12]()\n\n" + HEAD + row_of("1) **A** - b."))
        assert series.contents == (ContentsEntry("May 6 - May 12", None, None),)

    def test_a_year_above_issues_is_their_group(self) -> None:
        """
        A heading that is a year alone tells the year of the ranges below it, and says so.
        """
        heading = "## Papers of the Week (May 6 - May 12)\n"
        document, series = parsed(f"## 2023\n\n{HEAD.replace(HEADING, heading)}{row_of('1) **A** - b.')}")
        assert str(series[0].period) == "2023-05-06/2023-05-12"
        assert [problem.message for problem in document.problems] == [
            "no year is printed, 2023-05-06/2023-05-12 is read by the heading '2023' above it"
        ]

    def test_a_heading_with_days_and_no_table_is_an_issue(self) -> None:
        """
        An issue may have no papers yet; a heading over entries of a list is a group, whatever it prints.
        """
        _, series = parsed(HEADING + "\nComing soon.\n")
        assert [(issue.title, issue.lead) for issue in series] == [(HEADING[3:].strip(), ("Coming soon.",))]

    def test_spaces_before_a_bar(self) -> None:
        """
        A row may be indented.
        """
        _, series = parsed(HEAD + "   " + row_of("1) **A** - b.") + "\t" + row_of("2) **C** - d."))
        assert [str(paper.title) for paper in series[0].papers] == ["A", "C"]


class TestLanguages:
    """
    The language of a table is told by the script of its summaries.
    """

    @pytest.mark.parametrize(
        ("summary", "language"),
        [
            *[
                ("a model that speaks.", "en"),
                ("話すモデルです。", "ja"),
                ("말하는 모형이다.", "ko"),
                ("会说话的模型。", "zh"),
            ],
            *[
                ("Moshi は LLM の model で GPU を使う。", "ja"),
                ("GPT LLM MoE RLHF DPO PPO SFT の", "en"),
                ("123", "en"),
            ],
        ],
    )
    def test_of_summaries(self, summary: str, language: str) -> None:
        """
        Letters of East Asia that are at least a third of the Latin words make the edition's language.
        """
        issue = markdown.loads(HEAD + row_of(f"1) **Moshi** - {summary}"), dialect="table")
        assert issue.language == language
        text = issue.papers[0].summary
        assert text is not None
        assert (text.original is None) == (language != "en")

    def test_the_first_five_summaries_decide(self) -> None:
        """
        A long table is not read whole for its language.
        """
        rows = [row_of(f"{rank}) **A** - 话。" if rank > 5 else f"{rank}) **A** - words.") for rank in range(1, 9)]
        assert markdown.loads(HEAD + "".join(rows), dialect="table").language == "en"

    def test_titles_decide_where_there_is_no_summary(self) -> None:
        """
        Without summaries the titles tell.
        """
        assert markdown.loads(HEAD + row_of("1) **会说话的模型**"), dialect="table").language == "zh"
