"""
Tables of which nothing but the header tells what a column holds.
"""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve

from mlweekly import Abstract, Document, EncodeError, Issue, Link, LinkSet, Paper, Text, markdown
from mlweekly.markdown import Dialect

ARXIV = "https://arxiv.org/abs/2410.00037"
CODE = "https://github.com/kyutai-labs/moshi"
HEADING = "## Papers of the Week (May 6 - May 12) - 2024\n\n"


def table(header: str, *rows: str) -> str:
    """
    Return a table with this header and these rows.
    """
    return "\n".join((header, "|---" * (header.count("|") - 1) + "|", *rows, ""))


def parsed(header: str, *rows: str) -> Document:
    """
    Return the document of a table under a heading.
    """
    return markdown.parse(HEADING + table(header, *rows))


def only(header: str, row: str) -> Paper:
    """
    Return the paper of a table with one row.
    """
    (paper,) = parsed(header, row).series[0].papers
    return paper


class TestHeaders:
    """
    A header names a title and one more member; each column holds what its name says.
    """

    @pytest.mark.parametrize(
        ("header", "language"),
        [
            ("| STT | Bài báo | Tác giả | Ngày đăng | Liên kết | Tóm tắt | Từ khóa |", "vi"),
            ("| № | Название | Авторы | Дата публикации | Ссылки | Кратко | Ключевые слова |", "ru"),
            ("| Nr. | Titre | Auteurs | Date | Liens | Résumé | Mots-clés |", "fr"),
            ("| # | Título | Autores | Data | Links | Resumo | Palavras-chave |", "pt"),
            ("| Rang | Titel | Autoren | Datum | Links | Zusammenfassung | Schlagwörter |", "de"),
            ("| **排名** | **论文** | **作者** | **日期** | **链接** | **摘要** | **关键词** |", "zh"),
            ("| 순위 | 제목 | 저자 | 날짜 | 링크 | 요약 | 키워드 |", "ko"),
        ],
    )
    def test_of_every_language(self, header: str, language: str) -> None:
        """
        Members are known by their names in ten languages; marks of emphasis do not matter.
        """
        paper = only(
            header, f"| 2 | Moshi | A. Alt, B. Berg | 2024-05-07 | [x1]({ARXIV}) | It *speaks*. | `speech`, llm |"
        )
        assert (paper.rank, str(paper.title), paper.authors) == (2, "Moshi", ("A. Alt", "B. Berg"))
        assert (paper.released, [link.url for link in paper.links]) == (date(2024, 5, 7), [ARXIV])
        assert paper.tags == ("speech", "llm")
        # 摘要 is what the authors say.
        said = paper.abstract if language == "zh" else paper.summary
        assert str(said) == "It *speaks*."

    def test_a_header_with_two_names_in_a_cell(self) -> None:
        """
        The first known word of a name decides, and the header is no paper.
        """
        document = parsed("| **Paper / Project** | **Link** |", f"| Moshi | [x1]({ARXIV}) |")
        assert [str(paper.title) for paper in document.series[0].papers] == ["Moshi"]

    @pytest.mark.parametrize(
        ("header", "row", "title", "urls"),
        [
            ("| Paper | Links | URL |", f"| Moshi | [a]({ARXIV}) | {CODE} |", "Moshi", [ARXIV, CODE]),
            ("| Title | Paper | Links |", f"| Moshi | [a]({ARXIV}) | [b]({CODE}) |", "Moshi", [ARXIV, CODE]),
            ("| Paper | Title | Links |", f"| [a]({ARXIV}) | Moshi | [b]({CODE}) |", "Moshi", [ARXIV, CODE]),
        ],
    )
    def test_two_columns_of_links(self, header: str, row: str, title: str, urls: list[str]) -> None:
        """
        The links of both are kept in order.
        """
        paper = only(header, row)
        assert (str(paper.title), [link.url for link in paper.links]) == (title, urls)

    def test_two_columns_of_one_member(self) -> None:
        """
        The second one is a detail under its own name.
        """
        paper = only("| Title | Authors | Summary | Overview |", "| Moshi | A. Alt | Speaks. | Listens *too*. |")
        assert (str(paper.summary), dict(paper.details)) == ("Speaks.", {"Overview": "Listens *too*."})

    @pytest.mark.parametrize("link", [f"[Paper]({ARXIV})", f"[link]({ARXIV})", f"[2410.00037]({ARXIV})"])
    def test_a_column_of_papers_with_nothing_but_links(self, link: str) -> None:
        """
        The titles are in the first column of unknown name.
        """
        paper = only("| Method | Paper | Code |", f"| Moshi | {link} | [here]({CODE}) |")
        assert (str(paper.title), [each.url for each in paper.links]) == ("Moshi", [ARXIV, CODE])
        assert [each.role for each in paper.links] == ["paper", "code"]

    def test_columns_of_links_alone(self) -> None:
        """
        Without a column for titles there are no papers, and nothing is lost.
        """
        document = parsed("| PDF | Code |", f"| [PDF]({ARXIV}) | [x1]({CODE}) |")
        assert [issue.papers for issue in document.series] in ([], [()])

    def test_unknown_columns_are_details(self) -> None:
        """
        A detail has the name of its column as printed, and its cell as inline Markdown.
        """
        document = parsed("| Paper | **Venue** | Authors | 方法族 |", "| Moshi | *ICML* a \\| b | A. Alt | agent |")
        (paper,) = document.series[0].papers
        assert dict(paper.details) == {"Venue": "*ICML* a | b", "方法族": "agent"}
        assert document.unplaced == ()
        span = document.span("/issues/0/papers/0/details/Venue")
        assert span is not None
        assert document.text[span.start : span.end] == "*ICML* a \\| b"

    @pytest.mark.parametrize("nothing", ["", "-", "—", "null", "N/A", " "])
    def test_cells_with_nothing(self, nothing: str) -> None:
        """
        Words for nothing are no value, and are not left over.
        """
        cells = " | ".join([nothing] * 6)
        document = parsed("| Paper | Authors | Date | PDF | Venue | Summary | Tags |", f"| Moshi | {cells} |")
        assert document.series[0].papers == (Paper(rank=1, title=Text("Moshi")),)
        assert document.unplaced == ()

    @pytest.mark.parametrize(
        "text",
        [
            f"# Tools\n\n{table('| Name | Description |', '| [foo](docs/foo.md) | It does. |')}",
            f"# Book\n\n{table('| Title | Links |', '| Chapter one | [read](one.md) |')}",
            f"{HEADING}{table('| 排名 | 论文 | 评分 |', '| 1 | 某某 | 9.5 |')}",
            f"{HEADING}{table('| 指标 | 数值 |', '| 论文 | 24 |')}",
        ],
    )
    def test_tables_of_something_else(self, text: str) -> None:
        """
        Options, chapters, indicators and a ranking without links hold no papers.
        """
        document = markdown.parse(text)
        assert [issue.papers for issue in document.series] in ([], [()])


class TestLinks:
    """
    Links are taken from every cell.
    """

    @pytest.mark.parametrize(
        ("cell", "title", "links"),
        [
            (f"[Moshi]({ARXIV})", "Moshi", [Link(ARXIV)]),
            (f"**[Moshi]({ARXIV})**", "Moshi", [Link(ARXIV)]),
            (f"[**Moshi**]({ARXIV}) [code]({CODE})", "Moshi", [Link(ARXIV), Link(CODE, "code")]),
            (f"Moshi [[pdf]({ARXIV})] [[code]({CODE})]", "Moshi", [Link(ARXIV, "pdf"), Link(CODE, "code")]),
            (f"Moshi ([PDF]({ARXIV}), [Code]({CODE}))", "Moshi", [Link(ARXIV, "PDF"), Link(CODE, "Code")]),
            (f"Moshi（[论文]({ARXIV})）", "Moshi", [Link(ARXIV, "论文")]),
            (f"Speech (and text) in [Moshi]({ARXIV}) models", "Speech (and text) in Moshi models", [Link(ARXIV)]),
            (f"Moshi: [A Model]({ARXIV})", "Moshi: A Model", [Link(ARXIV)]),
            (f"《[Moshi]({ARXIV})》", "Moshi", [Link(ARXIV)]),
            ("A `Model` with *words* \\| bars", "A Model with words | bars", []),
        ],
    )
    def test_of_the_title(self, cell: str, title: str, links: list[Link]) -> None:
        """
        A link around the title has no label; links behind it have their own.
        """
        paper = only("| Paper | Authors |", f"| {cell} | A. Alt |")
        assert (str(paper.title), list(paper.links)) == (title, links)

    def test_words_between_links_belong_to_the_table(self) -> None:
        """
        In parentheses at the end of titles, words that rows have in common say nothing; others are left over.
        """
        cell = "{title} (Mehr auf [arXiv]({url}) {word} [Code]({code}))"
        rows = [
            f"| {cell.format(title=title, url=ARXIV, word=word, code=CODE)} | A |"
            for title, word in (("Eins", "oder"), ("Zwei", "oder"), ("Drei", "statt"))
        ]
        document = parsed("| Titel | Autoren |", *rows)
        papers = document.series[0].papers
        assert [str(paper.title) for paper in papers] == ["Eins", "Zwei", "Drei"]
        assert {tuple(link.label for link in paper.links) for paper in papers} == {("arXiv", "Code")}
        assert document.unplaced == ((7, "statt"),)

    def test_a_column_named_by_a_role(self) -> None:
        """
        The role is the section of links that do not tell theirs; labels stay.
        """
        paper = only("|Title|PDF|Code|Demo|", f"|Moshi|[2410.1v1]({ARXIV})|**[link]({CODE})**|[Blog](https://a.b/c)|")
        assert list(paper.links) == [
            Link(ARXIV, "2410.1v1", section="paper"),
            Link(CODE, "link", section="code"),
            Link("https://a.b/c", "Blog"),
        ]
        assert paper.links[1].role == "code"

    def test_a_cell_of_links_without_links(self) -> None:
        """
        Its words are a detail.
        """
        assert dict(only("| Paper | Authors | Code |", "| Moshi | A. Alt | ✅ |").details) == {"Code": "✅"}

    def test_links_in_other_columns(self) -> None:
        """
        A cell of an unknown column with nothing but links holds links, whose section is its name.
        """
        paper = only("| Paper | Authors | Hub |", f"| Moshi | A. Alt | [model]({ARXIV}) · <{CODE}> |")
        assert list(paper.links) == [Link(ARXIV, "model"), Link(CODE, section="Hub")]
        assert dict(paper.details) == {}

    def test_links_around_other_members(self) -> None:
        """
        The member is read, and the link too.
        """
        paper = only(
            "| Title | Authors | Date |", f"| Moshi | [A. Alt](https://a.b/c), B. Berg | [2024-05-07]({ARXIV}) |"
        )
        assert (paper.authors, str(paper.released)) == (("A. Alt", "B. Berg"), "2024-05-07")
        assert list(paper.links) == [Link("https://a.b/c", "A. Alt"), Link(ARXIV, "2024-05-07")]

    def test_relative_links(self) -> None:
        """
        They are details: the title's under "link", others under their label, as written.
        """
        document = parsed("| Paper | Authors | Links |", "| [Moshi](papers/x.md) | A. Alt | [Note](notes/x.md) |")
        (paper,) = document.series[0].papers
        assert (str(paper.title), len(paper.links)) == ("Moshi", 0)
        assert dict(paper.details) == {"link": "papers/x.md", "Note": "notes/x.md"}
        assert document.unplaced == ()


class TestCells:
    """
    Authors, days, ranks and rows that are broken.
    """

    @pytest.mark.parametrize(
        ("cell", "authors"),
        [
            ("Zheng Zhang et.al.", ("Zheng Zhang et.al.",)),
            ("A. Alt, B. Berg and C. Chor", ("A. Alt", "B. Berg", "C. Chor")),
            ("A. Alt & B. Berg", ("A. Alt", "B. Berg")),
            ("张三、李四，王五", ("张三", "李四", "王五")),
            ("Ana Lima e Rui Costa", ("Ana Lima", "Rui Costa")),
            ("Lan Trần và Minh Lê", ("Lan Trần", "Minh Lê")),
            ("А. Иванов и Б. Петров", ("А. Иванов", "Б. Петров")),
            ("Léa Roux et Zoé Blanc", ("Léa Roux", "Zoé Blanc")),
            ("**A. Alt**; B. Berg", ("A. Alt", "B. Berg")),
        ],
    )
    def test_authors(self, cell: str, authors: tuple[str, ...]) -> None:
        """
        Names are plain text, and are separated as people separate them.
        """
        assert only("| Title | Authors |", f"| Moshi | {cell} |").authors == authors

    @pytest.mark.parametrize(
        ("cell", "rank"), [("3", 3), ("3.", 3), ("#3", 3), ("🥉", 3), ("3️⃣", 3), ("**3**", 3), ("③", 3), ("🔟", 10)]
    )
    def test_ranks(self, cell: str, rank: int) -> None:
        """
        A rank is a number, a medal or a keycap.
        """
        assert only("| # | Paper | Authors |", f"| {cell} | Moshi | A. Alt |").rank == rank

    def test_a_table_without_ranks(self) -> None:
        """
        Papers are ranked by their places, and nothing is missing.
        """
        document = parsed("| Title | Authors |", "| A | X |", "| B | Y |")
        assert [paper.rank for paper in document.series[0].papers] == [1, 2]
        assert document.problems == ()

    def test_a_table_with_a_missing_rank(self) -> None:
        """
        If other rows have one, a missing rank is a problem.
        """
        document = parsed("| # | Title | Authors |", "| 4 | A | X |", "| - | B | Y |")
        assert [paper.rank for paper in document.series[0].papers] == [4, 5]
        assert [problem.kind for problem in document.problems] == ["rank-missing"]

    @pytest.mark.parametrize(
        ("cell", "day"), [("**2024-05-07**", "2024-05-07"), ("2024.05.07", "2024-05-07"), ("May 2024", None)]
    )
    def test_days(self, cell: str, day: str | None) -> None:
        """
        A day may be bold; words that are no day are a detail.
        """
        paper = only("| Date | Title | Authors |", f"| {cell} | Moshi | A. Alt |")
        assert (paper.released and str(paper.released), dict(paper.details)) == (day, {} if day else {"Date": cell})

    def test_a_dash_or_a_bold_word_in_a_title_beside_a_summary(self) -> None:
        """
        With a column for the summary, all of the cell is the title.
        """
        paper = only("| Title | Summary | Authors |", "| **Moshi** - a model | It speaks. | A. Alt |")
        assert (str(paper.title), str(paper.summary)) == ("Moshi - a model", "It speaks.")

    def test_a_broken_row(self) -> None:
        """
        A row whose line ends within a cell goes on over the next line, and a problem says so.
        """
        rows = ("| A model", "  of speech | A. Alt | Speaks. |", "| B | C | D |")
        document = parsed("| Title | Authors | Summary |", *rows)
        papers = document.series[0].papers
        assert [str(paper.title) for paper in papers] == ["A model of speech", "B"]
        assert [str(paper.summary) for paper in papers] == ["Speaks.", "D"]
        assert [(problem.line, problem.kind) for problem in document.problems] == [(5, "row-broken")]
        assert document.unplaced == ()


class TestTopics:
    """
    Headings above tables.
    """

    ROWS = table("| Title | Authors |", "| A | X |")

    def test_below_a_title_with_a_period(self) -> None:
        """
        A heading without a period is a topic, on the level of the title or below it.
        """
        text = f"## Updated on 2024.03.25\n\n## NLP\n\n{self.ROWS}\n## Vision\n\n{self.ROWS}\n### 3D\n\n{self.ROWS}"
        document = markdown.parse(text)
        (issue,) = document.series
        assert (issue.title, str(issue.period)) == ("Updated on 2024.03.25", "2024-03-25/2024-03-25")
        assert [paper.topics for paper in issue.papers] == [("NLP",), ("Vision",), ("Vision", "3D")]
        assert [paper.rank for paper in issue.papers] == [1, 2, 3]
        span = document.span("/issues/0/papers/1/topics/0")
        assert span is not None
        assert document.text[span.start : span.end] == "Vision"

    def test_below_a_title_without_one(self) -> None:
        """
        The heading whose section holds all tables is the title; a year above topics is one, too.
        """
        text = f"# Papers\n\n## 2024\n\n### NLP\n\n{self.ROWS}\n## 2023\n\n### NLP\n\n{self.ROWS}"
        (issue,) = markdown.parse(text).series
        assert (issue.title, [paper.topics for paper in issue.papers]) == ("Papers", [("2024", "NLP"), ("2023", "NLP")])

    def test_without_a_title(self) -> None:
        """
        Several headings are topics of an issue without a title; a single one is the title.
        """
        (issue,) = markdown.parse(f"## NLP\n\n{self.ROWS}\n## Vision\n\n{self.ROWS}").series
        assert (issue.title, [paper.topics for paper in issue.papers]) == (None, [("NLP",), ("Vision",)])
        (issue,) = markdown.parse(f"## NLP\n\n{self.ROWS}").series
        assert (issue.title, [paper.topics for paper in issue.papers]) == ("NLP", [()])

    def test_headings_with_periods(self) -> None:
        """
        Each is an issue.
        """
        series = markdown.parse(f"# News\n\n## 2024-10-14\n\n{self.ROWS}\n## 2024-10-15\n\n{self.ROWS}").series
        assert series.title == "News"
        assert [str(issue.period) for issue in series] == ["2024-10-14/2024-10-14", "2024-10-15/2024-10-15"]
        series = markdown.parse(f"## March 2024\n\n{self.ROWS}\n## April 2024\n\n{self.ROWS}").series
        assert [str(issue.period) for issue in series] == ["2024-03-01/2024-03-31", "2024-04-01/2024-04-30"]

    def test_ranked_tables_without_a_period_are_issues(self) -> None:
        """
        A title with its rank in one cell is the oldest form, whose tables have a heading each.
        """
        ranked = table("| **Paper** | **Links** |", f"| 1) **A** - b. | [Paper]({ARXIV}) |")
        series = markdown.parse(f"# All\n\n## One\n\n{ranked}\n## Two\n\n{ranked}").series
        assert (series.title, [issue.title for issue in series]) == ("All", ["One", "Two"])


OWN = Dialect(
    name="own",
    layout="rows",
    columns=(
        "rank",
        "title",
        "authors",
        "released",
        "links",
        "links",
        "details",
        "tags",
        "abstract",
        "summary",
        "ignore",
    ),
    header=("Platz", "Aufsatz", "Von", "Tag", "PDF", "Code", "Ort", "Worte", "Abriss", "Kurz", "Notiz"),
)
MOSHI = Paper(
    rank=3,
    title=Text("Moshi | a *model*"),
    authors=("A. Alt", "B. Berg"),
    released=date(2024, 5, 7),
    links=LinkSet([Link(ARXIV, section="paper"), Link(CODE, "repo")]),
    details={"Ort": "*ICML* a | b"},
    tags=("speech", "llm"),
    abstract=Abstract("We listen."),
    summary=Text("It speaks."),
    topics=("NLP", "Speech"),
)
ISSUE = Issue(
    title="Highlights",
    language="en",
    papers=[MOSHI, Paper(rank=4, title=Text("B"), topics=("NLP",)), Paper(rank=5, title=Text("C"), topics=("Vision",))],
)


class TestWriting:
    """
    A dialect of one's own may have any columns, under any header.
    """

    def test_it_is_written_and_read(self) -> None:
        """
        What is written is read as it was, and the dialect is detected by its header.
        """
        text = markdown.dumps(ISSUE, dialect=OWN)
        assert text.splitlines()[:7] == [
            "## Highlights",
            "",
            "### NLP",
            "",
            "#### Speech",
            "",
            "| Platz | Aufsatz | Von | Tag | PDF | Code | Ort | Worte | Abriss | Kurz | Notiz |",
        ]
        assert markdown.parse(text, dialects=[OWN]).dialect == "own"
        assert markdown.loads(text, dialects=[OWN], strict=True) == ISSUE

    @pytest.mark.parametrize("columns", [("paper", "links"), ("links", "paper")])
    def test_a_foreign_header(self, columns: tuple[str, ...]) -> None:
        """
        The header need not be one that readers know.
        """
        own = Dialect(name="own", layout="rows", columns=columns, header=("Eins", "Zwei"))
        issue = Issue(
            title="T", language="en", papers=[Paper(rank=1, title=Text("A"), links=LinkSet([Link(ARXIV, "P")]))]
        )
        assert markdown.loads(markdown.dumps(issue, dialect=own), dialects=[own], strict=True) == issue

    @pytest.mark.parametrize("title", ["title", "linked title"])
    def test_links_without_a_column(self, title: str) -> None:
        """
        They are around the title, if that is said, and in parentheses behind it.
        """
        own = Dialect(name="own", layout="rows", columns=(title, "authors"), header=("Title", "Authors"))
        paper = Paper(rank=1, title=Text("A"), authors=("X",), links=LinkSet([Link(ARXIV), Link(CODE, "Code")]))
        text = markdown.dumps(Issue(language="en", title="T", papers=[paper]), dialect=own)
        written = {"title": f"A (<{ARXIV}>, [Code]({CODE}))", "linked title": f"[A]({ARXIV}) ([Code]({CODE}))"}
        assert f"| {written[title]} | X |" in text
        assert markdown.loads(text, dialects=[own], strict=True).papers == (paper,)

    @pytest.mark.parametrize(
        ("change", "pointer"),
        [
            ({"details": {"Where": "there"}}, "/papers/0/details/Where"),
            ({"released": None, "authors": ("A, B",)}, "/papers/0/authors"),
        ],
    )
    def test_what_has_no_column(self, change: dict[str, object], pointer: str) -> None:
        """
        It is an error that says what would be lost.
        """
        with pytest.raises(EncodeError, match=pointer):
            markdown.dumps(evolve(ISSUE, papers=[evolve(MOSHI, **change)]), dialect=OWN)
