"""
Reports by SARIF 2.1.0, the Static Analysis Results Interchange Format (OASIS standard, 27 March 2020).

Lives here: which member of a SARIF log each part of a report becomes.
Must not know: any rule; how a text is edited (a document tells the regions of a fix).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from attrs import frozen

from mlweekly.document import Document, Replacements, Span
from mlweekly.model import Issue, Series, thaw
from mlweekly.validation import Finding, Report, Rule, Severity, Suppressed

__all__ = ["sarif_of"]

Node: TypeAlias = dict[str, object]

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}
_URL = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")
_LINE_ENDS = ["\r\n", "\n", "\r"]


def sarif_of(report: Report[Issue] | Report[Series]) -> Node:
    """
    Return the log of one run, as plain data.
    """
    silenced = dict(enumerate(report.suppressed))
    findings = [*report.findings, *report.known, *(each.finding for each in report.suppressed)]
    first_silenced = len(report.findings) + len(report.known)
    fixes = _fixes(report.document, findings)
    rules = _rules(report.rules, findings)
    indices = {rule["id"]: index for index, rule in enumerate(rules)}
    run = _Run(report.document)
    results = [
        run.result(finding, indices[finding.code], fixes[number], silenced.get(number - first_silenced))
        for number, finding in enumerate(findings)
    ]
    if report.known:
        for number, result in enumerate(results):
            is_known = len(report.findings) <= number < first_silenced
            result["baselineState"] = "unchanged" if is_known else "new"
    log: Node = {
        "tool": {"driver": {"name": "mlweekly", "rules": rules}},
        "invocations": [_invocation(report)],
        "columnKind": "unicodeCodePoints",
        "newlineSequences": _LINE_ENDS,
        "results": results,
    }
    if report.document is not None:
        log["artifacts"] = [run.artifact(report.document)]
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [log]}


def _fixes(document: Document | None, findings: Sequence[Finding]) -> list[Replacements | None]:
    """
    Return for each finding what its fix replaces in the text.
    """
    found: list[Replacements | None] = [None] * len(findings)
    if document is not None:
        fixes = [(number, finding.fix.patch) for number, finding in enumerate(findings) if finding.fix is not None]
        every = document.replacements(patch for _, patch in fixes)
        for (number, _), places in zip(fixes, every, strict=True):
            found[number] = places
    return found


def _rules(ran: Iterable[Rule], findings: Iterable[Finding]) -> list[Node]:
    """
    Return the rules that ran, and those of findings that were made by hand.
    """
    every = {rule.code: _rule(rule) for rule in ran}
    for finding in findings:
        if finding.code not in every:
            level = {"level": _LEVELS[finding.severity]}
            every[finding.code] = {"id": finding.code, "name": finding.name, "defaultConfiguration": level}
    return list(every.values())


def _rule(rule: Rule) -> Node:
    documentation = rule.documentation
    why = [f"Why it matters: {documentation.why}"] if documentation.why else []
    fix = [f"Fix: {documentation.fix}"] if documentation.fix else []
    page = rule.page()
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": documentation.promise},
        "fullDescription": {"text": " ".join((documentation.promise, *documentation.details.split()))},
        "help": {"text": "\n".join((documentation.promise, *why, *fix)), "markdown": page},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _invocation(report: Report[Issue] | Report[Series]) -> Node:
    if report.complete:
        return {"executionSuccessful": True}
    message = f"stopped after {len(report.findings)} findings, there are more"
    notification: Node = {"descriptor": {"id": "limit"}, "level": "warning", "message": {"text": message}}
    return {"executionSuccessful": True, "toolExecutionNotifications": [notification]}


@frozen(eq=False)
class _Run:
    """
    The text that the results of a run are about, if there is one.
    """

    document: Document | None

    def artifact(self, document: Document) -> Node:
        """
        Return the text as an artifact.
        """
        roles = {"roles": ["analysisTarget"], "sourceLanguage": "markdown"}
        return {"location": _artifact_location(document), **roles} if document.name else {**roles}

    def result(self, finding: Finding, rule: int, fix: Replacements | None, suppressed: Suppressed | None) -> Node:
        """
        Return a finding as a result.
        """
        others = [place for place in finding.places if place != finding.pointer]
        result: Node = {
            "ruleId": finding.code,
            "ruleIndex": rule,
            "level": _LEVELS[finding.severity],
            "message": {"text": _escaped(finding.message)},
            "locations": [self._location(finding.pointer, finding.span)],
            "partialFingerprints": {"mlweekly/v1": finding.fingerprint},
            "properties": {"pointer": finding.pointer, "evidence": thaw(finding.evidence)},
        }
        if others:
            result["relatedLocations"] = list(self._related(others))
        if finding.fix is not None and fix and self.document is not None:
            result["fixes"] = [_fix(self.document, finding, fix)]
        if suppressed is not None:
            result["suppressions"] = [_suppression(suppressed)]
        return result

    def _related(self, places: Iterable[str]) -> Iterator[Node]:
        for number, place in enumerate(places, 1):
            span = None if self.document is None else self.document.span(place)
            yield {"id": number, "message": {"text": _escaped(place)}, **self._location(place, span)}

    def _location(self, pointer: str, span: Span | None) -> Node:
        location: Node = {"logicalLocations": [{"fullyQualifiedName": pointer or "/", "kind": "value"}]}
        if self.document is not None:
            physical: Node = {"artifactLocation": _artifact_location(self.document)}
            if span is not None:
                physical["region"] = _region(self.document, span)
            location["physicalLocation"] = physical
        return location


def _fix(document: Document, finding: Finding, places: Replacements) -> Node:
    is_safe = finding.fix is not None and finding.fix.safe
    sentences = "" if finding.fix is None else str(finding.fix.patch)
    return {
        "description": {"text": _escaped(f"{'safe' if is_safe else 'proposed'}: {sentences}")},
        "artifactChanges": [
            {
                "artifactLocation": _artifact_location(document),
                "replacements": [
                    {"deletedRegion": _region(document, span), "insertedContent": {"text": words}}
                    for span, words in places
                ],
            }
        ],
        "properties": {"safe": is_safe},
    }


def _suppression(suppressed: Suppressed) -> Node:
    node: Node = {"kind": "inSource" if suppressed.in_text else "external", "status": "accepted"}
    because = suppressed.suppression.because
    return {**node, "justification": because} if because else node


def _artifact_location(document: Document) -> Node:
    location: Node = {"index": 0}
    return {"uri": _uri(document.name), **location} if document.name else location


def _uri(name: str) -> str:
    """
    Return what the caller calls a text as a reference: relative to the repository, unless it begins at the root.
    """
    # Quoting is for logs alone, and loading it costs as much as a small room.
    from urllib.parse import quote

    if _URL.match(name):
        return quote(name, safe="/:?#[]@!$&'()*+,;=%~", errors="surrogatepass")
    path = quote(name.replace("\\", "/").removeprefix("./"), safe="/~", errors="surrogatepass")
    return f"file://{path}" if path.startswith("/") else path


def _region(document: Document, span: Span) -> Node:
    (line, column), (end_line, end_column) = document.position(span.start), document.position(span.end)
    return {
        "startLine": line,
        "startColumn": column,
        "endLine": end_line,
        "endColumn": end_column,
        "charOffset": span.start,
        "charLength": span.end - span.start,
    }


def _escaped(message: str) -> str:
    """
    Return a message whose braces are no placeholders (SARIF 2.1.0, 3.11.5).
    """
    return message.replace("{", "{{").replace("}", "}}")
