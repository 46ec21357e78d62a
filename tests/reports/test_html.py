"""
Values as HTML, read back by an HTML parser.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from html.parser import HTMLParser

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import mlweekly
from mlweekly import ContentsEntry, Issue, Paper, Series, Text, reports
from mlweekly.changes import IssueRetitled, Patch, SourceChanged
from tests.edited import edited_issues
from tests.reports.corrected import AFTER, BEFORE, titled
from tests.strategies import issues, strings

TAGS = {
    *("html", "head", "meta", "title", "style", "body", "main", "h1", "h2", "h3", "p", "ul", "li", "div", "span"),
    *("bdi", "a", "ins", "del", "strong", "code", "table", "thead", "tbody", "tr", "th", "td", "pre"),
}
ATTRIBUTES = {"lang", "style", "charset", "http-equiv", "content", "name", "class", "scope", "href", "rel"}
EMPTY = {"meta"}


class Page(HTMLParser):
    """
    The tags of a page in order, what stands in them, and where links lead.
    """

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.attributes: set[str] = set()
        self.urls: list[str] = []
        self.texts: dict[str, list[str]] = {}
        self._open: list[str] = []
        self.feed(text)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """
        Note a tag and its attributes.
        """
        self.tags.append(f"{tag}.{dict(attrs).get('class') or ''}")
        self.attributes.update(name for name, _ in attrs)
        self.urls += [value or "" for name, value in attrs if name == "href"]
        if tag not in EMPTY:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """
        Close the innermost element, which must be of this name.
        """
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        """
        Note a text under the element that it stands in.
        """
        self.texts.setdefault(self._open[-1] if self._open else "", []).append(data)

    def handle_comment(self, data: str) -> None:
        """
        Refuse comments: no page has one.
        """
        raise AssertionError(data)


def names(page: Page) -> set[str]:
    """
    Return the names of the tags of a page.
    """
    return {tag.partition(".")[0] for tag in page.tags}


def test_a_document_needs_nothing_else() -> None:
    """
    It has a policy against scripts and requests, its style inline, and no element that loads anything.
    """
    text = reports.html(mlweekly.diff(BEFORE, AFTER))
    page = Page(text)

    assert names(page) <= TAGS
    assert page.attributes <= ATTRIBUTES
    assert "default-src 'none'; style-src 'unsafe-inline'" in text
    assert not re.search(r"@import|url\(", text)
    assert text.startswith("<!DOCTYPE html>")


def test_light_and_dark_have_colours_of_their_own() -> None:
    """
    The style answers to what the reader prefers, and to the theme of a notebook.
    """
    text = reports.html(Patch())

    assert "prefers-color-scheme: dark" in text
    assert 'data-jp-theme-light="false"' in text


def test_a_fragment_is_dark_only_where_the_page_says_so() -> None:
    """
    A page that is light stays readable for a reader who prefers dark: only a document of its own asks for that.
    """
    assert "prefers-color-scheme" not in Patch()._repr_html_()
    assert 'data-jp-theme-light="false"' in Patch()._repr_html_()


def contrast(text: str, background: str, *, behind: str) -> float:
    """
    Return the contrast ratio of WCAG 2.2 of a text on a background, which may let through what is behind it.
    """
    red_green_blue = [int(background[place : place + 2], 16) for place in (1, 3, 5)]
    alpha = int(background[7:9] or "ff", 16) / 255
    below = [int(behind[place : place + 2], 16) for place in (1, 3, 5)]
    blended = [alpha * over + (1 - alpha) * under for over, under in zip(red_green_blue, below, strict=True)]
    lighter, darker = sorted(
        (luminance([int(text[place : place + 2], 16) for place in (1, 3, 5)]), luminance(blended)), reverse=True
    )
    return (lighter + 0.05) / (darker + 0.05)


def luminance(channels: Sequence[float]) -> float:
    """
    Return the relative luminance of a colour in sRGB by WCAG 2.2.
    """
    linear = [value / 255 / 12.92 if value <= 10 else ((value / 255 + 0.055) / 1.055) ** 2.4 for value in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize(("number", "behind"), [(0, "#ffffff"), (0, "#f5f5f5"), (1, "#0d1117"), (1, "#212121")])
def test_every_colour_is_readable(number: int, behind: str) -> None:
    """
    Every text has the contrast of 4.5 of WCAG 2.2, level AA, on the backgrounds of documents and notebooks.
    """
    style = reports.html(Patch())
    found = [dict(re.findall(r"--([a-z-]+): (#[0-9a-f]+)", part)) for part in style.split("--quiet:")[1:]]
    colours = found[number]

    for name in ("green", "red", "blue", "yellow", "purple"):
        assert contrast(colours[name], colours[f"{name}-back"], behind=behind) >= 4.5
    assert contrast(colours["link"], colours["green-back"], behind=behind) >= 4.5
    quiet = re.findall(r"--quiet: (#[0-9a-f]+)", style)[number]
    assert contrast(quiet, behind, behind=behind) >= 4.5
    assert "--tint: currentColor" in style


def test_a_long_text_is_cut_between_words() -> None:
    """
    Of a summary that is too long for a table, the beginning ends with a whole word; one without blanks ends anywhere.
    """
    words = Issue(papers=[Paper(rank=1, title=Text("Moshi"), summary=Text("eleven word " * 40))])
    cjk = Issue(papers=[Paper(rank=1, title=Text("Moshi"), summary=Text("学習しました。" * 60))])

    assert re.search("(eleven word )+eleven( word)?…", reports.html(words))
    assert re.search("(学習しました。)+[^ <]{0,6}…", reports.html(cjk))


def test_counts_are_in_the_plural() -> None:
    """
    More than one entry are entries.
    """
    entry = ContentsEntry("A week", "#a-week")
    patch = mlweekly.diff(Series([], contents=(entry, evolve(entry, label="B week"))), Series([]))

    assert "2 contents entries removed" in reports.html(patch)


def test_changed_words_stand_in_ins_and_del() -> None:
    """
    What goes is deleted text and what comes is inserted text, word by word; what stays is neither.
    """
    page = Page(reports.html(mlweekly.diff(BEFORE, AFTER)))

    assert page.texts["del"] == ["June 10", "June 16", "2024-06-10/2024-06-16", "70億", "70億"]
    assert page.texts["ins"] == ["September 16", "September 22", "2024-09-16/2024-09-22", "700億", "700億"]
    assert "Moshi" in page.texts["bdi"]


def test_signs_tell_what_an_item_is() -> None:
    """
    Every change says in a word, and not by its colour alone, what it is.
    """
    page = Page(reports.html(mlweekly.diff(BEFORE, AFTER)))

    signs = [text for text in page.texts["strong"] if text in ("added", "removed", "moved", "changed")]
    assert signs == ["changed", "changed", "moved", "changed", "added"]


def test_a_title_of_ones_own_is_the_heading() -> None:
    """
    With a title given, it is the heading and the document's title, and the count stands below it.
    """
    page = Page(reports.html(Patch(), title="Review <b>1</b>"))

    assert page.texts["title"] == ["Review <b>1</b>"]
    assert page.texts["p"] == ["No changes"]
    assert "b" not in names(page)


def test_links_are_label_and_host() -> None:
    """
    A link shows its label and the host, and leads to the URL as written.
    """
    page = Page(reports.html(BEFORE))

    assert page.urls == [
        "https://discuss.example.org/t/1?a=1&b=2",
        "https://x.com/kyutai_labs/status/1836427396959932492",
        "https://arxiv.org/abs/2409.12186",
    ]
    assert {"Tweet", "x.com", "arxiv.org", "discuss.example.org"} <= set(page.texts["bdi"])


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JAVASCRIPT://x%0Aalert(1)",
        "data:text/html,x",
        "//x",
        'https://x/"onclick="alert(1)',
        "https://x/\u202ey",
    ],
)
def test_only_web_addresses_are_followed(url: str) -> None:
    """
    An address of another scheme, or with a character in it that no URL has, is text and no link.
    """
    page = Page(reports.html(Patch([SourceChanged("", before=None, after=url)])))

    assert page.urls == []


@given(strings())
def test_no_text_becomes_markup(text: str) -> None:
    """
    Whatever an issue says, its page has the same elements as one that says a harmless word.
    """
    hostile, harmless = (Page(reports.html(titled(words))) for words in (text, "word"))

    assert hostile.tags == harmless.tags
    assert hostile.attributes == harmless.attributes
    assert hostile.urls == harmless.urls


@given(issues(), st.data())
def test_every_patch_and_merge_has_a_well_formed_page(base: Issue, data: st.DataObject) -> None:
    """
    Every element is closed, none is unknown, and links lead to http and https alone.
    """
    ours, theirs = data.draw(edited_issues(base)), data.draw(edited_issues(base))

    for value in (mlweekly.diff(ours, theirs), mlweekly.merge(base, ours=ours, theirs=theirs)):
        page = Page(reports.html(value))
        assert names(page) <= TAGS
        assert page.attributes <= ATTRIBUTES
        assert all(re.match("https?://", url, re.IGNORECASE) for url in page.urls)


@given(strings())
def test_no_character_turns_the_page(text: str) -> None:
    """
    No control of direction is written, and what a digest says is isolated from what stands around it.
    """
    written = reports.html(Patch([IssueRetitled("", before="word", after=text)]))

    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", written)


def test_a_notebook_gets_a_fragment() -> None:
    """
    Jupyter asks the value: an element with its style, and the same as Markdown.
    """
    patch = mlweekly.diff(BEFORE, AFTER)
    merged = mlweekly.merge(BEFORE, ours=AFTER, theirs=BEFORE)
    for value in (BEFORE, mlweekly.Series([BEFORE]), patch, merged, mlweekly.validate(BEFORE)):
        page = Page(value._repr_html_())
        assert page.tags[:2] == ["div.mlweekly", "style."]
        assert "html" not in names(page)
        assert value._repr_markdown_() == reports.markdown(value)


def test_an_arrow_stays_with_its_words() -> None:
    """
    A label, its arrow and its host are not parted at the end of a line.
    """
    assert 'Paper</bdi><span class="quiet">\u00a0→\u00a0</span><a ' in reports.html(BEFORE)
