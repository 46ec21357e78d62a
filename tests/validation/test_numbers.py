"""
Numbers are read by value, whatever language and form they are written in.
"""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlweekly.validation._analysis._words import Words, plain
from mlweekly.validation._translation import _numbers
from mlweekly.validation._translation._markers import markers_in
from mlweekly.validation._translation._number_forms import in_form_of
from mlweekly.validation._translation._number_pairs import NumberComparison, compared
from mlweekly.validation._translation._numbers import Number, Value, normal
from mlweekly.validation._translation._tokens import Tokens


def numbers_in(text: str, language: str | None = None) -> tuple[Number, ...]:
    """
    Return the numbers of a text.
    """
    return Tokens(Words(text), language).numbers


def exact(value: Value) -> Fraction:
    """
    Return a value as a fraction.
    """
    return value[0] * Fraction(10) ** value[1]


def figures(text: str, language: str | None = None) -> list[Fraction]:
    """
    Return the likeliest values of the figures in a text.
    """
    return [exact(number.values[0]) for number in numbers_in(text, language) if number.weight == "figure"]


def words(text: str) -> list[Fraction]:
    """
    Return the likeliest values of the words that are numbers or may be.
    """
    return [exact(number.values[0]) for number in numbers_in(text) if number.weight != "figure"]


def comparison(source: str, target: str, language: str) -> NumberComparison:
    """
    Compare an English text with its translation.
    """
    return compared(numbers_in(source, "en"), numbers_in(target, language))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1.5B", 1_500_000_000),
        ("1.5 billion", 1_500_000_000),
        ("1.5-billion-parameter", 1_500_000_000),
        ("$4 billion", 4_000_000_000),
        ("4bn", 4_000_000_000),
        ("5.5 trillion", 5_500_000_000_000),
        ("2T tokens", 2_000_000_000_000),
        ("350M", 350_000_000),
        ("10k", 10_000),
        ("3 thousand", 3_000),
        ("5 hundred thousand", 500_000),
        ("1,234,567", 1_234_567),
        ("15億", 1_500_000_000),
        ("15億パラメータ", 1_500_000_000),
        ("5.5兆", 5_500_000_000_000),
        ("1億5000万", 150_000_000),
        ("3万5千", 35_000),
        ("2千億", 200_000_000_000),
        ("15억", 1_500_000_000),
        ("5조 5천억 개", 5_500_000_000_000),
        ("3만 5천", 35_000),
        ("1억 5,000만", 150_000_000),
        ("70B로", 70_000_000_000),
        ("15亿", 1_500_000_000),
        ("15 亿", 1_500_000_000),
        ("5.5万亿", 5_500_000_000_000),
        ("1.2萬", 12_000),
        ("３万", 30_000),
        ("１，２００", 1_200),
        ("10^6", 1_000_000),
        ("10⁶", 1_000_000),
        ("3×10^4", 30_000),
        ("1e-3", Fraction(1, 1000)),
        ("0.02%", Fraction(2, 100)),
        ("3x", 3),
        ("3倍", 3),
        ("160ms", 160),
        ("100MB", 100),
        ("$7$B", 7_000_000_000),
        ("$1.2$ million", 1_200_000),
        (".638", Fraction(638, 1000)),
        ("12 000", 12_000),
        ("12\u202f000", 12_000),
        ("1\u00a0234\u00a0567", 1_234_567),
        ("12{,}000", 12_000),
        ("12\\,000", 12_000),
        ("12'000", 12_000),
        ("120万字", 1_200_000),
        ("5mn", 5_000_000),
        ("2 mil", 2_000_000),
        ("3tn", 3_000_000_000_000),
        ("1.5e3", 1_500),
        ("10の6乗", 1_000_000),
        ("1억 2,500", 100_002_500),
        ("1万2500", 12_500),
    ],
)
def test_a_figure_has_its_value(text: str, value: Fraction | int) -> None:
    """
    Units in letters, words and characters multiply; separators, width and what follows do not matter.
    """
    assert figures(text) == [value]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("two", [2]),
        ("a million", [1_000_000]),
        ("a hundred", [100]),
        ("billions", [1_000_000_000]),
        ("hundred million", [100_000_000]),
        ("secondly", [2]),
        ("fourthly", [4]),
        ("fourfold", [4]),
        ("quadrupled", [4]),
        ("tenfold", [10]),
        ("thrice", [3]),
        ("a century", [100]),
        ("two orders of magnitude", [2]),
        ("ten-fold", [10]),
        ("スリー", [3]),
        ("다섯", [5]),
        ("二人の半分", [2, Fraction(1, 2)]),
        ("一年半", [1, Fraction(3, 2)]),
        ("열두 개", [12]),
        ("三成", [3, Fraction(3, 10)]),
        ("twenty-five", [25]),
        ("two hundred and five thousand", [205_000]),
        ("a dozen", [12]),
        ("three million", [3_000_000]),
        ("두 가지", [2]),
        ("백만 개", [1_000_000]),
        ("三つ", [3]),
        ("二十個", [20]),
        ("两个", [2]),
        ("三千五百万", [35_000_000]),
        ("September", [9]),
        ("GPT-4", [4]),
        ("Larkspur2-72B", [2, 72_000_000_000]),
        ("two dozen", [24]),
        ("nineteenth", [19]),
        ("twenty-first", [21]),
        ("two and a half million", [2_500_000]),
        ("half a million", [500_000]),
        ("one and five", [1, 5]),
        ("phase II", [2]),
        ("第Ⅲ相", [3]),
        ("一百二十万字", [1_200_000]),
        ("see [12, 13]", [12, 13]),
        ("ICLR 2024", [2024]),
        ("3D", [3]),
        ("v1.2.3", [1, 2, 3]),
    ],
)
def test_a_word_may_be_a_number(text: str, values: list[int]) -> None:
    """
    Number words, months and the digits in names are no figures, but can stand for one.
    """
    assert figures(text) == []
    assert words(text) == values


@pytest.mark.parametrize(
    "text",
    [
        "数百",
        "ツール",
        "両立",
        "唯一無二",
        "둘러보다",
        "一般",
        "수백 개",
        "十分に",
        "百分",
        "万能",
        "億",
        "조각",
        "数十万",
    ],
)
def test_what_only_looks_like_a_number_is_none(text: str) -> None:
    """
    Bare units, vague amounts and words with a numeral in them have no value.
    """
    assert numbers_in(text) == ()


def test_a_range_shares_its_unit() -> None:
    """
    The first figure of `10-20B` is ten billion, that of `10-20%` is a percentage.
    """
    assert figures("10-20B") == [10_000_000_000, 20_000_000_000]
    assert [number.kind for number in numbers_in("10-20%")] == ["percent", "percent"]
    assert figures("5K to 2 million") == [5_000, 2_000_000]
    assert figures("5, 2 million") == [5_000_000, 2_000_000]
    assert figures("5 words, 2 million") == [5, 2_000_000]
    assert [number.kind for number in numbers_in("10 and 20%")] == [None, "percent"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("5%", "percent"),
        ("5 percent", "percent"),
        ("5パーセント", "percent"),
        ("5퍼센트", "percent"),
        ("百分之5", "percent"),
        ("5 percentage points", "points"),
        ("5%p", "points"),
        ("5ポイント", "points"),
        ("5%ポイント", "points"),
        ("5포인트", "points"),
        ("5个百分点", "points"),
        ("5", None),
    ],
)
def test_a_percentage_has_its_kind(text: str, kind: str | None) -> None:
    """
    Percent and points are told apart in all languages.
    """
    assert [number.kind for number in numbers_in(text)] == [kind]


def test_markers_are_no_numbers() -> None:
    """
    Markers of lists are left out, a bracket that closes after a number is no marker.
    """
    text = "(1) one-off, 2) other (from 3 to 7) ④"

    assert [marker.number for marker in markers_in(text)] == [1, 2, 4]
    assert figures(text) == [3, 7]


def test_chinese_trillion_may_be_a_million() -> None:
    """
    兆 has two readings in Chinese, and one in Japanese.
    """
    assert [[exact(value) for value in number.values] for number in numbers_in("3兆", "zh-TW")] == [
        [3 * 10**12, 3 * 10**6]
    ]
    assert [[exact(value) for value in number.values] for number in numbers_in("3兆", "ja")] == [[3 * 10**12]]


@pytest.mark.parametrize(
    ("source", "target", "language"),
    [
        ("7B and 70B models", "70億と700億のモデル", "ja"),
        ("half of the 100,000 hours", "10만 시간의 50%", "ko"),
        ("94% of 6.5K", "6500中的94%", "zh"),
        ("twice in two steps", "2번, 두 단계로", "ko"),
        ("two-thirds of the time", "時間の3分の2", "ja"),
        ("September 16, 2024", "2024年9月16日", "zh"),
        ("2 megapixels", "200万像素", "zh"),
        ("past two decades", "過去20年", "ja"),
        ("over three centuries", "300년 동안", "ko"),
        ("since the 1990s", "90年代以降", "ja"),
        ("since the 1990s", "自20世纪90年代以来", "zh"),
        ("620 Mt of CO2", "6億2000万トンのCO2", "ja"),
        ("620 MW", "62万kW", "ja"),
        ("9 in 10 users", "9割のユーザー", "ja"),
        ("type 2, second order, phase II", "2型、2次、第2相", "ja"),
        ("open 24/7", "24時間365日", "ja"),
        ("it wins [3] and [4, 5]", "勝利する", "ja"),
        ("at ICLR 2024 (Smith, 2021)", "ICLRで(Smith)", "ja"),
    ],
)
def test_the_same_values_differ_in_nothing(source: str, target: str, language: str) -> None:
    """
    Nothing is missing, added or of another magnitude where both sides say the same.
    """
    found = comparison(source, target, language)

    assert (found.missing, found.added, found.slips) == ((), (), ())


def test_a_name_does_not_excuse_a_lost_figure() -> None:
    """
    The 4 of a name that both sides have does not stand for the 4 that got lost.
    """
    found = comparison("GPT-4 has 4 agents", "GPT-4にはエージェントがある", "ja")

    assert [number.text for number in found.missing] == ["4"]


@pytest.mark.parametrize(
    ("text", "value", "expected"),
    [
        ("700億", (7, 9), "70億"),
        ("7만", (7, 9), "70억"),
        ("70B", (7, 9), "7B"),
        ("5.5亿", (55, 11), "5.5万亿"),
        ("1億5000万", (15, 8), "15億"),
        ("１２００", (12, 1), "１２０"),
        ("12,000", (12, 2), "1,200"),
        ("9.14%", (914, -1), "91.4%"),
        ("10^7", (1, 6), "10^6"),
        ("10⁷", (1, 6), "10⁶"),
    ],
)
def test_a_value_takes_the_form_at_hand(text: str, value: Value, expected: str) -> None:
    """
    Digits, separators and units are those of the number that stood there.
    """
    (number,) = numbers_in(text)

    assert in_form_of(number, value) == expected


@given(st.integers(0, 10**30), st.integers(-30, 30))
def test_a_normal_value_is_the_same_value(digits: int, exponent: int) -> None:
    """
    The only form of a value has no zeros behind it, and its value.
    """
    value = normal(digits, exponent)

    assert exact(value) == digits * Fraction(10) ** exponent
    assert value == (0, 0) or value[0] % 10


@given(st.text(), st.sampled_from(["en", "ja", "ko", "zh", None]))
def test_any_text_has_numbers_in_their_places(text: str, language: str | None) -> None:
    """
    No text raises, and each number is the text between its places.
    """
    for number in numbers_in(text, language):
        assert text[number.start : number.end] == number.text


@given(st.text(alphabet="0123456789.,/ ^e-'’{}\\x·²⁻のa24710第億", max_size=40))
def test_figures_are_tried_only_where_one_can_begin(text: str) -> None:
    """
    To try a figure at digits alone finds what a search at every character finds.
    """
    for pattern in (_numbers._PLAIN_FIGURE, _numbers._FIGURE):
        position = 0
        while (found := pattern.search(text, position)) is not None:
            quick = _numbers._next_figure(pattern, text, position)
            assert quick is not None
            assert quick.span() == found.span()
            position = found.end()
        assert _numbers._next_figure(pattern, text, position) is None


@given(st.text(alphabet=st.characters(codec="ascii")))
def test_letters_of_a_word_are_its_letters_however_it_is_written(word: str) -> None:
    """
    A word of letters and digits alone, which is taken as it is, has the letters that it has beside a sign.
    """
    assert plain(word) == plain(f"{word}-")


@given(
    st.integers(1, 9999),
    st.sampled_from([("B", 9, "億", 8), ("M", 6, "万", 4), ("T", 12, "兆", 12), ("K", 3, "万", 4)]),
)
def test_a_shift_of_a_unit_is_a_slip(count: int, units: tuple[str, int, str, int]) -> None:
    """
    The figure of the original with a unit of another magnitude is a slip by their quotient.
    """
    latin, exponent, asian, other = units
    found = comparison(f"{count}{latin} tokens", f"{count}{asian}トークン", "ja")
    expected = [] if other == exponent else [other - exponent]

    assert [slip.exponent for slip in found.slips] == expected
