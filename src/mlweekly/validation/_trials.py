"""
Fixes are tried before they are offered: many together, and without those to blame where something goes wrong.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from functools import cached_property
from typing import Protocol

from attrs import frozen

from mlweekly._expressions import expression
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
from mlweekly.model import Link
from mlweekly.validation._finding import Finding, Fix
from mlweekly.validation._fixes import together

__all__ = ["FixTrials", "Outcome", "touches_url", "without"]

_URL = expression(r"https?://[^\s<>\"'`|)\]}]*")
_ABOUT_URLS = ("L", "S609", "T505")
_PART = expression(r"(?:/issues/[0-9]+)?(?:/papers/[0-9]+|/[a-z]+)?")
# A trial edits, reads and validates the whole text. Most reports need four; with more than a few fixes that fail, the
# rest is not offered, so that a text of nothing but such fixes takes no longer than that.
_MOST_TRIALS = 60
_KEPT = 2


class Outcome(Protocol):
    """
    What is looked at in a report on what was fixed.
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

    @property
    def document(self) -> Document | None:
        """
        The fixed text, where there is one.
        """
        ...

    @property
    def state(self) -> Hashable:
        """
        What was validated: the text, or else the value.
        """
        ...


@frozen(eq=False, repr=False)
class _Trial:
    """
    Findings whose fixes are made together, and what comes of it.

    Attributes:
        findings: The findings.
        before: How often each rule spoke before.
        after: What is found in what was fixed, or why it cannot be fixed so.
    """

    findings: Sequence[Finding]
    before: Counter[str]
    after: Outcome | Error

    @property
    def blamed(self) -> list[Finding]:
        """
        The findings whose fixes may be at fault; none where all of them hold.

        A fix is at fault where its finding is still there, where the text cannot be edited near it, or where another
        finding came near it, unless one of the fixes lets rules see what they could not.
        """
        if isinstance(self.after, Error):
            return self._near(problem.pointer for problem in self.after.problems)
        found = self.after.findings
        left = Counter(finding.code for finding in found)
        fixed = Counter(finding.code for finding in self.findings)
        # Of several findings that are alike, the rest takes over the fingerprints.
        still_there = [
            finding
            for finding in self.findings
            if finding.fingerprint in self.after.fingerprints
            and left[finding.code] > self.before[finding.code] - fixed[finding.code]
        ]
        more = left - self.before
        if not more or any(uncovers(finding) for finding in self.findings):
            return still_there
        pointers = (pointer for each in found if each.code in more for pointer in (each.pointer, *each.places))
        return [*still_there, *(each for each in self._near(pointers) if each not in still_there)]

    def _near(self, pointers: Iterable[str]) -> list[Finding]:
        """
        Return the findings whose fixes change a part that one of the pointers is in; all, where there is none.
        """
        parts = set(map(_part_of, pointers))
        near = [
            finding
            for finding in self.findings
            if finding.proposal is not None
            and any(_part_of(operation.pointer) in parts for operation in finding.proposal.patch)
        ]
        return near or list(self.findings)


class FixTrials:
    """
    Tries the fixes of a report when the first of them is asked for.
    """

    def __init__(
        self,
        findings: Sequence[Finding],
        validate: Callable[[Patch], Outcome],
        document: Document | None = None,
        *,
        is_complete: bool = True,
    ) -> None:
        """
        Prepare the trials.

        Args:
            findings: What was found.
            validate: Validates in the same way what a patch makes of what was validated.
            document: The text that is edited, where there is one.
            is_complete: Whether nothing more is to be found in what was validated.
        """
        self._findings = tuple(findings)
        self._validate = validate
        self.document = document
        self._is_complete = is_complete
        self._left = _MOST_TRIALS
        self._outcomes: dict[Patch, Outcome | Error] = {}

    def fix_of(self, finding: Finding) -> Fix | None:
        """
        Return the fix of a finding if it holds.
        """
        return finding.proposal if finding.fingerprint in self._holding else None

    def outcome(self, patch: Patch) -> Outcome | Error:
        """
        Return what is found after a patch, or why it cannot be applied.
        """
        if patch not in self._outcomes:
            while len(self._outcomes) >= _KEPT:
                del self._outcomes[next(iter(self._outcomes))]
            try:
                self._outcomes[patch] = self._validate(patch)
            except Error as error:
                self._outcomes[patch] = error
        return self._outcomes[patch]

    def blamed(self, findings: Sequence[Finding], patch: Patch, before: Counter[str] | None = None) -> list[Finding]:
        """
        Return those of the findings that were to be fixed by a patch whose fixes may be at fault if it fails.

        Args:
            findings: The findings.
            patch: Their fixes, and what was done before.
            before: How often each rule spoke before; as in this report, where it is not given.
        """
        return _Trial(findings, self.before if before is None else before, self.outcome(patch)).blamed

    @cached_property
    def before(self) -> Counter[str]:
        """
        How often each rule speaks in what was validated.
        """
        after = None if self._is_complete else self.outcome(Patch())
        findings = self._findings if after is None or isinstance(after, Error) else after.findings
        return Counter(finding.code for finding in findings)

    @cached_property
    def _holding(self) -> frozenset[str]:
        # A safe fix has to hold without the proposed ones, and what lets rules see more excuses no other fix.
        kinds: dict[tuple[bool, bool], list[Finding]] = {}
        for finding in self._findings:
            if finding.proposal is not None and not touches_url(finding.code, finding.proposal.patch):
                kinds.setdefault((finding.proposal.safe, uncovers(finding)), []).append(finding)
        holding: set[str] = set()
        for findings in kinds.values():
            taken = waiting = findings
            while taken:
                _, taken, waiting = together(waiting, self.document)
                holding.update(finding.fingerprint for finding in self._those_that_hold(taken))
        return frozenset(holding)

    def _those_that_hold(self, findings: list[Finding]) -> list[Finding]:
        if not findings or self._left <= 0:
            return []
        self._left -= 1
        patch, _, _ = together(findings, self.document)
        blamed = self.blamed(findings, patch)
        others = without(findings, blamed)
        if blamed and not others:
            middle = len(findings) // 2
            halves = (findings[:middle], findings[middle:]) if middle else ()
            return [finding for half in halves for finding in self._those_that_hold(half)]
        # In a text that was edited the findings of the others are gone, and no new one is near.
        holding = self._those_that_hold(others) if isinstance(self.outcome(patch), Error) else others
        return [*holding, *self._those_that_hold(blamed)]


def without(findings: Sequence[Finding], others: Sequence[Finding]) -> list[Finding]:
    """
    Return the findings that are not among others.
    """
    fingerprints = {finding.fingerprint for finding in others}
    return [finding for finding in findings if finding.fingerprint not in fingerprints]


def uncovers(finding: Finding) -> bool:
    """
    Return whether the fix of a finding lets rules see what they could not: another week, title or target.
    """
    return finding.proposal is not None and any(
        isinstance(operation, PeriodChanged | IssueRetitled | PaperRetitled)
        or (
            isinstance(operation, LinkRetargeted)
            and Link(operation.before).canonical != Link(operation.after).canonical
        )
        for operation in finding.proposal.patch
    )


def _part_of(pointer: str) -> str:
    """
    Return the pointer of the paper around a field, else of the field or the part of an issue.
    """
    match = _PART.match(pointer)
    return "" if match is None else match[0]


def touches_url(code: str, patch: Iterable[Operation]) -> bool:
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
