"""
What an issue says about its week beside what its links say.
"""

from __future__ import annotations

from functools import cached_property

from attrs import frozen

from mlweekly._expressions import expression
from mlweekly.dates import DateRange, PrintedRange, find_period, find_range
from mlweekly.errors import ModelError
from mlweekly.model import Issue
from mlweekly.validation._analysis._date_evidence import DateEvidence, date_evidence_of, same_week

__all__ = ["Dating", "dating_of"]

_BRACKETED_NUMBERS = expression(r"\([^()]*[0-9][^()]*\)(?: ?-? ?[0-9]{4}(?![0-9]))?|\[[^\[\]]*[0-9][^\[\]]*\]")
_READABLE = {"(": "(January 1 - January 7) - 2024", "[": "[2024/01/01 ~ 01/07]"}


@frozen(eq=False, repr=False)
class Dating:
    """
    The two places where an issue states its week, and the evidence of its links.

    Attributes:
        issue: The issue.
        printed: The range in the title, where it has one.
        titled: The days that the title means; None where it prints no range, or an impossible one.
        evidence: What the links tell.
    """

    issue: Issue
    printed: PrintedRange | None
    titled: DateRange | None
    evidence: DateEvidence

    @cached_property
    def judged(self) -> DateRange | None:
        """
        The range that readers see: the title's, else the period.
        """
        return self.issue.period if self.titled is None else self.titled

    @property
    def pointer(self) -> str:
        """
        Where the judged range is.
        """
        return "/period" if self.titled is None else "/title"

    @property
    def statement(self) -> str:
        """
        The judged range in words.
        """
        return "" if self.judged is None else f"the {self.pointer[1:]} says {self.judged.start} to {self.judged.end}"

    @cached_property
    def is_contradicted(self) -> bool:
        """
        Whether the links speak against the judged range.
        """
        return self.judged is not None and self.evidence.contradicts(self.judged)

    @property
    def proposal(self) -> DateRange | None:
        """
        The week to put in the place of the judged range; None where that is the week that the links propose.

        The period is taken where it is that week, though it may begin on a Sunday.
        """
        week = self.evidence.proposal
        if week is None or (self.judged is not None and same_week(self.judged, week)):
            return None
        period = self.issue.period
        fits = period is not None and same_week(period, week) and not self.evidence.contradicts(period)
        return period if fits else week

    def title_of(self, week: DateRange) -> str | None:
        """
        Return the title with another week in the place of its range; None where the new title would be read otherwise.
        """
        printed = self.printed or (None if self.issue.title is None else find_period(self.issue.title))
        try:
            return self.issue.title if printed is None else printed.replaced(week)
        except ModelError:  # the words around the range keep any other week from being read again
            return None

    def readable_title(self, week: DateRange) -> str | None:
        """
        Return the title with the week in the place of its one part in brackets that holds digits.

        None where there is no such part, or more than one, or where the new title would not be read as this week.
        """
        title = self.issue.title or ""
        found = list(_BRACKETED_NUMBERS.finditer(title))
        form = find_range(_READABLE[found[0][0][0]]) if len(found) == 1 else None
        if form is None:
            return None
        readable = title[: found[0].start()] + form.replaced(week) + title[found[0].end() :]
        again = find_range(readable)
        return readable if again and again.period() == week else None


def dating_of(issue: Issue) -> Dating:
    """
    Return what the issue and its links say.

    A year that the title lacks is the one that brings it closest to the period, or else to the links.
    """
    evidence = date_evidence_of(issue)
    printed = None if issue.title is None else find_range(issue.title)
    context = evidence.proposal if issue.period is None else issue.period
    titled = None if printed is None else printed.period(None if context is None else context.start)
    return Dating(issue, printed, titled, evidence)
