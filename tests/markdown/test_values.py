"""
What cells and labelled lines write alike.
"""

from __future__ import annotations

import pytest

from mlweekly.markdown._reading._values import says_nothing, split_tags


@pytest.mark.parametrize(
    ("words", "tags"),
    [
        ("speech, audio; vision", ("speech", "audio", "vision")),
        ("语音，视觉、规划", ("语音", "视觉", "规划")),
        ("NLP | CV · audio", ("NLP", "CV", "audio")),
        ("`speech` `audio`", ("speech", "audio")),
        ("#speech #audio", ("speech", "audio")),
        ("#speech#audio", ("speech", "audio")),
        ("CI/CD / agents", ("CI/CD", "agents")),
        ("C#, F#", ("C#", "F#")),
        ("[NLP](https://x.org/#nlp), F#8, CI/CD", ("NLP", "F#8", "CI/CD")),
        (f"speech{' ' * 50_000}audio", (f"speech{' ' * 50_000}audio",)),
        ("**speech**, , audio", ("speech", "audio")),
        ("", ()),
    ],
)
def test_tags_are_split_where_digests_separate_them(words: str, tags: tuple[str, ...]) -> None:
    """
    Commas, bars, slashes with blanks, code and `#` separate tags; a slash or a `#` in a name does not.
    """
    assert split_tags(words) == tags


@pytest.mark.parametrize("words", ["", "-", "—", "--", "N/A", "n.a.", "None", "**none**", "NaN", "无", "없음", "なし"])
def test_a_value_says_nothing(words: str) -> None:
    """
    Dashes and words for nothing.
    """
    assert says_nothing(words)


@pytest.mark.parametrize("words", ["0", "no", "None of them", "Nanjing", "無線", "✓"])
def test_a_value_says_something(words: str) -> None:
    """
    Words that only begin like these, numbers and check marks are values.
    """
    assert not says_nothing(words)
