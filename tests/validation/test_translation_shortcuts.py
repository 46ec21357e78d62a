"""
What is looked for only where it may be is what is found everywhere.
"""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mlweekly.validation._analysis._scripts import _JAPANESE, _is_in, _is_only_chinese
from mlweekly.validation._analysis._words import _WORD, Words, plain
from mlweekly.validation._translation._markers import _CANDIDATE, _candidates
from mlweekly.validation._translation._names import added_words

MARKERS = st.lists(st.sampled_from([*"()[]{}0123456789ivxabh-.,~ ", "①", "⑳", "(1)", "viii)", "モデル"])).map("".join)
LATIN = st.text(st.sampled_from("aBsIé İſßøK.+'’-0 あ１Ａ\u0301"))


@given(MARKERS)
def test_candidates_are_all_that_are_written_like_a_marker(text: str) -> None:
    """
    They are found from where they end, in the order of the text, and none overlaps another.
    """
    assert [match.span() for match in _candidates(text)] == [match.span() for match in _CANDIDATE.finditer(text)]


@given(LATIN | st.text())
def test_words_of_a_text_are_the_plain_ones(text: str) -> None:
    """
    Each word is there by its letters, and without the ending of a plural.
    """
    words = {plain(word) for word in _WORD.findall(Words(text).folded)}

    assert Words(text).plain == words | {word[:-1] for word in words if len(word) > 2 and word.endswith("s")}


@given(st.text(st.characters(codec="gb2312") | st.characters(codec="euc_jis_2004") | st.characters()))
def test_a_text_in_a_japanese_set_has_no_character_of_china_alone(text: str) -> None:
    """
    What the basic set of Japan can hold as a whole, it can hold by its characters.
    """
    assert not (_is_in(text, _JAPANESE) and any(map(_is_only_chinese, text)))


@given(LATIN, LATIN)
def test_words_that_came_in_are_none_that_the_original_has(source: str, target: str) -> None:
    """
    Where the original has every word, none came in.
    """
    added = list(added_words(Words(source), Words(target), [Words(source)], ()))

    assert {plain(word) for word in added}.isdisjoint(Words(source).plain)
