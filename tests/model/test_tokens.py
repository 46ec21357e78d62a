"""
Dask tells values by what they are: equal ones have one token, in every process, and others have another.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from datetime import date

import attrs
import pytest
from dask.base import tokenize
from hypothesis import given

import mlweekly
from mlweekly import Abstract, DateRange, Issue, Link, LinkSet, Paper, Series, Settings, Text
from mlweekly.identifiers import ArxivId
from mlweekly.markdown import DIALECTS
from mlweekly.model import FrozenMapping
from mlweekly.validation import Suppression
from tests.strategies import issues, series

WEEK = DateRange(date(2024, 9, 16), date(2024, 9, 22))
MADE = """
from datetime import date
from dask.base import tokenize
from mlweekly import DateRange, Issue, Link, LinkSet, Paper, Settings, Text
links = LinkSet([Link("https://arxiv.org/abs/2409.12917", label="Paper")])
paper = Paper(rank=1, title=Text("Moshi", translations={"ja": "モシ"}), links=links, details={"Task": "speech"})
issue = Issue(title="Moshi", period=DateRange(date(2024, 9, 16), date(2024, 9, 22)), papers=[paper])
print(tokenize(issue), tokenize(Settings(baseline=["0123", "4567", "89ab"])))
"""


@given(issues())
def test_equal_issues_have_one_token(issue: Issue) -> None:
    """
    An issue that was sent, or written and read again, has the token that it had.
    """
    token = tokenize(issue)

    assert tokenize(pickle.loads(pickle.dumps(issue))) == token
    assert tokenize(mlweekly.json.loads(mlweekly.json.dumps(issue))) == token


@given(series(), series())
def test_different_series_have_different_tokens(one: Series, other: Series) -> None:
    """
    Two series share a token exactly where they are equal, and so do the patches between them.
    """
    assert (tokenize(one) == tokenize(other)) == (one == other)
    there, back = mlweekly.diff(one, other), mlweekly.diff(other, one)
    assert (tokenize(there) == tokenize(back)) == (there == back)


def test_token_is_the_same_in_every_process() -> None:
    """
    A token depends neither on where values are in memory nor on the seed of the hashes of strings.
    """
    printed = {
        subprocess.run(
            [sys.executable, "-c", MADE], env=environment, capture_output=True, check=True, timeout=60
        ).stdout
        for environment in ({**os.environ, "PYTHONHASHSEED": seed} for seed in ("1", "2"))
    }

    assert len(printed) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Text("Moshi"), Abstract("Moshi")),
        (Text("Moshi"), Text("Moshi", language="de")),
        (FrozenMapping({"a": 1}), FrozenMapping({"a": True})),
        (FrozenMapping({"a": 0.0}), FrozenMapping({"a": -0.0})),
        (FrozenMapping({"a": FrozenMapping[str, int]({"b": 1})}), FrozenMapping({"a": (("b", 1),)})),
        (Paper(rank=1, title=Text("A")), Paper(rank=2, title=Text("A"))),
        (Issue(title="A", papers=()), Issue(title="A", lead=["B"])),
        (LinkSet([Link("https://a.org/"), Link("https://b.org/")]), LinkSet([Link("https://b.org/")])),
        (WEEK, WEEK.shifted(1)),
        (ArxivId("2409.12917"), ArxivId("2409.12918")),
        (Settings(papers=10), Settings(papers=9)),
        (DIALECTS["table"], DIALECTS["post"]),
        (mlweekly.markdown.parse("# A\n"), mlweekly.markdown.parse("# B\n")),
        (mlweekly.validate(Issue(title="A")), mlweekly.validate(Issue(title="B"))),
    ],
)
def test_different_values_have_different_tokens(one: object, other: object) -> None:
    """
    Values of which any compared part differs have different tokens, and a copy has the same one.
    """
    assert one != other
    assert tokenize(one) != tokenize(other)
    assert tokenize(pickle.loads(pickle.dumps(one))) == tokenize(one)


def test_order_that_is_not_compared_is_not_in_a_token() -> None:
    """
    Mappings and sets that were written in another order are equal, and their tokens are, too.
    """
    one = Settings(severities={"D1": "info", "L2": "error"}, baseline=["a", "b"])
    other = Settings(severities={"L2": "error", "D1": "info"}, baseline=["b", "a"])

    assert one == other
    assert tokenize(one) == tokenize(other)


def test_what_is_not_compared_is_not_in_a_token() -> None:
    """
    The version of a document and that of an arXiv id are not compared.
    """
    issue = Issue(title="A")

    assert tokenize(attrs.evolve(issue, version="1.1")) == tokenize(issue)
    assert tokenize(ArxivId("2409.12917", version=2)) == tokenize(ArxivId("2409.12917"))


def test_settings_with_rules_of_a_users_own_have_a_token() -> None:
    """
    A function is told by itself: the same one gives the same token.
    """
    kept = Suppression("D103", because="as printed", where="/title")
    rule = mlweekly.validation.IssueRule("MY1", "own", "info", lambda _: iter(()))
    settings = Settings(rules=[rule], suppressions=[kept])

    assert tokenize(attrs.evolve(settings)) == tokenize(settings)
    assert tokenize(attrs.evolve(settings, suppressions=())) != tokenize(settings)


def test_equal_findings_have_one_token() -> None:
    """
    A finding and its fix, sent alone, are told by what they are.
    """
    text = (
        "## Papers (June 10 - June 16) - 2024\n\n| **Paper** | **Links** |\n|---|---|\n"
        "| 1) **Moshi** - listens | [Tweet](https://x.com/a/status/1836427396959932492?s=20) |\n"
    )
    found = [mlweekly.validate(mlweekly.markdown.parse(text)).findings for _ in range(2)]
    for one, other in zip(*found, strict=True):
        assert tokenize(one) == tokenize(other)
        assert tokenize(one.fix) == tokenize(other.fix)
    assert len({tokenize(finding) for finding in found[0]}) == len(found[0]) > 0
