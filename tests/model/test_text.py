"""
Texts and abstracts.
"""

from __future__ import annotations

import pytest

from mlweekly import Abstract, ModelError, Text
from mlweekly.model import FrozenMapping

BOTH = Text("On the Diagram of Thought", translations={"ja": "思考のダイアグラム", "ko": "사고 다이어그램"})
ALONE = Text(translations={"ja": "思考のダイアグラム", "zh-Hant": "思維圖"})


def test_an_original_is_in_english_unless_said_otherwise() -> None:
    """
    The language of a bare original is "en"; one that is not known is "und".
    """
    assert Text("Moshi").language == "en"
    assert Text("Moshi", "und").language == "und"


def test_a_translation_alone_has_no_language() -> None:
    """
    Without an original both `original` and `language` are None.
    """
    assert (ALONE.original, ALONE.language) == (None, None)


def test_a_tag_gives_the_original_or_a_translation() -> None:
    """
    A text is looked up by language, the original's own included.
    """
    assert BOTH["en"] == "On the Diagram of Thought"
    assert BOTH["ja"] == "思考のダイアグラム"
    assert BOTH.get("ko") == "사고 다이어그램"


@pytest.mark.parametrize("tag", ["de", "EN-us", "", "und"])
def test_a_missing_tag_is_a_key_error(tag: str) -> None:
    """
    A language that there is no text in is a `KeyError`, a default, and not contained.
    """
    with pytest.raises(KeyError):
        BOTH[tag]
    assert BOTH.get(tag) is None
    assert BOTH.get(tag, "-") == "-"
    assert tag not in BOTH


def test_languages_begin_with_the_original() -> None:
    """
    Iteration and `languages` name the original's tag first, translations in their order.
    """
    assert BOTH.languages == tuple(BOTH) == ("en", "ja", "ko")
    assert ALONE.languages == ("ja", "zh-Hant")
    assert "ja" in ALONE
    assert None not in ALONE


def test_a_text_prints_as_its_original() -> None:
    """
    `str` gives the original, else the first translation.
    """
    assert str(BOTH) == "On the Diagram of Thought"
    assert str(ALONE) == "思考のダイアグラム"


def test_translations_are_immutable() -> None:
    """
    Translations are copied from any mapping and cannot be changed, not through the mapping that was given either.
    """
    given = {"ja": "もし"}
    text = Text("Moshi", translations=given)
    given["ja"] = "違う"

    assert isinstance(text.translations, FrozenMapping)
    assert text.translations == {"ja": "もし"}


def test_an_abstract_is_no_summary() -> None:
    """
    An abstract is a text, and is never equal to a text with the same words.
    """
    assert isinstance(Abstract("We show."), Text)
    assert Abstract("We show.") != Text("We show.")
    assert Text("We show.") != Abstract("We show.")
    assert Abstract("We show.") == Abstract("We show.")


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ({}, [("", "must have an original or a translation")]),
        ({"translations": {}}, [("", "must have an original or a translation")]),
        ({"original": ""}, [("/original", "must not be empty")]),
        ({"original": " \n"}, [("/original", r"must not be blank, got ' \n'")]),
        ({"original": 3}, [("/original", "must be a string, got 3")]),
        (
            {"original": "a\ud800"},
            [("/original", r"must be Unicode text, got the lone surrogate '\ud800' at offset 1")],
        ),
        (
            {"original": "a", "language": "e n"},
            [("/language", "must be a BCP 47 tag (\"und\" if it is unknown), got 'e n'")],
        ),
        (
            {"original": "a", "language": None},
            [("/language", 'must be a BCP 47 tag ("und" if it is unknown), got None')],
        ),
        (
            {"language": "en", "translations": {"ja": "b"}},
            [("/language", "must be None if there is no original, got 'en'")],
        ),
        (
            {"original": "a", "translations": {"en": "b"}},
            [("/translations/en", "must not be in the language of the original, 'en'")],
        ),
        (
            {"original": "a", "translations": {"a/b~c": "b"}},
            [("/translations/a~1b~0c", "must be a BCP 47 tag such as \"ja\", got 'a/b~c'")],
        ),
        ({"original": "a", "translations": {"ja": " "}}, [("/translations/ja", "must not be blank, got ' '")]),
        ({"original": "a", "extra": {"language": 1}}, [("/extra", "must not repeat the member 'language'")]),
        (
            {"original": "a", "extra": {"x": float("nan")}},
            [("/extra/x", "must be a number that JSON knows, got nan")],
        ),
    ],
)
def test_refusals(arguments: dict[str, object], expected: list[tuple[str, str]]) -> None:
    """
    A text that says nothing, or in no language, is refused with the place of the reason.
    """
    with pytest.raises(ModelError, match="cannot make this Text") as caught:
        Text(**arguments)  # type: ignore[arg-type] # refused on purpose
    assert [(problem.pointer, problem.message) for problem in caught.value.problems] == expected


def test_every_refusal_comes_at_once() -> None:
    """
    One `ModelError`, also a `ValueError`, lists everything that is wrong.
    """
    with pytest.raises(ValueError, match="cannot make this Abstract") as caught:
        Abstract(" ", "?", {"en-": "b", "ja": ""}, extra={"original": 1, "x": object()})
    assert isinstance(caught.value, ModelError)
    assert [problem.pointer for problem in caught.value.problems] == [
        "/original",
        "/language",
        "/translations/en-",
        "/translations/ja",
        "/extra/x",
        "/extra",
    ]
