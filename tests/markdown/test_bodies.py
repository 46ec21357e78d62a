"""
Inline Markdown inside the frame of a post.
"""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mlweekly.markdown._bodies import body_paragraphs, decode_body, encode_body, encode_line
from tests.strategies import strings

any_text = st.one_of(st.text(), strings(), st.text("ab\n\r \t#>&1;03\\-|", max_size=12))


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ("Plain *words*, [a](b) and `code`.", ["Plain *words*, [a](b) and `code`."]),
        ("a\nb", ["a", "b"]),
        ("a\n\nb", ["a", "", "b"]),
        ("# a", ["\\# a"]),
        ("\\# a", ["\\\\# a"]),
        ("> a\n| b", ["\\> a", "\\| b"]),
        ("a\n---", ["a", "\\---"]),
        ("- a", ["- a"]),
        ("-", ["\\-"]),
        ("<think>", ["\\<think>"]),
        ("<script>", ["\\<script>"]),
        ("<!-- x -->", ["\\<!-- x -->"]),
        ("[a]: b", ["\\[a]: b"]),
        (" a ", ["&#32;a&#32;"]),
        ("&#32;", ["&#38;#32;"]),
        ("a\r\nb", ["a&#13;", "b"]),
        ("a\n\n\nb", ["a&#10;", "", "b"]),
        ("\na\n", ["&#10;a&#10;"]),
    ],
)
def test_lines_of_a_body(body: str, lines: list[str]) -> None:
    """
    Only a line that would open something is escaped, and only white space that would be dropped is a reference.
    """
    assert encode_body(body) == lines
    assert decode_body(lines) == body


@given(any_text)
@example("\n")
@example("\u2028\u3000")
@example("&#38;#32;")
def test_decoding_undoes_encoding(body: str) -> None:
    """
    Every text comes back, in paragraphs, without blank lines, and on one line.
    """
    assert decode_body(encode_body(body)) == body
    assert decode_body(encode_body(body, paragraphs=False)) == body
    assert decode_body([encode_line(body)]) == body


@given(any_text.map(lambda body: body.replace("\n", "")).filter(bool))
def test_a_body_of_one_line_is_one_line(body: str) -> None:
    """
    As decoding undoes encoding, it is its only paragraph, which is returned without both.
    """
    (line,) = encode_body(body)

    assert line
    assert (decode_body([line]),) == body_paragraphs(body)


@given(any_text.filter(bool))
def test_lines_are_what_they_promise(body: str) -> None:
    """
    No line ends inside a line, none is blank but those between paragraphs, and a single line is one.
    """
    lines = encode_body(body)
    assert not any("\n" in line or "\r" in line for line in [*lines, encode_line(body)])
    assert lines[0]
    assert lines[-1]
    assert all(not line or line.strip() for line in lines)
    assert ("", "") not in set(pairwise(lines))
    assert all(line.strip() for line in encode_body(body, paragraphs=False))


@given(any_text.filter(bool))
def test_paragraphs_make_the_body(body: str) -> None:
    """
    The paragraphs that a reader finds, joined by a blank line, are the body.
    """
    assert "\n\n".join(body_paragraphs(body)) == body
