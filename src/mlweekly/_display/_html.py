"""
Pages as HTML that is complete in itself: no script, no request, one style sheet inline, for light and dark.

The words of the library are English; each text of a digest has its own `lang`, which is empty if its language is not
known. A page also reads well without its style sheet and its classes, which many views of notebooks remove.
"""

from __future__ import annotations

import html
from collections.abc import Iterable

from mlweekly._display._characters import is_web_address, on_one_line, visible
from mlweekly._display._looks import MARKS, SIGNS
from mlweekly._display._page import Block, Code, Heading, Inline, Item, Items, Page, Paragraph, Quote, Run, Table
from mlweekly._display._style import STYLE, STYLE_OF_DOCUMENT

_ARROW = Run(" → ", "quiet")
# Notebooks have rules of their own for every cell of a table. A view that removes style sheets may keep this attribute.
_LIKE_TEXT = ' style="text-align:left;vertical-align:top"'
_ARROW_THAT_KEEPS_ITS_LINE = "\u00a0→\u00a0"


def html_document(page: Page, title: str | None = None) -> str:
    """
    Return the page as a document of its own, with a policy that forbids scripts and requests.

    Args:
        page: Any page.
        title: The heading, with the page's own title below it.
    """
    name = "".join(run.text for inline in page.title for run in inline.runs) if title is None else title
    heading = "" if title is None else f'<h1><bdi lang="">{_escaped(title)}</bdi></h1>\n'
    body = f"{heading}{_body(page, is_below=title is not None)}"
    return (
        f'<!DOCTYPE html>\n<html lang="{_language(page)}">\n<head>\n<meta charset="utf-8">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f"<title>{_escaped(on_one_line(name))}</title>\n<style>\n{STYLE}{STYLE_OF_DOCUMENT}</style>\n</head>\n"
        f'<body>\n<main class="mlweekly" lang="en">\n{body}\n</main>\n</body>\n</html>\n'
    )


def html_fragment(page: Page) -> str:
    """
    Return the page as an element with its style, for a notebook or a page of your own.
    """
    return f'<div class="mlweekly" lang="en">\n<style>\n{STYLE}</style>\n{_body(page)}\n</div>\n'


def _language(page: Page) -> str:
    """
    Return the language of the edition that the page is about, if its title tells it, else that of our own words.
    """
    languages = (inline.language for inline in page.title if isinstance(inline, Quote))
    return html.escape(next(filter(None, languages), "en"))


def _body(page: Page, *, is_below: bool = False) -> str:
    title = f'<p class="under">{_inline(page.title)}</p>' if is_below else f"<h1>{_inline(page.title)}</h1>"
    return "\n".join([title, *map(_block, page.blocks)])


def _block(block: Block) -> str:
    match block:
        case Heading():
            return f"<h{block.level}>{_inline(block.inlines)}</h{block.level}>"
        case Paragraph():
            return f"<p>{_inline(block.inlines)}</p>"
        case Items():
            return _list(block.items)
        case Table():
            head = "".join(f'<th scope="col"{_LIKE_TEXT}>{_escaped(name)}</th>' for name in block.head)
            rows = "\n".join(f"<tr>{_row(row)}</tr>" for row in block.rows)
            return f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}\n</tbody>\n</table>"
        case Code():
            return f'<pre lang="">{_escaped(block.text)}</pre>'


def _row(row: Iterable[Iterable[Inline]]) -> str:
    return "".join(f"<td{_LIKE_TEXT}>{_inline(cell)}</td>" for cell in row)


def _list(items: Iterable[Item]) -> str:
    return "\n".join(["<ul>", *map(_item, items), "</ul>"])


def _item(item: Item) -> str:
    word = SIGNS[item.sign].html
    sign = f'<strong class="sign">{word}</strong> ' if word else ""
    inner = f"\n{_list(item.inner)}\n" if item.inner else ""
    return f'<li class="{item.sign}">{sign}<span class="line">{_inline(item.inlines)}</span>{inner}</li>'


def _inline(inlines: Iterable[Inline]) -> str:
    return "".join(map(_one, inlines))


def _one(inline: Inline) -> str:
    if isinstance(inline, Run):
        return _run(inline)
    words = f'<bdi lang="{html.escape(inline.language or "")}">{"".join(map(_run, inline.runs))}</bdi>'
    if inline.url is None or not is_web_address(inline.url):
        return words
    return f'<a href="{html.escape(inline.url)}" rel="nofollow noopener noreferrer">{words}</a>'


def _run(run: Run) -> str:
    before, after = MARKS[run.mark].html
    text = visible(run.text) if run != _ARROW else _ARROW_THAT_KEEPS_ITS_LINE
    if run.mark in ("added", "removed"):
        text = text.replace("\n", "↵\n")
    return before + html.escape(text) + after


def _escaped(text: str) -> str:
    return html.escape(visible(text))
