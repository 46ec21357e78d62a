"""
Mistakes that people make, by what they are about to do.
"""

from __future__ import annotations

from collections.abc import Mapping

from tests.mistakes import building, changing, handing_on, reading, validating
from tests.mistakes.mistake import Mistake

__all__ = ["MISTAKES", "Mistake"]

MISTAKES: Mapping[str, tuple[Mistake, ...]] = {
    "Reading": reading.MISTAKES,
    "Building": building.MISTAKES,
    "Writing and changing": changing.MISTAKES,
    "Validating": validating.MISTAKES,
    "Handing on": handing_on.MISTAKES,
}
