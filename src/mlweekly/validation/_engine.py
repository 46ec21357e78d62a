"""
Running rules.

Lives here: running the chosen rules, and the making of a finding from what a rule saw.
Must not know: any single rule.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mlweekly.document import Document
from mlweekly.errors import pointer_to
from mlweekly.model import Issue, Series
from mlweekly.validation._catalogue import CATALOGUE
from mlweekly.validation._finding import Finding, Violation
from mlweekly.validation._fixes import fix_in_series
from mlweekly.validation._report import Report
from mlweekly.validation._rule import Context, Rule
from mlweekly.validation._selection import selected

__all__ = ["report_on"]


def report_on(
    subject: Issue | Series | Document, select: Iterable[str], ignore: Iterable[str]
) -> Report[Issue] | Report[Series]:
    """
    Run the chosen rules of the catalogue; `validate` says the rest.
    """
    rules = selected(CATALOGUE, select, ignore)
    if isinstance(subject, Issue):
        return Report(subject, tuple(_finding(rule, violation, subject) for rule, violation in _seen(rules, subject)))
    document = subject if isinstance(subject, Document) else None
    series = subject.series if isinstance(subject, Document) else subject
    return Report(series, tuple(_findings_in(rules, series, document)), document=document)


def _seen(rules: Iterable[Rule], issue: Issue) -> Iterator[tuple[Rule, Violation]]:
    context = Context(issue)
    for rule in rules:
        for violation in rule.check(context):
            yield rule, violation


def _findings_in(rules: tuple[Rule, ...], series: Series, document: Document | None) -> Iterator[Finding]:
    for index, issue in enumerate(series.issues):
        for rule, violation in _seen(rules, issue):
            yield _finding(rule, violation, issue, series, index, document)


def _finding(
    rule: Rule,
    violation: Violation,
    issue: Issue,
    series: Series | None = None,
    index: int = 0,
    document: Document | None = None,
) -> Finding:
    """
    Return what a rule saw in an issue as a finding, seen from the series if there is one.
    """
    pointer, fix = violation.pointer, violation.fix
    if series is not None:
        pointer = pointer_to("issues", index) + pointer
        fix = None if fix is None else fix_in_series(fix, series, index)
    return Finding(
        code=rule.code,
        name=rule.name,
        severity=rule.severity,
        pointer=pointer,
        message=violation.message,
        evidence=violation.evidence,
        fix=fix,
        fingerprint=_fingerprint(rule.code, _identity(issue), *violation.seen),
        span=None if document is None else document.span(pointer),
    )


def _identity(issue: Issue) -> str:
    """
    Return what an issue is known by wherever it stands: its title, else its period, its source, its first paper.
    """
    first = issue.papers[0] if issue.papers else None
    names = (issue.title, issue.period, issue.source, first and (first.key or first.title))
    return next((str(name) for name in names if name is not None), "")


def _fingerprint(*parts: str) -> str:
    # Importing hashlib loads OpenSSL, which is wasted where nothing is found.
    from hashlib import sha256

    return sha256("\0".join(parts).encode()).hexdigest()[:16]
