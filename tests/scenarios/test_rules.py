"""
One file per rule: what an issue or a text holds, and what is found in it.

A file is a list of scenarios, each under `== what happens`. A scenario describes its subject by

- `text:`, and below it, four blanks in, a text of any dialect; or `json:` and the JSON form of an issue or a series;
- or, for an issue by hand, `title:`, `period:`, and a paper for each `post:` (a day) and `arxiv:` (a number).

`edition:` holds the text of another edition, `settings:` the arguments of `Settings`, and `select:` the rules to run,
where they are not just that of the file and those that are found. Lines before the first scenario hold for all.
`found:` is a finding, or `nothing`; `fixed text:`, `fixed json:`, `fixed title:` and `fixed period:` are what all fixes
together make of the subject. A scenario without them proposes no fix.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

import mlweekly
from mlweekly import DateRange, Document, Issue, Report, Series, Settings, rules, validate
from mlweekly.validation import Suppression, Term
from tests.digests import arxiv_url, digest, post_url

FOLDER = Path(__file__).parent / "rules"
BLOCKS = {"text", "json", "edition", "fixed text", "fixed json"}
NAMES = {"Settings": Settings, "Suppression": Suppression, "Term": Term, "date": date}
Scenario = tuple[str, list[tuple[str, str]]]


def scenarios() -> Iterator[Scenario]:
    """
    Yield the name of each scenario and its members, in order.
    """
    for path in sorted(FOLDER.glob("*.txt")):
        header, *blocks = path.read_text(encoding="utf-8").split("\n== ")
        shared = list(members_of(header.splitlines()))
        for block in blocks:
            name, *lines = block.splitlines()
            yield f"{path.stem}: {name}", [*shared, *members_of(lines)]


def members_of(lines: list[str]) -> Iterator[tuple[str, str]]:
    """
    Yield key and value of each line; of a block, the lines below it that stand four blanks in.
    """
    position = 0
    while position < len(lines):
        key, _, value = lines[position].partition(":")
        position += 1
        if key in BLOCKS and not value:
            start = position
            while position < len(lines) and (lines[position].startswith("    ") or not lines[position]):
                position += 1
            yield key, "\n".join(line[4:] for line in lines[start:position]).rstrip("\n") + "\n"
        elif key and not key.startswith("#"):
            yield key, value.strip()


def subject_of(members: list[tuple[str, str]]) -> Issue | Series | Document:
    """
    Return the issue, the series or the document that the members describe.
    """
    values = dict(members)
    if "text" in values:
        return mlweekly.markdown.parse(values["text"])
    if "json" in values:
        read = mlweekly.json.loads_series if "issues" in json.loads(values["json"]) else mlweekly.json.loads
        return read(values["json"])
    urls = [
        post_url(date.fromisoformat(value), number) if key == "post" else arxiv_url(value)
        for number, (key, value) in enumerate(members)
        if key in ("post", "arxiv")
    ]
    period = DateRange.parse(values["period"]) if "period" in values else None
    return digest(values.get("title"), period, urls)


def report_of(name: str, members: list[tuple[str, str]]) -> Report[Issue] | Report[Series]:
    """
    Return what the rules of the scenario find in its subject.
    """
    values = dict(members)
    codes = {name.partition(":")[0], *(value.split()[0] for key, value in members if key == "found")} - {"nothing"}
    return validate(
        subject_of(members),
        select=values["select"].split() if "select" in values else sorted(codes),
        settings=eval(f"Settings({values.get('settings', '')})", NAMES),
        editions=[mlweekly.markdown.parse(value) for key, value in members if key == "edition"],
    )


@pytest.mark.parametrize("scenario", list(scenarios()), ids=lambda scenario: scenario[0])
def test_scenario_of_a_rule(scenario: Scenario) -> None:
    """
    Exactly the findings of the scenario are found, and the fixes make what it says, or there are none.
    """
    name, members = scenario
    values = dict(members)
    report = report_of(name, members)

    found = [f"{each.code} {each.severity} {each.pointer}: {each.message}".rstrip() for each in report.findings]
    assert (found or ["nothing"]) == [value for key, value in members if key == "found"]

    fixes = any(finding.fix for finding in report.findings)
    assert fixes == any(key.startswith("fixed ") for key in values)
    patch = report.patch(unsafe=True)
    fixed = report.fix(unsafe=True)
    if "fixed title" in values:
        assert isinstance(fixed, Issue)
        assert (fixed.title, str(fixed.period)) == (values["fixed title"], values["fixed period"])
        assert validate(fixed, select=values["select"].split()).findings == ()
    if "fixed json" in values:
        assert json.loads(mlweekly.json.dumps(fixed)) == json.loads(values["fixed json"])
    if "fixed text" in values:
        assert mlweekly.markdown.edit(values["text"], patch) == values["fixed text"]


def test_every_rule_has_a_scenario() -> None:
    """
    A rule of the catalogue has a file of its own, and a file has its rule.
    """
    assert {path.stem for path in FOLDER.glob("*.txt")} == {rule.code for rule in rules()}


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.txt")), ids=lambda path: path.stem)
def test_scenarios_show_both_sides(path: Path) -> None:
    """
    A rule has a scenario in which it speaks, and one in which it does not.
    """
    text = path.read_text(encoding="utf-8")

    assert f"\nfound: {path.stem} " in text
    assert any(f"found: {path.stem} " not in scenario for scenario in text.split("\n== ")[1:])
