"""
One file per rule: what an issue holds, and what is found in it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from mlweekly import DateRange, Issue, rules, validate
from tests.digests import arxiv_url, digest, post_url

FOLDER = Path(__file__).parent / "rules"
Scenario = tuple[str, list[tuple[str, str]]]


def scenarios() -> Iterator[Scenario]:
    """
    Yield the name of each scenario and its lines, split at the first colon.
    """
    for path in sorted(FOLDER.glob("*.txt")):
        for block in path.read_text(encoding="utf-8").split("\n== ")[1:]:
            name, *lines = (line for line in block.splitlines() if line and not line.startswith("#"))
            pairs = (line.partition(": ") for line in lines)
            yield f"{path.stem}: {name}", [(key, value) for key, _, value in pairs]


def issue_of(lines: list[tuple[str, str]]) -> Issue:
    """
    Return the issue that the lines describe.
    """
    members = dict(lines)
    urls = [
        post_url(date.fromisoformat(value), number) if key == "post" else arxiv_url(value)
        for number, (key, value) in enumerate(lines)
        if key in ("post", "arxiv")
    ]
    period = DateRange.parse(members["period"]) if "period" in members else None
    return digest(members.get("title"), period, urls)


@pytest.mark.parametrize("scenario", list(scenarios()), ids=lambda scenario: scenario[0])
def test_scenario_of_a_rule(scenario: Scenario) -> None:
    """
    Exactly the findings of the scenario are found, and the fix makes what it says, or there is none.
    """
    _, lines = scenario
    members = dict(lines)
    report = validate(issue_of(lines))

    found = [f"{each.code} {each.severity} {each.pointer}: {each.message}" for each in report.findings]
    assert (found or ["nothing"]) == [value for key, value in lines if key == "found"]

    fixed = report.fix(unsafe=True)
    assert any(finding.fix for finding in report.findings) == ("fixed period" in members)
    if "fixed period" in members:
        assert (fixed.title, str(fixed.period)) == (members["fixed title"], members["fixed period"])
        assert validate(fixed).findings == ()


def test_every_rule_has_a_scenario() -> None:
    """
    A rule of the catalogue has a file of its own, and a file has its rule.
    """
    assert {path.stem for path in FOLDER.glob("*.txt")} == {rule.code for rule in rules()}
