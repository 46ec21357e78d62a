"""
How a heading is linked to.
"""

from __future__ import annotations

import pytest

from mlweekly.model import anchor_of


@pytest.mark.parametrize(
    ("heading", "anchor"),
    [
        ("Feb 20-26", "feb-20-26"),
        (" (June 23 - June 29) - 2025 ", "june-23---june-29---2025"),
        ("a_b-c", "a_b-c"),
        ("What? C++ & Rust!", "what-c--rust"),
        ("今週の主要ML論文(9月)", "今週の主要ml論文9月"),
        ("Café — ÉTÉ", "café--été"),
        ("हिन्दी", "हिन्दी"),
        ("🎉", ""),
        ("[Papers](https://example.org/a_b) (May 6) ![](c.png)", "papers-may-6"),
    ],
)
def test_anchor_is_the_slug_that_a_host_makes(heading: str, anchor: str) -> None:
    """
    Lower case; letters and marks of any script, digits, hyphen and underscore stay, a blank is a hyphen, the rest goes.
    """
    assert anchor_of(heading) == anchor
