"""
An issue as the content of a feed's entry: HTML that holds nothing but words and links, and plain text.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from mlweekly.exports._texts import in_language, one_line, paragraphs, web_url
from mlweekly.model import Issue, Link, Paper, Text

__all__ = ["issue_html", "issue_text"]


def issue_html(issue: Issue) -> str:
    """
    Return the lead, then each paper with its title, authors, summary and links, as HTML in which all text is escaped.
    """
    return "\n".join(_html_lines(issue))


def issue_text(issue: Issue) -> str:
    """
    Return the same as plain text.
    """
    return "\n\n".join(_text_blocks(issue))


def _html_lines(issue: Issue) -> Iterator[str]:
    for inline in issue.lead:
        yield from map(_paragraph, paragraphs(inline))
    for paper in issue.papers:
        title, tag = in_language(paper.title, issue.language)
        link = paper.links.paper
        words = escape(one_line(title)) if link is None else _anchor(link.url, one_line(title))
        yield f"<h2{_lang(tag, issue)}>{paper.rank}. {words}</h2>"
        if paper.authors:
            yield _paragraph(", ".join(map(one_line, paper.authors)))
        for text in _bodies(paper):
            words, tag = in_language(text, issue.language)
            yield from (_paragraph(part, _lang(tag, issue)) for part in paragraphs(words))
        if paper.links:
            yield f"<p>{' · '.join(_anchor(link.url, _label(link)) for link in paper.links)}</p>"


def _text_blocks(issue: Issue) -> Iterator[str]:
    for inline in issue.lead:
        yield from paragraphs(inline)
    for paper in issue.papers:
        yield f"{paper.rank}. {one_line(in_language(paper.title, issue.language)[0])}"
        if paper.authors:
            yield ", ".join(map(one_line, paper.authors))
        for text in _bodies(paper):
            yield from paragraphs(in_language(text, issue.language)[0])
        if paper.links:
            yield "\n".join(web_url(link.url) for link in paper.links)


def _bodies(paper: Paper) -> tuple[Text, ...]:
    return tuple(text for text in (paper.summary, paper.abstract) if text is not None)


def _paragraph(words: str, lang: str = "") -> str:
    return f"<p{lang}>{escape(words).replace(chr(10), '<br>')}</p>"


def _anchor(url: str, words: str) -> str:
    return f'<a href="{escape(web_url(url))}">{escape(words)}</a>'


def _label(link: Link) -> str:
    return web_url(link.url) if link.label is None else one_line(link.label)


def _lang(tag: str, issue: Issue) -> str:
    return "" if tag in {issue.language, "und"} else f' lang="{escape(tag)}"'
