"""
What is really wrong in the English series, listed by hand beside the documents, against what the rules find there.
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import NamedTuple, cast

import pytest

from mlweekly import Document, Report, Series, markdown, validate
from mlweekly.validation import Finding

COVERED = {
    "empty-description": ("P305",),
    "expiring-url": ("L212",),
    "heading-year-missing": ("D110",),
    "label-url-mismatch": ("L202",),
    "broken-html": ("X408",),
    "malformed-link": ("L213", "L216", "M708"),
    "old-paper": ("L205",),
    "period-not-a-week": ("D106",),
    "raw-tag-in-text": ("X408",),
    "stale-tweet": ("L206",),
    "title-description-not-separated": ("M709",),
    "toc-anchor-wrong": ("S606", "S607"),
    "toc-text-mismatch": ("S606", "S607"),
    "unclosed-parenthesis": ("X404",),
}
"""
The rules that cover a kind of defect.
"""

NOT_COVERED = {
    "description-typo": "the words of a summary: no fact says which word was meant",
    "title-typo": "the words of a title: no fact says which word was meant",
    "missing-space": "the words of a summary: no fact says which word was meant",
    "duplicated-intro-line": "a line of the frame that stands twice is no mistake of the digest",
    "duplicate-paper-across-weeks": "the other week is not among the issues of the document; where it is, S604 tells",
    "missing-link-separator": "what stands between two links changes nothing for a reader",
    "missing-tweet": "a paper need not have a post",
    "needless-escape": "an escape that Markdown does not show",
    "broken-inline-link": "a link may begin within a word, as in [un]known: no fact says that it should not",
    "wrong-paper-link": "the link leads to a paper of the same month: only that paper's page tells its title",
    "toc-anchor-relative": "a habit of the whole list, right or wrong by the page that shows it",
    "toc-text-spacing": "blanks around a hyphen mislead nobody",
}
"""
The kinds of defect that no rule covers, and why.
"""


class Defect(NamedTuple):
    """
    One entry of the list.
    """

    kind: str
    week: str | None
    rank: int | None
    text: str


@pytest.fixture(scope="module")
def defects(corpus: Path) -> list[Defect]:
    """
    The list.
    """
    entries = cast("list[dict[str, object]]", json.loads((corpus / "defects.json").read_text(encoding="utf-8")))
    return [
        Defect(str(each["kind"]), cast("str | None", each["week"]), cast("int | None", each["rank"]), str(each["text"]))
        for each in entries
    ]


@pytest.fixture(scope="module")
def report(corpus: Path) -> Report[Series]:
    """
    The findings in the series. It holds every other week of the original, so gaps are set aside.
    """
    return validate(markdown.parse((corpus / "table.md").read_text(encoding="utf-8")), ignore=["S602"])


def is_at(finding: Finding, defect: Defect, document: Document) -> bool:
    """
    Return whether a finding is about the entry, the issue or the paper of a defect.
    """
    for pointer in (finding.pointer, *finding.places):
        parts = pointer.split("/")
        if parts[1] == "contents":
            entry = document.series.contents[int(parts[2])]
            if defect.week is not None and defect.week.startswith(f"- [{entry.label}]"):
                return True
        elif defect.week == f"## {document.series.issues[int(parts[2])].title}" and (
            defect.rank is None or parts[3:5] == ["papers", str(defect.rank - 1)]
        ):
            return True
    return False


def test_every_kind_of_defect_is_covered_or_explained(defects: list[Defect]) -> None:
    """
    A kind has its rules, or a reason why no rule can tell.
    """
    assert {defect.kind for defect in defects} <= {*COVERED, *NOT_COVERED}


def test_every_listed_defect_of_a_covered_kind_is_found(defects: list[Defect], report: Report[Series]) -> None:
    """
    Some finding of its rules stands where the defect is.
    """
    assert report.document is not None
    missed = [
        defect
        for defect in defects
        if defect.kind in COVERED
        and not any(
            finding.code in COVERED[defect.kind] and is_at(finding, defect, report.document)
            for finding in report.findings
        )
    ]

    assert missed == []


def test_information_is_no_noise(report: Report[Series]) -> None:
    """
    No rule raises more than one piece of information for an issue, on average.
    """
    counts = Counter(finding.code for finding in report.findings if finding.severity == "info")

    assert {code: count for code, count in counts.items() if count > len(report.subject)} == {}


def test_errors_and_warnings_are_true(defects: list[Defect], report: Report[Series]) -> None:
    """
    Each stands where a defect is listed.
    """
    document = report.document
    assert document is not None
    serious = [finding for finding in report.findings if finding.severity != "info"]
    unlisted = [finding for finding in serious if not any(is_at(finding, defect, document) for defect in defects)]

    assert len(serious) >= 20
    assert unlisted == []
