"""
Make the pictures of the docs from what the library shows, with Chromium.

`python docs/pictures.py` writes docs/pictures/*.png. It needs the command `chromium` and is no part of the tests: fonts
differ from machine to machine.
"""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

import mlweekly

DOCS = Path(__file__).resolve().parent
SAMPLES, PICTURES = DOCS / "samples", DOCS / "pictures"
CHROMIUM = (
    *("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync", "--hide-scrollbars", "--force-device-scale-factor=1.5"),
)
LIGHT, DARK = "1", "0"


def report_page() -> str:
    """
    Return the report on the June story: September's papers under a title of June.
    """
    text = (SAMPLES / "2024-09-16.en.md").read_text(encoding="utf-8")
    june = text.replace("September 16 - September 22", "June 10 - June 16")
    return mlweekly.reports.html(mlweekly.validate(mlweekly.markdown.parse(june, name="2024-09-16.md")))


def issue_page() -> str:
    """
    Return the page of the Japanese edition, its own language first.
    """
    name = "2024-09-16.ja.md"
    return mlweekly.reports.html(mlweekly.markdown.loads((SAMPLES / name).read_text(encoding="utf-8")))


def photograph(page: str, name: str, *, width: int, height: int, scheme: str = LIGHT) -> None:
    """
    Write a picture of a page as a browser with this colour scheme shows it.
    """
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "page.html")
        source.write_text(page, encoding="utf-8")
        options = (
            f"--user-data-dir={folder}/profile",
            f"--blink-settings=preferredColorScheme={scheme}",
            f"--window-size={width},{height}",
            f"--screenshot={PICTURES / name}",
        )
        subprocess.run([*CHROMIUM, *options, source.as_uri()], check=True, capture_output=True, timeout=60)  # noqa: S603 -- our own page and options


def main() -> None:
    """
    Make every picture.
    """
    PICTURES.mkdir(exist_ok=True)
    photograph(report_page(), "report.png", width=860, height=330)
    photograph(report_page(), "report-dark.png", width=860, height=330, scheme=DARK)
    photograph(issue_page(), "issue.png", width=860, height=330)


if __name__ == "__main__":
    main()
