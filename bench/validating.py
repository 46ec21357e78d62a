"""
`mlweekly.validate`: what it finds, and what it costs to try every fix, beside a parse of the same text.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from functools import partial

import mlweekly
from bench import documents
from bench.reading import PEER
from bench.timing import Measure, Row, processor_seconds, seconds_of, version_of


def rows() -> Iterator[Row]:
    """
    Yield a row for a README and for a translated post.
    """
    table, post = documents.table(), documents.post()
    peer = version_of("markdown-it-py")
    yield Row("validate the table README", peer, 0.45, _findings(table), seconds_of(partial(PEER.parse, table)))
    parse = partial(mlweekly.markdown.parse, post)
    yield Row("validate the translated post", "its parse", 5, _findings(post), seconds_of(parse))
    yield Row("try every fix of the README", peer, None, _patch(table), seconds_of(partial(PEER.parse, table)))


def _findings(text: str) -> Measure:
    """
    Return what measures the validation of a text that was read just now, so that no link is known from before.

    What reading left over is collected before, as it is before each call that another row measures.
    """

    def measure() -> float:
        document = mlweekly.markdown.parse(text)
        gc.collect()
        return processor_seconds(lambda: mlweekly.validate(document))

    return measure


def _patch(text: str) -> Measure:
    def measure() -> float:
        report = mlweekly.validate(mlweekly.markdown.parse(text))
        gc.collect()
        return processor_seconds(lambda: report.patch(unsafe=True))

    return measure
