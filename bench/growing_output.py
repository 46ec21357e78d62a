"""
What is measured for its growth where a value is written: `dumps` and exports.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial

import mlweekly
from bench import hostile
from bench.case import Case, Family, Prepare
from bench.hostile import calls
from mlweekly import Series, exports

_FEED = {"feed_url": "https://example.com/feed", "title": "Papers", "author": "Ada Byron"}
EXPORTS: dict[str, Callable[[Series], object]] = {
    "atom": partial(exports.atom, **_FEED, updated=date(2024, 5, 12)),
    "bibtex": exports.bibtex,
    "csl_json": exports.csl_json,
    "json_feed": partial(exports.json_feed, **_FEED),
    "records": exports.records,
    "records of links": partial(exports.records, of="links"),
    "schema_org": exports.schema_org,
}
"""
Each export, of a series.
"""


def dumps_cases() -> Iterator[Case | Family]:
    """
    Yield what is measured of `dumps` in each dialect.
    """
    dumps = mlweekly.markdown.dumps
    for dialect in mlweekly.markdown.DIALECTS:
        yield Case(
            "dumps", f"{dialect}: n papers", lambda n, d=dialect: calls(dumps, hostile.issue(n), dialect=d, lossy=True)
        )
        units: dict[str, Prepare] = {
            unit: lambda n, d=dialect, unit=unit: calls(dumps, hostile.saying(unit, n), dialect=d, lossy=True)
            for unit in hostile.WRITTEN_UNITS
        }
        yield Family("dumps", f"{dialect}: repeated text", units)


def exports_cases() -> Iterator[Case | Family]:
    """
    Yield what is measured of each export.
    """
    for name, export in EXPORTS.items():
        yield Case("exports", f"{name}: n papers", lambda n, e=export: calls(e, hostile.versions(n)))
        yield Case("exports", f"{name}: n issues", lambda n, e=export: calls(e, Series(hostile.weeks(n))))
        yield Case("exports", f"{name}: n links", lambda n, e=export: calls(e, hostile.linking(n)))
        yield Case("exports", f"{name}: n lists", lambda n, e=export: calls(e, hostile.listing(n)))
        texts: dict[str, Prepare] = {
            unit: lambda n, e=export, unit=unit: calls(e, hostile.saying(unit, n)) for unit in hostile.WRITTEN_UNITS
        }
        yield Family("exports", f"{name}: repeated text", texts)
