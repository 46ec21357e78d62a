"""
A plugin of pytest that notes how long each test takes, and runs chosen tests in the order in which they are named.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

_SECONDS: dict[str, float] = {}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """
    Leave the chosen tests.
    """
    chosen = os.environ.get("MUTATION_TESTS")
    if chosen is not None:
        order = {test: place for place, test in enumerate(json.loads(Path(chosen).read_text()))}
        items[:] = sorted((item for item in items if item.nodeid in order), key=lambda item: order[item.nodeid])


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """
    Add up what set-up, call and tear-down take.
    """
    _SECONDS[report.nodeid] = _SECONDS.get(report.nodeid, 0.0) + report.duration


def pytest_sessionfinish() -> None:
    """
    Write it down.
    """
    report = os.environ.get("MUTATION_SECONDS")
    if report is not None:
        Path(report).write_text(json.dumps(_SECONDS))
