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


@pytest.mark.parametrize(("length", "shown"), [(60, "x" * 60), (61, f"{'x' * 30}…{'x' * 30}")])
def test_a_long_run_is_shown_by_its_ends(length: int, shown: str) -> None:
    """
    Sixty characters are shown as they are; of more, the thirty at either end, whether they come, go or are replaced.
    """
    run, other = "x" * length, "y" * length

    assert rewording(f"a {run}", f"a {other}") == f'"{shown}" → "{shown.replace("x", "y")}"'
    assert rewording("", run) == f'"{shown}" added'
    assert rewording(run, "") == f'"{shown}" removed'


def test_rewording_tells_six_changes() -> None:
    """
    Six are told in full; a seventh is counted.
    """
    names = "abcdefg"
    before = " ".join(f"left{name} same{name} kept" for name in names)
    six = before.replace("left", "right", 6)

    assert "more" not in rewording(before, six)
    assert rewording(before, six).count("→") == 6
    assert rewording(before, before.replace("left", "right")).endswith('"leftf" → "rightf", and 1 more')


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        # Words behind a change show at once how far it goes; the nearest such place is taken.
        ("a b c d e f", "a x c d e f", ["b>x"]),
        ("a b c d e f", "a c d e f", ["b >"]),
        ("a c d e f", "a b c d e f", [">b "]),
        ("a b c d", "a b c x", ["d>x"]),
        ("a b c", "b c d", ["a >", "> d"]),
        # Words that stand once on both sides hold the rest together, as many as keep their order.
        ("1 a 2 b 3 c 4", "5 c 6 a 7 b 8", ["1>5 c 6", "2>7", "3 c 4>8"]),
        ("x x x y", "y x x x", None),
        ("7B 7B", "70B 7B", ["7B>70B"]),
        ("学習する", "学習した", ["する>した"]),
        ("ました", "ましょう", ["た>ょう"]),
        ("하다", "했다", ["하다>했다"]),
        ("한다", "한국", ["다>국"]),
    ],
)
def test_word_changes(before: str, after: str, expected: list[str] | None) -> None:
    """
    What is replaced, and by what: few words for a small change, whole words but for the ending of an inflected one.
    """
    changes = word_changes(before, after)
    if expected is not None:
        assert [f"{change.before}>{change.after}" for change in changes] == expected
    else:
        assert sum(len(change.before) + len(change.after) for change in changes) <= 4


@pytest.mark.parametrize(
    ("before", "after", "is_of_number"),
    [
        ("7B", "70B", True),
        ("7", "8%", True),
        ("7B", "many", False),
        ("many", "7B", False),
        ("7 B", "8 B", True),
        ("", "7", False),
    ],
)
def test_a_number_for_a_number(before: str, after: str, *, is_of_number: bool) -> None:
    """
    A change is one of a number where both sides are one whole number.
    """
    assert any(change.is_of_number for change in word_changes(f"a {before} b", f"a {after} b")) is is_of_number


def test_a_change_at_the_very_end_of_a_long_text_is_one_word() -> None:
    """
    However much is equal before it, and where words repeat.
    """
    text = "the model " * 400
    (change,) = word_changes(f"{text}ends", f"{text}begins")

    assert (change.before, change.after, change.start) == ("ends", "begins", len(text))


def test_much_that_changed_is_told_by_what_stayed() -> None:
    """
    Sentences that changed places stay words: no more than the sentence that moved is told.
    """
    one, two = " ".join(f"one{n}" for n in range(60)), " ".join(f"two{n}" for n in range(40))
    changes = word_changes(f"{one} {two}", f"{two} {one}")

    assert sum(len(change.before) for change in changes) <= len(two) + 1
    assert sum(len(change.after) for change in changes) <= len(two) + 1
