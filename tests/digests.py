"""
Issues by hand, for tests of rules: posts of chosen days, arXiv numbers, a title.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime

from mlweekly import DateRange, Issue, Link, LinkSet, Paper, Text

_EPOCH_OF_POSTS = 1_288_834_974_657


def post_url(day: date, sequence: int = 0, hour: int = 12) -> str:
    """
    Return the URL of a post of this day and hour, UTC: its identifier holds milliseconds, 22 bits up.
    """
    moment = datetime(day.year, day.month, day.day, hour, tzinfo=UTC)
    return f"https://x.com/someone/status/{(int(moment.timestamp() * 1000) - _EPOCH_OF_POSTS << 22) + sequence}"


def arxiv_url(number: str) -> str:
    """
    Return the URL of an arXiv paper.
    """
    return f"https://arxiv.org/abs/{number}"


def digest(title: str | None, period: DateRange | None, urls: Iterable[str] = ()) -> Issue:
    """
    Return an issue with a paper for each URL.
    """
    papers = [
        Paper(rank=rank, title=Text(f"Paper {rank}"), links=LinkSet([Link(url)])) for rank, url in enumerate(urls, 1)
    ]
    return Issue(title=title, period=period, papers=papers)
