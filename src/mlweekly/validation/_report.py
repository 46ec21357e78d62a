"""
The outcome of a validation.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from attrs import field, frozen

import mlweekly._display
from mlweekly._display import Displayed
from mlweekly._immutable import Immutable
from mlweekly.changes import Patch
from mlweekly.document import Document
from mlweekly.errors import Problem, ValidationError
from mlweekly.model import Issue, Series
from mlweekly.validation._finding import Finding
from mlweekly.validation._fixes import joined
from mlweekly.validation._listing import Listing
from mlweekly.validation._rule import Rule
from mlweekly.validation._suppressions import Suppressed
from mlweekly.validation._trials import applicable

__all__ = ["Report"]

Subject = TypeVar("Subject", Issue, Series)

_TURNS = 100


@frozen(repr=False)
class Report(Displayed, Immutable, Generic[Subject]):
    """
    What validation found in an issue, a series or a document.

    Attributes:
        subject: The issue or series that the pointers start from; a document's series.
        findings: In the order of the issues, then of the codes.
        document: The document that was validated, if it was one.
        suppressed: Findings that are silenced by a suppression, in the settings or in the text.
        known: Findings that are not reported because the baseline holds their fingerprints.
        complete: Whether every rule was run to its end; otherwise the report stopped at the limit of the settings.
        rules: The rules that ran.
        revalidate: Validates a fixed subject in the same way: what one fix kept another from is fixed in a second turn.
    """

    subject: Subject
    findings: tuple[Finding, ...] = ()
    document: Document | None = field(default=None, kw_only=True)
    suppressed: tuple[Suppressed, ...] = field(default=(), kw_only=True)
    known: tuple[Finding, ...] = field(default=(), kw_only=True)
    complete: bool = field(default=True, kw_only=True)
    rules: tuple[Rule, ...] = field(default=(), kw_only=True, eq=False)
    revalidate: Callable[[Subject], mlweekly.validation.Report[Subject]] | None = field(
        default=None, kw_only=True, eq=False
    )

    @property
    def ok(self) -> bool:
        """
        Whether no finding has severity "error".
        """
        return not any(finding.severity == "error" for finding in self.findings)

    @property
    def fingerprints(self) -> frozenset[str]:
        """
        The fingerprints of all findings that were reported or known: a baseline that silences exactly these.
        """
        return frozenset(finding.fingerprint for finding in (*self.findings, *self.known))

    def patch(self, *, unsafe: bool = False) -> Patch:
        """
        Return the fixes as one patch; of two that disagree, the first.

        Every fix has been tried, and the patch of a document can be applied in its text: `edit` never refuses it.

        What is found in the fixed value is fixed in turn, until nothing is left to fix: the patch of a fixed value is
        empty. If a user's own rules undo each other, it stops before it repeats itself.

        Args:
            unsafe: Whether to take the fixes that are only proposals, too.
        """
        step = joined(self.findings, self.document, unsafe=unsafe)
        steps, patch = [step], step
        subject, passed = self.subject, {self.subject}
        for _ in range(_TURNS):
            if not step or self.revalidate is None:
                break
            subject = step.apply(subject)
            passed.add(subject)
            step = joined(self.revalidate(subject).findings, unsafe=unsafe, done=patch)
            if step.apply(subject) in passed:
                break
            patch += step
            steps.append(step)
        return applicable(steps, self.document)

    def fix(self, *, unsafe: bool = False) -> Subject:
        """
        Return the subject with that patch applied; the subject itself never changes.
        """
        return self.patch(unsafe=unsafe).apply(self.subject)

    def raise_for_errors(self) -> None:
        """
        Return if the report is ok.

        Raises:
            ValidationError: Each finding of severity "error" is listed.
        """
        errors = [finding for finding in self.findings if finding.severity == "error"]
        if errors:
            count = "1 error" if len(errors) == 1 else f"{len(errors)} errors"
            raise ValidationError(f"validation found {count}", map(self._problem, errors))

    def _problem(self, finding: Finding) -> Problem:
        line = None
        if self.document is not None and finding.span is not None:
            line = finding.line
        return Problem(finding.pointer, f"{finding.code} {finding.message}", line)

    def __page__(self) -> mlweekly._display.Page:
        from mlweekly.validation._pages import report_page

        return report_page(_listing(self))

    def __repr__(self) -> str:
        name = "" if self.document is None or self.document.name is None else f" on {self.document.name}"
        return f"<Report{name}: {_listing(self).count}>"

    def __str__(self) -> str:
        """
        Return a line for each finding, `name:line:column: CODE message` where a text is at hand, and the counts.

        A finding with a safe fix ends with `[fix]`. Lines are in the order of the text, or else of the findings; where
        there are several issues, each one's findings are below its title.
        """
        return "\n".join(_listing(self).lines())


def _listing(report: Report[Subject]) -> Listing:
    silenced = (("suppressed", len(report.suppressed)), ("in the baseline", len(report.known)))
    counts = ", ".join(f"{count} {name}" for name, count in silenced if count)
    remarks = [counts] if counts else []
    if not report.complete:
        remarks.append("stopped at the limit, there are more")
    return Listing(report.findings, _series_of(report.subject), report.document, remarks)


def _series_of(subject: Issue | Series) -> Series | None:
    return subject if isinstance(subject, Series) else None
