"""
What `CONTRIBUTING.md` says of a new rule is true: one function, one line in the catalogue, one scenario file.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

import mlweekly
from mlweekly import markdown, reports, rules, validate
from mlweekly.changes import Patch
from mlweekly.validation import Context, Fix, IssueRule, Violation, _catalogue, _engine
from tests import test_rule_pages as pages
from tests.scenarios import test_rules as scenarios

SCENARIOS = """\
# Z999 title-in-capitals

== every letter of a title is a capital
text:
    ## Papers of the Week (September 16 - September 22) - 2024

    | **Paper** | **Links** |
    |---|---|
    | 1) **MOSHI** - our own words here | [Paper](https://arxiv.org/abs/2410.00037) |
found: Z999 warning /issues/0/papers/0/title/original: MOSHI: every letter is a capital
fixed text:
    ## Papers of the Week (September 16 - September 22) - 2024

    | **Paper** | **Links** |
    |---|---|
    | 1) **Moshi** - our own words here | [Paper](https://arxiv.org/abs/2410.00037) |

== one letter is not
title: Papers
arxiv: 2410.00037
found: nothing
"""


def title_in_capitals(context: Context) -> Iterator[Violation]:
    """
    A title does not shout.

    Titles of one letter are excused.

    Why it matters: it tires the reader.
    Bad:
        ## Papers of the Week (September 16 - September 22) - 2024

        | **Paper** | **Links** |
        |---|---|
        | 1) **MOSHI** - our own words here | [Paper](https://arxiv.org/abs/2410.00037) |
    Good:
        ## Papers of the Week (September 16 - September 22) - 2024

        | **Paper** | **Links** |
        |---|---|
        | 1) **Moshi** - our own words here | [Paper](https://arxiv.org/abs/2410.00037) |
    Fix: unsafe. The first letter of each word stays a capital.
    Counted: 0 of 130 issues.
    """
    for passage in context.passages:
        if passage.field == "title" and len(passage.text) > 1 and passage.text.isupper():
            yield Violation(
                pointer=passage.pointer,
                message=f"{passage.text}: every letter is a capital",
                evidence={"title": passage.text},
                identity_parts=(passage.text,),
                fix=Fix(Patch([passage.reworded(passage.text.title())]), safe=False),
            )


@pytest.fixture
def rule(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> IssueRule:
    """
    The rule, by its line in the catalogue and its scenario file.
    """
    line = IssueRule("Z999", "title-in-capitals", "warning", title_in_capitals)
    for module in (_catalogue, _engine):
        monkeypatch.setattr(module, "CATALOGUE", (*_catalogue.CATALOGUE, line) if module is _catalogue else rules())
    monkeypatch.setattr(scenarios, "FOLDER", tmp_path)
    (tmp_path / "Z999.txt").write_text(SCENARIOS, encoding="utf-8")
    return line


def test_function_line_and_scenarios_make_a_rule(rule: IssueRule) -> None:
    """
    The rule is listed, chosen, found, placed, fixed and silenced; its examples and its scenarios are run.
    """
    bad = rule.documentation.bad
    report = validate(markdown.parse(bad, name="README.md"), select="Z9")

    assert rules()[-1] is rule
    assert str(report).splitlines()[0] == "README.md:5:8: Z999 MOSHI: every letter is a capital [proposed fix]"
    assert markdown.edit(bad, report.patch(unsafe=True)) == rule.documentation.good
    silent = bad.replace("here", "here <!-- mlweekly: ignore Z999 because it is a name -->")
    assert validate(markdown.parse(silent), select=["Z999", "N901"]).findings == ()
    for scenario in scenarios.scenarios():
        scenarios.test_scenario_of_a_rule(scenario)
    scenarios.test_scenarios_show_both_sides(scenarios.FOLDER / "Z999.txt")
    pages.test_docstring_of_a_rule_has_every_part(rule)
    pages.test_bad_example_is_found_and_good_one_is_not(rule)
    pages.test_fix_of_a_bad_example_is_what_the_page_says(rule)


def test_page_and_logs_come_with_it(rule: IssueRule, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    Its page is among those that are written, and a SARIF log carries its help.
    """
    generator = pages.generator()
    monkeypatch.setitem(generator.SUBJECTS, "Z", "Capitals")
    written = generator.pages()
    log = json.dumps(reports.sarif(validate(markdown.parse(rule.documentation.bad, name="bad.md"), select="Z999")))

    assert written["Z999.md"] == rule.page()
    assert (
        "| [Z999](Z999.md) | title-in-capitals | warning | A title does not shout. |  | unsafe |" in written["index.md"]
    )
    assert "# Z999 title-in-capitals" in log
    assert mlweekly.rules()[-1] is rule
