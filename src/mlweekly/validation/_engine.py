"""
Running rules.

Lives here: running the chosen rules, and the making of a finding from what a rule saw.
Must not know: any single rule.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TypeAlias

from attrs import evolve, frozen

from mlweekly.changes import Patch
from mlweekly.document import Document, Span
from mlweekly.errors import pointer_to
from mlweekly.model import Issue, Series
from mlweekly.validation._catalogue import CATALOGUE
from mlweekly.validation._facts._directives import DirectiveTexts, directives_in
from mlweekly.validation._finding import Finding, Fix, Violation
from mlweekly.validation._fingerprints import fingerprint, numbered
from mlweekly.validation._fixes import fix_in_series
from mlweekly.validation._report import Report
from mlweekly.validation._rule import (
    AnyRule,
    Context,
    IssueRule,
    Rule,
    SeriesContext,
    SeriesRule,
    SuppressionContext,
    SuppressionRule,
)
from mlweekly.validation._selection import all_rules, entries, selected
from mlweekly.validation._settings import Settings
from mlweekly.validation._suppressions import Sieve, suppressions_of

__all__ = ["report_on"]

Edition: TypeAlias = Issue | Series | Document
_ONLY_ISSUE = pointer_to("issues", 0)


def report_on(
    subject: Issue | Series | Document,
    select: str | Iterable[str],
    ignore: str | Iterable[str],
    settings: Settings,
    editions: Iterable[Edition],
) -> Report[Issue] | Report[Series]:
    """
    Run the chosen rules; `validate` says the rest.
    """
    catalogue = all_rules(CATALOGUE, settings.rules)
    wanted, unwanted = entries(select) or settings.select, (*entries(ignore), *settings.ignore)
    others = tuple(issue for edition in editions for issue in _issues(edition))
    rules = selected(catalogue, wanted, unwanted, tuple(settings.severities))
    validation = _Validation(rules, catalogue, settings, others)
    if isinstance(subject, Issue):
        return validation.of_issue(subject)
    if isinstance(subject, Document):
        return validation.of_series(subject.series, subject)
    return validation.of_series(subject)


@frozen
class _Validation:
    """
    Everything that is decided before there is a subject, so that a second subject can be validated in the same way.

    Attributes:
        rules: The rules to run.
        catalogue: All rules that there are.
        settings: What else the user decided.
        editions: Other editions of the same issues.
        silenced: Code and message of what was not reported of the subject before this one, whose place may have moved.
    """

    rules: tuple[AnyRule, ...]
    catalogue: tuple[AnyRule, ...]
    settings: Settings
    editions: tuple[Issue, ...]
    silenced: frozenset[tuple[str, str]] = frozenset()

    def of_issue(self, issue: Issue) -> Report[Issue]:
        """
        Return the report on an issue.
        """
        whole = SeriesContext(Series([issue]), self.settings, self.editions)
        sieve, is_complete = self._sifted(whole, alone=True)
        return Report(
            issue,
            tuple(sieve.reported),
            suppressed=tuple(sieve.suppressed),
            known=tuple(sieve.known),
            complete=is_complete,
            rules=self.rules,
            again=self._following(sieve).of_issue,
        )

    def of_series(self, series: Series, document: Document | None = None) -> Report[Series]:
        """
        Return the report on a series, or on the document that it was read from.
        """
        whole = SeriesContext(series, self.settings, self.editions, document)
        sieve, is_complete = self._sifted(whole, alone=False)
        return Report(
            series,
            tuple(sieve.reported),
            document=document,
            suppressed=tuple(sieve.suppressed),
            known=tuple(sieve.known),
            complete=is_complete,
            rules=self.rules,
            again=self._following(sieve).of_series,
        )

    def _following(self, sieve: Sieve) -> _Validation:
        silenced = [*(each.finding for each in sieve.suppressed), *sieve.known]
        if not silenced and self.settings.limit is None:
            return self
        codes_and_messages = {(finding.code, finding.message) for finding in silenced}
        return evolve(
            self,
            silenced=self.silenced | codes_and_messages,
            settings=evolve(self.settings, limit=None),
        )

    def _sifted(self, whole: SeriesContext, *, alone: bool) -> tuple[Sieve, bool]:
        """
        Return what the rules find, sifted, and whether they were run to the end.
        """
        settings = self.settings
        directives = directives_in(whole.series, whole.document)
        silencers = suppressions_of(settings.suppressions, directives, whole.series, alone=alone)
        sieve = Sieve(silencers, settings.baseline, self.silenced, settings.limit, _ONLY_ISSUE if alone else "")
        counts: Counter[str] = Counter()
        if not sieve.sift(numbered(_findings(self.rules, whole, alone=alone), counts)):
            return sieve, False
        rules = [rule for rule in self.rules if isinstance(rule, SuppressionRule)]
        if not silencers or not rules:
            return sieve, True
        named = tuple(entry for each in silencers for entry in each.suppression.codes if entry)
        others = [rule for rule in self.catalogue if rule not in self.rules and rule.code.startswith(named)]
        sieve.try_out(_findings(others, whole, alone=alone))
        context = SuppressionContext(
            sieve.uses(), tuple(rule.code for rule in self.catalogue), DirectiveTexts(whole.document)
        )
        found = _findings_about_suppressions(rules, context, whole, alone=alone)
        return sieve, sieve.sift(numbered(found, counts))


def _issues(edition: Edition) -> tuple[Issue, ...]:
    if isinstance(edition, Issue):
        return (edition,)
    return edition.series.issues if isinstance(edition, Document) else edition.issues


def _findings(rules: Iterable[AnyRule], whole: SeriesContext, *, alone: bool) -> Iterator[Finding]:
    """
    Yield what the rules see: issue by issue, then in the series.

    Args:
        rules: The rules to run.
        whole: What to run them on.
        alone: Whether pointers start from the only issue, and not from its series.
    """
    of_issues = [rule for rule in rules if isinstance(rule, IssueRule)]
    for context in whole.issues if of_issues else ():
        prefix = "" if alone else pointer_to("issues", context.index)
        for rule in of_issues:
            for violation in rule.check(context):
                fix = violation.fix
                if fix is not None and not alone:
                    fix = fix_in_series(fix, whole.contents, context.index)
                yield _finding(rule, violation, whole, prefix, context, fix)
    for each in rules:
        if isinstance(each, SeriesRule):
            yield from _findings_in_series(each, each.check(whole), whole, alone=alone)


def _findings_about_suppressions(
    rules: Iterable[SuppressionRule], context: SuppressionContext, whole: SeriesContext, *, alone: bool
) -> Iterator[Finding]:
    for rule in rules:
        yield from _findings_in_series(rule, rule.check(context), whole, alone=alone)


def _findings_in_series(
    rule: Rule, violations: Iterable[Violation], whole: SeriesContext, *, alone: bool
) -> Iterator[Finding]:
    for violation in violations:
        seen = _from_issue(violation) if alone else violation
        yield _finding(rule, seen, whole, "", None, seen.fix)


def _from_issue(violation: Violation) -> Violation:
    """
    Return a violation of a series as seen from its only issue.
    """
    fix = violation.fix
    if fix is not None:
        own = [evolve(each, pointer=each.pointer.removeprefix(_ONLY_ISSUE)) for each in fix.patch]
        fix = Fix(Patch(own), safe=fix.safe)
    places = tuple(place.removeprefix(_ONLY_ISSUE) for place in violation.places)
    return evolve(violation, pointer=violation.pointer.removeprefix(_ONLY_ISSUE), places=places, fix=fix)


def _finding(
    rule: Rule, violation: Violation, whole: SeriesContext, prefix: str, context: Context | None, fix: Fix | None
) -> Finding:
    pointer = prefix + violation.pointer
    return Finding(
        code=rule.code,
        name=rule.name,
        severity=whole.settings.severity_of(rule.code, violation.severity or rule.severity),
        pointer=pointer,
        message=violation.message,
        evidence=violation.evidence,
        fix=fix,
        fingerprint=fingerprint(rule.code, *_identities(context, violation), *violation.seen),
        places=tuple(prefix + place for place in violation.places),
        span=violation.span or _span(whole.document, pointer),
    )


def _span(document: Document | None, pointer: str) -> Span | None:
    """
    Return where a field stands, or the nearest thing around it that the text prints.
    """
    while pointer and document is not None:
        span = document.span(pointer)
        if span is None and pointer.count("/") == 2:
            span = document.span(f"{pointer}/title")
        if span is not None:
            return span
        pointer = pointer.rpartition("/")[0]
    return None


def _identities(context: Context | None, violation: Violation) -> Iterator[str]:
    """
    Yield what the subject of a violation is known by wherever it stands: its only paper, or else its issue.
    """
    if context is None:
        return
    papers = {_paper_in(place) for place in violation.places or (violation.pointer,)}
    paper = papers.pop()
    yield context.identity if paper is None or papers else context.papers[paper].identity


def _paper_in(pointer: str) -> int | None:
    parts = pointer.split("/")
    return int(parts[2]) if parts[1:2] == ["papers"] and len(parts) > 2 else None
