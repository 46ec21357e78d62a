"""
The mutants of a room: cosmic-ray's mutations, without those that can change nothing.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

from attrs import frozen
from cosmic_ray.ast import ast_nodes, get_ast
from cosmic_ray.mutating import mutate_code
from cosmic_ray.plugins import get_operator

__all__ = ["Mutant", "sample"]

# What a slip of the hand makes. cosmic-ray knows many more (`==` as `is`, `|` between types as each other operator):
# most of those change nothing, or break every test.
_OPERATORS = tuple(
    f"core/{name}"
    for name in (
        *("AddNot", "ExceptionReplacer", "NumberReplacer", "RemoveDecorator", "ReplaceAndWithOr", "ReplaceOrWithAnd"),
        *("ReplaceTrueWithFalse", "ReplaceFalseWithTrue", "ReplaceBreakWithContinue", "ReplaceContinueWithBreak"),
        *("ReplaceUnaryOperator_Delete_Not", "ReplaceUnaryOperator_Delete_USub", "ZeroIterationForLoop"),
        *("ReplaceBinaryOperator_Add_Sub", "ReplaceBinaryOperator_Sub_Add", "ReplaceBinaryOperator_Mul_FloorDiv"),
        *("ReplaceBinaryOperator_FloorDiv_Mul", "ReplaceBinaryOperator_Mod_FloorDiv"),
        *("ReplaceComparisonOperator_Eq_NotEq", "ReplaceComparisonOperator_NotEq_Eq"),
        *("ReplaceComparisonOperator_Lt_LtE", "ReplaceComparisonOperator_LtE_Lt", "ReplaceComparisonOperator_Lt_GtE"),
        *("ReplaceComparisonOperator_Gt_GtE", "ReplaceComparisonOperator_GtE_Gt", "ReplaceComparisonOperator_GtE_Lt"),
        *("ReplaceComparisonOperator_Is_IsNot", "ReplaceComparisonOperator_IsNot_Is"),
    )
)
_NUMBERS = "core/NumberReplacer"
_SHARE_OF_NUMBERS = 1 / 3


@frozen
class Mutant:
    """
    One small fault.

    Attributes:
        module: The file, relative to the checkout.
        line: The first line that differs, counted from 1.
        before: That line as it is, stripped.
        after: The line that replaces it, stripped; empty where a line goes.
        source: The whole mutated file.
    """

    module: str
    line: int
    before: str
    after: str
    source: str

    @property
    def key(self) -> tuple[str, str, str]:
        """
        What tells mutants apart, whatever lines come and go above them.
        """
        return self.module, self.before, self.after


def sample(root: Path, room: str, count: int, seed: int) -> Sequence[Mutant]:
    """
    Return a seeded sample of the mutants of a room, a folder or a module of the package.

    Numbers are a third of all mutants, and most of them stand in tables: two of three are left out.
    """
    place = root / "src" / "mlweekly" / room
    paths = sorted(place.rglob("*.py")) if place.is_dir() else [place.with_suffix(".py")]
    generator = Random(f"{room} {seed}")
    sites = [
        (path, name, index)
        for path in paths
        for name, index in _sites(path.read_text())
        if name != _NUMBERS or generator.random() < _SHARE_OF_NUMBERS
    ]
    generator.shuffle(sites)
    mutants: list[Mutant] = []
    for path, name, index in sites:
        if len(mutants) == count:
            break
        mutant = _mutant(root, path, name, index)
        if mutant is not None:
            mutants.append(mutant)
    return mutants


def _sites(source: str) -> Iterator[tuple[str, int]]:
    nodes = list(ast_nodes(get_ast(source)))
    idle = _idle_lines(source)
    for name in _OPERATORS:
        operator = get_operator(name)()
        index = 0
        for node in nodes:
            for (line, _), _ in operator.mutation_positions(node):
                if line not in idle:
                    yield name, index
                index += 1


def _idle_lines(source: str) -> set[int]:
    """
    Return the lines that no run evaluates: overloads, and what only checkers read.
    """
    lines: set[int] = set()
    for node in ast.walk(ast.parse(source)):
        is_overload = isinstance(node, ast.FunctionDef) and any(
            isinstance(each, ast.Name) and each.id == "overload" for each in node.decorator_list
        )
        if is_overload or (isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test)):
            first = min((each.lineno for each in getattr(node, "decorator_list", ())), default=node.lineno)
            lines |= set(range(first, (node.end_lineno or node.lineno) + 1))
    return lines


def _mutant(root: Path, path: Path, name: str, index: int) -> Mutant | None:
    source = path.read_text()
    mutated = mutate_code(source, get_operator(name)(), index)
    try:
        if mutated is None or _dumped(mutated) == _dumped(source):
            return None
    except SyntaxError:  # cosmic-ray takes the `*` of a signature for a product
        return None
    olds, news = source.splitlines(), mutated.splitlines()
    pairs = enumerate(zip(olds, news, strict=False))
    line = next(place for place, (old, new) in pairs if old != new and old.strip())
    before, after = olds[line].strip(), news[line].strip() if len(olds) == len(news) else ""
    return Mutant(path.relative_to(root).as_posix(), line + 1, before, after, mutated)


def _dumped(source: str) -> str:
    """
    Return what runs of a source: the annotations of functions do not.
    """
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            node.returns = None
        elif isinstance(node, ast.arg):
            node.annotation = None
    return ast.dump(tree)
