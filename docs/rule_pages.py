"""
Write a page for each rule of the catalogue, and their index: `python docs/rule_pages.py`.

The pages are the docstrings of the rules; a test says when they are not.
"""

from __future__ import annotations

import re
from pathlib import Path

from mlweekly import rules
from mlweekly.validation import Rule

FOLDER = Path(__file__).parent / "rules"
SCENARIOS = Path(__file__).parents[1] / "tests" / "scenarios" / "rules"
SUBJECTS = {
    "D": "Dates",
    "L": "Links",
    "P": "Papers",
    "X": "Text",
    "T": "Translation",
    "S": "Series",
    "M": "Markup",
    "N": "Suppressions",
}
HEAD = """# Rules

Each rule is a promise that a good digest keeps. A code never gets another meaning. How rules are chosen, silenced and
added is in [Validation](../validation.md).
"""
TABLE = "| code | name | severity | promise | what a finding says | fix |\n|---|---|---|---|---|---|"


def pages() -> dict[str, str]:
    """
    Return the text of each file in the folder of pages, by its name.
    """
    return {"index.md": index(rules())} | {f"{rule.code}.md": rule.page() for rule in rules()}


def index(catalogue: tuple[Rule, ...]) -> str:
    """
    Return the index: a table for each subject.
    """
    by_letter: dict[str, list[Rule]] = {}
    for rule in catalogue:
        by_letter.setdefault(rule.code[0], []).append(rule)
    blocks = [HEAD.rstrip()]
    for letter, members in by_letter.items():
        rows = "\n".join(map(row, members))
        blocks += [f"## {SUBJECTS[letter]}", f"{TABLE}\n{rows}"]
    return "\n\n".join(blocks) + "\n"


def row(rule: Rule) -> str:
    """
    Return the row of a rule.
    """
    documentation = rule.documentation
    safety = documentation.fix.partition(".")[0].split() or ["none"]
    message = message_of(rule)
    cells = [
        f"[{rule.code}]({rule.code}.md)",
        rule.name,
        rule.severity,
        documentation.promise,
        f"`{message}`" if message else "",
        safety[0].strip(",;:"),
    ]
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def message_of(rule: Rule) -> str:
    """
    Return what the rule says in the first of its scenarios in which it speaks.
    """
    path = SCENARIOS / f"{rule.code}.txt"
    text = path.read_text(encoding="utf-8") if path.is_file() else ""
    found = re.search(rf"^found: {rule.code} \w+ \S*: (.*)", text, re.MULTILINE)
    return "" if found is None else found[1].replace("`", "'")


def main() -> None:
    """
    Write every page anew, and remove those of rules that are no more.
    """
    FOLDER.mkdir(exist_ok=True)
    wanted = pages()
    for path in FOLDER.glob("*.md"):
        if path.name not in wanted:
            path.unlink()
    for name, text in wanted.items():
        (FOLDER / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
