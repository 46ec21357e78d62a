"""
Inline Markdown as plain text, against markdown-it-py.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from mlweekly import markdown
from mlweekly.markdown import plain_text
from mlweekly.markdown._inline import escape_label, escape_title
from mlweekly.markdown._plain_text import plain_span
from tests.strategies import strings

COMMONMARK = MarkdownIt("commonmark").enable("strikethrough")
MARKS = (
    *("*", "**", "***", "_", "__", "~~", "`", "``", "\\", "&amp;", "&#42;", "&", "\n", "  \n", "\\\n"),
    *("[", "]", "![", "](u)", "](", "]()", "](<u v>)", "](u 't')", '](u "t")', "](u (t))", "](\nu\n)", ")", "(", "()"),
    *("<b>", "</b>", '<a href="*">', "<br>", " <br/> ", "<https://a.b/_c_>", "<a@b.c>", "<!-- * -->", "<", ">", "<?"),
    *("a", "b", " ", "  ", "word", "é", "語", "。", ".", "\u00a0", "'", '"', "€"),
)
mixed = st.lists(st.sampled_from(MARKS), max_size=24).map("".join)


def shown(inline: str) -> str:
    """
    Return the words that markdown-it-py shows of inline Markdown.
    """
    words = "".join(_words(token) for token in COMMONMARK.parseInline(inline)[0].children or [])
    # `<br>` is one space, and none at the edges; white space beside it is part of it.
    words = re.sub(r"\A[ \t\n]*(\x00[ \t\n]*)+|[ \t\n]*(\x00[ \t\n]*)+\Z", "", words)
    return re.sub(r"[ \t\n]*(\x00[ \t\n]*)+", " ", words)


def _words(token: Token) -> str:
    if token.type == "image":
        return "".join(_words(child) for child in token.children or [])
    if token.type in ("softbreak", "hardbreak"):
        return "\n"
    if token.type == "html_inline":
        return "\x00" if token.content.startswith("<br") else ""
    return token.content


@given(mixed)
@example("*a _b* c_")
@example("***a** b*")
@example("**a*b**c*")
@example("[a [b](u) c](v)")
@example("![a [b](u) c](v)")
@example("*[a*](u)")
@example("`[a`](u)")
@example("_a_b_c_")
@example("**。**a")
def test_words_are_those_that_commonmark_shows(inline: str) -> None:
    """
    Emphasis, code, links, images, autolinks, HTML, escapes and references are read as markdown-it-py reads them.

    Left out is what the two are meant to read differently: references to definitions (`[a][b]`), which no text alone
    has, runs of three tildes, which GitHub Flavored Markdown takes for no mark, and blank lines, which end a paragraph.
    """
    assume("][" not in inline and "~~~" not in inline and re.search(r"\n\s*\n", inline) is None)
    # markdown-it-py keeps a space at the end of a line behind a backslash; CommonMark drops it (section 6.7).
    assume(re.search(r"\\ +\n", inline) is None)
    assert plain_text(inline) == shown(inline)


@pytest.mark.parametrize(
    ("inline", "words"),
    [
        ("Moshi", "Moshi"),
        ("*Moshi*", "Moshi"),
        ("_Moshi_", "Moshi"),
        ("**Moshi**", "Moshi"),
        ("__Moshi__", "Moshi"),
        ("***Moshi***", "Moshi"),
        ("**_Moshi_ for ~~two~~ you**", "Moshi for two you"),
        ("snake_case and 2 * 3 * 4, ~70% to ~80%", "snake_case and 2 * 3 * 4, ~70% to ~80%"),
        ("`a * b` and `` ` ``", "a * b and `"),
        ("[Moshi](https://kyutai.org 'a title')", "Moshi"),
        ("[**Moshi**]( <https://kyutai.org/a b> )", "Moshi"),
        ("[Moshi](https://kyutai.org/a b)", "[Moshi](https://kyutai.org/a b)"),
        ("[Moshi](a(b(c)))", "Moshi"),
        ("[Moshi][p], [DoT][] and [x]", "Moshi, DoT and [x]"),
        ("[Moshi][p](https://kyutai.org)", "[Moshi]p"),
        ("a[] b[ ][ ]", "a[] b[ ][ ]"),
        ("![a *logo*](logo.png) Moshi", "a logo Moshi"),
        ("<https://kyutai.org> <me@kyutai.org>", "https://kyutai.org me@kyutai.org"),
        ("Q&amp;A &#8211; x &nosuch; & y", "Q&A – x &nosuch; & y"),
        (r"\*not\* \_this\_ \a", r"*not* _this_ \a"),
        ("one<br>two <br/> three<BR />", "one two three"),
        ("one<br>\ntwo", "one two"),
        ("H<sub>2</sub>O <span class='a'>and</span> more", "H2O and more"),
        ("a <think> token", "a <think> token"),
        ("a <b onclick=alert(1)>word</b>", "a <b onclick=alert(1)>word"),
        ('a <img src="x" ONERROR = "f()"> word', 'a <img src="x" ONERROR = "f()"> word'),
        ("a <a href='JavaScript:f()'>word</a>", "a <a href='JavaScript:f()'>word"),
        ("a <b class=once>word</b>", "a word"),
        ("a <b, c> d <!-- draft --> <!draft", "a <b, c> d  <!draft"),
        ("Moshi[^1] and[^note]", "Moshi and"),
        ("[^1](https://kyutai.org)", "^1"),
        ("one  \ntwo\\\nthree\n  four", "one\ntwo\nthree\nfour"),
        ("a * b\n\nc* d", "a * b\n\nc* d"),
        ("*a\n\nb*", "*a\n\nb*"),
        ("", ""),
    ],
)
def test_plain_text(inline: str, words: str) -> None:
    """
    Marks are dropped and their words kept; what is no markup stays.
    """
    assert plain_text(inline) == words


@given(st.one_of(mixed, strings(), st.text(st.characters(exclude_categories=("Cs",)))))
@example("[^1]")
@example("[a][b] <think> ~~a~~ \\")
@example("[a]\n[b]<br>&lt;")
def test_plain_text_undoes_escaping(title: str) -> None:
    """
    What writers escape comes back as it was, whatever it is.
    """
    assert plain_text(escape_title(title)) == title
    assert plain_text(escape_label(title)) == title


@pytest.mark.parametrize(
    "enclosed",
    [
        "**{}**",
        "__{}__",
        "***{}***",
        "~~{}~~",
        "`{}`",
        "`` {} ``",
        "[{}](u)",
        "**[{}](u 't')**",
        "[**{}**](<u>)",
        "[{}][p]",
    ],
)
def test_span_of_the_words(enclosed: str) -> None:
    """
    Marks around the whole of a span are left out of it, however they are nested.
    """
    text = f"1) {enclosed.format('Moshi')} - speaks"
    start, end = plain_span(text, 3, len(text) - len(" - speaks"))
    assert text[start:end] == "Moshi"


@pytest.mark.parametrize(
    "part",
    ["Moshi", "**A** and **B**", "[A](u) and [B](v)", "snake_case", "** Moshi **", "[Moshi]", "****", "<b>a</b>", ""],
)
def test_span_without_marks_around_it(part: str) -> None:
    """
    A span that no pair of marks encloses stays as it is.
    """
    assert plain_span(f"a {part} b", 2, 2 + len(part)) == (2, 2 + len(part))


def test_marks_outside_the_span_are_not_looked_at() -> None:
    """
    Only the span is read, so that marks around it neither open nor close anything in it.
    """
    assert plain_span("**a *b* c**", 4, 7) == (5, 6)


@given(mixed)
def test_a_narrowed_span_leaves_nothing_but_marks_out(inline: str) -> None:
    """
    What is left out at the start shows nothing, and some words stay.
    """
    start, end = plain_span(inline, 0, len(inline))
    assert 0 <= start <= end <= len(inline)
    assert not re.search(r"\w", inline[:start])
    assert start < end or not inline


@pytest.mark.parametrize(
    "part",
    [
        *(
            "*",
            "**",
            "_",
            "a*",
            "*a",
            "a**b",
            "**a* ",
            "~~",
            "~~a ",
            "*_",
            "`",
            "`` ` ",
            "&",
            "&#",
            "\\",
            "<br>",
            "\n",
            "\n\n",
        ),
        *("[", "]", "[a](", "[a](b", "[a](<b", '[a](b "', "[a](b '", "[a](b (", "![", "[a](b)", "[a][", "[a][]", "[]("),
        *("<", "<a ", '<a b="', "<a b='<a b=\"", "<!--", "<?", "<!A", "<![CDATA[", "<a:", "<a@b.", "[^", "![a](b) ["),
    ],
)
def test_time_is_linear(part: str) -> None:
    """
    30,000 repetitions of anything come to an end; a quadratic reader would take minutes.
    """
    assert isinstance(plain_text(part * 30_000), str)


def test_nested_openings_take_linear_time() -> None:
    """
    Many openings of one kind before many closings of another do, too.
    """
    many = 20_000
    for text in ("![" * many + "[a](b)" * many, "[" * many + "][]" * many, "*" * many + "a" + "_*" * many):
        assert isinstance(plain_text(text), str)


def test_wrong_types_are_refused() -> None:
    """
    What is no str is refused in words of ours.
    """
    convert: Callable[[object], object] = markdown.plain_text
    with pytest.raises(TypeError, match="expected inline Markdown as str, got bytes"):
        convert(b"Moshi")
