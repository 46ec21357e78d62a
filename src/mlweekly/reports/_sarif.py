"""
Reports by SARIF 2.1.0, the Static Analysis Results Interchange Format (OASIS standard, 27 March 2020).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TypeAlias

from mlweekly.document import Document, Replacements, Span
from mlweekly.model import Issue, Series, thaw
from mlweekly.validation import Finding, Fix, Report, Rule, Severity, Suppressed

Node: TypeAlias = dict[str, object]

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}
_URL = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")


def sarif_of(report: Report[Issue] | Report[Series]) -> Node:
    """
    Return the log of one run, as plain data.
    """
    findings = [*report.findings, *report.known, *(each.finding for each in report.suppressed)]
    new, known = len(report.findings), len(report.known)
    suppressed = [*[None] * (new + known), *report.suppressed]
    fixes = _fixes(report.document, findings)
    rules = _rules(report.rules, findings)
    indices = {rule["id"]: index for index, rule in enumerate(rules)}
    results = [
        _result(report.document, finding, indices[finding.code], fix, suppression)
        for finding, fix, suppression in zip(findings, fixes, suppressed, strict=True)
    ]
    if known:
        for index, result in enumerate(results):
            result["baselineState"] = "unchanged" if new <= index < new + known else "new"
    log: Node = {
        "tool": {"driver": {"name": "mlweekly", "rules": rules}},
        "invocations": [_invocation(report)],
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "results": results,
    }
    if report.document is not None:
        log["artifacts"] = [_artifact(report.document)]
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [log]}


def _fixes(document: Document | None, findings: Sequence[Finding]) -> list[Replacements | None]:
    """
    Return for each finding what its fix replaces in the text.
    """
    if document is None:
        return [None] * len(findings)
    found = iter(document.replacements(finding.fix.patch for finding in findings if finding.fix is not None))
    return [None if finding.fix is None else next(found) for finding in findings]


def _rules(ran: Iterable[Rule], findings: Iterable[Finding]) -> list[Node]:
    """
    Return the rules that ran, and those of findings that were built by hand.
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
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": documentation.promise},
        "fullDescription": {"text": " ".join((documentation.promise, *documentation.details.split()))},
        "help": {"text": "\n".join((documentation.promise, *why, *fix)), "markdown": rule.page()},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _invocation(report: Report[Issue] | Report[Series]) -> Node:
    if report.complete:
        return {"executionSuccessful": True}
    message = f"stopped after {len(report.findings)} findings, there are more"
    notification: Node = {"descriptor": {"id": "limit"}, "level": "warning", "message": {"text": message}}
    return {"executionSuccessful": True, "toolExecutionNotifications": [notification]}


def _artifact(document: Document) -> Node:
    """
    Return the text as an artifact.
    """
    roles: Node = {"roles": ["analysisTarget"], "sourceLanguage": "markdown"}
    return {"location": _artifact_location(document), **roles} if document.name else roles


def _result(
    document: Document | None, finding: Finding, rule: int, replaced: Replacements | None, suppressed: Suppressed | None
) -> Node:
    """
    Return a finding as a result.
    """
    related = [
        {"id": number, "message": {"text": _escaped(pointer)}, **_location(document, pointer)}
        for number, pointer in enumerate((each for each in finding.places if each != finding.pointer), 1)
    ]
    result: Node = {
        "ruleId": finding.code,
        "ruleIndex": rule,
        "level": _LEVELS[finding.severity],
        "message": {"text": _escaped(finding.message)},
        "locations": [_location(document, finding.pointer, finding.span)],
        "partialFingerprints": {"mlweekly/v1": finding.fingerprint},
        "properties": {"pointer": finding.pointer, "evidence": thaw(finding.evidence)},
    }
    if related:
        result["relatedLocations"] = related
    if finding.fix is not None and replaced and document is not None:
        result["fixes"] = [_fix(document, finding.fix, replaced)]
    if suppressed is not None:
        result["suppressions"] = [_suppression(suppressed)]
    return result


def _location(document: Document | None, pointer: str, span: Span | None = None) -> Node:
    location: Node = {"logicalLocations": [{"fullyQualifiedName": pointer or "/", "kind": "value"}]}
    if document is not None:
        physical: Node = {"artifactLocation": _artifact_location(document)}
        if span is not None or (span := document.span(pointer)) is not None:
            physical["region"] = _region(document, span)
        location["physicalLocation"] = physical
    return location


def _fix(document: Document, fix: Fix, replaced: Replacements) -> Node:
    return {
        "description": {"text": _escaped(f"{'safe' if fix.safe else 'proposed'}: {fix.patch}")},
        "artifactChanges": [
            {
                "artifactLocation": _artifact_location(document),
                "replacements": [
                    {"deletedRegion": _region(document, span), "insertedContent": {"text": words}}
                    for span, words in replaced
                ],
            }
        ],
        "properties": {"safe": fix.safe},
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
    Return the name of a text as a URI reference: relative to the repository, unless it begins at the root.
    """
    # Only logs need quoting, and loading it takes as long as a small package.
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
