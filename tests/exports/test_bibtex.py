"""
BibTeX, read back by bibtexparser 2.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import pytest
from attrs import evolve
from hypothesis import given

from mlweekly import Abstract, Issue, Link, LinkSet, Paper, Series, Text, exports, json
from tests import strategies
from tests.exports.consumers import bibtex_entries

ARXIV = "https://arxiv.org/abs/2409.10038"


def paper(title: str = "On Thought", *urls: str, authors: Iterable[str] = (), released: date | None = None) -> Paper:
    """
    Return a paper with these links.
    """
    return Paper(rank=1, title=Text(title), links=LinkSet(map(Link, urls)), authors=authors, released=released)


def only(value: Paper) -> dict[str, str]:
    """
    Return the one entry of a paper.
    """
    (entry,) = bibtex_entries(exports.bibtex(value))
    return entry


def test_an_arxiv_paper_is_cited_by_number_and_month() -> None:
    """
    The key is the identity, the month is the number's, and no day is guessed.
    """
    entry = only(paper("On Thought", "https://www.arxiv.org/pdf/2409.10038v2", authors=["Ada Byron"]))

    assert entry == {
        "key": "arxiv:2409.10038",
        "type": "misc",
        "title": "{On Thought}",
        "author": "Byron, Ada",
        "year": "2024",
        "month": "sep",
        "eprint": "2409.10038",
        "archiveprefix": "arXiv",
        "url": ARXIV,
    }


def test_the_day_is_the_one_that_the_digest_says() -> None:
    """
    A day of release is more than a month of the number; where nothing tells, there is no date.
    """
    entry = only(paper("A", ARXIV, released=date(2024, 10, 3)))

    assert (entry["year"], entry["month"], entry["day"]) == ("2024", "oct", "3")
    assert {"year", "month", "day"}.isdisjoint(only(paper("A", "https://example.org/a.pdf")))


@pytest.mark.parametrize(
    ("url", "key"),
    [
        ("https://doi.org/10.1038/s41586-024-07566-y", "doi:10.1038/s41586-024-07566-y"),
        ("https://aclanthology.org/2022.acl-long.42/", "aclanthology.org/2022.acl-long.42"),
    ],
)
def test_a_key_is_the_identity(url: str, key: str) -> None:
    """
    Other papers are cited by DOI or address.
    """
    assert only(paper("A", url))["key"] == key


def test_keys_that_differ_in_case_alone_differ_otherwise_too() -> None:
    """
    BibTeX knows no case, and addresses do.
    """
    value = [paper("A", f"https://openreview.net/forum?id={name}") for name in ("Abc_123", "abc_123")]

    keys = {entry["key"].lower() for entry in bibtex_entries(exports.bibtex(value))}
    assert len(keys) == 2


def test_a_key_is_no_place() -> None:
    """
    Papers keep their keys in another order, under another rank, in another issue.
    """
    first, second = paper("First"), paper("Second", "https://example.org/(a),{b}.pdf")
    moved = Series([Issue(papers=[evolve(second, rank=1)]), Issue(papers=[evolve(first, rank=7)])])

    before = {entry["key"] for entry in bibtex_entries(exports.bibtex([first, second]))}
    assert before == {entry["key"] for entry in bibtex_entries(exports.bibtex(moved))}


def test_a_paper_of_two_issues_has_one_entry() -> None:
    """
    A bibliography lists an identity once.
    """
    value = Series([Issue(papers=[paper("A", ARXIV)]), Issue(papers=[paper("A again", f"{ARXIV}v3")])])

    assert [entry["title"] for entry in bibtex_entries(exports.bibtex(value))] == ["{A}"]


@pytest.mark.parametrize(
    ("printed", "written"),
    [
        ("Byron, Ada", "Byron, Ada"),
        ("Ada Byron", "Byron, Ada"),
        ("Geoffrey E. Hinton", "Hinton, Geoffrey E."),
        ("Y. LeCun", "LeCun, Y."),
        ("J.-P. Serre", "Serre, J.-P."),
        ("Paul Erdős", "Erdős, Paul"),
        ("van der Berg, Jan", "van der Berg, Jan"),
        ("Jan van der Berg", "{Jan van der Berg}"),
        ("Gabriel García Márquez", "{Gabriel García Márquez}"),
        ("Nguyễn Anh", "{Nguyễn Anh}"),
        ("Vaswani A", "{Vaswani A}"),
        ("OpenAI", "{OpenAI}"),
        ("Gemma Team", "{Gemma Team}"),
        ("Google DeepMind", "{Google DeepMind}"),
        ("Smith, Jr.", "{Smith, Jr.}"),
        ("李明", "{李明}"),
        ("Илья Суцкевер", "{Илья Суцкевер}"),
        ("Ada and Grace", "{Ada and Grace}"),
        ("R & D {Lab}", r"{R \& D \textbraceleft{}Lab\textbraceright{}}"),
        ("Ada Byron et al.", "Byron, Ada and others"),
    ],
)
def test_names_are_taken_apart_where_that_is_safe(printed: str, written: str) -> None:
    """
    One reading gives family and given names; what could be read in two ways stays whole.
    """
    assert only(paper(authors=[printed]))["author"] == written


@pytest.mark.parametrize(
    ("title", "written"),
    [
        ("R&D: 100% of $5 #1 a_b", r"R\&D: 100\% of \$5 \#1 a\_b"),
        ("a{b", r"a\textbraceleft{}b"),
        ("}\\", r"\textbraceright{}\textbackslash{}"),
        ("x^2 ~ <y>", r"x\textasciicircum{}2 \textasciitilde{} \textless{}y\textgreater{}"),
        ("the \"best\" 'one'", "the \"best\" 'one'"),
        ("a\x00b\x1b\n@misc{c,\u202e", r"ab @misc\textbraceleft{}c,"),
        ("思考 🧪", "思考 🧪"),
        ("\x00", "U+0000"),
    ],
)
def test_titles_are_no_markup(title: str, written: str) -> None:
    """
    Every character that means something to TeX or BibTeX is written by its name; controls are left out.
    """
    assert only(paper(title))["title"] == f"{{{written}}}"


def test_texts_and_keywords_are_plain() -> None:
    """
    Summaries lose their Markdown; a title that is no English says its language.
    """
    value = Paper(
        rank=1,
        title=Text("思考", "ja"),
        summary=Text("A **model** of [words](https://example.org/)."),
        abstract=Abstract("We `show`\n\nmore."),
        tags=["NLP", "A_B"],
    )

    entry = only(value)
    assert (entry["annote"], entry["abstract"]) == ("A model of words.", "We show more.")
    assert (entry["keywords"], entry["language"]) == (r"NLP, A\_B", "ja")


def test_a_summary_is_in_the_language_of_the_edition() -> None:
    """
    A citation has the title as it was published, and the summary as the edition has it.
    """
    value = Paper(
        rank=1,
        title=Text("Thought", translations={"ja": "思考"}),
        summary=Text("Words.", translations={"ja": "言葉。"}),
    )

    (entry,) = bibtex_entries(exports.bibtex(Issue(language="ja", papers=[value])))
    assert (entry["title"], entry["annote"]) == ("{Thought}", "言葉。")


@pytest.mark.parametrize("value", ["text", b"text", None, 3, [1], Issue, [Issue()]])
def test_what_has_no_papers_is_refused(value: object) -> None:
    """
    A wrong type is a `TypeError` in words of ours.
    """
    with pytest.raises(TypeError, match="expected a Paper"):
        exports.bibtex(value)  # type: ignore[arg-type] # it is wrong on purpose


@given(strategies.series())
def test_every_series_is_read_back(value: Series) -> None:
    """
    An entry for each identity, each with a key of its own, and equal values give equal text.
    """
    text = exports.bibtex(value)

    keys = [entry["key"].lower() for entry in bibtex_entries(text)]
    papers = [each for issue in value for each in issue.papers]
    assert len(keys) == len({each.key or " ".join(str(each.title).casefold().split()) for each in papers})
    assert len(set(keys)) == len(keys)
    assert exports.bibtex(json.loads_series(json.dumps(value))) == text
