"""
The page of a report: the findings of each issue, with their fixes below them.
"""

from __future__ import annotations

from collections.abc import Iterator

from mlweekly._display import Block, Heading, Inline, Item, Items, Page, Paragraph, Run, Sign, quote
from mlweekly.validation._finding import Finding
from mlweekly.validation._listing import Listing

__all__ = ["report_page"]


def report_page(listing: Listing) -> Page:
    """
    Return the page of what was found: how many findings there are, and each with its place, its evidence and its fix.
    """
    name = listing.document.name if listing.document is not None else None
    blocks: list[Block] = [Paragraph((quote(name, "code"),))] if name else []
    for index, findings in listing.groups():
        if index is not None and listing.series is not None:
            title = listing.series[index].title
            blocks.append(Heading((Run(f"Issue {index + 1}") if title is None else quote(title),)))
        blocks.append(Items(_item(listing, finding) for finding in findings))
    blocks += (Paragraph((Run(remark.capitalize()),)) for remark in listing.remarks)
    return Page((Run(listing.count.capitalize()),), blocks)


def _item(listing: Listing, finding: Finding) -> Item:
    place = listing.place_of(finding)
    line: tuple[Inline, ...] = (
        quote(place if listing.document is None or finding.span is None else f"{place}:", "code"),
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
    return Item(finding.severity, line, (Item(sign, page.title, tuple(_items(page))),))


def _items(page: Page) -> Iterator[Item]:
    """
    Yield the items of a page; what is below a heading, below an item.
    """
    heading: tuple[Inline, ...] = ()
    for block in page.blocks:
        if isinstance(block, Heading):
            heading = block.inlines
        elif isinstance(block, Items):
            yield from (Item("note", heading, block.items),) if heading else block.items
