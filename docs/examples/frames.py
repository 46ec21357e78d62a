"""
Papers and links of a digest as data frames, in pandas and in polars.

    python frames.py digests/*.md

Prints what is asked most often: how many papers and links, the sites that links lead to, and how old papers are when a
digest lists them. Needs mlweekly, pandas and polars.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

import pandas as pd
import polars as pl

import mlweekly
from mlweekly import Series, exports

DAYS = ("period_start", "period_end", "published", "released", "created_start", "created_end")
"""
The columns that hold days.
"""


def main(arguments: Sequence[str] | None = None) -> None:
    """
    Read the files and print three tables.
    """
    parser = argparse.ArgumentParser(prog="frames.py", description="Papers of digests as data frames.")
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    options = parser.parse_args(arguments)
    series = [mlweekly.markdown.loads_series(path.read_text(encoding="utf-8")) for path in options.files]
    every = Series([issue for each in series for issue in each])
    papers, links = pandas_frame(every, of="papers"), pandas_frame(every, of="links")
    print(f"{len(papers)} papers, {len(links)} links")
    if not links.empty:
        print(hosts(links).to_string())
    if not papers.empty:
        print(age(polars_frame(every, of="papers")))


def pandas_frame(series: Series, of: Literal["papers", "links"]) -> pd.DataFrame:
    """
    Return a row for each paper, or for each link; days are days, and what is not told is missing.
    """
    frame = pd.DataFrame(exports.records(series, of=of))
    for name in frame.columns.intersection(list(DAYS)):
        frame[name] = pd.to_datetime(frame[name].replace("", None))
    return frame


def polars_frame(series: Series, of: Literal["papers", "links"]) -> pl.DataFrame:
    """
    Return the same as a frame of polars.
    """
    frame = pl.DataFrame(exports.records(series, of=of))
    days = [name for name in DAYS if name in frame.columns]
    return frame.with_columns(pl.col(days).replace("", None).str.to_date())


def hosts(links: pd.DataFrame) -> pd.Series[int]:
    """
    Return how many links lead to each site, the most frequent first.
    """
    return links["canonical"].str.extract(r"^https?://([^/]+)", expand=False).value_counts().head(10)


def age(papers: pl.DataFrame) -> pl.DataFrame:
    """
    Return, by language, how many papers tell when they were created, and the median of the days from then to the issue.
    """
    days = (pl.col("period_end") - pl.col("created_end")).dt.total_days()
    return papers.group_by("language", maintain_order=True).agg(
        pl.len().alias("papers"), pl.col("created_end").count().alias("dated"), days.median().alias("median_days")
    )


if __name__ == "__main__":
    main()
