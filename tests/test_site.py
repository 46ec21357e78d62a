"""
What the site says is whole: every public name is in the reference, with an example, and no link of the README is dead.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
from itertools import pairwise
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

import mlweekly

ROOT = Path(__file__).resolve().parents[1]
REFERENCE = ROOT / "docs" / "reference"
ROOMS = sorted(module.name for module in pkgutil.iter_modules(mlweekly.__path__) if not module.name.startswith("_"))
DIRECTIVE = re.compile(r"^::: (\S+)$", re.MULTILINE)
LINKED = re.compile(r"\[`[\w.]+`\]\((\w+)\.md(?:#mlweekly\.\w+\.(\w+))?\)")


def names_of(room: str) -> list[str]:
    """
    Return the public names of a public module.
    """
    return list(importlib.import_module(f"mlweekly.{room}").__all__)


def code_of(page: Path) -> str:
    """
    Return the Python blocks of a page.
    """
    tokens = MarkdownIt("commonmark").parse(page.read_text(encoding="utf-8"))
    return "\n".join(token.content for token in tokens if token.type == "fence" and token.info == "python")


def test_every_public_module_has_a_page() -> None:
    """
    The reference has a page for each public module, and no other, and the site lists them all.
    """
    pages = {path.stem for path in REFERENCE.glob("*.md")} - {"index"}
    listed = set(re.findall(r"- reference/(\w+)\.md", (ROOT / "mkdocs.yml").read_text(encoding="utf-8"))) - {"index"}

    assert pages == listed == set(ROOMS)


@pytest.mark.parametrize("room", ROOMS)
def test_every_public_name_is_in_the_reference(room: str) -> None:
    """
    The page of a module asks for each name of its `__all__` once, and for nothing else.
    """
    asked = DIRECTIVE.findall((REFERENCE / f"{room}.md").read_text(encoding="utf-8"))

    assert sorted(asked) == sorted(f"mlweekly.{room}.{name}" for name in names_of(room))


@pytest.mark.parametrize("room", ROOMS)
def test_every_public_name_has_an_example(room: str) -> None:
    """
    Each name is used in an example that is run: of its page, or of its own docstring.
    """
    module, code = importlib.import_module(f"mlweekly.{room}"), code_of(REFERENCE / f"{room}.md")
    unused = [name for name in names_of(room) if not re.search(rf"\b{name}\b", code)]

    assert [name for name in unused if ">>>" not in (getattr(module, name).__doc__ or "")] == []


def test_names_of_the_package_lead_to_their_pages() -> None:
    """
    The first page of the reference links each name of the package to the module that it comes from.
    """
    links = LINKED.findall((REFERENCE / "index.md").read_text(encoding="utf-8"))

    assert {name or room for room, name in links} >= set(mlweekly.__all__)
    assert [(room, name) for room, name in links if name and name not in names_of(room)] == []


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"])
def test_links_of_the_root_lead_to_files(page: str) -> None:
    """
    A relative link of a page of the root leads to a file, and to a heading where it names one.
    """
    tokens = MarkdownIt("commonmark").parse((ROOT / page).read_text(encoding="utf-8"))
    inner = [child for token in tokens for child in token.children or []]
    targets = [str(token.attrGet("href") or token.attrGet("src") or "") for token in inner]
    relative = {target for target in targets if target and not re.match(r"[a-z]+:", target)}
    dead = [target for target in relative if not leads_somewhere(target)]

    assert relative
    assert dead == []


def leads_somewhere(target: str) -> bool:
    """
    Return whether a link of the root has a file and, if it names one, a heading.
    """
    path, _, anchor = target.partition("#")
    file = ROOT / path
    return file.exists() and (not anchor or anchor in anchors_of(file))


def anchors_of(page: Path) -> set[str]:
    """
    Return the anchors of the headings of a page, as code forges spell them.
    """
    tokens = MarkdownIt("commonmark").parse(page.read_text(encoding="utf-8"))
    headings = [after.content for token, after in pairwise(tokens) if token.type == "heading_open"]
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}
