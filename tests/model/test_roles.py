"""
Words on links.
"""

from __future__ import annotations

import pytest

from mlweekly.model import ROLES, role_of_label


@pytest.mark.parametrize(
    ("label", "role"),
    [
        ("Paper", "paper"),
        ("paper", "paper"),
        ("PAPER", "paper"),
        (" Paper ", "paper"),
        ("Paper 1", "paper"),
        ("Paper2", "paper"),
        ("(Paper)", "paper"),
        ("**Paper**:", "paper"),
        ("Tweet)", "post"),
        ("Thread", "post"),
        ("X", "post"),
        ("GitHub", "code"),
        ("Code & Data", "code"),
        ("Data / Code", "dataset"),
        ("Models", "model"),
        ("Model Card", "report"),
        ("System Card", "report"),
        ("Technical Report", "report"),
        ("Blog and Demo", "blog"),
        ("论文", "paper"),
        ("推文", "post"),
        ("論文", "paper"),
        ("ツイート", "post"),
        ("논문", "paper"),
        ("트윗", "post"),
        ("Moshi", None),
        ("Paperclip", None),
        ("Rex", None),
        ("", None),
        ("1", None),
    ],
)
def test_a_label_names_a_role(label: str, role: str | None) -> None:
    """
    Case, punctuation and numbers at the edges do not matter; of several words the first known one decides.
    """
    assert role_of_label(label) == role


def test_every_word_names_one_role() -> None:
    """
    No word stands under two roles, and each is written as it is compared.
    """
    words = [word for listed in ROLES.values() for word in listed]
    assert len(words) == len(set(words))
    assert words == [word.casefold() for word in words]
    assert {word: role_of_label(word) for word in words} == {word: role for role in ROLES for word in ROLES[role]}
