"""
How tests run the files in `docs/examples`: as somebody who copied them.
"""

from __future__ import annotations

import importlib.util
import shutil
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "docs" / "examples"
SAMPLES = ROOT / "docs" / "samples"


def example(name: str) -> ModuleType:
    """
    Return the module of an example.
    """
    spec = importlib.util.spec_from_file_location(name, EXAMPLES / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def digests(folder: Path) -> Path:
    """
    Return a folder with the two samples: an English edition without a mistake, and a Japanese one with a wrong title.
    """
    target = folder / "digests"
    shutil.copytree(SAMPLES, target)
    return target
