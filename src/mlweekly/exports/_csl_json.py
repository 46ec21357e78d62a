"""
CSL-JSON: what citation processors (Zotero, pandoc, citeproc) read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mlweekly._expressions import expression
from mlweekly.exports._identities import citation_key
from mlweekly.exports._names import Name, name_of
from mlweekly.exports._papers import Exported, arxiv_number, date_parts, distinct, doi, paper_url
from mlweekly.exports._texts import in_language, one_line, plain
from mlweekly.model import Issue, Paper

__all__ = ["csl_json"]

# The tags that processors act on in any text; an invisible joiner makes them text.
_TAG = expression(r"<(?=/?(?:i|b|sc|sup|sub|span)\b)", re.IGNORECASE)
_JOINER = "\u2060"


def csl_json(value: Exported) -> list[dict[str, object]]:
    """
    Return the papers of a value as CSL-JSON items, plain data.

    The `id` of an item is its key in `bibtex`, and a paper that occurs twice is one item. `annote` is the
    digest's summary, `abstract` the authors' own.

    Source: https://github.com/citation-style-language/schema, csl-data.json 1.0.2

    >>> from mlweekly import Link, LinkSet, Paper, Text
    >>> links = LinkSet([Link("https://arxiv.org/abs/2409.10038")])
    >>> (item,) = csl_json(Paper(rank=1, title=Text("Thought"), authors=["Ada Byron"], links=links))
    >>> item["id"], item["author"], item["issued"]
    ('arxiv:2409.10038', [{'family': 'Byron', 'given': 'Ada'}], {'date-parts': [[2024, 9]]})

    Raises:
        TypeError: The value has no papers.
    """
    return [dict(_item(paper, issue)) for issue, paper in distinct(value)]


def _item(paper: Paper, issue: Issue | None) -> Iterator[tuple[str, object]]:
    edition = None if issue is None else issue.language
    title, language = in_language(paper.title, paper.title.language or edition)
    yield "id", citation_key(paper)
    # A preprint, or a paper of a journal or a conference: the digest does not say.
    yield "type", "article"
    yield "title", _text(title)
    if paper.authors:
        yield "author", [_name(name_of(author)) for author in paper.authors]
    parts = date_parts(paper)
    if parts:
        yield "issued", {"date-parts": [list(parts)]}
    if (number := arxiv_number(paper)) is not None:
        yield "number", f"arXiv:{number}"
        yield "publisher", "arXiv"
    for name, address in (("DOI", doi(paper)), ("URL", paper_url(paper))):
        if address is not None:
            yield name, address
    if language != "und":
        yield "language", language
    if paper.tags:
        yield "keyword", ", ".join(map(_text, paper.tags))
    for name, text in (("abstract", paper.abstract), ("annote", paper.summary)):
        words = "" if text is None else plain(in_language(text, edition)[0])
        if words:
            yield name, _inert(words)


def _name(name: Name) -> dict[str, str]:
    if name.family is None or name.given is None or name.has_more:
        return {"literal": _inert(f"{name.literal} et al." if name.has_more else name.literal)}
    return {"family": name.family, "given": name.given}


def _text(text: str) -> str:
    return _inert(one_line(text))


def _inert(text: str) -> str:
    return _TAG.sub(f"<{_JOINER}", text)
