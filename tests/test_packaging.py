"""
What the package says of itself, on the index and to whoever cites it.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from email.message import Message
from email.parser import Parser
from pathlib import Path

from markdown_it import MarkdownIt

import mlweekly
from hatch_build import with_absolute_links

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
NO_HOME = '\nhome = ""\n'
HOME = "https://example.org/digests/mlweekly"


def metadata_of_a_wheel(folder: Path, home: str) -> Message:
    """
    Return the metadata of a wheel that is built from a copy of the project with an address set.
    """
    copy = folder / "mlweekly"
    shutil.copytree(ROOT / "src", copy / "src", ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("LICENSE", "README.md", "hatch_build.py"):
        shutil.copy(ROOT / name, copy)
    settings = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert settings.count(NO_HOME) == 1
    (copy / "pyproject.toml").write_text(settings.replace(NO_HOME, f'\nhome = "{home}"\n'), encoding="utf-8")
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel"]
    subprocess.run(command, cwd=copy, check=True, capture_output=True)
    (wheel,) = (copy / "dist").glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        (name,) = (name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
        return Parser().parsestr(archive.read(name).decode())


def targets(markdown: str) -> Iterator[str]:
    """
    Yield what the links and images of a page point to, those in HTML included.
    """
    for token in MarkdownIt("commonmark").parse(markdown):
        yield from re.findall(r'(?:href|src|srcset)="([^"]*)"', token.content if token.type == "html_block" else "")
        for child in token.children or ():
            yield from (str(child.attrs[name]) for name in ("href", "src") if name in child.attrs)


def fences(markdown: str) -> list[str]:
    """
    Return the fenced blocks of a page.
    """
    return [token.content for token in MarkdownIt("commonmark").parse(markdown) if token.type == "fence"]


def test_a_home_gives_urls_and_the_links_of_the_readme(tmp_path: Path) -> None:
    """
    One setting: the wheel has project URLs, and every relative link leads to a file of the release.
    """
    metadata = metadata_of_a_wheel(tmp_path, f"{HOME}/")
    tag = f"v{mlweekly.__version__}"

    assert metadata.get_all("Project-URL") == [
        f"Homepage, {HOME}",
        f"Documentation, {HOME}/blob/{tag}/docs/index.md",
        f"Changelog, {HOME}/blob/{tag}/CHANGELOG.md",
        f"Issues, {HOME}/issues",
    ]
    readme = str(metadata.get_payload())
    found = dict(zip(targets(README), targets(readme), strict=True))
    relative = [target for target in found if not target.startswith(("https://", "#"))]
    assert "docs/model.md" in relative
    for target in relative:
        kind = "raw" if target.endswith((".png", ".svg")) else "blob"
        assert found[target] == f"{HOME}/{kind}/{tag}/{target}"
        assert (ROOT / target.partition("#")[0]).exists()
    assert all(found[target] == target for target in found if target not in relative)
    assert fences(readme) == fences(README)


def test_without_a_home_nothing_is_invented(tmp_path: Path) -> None:
    """
    No project URL, and the README as it is in the checkout.
    """
    metadata = metadata_of_a_wheel(tmp_path, "")

    assert metadata.get_all("Project-URL") is None
    assert metadata["Description-Content-Type"] == "text/markdown"
    assert str(metadata.get_payload()) == README


def test_images_are_linked_raw() -> None:
    """
    An image is shown from its file, and one that is a link leads to its page.
    """
    others = "[b](#c) [d](https://example.com/) [Tweet]() [e](mailto:f@example.com)"

    assert with_absolute_links(f"[![A report](docs/a.png)](docs/reports.md) {others}", HOME, "v1") == (
        f"[![A report]({HOME}/raw/v1/docs/a.png)]({HOME}/blob/v1/docs/reports.md) {others}"
    )


def test_a_citation_names_this_version() -> None:
    """
    `CITATION.cff` has the version and the licence of the package.
    """
    citation = (ROOT / "CITATION.cff").read_text(encoding="utf-8")

    assert f'\nversion: "{mlweekly.__version__}"\n' in citation
    assert "\nlicense: MIT\n" in citation
