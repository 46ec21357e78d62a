"""
Documents that are made up, for where the real ones are not at hand.
"""

from __future__ import annotations

from datetime import date, timedelta

from mlweekly import DateRange, Issue, Link, LinkSet, Paper, Series, Text


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
    )


def made_up_paper(rank: int) -> Paper:
    """
    Return a paper.
    """
    links = [
        Link(f"https://arxiv.org/abs/2409.{10000 + rank}", label="Paper"),
        Link(f"https://x.com/omarsar0/status/18364273969599{rank:05}", label="Tweet"),
    ]
    summary = Text("A model reads, answers – and tells how sure it is of each “step”. " * 9 + "End.")
    return Paper(rank=rank, title=Text(f"On Models That Answer, Part {rank}"), summary=summary, links=LinkSet(links))


OPEN_DIALECTS = ("outline", "list")
"""
The dialects without a fixed form.
"""
_SECTIONS = ("Language Models", "Agents", "Vision")


def made_up_digest(dialect: str) -> str:
    """
    Return a digest in one of the open dialects: three sections of ten papers, each with authors, links and a summary.
    """
    paper = _paper_under_heading if dialect == "outline" else _paper_as_item
    parts = ["# Papers of the Week (January 1 - January 7, 2024)", "What was read this week, and why it matters."]
    for section, name in enumerate(_SECTIONS):
        parts += [f"## {name}", *(paper(10 * section + rank) for rank in range(1, 11))]
    return "\n\n".join(parts) + "\n"


def _paper_under_heading(rank: int) -> str:
    return (
        f"### {rank}. On Models That Answer, Part {rank}\n\n"
        f"**Authors:** Ada Lovelace, Alan Turing, Grace Hopper\n\n"
        f"**Links:** [Paper](https://arxiv.org/abs/2401.{10000 + rank}) | [Code](https://github.com/a/b{rank})\n\n"
        + "A model reads, answers – and tells how sure it is of each “step”. "
        * 4
    ).rstrip()


def _paper_as_item(rank: int) -> str:
    return (
        f"- [On Models That Answer, Part {rank}](https://arxiv.org/abs/2401.{10000 + rank})\n"
        f"  - Ada Lovelace, Alan Turing, Grace Hopper\n"
        f"  - Code: [official](https://github.com/a/b{rank})\n"
        f"  - A model reads, answers – and tells how sure it is of each step."
    )
