"""
JSON-LD, expanded by PyLD with a context of our own in place of schema.org's.
"""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given

import mlweekly
from mlweekly import Abstract, DateRange, Issue, Link, LinkSet, Paper, Series, Text, exports
from tests import strategies
from tests.exports.consumers import SCHEMA_ORG, articles, expanded

PAPER = Paper(
    rank=1,
    title=Text("R&D <b>", translations={"ja": "研究"}),
    authors=["Byron, Ada", "Gemma Team"],
    summary=Text("A **model**."),
    abstract=Abstract("We show."),
    links=LinkSet([Link("https://arxiv.org/pdf/2409.10038v2")]),
    topics=["NLP"],
    tags=["NLP", "a"],
)
ISSUE = Issue(
    title="Week",
    language="ja",
    period=DateRange(date(2024, 9, 16), date(2024, 9, 22)),
    published=date(2024, 9, 23),
    source="https://example.org/{a}",
    papers=[PAPER],
)


def test_an_article_says_what_is_told() -> None:
    """
    The id is the canonical address, the date is a month, and a name that may be a group's is a text.
    """
    assert exports.schema_org(PAPER) == {
        "@context": "https://schema.org",
        "@type": "ScholarlyArticle",
        "@id": "https://arxiv.org/abs/2409.10038",
        "name": "R&D <b>",
        "alternateName": [{"@value": "研究", "@language": "ja"}],
        "author": [
            {"@type": "Person", "name": "Ada Byron", "givenName": "Ada", "familyName": "Byron"},
            "Gemma Team",
        ],
        "datePublished": "2024-09",
        "url": "https://arxiv.org/abs/2409.10038",
        "identifier": [{"@type": "PropertyValue", "propertyID": "arXiv", "value": "2409.10038"}],
        "description": "A model.",
        "abstract": "We show.",
        "keywords": ["NLP", "a"],
    }


def test_a_series_is_a_periodical_of_issues_of_articles() -> None:
    """
    The issue says its days, its language and its source; titles are in the language of the edition.
    """
    (periodical,) = expanded(exports.schema_org(Series([ISSUE], title="Weekly")))

    assert periodical["@type"] == [f"{SCHEMA_ORG}Periodical"]
    (issue,) = periodical[f"{SCHEMA_ORG}hasPart"]
    assert issue["@type"] == [f"{SCHEMA_ORG}PublicationIssue"]
    assert issue[f"{SCHEMA_ORG}temporalCoverage"] == [{"@value": "2024-09-16/2024-09-22"}]
    assert issue[f"{SCHEMA_ORG}inLanguage"] == [{"@value": "ja"}]
    assert issue[f"{SCHEMA_ORG}datePublished"] == [{"@type": f"{SCHEMA_ORG}Date", "@value": "2024-09-23"}]
    assert issue[f"{SCHEMA_ORG}isBasedOn"] == [{"@id": "https://example.org/%7Ba%7D"}]
    (article,) = issue[f"{SCHEMA_ORG}hasPart"]
    assert article[f"{SCHEMA_ORG}name"] == [{"@value": "研究"}]
    assert article[f"{SCHEMA_ORG}alternateName"] == [{"@value": "R&D <b>", "@language": "en"}]


def test_papers_are_a_graph() -> None:
    """
    Papers without an issue are articles beside each other; one without a link is known by its title.
    """
    first, second = expanded(exports.schema_org([PAPER, Paper(rank=9, title=Text("@type \x00{}"))]))

    assert first["@id"] == "https://arxiv.org/abs/2409.10038"
    assert second["@id"].startswith("urn:mlweekly:paper:")
    assert second[f"{SCHEMA_ORG}name"] == [{"@value": "@type {}"}]


def test_nothing_but_papers_is_taken() -> None:
    """
    A wrong type is a `TypeError` in words of ours.
    """
    with pytest.raises(TypeError, match="expected a Paper, an Issue, a Series or papers, got None"):
        exports.schema_org(None)  # type: ignore[arg-type] # it is wrong on purpose


@given(strategies.series())
def test_every_series_is_expanded(series: Series) -> None:
    """
    An article for each paper, with the id of its identity; equal values give equal data.
    """
    data = exports.schema_org(series)
    papers = [paper for issue in series for paper in issue.papers]
    found = list(articles(expanded(data)))

    assert len(found) == len(papers)
    ids = {(paper["paper"], article["@id"]) for paper, article in zip(exports.records(series), found, strict=True)}
    assert len(ids) == len({paper for paper, _ in ids}) == len({name for _, name in ids})
    assert exports.schema_org(mlweekly.json.loads_series(mlweekly.json.dumps(series))) == data
