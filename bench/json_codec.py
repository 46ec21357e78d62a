"""
How long `mlweekly.json.loads_series` takes beside a pydantic model of the same form.

The rival is strict and frozen, refuses unknown members, and has only the constraints that pydantic can declare. Both
read the same text in turns, in one process, and the medians are compared. The bound is a ratio of 4.

Run it as `python bench/json_codec.py [table.md]`. Without an argument it takes `table.md` of the real documents, where
they are at hand (MLWEEKLY_CORPUS, or the shared folder beside the checkout), else 65 issues that are made up.
"""

from __future__ import annotations

import os
import statistics
import sys
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

import mlweekly
from mlweekly import ContentsEntry, DateRange, Issue, Link, LinkSet, Paper, Series, Text

BESIDE = Path(__file__).resolve().parents[2] / "shared" / "corpus"
CORPUS = Path(os.environ.get("MLWEEKLY_CORPUS") or BESIDE)
BOUND = 4.0
ROUNDS = 30

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


def made_up_series() -> Series:
    """
    Return 65 issues of ten papers, each with a summary of about 600 characters and two links.
    """
    weeks = [DateRange.week_of(date(2024, 1, 1) + timedelta(weeks=number)) for number in range(65)]
    title = "Top ML Papers of the Week ({0.start:%B %d} - {0.end:%B %d}) - {0.end:%Y}".format
    return Series(
        [
            Issue(title=title(week), period=week, language="en", papers=map(made_up_paper, range(1, 11)))
            for week in weeks
        ],
        contents=[
            ContentsEntry(title(week), target=f"./#week-{week.start}", group=str(week.end.year)) for week in weeks
        ],
    )


def made_up_paper(rank: int) -> Paper:
    """
    Return a paper.
    """
    links = [
        Link(f"https://arxiv.org/abs/2409.{10000 + rank}", label="Paper"),
        Link(f"https://x.com/omarsar0/status/18364273969599{rank:05}", label="Tweet"),
    ]
    summary = Text("A model reads, answers – and tells how sure it is of each “step”. " * 9)
    return Paper(rank=rank, title=Text(f"On Models That Answer, Part {rank}"), summary=summary, links=LinkSet(links))


def milliseconds(call: Callable[[], object]) -> float:
    """
    Return how long one call takes.
    """
    start = time.perf_counter()
    call()
    return (time.perf_counter() - start) * 1000


def main() -> int:
    """
    Print the medians and their ratio; return 1 if it is beyond the bound.
    """
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else CORPUS / "table.md"
    is_real = len(sys.argv) > 1 or path.is_file()
    series = mlweekly.markdown.loads_series(path.read_text(encoding="utf-8")) if is_real else made_up_series()
    text = mlweekly.json.dumps(series)
    papers = sum(len(issue.papers) for issue in series)
    print(f"{len(series)} issues, {papers} papers, {len(text)} characters")

    contenders: dict[str, Callable[[], object]] = {
        "mlweekly": lambda: mlweekly.json.loads_series(text),
        "pydantic": lambda: RivalSeries.model_validate_json(text),
    }
    times: dict[str, list[float]] = {name: [] for name in contenders}
    for _ in range(ROUNDS):
        for name, read in contenders.items():
            times[name].append(milliseconds(read))

    medians = {name: statistics.median(values) for name, values in times.items()}
    ratio = medians["mlweekly"] / medians["pydantic"]
    print(
        *(f"{name} {median:.2f} ms" for name, median in medians.items()),
        f"ratio {ratio:.2f} (bound {BOUND:g})",
        sep=", ",
    )
    return int(ratio > BOUND)


if __name__ == "__main__":
    raise SystemExit(main())
