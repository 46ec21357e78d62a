"""
What `CONTRIBUTING.md` says of a new report format is true: one function that writes a page, for every value there is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import pytest
from attrs import evolve

from mlweekly import Issue, Link, LinkSet, Paper, Text, diff, merge, validate
from mlweekly._display import Code, Heading, Inline, Items, Page, Paragraph, Quote, Run, Table
from mlweekly._display._characters import is_web_address, on_one_line
from mlweekly._display._looks import SIGNS
from mlweekly._display._page import Block, Item, Mark
from mlweekly.reports import Displayable

_SPECIAL = re.compile(r"[\\`*_|<>]")
_ROLES: dict[Mark, str] = {"added": "underline", "removed": "line-through", "strong": "strong"}


def asciidoc(value: Displayable) -> str:
    """
    Return the value as AsciiDoc.
    """
    return asciidoc_of(value.__page__())


def asciidoc_of(page: Page) -> str:
    """
    Return a page as AsciiDoc.
    """
    return "\n\n".join([f"= {_line(page.title)}", *map(_block, page.blocks)]) + "\n"


def _block(block: Block) -> str:
    match block:
        case Heading():
            return f"{'=' * block.level} {_line(block.inlines)}"
        case Paragraph():
            return _line(block.inlines)
        case Items():
            return "\n".join(_items(block.items, 1))
        case Table():
            rows = ("".join(f"|{_line(cell)}\n" for cell in row) for row in block.rows)
            return "|===\n" + "\n".join(rows) + "|==="
        case Code():
            return f"----\n{block.text}\n----"


def _items(items: Iterable[Item], depth: int) -> Iterator[str]:
    for item in items:
        yield f"{'*' * depth} {SIGNS[item.sign].text} {_line(item.inlines)}"
        yield from _items(item.inner, depth + 1)


def _line(inlines: Iterable[Inline]) -> str:
    return "".join(map(_inline, inlines)).strip()


def _inline(inline: Inline) -> str:
    words = "".join(map(_run, inline.runs))
    if isinstance(inline, Quote) and inline.url is not None and is_web_address(inline.url):
        return f"link:{inline.url}[{words}]"
    return words


def _run(run: Run) -> str:
    words = _escaped(run.text)
    return f"[{_ROLES[run.mark]}]#{words}#" if run.mark in _ROLES else words


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\g<0>", on_one_line(text))


OLD = Issue(title="Papers of *June*", language="en", papers=[Paper(rank=1, title=Text("Moshi"))])
NEW = evolve(
    OLD,
    title="Papers of *July*",
    papers=[evolve(OLD.papers[0], links=LinkSet([Link("https://arxiv.org/abs/2410.00037", "Paper")]))],
)
PAGES = [
    (
        NEW,
        """\
= Papers of \\*July\\*

en · 1 paper

|===
|1.
|[strong]#Moshi#
|Paper → link:https://arxiv.org/abs/2410.00037[arxiv.org]
|===
""",
    ),
    (
        diff(OLD, NEW),
        """\
= 2 changes

1 issue retitled, 1 link added

* ~ title: Papers of \\*[line-through]#June#[underline]#July#\\*

== Moshi

* + paper link: Paper → link:https://arxiv.org/abs/2410.00037[arxiv.org]
""",
    ),
    (
        merge(OLD, ours=evolve(OLD, title="May"), theirs=evolve(OLD, title="June")),
        """\
= Merged with 1 conflict

== title

/title: both sides changed it, and not in the same way

* base Papers of \\*June\\*
* ours [line-through]#Papers of \\*June\\*#[underline]#May#
* theirs [line-through]#Papers of \\*#June[line-through]#\\*#

== No changes taken
""",
    ),
    (
        validate(OLD, select="L201"),
        """\
= 1 finding: 1 error

* E /papers/0/links [strong]#L201# Moshi: there are no links: add the link to the paper (paper-link-missing)
""",
    ),
]


@pytest.mark.parametrize(("value", "expected"), PAGES, ids=lambda each: type(each).__name__)
def test_one_function_writes_every_value(value: Displayable, expected: str) -> None:
    """
    An issue, a patch, a merge and a report have their pages already; a format says only how a page is written.
    """
    assert asciidoc(value) == expected


def test_what_a_digest_says_stays_text() -> None:
    """
    A quoted text stays on its line, shows control characters by name, and links nothing but http and https.
    """
    hostile = "== *a*\n\x1b[31m<b>"
    page = Page((Quote((Run(hostile),), url="javascript:alert(1)"),), [])

    assert asciidoc_of(page) == "= == \\*a\\* ‹U+001B›[31m\\<b\\>\n"
