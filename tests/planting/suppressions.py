"""
Suppressions that silence nothing, name no rule, or give no reason.
"""

from __future__ import annotations

import re
from random import Random

from tests.planting import Plant, Sample

__all__ = ["PLANTS"]

HEADING = re.compile(r"^## .*\(.*\n(?=\n|\|)", re.MULTILINE)
LINKS_CELL = re.compile(r"\)[ \t]*(?=\|[ \t]*$)", re.MULTILINE)
SUMMARY = re.compile(r"(?<=[a-z])\.?(?= *\| *\[)")
REASONS = ("because the pick is late", "because: it was printed so", "BECAUSE the editor wants it")
# No issue that a person writes lacks a title and has one that is unreadable.
NEVER_NEEDED = ("D101", "D102", "D101, D102", "D101 D102")
UNKNOWN = ("Z101", "d103", "L2O6", "D1034", "all", "D103x", "")


def planted(sample: Sample, generator: Random, words: str) -> Sample | None:
    """
    Return the sample with a comment below a heading, behind links or in a summary.
    """
    comment = f"<!-- mlweekly: ignore {words} -->".replace("  ", " ")
    pattern = generator.choice((HEADING, LINKS_CELL, SUMMARY))
    places = list(pattern.finditer(sample.text))
    if not places:
        return None
    end = generator.choice(places).end()
    piece = f"\n{comment}\n" if pattern is HEADING else f" {comment} " if pattern is LINKS_CELL else f" {comment}"
    return sample.with_text(sample.text[:end] + piece + sample.text[end:])


def unused(sample: Sample, generator: Random) -> Sample | None:
    """
    Plant a comment for rules that find nothing in any clean text.
    """
    return planted(sample, generator, f"{generator.choice(NEVER_NEEDED)} {generator.choice((*REASONS, ''))}")


def unknown(sample: Sample, generator: Random) -> Sample | None:
    """
    Plant a comment whose code is misspelled or missing.
    """
    return planted(sample, generator, f"{generator.choice(UNKNOWN)} {generator.choice(REASONS)}")


def no_reason(sample: Sample, generator: Random) -> Sample | None:
    """
    Plant a comment that does not say why.
    """
    words = generator.choice((*NEVER_NEEDED, "L206, L219", "T5", "D103 because", "D103 because:"))
    return planted(sample, generator, words)


PLANTS: dict[str, Plant] = {"N901": unused, "N902": unknown, "N903": no_reason}
