"""
What `CONTRIBUTING.md` says of a new dialect is true: for a layout that exists, a value of `Dialect` is all.
"""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve

from mlweekly import EncodeError, Issue, Link, LinkSet, Paper, Patch, Series, Text, markdown, validate
from mlweekly.changes import PaperAdded, TextReworded
from mlweekly.markdown import DIALECTS, Dialect

AGENDA = Dialect(
    name="agenda",
    layout="rows",
    columns=("released", "authors", "paper", "links"),
    header=("Date", "Authors", "Title", "Links"),
    rank_and_title="{rank}. **{title}**",
    separator=": ",
    link_separator=" · ",
    labels={"Rehearsal": "video"},
)
LINKS = "[Paper](https://arxiv.org/abs/2410.00037) · [Rehearsal](https://example.org/1)"
TEXT = f"""\
## Papers of the Week

| Date | Authors | Title | Links |
|---|---|---|---|
| 2024-09-17 | A. Alt, B. Berg | 1. **Moshi**: It speaks. | {LINKS} |
"""
MOSHI = Paper(
    rank=1,
    title=Text("Moshi"),
    summary=Text("It speaks."),
    authors=("A. Alt", "B. Berg"),
    released=date(2024, 9, 17),
    links=LinkSet(
        [
            Link("https://arxiv.org/abs/2410.00037", "Paper"),
            Link("https://example.org/1", "Rehearsal", section="video"),
        ]
    ),
)
ISSUE = Issue(title="Papers of the Week", language="en", papers=[MOSHI])
QWEN = Paper(
    rank=2,
    title=Text("Qwen"),
    summary=Text("It computes."),
    released=date(2024, 9, 18),
    links=LinkSet([Link("https://arxiv.org/abs/2409.12186", "Paper")]),
)


def test_it_is_detected_as_a_candidate() -> None:
    """
    A text in the dialect is detected among the built-in ones, and read without doubt, its own label included.
    """
    document = markdown.parse(TEXT, name="agenda.md", dialects=[AGENDA])

    assert (document.dialect, document.problems, document.unplaced) == ("agenda", (), ())
    assert document.series == Series([ISSUE])
    assert document.series[0].papers[0].links[1].role == "video"
    assert markdown.loads(TEXT, dialect="agenda", dialects=[AGENDA], strict=True) == ISSUE
    assert markdown.parse(TEXT).dialect == "columns"
    assert AGENDA.name not in DIALECTS


def test_it_is_written_and_read_back() -> None:
    """
    The issue is written with the words and marks of the dialect, and is read from that text as it was.
    """
    text = markdown.dumps(ISSUE, dialect=AGENDA)

    lines = [line for line in text.splitlines() if line and "---" not in line]
    assert lines == [
        "## Papers of the Week",
        "| Date | Authors | Title | Links |",
        f"| September 17, 2024 | A. Alt, B. Berg | 1. **Moshi**: It speaks. | {LINKS} |",
    ]
    assert markdown.loads(text, dialects=[AGENDA], strict=True) == ISSUE


def test_marks_that_no_reader_knows_are_refused() -> None:
    """
    A dialect cannot write what would not be read back.
    """
    with pytest.raises(EncodeError, match="/papers/0/summary/original"):
        markdown.dumps(ISSUE, dialect=evolve(AGENDA, separator=" -> "))


def test_it_is_edited() -> None:
    """
    A patch changes only the characters that it is about, and a new row is written like the one above it.
    """
    reworded = Patch([TextReworded("/papers/0/summary", before="It speaks.", after="It listens.")])
    added = Patch([PaperAdded("/papers/1", after=QWEN)])
    row = "| 2024-09-18 | | 2. **Qwen**: It computes. | [Paper](https://arxiv.org/abs/2409.12186) |\n"

    assert markdown.edit(TEXT, reworded, dialects=[AGENDA]) == TEXT.replace("It speaks.", "It listens.")
    assert markdown.edit(TEXT, added, dialects=[AGENDA]) == TEXT + row
    assert markdown.loads(TEXT + row, dialects=[AGENDA]) == evolve(ISSUE, papers=[MOSHI, QWEN])


def test_it_is_validated_and_fixed() -> None:
    """
    A finding has its line and column in the text, and its fix is applied there.
    """
    text = TEXT.replace("https://arxiv.org/abs/2410.00037", "http://arxiv.org/abs/2410.00037")
    report = validate(markdown.parse(text, name="agenda.md", dialects=[AGENDA]), select="L209")

    assert str(report).startswith(f"agenda.md:5:{text.splitlines()[4].index('http:') + 1}: L209 ")
    assert markdown.edit(text, report.patch(unsafe=True), dialects=[AGENDA]) == TEXT
