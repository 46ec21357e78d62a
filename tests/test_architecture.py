"""
What the import contracts cannot say: the library is pure, documented, and of readable size.
"""

from __future__ import annotations

import ast
import importlib
import inspect
import pickle
import pkgutil
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import get_type_hints

import pytest
from attrs import has

import mlweekly
from mlweekly.errors import Error, Problem

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src"
FILES = sorted(SOURCE.rglob("*.py"))
MODULES = ["mlweekly", *(module.name for module in pkgutil.walk_packages(mlweekly.__path__, prefix="mlweekly."))]
PUBLIC_MODULES = sorted(name for name in MODULES if "._" not in name)

FORBIDDEN_MODULES = {
    *("asyncio", "builtins", "ctypes", "fileinput", "getpass", "gettext", "glob", "http", "io", "locale", "logging"),
    *("multiprocessing", "os", "pathlib", "random", "secrets", "shutil", "signal", "socket", "sqlite3", "ssl"),
    *("subprocess", "sys", "tempfile", "threading", "time", "urllib.request", "uuid", "warnings", "zoneinfo"),
    *("dateutil.tz", "dateutil.zoneinfo"),
}
FORBIDDEN_NAMES = {"__import__", "breakpoint", "compile", "eval", "exec", "input", "open", "print"}
FORBIDDEN_ATTRIBUTES = {
    *("today", "now", "utcnow", "fromtimestamp", "localtime"),  # the clock, or the zone of the machine
    *("strftime", "strptime", "month_name", "month_abbr", "day_name", "day_abbr"),  # the locale
    *("environ", "getenv", "stdin", "stdout", "stderr", "read_text", "write_text", "read_bytes", "write_bytes"),
}
VAGUE_NAMES = {"common", "constants", "helper", "helpers", "misc", "tools", "types", "util", "utils"}
MAXIMUM_FILE_LINES = 400
MAXIMUM_FUNCTION_LINES = 40
SUPPRESSION = re.compile(r"#\s*(?:type: ignore|pyright: ignore|noqa|pragma: no (?:cover|branch))(?P<rest>.*)")
REASON = re.compile(r"(?:\[[\w, -]+\]|:\s?[A-Z]+[0-9]+(?:,\s?[A-Z]+[0-9]+)*)?\s*(?:#|--?|:)\s*\w.*\s\w")

Function = ast.FunctionDef | ast.AsyncFunctionDef


def place(path: Path) -> str:
    """
    Return a file's place in the project, which names it in a test's id.
    """
    return path.relative_to(SOURCE).as_posix()


def module_of(path: Path) -> str:
    """
    Return the full name of the module that a file holds.
    """
    return place(path).removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def room_of(path: Path) -> str:
    """
    Return the name of the room that a file belongs to; "__init__" for the face.
    """
    return path.relative_to(SOURCE / "mlweekly").parts[0].removesuffix(".py")


each_file = pytest.mark.parametrize("path", FILES, ids=place)
each_room = pytest.mark.parametrize("room", sorted({room_of(path) for path in FILES}))


@cache
def tree_of(path: Path) -> ast.Module:
    """
    Return the syntax tree of a file.
    """
    return ast.parse(path.read_text(encoding="utf-8"))


def functions_of(path: Path) -> Iterator[Function]:
    """
    Yield every function and method of a file, nested ones included.
    """
    for node in ast.walk(tree_of(path)):
        if isinstance(node, Function):
            yield node


def imported_modules(path: Path) -> Iterator[tuple[int, str]]:
    """
    Yield the line and the full name of everything that a file imports, at its top or inside a function.
    """
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.lineno, node.module or ""
            yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)


def imports_within(path: Path) -> set[str]:
    """
    Return the modules of the package that a file imports anywhere: at its top, inside a function, for a checker alone.
    """
    found: set[str] = set()
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.ImportFrom):
            names = {f"{node.module}.{alias.name}" for alias in node.names}
            found |= {name if name in MODULES else str(node.module) for name in names}
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
    return found & set(MODULES) - {module_of(path)}


@cache
def modules_in_circles() -> list[str]:
    """
    Return the modules whose imports lead back to them, directly or by way of others.
    """
    imported = {module_of(path): imports_within(path) for path in FILES}
    found: list[str] = []
    for module, names in imported.items():
        reached: set[str] = set()
        ahead = list(names)
        while ahead:
            name = ahead.pop()
            if name not in reached:
                reached.add(name)
                ahead += imported[name]
        found += [module] if module in reached else []
    return found


def impurities(path: Path) -> Iterator[str]:
    """
    Yield each import, name or attribute of a file that reaches outside the program.
    """
    for line, module in imported_modules(path):
        if any(module == name or module.startswith(f"{name}.") for name in FORBIDDEN_MODULES):
            yield f"line {line}: import of {module}"
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Name) and node.id in FORBIDDEN_NAMES:
            yield f"line {node.lineno}: {node.id}"
        elif isinstance(node, ast.Attribute) and node.attr in FORBIDDEN_ATTRIBUTES:
            yield f"line {node.lineno}: .{node.attr}"


@each_file
def test_nothing_reaches_outside_the_program(path: Path) -> None:
    """
    No module opens, prints, logs or warns, or asks a clock, a locale, the environment or the network.
    """
    assert list(impurities(path)) == []


@each_file
def test_dateutil_never_reads_the_clock(path: Path) -> None:
    """
    The two callables of dateutil that fall back on today are given a date: `parse` its default, `rrule` its start.
    """
    needed = {"rrule": "dtstart", "parser.parse": "default"}
    calls = [node for node in ast.walk(tree_of(path)) if isinstance(node, ast.Call)]
    dateutil_names = {module for _, module in imported_modules(path) if module.startswith("dateutil")}

    for call in calls:
        keyword = needed.get(ast.unparse(call.func).removeprefix("dateutil.").removeprefix("rrule."))
        if keyword is not None and dateutil_names:
            assert keyword in {argument.arg for argument in call.keywords}, f"line {call.lineno}: no {keyword}="
    assert "dateutil.parser.parse" not in dateutil_names


@each_file
def test_no_public_signature_says_any(path: Path) -> None:
    """
    What a user may call, pass or read has a type of its own.
    """
    annotations: list[ast.expr | None] = []
    for function in functions_of(path):
        if not function.name.startswith("_") or function.name.startswith("__"):
            arguments = function.args
            every = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs, arguments.vararg, arguments.kwarg]
            annotations += [argument.annotation for argument in every if argument is not None]
            annotations.append(function.returns)
    annotations += [
        node.annotation
        for owner in ast.walk(tree_of(path))
        if isinstance(owner, ast.Module | ast.ClassDef)
        for node in owner.body
        if isinstance(node, ast.AnnAssign) and not ast.unparse(node.target).startswith("_")
    ]

    loose = [ast.unparse(annotation) for annotation in annotations if annotation is not None and says_any(annotation)]
    assert loose == []


def says_any(annotation: ast.expr) -> bool:
    """
    Return whether an annotation holds `Any`, at any depth.
    """
    return any(
        (isinstance(node, ast.Name) and node.id == "Any") or (isinstance(node, ast.Attribute) and node.attr == "Any")
        for node in ast.walk(annotation)
    )


@each_file
def test_module_says_what_it_is(path: Path) -> None:
    """
    A module's docstring begins with a sentence that says what it is.
    """
    docstring = ast.get_docstring(tree_of(path)) or ""

    assert re.match(r"[A-Z`].+[.:]", docstring)
    assert not re.search("^(?:Lives here|Must not know):", docstring, re.MULTILINE)


@each_file
def test_file_is_of_readable_size(path: Path) -> None:
    """
    A file has at most 400 lines.
    """
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MAXIMUM_FILE_LINES


@each_file
def test_functions_are_of_readable_size(path: Path) -> None:
    """
    A function has at most 40 lines of code, its docstring, comments and blank lines apart.
    """
    lines = path.read_text(encoding="utf-8").splitlines()

    long = {f.name: size for f in functions_of(path) if (size := code_lines(f, lines)) > MAXIMUM_FUNCTION_LINES}
    assert long == {}


def code_lines(function: Function, lines: list[str]) -> int:
    """
    Return the number of lines of code of a function, from its `def` to its end.
    """
    numbers = set(range(function.lineno, (function.end_lineno or function.lineno) + 1))
    first = function.body[0]
    if ast.get_docstring(function) is not None:
        numbers -= set(range(first.lineno, (first.end_lineno or first.lineno) + 1))
    return sum(1 for number in numbers if lines[number - 1].strip() and not lines[number - 1].lstrip().startswith("#"))


@each_file
def test_module_is_named_after_a_concept(path: Path) -> None:
    """
    No module is a drawer for odds and ends.
    """
    assert path.stem.strip("_") not in VAGUE_NAMES


@each_file
def test_rooms_do_not_ask_the_face(path: Path) -> None:
    """
    A room imports another by its own name, never through `mlweekly/__init__.py`, which knows them all.
    """
    rooms = {f"mlweekly.{child.stem}" for child in (SOURCE / "mlweekly").iterdir()}
    imports = {module for _, module in imported_modules(path) if module.count(".") == 1}
    if place(path) != "mlweekly/__init__.py":
        assert {module for module in imports if module.startswith("mlweekly.")} <= rooms


@each_room
def test_no_modules_import_each_other(room: str) -> None:
    """
    No module is imported by what it imports: at its top, inside a function, for a checker alone, or by way of others.
    """
    found = [module for module in modules_in_circles() if module.split(".")[1:2] == [room]]

    assert found == []


@each_file
def test_suppressed_checks_give_their_reason(path: Path) -> None:
    """
    A comment that silences a checker says why, on the same line.
    """
    silenced = filter(None, map(SUPPRESSION.search, path.read_text(encoding="utf-8").splitlines()))

    assert [match.group() for match in silenced if REASON.match(match["rest"]) is None] == []


@pytest.mark.parametrize("name", PUBLIC_MODULES)
def test_every_public_name_is_documented(name: str) -> None:
    """
    A public module lists its names in `__all__`, each has a docstring, and so has each public member of a class.
    """
    module = importlib.import_module(name)

    assert module.__all__, f"{name} lists no public name"
    assert [public for public in module.__all__ if not is_documented(module, public)] == []
    assert [name for name, member in members_of(module) if not (member.__doc__ or "").strip()] == []


def is_documented(module: ModuleType, name: str) -> bool:
    """
    Return whether a class, function or module has a docstring that is not inherited; other values can have none.
    """
    value = getattr(module, name)
    if inspect.isclass(value):
        return bool((vars(value).get("__doc__") or "").strip())
    if inspect.isroutine(value) or inspect.ismodule(value):
        return bool((value.__doc__ or "").strip())
    return True


def members_of(module: ModuleType) -> Iterator[tuple[str, Callable[..., object]]]:
    """
    Yield the public methods and properties that the public classes of a module define, as functions, with their names.
    """
    for name in module.__all__:
        value = getattr(module, name)
        for member, held in vars(value).items() if inspect.isclass(value) else ():
            function = getattr(held, "fget", getattr(held, "func", getattr(held, "__func__", held)))
            if inspect.isfunction(function) and not member.startswith("_"):
                yield f"{name}.{member}", function


@pytest.mark.parametrize("name", PUBLIC_MODULES)
def test_values_have_no_room_for_other_attributes(name: str) -> None:
    """
    No value of a public class has a `__dict__`: JSON, comparisons and copies would know nothing of what is in it.
    """
    module = importlib.import_module(name)
    classes = [value for public in module.__all__ if inspect.isclass(value := getattr(module, public))]

    assert [cls.__name__ for cls in classes if has(cls) and cls.__dictoffset__ != 0] == []


@pytest.mark.parametrize("name", PUBLIC_MODULES[1:])
def test_type_hints_can_be_resolved(name: str) -> None:
    """
    `typing.get_type_hints` knows the types of every public function, class, constructor, method and property.
    """
    module = importlib.import_module(name)
    named = {public: getattr(module, public) for public in module.__all__}
    classes = {public: value for public, value in named.items() if inspect.isclass(value)}
    callables = {public: value for public, value in named.items() if inspect.isfunction(value)}
    constructors = {f"{public}.__init__": value.__init__ for public, value in classes.items()}
    every = {**callables, **classes, **constructors, **dict(members_of(module))}
    unresolved = [public for public, value in every.items() if not has_type_hints(value)]

    assert unresolved == []


def has_type_hints(value: Callable[..., object]) -> bool:
    """
    Return whether every name in the annotations of a function or a class can be resolved.
    """
    try:
        get_type_hints(value)
    except NameError:
        return False
    return True


def exceptions() -> list[type[BaseException]]:
    """
    Return every exception class that the library defines.
    """
    classes = {
        value
        for name in MODULES
        for value in vars(importlib.import_module(name)).values()
        if inspect.isclass(value) and issubclass(value, BaseException) and value.__module__.startswith("mlweekly")
    }
    return sorted(classes, key=lambda each: each.__qualname__)


@pytest.mark.parametrize("exception", exceptions(), ids=lambda each: each.__qualname__)
def test_exceptions_are_errors_and_survive_pickling(exception: type[BaseException]) -> None:
    """
    Every exception is an `Error`, is named so, and comes back from a pickle with its problems.
    """
    assert issubclass(exception, Error)
    assert exception.__name__.endswith("Error")

    raised = exception("cannot read this", [Problem("/papers/0", "must be an object", 3)])
    returned = pickle.loads(pickle.dumps(raised))

    assert type(returned) is exception
    assert returned.problems == (Problem("/papers/0", "must be an object", 3),)
    assert str(returned) == str(raised)


def test_importing_the_face_is_cheap() -> None:
    """
    The names of the face load without what only a mistake, an address or another part of the library needs.
    """
    program = "import sys; from mlweekly import Issue, LinkSet, validate; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True).stdout.split()

    assert {"cattrs", "dateutil", "difflib", "mlweekly._mistakes"}.isdisjoint(loaded)
    assert {"mlweekly.identifiers._identity", "mlweekly.model._series"}.isdisjoint(loaded)


def test_importing_markdown_loads_no_operations() -> None:
    """
    Markdown is read without the operations, though `Patch` is in the annotations.
    """
    program = "import sys; from mlweekly import markdown; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True).stdout.split()

    assert "mlweekly.changes" in loaded
    assert {"mlweekly.changes._operations", "mlweekly.changes._applying"}.isdisjoint(loaded)


@pytest.mark.parametrize("name", PUBLIC_MODULES)
def test_misspelled_names_are_attribute_errors(name: str) -> None:
    """
    A package whose names load late names itself when a name is missing.
    """
    with pytest.raises(AttributeError, match=f"module '{name}' has no attribute 'misspelled'"):
        _ = importlib.import_module(name).misspelled


def test_package_is_marked_as_typed() -> None:
    """
    Type checkers of a project that uses the library read its annotations.
    """
    assert (Path(mlweekly.__path__[0]) / "py.typed").is_file()
