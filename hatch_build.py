"""
What the package says of itself, from the address of the project's home in `pyproject.toml`.

Without an address there are no project URLs, and the README is as it is in the checkout. With one, its relative links
lead to the files of the release.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from hatchling.metadata.plugin.interface import MetadataHookInterface

# The end of `[the model](docs/model.md)`, or the whole of `![a report](docs/report.png)`; no address, and no fragment.
_RELATIVE_LINK = re.compile(r"(?P<start>!\[[^\[\]]*\]|\])\((?P<path>(?!\w+:|[#/])[^()\s]+)\)")


class HomeMetadataHook(MetadataHookInterface):
    """
    Puts the README and the project URLs into the metadata.
    """

    def update(self, metadata: dict[str, Any]) -> None:
        """
        Add `readme` and, if the home is set, `urls`.
        """
        home = self.config["home"].rstrip("/")
        readme = Path(self.root, "README.md").read_text(encoding="utf-8")
        if home:
            readme = with_absolute_links(readme, home, f"v{metadata['version']}")
            metadata["urls"] = project_urls(home, f"v{metadata['version']}")
        metadata["readme"] = {"content-type": "text/markdown", "text": readme}


def with_absolute_links(readme: str, home: str, tag: str) -> str:
    """
    Return the README with its relative links leading to the files of a tag: pages as a forge shows them, images raw.
    """

    def absolute(match: re.Match[str]) -> str:
        kind = "raw" if match["start"].startswith("!") else "blob"
        return f"{match['start']}({home}/{kind}/{tag}/{match['path']})"

    return _RELATIVE_LINK.sub(absolute, readme)


def project_urls(home: str, tag: str) -> dict[str, str]:
    """
    Return what an index shows beside the README.
    """
    return {
        "Homepage": home,
        "Documentation": f"{home}/blob/{tag}/docs/index.md",
        "Changelog": f"{home}/blob/{tag}/CHANGELOG.md",
        "Issues": f"{home}/issues",
    }
