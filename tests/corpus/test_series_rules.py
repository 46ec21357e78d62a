"""
What the rules about series and editions find in the real documents, and repair.
"""

from __future__ import annotations

import re
from pathlib import Path

import mlweekly
from mlweekly import Document, Link, validate

CODES = ("S609", "P309")
WEEK = re.compile(r"## Top ML Papers of the Week \(September 16 - September 22\) - 2024.*?(?=\n## )", re.DOTALL)


def editions(corpus: Path) -> tuple[Document, Document]:
    """
    Return the Japanese and the English edition of one week.
    """
    japanese = (corpus / "post.ja.txt").read_text(encoding="utf-8")
    english = WEEK.search((corpus / "table.md").read_text(encoding="utf-8"))
    assert english is not None
    return mlweekly.markdown.parse(japanese), mlweekly.markdown.parse(english[0])


def test_each_edition_lacks_what_the_other_has(corpus: Path) -> None:
    """
    One paper link is missing in Japanese, one post link is wrong in English; short titles against full are no conflict.
    """
    japanese, english = editions(corpus)
    here, there = (
        validate(japanese, select=CODES, editions=[english]),
        validate(english, select=CODES, editions=[japanese]),
    )

    assert [(each.severity, each.pointer) for each in here.findings] == [
        ("warning", "/issues/0/papers/0/links"),
        ("info", "/issues/0/papers/6/links/1"),
    ]
    assert [(each.severity, each.pointer) for each in there.findings] == [
        ("warning", "/issues/0/papers/6/links/1/url"),
        ("info", "/issues/0/papers/0/links/0"),
    ]


def test_editions_repair_each_other_in_their_texts(corpus: Path) -> None:
    """
    Each fix is one line of its text, and then the editions agree.
    """
    documents = editions(corpus)
    fixed: list[Document] = []
    for document, other in (documents, reversed(documents)):
        patch = validate(document, select=CODES, editions=[other]).patch(unsafe=True)
        text = mlweekly.markdown.edit(document.text, patch)
        lines, fixed_lines = set(document.text.splitlines()), set(text.splitlines())
        assert len(fixed_lines - lines) == 1
        assert len(lines - fixed_lines) <= 1
        fixed.append(mlweekly.markdown.parse(text))

    japanese, english = fixed
    assert Link("https://kyutai.org/Moshi.pdf") in japanese.series[0].papers[0].links
    assert english.series[0].papers[6].links[1].kind == "post"
    assert validate(japanese, select=CODES, editions=[english]).findings == ()
    assert validate(english, select=CODES, editions=[japanese]).findings == ()


def test_only_the_issue_of_the_same_week_counts(corpus: Path) -> None:
    """
    The whole English series beside the Japanese post finds the same as its one issue.
    """
    japanese, english = editions(corpus)
    series = mlweekly.markdown.parse((corpus / "table.md").read_text(encoding="utf-8"))

    assert (
        validate(japanese, select=CODES, editions=[series]).findings
        == validate(japanese, select=CODES, editions=[english]).findings
    )


def test_wrong_entries_of_the_real_contents_list(corpus: Path) -> None:
    """
    Two anchors and one label are wrong, the weeks that have no issue in the document included; each is mended.
    """
    series = mlweekly.markdown.parse((corpus / "table.md").read_text(encoding="utf-8"))
    report = validate(series, select=["S606", "S607"])

    assert [each.pointer for each in report.findings] == ["/contents/35", "/contents/48", "/contents/78"]
    mended = report.fix().contents
    assert (mended[35].target or "").endswith("-october-21---october-27---2024")
    assert (mended[48].target or "").endswith("-july-22---july-28---2024")
    assert mended[78].label.endswith("(December 25 - December 31)")


def test_headings_of_the_real_series_overlap_once(corpus: Path) -> None:
    """
    Of 130 headings one begins a day early, and no week is missing or twice.
    """
    row = "\n\n| **Paper** | **Links** |\n|---|---|\n| 1) **A** - a paper | [Paper](https://a.org/b) |\n\n"
    headings = (corpus / "headings.txt").read_text(encoding="utf-8").splitlines()
    report = validate(mlweekly.markdown.parse(row.join([*headings, ""])), select=["S601", "S602", "S603"])

    (overlap,) = report.findings
    assert "(April 6 - April 13) - 2025: 2025-04-06 to 2025-04-13 shares 1 day" in overlap.message
