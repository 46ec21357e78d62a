"""
Every rule finds the mistakes of its kind, planted in clean texts at random places.
"""

from __future__ import annotations

import ast
import importlib
import inspect
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

import mlweekly
from mlweekly import Settings, rules, validate
from mlweekly.validation import Finding, Term
from tests.conftest import corpus_folder
from tests.planting import Plant, Sample
from tests.planting.samples import own_samples, real_samples

FOLDER = Path(__file__).parent
SUBJECTS = sorted(path.stem for path in FOLDER.glob("*.py") if path.stem not in ("__init__", "samples", "test_plants"))
PLANTS: dict[str, Plant] = {
    code: plant
    for subject in SUBJECTS
    for code, plant in importlib.import_module(f"tests.planting.{subject}").PLANTS.items()
}
TRIALS = 40
"""
How many texts are tried for each plant that is wanted.
"""
LEAST_FOUND = {"T524": 0.65}
"""
What part of the plants has to be found where it is not 99 of 100: a translation may well draw sentences together.
"""


def findings(sample: Sample, code: str) -> list[Finding]:
    """
    Return what one rule finds in a sample.
    """
    return list(
        validate(
            mlweekly.markdown.parse(sample.text),
            select=[code],
            settings=Settings(as_of=sample.as_of, glossary=[Term(*term) for term in sample.terms]),
            editions=[mlweekly.markdown.parse(text) for text in sample.editions],
        ).findings
    )


def planted(code: str, wanted: int) -> Iterator[tuple[Sample, bool]]:
    """
    Yield texts with one mistake in a text that had none of its kind, and whether the rule found it.
    """
    generator = Random(code)
    folder = corpus_folder()
    samples = own_samples() if folder is None else (*own_samples(), *real_samples(folder))
    is_clean: dict[str, bool] = {}
    left = wanted
    for _ in range(TRIALS * wanted):
        sample = generator.choice(samples)
        result = PLANTS[code](sample, generator)
        if result is None or not is_clean.setdefault(sample.name, not findings(sample, code)):
            continue
        yield result, bool(findings(result, code))
        left -= 1
        if not left:
            return


@pytest.mark.parametrize("wanted", [6, pytest.param(100, marks=pytest.mark.long)])
@pytest.mark.parametrize("code", sorted(PLANTS))
def test_planted_mistakes_are_found(code: str, wanted: int) -> None:
    """
    At least 99 of 100 are found, and all of a few; fewer only where `LEAST_FOUND` says so.
    """
    results = list(planted(code, wanted))

    assert len(results) == wanted, "too few texts had a place for the mistake"
    missed = [sample.name for sample, is_found in results if not is_found]
    # Of a few, chance may take one more.
    least, chance = LEAST_FOUND.get(code, 0.99), int(code in LEAST_FOUND)
    assert len(missed) <= wanted * (1 - least) + chance, f"{len(missed)} of {wanted} missed: {missed[:5]}"


def test_every_rule_has_its_plant() -> None:
    """
    The plants are those of the catalogue.
    """
    assert sorted(PLANTS) == [rule.code for rule in rules()]


@pytest.mark.parametrize("sample", own_samples(), ids=lambda sample: sample.name)
def test_clean_texts_stay_clean(sample: Sample) -> None:
    """
    In the texts written for the tests nothing is found.
    """
    assert [str(finding) for finding in validate(mlweekly.markdown.parse(sample.text)).findings] == []


@pytest.mark.parametrize("subject", SUBJECTS)
def test_plants_know_no_rules(subject: str) -> None:
    """
    What plants a mistake shares no code with what finds it.
    """
    module = importlib.import_module(f"tests.planting.{subject}")
    tree = ast.parse(inspect.getsource(module))
    imported = {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    imported |= {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}

    assert {name for name in imported if name.startswith("mlweekly")} == set()
