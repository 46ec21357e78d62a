"""
Every rule has a page, made from its docstring, with two examples that are true.
"""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest

import mlweekly
from mlweekly import Document, Issue, Series, Settings, rules, validate
from mlweekly.validation import Context, Documentation, IssueRule, Rule, Suppression, Term, Violation

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "docs" / "rules"
NAMES = {"Settings": Settings, "Suppression": Suppression, "Term": Term, "date": date}
LINK = re.compile(r"\]\(([^)#\s]+\.(?:md|py))\)")

each_rule = pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.code)


def generator() -> ModuleType:
    """
    Return the program that writes the pages.
    """
    path = ROOT / "docs" / "rule_pages.py"
    spec = importlib.util.spec_from_file_location("rule_pages", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def subject_of(example: str) -> Issue | Series | Document:
    """
    Return what an example shows: a text, or, where it begins with a brace, the JSON form of an issue or a series.
    """
    if not example.startswith("{"):
        return mlweekly.markdown.parse(example)
    series = mlweekly.json.loads_series(example)
    return series if '"issues"' in example else series[0]


def codes_in(example: str, documentation: Documentation) -> set[str]:
    """
    Return the codes of what every rule finds in an example.
    """
    return {
        finding.code
        for finding in validate(
            subject_of(example),
            settings=eval(f"Settings({documentation.settings})", NAMES),
            editions=[subject_of(documentation.beside)] if documentation.beside else [],
        ).findings
    }


@each_rule
def test_docstring_of_a_rule_has_every_part(rule: Rule) -> None:
    """
    A rule says in one sentence what it promises, then why, shows it, and says what its fix does and what was counted.
    """
    documentation = rule.documentation

    assert documentation.promise == rule.summary
    assert documentation.promise.endswith(".")
    assert documentation.why
    assert documentation.bad
    assert documentation.good
    assert re.match(r"(safe|unsafe|none)\b", documentation.fix)
    assert documentation.counted


@each_rule
def test_index_shows_what_a_rule_says(rule: Rule) -> None:
    """
    The index has a message of each rule, and every message says what to do, unless it is evidence that needs no more.
    """
    message = generator().message_of(rule)
    index = (FOLDER / "index.md").read_text(encoding="utf-8")

    assert message
    assert f"`{message}`".replace("|", "\\|") in index
    assert ": " in message or rule.code in {"D103", "D104", "M701", "M710"}


@each_rule
def test_bad_example_is_found_and_good_one_is_not(rule: Rule) -> None:
    """
    The rule speaks in its bad example, among all the others, and is silent in the good one.
    """
    documentation = rule.documentation

    assert rule.code in codes_in(documentation.bad, documentation)
    assert rule.code not in codes_in(documentation.good, documentation)


@each_rule
def test_fix_of_a_bad_example_is_what_the_page_says(rule: Rule) -> None:
    """
    Where the page says that there is no fix, none is proposed; where it says safe or unsafe, the fix is of that kind.
    """
    documentation = rule.documentation
    findings = validate(
        subject_of(documentation.bad),
        settings=eval(f"Settings({documentation.settings})", NAMES),
        editions=[subject_of(documentation.beside)] if documentation.beside else [],
    ).findings
    kinds = {
        "none" if each.fix is None else ("unsafe", "safe")[each.fix.safe] for each in findings if each.code == rule.code
    }
    said = re.split(r"[.,;: ]", documentation.fix, maxsplit=1)[0]

    assert kinds <= {said, "none"}


def test_pages_are_those_of_the_rules() -> None:
    """
    The files in `docs/rules` are what `python docs/rule_pages.py` writes.
    """
    written = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.md")}

    assert written == generator().pages(), "stale: run `python docs/rule_pages.py`"


def test_links_between_pages_lead_somewhere() -> None:
    """
    A link from one page of the documentation to another leads to a file that is there.
    """
    lost = [
        f"{page.relative_to(ROOT)}: {target}"
        for page in (*ROOT.glob("docs/**/*.md"), ROOT / "README.md", ROOT / "CONTRIBUTING.md")
        for target in LINK.findall(page.read_text(encoding="utf-8"))
        if "://" not in target and not (page.parent / target).exists()
    ]

    assert lost == []


def test_page_shows_every_part_in_order() -> None:
    """
    A docstring becomes headings, paragraphs and fenced examples; a fence is longer than any run of backticks in it.
    """

    def check(_: Context) -> Iterator[Violation]:
        """
        A title has no shouting.

        Names of models are excused.

        Second paragraph.

        Why it matters: it tires
        the reader.
        Bad:
            # LOUD

            ```
        Good:
            # Quiet
        With: papers=1
        Fix: none. Say it
        quietly.
        Counted: 0 of 1 issues.
        """
        yield from ()

    page = IssueRule("Z1", "no-shouting", "info", check).page()

    assert page == (
        "# Z1 no-shouting\n\nA title has no shouting.\n\n*Severity:* info: a matter of form.\n\n"
        "Names of models are excused.\n\nSecond paragraph.\n\n## Why it matters\n\nIt tires the reader.\n\n"
        "## Settings of the examples\n\n`Settings(papers=1)`\n\n"
        "## Bad\n\n````markdown\n# LOUD\n\n```\n````\n\n## Good\n\n```markdown\n# Quiet\n```\n\n"
        "## Fix\n\nNone. Say it quietly.\n\n## Counted on real documents\n\n0 of 1 issues.\n"
    )


def test_rule_without_a_docstring_has_a_page() -> None:
    """
    A plain function of a user's own needs no documentation: its page says what it is called.
    """

    def check(_: Context) -> Iterator[Violation]:
        yield from ()

    rule = IssueRule("Z1", "no-shouting", "info", check)

    assert rule.documentation == Documentation("no-shouting")
    assert rule.page() == "# Z1 no-shouting\n\nno-shouting\n\n*Severity:* info: a matter of form.\n"
