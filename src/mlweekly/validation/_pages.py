"""
The pages of reports: the findings of each issue, with their fixes below them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from mlweekly._display import Block, Heading, Inline, Item, Items, Page, Paragraph, Run, quote
from mlweekly.model._texts_at import texts_at
from mlweekly.validation._finding import Finding
from mlweekly.validation._finding_page import fix_item
from mlweekly.validation._listing import Listing, count_of

__all__ = ["report_page", "reports_page"]


def report_page(listing: Listing) -> Page:
    """
    Return the page of what was found: how many findings there are, and each with its place, its evidence and its fix.
    """
    name = listing.name
    return Page((Run(listing.count.capitalize()),), [*([Paragraph((name,))] if name else []), *_blocks(listing, 2)])


def reports_page(listings: Sequence[Listing]) -> Page:
    """
    Return the page of several reports: how many findings there are in all, then those of each, or that there are none.

    One report has the page that it has by itself.
    """
    if len(listings) == 1:
        return report_page(listings[0])
    count = count_of([finding for listing in listings for finding in listing.findings])
    blocks: list[Block] = []
    for number, listing in enumerate(listings, start=1):
        blocks += [Heading((listing.name or Run(f"Report {number}"),)), Paragraph((Run(listing.count, "quiet"),))]
        blocks += _blocks(listing, 3)
    return Page((Run(f"{count} in {len(listings)} reports".capitalize()),), blocks)


def _blocks(listing: Listing, level: Literal[2, 3]) -> Iterator[Block]:
    for index, findings in listing.groups():
        if index is not None and listing.series is not None:
            issue = listing.series[index]
            name = Run(f"Issue {index + 1}") if issue.title is None else quote(issue.title, language=issue.language)
            yield Heading((name,), level)
        yield Items(_item(listing, finding) for finding in findings)
    for remark in listing.remarks:
        yield Paragraph((Run(remark.capitalize()),))


def _item(listing: Listing, finding: Finding) -> Item:
    place = listing.place_of(finding)
    line: tuple[Inline, ...] = (
        quote(place if finding.line is None else f"{place}:", "code"),
        Run(" "),
        Run(finding.code, "strong"),
        Run(" "),
        quote(finding.message, language="en"),
        Run(f" ({finding.name})", "quiet"),
    )
    fix = () if finding.fix is None else (fix_item(finding.fix.patch.__page__(), safe=finding.fix.safe),)
    return Item(finding.severity, line, (*texts_at(listing.subject, finding.pointer), *fix))
