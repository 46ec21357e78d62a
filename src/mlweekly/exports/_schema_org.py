"""
JSON-LD by schema.org: what search engines and archives read in a page.
"""

from __future__ import annotations

from collections.abc import Iterator

from mlweekly.exports._identities import digest_of, paper_id
from mlweekly.exports._names import name_of
from mlweekly.exports._papers import Exported, arxiv_number, date_parts, doi, each_paper, paper_url
from mlweekly.exports._texts import in_language, one_line, paragraphs, plain, web_url
from mlweekly.model import Issue, Paper, Series, Text

__all__ = ["schema_org"]

_CONTEXT = "https://schema.org"


def schema_org(value: Exported) -> dict[str, object]:
    """
    Return a value as JSON-LD, plain data: a Periodical, a PublicationIssue, a ScholarlyArticle, or a graph of articles.

    The `@id` of an article is its URL, canonical if its target is known, else a URN made from its title. Dates are
    as exact as is known: `2024-09` for arXiv. A page that holds the data in a `<script>` must escape `<`.

    Sources: https://schema.org/PublicationIssue, https://schema.org/ScholarlyArticle

    >>> from mlweekly import Link, LinkSet, Paper, Text
    >>> links = LinkSet([Link("https://arxiv.org/pdf/2409.10038")])
    >>> data = schema_org(Paper(rank=1, title=Text("Thought"), links=links))
    >>> data["@type"], data["@id"], data["datePublished"]
    ('ScholarlyArticle', 'https://arxiv.org/abs/2409.10038', '2024-09')

    Raises:
        TypeError: The value has no papers.
    """
    data: dict[str, object] = {"@context": _CONTEXT}
    if isinstance(value, Series):
        data.update(_periodical(value))
    elif isinstance(value, Issue):
        data.update(_issue(value))
    elif isinstance(value, Paper):
        data.update(_article(value, None))
    else:
        data["@graph"] = [dict(_article(paper, None)) for _, paper in each_paper(value)]
    return data


def _periodical(series: Series) -> Iterator[tuple[str, object]]:
    yield "@type", "Periodical"
    if series.title is not None:
        yield "name", one_line(series.title)
    if series.lead:
        yield "description", _joined(series.lead)
    yield "hasPart", [dict(_issue(issue)) for issue in series]


def _issue(issue: Issue) -> Iterator[tuple[str, object]]:
    yield "@type", "PublicationIssue"
    if issue.title is not None:
        yield "name", one_line(issue.title)
    if issue.language is not None:
        yield "inLanguage", issue.language
    if issue.published is not None:
        yield "datePublished", str(issue.published)
    if issue.period is not None:
        yield "temporalCoverage", str(issue.period)
    if issue.source is not None:
        yield "isBasedOn", web_url(issue.source)
    if issue.lead:
        yield "description", _joined(issue.lead)
    yield "hasPart", [dict(_article(paper, issue.language)) for paper in issue.papers]


def _article(paper: Paper, edition: str | None) -> Iterator[tuple[str, object]]:
    title, language = in_language(paper.title, edition)
    link, url = paper.links.paper, paper_url(paper)
    yield "@type", "ScholarlyArticle"
    yield "@id", f"urn:mlweekly:paper:{digest_of(paper_id(paper))}" if link is None else web_url(link.canonical)
    yield "name", one_line(title)
    others = [_tagged(paper.title, tag) for tag in paper.title.languages if tag != language]
    if others:
        yield "alternateName", others
    if paper.authors:
        yield "author", [_author(author) for author in paper.authors]
    if parts := date_parts(paper):
        yield "datePublished", "-".join([f"{parts[0]:04}", *(f"{part:02}" for part in parts[1:])])
    if url is not None:
        yield "url", url
    identifiers = [
        {"@type": "PropertyValue", "propertyID": name, "value": number}
        for name, number in (("arXiv", arxiv_number(paper)), ("DOI", doi(paper)))
        if number is not None
    ]
    if identifiers:
        yield "identifier", identifiers
    for name, text in (("description", paper.summary), ("abstract", paper.abstract)):
        words = "" if text is None else plain(in_language(text, edition)[0])
        if words:
            yield name, words
    if paper.topics or paper.tags:
        yield "keywords", list(dict.fromkeys(map(one_line, (*paper.topics, *paper.tags))))


def _tagged(text: Text, tag: str) -> dict[str, str]:
    words = {"@value": one_line(text[tag])}
    return words if tag == "und" else {**words, "@language": tag}


def _author(author: str) -> dict[str, str] | str:
    # A name that is not taken apart may be a group's: schema.org takes a text where the type is not known.
    name = name_of(author)
    if name.family is None or name.given is None or name.has_more:
        return one_line(author)
    full = f"{name.given} {name.family}"
    return {"@type": "Person", "name": full, "givenName": name.given, "familyName": name.family}


def _joined(inlines: tuple[str, ...]) -> str:
    return "\n\n".join(part for inline in inlines for part in paragraphs(inline))
