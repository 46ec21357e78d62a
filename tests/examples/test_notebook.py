"""
Every cell of `notebook.py` runs and ends with a value that a notebook shows as HTML.
"""

from __future__ import annotations

import ast
import re
import shutil
from pathlib import Path

import pytest

from tests.examples.running import EXAMPLES, SAMPLES


def shown(cells: list[str]) -> list[str]:
    """
    Run cells in one namespace, as a notebook does, and return what is shown of the last value of each.
    """
    namespace: dict[str, object] = {"__name__": "__main__"}
    pages: list[str] = []
    for cell in cells:
        tree = ast.parse(cell)
        last = tree.body.pop()
        assert isinstance(last, ast.Expr)
        exec(compile(tree, "notebook.py", "exec"), namespace)
        value = eval(compile(ast.Expression(last.value), "notebook.py", "eval"), namespace)
        pages.append(value._repr_html_())
    return pages


def test_every_cell_shows_a_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    An issue, a report, a patch, a merge with a conflict, and a table.
    """
    shutil.copy(SAMPLES / "2024-09-16.ja.md", tmp_path / "digest.md")
    monkeypatch.chdir(tmp_path)
    source = (EXAMPLES / "notebook.py").read_text(encoding="utf-8")
    _, *cells = re.split(r"^# %%.*\n", source, flags=re.MULTILINE)
    issue, report, patch, merged, table = shown(cells)

    assert "Training Language Models to Self-Correct" in issue
    assert "D103" in report
    assert "<ins>" in patch
    assert "1 conflict" in merged
    assert "arxiv:2409.12917" in table
