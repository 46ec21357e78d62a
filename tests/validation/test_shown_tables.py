"""
Tables and headings that a page shows, compared with what markdown-it-py renders.
"""

from __future__ import annotations

from itertools import product

import pytest
from markdown_it import MarkdownIt

from mlweekly import markdown, validate

HEADS = ("## ", "##", "#", "### ", "  ## ")
DELIMITERS = ("|---|---|", "| :--- | ---: |", "---|---", "|---|", "|---|---|---|", "| - | - |")
GAPS = ("", "\n", "  \n", "\n\n")


@pytest.mark.parametrize("head", HEADS)
def test_what_is_found_is_what_a_page_does_not_show(head: str) -> None:
    """
    Nothing is found where the page shows a heading and a table with all rows, and else something; fixed, it shows both.
    """
    for delimiter, gap in product(DELIMITERS, GAPS):
        text = (
            f"{head}Papers of the Week (September 16 - September 22) - 2024\n\n| **Paper** | **Links** |\n{delimiter}\n"
            f"| 1) **Moshi** - listens | [Paper](https://arxiv.org/abs/2409.10037) |\n{gap}"
            "| 2) **Mimi** - encodes | [Paper](https://arxiv.org/abs/2409.10038) |\n"
        )
        report = validate(markdown.parse(text), select="M710")

        assert bool(report.findings) != is_shown(text), text
        assert is_shown(markdown.edit(text, report.patch())), text


def is_shown(text: str) -> bool:
    """
    Return whether a page shows a heading, and a table of a header and two rows.
    """
    page = MarkdownIt("commonmark").enable("table").render(text)
    return "<h" in page and page.count("<tr>") == 3
