"""
Front matter that a reader left over is known in one look, however long it is.
"""

from __future__ import annotations

from mlweekly import markdown, validate

TABLE = "| **Paper** | **Links** |\n|---|---|\n| 1) **Moshi** - listens | [Paper](https://arxiv.org/abs/2410.00037) |\n"


def test_front_matter_that_never_closes_takes_no_time() -> None:
    """
    Two hundred lines that can be read in two ways each: a search through all of them would never come to an end.
    """
    document = markdown.parse("---\n" + "-a: b\n" * 200 + "...\n\n" + TABLE)

    assert [finding.code for finding in validate(document, select=["M708"]).findings] == ["M708"]


def test_front_matter_of_a_table_is_no_leftover() -> None:
    """
    It is for the generator of a site.
    """
    document = markdown.parse("---\nlayout: post\n- a\n---\n\n" + TABLE)

    assert validate(document, select=["M708"]).findings == ()
