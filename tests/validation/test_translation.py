"""
Rules about translations: loaded when a translation is met, and quick on what is no text.
"""

from __future__ import annotations

import subprocess
import sys

import pytest

from mlweekly import Issue, Link, LinkSet, Paper, Text, validate

ENGLISH = """
import sys
import mlweekly
text = '''## Papers of the Week (September 16 - September 22) - 2024

| **Paper** | **Links** |
|---|---|
| 1) **Moshi** - a model of 7B parameters that listens (DoT) twice | [Paper](http://arxiv.org/abs/2409.12917) |
'''
report = mlweekly.validate(mlweekly.markdown.parse(text))
assert report.findings
print(sorted(name for name in sys.modules if name.startswith(("mlweekly.validation._translation.", "statistics"))))
post = '''# Weekly

## Moshi

### 論文紹介

聞くモデルです。

> It listens.
'''
mlweekly.validate(mlweekly.markdown.parse(post), select="T501")
print("mlweekly.validation._translation._numbers" in sys.modules)
"""


def test_translation_checks_load_when_a_translation_is_met() -> None:
    """
    An English digest is validated without them.
    """
    run = subprocess.run([sys.executable, "-c", ENGLISH], capture_output=True, text=True, check=True)

    assert run.stdout.splitlines() == ["[]", "True"]


def issue(source: str, target: str, *urls: str, language: str = "ja") -> Issue:
    """
    Return an issue of one paper, whose summary is translated.
    """
    summary = Text(source, "en", {language: target})
    paper = Paper(rank=1, title=Text("Moshi", "en"), summary=summary, links=LinkSet(map(Link, urls)))
    return Issue(papers=[paper], language=language)


@pytest.mark.parametrize(
    ("code", "source", "target", "message"),
    [
        (
            "T501",
            " ".join(map(str, range(100, 200))),
            "これは文です。",
            "100 numbers of the original are missing: compare both texts, from 100 on",
        ),
        (
            "T503",
            "This is a text.",
            "、".join(map(str, range(100, 200))),
            "100 numbers are not in the original: compare both texts, from 100 on",
        ),
        (
            "T502",
            " ".join(str(number) for number in range(101, 201) if number % 10),
            "、".join(f"{number}0" for number in range(101, 201) if number % 10),
            "90 numbers have another size than in the original: compare both texts, from 1010 on",
        ),
    ],
)
def test_many_numbers_are_one_finding(code: str, source: str, target: str, message: str) -> None:
    """
    A translation that has none of a hundred numbers is no translation of them; it is told once.
    """
    (finding,) = validate(issue(source, target), select=[code]).findings

    assert finding.message == f"Moshi, summary in ja: {message}"
    assert finding.fix is None


def test_fifty_numbers_are_told_one_by_one() -> None:
    """
    As many as a long text may have.
    """
    source = " ".join(map(str, range(100, 150)))

    assert len(validate(issue(source, "これは文です。"), select=["T501"]).findings) == 50


def test_table_of_data_is_not_compared() -> None:
    """
    More than 5,000 figures are no text.
    """
    for count, found in ((5_000, 1), (5_001, 0)):
        source = ", ".join(str(number % 900 + 100) for number in range(count))
        assert len(validate(issue(source, "これは文です。"), select=["T501"]).findings) == found


@pytest.mark.parametrize(
    ("source", "target", "fixed"),
    [
        ("See https://a.org/x and more.", "見よ。", "見よ <https://a.org/x>。"),
        ("See https://a.org/x", "https://a.org/y を見よ", "https://a.org/x を見よ"),
        (
            "See https://a.org/x, https://a.org/z.",
            "https://a.org/y, を見よ！",
            "https://a.org/x, を見よ <https://a.org/z>！",
        ),
    ],
)
def test_missing_urls_are_put_in_the_place_of_others_or_at_the_end(source: str, target: str, fixed: str) -> None:
    """
    Before the mark that ends the text.
    """
    value = validate(issue(source, target), select=["T505"]).fix(unsafe=True).papers[0].summary

    assert value is not None
    assert value["ja"] == fixed


@pytest.mark.parametrize(
    ("source", "target", "kinds"),
    [
        ("It **is**.", "これは**そう**だ。", []),
        ("It **is**.", "これはそうだ。", ["strong text"]),
        ("It *is*.", "これは「そう」だ。", []),
        ("It *is*.", "これはそうだ。", ["emphasis"]),
        ("It is.", "これは*そう*だ。", ["emphasis"]),
        ("It `is`.", "これは`was`だ。", ["code"]),
        ("See https://a.org/x", "[これ](https://a.org/x)を見よ", []),
        ("See [it](https://a.org/x)", "これを見よ", ["links"]),
        ("See it", "[これ](https://a.org/x)を見よ", ["links"]),
    ],
)
def test_markup_is_counted(source: str, target: str, kinds: list[str]) -> None:
    """
    Quotation marks may stand for emphasis, and a link for a bare URL.
    """
    assert [each.evidence["kind"] for each in validate(issue(source, target), select=["T514"]).findings] == kinds


@pytest.mark.parametrize(
    ("source", "target", "missing"),
    [
        ("It uses RAG.", "RAGを使う。", []),
        ("It uses RAG.", "検索を使う。", ["RAG"]),
        ("It uses RAG twice: RAG.", "検索を使う。", ["RAG"]),
        ("It retrieves (RAG).", "検索を使う。", []),
        ("It is NOT small.", "小さくない。", []),
        ("It uses an LLM.", "言語モデルを使う。", []),
        ("It uses LoRA.", "loraを使う。", []),
        ("It uses RAGs.", "RAGを使う。", []),
        ("It uses RAG.", "Retrieval Augmented Generationを使う。", []),
        ("It uses GraphRAG.", "Graph-RAGを使う。", []),
    ],
)
def test_acronyms_are_kept(source: str, target: str, missing: list[str]) -> None:
    """
    In any case, in the plural, in words, or within a name; a gloss, a shout and what each language translates may go.
    """
    assert [each.evidence["original"] for each in validate(issue(source, target), select=["T506"]).findings] == missing


@pytest.mark.parametrize(
    ("title", "summary", "near"),
    [
        ("Diagram of Thought (DoT)", "It calls DAT a graph.", ["DAT"]),
        ("Diagram of Thought (DoT)", "It calls DTo a graph.", ["DTo"]),
        ("Diagram of Thought (DoT)", "It calls DoT a graph, and the DATE too.", []),
        ("Diagram of Thought (DoT)", "It calls CoT a chain.", []),
        ("Diagram of Thought (DoT)", "It calls Directed Acyclic Tree (DAT) a graph.", []),
        ("Phi-3 (PH3)", "It calls PH4 a model.", []),
        ("Tuning LLaMA", "It compares LLaVA with LLaMA.", []),
        ("Composing PaLM", "It calls CALM a pair of PaLM models.", []),
        ("Energy-Based Transformers (EBT)", "It trains energy-based models (EBM) and EBT.", []),
        ("Diagram of Thought (DoT)", "It calls DAT a graph, and DAT beats others.", []),
        ("A (AB)", "It calls AC a model.", []),
    ],
)
def test_acronym_that_is_nearly_that_of_its_paper(title: str, summary: str, near: list[str]) -> None:
    """
    One letter other, or two swapped, where nothing excuses it.

    A known one, one that is explained, a digit and two letters are no slip, nor is a name that is said twice, has other
    capitals, or whose words are there.
    """
    subject = Issue(papers=[Paper(rank=1, title=Text(title, "en"), summary=Text(summary, "en"))])

    assert [each.evidence["text"] for each in validate(subject, select=["T519"]).findings] == near


def test_acronym_that_another_paper_has_is_no_slip() -> None:
    """
    Two papers of an issue may have names that are alike.
    """
    first = Paper(rank=1, title=Text("Diagram of Thought (DoT)", "en"), summary=Text("It calls DAT a graph.", "en"))
    second = Paper(rank=2, title=Text("DAT", "en"))

    assert len(validate(Issue(papers=[first]), select=["T519"]).findings) == 1
    assert validate(Issue(papers=[first, second]), select=["T519"]).findings == ()


@pytest.mark.parametrize(
    ("source", "target", "is_known"),
    [
        ("It is trained with quick sampling.", "QSで学習します。", True),
        ("It is trained on a machine.", "QSで学習します。", False),
        ("It asks vision language models.", "VLMsに尋ねます。", True),
    ],
)
def test_an_acronym_of_two_letters_may_end_in_s(source: str, target: str, *, is_known: bool) -> None:
    """
    A plural has more: `QS` stands for the two words of the original, and `VLMs` for three.
    """
    assert (validate(issue(source, target), select=["T507"]).findings == ()) is is_known


@pytest.mark.parametrize(
    ("source", "target", "missing"),
    [
        ("It gains 1% with a model.", "一つのモデルで改善します。", True),
        ("It has 1 model.", "一つのモデルがあります。", False),
        ("It gains 20% with a model.", "二十パーセント改善します。", False),
    ],
)
def test_a_small_percentage_is_not_what_a_word_says(source: str, target: str, *, missing: bool) -> None:
    """
    `一つ` stands for a figure of things and not for 1%; a large number in words may stand for a percentage.
    """
    assert (validate(issue(source, target), select=["T501"]).findings != ()) is missing
