"""
Links in a cell or a line, well formed and bent.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from mlweekly import markdown
from mlweekly.markdown._reading._links import Scanned, scan_links
from tests.strategies import HOSTILE_PARTS

P, T = "https://arxiv.org/abs/2409.12917", "https://x.com/a/status/1836427396959932492"


def scan(text: str) -> Scanned:
    """
    Return the links and the residue of a whole text.
    """
    return scan_links(text, 0, len(text))


def residue(text: str) -> list[str]:
    """
    Return the pieces of a text that are neither link nor separator.
    """
    return [text[start:end] for start, end in scan(text).leftovers]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"words, more of them (two) at the end Code ({P})", ["words", "more", "of", "them", "(two)"]),
        (f"{'a' * 60}{P}", [f"{'a' * 60}https:", "arxiv.org", "abs", "2409.12917"]),
    ],
)
def test_words_before_a_link(text: str, expected: list[str]) -> None:
    """
    A label without brackets goes back to the first word that can belong to it, and no URL begins inside a word.
    """
    assert residue(text) == expected


@pytest.mark.parametrize(
    "separator",
    [", ", " , ", ",", " ", "", "; ", " | ", " / ", " · ", "、", "，", "\n"],
    ids=repr,
)
def test_separators_vary(separator: str) -> None:
    """
    Commas, bars, dots and blanks between links are frame, and so is nothing at all.
    """
    scanned = scan(f"[Paper]({P}){separator}[Tweet]({T})")
    assert [(link.link.label, link.link.url) for link in scanned.links] == [("Paper", P), ("Tweet", T)]
    assert [link.doubt for link in scanned.links] == [None, None]
    assert scanned.leftovers == []


@pytest.mark.parametrize(
    ("text", "label", "url"),
    [
        (f"[Paper][{P}]", "Paper", P),
        (f"[Paper] ({P})", "Paper", P),
        (f"[Paper]([XXX]({P}))", "Paper", P),
        (f"[Paper](({P}))", "Paper", P),
        (f"[Paper]({P}", "Paper", P),
        (f"[Paper]<{P}>", "Paper", P),
        (f"Paper ({P})", "Paper", P),
        (f'[Paper]({P} "a title")', "Paper", P),
    ],
)
def test_bent_links_are_read_with_doubt(text: str, label: str, url: str) -> None:
    """
    Brackets that are doubled, parted, of the wrong kind or missing give the link that is meant, and say so.
    """
    (link,) = scan(text).links
    assert (link.link.label, link.link.url) == (label, url)
    assert link.doubt is not None
    assert url in link.doubt
    assert residue(text) == []


@pytest.mark.parametrize(
    ("text", "url"),
    [
        (f"[Paper](<{P}>)", P),
        (f"[Paper]( {P})", P),
        (f"[Paper]( {P} )", P),
        (f"[Paper](\n{P}\n)", P),
        (f"[Paper]( <{P}> )", P),
        (f'[Paper]({P} "")', P),
        (r"[Paper](https://example.org/a\_b)", "https://example.org/a_b"),
        ("[Paper](https://example.org/a_(b))", "https://example.org/a_(b)"),
        (r"[Paper](https://example.org/a\)b)", "https://example.org/a)b"),
        ("[Paper](https://example.org/?a=1&amp;b=2)", "https://example.org/?a=1&b=2"),
        ("[Paper](HTTPS://Example.org/A)", "HTTPS://Example.org/A"),
    ],
)
def test_well_formed_links_are_read_without_doubt(text: str, url: str) -> None:
    """
    Angle brackets, escapes, references and balanced parentheses are plain Markdown.
    """
    (link,) = scan(text).links
    assert (link.link.url, link.doubt) == (url, None)
    assert residue(text) == []


@pytest.mark.parametrize("text", [P, f"<{P}>", f" {P} ", f"{P},"])
def test_a_bare_url_has_no_label(text: str) -> None:
    """
    A URL that stands alone is a link, without the punctuation after it.
    """
    (link,) = scan(text).links
    assert (link.link.url, link.link.label) == (P, None)
    assert residue(text) == []


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("[Paper](xxx)", ["[Paper](xxx)"]),
        ("[Tweet]()", ["[Tweet]()"]),
        ("[Code](javascript:alert(1))", ["[Code](javascript:alert(1))"]),
        ("Paper", ["Paper"]),
        ("[Paper]", ["[Paper]"]),
        ("soon", ["soon"]),
    ],
)
def test_what_is_no_link_is_residue(text: str, left: list[str]) -> None:
    """
    A label without an http(s) target is no link; nothing of it is lost, and the links beside it are read.
    """
    assert "".join(residue(text)) == "".join(left)
    beside = f"[Paper]({P}), {text}, [Tweet]({T})"
    assert [link.link.url for link in scan(beside).links] == [P, T]
    assert "".join(residue(beside)) == "".join(left)


@pytest.mark.parametrize(("text", "left"), [(f"[Paper]({P})_", ["_"]), (f"[Paper]({P})) [Tweet]({T})", [")"])])
def test_residue_after_a_link_is_left(text: str, left: list[str]) -> None:
    """
    What stands behind a closing bracket is no part of the link.
    """
    assert residue(text) == left


@pytest.mark.parametrize(
    "text",
    [
        f"[Paper]({P}), [Tweet]({T})",
        f"xx [Paper]({P}",
        f"[Paper][{P}]",
        f"[Paper] ({P}) {T}",
        f"\U0001f9ea [論文](<{P}>)、Code ({T})",
    ],
)
def test_offsets_are_exact(text: str) -> None:
    """
    Slicing the text gives each URL and label as it is written there.
    """
    for link in scan(text).links:
        assert text[slice(*link.url)] == link.link.url
        assert text[slice(*link.label)] == (link.link.label or "")
        places = [link.whole[0], *link.label, *link.url, link.whole[1]]
        assert places == sorted(places)


@pytest.mark.parametrize("before", ["", " ", "\n", "  "], ids=repr)
@pytest.mark.parametrize("behind", ["", " ", "\n"], ids=repr)
@pytest.mark.parametrize("angles", [False, True])
@pytest.mark.parametrize("title", ["", '"annex"', "'annex'", "(annex)", '"an \\" annex"', '""'])
def test_inline_links_are_those_of_commonmark(before: str, behind: str, title: str, *, angles: bool) -> None:
    """
    White space around a target and each form of title are plain Markdown: nothing is malformed, the title is told.
    """
    target = f"<{P}>" if angles else P
    text = f"[Paper]({before}{target}{' ' * bool(title)}{title}{behind})"
    paragraph: list[Token] = MarkdownIt("commonmark").parse(text)
    opening = (paragraph[1].children or [])[0]
    assert opening.attrGet("href") == P
    (link,) = scan(text).links
    assert (link.link.label, link.link.url, link.whole) == ("Paper", P, (0, len(text)))
    words = "" if link.inner is None else text[slice(*link.inner)].replace("\\", "")
    assert words == (opening.attrGet("title") or "")
    assert link.kind == ("link-titled" if words else None)
    assert residue(text) == []


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        (f"[[Paper]({P})] [[Code]({T})]", ["Paper", "Code"]),
        (f"[[Paper]({P})][[Code]({T})]", ["Paper", "Code"]),
        (f"[[Paper]({P}), [Code]({T})]", ["Paper", "Code"]),
        (f"([Paper]({P})) ([Code]({T}))", ["Paper", "Code"]),
        (f"([Paper]({P}) | [Code]({T}))", ["Paper", "Code"]),
        (f"（[论文]({P})、[代码]({T})）", ["论文", "代码"]),
        (f"【[论文]({P})】", ["论文"]),
        (f"[ [Paper]({P}) ]", ["Paper"]),
        (f"[<{P}>]", [None]),
        (f"[[Paper]]({P})", ["[Paper]"]),
        (f"[![Paper](https://example.org/badge.svg)]({P})", ["Paper"]),
    ],
)
def test_brackets_around_links_are_structure(text: str, labels: list[str | None]) -> None:
    """
    Brackets around one link or a group of links separate them and leave nothing over; a label may have brackets too.
    """
    links = scan(text).links
    assert [link.link.label for link in links] == labels
    assert [link.doubt for link in links] == [None] * len(links)
    assert residue(text) == []


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (f"[[Paper]({P})]({T})", ["[", f"]({T})"]),
        (f"([Paper]({P})", ["("]),
        (f"[Paper]({P})]", ["]"]),
        (f"([Paper]({P}) soon)", ["(", "soon", ")"]),
        (f"(soon [Paper]({P}))", ["(soon", ")"]),
        (f"([Paper]({P})]", ["(", "]"]),
        ("()", ["()"]),
    ],
)
def test_other_brackets_are_left_over(text: str, left: list[str]) -> None:
    """
    A bracket without its other half, or around more than links, is left over; a link holds no other link.
    """
    assert "".join(residue(text)) == "".join(left)
    assert [link.link.url for link in scan(text).links] == ([P] if P in text else [])


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        (f"[Paper]([annex]({P}))", "annex"),
        (f"[Paper]( [the annex]({P}))", "the annex"),
        (f'[Paper]({P} "annex")', "annex"),
        (f"[Paper]([]({P}))", None),
    ],
)
def test_words_in_the_brackets_of_a_link_are_told(text: str, inner: str | None) -> None:
    """
    What is written beside the target is no field's.
    """
    (link,) = scan(text).links
    assert (link.link.label, link.link.url) == ("Paper", P)
    assert (None if link.inner is None else text[slice(*link.inner)]) == inner


@pytest.mark.parametrize(
    ("dialect", "head", "tail"),
    [
        ("table", "## Week\n| **Paper** | **Links** |\n|---|---|\n| 1) **A** - b | ", " |\n"),
        ("columns", "| Paper | Release Date | Links |\n|---|---|---|\n| (1) **A** - b | 2024-09-20 | ", " |\n"),
        ("bracket", "**1). A** - b (", ")\n"),
        ("post", "# Week\n\n## A\n\n### Paper\n\n- ", "\n"),
        ("plain", "Week\nA\nSummary\nb\nPaper\n", "\n"),
    ],
)
@pytest.mark.parametrize("link", [f"[Paper]([annex]({P}))", f'[Paper]({P} "annex")', f"[Paper]({P} (annex))"])
def test_words_in_a_link_are_unplaced_in_every_dialect(dialect: str, head: str, tail: str, link: str) -> None:
    """
    No word is lost in silence, wherever links stand.
    """
    document = markdown.parse(f"{head}{link}{tail}", dialect=dialect)
    (held,) = document.series[0].papers[0].links
    assert held.url == P
    assert [words for _, words in document.unplaced] == ["annex"]


@given(st.lists(st.sampled_from((*HOSTILE_PARTS, "[", "]", "(", ")", "](", P, "[a](", "<", "https://")), max_size=8))
def test_nothing_is_lost(parts: list[str]) -> None:
    """
    Whatever a cell holds, each character that is no separator is in a link or in the residue, and in one of them.

    Only brackets around links are in neither.
    """
    text = "".join(parts)
    scanned = scan(text)
    taken = sorted([link.whole for link in scanned.links] + scanned.leftovers)
    position = 0
    for start, end in taken:
        assert position <= start < end
        assert not text[position:start].strip(
            "[]()（）【】「」 \t\r\n\v\f\x1c\x1d\x1e\x1f\x85\xa0\u2028\u2029\u3000,;|/·•、，；"
        )
        position = end
    assert not text[position:].strip(
        "[]()（）【】「」 \t\r\n\v\f\x1c\x1d\x1e\x1f\x85\xa0\u2028\u2029\u3000,;|/·•、，；"
    )


@pytest.mark.parametrize(
    "part",
    [
        *("[", "]", "](", "(", "((((", "[a](http://x", "[a](http://x)", "[a](http://x(", "http://", "http://x("),
        *(
            "![",
            "[[]",
            "\\[",
            "[a] (",
            "[a][",
            "<http",
            "a (http://x",
            "a a ",
            "[a](http://x ",
            '[a](http://x "',
            ",",
            "](",
        ),
    ],
)
def test_long_cells_come_to_an_end(part: str) -> None:
    """
    A cell of 500 KB is scanned to its end, whatever it is made of; a quadratic scanner would take hours.
    """
    text = (part * 500_000)[:500_000]
    scanned = scan(text)
    last = max((end for _, end in [*scanned.leftovers, *(link.whole for link in scanned.links)]), default=len(text))
    assert len(text) - last <= len(part)
