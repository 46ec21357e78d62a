"""
Judge a site that was built: `python -m tests.built_site FOLDER`.

Every public name has its place in the inventory, every class of attrs its arguments, every example a block. Every link
inside leads to a page and a place on it, and no page asks another host for anything.
"""

from __future__ import annotations

import importlib
import pkgutil
import sys
import zlib
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import attrs

import mlweekly

LOADS = {"script": "src", "img": "src", "source": "srcset", "iframe": "src", "link": "href"}


class Page(HTMLParser):
    """
    The ids of a page, the links that it has, and what it loads.
    """

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.links: set[str] = set()
        self.loads: set[str] = set()
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """
        Note the ids and addresses of a tag.
        """
        values = {name: value for name, value in attrs if value is not None}
        self.ids |= {values[name] for name in ("id", "name") if name in values}
        if tag in LOADS and LOADS[tag] in values:
            self.loads.add(values[LOADS[tag]])
        elif tag == "a" and "href" in values:
            self.links.add(values["href"])


def problems_of(site: Path) -> list[str]:
    """
    Return what is wrong with a site, a line each.
    """
    pages = {path: Page(path) for path in sorted(site.rglob("*.html")) if path.name != "404.html"}
    found = [f"no place for {name}" for name in sorted(public_names() - inventory(site))]
    found += [f"no arguments of {name}" for name in sorted(public_names()) if lacks_arguments(site, name)]
    found += [f"an example in {path} is a quote" for path in pages if "reference" in path.parts and is_quoted(path)]
    for path, page in pages.items():
        where = path.relative_to(site)
        outside = [target for target in page.loads if urlsplit(target).netloc]
        found += [f"{where} loads {target}" for target in outside]
        inside = [target for target in page.links | page.loads if not urlsplit(target).scheme and target not in outside]
        found += [f"{where} has a dead link to {target}" for target in inside if is_dead(path, target, pages)]
    return found if pages else ["there are no pages"]


def is_dead(path: Path, target: str, pages: dict[Path, Page]) -> bool:
    """
    Return whether a link of a page leads nowhere.
    """
    parts = urlsplit(target)
    file = (path.parent / unquote(parts.path)).resolve() if parts.path else path
    file = file / "index.html" if file.is_dir() else file
    if not file.is_file():
        return True
    return bool(parts.fragment) and file in pages and unquote(parts.fragment) not in pages[file].ids


def public_names() -> set[str]:
    """
    Return every name of every `__all__` of a public module, with its module.
    """
    rooms = [each.name for each in pkgutil.iter_modules(mlweekly.__path__) if not each.name.startswith("_")]
    return {f"mlweekly.{room}.{name}" for room in rooms for name in importlib.import_module(f"mlweekly.{room}").__all__}


def lacks_arguments(site: Path, name: str) -> bool:
    """
    Return whether a name is a class of attrs and its page does not show how it is called.
    """
    _, room, own = name.split(".")
    value = getattr(importlib.import_module(f"mlweekly.{room}"), own)
    page = (site / "reference" / room / "index.html").read_text(encoding="utf-8")
    below = page.partition(f'<h3 id="{name}"')[2].partition("<h3 ")[0]
    return isinstance(value, type) and attrs.has(value) and f'<span class="nf">{own}</span>' not in below


def is_quoted(path: Path) -> bool:
    """
    Return whether a page of the reference has a quote: `>>>` that was taken for one.
    """
    return "<blockquote>" in path.read_text(encoding="utf-8")


def inventory(site: Path) -> set[str]:
    """
    Return the names that the reference has a place for, in the format of Sphinx's `objects.inv`, version 2.
    """
    *_, packed = (site / "objects.inv").read_bytes().split(b"\n", 4)
    return {line.split(" ", 1)[0] for line in zlib.decompress(packed).decode().splitlines()}


def main() -> int:
    """
    Print what is wrong, and return 1 if anything is.
    """
    site = Path(sys.argv[1]).resolve()
    found = problems_of(site)
    print(*found, f"{site.name}: {len(found)} problems", sep="\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
