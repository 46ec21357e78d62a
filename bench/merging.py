"""
`mlweekly.merge` beside the merge of nbdime, on the same contents: real states of a week, each with an edit beside it.

nbdime decides about JSON, ours about values; each is given its own form, read anew for every turn.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

import attrs
from nbdime import apply_decisions, decide_merge

import mlweekly
from bench.made_up import made_up_series
from bench.timing import CORPUS, Row, processor_seconds, version_of
from mlweekly import Link, LinkSet, Series, Text


def rows() -> Iterator[Row]:
    """
    Yield the row of the merge of all weeks.
    """
    triples = [tuple(map(mlweekly.json.dumps, states)) for states in states_of_weeks()]
    yield Row(
        f"merge {len(triples)} weeks",
        version_of("nbdime"),
        1.0,
        lambda: sum(map(ours, triples)),
        lambda: sum(map(theirs, triples)),
    )


def ours(states: tuple[str, ...]) -> float:
    """
    Return how long our merge takes.
    """
    base, one, other = map(mlweekly.json.loads_series, states)
    return processor_seconds(lambda: mlweekly.merge(base, ours=one, theirs=other))


def theirs(states: tuple[str, ...]) -> float:
    """
    Return how long the merge of nbdime takes.
    """
    base, one, other = map(json.loads, states)
    return processor_seconds(lambda: apply_decisions(base, decide_merge(base, one, other)))


def states_of_weeks() -> list[tuple[Series, Series, Series]]:
    """
    Return a base, a later state and an edited one for each week; made up where the real ones are not at hand.
    """
    pairs: list[tuple[Series, Series]] = []
    for path in sorted((CORPUS / "history").glob("H*.json")):
        pair = json.loads(path.read_text(encoding="utf-8"))
        pairs.append((mlweekly.markdown.loads_series(pair["before"]), mlweekly.markdown.loads_series(pair["after"])))
    if not pairs:
        week = Series(made_up_series().issues[:1])
        pairs = [(week, edited(week, place)) for place in range(10)]
    return [(before, after, edited(before, -1)) for before, after in pairs]


def edited(series: Series, place: int) -> Series:
    """
    Return the series with a title corrected, a summary reworded and a link added in one paper of its last issue.
    """
    *issues, issue = series.issues
    papers = list(issue.papers)
    paper = papers[place]
    summary = Text(f"In short: {paper.summary}")
    links = LinkSet([*paper.links, Link("https://github.com/someone/code", label="Code")])
    papers[place] = attrs.evolve(paper, title=Text(f"{paper.title}, revised"), summary=summary, links=links)
    return attrs.evolve(series, issues=[*issues, attrs.evolve(issue, papers=papers)])
