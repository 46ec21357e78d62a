"""
The page of a series: its title, and a table of its issues.
"""

from __future__ import annotations

from collections.abc import Sequence

from mlweekly._display import Block, Inline, Page, Paragraph, Run, Table, counted, quote
from mlweekly.model._issue import Issue
from mlweekly.model._issue_page import issue_name


def series_page(title: str | None, issues: Sequence[Issue]) -> Page:
    """
    Return the page of the series that has these members.
    """
    count = counted(len(issues), "issue")
    languages = {issue.language for issue in issues}
    language = next(iter(languages)) if len(languages) == 1 else None
    name = quote(title, language=language) if title is not None else Run(f"Series of {count}")
    papers = sum(len(issue.papers) for issue in issues)
    blocks: list[Block] = [Paragraph((Run(f"{count}, {counted(papers, 'paper')}", "quiet"),))]
    if issues:
        blocks.append(Table(("Period", "Issue", "Papers"), map(_issue_row, issues)))
    return Page((name,), blocks)


def _issue_row(issue: Issue) -> tuple[tuple[Inline, ...], ...]:
    period = "" if issue.period is None else f"{issue.period}"
    return (
        (Run(period, "quiet"),),
        (issue_name(issue.title, issue.language),),
        (Run(counted(len(issue.papers), "paper")),),
    )
