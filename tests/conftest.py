"""
What every test may ask for.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def corpus() -> Path:
    """
    The folder of real documents, or a skip where it is not at hand.
    """
    beside = Path(__file__).resolve().parents[2] / "shared" / "corpus"
    folder = Path(os.environ.get("MLWEEKLY_CORPUS") or beside)
    if not folder.is_dir():
        pytest.skip("the real documents are not at hand (MLWEEKLY_CORPUS)")
    return folder
