"""
What the schema says, and what it cannot say.
"""

from __future__ import annotations

import json as standard_json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from mlweekly import DecodeError, json

VALIDATOR = Draft202012Validator(json.schema(), format_checker=Draft202012Validator.FORMAT_CHECKER)
DOCUMENTS = sorted((Path(__file__).parent / "documents").glob("*.json"))


def document(**members: object) -> dict[str, Any]:
    """
    Return the data of a document of version 1.0 with these members.
    """
    return {"version": "1.0", **members}


def paper(**members: object) -> dict[str, Any]:
    """
    Return the data of a document of one paper with these members.
    """
    return document(papers=[{"rank": 1, "title": {"original": "x"}, **members}])


def test_it_is_a_schema_with_a_versioned_name() -> None:
    """
    It is valid by its own dialect, and its name holds the version of the model.
    """
    schema = json.schema()

    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$id"] == "urn:mlweekly:schema:1.0"


def test_it_is_fresh_and_plain() -> None:
    """
    A caller may change what is returned, and it is JSON.
    """
    schema = json.schema()
    assert standard_json.loads(standard_json.dumps(schema)) == schema

    schema.clear()
    assert json.schema()


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_kept_documents_are_valid(path: Path) -> None:
    """
    The schema of today accepts the documents of every version.
    """
    VALIDATOR.validate(standard_json.loads(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    "data",
    [
        *(
            [],
            {},
            {"version": "2.0"},
            {"version": 1.0},
            {"version": "1.0\n"},
            document(unknown=1),
            document(papers=[{}]),
        ),
        *(document(title=title) for title in ("", " \t", "\u3000", "\x1c\x85", 5)),
        *(document(published=day) for day in ("20240922", "2024-W38", "2024-9-2", "2024-02-30", "0000-01-01", 1)),
        *(document(language=tag) for tag in ("", "e", "en_US", "en-", "en\n", "日本", "x", "en-123456789")),
        *(
            document(source=url)
            for url in ("", "example.org", "ftp://a", "https://", "https://a b", "http://u@h/", "http://\n")
        ),
        *(document(period=period) for period in ({}, [], {"start": "2024-09-16"}, "2024-09-16/2024-09-22")),
        document(version="1.9", period={"start": "2024-09-16", "end": "2024-09-22", "x": 1}),
        *(paper(rank=rank) for rank in ("8", 8.5, True, None, 0, -1, 2**31)),
        *(paper(title=title) for title in ({}, {"translations": {}}, {"original": "x", "language": None}, "x", None)),
        *(
            paper(summary=text)
            for text in ({"translations": {"j_a": "x"}}, {"language": "ja", "translations": {"ko": "x"}})
        ),
        *(
            paper(links=links)
            for links in (None, {}, [{}], [{"url": "javascript:x"}], [{"url": "http://e.org", "x": 1}])
        ),
        *({"version": "1.7", "issues": issues} for issues in (None, [{"version": "1.7"}], [{"issues": []}])),
        {"version": "1.7", "issues": [], "papers": []},
    ],
    ids=lambda data: standard_json.dumps(data)[:60],
)
def test_what_it_refuses_the_reader_refuses(data: dict[str, object]) -> None:
    """
    Types, patterns, ranges, unknown members: the same on both sides.
    """
    assert not VALIDATOR.is_valid(data)
    with pytest.raises(DecodeError, match="cannot read this document"):
        json.from_data_series(data)


@pytest.mark.parametrize(
    "data",
    [
        *(document(), document(issues=[]), document(title=None, period=None, papers=[])),
        *({"version": version, "unknown": {"any": [None]}} for version in ("1.1", "1.999999999")),
        {
            "version": "1.7",
            "issues": [{"new": 1, "papers": [{"rank": 1, "title": {"original": "x", "new": 1}, "new": 1}]}],
        },
        *(paper(rank=rank) for rank in (8.0, 2**31 - 1)),
        *(document(language=tag) for tag in ("en", "zh-Hant-TW", "x-private", "i-klingon", "und")),
        *(
            document(source=url)
            for url in (
                "http://例え.jp/論文?q=[1]#a|b",
                "https://[::1]:80/(x)",
                "HTTP://e.org",
                "https://e.org?x",
                "http://e.org/`\U0001f9ea",
            )
        ),
        *(
            paper(title=text)
            for text in ({"original": None, "language": None, "translations": {"ja": "x"}}, {"original": "\x00"})
        ),
    ],
    ids=lambda data: standard_json.dumps(data)[:60],
)
def test_what_it_accepts_the_reader_accepts(data: dict[str, object]) -> None:
    """
    What is odd and still means something is read.
    """
    VALIDATOR.validate(data)
    json.from_data_series(data)


NESTED: Any = []
for _ in range(63):
    NESTED = [NESTED]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (document(period={"start": "2024-09-22", "end": "2024-09-16"}), "/period/end: must not be before the start"),
        (
            paper(title={"original": "x", "translations": {"en": "x"}}),
            "/title/translations/en: must not be in the language of the original",
        ),
        ({"version": "1.7", "x": NESTED}, "must nest at most 64 deep"),
        ({"version": "1.7", "x": 10**300}, "/x: must have at most 300 digits"),
        ({"version": "1.7", "x": float("nan")}, "/x: must be a number that JSON knows"),
        ({"version": "1.7", "x": "\ud800"}, "/x: must be Unicode text"),
    ],
    ids=["order-of-days", "language-of-translation", "depth", "digits", "nan", "surrogate"],
)
def test_what_a_schema_cannot_say(data: dict[str, object], message: str) -> None:
    """
    The constraints that `docs/json.md` lists: the schema accepts what the reader refuses.
    """
    assert VALIDATOR.is_valid(data)
    with pytest.raises(DecodeError, match=message):
        json.from_data_series(data)


def test_a_schema_never_sees_a_repeated_member() -> None:
    """
    A parser has dropped one of the two by then; `loads` refuses the text.
    """
    text = '{"version": "1.0", "title": "a", "title": "b"}'

    assert VALIDATOR.is_valid(standard_json.loads(text))
    with pytest.raises(DecodeError, match="/title: must be in its object once"):
        json.loads(text)
