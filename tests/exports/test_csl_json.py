"""
CSL-JSON, rendered by citeproc-py with the style that it ships.
"""

from __future__ import annotations

import json
import re
from datetime import date

import pytest
from hypothesis import given

import mlweekly
from mlweekly import Abstract, Issue, Link, LinkSet, Paper, Series, Text, exports
from tests import strategies
from tests.exports.consumers import bibtex_entries, rendered

PAPER = Paper(
    rank=1,
    title=Text("On Thought"),
    authors=["Ada Byron", "Gemma Team"],
    links=LinkSet([Link("https://arxiv.org/pdf/2409.10038v2")]),
    summary=Text("A **model**."),
    abstract=Abstract("We show."),
    tags=["NLP"],
)
HOSTILE = (
    "R&D <y>",
    "a {b} \\c",
    "100% of $5",
    'the "best"',
    "a\x00b\x1b",
    "\u202egnp",
    "思考 🧪",
    "<i>x</i>",
    "</span>",
)


def test_an_item_says_what_is_told() -> None:
    """
    The id is the identity, the date is the month of the number, texts are plain.
    """
    (item,) = exports.csl_json(PAPER)

    assert item == {
        "id": "arxiv:2409.10038",
        "type": "article",
        "title": "On Thought",
        "author": [{"family": "Byron", "given": "Ada"}, {"literal": "Gemma Team"}],
        "issued": {"date-parts": [[2024, 9]]},
        "number": "arXiv:2409.10038",
        "publisher": "arXiv",
        "URL": "https://arxiv.org/abs/2409.10038",
        "language": "en",
        "keyword": "NLP",
        "abstract": "We show.",
        "annote": "A model.",
    }


def test_a_processor_renders_it() -> None:
    """
    The style puts family name, year and title where they belong.
    """
    (line,) = rendered(exports.csl_json(PAPER))

    assert line.startswith("Byron, A. and Gemma Team (2024)")
    assert "On Thought" in line


@pytest.mark.parametrize("title", HOSTILE)
def test_titles_are_rendered_as_text(title: str) -> None:
    """
    What a title holds is shown, without control characters and without acting as a tag.
    """
    value = Paper(rank=1, title=Text(title), authors=["Ada Byron", title], released=date(2024, 9, 18))
    items = exports.csl_json(value)

    assert json.loads(json.dumps(items)) == items
    assert not re.search("[\x00-\x08\u202e]|</?(?:i|span)", str(items[0]["title"]))
    assert len(rendered(items)) == 1


def test_more_authors_are_said() -> None:
    """
    "et al." stays with the name before it, for no member says it.
    """
    (item,) = exports.csl_json(Paper(rank=1, title=Text("A"), authors=["Ada Byron et al."]))

    assert item["author"] == [{"literal": "Ada Byron et al."}]
    assert "issued" not in item


def test_nothing_but_papers_is_taken() -> None:
    """
    A wrong type is a `TypeError` in words of ours.
    """
    with pytest.raises(TypeError, match="expected a Paper, an Issue, a Series or papers, got int"):
        exports.csl_json(3)  # type: ignore[arg-type] # it is wrong on purpose


@given(strategies.series())
def test_every_series_is_rendered(value: Series) -> None:
    """
    An item for each entry of BibTeX, under the same ids; equal values give equal data, and JSON holds it.
    """
    items = exports.csl_json(value)

    assert [item["id"] for item in items] == [entry["key"] for entry in bibtex_entries(exports.bibtex(value))]
    assert json.loads(json.dumps(items)) == items
    assert exports.csl_json(mlweekly.json.loads_series(mlweekly.json.dumps(value))) == items
    assert len(rendered(items)) == len(items)


def test_the_papers_of_an_issue_are_those_of_its_tuple() -> None:
    """
    Papers in any iterable are taken as those of an issue.
    """
    assert exports.csl_json(iter([PAPER])) == exports.csl_json(Issue(papers=[PAPER]))
