"""
The fixes of a report as one patch, turn by turn.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from mlweekly.changes import Patch
from mlweekly.errors import Error
from mlweekly.validation._finding import Finding
from mlweekly.validation._fixes import together
from mlweekly.validation._forms import followed_by
from mlweekly.validation._trials import FixTrials, Outcome, touches_url, without

__all__ = ["patch_in_turns"]

_TURNS = 100
# Each turn edits and validates the whole text, and so does each attempt to do without a fix that fails.
_MOST_FAILURES = 30


def patch_in_turns(report: Outcome, trials: FixTrials, *, unsafe: bool) -> Patch:
    """
    Return the fixes of a report as one patch: what is found in what was fixed is fixed in turn.

    Args:
        report: The report.
        trials: What tries its fixes.
        unsafe: Whether to take the fixes that are only proposals, too.
    """
    return _Turns(trials, unsafe=unsafe).patch(report)


class _Turns:
    def __init__(self, trials: FixTrials, *, unsafe: bool) -> None:
        self._trials = trials
        self._unsafe = unsafe
        self._refused: set[str] = set()
        self._failures = 0

    def patch(self, report: Outcome) -> Patch:
        """
        Return the patch that all turns make.

        A fix that could not be made gets another turn when no other is left: one that was made since may have opened
        the way, as a link that is moved away does for the link to the paper.
        """
        done = Patch()
        before: Counter[str] = self._trials.before
        self._refused = {each.fingerprint for each in report.findings if each.proposal and not each.fix}
        passed, is_new = {report.state}, False
        for _ in range(_TURNS):
            following = self._next(done, report, before)
            if following is None or following[1].state in passed:
                if not is_new or not self._refused:
                    break
                self._refused, is_new = set(), False
                continue
            done, report = following
            is_new = True
            passed.add(report.state)
            before = Counter(finding.code for finding in report.findings)
        return done

    def _next(self, done: Patch, report: Outcome, before: Counter[str]) -> tuple[Patch, Outcome] | None:
        """
        Return what was done with the next step, and what is found then; None where there is nothing left to fix.

        A fix that fails beside others has another turn after them; one that fails alone is left out.
        """
        findings = self._wanted(report)
        while findings:
            step, taken, _ = together(findings, report.document, unsafe=self._unsafe, done=done)
            if not taken:
                break
            patch, blamed, after = self._try(done, step, taken, before)
            if after is not None:
                return patch, after
            self._failures += 1
            if self._failures > _MOST_FAILURES:
                break
            if len(taken) == 1:
                self._refused.add(taken[0].fingerprint)
                findings = self._wanted(report)
            else:
                findings = without(taken, blamed) or taken[: len(taken) // 2]
        return None

    def _try(
        self, done: Patch, step: Patch, findings: Sequence[Finding], before: Counter[str]
    ) -> tuple[Patch, Sequence[Finding], Outcome | None]:
        """
        Return what was done with a step, the findings to blame, and what is found then if it holds.
        """
        try:
            patch = followed_by(done, step, self._trials.document)
        except Error:
            return done, findings, None
        after, blamed = self._trials.outcome(patch), self._trials.blamed(findings, patch, before)
        return patch, blamed, None if blamed or isinstance(after, Error) else after

    def _wanted(self, report: Outcome) -> list[Finding]:
        return [
            finding
            for finding in report.findings
            if finding.proposal is not None
            and finding.fingerprint not in self._refused
            and not touches_url(finding.code, finding.proposal.patch)
        ]
