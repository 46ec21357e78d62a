"""
The programs that read the formats: each returns what it read, and fails on any complaint.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import bibtexparser
import feedparser
import pandas as pd
import polars as pl
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from jsonschema import Draft202012Validator, FormatChecker
from pyld import jsonld

from mlweekly.exports import Record
from tests.exports.json_feed_schema import SCHEMA

__all__ = ["articles", "bibtex_entries", "check_frames", "expanded", "rendered", "valid_feed", "well_formed_feed"]

STYLE = CitationStylesStyle("harvard-cite-them-right", validate=False)
SCHEMA_ORG = "https://schema.org/"
# What https://schema.org/docs/jsonldcontext.json says of the words that are used.
CONTEXT = {
    "@vocab": SCHEMA_ORG,
    "url": {"@type": "@id"},
    "isBasedOn": {"@type": "@id"},
    "datePublished": {"@type": f"{SCHEMA_ORG}Date"},
}


def bibtex_entries(text: str) -> list[dict[str, str]]:
    """
    Return the entries of a bibliography as bibtexparser reads them, each with its key under "key".
    """
    library = bibtexparser.parse_string(text)
    assert library.failed_blocks == []
    assert len(library.blocks) == len(library.entries)
    return [
        {**{each.key: each.value for each in entry.fields}, "key": entry.key, "type": entry.entry_type}
        for entry in library.entries
    ]


def rendered(items: list[dict[str, object]]) -> list[str]:
    """
    Return the bibliography of items as citeproc-py renders it with the style that it ships, as plain text.
    """
    source = CiteProcJSON(items)
    bibliography = CitationStylesBibliography(STYLE, source, formatter.plain)
    citations = [Citation([CitationItem(item["id"])]) for item in items]
    for citation in citations:
        bibliography.register(citation)
    missing: list[Any] = []
    for citation in citations:
        bibliography.cite(citation, missing.append)
    assert missing == []
    return ["".join(map(str, entry)) for entry in bibliography.bibliography()]


def well_formed_feed(text: str) -> Any:
    """
    Return an Atom feed as feedparser reads it.
    """
    feed = feedparser.parse(text.encode())
    assert not feed.bozo, feed.get("bozo_exception")
    return feed


def valid_feed(feed: dict[str, object]) -> dict[str, Any]:
    """
    Return a JSON Feed that is valid by the specification and survives JSON.
    """
    Draft202012Validator(SCHEMA, format_checker=FormatChecker()).validate(feed)
    assert json.loads(json.dumps(feed)) == feed
    return feed


def loaded(url: str, _options: object) -> dict[str, Any]:
    """
    Return the context for the address of schema.org, and open nothing.
    """
    assert url == "https://schema.org"
    return {
        "contentType": "application/ld+json",
        "contextUrl": None,
        "documentUrl": url,
        "document": {"@context": CONTEXT},
    }


def expanded(data: dict[str, object]) -> list[dict[str, Any]]:
    """
    Return JSON-LD as PyLD expands it, which survives JSON.
    """
    assert json.loads(json.dumps(data)) == data
    found: list[dict[str, Any]] = jsonld.expand(data, {"documentLoader": loaded})
    return found


def articles(nodes: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """
    Yield every article of expanded data.
    """
    for node in nodes:
        if node.get("@type") == [f"{SCHEMA_ORG}ScholarlyArticle"]:
            yield node
        yield from articles(node.get(f"{SCHEMA_ORG}hasPart", []))


def check_frames(rows: list[Record]) -> None:
    """
    Fail unless pandas and polars find one type in each column: a whole number for the rank, else a string.
    """
    frame = pd.DataFrame(rows)
    assert len(frame) == len(rows)
    assert {column: pd.api.types.infer_dtype(frame[column]) for column in frame} == {
        column: "integer" if column == "rank" else "string" for column in frame
    }
    assert dict(pl.DataFrame(rows).schema) == {column: pl.Int64 if column == "rank" else pl.String for column in frame}
