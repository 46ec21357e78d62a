"""
`mlweekly.json.loads_series` beside a pydantic model of the same form.

The rival is strict and frozen, refuses unknown members, and has only the constraints that pydantic can declare.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

import mlweekly
from bench.timing import compare, seconds

BOUND = 4.0

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


def run(text: str, rounds: int) -> bool:
    """
    Compare the two on the JSON of one series, and tell whether ours is within the bound.
    """
    return compare(
        "read JSON",
        {
            "mlweekly": lambda: seconds(lambda: mlweekly.json.loads_series(text)),
            "pydantic": lambda: seconds(lambda: RivalSeries.model_validate_json(text)),
        },
        BOUND,
        rounds,
    )
