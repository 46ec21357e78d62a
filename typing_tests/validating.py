"""
What a type checker sees of the validation: read by mypy and pyright, never run.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import assert_type

import mlweekly
from mlweekly import Issue, Report, Series, Settings, reports
from mlweekly.document import Span
from mlweekly.errors import Problem
from mlweekly.validation import (
    Context,
    Documentation,
    IssueRule,
    PaperContext,
    Passage,
    Suppressed,
    Suppression,
    Term,
    Violation,
)


def any_value_is_validated(issue: Issue, series: Series, text: str) -> None:
    assert_type(mlweekly.validate(issue), Report[Issue])
    assert_type(mlweekly.validate(series), Report[Series])
    assert_type(mlweekly.validate(mlweekly.markdown.parse(text), select=("D",), ignore=("D104",)), Report[Series])


def a_report_is_read(issue: Issue) -> None:
    report = mlweekly.validate(issue)
    assert_type(report.ok, bool)
    report.patch(unsafe=True)
    assert_type(report.fix(unsafe=True), Issue)
    report.raise_for_errors()


def a_finding_is_read(issue: Issue) -> None:
    for finding in mlweekly.validate(issue).findings:
        assert_type(finding.code, str)
        assert_type(finding.name, str)
        assert_type(finding.pointer, str)
        assert_type(finding.message, str)
        assert_type(finding.fingerprint, str)
        severity: str = finding.severity
        assert_type(severity in {"error", "warning", "info"}, bool)
        if finding.fix is not None:
            assert_type(finding.fix.safe, bool)


def the_catalogue_is_read() -> None:
    for rule in mlweekly.rules():
        assert_type(rule.code, str)
        assert_type(rule.documentation, Documentation)
        assert_type(rule.page(), str)


def a_user_decides(issue: Issue) -> None:
    settings = Settings(
        severities={"D1": "warning"},
        glossary=[Term("agent", {"ja": "エージェント"})],
        suppressions=[Suppression("L206", because="kept", where="arxiv:2409.12917")],
        baseline=mlweekly.validate(issue).fingerprints,
        as_of=date(2024, 9, 30),
        rules=[IssueRule("Z001", "loud-title", "info", loud_title)],
    )
    report = mlweekly.validate(issue, settings=settings, editions=[issue])
    assert_type(report.suppressed, tuple[Suppressed, ...])
    assert_type(report.suppressed[0].suppression.because, str)
    assert_type(report.complete, bool)
    assert_type(report.fingerprints, frozenset[str])


def loud_title(context: Context) -> Iterator[Violation]:
    assert_type(context.papers, tuple[PaperContext, ...])
    assert_type(context.passages, tuple[Passage, ...])
    yield Violation(pointer="/title", message="loud", evidence={"title": context.issue.title}, identity_parts=())


def a_report_is_handed_on(text: str) -> None:
    document = mlweekly.markdown.parse(text)
    report = mlweekly.validate(document)
    assert_type(reports.sarif(report), dict[str, object])
    assert_type(reports.data(report), dict[str, object])
    assert_type(report.findings[0].span, Span | None)
    assert_type([problem.kind for problem in document.problems], list[str | None])
    assert_type(document.problems, tuple[Problem, ...])
