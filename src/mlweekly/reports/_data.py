"""
Reports as plain data, which any JSON library takes.
"""

from __future__ import annotations

from collections import Counter

from mlweekly.document import Document, Span
from mlweekly.model import Issue, Series, thaw
from mlweekly.validation import Finding, Report, Suppressed


def data_of(report: Report[Issue] | Report[Series]) -> dict[str, object]:
    """
    Return a report as dicts and lists.
    """
    counts = Counter(finding.severity for finding in report.findings)
    return {
        "name": None if report.document is None else report.document.name,
        "ok": report.ok,
        "complete": report.complete,
        "counts": {"error": counts["error"], "warning": counts["warning"], "info": counts["info"]},
        "findings": [_finding(each, report.document) for each in report.findings],
        "suppressed": [_suppressed(each, report.document) for each in report.suppressed],
        "known": [_finding(each, report.document) for each in report.known],
    }


def _finding(finding: Finding, document: Document | None) -> dict[str, object]:
    fix = finding.fix
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity,
        "pointer": finding.pointer,
        "places": list(finding.places),
        "message": finding.message,
        "evidence": thaw(finding.evidence),
        "fingerprint": finding.fingerprint,
        "location": None if document is None or finding.span is None else _location(finding, finding.span, document),
        "fix": None if fix is None else {"safe": fix.safe, "changes": [str(operation) for operation in fix.patch]},
    }


def _suppressed(suppressed: Suppressed, document: Document | None) -> dict[str, object]:
    suppression = suppressed.suppression
    return {
        **_finding(suppressed.finding, document),
        "suppression": {
            "codes": list(suppression.codes),
            "because": suppression.because,
            "where": suppression.where,
            "in_text": suppressed.in_text,
        },
    }


def _location(finding: Finding, span: Span, document: Document) -> dict[str, object]:
    end_line, end_column = document.position(span.end)
    return {
        "line": finding.line,
        "column": finding.column,
        "end_line": end_line,
        "end_column": end_column,
        "start": span.start,
        "end": span.end,
    }
