"""
Sentences are counted in each script.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlweekly.validation._analysis._words import of_ordinary_width
from mlweekly.validation._translation._sentences import sentences_in


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("It listens. It speaks.", 2),
        ("It listens! Does it speak? Yes.", 3),
        ("It needs 2.5B, i.e. less, cf. Fig. 2 and Smith et al. (2021).", 1),
        ("In the U.S. data it fails.", 1),
        ("It uses LLaMA-3.1-8B. Reading is fast.", 2),
        ('He said "yes." Then it stopped.', 2),
        ("A, B, etc. Next one.", 2),
        ("聞きます。話します。", 2),
        ("聞きます.話します.", 2),
        ("「聞きます。」と話します。", 1),
        ("本当ですか？はい！", 2),
        ("精度は91.4%です。", 1),
        ("듣습니다. 말합니다.", 2),
        ("듣습니다.말합니다.", 2),
        ("듣습니다.2단계로 말합니다.", 2),
        ("정확도는 91.4%입니다.", 1),
        ("它听。它说。", 2),
        ("One\nTwo", 2),
        ("One<br>Two", 2),
        ("", 0),
        ("...", 0),
        ("no end", 1),
    ],
)
def test_sentences_are_counted(text: str, count: int) -> None:
    """
    Ends are `.`, `!`, `?` and their like, in Asian scripts without a space; abbreviations and decimals have none.
    """
    assert len(list(sentences_in(of_ordinary_width(text)))) == count


@given(st.text())
def test_any_text_has_sentences(text: str) -> None:
    """
    No text raises, and each sentence is a part of it.
    """
    assert all(sentence in text for sentence in sentences_in(text))
