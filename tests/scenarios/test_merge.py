"""
One scenario per kind of agreement and disagreement: three issues, what the merge makes of them, and its conflicts.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from mlweekly import Issue, Link, LinkSet, Paper, Text, merge
from mlweekly.changes import Conflict
from mlweekly.changes._merging._conflicts import lines_of

FOLDER = Path(__file__).parent / "merge"
PARTS = ("base", "ours", "theirs", "merged")
Scenario = tuple[str, list[str]]


def scenarios() -> Iterator[Scenario]:
    """
    Yield the name of each scenario and its lines.
    """
    for path in sorted(FOLDER.glob("*.txt")):
        for block in ("\n" + path.read_text(encoding="utf-8")).split("\n== ")[1:]:
            name, *lines = (line for line in block.splitlines() if line and not line.startswith("#"))
            yield f"{path.stem}: {name}", lines


def issues_of(lines: list[str]) -> dict[str, Issue]:
    """
    Return the four issues by their names.
    """
    issues: dict[str, Issue] = {}
    name = ""
    for number, line in enumerate(lines):
        if line in PARTS:
            name = line
            end = next((at for at in range(number + 1, len(lines)) if is_end(lines[at])), len(lines))
            issues[name] = issue_of(lines[number + 1 : end])
    return issues


def is_end(line: str) -> bool:
    """
    Return whether an issue ends before this line.
    """
    return line in PARTS or line.startswith("conflict: ")


def issue_of(lines: list[str]) -> Issue:
    """
    Return the issue that the lines describe; its papers count 1…n.
    """
    members = dict(line.split(": ", 1) for line in lines if line.startswith(("title: ", "language: ")))
    lead = [line.removeprefix("lead: ") for line in lines if line.startswith("lead: ")]
    papers = [line.removeprefix("paper: ").split(" | ") for line in lines if line.startswith("paper: ")]
    return Issue(
        title=members.get("title"),
        language=members.get("language"),
        lead=lead,
        papers=[paper_of(rank, *parts) for rank, parts in enumerate(papers, 1)],
    )


def paper_of(rank: int, title: str, summary: str = "", urls: str = "") -> Paper:
    """
    Return a paper; an empty string is no summary, no links.
    """
    links = LinkSet(Link(url) for url in urls.split())
    return Paper(rank=rank, title=Text(title), summary=Text(summary) if summary else None, links=links)


def shown(conflict: Conflict) -> str:
    """
    Return a conflict in the line of a scenario.
    """
    values = (
        " ".join(lines_of(value)).removeprefix("en: ") for value in (conflict.base, conflict.ours, conflict.theirs)
    )
    return f"conflict: {conflict.kind} {conflict.pointer}: {', '.join(value or 'nothing' for value in values)}"


@pytest.mark.parametrize("scenario", list(scenarios()), ids=lambda scenario: scenario[0])
def test_scenario_of_a_merge(scenario: Scenario) -> None:
    """
    The merge is the one that the scenario says, with exactly its conflicts, whichever side is called ours.
    """
    _, lines = scenario
    issues = issues_of(lines)
    merged = merge(issues["base"], ours=issues["ours"], theirs=issues["theirs"])
    swapped = merge(issues["base"], ours=issues["theirs"], theirs=issues["ours"])

    assert merged.value == issues["merged"]
    assert swapped.value == issues["merged"]
    assert [shown(conflict) for conflict in merged.conflicts] == [line for line in lines if line.startswith("conflict")]
