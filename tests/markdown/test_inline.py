"""
Plain text inside Markdown: escapes and what they show.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from mlweekly.markdown._inline import (
    _ACTIVE,
    _ACTIVE_IN_LABEL,
    _IN_URL,
    _ORDINARY,
    _ORDINARY_URL,
    _PARENTHESIS,
    _REFERENCE,
    _UNSEEN,
    escape_label,
    escape_title,
    escape_url,
    unescape,
)
from mlweekly.markdown._reading._links import scan_links
from tests.strategies import strings, urls

COMMONMARK = MarkdownIt("commonmark").enable(["table", "strikethrough"])
# markdown-it-py shows U+FFFD for a reference to these; CommonMark 0.31, section 2.5, does so for U+0000 alone.
REFUSED_REFERENCES = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f]")
any_text = st.one_of(st.text(st.characters(exclude_categories=("Cs",))), strings())


def shown(words: str) -> str:
    """
    Return what CommonMark shows of the words of a heading.
    """
    tokens = COMMONMARK.parse(f"# {words}\n")
    assert [token.type for token in tokens] == ["heading_open", "inline", "heading_close"]
    children = tokens[1].children or []
    assert {child.type for child in children} <= {"text", "text_special"}
    return "".join(child.content for child in children)


@pytest.mark.parametrize(
    ("written", "text"),
    [
        (r"Code \& Data &amp; X\_Y", "Code & Data & X_Y"),
        (r"\a \1 \é \\", "\\a \\1 \\é \\"),
        ("&#32;&#x20;&#X1F9EA;", "  \U0001f9ea"),
        ("&#0; &#xD800; &#1114112; &nosuch; &amp", "&#0; &#xD800; &#1114112; &nosuch; &amp"),
        ("&#12345678; &#x1234567;", "&#12345678; &#x1234567;"),
        ("&copy; &NotEqualTilde; &lt;", "\u00a9 \u2242\u0338 <"),
        (r"\&amp;", "&amp;"),
        ("", ""),
        ("\\", "\\"),
    ],
)
def test_unescape(written: str, text: str) -> None:
    """
    A backslash escapes ASCII punctuation alone; a reference to no character stays as it is written.
    """
    assert unescape(written) == text


@pytest.mark.parametrize(
    "title", ["Moshi", "On the Diagram of Thought", "x_1 < 2 & y > 3", "C# and F#s", "A_B: 50% (x)", "もし"]
)
def test_an_ordinary_title_stays_as_it_is(title: str) -> None:
    """
    What Markdown would not act on is not escaped.
    """
    assert escape_title(title) == title


@given(any_text)
@example("&amp;")
@example("\\&#35;")
@example("a\\")
@example("#")
@example("\\\\_")
def test_unescaping_undoes_escaping(text: str) -> None:
    """
    Every text comes back from its escaped forms.
    """
    assert unescape(escape_title(text)) == text
    assert unescape(escape_label(text)) == text
    assert unescape(escape_url(text)) == text


@given(any_text | st.text(st.sampled_from('aé \u00a0\n\u200f\u3000\\[]()!#*_~&<>|`"')))
@example(" a")
@example("a\u00a0")
@example("a#")
@example("a\n")
def test_an_ordinary_text_has_nothing_to_escape(text: str) -> None:
    """
    A text is left alone only if no expression finds something in it.
    """
    escaping = (_ACTIVE, _ACTIVE_IN_LABEL, _REFERENCE, _UNSEEN) if _ORDINARY.fullmatch(text) else ()
    escaping_urls = (_IN_URL, _PARENTHESIS) if _ORDINARY_URL.fullmatch(text) else ()

    assert [each.pattern for each in (*escaping, *escaping_urls) if each.search(text)] == []


@given(any_text)
@example("a \\")
@example("<b> ![x](y) [z](w) ~~a~~ **b** `c` &amp; #")
@example("](javascript:alert(1))")
@example("<https://example.org/>")
def test_a_title_shows_exactly_its_text(text: str) -> None:
    """
    CommonMark, GFM's tables and strikethrough included, shows the text and nothing else in one heading.
    """
    if text:
        escaped = escape_title(text)
        assert "\n" not in escaped
        assert REFUSED_REFERENCES.sub("\ufffd", shown(escaped)) == REFUSED_REFERENCES.sub("\ufffd", text)


@given(strings(), urls())
def test_a_link_shows_its_label_and_goes_to_its_url(label: str, url: str) -> None:
    """
    Our scanner reads label and URL of a written link back, with nothing left over.
    """
    text = f"[{escape_label(label)}]({escape_url(url)})"
    if len(text) < 300:
        scanned = scan_links(text, 0, len(text))
        assert [(link.link.url, link.link.label) for link in scanned.links] == [(url, label.strip() or None)]
        assert scanned.leftovers == []


@pytest.mark.parametrize("escape", [escape_title, escape_label, escape_url])
@pytest.mark.parametrize("part", ["\\", "&", "[", "](", "*", "_", "&#", "&amp", "(", ")", "\n", " ", "<", "#", "~"])
def test_long_texts_come_to_an_end(escape: Callable[[str], str], part: str) -> None:
    """
    300,000 repetitions are escaped and come back, whatever they are of; a quadratic expression would take hours.
    """
    text = part * 300_000
    assert unescape(escape(text)) == text
