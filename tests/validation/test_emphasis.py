"""
Emphasis that a page does not show, compared with what markdown-it-py renders.
"""

from __future__ import annotations

from itertools import product

import pytest
from markdown_it import MarkdownIt

from mlweekly.validation._analysis._emphasis import unopened_in

SIDES = ("", " ", "は", "가", "的", "a", "1", "「", "」", "。", "，", "(", ")", "!", "-", "%", "＄", "—")
WORDS = ("重要", "「重要」", "10%", "(a)", "a", "重要。", " 重要", "重要 ", "「重要", "重要）", "`x`", "—")


@pytest.mark.parametrize("marks", ["**", "***"])
@pytest.mark.parametrize("words", WORDS)
def test_what_is_found_is_what_a_page_shows(words: str, marks: str) -> None:
    """
    Whatever stands on both sides, a pair is found where the page shows its asterisks, and then alone.
    """
    for before, behind in product(SIDES, SIDES):
        text = f"x{before}{marks}{words}{marks}{behind}y" if before or behind else f"{marks}{words}{marks}"
        is_shown = "**" in MarkdownIt().render(text)

        assert bool(unopened_in(text, text.replace("`x`", "   "))) == is_shown, text


@pytest.mark.parametrize("words", WORDS)
def test_what_is_fixed_is_emphasised(words: str) -> None:
    """
    A page shows no asterisk of what was fixed.
    """
    for before, behind in product(SIDES, SIDES):
        text = f"x{before}**{words}**{behind}y"
        for each in unopened_in(text, text.replace("`x`", "   ")):
            if each.fixed is not None:
                fixed = f"{text[: each.start]}{each.fixed}{text[each.end :]}"
                assert "*" not in MarkdownIt().render(fixed), fixed


@pytest.mark.parametrize(
    "text",
    ["**a** **b** ** c", "*a **b* c**", "**a*b**c*", "***a** b*", "**は**「a」**は**", "*「」*は", "a*b*c*「」*d"],
)
def test_runs_that_nest_and_cross(text: str) -> None:
    """
    A text is left as it is where the page shows no pair of runs around words.
    """
    shown = MarkdownIt().render(text).count("*")

    assert len(unopened_in(text, text)) * 2 <= shown
