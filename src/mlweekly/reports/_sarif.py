"""
Reports by SARIF 2.1.0, the Static Analysis Results Interchange Format (OASIS standard, 27 March 2020).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from importlib import import_module
from typing import TypeAlias

from attrs import frozen

from mlweekly._display import is_web_address, on_one_line
from mlweekly._expressions import expression
from mlweekly._wording import shown
from mlweekly.document import Document, Replacements, Span
from mlweekly.errors import EncodeError, Problem, pointer_to
from mlweekly.model import Issue, Series, thaw
from mlweekly.validation import Finding, Fix, Report, Rule, Severity, Suppressed, rules

Node: TypeAlias = dict[str, object]
AnyReport: TypeAlias = Report[Issue] | Report[Series]

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}
_LINK = expression(r"\[([^\[\]]*)\]\(")
_URL = expression(r"[A-Za-z][A-Za-z0-9+.-]+://")


def sarif_of(reports: Sequence[AnyReport], home_url: str | None) -> Node:
    """
    Return the log of one run over all reports, as plain data.
    """
    _reject_incomplete(reports, home_url)
    uris = dict.fromkeys(_uri(str(report.document.name)) for report in reports if report.document is not None)
    artifacts = {uri: index for index, uri in enumerate(uris)}
    rules = _rules(reports, home_url)
    indices = {str(rule["id"]): index for index, rule in enumerate(rules)}
    run = _Run(artifacts, indices)
    results = [result for report in reports for result in run.results(report)]
    if any("baselineState" in result for result in results):
        for result in results:
            result.setdefault("baselineState", "new")
    # The package of the version imports this one, so it is asked for by its name.
    version = str(import_module("mlweekly").__version__)
    driver: Node = {"name": "mlweekly", "version": version, "semanticVersion": version}
    if home_url is not None:
        driver["informationUri"] = home_url
    log: Node = {
        "tool": {"driver": {**driver, "rules": rules}},
        "invocations": [_invocation(reports)],
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "results": results,
    }
    if artifacts:
        log["artifacts"] = [_artifact(uri) for uri in artifacts]
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [log]}


def _reject_incomplete(reports: Sequence[AnyReport], home_url: str | None) -> None:
    unnamed = "the document has no name: give one when it is read, markdown.parse(text, name=...)"
    problems = [
        Problem(pointer_to(number), unnamed)
        for number, report in enumerate(reports)
        if report.document is not None and not report.document.name
    ]
    if home_url is not None and not is_web_address(home_url):
        problems.append(Problem("/home_url", f"must be an http or https URL, got {shown(home_url)}"))
    if problems:
        raise EncodeError("cannot write this as SARIF", problems)


def _findings(report: AnyReport) -> Iterator[tuple[Finding, str, Suppressed | None]]:
    """
    Yield what was found, what the baseline holds and what is suppressed, each with its state to a baseline.
    """
    yield from ((finding, "new", None) for finding in report.findings)
    yield from ((finding, "unchanged", None) for finding in report.known)
    yield from ((suppressed.finding, "new", suppressed) for suppressed in report.suppressed)


def _rules(reports: Sequence[AnyReport], home_url: str | None) -> list[Node]:
    """
    Return the rules that ran, and those of findings that were built by hand.
    """
    catalogue = set(rules()) if home_url is not None else set[Rule]()
    every: dict[str, Node] = {}
    for rule in (rule for report in reports for rule in report.rules):
        if rule.code not in every:
            every[rule.code] = _rule(rule)
            if rule in catalogue:
                every[rule.code]["helpUri"] = f"{str(home_url).rstrip('/')}/rules/{rule.code}/"
    for finding in (finding for report in reports for finding, _, _ in _findings(report)):
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


def _invocation(reports: Sequence[AnyReport]) -> Node:
    notifications = [_notification(report) for report in reports if not report.complete]
    invocation: Node = {"executionSuccessful": True}
    return {**invocation, "toolExecutionNotifications": notifications} if notifications else invocation


def _notification(report: AnyReport) -> Node:
    name = "" if report.document is None else f"{report.document.name}: "
    message = _message(f"{name}stopped after {len(report.findings)} findings, there are more")
    return {"descriptor": {"id": "limit"}, "level": "warning", "message": message}


def _artifact(uri: str) -> Node:
    """
    Return a text as an artifact.
    """
    return {"location": {"uri": uri}, "roles": ["analysisTarget"], "sourceLanguage": "markdown"}


@frozen
class _Run:
    """
    What the results of a log refer to: its artifacts and its rules, by their indices.
    """

    artifacts: Mapping[str, int]
    rules: Mapping[str, int]

    def results(self, report: AnyReport) -> Iterator[Node]:
        """
        Yield a result for each finding of a report.
        """
        findings = tuple(_findings(report))
        proposed = _replacements(report.document, [finding for finding, _, _ in findings])
        for (finding, state, suppressed), replaced in zip(findings, proposed, strict=True):
            result = self._result(report.document, finding, replaced)
            if report.known:
                result["baselineState"] = state
            if suppressed is not None:
                result["suppressions"] = [_suppression(suppressed)]
            yield result

    def _result(self, document: Document | None, finding: Finding, replaced: Replacements | None) -> Node:
        related = [
            {"id": number, "message": _message(pointer), **self._location(document, pointer)}
            for number, pointer in enumerate((each for each in finding.places if each != finding.pointer), 1)
        ]
        result: Node = {
            "ruleId": finding.code,
            "ruleIndex": self.rules[finding.code],
            "level": _LEVELS[finding.severity],
            "message": _message(finding.message),
            "locations": [self._location(document, finding.pointer, finding.span)],
            "partialFingerprints": {"mlweekly/v1": finding.fingerprint},
            "properties": {"pointer": finding.pointer, "evidence": thaw(finding.evidence)},
        }
        if related:
            result["relatedLocations"] = related
        if finding.fix is not None and replaced and document is not None:
            result["fixes"] = [self._fix(document, finding.fix, replaced)]
        return result

    def _location(self, document: Document | None, pointer: str, span: Span | None = None) -> Node:
        location: Node = {"logicalLocations": [{"fullyQualifiedName": pointer or "/", "kind": "value"}]}
        if document is not None:
            physical: Node = {"artifactLocation": self._artifact_location(document)}
            if span is not None or (span := document.span(pointer)) is not None:
                physical["region"] = _region(document, span)
            location["physicalLocation"] = physical
        return location

    def _fix(self, document: Document, fix: Fix, replaced: Replacements) -> Node:
        replacements = [
            {"deletedRegion": _region(document, span), "insertedContent": {"text": words}} for span, words in replaced
        ]
        change = {"artifactLocation": self._artifact_location(document), "replacements": replacements}
        return {
            "description": _message(f"{'safe' if fix.safe else 'proposed'}: {fix.patch}"),
            "artifactChanges": [change],
            "properties": {"safe": fix.safe},
        }

    def _artifact_location(self, document: Document) -> Node:
        uri = _uri(str(document.name))
        return {"uri": uri, "index": self.artifacts[uri]}


def _replacements(document: Document | None, findings: Sequence[Finding]) -> list[Replacements | None]:
    """
    Return for each finding what its fix replaces in the text.
    """
    if document is None:
        return [None] * len(findings)
    found = iter(document.replacements(finding.fix.patch for finding in findings if finding.fix is not None))
    return [None if finding.fix is None else next(found) for finding in findings]


def _suppression(suppressed: Suppressed) -> Node:
    node: Node = {"kind": "inSource" if suppressed.in_text else "external", "status": "accepted"}
    because = suppressed.suppression.because
    return {**node, "justification": because} if because else node


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


def _message(text: str) -> Node:
    """
    Return a message in which braces are no placeholders and brackets no links (SARIF 2.1.0, 3.11.5 and 3.11.6).
    """
    words = "\n".join(map(on_one_line, text.splitlines()))
    return {"text": _LINK.sub(r"\\[\1\\](", words.replace("{", "{{").replace("}", "}}"))}
