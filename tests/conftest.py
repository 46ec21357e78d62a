"""
What every test may ask for.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# A run must depend neither on luck nor on how busy the machine is. `quick` is what everyone waits for, `steady` what
# has to pass before a change lands, and `search` looks at examples never tried before.
_NEVER_TIMED = [HealthCheck.too_slow, HealthCheck.data_too_large]
for _name, _examples, _same in (("quick", 15, True), ("steady", 100, True), ("search", 3000, False)):
    settings.register_profile(
        _name, deadline=None, derandomize=_same, max_examples=_examples, suppress_health_check=_NEVER_TIMED
    )
settings.load_profile("quick")


def corpus_folder() -> Path | None:
    """
    Return the folder of real documents, or None where it is not at hand.
    """
    beside = Path(__file__).resolve().parents[2] / "shared" / "corpus"
    folder = Path(os.environ.get("MLWEEKLY_CORPUS") or beside)
    return folder if folder.is_dir() else None


@pytest.fixture(scope="session")
def corpus() -> Path:
    """
    The folder of real documents, or a skip where it is not at hand.
    """
    folder = corpus_folder()
    if folder is None:
        pytest.skip("the real documents are not at hand (MLWEEKLY_CORPUS)")
    return folder
