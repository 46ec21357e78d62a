"""
Reports as workflow commands of GitHub Actions, which become annotations beside the lines of a pull request.

The escapes are those of the toolkit of GitHub Actions (`@actions/core`): `%` in a message, and colons and commas, too,
in a property. Messages and names are on one line each, so there are no line ends to escape.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mlweekly._display import on_one_line
from mlweekly.document import Document
from mlweekly.model import Issue, Series
from mlweekly.validation import Finding, Report, Severity

_COMMANDS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "notice"}
_IN_A_MESSAGE = str.maketrans({"%": "%25"})
_IN_A_PROPERTY = str.maketrans({"%": "%25", ":": "%3A", ",": "%2C"})


def github_of(reports: Sequence[Report[Issue] | Report[Series]]) -> str:
    """
    Return a command a line.
    """
    return "".join(f"{command}\n" for report in reports for command in _commands(report))


def _commands(report: Report[Issue] | Report[Series]) -> Iterator[str]:
    for finding in report.findings:
        properties = {**_place(finding, report.document), "title": f"{finding.code} {finding.name}"}
        pointer = "" if "line" in properties else f"{finding.pointer or '(root)'}: "
        message = f"{pointer}{finding.message}"
        yield _command(_COMMANDS[finding.severity], properties, message)
    if not report.complete:
        properties = {} if report.document is None or not report.document.name else {"file": report.document.name}
        yield _command("warning", properties, f"stopped after {len(report.findings)} findings, there are more")


def _place(finding: Finding, document: Document | None) -> dict[str, str]:
    """
    Return the file, and the line and columns of a finding; columns only where it is in one line.
    """
    if document is None or not document.name:
        return {}
    if finding.line is None:
        return {"file": document.name}
    place = {"file": document.name, "line": str(finding.line)}
    end = finding.line if finding.span is None else document.position(finding.span.end).line
    if end > finding.line:
        return {**place, "endLine": str(end)}
    place["col"] = str(finding.column)
    if finding.span is not None:
        place["endColumn"] = str(document.position(finding.span.end).column)
    return place


def _command(name: str, properties: dict[str, str], message: str) -> str:
    listed = ",".join(f"{key}={on_one_line(value).translate(_IN_A_PROPERTY)}" for key, value in properties.items())
    return f"::{name}{' ' if listed else ''}{listed}::{on_one_line(message).translate(_IN_A_MESSAGE)}"
