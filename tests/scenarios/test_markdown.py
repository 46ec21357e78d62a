"""
Rows as people bend them, and what is read of each.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from mlweekly import Paper, markdown
from tests.held_text import unheld

PATH = Path(__file__).parent / "markdown" / "rows.txt"
HEADING = "## Top AI Papers of the Week (September 16 - September 22) - 2024\n"
HEADER = "| **Paper**  | **Links** |\n"
DELIMITER = "| ------------- | ------------- |\n"
Scenario = tuple[str, list[tuple[str, str]]]


def scenarios() -> Iterator[Scenario]:
    """
    Yield the name of each scenario and its lines, split at the first colon.
    """
    for block in PATH.read_text(encoding="utf-8").split("\n== ")[1:]:
        name, *lines = (line for line in block.splitlines() if line)
        yield name, [(key, value) for key, _, value in (line.partition(": ") for line in lines)]


def shown(paper: Paper) -> list[tuple[str, str]]:
    """
    Return a paper as the lines of a scenario.
    """
    lines = [("rank", str(paper.rank)), ("title", str(paper.title))]
    if paper.summary is not None:
        lines.append(("summary", str(paper.summary)))
    return [*lines, *(("link", f"{link.label or '-'} -> {link.url}") for link in paper.links)]


@pytest.mark.parametrize("delimiter", [DELIMITER, ""], ids=["delimiter", "no delimiter"])
@pytest.mark.parametrize("scenario", list(scenarios()), ids=lambda scenario: scenario[0])
def test_scenario_of_a_row(scenario: Scenario, delimiter: str) -> None:
    """
    Fields, unplaced parts and the number of doubts are those of the scenario, also in a table without a delimiter row.
    """
    _, lines = scenario
    document = markdown.parse(HEADING + HEADER + delimiter + dict(lines)["row"])
    (paper,) = document.series[0].papers

    assert shown(paper) == [pair for pair in lines if pair[0] in ("rank", "title", "summary", "link")]
    assert [words for _, words in document.unplaced] == [value for key, value in lines if key == "unplaced"]
    assert len(document.problems) == int(dict(lines).get("doubts", "0"))
    assert unheld(document) == []
