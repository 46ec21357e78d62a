"""
Dialects as values, and dialects of one's own.
"""

from __future__ import annotations

import pickle

import pytest
from attrs import evolve

from mlweekly import DecodeError, EncodeError, Issue, Link, LinkSet, ModelError, Paper, Text, markdown
from mlweekly.markdown import DIALECTS, Dialect, SectionNames

GERMAN = SectionNames(
    summary=("Zusammenfassung", "Kurz gesagt"),
    abstract="Kurzfassung (Abstract)",
    paper="Artikel",
    further="Weiterlesen",
    source="Quelle",
    comments="{count} Kommentare",
)
POST = Dialect(name="beitrag", layout="headings", language="de", sections={"de": GERMAN})
TABLE = Dialect(
    name="tabelle",
    layout="rows",
    columns=("paper", "authors", "released", "links"),
    header=("Artikel", "Autoren", "Datum", "Links"),
    rank_and_title="{rank}. *{title}*",
    separator=": ",
    link_separator=" · ",
    labels={"Artikel": "paper", "Zwitschern": "post"},
    language="de",
)
GERMAN_POST = """# [2024/09/16 ~ 09/22] Die Woche

- Zehn Artikel.

## Moshi, ein Sprachmodell / Moshi

### kurz gesagt

Es spricht.

> It speaks.

### Kurzfassung(Abstract)

> We present it.

### Artikel

- https://arxiv.org/abs/2409.12917

### Weiterlesen

- https://x.com/a/status/1836427396959932492

## Quelle

https://example.org/quelle

Ein Hinweis.

## 2 Kommentare

Schön!
Danke.
"""


def test_sections_in_another_language() -> None:
    """
    A dialect with German section names reads a German post, original and translation told apart.
    """
    issue = markdown.loads(GERMAN_POST, dialect=POST, strict=True)
    (paper,) = issue.papers
    assert issue.language == "de"
    assert issue.lead == ("Zehn Artikel.",)
    assert paper.title == Text("Moshi", translations={"de": "Moshi, ein Sprachmodell"})
    assert paper.summary == Text("It speaks.", translations={"de": "Es spricht."})
    assert paper.abstract is not None
    assert paper.abstract.original == "We present it."
    assert [(link.kind, link.role) for link in paper.links] == [("paper", "paper"), ("post", None)]
    assert issue.source == "https://example.org/quelle"
    assert issue.notices == ("Ein Hinweis.",)
    assert issue.comments == ("Schön!", "Danke.")


def test_what_is_written_is_read_back() -> None:
    """
    The same dialect writes the issue with the first of its names, and reads it back whole.
    """
    issue = markdown.loads(GERMAN_POST, dialect=POST)
    text = markdown.dumps(issue, dialect=POST)
    assert "### Zusammenfassung" in text
    assert "## 2 Kommentare" in text
    assert markdown.loads(text, dialect=POST, strict=True) == issue


def test_columns_and_labels_of_ones_own() -> None:
    """
    Four columns in another order of words; a label that only the dialect knows gives its link the role.
    """
    text = (
        "## Die Woche\n\n| Paper | Authors | Date | Links |\n|---|---|---|---|\n"
        "| 1) **Moshi** - Es spricht. | A. Alt, B. Berg | 2024-09-17 "
        "| [Artikel](https://kyutai.org/moshi), [Zwitschern](https://example.org/2) |\n"
    )
    (paper,) = markdown.loads(text, dialect=TABLE).papers
    assert paper.authors == ("A. Alt", "B. Berg")
    assert str(paper.released) == "2024-09-17"
    assert [link.role for link in paper.links] == ["paper", "post"]
    assert paper.key == Link("https://kyutai.org/moshi").canonical


def test_a_dialect_is_a_value() -> None:
    """
    Dialects compare, hash and pickle, also after they were used; a changed copy is checked again.
    """
    markdown.parse(GERMAN_POST, dialect=POST)
    assert pickle.loads(pickle.dumps(POST)) == POST
    assert hash(evolve(POST)) == hash(POST)
    assert evolve(POST, name="other") != POST
    for name, dialect in DIALECTS.items():
        assert dialect.name == name
        assert pickle.loads(pickle.dumps(dialect)) == dialect


def test_names_are_compared_loosely() -> None:
    """
    Width, case, emphasis, colons and blanks around brackets do not matter to a section's name.
    """
    for words in ("Kurz Gesagt", "**kurz gesagt**", "Kurz gesagt:", "## kurz gesagt ##", "ＫＵＲＺ gesagt"):
        assert POST.section_of(words) == ("summary", "de")
    assert POST.section_of("17 Kommentare") == ("comments", "de")
    assert POST.section_of("Kommentare") is None
    assert POST.section_of("Kurz gesagt, es spricht") is None


def test_an_edition_takes_its_own_names_then_the_dialects() -> None:
    """
    A regional tag falls back on its language, another language on that of the dialect.
    """
    post = DIALECTS["post"]
    assert post.names_for("ko-KR")[0] == "ko"
    assert post.names_for("de")[0] == "en"
    assert post.names_for(None)[0] == "en"


@pytest.mark.parametrize(
    ("changes", "pointers"),
    [
        ({"layout": "grid"}, ["/layout"]),
        ({"layout": "rows", "columns": ("paper",), "header": ("Paper",)}, ["/columns"]),
        ({"layout": "rows", "columns": ("paper", "links", "stars")}, ["/columns", "/header"]),
        ({"layout": "rows", "columns": ("paper", "title")}, ["/columns"]),
        ({"layout": "rows", "columns": ("links", "details")}, ["/columns"]),
        ({"layout": "rows", "columns": ("title", "tags", "tags"), "header": ("T", "A", "B")}, ["/columns"]),
        ({"layout": "rows", "header": ("Paper",)}, ["/header"]),
        ({"rank_and_title": "{title}"}, ["/rank_and_title"]),
        ({"rank_and_title": "{rank}{rank}"}, ["/rank_and_title", "/rank_and_title"]),
        ({"sections": {}}, ["/sections"]),
        ({"language": "ja"}, ["/sections"]),
    ],
)
def test_refusals(changes: dict[str, object], pointers: list[str]) -> None:
    """
    A dialect that could not be read or written is refused, with every reason.
    """
    with pytest.raises(ModelError, match="cannot make this Dialect") as caught:
        evolve(POST, **changes)
    assert [problem.pointer for problem in caught.value.problems] == pointers


def test_refusals_of_section_names() -> None:
    """
    A section has a name on one line, and the comments' say where their number stands.
    """
    with pytest.raises(ModelError, match="cannot make this SectionNames") as caught:
        SectionNames(summary=(), abstract="#", paper="a\nb", further=("x", ""), source="s", comments="Comments")
    assert [problem.pointer for problem in caught.value.problems] == [
        "/summary",
        "/abstract/0",
        "/paper/0",
        "/further/1",
        "/comments/0",
    ]


def test_an_unknown_dialect_is_an_error() -> None:
    """
    A name that no dialect has is named, with those that there are.
    """
    with pytest.raises(DecodeError, match="no dialect is called 'html', there are 'post'"):
        markdown.parse("", dialect="html")
    issue = Issue(papers=[Paper(rank=1, title=Text("A"), links=LinkSet())])
    with pytest.raises(EncodeError, match="no dialect is called 'html'"):
        markdown.dumps(issue, dialect="html")
