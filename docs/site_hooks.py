"""
What the site adds to the pages of this folder: those of the project's root, the list of rules, the sources of examples.

The pages are plain Markdown that reads on a code forge, too, where the root is one folder up; on the site it is not.
"""

from __future__ import annotations

import re
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

DOCS = Path(__file__).resolve().parent
ROOT_PAGES = {
    "CHANGELOG.md": "changelog.md",
    "CITATION.cff": "CITATION.cff",
    "CONTRIBUTING.md": "contributing.md",
    "README.md": "index.md",
    "SECURITY.md": "security.md",
}
NAMES = "|".join(map(re.escape, ROOT_PAGES))
FROM_DOCS = re.compile(rf"\]\(\.\./((?:\.\./)*)({NAMES})")
EXAMPLE = re.compile(r"^\[([\w-]+\.(?:py|ya?ml))\]\(\.\./examples/\1\)$", re.MULTILINE)
FROM_ROOT = re.compile(rf"\]\((?:docs/|({NAMES}))")


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """
    List the pages of the rules, which are generated, after their index.
    """
    pages = sorted(path.name for path in (DOCS / "rules").glob("*.md") if path.name != "index.md")
    (rules,) = (item["Rules"] for item in config.nav or () if "Rules" in item)
    rules.extend(f"rules/{name}" for name in pages)
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """
    Take in the pages of the root, with links as they are from here.
    """
    for name, target in ROOT_PAGES.items():
        if target != "index.md":
            text = (DOCS.parent / name).read_text(encoding="utf-8")
            content = FROM_ROOT.sub(lambda link: f"]({ROOT_PAGES.get(link[1], '')}", text)
            files.append(File.generated(config, target, content=content))
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """
    Lead links to the root to its pages on the site, and show an example behind a link that is a line of its own.
    """
    del page, config, files
    markdown = EXAMPLE.sub(lambda link: f"{link[0]}\n\n{source_of(link[1])}", markdown)
    return FROM_DOCS.sub(lambda link: f"]({link[1]}{ROOT_PAGES[link[2]]}", markdown)


def source_of(example: str) -> str:
    """
    Return the source of an example as a block of code.
    """
    path = DOCS / "examples" / example
    language = "python" if path.suffix == ".py" else "yaml"
    return f"~~~~{language}\n{path.read_text(encoding='utf-8').rstrip()}\n~~~~"
