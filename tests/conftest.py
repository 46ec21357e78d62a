"""
What every test may ask for.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# A run that lands must depend neither on luck nor on how busy the machine is; `search` looks further.
_NEVER_TIMED = [HealthCheck.too_slow, HealthCheck.data_too_large]
settings.register_profile("steady", deadline=None, derandomize=True, suppress_health_check=_NEVER_TIMED)
settings.register_profile("search", deadline=None, max_examples=3000, suppress_health_check=_NEVER_TIMED)
settings.load_profile("steady")


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
