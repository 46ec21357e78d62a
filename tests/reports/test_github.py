"""
Reports as annotations of GitHub Actions, read back by the rules of its runner.
"""

from __future__ import annotations

import re

import pytest
from attrs import evolve
from hypothesis import given

from mlweekly import Issue, Report, Settings, markdown, reports, validate
from mlweekly.document import Span
from mlweekly.validation import Finding
from tests.strategies import strings

TEXT = """\
## Papers of the Week (June 10 - June 16) - 2024

| **Paper** | **Links** |
|---|---|
| 1) **Moshi** - our own words | [Tweet](https://x.com/kyutai_labs/status/1836427396959932492) |
"""
FINDING = Finding(
    code="MY1", name="mine", severity="info", pointer="/title", message="m", evidence={}, fix=None, fingerprint="0" * 16
)


def unescaped(text: str, *, is_property: bool = False) -> str:
    """
    Return a text as the runner of GitHub Actions reads it (`ActionCommand.cs`).
    """
    pairs = [("%3A", ":"), ("%2C", ",")] if is_property else []
    for escape, character in (("%0D", "\r"), ("%0A", "\n"), *pairs, ("%25", "%")):
        text = text.replace(escape, character)
    return text


def command(line: str) -> tuple[str, dict[str, str], str]:
    """
    Return the name, the properties and the message of a workflow command, read as the runner does.
    """
    assert line.startswith("::")
    head, _, message = line[2:].partition("::")
    name, _, listed = head.partition(" ")
    pairs = [each.partition("=") for each in listed.split(",") if each]
    return name, {key: unescaped(value, is_property=True) for key, _, value in pairs}, unescaped(message)


def commands(text: str) -> list[tuple[str, dict[str, str], str]]:
    """
    Return every command of an output.
    """
    return [command(line) for line in text.splitlines()]


def test_a_finding_is_an_annotation_beside_its_lines() -> None:
    """
    It has the file, the line and the columns, code and name as its title, and the evidence as its message.
    """
    report = validate(markdown.parse(TEXT, name="digests/week 38.md"), select="D103")

    (annotation,) = commands(reports.github(report))
    assert annotation == (
        "error",
        {"file": "digests/week 38.md", "line": "1", "col": "4", "endColumn": "49", "title": "D103 title-vs-posts"},
        report.findings[0].message,
    )
    assert TEXT[3:48] == "Papers of the Week (June 10 - June 16) - 2024"


def test_columns_are_of_one_line() -> None:
    """
    Of a finding on several lines the lines are told, and of one without a span its own line and column alone.
    """
    document = markdown.parse(TEXT, name="a.md")
    long = evolve(FINDING, span=Span(0, len(TEXT) - 1), line=1, column=1)
    bare = evolve(FINDING, line=3, column=2)
    unplaced = FINDING
    report = Report(document.series, (long, bare, unplaced), document=document)

    places = [
        {name: value for name, value in properties.items() if name != "title"}
        for _, properties, _ in commands(reports.github(report))
    ]
    assert places == [
        {"file": "a.md", "line": "1", "endLine": "5"},
        {"file": "a.md", "line": "3", "col": "2"},
        {"file": "a.md"},
    ]


def test_without_a_file_the_message_says_where() -> None:
    """
    A finding of an issue, and one of a text without a name, have no file: the message begins with the pointer.
    """
    unnamed = validate(markdown.parse(TEXT), select="D103")
    issue = validate(unnamed.subject[0], select="D103")

    (of_text,), (of_issue,) = commands(reports.github(unnamed)), commands(reports.github(issue))
    assert of_text[1] == of_issue[1] == {"title": "D103 title-vs-posts"}
    assert of_text[2].startswith("/issues/0/title: the only post dates")
    assert of_issue[2].startswith("/title: the only post dates")


def test_severities_are_levels() -> None:
    """
    An error is an error, a warning a warning, and an info a notice.
    """
    findings = tuple(evolve(FINDING, severity=severity) for severity in ("error", "warning", "info"))

    assert [name for name, _, _ in commands(reports.github(Report(Issue(), findings)))] == [
        "error",
        "warning",
        "notice",
    ]


def test_many_reports_and_none() -> None:
    """
    Several reports follow each other; without findings nothing is written, and an early stop is a warning.
    """
    named = [validate(markdown.parse(TEXT, name=name), select="D103") for name in ("a.md", "b.md")]
    clean = validate(markdown.parse(TEXT, name="c.md"), select="D112")
    stopped = validate(markdown.parse(TEXT, name="d.md"), settings=Settings(limit=1))

    assert [properties["file"] for _, properties, _ in commands(reports.github([*named, clean]))] == ["a.md", "b.md"]
    assert reports.github(clean) == ""
    assert commands(reports.github(stopped))[-1] == (
        "warning",
        {"file": "d.md"},
        "stopped after 1 findings, there are more",
    )


@pytest.mark.parametrize("name", ["50%.md", "a:b,c.md", "a\nb.md", "%0A.md", "::error::x.md", "\x1b[31m.md"])
def test_a_name_is_one_property(name: str) -> None:
    """
    No name of a file ends its property or its command.
    """
    (annotation,) = commands(reports.github(validate(markdown.parse(TEXT, name=name), select="D103")))

    assert annotation[1]["file"] == name.replace("\n", " ").replace("\x1b", "‹U+001B›")
    assert annotation[1]["title"] == "D103 title-vs-posts"


@given(strings())
def test_no_message_writes_a_command(text: str) -> None:
    """
    Whatever a message says, a finding is one line, and is read back as it was, with controls named.
    """
    written = reports.github(Report(Issue(), (evolve(FINDING, message=text, line=1, column=1),)))

    assert written.count("\n") == 1
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", written)
    ((name, properties, _),) = commands(written)
    assert (name, properties) == ("notice", {"title": "MY1 mine"})


def test_percent_signs_survive() -> None:
    """
    What looks like an escape is text.
    """
    report = Report(Issue(), (evolve(FINDING, message="100% %0A %25 : ,"),))

    assert commands(reports.github(report))[0][2] == "/title: 100% %0A %25 : ,"
