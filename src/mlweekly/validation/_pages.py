"""
What stands on the page of a report.

Lives here: the findings of each issue, with their fixes below them.
Must not know: how a page is written; any rule.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, TypeVar

from mlweekly._display import Block, Heading, Inline, Item, Items, Page, Paragraph, Run, Sign, quote
from mlweekly.model import Issue, Series
from mlweekly.validation._finding import Finding
from mlweekly.validation._listing import count_of, groups, place_of, remarks, series_of

if TYPE_CHECKING:
    from mlweekly.validation._report import Report

__all__ = ["report_page"]

Subject = TypeVar("Subject", Issue, Series)


def report_page(report: Report[Subject]) -> Page:
    """
    Return the page of what was found: how many findings there are, and each with its place, its evidence and its fix.
    """
    name = report.document.name if report.document is not None else None
    blocks: list[Block] = [Paragraph((quote(name, "code"),))] if name else []
    series = series_of(report.subject)
    for index, findings in groups(report):
        if index is not None and series is not None:
            blocks.append(Heading((_heading(series, index),)))
        blocks.append(Items(_item(report, finding) for finding in findings))
    blocks += (Paragraph((Run(remark.capitalize()),)) for remark in remarks(report))
    return Page((Run(count_of(report.findings).capitalize()),), blocks)


def _heading(series: Series, index: int) -> Inline:
    title = series[index].title
    return Run(f"Issue {index + 1}") if title is None else quote(title)


def _item(report: Report[Subject], finding: Finding) -> Item:
    line: tuple[Inline, ...] = (
        quote(_place(report, finding), "code"),
        Run(" "),
        Run(finding.code, "strong"),
        Run(" "),
        quote(finding.message),
        Run(f" ({finding.name})", "quiet"),
    )
    if finding.fix is None:
        return Item(finding.severity, line)
    page = finding.fix.patch.__page__()
    sign: Sign = "safe" if finding.fix.safe else "unsafe"
    return Item(finding.severity, line, (Item(sign, page.title, tuple(_listed(page))),))


def _listed(page: Page) -> Iterator[Item]:
    """
    Yield the items of a page; what stands below a heading, below an item.
    """
    heading: tuple[Inline, ...] = ()
    for block in page.blocks:
        if isinstance(block, Heading):
            heading = block.inlines
        elif isinstance(block, Items):
            yield from (Item("note", heading, block.items),) if heading else block.items


def _place(report: Report[Subject], finding: Finding) -> str:
    place = place_of(report, finding)
    return place if report.document is None or finding.span is None else f"{place}:"
