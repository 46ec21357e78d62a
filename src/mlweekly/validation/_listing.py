"""
A report as the lines that a person expects of a linter.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from attrs import frozen

from mlweekly._display import counted, shortened
from mlweekly.document import Document
from mlweekly.errors import pointer_to
from mlweekly.model import Series
from mlweekly.validation._finding import Finding, Severity

__all__ = ["Listing"]

_NOUNS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "info"}


@frozen
class Listing:
    """
    Findings in groups and in order, with the counts, for lines and for pages.

    Attributes:
        findings: What was found.
        series: The series that pointers start from; None where it is an issue.
        document: The text, if there is one.
        remarks: How many findings are not reported, and whether there are more.
    """

    findings: Sequence[Finding]
    series: Series | None
    document: Document | None
    remarks: Sequence[str]

    def lines(self) -> Iterator[str]:
        """
        Yield a line for each finding, below the title of its issue where there are several, and one with the counts.
        """
        for index, findings in self.groups():
            if self.series is not None and len(self.series) > 1:
                yield self._heading(self.series, index)
            for finding in findings:
                mark = " [fix]" if finding.fix is not None and finding.fix.safe else ""
                yield f"{self.place_of(finding)}: {finding.code} {finding.message}{mark}"
        fixes = Counter(finding.fix.safe for finding in self.findings if finding.fix is not None)
        words = (("with a safe fix", fixes[True]), ("with a proposed fix", fixes[False]))
        counts = [", ".join(f"{count} {name}" for name, count in words if count)] if fixes else []
        yield "; ".join([self.count, *counts, *self.remarks])

    def groups(self) -> Iterator[tuple[int | None, list[Finding]]]:
        """
        Yield the index of each issue that has findings and those findings, in the order of the text; None: around them.
        """
        found: dict[int | None, list[Finding]] = {}
        for finding in self.findings:
            parts = finding.pointer.split("/")
            is_in_issue = parts[1:2] == ["issues"] and len(parts) > 2 and self.series is not None
            found.setdefault(int(parts[2]) if is_in_issue else None, []).append(finding)
        for index in sorted(found, key=lambda index: -1 if index is None else index):
            yield index, sorted(found[index], key=_order)

    @property
    def count(self) -> str:
        """
        How many findings there are, and of which severity.
        """
        severities = Counter(finding.severity for finding in self.findings)
        counts = ", ".join(counted(severities[word], noun) for word, noun in _NOUNS.items() if severities[word])
        return counted(len(self.findings), "finding") + (f": {counts}" if counts else "")

    def place_of(self, finding: Finding) -> str:
        """
        Return where a finding is: `name:line:column` where a text is at hand, else its pointer.
        """
        if self.document is None or finding.span is None:
            return finding.pointer or "(root)"
        line, column = self.document.position(finding.span.start)
        return f"{self.document.name or '(text)'}:{line}:{column}"

    def _heading(self, series: Series, index: int | None) -> str:
        name = "" if self.document is None else f"{self.document.name or '(text)'}: "
        if index is None:
            return f"{name}around the issues:"
        title = series[index].title
        words = "" if title is None else f' "{shortened(" ".join(title.split()))}"'
        return f"{name or pointer_to('issues', index) + ': '}issue {index + 1}{words}:"


def _order(finding: Finding) -> tuple[int, str]:
    return (-1, "") if finding.span is None else (finding.span.start, finding.code)
