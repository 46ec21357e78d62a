"""
The outcome of a validation.

Lives here: `Report`.
Must not know: any rule; how findings were made.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from attrs import field, frozen

from mlweekly._display import Displayed
from mlweekly.changes import Patch
from mlweekly.document import Document
from mlweekly.errors import Problem, ValidationError
from mlweekly.model import Issue, Series
from mlweekly.validation._finding import Finding
from mlweekly.validation._fixes import joined

if TYPE_CHECKING:
    from mlweekly._display import Page

__all__ = ["Report"]

Subject = TypeVar("Subject", Issue, Series)


@frozen
class Report(Displayed, Generic[Subject]):
    """
    What validation found in an issue, a series or a document.

    Attributes:
        subject: The issue or series that the pointers start from; a document's series.
        findings: In the order of the issues, then of the codes.
        document: The document that was validated, if it was one.
    """

    subject: Subject
    findings: tuple[Finding, ...] = ()
    document: Document | None = field(default=None, kw_only=True)

    @property
    def ok(self) -> bool:
        """
        Whether no finding has severity "error".
        """
        return not any(finding.severity == "error" for finding in self.findings)

    def patch(self, *, unsafe: bool = False) -> Patch:
        """
        Return the fixes as one patch; of two that disagree, the first.

        Args:
            unsafe: Whether to take the fixes that are only proposals, too.
        """
        return joined(self.findings, unsafe=unsafe)

    def fix(self, *, unsafe: bool = False) -> Subject:
        """
        Return the subject with that patch made; the subject itself never changes.
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
        return Problem(finding.pointer, f"{finding.code} {finding.message}", self._line(finding))

    def _line(self, finding: Finding) -> int | None:
        if self.document is None or finding.span is None:
            return None
        return self.document.position(finding.span.start).line

    def __page__(self) -> Page:
        # Pages are made for people, and few programs show anything.
        from mlweekly.validation._pages import report_page

        return report_page(self.subject, self.findings, self.document)

    def __str__(self) -> str:
        """
        Return a line for each finding, `name:line:column: CODE message` where a text is at hand, and the count.
        """
        count = {0: "no findings", 1: "1 finding"}.get(len(self.findings), f"{len(self.findings)} findings")
        return "\n".join([*map(self._shown, self.findings), count])

    def _shown(self, finding: Finding) -> str:
        if self.document is None or finding.span is None:
            return str(finding)
        line, column = self.document.position(finding.span.start)
        return f"{self.document.name or '(text)'}:{line}:{column}: {finding.code} {finding.message}"
