"""
The outcome of a validation.
"""

from __future__ import annotations

from collections.abc import Hashable
from typing import Generic, TypeVar

from attrs import evolve, field, frozen

import mlweekly._display
from mlweekly._display import Displayed, on_one_line
from mlweekly._immutable import Immutable
from mlweekly._tokens import Tokenized
from mlweekly._wording import counted, shortened
from mlweekly.changes import Patch
from mlweekly.document import Document
from mlweekly.errors import Problem, ValidationError
from mlweekly.model import Issue, Series
from mlweekly.validation._finding import Finding
from mlweekly.validation._fixes import together
from mlweekly.validation._listing import by_severity, listing_of
from mlweekly.validation._rule import Rule
from mlweekly.validation._suppressions import Suppressed
from mlweekly.validation._trials import FixTrials
from mlweekly.validation._turns import patch_in_turns

__all__ = ["Report"]

Subject = TypeVar("Subject", Issue, Series)

_MOST_AT_A_PROMPT = 50
_LONGEST_SHOWN = 80


@frozen(repr=False)
class Report(Displayed, Immutable, Tokenized, Generic[Subject]):
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
        trials: Tries the fixes, and validates in the same way what they make of the subject.
    """

    subject: Subject
    findings: tuple[Finding, ...] = ()
    document: Document | None = field(default=None, kw_only=True)
    suppressed: tuple[Suppressed, ...] = field(default=(), kw_only=True)
    known: tuple[Finding, ...] = field(default=(), kw_only=True)
    complete: bool = field(default=True, kw_only=True)
    rules: tuple[Rule, ...] = field(default=(), kw_only=True, eq=False)
    trials: FixTrials | None = field(default=None, kw_only=True, eq=False)

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

    @property
    def state(self) -> Hashable:
        """
        What was validated: the text, or else the value.
        """
        return self.subject if self.document is None else self.document.text

    def patch(self, *, unsafe: bool = False) -> Patch:
        """
        Return the fixes as one patch; of two that touch each other, one after the other.

        Every fix has been tried, and the patch of a document can be applied in its text: `edit` never refuses it.

        What is found in what was fixed is fixed in turn, until nothing is left to fix: the patch of what was fixed is
        empty. Where rules of a user's own undo each other, it ends before it repeats itself.

        Args:
            unsafe: Whether to take the fixes that are only proposals, too.
        """
        if self.trials is None:
            return together(self.findings, self.document, unsafe=unsafe)[0]
        return patch_in_turns(self, self.trials, unsafe=unsafe)

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
        return Problem(finding.pointer, f"{finding.code} {finding.message}", finding.line)

    def __page__(self) -> mlweekly._display.Page:
        from mlweekly.validation._pages import report_page

        return report_page(listing_of(self, is_by_severity=True))

    def _page_at_a_prompt(self) -> mlweekly._display.Page:
        # Every fix that is shown is tried first: of many findings, only those that are shown are asked for theirs.
        from mlweekly._display import Page, Paragraph, Run, beginning
        from mlweekly.validation._pages import report_page

        listing = listing_of(self, is_by_severity=True)
        hidden = len(self.findings) - _MOST_AT_A_PROMPT
        if hidden <= 0:
            return beginning(report_page(listing))
        shown = evolve(listing, findings=by_severity(self.findings)[:_MOST_AT_A_PROMPT])
        page: Page = beginning(report_page(shown))
        words = f"{counted(hidden, 'more finding')} not shown here: print the report, or see mlweekly.reports"
        return Page((Run(listing.count.capitalize()),), (*page.blocks, Paragraph((Run(words, "quiet"),))))

    def __repr__(self) -> str:
        name = "" if self.document is None or self.document.name is None else self.document.name
        on = f" on {on_one_line(shortened(name, _LONGEST_SHOWN))}" if name else ""
        return f"<Report{on}: {listing_of(self).count}>"

    def __str__(self) -> str:
        """
        Return a line for each finding, `name:line:column: CODE message` where a text is at hand, and the counts.

        A wrong week is first, with the week that is proposed; then come errors, warnings and infos, each by paper.
        Habits are last: what one finding says of five places or more, and matters of form with a safe fix in five
        issues or more, which are one line. A finding with a safe fix ends with `[fix]`, one with a proposal with
        `[proposed fix]`; the last line says how fixes are made.
        """
        return "\n".join(listing_of(self).lines())
