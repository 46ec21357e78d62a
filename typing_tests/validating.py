"""
What a type checker sees of the validation: read by mypy and pyright, never run.
"""

from __future__ import annotations

from typing import assert_type

import mlweekly
from mlweekly import Issue, Report, Series


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
