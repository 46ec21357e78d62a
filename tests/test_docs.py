"""
Every example of the documentation and of the docstrings runs.
"""

from __future__ import annotations

import doctest
import importlib
import pkgutil
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from types import CodeType

import pytest
from markdown_it import MarkdownIt

import mlweekly

ROOT = Path(__file__).resolve().parents[1]
PAGES = sorted([ROOT / "README.md", *ROOT.glob("docs/**/*.md")])
MODULES = sorted(module.name for module in pkgutil.walk_packages(mlweekly.__path__, prefix="mlweekly."))


def fences(page: Path) -> Iterator[tuple[str, str, int]]:
    """
    Yield the info string, the text and the first line's number of each fenced block of a page.
    """
    for token in MarkdownIt("commonmark").parse(page.read_text(encoding="utf-8")):
        if token.type == "fence" and token.map is not None:
            yield token.info.strip(), token.content, token.map[0] + 1


def compiled(page: Path, text: str, line: int) -> CodeType:
    """
    Return a block as code whose tracebacks name the page's own lines; this file's future imports are not the page's.
    """
    return compile("\n" * line + text, page.relative_to(ROOT).as_posix(), "exec", dont_inherit=True)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_python_blocks_of_a_page_run(
    page: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """
    The Python blocks of a page run in order, in one namespace; a `text` block is what the one before it prints.
    """
    monkeypatch.chdir(ROOT)
    namespace: dict[str, object] = {"__name__": "__main__"}
    printed = ""
    for info, text, line in fences(page):
        if info == "python":
            exec(compiled(page, text, line), namespace)
            printed = capsys.readouterr().out
        elif info == "text":
            assert printed == text


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_no_python_block_escapes_the_test(page: Path) -> None:
    """
    A Python block is marked `python` and nothing more, so that none can be left out.
    """
    infos = [info for info, _, _ in fences(page) if info.lower().startswith(("py", "python"))]

    assert infos == ["python"] * len(infos)


def test_readme_opens_with_two_commands_of_one_line() -> None:
    """
    The first two `sh` blocks of the README are one command of one line each.
    """
    commands = [text for info, text, _ in fences(ROOT / "README.md") if info == "sh"][:2]

    assert [command.count("\n") for command in commands] == [1, 1]
    assert "docs/quickstart.py" in commands[0]
    assert "pytest" in commands[1]


def test_modules_of_the_walk_exist() -> None:
    """
    Every module that the walk through the code names is there.
    """
    walk = (ROOT / "docs" / "design.md").read_text(encoding="utf-8").partition("## A walk through the code")[2]
    paths = re.findall(r"`([a-z_/]+\.py)`", walk)

    assert paths
    assert [path for path in paths if not (ROOT / "src" / "mlweekly" / path).is_file()] == []


def test_order_of_imports_is_that_of_the_contract() -> None:
    """
    The line of packages and arrows says what the contract of layers in `pyproject.toml` says.
    """
    page = " ".join((ROOT / "docs" / "design.md").read_text(encoding="utf-8").split())
    line = re.search(r"`_expressions`.*?`reports`", page)
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    (layers,) = (contract["layers"] for contract in contracts if contract["type"] == "layers")

    assert line is not None
    assert [set(re.findall(r"\w+", layer)) for layer in line[0].split("←")] == [
        set(layer.split(" | ")) for layer in reversed(layers)
    ]


@pytest.mark.parametrize("name", ["mlweekly", *MODULES])
def test_docstring_examples_run(name: str) -> None:
    """
    The examples in a module's docstrings give what they show.
    """
    results = doctest.testmod(importlib.import_module(name), optionflags=doctest.ELLIPSIS)

    assert results.failed == 0
