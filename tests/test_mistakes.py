"""
What people are told who pass the wrong thing or misspell a word.
"""

from __future__ import annotations

import traceback
from pathlib import Path

import pytest

import mlweekly
from mlweekly import Error, Issue, Link, LinkSet, Series, _mistakes
from mlweekly._mistakes import class_name, did_you_mean, instead, missing_name, mistaken_content
from tests.mistakes import MISTAKES, Mistake
from tests.mistakes.page import PAGE, page

EVERY = [mistake for mistakes in MISTAKES.values() for mistake in mistakes]


@pytest.mark.parametrize("mistake", EVERY, ids=lambda mistake: mistake.call)
def test_a_mistake_is_answered(mistake: Mistake) -> None:
    """
    The error is of the class that `docs/mistakes.md` says, and its message says what to do.
    """
    error = mistake.made()

    assert type(error) is mistake.error
    assert mistake.words in str(error)


@pytest.mark.parametrize("mistake", EVERY, ids=lambda mistake: mistake.call)
def test_no_error_comes_from_elsewhere(mistake: Mistake) -> None:
    """
    What is raised is raised by a line of the library itself, and not by Python or by another library that it uses.
    """
    error = mistake.made()
    assert error is not None
    frames = traceback.extract_tb(error.__traceback__)

    assert Path(mlweekly.__path__[0]) in Path(frames[-1].filename).parents


def test_a_mistake_is_listed_once() -> None:
    """
    The calls differ, and there are enough of them to cover every package.
    """
    calls = [mistake.call for mistake in EVERY]

    assert len(set(calls)) == len(calls)
    assert len([mistake for mistake in EVERY if mistake.before is not None]) >= 40
    for package in ("markdown", "json", "exports", "reports", "identifiers", "model"):
        assert any(f"mlweekly.{package}." in call for call in calls), package


def test_all_advice_is_given() -> None:
    """
    Each piece of advice is the answer to some mistake that is listed.
    """
    messages = "\n".join(str(mistake.made()) for mistake in EVERY)
    tables = (_mistakes._INSTEAD, _mistakes._MISSING_NAMES)
    unused = [
        (wanted, given)
        for table in tables
        for wanted, answers in table.items()
        for given, advice in answers.items()
        if advice not in messages
    ]

    assert unused == []


def test_the_page_is_what_is_raised() -> None:
    """
    `docs/mistakes.md` shows the messages as they are; `python -m tests.mistakes.page` writes it.
    """
    assert PAGE.read_text(encoding="utf-8") == page()


@pytest.mark.parametrize(
    ("word", "question"),
    [
        ("table", ", did you mean 'table'?"),
        ("TABLE", ", did you mean 'table'?"),
        ("tabel", ", did you mean 'table'?"),
        ("Key_Value", ", did you mean 'key-value'?"),
        ("grid", ", did you mean 'table'?"),
        ("grids", ", did you mean 'table'?"),
        ("", ""),
        ("xyz", ""),
    ],
)
def test_the_nearest_word_is_asked_for(word: str, question: str) -> None:
    """
    Case and underscores make no difference, and another name for a word leads to it.
    """
    assert did_you_mean(word, ["post", "table", "key-value"], {"grid": "table"}) == question


@pytest.mark.parametrize(
    ("text", "expected", "kind"),
    [
        ("", "JSON", "empty"),
        (" \ufeff\n", "Markdown", "empty"),
        ("https://example.org/a.md", "Markdown", "address"),
        ("https://example.org is where", "Markdown", None),
        ("digest.md", "Markdown", "path"),
        ("C:\\My Digests\\june 2024.TXT", "Markdown", "path"),
        ("/" + "a" * 300 + ".md", "Markdown", None),
        ("a.md\nb.md", "Markdown", None),
        ("# Papers", "Markdown", None),
        ("# Papers", "JSON", "markdown"),
        ("- Papers", "JSON", "markdown"),
        ("| a | b |", "JSON", "markdown"),
        ("-1", "JSON", None),
        ('{"version": "1.0"}', "Markdown", "json"),
        ("{}", "Markdown", "json"),
        ('[{"a": 1}]', "Markdown", "json"),
        ('{"version": ', "JSON", None),
        ("[Moshi](https://example.org)", "Markdown", None),
        ("<!doctype HTML><html>", "Markdown", "html"),
        ("\n<html lang='en'>", "JSON", "html"),
        ("<table>", "Markdown", None),
    ],
)
def test_what_a_text_is(text: str, expected: str, kind: str | None) -> None:
    """
    What is passed in place of a document is told by its beginning, or as a whole.
    """
    content = mistaken_content(text, expected)

    assert (None if content is None else content.kind) == kind


def test_the_class_of_another_library_is_named_with_it() -> None:
    """
    A series of pandas is no `Series`, and the message says so.
    """
    foreign = type("Series", (), {"__module__": "pandas.core.series"})

    assert class_name(foreign()) == "pandas.Series"
    assert [class_name(value) for value in (None, "a", 3, [])] == ["None", "str", "int", "list"]
    assert instead("Issue or Series or Document", foreign()) == ""


def test_what_nothing_is_known_about_gets_no_advice() -> None:
    """
    The message ends with what came.
    """
    assert instead("Issue or Series", 3) == instead("unheard of", "a") == instead("sequence of Link", 3) == ""
    assert missing_name("mlweekly.changes", "xyz", ["diff"]) == missing_name("elsewhere", "xyz", []) == ""


def test_indices_of_other_kinds_are_taken() -> None:
    """
    Whatever Python takes as an index is one: numpy's numbers are no `int`.
    """

    class Index:
        def __index__(self) -> int:
            return 0

    first = Link("https://arxiv.org/abs/2410.00037")
    assert LinkSet([first])[Index()] == first
    assert Series([Issue(title="June")])[Index()].title == "June"


def test_errors_of_ours_stay_ours() -> None:
    """
    A class that is neither Python's own for wrong calls nor a missing name is an `Error`.
    """
    others = {mistake.error for mistake in EVERY} - {TypeError, AttributeError}

    assert all(issubclass(error, Error) for error in others)
