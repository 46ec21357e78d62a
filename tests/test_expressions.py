"""
Regular expressions that are compiled when they are first used.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from unittest import mock

import pytest

from mlweekly._expressions import BEYOND_LATIN, expression
from mlweekly.document import DIRECTIVE
from mlweekly.markdown._languages import _OTHER_SCRIPTS
from mlweekly.validation._analysis._scripts import ASIAN_LETTER


def test_an_expression_is_compiled_when_it_is_first_used() -> None:
    """
    It is compiled once, whatever is asked of it, and its pattern is known before.
    """
    with mock.patch.object(re, "compile", wraps=re.compile) as compiled:
        words = expression("[a-z]+", re.IGNORECASE)
        assert (words.pattern, compiled.call_count) == ("[a-z]+", 0)
        assert words.findall("On the Diagram") == ["On", "the", "Diagram"]
        found = words.match("Of Thought")
        assert found is not None
        assert found[0] == "Of"
        assert words.fullmatch("of") is not None

    assert compiled.call_args_list == [mock.call("[a-z]+", re.IGNORECASE)]


def test_what_an_expression_has_not_is_missing() -> None:
    """
    Names that Python looks for in any value are not looked for in the compiled one.
    """
    words = expression("(")

    assert not hasattr(words, "__wrapped__")
    with pytest.raises(re.error):
        words.search("a")


def test_what_is_beyond_latin_holds_every_other_script() -> None:
    """
    A text that has nothing of it has no letter of the scripts that are looked for after it.
    """
    characters = [chr(code) for code in range(0x110000)]
    latin = [character for character in characters if BEYOND_LATIN.search(character) is None]

    assert not any(map(ASIAN_LETTER.search, latin))
    assert not any(map(_OTHER_SCRIPTS.search, latin))
    assert {*"Az é–“”…√"} <= set(latin)


def test_no_module_compiles_when_it_is_imported() -> None:
    """
    What is outside functions is compiled when it is first used, but for bytes, and for what users may hand to `re`.
    """
    package = Path(__file__).parents[1] / "src" / "mlweekly"
    modules = sorted(package.rglob("*.py"))
    compiled = [pattern for module in modules for pattern in compiled_on_import(module)]

    assert len(modules) > 100
    assert compiled == [DIRECTIVE.pattern]


def compiled_on_import(module: Path) -> Iterator[str]:
    """
    Yield the patterns for text that a module compiles outside functions.
    """
    nodes: list[ast.AST] = [ast.parse(module.read_text(encoding="utf-8"))]
    while nodes:
        node = nodes.pop()
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "re.compile":
            pattern = node.args[0].value if isinstance(node.args[0], ast.Constant) else ast.unparse(node.args[0])
            yield from [pattern] if isinstance(pattern, str) else []
        nodes += [each for each in ast.iter_child_nodes(node) if not isinstance(each, ast.FunctionDef | ast.Lambda)]
