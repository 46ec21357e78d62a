"""
Fixes hold on texts that went wrong in several ways at once.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator

import pytest

from mlweekly import Series, markdown, rules, validate
from mlweekly.validation import Finding, Report

TEXTS, FEW = 1_000, 25


def examples() -> Iterator[str]:
    """
    Yield the texts on the pages of the rules.
    """
    for rule in rules():
        page = rule.documentation
        yield from (text for text in (page.bad, page.good, page.beside) if text and not text.startswith("{"))


EXAMPLES = list(examples())


def mutated(seed: int) -> str:
    """
    Return one to three of the examples below each other, with lines lost, doubled, cut and joined.
    """
    draw = random.Random(seed)
    lines = "\n".join(draw.sample(EXAMPLES, draw.randint(1, 3))).splitlines()
    for _ in range(draw.randint(1, 4)):
        place = draw.randrange(len(lines))
        line, cut = lines[place], draw.randint(0, len(lines[place]))
        made = {"lost": [""], "doubled": [line] * 2, "cut": [line[:cut]], "joined": [line[cut:] + lines[-1]]}
        lines[place : place + 1] = made[draw.choice(sorted(made))]
    return "\n".join(lines)


def left(before: Report[Series], after: Report[Series], *, unsafe: bool) -> list[Finding]:
    """
    Return the findings whose fixes were made, and that are there still; of several alike, another takes the name.
    """
    counts = [Counter(finding.code for finding in report.findings) for report in (before, after)]
    return [
        finding
        for finding in before.findings
        if finding.fix is not None
        and (finding.fix.safe or unsafe)
        and finding.fingerprint in after.fingerprints
        and counts[1][finding.code] >= counts[0][finding.code]
    ]


def fixed_at_once(seed: int, *, unsafe: bool) -> bool:
    """
    Fix a mutated text, which `edit` never refuses, and return whether what was fixed is gone, and a second run idle.
    """
    text = mutated(seed)
    report = validate(markdown.parse(text))
    for finding in report.findings:
        if finding.fix is not None:
            markdown.edit(text, finding.fix.patch)
    edited = markdown.edit(text, report.patch(unsafe=unsafe))
    again = validate(markdown.parse(edited))
    return not left(report, again, unsafe=unsafe) and not again.patch(unsafe=unsafe)


@pytest.mark.parametrize("unsafe", [False, True])
def test_fixes_of_a_few_mutated_texts(*, unsafe: bool) -> None:
    """
    `edit` takes every fix, what was fixed is gone, and to fix twice is to fix once.
    """
    assert all(fixed_at_once(seed, unsafe=unsafe) for seed in range(FEW))


@pytest.mark.long
@pytest.mark.parametrize("unsafe", [False, True])
def test_fixes_of_mutated_texts(*, unsafe: bool) -> None:
    """
    The same of a thousand texts.
    """
    assert [seed for seed in range(TEXTS) if not fixed_at_once(seed, unsafe=unsafe)] == []
