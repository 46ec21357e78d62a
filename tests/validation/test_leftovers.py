"""
What a reader left over, as rules see it: pieces with what surrounds them.
"""

from __future__ import annotations

import mlweekly
from mlweekly import Document, Series
from mlweekly.validation._analysis._leftovers import leftovers_of

TABLE = """\
Some words ahead.

## Papers of the Week (September 16 - September 22) - 2024

| **Paper** | **Links** |
|---|---|
| 1) **Moshi** - hears | [Paper](https://arxiv.org/abs/2410.00037) see also there, [Tweet]() [Code]() |
| 2) **SCoRe** - corrects | [Paper](https://arxiv.org/abs/2409.12917) |
"""
POST = """\
# [2024/09/16 ~ 09/22] Papers

## Moshi

### Summary

It listens.

#### Remarks

Much to say.
And more.

## SCoRe

Words under no section.

### Summary

It corrects itself.
"""


def seen(document: Document) -> list[tuple[str, str]]:
    """
    Return text and surroundings of each piece.
    """
    return [(each.text, each.pointer) for each in leftovers_of(document)]


def test_words_are_one_piece_and_each_link_is_one() -> None:
    """
    A run of words in a row belongs together; what has the form of a link stands by itself.
    """
    document = mlweekly.markdown.parse(TABLE)
    row = "/issues/0/papers/0"

    assert seen(document) == [("see also there", row), ("[Tweet]()", row), ("[Code]()", row)]
    assert [document.text[slice(*each.span)] for each in leftovers_of(document)] == [
        "see also there",
        "[Tweet]()",
        "[Code]()",
    ]


def test_pieces_of_a_post_belong_to_the_paper_above_them() -> None:
    """
    A paper that is printed as a heading goes on until the next one.
    """
    assert [pointer for _, pointer in seen(mlweekly.markdown.parse(POST))] == [
        "/issues/0/papers/0",
        "/issues/0/papers/1",
    ]


def test_text_without_an_issue_is_of_the_document() -> None:
    """
    Where nothing is read, all of it is one piece of the document.
    """
    assert seen(mlweekly.markdown.parse("Some words.\n\nAnd more.\n")) == [("Some words.\n\nAnd more.", "")]


def test_document_made_by_hand_has_places_too() -> None:
    """
    A document that only tells line and text is searched for them.
    """
    document = Document(series=Series([]), text="one\ntwo here\n", unplaced=((2, "here"),))

    assert [(each.line, each.span) for each in leftovers_of(document)] == [(2, (8, 12))]


def test_no_document_has_no_pieces() -> None:
    """
    An issue that no text stands behind left nothing over.
    """
    assert leftovers_of(None) == ()
