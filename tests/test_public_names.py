"""
What a user sees: `dir`, `help`, a star import, and what public functions say and do about other arguments.
"""

from __future__ import annotations

import importlib
import inspect
import pydoc
import subprocess
import sys
from collections.abc import Callable, Iterator
from typing import Any

import pytest

import mlweekly
from mlweekly import Error

MODULES = [
    "mlweekly",
    *(f"mlweekly.{name}" for name in ("changes", "dates", "document", "errors", "exports", "identifiers", "json")),
    *(f"mlweekly.{name}" for name in ("markdown", "model", "reports", "validation")),
]
BESIDE = {"mlweekly": {"dates", "errors", "json", "model"}}
"""
Modules that are reached by their names, and that a star import leaves out.
"""


def functions() -> Iterator[tuple[str, Callable[..., Any]]]:
    """
    Yield every public function that takes an argument, with its name.
    """
    for module in MODULES[1:]:
        held = importlib.import_module(module)
        for name in held.__all__:
            function = inspect.unwrap(getattr(held, name))
            if inspect.isfunction(function) and inspect.signature(function).parameters:
                yield f"{module}.{name}", getattr(held, name)


FUNCTIONS = dict(functions())


@pytest.mark.parametrize("name", MODULES)
def test_dir_lists_public_names_alone(name: str) -> None:
    """
    What completion offers is what there is to use: nothing that the module imports, and none of its own modules.
    """
    program = f"import {name} as module; print(*dir(module))"
    fresh = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True).stdout.split()
    module = importlib.import_module(name)
    public = {*module.__all__, *BESIDE.get(name, ())}

    assert {each for each in fresh if not each.startswith("__")} == public
    assert {each for each in dir(module) if not each.startswith("__")} == public
    assert all(hasattr(module, each) for each in public)


def test_a_star_import_hides_nothing_of_the_standard_library() -> None:
    """
    It brings the names of `__all__`, none of which is a module or a function that Python has itself.
    """
    names: dict[str, object] = {}
    exec("from mlweekly import *", names)

    brought = set(names) - {"__builtins__"}
    assert brought == set(mlweekly.__all__)
    assert brought.isdisjoint(sys.stdlib_module_names)
    assert brought.isdisjoint(dir(importlib.import_module("builtins")))


@pytest.mark.parametrize("name", MODULES)
def test_help_is_readable(name: str) -> None:
    """
    `help` says what the module is, and every name of it.
    """
    module = importlib.import_module(name)
    words = pydoc.plain(pydoc.render_doc(module))

    first = (module.__doc__ or "").strip().splitlines()[0]
    assert first in words
    assert [each for each in module.__all__ if each not in words] == []


@pytest.mark.parametrize("name", FUNCTIONS)
def test_a_function_says_what_it_raises(name: str) -> None:
    """
    A public function that refuses an argument does so with an exception of ours, and its docstring says so.
    """
    function = FUNCTIONS[name]
    parameters = inspect.signature(function).parameters.values()
    needed = [each for each in parameters if each.default is each.empty and each.kind is not each.VAR_POSITIONAL]
    error = raised_by(
        function,
        [object() for each in needed if each.kind is not each.KEYWORD_ONLY],
        {each.name: object() for each in needed if each.kind is each.KEYWORD_ONLY},
    )

    if error is not None:
        assert isinstance(error, Error | TypeError)
        assert str(error).startswith(("expected ", "cannot "))
        assert "Raises:\n" in inspect.cleandoc(function.__doc__ or "")


def raised_by(function: Callable[..., Any], given: list[object], named: dict[str, object]) -> Exception | None:
    """
    Return what a call raises, or None.
    """
    try:
        function(*given, **named)
    except Exception as error:  # noqa: BLE001 -- whatever is raised is looked at
        return error
    return None


def test_some_functions_refuse_an_argument() -> None:
    """
    The test above would pass if none did.
    """
    assert len(FUNCTIONS) > 50
    with pytest.raises(TypeError, match="expected an Issue or a Series, got object"):
        FUNCTIONS["mlweekly.json.dumps"](object())
