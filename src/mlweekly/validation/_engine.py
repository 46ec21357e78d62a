"""
Runs the chosen rules, and turns what they see into findings.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import TypeAlias, TypeVar

from attrs import evolve, field, frozen

from mlweekly._display import on_one_line
from mlweekly._wording import expect, expect_each
from mlweekly.changes import Patch
from mlweekly.document import Document, Span
from mlweekly.errors import pointer_to
from mlweekly.model import Issue, Series
from mlweekly.validation._catalogue import CATALOGUE
from mlweekly.validation._context import Context, SeriesContext
from mlweekly.validation._finding import Finding, Fix, Violation
from mlweekly.validation._fingerprints import fingerprint
from mlweekly.validation._fixes import fix_in_series, text_to_edit
from mlweekly.validation._one_finding import one_for_each_habit
from mlweekly.validation._report import Report
from mlweekly.validation._rule_kinds import AnyRule, IssueRule, SeriesRule
from mlweekly.validation._selection import all_rules, codes_in, selected
from mlweekly.validation._settings import Settings
from mlweekly.validation._suppressions import ABOUT_SUPPRESSIONS, FindingFilter, suppressions_of
from mlweekly.validation._trials import FixTrials

__all__ = ["report_on"]

Edition: TypeAlias = Issue | Series | Document
Subject = TypeVar("Subject", Issue, Series)

_ONLY_ISSUE = pointer_to("issues", 0)
_SUBJECTS = (Issue, Series, Document)


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
    _refuse_other_types(subject, settings)
    every = expect_each(editions, _SUBJECTS, "an Issue, a Series or a Document", "a list of editions")
    catalogue = all_rules(CATALOGUE, settings.rules)
    wanted, unwanted = codes_in("select", select) or settings.select, (*codes_in("ignore", ignore), *settings.ignore)
    rules = selected(catalogue, wanted, unwanted, tuple(settings.severities))
    others = tuple(issue for edition in every for issue in _issues(edition))
    validation = _Validation(rules, catalogue, settings, others)
    if isinstance(subject, Issue):
        return validation.of_issue(subject)
    if isinstance(subject, Document):
        return validation.of_series(subject.series, subject)
    return validation.of_series(subject)


def _refuse_other_types(subject: object, settings: object) -> None:
    expect(subject, _SUBJECTS, "an Issue, a Series or a Document")
    expect(settings, Settings, "settings=Settings(...)")


@frozen(eq=False, repr=False)
class _Validation:
    """
    Everything that is decided before there is a subject, so that a fixed subject can be validated in the same way.

    Attributes:
        rules: The rules to run.
        catalogue: All rules that there are.
        settings: What else the user decided.
        editions: Other editions of the same issues.
        silenced: The fingerprints of findings that were not reported of the subject before it was fixed.
        identities: What its issues and papers were known by in them.
    """

    rules: tuple[AnyRule, ...]
    catalogue: tuple[AnyRule, ...]
    settings: Settings
    editions: tuple[Issue, ...]
    silenced: frozenset[str] = frozenset()
    identities: Mapping[tuple[int, ...], str] = field(factory=dict[tuple[int, ...], str])

    def of_issue(self, issue: Issue) -> Report[Issue]:
        """
        Return the report on an issue.
        """
        found, following = self._run(Series([issue]), None, _ONLY_ISSUE)
        trials = FixTrials(found.reported, _OfIssue(following, issue), is_complete=found.is_complete)
        return _report(issue, None, found, self.rules, trials)

    def of_series(self, series: Series, document: Document | None = None) -> Report[Series]:
        """
        Return the report on a series, or on the document that it was read from.
        """
        found, following = self._run(series, document, "")
        text = text_to_edit(document)
        trials = FixTrials(
            found.reported, _OfSeries(following, series, text), text, is_complete=found.is_complete and text is document
        )
        return _report(series, document, found, self.rules, trials)

    def _run(self, series: Series, document: Document | None, root: str) -> tuple[FindingFilter, _Validation]:
        """
        Return what the rules find, and what validates the subject once it is fixed.

        The rules about suppressions come last, when it is known what came of each suppression.
        """
        whole = SeriesContext(series, self.settings, self.editions, document, identities=self._identities_in(series))
        suppressions = suppressions_of(self.settings, series, document, root)
        found = FindingFilter(suppressions, self.settings, root, self.silenced)
        found.take(_findings(self.rules, whole, root))
        last = [rule for rule in self.rules if rule.code.startswith(ABOUT_SUPPRESSIONS)]
        if found.is_complete and suppressions and last:
            named = tuple(code for each in suppressions for code in each.suppression.codes if code)
            others = [rule for rule in self.catalogue if rule not in self.rules and rule.code.startswith(named)]
            for finding in _findings(others, whole, root):
                found.suppression_of(finding)
            uses = found.uses([rule.code for rule in self.catalogue], document)
            found.take(_findings(last, evolve(whole, suppressions=uses), root))
        if not found.silenced and self.settings.limit is None:
            return found, self
        settings, silenced = evolve(self.settings, limit=None), frozenset(found.silenced)
        return found, evolve(self, settings=settings, silenced=silenced, identities=_identities(whole))

    def _identities_in(self, series: Series) -> Mapping[tuple[int, ...], str]:
        """
        Return what the issues and papers of a fixed series were known by; nothing where papers came or went.
        """
        sizes = Counter(key[0] for key in self.identities if len(key) > 1)
        is_like = self.identities and [sizes[index] for index in range(len(series))] == [
            len(each.papers) for each in series
        ]
        return self.identities if is_like else {}


@frozen(eq=False, repr=False)
class _OfIssue:
    """
    Validates what patches make of an issue.
    """

    validation: _Validation
    issue: Issue

    def __call__(self, patch: Patch) -> Report[Issue]:
        return self.validation.of_issue(patch.apply(self.issue))


@frozen(eq=False, repr=False)
class _OfSeries:
    """
    Validates what patches make of a series, in its text where there is one.
    """

    validation: _Validation
    series: Series
    document: Document | None

    def __call__(self, patch: Patch) -> Report[Series]:
        if self.document is None:
            return self.validation.of_series(patch.apply(self.series))
        document = self.document.edited(patch)
        return self.validation.of_series(document.series, document)


def _report(
    subject: Subject,
    document: Document | None,
    found: FindingFilter,
    rules: tuple[AnyRule, ...],
    trials: FixTrials,
) -> Report[Subject]:
    return Report(
        subject,
        tuple(each if each.proposal is None else evolve(each, trials=trials) for each in found.reported),
        document=document,
        suppressed=tuple(found.suppressed),
        known=tuple(found.known),
        complete=found.is_complete,
        rules=rules,
        trials=trials,
    )


def _issues(edition: Edition) -> tuple[Issue, ...]:
    if isinstance(edition, Issue):
        return (edition,)
    return edition.series.issues if isinstance(edition, Document) else edition.issues


def _identities(whole: SeriesContext) -> dict[tuple[int, ...], str]:
    issues = {(each.index,): each.identity for each in whole.issues}
    return issues | {(each.index, paper.index): paper.identity for each in whole.issues for paper in each.papers}


def _findings(rules: Iterable[AnyRule], whole: SeriesContext, root: str) -> Iterator[Finding]:
    """
    Yield what the rules see: issue by issue, then in the series.

    Args:
        rules: The rules to run.
        whole: What to run them on.
        root: What pointers are shown without, where they start from the only issue and not from its series.
    """
    of_issues = [rule for rule in rules if isinstance(rule, IssueRule)]
    for context in whole.issues if of_issues else ():
        for rule in of_issues:
            violations = iter(rule.check(context))
            # Most rules see nothing in most issues.
            if (first := next(violations, None)) is not None:
                for violation in one_for_each_habit(chain((first,), violations), whole.issues, context):
                    yield _finding(rule, violation, whole, root, context)
    for each in rules:
        if isinstance(each, SeriesRule):
            for violation in one_for_each_habit(each.check(whole), whole.issues, None):
                yield _finding(each, violation, whole, root)


def _finding(
    rule: AnyRule, violation: Violation, whole: SeriesContext, root: str, context: Context | None = None
) -> Finding:
    """
    Return a violation as a finding, its pointers and those of its fix from the value that was given.
    """
    prefix, identity, fix = "", tuple[str, ...](), violation.fix
    if context is not None:
        prefix = pointer_to("issues", context.index)
        identity = (_identity(context, violation.places or (violation.pointer,)),)
    if fix is not None and context is not None and not root:
        fix = fix_in_series(fix, whole.contents, context.index)
    elif fix is not None and context is None and root:
        own = [evolve(each, pointer=each.pointer.removeprefix(root)) for each in fix.patch]
        fix = Fix(Patch(own), safe=fix.safe)
    pointer = prefix + violation.pointer
    span = violation.span or _span(whole.document, pointer)
    line, column = (None, None) if whole.document is None or span is None else whole.document.position(span.start)
    return Finding(
        code=rule.code,
        name=rule.name,
        severity=whole.settings.severity_of(rule.code, violation.severity or rule.severity),
        pointer=pointer.removeprefix(root),
        message=on_one_line(_message(rule, violation)),
        evidence=violation.evidence,
        fix=fix,
        fingerprint=fingerprint(rule.code, *identity, *violation.identity_parts),
        places=tuple((prefix + place).removeprefix(root) for place in violation.places),
        span=span,
        line=line,
        column=column,
    )


def _message(rule: AnyRule, violation: Violation) -> str:
    advice = f": {rule.advice}" if rule.advice else ""
    more = f"; and so {violation.more} more times" if violation.more else ""
    return f"{violation.message}{advice}{more}"


def _span(document: Document | None, pointer: str) -> Span | None:
    """
    Return where a field is, or the nearest thing around it that the text prints.
    """
    while pointer and document is not None:
        span = document.span(pointer)
        if span is None and pointer.count("/") == 2:
            span = document.span(f"{pointer}/title")
        if span is not None:
            return span
        pointer = pointer.rpartition("/")[0]
    return None


def _identity(context: Context, pointers: Iterable[str]) -> str:
    """
    Return what the subject of a violation is known by wherever it is: its only paper, or else its issue.
    """
    papers = {_paper_in(pointer) for pointer in pointers}
    paper = papers.pop()
    return context.identity if paper is None or papers else context.papers[paper].identity


def _paper_in(pointer: str) -> int | None:
    parts = pointer.split("/")
    return int(parts[2]) if parts[1:2] == ["papers"] and len(parts) > 2 else None
