"""
Read a digest out of a newsletter in HTML, or out of a post of a forum's API, and write it as Markdown.

    python newsletter.py mail.html > digest.md
    python newsletter.py post.json > digest.md       a post of a Discourse forum, as /posts/ID.json returns it

A converter makes Markdown of the HTML; mlweekly reads that. What was read with doubt, or not at all, is printed to
standard error. Needs mlweekly, markdownify and beautifulsoup4, which markdownify brings.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from bs4 import BeautifulSoup
from markdownify import ATX, MarkdownConverter

import mlweekly
from mlweekly import Document


def main(arguments: Sequence[str] | None = None) -> int:
    """
    Print the digest that a file holds; the exit code is 1 if there is none.
    """
    parser = argparse.ArgumentParser(prog="newsletter.py", description="Read a digest out of a newsletter.")
    parser.add_argument("file", type=Path, help="a page in HTML, or a post as JSON")
    path = parser.parse_args(arguments).file
    text = path.read_text(encoding="utf-8")
    try:
        document = from_post(text) if path.suffix == ".json" else from_html(text)
    except (KeyError, TypeError, json.JSONDecodeError):
        print(f"{path}: this is no post of a forum", file=sys.stderr)
        return 1
    for problem in document.problems:
        print(problem, file=sys.stderr)
    for _, words in document.unplaced:
        print(f"fits no field: {words}", file=sys.stderr)
    if not document.series:
        print(f"{path}: no digest was found", file=sys.stderr)
        return 1
    print(mlweekly.markdown.dumps(document.series), end="")
    return 0


def from_html(html: str) -> Document:
    """
    Return the digest that a page in HTML holds.
    """
    soup = BeautifulSoup(html, "html.parser")
    for hidden in soup(["head", "script", "style"]):
        hidden.decompose()
    # Headings with "#" have all six levels; underlined ones have two.
    return mlweekly.markdown.parse(MarkdownConverter(heading_style=ATX).convert_soup(soup))


def from_post(text: str) -> Document:
    """
    Return the digest that a post of a forum's API holds: its Markdown if the API tells it, else its HTML.
    """
    post = json.loads(text)
    return mlweekly.markdown.parse(post["raw"]) if "raw" in post else from_html(post["cooked"])


if __name__ == "__main__":
    sys.exit(main())
