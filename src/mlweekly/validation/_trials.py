"""
Fixes are tried before they are offered: many together, and where something goes wrong, in halves.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property, reduce
from typing import Generic, Protocol, TypeVar

from mlweekly.changes import (
    IssueRetitled,
    LinkAdded,
    LinkRemoved,
    LinkRetargeted,
    Operation,
    PaperAdded,
    PaperRetitled,
    Patch,
    PeriodChanged,
    SourceChanged,
)
from mlweekly.document import Document
from mlweekly.errors import Error
from mlweekly.model import Issue, Link, Series
from mlweekly.validation._finding import Finding, Fix
from mlweekly.validation._fixes import together

__all__ = ["FixTrials", "applicable"]

Subject = TypeVar("Subject", Issue, Series)

_URL = re.compile(r"https?://[^\s<>\"'`|)\]}]*")
_ABOUT_URLS = ("L", "S609", "T505")
# A trial reads and validates the whole text. Most reports need four; with more than a few fixes that fail, the rest is
# not offered, so that a text of nothing but such fixes takes no longer than that.
_MOST_TRIALS = 60


class Outcome(Protocol):
    """
    What a trial looks at in a report.
    """

    @property
    def findings(self) -> tuple[Finding, ...]:
        """
        What was found.
        """
        ...

    @property
    def fingerprints(self) -> frozenset[str]:
        """
        The fingerprints of what was found, reported or not.
        """
        ...


class FixTrials(Generic[Subject]):
    """
    Tries the fixes of a report when the first of them is asked for.
    """

    def __init__(
        self,
        subject: Subject,
        findings: Sequence[Finding],
        validate: Callable[[Subject], Outcome],
        document: Document | None = None,
        validate_document: Callable[[Document], Outcome] | None = None,
    ) -> None:
        """
        Prepare the trials.

        Args:
            subject: What was validated.
            findings: What was found.
            validate: Validates a fixed subject in the same way.
            document: The text, where there is one.
            validate_document: Validates a fixed text in the same way.
        """
        self._subject: Subject = subject
        self._document = _editable(document)
        self._findings = tuple(findings)
        self._validate: Callable[[Subject], Outcome] = validate
        self._validate_document = validate_document
        self._left = _MOST_TRIALS

    def fix_of(self, finding: Finding) -> Fix | None:
        """
        Return the fix of a finding if it holds.
        """
        return finding.proposal if finding.fingerprint in self._holding else None

    @cached_property
    def _holding(self) -> frozenset[str]:
        kinds: dict[tuple[bool, bool], list[Finding]] = {}
        for finding in self._findings:
            fix = finding.proposal
            if fix is not None and not _touches_url(finding.code, fix.patch):
                kinds.setdefault((not fix.safe, _uncovers(fix.patch)), []).append(finding)
        holding: set[str] = set()
        for (_, uncovers), findings in sorted(kinds.items(), key=lambda item: item[0]):
            waiting, taken = findings, findings
            while taken:
                _, taken, waiting = together(waiting, self._document, tried=False)
                holding.update(finding.fingerprint for finding in self._those_that_hold(taken, uncovers=uncovers))
        return frozenset(holding)

    def _report_after(self, patch: Patch) -> Outcome:
        if self._document is None or self._validate_document is None:
            value: Subject = patch.apply(self._subject)
            return self._validate(value)
        return self._validate_document(self._document.edited(patch))

    @cached_property
    def _before(self) -> Counter[str]:
        return Counter(finding.code for finding in self._report_after(Patch()).findings)

    def _those_that_hold(self, findings: list[Finding], *, uncovers: bool) -> list[Finding]:
        if not findings or self._left <= 0:
            return []
        self._left -= 1
        if self._hold(findings, uncovers=uncovers):
            return findings
        middle = len(findings) // 2
        halves = (findings[:middle], findings[middle:]) if middle else ()
        return [each for half in halves for each in self._those_that_hold(half, uncovers=uncovers)]

    def _hold(self, findings: list[Finding], *, uncovers: bool) -> bool:
        """
        Return whether the fixes of these findings can be applied together, take them away and bring no others.
        """
        patch, taken, _ = together(findings, self._document, tried=False)
        if len(taken) < len(findings):
            return False
        try:
            after = self._report_after(patch)
        except Error:
            return False
        left = Counter(finding.code for finding in after.findings)
        return self._are_gone(findings, after, left) and (uncovers or not left - self._before)

    def _are_gone(self, findings: list[Finding], after: Outcome, left: Counter[str]) -> bool:
        """
        Return whether the findings are gone; of several that are alike, the rest takes over their fingerprints.
        """
        fixed = Counter(finding.code for finding in findings)
        return all(
            finding.fingerprint not in after.fingerprints
            or left[finding.code] <= self._before[finding.code] - fixed[finding.code]
            for finding in findings
        )


def applicable(steps: Sequence[Patch], document: Document | None) -> Patch:
    """
    Return the steps as one patch, or as many of the first of them as can be applied in the text.

    Args:
        steps: Patches, each for the value that the others gave.
        document: The text; any patch of a value alone is applicable.
    """
    document = _editable(document)
    whole = reduce(Patch.__add__, steps)
    for count in range(len(steps), 0, -1):
        if document is None or _is_applicable(whole, document):
            return whole
        whole = reduce(Patch.__add__, steps[: count - 1], Patch())
    return whole


def _editable(document: Document | None) -> Document | None:
    """
    Return a document in whose text fixes are tried; None for one that was made by hand, without a form.
    """
    return None if document is not None and document.form is None and document.series.issues else document


def _is_applicable(patch: Patch, document: Document) -> bool:
    try:
        document.edited(patch)
    except Error:
        return False
    return True


def _touches_url(code: str, patch: Patch) -> bool:
    """
    Return whether a fix of a rule that is not about URLs changes one in the words of a text.
    """
    return not code.startswith(_ABOUT_URLS) and any(map(_changes_url, patch))


def _changes_url(operation: Operation) -> bool:
    if isinstance(operation, LinkAdded | LinkRemoved | LinkRetargeted | PaperAdded | SourceChanged):
        return False
    before, after = getattr(operation, "before", None), getattr(operation, "after", None)
    if not isinstance(before, str) or not isinstance(after, str):
        return False
    return Counter(_URL.findall(before)) != Counter(_URL.findall(after))


def _uncovers(patch: Iterable[Operation]) -> bool:
    """
    Return whether a fix lets rules see what they could not: another week, title or target.
    """
    return any(
        isinstance(operation, PeriodChanged | IssueRetitled | PaperRetitled)
        or (
            isinstance(operation, LinkRetargeted)
            and Link(operation.before).canonical != Link(operation.after).canonical
        )
        for operation in patch
    )
