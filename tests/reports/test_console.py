"""
Values as the rich library prints them, and a console that only behaves like one.
"""

from __future__ import annotations

import io
import subprocess
import sys
from collections.abc import Iterator
from types import SimpleNamespace

from hypothesis import given
from rich.console import Console

import mlweekly
from mlweekly import Issue, reports
from mlweekly.changes import Patch, SourceChanged
from tests.reports.corrected import AFTER, BEFORE, titled
from tests.strategies import strings


class Line:
    """
    A text that notes its parts and their styles.
    """

    def __init__(self) -> None:
        self.parts: list[tuple[str, str]] = []

    def append(self, text: str, style: str) -> None:
        """
        Note a part.
        """
        self.parts.append((text, style))

    def wrap(self, _console: object, _width: int) -> Iterator[Line]:
        """
        Return the text as it is.
        """
        yield self

    def pad_left(self, count: int) -> None:
        """
        Put blanks before the text.
        """
        self.parts.insert(0, (" " * count, ""))


def shown(value: mlweekly.reports.Displayable) -> list[list[tuple[str, str]]]:
    """
    Return the parts of each line that a value shows a console.
    """
    console = SimpleNamespace(render_str=lambda _text, **_options: Line())
    lines = value.__rich_console__(console, SimpleNamespace(max_width=80))
    return [line.parts for line in lines if isinstance(line, Line)]


def printed(value: object, **options: object) -> str:
    """
    Return what rich writes of a value.
    """
    console = Console(file=io.StringIO(), width=60, _environ={}, **options)
    console.print(value)
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def test_changed_words_have_their_colours() -> None:
    """
    What goes is red and struck, what comes is green, and the brackets stay for those who see no colours.
    """
    lines = shown(mlweekly.diff(BEFORE, AFTER))

    parts = [part for line in lines for part in line]
    assert ("[-70億-]", "strike red") in parts
    assert ("{+700億+}", "bold green") in parts
    assert ("Moshi", "bold") in parts
    assert ("arxiv.org", "link https://arxiv.org/abs/2410.00037") in parts


def test_rich_prints_the_same_words_as_the_text() -> None:
    """
    Without colours, and with room enough, rich prints the plain text.
    """
    for value in (BEFORE, mlweekly.Series([BEFORE]), mlweekly.diff(BEFORE, AFTER), mlweekly.validate(BEFORE)):
        console = Console(file=io.StringIO(), width=500, _environ={})
        console.print(value)
        assert isinstance(console.file, io.StringIO)
        lines = [line.rstrip() for line in console.file.getvalue().splitlines()]
        assert lines == reports.text(value).splitlines()


def test_rich_wraps_below_the_beginning_of_a_line() -> None:
    """
    A long line goes on below its own indent, within the width of the console.
    """
    lines = printed(mlweekly.diff(BEFORE, AFTER)).splitlines()

    assert all(len(line) <= 60 for line in lines)
    assert lines[lines.index("  ~ title: Papers of the Week ([-June 10-]{+September 16+} - ".rstrip()) + 1].startswith(
        "  [-"
    )


def test_rich_colours() -> None:
    """
    A terminal gets escape sequences of rich's own making.
    """
    assert "\x1b[1;32m{+700億+}\x1b[0m" in printed(
        mlweekly.diff(BEFORE, AFTER), force_terminal=True, color_system="standard"
    )


def test_markup_of_rich_is_text() -> None:
    """
    What a digest says in rich's own markup, or as one of its emoji, is printed as it is.
    """
    assert printed(titled("[red]x[/red] :smile: [/]")).splitlines()[0] == "[red]x[/red] :smile: [/]"


@given(strings())
def test_no_text_reaches_the_terminal_as_a_command(text: str) -> None:
    """
    Nothing that an issue says writes a control character.
    """
    assert not any(ord(character) < 32 and character != "\n" for character in printed(titled(text)))


def test_only_web_addresses_are_links() -> None:
    """
    Another address is printed and leads nowhere.
    """
    lines = shown(Patch([SourceChanged("", before=None, after="javascript:alert(1)")]))

    assert not any("link" in style for line in lines for _, style in line)


def test_nothing_is_shown_of_no_value() -> None:
    """
    An empty issue has a page.
    """
    assert printed(Issue()).splitlines()[0] == "Issue without a title"


def test_rich_is_never_imported() -> None:
    """
    The protocol is enough: values are shown without the library.
    """
    program = (
        "import sys, types, mlweekly; from mlweekly import reports; patch = mlweekly.diff(*[mlweekly.Issue()] * 2);"
        "reports.text(patch); patch._repr_html_(); print(*sys.modules)"
    )
    loaded = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True).stdout.split()

    assert {"rich", "IPython", "jinja2"}.isdisjoint(loaded)
