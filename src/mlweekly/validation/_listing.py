"""
A report as the lines that a person expects of a linter.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Protocol, get_args

from attrs import frozen

from mlweekly._display import Quote, counted, on_one_line, quote
from mlweekly._expressions import expression
from mlweekly.document import Document
from mlweekly.model import Issue, Series
from mlweekly.validation._analysis._habits import ENOUGH_OTHERS
from mlweekly.validation._finding import Finding, Severity
from mlweekly.validation._fixes import text_to_edit

__all__ = ["Listing", "by_severity", "count_of", "listing_of"]

_PLACE = expression(r"/(?:issues|papers)/([0-9]+)")
_WRONG_WEEK = ("D103", "D104")
_SEVERITIES: tuple[Severity, ...] = get_args(Severity)


class Reported(Protocol):
    """
    What a report holds, whatever it is about.
    """

    @property
    def subject(self) -> Issue | Series:
        """
        What pointers start from.
        """
        ...

    @property
    def findings(self) -> tuple[Finding, ...]:
        """
        What was found.
        """
        ...

    @property
    def document(self) -> Document | None:
        """
        The text, if there is one.
        """
        ...

    @property
    def suppressed(self) -> Sequence[object]:
        """
        What a suppression silences.
        """
        ...

    @property
    def known(self) -> Sequence[object]:
        """
        What the baseline silences.
        """
        ...

    @property
    def complete(self) -> bool:
        """
        Whether every rule was run to its end.
        """
        ...


@frozen(eq=False, repr=False)
class Listing:
    """
    Findings in groups and in order, with the counts, for lines and for pages.

    Attributes:
        findings: What was found.
        subject: What pointers start from.
        document: The text, if there is one.
        remarks: How many findings are not reported, and whether there are more.
        is_by_severity: Whether errors come first, wherever they are; otherwise findings are grouped by issue.
    """

    findings: Sequence[Finding]
    subject: Issue | Series
    document: Document | None
    remarks: Sequence[str]
    is_by_severity: bool = False

    @property
    def series(self) -> Series | None:
        """
        The series that pointers start from; None if that is an issue.
        """
        return self.subject if isinstance(self.subject, Series) else None

    @property
    def name(self) -> Quote | None:
        """
        The name of the document, if it has one.
        """
        return quote(self.document.name, "code") if self.document is not None and self.document.name else None

    def lines(self) -> Iterator[str]:
        """
        Yield a line for each finding and each habit, the gravest first, one with the counts, and what to do next.
        """
        for finding, others, issues in self.in_order():
            more = f"; and {others} more of {finding.code}, in {counted(issues, 'issue')}" if others else ""
            yield on_one_line(f"{self.place_of(finding)}: {finding.code} {finding.message}{more}{_mark(finding)}")
        fixes = Counter(finding.fix.safe for finding in self.findings if finding.fix is not None)
        words = (("with a safe fix", fixes[True]), ("with a proposed fix", fixes[False]))
        counts = [", ".join(f"{count} {name}" for name, count in words if count)] if fixes else []
        name = f"{self.document.name}: " if self.document is not None and self.document.name else ""
        count = self.count if self.findings else f"{on_one_line(name)}{self.count}"
        yield "; ".join([count, *counts, *self.remarks])
        if fixes:
            yield self._next_step(safe=fixes[True] > 0, unsafe=fixes[False] > 0)

    def _next_step(self, *, safe: bool, unsafe: bool) -> str:
        """
        Return how the fixes are made, in the words of the documentation.
        """
        is_text = text_to_edit(self.document) is not None
        call = "markdown.edit(text, report.patch({}))" if is_text else "report.fix({})"
        proposed = "also applies the proposed fixes" if safe else "applies the proposed fixes"
        calls = [(safe, call.format(""), "applies the safe fixes"), (unsafe, call.format("unsafe=True"), proposed)]
        return "; ".join(f"{made} {words}" for is_there, made, words in calls if is_there)

    def in_order(self) -> Iterator[tuple[Finding, int, int]]:
        """
        Yield each finding, how many others its line speaks for, and in how many issues they are.

        The wrong weeks come first, then the gravest; of equal severity, the order is that of the papers. Habits come
        last: what one finding says of five places or more, unless it is an error, and a matter of form that has a safe
        fix in five issues or more, for which the first finding of its rule speaks.
        """
        forms: dict[str, list[str]] = {}
        for finding in self.findings:
            parts = finding.pointer.split("/")
            if parts[1:2] == ["issues"] and len(parts) > 2 and _is_form(finding):
                forms.setdefault(finding.code, []).append(parts[2])
        habits = {code for code, issues in forms.items() if len(set(issues)) >= ENOUGH_OTHERS}
        told: set[str] = set()
        for finding in sorted(self.findings, key=lambda finding: _rank(finding, habits)):
            if finding.code not in habits or not _is_form(finding):
                yield finding, 0, 1
            elif finding.code not in told:
                told.add(finding.code)
                issues = forms[finding.code]
                yield finding, len(issues) - 1, len(set(issues))

    def groups(self) -> Iterator[tuple[int | None, list[Finding]]]:
        """
        Yield the index of each issue that has findings and those findings, in the order of the text; None: around them.

        By severity, all findings are in one group.
        """
        if self.is_by_severity:
            yield from [(None, by_severity(self.findings))] if self.findings else []
            return
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
        return count_of(self.findings)

    def place_of(self, finding: Finding) -> str:
        """
        Return where a finding is: `name:line:column` where a text is at hand, else its pointer.
        """
        if finding.line is None:
            return finding.pointer or "(root)"
        name = "" if self.document is None else self.document.name
        return f"{name or '(text)'}:{finding.line}:{finding.column}"


def _order(finding: Finding) -> tuple[int, str]:
    return (-1, "") if finding.span is None else (finding.span.start, finding.code)


def count_of(findings: Sequence[Finding]) -> str:
    """
    Return how many findings there are, and of which severity.
    """
    severities = Counter(finding.severity for finding in findings)
    counts = ", ".join(counted(severities[each], each) for each in _SEVERITIES if severities[each])
    return counted(len(findings), "finding") + (f": {counts}" if counts else "")


def by_severity(findings: Iterable[Finding]) -> list[Finding]:
    """
    Return the findings with the wrong weeks first, then the errors, each severity by paper, and habits last.
    """
    return sorted(findings, key=_rank)


def listing_of(report: Reported, *, is_by_severity: bool = False) -> Listing:
    """
    Return the findings of a report with what there is to say of those that are not reported.
    """
    silenced = (("suppressed", len(report.suppressed)), ("in the baseline", len(report.known)))
    counts = ", ".join(f"{count} {name}" for name, count in silenced if count)
    remarks = [counts] if counts else []
    if not report.complete:
        remarks.append("stopped at the limit, there are more")
    return Listing(report.findings, report.subject, report.document, remarks, is_by_severity)


def _is_form(finding: Finding) -> bool:
    return finding.severity == "info" and finding.fix is not None and finding.fix.safe


def _rank(finding: Finding, habits: Collection[str] = ()) -> tuple[bool, bool, int, tuple[int, ...], int, str]:
    """
    Return what findings are sorted by.
    """
    is_common = len(finding.places) >= ENOUGH_OTHERS and finding.severity != "error"
    is_habit = is_common or (finding.code in habits and _is_form(finding))
    place = tuple(map(int, _PLACE.findall(finding.pointer)))
    start = -1 if finding.span is None else finding.span.start
    return (
        is_habit,
        finding.code not in _WRONG_WEEK,
        _SEVERITIES.index(finding.severity),
        place,
        start,
        finding.code,
    )


def _mark(finding: Finding) -> str:
    """
    Return what a line says of the fix: that there is a safe one, or for a wrong week what is proposed.
    """
    if finding.fix is None:
        return ""
    if finding.fix.safe:
        return " [fix]"
    proposed = finding.evidence.get("proposed")
    if finding.code in _WRONG_WEEK and isinstance(proposed, str):
        return f" [proposed: {' to '.join(proposed.split('/'))}]"
    return " [proposed fix]"
