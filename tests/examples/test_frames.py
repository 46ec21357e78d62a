"""
`frames.py` gives the same rows in pandas and polars, with days as days.
"""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import polars as pl
import pytest

import mlweekly
from tests.examples.running import SAMPLES, digests, example

frames = example("frames")

SERIES = mlweekly.markdown.loads_series((SAMPLES / "2024-09-16.en.md").read_text(encoding="utf-8"))


def test_frames_of_both_libraries_hold_the_same() -> None:
    """
    Ten papers in rows, numbers as numbers and days as days; what is not told is missing.
    """
    one, other = frames.pandas_frame(SERIES, of="papers"), frames.polars_frame(SERIES, of="papers")

    assert one["rank"].tolist() == other["rank"].to_list() == list(range(1, 11))
    assert one["title"].tolist() == other["title"].to_list()
    assert one["period_end"].tolist() == [pd.Timestamp(2024, 9, 22)] * 10
    assert other["period_end"].dtype == pl.Date
    assert one["created_start"].isna().sum() == other["created_start"].null_count() == 1
    assert one["released"].isna().all()


def test_links_are_counted_by_site() -> None:
    """
    Each of the ten papers has its post and its paper.
    """
    hosts = frames.hosts(frames.pandas_frame(SERIES, of="links"))

    assert hosts.to_dict() == {"x.com": 10, "arxiv.org": 9, "kyutai.org": 1}


def test_age_is_counted_by_language() -> None:
    """
    Papers of September are listed in the week that ends on the 22nd, eight days before the month ends.
    """
    assert frames.age(frames.polars_frame(SERIES, of="papers")).row(0) == ("en", 10, 9, -8.0)


def test_tables_are_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """
    The files are read together.
    """
    frames.main([str(path) for path in sorted(digests(tmp_path).glob("*.md"))])
    printed = capsys.readouterr().out

    assert printed.startswith("20 papers, ")
    assert "arxiv.org" in printed
    assert "median_days" in printed


def test_digests_without_links_and_without_papers(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """
    A frame without rows has no columns to count.
    """
    heading = "## Papers of the Week (September 16 - September 22) - 2024\n\n| **Paper** | **Links** |\n|---|---|\n"
    (tmp_path / "one.md").write_text(f"{heading}| 1) **Moshi** - listens | |\n", encoding="utf-8")
    (tmp_path / "none.md").write_text("## Papers of the Week (September 23 - September 29) - 2024\n", encoding="utf-8")
    frames.main([str(tmp_path / "one.md")])
    frames.main([str(tmp_path / "none.md")])

    assert capsys.readouterr().out.startswith("1 papers, 0 links\n")
