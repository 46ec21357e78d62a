"""
A report as the lines that a person expects of a linter.

Lives here: the order, the groups and the counts of findings, for lines and for pages.
Must not know: any rule; how a page is written.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, TypeVar

from mlweekly._display import counted, shortened
from mlweekly.document import Document
from mlweekly.errors import pointer_to
from mlweekly.model import Issue, Series
from mlweekly.validation._finding import Finding, Severity

if TYPE_CHECKING:
    from mlweekly.validation._report import Report

__all__ = ["count_of", "groups", "listed", "place_of", "remarks", "series_of"]

Subject = TypeVar("Subject", Issue, Series)

_NOUNS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "remark"}


def listed(report: Report[Subject]) -> str:
    """
    Return a line for each finding, below the title of its issue where there are several, and the counts.
    """
    lines: list[str] = []
    series = series_of(report.subject)
    for index, findings in groups(report):
        if series is not None and len(series) > 1:
            lines.append(_heading(report.document, series, index))
        lines += (_line(report, finding) for finding in findings)
    totals = (count_of(report.findings), *_fixes(report.findings), *remarks(report))
    return "\n".join([*lines, "; ".join(totals)])


def series_of(subject: Issue | Series) -> Series | None:
    """
    Return the series that pointers start from; None for an issue.
    """
    return subject if isinstance(subject, Series) else None


def groups(report: Report[Subject]) -> Iterator[tuple[int | None, list[Finding]]]:
    """
    Yield the place of each issue that has findings and those findings, in the order of the text; None: around them.
    """
    found: dict[int | None, list[Finding]] = {}
    series = series_of(report.subject)
    for finding in report.findings:
        parts = finding.pointer.split("/")
        is_in_issue = parts[1:2] == ["issues"] and len(parts) > 2 and series is not None
        found.setdefault(int(parts[2]) if is_in_issue else None, []).append(finding)
    for index in sorted(found, key=lambda index: -1 if index is None else index):
        yield index, sorted(found[index], key=_order)


def count_of(findings: Sequence[Finding]) -> str:
    """
    Return how many findings there are, and of which severity.
    """
    severities = Counter(finding.severity for finding in findings)
    counts = ", ".join(counted(severities[word], noun) for word, noun in _NOUNS.items() if severities[word])
    return counted(len(findings), "finding") + (f": {counts}" if counts else "")


def remarks(report: Report[Subject]) -> Iterator[str]:
    """
    Yield how many findings are not reported, and whether there are more.
    """
    silenced = (("suppressed", len(report.suppressed)), ("in the baseline", len(report.known)))
    if report.suppressed or report.known:
        yield ", ".join(f"{count} {name}" for name, count in silenced if count)
    if not report.complete:
        yield "stopped at the limit, there are more"


def _fixes(findings: Sequence[Finding]) -> Iterator[str]:
    fixes = Counter(finding.fix.safe for finding in findings if finding.fix is not None)
    words = (("with a safe fix", fixes[True]), ("with a proposed fix", fixes[False]))
    if fixes:
        yield ", ".join(f"{count} {name}" for name, count in words if count)


def place_of(report: Report[Subject], finding: Finding) -> str:
    """
    Return where a finding is: `name:line:column` where a text is at hand, else its pointer.
    """
    if report.document is None or finding.span is None:
        return finding.pointer or "(root)"
    line, column = report.document.position(finding.span.start)
    return f"{report.document.name or '(text)'}:{line}:{column}"


def _order(finding: Finding) -> tuple[int, str]:
    return (-1, "") if finding.span is None else (finding.span.start, finding.code)


def _heading(document: Document | None, series: Series, index: int | None) -> str:
    name = "" if document is None else f"{document.name or '(text)'}: "
    if index is None:
        return f"{name}around the issues:"
    title = series[index].title
    words = "" if title is None else f' "{shortened(" ".join(title.split()))}"'
    return f"{name or pointer_to('issues', index) + ': '}issue {index + 1}{words}:"


def _line(report: Report[Subject], finding: Finding) -> str:
    mark = " [fix]" if finding.fix is not None and finding.fix.safe else ""
    return f"{place_of(report, finding)}: {finding.code} {finding.message}{mark}"
