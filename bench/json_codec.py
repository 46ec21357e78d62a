"""
`mlweekly.json` beside a pydantic model of the same form: time to read and to write, and memory.

The rival is strict and frozen, refuses unknown members, and has only the constraints that pydantic can declare.
"""

from __future__ import annotations

import gc
import tracemalloc
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from typing import Annotated

import orjson
from pydantic import BaseModel, ConfigDict, Field

import mlweekly
from bench import documents
from bench.made_up import made_up_series
from bench.reading import PEER
from bench.timing import Measure, Row, seconds_of, version_of
from mlweekly import Series

PAPERS = 100_000

String = Annotated[str, Field(min_length=1)]
Tag = Annotated[str, Field(pattern=r"^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$")]
Url = Annotated[str, Field(pattern=r"^https?://[^\s]+$")]


class Rival(BaseModel):
    """
    What every class of the rival shares.
    """

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid")


class RivalText(Rival):
    """
    A text with its translations.
    """

    original: String | None = None
    language: Tag = "en"
    translations: dict[Tag, String] | None = None


class RivalLink(Rival):
    """
    A link.
    """

    url: Url
    label: String | None = None
    section: String | None = None


class RivalPaper(Rival):
    """
    A paper.
    """

    rank: Annotated[int, Field(ge=1)]
    title: RivalText
    authors: tuple[String, ...] = ()
    released: date | None = None
    summary: RivalText | None = None
    abstract: RivalText | None = None
    links: tuple[RivalLink, ...] = ()
    topics: tuple[String, ...] = ()
    tags: tuple[String, ...] = ()
    details: dict[String, String] | None = None


class RivalPeriod(Rival):
    """
    A range of days.
    """

    start: date
    end: date


class RivalIssue(Rival):
    """
    An issue.
    """

    title: String | None = None
    period: RivalPeriod | None = None
    language: Tag | None = None
    source: Url | None = None
    published: date | None = None
    lead: tuple[String, ...] = ()
    notices: tuple[String, ...] = ()
    comments: tuple[String, ...] = ()
    papers: tuple[RivalPaper, ...] = ()


class RivalEntry(Rival):
    """
    An entry of the contents list.
    """

    label: String
    target: String | None = None
    group: String | None = None


class RivalSeries(Rival):
    """
    A series.
    """

    version: Annotated[str, Field(pattern=r"^1\.0$")]
    title: String | None = None
    lead: tuple[String, ...] = ()
    contents: tuple[RivalEntry, ...] = ()
    issues: tuple[RivalIssue, ...]
    foot: tuple[String, ...] = ()


def rows() -> Iterator[Row]:
    """
    Yield the rows about time.
    """
    series = mlweekly.markdown.loads_series(documents.table())
    text = mlweekly.json.dumps(series)
    stored = text.encode()
    rival, peer = RivalSeries.model_validate_json(text), version_of("pydantic")
    load = seconds_of(partial(RivalSeries.model_validate_json, text))
    dump = seconds_of(partial(rival.model_dump_json, exclude_defaults=True))
    ours: dict[str, tuple[float, Callable[[], object], Measure]] = {
        "JSON load": (1.35, lambda: mlweekly.json.loads_series(text), load),
        "JSON load, parsed by orjson": (1.0, lambda: mlweekly.json.from_data_series(orjson.loads(stored)), load),
        "JSON dump": (2.4, lambda: mlweekly.json.dumps(series), dump),
        "JSON dump, written by orjson": (1.35, lambda: orjson.dumps(mlweekly.json.to_data(series)), dump),
    }
    for work, (asked, call, theirs) in ours.items():
        yield Row(work, peer, asked, seconds_of(call), theirs)


def memory_rows() -> Iterator[Row]:
    """
    Yield the rows about memory: what values hold, and the peak while they are made.
    """
    peer, markdown = version_of("pydantic"), documents.table()
    many = mlweekly.json.dumps(Series(made_up_series().issues * (PAPERS // 650 + 1)))
    yield Row(
        f"{PAPERS:,} papers in memory",
        peer,
        0.49,
        partial(_held, lambda: mlweekly.json.loads_series(many)),
        partial(_held, lambda: RivalSeries.model_validate_json(many)),
    )
    text = mlweekly.json.dumps(mlweekly.markdown.loads_series(markdown))
    tokens = partial(_peak, lambda: PEER.parse(markdown))
    parser = version_of("markdown-it-py")
    yield Row("peak of parse", parser, None, partial(_peak, lambda: mlweekly.markdown.parse(markdown)), tokens)
    validated = partial(_peak, lambda: mlweekly.validate(mlweekly.markdown.parse(markdown)))
    yield Row("peak of parse and validate", parser, None, validated, tokens)
    loaded = partial(_peak, lambda: mlweekly.json.loads_series(text))
    yield Row("peak of JSON load", peer, None, loaded, partial(_peak, lambda: RivalSeries.model_validate_json(text)))


def _held(call: Callable[[], object]) -> float:
    """
    Return the bytes that the result of a call holds.
    """
    return _traced(call)[0]


def _peak(call: Callable[[], object]) -> float:
    """
    Return the most bytes that were held during a call.
    """
    return _traced(call)[1]


def _traced(call: Callable[[], object]) -> tuple[int, int]:
    gc.collect()
    tracemalloc.start()
    try:
        result = call()
        held, peak = tracemalloc.get_traced_memory()
        del result
        return held, peak
    finally:
        tracemalloc.stop()
