"""
Digests that other people publish, against the truth of what is in them.

The truth and its scorer share no code with the reader. They are with the documents, outside of the project.
"""

from __future__ import annotations

import importlib.util
import json as standard_json
import random
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from mlweekly import DecodeError, Document, json, markdown

WORD = "Zyqx"
SPOTS = 12


@pytest.fixture(scope="module")
def field(corpus: Path) -> Path:
    """
    The folder of the documents, their truth and the scorer.
    """
    folder = corpus / "field"
    if not folder.is_dir():
        pytest.skip("the digests of others are not at hand")
    return folder


@pytest.fixture(scope="module")
def scorer(field: Path) -> ModuleType:
    """
    The scorer.
    """
    spec = importlib.util.spec_from_file_location("score", field / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def truths(field: Path) -> Iterator[tuple[dict[str, Any], str]]:
    """
    Yield the truth of each document, and its text.
    """
    for path in sorted((field / "truth").glob("*.json")):
        truth = standard_json.loads(path.read_text(encoding="utf-8"))
        yield truth, (field / truth["text"]).read_bytes().decode()


@pytest.fixture(scope="module")
def scores(field: Path, scorer: ModuleType) -> dict[str, Counter[str]]:
    """
    What the scorer counts in each digest, by source.
    """
    counts: dict[str, Counter[str]] = {}
    for truth, text in truths(field):
        if truth["kind"] != "guard":
            counted, _, _ = scorer.score(truth, scorer.mlweekly_reader(text), None)
            counts.setdefault(truth["source"], Counter()).update(counted)
    return counts


@pytest.mark.parametrize(
    ("part", "whole", "share"),
    [
        ("found", "entries", 0.98),
        ("title", "entries", 0.97),
        ("url", "url_n", 0.97),
        ("author", "author_n", 0.92),
        ("topic", "topic_n", 0.93),
        ("issues", "issues_n", 0.95),
        ("period", "period_n", 0.97),
        ("language", "period_n", 0.97),
    ],
)
def test_what_is_read_of_all(scores: dict[str, Counter[str]], part: str, whole: str, share: float) -> None:
    """
    Of each part of the digests, at least this share is read as it is printed.
    """
    total = sum(scores.values(), Counter[str]())
    assert total[part] >= share * total[whole] > 0


def test_nothing_else_is_read(scores: dict[str, Counter[str]]) -> None:
    """
    Few papers are none, few links are another paper's, and nothing is wrong without a word.
    """
    total = sum(scores.values(), Counter[str]())
    assert total["false"] <= 0.02 * (total["found"] + total["false"])
    assert total["url_wrong"] <= 0.01 * total["url"]
    assert total["silent"] == 0


def test_no_source_is_left_out(scores: dict[str, Counter[str]]) -> None:
    """
    At least nine of ten papers of each source are read.
    """
    assert [source for source, counts in scores.items() if counts["found"] < 0.9 * counts["entries"]] == []


def test_what_is_no_digest(field: Path) -> None:
    """
    No paper is read from other texts, and something says so: a problem, or the text that fits no field.
    """
    for truth, text in truths(field):
        if truth["kind"] == "guard":
            document = markdown.parse(text)
            assert not any(issue.papers for issue in document.series), truth["source"]
            assert document.problems or document.unplaced
            with pytest.raises(DecodeError):
                markdown.loads_series(text, strict=True)


def shown_in(document: Document) -> str:
    """
    Return all that a document holds or leaves over.
    """
    rest = [words for _, words in document.unplaced] + [problem.message for problem in document.problems]
    return "\n".join([json.dumps(document.series), *rest])


def test_a_foreign_word_is_never_lost(field: Path) -> None:
    """
    A word put anywhere between two others is in a field or unplaced; the role of a link is in small letters.
    """
    lost: list[str] = []
    for truth, text in truths(field):
        spots = [match.start() for match in re.finditer(r"(?<=\s)\S", text)]
        for spot in random.Random(truth["text"]).sample(spots, min(SPOTS, len(spots))):
            changed = f"{text[:spot]}{WORD} {text[spot:]}"
            if WORD.casefold() not in shown_in(markdown.parse(changed)).casefold():
                lost.append(f"{truth['text']} at {spot}")
    assert lost == []


def test_spans_point_at_the_words(field: Path) -> None:
    """
    The span of a title shows its words, and every span is a part of the text.
    """
    for truth, text in truths(field):
        document = markdown.parse(text)
        for pointer, span in document.fields():
            assert 0 <= span.start < span.end <= len(text), f"{truth['text']}: {pointer}"
        for index, issue in enumerate(document.series):
            for place, paper in enumerate(issue.papers):
                span = document.span(f"/issues/{index}/papers/{place}/title")
                assert span is not None
                words = markdown.plain_text(text[span.start : span.end])
                assert " ".join(str(paper.title).split()) in " ".join(words.split()), truth["text"]
