"""
One page with everything that a page can hold, in each form in which pages are written.
"""

from __future__ import annotations

from collections.abc import Iterator
from types import SimpleNamespace
from typing import get_args

import pytest

from mlweekly import Issue, Paper, Text, reports
from mlweekly._display import (
    Displayed,
    Heading,
    Item,
    Items,
    Mark,
    Page,
    Paragraph,
    Quote,
    Run,
    Sign,
    Table,
    counted,
    html_document,
    html_fragment,
    link_to,
    markdown,
    plain_text,
    quote,
    shortened,
)
from tests.reports.test_console import Line

URL = "https://example.org/a?b=1&c=2"
PAGE = Page(
    [Run("Title of "), quote("<all>")],
    [
        Paragraph([Run("1. no list", "quiet")]),
        Heading([Run("First")]),
        Items(
            [
                Item(
                    "changed",
                    [Run("title: "), Quote([Run("a "), Run("old\nline", "removed"), Run("new", "added")])],
                    (Item("note", [Run("number")], (Item("safe", [Run("- deep")]),)),),
                ),
                Item("error", [Run("D103", "code"), Run(" "), *link_to(URL, "Paper")]),
            ]
        ),
        Heading([Run("Second", "strong")], 3),
        Table(("rank", "paper", "links"), [[[Run("1.")], [quote("a | b")], link_to(URL)], [[Run("2.")], [], []]]),
    ],
)


class Shown(Displayed):
    """
    A value that has a page.
    """

    def __init__(self, page: Page) -> None:
        self.page = page

    def __page__(self) -> Page:
        """
        Return the page.
        """
        return self.page


def test_a_page_as_plain_text() -> None:
    """
    Items below items are indented, a table is a line a row and the further cells below it.
    """
    assert plain_text(PAGE).split("\n") == [
        "Title of <all>",
        "1. no list",
        "",
        "First",
        "  ~ title: a [-old ↵ line-]{+new+}",
        "    · number",
        "      fix - deep",
        "  E D103 Paper → example.org <https://example.org/a?b=1&c=2>",
        "",
        "Second",
        "  1.  a | b",
        "      example.org <https://example.org/a?b=1&c=2>",
        "  2.",
    ]


def test_a_page_as_markdown() -> None:
    """
    Items are indented by two, what would open a block or a tag is escaped, and a rule stands below a table's head.
    """
    assert markdown(PAGE) == (
        "# Title of \\<all>\n\n1\\. no list\n\n## First\n\n"
        "- **changed** title: a <del>old ↵ line</del><ins>new</ins>\n"
        "  - number\n"
        "    - fix - deep\n"
        "- **error** <code>D103</code> Paper → [example.org](<https://example.org/a?b=1&amp;c=2>)\n\n"
        "### <strong>Second</strong>\n\n"
        "| rank | paper | links |\n| --- | --- | --- |\n"
        "| 1\\. | a \\| b | [example.org](<https://example.org/a?b=1&amp;c=2>) |\n| 2\\. |  |  |\n"
    )


BODY = """\
<h1>Title of <bdi lang="">&lt;all&gt;</bdi></h1>
<p><span class="quiet">1. no list</span></p>
<h2>First</h2>
<ul>
<li class="changed"><strong class="sign">changed</strong> <span class="line">title: <bdi lang="">a <del>old↵
line</del><ins>new</ins></bdi></span>
<ul>
<li class="note"><span class="line">number</span>
<ul>
<li class="safe"><strong class="sign">fix</strong> <span class="line">- deep</span></li>
</ul>
</li>
</ul>
</li>
<li class="error"><strong class="sign">error</strong> <span class="line"><code>D103</code> <bdi lang="">Paper</bdi>\
<span class="quiet">\u00a0→\u00a0</span><a href="https://example.org/a?b=1&amp;c=2" \
rel="nofollow noopener noreferrer"><bdi lang="">example.org</bdi></a></span></li>
</ul>
<h3><strong>Second</strong></h3>
<table>
<thead><tr><th scope="col"@>rank</th><th scope="col"@>paper</th><th scope="col"@>links</th></tr></thead>
<tbody>
<tr><td@>1.</td><td@><bdi lang="">a | b</bdi></td><td@><a href="https://example.org/a?b=1&amp;c=2" \
rel="nofollow noopener noreferrer"><bdi lang="">example.org</bdi></a></td></tr>
<tr><td@>2.</td><td@></td><td@></td></tr>
</tbody>
</table>
""".replace("@", ' style="text-align:left;vertical-align:top"')


def test_a_page_as_html() -> None:
    """
    A fragment is an element with its style; a document has the page's title, or one of its own above it.
    """
    fragment, document = html_fragment(PAGE), html_document(PAGE)

    assert fragment.startswith('<div class="mlweekly" lang="en">\n<style>\n')
    assert fragment.endswith(f"</style>\n{BODY}</div>\n")
    assert "<title>Title of &lt;all&gt;</title>" in document
    assert document.endswith(f'<body>\n<main class="mlweekly" lang="en">\n{BODY}</main>\n</body>\n</html>\n')
    titled = html_document(PAGE, "My\n<title>")
    below = BODY.replace("<h1>", '<p class="under">').replace("</h1>", "</p>")
    assert "<title>My &lt;title&gt;</title>" in titled
    assert f'<h1><bdi lang="">My\n&lt;title&gt;</bdi></h1>\n{below}' in titled


def test_a_page_in_a_console() -> None:
    """
    Headings are bold, signs and changed words have their colours, links lead to their address, lines are indented.
    """
    console = SimpleNamespace(render_str=lambda _text, **_options: Line())
    lines = [line.parts for line in Shown(PAGE).__rich_console__(console, SimpleNamespace(max_width=80))]

    assert lines[0] == [("", ""), ("Title of ", "bold"), ("<all>", "bold")]
    assert lines[1] == [("", ""), ("1. no list", "dim")]
    assert lines[2] == [("", "")]
    assert lines[4] == [
        ("  ", ""),
        ("~ ", "bold yellow"),
        ("title: ", ""),
        ("a ", ""),
        ("[-old ↵ line-]", "strike red"),
        ("{+new+}", "bold green"),
    ]
    assert lines[6] == [("      ", ""), ("fix ", "green"), ("- deep", "")]
    assert lines[7][2:] == [
        ("D103", "cyan"),
        (" ", ""),
        ("Paper", ""),
        (" → ", "dim"),
        ("example.org", f"link {URL}"),
        (f" <{URL}>", f"dim link {URL}"),
    ]
    assert lines[9] == [("", ""), ("Second", "bold bold")]


@pytest.mark.parametrize(("width", "room"), [(80, 78), (24, 22), (22, 20), (21, 20), (4, 20)])
def test_a_line_has_the_room_that_its_indent_leaves(width: int, room: int) -> None:
    """
    A line is wrapped to the width of the console without its indent, but never narrower than 20 columns.
    """
    widths: list[int] = []

    class Narrow(Line):
        def wrap(self, _console: object, width: int) -> Iterator[Line]:
            widths.append(width)
            yield self

    page = Page([Run("x")], [Items([Item("note", [Run("y")])])])
    console = SimpleNamespace(render_str=lambda _text, **_options: Narrow())
    list(Shown(page).__rich_console__(console, SimpleNamespace(max_width=width)))
    assert widths == [max(20, width), room]


@pytest.mark.parametrize("sign", get_args(Sign))
def test_every_sign_has_a_look_in_every_form(sign: Sign) -> None:
    """
    No sign is without its words, its class or its colour; a note needs no word.
    """
    page = Page([Run("x")], [Items([Item(sign, [Run("words")])])])
    text, fragment = plain_text(page).split("\n")[1], html_fragment(page)
    line = markdown(page).splitlines()[-1]

    assert text.endswith(" words")
    assert text.strip() != "words"
    assert f'<li class="{sign}">' in fragment
    assert f".mlweekly .{sign}" in fragment
    assert ('class="sign"' in fragment) == (sign != "note")
    assert (line == "- words") == (sign == "note")


@pytest.mark.parametrize("mark", get_args(Mark))
def test_every_mark_keeps_its_words(mark: Mark) -> None:
    """
    Whatever a piece of a line is, its words are there in every form.
    """
    page = Page([Run("x")], [Paragraph([Run("words", mark)])])

    for write in (plain_text, markdown, html_fragment):
        assert "words" in write(page)


def test_counts_have_their_noun() -> None:
    """
    Nothing is "no", one is "1", and nouns in "ry" get "ries".
    """
    assert [counted(count, "finding") for count in (0, 1, 2)] == ["no findings", "1 finding", "2 findings"]
    assert [counted(count, "entry") for count in (0, 1, 2)] == ["no entries", "1 entry", "2 entries"]
    assert counted(2, "day") == "2 days"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a" * 280, "a" * 280),
        ("a" * 281, "a" * 279 + "…"),
        ("a" * 249 + " " + "b" * 40, "a" * 249 + " " + "b" * 29 + "…"),
        ("a" * 250 + " " + "b" * 40, "a" * 250 + "…"),
        ("a" * 279 + " " + "b" * 40, "a" * 279 + "…"),
        ("a" * 275 + "    " + "b" * 40, "a" * 275 + "…"),
    ],
)
def test_a_long_text_is_cut_at_a_space_that_is_near(text: str, expected: str) -> None:
    """
    280 characters are shown whole; a longer text ends at the last space of its last 30, else anywhere.
    """
    assert shortened(text) == expected


def test_a_link_shows_its_host() -> None:
    """
    A user name is no host, and what is no URL is shown whole.
    """
    assert link_to("https://user@example.org:80/a") == (quote("example.org:80", url="https://user@example.org:80/a"),)
    assert link_to("example") == (quote("example", url="example"),)


def test_html_below_a_title_of_ones_own_has_no_second_heading() -> None:
    """
    With a title given there is one `h1`.
    """
    issue = Issue(title="Papers", papers=[Paper(rank=1, title=Text("Moshi"))])

    assert reports.html(issue, "Mine").count("<h1>") == 1
    assert '<p class="under"><bdi lang="">Papers</bdi></p>' in reports.html(issue, "Mine")
    assert 'class="under"' not in reports.html(issue).partition("</style>")[2]
