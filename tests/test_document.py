"""
Documents: a text, what was read from it, and where.
"""

from __future__ import annotations

import pickle

import pytest
from attrs import evolve

from mlweekly import Issue, Paper, Series, Text, markdown
from mlweekly.changes import PaperRetitled, Patch
from mlweekly.document import Document, Position, Span
from mlweekly.markdown import Dialect

POST = """# [2024/09/16 ~ 09/22] Digest

- An opening.

## Moshi

### Summary

Speaks.

### Paper

- https://arxiv.org/abs/2409.12917
"""


def part(document: Document, pointer: str) -> str | None:
    """
    Return the text where a field stands.
    """
    span = document.span(pointer)
    return None if span is None else document.text[span.start : span.end]


@pytest.mark.parametrize("root", ["", "/issues/0"])
@pytest.mark.parametrize(
    ("pointer", "words"),
    [
        ("/title", "[2024/09/16 ~ 09/22] Digest"),
        ("/lead/0", "An opening."),
        ("/papers/0/title", "Moshi"),
        ("/papers/0/title/original", "Moshi"),
        ("/papers/0/summary", "Speaks."),
        ("/papers/0/links/0", "https://arxiv.org/abs/2409.12917"),
        ("/papers/0/links/0/url", "https://arxiv.org/abs/2409.12917"),
        ("/papers/0/links/0/label", None),
        ("/papers/1", None),
        ("/source", None),
    ],
)
def test_a_text_of_one_issue_takes_both_kinds_of_pointers(root: str, pointer: str, words: str | None) -> None:
    """
    A field is found by its pointer from the root and from the issue; what the text does not print is None.
    """
    assert part(markdown.parse(POST), root + pointer) == words


def test_a_text_of_two_issues_takes_pointers_from_the_root() -> None:
    """
    Without an index nobody can tell which issue is meant.
    """
    document = markdown.parse(POST + "\n" + POST.replace("09/16 ~ 09/22", "09/23 ~ 09/29").replace("Moshi", "SCoRe"))
    assert part(document, "/issues/1/papers/0/title") == "SCoRe"
    assert document.span("/papers/0/title") is None


def test_translations_stand_where_their_text_stands() -> None:
    """
    The pointer of an original or a translation gives its place, or that of the text that holds it.
    """
    document = markdown.parse("# 題\n\n## もし / Moshi\n\n### 論文紹介\n\n話す。\n\n> It speaks.\n")
    assert part(document, "/papers/0/title/translations/ja") is not None
    assert part(document, "/papers/0/title/translations") is None
    assert part(document, "/papers/0/summary") == "話す。\n\n> It speaks."


@pytest.mark.parametrize(
    ("text", "offset", "position"),
    [
        ("", 0, (1, 1)),
        ("ab", 0, (1, 1)),
        ("ab", 2, (1, 3)),
        ("a\nb", 2, (2, 1)),
        ("a\nb", 1, (1, 2)),
        ("a\r\nb", 3, (2, 1)),
        ("a\r\nb", 1, (1, 2)),
        ("a\rb", 2, (2, 1)),
        ("a\n\rb", 3, (3, 1)),
        ("a\n", 2, (2, 1)),
        ("\n\n", 2, (3, 1)),
        ("a\x0b\x85\u2028b", 4, (1, 5)),
        ("\U0001f469\U00020bb7b\nc", 2, (1, 3)),
        ("\U0001f469\U00020bb7b\nc", 4, (2, 1)),
    ],
)
def test_positions_count_from_one(text: str, offset: int, position: tuple[int, int]) -> None:
    """
    LF, CRLF and CR end a line and nothing else does; a character outside the basic plane is one column.
    """
    assert Document(Series(), text).position(offset) == Position(*position)


def test_offsets_are_code_points() -> None:
    """
    A field behind astral characters stands where slicing finds it.
    """
    document = markdown.parse(
        "# \U0001f469\u200d\U0001f52c Week\r\n\r\n## \U00020bb7 Moshi\r\n\r\n### Summary\r\n\r\nSpeaks.\r\n"
    )
    assert part(document, "/title") == "\U0001f469\u200d\U0001f52c Week"
    assert part(document, "/papers/0/title") == "\U00020bb7 Moshi"
    span = document.span("/papers/0/title")
    assert span == Span(17, 24)
    assert document.position(span.start) == (3, 4)


def test_a_document_is_a_value() -> None:
    """
    It compares, hashes and pickles, also after it was asked; its places are no part of what is compared.
    """
    document = markdown.parse(POST, name="post.md")
    assert document.span("/title") is not None
    assert document.position(3) == (1, 4)
    returned = pickle.loads(pickle.dumps(document))
    assert returned == document
    assert hash(returned) == hash(document)
    assert returned.span("/title") == document.span("/title")
    assert (document.name, document.text, document.dialect) == ("post.md", POST, "post")
    assert document != markdown.parse(POST)
    assert Document(Series([Issue(papers=[Paper(rank=1, title=Text("A"))])]), "").span("/papers/0") is None


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        (None, "<Document, dialect: table, issues: 1>"),
        ("README.md", "<Document 'README.md', dialect: table, issues: 1>"),
    ],
)
def test_a_document_is_shown_in_a_line(name: str | None, shown: str) -> None:
    """
    A document is shown by its name, its dialect and how many issues it holds, without its text.
    """
    text = "## Papers of the Week (May 6 - May 12) - 2024\n| **Paper** | **Links** |\n|---|---|\n"

    document = markdown.parse(text, name=name)

    assert repr(document) == str(document) == shown


@pytest.mark.parametrize("is_named", [True, False])
def test_a_document_in_a_dialect_of_your_own_is_a_value(*, is_named: bool) -> None:
    """
    It compares, hashes and pickles, and can be edited afterwards; its `dialect` is the name of yours.
    """
    own = evolve(markdown.DIALECTS["table"], name="own", separator=": ", header=("Paper", "Links"))
    text = "## Woche (May 6 - May 12) - 2024\n| Paper | Links |\n|---|---|\n| 1) **A**: b. | |\n"
    patch = Patch([PaperRetitled("/papers/0/title", before="A", after="B")])

    def parse(dialect: Dialect) -> Document:
        return markdown.parse(text, dialect=dialect) if is_named else markdown.parse(text, dialects=[dialect])

    document = parse(own)
    returned = pickle.loads(pickle.dumps(document))
    assert (document.dialect, returned.dialect) == ("own", "own")
    assert returned == document == parse(own)
    assert hash(returned) == hash(document)
    assert document != parse(evolve(own, name="other"))
    assert returned.edited(patch) == document.edited(patch)
    assert (returned.edited(patch).text, returned.edited(patch).dialect) == (text.replace("A**", "B**"), "own")


def test_a_wrong_type_is_told_in_our_words() -> None:
    """
    What is no pointer and no offset is a `TypeError` that says what was expected.
    """
    document = markdown.parse(POST)

    with pytest.raises(TypeError, match="expected an RFC 6901 pointer, got int"):
        document.span(3)  # type: ignore[arg-type] -- the wrong type is what is tested
    with pytest.raises(TypeError, match="expected an offset, got str"):
        document.position("3")  # type: ignore[arg-type] -- the wrong type is what is tested
