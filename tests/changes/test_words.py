"""
Words of any script, and what changed among them.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlweekly.changes import word_changes, words_of
from mlweekly.changes._words import rewording
from tests.strategies import strings


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Moshi's 7B model, v2", ["Moshi's", " ", "7B", " ", "model", ",", " ", "v", "2"]),
        ("70億のモデルを学習しました。", ["70億", "の", "モデル", "を", "学", "習", "しました", "。"]),
        ("15억 개의 논문", ["15억", " ", "개의", " ", "논문"]),
        ("see https://arxiv.org/a?b=1 (1,300.5)", ["see", " ", "https://arxiv.org/a?b=1", " ", "(", "1,300.5", ")"]),
        ("1億5000万 and 12%", ["1億5000万", " ", "and", " ", "12%"]),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    """
    A number keeps its magnitude, a URL is one word, kana stand run by run and Chinese characters one by one.
    """
    assert words_of(text) == words


@given(strings())
def test_words_joined_are_the_text(text: str) -> None:
    """
    Nothing is dropped.
    """
    assert "".join(words_of(text)) == text


@given(st.lists(st.sampled_from(["a", " ", "b", "c ", "学", "しました", "した", "70億", ", "]), max_size=30), st.data())
def test_changes_made_in_the_text_before_give_the_text_after(words: list[str], data: st.DataObject) -> None:
    """
    Replacing each run by its other, from the end, leads from one text to the other; equal texts have no change.
    """
    others = data.draw(st.lists(st.sampled_from([*words, "x", " "]), max_size=30))
    before, after = "".join(words), "".join(others)
    made = before
    for change in reversed(word_changes(before, after)):
        assert before[change.start : change.end] == change.before
        assert after[change.other_start : change.other_end] == change.after
        made = made[: change.start] + change.after + made[change.end :]

    assert made == after
    assert word_changes(after, after) == ()


@pytest.mark.parametrize(
    ("before", "after", "sentence"),
    [
        ("70億の単語", "700億の単語", "number 70億 → 700億"),
        ("モデルを提案しました", "モデルを提案した", '"ました" → "た"'),
        ("제안했습니다", "제안했다", '"습니다" → "다"'),
        ("a big model", "a model", '"big " removed'),
        ("we show this here", "we prove that here", '"show this" → "prove that"'),
    ],
)
def test_rewording(before: str, after: str, sentence: str) -> None:
    """
    The sentence names the words that changed, a number as a number, and neighbours as one phrase.
    """
    assert rewording(before, after) == sentence


def test_rewording_of_many_words_stays_short() -> None:
    """
    Of many changes the first six are told, and the number of the others.
    """
    before = " ".join(f"left{'abcdefghij'[place]} same{'klmnopqrst'[place]} kept" for place in range(10))
    after = before.replace("left", "right")

    assert rewording(before, after).endswith(", and 4 more")
