"""
Fixes are tried before they are offered: many together, and where something goes wrong, in halves.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property, reduce
from typing import Generic, TypeVar

import mlweekly.validation
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


class FixTrials(Generic[Subject]):
    """
    Tries the fixes of a report when the first of them is asked for.
    """

    def __init__(
        self,
        subject: Subject,
        findings: Sequence[Finding],
        validate: Callable[[Subject], mlweekly.validation.Report[Subject]],
        document: Document | None = None,
        validate_document: Callable[[Document], mlweekly.validation.Report[Subject]] | None = None,
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
        self._document = document
        self._findings = tuple(findings)
        self._validate = validate
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

    def _report_after(self, patch: Patch) -> mlweekly.validation.Report[Subject]:
        if self._document is None or self._validate_document is None:
            return self._validate(patch.apply(self._subject))
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
        Tell whether the fixes of these findings can be applied together, take them away and bring no others.
        """
        patch, taken, _ = together(findings, self._document, tried=False)
        if len(taken) < len(findings):
            return False
        try:
            after = self._report_after(patch)
        except Error:
            return False
        if not after.fingerprints.isdisjoint(finding.fingerprint for finding in findings):
            return False
        return uncovers or not Counter(finding.code for finding in after.findings) - self._before


def applicable(steps: Sequence[Patch], document: Document | None) -> Patch:
    """
    Return the steps as one patch, or as many of the first of them as can be applied in the text.

    Args:
        steps: Patches, each for the value that the others gave.
        document: The text; any patch of a value alone is applicable.
    """
    whole = reduce(Patch.__add__, steps)
    for count in range(len(steps), 0, -1):
        if document is None or _is_applicable(whole, document):
            return whole
        whole = reduce(Patch.__add__, steps[: count - 1], Patch())
    return whole


def _is_applicable(patch: Patch, document: Document) -> bool:
    try:
        document.edited(patch)
    except Error:
        return False
    return True


def _touches_url(code: str, patch: Patch) -> bool:
    """
    Tell whether a fix of a rule that is not about URLs changes one in the words of a text.
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
    Tell whether a fix lets rules see what they could not: another week, title or target.
    """
    return any(
        isinstance(operation, PeriodChanged | IssueRetitled | PaperRetitled)
        or (
            isinstance(operation, LinkRetargeted)
            and Link(operation.before).canonical != Link(operation.after).canonical
        )
        for operation in patch
    )
