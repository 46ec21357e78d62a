"""
Every fix on the real documents, made in the text: read again it is the fixed value, and no other line changes.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from difflib import SequenceMatcher
from pathlib import Path

import pytest

from mlweekly import Document, Patch, Report, Series, markdown, validate
from mlweekly.changes import Operation, Rewritten
from mlweekly.validation import Finding

DOCUMENTS = ["table.md", "three-columns.md", "bracket.zh.md", "post.ja.txt"]


def report_on(corpus: Path, name: str) -> tuple[Document, Report[Series]]:
    """
    Return a document and what all rules find in it.
    """
    document = markdown.parse((corpus / name).read_text(encoding="utf-8"), name=name)
    return document, validate(document)


def changed_lines(old: str, new: str) -> set[int]:
    """
    Return the numbers of the old lines that are changed or removed, or stand before a line that is added.
    """
    before, after = old.splitlines(keepends=True), new.splitlines(keepends=True)
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    return {
        number
        for tag, start, end, _, _ in matcher.get_opcodes()
        if tag != "equal"
        for number in range(start + 1, max(end, start + 1) + 1)
    }


def lines_of(document: Document, pointers: Iterable[str]) -> set[int]:
    """
    Return the numbers of the lines on which fields stand.
    """
    spans = [span for span in map(document.span, pointers) if span is not None]
    return {
        line
        for span in spans
        for line in range(document.position(span.start).line, document.position(max(span.start, span.end - 1)).line + 1)
    }


def lines_with(document: Document, findings: Iterable[Finding]) -> set[int]:
    """
    Return the numbers of the lines that have findings, and of the contents entries that follow a corrected heading.
    """
    lines: set[int] = set()
    for finding in findings:
        lines |= lines_of(document, (finding.pointer, *finding.places))
        if finding.span is not None:
            lines |= set(
                range(document.position(finding.span.start).line, document.position(finding.span.end).line + 1)
            )
        if finding.fix is not None:
            lines |= lines_of(document, (each.pointer for each in finding.fix.patch if "/contents/" in each.pointer))
    return lines


def model_only(operations: Iterable[Operation]) -> Patch:
    """
    Return what a patch changes in the model.
    """
    return Patch(operation for operation in operations if not isinstance(operation, Rewritten))


@pytest.mark.parametrize("every", [25, pytest.param(1, marks=pytest.mark.long)])
@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_fix_alone(corpus: Path, name: str, every: int) -> None:
    """
    A fix changes lines with its finding, and no other, and the text reads as the fixed value.
    """
    document, report = report_on(corpus, name)
    fixable = [finding for finding in report.findings if finding.fix is not None]

    assert fixable
    for finding in fixable[::every]:
        assert finding.fix is not None
        text = markdown.edit(document.text, finding.fix.patch)
        assert text != document.text, finding
        assert markdown.parse(text).series == model_only(finding.fix.patch).apply(document.series), finding
        assert changed_lines(document.text, text) <= lines_with(document, [finding]), finding


@pytest.mark.parametrize("unsafe", [False, True], ids=["safe", "all"])
@pytest.mark.parametrize("name", DOCUMENTS)
def test_all_fixes_together(corpus: Path, name: str, *, unsafe: bool) -> None:
    """
    All fixes in one patch change lines with findings, and no other; what they fixed is gone from the text.
    """
    document, report = report_on(corpus, name)
    made = [finding for finding in report.findings if finding.fix is not None and (finding.fix.safe or unsafe)]

    text = markdown.edit(document.text, report.patch(unsafe=unsafe))
    again = markdown.parse(text, name=name)

    assert again.series == report.fix(unsafe=unsafe)
    assert changed_lines(document.text, text) <= lines_with(document, made)
    after = validate(again)
    assert after.patch(unsafe=unsafe) == Patch()
    left = {finding.fingerprint for finding in after.findings}
    assert [finding.message for finding in made if finding.fingerprint in left] == []


@pytest.mark.long
@pytest.mark.parametrize("part", range(4))
def test_every_fix_on_other_documents(corpus: Path, part: int) -> None:
    """
    On the history and the digests of others: each fix alone and all together are applied, and take their findings away.
    """
    texts = [
        *(path.read_text(encoding="utf-8") for path in sorted((corpus / "field" / "texts").iterdir())),
        *(
            json.loads(path.read_text(encoding="utf-8"))[state]
            for path in sorted((corpus / "history").glob("*.json"))
            for state in ("before", "after")
        ),
    ]
    assert len(texts) > 100
    for text in texts[part::4]:
        report = validate(markdown.parse(text))
        for finding in report.findings:
            if finding.fix is not None:
                after = validate(markdown.parse(markdown.edit(text, finding.fix.patch)))
                assert count_of(finding, after) < count_of(finding, report), finding
        for unsafe in (False, True):
            edited = markdown.parse(markdown.edit(text, report.patch(unsafe=unsafe)))
            assert validate(edited).patch(unsafe=unsafe) == Patch()


def count_of(finding: Finding, report: Report[Series]) -> int:
    """
    Return how often the rule of a finding speaks.
    """
    return sum(each.code == finding.code for each in report.findings)
